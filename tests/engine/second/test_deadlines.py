"""Worked deadlines for the second evaluator: due dates, pauses, extensions and breaches (section 4)."""

import pytest

from tests.engine import second
from tests.engine.second.worked import IN_A_WEEK, START, answer, asked, catalogue, event, rule

E = event


@pytest.mark.parametrize(
    ("start", "deadline", "due"),
    [
        ("2025-01-31", {"months": 1}, "2025-02-28"),
        ("2024-02-29", {"years": 1}, "2025-02-28"),
        ("2025-10-01", {"weeks": 6}, "2025-11-12"),  # Wednesday to Wednesday
        ("2025-03-03", {"days": 0}, "2025-03-03"),
        ("2025-04-17", {"working_days": 1, "calendar": "vardag"}, "2025-04-22"),  # Thursday, over Easter, to Tuesday
        ("2025-12-22", {"working_days": 3, "calendar": "vardag"}, "2025-12-30"),  # Mon; Tue 23, Mon 29, Tue 30
        ("2025-04-19", {"working_days": 0, "calendar": "vardag"}, "2025-04-19"),
        ("2025-03-20", {"day_of_month": 5, "months_ahead": 1}, "2025-04-05"),
        ("2025-01-20", {"day_of_month": 31, "months_ahead": 1}, "2025-02-28"),
        ("2025-03-05", {"end_of": "week"}, "2025-03-09"),
        ("2024-02-05", {"end_of": "month"}, "2024-02-29"),
        ("2025-05-05", {"end_of": "quarter"}, "2025-06-30"),
        ("2025-05-05", {"end_of": "half_year"}, "2025-06-30"),
        ("2025-07-01", {"end_of": "half_year"}, "2025-12-31"),
        ("2025-07-01", {"end_of": "year"}, "2025-12-31"),
        ("2025-03-03", {"date": "dag", "minus": {"months": 1}}, "2025-04-30"),
        ("2025-03-03", {"weeks": "antal"}, "2025-03-17"),
        ("2026-03-19", {"months": 3, "roll": "next_working_day", "calendar": "vardag"}, "2026-06-22"),  # midsommarafton
        ("2026-03-19", {"months": 3, "roll": "previous_working_day", "calendar": "vardag"}, "2026-06-18"),
        ("2026-09-24", {"months": 3, "roll": "next_working_day", "calendar": "vardag"}, "2026-12-28"),  # julafton
    ],
)
def test_41_to_46_due_dates(start: str, deadline: object, due: str) -> None:
    facts = {"antal": 2, "dag": "2025-05-30"}
    assert asked(rule("a", deadline=deadline), [E("start", start)], start, "due", facts=facts) == [due]


def test_42_extra_free_and_extra_working_days_and_years_outside() -> None:
    one = rule("a", deadline={"working_days": 1, "calendar": "egen"})
    found = catalogue(
        one,
        calendars={
            "egen": {
                "weekdays": ["mon", "tue"],
                "holidays": "SE",
                "eves_free": False,
                "extra_free": ["2025-03-04"],
                "extra_working": ["2025-03-08", "2025-04-18"],
            }
        },
    )
    for start, due in [("2025-03-03", "2025-03-08"), ("2025-03-08", "2025-03-10"), ("2025-04-15", "2025-04-18")]:
        assert asked(found, [E("start", start)], start, "due") == [due]
    for start in ("2100-12-31", "1952-12-31"):
        with pytest.raises(second.SecondError):
            answer(found, [E("start", start)], start)


def test_44_before_has_no_due_date_until_the_event_comes() -> None:
    one = rule("a", deadline={"before": "besked"})
    keys = ("status", "due")
    assert asked(one, [START], "2025-03-09", *keys) == [("due", None)]
    told = [START, E("besked", "2025-03-09"), E("besked", "2025-03-12")]
    assert asked(one, told, "2025-03-09", *keys) == [("due", "2025-03-09")]
    assert asked(one, told, "2025-03-10", *keys) == [("overdue", "2025-03-09")]
    assert asked(one, [*told, E("klar", "2025-03-08")], "2025-03-31", *keys) == [("fulfilled", None)]
    assert asked(one, [*told, E("klar", "2025-03-09")], "2025-03-31", *keys) == [("fulfilled", "2025-03-09")]
    earlier = [E("start", "2025-03-03T12:00:00"), E("besked", "2025-03-03T08:00:00")]
    assert asked(one, earlier, "2025-03-03", *keys) == [("due", None)]
    same_day = [E("start", "2025-03-03T12:00:00"), E("besked", "2025-03-03")]
    assert asked(one, same_day, "2025-03-03", *keys) == [("due", "2025-03-03")]


def test_44_continuous_stands_until_the_state_that_triggered_it_ends() -> None:
    one = rule("a", {"state": "franvaro"}, "continuous", per="case")
    events = [E("borta", "2025-03-03", "i1"), E("borta", "2025-03-04", "i2"), E("hemma", "2025-03-06", "i1")]
    told = asked(one, events, "2025-03-06", "opened", "status", "ended_on", "light")
    assert told == [("2025-03-03", "ended", "2025-03-06", None), ("2025-03-04", "standing", None, "green")]


def test_45_an_urgency_word() -> None:
    keys = ("status", "due", "light", "urgency")
    alone = rule("a", deadline={"urgency": "skyndsamt"})
    assert asked(alone, [START], "2026-03-03", *keys) == [("due", None, "yellow", "skyndsamt")]
    latest = rule("a", deadline={"urgency": "skyndsamt", "at_latest": {"days": 3}})
    assert asked(latest, [START], "2025-03-06", *keys) == [("due", "2025-03-06", "green", "skyndsamt")]
    found = catalogue(alone, urgency={"skyndsamt": {"working_days": 2, "calendar": "vardag"}})
    assert asked(found, [E("start", "2025-03-07")], "2025-03-11", *keys) == [
        ("due", "2025-03-11", "green", "skyndsamt")
    ]


def test_47_on_the_due_date_is_in_time() -> None:
    one = rule("a", deadline=IN_A_WEEK)
    assert asked(one, [START], "2025-03-10", "status") == ["due"]
    assert asked(one, [START], "2025-03-11", "status", "days_left") == [("overdue", -1)]
    assert asked(one, [START, E("klar", "2025-03-10")], "2025-03-11", "status") == ["fulfilled"]
    assert asked(one, [START, E("klar", "2025-03-11")], "2025-03-11", "status") == ["fulfilled_late"]


def test_48_too_early_and_backdated_are_both_reported() -> None:
    one = rule("a", deadline={"days": 20}, not_before={"days": 14}, backdating="dag")
    done = E("klar", "2025-03-16", id="k", data={"dag": "2025-03-15"})
    told = asked(one, [START, done], "2025-03-16", "status", "breaches")
    assert told == [
        (
            "fulfilled",
            [
                {"kind": "backdated", "event": "k", "day": "2025-03-16"},
                {"kind": "too_early", "event": "k", "day": "2025-03-16"},
            ],
        )
    ]
    in_time = E("klar", "2025-03-17", data={"dag": "2025-03-17"})
    assert asked(one, [START, in_time], "2025-03-17", "breaches") == [[]]


def test_49_a_paused_day_moves_the_due_date_one_day_on() -> None:
    one = rule("a", deadline=IN_A_WEEK, paused_while="franvaro")
    events = [START, E("borta", "2025-03-05"), E("hemma", "2025-03-08")]  # the 5th, 6th and 7th are not counted
    assert asked(one, events, "2025-03-07", "status", "due") == [("paused", None)]
    assert asked(one, events, "2025-03-08", "status", "due") == [("due", "2025-03-13")]
    from_start = [START, E("borta", "2025-03-03"), E("hemma", "2025-03-05")]  # the opening day never counts
    assert asked(one, from_start, "2025-03-05", "due") == ["2025-03-11"]
    too_late = [START, E("borta", "2025-03-11")]
    assert asked(one, too_late, "2025-03-20", "status", "due") == [("overdue", "2025-03-10")]
    closed = [START, E("borta", "2025-03-05"), E("klar", "2025-03-30")]
    assert asked(one, closed, "2025-03-31", "status", "due") == [("fulfilled", None)]


def test_49_in_working_days_only_paused_working_days_count() -> None:
    one = rule("a", deadline={"working_days": 5, "calendar": "vardag"}, paused_while="franvaro")
    events = [START, E("borta", "2025-03-07"), E("hemma", "2025-03-10")]  # Friday to Sunday
    assert asked(one, events, "2025-03-10", "due") == ["2025-03-11"]  # Monday the 10th, and one more


def test_410_an_extension_moves_on_from_the_unrolled_date_and_no_more_often_than_allowed() -> None:
    roll = {"days": 5, "roll": "next_working_day", "calendar": "vardag"}  # Saturday the 8th, rolled to Monday the 10th
    one = rule("a", deadline=roll, extended_by={"event": "besked", "by": {"days": 7}})
    first, again = E("besked", "2025-03-10", id="b1"), E("besked", "2025-03-11", id="b2")
    assert asked(one, [START, first], "2025-03-10", "due", "breaches") == [("2025-03-17", [])]  # Saturday the 15th
    bad = [{"kind": "bad_extension", "event": "b2", "day": "2025-03-11"}]
    assert asked(one, [START, first, again], "2025-03-11", "due", "breaches") == [("2025-03-17", bad)]
    assert asked(one, [START, again], "2025-03-11", "due", "breaches") == [("2025-03-10", bad)]
    twice = rule("a", deadline=roll, extended_by={"event": "besked", "by": {"months": 1}, "at_most": 2})
    assert asked(twice, [START, first, again], "2025-03-11", "due") == ["2025-05-08"]  # two months from the 8th


def test_411_a_deadline_after_the_year_9999_is_an_error() -> None:
    with pytest.raises(second.SecondError):
        answer(rule("a", deadline={"years": 8000}), [START], "2025-03-03")
