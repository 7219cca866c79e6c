"""A law of the second evaluator's questions, whatever is drawn: an answer opens what had been (2.6, 2.7)."""

import json
from datetime import timedelta
from typing import Any

from hypothesis import assume, given, note, settings
from hypothesis import strategies as st

from tests.drawing import EVERY_CHECK
from tests.engine import second
from tests.engine.second.catalogues import many
from tests.engine.second.drawing import describe, questions
from tests.engine.second.test_laws import Question, clocked, day_of

FACTS = {
    "dagar": st.sampled_from([0, 1, 3, 5, 8]),
    "insats": st.sampled_from(["hemtjanst", "boendestod"]),
    "iub": st.booleans(),
    "orsak": st.sampled_from(["fall", "oro"]),
}
NOT_COMPARED = ("opened", "answered", "escalation")


def plain(rule: dict[str, Any]) -> dict[str, Any]:
    """The rule by its events alone: nothing ends it, nothing else triggers it, and it does not start again."""
    body = {key: value for key, value in rule.items() if key not in ("ends_with", "in_force")}
    events = [line for line in many(rule["trigger"]) if isinstance(line, str)]
    keeps = body.get("on_repeat") == "restart"
    deadline = {"days": 5} if body.get("deadline") == "continuous" else body.get("deadline", {"days": 5})
    repeat: dict[str, Any] = body.get("repeat") or {}
    timed = {} if repeat.get("from") == "trigger" else {"deadline": deadline}
    return body | {"trigger": events or "ansokan"} | timed | ({"on_repeat": "keep"} if keeps else {})


def entries(answered: dict[str, Any]) -> list[str]:
    told = [{key: one[key] for key in one if key not in NOT_COMPARED} for one in answered["obligations"]]
    return sorted(json.dumps(one, sort_keys=True) for one in told)


@settings(max_examples=60, suppress_health_check=EVERY_CHECK)
@given(questions(corrections=False), st.fixed_dictionaries(FACTS), st.integers(0, 8), st.integers(0, 20))
def test_26_an_answer_opens_what_had_been_had_it_been_known(
    question: Question, facts: dict[str, Any], after: int, place: int
) -> None:
    catalogues, case, at, _ = question
    rules: list[dict[str, Any]] = [plain(rule) for each in catalogues for rule in each.get("rules", [])]
    one = rules[place % len(rules)]
    assume('"known"' not in json.dumps([one, catalogues]))
    first, last = catalogues[0], catalogues[-1]
    first = first | {"events": first["events"] | {"uppgift": {"title": "Uppgift"}}}
    catalogues = [first | {"rules": [one]}] if len(catalogues) == 1 else [first, last | {"rules": [one]}]
    events = [{key: event[key] for key in event if key != "data"} for event in case["events"]]
    facts |= {"slut": (at - timedelta(days=place)).isoformat()}
    events = [event for event in events if event["type"] != "okand" and day_of(event) <= at]
    late = {"type": "uppgift", "at": (at + timedelta(days=after)).isoformat(), "data": facts}
    at += timedelta(days=after)
    case = {"case": "1", "events": events}
    events = clocked(events)  # in open order, what is alone of its rule (2.6) may serve otherwise
    note(describe(catalogues, case | {"events": [*events, late]}, at, None))
    try:
        early = second.evaluate(catalogues, case | {"events": events, "facts": facts}, at)
        told = second.evaluate(catalogues, case | {"events": [*events, late]}, at)
    except second.SecondError:
        return
    assert entries(told) == entries(early)
