"""A rule and what shall be different in it in, its file with only that changed out: the command `set`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from typing import Annotated

import typer

from rutinmotor.faces.cli.assignments import changes_of
from rutinmotor.faces.cli.entry import DONE, FINDINGS
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.screen import look_for, show, source_lines
from rutinmotor.faces.cli.targets import Target, target_of
from rutinmotor.faces.cli.writing import write_over
from rutinmotor.ground.diagnostics import Diagnostic, Lang, Refusal
from rutinmotor.ground.findings import finding_lines
from rutinmotor.ground.words import EMPTY, ERROR, Line, Look, Piece, counted, diff_lines, line, said, wrapped
from rutinmotor.language.catalogue import catalogue_schema, read_texts
from rutinmotor.language.lints import review
from rutinmotor.text.document import Plain, in_flow
from rutinmotor.text.editing import Change, Edit, NotEdited, Removed, edit_lines, replaced, value_at


def run(
    context: typer.Context,
    rule: Annotated[
        str,
        typer.Argument(
            metavar=both("REGEL", "RULE"),
            help=both(
                "Regeln, som sol.plan_slutford. Finns den i flera versioner: med en dag som versionen gäller, som "
                "sol.plan_slutford@2018-12-01.",
                "The rule, such as sol.plan_slutford. Of several versions, with a day on which it is in force, such as "
                "sol.plan_slutford@2018-12-01.",
            ),
        ),
    ],
    assignments: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=both("NYCKEL=VÄRDE...", "KEY=VALUE..."),
            help=both(
                "Vad som ska ändras, som actor=handlaggare, deadline.weeks=4 eller escalation.0.to=enhetschef. "
                "Parenteser och citattecken skrivs som i filen: deadline={days: 3}. Utan värde tas nyckeln bort.",
                "What shall be changed, such as actor=handlaggare, deadline.weeks=4 or escalation.0.to=enhetschef. "
                "Brackets and quotes stand as in the file: deadline={days: 3}. Without a value the key is removed.",
            ),
        ),
    ] = None,
    unset: Annotated[
        list[str] | None,
        typer.Option(
            "--unset",
            metavar=both("NYCKEL", "KEY"),
            help=both("En nyckel som ska tas bort; kan anges flera gånger.", "A key to remove; may be repeated."),
        ),
    ] = None,
    rules: Annotated[
        str | None,
        typer.Option(
            "--rules",
            metavar=both("SÖKVÄG", "PATH"),
            help=both(
                "Regelfil eller mapp där regeln letas upp. Annars mappen rules.",
                "A rule file or a folder in which the rule is looked for. Without it the folder rules.",
            ),
        ),
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar=both("FIL", "FILE"),
            help=both("Filen som regeln står i.", "The file in which the rule stands."),
        ),
    ] = None,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff", help=both("Visa ändringen i filen och skriv ingenting.", "Show the change in the file, no more.")
        ),
    ] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=both("Pröva ändringen och skriv ingenting.", "Try the change and write nothing."),
        ),
    ] = False,
) -> int:
    """Change one rule; its file and those beside it are checked with the change before anything is written."""
    lang: Lang = context.obj
    if rules is not None and within is not None:
        raise Misuse("Ange --rules eller --in, inte båda.", "Give --rules or --in, not both.")
    target = target_of(rule, rules, within)
    changes = changes_of(assignments or (), unset or (), target.data, target.path)
    new, added = _tried(target, changes)
    look = look_for(sys.stdout, lang)
    if any(one.is_error for one in added):
        show(_refused(added, target, new, look), sys.stdout)
        return FINDINGS
    if new == target.text:
        sv, en = "Inget att ändra: så står det redan.", "Nothing to change: it says so already."
        show([line(said(lang, sv, en))], sys.stdout)
        return DONE
    if not (diff or check):
        write_over(target.file, new, target.text)
    edits = [_edit(change, target) for change in changes]
    lines = diff_lines(target.file, target.text, new) if diff else edit_lines(target.rule, target.file, edits, look)
    if added:
        lines += [EMPTY, *_findings(added, target, new, look)[:-1]]
    if diff or check:
        sv, en = "Ändringen går att göra. Inget är skrivet.", "The change can be made. Nothing is written."
        lines += [EMPTY, line(said(lang, sv, en), "faint")]
    show(lines, sys.stdout)
    return DONE


def _tried(target: Target, changes: Sequence[Change]) -> tuple[bytes, list[Diagnostic]]:
    """Give the file's new text, and what there would be to say of it and its neighbours that there is not now.

    Raises:
        Misuse: the change cannot be made.
    """
    try:
        new = replaced(target.file, target.text, changes, catalogue_schema())
    except Refusal as refusal:
        return target.text, list(refusal.diagnostics)
    except NotEdited as refusal:
        raise _misuse_of(refusal, target) from None
    before = Counter(_identity(one) for one in review(read_texts(target.neighbours)))
    after = [(name, new if name == target.file else text) for name, text in target.neighbours]
    added: list[Diagnostic] = []
    for one in review(read_texts(after)):
        if before[_identity(one)]:
            before[_identity(one)] -= 1
        else:
            added.append(one)
    return new, added


def _identity(one: Diagnostic) -> tuple[str, str, str]:
    """What a finding says, wherever a change has moved it to."""
    return one.code, one.place.source if one.place else "", one.sentence("en")


def _misuse_of(refusal: NotEdited, target: Target) -> Misuse:
    key = ".".join(map(str, refusal.path[len(target.path) :]))
    match refusal.reason:
        case "missing":
            return Misuse(f"{key} finns inte i regeln {target.rule}.", f"There is no {key} in the rule {target.rule}.")
        case "no_parts":
            return Misuse(
                f"Det som står i {key} har inga delar. Skriv hela värdet, som {key}={{...}}.",
                f"What {key} holds has no parts. Write the whole value, such as {key}={{...}}.",
            )
        case "comments":
            return Misuse(
                f"Kommentarerna i {key} skulle försvinna. Flytta dem först, eller ändra i filen för hand.",
                f"The comments within {key} would be lost. Move them first, or change the file by hand.",
            )
        case _:
            return Misuse(
                f"{key} går inte att ändra så att allt annat i filen står kvar. Ändra i filen för hand.",
                f"{key} cannot be changed with all else in the file kept. Change the file by hand.",
            )


def _edit(change: Change, target: Target) -> Edit:
    path = change.path[len(target.path) :]
    old = value_at(target.data, path)
    new = None if isinstance(change.value, Removed) else _shown(change.value)
    return Edit(".".join(map(str, path)), None if isinstance(old, Removed) else _shown(old), new)


def _shown(value: Plain) -> str:
    return value if isinstance(value, str) else in_flow(value)


def _findings(found: Sequence[Diagnostic], target: Target, new: bytes, look: Look) -> list[Line]:
    """Write findings, each with an empty line after it, and with the lines of the text as it would be."""
    lines = new.decode("utf-8-sig", "replace").splitlines()

    def lines_of(name: str) -> Sequence[str]:
        return lines if name == target.file else source_lines(name)

    return [one for finding in found for one in finding_lines(finding, lines_of, look)]


def _refused(found: Sequence[Diagnostic], target: Target, new: bytes, look: Look) -> list[Line]:
    errors = counted(sum(one.is_error for one in found), ERROR, look.lang)
    sv, en = f"Inget är skrivet: ändringen skulle ge {errors}.", f"Nothing is written: the change would give {errors}."
    return [*_findings(found, target, new, look), *wrapped([Piece(said(look.lang, sv, en), "strong")], look.width)]
