"""What ends a rule, while something of it waits: known answers to semantics 3.6."""

import pytest

from tests.engine.semantics.asking import told

MISSING = "{missing: start, since: beslut, for: {months: 3}}"
LONGER = "{state: franvaro, longer_than: {days: 14}}"
DATE = "{date: dag, minus: {days: 7}}"
AHEAD = "{ahead_of: andra, by: {days: 7}}"
# Something of each kind that waits: what starts it on 3 March, and the day on which it fires.
WAITING = {
    "missing": (MISSING, "- {type: beslut, at: 2025-03-03%s}", "2025-06-04"),
    "longer than": (LONGER, "- {type: borta, at: 2025-03-03%s}", "2025-03-17"),
    "a fact's date": (DATE, "- {type: besked, at: 2025-03-03%s, data: {dag: 2025-04-10}}", "2025-04-03"),
    "ahead of": (AHEAD, "- {type: ansokan, at: 2025-03-03%s}", "2025-03-27"),
}
KINDS = pytest.mark.parametrize(("trigger", "begin", "fires"), WAITING.values(), ids=WAITING)


def rule(trigger: str, more: str = "") -> str:
    return f"""
    - {{id: plan, trigger: {trigger}, deadline: {{days: 7}}, fulfilled_by: klar, ends_with: slut{more}}}
    - {{id: andra, trigger: ansokan, deadline: {{days: 31}}, fulfilled_by: fraga}}
    """


def plans(rules: str, log: str, at: str = "2025-12-31", columns: str = "opened status") -> list[str]:
    """Say what there is of the rule `plan`."""
    found = told(rules, log, at, f"rule {columns}")
    return [line.removeprefix("plan ") for line in found if line.startswith("plan ")]


def slut(at: str, item: str = "") -> str:
    return f"\n- {{type: slut, at: {at}{f', item: {item}' if item else ''}}}"


@KINDS
def test_3_6_an_ending_calls_off_what_waits(trigger: str, begin: str, fires: str) -> None:
    log = begin % ""
    assert plans(rule(trigger), log) == [f"{fires} overdue"]
    assert plans(rule(trigger), log + slut("2025-03-04")) == []
    # On the very day it waits still, whatever the clock.
    assert plans(rule(trigger), log + slut(fires)) == []
    assert plans(rule(trigger), log + slut(f"{fires}T00:00:00")) == []
    # What ended before it began to wait has nothing to do with it.
    assert plans(rule(trigger), slut("2025-03-02") + "\n" + log) == [f"{fires} overdue"]


@KINDS
def test_3_6_what_survives_is_not_called_off(trigger: str, begin: str, fires: str) -> None:
    lasting = trigger[:-1] + ", survives: true}"
    assert plans(rule(lasting), begin % "" + slut("2025-03-04")) == [f"{fires} overdue"]
    assert plans(rule(lasting), begin % "" + slut(fires)) == [f"{fires} ended"]


@KINDS
def test_3_6_on_the_day_of_the_start_clocks_decide(trigger: str, begin: str, fires: str) -> None:
    log = begin % "T10:00:00"
    assert plans(rule(trigger), log + slut("2025-03-03T09:00:00")) == [f"{fires} overdue"]
    assert plans(rule(trigger), log + slut("2025-03-03T11:00:00")) == []
    # In open order with the start, and nothing older was there.
    assert plans(rule(trigger), log + slut("2025-03-03T10:00:00")) == []
    assert plans(rule(trigger), log + slut("2025-03-03")) == []


@KINDS
def test_3_6_in_open_order_with_the_start_the_old_is_called_off_and_the_new_stands(
    trigger: str, begin: str, fires: str
) -> None:
    """As with endings (1.9): what ended and what began anew on one day are two, and the old goes first."""
    old = (begin % "").replace("2025-03-03", "2025-02-24")
    again = "\n- {type: hemma, at: 2025-03-03T08:00:00}" if "borta" in begin else ""
    both = old + again + "\n" + begin % ""
    assert plans(rule(trigger), both + slut("2025-03-03"), columns="opened") == [fires]
    # Ended for good: the next day both are called off.
    assert plans(rule(trigger), both + slut("2025-03-04")) == []


def test_3_6_a_run_that_is_over_waits_no_more_and_is_nothing_older() -> None:
    log = "- {type: borta, at: 2025-02-24}\n- {type: hemma, at: 2025-02-28}\n- {type: borta, at: 2025-03-03}"
    assert plans(rule(LONGER), log, columns="opened") == ["2025-03-17"]
    assert plans(rule(LONGER), log + slut("2025-03-03")) == []


def test_3_6_decided_and_ended_and_never_started() -> None:
    """The reports on decisions not carried out (SoL 28 kap. 6 §): what ended before the three months is no such one."""
    assert plans(rule(MISSING), "- {type: beslut, at: 2025-01-10}" + slut("2025-02-01")) == []
    assert plans(rule(MISSING), "- {type: beslut, at: 2025-01-10}" + slut("2025-04-11")) == []
    assert plans(rule(MISSING), "- {type: beslut, at: 2025-01-10}" + slut("2025-04-12")) == ["2025-04-11 ended"]


def test_3_6_ended_and_decided_anew_on_one_day_the_new_decision_is_watched() -> None:
    log = "- {type: beslut, at: 2025-01-10}\n- {type: beslut, at: 2025-02-01}" + slut("2025-02-01")
    assert plans(rule(MISSING), log, columns="opened due") == ["2025-05-02 2025-05-09"]


def test_3_6_something_open_when_the_day_began_goes_first_too() -> None:
    """Reading 3.6: an obligation of that rule and item is as old as a timer of it."""
    log = "- {type: beslut, at: 2025-01-10}\n- {type: beslut, at: 2025-04-20}" + slut("2025-04-20")
    assert plans(rule(MISSING), log) == ["2025-07-21 overdue", "2025-04-11 ended"]


def test_3_6_what_has_been_called_off_before_or_has_fired_is_not_older() -> None:
    log = "- {type: beslut, at: 2025-01-10}" + slut("2025-01-20") + "\n- {type: beslut, at: 2025-02-01}"
    assert plans(rule(MISSING), log + slut("2025-02-01")) == []
    fired = "- {type: beslut, at: 2024-01-10}\n- {type: klar, at: 2024-04-20}\n- {type: beslut, at: 2025-02-01}"
    assert plans(rule(MISSING), fired + slut("2025-02-01")) == ["2024-04-11 fulfilled_late"]


def test_3_6_an_event_does_not_call_off_what_it_started_itself() -> None:
    """Reading 3.6 with 1.10: a new decision calls off the wait for the old one, and its own goes on."""
    rules = rule(MISSING).replace("ends_with: slut", "ends_with: beslut")
    assert plans(rules, "- {type: beslut, at: 2025-01-10}") == ["2025-04-11 overdue"]
    twice = "- {type: beslut, at: 2025-01-10}\n- {type: beslut, at: %s}"
    assert plans(rules, twice % "2025-02-01") == ["2025-05-02 overdue"]
    assert plans(rules, twice % "2025-01-10", columns="opened") == ["2025-04-11", "2025-04-11"]


@pytest.mark.parametrize(
    ("trigger", "begin", "fires"),
    [(LONGER.replace("franvaro", "hindrad"), "borta", "2025-03-17"), (AHEAD, "ansokan", "2025-03-27")],
    ids=["longer than", "ahead of"],
)
def test_3_6_nor_what_it_could_have_started_in_open_order_with_what_did(trigger: str, begin: str, fires: str) -> None:
    """1.10: a type that begins the state, or triggers the other rule, is none of its endings on that day."""
    rules = rule(trigger).replace("ends_with: slut", "ends_with: fraga")
    rules = rules.replace("trigger: ansokan", "trigger: [ansokan, fraga], on_repeat: keep")
    rules = rules.replace("fulfilled_by: fraga", "fulfilled_by: klar")
    log = f"- {{type: {begin}, at: 2025-03-03T10:00:00}}\n- {{type: fraga, at: 2025-03-%s}}"
    assert plans(rules, log % "03", columns="opened") == [fires]
    assert plans(rules, log % "03T10:00:00", columns="opened") == [fires]
    assert plans(rules, log % "03T11:00:00", columns="opened") == []
    assert plans(rules, log % "04", columns="opened") == []


def test_3_6_only_what_it_bears_on_is_called_off() -> None:
    log = "- {type: beslut, at: 2025-01-10, item: a}\n- {type: beslut, at: 2025-01-10, item: b}"
    assert plans(rule(MISSING), log + slut("2025-02-01", "a"), columns="item opened") == ["b 2025-04-11"]
    assert plans(rule(MISSING), log + slut("2025-02-01")) == []
    of_case = "- {type: beslut, at: 2025-01-10}"
    assert plans(rule(MISSING), of_case + slut("2025-02-01", "a")) == []


def test_3_6_of_what_opens_one_for_each_item_an_item_is_called_off_alone() -> None:
    """Reading 3.6: a trigger of the case with `per: item` waits for each of the items."""
    rules = rule(MISSING, ", per: item")
    log = "- {type: besked, at: 2025-01-10, item: a}\n- {type: besked, at: 2025-01-10, item: b}"
    log += "\n- {type: beslut, at: 2025-01-10}"
    assert plans(rules, log + slut("2025-02-01", "a"), columns="item opened") == ["b 2025-04-11"]
    assert plans(rules, log + slut("2025-01-10", "a"), columns="item opened") == ["b 2025-04-11"]
    assert plans(rules, log + slut("2025-02-01")) == []


def test_3_6_what_is_the_cases_whatever_the_trigger_is_called_off_as_it_would_be_ended() -> None:
    """3.3: `per: case` makes the obligation the case's, and every event bears on that; a date of an item does not."""
    rules = rule(MISSING, ", per: case")
    log = "- {type: beslut, at: 2025-01-10, item: a}"
    assert plans(rules, log, columns="item opened") == ["- 2025-04-11"]
    assert plans(rules, log + slut("2025-02-01", "b")) == []
    assert plans(rules, log + slut("2025-02-01", "a")) == []
    assert plans(rules, log + slut("2025-05-01", "b"), columns="item ended_on") == ["- 2025-05-01"]
    dated = rules.replace("ends_with: slut", "ends_with: {date: dag}")
    told_of = "\n- {type: besked, at: 2025-01-11, data: {dag: 2025-02-01}%s}"
    assert plans(dated, log + told_of % ", item: a", columns="item opened") == ["- 2025-04-11"]
    assert plans(dated, log + told_of % "") == []


def test_3_6_a_rule_whose_condition_names_a_state_keeps_its_timers() -> None:
    log = "- {type: beslut, at: 2025-01-10}" + slut("2025-02-01")
    absent = "\n- {type: borta, at: 2025-02-02}"
    for condition in ("{state: {franvaro: true}}", "{any: [{state: {franvaro: true}}, {iub: true}]}"):
        rules = rule(MISSING, f", only_if: {condition}")
        assert plans(rules, log + absent) == ["2025-04-11 overdue"]
        assert plans(rules, log) == []
    # A fact is no state.
    assert (
        plans(rule(MISSING, ", only_if: {iub: true}"), log + "\n- {type: besked, at: 2025-01-10, data: {iub: true}}")
        == []
    )


def test_3_6_overdue_is_not_called_off() -> None:
    rules = rule("{overdue: andra}")
    log = "- {type: ansokan, at: 2025-03-03}" + slut("2025-03-10")
    assert plans(rules, log) == ["2025-04-04 overdue"]


def test_3_6_each_version_by_what_ends_it() -> None:
    """Reading 3.6: what a version that is not in force on the day of the trigger names calls nothing off."""
    rules = rule(MISSING, ", in_force: {to: 2025-03-31}") + (
        "- {id: plan, trigger: " + MISSING + ", deadline: {days: 7}, fulfilled_by: klar, ends_with: hemma,"
        " in_force: {from: 2025-04-01}}"
    )
    log = "- {type: beslut, at: 2025-01-10}"
    assert plans(rules, log + slut("2025-02-01")) == ["2025-04-11 overdue"]
    assert plans(rules, log + "\n- {type: hemma, at: 2025-02-01}") == []


def test_3_6_a_date_that_the_case_starts_with_is_called_off_by_any_ending() -> None:
    case = "facts: {dag: 2025-04-10}\nevents:\n  - {type: besked, at: 2025-03-03}\n  - {type: slut, at: %s}"
    assert plans(rule(DATE), case % "2025-03-03") == []
    assert plans(rule(DATE), case % "2025-04-04", columns="opened") == ["2025-04-03"]


def test_3_6_a_date_given_again_after_the_ending_is_waited_for() -> None:
    log = "- {type: besked, at: 2025-03-03, data: {dag: 2025-04-10}}" + slut("2025-03-05")
    again = "\n- {type: besked, at: 2025-03-10, data: {dag: 2025-04-10}}"
    assert plans(rule(DATE), log + again, columns="opened") == ["2025-04-03"]


def test_3_6_what_runs_ahead_is_called_off_also_by_what_comes_before_its_due_date_is_known() -> None:
    rules = """
    - {id: plan, trigger: {ahead_of: andra, by: {urgency: snarast}}, deadline: {days: 7}, fulfilled_by: klar,
       ends_with: slut}
    - {id: andra, trigger: {fulfilled: tredje}, deadline: {days: 31}, fulfilled_by: fraga}
    - {id: tredje, trigger: ansokan, deadline: {days: 31}, fulfilled_by: besked}
    """
    log = "- {type: ansokan, at: 2025-03-01}\n- {type: besked, at: '2025-03-03T10:00:00'}"
    head = "urgency: {snarast: {days: 3}}"
    for clock, left in (("09:00", ["2025-03-31"]), ("10:00", []), ("11:00", [])):
        found = told(rules, log + slut(f"2025-03-03T{clock}:00"), "2025-12-31", "rule opened", head=head)
        assert [one.removeprefix("plan ") for one in found if one.startswith("plan")] == left
