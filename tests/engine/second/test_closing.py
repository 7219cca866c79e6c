"""Worked ends for the second evaluator: fulfilled, ended, repeated, told of and lit (section 5)."""

from tests.engine.second.worked import IN_A_WEEK, START, answer, asked, catalogue, event, rule

E = event


def test_51_on_the_opening_day_order_counts_only_where_both_have_a_clock() -> None:
    one = rule("a", deadline=IN_A_WEEK)
    for start, done, status in [
        ("2025-03-03T12:00:00", "2025-03-03T08:00:00", "due"),
        ("2025-03-03T12:00:00", "2025-03-03T12:00:00", "fulfilled"),
        ("2025-03-03T12:00:00", "2025-03-03", "fulfilled"),
        ("2025-03-03", "2025-03-03T08:00:00", "fulfilled"),
        ("2025-03-03", "2025-03-02", "due"),
    ]:
        assert asked(one, [E("start", start), E("klar", done)], "2025-03-03", "status") == [status]


def test_51_one_event_fulfils_every_open_obligation_that_it_bears_on() -> None:
    one = rule("a", deadline=IN_A_WEEK)
    events = [E("start", "2025-03-03", "i1"), E("start", "2025-03-04", "i1"), E("start", "2025-03-04", "i2")]
    told = asked(one, [*events, E("klar", "2025-03-05", "i1")], "2025-03-05", "item", "status")
    assert told == [("i2", "due"), ("i1", "fulfilled"), ("i1", "fulfilled")]


def test_51_counts_from() -> None:
    one = rule("a", deadline=IN_A_WEEK, counts_from="besked")
    events = [E("klar", "2025-02-20"), E("klar", "2025-02-27"), E("klar", "2025-02-28"), START]
    keys = ("status", "fulfilled_on")
    assert asked(one, events, "2025-03-03", *keys) == [("due", None)]
    assert asked(one, [*events, E("besked", "2025-02-27")], "2025-03-03", *keys) == [("fulfilled", "2025-02-27")]
    latest = [*events, E("besked", "2025-02-01"), E("besked", "2025-02-28")]
    assert asked(one, latest, "2025-03-03", *keys) == [("fulfilled", "2025-02-28")]


def test_52_fulfilled_and_ended_on_one_day_is_fulfilled_and_no_next() -> None:
    one = rule("a", repeat={"every": {"days": 7}, "from": "fulfilment"}, ends_with="slut")
    events = [START, E("slut", "2025-03-05"), E("klar", "2025-03-05")]
    assert asked(one, events, "2025-03-20", "status", "ended_on") == [("fulfilled", None)]
    assert asked(one, events[:2], "2025-03-20", "status", "ended_on") == [("ended", "2025-03-05")]


def test_52_what_a_timer_opened_any_event_of_the_day_ends() -> None:
    line = {"missing": "besked", "since": "start", "for": {"days": 2}, "survives": True}
    one = rule("a", line, IN_A_WEEK, ends_with="slut")
    assert asked(one, [START, E("slut", "2025-03-06")], "2025-03-06", "status") == ["ended"]


def test_53_from_fulfilment() -> None:
    one = rule("a", deadline={"days": 3}, repeat={"every": {"days": 10}, "from": "fulfilment"})
    events = [
        START,
        E("klar", "2025-03-04T08:00:00", id="k1"),
        E("klar", "2025-03-04T09:00:00"),
        E("klar", "2025-03-09"),
    ]
    told = asked(one, events, "2025-03-09", "opened", "due", "fulfilled_on", "fulfilled_by")
    assert told == [
        ("2025-03-09", "2025-03-19", None, None),
        ("2025-03-03", "2025-03-06", "2025-03-04", "k1"),
        ("2025-03-04", "2025-03-14", "2025-03-09", None),
    ]
    assert answer(one, events, "2025-03-09")["obligations"][0]["trigger"]["event"] == "e1"


def test_53_from_fulfilment_is_over_when_its_condition_is_false() -> None:
    one = rule("a", repeat={"every": {"days": 10}, "from": "fulfilment"}, only_if={"iub": False})
    events = [START, E("klar", "2025-03-05", data={"iub": True}), E("besked", "2025-03-06", data={"iub": False})]
    assert asked(one, events, "2025-03-30", "status", facts={"iub": False}) == ["fulfilled"]
    unknown = [START, E("klar", "2025-03-05", data={"iub": None})]
    told = answer(one, unknown, "2025-03-30", facts={"iub": False})
    assert told["undetermined"] == [{"rule": "sol.a", "item": None, "day": "2025-03-05", "missing": ["iub"]}]


def test_53_from_trigger_counts_from_the_trigger_and_not_from_the_one_before() -> None:
    one = rule("a", repeat={"every": {"months": 1}, "from": "trigger"})
    start = [E("start", "2025-01-31")]
    assert asked(one, start, "2025-03-31", "opened", "due", "status") == [
        ("2025-01-31", "2025-02-28", "overdue"),
        ("2025-03-01", "2025-03-31", "due"),
    ]
    told = asked(one, [*start, E("klar", "2025-03-02")], "2025-04-01", "opened", "due", "status")
    assert told == [
        ("2025-03-01", "2025-03-31", "overdue"),
        ("2025-04-01", "2025-04-30", "due"),
        ("2025-01-31", "2025-02-28", "fulfilled_late"),  # the oldest open one
    ]


def test_54_each_month_that_the_time_touches() -> None:
    one = rule("a", repeat={"each": "month"}, ends_with="slut")
    events = [E("start", "2025-01-20"), E("klar", "2025-02-03", id="k"), E("slut", "2025-03-10")]
    assert asked(one, events, "2025-06-01", "opened", "due", "status", "fulfilled_by") == [
        ("2025-01-20", "2025-01-31", "ended", None),
        ("2025-02-01", "2025-02-28", "fulfilled", "k"),
        ("2025-03-01", "2025-03-31", "ended", None),
    ]
    counted = rule("a", deadline={"working_days": 2, "calendar": "vardag"}, repeat={"each": "month"})
    assert asked(counted, events[:1], "2025-01-20", "due") == ["2025-02-04"]  # from Friday the 31st
    word = rule("a", deadline={"urgency": "snarast"}, repeat={"each": "quarter"})
    assert asked(word, events[:1], "2025-01-20", "due", "urgency") == [("2025-03-31", "snarast")]


def test_56_a_step_is_reached_if_it_was_open_at_the_end_of_its_day() -> None:
    def step(side: str, days: int) -> dict[str, object]:
        return {side: {"days": days}, "to": "utforare", "action": "Påminn"}

    one = rule("a", deadline=IN_A_WEEK, escalation=[step("after", 1), step("before", 2), step("before", 30)])
    events = [START, E("klar", "2025-03-11")]
    for at, reached in [
        ("2025-03-03", [False, False, True]),
        ("2025-03-08", [False, True, True]),
        ("2025-03-11", [False, True, True]),  # closed on the step's own day
    ]:
        (steps,) = asked(one, events, at, "escalation")
        assert [each["reached"] for each in steps] == reached
        assert [each["day"] for each in steps] == ["2025-03-11", "2025-03-08", "2025-03-03"]
    assert asked(one, [START], "2025-03-11", "escalation")[0][0]["reached"] is True


def test_57_lights() -> None:
    one = rule("a", deadline=IN_A_WEEK, warn={"days": 2})
    for at, light in [
        ("2025-03-07", "green"),
        ("2025-03-08", "yellow"),
        ("2025-03-10", "yellow"),
        ("2025-03-11", "red"),
    ]:
        assert asked(one, [START], at, "light") == [light]
    found = catalogue(rule("a", deadline=IN_A_WEEK), warn={"days": 1})
    assert asked(found, [START], "2025-03-08", "light") == ["green"]
    assert asked(found, [START], "2025-03-09", "light") == ["yellow"]
