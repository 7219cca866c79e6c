"""Laws that the second evaluator obeys whatever is drawn: 1.3 to 1.12, 6.2, 6.6."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import assume, given, note, settings
from hypothesis import strategies as st

from tests.drawing import EVERY_CHECK
from tests.engine import second
from tests.engine.second.drawing import describe, questions
from tests.engine.second.log import moment
from tests.parsed import is_list

ZONE = ZoneInfo("Europe/Stockholm")
few = settings(max_examples=60, suppress_health_check=EVERY_CHECK)
Question = tuple[list[dict[str, Any]], dict[str, Any], date, date | None]


def told(question: Question, events: list[dict[str, Any]] | None = None, **changed: Any) -> Any:
    """The answer, or "error"."""
    catalogues, case, at, known = question
    note(describe(*question))
    case = case if events is None else case | {"events": events}
    try:
        return second.evaluate(catalogues, case, changed.get("at", at), changed.get("known", known))
    except second.SecondError:
        return "error"


def day_of(event: dict[str, Any], key: str = "at") -> date:
    return moment(event.get(key, event["at"]), ZONE).day


@few
@given(questions(new=True), st.randoms(use_true_random=False))
def test_13_any_order_of_the_log_gives_the_same_answer(question: Question, random: Any) -> None:
    events = list(question[1]["events"])
    random.shuffle(events)
    assert told(question, events) == told(question)


# One clock for another, in the same order; midnight stays, as `recorded` without a clock is that (0001 on 1.3).
OTHER_CLOCKS = {
    "00:00:00": "00:00:00",
    "02:10:00": "04:00:00",
    "02:50:00": "04:01:00",
    "08:00:00": "08:30:00",
    "12:30:00": "19:00:00",
    "15:00:00": "22:00:00",
    "23:30:00": "23:31:00",
}


def without_zones(event: dict[str, Any]) -> dict[str, Any]:
    """The clocks of OTHER_CLOCKS alone, as local ones."""
    plain = dict(event)
    for key in {"at", "recorded"} & set(event):
        day, _, clock = event[key].partition("T")
        plain[key] = day + (f"T{clock[:8]}" if clock[:8] in OTHER_CLOCKS else "")
    return plain


def with_other_clocks(event: dict[str, Any]) -> dict[str, Any]:
    changed = dict(event)
    for key in {"at", "recorded"} & set(event):
        day, _, clock = event[key].partition("T")
        changed[key] = day + (f"T{OTHER_CLOCKS[clock]}" if clock else "")
    return changed


@few
@given(questions(corrections=False, new=True))
def test_13_of_clocks_only_their_order_counts(question: Question) -> None:
    plain = [without_zones(event) for event in question[1]["events"]]
    assert told(question, [with_other_clocks(event) for event in plain]) == told(question, plain)


def with_each_rule(
    catalogues: list[dict[str, Any]], changed: Callable[[dict[str, Any]], dict[str, Any]]
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for one in catalogues:
        rules: list[dict[str, Any]] = one.get("rules") or []
        found.append(one | {"rules": [changed(rule) for rule in rules]})
    return found


def clocked(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The events in the order of their days, those of one day at one clock after the other, each with an id."""
    written: list[dict[str, Any]] = []
    for number, event in enumerate(sorted(events, key=day_of)):
        written.append(event | {"id": f"c{number}", "at": f"{day_of(event)}T10:{number:02d}:00"})
    return written


@few
@given(questions(corrections=False, new=True))
def test_19_nothing_serves_what_comes_after_it(question: Question) -> None:
    """With a strict order of each day, what fulfils stands after the event that opened, `counts_from` aside."""
    catalogues = with_each_rule(question[0], lambda rule: {key: rule[key] for key in rule if key != "counts_from"})
    events = clocked(question[1]["events"])
    place = {event["id"]: number for number, event in enumerate(events)}
    answered = told((catalogues, *question[1:]), events)
    if answered == "error":
        return
    for one in answered["obligations"]:
        if one["trigger"]["event"] is not None and one["fulfilled_by"] is not None:
            assert place[one["trigger"]["event"]] < place[one["fulfilled_by"]]


def by_one_trigger(rule: dict[str, Any]) -> dict[str, Any]:
    """The rule with its first trigger alone, and not due by an E whose clock counts (4.4)."""
    written = rule["trigger"]
    plain = rule | {"trigger": written[0] if is_list(written) else written}
    return plain | {"deadline": {"days": 3}} if "before" in str(rule.get("deadline")) else plain


@few
@given(questions(corrections=False, new=True))
def test_112_one_event_a_day_needs_no_clock(question: Question) -> None:
    """Where one event a day comes, its clock changes nothing (rules that a timer triggers too, and `before`, aside)."""
    catalogues = with_each_rule(question[0], by_one_trigger)
    alone = {day_of(event): event for event in question[1]["events"]}.values()
    dated = [event | {"at": day_of(event).isoformat(), "recorded": "2020-01-01"} for event in alone]
    timed = [event | {"at": f"{event['at']}T{9 + number % 9:02d}:00:00"} for number, event in enumerate(dated)]
    asked = (catalogues, *question[1:])
    assert in_any_order(told(asked, timed)) == in_any_order(told(asked, dated))


def in_any_order(answered: Any) -> Any:
    """Entries that nothing but their order of opening tells apart may change places."""
    if answered == "error":
        return answered
    return answered | {"obligations": sorted(map(str, answered["obligations"]))}


@few
@given(questions(new=True))
def test_14_events_with_an_id_may_be_written_twice(question: Question) -> None:
    events = question[1]["events"]
    assert told(question, [*events, *(event for event in events if "id" in event)]) == told(question)


def is_whole(events: list[dict[str, Any]]) -> bool:
    """1.1: every event that is told of stands in the log."""
    return {event["about"] for event in events if "about" in event} <= {event.get("id") for event in events}


@few
@given(questions(corrections=False, new=True))
def test_16_66_later_events_change_nothing(question: Question) -> None:
    events, at = question[1]["events"], question[2]
    until = [event for event in events if day_of(event) <= at]
    assume(is_whole(until))
    assert told(question, until) == told(question)


@few
@given(questions(corrections=False, new=True))
def test_66_feeding_the_events_one_at_a_time_gives_the_same_answers(question: Question) -> None:
    events = sorted(question[1]["events"], key=day_of)
    fed: list[dict[str, Any]] = []
    for event in events:
        fed.append(event)
        at = day_of(event)
        if [other for other in events if day_of(other) <= at] == fed and is_whole(fed):
            assert told(question, fed, at=at) == told(question, at=at)


@few
@given(questions(corrections=False, new=True))
def test_16_known_is_the_log_as_it_was(question: Question) -> None:
    events, known = question[1]["events"], question[3] or question[2]
    then = [event for event in events if day_of(event, "recorded") <= known]
    assert told(question, events, known=known) == told(question, then, known=None)


@few
@given(questions(corrections=False, new=True), st.data())
def test_15_a_correction_equals_right_from_the_start(question: Question, data: st.DataObject) -> None:
    events = question[1]["events"]
    chosen: set[int] = data.draw(st.sets(st.sampled_from(range(len(events))))) if events else set()
    corrected: list[dict[str, Any]] = []
    for number, event in enumerate(events):
        if number in chosen and "id" in event:
            wrong = {"type": "fel", "at": data.draw(st.sampled_from(["2025-01-01", event["at"]])), "id": f"w{number}"}
            corrected += [wrong, event | {"replaces": f"w{number}"}]
        elif number in chosen:
            other = {"type": "fel", "at": event["at"], "id": f"x{number}"}
            corrected += [event, other, {"retracts": f"x{number}", "recorded": "2025-01-01"}]
        else:
            corrected.append(event)
    assert told(question, corrected, known=None) == told(question, known=None)


@few
@given(questions(new=True))
def test_15_retracting_a_retraction_restores(question: Question) -> None:
    events = question[1]["events"]
    ids = [event["id"] for event in events if "id" in event]
    undone = [{"id": f"t{one}", "retracts": one, "recorded": "2020-01-01"} for one in ids]
    restored = [{"retracts": f"t{one}", "recorded": "2020-01-01"} for one in ids]
    assert told(question, [*events, *undone, *restored]) == told(question)


@few
@given(questions(new=True))
def test_62_until_next_change_the_answer_stays_and_then_it_differs(question: Question) -> None:
    catalogues, case, at, known = question
    before = told(question)
    if before == "error" or any("replaces" in event or "retracts" in event for event in case["events"]):
        return
    cut = [event for event in case["events"] if day_of(event) <= at]
    change = second.next_change(catalogues, case, at, known, 12)
    for days in range(1, 13):
        day = at + timedelta(days=days)
        later = told(question, cut, at=day)
        differs = later == "error" or bare(later) != bare(before)
        if change is not None and day.isoformat() == change:
            assert differs
            return
        assert not differs


def bare(answered: dict[str, Any]) -> dict[str, Any]:
    return answered | {"obligations": [one | {"days_left": None} for one in answered["obligations"]]}


@few
@given(questions(new=True))
def test_what_every_entry_obeys(question: Question) -> None:
    answered = told(question)
    if answered == "error":
        return
    at = question[2].isoformat()
    for one in answered["obligations"]:
        assert one["opened"] <= at
        assert (one["light"] is None) == (one["status"] in ("fulfilled", "fulfilled_late", "ended"))
        assert (one["fulfilled_on"] is not None) == one["status"].startswith("fulfilled")
        assert (one["ended_on"] is not None) == (one["status"] == "ended")
        assert one["status"] != "overdue" or one["due"] < at
        assert one["status"] != "due" or one["due"] is None or one["due"] >= at
        assert one["status"] not in ("paused", "standing") or one["due"] is None
        assert all(step["reached"] is False for step in one["escalation"] if step["day"] is None or step["day"] > at)
    days = [entry["day"] for entry in answered["undetermined"]]
    assert days == sorted(days)
