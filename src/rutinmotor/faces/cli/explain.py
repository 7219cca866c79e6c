"""A case and a rule in, why the rule did or did not give an obligation out: the command `explain`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from rutinmotor.engine.engine import Engine
from rutinmotor.engine.explanation import Explanation, explain
from rutinmotor.faces.cli.cases import Given, given_cases
from rutinmotor.faces.cli.chosen_rule import RuleArgument, rule_of
from rutinmotor.faces.cli.entry import DONE, FINDINGS
from rutinmotor.faces.cli.formats import Own, WholeFormats
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.one_case import CaseArgument, CaseId, case_of, chosen_case, no_such_case, show_faults
from rutinmotor.faces.cli.options import At, Known, Rules, day_of, engine_of, today
from rutinmotor.faces.cli.screen import look_for, show_text
from rutinmotor.ground.diagnostics import CaseError, Diagnostic, Lang, nearest
from rutinmotor.ground.words import said
from rutinmotor.language.case import Case
from rutinmotor.workbench.explained import explained_text


@dataclass(frozen=True, slots=True)
class _Answer:
    """The explanation, or why there is none: the exit status, the record, and what is shown to people."""

    status: int
    record: Callable[[], object]
    show: Callable[[Lang], None]


_FORMATS: WholeFormats[_Answer] = WholeFormats(
    (Own("text", lambda answer, lang: answer.show(lang)),), lambda answer: answer.record()
)


def run(
    context: typer.Context,
    file: CaseArgument,
    rule: RuleArgument,
    case: CaseId = None,
    item: Annotated[
        str | None,
        typer.Option(
            "--item",
            metavar=both("DEL", "ITEM"),
            help=both(
                "Bara den här delen av ärendet, som hemtjanst-1.", "Only this part of the case, such as hemtjanst-1."
            ),
        ),
    ] = None,
    rules: Rules = None,
    at: At = None,
    known: Known = None,
    form: Annotated[str, _FORMATS.option()] = "text",
) -> int:
    """Explain what a rule made of a case."""
    form = _FORMATS.read(form)
    day = day_of(at, "--at")
    cut = day_of(known, "--known")
    engine = engine_of(rules)
    full_id = rule_of(rule, engine)
    given = list(given_cases([file]))
    chosen = chosen_case(given, case)
    answer = _no_such_case(case, given) if chosen is None else _answer(engine, chosen, full_id, item, day, cut)
    _FORMATS.write(form, answer, context.obj)
    return answer.status


def _answer(engine: Engine, chosen: Given, rule: str, item: str | None, at: date | None, known: date | None) -> _Answer:
    try:
        case = case_of(chosen)
        if item is not None and item not in _items(case):
            return _no_such_item(case, item)
        explanation = explain(engine, case, rule, at or today(engine), known, item)
    except CaseError as error:
        return _cannot_be_judged(chosen, error.diagnostics)
    return _Answer(DONE, explanation.to_dict, lambda lang: _show(explanation, lang))


def _show(explanation: Explanation, lang: Lang) -> None:
    show_text(explained_text(explanation, lang), look_for(sys.stdout, lang), sys.stdout)


def _no_such_case(case: str | None, given: Sequence[Given]) -> _Answer:
    """Answer that there is no such case, which is another answer than that nothing is to be done (semantics 6.5)."""
    record = {"case": case, "error": {"reason": "no_such_case"}}
    return _Answer(FINDINGS, lambda: record, lambda lang: print(no_such_case(case, given, lang)))


def _items(case: Case) -> set[str]:
    return {*case.items, *(event.item for event in case.events if event.item is not None)}


def _no_such_item(case: Case, item: str) -> _Answer:
    def tell(lang: Lang) -> None:
        near = nearest(item, _items(case), {})
        hint = said(lang, f" Menade du ”{near}”?", f" Did you mean '{near}'?") if near else ""
        sv, en = f"Ärendet {case.id} har ingen del ”{item}”.{hint}", f"The case {case.id} has no item '{item}'.{hint}"
        print(said(lang, sv, en))

    record = {"case": case.id, "error": {"reason": "no_such_item", "item": item}}
    return _Answer(FINDINGS, lambda: record, tell)


def _cannot_be_judged(given: Given, diagnostics: Sequence[Diagnostic]) -> _Answer:
    error = {"file": given.file, "diagnostics": [one.as_dict() for one in diagnostics]}
    record = {"case": given.read.id, "error": error}
    return _Answer(FINDINGS, lambda: record, lambda lang: show_faults(given, diagnostics, lang))
