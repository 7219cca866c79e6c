"""RM275: a rule that asks for a fact of an event, and waits for another's delay behind which no event stands."""

import pytest

from rutinmotor.language.lints.behind import find
from tests.language.lints.linting import catalogue, linted

WORDS = "  svar: {title: Svar, type: text, of: event}\n"
DATED = "- {id: a, trigger: {date: dag}, deadline: {days: 3}, fulfilled_by: klar}"
LATE = "- {id: b, trigger: {overdue: a}, only_if: {svar: {known: true}}, deadline: {days: 3}, fulfilled_by: slut}"
AHEAD = "- {id: c, trigger: {ahead_of: a, by: {days: 1}}, fulfilled_by: klar}"


def told(*rules: str) -> list[str]:
    text = catalogue("\n".join(rules)).replace("states:\n", f"{WORDS}states:\n")
    return [one.split()[0] for one in linted(find, text)]


@pytest.mark.parametrize(
    ("rules", "wanted"),
    [
        ((DATED, LATE), ["RM275"]),
        ((DATED.replace("{date: dag}", "beslut"), LATE), []),
        ((DATED.replace("{date: dag}", "{state: franvaro}"), LATE), []),
        ((DATED.replace("{date: dag}", "{missing: klar, since: beslut, for: {days: 2}}"), LATE), []),
        # Enough that one of its triggers is an event.
        ((DATED.replace("{date: dag}", "[{date: dag}, beslut]"), LATE), []),
        ((DATED, LATE.replace("svar: {known: true}", "regi: egen")), []),
        ((DATED, AHEAD, LATE.replace("overdue: a", "overdue: c")), ["RM275"]),
        # Behind what was done stands what it was done with.
        ((DATED, LATE.replace("overdue: a", "fulfilled: a")), []),
        ((DATED, LATE.replace("{overdue: a}", "[{overdue: a}, beslut]")), ["RM275"]),
    ],
)
def test_what_stands_behind(rules: tuple[str, ...], wanted: list[str]) -> None:
    assert told(*rules) == wanted


def test_through_several_rules() -> None:
    middle = "- {id: m, trigger: {overdue: a}, deadline: {days: 3}, fulfilled_by: slut}"
    late = LATE.replace("overdue: a", "overdue: m")
    assert told(DATED, middle, late) == ["RM275"]
    assert told(DATED.replace("{date: dag}", "beslut"), middle, late) == []


def test_rules_that_only_wait_for_each_other() -> None:
    one = "- {id: a, trigger: {overdue: b}, deadline: {days: 3}, fulfilled_by: klar}"
    assert told(one, LATE) == ["RM275"]


def test_the_sentence_names_both_rules() -> None:
    text = catalogue(f"{DATED}\n{LATE}").replace("states:\n", f"{WORDS}states:\n")
    assert linted(find, text) == [
        "RM275 ”b” frågar efter ”svar”, som hör till en händelse, men bakom kravet ”a” står ingen händelse."
    ]
