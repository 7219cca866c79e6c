"""What an event takes away without naming it in its `data` (semantics 2.8): `nytt_beslut` takes `dag` and `antal`."""

from itertools import permutations

import pytest

from tests.engine.semantics.asking import gaps, told

AHEAD = "- {id: infor, trigger: {date: dag, minus: {days: 30}}, deadline: {days: 5}, fulfilled_by: klar}"
ASKED = "- {id: koll, trigger: fraga, only_if: {dag: {known: true}}, deadline: {days: 5}, fulfilled_by: klar}"
COUNTED = "- {id: tid, trigger: fraga, deadline: {days: antal}, fulfilled_by: klar}"
OLD = "- {id: a, type: nytt_beslut, at: 2025-01-07, item: x, data: {dag: 2025-06-30, antal: 3}}"


def log(*lines: str) -> str:
    return "\n".join((OLD, *lines))


@pytest.mark.parametrize(
    ("data", "opened"),
    [
        # The end date of the old decision is not the new one's.
        ("", []),
        (", data: {antal: 2}", []),
        (", data: {dag: 2025-09-30}", ["infor due 2025-09-05"]),
        (", data: {dag: null}", []),
    ],
)
def test_2_8_a_new_decision_without_an_end_date_is_open_ended(data: str, opened: list[str]) -> None:
    new = f"- {{id: b, type: nytt_beslut, at: 2025-03-03, item: x{data}}}"
    assert told(AHEAD, log(new), "2025-09-01") == opened
    assert told(AHEAD, log(), "2025-06-01") == ["infor due 2025-06-05"]
    # An event of another type leaves it as it is.
    assert told(AHEAD, log(new.replace("nytt_beslut", "beslut").replace(data, "")), "2025-06-01") == [
        "infor due 2025-06-05"
    ]


def test_2_8_what_the_case_file_gave_is_taken_away_too() -> None:
    given = "items: {x: {dag: 2025-06-30}}\nevents:\n  - {type: nytt_beslut, at: 2025-01-07, item: x}"
    asked = f"{given}\n  - {{type: fraga, at: 2025-02-03, item: x}}"
    assert told(ASKED, asked, "2025-02-03") == []
    assert told(ASKED, asked.replace("nytt_beslut", "beslut"), "2025-02-03") == ["koll due 2025-02-08"]


@pytest.mark.parametrize(
    ("item", "asked", "known"),
    [
        # Of its item, and of the case if it has none: of no other, and of nothing beneath or above.
        (", item: x", ", item: x", False),
        (", item: x", ", item: y", True),
        (", item: x", "", True),
        ("", "", False),
        ("", ", item: x", True),
    ],
)
def test_2_8_whose_it_takes_away(item: str, asked: str, known: bool) -> None:
    given = "facts: {dag: 2025-06-30}\nitems: {x: {dag: 2025-07-31}, y: {dag: 2025-08-31}}\nevents:\n"
    # Of the item the case's own value shows beneath, so that the case has none where the item is asked.
    given = given.replace("facts: {dag: 2025-06-30}\n", "") if (item, asked) == (", item: x", ", item: x") else given
    lines = f"  - {{type: nytt_beslut, at: 2025-01-07{item}}}\n  - {{type: fraga, at: 2025-02-03{asked}}}"
    assert told(ASKED, given + lines, "2025-02-03") == (["koll due 2025-02-08"] if known else [])


def test_2_8_the_cases_value_shows_beneath_what_an_item_has_lost() -> None:
    given = "facts: {antal: 9}\nitems: {x: {antal: 3}}\nevents:\n  - {type: fraga, at: 2025-02-03, item: x}"
    reset = "\n  - {type: nytt_beslut, at: 2025-01-07, item: x}"
    assert told(COUNTED, given, "2025-02-03") == ["tid due 2025-02-06"]
    assert told(COUNTED, given + reset, "2025-02-03") == ["tid due 2025-02-12"]


def test_2_8_what_is_taken_away_is_missing_until_it_is_given() -> None:
    new, asked = "- {type: nytt_beslut, at: 2025-01-20, item: x}", "- {type: fraga, at: 2025-02-03, item: x}"
    assert gaps(COUNTED, log(asked), "2025-02-04") == []
    assert gaps(COUNTED, log(new, asked), "2025-02-04") == ["tid x 2025-02-03 antal"]
    later = "- {type: besked, at: 2025-02-05, item: x, data: {antal: 4}}"
    assert told(COUNTED, log(new, asked, later), "2025-02-05") == ["tid due 2025-02-07"]
    # To take it away once more is no answer.
    again = new.replace("01-20", "02-04")
    assert gaps(COUNTED, log(new, asked, again), "2025-02-04") == ["tid x 2025-02-03 antal"]


@pytest.mark.parametrize(
    ("reset", "value", "due"),
    [
        # On one day the later clock stands.
        ("2025-02-03T09:00", "2025-02-03T10:00", "2025-02-08"),
        ("2025-02-03T10:00", "2025-02-03T09:00", None),
        # Without a clock on either side the order is open: the later recorded stands (2.2).
        ("2025-02-03", "2025-02-03T09:00", "2025-02-08"),
        ("2025-02-03, recorded: 2025-02-04", "2025-02-03T09:00", None),
        ("2025-02-03T09:00", "2025-02-03", None),
        ("2025-02-03T09:00", "2025-02-03, recorded: 2025-02-04", "2025-02-08"),
        ("2025-02-03", "2025-02-03, recorded: 2025-02-04", "2025-02-08"),
        ("2025-02-03, recorded: 2025-02-04", "2025-02-03", None),
        # Else the greater id: v is greater than r.
        ("2025-02-03", "2025-02-03", "2025-02-08"),
        ("2025-02-03T09:00", "2025-02-03T09:00", "2025-02-08"),
    ],
)
def test_2_8_a_value_and_a_reset_on_one_day(reset: str, value: str, due: str | None) -> None:
    lines = (
        f"- {{id: r, type: nytt_beslut, at: {reset}}}",
        f"- {{id: v, type: besked, at: {value}, data: {{dag: 2025-06-30}}}}",
        "- {id: f, type: fraga, at: 2025-02-03T23:00}",
    )
    for order in permutations(lines):
        assert told(ASKED, "\n".join(order), "2025-02-03") == ([f"koll due {due}"] if due else [])


def test_2_8_a_condition_sees_it_from_its_own_clock_on() -> None:
    given = "facts: {dag: 2025-06-30}\nevents:\n  - {type: nytt_beslut, at: 2025-02-03T10:00}\n"
    for clock, known in (("T09:00", True), ("T10:00", False), ("T11:00", False), ("", False)):
        asked = f"{given}  - {{type: fraga, at: 2025-02-03{clock}}}"
        assert told(ASKED, asked, "2025-02-03") == (["koll due 2025-02-08"] if known else [])


def test_2_8_the_event_that_resets_does_not_see_what_it_takes_away() -> None:
    rule = ASKED.replace("trigger: fraga", "trigger: nytt_beslut")
    given = "facts: {dag: 2025-06-30}\nevents:\n"
    assert told(rule, f"{given}  - {{type: nytt_beslut, at: 2025-02-03T10:00}}", "2025-02-03") == []
    own = f"{given}  - {{type: nytt_beslut, at: 2025-02-03T10:00, data: {{dag: 2025-07-31}}}}"
    assert told(rule, own, "2025-02-03") == ["koll due 2025-02-08"]


def test_2_8_a_reset_that_is_retracted_takes_nothing_away() -> None:
    new = "- {id: b, type: nytt_beslut, at: 2025-03-03, item: x}"
    gone = "- {retracts: b, recorded: 2025-03-05}"
    assert told(AHEAD, log(new, gone), "2025-06-01") == ["infor due 2025-06-05"]
    assert told(AHEAD, log(new, gone), "2025-06-01", known="2025-03-04") == []
