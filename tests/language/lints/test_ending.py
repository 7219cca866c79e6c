"""Rules that never end, never come again, or end as they begin: known answers, and what the engine makes of them."""

from datetime import date

import pytest

from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.language.case import Case, Event
from rutinmotor.language.lints.ending import find
from tests.language.lints.linting import catalogue, codes


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
        ("deadline: none, fulfilled_by: [klar, ansokan]", []),
        ("repeat: {every: {days: 3}, from: fulfilment}, fulfilled_by: ansokan, ends_with: slut", []),
    ],
)
def test_endings(rest: str, wanted: list[str]) -> None:
    assert codes(find, f"- {{id: a, trigger: ansokan, {rest}}}") == wanted


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        ("deadline: {days: 3}, ends_with: {overdue: b}", ["RM255"]),
        ("deadline: {days: 3}, ends_with: [slut, {overdue: c}]", []),
        ("deadline: {days: 3}, ends_with: {overdue: a}", []),
        ("deadline: none, ends_with: [slut, {overdue: a}]", ["RM255"]),
        ("deadline: none, ends_with: slut, spares: overdue", ["RM257"]),
        ("deadline: {days: 3}, ends_with: slut, spares: overdue", []),
        ("repeat: {each: month}, ends_with: slut, spares: [overdue, running]", []),
        ("deadline: {days: 3}, ends_with: {overdue: a}, spares: overdue", ["RM258"]),
        ("deadline: {days: 3}, ends_with: {overdue: c}, spares: overdue", []),
    ],
)
def test_endings_that_do_nothing(rest: str, wanted: list[str]) -> None:
    others = "\n- {id: b, trigger: ansokan, deadline: none, fulfilled_by: klar}"
    others += "\n- {id: c, trigger: ansokan, deadline: {days: 1}, fulfilled_by: klar}"
    assert codes(find, f"- {{id: a, trigger: ansokan, {rest}}}{others}") == wanted


@pytest.mark.parametrize(
    ("survives", "only_if", "wanted"),
    [
        (", survives: true", ", only_if: {any: [{state: {franvaro: true}}, {regi: egen}]}", ["RM256"]),
        (", survives: true", ", only_if: {no_other_in: franvaro}", ["RM256"]),
        (", survives: true", ", only_if: {regi: egen}", []),
        ("", ", only_if: {state: {franvaro: true}}", []),
    ],
)
def test_what_waits_on_anyway_need_not_survive(survives: str, only_if: str, wanted: list[str]) -> None:
    trigger = f"{{missing: klar, since: ansokan, for: {{days: 3}}{survives}}}"
    rule = f"- {{id: a, trigger: {trigger}, deadline: none, ends_with: slut{only_if}}}"
    assert codes(find, rule) == wanted


def test_a_scope_can_end_a_series() -> None:
    rule = "- {id: a, trigger: ansokan, repeat: {each: month}, fulfilled_by: klar}"
    assert codes(find, rule, "scope: {regi: egen}\n") == []


@pytest.mark.parametrize("deadline", ["{days: 3}", "{before: slut}", "{working_days: 0, calendar: vardag}"])
@pytest.mark.parametrize("on_repeat", ["add", "keep", "restart"])
def test_what_fulfils_the_last_and_opens_the_next_is_no_matter(deadline: str, on_repeat: str) -> None:
    """Semantics 1.10: an event serves what was there, and not what it opens itself."""
    rule = f"- {{id: a, trigger: ansokan, deadline: {deadline}, fulfilled_by: ansokan, on_repeat: {on_repeat}}}"
    assert codes(find, rule) == []
    of = engine_from_texts({"a.yaml": catalogue(rule)})
    first, second = date(2025, 3, 3), date(2025, 3, 5)
    case = Case("1", (Event("ansokan", first, id="1"), Event("ansokan", second, id="2")))
    assert [one.status for one in of.evaluate(case, first).obligations] == ["due"]
    assert {(one.opened, one.status) for one in of.evaluate(case, second).obligations} == {
        (first, "fulfilled_late" if "working_days" in deadline else "fulfilled"),
        (second, "due"),
    }
