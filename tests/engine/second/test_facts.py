"""Worked facts for the second evaluator: values, states and conditions (section 2)."""

import pytest

from tests.engine import second
from tests.engine.second.worked import IN_A_WEEK, START, answer, asked, catalogue, event, rule

E = event


def test_22_a_fact_is_looked_up_on_the_item_then_on_the_case_and_null_takes_it_away() -> None:
    one = rule("a", deadline={"days": "antal"})
    facts = {"facts": {"antal": 9}, "items": {"i1": {"antal": 4}}}
    assert asked(one, [E("start", "2025-03-03", "i1")], "2025-03-03", "due", **facts) == ["2025-03-07"]
    assert asked(one, [E("start", "2025-03-03", "i2")], "2025-03-03", "due", **facts) == ["2025-03-12"]
    taken = [E("besked", "2025-03-03T23:00:00", "i1", data={"antal": None}), E("start", "2025-03-03", "i1")]
    assert asked(one, taken, "2025-03-03", "due", **facts) == ["2025-03-12"]  # the value of the day's end


def test_23_an_end_without_an_item_ends_it_for_all_and_one_with_an_item_for_that_only() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"state": {"franvaro": True}})

    def opens(*events: dict[str, object]) -> bool:
        return bool(asked(one, [*events, E("start", "2025-03-05", "i1")], "2025-03-05", "rule"))

    assert opens(E("borta", "2025-03-03"))  # what holds for the case holds for its items
    assert opens(E("borta", "2025-03-03", "i1"))
    assert not opens(E("borta", "2025-03-03", "i2"))
    assert opens(E("borta", "2025-03-03"), E("hemma", "2025-03-04", "i1"))
    assert not opens(E("borta", "2025-03-03", "i1"), E("hemma", "2025-03-04"))
    assert not opens(E("hemma", "2025-03-05"), E("borta", "2025-03-05", "i1"))  # nothing older: one short absence
    assert not opens(E("hemma", "2025-03-05T09:00:00"), E("borta", "2025-03-05", "i1"))
    assert opens(E("hemma", "2025-03-05T09:00:00"), E("borta", "2025-03-05T10:00:00", "i1"))
    assert opens(E("borta", "2025-03-01", "i1"), E("hemma", "2025-03-05"), E("borta", "2025-03-05", "i1"))


def test_24_no_other_item_in_the_state() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"no_other_in": "franvaro"})
    start = E("start", "2025-03-05", "i1")
    assert asked(one, [E("borta", "2025-03-03", "i1"), start], "2025-03-05", "rule") == ["sol.a"]
    assert asked(one, [E("borta", "2025-03-03", "i2"), start], "2025-03-05", "rule") == []
    assert asked(one, [E("borta", "2025-03-03"), start], "2025-03-05", "rule") == ["sol.a"]  # no other item named
    assert asked(one, [E("borta", "2025-03-03"), start], "2025-03-05", "rule", items={"i2": {}}) == []


@pytest.mark.parametrize(
    ("condition", "missing"),
    [
        ({"regi": "egen"}, ["regi"]),
        ({"regi": "egen", "iub": True}, []),  # iub is false: decided
        ({"regi": "egen", "antal": {"over": 3}, "iub": False}, ["antal", "regi"]),
        ({"any": [{"regi": "egen"}, {"iub": True}]}, ["regi"]),
        ({"any": [{"regi": "egen"}, {"iub": False}]}, None),
        ({"all": [{"iub": False}, {"any": [{"orsak": "x"}, {"iub": True}]}]}, ["orsak"]),
        ({"regi": {"known": False}}, None),
        ({"regi": {"not": ["egen", "extern"]}}, ["regi"]),
        ({"iub": {"not": True}}, None),
    ],
)
def test_25_unknown_is_never_taken_for_no(condition: dict[str, object], missing: list[str] | None) -> None:
    told = answer(rule("a", deadline=IN_A_WEEK, only_if=condition), [START], "2025-03-03", facts={"iub": False})
    assert bool(told["obligations"]) == (missing is None)
    named = [{"rule": "sol.a", "item": None, "day": "2025-03-03", "missing": missing}] if missing else []
    assert told["undetermined"] == named


def test_25_a_range_and_a_scope() -> None:
    found = catalogue(rule("a", deadline=IN_A_WEEK, only_if={"antal": {"over": 3, "at_most": 5}}), scope={"iub": False})
    for number, iub, opens in [
        (3, False, False),
        (4, False, True),
        (5, False, True),
        (6, False, False),
        (4, True, False),
    ]:
        facts = {"antal": number, "iub": iub}
        assert bool(asked(found, [START], "2025-03-03", "rule", facts=facts)) == opens


def test_25_a_deadline_that_needs_a_missing_fact() -> None:
    one = rule("a", deadline={"date": "dag", "plus": {"days": "antal"}})
    told = answer(one, [START], "2025-03-04")
    assert told["undetermined"] == [{"rule": "sol.a", "item": None, "day": "2025-03-03", "missing": ["antal", "dag"]}]
    given = {"facts": {"antal": 2, "dag": "2025-03-10"}}
    moved = [START, E("besked", "2025-03-04", data={"dag": "2025-05-01"})]
    assert asked(one, moved, "2025-03-04", "due", **given) == ["2025-03-12"]  # read on that day, once
    with pytest.raises(second.SecondError):
        answer(one, [START], "2025-03-04", facts={"antal": -1, "dag": "2025-03-10"})
