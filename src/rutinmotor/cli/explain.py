"""A case and a rule in, why the rule did or did not give an obligation out: the command `explain`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from rutinmotor.case import Case
from rutinmotor.catalogue.names import versions_of
from rutinmotor.cli.cases import Given, given_cases
from rutinmotor.cli.front import DONE, FINDINGS
from rutinmotor.cli.help import both
from rutinmotor.cli.misuse import Misuse, unknown
from rutinmotor.cli.options import At, Known, Rules, day_of, engine_of, today, word_of
from rutinmotor.cli.screen import look_for, show_findings, show_text, speak_utf8
from rutinmotor.diagnostics.diagnostic import CaseError, Diagnostic, Lang
from rutinmotor.diagnostics.nearest import nearest
from rutinmotor.engine import Engine
from rutinmotor.explanation import explain
from rutinmotor.views.explained import explained_text
from rutinmotor.views.words import CASE, counted, said

# Of many cases, how many a sentence names.
_NAMED = 5


def run(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar=both("ÄRENDE", "CASE"),
            help=both(
                "Ärendefilen, eller en mapp; - läser standard in.",
                "The case file, or a folder; - reads standard input.",
            ),
        ),
    ],
    rule: Annotated[
        str,
        typer.Argument(
            metavar=both("REGEL", "RULE"),
            help=both(
                "Regeln, som sol.plan_slutford; katalogen kan utelämnas om bara en katalog har den.",
                "The rule, such as sol.plan_slutford; the catalogue may be left out if only one has it.",
            ),
        ),
    ],
    case: Annotated[
        str | None,
        typer.Option(
            "--case",
            metavar="ID\nID",
            help=both("Vilket ärende, om filen innehåller flera.", "Which case, where the file holds several."),
        ),
    ] = None,
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
    full_id = _rule(rule, engine)
    given = list(given_cases([file]))
    chosen = _chosen(given, case)
    if chosen is None:
        _no_such_case(case, given, as_json, lang)
        return FINDINGS
    try:
        asked = _case_of(chosen)
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


def _rule(word: str, engine: Engine) -> str:
    """Find the full id that is meant."""
    known = versions_of(engine.catalogues)
    if word in known:
        return word
    meant = [full_id for full_id in known if full_id.partition(".")[2] == word]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise Misuse(
            f"Flera kataloger har regeln ”{word}”. Skriv en av: {', '.join(meant)}.",
            f"Several catalogues have the rule '{word}'. Write one of: {', '.join(meant)}.",
        )
    # A rule named without its catalogue is compared with names without theirs.
    bare = nearest(word, {full_id.partition(".")[2] for full_id in known}, {}) if "." not in word else None
    near = [full_id for full_id in known if full_id.partition(".")[2] == bare] if bare else [nearest(word, known, {})]
    raise unknown("Regeln", "rule", word, [one for one in near if one])


def _chosen(given: Sequence[Given], case: str | None) -> Given | None:
    """Choose the case asked for, or the only one; None if it is not held.

    Raises:
        Misuse: several, and none named.
    """
    if case is not None:
        return next((one for one in given if one.read.id == case), None)
    if len(given) < 2:
        return given[0] if given else None
    names = [one.read.id for one in given if one.read.id is not None]
    some = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    raise Misuse(
        f"Här finns {counted(len(given), CASE, 'sv')}. Ange ett med --case: {some}",
        f"There are {counted(len(given), CASE, 'en')} here. Name one with --case: {some}",
    )


def _case_of(given: Given) -> Case:
    if given.read.case is None:
        raise CaseError(given.read.diagnostics)
    return given.read.case


def _no_such_case(case: str | None, given: Sequence[Given], as_json: bool, lang: Lang) -> None:
    """Answer that there is no such case, which is another answer than that nothing is to be done (semantics 6.5)."""
    if as_json:
        speak_utf8()
        print(json.dumps({"case": case, "error": {"reason": "no_such_case"}}, ensure_ascii=False, indent=2))
        return
    if case is None:
        print(said(lang, "Det finns inget ärende här.", "There is no case here."))
        return
    near = nearest(case, [one.read.id for one in given if one.read.id], {})
    number = counted(len(given), CASE, lang)
    hint = said(lang, f" Menade du ”{near}”?", f" Did you mean '{near}'?") if near else ""
    sv = f"Det finns inget ärende ”{case}” här, bland {number}.{hint}"
    en = f"There is no case '{case}' here, among {number}.{hint}"
    print(said(lang, sv, en))


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
    name = given.read.id if given.read.id is not None else given.file
    sv = f"Ärendet {name} kan inte bedömas, för det har fel."
    en = f"The case {name} cannot be judged, as it has errors."
    print(said(lang, sv, en) + "\n")
    show_findings(diagnostics, lang, sys.stdout)
