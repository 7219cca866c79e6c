"""A rule and a year in, the examples that show where its time begins and ends out: the command `boundaries`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Final, NamedTuple

import typer

from rutinmotor.engine.engine import Engine
from rutinmotor.faces.cli.chosen_rule import Facts, RuleArgument, facts_of, rule_of
from rutinmotor.faces.cli.entry import DONE
from rutinmotor.faces.cli.formats import Own, WholeFormats
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.newfiles import how_to_test, make_folder, replaceable, write_new
from rutinmotor.faces.cli.options import Rules, engine_of, today, year_of
from rutinmotor.faces.cli.screen import look_for, show
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.ground.words import SCENARIO, counted, listed, said
from rutinmotor.language.catalogue import versions_of
from rutinmotor.workbench.boundaries import (
    Boundaries,
    Written,
    boundaries_of,
    boundary_lines,
    boundary_record,
    boundary_scenarios,
)
from rutinmotor.workbench.scaffold import draft_text
from rutinmotor.workbench.telling import Titles, in_force_told, titles_of

_LANGUAGES: Final[tuple[Lang, Lang]] = ("sv", "en")


class _Found(NamedTuple):
    """The examples, and the titles of what they name."""

    boundaries: Boundaries
    titles: Titles


def _show(found: _Found, lang: Lang) -> None:
    show(boundary_lines(*found, look_for(sys.stdout, lang)), sys.stdout)


def _write_scenarios(found: _Found, lang: Lang) -> None:
    texts = [_text(one, lang, named=True) for one in boundary_scenarios(*found, lang)]
    print("---\n".join(texts), end="")


def _text(one: Written, lang: Lang, *, named: bool) -> str:
    return draft_text(one.draft, one.title, [one.file] if named else [], lang)


_FORMATS = WholeFormats(
    (Own("table", _show, ("tabell", "text")),),
    lambda found: boundary_record(found.boundaries),
    (Own("scenario", _write_scenarios, ("yaml",)),),
)


def run(
    context: typer.Context,
    rule: RuleArgument,
    rules: Rules = None,
    year: Annotated[
        str | None,
        typer.Option(
            "--year",
            metavar=both("ÅR", "YEAR"),
            help=both(
                "Året som exemplen börjar, som 2026. Annars i år, om regeln gäller hela året.",
                "The year in which the examples begin, such as 2026. This year without it, if in force all year.",
            ),
        ),
    ] = None,
    fact: Facts = None,
    form: Annotated[str, _FORMATS.option()] = "table",
    folder: Annotated[
        str | None,
        typer.Option(
            "--write",
            metavar=both("MAPP", "FOLDER"),
            help=both(
                "Skriv ett scenario för varje exempel i mappen, som rules/tests/sol.",
                "Write a scenario for each example into the folder, such as rules/tests/sol.",
            ),
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help=both("Skriv över scenarier som redan finns.", "Write over scenarios that are there.")
        ),
    ] = False,
) -> int:
    """Show the telling examples of a rule."""
    form = _FORMATS.read(form)
    number = year_of(year) if year is not None else None
    engine = engine_of(rules)
    full_id = rule_of(rule, engine)
    facts = facts_of(fact or (), engine, full_id)
    asked = number if number is not None else _year_in_force(engine, full_id, today(engine))
    found = boundaries_of(engine, full_id, asked, facts)
    if found is None:
        raise _nothing_found(engine, full_id, asked)
    titles, lang = titles_of(engine.catalogues), context.obj
    if folder is not None:
        _write(boundary_scenarios(found, titles, lang), Path(folder), rules, lang, force=force)
        return DONE
    _FORMATS.write(form, _Found(found, titles), lang)
    return DONE


def _write(scenarios: Iterable[Written], folder: Path, rules: Sequence[str] | None, lang: Lang, *, force: bool) -> None:
    """Write each scenario to a file of its own; all or none, as far as what is there already can tell."""
    listed = list(scenarios)
    there = [str(folder / one.file) for one in listed if (folder / one.file).exists()]
    if there and not force:
        some = ", ".join(there[:3]) + (" …" if len(there) > 3 else "")
        raise Misuse(
            f"Det finns redan: {some}. Välj en annan mapp, eller skriv över med --force.",
            f"There are already: {some}. Choose another folder, or write over them with --force.",
        )
    for path in map(Path, there):
        if path.is_symlink():
            raise Misuse(
                f"Filen {path} är en länk, och det som den leder till skrivs inte över. Ta bort den först.",
                f"The file {path} is a link, and what it leads to is not written over. Remove it first.",
            )
        replaceable(path)
    make_folder(folder)
    for one in listed:
        write_new(folder / one.file, _text(one, lang, named=False), force=force)
    number = counted(len(listed), SCENARIO, lang)
    print(
        said(
            lang,
            f"Skrev {number} i {folder}. Pröva: {how_to_test(folder, rules)}",
            f"Wrote {number} into {folder}. Try: {how_to_test(folder, rules)}",
        )
    )


def _nothing_found(engine: Engine, rule: str, year: int) -> Misuse:
    """Say that no example was found, and why where the rule is simply not in force."""
    spans = [version.in_force for version in versions_of(engine.catalogues)[rule]]
    first, last = date(year, 1, 1), date(year, 12, 31)
    if all(one is not None and ((one.from_ or first) > last or (one.to or last) < first) for one in spans):
        sv, en = (
            listed([in_force_told(one.from_, one.to, lang) for one in spans if one is not None], lang)
            for lang in _LANGUAGES
        )
        return Misuse(
            f"Regeln {rule} gäller inte år {year}, utan {sv}.", f"The rule {rule} is not in force in {year} but {en}."
        )
    return Misuse(
        f"Inget ärende hittades där regeln {rule} ger ett krav år {year}. Prova ett annat --year eller andra --fact, "
        "eller granska regeln med rutinmotor check.",
        f"No case was found in which the rule {rule} gives an obligation in {year}. Try another --year or other "
        "--fact, or check the rule with rutinmotor check.",
    )


def _year_in_force(engine: Engine, rule: str, day: date) -> int:
    """Give this year if a version of the rule is in force all of it, else the nearest year of which one is, or part."""
    years: list[int] = []
    for version in versions_of(engine.catalogues)[rule]:
        span = version.in_force
        first, last = (span.from_ if span else None) or date.min, (span.to if span else None) or date.max
        from_year = first.year + ((first.month, first.day) != (1, 1))
        to_year = last.year - ((last.month, last.day) != (12, 31))
        years.append(min(max(day.year, from_year), to_year) if from_year <= to_year else first.year)
    return min(years, key=lambda one: abs(one - day.year))
