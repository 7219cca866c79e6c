"""Section 1 of the semantics: the log. Rules and cases in, verdicts out; 3 March 2025 is a Monday."""

from datetime import date
from itertools import permutations

import pytest

from rutinmotor import Case, Event, RulesError, read_case
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from tests.engine.semantics.asking import VOCABULARY, ask, case, engine, faults, told

# Seven days from the start; `slut` ends it.
PLAN = "- {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar, ends_with: slut}"
# The number of days is read from the fact at the end of the opening day, so the due date tells which value stood last.
COUNTED = "- {id: plan, trigger: start, deadline: {days: antal}, fulfilled_by: klar}"


def test_1_1_an_event_needs_only_type_and_at() -> None:
    assert told(PLAN, "- {type: start, at: 2025-03-03}", "2025-03-03", "item trigger due") == [
        "- event:start 2025-03-10"
    ]


def test_1_1_events_and_cases_can_be_kept_in_sets() -> None:
    day = date(2025, 3, 3)
    one, same = (Event("start", day, data={"antal": value}) for value in (1, 1))
    assert len({one, same}) == 1
    assert len({Case("2025-0117", (one,), {"dag": day}, {"h1": {}}), Case("2025-0117", (same,))}) == 2


def test_1_1_an_event_may_have_id_item_recorded_and_data() -> None:
    log = "- {type: start, at: 2025-03-03, id: e1, item: h1, recorded: 2025-03-05, data: {antal: 4}}"
    assert told(COUNTED, log, "2025-03-05", "item trigger due") == ["h1 event:start:e1 2025-03-07"]
    assert told(COUNTED, log, "2025-03-05", known="2025-03-04") == []


@pytest.mark.parametrize(
    ("at", "opened"),
    [
        ("2025-12-31T23:15:00Z", "2026-01-01"),  # winter time is UTC+1: a quarter past midnight
        ("2025-12-31T22:45:00Z", "2025-12-31"),
        ("2025-12-31T23:15:00", "2025-12-31"),  # naive: local
        ("2025-12-31T23:15:00+01:00", "2025-12-31"),
        ("2026-01-01T05:15:00+09:00", "2025-12-31"),
        ("2025-06-30T22:15:00Z", "2025-07-01"),  # summer time is UTC+2
        ("2025-12-31", "2025-12-31"),
        # Sunday 30 March 2025: 02:00 becomes 03:00, the day has 23 hours
        ("2025-03-29T22:30:00Z", "2025-03-29"),
        ("2025-03-29T23:30:00Z", "2025-03-30"),
        ("2025-03-30T21:30:00Z", "2025-03-30"),
        ("2025-03-30T22:30:00Z", "2025-03-31"),
        # Sunday 26 October 2025: 03:00 becomes 02:00, the day has 25 hours
        ("2025-10-25T21:30:00Z", "2025-10-25"),
        ("2025-10-25T22:30:00Z", "2025-10-26"),
        ("2025-10-26T22:30:00Z", "2025-10-26"),
        ("2025-10-26T23:30:00Z", "2025-10-27"),
    ],
)
def test_1_2_a_moment_has_one_local_day(at: str, opened: str) -> None:
    found = told(PLAN, f"- {{type: start, at: {at}}}", "2026-02-01", "opened")
    assert found == [opened]


def test_1_2_the_time_zone_is_the_catalogues() -> None:
    log = "- {type: start, at: '2025-03-03T22:30:00Z'}"  # half past eleven in Stockholm, half past midnight in Helsinki
    assert told(PLAN, log, "2025-03-31", "opened") == ["2025-03-03"]
    assert told(PLAN, log, "2025-03-31", "opened", head="timezone: Europe/Helsinki") == ["2025-03-04"]


@pytest.mark.parametrize(
    ("start", "slut", "status"),
    [
        ("2025-03-03", "2025-03-03T00:01:00", "ended"),
        ("2025-03-03T08:00:00", "2025-03-03", "ended"),
        ("2025-03-03", "2025-03-03T00:00:00", "ended"),
        ("2025-03-03", "2025-03-03", "ended"),
        ("2025-03-03T08:00:00", "2025-03-03T07:00:00", "due"),
    ],
)
def test_1_2_a_date_has_no_clock_and_so_does_not_come_before_its_trigger(start: str, slut: str, status: str) -> None:
    log = f"[{{type: start, at: {start}}}, {{type: slut, at: {slut}}}]"
    assert told(PLAN, f"events: {log}", "2025-03-03", "status") == [status]


@pytest.mark.parametrize(
    ("start", "klar", "status"),
    [
        ("2025-10-26T00:30:00Z", "2025-10-26T01:10:00Z", "fulfilled"),  # 02:30 summer time, 02:10 winter time
        ("2025-10-26T02:10:00+01:00", "2025-10-26T02:50:00+02:00", "due"),
        ("2025-10-26T02:10:00+01:00", "2025-10-26T02:50:00", "due"),  # naive: the first of the two
        ("2025-10-26T02:10:00+01:00", "2025-10-26T03:00:00", "fulfilled"),
        # On 30 March no clock shows 02:30: by the offset before the change it is 03:30.
        ("2025-03-30T02:30:00", "2025-03-30T03:10:00", "due"),
        ("2025-03-30T03:10:00", "2025-03-30T02:30:00", "fulfilled"),
    ],
)
def test_1_2_the_instant_orders_the_days_on_which_clocks_are_changed(start: str, klar: str, status: str) -> None:
    """Reading 1.2 The clock: what orders is the instant, and not what the clock showed."""
    log = f"- {{type: start, at: '{start}'}}\n- {{type: klar, at: '{klar}'}}"
    assert told(PLAN, log, start[:10], "status") == [status]


def test_1_2_catalogues_of_two_time_zones_are_refused() -> None:
    """Reading 1.2 One time zone."""
    one = f"catalogue: sol\n{VOCABULARY}\nrules: []\n"
    other = "catalogue: lss\ntitle: L\nowner: Kommunen\ntimezone: Europe/Helsinki\nrules: []\n"
    with pytest.raises(RulesError, match="Europe/Helsinki"):
        engine_from_texts({"sol.yaml": one, "lss.yaml": other})


def test_1_3_deadlines_count_days_whatever_the_clock() -> None:
    for clock in ("00:00:00", "12:00:00", "23:59:59"):
        assert told(PLAN, f"- {{type: start, at: 2025-03-03T{clock}}}", "2025-03-10") == ["plan due 2025-03-10"]


def test_1_3_every_order_of_writing_gives_the_same_answer() -> None:
    log = [
        {"type": "start", "at": "2025-03-03T08:00:00", "item": "h1", "id": "e1"},
        {"type": "besked", "at": "2025-03-03T08:00:00", "data": {"antal": 3}, "id": "e2"},
        {"type": "besked", "at": "2025-03-03T08:00:00", "data": {"antal": 5}, "id": "e3"},
        {"type": "klar", "at": "2025-03-03T09:00:00", "item": "h1"},
        {"type": "start", "at": "2025-03-05", "item": "h2", "replaces": "e1", "recorded": "2025-03-06"},
    ]
    day = date(2025, 3, 6)
    answers = [
        engine(COUNTED).evaluate(read_case({"case": "1", "events": list(events)}), day) for events in permutations(log)
    ]
    assert [(one.item, one.due) for one in answers[0].obligations] == [("h2", date(2025, 3, 10))]
    assert all(one == answers[0] for one in answers)


@pytest.mark.parametrize(
    ("three", "five", "due"),
    [
        ("at: 2025-03-03T08:00:00", "at: 2025-03-03T09:00:00", "2025-03-08"),  # the later clock stands
        ("at: 2025-03-03T09:00:00", "at: 2025-03-03T08:00:00", "2025-03-06"),
        ("at: 2025-03-03, recorded: 2025-03-05", "at: 2025-03-03, recorded: 2025-03-04", "2025-03-06"),
        ("at: 2025-03-03, recorded: 2025-03-04", "at: 2025-03-03, recorded: 2025-03-05", "2025-03-08"),
        ("at: 2025-03-03, id: a", "at: 2025-03-03, id: b", "2025-03-08"),
        ("at: 2025-03-03, id: b", "at: 2025-03-03, id: a", "2025-03-06"),
        ("at: 2025-03-03", "at: 2025-03-03", "2025-03-08"),  # the content: 3 before 5
        ("at: 2025-03-03T00:00:00", "at: 2025-03-03", "2025-03-06"),  # its keys in order: the longer `at` before data
        ("at: 2025-03-03, recorded: 2025-03-05T10:00:00", "at: 2025-03-03, recorded: 2025-03-05, id: z", "2025-03-06"),
    ],
)
def test_1_3_within_a_day_clock_then_recorded_then_id_then_content(three: str, five: str, due: str) -> None:
    for first, second in ((3, 5), (5, 3)):
        written = {3: three, 5: five}
        log = f"""
        - {{type: start, at: 2025-03-03}}
        - {{type: besked, {written[first]}, data: {{antal: {first}}}}}
        - {{type: besked, {written[second]}, data: {{antal: {second}}}}}
        """
        assert told(COUNTED, log, "2025-03-05", "due") == [due]


@pytest.mark.parametrize(
    ("three", "five", "due"),
    [
        # without recorded it is the event's own 08:00, after a recorded that is a date, which is midnight
        ("at: 2025-03-03T08:00:00", "at: 2025-03-03T08:00:00, recorded: 2025-03-03", "2025-03-06"),
        ("at: 2025-03-03T08:00:00, id: a", "at: 2025-03-03T08:00:00", "2025-03-06"),  # without an id comes first
    ],
)
def test_1_3_what_is_missing_sorts_as_early_as_it_can(three: str, five: str, due: str) -> None:
    """Reading 1.3 Named first.: a missing `recorded` is `at`, and a missing id sorts first."""
    log = f"""
    - {{type: start, at: 2025-03-03}}
    - {{type: besked, {five}, data: {{antal: 5}}}}
    - {{type: besked, {three}, data: {{antal: 3}}}}
    """
    assert told(COUNTED, log, "2025-03-05", "due") == [due]


@pytest.mark.parametrize(
    ("clock_of_slut", "status"), [("08:00:00", "ended"), ("07:59:00", "due"), ("08:00:01", "ended")]
)
def test_1_9_what_comes_before_the_trigger_does_not_end_what_comes_at_its_instant_does(
    clock_of_slut: str, status: str
) -> None:
    log = f"""
    - {{type: start, at: 2025-03-03T08:00:00}}
    - {{type: slut, at: 2025-03-03T{clock_of_slut}}}
    """
    assert told(PLAN, log, "2025-03-03", "status") == [status]


def test_2_3_begun_and_ended_at_one_instant_a_state_does_not_hold() -> None:
    away = "- {id: plan, trigger: start, only_if: {state: {franvaro: true}}, deadline: none, fulfilled_by: klar}"
    log = """
    - {type: borta, at: 2025-03-03T08:00:00, id: a}
    - {type: hemma, at: 2025-03-03T08:00:00, id: b}
    - {type: start, at: 2025-03-03T08:00:00}
    """
    assert told(away, log, "2025-03-03", "status") == []
    later = log.replace("2025-03-03T08:00:00, id: b", "2025-03-03T08:01:00, id: b")
    assert told(away, later, "2025-03-03", "status") == ["due"]


def test_1_10_an_event_that_both_ends_and_triggers_ends_what_was_there() -> None:
    newest = "- {id: svar, trigger: besked, deadline: {days: 7}, fulfilled_by: klar, ends_with: besked}"
    apart = """
    - {type: besked, at: 2025-03-03T08:00:00, id: a}
    - {type: besked, at: 2025-03-03T09:00:00, id: b}
    """
    assert told(newest, apart, "2025-03-03", "status trigger") == ["due event:besked:b", "ended event:besked:a"]
    together = apart.replace("09:00", "08:00")  # all that ends at eight comes before all that triggers at eight
    assert told(newest, together, "2025-03-03", "status trigger") == ["due event:besked:a", "due event:besked:b"]


def test_1_4_the_same_id_with_the_same_content_counts_once() -> None:
    log = """
    - {type: start, at: 2025-03-03, id: e1, data: {orsak: x}}
    - {data: {orsak: x}, id: e1, at: 2025-03-03, type: start}
    """
    assert told(PLAN, log, "2025-03-03") == ["plan due 2025-03-10"]


@pytest.mark.parametrize(
    "other", ["at: 2025-03-04", "at: 2025-03-03, item: h1", "at: 2025-03-03, recorded: 2025-03-03"]
)
def test_1_4_the_same_id_with_other_content_is_an_error_that_names_both(other: str) -> None:
    """Reading 1.4: everything that was written is compared, even what means the same."""
    log = f"""
    - {{type: start, at: 2025-03-03, id: e1}}
    - {{type: start, {other}, id: e1}}
    """
    with pytest.raises(CaseError) as caught:
        ask(PLAN, log, "2025-03-31")
    (one,) = caught.value.diagnostics
    assert "e1" in one.sentence("en")
    assert one.place is not None
    assert sorted(place.line for place in (one.place, *one.further)) == [3, 4]


def test_1_4_events_without_an_id_are_never_duplicates() -> None:
    """Reading 1.4."""
    log = """
    - {type: start, at: 2025-03-03}
    - {type: start, at: 2025-03-03}
    """
    assert told(PLAN, log, "2025-03-03") == ["plan due 2025-03-10", "plan due 2025-03-10"]


def corrected(*corrections: str, known: str | None = None) -> list[str]:
    """The days on which the plan opens, after a start on Monday 3 March with the id e1 and these corrections."""
    log = "\n".join(["- {type: start, at: 2025-03-03, id: e1}", *(f"- {{{one}}}" for one in corrections)])
    return told(PLAN, log, "2025-03-31", "opened", known=known)


REPLACED = "type: start, at: 2025-03-05, id: c, replaces: e1, recorded: 2025-03-09"
RETRACTED = "id: r, retracts: e1, recorded: 2025-03-09"


@pytest.mark.parametrize("values", [(1, True), (True, 1)])
def test_1_4_a_number_and_a_truth_are_other_content(values: tuple[int, int]) -> None:
    day = date(2025, 3, 3)
    log = tuple(Event("start", day, id="e1", data={"antal": value}) for value in values)
    with pytest.raises(CaseError, match="RM604"):
        engine(PLAN).evaluate(Case("2025-0117", log), day)


def test_1_5_a_replacement_stands_in_the_events_place() -> None:
    assert corrected(REPLACED) == ["2025-03-05"]


def test_1_5_a_retraction_takes_the_event_away() -> None:
    assert corrected(RETRACTED) == []


def test_1_5_a_correction_works_whatever_its_own_at() -> None:
    assert corrected("type: start, at: 2025-05-05, replaces: e1") == []  # May is after the day asked
    assert corrected("type: start, at: 2025-05-05, retracts: e1") == []


def test_1_5_a_retraction_needs_neither_type_nor_at_but_then_recorded() -> None:
    with pytest.raises(CaseError):
        corrected("retracts: e1")
    assert corrected("retracts: e1, at: 2025-03-04") == []


def test_1_5_with_known_a_correction_works_from_its_own_recorded_on() -> None:
    assert corrected(REPLACED, known="2025-03-08") == ["2025-03-03"]
    assert corrected(REPLACED, known="2025-03-09") == ["2025-03-05"]
    assert corrected(RETRACTED, known="2025-03-08") == ["2025-03-03"]
    assert corrected(RETRACTED, known="2025-03-09") == []


def test_1_5_chains_of_corrections() -> None:
    again = "type: start, at: 2025-03-07, replaces: c, recorded: 2025-03-10"
    assert corrected(REPLACED, again) == ["2025-03-07"]  # takes over the target of what it replaces
    assert corrected(REPLACED, "retracts: c, recorded: 2025-03-10") == ["2025-03-03"]  # restores it
    assert corrected(RETRACTED, "retracts: r, recorded: 2025-03-10") == ["2025-03-03"]
    assert corrected(REPLACED, RETRACTED) == ["2025-03-05"]  # retracting what is already replaced
    later = "type: start, at: 2025-03-06, replaces: e1, recorded: 2025-03-12"
    assert corrected(later, REPLACED) == corrected(REPLACED, later) == ["2025-03-06"]  # the later recorded of two


def test_1_5_of_two_replacements_recorded_on_one_day_the_greater_id_stands() -> None:
    """Reading 1.5: then the greater `id`, then the greater content."""
    other = "type: start, at: 2025-03-04, id: b, replaces: e1, recorded: 2025-03-09"
    assert corrected(REPLACED, other) == ["2025-03-05"]
    nameless = [f"type: start, at: 2025-03-0{day}, replaces: e1, recorded: 2025-03-09" for day in (6, 4)]
    assert corrected(*nameless) == ["2025-03-06"]


def test_1_5_what_replaces_a_retraction_replaces_the_target() -> None:
    """Reading 1.5: a correction that is replaced hands its target on, even where it retracted it."""
    assert corrected(RETRACTED, "type: start, at: 2025-03-06, replaces: r, recorded: 2025-03-10") == ["2025-03-06"]


def test_1_5_a_retraction_does_nothing_but_retract() -> None:
    """Reading 1.5: its type, item and data are passed over, and `at` serves as `recorded`."""
    odd = "retracts: e1, type: start, at: 2025-03-09, item: h1, data: {iub: 7}"
    assert corrected(odd) == []
    assert corrected(odd, known="2025-03-08") == ["2025-03-03"]
    with pytest.raises(CaseError):
        corrected("retracts: e1, replaces: e1, type: start, at: 2025-03-09")


def test_1_5_with_known_the_log_is_cut_first_and_then_corrected() -> None:
    """Reading 1.5 With `known`: a replacement whose target is cut away stands as an event of its own."""
    log = """
    - {type: start, at: 2025-03-03, id: e1, recorded: 2025-03-20}
    - {type: start, at: 2025-03-05, id: c, replaces: e1, recorded: 2025-03-09}
    """
    assert told(PLAN, log, "2025-03-31", "opened", known="2025-03-10") == ["2025-03-05"]
    retracted = """
    - {type: start, at: 2025-03-03, id: e1, recorded: 2025-03-20}
    - {retracts: e1, recorded: 2025-03-09}
    """
    assert told(PLAN, retracted, "2025-03-31", "opened", known="2025-03-10") == []
    assert told(PLAN, retracted, "2025-03-31", "opened", known="2025-03-20") == []


@pytest.mark.parametrize(
    ("corrections", "named"),
    [
        (["retracts: saknas, recorded: 2025-03-09"], "saknas"),
        (["type: start, at: 2025-03-05, replaces: saknas"], "saknas"),
        (["id: a, retracts: b, recorded: 2025-03-09", "id: b, retracts: a, recorded: 2025-03-09"], "a → b → a"),
        (["type: start, at: 2025-03-05, id: a, replaces: a"], "a → a"),
    ],
)
@pytest.mark.parametrize("known", [None, "2025-03-04"])
def test_1_5_an_id_that_is_not_in_the_log_and_a_circle_are_errors(
    corrections: list[str], named: str, known: str | None
) -> None:
    """Reading 1.5: both are judged on the whole log, before `known` cuts it."""
    with pytest.raises(CaseError, match=named):
        corrected(*corrections, known=known)


def test_1_5_an_id_that_only_known_cuts_away_is_no_error() -> None:
    log = """
    - {type: start, at: 2025-03-03, id: e1, recorded: 2025-03-20}
    - {retracts: e1, recorded: 2025-03-09}
    """
    assert told(PLAN, log, "2025-03-31", known="2025-03-10") == []


def test_1_6_only_events_on_or_before_the_day_count() -> None:
    log = """
    - {type: start, at: 2025-03-03}
    - {type: klar, at: '2025-03-06T23:59:59'}
    - {type: start, at: 2025-03-07}
    """
    assert told(PLAN, log, "2025-03-02") == []
    assert told(PLAN, log, "2025-03-03", "opened status") == ["2025-03-03 due"]
    assert told(PLAN, log, "2025-03-05", "opened status") == ["2025-03-03 due"]
    assert told(PLAN, log, "2025-03-06", "opened status") == ["2025-03-03 fulfilled"]
    assert told(PLAN, log, "2025-03-07", "opened status") == ["2025-03-07 due", "2025-03-03 fulfilled"]


def test_1_6_with_known_only_what_was_recorded_by_then_counts() -> None:
    log = """
    - {type: start, at: 2025-03-03}
    - {type: klar, at: 2025-03-04, recorded: 2025-03-20T09:00:00}
    """
    assert told(PLAN, log, "2025-03-12", "status", known="2025-03-19") == ["overdue"]
    assert told(PLAN, log, "2025-03-12", "status", known="2025-03-20") == ["fulfilled"]
    assert told(PLAN, log, "2025-03-12", "status") == ["fulfilled"]
    assert told(PLAN, log, "2025-03-12", "status", known="2025-03-02") == []  # without recorded, `at` is


def test_1_7_an_event_of_an_unknown_type_is_an_error_by_default() -> None:
    log = "- {type: fellarm, at: 2025-03-05, id: x}"
    with pytest.raises(CaseError) as caught:
        ask(PLAN, log, "2025-03-10")
    assert "fellarm" in "".join(faults(caught.value))


def test_1_7_a_caller_may_have_unknown_events_passed_over_and_listed() -> None:
    log = """
    - {type: fellarm, at: 2025-03-06, id: y}
    - {type: fellarm, at: 2025-03-05T10:00:00}
    - {type: start, at: 2025-03-03}
    """
    found = ask(PLAN, log, "2025-03-10", unknown_events="list")
    assert [tuple(one) for one in found.passed_over] == [
        (None, "fellarm", date(2025, 3, 5)),
        ("y", "fellarm", date(2025, 3, 6)),
    ]
    assert [one.due for one in found.obligations] == [date(2025, 3, 10)]


def test_1_7_unknown_types_and_wrong_facts_are_judged_only_on_events_that_count() -> None:
    """Reading 1.6, 1.7: neither a later event nor a corrected one is judged."""
    later = """
    - {type: start, at: 2025-03-03}
    - {type: fellarm, at: 2025-03-12}
    - {type: besked, at: 2025-03-12, data: {iub: kanske}}
    """
    assert told(PLAN, later, "2025-03-10") == ["plan due 2025-03-10"]
    with pytest.raises(CaseError):
        ask(PLAN, later, "2025-03-12")
    mended = """
    - {type: strat, at: 2025-03-03, id: e1}
    - {type: start, at: 2025-03-03, replaces: e1, recorded: 2025-03-04}
    """
    assert told(PLAN, mended, "2025-03-10") == ["plan due 2025-03-10"]
    with pytest.raises(CaseError, match="strat"):
        ask(PLAN, mended, "2025-03-10", known="2025-03-03")


def test_1_7_passed_over_events_are_as_if_they_were_not_in_the_log() -> None:
    """Reading 1.6, 1.7: they name no items and set no facts."""
    each = "- {id: plan, trigger: start, per: item, only_if: {iub: true}, deadline: none, fulfilled_by: klar}"
    log = """
    facts: {iub: true}
    events:
      - {type: fellarm, at: 2025-03-03, item: h9, data: {iub: false}}
      - {type: start, at: 2025-03-03}
      - {type: besked, at: 2025-03-03, item: h1}
    """
    assert told(each, log, "2025-03-10", "item", unknown_events="list") == ["h1"]


def test_1_7_a_starting_fact_that_no_catalogue_knows() -> None:
    """Reading 1.6, 1.7: an error, or with `list` passed over without mention."""
    log = "facts: {skostorlek: 43}\nevents: [{type: start, at: 2025-03-03}]"
    with pytest.raises(CaseError, match="skostorlek"):
        ask(PLAN, log, "2025-03-10")
    found = ask(PLAN, log, "2025-03-10", unknown_events="list")
    assert len(found.obligations) == 1
    assert found.passed_over == ()


def test_1_8_timers_come_before_the_days_events() -> None:
    # due on Tuesday the 4th, so overdue on the 5th, and what that opens is fulfilled by an event of the 5th at midnight
    rules = """
    - {id: plan, trigger: start, deadline: {days: 1}, fulfilled_by: besked}
    - {id: paminn, trigger: {overdue: plan}, deadline: {days: 2}, fulfilled_by: klar, ends_with: slut}
    """
    log = "[{type: start, at: 2025-03-03}, {type: %s, at: 2025-03-05T00:00:00}]"
    assert told(rules, f"events: {log % 'klar'}", "2025-03-05", "rule status") == ["plan overdue", "paminn fulfilled"]
    assert told(rules, f"events: {log % 'slut'}", "2025-03-05", "rule status") == ["plan overdue", "paminn ended"]


def test_1_8_an_extension_of_a_day_is_counted_before_its_pause() -> None:
    # due on Monday the 10th; on that day it is extended to the 17th, and the absence takes the 10th and the 11th away
    rule = """
    - {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar, paused_while: franvaro,
       extended_by: {event: besked, by: {days: 7}}}
    """
    log = """
    - {type: start, at: 2025-03-03}
    - {type: borta, at: 2025-03-10T08:00:00}
    - {type: besked, at: 2025-03-10T16:00:00}
    - {type: hemma, at: 2025-03-12}
    """
    assert told(rule, log, "2025-03-10", "status due breaches") == ["paused - -"]
    assert told(rule, log, "2025-03-12", "status due breaches") == ["due 2025-03-19 -"]


def test_1_10_one_event_fulfils_one_step_of_a_chain() -> None:
    rules = """
    - {id: ett, trigger: start, deadline: {days: 7}, fulfilled_by: klar}
    - {id: tva, trigger: {fulfilled: ett}, deadline: {days: 7}, fulfilled_by: klar}
    - {id: tre, trigger: {fulfilled: tva}, deadline: {days: 7}, fulfilled_by: klar}
    - {id: fyra, trigger: {fulfilled: tre}, deadline: {days: 7}, fulfilled_by: besked}
    """
    log = "- {type: start, at: 2025-03-03}\n- {type: klar, at: '2025-03-05T08:00:00'}\n"
    first = ["tva due 2025-03-05", "ett fulfilled 2025-03-03"]
    assert told(rules, log, "2025-03-05", "rule status opened") == first
    twice = log + "- {type: klar, at: '2025-03-05T08:00:00', id: igen}\n- {type: klar, at: 2025-03-05}\n"
    assert told(rules, twice, "2025-03-05", "rule status opened") == first
    # What comes after the first serves the next step, on the same day too.
    later = log + "- {type: klar, at: '2025-03-05T09:00:00'}\n- {type: klar, at: '2025-03-05T10:00:00'}\n"
    assert told(rules, later, "2025-03-05", "rule status opened") == [
        "fyra due 2025-03-05",
        "ett fulfilled 2025-03-03",
        "tre fulfilled 2025-03-05",
        "tva fulfilled 2025-03-05",
    ]


@pytest.mark.parametrize("on_repeat", ["keep", "restart"])
def test_1_11_one_thing_written_down_twice_is_one(on_repeat: str) -> None:
    rule = f"- {{id: plan, trigger: start, on_repeat: {on_repeat}, deadline: {{days: 7}}, fulfilled_by: klar}}"
    log = "- {type: start, at: '2025-03-03T09:00:00'}\n- {type: klar, at: '2025-03-03T15:00:00'}\n"
    for twice in ("2025-03-03", "'2025-03-03T09:00:00'"):
        written = log + f"- {{type: start, at: {twice}, id: igen}}"
        assert told(rule, written, "2025-03-03", "status") == ["fulfilled"]
    # Asked for again, at an instant of its own.
    again = log + "- {type: start, at: '2025-03-03T16:00:00'}"
    assert told(rule, again, "2025-03-03", "status") == ["due", "fulfilled"]


def test_1_8_ahead_of_comes_last_and_what_it_opened_can_be_fulfilled_that_day() -> None:
    # due on the 6th; two days ahead of it is the 4th, where `plan` is fulfilled before `infor` could open
    rules = """
    - {id: plan, trigger: start, deadline: {days: 3}, fulfilled_by: klar}
    - {id: infor, trigger: {ahead_of: plan, by: {days: 2}}, fulfilled_by: besked}
    """
    opening = "[{type: start, at: 2025-03-03}, {type: besked, at: 2025-03-04}]"
    assert told(rules, f"events: {opening}", "2025-03-04", "rule status") == ["plan due", "infor fulfilled"]
    closing = "[{type: start, at: 2025-03-03}, {type: klar, at: 2025-03-04}]"
    assert told(rules, f"events: {closing}", "2025-03-10", "rule status") == ["plan fulfilled"]


def test_2_4_a_condition_sees_nothing_that_comes_after_the_trigger() -> None:
    rule = PLAN.replace("start", "start, only_if: {iub: true, state: {franvaro: true}}")
    log = """
    - {type: start, at: '2025-03-03T08:00:00'}
    - {type: borta, at: '2025-03-03T%s'}
    - {type: besked, at: '2025-03-03T%s', data: {iub: true}}
    """
    assert told(rule, log % ("08:00:00", "07:00:00"), "2025-03-03", "status") == ["due"]
    assert told(rule, log % ("08:00:01", "07:00:00"), "2025-03-03", "status") == []
    # what is given after the trigger is no part of it: it answers the question (2.6)
    assert told(rule, log % ("08:00:00", "07:00:00"), "2025-03-03", "answered") == ["-"]
    assert told(rule, log % ("08:00:00", "08:00:01"), "2025-03-03", "answered") != ["-"]
    dated = log.replace("T%s", "")
    assert told(rule, dated, "2025-03-03", "status") == ["due"]


def test_1_12_what_was_undone_when_the_day_before_ended_is_overdue_whatever_the_day_brings() -> None:
    """Reading 1.12: what an earlier timer of the day has restarted, the later one finds overdue all the same."""
    # both are due on Wednesday the 5th; on the 6th `forst` is overdue first, and begins the time of `sedan` anew
    rules = """
    - {id: forst, trigger: start, deadline: {days: 2}, fulfilled_by: klar}
    - {id: sedan, trigger: [start, {overdue: forst}], on_repeat: restart, deadline: {days: 2}, fulfilled_by: klar}
    - {id: sist, trigger: {overdue: sedan}, deadline: none, fulfilled_by: klar}
    """
    found = told(rules, "- {type: start, at: 2025-03-03}", "2025-03-31", "rule opened due")
    assert found == [
        "forst 2025-03-03 2025-03-05",
        "sedan 2025-03-03 2025-03-08",
        "sist 2025-03-06 -",
        "sist 2025-03-09 -",
    ]


def test_1_7_the_words_of_all_catalogues_are_one_vocabulary() -> None:
    """An event that only another catalogue declares is known."""
    other = "catalogue: lss\ntitle: L\nowner: Kommunen\nevents: {larm: {title: Larm}}\nrules: []\n"
    both = engine_from_texts({"sol.yaml": f"catalogue: sol\n{VOCABULARY}\nrules: []\n", "lss.yaml": other})
    log = case("- {type: larm, at: 2025-03-03}\n- {type: start, at: 2025-03-03}")
    assert both.evaluate(log, date(2025, 3, 3)).passed_over == ()
