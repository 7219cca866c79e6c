"""A rule's name and where to look for it in, the one place where it is written out; asked by `set`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple, cast

from rutinmotor.faces.cli.chosen_rule import full_id_of
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.options import day_of
from rutinmotor.ground.diagnostics import Diagnostic
from rutinmotor.language.catalogue import Version, read_texts, versions_of
from rutinmotor.text.document import LIMIT, Plain
from rutinmotor.text.sources import read_source, rule_files

_FOLDER = "rules"


class Target(NamedTuple):
    """One version of a rule: its file and text, its path and data there, and every rule file of the folder."""

    rule: str
    file: str
    text: bytes
    path: tuple[str | int, ...]
    data: Plain
    neighbours: tuple[tuple[str, bytes], ...]


def target_of(word: str, rules: str | None, within: str | None) -> Target:
    """Find the rule in a file (`within`), in a file or folder (`rules`), or in the folder `rules`.

    Raises:
        Misuse: nothing to read there, no such rule, or several, or only a link in the folder leads to it.
    """
    where = within or rules or _FOLDER
    if where == _FOLDER and not Path(_FOLDER).exists():
        raise Misuse(
            "Här finns ingen mapp rules. Ange filen med --in, eller mappen med --rules.",
            "There is no folder rules here. Name the file with --in, or the folder with --rules.",
        )
    asked, texts = _texts(where)
    reading = read_texts(texts)
    only = None if Path(where).is_dir() else asked
    unread = [one for one in reading.diagnostics if one.is_error]
    if only is not None and any(one.place and one.place.source == only for one in unread):
        raise Misuse(
            "Filen har fel, och kan inte ändras förrän de är rättade.",
            "The file has errors, and cannot be changed until they are mended.",
            [one for one in unread if one.place and one.place.source == only],
        )
    known = versions_of(one for one in reading.catalogues if only in (None, one.document.source))
    version = _version_of(word, known, unread if only is None else ())
    document = version.owner.document
    if Path(where).is_dir() and Path(document.source).is_symlink():
        raise Misuse(
            f"Filen {document.source} är en länk. Ange den med --in om filen som den leder till ska ändras.",
            f"The file {document.source} is a link. Name it with --in if the file that it leads to is to be changed.",
        )
    path = ("rules", version.row)
    rows = cast("list[Plain]", cast("dict[str, Plain]", document.data)["rules"])
    text = next(text for name, text in texts if name == document.source)
    return Target(version.full_id, document.source, text, path, rows[version.row], texts)


def _texts(where: str) -> tuple[str, tuple[tuple[str, bytes], ...]]:
    """Read a file and those beside it, or a folder's; the name that the file itself has among them."""
    path = Path(where)
    files, faults = rule_files(path if path.is_dir() else path.parent)
    if not path.is_dir():
        source, faults = read_source(path, LIMIT)
        name = source.name if source else ""
        files = tuple(dict.fromkeys([path, *(one for one in files if one.absolute() != path.absolute())]))
    else:
        name = ""
    if faults:
        raise Misuse("Reglerna går inte att läsa.", "The rules cannot be read.", faults)
    sources = [source for file in files if (source := read_source(file, LIMIT)[0])]
    return name, tuple((source.name, source.data) for source in sorted(sources, key=lambda one: one.name))


def _version_of(word: str, known: Mapping[str, tuple[Version, ...]], unread: Iterable[Diagnostic]) -> Version:
    name, sign, day = word.partition("@")
    full_id = _full_id(name, known, unread)
    versions = known[full_id]
    if sign:
        asked = day_of(day, "@")
        versions = tuple(one for one in versions if _holds_on(one, asked))
    if len(versions) == 1:
        return versions[0]
    if not versions:
        raise Misuse(f"Ingen version av {full_id} gäller {day}.", f"No version of {full_id} is in force on {day}.")
    files = sorted({one.owner.document.source for one in versions})
    if len(files) > 1:
        raise Misuse(
            f"{full_id} står i flera filer: {', '.join(files)}. Ange en med --in.",
            f"{full_id} stands in several files: {', '.join(files)}. Name one with --in.",
        )
    days = ", ".join(f"{full_id}@{_a_day_of(one)}" for one in versions)
    raise Misuse(
        f"{full_id} finns i flera versioner. Skriv en av: {days}.",
        f"There are several versions of {full_id}. Write one of: {days}.",
    )


def _full_id(name: str, known: Collection[str], unread: Iterable[Diagnostic]) -> str:
    try:
        return full_id_of(name, known)
    except Misuse as misuse:
        # The rule may stand in a file that could not be read.
        raise Misuse(misuse.sv, misuse.en, tuple(unread)) from None


def _holds_on(version: Version, day: date | None) -> bool:
    span = version.in_force
    if span is None or day is None:
        return True
    return (span.from_ is None or span.from_ <= day) and (span.to is None or day <= span.to)


def _a_day_of(version: Version) -> date | None:
    span = version.in_force
    return (span.from_ or span.to) if span else None
