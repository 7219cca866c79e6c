"""What the tests of scenarios share: rules of a few lines, and how a scenario's text is tried with them."""

import re
from pathlib import Path

from rutinmotor.engine.engine import Engine, engine_from_texts
from rutinmotor.workbench.scenario.rulebook import Rulebook
from rutinmotor.workbench.scenario.running import try_file, try_scenario
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from rutinmotor.workbench.scenario.verdict import Verdict

ROOT = Path(__file__).parents[3]

RULES = """\
catalogue: prov
title: Prov
actors: {handlaggare: {title: Handläggare}, chef: {title: Chef}}
events:
  mottaget: {title: Mottaget}
  svarat: {title: Svarat}
  forlangt: {title: Förlängt}
  avslutat: {title: Avslutat}
facts:
  egen: {title: Egen, type: bool}
rules:
  - id: svar
    title: Svaret är lämnat
    actor: handlaggare
    trigger: mottaget
    deadline: {days: 5}
    not_before: {days: 2}
    fulfilled_by: svarat
    ends_with: avslutat
    extended_by: {event: forlangt, by: {days: 5}}
    escalation:
      - {after: {days: 1}, to: chef, action: Påminn}
      - {after: {days: 10}, to: handlaggare, action: Påminn igen}
  - id: egen
    title: Bara egna
    actor: handlaggare
    trigger: mottaget
    only_if: {egen: true}
    deadline: none
    fulfilled_by: svarat
"""

# 2026-03-02 is a Monday; what comes then is to be answered by Saturday the 7th.
SCENARIO = """\
scenario: Svaret dröjer
rules: [prov]
case:
  case: prov-1
  facts: {egen: false}
  items: {del-1: {}, del-2: {}}
  events:
    - {id: e1, type: mottaget, at: 2026-03-02, item: del-1}
at: 2026-03-08
expect:
  - {rule: prov.svar, item: del-1, status: overdue, due: 2026-03-07}
"""


def tried(text: str, rules: str = RULES) -> Verdict:
    """Try a scenario's text with the rules of a text."""
    read = read_scenario("prov/scenario.yaml", text.encode())
    if read.scenario is None:
        return Verdict("prov/scenario.yaml", read.title, None, (), read.diagnostics)
    return try_scenario(read.scenario, engine_of(rules))


def engine_of(rules: str = RULES) -> Engine:
    return engine_from_texts({"prov.yaml": rules})


def tried_file(path: Path, book: Rulebook | None = None) -> Verdict:
    """Try a scenario's file with the rules that belong to it."""
    return try_file(str(path), read_scenario(str(path), path.read_bytes()), book or Rulebook())


def whys(verdict: Verdict) -> list[str | None]:
    """Why each assertion fails, None where it holds; the scenario itself must have no fault."""
    assert [str(one) for one in verdict.diagnostics] == []
    return [one.why for one in verdict.results]


def codes(verdict: Verdict, text: str) -> list[tuple[str, int, str]]:
    """The faults of a scenario: code, line, and the word that stands at the place."""
    lines = [*text.splitlines(), ""]
    return [
        (one.code, one.place.line, _word(lines[one.place.line - 1][one.place.column - 1 :]))
        for one in verdict.diagnostics
        if one.place
    ]


def _word(rest: str) -> str:
    return rest[0] if rest.startswith(("[", "{")) else re.split(r"[,}\]]", rest)[0]


def with_expected(*lines: str, text: str = SCENARIO) -> str:
    """The scenario with other lines under `expect`, or with none of them and other keys."""
    return text[: text.index("expect:")] + "\n".join(lines) + "\n"
