"""What a failed line and the coverage look like to who wrote them, in both languages."""

from datetime import date

import pytest

from rutinmotor.ground.words import Lang, Look
from rutinmotor.ground.words.layout import plain
from rutinmotor.workbench.scenario.coverage import coverage_of
from rutinmotor.workbench.scenario.coverage_text import coverage_lines
from rutinmotor.workbench.scenario.expected import answers_told, table_lines, value_told
from rutinmotor.workbench.telling.titles import titles_of
from tests.workbench.scenario.trying import RULES, engine_of, tried, with_expected

# Everything that can be said of an obligation, and all of it wrong.
WRONG = (
    "  - {rule: prov.svar, status: due, light: green, due: 2026-03-06, fulfilled_on: 2026-03-05, ended_on: 2026-03-04, "
    "escalated_to: [handlaggare], breaches: [too_early]}"
)
TABLES: dict[Lang, list[str]] = {
    "sv": [
        "                                  Väntat                          Svaret",
        "läge (status)                     att göra (due)                  försenat (overdue)",
        "ljus (light)                      grönt (green)                   rött (red)",
        "sista dag (due)                   fre 6 mars 2026                 lör 7 mars 2026",
        "gjort (fulfilled_on)              tor 5 mars 2026                 inte gjort",
        "bortföll (ended_on)               ons 4 mars 2026                 inte bortfallet",
        "fört vidare till (escalated_to)   handlaggare                     chef",
        "avvikelser (breaches)             too_early                       inga",
    ],
    "en": [
        "                                  Expected                        The answer",
        "status                            to be done (due)                overdue",
        "light                             green                           red",
        "last day (due)                    Fri 6 Mar 2026                  Sat 7 Mar 2026",
        "done (fulfilled_on)               Thu 5 Mar 2026                  not done",
        "ended (ended_on)                  Wed 4 Mar 2026                  not ended",
        "escalated to (escalated_to)       handlaggare                     chef",
        "breaches                          too_early                       none",
    ],
}


@pytest.mark.parametrize("lang", TABLES)
def test_a_line_that_is_wrong_in_everything(lang: Lang) -> None:
    (result,) = tried(with_expected("expect:", WRONG)).results
    assert [plain(line).rstrip() for line in table_lines(result, Look(lang, 100))] == TABLES[lang]


@pytest.mark.parametrize(
    ("item", "opened", "sv", "en"),
    [
        ("del-2", None, "ett krav som gäller del-2", "an obligation that is about del-2"),
        ("null", None, "ett krav som gäller hela ärendet", "an obligation that is about the whole case"),
        (None, "2026-03-03", "ett krav som uppstod tis 3 mars 2026", "an obligation that opened Tue 3 Mar 2026"),
    ],
)
def test_an_obligation_that_is_another(item: str | None, opened: str | None, sv: str, en: str) -> None:
    meant = f"item: {item}" if item else f"opened: {opened}"
    (result,) = tried(with_expected("expect:", f"  - {{rule: prov.svar, {meant}}}")).results
    titles = titles_of(engine_of().catalogues)
    assert answers_told(result, titles, "sv")[0] == f"Väntat: {sv}. Svaret: bara andra krav av regeln:"
    assert answers_told(result, titles, "en")[0] == f"Expected: {en}. The answer: only others of the rule:"


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("sv", "Väntat: 2 krav, med den här raden. Svaret: bara 1 krav:"),
        ("en", "Expected: 2 obligations, with this line. The answer: only 1 obligation:"),
    ],
)
def test_a_line_too_many(lang: Lang, told: str) -> None:
    results = tried(with_expected("expect:", *["  - {rule: prov.svar, status: overdue}"] * 2)).results
    assert results[0].holds
    head, *others = answers_told(results[1], titles_of(engine_of().catalogues), lang)
    assert head == told
    assert len(others) == 1


@pytest.mark.parametrize(
    ("key", "sv", "en"),
    [
        ("item", "hela ärendet", "the whole case"),
        ("light", "inget ljus", "no light"),
        ("due", "ingen sista dag", "no last day"),
        ("fulfilled_on", "inte gjort", "not done"),
        ("ended_on", "inte bortfallet", "not ended"),
    ],
)
def test_what_is_not_there(key: str, sv: str, en: str) -> None:
    assert (value_told(key, None, "sv"), value_told(key, None, "en")) == (sv, en)
    assert value_told(key, date(2026, 3, 6), "sv") == "fre 6 mars 2026"


# With the two rules of RULES they can have every status.
EVERY = (
    RULES.replace("facts:", "states: {vantan: {begins: forlangt, ends: avslutat}}\nfacts:", 1)
    + """\
  - {id: vilar, actor: chef, trigger: mottaget, deadline: {days: 5}, paused_while: vantan, fulfilled_by: svarat}
  - {id: alltid, actor: chef, trigger: mottaget, deadline: continuous, ends_with: avslutat}
"""
)
COVERED: dict[Lang, list[str]] = {
    "sv": [
        "Prov · prov · 0 av 4 regler",
        "          att  för-        klart    bort-         löp- gäller kan ej",
        "          göra senat klart för sent fallet pausat ande inte   bedömas",
        "  svar     ·     ●     ·      ·       ·      –     –     ·       –",
        "  egen     ·     –     ·      –       –      –     –     ·       ·",
        "  vilar    ·     ·     ·      ·       –      ·     –     ·       –",
        "  alltid   –     –     –      –       ·      –     ·     ·       –",
        "",
        "● visat av en rad som håller   · inte visat   – kan inte bli så",
        "",
        "Det här återstår att visa:",
        "  prov.svar: att göra",
        "  prov.egen: att göra",
        "  prov.vilar: att göra och försenat",
        "  prov.alltid: löpande",
        "",
        "Täckning: 0 av 4 regler, 0 %.",
    ],
    "en": [
        "Prov · prov · 0 of 4 rules",
        "          to be over-      done              stand-      un-",
        "          done  due   done late ended paused ing    none judged",
        "  svar      ·     ●    ·    ·     ·     –      –     ·     –",
        "  egen      ·     –    ·    –     –     –      –     ·     ·",
        "  vilar     ·     ·    ·    ·     –     ·      –     ·     –",
        "  alltid    –     –    –    –     ·     –      ·     ·     –",
        "",
        "● shown by a line that holds   · not shown   – cannot be so",
        "",
        "This remains to be shown:",
        "  prov.svar: to be done",
        "  prov.egen: to be done",
        "  prov.vilar: to be done and overdue",
        "  prov.alltid: standing",
        "",
        "Coverage: 0 of 4 rules, 0%.",
    ],
}


@pytest.mark.parametrize("lang", COVERED)
def test_the_coverage_of_rules_that_can_have_every_status(lang: Lang) -> None:
    verdict = tried(with_expected("expect:", "  - {rule: prov.svar, status: overdue}"), EVERY)
    coverage = coverage_of([verdict], [engine_of(EVERY)])
    lines = [plain(line).rstrip() for line in coverage_lines(coverage, Look(lang, 100))]
    assert lines == COVERED[lang]
