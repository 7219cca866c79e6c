"""Rules and a case as YAML in, a verdict as lines of text out; what the tests of this folder are written with."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from textwrap import dedent, indent
from typing import Any

from rutinmotor import Case, Engine, Evaluation
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.engine.evaluation import UnknownEvents, UnknownFacts
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from rutinmotor.language.casefile.case_files import read_cases
from tests.parsed import is_list

VOCABULARY = """\
title: Rutin
owner: Kommunen
calendars:
  vardag: {weekdays: [mon, tue, wed, thu, fri], holidays: SE, eves_free: true}
actors:
  utforare: {title: Utförare}
  handlaggare: {title: Handläggare}
  enhetschef: {title: Enhetschef}
events:
  ansokan: {title: Ansökan har kommit in}
  beslut: {title: Beslut har fattats}
  start: {title: Insatsen har börjat}
  klar: {title: Det är gjort}
  slut: {title: Insatsen har upphört}
  borta: {title: Frånvaron har börjat}
  hemma: {title: Frånvaron har slutat}
  besked: {title: Ett besked har kommit}
  fraga: {title: En fråga har ställts}
  nytt_beslut: {title: Ett nytt beslut har fattats, resets: [dag, antal]}
facts:
  regi: {title: Regi, one_of: [egen, enskild]}
  iub: {title: Utan behovsprövning, type: bool}
  antal: {title: Antal, type: int}
  dag: {title: Dag, type: date}
  orsak: {title: Orsak, type: text}
  samtycke: {title: Samtycke, type: bool, only_forward: true}
  andring: {title: Ändring, one_of: [storre, mindre], of: event}
  sort: {title: Sort, type: int, of: event}
states:
  franvaro: {title: Frånvaro, begins: borta, ends: hemma}
  pagaende: {title: Pågående, begins: start, ends: slut}
  hindrad: {title: Hindrad, begins: [borta, fraga], ends: hemma}
"""


@cache
def engine(rules: str, head: str = "") -> Engine:
    """Make an engine of one catalogue, `sol`, with more of it in `head`; a rule that names no actor is for utforare."""
    listed = "".join(
        one if "actor:" in one else re.sub(r"\{id: \w+", r"\g<0>, actor: utforare", one, count=1)
        for one in re.split(r"(?=- \{id: )", dedent(rules).strip())
    )
    text = f"catalogue: sol\n{VOCABULARY}{dedent(head)}\nrules:\n{indent(listed, '  ')}\n"
    return engine_from_texts({"sol.yaml": text})


def log(*events: str) -> str:
    """Write events, each as `type at`, with more of it after."""
    split = (one.split(" ", 2) for one in events)
    return "".join(f"- {{type: {kind}, at: '{at}'{''.join(rest)}}}\n" for kind, at, *rest in split)


def case(text: str) -> Case:
    """Read a case: a list of events, or `facts`, `items` and `events`. Raises CaseError."""
    body = dedent(text).strip()
    if body.startswith("-") or not body:
        body = f"events:\n{indent(body, '  ')}" if body else "events: []"
    (read,) = read_cases("arende.yaml", f"case: '2025-0117'\n{body}\n".encode())
    if read.case is None:
        raise CaseError(read.diagnostics)
    return read.case


def ask(
    rules: str,
    log: str,
    at: str,
    *,
    known: str | None = None,
    head: str = "",
    unknown_events: UnknownEvents = "error",
    unknown_facts: UnknownFacts = None,
) -> Evaluation:
    """Evaluate a case on a day."""
    cut = date.fromisoformat(known) if known else None
    return engine(rules, head).evaluate(case(log), date.fromisoformat(at), cut, unknown_events, unknown_facts)


def next_change(
    rules: str, log: str, at: str, *, known: str | None = None, head: str = "", unknown_events: UnknownEvents = "error"
) -> date | None:
    """Ask for the first later day on which the answer differs."""
    cut = date.fromisoformat(known) if known else None
    return engine(rules, head).next_change(case(log), date.fromisoformat(at), cut, unknown_events)


def told(rules: str, log: str, at: str, columns: str = "rule status due", **more: Any) -> list[str]:
    """Say each obligation as one line, in the answer's order: these of its values, `-` for none.

    Beside the keys of the answer, `trigger` is kind, type and event, `breaches` are kind and event, and `reached` the
    days of the steps that are reached.
    """
    found = ask(rules, log, at, **more).to_dict()["obligations"]
    assert is_list(found)
    return [" ".join(_said(one, column) for column in columns.split()) for one in found]


def _said(one: dict[str, Any], column: str) -> str:
    if column == "trigger":
        trigger = one["trigger"]
        return ":".join(part for part in (trigger["kind"], trigger["type"], trigger["event"]) if part)
    if column == "breaches":
        return ",".join(f"{breach['kind']}:{breach['event']}" for breach in one["breaches"]) or "-"
    if column == "reached":
        return ",".join(step["day"] for step in one["escalation"] if step["reached"]) or "-"
    value = one[column]
    if column == "rule":
        return str(value).removeprefix("sol.")
    return "-" if value is None else value if isinstance(value, str) else json.dumps(value)


def gaps(rules: str, log: str, at: str, **more: Any) -> list[str]:
    """Say each undetermined rule as one line: rule, item, day and the missing facts."""
    return [
        " ".join((gap.rule.removeprefix("sol."), gap.item or "-", gap.day.isoformat(), *gap.missing))
        for gap in ask(rules, log, at, **more).undetermined
    ]


def faults(error: CaseError) -> Iterator[str]:
    """Say every fault in English."""
    return (one.sentence("en") for one in error.diagnostics)
