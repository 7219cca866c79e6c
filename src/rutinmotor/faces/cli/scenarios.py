"""The PATH arguments in, scenarios as they are tried out; for the commands that take scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.ground.diagnostics import Diagnostic
from rutinmotor.ground.words import printable
from rutinmotor.text.document import LIMIT
from rutinmotor.text.sources import TESTS_FOLDER, read_source, scenario_files, shipped_rules
from rutinmotor.workbench.scenario import Rulebook, ScenarioRead, Verdict, read_scenario, try_file


class Tried(NamedTuple):
    """A scenario's text and what became of it; `is_met_link` where a link that was found in a folder leads to it."""

    data: bytes
    verdict: Verdict
    is_met_link: bool


class Found(NamedTuple):
    """A scenario file, and whether it was found in a folder rather than named."""

    file: str
    in_folder: bool


def rulebook_of(rules: Sequence[str] | None) -> Rulebook:
    """Read the rules asked for, or make a book that finds those beside each scenario.

    Raises:
        Misuse: those asked for cannot be read, or have errors.
    """
    book = Rulebook(rules)
    if rules is not None and book.errors:
        raise Misuse("Reglerna går inte att använda.", "The rules cannot be used.", tuple(book.errors))
    return book


def found_at(paths: Sequence[str] | None) -> list[Found]:
    """Find the scenario files, each once, in the order of the arguments; without any, those that are shipped.

    Raises:
        Misuse: a file or folder that cannot be read.
    """
    found: dict[Path, Found] = {}
    faults: list[Diagnostic] = []
    for path in paths or (str(shipped_rules() / TESTS_FOLDER),):
        files, wrong = scenario_files(path)
        for file in files:
            found.setdefault(file.absolute(), Found(str(file), file != Path(path)))
            faults += read_source(file, limit=0)[1]
        faults += wrong
    if faults:
        raise _unreadable(faults)
    return list(found.values())


def tried(files: Sequence[Found], only: str | None, book: Rulebook) -> list[Tried]:
    """Try every scenario whose name, file or case holds the text `only`; rule files beside scenarios are passed over.

    Raises:
        Misuse: there is none, or a file named is of rules.
    """
    answers: list[Tried] = []
    left_out = 0
    for file, in_folder in files:
        source, faults = read_source(file, LIMIT)
        if source is None:
            raise _unreadable(faults)
        read = read_scenario(source.name, source.data)
        if read.is_catalogue:
            if in_folder:
                continue
            raise Misuse(
                f"{printable(source.name)} är en regelfil. Ange ett scenario, eller mappen där scenarierna står.",
                f"{printable(source.name)} is a rule file. Name a scenario, or the folder where the scenarios are.",
            )
        if only is not None and not _holds(only, source.name, read):
            left_out += 1
            continue
        is_met_link = in_folder and Path(file).is_symlink()
        answers.append(Tried(source.data, try_file(source.name, read, book), is_met_link))
    if not answers and left_out:
        raise Misuse(
            f"Inget av {left_out} scenarier har ”{only}” i sitt namn, sin fil eller sitt ärende.",
            f"None of {left_out} scenarios has '{only}' in its name, its file or its case.",
        )
    if not answers:
        raise Misuse("Här finns inga scenarier.", "There are no scenarios here.")
    return answers


def _holds(text: str, file: str, read: ScenarioRead) -> bool:
    """Say whether a scenario is called so: by its file, its title, or the id of its case where that can be read."""
    case = read.scenario.case.id if read.scenario is not None else ""
    return any(text.casefold() in name.casefold() for name in (file, read.title or "", case))


def _unreadable(faults: Sequence[Diagnostic]) -> Misuse:
    return Misuse("Scenarierna går inte att läsa.", "The scenarios cannot be read.", faults)
