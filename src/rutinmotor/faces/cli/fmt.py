"""Files of rules, scenarios and cases in, the same files in the house's layout out: the command `fmt`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from rutinmotor.faces.cli.entry import DONE, FINDINGS, IMPOSSIBLE
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.left import show_left, show_link_left
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.screen import look_for, show, show_findings
from rutinmotor.faces.cli.writing import write_over
from rutinmotor.ground.diagnostics import Diagnostic, Lang, Place, Refusal, diagnose
from rutinmotor.ground.words import (
    EMPTY,
    FILE,
    Line,
    Piece,
    counted,
    diff_lines,
    line,
    listed,
    printable,
    said,
    wrapped,
)
from rutinmotor.text.document import LIMIT
from rutinmotor.text.editing import NotEdited, formatted
from rutinmotor.text.sources import TESTS_FOLDER, read_source, rule_files, scenario_files
from rutinmotor.workbench.scenario import kind_to_write

_FOLDER = "rules"


class _Outcome(Enum):
    """What became of a file."""

    CHANGED = "changed"
    GOOD = "good"
    LEFT = "left"
    IMPOSSIBLE = "impossible"


class _File(NamedTuple):
    """A file to lay out, and whether it was named itself rather than met in a folder."""

    path: Path
    is_named: bool


def run(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=both("SÖKVÄG...", "PATH..."),
            help=both(
                "Filer i YAML med regler, scenarier eller ärenden, eller mappar med sådana och med scenarier i tests. "
                "Annars mappen rules. Andra filer och länkar i en mapp lämnas som de är.",
                "YAML files of rules, scenarios or cases, or folders of them and of scenarios in tests. Without any, "
                "the folder rules. Other files and links in a folder are left as they are.",
            ),
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=both(
                "Skriv ingenting, men ge slutstatus 1 om någon fil skulle ändras.",
                "Write nothing, but exit with 1 if a file would be changed.",
            ),
        ),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff", help=both("Visa vad som skulle ändras och skriv ingenting.", "Show what would change, no more.")
        ),
    ] = False,
) -> int:
    """Lay files out; every file is tried, whatever is wrong with another."""
    lang: Lang = context.obj
    files, faults = _files(paths or [_default_folder()])
    if faults:
        show_findings(faults, lang, sys.stdout)
    outcomes = [_one(file, not (check or diff), diff, lang) for file in files]
    outcomes += [_Outcome.IMPOSSIBLE] * len(faults)
    if len(files) > 1 or not faults:
        show(_closing(outcomes, not (check or diff), lang), sys.stdout)
    if _Outcome.IMPOSSIBLE in outcomes:
        return IMPOSSIBLE
    return FINDINGS if check and _Outcome.CHANGED in outcomes else DONE


def _default_folder() -> str:
    if not Path(_FOLDER).is_dir():
        raise Misuse(
            "Här finns ingen mapp rules. Ange filerna eller mappen.",
            "There is no folder rules here. Name the files or the folder.",
        )
    return _FOLDER


def _files(paths: Sequence[str]) -> tuple[list[_File], list[Diagnostic]]:
    """Give every file that the paths stand for, each once, and why some stand for none."""
    files: dict[Path, _File] = {}
    faults: list[Diagnostic] = []
    for path in paths:
        found, wrong = _files_at(path)
        faults += wrong
        is_named = not Path(path).is_dir()
        for file in found:
            before = files.get(file.absolute(), _File(file, is_named))
            files[file.absolute()] = before._replace(is_named=before.is_named or is_named)
    return list(files.values()), faults


def _files_at(path: str) -> tuple[Sequence[Path], Sequence[Diagnostic]]:
    """Give a file, or a folder's YAML files and all that stand in a folder `tests` in it, however deep."""
    found, faults = rule_files(path)
    if not Path(path).is_dir():
        return found, faults
    below, unread = scenario_files(path)
    scenarios = [file for file in below if TESTS_FOLDER in file.parts]
    if not found and not scenarios:
        return (), faults
    return tuple(dict.fromkeys((*found, *scenarios))), [one for one in unread if one.code != "RM004"]


def _one(file: _File, writes: bool, diff: bool, lang: Lang) -> _Outcome:
    if not file.is_named and file.path.is_symlink():
        show_link_left(str(file.path), lang)
        return _Outcome.LEFT
    source, faults = read_source(file.path, LIMIT)
    if source is None:
        show_findings(faults, lang, sys.stdout)
        return _Outcome.IMPOSSIBLE
    if source.data.strip() and kind_to_write(source.data) is None:
        return _not_ours(source.name, file.is_named, lang)
    look = look_for(sys.stdout, lang)
    try:
        new = formatted(source.name, source.data)
        if new == source.data:
            return _Outcome.GOOD
        if writes:
            write_over(file.path, new, source.data)
    except Refusal as refusal:
        show_findings(refusal.diagnostics, lang, sys.stdout)
        return _Outcome.IMPOSSIBLE
    except (NotEdited, Misuse) as refusal:
        sv, en = "kan inte läggas om utan att betyda något annat", "cannot be laid out without meaning something else"
        why = refusal.said(lang) if isinstance(refusal, Misuse) else f"{printable(source.name)} {said(lang, sv, en)}."
        show([*wrapped([Piece(why, "red")], look.width), EMPTY], sys.stdout)
        return _Outcome.IMPOSSIBLE
    if diff:
        show([*diff_lines(source.name, source.data, new), EMPTY], sys.stdout)
    else:
        did = said(lang, "Ändrad", "Changed") if writes else said(lang, "Skulle ändras", "Would be changed")
        show(wrapped([Piece(f"{did}: "), Piece(printable(source.name), "strong")], look.width, hanging=2), sys.stdout)
    return _Outcome.CHANGED


def _not_ours(name: str, is_named: bool, lang: Lang) -> _Outcome:
    """Say that a file is none of ours: a mistake of who names it, and to be expected in a folder."""
    if is_named:
        show_findings([diagnose("RM045", Place(name, 1, 1), name=name)], lang, sys.stdout)
        return _Outcome.IMPOSSIBLE
    show_left(
        name,
        "som varken är en regelfil, ett scenario eller ett ärende.",
        "which is neither a rule file, a scenario nor a case.",
        lang,
    )
    return _Outcome.LEFT


def _closing(outcomes: Sequence[_Outcome], wrote: bool, lang: Lang) -> list[Line]:
    """Write the last line: how many files were changed, were good, were left alone and could not be done."""
    changed, good, left, not_done = (sum(one is kind for one in outcomes) for kind in _Outcome)
    parts: list[str] = []
    if changed and wrote:
        parts.append(f"{counted(changed, FILE, lang)} {said(lang, 'ändrad' if changed == 1 else 'ändrade', 'changed')}")
    elif changed:
        parts.append(f"{counted(changed, FILE, lang)} {said(lang, 'skulle ändras', 'would be changed')}")
    if good:
        parts.append(f"{counted(good, FILE, lang)} {said(lang, 'redan i ordning', 'already in order')}")
    if left:
        parts.append(f"{counted(left, FILE, lang)} {said(lang, 'lämnad' if left == 1 else 'lämnade', 'left alone')}")
    if not_done:
        parts.append(f"{counted(not_done, FILE, lang)} {said(lang, 'gick inte', 'could not be done')}")
    return [line(f"{listed(parts, lang)}.", "strong" if changed or not_done else "green")]
