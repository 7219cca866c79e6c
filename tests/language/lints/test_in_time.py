"""Rules that can never be in time, and their warnings and steps: known answers, and what the engine makes of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.engine.engine import Engine, engine_from_texts
from rutinmotor.engine.evaluation.evaluation import Obligation
from rutinmotor.language.case import Case, Event
from rutinmotor.language.catalogue import bind_deadline, bind_roll, bind_span, calendar_finder
from rutinmotor.language.catalogue.names import Names, names_of
from rutinmotor.language.catalogue.reading import read_texts
from rutinmotor.language.constructs import Deadline, Duration, Range, difference
from rutinmotor.language.lints import escalating, in_time
from rutinmotor.language.logic.spans import deadline_length, length_of
from tests.language.lints.linting import catalogue, codes, linted

RULE = "- {id: a, trigger: ansokan, fulfilled_by: klar, %s}"


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        ("deadline: {days: 13}, not_before: {weeks: 2}", ["RM310"]),
        ("deadline: {days: 14}, not_before: {weeks: 2}", []),
        ("deadline: {days: 28}, not_before: {months: 1}", []),  # 31 January to 28 February
        ("deadline: {days: 27}, not_before: {months: 1}", ["RM310"]),
        ("deadline: {months: 2}, not_before: {months: 3}", ["RM310"]),
        ("deadline: {months: 1}, not_before: {days: 31}", []),
        ("deadline: {months: 1}, not_before: {days: 32}", ["RM310"]),
        ("deadline: {years: 1}, not_before: {months: 12}", []),
        ("deadline: {years: 1}, not_before: {months: 13}", ["RM310"]),
        ("deadline: {working_days: 3, calendar: vardag}, not_before: {working_days: 4, calendar: vardag}", ["RM310"]),
        ("deadline: {working_days: 3, calendar: vardag}, not_before: {days: 5}", []),  # over a weekend
        ("deadline: {working_days: 3, calendar: vardag}, not_before: {days: 30}", ["RM310"]),
        ("deadline: {days: 3, roll: next_working_day, calendar: vardag}, not_before: {days: 4}", []),
        ("deadline: {end_of: week}, not_before: {days: 6}", []),
        ("deadline: {end_of: week}, not_before: {days: 7}", ["RM310"]),
        ("deadline: {end_of: month}, not_before: {days: 30}", []),  # 1 January
        ("deadline: {end_of: month}, not_before: {days: 31}", ["RM310"]),
        ("deadline: {end_of: quarter}, not_before: {days: 91}", []),  # 1 July to 30 September
        ("deadline: {end_of: quarter}, not_before: {days: 92}", ["RM310"]),
        ("deadline: {end_of: half_year}, not_before: {days: 183}", []),  # 1 July to 31 December
        ("deadline: {end_of: half_year}, not_before: {days: 184}", ["RM310"]),
        ("deadline: {end_of: year}, not_before: {days: 365}", []),
        ("deadline: {end_of: year}, not_before: {years: 1}", []),  # 1 January of a leap year: 365 days
        ("deadline: {end_of: year}, not_before: {days: 366}", ["RM310"]),
        ("deadline: {day_of_month: 5, months_ahead: 1}, not_before: {days: 35}", []),
        ("deadline: {day_of_month: 5, months_ahead: 1}, not_before: {days: 36}", ["RM310"]),
        ("deadline: {days: timmar}, not_before: {years: 9}", []),
        ("deadline: {date: dag}, not_before: {years: 9}", []),
        ("deadline: {before: slut}, not_before: {years: 9}", []),
        ("deadline: none, not_before: {years: 9}", []),
        ("deadline: {days: 3}, not_before: {days: 9}, paused_while: franvaro", []),
        ("deadline: {days: 3}, not_before: {days: 9}, extended_by: {event: beslut, by: {days: 9}}", []),
        ("deadline: {urgency: snarast, at_latest: {days: 3}}, not_before: {days: 4}", ["RM310"]),
        ("deadline: {urgency: snarast}, not_before: {days: 4}", []),
        ("repeat: {every: {days: 3}, from: fulfilment}, ends_with: slut, not_before: {days: 4}", ["RM310"]),
        ("deadline: {days: 3}, repeat: {every: {days: 9}, from: fulfilment}, not_before: {days: 4}", []),
        *(
            (f"repeat: {{each: {period}}}, ends_with: slut, not_before: {{days: {last + more}}}", ["RM310"] * more)
            for period, last in (("month", 30), ("quarter", 91), ("half_year", 183), ("year", 365))
            for more in (0, 1)
        ),
        ("repeat: {each: month}, deadline: {days: 5}, ends_with: slut, not_before: {days: 31}", []),
    ],
)
def test_not_before_against_the_time(rest: str, wanted: list[str]) -> None:
    assert codes(in_time.find, RULE % rest) == wanted


def test_not_before_is_said_as_it_is_written() -> None:
    assert linted(in_time.find, catalogue(RULE % "deadline: {days: 13}, not_before: {weeks: 2}")) == [
        "RM310 ”a” kan aldrig göras i rätt tid: den får inte göras förrän efter {weeks: 2}, men tiden är {days: 13}."
    ]
    rest = "repeat: {each: month}, deadline: {days: 5}, ends_with: slut, not_before: {days: 36}"
    assert linted(in_time.find, catalogue(RULE % rest)) == [
        "RM310 ”a” kan aldrig göras i rätt tid: den får inte göras förrän efter {days: 36}, "
        "men tiden är {each: month} + {days: 5}."
    ]


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        ("deadline: {day_of_month: 5}", ["RM316"]),
        ("deadline: {day_of_month: 30, roll: next_working_day, calendar: vardag}", ["RM316"]),
        ("deadline: {urgency: snarast, at_latest: {day_of_month: 5}}", ["RM316"]),
        ("deadline: {day_of_month: 5}, repeat: {every: {years: 1}, from: fulfilment}, ends_with: slut", ["RM316"]),
        ("deadline: {day_of_month: 5, months_ahead: 0}", []),
        ("deadline: {day_of_month: 5, months_ahead: 1}", []),
        ("deadline: {day_of_month: 31}", []),
        ("deadline: {day_of_month: 5}, repeat: {each: month}, ends_with: slut", []),
    ],
)
def test_a_day_of_an_unsaid_month(rest: str, wanted: list[str]) -> None:
    assert codes(in_time.find, RULE % rest) == wanted


def test_an_unsaid_month_is_the_triggers_in_the_engine_too() -> None:
    assert linted(in_time.find, catalogue(RULE % "deadline: {day_of_month: 5}")) == [
        "RM316 ”a” är för sen redan från början när den utlöses efter den 5 i månaden, för sista dagen är den 5 "
        "i samma månad."
    ]
    engine = engine_from_texts({"prov.yaml": catalogue(RULE % "deadline: {day_of_month: 5}")})
    for day, status in ((5, "due"), (6, "overdue")):
        opened = date(2026, 3, day)
        [found] = engine.evaluate(Case("1", events=(Event("ansokan", opened),)), at=opened).obligations
        assert (found.due, found.status) == (date(2026, 3, 5), status)


@pytest.mark.parametrize(
    ("trigger", "deadline", "wanted"),
    [
        ("{date: dag}", "{date: dag}", []),
        ("{date: dag, plus: {days: 1}}", "{date: dag}", ["RM311"]),
        ("{date: dag}", "{date: dag, minus: {months: 1}}", ["RM311"]),
        ("{date: dag, minus: {months: 1}}", "{date: dag, minus: {days: 31}}", []),
        ("{date: dag, minus: {months: 1}}", "{date: dag, minus: {days: 32}}", ["RM311"]),
        ("{date: dag, plus: {months: 1}}", "{date: dag, plus: {weeks: 4}}", []),
        ("{date: dag, plus: {months: 1}}", "{date: dag, plus: {days: 27}}", ["RM311"]),
        ("{date: dag, plus: {years: 1}}", "{date: dag, plus: {months: 11}}", ["RM311"]),
        ("[ansokan, {date: dag, plus: {days: 1}}]", "{date: dag}", ["RM311"]),
        ("ansokan", "{date: dag}", []),
        ("{date: dag, plus: {days: 1}}", "{date: dag, roll: next_working_day, calendar: vardag}", []),
        ("{date: dag, plus: {days: 30}}", "{date: dag, roll: next_working_day, calendar: vardag}", ["RM311"]),
        ("{date: dag, plus: {days: 1}}, per: case", "{date: dag}", []),  # a fact of the item, and of the case
    ],
)
def test_a_last_day_before_the_trigger(trigger: str, deadline: str, wanted: list[str]) -> None:
    assert codes(in_time.find, f"- {{id: a, trigger: {trigger}, deadline: {deadline}, fulfilled_by: klar}}") == wanted


@pytest.mark.parametrize(
    ("by", "deadline", "wanted"),
    [
        ("{months: 1}", "{months: 1}", []),
        ("{months: 1}", "{months: 2}", ["RM312"]),
        ("{months: 1}", "{days: 31}", []),
        ("{months: 1}", "{days: 32}", ["RM312"]),
        ("{urgency: i_god_tid}", "{years: 2}", []),
        ("{urgency: snart}", "{days: 3}", ["RM312"]),
        ("{days: 3}", "none", []),
        ("{days: 3}", "{end_of: month}", []),
        ("{days: 3}", "{date: dag}", []),
    ],
)
def test_ahead_of_another_with_a_time_beyond_it(by: str, deadline: str, wanted: list[str]) -> None:
    rules = f"""
    - {{id: b, trigger: ansokan, deadline: {{years: 1}}, fulfilled_by: beslut}}
    - {{id: a, trigger: {{ahead_of: b, by: {by}}}, deadline: {deadline}, fulfilled_by: klar}}
    """
    assert codes(in_time.find, rules, "urgency: {snart: {days: 2}}\n") == wanted


@pytest.mark.parametrize(
    ("trigger", "before", "wanted"),
    [
        ("{fulfilled: b}", "beslut", ["RM313"]),
        ("{fulfilled: b}", "slut", []),
        ("{fulfilled: c}", "beslut", []),  # another event can fulfil c too
        ("{overdue: b}", "beslut", []),
        ("{state: franvaro}", "borta", ["RM313"]),
        ("{state: franvaro}", "hemma", []),
        ("{state: franvaro, longer_than: {days: 3}}", "borta", []),
    ],
)
def test_before_the_event_that_sets_the_rule_off(trigger: str, before: str, wanted: list[str]) -> None:
    rules = f"""
    - {{id: b, trigger: ansokan, deadline: {{years: 1}}, fulfilled_by: beslut}}
    - {{id: c, trigger: ansokan, deadline: {{years: 1}}, fulfilled_by: [beslut, slut]}}
    - {{id: a, trigger: {trigger}, deadline: {{before: {before}}}, fulfilled_by: klar}}
    """
    assert codes(in_time.find, rules) == wanted


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        ("deadline: {weeks: 6}, warn: {months: 2}", ["RM314"]),
        ("deadline: {weeks: 6}, warn: {days: 42}", []),
        ("deadline: none, warn: {days: 2}", ["RM315"]),
        ("deadline: continuous, warn: {days: 2}", ["RM315"]),
        ("deadline: {urgency: snarast}, warn: {days: 2}", ["RM315"]),
        ("deadline: {before: slut}, warn: {days: 2}", ["RM315"]),
        ("deadline: {date: dag}, warn: {years: 2}", []),
        ("repeat: {every: {years: 1}, from: fulfilment}, ends_with: slut, warn: {months: 13}", ["RM314"]),
        ("deadline: {days: 3}, repeat: {every: {years: 1}, from: fulfilment}, ends_with: slut, warn: {days: 9}", []),
        ("repeat: {every: {days: 3}, from: trigger}, ends_with: slut, warn: {days: 4}", ["RM314"]),
        ("repeat: {each: month}, ends_with: slut, warn: {days: 31}", ["RM314"]),
        ("deadline: {urgency: snarast}, repeat: {each: month}, ends_with: slut, warn: {days: 31}", ["RM314"]),
    ],
)
def test_warnings_longer_than_the_time(rest: str, wanted: list[str]) -> None:
    assert codes(in_time.find, RULE % rest) == wanted


def test_a_warning_of_the_whole_file_is_no_rules_mistake() -> None:
    assert codes(in_time.find, RULE % "deadline: {days: 3}", "warn: {days: 7}\n") == []


def test_the_time_of_a_rule_that_inherits_is_its_lead() -> None:
    rules = """
    - {id: b, trigger: ansokan, deadline: {years: 1}, fulfilled_by: beslut}
    - {id: a, trigger: {ahead_of: b, by: {months: 1}}, warn: {months: 2}, fulfilled_by: klar}
    - {id: c, trigger: {ahead_of: b, by: {months: 1}}, warn: {weeks: 4}, fulfilled_by: klar}
    """
    assert codes(in_time.find, rules) == ["RM314"]


@pytest.mark.parametrize(
    ("rest", "step", "wanted"),
    [
        ("deadline: {weeks: 2}", "before: {days: 15}", ["RM401"]),
        ("deadline: {weeks: 2}", "before: {days: 14}", []),
        ("deadline: {weeks: 2}", "after: {days: 15}", []),
        ("deadline: {date: dag}", "before: {years: 1}", []),
        ("deadline: none", "after: {days: 1}", ["RM402"]),
        ("deadline: none", "before: {days: 1}", ["RM402"]),
        ("deadline: continuous", "after: {days: 1}", ["RM402"]),
        ("deadline: {urgency: omgaende}", "after: {days: 1}", ["RM402"]),
        ("deadline: {before: slut}", "before: {days: 1}", ["RM403"]),
        ("deadline: {before: slut}", "after: {days: 1}", []),
    ],
)
def test_steps_that_are_never_taken_or_taken_at_once(rest: str, step: str, wanted: list[str]) -> None:
    rule = RULE % f"{rest}, escalation: [{{{step}, to: chef, action: Påminn}}]"
    assert codes(escalating.find, rule) == wanted


# What the engine makes of what is told.


def engine(rules: str) -> Engine:
    return engine_from_texts({"a.yaml": catalogue(rules)})


def the_one(engine: Engine, at: date, *events: tuple[str, date], dag: date | None = None) -> Obligation:
    log = tuple(Event(type_, day, id=f"{type_}-{number}") for number, (type_, day) in enumerate(events))
    answer = engine.evaluate(Case("1", log, {"dag": dag} if dag else {}), at)
    [found] = [one for one in answer.obligations if one.rule == "prov.a"]
    return found


DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))


@settings(max_examples=30)
@given(day=DAYS)
def test_the_light_of_a_told_warning_is_yellow_from_the_first_day(day: date) -> None:
    rules = RULE % "deadline: {months: 1}, warn: {days: 32}"
    assert codes(in_time.find, rules) == ["RM314"]
    assert the_one(engine(rules), day, ("ansokan", day)).light == "yellow"


@settings(max_examples=30)
@given(day=DAYS, later=st.integers(0, 60))
def test_what_may_not_be_done_in_time_is_late_or_too_early(day: date, later: int) -> None:
    rules = RULE % "deadline: {months: 1}, not_before: {days: 32}"
    done = day + timedelta(days=later)
    found = the_one(engine(rules), done, ("ansokan", day), ("klar", done))
    assert found.status == "fulfilled_late" or [one.kind for one in found.breaches] == ["too_early"]


@settings(max_examples=30)
@given(day=DAYS)
def test_a_last_day_before_the_trigger_is_past_from_the_start(day: date) -> None:
    rules = """
    - {id: a, trigger: {date: dag, plus: {months: 1}}, deadline: {date: dag, plus: {days: 27}}, fulfilled_by: klar}
    """
    found = the_one(engine(rules), day + timedelta(days=60), ("beslut", day), dag=day)
    assert found.due is not None
    assert found.due < found.opened


def test_before_the_event_that_sets_it_off_is_due_as_it_opens() -> None:
    rules = """
    - {id: b, trigger: ansokan, deadline: {years: 1}, fulfilled_by: beslut}
    - {id: a, trigger: {fulfilled: b}, deadline: {before: beslut}, fulfilled_by: klar}
    """
    day = date(2025, 3, 3)
    found = the_one(engine(rules), day, ("ansokan", day), ("beslut", day))
    assert found.due == found.opened == day


# Lengths against the engine's own counting.

NAMES: Names = names_of(read_texts([("a.yaml", catalogue(RULE % "deadline: none").encode())]).catalogues)["prov"]
CALENDARS = calendar_finder(NAMES)


def span_of(unit: str, number: int) -> dict[str, object]:
    return {unit: number, **({"calendar": "vardag"} if unit == "working_days" else {})}


def period_end(period: str) -> dict[str, object]:
    return {"end_of": period}


def day_of_month(day: int, ahead: int) -> dict[str, object]:
    return {"day_of_month": day, "months_ahead": ahead}


SPANS = st.builds(
    span_of,
    st.sampled_from(("days", "weeks", "months", "years", "working_days")),
    st.integers(0, 40),
)
PERIODS = st.sampled_from(("week", "month", "quarter", "half_year", "year"))
ENDS = st.one_of(
    SPANS,
    st.builds(period_end, PERIODS),
    st.builds(day_of_month, st.integers(1, 31), st.integers(0, 14)),
)
ROLLS = st.sampled_from(({}, {"roll": "next_working_day"}, {"roll": "previous_working_day"}))


def measured(span: dict[str, object]) -> Range:
    found = length_of(Duration.model_validate(span), CALENDARS)
    assert found is not None
    return found


@given(span=SPANS, day=DAYS)
def test_a_length_holds_every_count_forward_and_back(span: dict[str, object], day: date) -> None:
    bound = bind_span(Duration.model_validate(span), CALENDARS)
    length, start = measured(span), day.toordinal()
    assert length.least <= bound.after(start) - start <= length.greatest
    assert length.reversed().least <= bound.before(start) - start <= length.reversed().greatest


@pytest.mark.parametrize(
    ("span", "least", "greatest"),
    [
        ({"months": 1}, 28, 31),
        ({"months": 2}, 59, 62),
        ({"years": 1}, 365, 366),
        ({"years": 4}, 1460, 1461),  # 1897 to 1901 has no leap day
        ({"working_days": 1, "calendar": "vardag"}, 1, 6),  # Tuesday 23 to Monday 29 December 2025
        ({"working_days": 0, "calendar": "vardag"}, 0, 0),
    ],
)
def test_lengths(span: dict[str, object], least: int, greatest: int) -> None:
    assert measured(span)[:2] == (least, greatest)


@given(one=SPANS, other=SPANS, day=DAYS)
def test_what_is_surely_longer_ends_later_whatever_the_day(
    one: dict[str, object], other: dict[str, object], day: date
) -> None:
    longer, shorter = (bind_span(Duration.model_validate(span), CALENDARS) for span in (one, other))
    start = day.toordinal()
    if measured(one).surely_longer(measured(other)):
        assert longer.after(start) > shorter.after(start)
        assert longer.before(start) < shorter.before(start)
    if measured(one).unit == measured(other).unit:
        lengths = measured(one), measured(other)
        assert lengths[0].surely_longer(lengths[1]) or lengths[0].number <= lengths[1].number


@given(end=ENDS, roll=ROLLS, day=DAYS)
def test_a_deadline_lies_within_its_length(end: dict[str, object], roll: dict[str, object], day: date) -> None:
    calendar = {"calendar": "vardag"} if roll else {}
    deadline = Deadline.model_validate({**end, **roll, **calendar})
    bound = bind_deadline(deadline, CALENDARS)
    rolls = bind_roll(deadline, CALENDARS)
    length, start = deadline_length(deadline, CALENDARS), day.toordinal()
    assert bound is not None
    due = bound.end(start, {})
    assert length is not None
    assert due is not None
    assert length.least <= (rolls.end(due) if rolls else due) - start <= length.greatest


@given(one=SPANS, other=SPANS, back=st.booleans(), day=DAYS)
def test_a_difference_holds_both_counts(
    one: dict[str, object], other: dict[str, object], back: bool, day: date
) -> None:
    last, first = (bind_span(Duration.model_validate(span), CALENDARS) for span in (one, other))
    lengths = measured(one), measured(other).reversed() if back else measured(other)
    start = day.toordinal()
    begun = first.before(start) if back else first.after(start)
    found = difference(*lengths)
    between = last.after(start) - begun
    assert found.least <= between <= found.greatest
    if found.unit and found.number < 0:
        assert between < 0
