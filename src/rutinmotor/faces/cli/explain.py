"""A case and a rule in, why the rule did or did not give an obligation out: the command `explain`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from rutinmotor.engine.explanation import explain
from rutinmotor.faces.cli.cases import Given, given_cases
from rutinmotor.faces.cli.chosen_rule import RuleArgument, rule_of
from rutinmotor.faces.cli.entry import DONE, FINDINGS
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.one_case import CaseArgument, CaseId, case_of, chosen_case, no_such_case, show_faults
from rutinmotor.faces.cli.options import At, Known, Rules, day_of, engine_of, today, word_of
from rutinmotor.faces.cli.screen import look_for, show_text, speak_utf8
from rutinmotor.ground.diagnostics import CaseError, Diagnostic, Lang, nearest
from rutinmotor.ground.words import said
from rutinmotor.language.case import Case
from rutinmotor.workbench.explained import explained_text


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
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT\nFORMAT", help=both("text eller json.", "text or json."))
    ] = "text",
) -> int:
    """Explain what a rule made of a case."""
    lang: Lang = context.obj
    as_json = word_of(form, "--format", ("text", "json")) == "json"
    day = day_of(at, "--at")
    cut = day_of(known, "--known")
    engine = engine_of(rules)
    full_id = rule_of(rule, engine)
    given = list(given_cases([file]))
    chosen = chosen_case(given, case)
    if chosen is None:
        _no_such_case(case, given, as_json, lang)
        return FINDINGS
    try:
        asked = case_of(chosen)
        if item is not None and item not in _items(asked):
            _no_such_item(asked, item, as_json, lang)
            return FINDINGS
        explanation = explain(engine, asked, full_id, day or today(engine), cut, item)
    except CaseError as error:
        _cannot_be_judged(chosen, error.diagnostics, as_json, lang)
        return FINDINGS
    if as_json:
        speak_utf8()
        print(json.dumps(explanation.to_dict(), ensure_ascii=False, indent=2))
    else:
        show_text(explained_text(explanation, lang), look_for(sys.stdout, lang), sys.stdout)
    return DONE


def _no_such_case(case: str | None, given: Sequence[Given], as_json: bool, lang: Lang) -> None:
    """Answer that there is no such case, which is another answer than that nothing is to be done (semantics 6.5)."""
    if as_json:
        speak_utf8()
        print(json.dumps({"case": case, "error": {"reason": "no_such_case"}}, ensure_ascii=False, indent=2))
        return
    print(no_such_case(case, given, lang))


def _items(case: Case) -> set[str]:
    return {*case.items, *(event.item for event in case.events if event.item is not None)}


def _no_such_item(case: Case, item: str, as_json: bool, lang: Lang) -> None:
    if as_json:
        speak_utf8()
        error = {"reason": "no_such_item", "item": item}
        print(json.dumps({"case": case.id, "error": error}, ensure_ascii=False, indent=2))
        return
    near = nearest(item, _items(case), {})
    hint = said(lang, f" Menade du ”{near}”?", f" Did you mean '{near}'?") if near else ""
    sv, en = f"Ärendet {case.id} har ingen del ”{item}”.{hint}", f"The case {case.id} has no item '{item}'.{hint}"
    print(said(lang, sv, en))


def _cannot_be_judged(given: Given, diagnostics: Sequence[Diagnostic], as_json: bool, lang: Lang) -> None:
    if as_json:
        speak_utf8()
        error = {"file": given.file, "diagnostics": [one.as_dict() for one in diagnostics]}
        print(json.dumps({"case": given.read.id, "error": error}, ensure_ascii=False, indent=2))
        return
    show_faults(given, diagnostics, lang)
