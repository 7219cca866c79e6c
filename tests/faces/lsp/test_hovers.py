"""What an editor says of each kind of name, and beside each value that it offers, in both languages."""

import asyncio
from datetime import date
from pathlib import Path

import pytest

from rutinmotor.faces.lsp.positions import Point
from rutinmotor.faces.lsp.session import Session
from rutinmotor.ground.words import Lang

RULES = """\
catalogue: prov
title: Prov
calendars: {vardag: {weekdays: [mon, tue, wed, thu, fri]}}
urgency: {omgaende: {days: 1}}
actors: {chef: {title: Chef}}
events: {start: {title: Start}, klart: {title: Klart}, slut: {title: Slut}}
facts:
  slag: {title: Slag, one_of: [a, b]}
  ensam: {title: Ensam, type: bool}
  antal: {title: Antal, type: int}
  dagen: {title: Dagen, type: date}
  skal: {title: Skäl, type: text}
states: {pagar: {title: Pågår, begins: [start, slut], ends: klart}}
rules:
  - id: plan
    title: Plan
    actor: chef
    trigger: start
    only_if: {ensam: true}
    deadline: {working_days: 3, calendar: vardag}
    fulfilled_by: klart
  - {id: svar, title: Svar, actor: chef, trigger: start, deadline: {urgency: omgaende}, fulfilled_by: klart}
"""


def session_of(folder: Path, lang: Lang, text: str = RULES) -> tuple[Session, str]:
    source = (folder / "prov.yaml").as_posix()
    session = Session(lambda: date(2026, 3, 2), lang=lang)
    session.overlay.put(source, text)
    return session, source


def after(mark: str, text: str = RULES) -> Point:
    """The last letter of the first place that reads like this."""
    before = text[: text.index(mark) + len(mark) - 1]
    return Point(before.count("\n"), len(before.rpartition("\n")[2]))


@pytest.mark.parametrize(
    ("mark", "sv", "en"),
    [
        ("catalogue: prov", "**Prov** `prov` · Katalog", "**Prov** `prov` · Catalogue"),
        (
            "calendars: {vardag",
            "**vardag** `vardag` · Kalender\n\nAnvänds i 1 regel: Plan.",
            "**vardag** `vardag` · Calendar\n\nUsed in 1 rule: Plan.",
        ),
        (
            "urgency: omgaende",
            "**omgående** `omgaende` · Skyndsamhetsord\n\nAnvänds i 1 regel: Svar.",
            "**at once** `omgaende` · Urgency word\n\nUsed in 1 rule: Svar.",
        ),
        (
            "actors: {chef",
            "**Chef** `chef` · Aktör\n\nAnvänds i 2 regler: Plan och Svar.",
            "**Chef** `chef` · Actor\n\nUsed in 2 rules: Plan and Svar.",
        ),
        (
            "events: {start",
            "**Start** `start` · Händelse\n\nAnvänds i 2 regler: Plan och Svar.",
            "**Start** `start` · Event\n\nUsed in 2 rules: Plan and Svar.",
        ),
        (
            "  slag",
            "**Slag** `slag` · Uppgift\n\nEtt av: `a`, `b`.\n\nAnvänds inte i någon regel.",
            "**Slag** `slag` · Fact\n\nOne of: `a`, `b`.\n\nUsed in no rule.",
        ),
        (
            "  ensam",
            "**Ensam** `ensam` · Uppgift\n\nSant eller falskt.\n\nAnvänds i 1 regel: Plan.",
            "**Ensam** `ensam` · Fact\n\nTrue or false.\n\nUsed in 1 rule: Plan.",
        ),
        (
            "  antal",
            "**Antal** `antal` · Uppgift\n\nHeltal.\n\nAnvänds inte i någon regel.",
            "**Antal** `antal` · Fact\n\nWhole number.\n\nUsed in no rule.",
        ),
        (
            "  dagen",
            "**Dagen** `dagen` · Uppgift\n\nDatum.\n\nAnvänds inte i någon regel.",
            "**Dagen** `dagen` · Fact\n\nDate.\n\nUsed in no rule.",
        ),
        (
            "  skal",
            "**Skäl** `skal` · Uppgift\n\nFri text.\n\nAnvänds inte i någon regel.",
            "**Skäl** `skal` · Fact\n\nFree text.\n\nUsed in no rule.",
        ),
        (
            "states: {pagar",
            "**Pågår** `pagar` · Tillstånd\n\nBörjar med ”Start” eller ”Slut”.\n\nSlutar med ”Klart”.\n\n"
            "Används inte i någon regel.",
            "**Pågår** `pagar` · State\n\nBegins with ”Start” or ”Slut”.\n\nEnds with ”Klart”.\n\nUsed in no rule.",
        ),
    ],
)
def test_a_name_is_said_to_be_what_it_is(mark: str, sv: str, en: str, tmp_path: Path) -> None:
    wordings: dict[Lang, str] = {"sv": sv, "en": en}
    for lang, expected in wordings.items():
        session, source = session_of(tmp_path, lang)
        found = asyncio.run(session.hover(source, after(mark)))
        assert found is not None
        assert found[0] == expected


@pytest.mark.parametrize(
    ("mark", "declared", "sv", "en"),
    [
        (
            "events: {start",
            ("title: Start}", "title: Start, resets: [antal, skal]}"),
            "Tar bort ”Antal” och ”Skäl”.",
            "Takes away ”Antal” and ”Skäl”.",
        ),
        (
            "  skal",
            ("type: text", "type: text, of: event"),
            "Hör till händelsen som ger den.",
            "Belongs to the event that gives it.",
        ),
        (
            "  skal",
            ("type: text", "type: text, only_forward: true"),
            "Gäller bara från det att den ges.",
            "Holds only from when it is given.",
        ),
    ],
)
def test_what_a_word_is_declared_to_do(mark: str, declared: tuple[str, str], sv: str, en: str, tmp_path: Path) -> None:
    text = RULES.replace(*declared, 1)
    wordings: dict[Lang, str] = {"sv": sv, "en": en}
    for lang, expected in wordings.items():
        session, source = session_of(tmp_path, lang, text)
        found = asyncio.run(session.hover(source, after(mark, text)))
        assert found is not None
        assert expected in found[0].split("\n\n")


@pytest.mark.parametrize(
    ("mark", "sv", "en"),
    [
        ("only_if: {ensam: t", {"true": "ja", "false": "nej"}, {"true": "yes", "false": "no"}),
        ("{urgency: o", {"omgaende": "omgående"}, {"omgaende": "at once"}),
    ],
)
def test_a_value_is_offered_with_its_word(mark: str, sv: dict[str, str], en: dict[str, str], tmp_path: Path) -> None:
    wordings: dict[Lang, dict[str, str]] = {"sv": sv, "en": en}
    for lang, expected in wordings.items():
        session, source = session_of(tmp_path, lang)
        offered, _ = asyncio.run(session.offers(source, after(mark)))
        assert {one.name: one.title for one in offered} == expected
