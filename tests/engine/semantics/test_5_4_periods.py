"""Semantics 5.4: which period an event serves, and where a series of periods begins. Known answers, counted by hand."""

from datetime import date, timedelta

import pytest

from rutinmotor import Case, Evaluation, Event
from tests.engine.semantics.asking import engine, gaps, next_change, told
from tests.steps import steps

FIFTH = ", deadline: {day_of_month: 5, months_ahead: 1}"
NAMED = ", period_of: dag"
WHOLE = ", first: whole"


def rule(repeat: str = "", more: str = "", *, each: str = "month", trigger: str = "start") -> str:
    """A rule for each period that `klar` fulfils."""
    return f"- {{id: rapport, trigger: {trigger}, repeat: {{each: {each}{repeat}}}, fulfilled_by: klar{more}}}\n"


def log(*events: str, start: str = "2025-01-03") -> str:
    """A start, and more events: `klar` unless it says so, a day, and for which day it is."""
    lines = [f"- {{type: start, at: '{start}', id: e0}}"]
    for number, one in enumerate(events, 1):
        words = one.split()
        type_ = words.pop(0) if not words[0][0].isdecimal() else "klar"
        about = f", data: {{dag: {words[1]}}}" if len(words) > 1 else ""
        lines.append(f"- {{type: {type_}, at: '{words[0]}', id: e{number}{about}}}")
    return "\n".join(lines)


def test_5_4_due_after_its_period_the_latest_ended_one_is_served() -> None:
    """Due on the 5th, always reported on the 8th: each is late, and none is in time for the next."""
    reported = log("2025-02-08", "2025-03-08", "2025-04-08")
    assert told(rule(more=FIFTH), reported, "2025-04-30", "opened due status fulfilled_on") == [
        "2025-04-01 2025-05-05 due -",
        "2025-01-03 2025-02-05 fulfilled_late 2025-02-08",
        "2025-02-01 2025-03-05 fulfilled_late 2025-03-08",
        "2025-03-01 2025-04-05 fulfilled_late 2025-04-08",
    ]


def test_5_4_of_several_ended_ones_the_latest_is_served() -> None:
    """January was never reported, and stays: what comes in March is February's."""
    assert sorted(told(rule(more=FIFTH), log("2025-03-04"), "2025-03-04", "opened status")) == [
        "2025-01-03 overdue",
        "2025-02-01 fulfilled",
        "2025-03-01 due",
    ]
    assert sorted(told(rule(more=FIFTH), log("2025-03-04", "2025-03-04"), "2025-03-04", "opened status")) == [
        "2025-01-03 fulfilled_late",
        "2025-02-01 fulfilled",
        "2025-03-01 due",
    ]


def test_5_4_due_within_its_period_the_running_one_is_served() -> None:
    """January was missed; what is reported on the 27th of each month is in time for that month."""
    reported = log("2025-02-27", "2025-03-27")
    assert told(rule(), reported, "2025-03-31", "opened status") == [
        "2025-01-03 overdue",
        "2025-02-01 fulfilled",
        "2025-03-01 fulfilled",
    ]


def test_5_4_where_the_running_one_is_done_the_oldest_is_served() -> None:
    three = log("2025-03-10", "2025-03-11", start="2024-12-20")
    assert sorted(told(rule(), three, "2025-03-11", "opened status")) == [
        "2024-12-20 fulfilled_late",
        "2025-01-01 overdue",
        "2025-02-01 overdue",
        "2025-03-01 fulfilled",
    ]


@pytest.mark.parametrize(
    ("deadline", "status"),
    [
        # Saturday 31 May is due on Monday 2 June only by the roll.
        ("{days: 0, calendar: vardag, roll: next_working_day}", "fulfilled"),
        ("{days: 1, calendar: vardag, roll: next_working_day}", "due"),  # 1 June, before the roll
    ],
)
def test_5_4_whether_it_is_due_after_its_period_is_asked_before_the_roll(deadline: str, status: str) -> None:
    lines = told(
        rule(more=f", deadline: {deadline}"), log("2025-06-02", start="2025-05-01"), "2025-06-02", "opened status"
    )
    assert f"2025-06-01 {status}" in lines


def test_5_4_whether_it_is_due_after_its_period_is_asked_before_pauses() -> None:
    paused = log("borta 2025-01-20", "hemma 2025-01-25", "2025-02-03")
    moved = told(rule(more=", paused_while: franvaro"), paused, "2025-02-03", "opened due status")
    assert moved == ["2025-01-03 2025-02-05 due", "2025-02-01 2025-02-28 fulfilled"]


def test_5_4_on_the_first_day_of_a_period_the_old_goes_first() -> None:
    """1.9: the next opens without a clock, and what was there when the day began is served."""
    for day in ("2025-02-01", "2025-02-01T09:00"):
        assert told(rule(), log(day), "2025-02-01", "opened status") == [
            "2025-02-01 due",
            "2025-01-03 fulfilled_late",
        ]
    done = log("2025-01-31", "2025-02-01")
    assert told(rule(), done, "2025-02-01", "opened status") == ["2025-01-03 fulfilled", "2025-02-01 fulfilled"]


def test_5_4_half_years() -> None:
    """The notes of the autumn are due with it: what comes in January is the spring's."""
    lines = told(rule(each="half_year"), log("2026-01-07", start="2025-10-01"), "2026-01-07", "opened status")
    assert lines == ["2025-10-01 overdue", "2026-01-01 fulfilled"]


# period_of


def test_5_4_an_event_that_names_its_period_serves_that_one() -> None:
    """Of January, February and March, all open: whatever else it would have served."""
    for day, opened in (("2025-01-15", "2025-01-03"), ("2025-02-28", "2025-02-01"), ("2025-03-31", "2025-03-01")):
        for more in ("", FIFTH):
            lines = told(rule(NAMED, more), log(f"2025-03-20 {day}"), "2025-03-20", "opened fulfilled_by")
            assert [line for line in lines if line.endswith("e1")] == [f"{opened} e1"]


def test_5_4_where_the_period_that_it_names_is_not_open_it_serves_nothing() -> None:
    for day in ("2024-12-31", "2025-04-01", "2025-02-10"):
        done = log("2025-02-20 2025-02-01", f"2025-03-20 {day}")
        lines = told(rule(NAMED, FIFTH), done, "2025-03-20", "opened fulfilled_by")
        assert sorted(lines) == ["2025-01-03 -", "2025-02-01 e1", "2025-03-01 -"]


def test_5_4_an_event_that_names_none_is_served_as_ever() -> None:
    assert told(rule(NAMED, FIFTH), log("2025-02-08"), "2025-02-08", "opened status") == [
        "2025-02-01 due",
        "2025-01-03 fulfilled_late",
    ]
    null = log("2025-02-08 null")
    assert told(rule(NAMED, FIFTH), null, "2025-02-08", "opened status")[1] == "2025-01-03 fulfilled_late"


def test_5_4_what_names_another_period_does_not_serve_what_has_just_opened() -> None:
    """Nor the first of the next period on its own day, nor what opens with its trigger."""
    assert told(rule(NAMED), log("2025-01-03 2025-02-10"), "2025-01-03", "status") == ["due"]
    assert told(rule(NAMED), log("2025-01-03 2025-01-31"), "2025-01-03", "status") == ["fulfilled"]
    done = log("2025-01-20", "2025-02-01 2025-01-31")
    assert told(rule(NAMED), done, "2025-02-01", "opened status") == ["2025-02-01 due", "2025-01-03 fulfilled"]
    named = log("2025-01-20", "2025-02-01 2025-02-28")
    assert told(rule(NAMED), named, "2025-02-01", "status") == ["fulfilled", "fulfilled"]


def test_5_4_what_was_done_before_counts_for_the_period_that_it_names() -> None:
    """5.1 `counts_from`: of what precedes the opening only what does not name another period."""
    counted = rule(NAMED, ", counts_from: beslut")
    for done, status in (
        ("2025-01-02 2025-01-09", "fulfilled"),
        ("2025-01-02", "fulfilled"),
        ("2025-01-02 2024-12-31", "due"),
    ):
        assert told(counted, log("beslut 2025-01-01", done), "2025-01-03", "status") == [status]


def test_5_4_one_event_serves_one_of_each_series() -> None:
    both = "- {type: start, at: 2025-01-20, item: h1}\n- {type: start, at: 2025-01-20, item: h2}\n"
    named = both + "- {type: klar, at: 2025-02-05, data: {dag: 2025-01-31}}"
    assert sorted(told(rule(NAMED), named, "2025-02-05", "item opened status")) == [
        "h1 2025-01-20 fulfilled_late",
        "h1 2025-02-01 due",
        "h2 2025-01-20 fulfilled_late",
        "h2 2025-02-01 due",
    ]


def test_5_2_ended_and_reported_on_one_day_the_running_one_is_fulfilled() -> None:
    """In whatever order: the event serves what it would have served had the other not come."""
    ends = rule(NAMED, ", ends_with: slut")
    for slut, klar in (("T08:00", "T09:00"), ("T09:00", "T08:00"), ("", ""), ("", "T09:00")):
        done = log(f"slut 2025-02-10{slut}", f"2025-02-10{klar}")
        lines = told(ends, done, "2025-02-10", "opened status")
        assert sorted(lines) == ["2025-01-03 ended", "2025-02-01 fulfilled"], (slut, klar)
        done = log(f"slut 2025-02-10{slut}", f"2025-02-10{klar} 2025-01-01")
        lines = told(ends, done, "2025-02-10", "opened status")
        assert sorted(lines) == ["2025-01-03 fulfilled_late", "2025-02-01 ended"], (slut, klar)


# first: whole


def test_5_4_a_period_that_had_begun_does_not_count() -> None:
    """Begun 28 January, due on the last, reported on the 27th of each month: all in time."""
    reported = log("2025-02-27", "2025-03-27", "2025-04-27", start="2025-01-28")
    assert told(rule(WHOLE), reported, "2025-04-30", "opened due status") == [
        "2025-02-01 2025-02-28 fulfilled",
        "2025-03-01 2025-03-31 fulfilled",
        "2025-04-01 2025-04-30 fulfilled",
    ]


@pytest.mark.parametrize(
    ("each", "start", "opened"),
    [
        ("month", "2025-01-01", "2025-01-01"),
        ("month", "2025-01-02", "2025-02-01"),
        ("month", "2025-01-31", "2025-02-01"),
        ("quarter", "2025-02-01", "2025-04-01"),
        ("half_year", "2025-07-01", "2025-07-01"),
        ("half_year", "2025-07-02", "2026-01-01"),
        ("year", "2025-02-01", "2026-01-01"),
    ],
)
def test_5_4_the_first_whole_period(each: str, start: str, opened: str) -> None:
    begun = log(start=start)
    assert told(rule(WHOLE, each=each), begun, "2026-01-01", "opened")[0] == opened
    if opened != start:
        assert str(next_change(rule(WHOLE, each=each), begun, start)) == opened
        assert told(rule(WHOLE, each=each), begun, start, "opened") == []


def test_5_4_until_then_nothing_is_open_and_the_series_runs() -> None:
    """3.4: a trigger finds it running; what is reported serves nothing; what ends it ends it."""
    again = log("start 2025-01-30", "2025-01-31", start="2025-01-28")
    assert told(rule(WHOLE), again, "2025-02-01", "opened trigger status") == ["2025-02-01 event:start:e0 due"]
    ends = rule(WHOLE, ", ends_with: slut")
    assert told(ends, log("slut 2025-01-31", start="2025-01-28"), "2025-06-30") == []
    assert told(ends, log("slut 2025-01-31", "start 2025-02-01", start="2025-01-28"), "2025-02-28", "opened") == [
        "2025-02-01"
    ]


@pytest.mark.parametrize(
    ("start", "slut", "ended"),
    [
        ("", "", True),
        ("T10:00", "T10:00", True),
        ("T10:00", "T11:00", True),
        ("T10:00", "", True),
        ("", "T11:00", True),
        ("T10:00", "T09:00", False),
    ],
)
def test_5_5_a_series_that_waits_is_ended_on_its_trigger_s_day(start: str, slut: str, ended: bool) -> None:
    """1.9: as one that had opened something then."""
    done = log(f"slut 2025-01-28{slut}", start=f"2025-01-28{start}")
    assert (told(rule(WHOLE, ", ends_with: slut"), done, "2025-02-28") == []) is ended


def test_2_4_the_condition_and_the_facts_are_asked_when_the_first_opens() -> None:
    """As of every later one of a series; that a trigger found it false begins nothing."""
    asked = rule(WHOLE, ", only_if: {iub: true}")
    told_ = (
        "facts: {iub: %s}\nevents:\n- {type: start, at: 2025-01-28}\n- {type: besked, at: 2025-01-30, data: {iub: %s}}"
    )
    for first, then, opened in (
        ("true", "true", ["2025-02-01", "2025-03-01"]),
        ("true", "false", []),
        ("false", "true", []),
    ):
        assert told(asked, told_ % (first, then), "2025-03-01", "opened") == opened
    counted = rule(WHOLE, ", deadline: {days: antal}")
    late = "- {type: start, at: 2025-01-28}\n- {type: besked, at: 2025-02-10, data: {antal: 3}}"
    assert gaps(counted, late, "2025-02-09") == ["rapport - 2025-02-01 antal"]
    assert told(counted, late, "2025-03-01", "opened due") == ["2025-02-10 2025-03-03", "2025-03-01 2025-04-03"]


ASKED = ", only_if: {iub: true}"
ANSWER = "- {type: besked, at: 2025-02-10, data: {iub: true}}"


@pytest.mark.parametrize(
    ("more", "done", "expected"),
    [
        ("", "2025-02-27", ["2025-02-10 2025-01-31 overdue", "2025-02-10 2025-02-28 fulfilled"]),
        (FIFTH, "2025-02-27", ["2025-02-10 2025-02-05 fulfilled_late", "2025-02-10 2025-03-05 due"]),
        # What came before the answer has done so on its own day (2.6).
        ("", "2025-01-20", ["2025-02-10 2025-01-31 fulfilled", "2025-02-10 2025-02-28 due"]),
        (FIFTH, "2025-02-04", ["2025-02-10 2025-02-05 fulfilled", "2025-02-10 2025-03-05 due"]),
        # Had it been known in time, February's would have been open on the 4th.
        ("", "2025-02-04", ["2025-02-10 2025-01-31 overdue", "2025-02-10 2025-02-28 fulfilled"]),
    ],
)
def test_5_4_the_period_is_that_in_which_the_time_starts(more: str, done: str, expected: list[str]) -> None:
    """2.6: January's and February's open together as the question of 3 January is answered on 10 February."""
    answered = f"{log(done)}\n{ANSWER}"
    assert sorted(told(rule("", ASKED + more), answered, "2025-02-28", "opened due status")) == expected


def test_2_6_an_answered_series_waits_for_its_first_whole_period() -> None:
    """The question of 28 January: answered before February it waits, and is ended; answered later it has begun."""
    asked = rule(WHOLE, f"{ASKED}, ends_with: slut")
    begun = log(start="2025-01-28")
    early = f"{begun}\n- {{type: besked, at: 2025-01-30, data: {{iub: true}}}}"
    assert told(asked, early, "2025-01-31", "opened") == []
    assert told(asked, early, "2025-02-01", "opened due") == ["2025-02-01 2025-02-28"]
    assert told(asked, f"{early}\n- {{type: slut, at: 2025-01-31}}", "2025-02-28") == []
    assert told(asked, f"{begun}\n{ANSWER}", "2025-02-28", "opened due") == ["2025-02-10 2025-02-28"]


def test_5_1_counts_from_is_not_asked_where_the_trigger_opens_nothing() -> None:
    """Reading 5.1 `counts_from`: only of the obligation that the trigger opens."""
    counted = rule(WHOLE, ", counts_from: beslut")
    done = log("beslut 2025-01-20", "2025-01-25", start="2025-01-28")
    assert told(counted, done, "2025-02-01", "opened status") == ["2025-02-01 due"]


def test_5_4_a_timer_s_trigger_waits_as_well() -> None:
    """On a day without events, and one that a fulfilment brings about."""
    dated = rule(WHOLE, ", ends_with: slut", trigger="{date: dag}")
    fact = "facts: {dag: 2025-01-28}\nevents: [{type: besked, at: 2025-01-01}, {type: slut, at: 2025-03-15}]"
    assert told(dated, fact, "2025-06-30", "opened status") == ["2025-02-01 ended", "2025-03-01 ended"]
    chain = "- {id: plan, trigger: start, deadline: {days: 9}, fulfilled_by: besked}\n" + rule(
        WHOLE, ", ends_with: slut", trigger="{fulfilled: plan}"
    )
    done = log("besked 2025-01-28", "slut 2025-01-28", start="2025-01-20")
    assert told(chain, done, "2025-03-01", "rule status") == ["plan fulfilled"]


@pytest.mark.parametrize("names", [True, False])
def test_5_4_four_times_as_many_periods_are_four_times_the_work(names: bool) -> None:
    """Each reported at last, when all are open: by its own day, or the latest first."""
    of = engine(rule(NAMED, FIFTH))

    def of_size(number: int) -> int:
        months = [date(2025 + n // 12, n % 12 + 1, 1) for n in range(number)]
        begun = Event(type="start", at=months[0])
        done = [
            Event(type="klar", at=months[-1] + timedelta(days=40 + n), data={"dag": month} if names else {})
            for n, month in enumerate(months)
        ]
        case, at = Case("2025-0117", (begun, *done)), months[-1] + timedelta(days=40 + number)
        found: list[Evaluation] = []
        taken = steps(lambda: found.append(of.evaluate(case, at)))
        assert len([one for one in found[0].obligations if one.fulfilled_on]) == number
        return taken

    of_size(10)
    assert of_size(400) <= 4.6 * of_size(100)
