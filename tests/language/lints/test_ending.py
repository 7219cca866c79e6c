"""Rules that never end, never come again, or end as they begin: known answers, and what the engine makes of them."""

from datetime import date

import pytest

from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.language.case import Case, Event
from rutinmotor.language.lints.ending import find
from tests.language.lints.linting import catalogue, codes, linted


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        ("deadline: none", ["RM240"]),
        ("deadline: {days: 3}", ["RM240"]),
        ("repeat: {each: month}", ["RM240"]),
        ("deadline: continuous", []),
        ("deadline: none, fulfilled_by: klar", []),
        ("deadline: none, ends_with: slut", []),
        ("repeat: {every: {days: 3}, from: fulfilment}, ends_with: slut", ["RM241"]),
        ("repeat: {every: {days: 3}, from: trigger}, ends_with: slut", []),
        ("repeat: {every: {days: 3}, from: fulfilment}, fulfilled_by: klar, ends_with: slut", []),
        ("repeat: {every: {days: 3}, from: fulfilment}, fulfilled_by: klar", ["RM242"]),
        ("repeat: {every: {days: 3}, from: trigger}, fulfilled_by: klar", ["RM242"]),
        ("repeat: {each: month}, fulfilled_by: klar", ["RM242"]),
        ("repeat: {each: month}, fulfilled_by: klar, only_if: {regi: egen}", []),
        ("deadline: none, fulfilled_by: [klar, ansokan]", ["RM243"]),
        ("repeat: {every: {days: 3}, from: fulfilment}, fulfilled_by: ansokan, ends_with: slut", []),
    ],
)
def test_endings(rest: str, wanted: list[str]) -> None:
    assert codes(find, f"- {{id: a, trigger: ansokan, {rest}}}") == wanted


def test_a_scope_can_end_a_series() -> None:
    rule = "- {id: a, trigger: ansokan, repeat: {each: month}, fulfilled_by: klar}"
    assert codes(find, rule, "scope: {regi: egen}\n") == []


def test_the_sentence_names_the_event() -> None:
    rule = "- {id: a, trigger: [slut, ansokan], deadline: none, fulfilled_by: ansokan}"
    assert linted(find, catalogue(rule)) == [
        "RM243 ”a” är uppfylld i samma stund som den utlöses, eftersom ”ansokan” gör båda delarna."
    ]


@pytest.mark.parametrize("per", ["", ", per: case", ", per: item"])
@pytest.mark.parametrize("item", [None, "ett"])
@pytest.mark.parametrize("deadline", ["{days: 3}", "{before: slut}", "{working_days: 0, calendar: vardag}"])
def test_what_is_told_as_done_at_once_is_fulfilled_on_its_first_day(deadline: str, per: str, item: str | None) -> None:
    rule = f"- {{id: a, trigger: ansokan, deadline: {deadline}, fulfilled_by: ansokan{per}}}"
    assert codes(find, rule) == ["RM243"]
    day = date(2025, 3, 3)
    case = Case("1", (Event("ansokan", day, id="1", item=item),), items={"ett": {}, "tva": {}})
    found = engine_from_texts({"a.yaml": catalogue(rule)}).evaluate(case, day).obligations
    assert found
    assert {(one.status, one.fulfilled_on) for one in found} == {("fulfilled", day)}
