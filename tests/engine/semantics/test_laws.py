"""Laws of the engine on drawn catalogues and cases: what holds of every answer, whatever the rules and the log."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, note, settings
from hypothesis import strategies as st

from rutinmotor import Engine, read_case
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from tests.drawing import EVERY_CHECK
from tests.engine.second.drawing import describe, questions

ZONE = ZoneInfo("Europe/Stockholm")
Log = list[dict[str, Any]]
Question = tuple[list[dict[str, Any]], dict[str, Any], date, date | None]
drawn = settings(max_examples=150, suppress_health_check=EVERY_CHECK)


@lru_cache(maxsize=8)
def engine_of(texts: tuple[tuple[str, str], ...]) -> Engine:
    return engine_from_texts(dict(texts))


def told(question: Question, events: Log | None = None, **changed: Any) -> dict[str, Any]:
    """The answer, with the next change if `keep_next`, or the codes of what is wrong with the case."""
    catalogues, case, at, known = question
    note(describe(*question))
    engine = engine_of(tuple((f"{one['catalogue']}.yaml", json.dumps(one, ensure_ascii=False)) for one in catalogues))
    log = case if events is None else case | {"events": events}
    try:
        asked = (read_case(log), changed.get("at", at), changed.get("known", known))
        answer = engine.evaluate(*asked)
        # The day asked, and what lies after it (6.2), are another matter than what the answer says.
        found = replace(answer, origin=answer.origin._replace(known=None, at=at)).to_dict()
        if "keep_later" not in changed:
            found["later"] = None
        if "keep_next" in changed:
            found["next_change"] = engine.next_change(*asked)
    except CaseError as error:
        return {"wrong": sorted(one.code for one in error.diagnostics)}
    return found


def day_of(event: dict[str, Any], key: str = "at") -> date:
    """The local day of an event's `at`, or of its `recorded`, which is its `at` where it is missing."""
    text = event.get(key, event.get("at"))
    assert isinstance(text, str)
    if len(text) == 10:
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    return (moment.astimezone(ZONE) if moment.tzinfo else moment).date()


@drawn
@given(questions(), st.randoms(use_true_random=False))
def test_1_3_law_any_order_of_the_log_gives_the_same_answer(question: Question, random: Any) -> None:
    events = list(question[1]["events"])
    random.shuffle(events)
    assert told(question, events, keep_next=True) == told(question, keep_next=True)


@drawn
@given(questions())
def test_1_4_law_an_event_with_an_id_may_be_written_twice(question: Question) -> None:
    events = question[1]["events"]
    once, twice = told(question), told(question, [*events, *(event for event in events if "id" in event)])
    if "wrong" in once:
        # One id with two contents is told of as often as it stands there.
        assert set(once["wrong"]) == set(twice["wrong"])
    else:
        assert once == twice


@drawn
@given(questions(corrections=False), st.data())
def test_1_5_law_a_correction_equals_the_log_that_had_it_right(question: Question, data: st.DataObject) -> None:
    """Some events are written wrong and replaced, others replaced twice, and some that never were are retracted."""
    mended: Log = []
    for number, event in enumerate(question[1]["events"]):
        wrong = {"type": "fel", "at": data.draw(st.sampled_from(["2025-01-01", event["at"]])), "id": f"w{number}"}
        match data.draw(st.sampled_from(["right", "replaced", "twice", "beside"])):
            case "replaced" if "id" in event:
                mended += [wrong, event | {"replaces": wrong["id"]}]
            case "twice" if "id" in event:
                again = wrong | {"id": f"v{number}", "replaces": wrong["id"]}
                mended += [wrong, again, event | {"replaces": again["id"]}]
            case "beside":
                mended += [event, wrong, {"retracts": wrong["id"], "recorded": "2025-01-01"}]
            case _:
                mended.append(event)
    assert told(question, mended, known=None) == told(question, known=None)


@drawn
@given(questions())
def test_1_5_law_retracting_a_retraction_restores(question: Question) -> None:
    events = question[1]["events"]
    ids = [event["id"] for event in events if "id" in event]
    undone = [{"id": f"t{one}", "retracts": one, "recorded": "2020-01-01"} for one in ids]
    restored = [{"retracts": f"t{one}", "recorded": "2020-01-01"} for one in ids]
    assert told(question, [*events, *undone, *restored]) == told(question)


@drawn
@given(questions(), st.data())
def test_1_6_law_an_event_after_the_day_changes_nothing(question: Question, data: st.DataObject) -> None:
    later = (question[2] + timedelta(days=data.draw(st.integers(1, 9)))).isoformat()
    kind = data.draw(st.sampled_from(["start", "klar", "borta", "hemma", "okand"]))
    item = data.draw(st.sampled_from([{}, {"item": "i1"}, {"item": "i9"}]))
    extra = {"type": kind, "at": later, "data": {"dagar": 2, "iub": "nej"}, **item}
    # But that there is one more (6.2).
    kept: dict[str, Any] = {"keep_next": True, "keep_later": True}
    one_more, before = told(question, [*question[1]["events"], extra], **kept), told(question, **kept)
    if "wrong" not in before:
        known = question[3]
        more = 1 if known is None or later <= known.isoformat() else 0
        numbers = [(one.pop("later") or {"events": 0})["events"] for one in (one_more, before)]
        assert numbers[0] - numbers[1] == more
    assert one_more == before


def as_known(events: Log, known: date) -> Log:
    """The log as it was on a day: what was recorded by then, with corrections of what was not made harmless (1.5)."""
    kept = [event for event in events if day_of(event, "recorded") <= known]
    while True:
        there = {event.get("id") for event in kept}
        dangling = [event for event in kept if event.get("retracts", event.get("replaces")) not in {None, *there}]
        if not dangling:
            return kept
        # a retraction of nothing does nothing; a replacement of nothing stands as an event of its own
        kept = [
            {key: value for key, value in event.items() if key != "replaces"} if event in dangling else event
            for event in kept
            if event not in dangling or "replaces" in event
        ]


@drawn
@given(questions(), st.integers(-3, 60))
def test_1_6_law_known_is_the_log_as_it_was(question: Question, days: int) -> None:
    events = question[1]["events"]
    # what is wrong in the whole log (an id of nothing, a circle, one id twice) is wrong on every day
    if "wrong" in told(question, events, at=date(2020, 1, 1), known=None):
        return
    known = question[2] + timedelta(days=days - 40)
    assert told(question, events, known=known) == told(question, as_known(events, known), known=None)


@drawn
@given(questions(corrections=False))
def test_6_6_law_feeding_the_events_day_by_day_equals_replaying(question: Question) -> None:
    events = sorted(question[1]["events"], key=day_of)
    for end, event in enumerate(events, start=1):
        at = day_of(event)
        if end == len(events) or day_of(events[end]) > at:
            assert told(question, events[:end], at=at) == told(question, events, at=at)


@drawn
@given(questions())
def test_6_6_law_an_earlier_day_sees_nothing_of_later_events(question: Question) -> None:
    events = question[1]["events"]
    if any("replaces" in event or "retracts" in event for event in events):
        return
    for days in (0, 1, 7, 30):
        at = question[2] - timedelta(days=days)
        assert told(question, [event for event in events if day_of(event) <= at], at=at) == told(question, at=at)


def bare(found: dict[str, Any]) -> dict[str, Any]:
    """An answer without the days left."""
    return found | {"obligations": [one | {"days_left": None} for one in found.get("obligations", [])]}


@drawn
@given(questions(corrections=False))
def test_6_2_law_next_change_is_the_first_day_on_which_the_answer_differs(question: Question) -> None:
    at = question[2]
    cut = [event for event in question[1]["events"] if day_of(event) <= at]
    now = told(question, cut, keep_next=True)
    if "wrong" in now:
        return
    change = now.pop("next_change")
    near = [at + timedelta(days=days) for days in range(1, 13)]
    far = [at + timedelta(days=days) for days in (30, 90, 366, 3000)]
    quiet = [day for day in (*near, *far) if change is None or day < change]
    if change is not None and change > at + timedelta(days=1):
        quiet.append(change - timedelta(days=1))
    for day in quiet:
        assert bare(told(question, cut, at=day)) == bare(now), day
    if change is not None:
        assert change > at
        assert bare(told(question, cut, at=change)) != bare(now)


def rank(one: dict[str, Any]) -> tuple[object, ...]:
    """Where an entry stands (6.4)."""
    tie = (one["rule"], one["item"] is not None, one["item"] or "", one["opened"])
    if one["status"] == "overdue":
        return (0, one["due"], *tie)
    return (1, one["due"] or "without", *tie) if one["status"] == "due" else (2, "", *tie)


@drawn
@given(questions())
def test_6_1_law_what_every_answer_obeys(question: Question) -> None:
    """Sorted by 6.4, each entry at one with itself, and the same after a turn as JSON."""
    found = told(question)
    obligations = found.get("obligations", [])
    assert [rank(one) for one in obligations] == sorted(rank(one) for one in obligations)
    for one in obligations:
        at_one_with_itself(one, question[2])
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
    if "wrong" not in found:
        assert read_case(json.loads(json.dumps(question[1]))) == read_case(question[1])


def at_one_with_itself(one: dict[str, Any], day: date) -> None:
    at = day.isoformat()
    closed = one["status"] in ("fulfilled", "fulfilled_late", "ended")
    assert one["trigger"]["day"] <= one["opened"] <= at
    assert (one["light"] is None) == closed
    assert (one["light"] == "red") == (one["status"] == "overdue")
    assert (one["fulfilled_on"] is not None) == one["status"].startswith("fulfilled")
    assert (one["ended_on"] is not None) == (one["status"] == "ended")
    assert one["status"] != "overdue" or one["due"] < at
    assert one["status"] != "due" or one["due"] is None or at <= one["due"]
    assert one["status"] not in ("paused", "standing") or one["due"] is None
    assert one["status"] != "fulfilled_late" or one["fulfilled_on"] > one["due"]
    assert one["days_left"] == (None if one["due"] is None else (date.fromisoformat(one["due"]) - day).days)
    assert not any(step["reached"] for step in one["escalation"] if step["day"] is None or step["day"] > at)
