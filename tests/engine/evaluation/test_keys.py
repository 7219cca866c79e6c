"""The keys of obligations: drawn cases and known ones in; distinct, lasting, the same in whatever order and by hand."""

import json
import pickle
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from rutinmotor import Evaluation, Event, read_case
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.engine.eventlog import canonical
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from tests.drawing import EVERY_CHECK
from tests.engine.second.drawing import describe, questions
from tests.engine.semantics.asking import ask

Question = tuple[list[dict[str, Any]], dict[str, Any], date, date | None]
drawn = settings(max_examples=100, suppress_health_check=EVERY_CHECK)


def answers(question: Question, logs: list[tuple[list[dict[str, Any]], date]]) -> list[Evaluation]:
    """The answers to a drawn question with other events and days; none if the case has errors."""
    catalogues, case, _, known = question
    note(describe(*question))
    engine = engine_from_texts({f"{one['catalogue']}.yaml": json.dumps(one, ensure_ascii=False) for one in catalogues})
    try:
        return [engine.evaluate(read_case(case | {"events": events}), at, known) for events, at in logs]
    except CaseError:
        return []


def keyed(answer: Evaluation) -> dict[str, tuple[Any, ...]]:
    """What each key stands for, as far as nothing later changes it."""
    found = {one.key: (one.rule, one.item, one.opened, one.trigger) for one in answer.obligations}
    assert len(found) == len(answer.obligations)
    return found


@drawn
@given(questions(), st.integers(1, 200))
def test_keys_are_distinct_and_stand_on_every_later_day(question: Question, days: int) -> None:
    events, at = question[1]["events"], question[2]
    found = answers(question, [(events, at - timedelta(days=days)), (events, at), (events, at + timedelta(days=days))])
    for earlier, later in pairwise(found):
        assert keyed(earlier).items() <= keyed(later).items()


@drawn
@given(questions(corrections=False), st.randoms(use_true_random=False))
def test_keys_stand_whatever_the_order_and_as_events_come_one_by_one(question: Question, random: Any) -> None:
    """Each day's events come together, as one of them may be what another finds open."""
    events = list(question[1]["events"])
    days = sorted({one["at"][:10] for one in events if one["at"][:10] <= question[2].isoformat()})
    logs = [([one for one in events if one["at"][:10] <= day], date.fromisoformat(day)) for day in days]
    whole = [*events]
    random.shuffle(whole)
    found = answers(question, [*logs, (whole, question[2])])
    for earlier, later in pairwise(found):
        assert keyed(earlier).items() <= keyed(later).items()


LOG = """
- {type: start, at: 2025-03-03}
- {type: start, at: 2025-03-03}
- {type: start, at: 2025-03-03, id: e1}
"""


def test_equal_events_give_keys_of_their_own_and_obligations_that_are_not_equal() -> None:
    rule = "- {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar}"
    answer = ask(rule, LOG, "2025-03-04")
    assert len(keyed(answer)) == 3
    assert len(set(answer.obligations)) == 3


@pytest.mark.parametrize(
    ("rule", "log"),
    [
        # a restart counts the places of a series anew
        (
            "- {id: plan, trigger: start, repeat: {every: {days: 7}, from: trigger}, on_repeat: restart,"
            " fulfilled_by: klar}",
            "start 03, start 12, start 27",
        ),
        (
            "- {id: plan, trigger: start, repeat: {every: {days: 7}, from: fulfilment}, fulfilled_by: klar}",
            "start 03, klar 08, klar 17, klar 26",
        ),
        # late, started again, and late again
        (
            "- {id: plan, trigger: start, deadline: {days: 2}, on_repeat: restart, fulfilled_by: klar}\n"
            "- {id: sen, trigger: {overdue: plan}, deadline: {days: 2}, fulfilled_by: klar}",
            "start 03, start 12",
        ),
        # a state that is begun anew, for the case and an item
        (
            "- {id: plan, trigger: {state: franvaro, longer_than: {days: 2}}, deadline: {days: 2}, fulfilled_by: klar}",
            "borta 03, borta h1 04, hemma 10, borta 11",
        ),
    ],
)
def test_what_opens_again_and_again_has_a_key_each_time(rule: str, log: str) -> None:
    written = ""
    for one in log.split(", "):
        kind, *item, day = one.split()
        written += f"- {{type: {kind}, at: 2025-03-{day}{''.join(f', item: {name}' for name in item)}}}\n"
    opened = [keyed(ask(rule, written, f"2025-03-{day:02}")) for day in range(3, 32)]
    for earlier, later in pairwise(opened):
        assert earlier.items() <= later.items()
    assert len(opened[-1]) > 2


def test_a_key_is_of_the_trigger_and_not_of_what_comes_after() -> None:
    rule = "- {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar}"
    event = "- {type: start, at: 2025-03-03, id: e1}"
    (one,) = ask(rule, event, "2025-03-04").obligations
    done = event + "\n- {type: klar, at: 2025-03-05}"
    assert [ask(rule, done, "2025-03-31").obligations[0].key] == [one.key]
    assert [ask(rule, event.replace("-03-03", "-02-03"), "2025-03-31").obligations[0].key] == [one.key]
    assert [ask(rule, event.replace("e1", "e2"), "2025-03-31").obligations[0].key] != [one.key]
    nameless = event.replace(", id: e1", "")
    assert ask(rule, nameless, "2025-03-31").obligations[0].key != one.key
    assert (
        ask(rule, nameless, "2025-03-31").obligations[0].key
        != ask(rule, nameless.replace("-03-03", "-02-03"), "2025-03-31").obligations[0].key
    )


def digest(*parts: Any) -> str:
    return sha256(json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()[:16]


def test_keys_are_made_as_the_documents_say() -> None:
    rules = """
    - {id: plan, trigger: start, deadline: {days: 2}, fulfilled_by: klar}
    - {id: sen, trigger: {overdue: plan}, deadline: {days: 2}, fulfilled_by: klar}
    - {id: borta, trigger: {state: franvaro, longer_than: {days: 2}}, deadline: {days: 2}, fulfilled_by: klar}
    - {id: dag, trigger: {date: dag}, deadline: {days: 2}, fulfilled_by: klar}
    - {id: svar, trigger: {missing: besked, since: fraga, for: {days: 2}}, deadline: {days: 2}, fulfilled_by: klar}
    - {id: manad, trigger: start, repeat: {each: month}, fulfilled_by: besked}
    """
    log = """
    - {type: start, at: 2025-03-03, id: e1, item: å1}
    - {type: borta, at: 2025-03-03, item: å1}
    - {type: fraga, at: '2025-03-03T09:00', id: e3, item: å1, data: {dag: 2025-03-10}}
    """
    borta = ["event", canonical(Event("borta", date(2025, 3, 3), item="å1")), -1]
    plan = digest("sol.plan", "å1", ["event", "e1"], 0, 1)
    day = date(2025, 3, 10).toordinal()
    found = {(one.rule, one.key) for one in ask(rules, log, "2025-04-02").obligations}
    assert found == {
        ("sol.plan", plan),
        ("sol.sen", digest("sol.sen", "å1", ["overdue", "sol.plan", plan], 0, 1)),
        ("sol.borta", digest("sol.borta", "å1", ["state", "franvaro", "å1", borta], 0, 1)),
        ("sol.dag", digest("sol.dag", "å1", ["date", "dag", "å1", day], 0, 1)),
        ("sol.svar", digest("sol.svar", "å1", ["missing", "besked", ["event", "e3"]], 0, 1)),
        ("sol.manad", digest("sol.manad", "å1", ["event", "e1"], 1, 1)),
        ("sol.manad", digest("sol.manad", "å1", ["event", "e1"], 2, 1)),
    }


def test_a_key_goes_with_what_is_pickled_and_the_case_does_not() -> None:
    rules = """
    - {id: plan, trigger: start, deadline: {days: 2}, fulfilled_by: klar}
    - {id: sen, trigger: {overdue: plan}, deadline: {days: 2}, fulfilled_by: klar}
    """
    log = "- {type: start, at: 2025-03-03, id: e1, data: {orsak: HEMLIGT}}"
    for one in ask(rules, log, "2025-03-31").obligations:
        sent = pickle.dumps(one)
        assert b"HEMLIGT" not in sent
        assert b"replay" not in sent
        assert pickle.loads(sent).key == one.key
        assert pickle.loads(sent) == one
