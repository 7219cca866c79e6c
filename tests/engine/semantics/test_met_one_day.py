"""What people were surprised by when much happened on one day: logs in, known answers out, by hand from the text."""

from datetime import date
from itertools import permutations

import pytest

import rutinmotor
from tests.engine.semantics.asking import log, told

PLAN = "- {id: plan, trigger: start, deadline: {working_days: 5, calendar: vardag}, fulfilled_by: klar, ends_with: slut"
ABSENT = f"""
{PLAN}, paused_while: franvaro}}
- {{id: lang, trigger: {{state: franvaro, longer_than: {{days: 14}}}}, deadline: {{days: 3}}, fulfilled_by: besked}}
"""


def monthly(on_repeat: str) -> str:
    return f"- {{id: plan, trigger: start, deadline: {{days: 30}}, fulfilled_by: klar, on_repeat: {on_repeat}}}"


@pytest.mark.parametrize("night", ["2024-10-26", "2024-10-27", "2024-03-31"])
def test_1_2_instants_that_are_exact_keep_their_order_in_every_night(night: str) -> None:
    """Clocks go back in the night of 27 October 2024: 00:40Z is 02:40, 01:05Z is 02:05."""
    rule = PLAN + "}"
    assert told(rule, log(f"start {night}T00:40:00Z", f"klar {night}T01:05:00Z"), "2024-11-11", "status") == [
        "fulfilled"
    ]
    assert told(rule, log(f"start {night}T01:05:00Z", f"klar {night}T00:40:00Z"), "2024-11-11", "status") == ["overdue"]


def test_1_2_an_evening_by_universal_time_is_the_next_day_here() -> None:
    """20 past midnight on Wednesday 11 June 2025; midsommarafton is the 20th."""
    rule = PLAN + "}"
    assert told(rule, log("start 2025-06-10T22:20:00Z"), "2025-06-11", "opened due") == ["2025-06-11 2025-06-18"]
    assert told(rule, log("start 2025-06-10T21:20:00Z"), "2025-06-11", "opened due") == ["2025-06-10 2025-06-17"]


def test_1_3_a_thousandth_of_a_second_orders_a_log_that_is_not_sorted() -> None:
    done = log("klar 2025-06-10T08:00:00.418", "start 2025-06-10T08:00:00.417")
    assert told(PLAN + "}", done, "2025-07-01", "status") == ["fulfilled"]
    undone = log("klar 2025-06-10T08:00:00.416", "start 2025-06-10T08:00:00.417")
    assert told(PLAN + "}", undone, "2025-07-01", "status") == ["overdue"]


@pytest.mark.parametrize(("begun", "ended"), [("", ""), ("T08:00", ""), ("", "T16:00"), ("T08:00", "T16:00")])
def test_2_3_away_for_a_day_is_no_absence_without_end(begun: str, ended: str) -> None:
    """Five working days from Wednesday 7 May 2025 are the 14th; a day at whose end it no longer holds is counted."""
    away = log("start 2025-05-07", f"borta 2025-05-12{begun}", f"hemma 2025-05-12{ended}")
    assert told(ABSENT, away, "2025-06-30") == ["plan overdue 2025-05-14"]
    # Friday 29 May 2026, and away on Monday 1 June.
    a_monday = log("start 2026-05-29", f"borta 2026-06-01{begun}", f"hemma 2026-06-01{ended}")
    assert told(ABSENT, a_monday, "2026-07-01") == ["plan overdue 2026-06-05"]
    still = log("start 2025-05-07", f"borta 2025-05-12{begun}", "hemma 2025-05-11")
    assert told(ABSENT, still, "2025-06-30") == ["lang overdue 2025-05-29", "plan paused -"]


@pytest.mark.parametrize(("back", "opened"), [("02", []), ("03", []), ("16", []), ("17", ["2026-03-16"])])
def test_2_3_away_for_a_day_is_not_away_for_long_by_the_shipped_rules(back: str, opened: list[str]) -> None:
    """Of more than fourteen days, in home help by SoL; one that began on 2 March has lasted so when the 16th ends."""
    away = {
        "case": "2026-0302",
        "items": {"hem": {"lagrum": "sol", "insats": "hemtjanst", "iub": False, "regi": "egen"}},
        "facts": {"skyddade_personuppgifter": False, "utforare_i_systemet": True},
        "events": [
            {"type": "insats_verkstalld", "at": "2026-02-03", "item": "hem"},
            {"type": "franvaro_borjade", "at": "2026-03-02", "item": "hem", "data": {"franvaro_orsak": "annan"}},
            {"type": "franvaro_slutade", "at": f"2026-03-{back}", "item": "hem"},
        ],
    }
    found = rutinmotor.load().evaluate(rutinmotor.read_case(away), date(2026, 4, 15))
    assert [str(one.opened) for one in found.obligations if one.rule == "sol.franvaro_registrerad_lang"] == opened


def test_2_3_absences_that_touch_are_two() -> None:
    """Nine and twelve days, neither longer than fourteen; what goes on from the 12th has lasted so on the 26th."""
    two = ["borta 2025-02-03", "hemma 2025-02-12", "borta 2025-02-12"]
    assert told(ABSENT, log(*two, "hemma 2025-02-24"), "2025-04-01") == []
    assert told(ABSENT, log(*two), "2025-04-01", "rule opened") == ["lang 2025-02-26"]


def test_2_3_ended_and_begun_again_without_a_gap_stays_paused() -> None:
    """Monday 5 May 2025 and five working days; away from the 6th to the 14th, six of them, in two absences."""
    two = log("start 2025-05-05", "borta 2025-05-06", "hemma 2025-05-08", "borta 2025-05-08", "hemma 2025-05-14")
    assert told(ABSENT, two, "2025-05-09", "status") == ["paused"]
    assert told(ABSENT, two, "2025-05-14") == ["plan due 2025-05-20"]


def test_1_9_opened_and_ended_on_one_day_it_is_ended() -> None:
    same = log("start 2025-04-08", "slut 2025-04-08")
    assert told(PLAN + "}", same, "2026-04-08", "status ended_on") == ["ended 2025-04-08"]


def test_1_9_where_something_older_is_open_that_is_ended_and_the_new_stands() -> None:
    """By the clock, too, unless it shows that the ending came last."""
    older = ["start 2025-04-01", "start 2025-04-08", "slut 2025-04-08"]
    assert told(PLAN + "}", log(*older), "2025-04-30", "status opened") == ["overdue 2025-04-08", "ended 2025-04-01"]
    timed = ["start 2025-04-01", "start 2025-04-08T09:00", "slut 2025-04-08T15:00"]
    assert told(PLAN + "}", log(*timed), "2025-04-30", "status opened") == ["ended 2025-04-01", "ended 2025-04-08"]


TRIAL = "- {id: omprovad, trigger: beslut, deadline: {date: dag}, fulfilled_by: klar, on_repeat: %s}"


@pytest.mark.parametrize(
    ("trial", "decision"),
    [("", ""), ("T10:00", "T15:00"), ("T10:00", ""), ("", "T15:00"), ("T10:00", "T10:00")],
)
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_1_9_tried_anew_and_decided_anew_on_one_day(trial: str, decision: str, order: tuple[int, ...]) -> None:
    """The trial was of the decision that ran; the new decision has its own, before its own end."""
    events = [
        "beslut 2025-10-01 , data: {dag: 2026-09-30}",
        f"klar 2026-09-14{trial}",
        f"beslut 2026-09-14{decision} , data: {{dag: 2027-09-30}}",
    ]
    found = told(TRIAL % "restart", log(*(events[number] for number in order)), "2027-10-15", "status due fulfilled_on")
    assert found == ["overdue 2027-09-30 -", "fulfilled 2026-09-30 2026-09-14"]


def test_1_9_a_trial_that_comes_after_the_new_decision_is_of_that() -> None:
    """Where the rule restarts, there is then but one; where it adds, the trial serves both, and without clocks too."""
    first, second = "beslut 2025-10-01 , data: {dag: 2026-09-30}", "beslut 2026-09-14T10:00 , data: {dag: 2027-09-30}"
    for trial in ("2026-09-14T15:00", "2026-09-15"):
        found = told(TRIAL % "restart", log(first, f"klar {trial}", second), "2026-12-01", "status due")
        assert found == ["fulfilled 2027-09-30"]
    undated = log(first, "klar 2026-09-14", second.replace("T10:00", ""))
    assert told(TRIAL % "add", undated, "2026-12-01", "status due") == ["fulfilled 2026-09-30", "fulfilled 2027-09-30"]
    before = log(first, "klar 2026-09-14T09:00", second)
    assert told(TRIAL % "add", before, "2026-12-01", "status due") == ["due 2027-09-30", "fulfilled 2026-09-30"]


@pytest.mark.parametrize("on_repeat", ["keep", "restart", "add"])
def test_1_11_done_and_opened_again_within_the_hour_is_owed_anew(on_repeat: str) -> None:
    """Thirty days from 1 January are the 31st; from the 20th, 19 February."""
    reopened = log("start 2025-01-01T09:00", "klar 2025-01-20T10:00", "start 2025-01-20T11:00")
    expected = ["due 2025-02-19", "fulfilled 2025-01-31"]
    assert told(monthly(on_repeat), reopened, "2025-02-19", "status due") == expected


@pytest.mark.parametrize("on_repeat", ["keep", "restart", "add"])
def test_1_11_what_was_done_late_stays_late_though_it_was_opened_again_that_day(on_repeat: str) -> None:
    late = log("start 2025-01-01T09:00", "klar 2025-02-05T10:00", "start 2025-02-05T11:00")
    expected = ["due 2025-03-07", "fulfilled_late 2025-01-31"]
    assert told(monthly(on_repeat), late, "2025-02-20", "status due") == expected


def test_1_11_one_offer_answered_and_the_next_sent_in_the_afternoon() -> None:
    """Of `keep`: what was open when the trigger's turn came is gone, so a new one opens; before it, nothing changes."""
    offers = ["start 2025-03-03T10:00", "klar 2025-03-24T10:48", "start 2025-03-24T16:23"]
    assert told(monthly("keep"), log(*offers), "2025-05-01", "status due") == [
        "overdue 2025-04-23",
        "fulfilled 2025-04-02",
    ]
    before = ["start 2025-03-03T10:00", "start 2025-03-24T10:47", "klar 2025-03-24T10:48"]
    assert told(monthly("keep"), log(*before), "2025-05-01", "status due") == ["fulfilled 2025-04-02"]


ASKED = "- {id: medgivet, trigger: fraga, only_if: {state: {pagaende: false}}, deadline: {days: 3}, fulfilled_by: klar}"


def test_2_4_a_state_is_asked_at_the_clock_of_the_trigger() -> None:
    """A consent given the day before and taken back that afternoon held when it was used in the morning."""
    held = log("start 2025-03-03T08:00", "fraga 2025-03-04T09:00", "slut 2025-03-04T15:00")
    assert told(ASKED, held, "2025-03-31") == []
    not_yet = log("fraga 2025-03-04T09:00", "start 2025-03-04T15:00")
    assert told(ASKED, not_yet, "2025-03-31", "opened") == ["2025-03-04"]
    no_longer = log("start 2025-03-03T08:00", "slut 2025-03-04T08:30", "fraga 2025-03-04T09:00")
    assert told(ASKED, no_longer, "2025-03-31", "opened") == ["2025-03-04"]
    open_order = log("start 2025-03-03", "slut 2025-03-04", "fraga 2025-03-04T09:00")
    assert told(ASKED, open_order, "2025-03-31", "opened") == ["2025-03-04"]


REVIEWS = """
- {id: forsta, trigger: start, deadline: {days: 30}, fulfilled_by: klar}
- {id: andra, trigger: {fulfilled: forsta}, deadline: {months: 2}, fulfilled_by: klar}
- {id: halvar, trigger: {fulfilled: andra}, repeat: {every: {months: 6}, from: fulfilment}, fulfilled_by: klar}
"""


def test_1_10_one_review_is_one_step_of_a_ladder_of_reviews() -> None:
    """A second one that day is the next step only where a clock shows that it came after."""
    first = ["andra due 2025-05-25", "forsta fulfilled 2025-04-02"]
    assert told(REVIEWS, log("start 2025-03-03", "klar 2025-03-25"), "2025-03-25") == first
    assert told(REVIEWS, log("start 2025-03-03", "klar 2025-03-25", "klar 2025-03-25"), "2025-03-25") == first
    twice = log("start 2025-03-03", "klar 2025-03-25T09:00", "klar 2025-03-25T15:00")
    assert told(REVIEWS, twice, "2025-03-25") == [
        "halvar due 2025-09-25",
        "andra fulfilled 2025-05-25",
        "forsta fulfilled 2025-04-02",
    ]


def test_1_10_each_review_asks_for_the_next_within_a_year() -> None:
    """One type of event that both opens and fulfils: it fulfils what stood, and never what it opens."""
    rule = "- {id: nasta, trigger: klar, deadline: {years: 1}, fulfilled_by: klar, ends_with: slut}"
    assert told(rule, log("klar 2024-04-10"), "2025-04-11") == ["nasta overdue 2025-04-10"]
    reviewed = log("klar 2024-04-10", "klar 2025-03-20", "klar 2026-03-27")
    expected = ["nasta due 2027-03-27", "nasta fulfilled 2025-04-10", "nasta fulfilled_late 2026-03-20"]
    assert told(rule, reviewed, "2026-04-01") == expected
    ended = told(rule, reviewed + log("slut 2026-05-04"), "2027-04-01")
    assert ended == [*expected[1:], "nasta ended 2027-03-27"]


def test_6_1_two_that_are_equal_are_two() -> None:
    """Two orders within an hour are two obligations, alike to the last value."""
    twice = log("start 2025-01-01T09:00", "start 2025-01-01T10:00")
    assert (
        told(monthly("add"), twice, "2025-06-01", "rule item status due opened")
        == ["plan - overdue 2025-01-31 2025-01-01"] * 2
    )
