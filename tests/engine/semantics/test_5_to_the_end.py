"""Section 5 of the semantics: to the end of it. Rules and cases in, verdicts out; 3 March 2025 is a Monday."""

import pytest

from rutinmotor import RulesError
from tests.engine.semantics.asking import ask, engine, gaps, told

START = "- {type: start, at: 2025-03-03, id: e1}\n"


def plan(more: str = "", deadline: str = "{days: 7}", trigger: str = "start") -> str:
    """A rule that `klar` fulfils; by Monday the 10th, unless it says otherwise."""
    return f"- {{id: plan, trigger: {trigger}, deadline: {deadline}, fulfilled_by: klar{more}}}\n"


def series(repeat: str, more: str = "") -> str:
    """A rule that repeats."""
    return f"- {{id: plan, trigger: start, repeat: {repeat}, fulfilled_by: klar{more}}}\n"


def events(*those: str) -> str:
    """A start on Monday the 3rd, and more events, each as `type day` with more of it after."""
    lines = (one.split(" ", 2) for one in those)
    return START + "".join(f"- {{type: {kind}, at: '{at}'{''.join(rest)}}}\n" for kind, at, *rest in lines)


def test_5_1_any_of_the_events_fulfils() -> None:
    rule = plan().replace("fulfilled_by: klar", "fulfilled_by: [klar, besked]")
    for kind in ("klar", "besked"):
        log = events(f"{kind} 2025-03-05 , id: k")
        assert told(rule, log, "2025-03-05", "status fulfilled_on fulfilled_by") == ["fulfilled 2025-03-05 k"]


def test_5_1_it_fulfils_every_open_obligation_that_it_bears_on() -> None:
    log = """
    - {type: start, at: 2025-03-03, item: h1}
    - {type: start, at: 2025-03-04, item: h1}
    - {type: start, at: 2025-03-04, item: h2}
    - {type: klar, at: 2025-03-05, item: h1}
    """
    assert told(plan(), log, "2025-03-05", "item status") == ["h2 due", "h1 fulfilled", "h1 fulfilled"]


def test_5_1_late_is_on_a_day_after_the_due_date() -> None:
    """Reading 5.1 Late: what came before it opened is never late."""
    assert told(plan(), events("klar 2025-03-11"), "2025-03-31", "status fulfilled_on") == ["fulfilled_late 2025-03-11"]
    past = plan(", counts_from: beslut", "{date: dag}")
    log = """
    facts: {dag: 2025-02-10}
    events:
      - {type: beslut, at: 2025-02-03}
      - {type: klar, at: %s}
      - {type: start, at: 2025-03-03}
    """
    assert told(past, log % "2025-02-10", "2025-03-03", "status") == ["fulfilled"]
    assert told(past, log % "2025-02-11", "2025-03-03", "status") == ["fulfilled_late"]


@pytest.mark.parametrize(
    ("start", "klar", "status"),
    [
        ("2025-03-03T12:00:00", "2025-03-03T08:00:00", "due"),  # both have a clock and it is earlier
        ("2025-03-03T12:00:00", "2025-03-03T12:00:00", "fulfilled"),
        ("2025-03-03T12:00:00", "2025-03-03T13:00:00", "fulfilled"),
        ("2025-03-03T12:00:00", "2025-03-03", "fulfilled"),
        ("2025-03-03", "2025-03-03T08:00:00", "fulfilled"),
        ("2025-03-03", "2025-03-03", "fulfilled"),
        ("2025-03-03", "2025-03-02", "due"),  # on a day before
    ],
)
def test_5_1_on_the_opening_day_order_matters_only_between_two_clocks(start: str, klar: str, status: str) -> None:
    log = f"- {{type: start, at: '{start}'}}\n- {{type: klar, at: '{klar}'}}"
    assert told(plan(), log, "2025-03-03", "status") == [status]


def test_5_1_the_triggering_event_of_a_state_is_what_began_it() -> None:
    """Reading 5.1: other causes than events have no clock."""
    rule = plan(trigger="{state: franvaro}")
    log = "- {type: borta, at: '2025-03-03T12:00:00'}\n- {type: klar, at: '2025-03-03T08:00:00'}"
    assert told(rule, log, "2025-03-03", "status") == ["due"]
    dated = plan(trigger="{date: dag}")
    log = "facts: {dag: 2025-03-03}\nevents: [{type: klar, at: '2025-03-03T00:00:00'}]"
    assert told(dated, log, "2025-03-03", "status") == ["fulfilled"]


def test_1_9_done_and_begun_anew_on_one_day_it_is_done_and_owed_anew() -> None:
    log = """
    - {type: start, at: '2025-03-03T08:00:00'}
    - {type: klar, at: '2025-03-03T10:00:00'}
    - {type: start, at: '2025-03-03T12:00:00'}
    """
    for on_repeat in ("restart", "keep", "add"):
        assert told(plan(f", on_repeat: {on_repeat}"), log, "2025-03-03", "status") == ["due", "fulfilled"]


@pytest.mark.parametrize(
    ("beslut", "expected"),
    [
        ([], "due -"),  # no E: none counts
        (["2025-02-20"], "fulfilled 2025-02-20"),
        (["2025-02-21"], "fulfilled 2025-02-27"),
        (["2025-02-20", "2025-02-28"], "fulfilled 2025-02-28"),  # from the day of the latest
        (["2025-03-01"], "due -"),
        (["2025-03-04"], "due -"),  # not yet, on the opening day
    ],
)
def test_5_1_counts_from(beslut: list[str], expected: str) -> None:
    before = events("klar 2025-02-20", "klar 2025-02-27", "klar 2025-02-28", *(f"beslut {day}" for day in beslut))
    assert told(plan(", counts_from: beslut"), before, "2025-03-10", "status fulfilled_on") == [expected]


def test_5_1_counts_from_an_event_of_the_opening_day() -> None:
    """Reading 5.1 `counts_from`: the earliest from the day of that event, which does not come after the opening."""
    log = """
    - {type: start, at: '2025-03-03T12:00:00'}
    - {type: klar, at: '2025-03-03T09:00:00', id: b}
    - {type: klar, at: '2025-03-03T08:00:00', id: a}
    - {type: beslut, at: '2025-03-03%s'}
    """
    assert told(plan(), log % "T07:00:00", "2025-03-03", "status") == ["due"]
    told_by = [
        told(plan(", counts_from: beslut"), log % at, "2025-03-03", "status fulfilled_by")
        for at in ("T07:00:00", "T08:30:00", "T20:00:00", "")
    ]
    assert told_by == [["fulfilled a"], ["fulfilled a"], ["due -"], ["fulfilled a"]]


def test_5_1_counts_from_is_not_asked_of_later_ones_of_a_series() -> None:
    """Reading 5.1 `counts_from`: only of the obligation that the trigger opens."""
    rule = series("{every: {days: 10}, from: fulfilment}", ", counts_from: beslut")
    log = events("beslut 2025-02-20", "klar 2025-02-21", "klar 2025-02-22")
    assert told(rule, log, "2025-03-03", "opened status fulfilled_on") == [
        "2025-03-03 due -",
        "2025-03-03 fulfilled 2025-02-21",
    ]


ENDING = plan(", ends_with: slut")


def test_5_2_ends_with_ends_it_unfulfilled() -> None:
    assert told(ENDING, events("slut 2025-03-05"), "2025-03-31", "status ended_on light") == ["ended 2025-03-05 -"]
    assert told(ENDING, events("slut 2025-03-20"), "2025-03-31", "status ended_on") == ["ended 2025-03-20"]
    assert told(ENDING, events("slut 2025-03-02"), "2025-03-31", "status") == ["overdue"]


def test_5_2_on_the_opening_day_what_comes_before_the_trigger_does_not_end_it() -> None:
    log = "- {type: start, at: '2025-03-03T12:00:00'}\n- {type: slut, at: '2025-03-03T%s'}"
    assert told(ENDING, log % "11:00:00", "2025-03-03", "status") == ["due"]
    assert told(ENDING, log % "12:00:00", "2025-03-03", "status") == ["ended"]
    assert told(ENDING, log % "12:00:01", "2025-03-03", "status") == ["ended"]


def test_5_2_what_a_timer_opened_any_event_of_the_day_ends() -> None:
    trigger = "{missing: besked, since: start, for: {days: 2}, survives: true}"  # fires on the 6th
    rule = plan(", ends_with: slut", trigger=trigger)
    assert told(rule, events("slut 2025-03-06T00:00:00"), "2025-03-06", "opened status") == ["2025-03-06 ended"]


def test_1_10_what_a_fulfilment_opened_is_not_ended_by_what_comes_before() -> None:
    rules = """
    - {id: annan, trigger: start, deadline: {days: 7}, fulfilled_by: fraga}
    - {id: efter, trigger: {fulfilled: annan}, deadline: {days: 7}, fulfilled_by: klar, ends_with: slut}
    - {id: infor, trigger: {ahead_of: efter, by: {days: 7}}, fulfilled_by: klar, ends_with: slut}
    """
    log = events("fraga 2025-03-05T08:00:00", "slut 2025-03-05T07:00:00")
    assert told(rules, log, "2025-03-05", "rule status") == ["efter due", "infor due", "annan fulfilled"]
    # What has ended nothing runs ahead of.
    for slut in ("T20:00:00", "T08:00:00", ""):
        log = events("fraga 2025-03-05T08:00:00", f"slut 2025-03-05{slut}")
        assert told(rules, log, "2025-03-05", "rule status") == ["annan fulfilled", "efter ended"]


def test_5_2_fulfilled_and_ended_on_one_day_is_fulfilled_and_there_is_no_next() -> None:
    """Reading 5.2: what was ended in (b) can be fulfilled in (d) of that day; the series is over all the same."""
    rule = series("{every: {days: 7}, from: fulfilment}", ", ends_with: slut")
    for slut, klar in (("08:00", "09:00"), ("09:00", "08:00")):
        log = events(f"slut 2025-03-05T{slut}:00", f"klar 2025-03-05T{klar}:00")
        assert told(rule, log, "2025-06-30", "status ended_on") == ["fulfilled -"]


def test_5_2_what_opened_and_ended_on_one_day_can_be_fulfilled_that_day() -> None:
    """Reading 5.2: it takes part by the same rules as any other of its opening day."""
    log = """
    - {type: start, at: '2025-03-03T08:00:00'}
    - {type: slut, at: '2025-03-03T09:00:00'}
    - {type: klar, at: '2025-03-03T10:00:00'}
    """
    assert told(ENDING, log, "2025-03-03", "status") == ["fulfilled"]


def test_5_2_one_event_may_both_fulfil_and_end() -> None:
    """Reading 5.2, added: what is open is fulfilled, and a series is over."""
    rule = series("{every: {days: 7}, from: fulfilment}", ", ends_with: klar")
    assert told(rule, events("klar 2025-03-05"), "2025-06-30", "status ended_on") == ["fulfilled -"]


def test_5_2_the_day_of_before_is_the_due_date_of_what_was_ended_that_day() -> None:
    """Reading 5.2: what (e) gives as due date stands."""
    rule = plan(", ends_with: slut", "{before: besked}")
    assert told(rule, events("slut 2025-03-05", "besked 2025-03-05"), "2025-03-31", "status due") == [
        "ended 2025-03-05"
    ]


def test_5_3_from_fulfilment_the_first_is_due_by_the_deadline_or_a_period_after_the_trigger() -> None:
    repeat = "{every: {days: 10}, from: fulfilment}"
    assert told(series(repeat), START, "2025-03-03", "due") == ["2025-03-13"]
    assert told(series(repeat, ", deadline: {days: 3}"), START, "2025-03-03", "due") == ["2025-03-06"]


def test_5_3_from_fulfilment_being_fulfilled_opens_the_next_to_be_fulfilled_on_a_later_day() -> None:
    """Reading 5.3 `from: fulfilment`: neither the same event nor others of that day fulfil the next."""
    rule = series("{every: {days: 10}, from: fulfilment}", ", deadline: {days: 3}")
    log = events("klar 2025-03-04T08:00:00 , id: k1", "klar 2025-03-04T09:00:00 , id: k2", "klar 2025-03-09 , id: k3")
    assert told(rule, log, "2025-03-09", "opened due fulfilled_on fulfilled_by trigger") == [
        "2025-03-09 2025-03-19 - - event:start:e1",
        "2025-03-03 2025-03-06 2025-03-04 k1 event:start:e1",
        "2025-03-04 2025-03-14 2025-03-09 k3 event:start:e1",
    ]


def test_5_3_from_fulfilment_what_was_fulfilled_before_it_opened() -> None:
    """Reading 5.3 `from: fulfilment`: the next opens on the later of the fulfilment's day and the opening."""
    rule = series("{every: {days: 10}, from: fulfilment}", ", counts_from: beslut")
    log = events("beslut 2025-02-20", "klar 2025-02-25")
    assert told(rule, log, "2025-03-03", "opened due status") == [
        "2025-03-03 2025-03-13 due",
        "2025-03-03 2025-03-13 fulfilled",
    ]


def test_5_3_from_fulfilment_a_late_one_opens_the_next_all_the_same() -> None:
    rule = series("{every: {years: 1}, from: fulfilment}")
    assert told(rule, events("klar 2026-03-20"), "2026-03-20", "opened due status") == [
        "2026-03-20 2027-03-20 due",
        "2025-03-03 2026-03-03 fulfilled_late",
    ]


def test_5_3_from_trigger_counts_from_the_trigger_and_not_from_the_one_before() -> None:
    log = "- {type: start, at: 2025-01-31}"
    assert told(series("{every: {months: 1}, from: trigger}"), log, "2025-04-01", "opened due") == [
        "2025-01-31 2025-02-28",
        "2025-03-01 2025-03-31",
        "2025-04-01 2025-04-30",
    ]


def test_5_3_from_trigger_the_next_opens_whatever_pauses_have_done_to_the_one_before() -> None:
    """Reading 5.3 `from: trigger`: on the day after k times D; extensions likewise."""
    rule = series("{every: {days: 10}, from: trigger}", ", paused_while: franvaro")
    log = events("borta 2025-03-05", "hemma 2025-03-09")  # four days are not counted
    assert told(rule, log, "2025-03-14", "opened due") == ["2025-03-03 2025-03-17", "2025-03-14 2025-03-23"]


def test_5_3_from_trigger_a_condition_leaves_one_out_and_the_next_is_asked_again() -> None:
    """Reading 5.3 `from: trigger`: false leaves it out; unknown is a question, and this one comes with the answer."""
    rule = series("{every: {days: 10}, from: trigger}", ", only_if: {iub: true}")
    log = """
    facts: {iub: true}
    events:
      - {type: start, at: 2025-03-03}
      - {type: besked, at: 2025-03-14, data: {iub: %s}}
      - {type: besked, at: 2025-03-20, data: {iub: true}}
    """
    first, third = "2025-03-03 2025-03-13", "2025-03-24 2025-04-02"
    for value, second in (("false", []), ("null", ["2025-03-20 2025-03-23"])):
        assert told(rule, log % value, "2025-03-24", "opened due") == [first, *second, third]
        assert gaps(rule, log % value, "2025-03-24") == []
    assert gaps(rule, log % "null", "2025-03-19") == ["plan - 2025-03-14 iub"]


@pytest.mark.parametrize("from_", ["trigger", "fulfilment"])
def test_5_3_a_period_of_nothing_is_refused(from_: str) -> None:
    """Reading 5.3: every D must be at least 1."""
    with pytest.raises(RulesError):
        engine(series(f"{{every: {{days: 0}}, from: {from_}}}"))


@pytest.mark.parametrize(
    ("each", "start", "expected"),
    [
        ("month", "2025-01-20", ["2025-01-20 2025-01-31", "2025-02-01 2025-02-28", "2025-03-01 2025-03-31"]),
        ("month", "2025-03-31", ["2025-03-31 2025-03-31"]),
        ("quarter", "2025-01-20", ["2025-01-20 2025-03-31"]),
        ("quarter", "2024-12-31", ["2024-12-31 2024-12-31", "2025-01-01 2025-03-31"]),
        ("half_year", "2024-12-01", ["2024-12-01 2024-12-31", "2025-01-01 2025-06-30"]),
        ("year", "2024-02-29", ["2024-02-29 2024-12-31", "2025-01-01 2025-12-31"]),
    ],
)
def test_5_4_one_for_each_calendar_period(each: str, start: str, expected: list[str]) -> None:
    log = f"- {{type: start, at: {start}}}"
    assert told(series(f"{{each: {each}}}"), log, "2025-03-31", "opened due") == expected


def test_5_4_due_by_the_deadline_counted_from_the_periods_last_day() -> None:
    """Reading 5.4: as if that were the trigger's day; an urgency word alone only marks it, even where it is defined."""
    log = "- {type: start, at: 2025-01-20}"
    counted = series("{each: month}", ", deadline: {working_days: 2, calendar: vardag}")
    assert told(counted, log, "2025-01-20", "due") == ["2025-02-04"]  # from Friday the 31st: Monday, Tuesday
    fifth = series("{each: month}", ", deadline: {day_of_month: 5, months_ahead: 1}")
    assert told(fifth, log, "2025-01-20", "due") == ["2025-02-05"]
    for head in ("", "urgency: {snarast: {days: 2}}"):
        word = series("{each: quarter}", ", deadline: {urgency: snarast}")
        assert told(word, log, "2025-01-20", "due urgency", head=head) == ["2025-03-31 snarast"]


@pytest.mark.parametrize("deadline", ["none", "continuous", "{before: besked}"])
@pytest.mark.parametrize("repeat", ["{each: month}", "{every: {days: 9}, from: fulfilment}"])
def test_5_4_deadlines_that_a_series_cannot_have(deadline: str, repeat: str) -> None:
    """Reading 5.4: none and continuous beside any repeat, and `before` beside `each`."""
    rule = series(repeat, f", deadline: {deadline}, ends_with: slut")
    if "before" in deadline and "every" in repeat:
        assert engine(rule)
        return
    with pytest.raises(RulesError):
        engine(rule)


@pytest.mark.parametrize(
    ("repeat", "taken"),
    [
        ("{each: month}", ["2025-03-01", "2025-01-31"]),  # that of March, in which they lie, and then the oldest
        ("{every: {months: 1}, from: trigger}", ["2025-01-31", "2025-03-01"]),
    ],
)
def test_5_4_one_event_fulfils_one_of_a_series(repeat: str, taken: list[str]) -> None:
    """Reading 5.3, 5.4 Which one: the day's events are taken in order, and each fulfils one."""
    log = "- {type: start, at: 2025-01-31, id: e1}\n"
    first = log + "- {type: klar, at: 2025-03-05, id: k1}\n"
    status = {
        line.split()[0]: line.split()[1] for line in told(series(repeat), first, "2025-03-05", "opened fulfilled_by")
    }
    assert list(status.values()).count("k1") == 1
    assert status[taken[0]] == "k1"
    both = first + "- {type: klar, at: 2025-03-05, id: k2}"
    found = told(series(repeat), both, "2025-03-05", "opened fulfilled_by")
    assert {f"{taken[0]} k1", f"{taken[1]} k2"} == {line for line in found if not line.endswith("-")}


def test_5_4_one_event_fulfils_one_of_each_series_that_it_bears_on() -> None:
    """Reading 5.3, 5.4 Which one: a series is one rule and one item and one start."""
    log = """
    - {type: start, at: 2025-01-20, item: h1}
    - {type: start, at: 2025-01-20, item: h2}
    - {type: klar, at: 2025-02-05}
    """
    assert sorted(told(series("{each: month}"), log, "2025-02-05", "item opened status")) == [
        "h1 2025-01-20 overdue",
        "h1 2025-02-01 fulfilled",
        "h2 2025-01-20 overdue",
        "h2 2025-02-01 fulfilled",
    ]


def test_5_4_facts_are_read_on_the_day_that_each_opens() -> None:
    """Reading 5.4."""
    log = "facts: {antal: 1}\nevents: [{type: start, at: 2025-03-03}, {type: besked, at: 2025-03-20, data: {antal: 4}}]"
    rule = series("{each: month}", ", deadline: {days: antal}")
    assert told(rule, log, "2025-04-01", "opened due") == ["2025-03-03 2025-04-01", "2025-04-01 2025-05-04"]


@pytest.mark.parametrize(
    "repeat", ["{each: month}", "{every: {months: 1}, from: trigger}", "{every: {months: 1}, from: fulfilment}"]
)
def test_5_5_ending_ends_what_is_open_and_the_repetition(repeat: str) -> None:
    found = told(series(repeat, ", ends_with: slut"), events("slut 2025-04-10"), "2026-03-03", "status ended_on")
    assert set(found) == {"ended 2025-04-10"}


def test_5_5_a_series_of_which_none_is_open_ends_too() -> None:
    log = events("klar 2025-03-05", "slut 2025-03-10")
    assert told(series("{each: month}", ", ends_with: slut"), log, "2026-03-03", "status") == ["fulfilled"]


def test_5_5_nothing_opens_after_the_day_asked() -> None:
    rule = series("{each: month}")
    assert told(rule, START, "2025-03-31", "opened") == ["2025-03-03"]
    assert told(rule, START, "2025-04-01", "opened") == ["2025-03-03", "2025-04-01"]
    assert told(rule, START, "2025-03-02", "opened") == []


STEPS = plan(
    ", escalation: [{after: {days: 1}, to: enhetschef, action: Påminn}, {before: {working_days: 2, calendar: vardag},"
    " to: utforare, action: Varna}, {before: {days: 30}, to: utforare, action: Planera}]"
)


@pytest.mark.parametrize(
    ("at", "reached"),
    [
        ("2025-03-03", "2025-03-03"),  # a step before the opening day is on that day
        ("2025-03-05", "2025-03-03"),
        ("2025-03-06", "2025-03-06,2025-03-03"),  # two working days before Monday the 10th is Thursday
        ("2025-03-10", "2025-03-06,2025-03-03"),
        ("2025-03-11", "2025-03-11,2025-03-06,2025-03-03"),
    ],
)
def test_5_6_steps_in_the_rules_order_reached_while_it_is_open(at: str, reached: str) -> None:
    assert told(STEPS, START, at, "reached") == [reached]


def test_5_6_closed_on_a_steps_own_day_it_is_not_reached() -> None:
    """Reading 5.6: open at the end of day d means closed, if at all, on a later day than d."""
    assert told(STEPS, events("klar 2025-03-06"), "2025-03-31", "reached") == ["2025-03-03"]
    assert told(STEPS, events("klar 2025-03-07"), "2025-03-31", "reached") == ["2025-03-06,2025-03-03"]
    assert told(STEPS, events("klar 2025-03-11"), "2025-03-31", "reached") == ["2025-03-06,2025-03-03"]
    assert told(STEPS, events("klar 2025-03-12"), "2025-03-31", "reached") == ["2025-03-11,2025-03-06,2025-03-03"]
    assert told(STEPS, events("klar 2025-03-03"), "2025-03-31", "reached") == ["-"]


def test_5_6_what_was_fulfilled_before_it_opened_closed_on_the_day_it_opened() -> None:
    """Reading 5.6."""
    rule = STEPS.replace("fulfilled_by: klar", "fulfilled_by: klar, counts_from: beslut")
    assert told(rule, events("beslut 2025-02-20", "klar 2025-02-25"), "2025-03-31", "status reached") == ["fulfilled -"]


def test_5_6_a_steps_day_follows_the_due_date() -> None:
    """Reading 5.6: as it stands, and of a closed obligation as it stood when it closed."""
    rule = STEPS.replace("fulfilled_by: klar", "fulfilled_by: klar, paused_while: franvaro")
    log = events("borta 2025-03-05", "hemma 2025-03-07")
    assert told(rule, log, "2025-03-06", "status reached") == ["paused 2025-03-03"]
    assert told(rule, log, "2025-03-13", "due reached") == ["2025-03-12 2025-03-13,2025-03-10,2025-03-03"]
    closed = events("borta 2025-03-05", "hemma 2025-03-07", "klar 2025-03-12", "borta 2025-03-13")
    assert told(rule, closed, "2025-03-31", "due reached") == ["2025-03-12 2025-03-10,2025-03-03"]


MOVING = "deadline: {days: 7}, escalation: [{before: {days: 4}, to: enhetschef, action: Påminn}]"


@pytest.mark.parametrize(
    ("more", "log", "at", "expected"),
    [
        # extended once its step is reached; then again before the step of the new date is
        ("extended_by: {event: fraga, by: {days: 7}}", "fraga 2025-03-07", "2025-03-08", "03-06"),
        ("extended_by: {event: fraga, by: {days: 7}}", "fraga 2025-03-07", "2025-03-13", "03-06,03-13"),
        ("extended_by: {event: fraga, by: {days: 7}}", "fraga 2025-03-06", "2025-03-13", "03-13"),
        # paused with its step reached, with it not reached, and on the step's own day
        ("paused_while: franvaro", "borta 2025-03-07, hemma 2025-03-09", "2025-03-08", "03-06"),
        ("paused_while: franvaro", "borta 2025-03-07, hemma 2025-03-09", "2025-03-09", "03-06,03-08"),
        ("paused_while: franvaro", "borta 2025-03-06, hemma 2025-03-09", "2025-03-31", "03-09"),
        # the time starts again, twice on one day too; the new step's day may be past
        ("on_repeat: restart", "start 2025-03-07", "2025-03-09", "03-06"),
        ("on_repeat: restart", "start 2025-03-07", "2025-03-10", "03-06,03-10"),
        ("on_repeat: restart", "start 2025-03-07T09:00, start 2025-03-07T10:00", "2025-03-09", "03-06"),
        ("on_repeat: restart", "start 2025-03-04", "2025-03-09", "03-07"),
        # ended in a pause
        ("paused_while: franvaro, ends_with: slut", "borta 2025-03-07, slut 2025-03-08", "2025-03-31", "03-06"),
    ],
)
def test_5_6_a_step_once_reached_stays_told_though_the_due_date_moves(
    more: str, log: str, at: str, expected: str
) -> None:
    rule = f"- {{id: plan, trigger: start, {MOVING}, {more}, fulfilled_by: klar}}"
    days = ",".join(f"2025-{day}" for day in expected.split(","))
    assert told(rule, events(*log.split(", ")), at, "reached") == [days]


def test_5_6_what_is_kept_stands_before_the_steps_of_the_present_due_date() -> None:
    rule = f"- {{id: plan, trigger: start, {MOVING}, paused_while: franvaro, fulfilled_by: klar}}"
    log = events("borta 2025-03-07", "hemma 2025-03-09")

    def steps(at: str) -> list[tuple[str, bool]]:
        return [(str(step.day), step.reached) for step in ask(rule, log, at).obligations[0].escalation]

    assert steps("2025-03-05") == [("2025-03-06", False)]
    assert steps("2025-03-08") == [("2025-03-06", True), ("None", False)]
    assert steps("2025-03-09") == [("2025-03-06", True), ("2025-03-08", True)]


def test_5_6_a_pause_that_moves_nothing_reaches_nothing_and_takes_nothing_back() -> None:
    """Reading 5.6: in working days a weekend's pause hides the due date and leaves it where it was."""
    rule = (
        "- {id: plan, trigger: start, deadline: {working_days: 5, calendar: vardag}, paused_while: franvaro,"
        " escalation: [{before: {days: 3}, to: enhetschef, action: Påminn},"
        " {before: {days: 1}, to: enhetschef, action: Ring}], fulfilled_by: klar}"
    )
    log = events("borta 2025-03-08", "hemma 2025-03-10")
    assert [told(rule, log, f"2025-03-{day}", "status due reached") for day in ("07", "08", "09", "10")] == [
        ["due 2025-03-10 2025-03-07"],
        ["paused - 2025-03-07"],
        ["paused - 2025-03-07"],
        ["due 2025-03-10 2025-03-07,2025-03-09"],
    ]


@pytest.mark.parametrize(
    ("at", "light"),
    [
        ("2025-03-03", "green"),
        ("2025-03-07", "green"),
        ("2025-03-08", "yellow"),
        ("2025-03-10", "yellow"),
        ("2025-03-11", "red"),
    ],
)
def test_5_7_yellow_from_that_span_before_the_due_date_and_red_when_overdue(at: str, light: str) -> None:
    """Reading 5.7: the span includes its first day; two days before the 10th is the 8th."""
    assert told(plan(", warn: {days: 2}"), START, at, "light") == [light]
    assert told(plan(), START, at, "light", head="warn: {days: 2}") == [light]


def test_5_7_without_warn_it_is_green_to_the_last_day() -> None:
    """Reading 5.7, added: up to and including the due date."""
    assert told(plan(), START, "2025-03-10", "light") == ["green"]
    assert told(plan(), START, "2025-03-11", "light") == ["red"]


def test_5_7_a_rules_warn_takes_the_place_of_its_catalogues() -> None:
    """Reading 5.7."""
    rule = plan(", warn: {days: 1}")
    assert told(rule, START, "2025-03-08", "light", head="warn: {days: 5}") == ["green"]
    assert told(rule, START, "2025-03-09", "light", head="warn: {days: 5}") == ["yellow"]


def test_5_7_without_a_due_date_yellow_if_urgent_else_green() -> None:
    """Reading 5.7: paused and standing have none either."""
    away = events("borta 2025-03-05")
    assert told(plan(deadline="{urgency: snarast}"), START, "2030-01-01", "light") == ["yellow"]
    assert told(plan(deadline="none"), START, "2030-01-01", "light") == ["green"]
    assert told(plan(", paused_while: franvaro, warn: {days: 30}"), away, "2025-03-06", "status light") == [
        "paused green"
    ]
    urgent = plan(", paused_while: franvaro", "{urgency: snarast, at_latest: {days: 7}}")
    assert told(urgent, away, "2025-03-06", "status light") == ["paused yellow"]
    assert told(urgent, away, "2025-03-04", "status light") == ["due green"]


def test_5_7_what_is_no_longer_open_has_no_light() -> None:
    assert told(plan(", warn: {days: 2}"), events("klar 2025-03-20"), "2025-03-31", "status light") == [
        "fulfilled_late -"
    ]
    assert told(ENDING, events("slut 2025-03-05"), "2025-03-31", "status light") == ["ended -"]


def test_5_1_the_first_minute_of_the_day_is_a_clock_like_any_other() -> None:
    rule = "- {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar}"
    # Monday: what was done at midnight was done before the start at ten.
    before = "- {type: start, at: '2025-03-03T10:00'}\n- {type: klar, at: '2025-03-03T00:00'}"
    assert told(rule, before, "2025-03-03") == ["plan due 2025-03-10"]
    at_once = "- {type: start, at: '2025-03-03T00:00'}\n- {type: klar, at: '2025-03-03T00:00'}"
    assert told(rule, at_once, "2025-03-03") == ["plan fulfilled 2025-03-10"]


def test_5_5_on_the_day_a_series_ends_no_next_one_opens() -> None:
    rule = "- {id: rapport, trigger: start, repeat: {each: month}, fulfilled_by: klar, ends_with: slut}"
    # Monday 3 March, Tuesday 1 April.
    log = "- {type: start, at: 2025-03-03}\n- {type: slut, at: 2025-04-01}"
    assert told(rule, log, "2025-04-02", "opened status ended_on") == ["2025-03-03 ended 2025-04-01"]
    assert told(rule, log, "2025-05-02", "opened") == ["2025-03-03"]
