"""An engine in use: shared, pickled, asked wrongly, cut off from clock and network, and given long logs."""

import builtins
import io
import json
import os
import pickle
import socket
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from copy import copy, deepcopy
from datetime import date, datetime, timedelta
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn, cast

import pytest

import rutinmotor
from rutinmotor import Case, Engine, Event, Obligation, RulesError
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.engine.replay import Replay
from rutinmotor.text.sources import shipped_rules
from tests.engine.semantics.asking import VOCABULARY, ask, case, engine
from tests.parsed import is_mapping

RULES = """
- {id: plan, trigger: start, deadline: {working_days: 5, calendar: vardag, roll: next_working_day}, fulfilled_by: klar,
   ends_with: slut}
- {id: larm, trigger: {overdue: plan}, deadline: {days: 2}, fulfilled_by: besked}
- {id: saknas, trigger: {missing: besked, since: start, for: {days: 9}}, deadline: {days: 2}, fulfilled_by: fraga,
   on_repeat: keep}
- {id: borta, trigger: {state: franvaro, longer_than: {days: 3}}, deadline: {days: 7}, fulfilled_by: klar}
- {id: rapport, trigger: start, repeat: {each: quarter}, fulfilled_by: fraga}
- {id: infor, trigger: {ahead_of: plan, by: {days: 2}}, fulfilled_by: klar}
"""
LOG = """
facts: {antal: 3}
items: {h1: {}, h2: {iub: true}}
events:
  - {type: start, at: 2025-03-03, item: h1, id: e1}
  - {type: borta, at: 2025-03-04T10:00:00+01:00, item: h1}
  - {type: start, at: 2025-03-05, item: h2}
  - {type: klar, at: 2025-03-20, item: h2}
  - {type: hemma, at: 2025-03-25}
"""
DAYS = [date(2025, 3, 1) + timedelta(days=days) for days in range(0, 60, 3)]


def answers(of: Engine) -> list[dict[str, object]]:
    return [of.evaluate(case(LOG), day).to_dict() for day in DAYS]


def test_an_engine_is_not_changed_by_use_and_its_answers_cannot_be() -> None:
    used = engine(RULES)
    before = pickle.dumps(used)
    found = used.evaluate(case(LOG), DAYS[9])
    spoiled = found.to_dict()
    obligations = spoiled["obligations"]
    assert isinstance(obligations, list)
    obligations.clear()
    assert found.to_dict()["obligations"]
    with pytest.raises(AttributeError):
        found.obligations[0].due = DAYS[0]  # pyright: ignore[reportAttributeAccessIssue]  # it may not be set
    for name in ("case", "at", "known", "obligations", "undetermined", "passed_over"):
        with pytest.raises(AttributeError):
            setattr(found, name, getattr(found, name))
    for name in ("catalogues", "warnings", "zone", "more"):
        with pytest.raises(AttributeError):
            setattr(used, name, ())
    with pytest.raises(AttributeError):
        del used.catalogues
    with pytest.raises((AttributeError, TypeError, ValueError)):
        used.catalogues[0].text.rules[0].title = "annat"
    assert isinstance(used.catalogues, tuple)
    assert isinstance(found.obligations, tuple)
    assert pickle.dumps(used) == before


def test_eight_threads_that_share_a_fresh_engine_get_the_answers_of_one() -> None:
    expected = answers(engine(RULES))
    fresh = pickle.loads(pickle.dumps(engine(RULES)))
    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(answers, [fresh] * 24))
    assert all(one == expected for one in told)


def test_a_pickled_engine_gives_the_same_answers() -> None:
    assert answers(pickle.loads(pickle.dumps(engine(RULES)))) == answers(engine(RULES))


def parts_of(value: object) -> Iterator[object]:
    """All that a value holds, itself first, found by slots, fields and members."""
    yield value
    inside: list[object]
    if isinstance(value, tuple | list | set | frozenset):
        inside = list(cast("Iterable[object]", value))
    elif is_mapping(value):
        inside = [*value, *value.values()]
    else:
        slots = (name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ()))
        inside = [getattr(value, name) for name in slots if hasattr(value, name)]
        inside += getattr(value, "__dict__", {}).values()
    for one in inside:
        yield from parts_of(one)


def test_nothing_that_an_obligation_holds_can_be_changed() -> None:
    log = LOG + "  - {type: klar, at: 2025-03-29, item: h1, data: {dag: 2025-03-01}}\n"
    for found in (one for day in DAYS for one in engine(RULES).evaluate(case(log), day).obligations):
        for part in parts_of(found):
            assert not isinstance(part, list | set | bytearray), part
            if is_mapping(part):
                with pytest.raises(TypeError):
                    part["dag"] = None
            elif type(part).__module__.startswith("rutinmotor"):
                for name in (*getattr(type(part), "__slots__", ()), *getattr(part, "_fields", ())):
                    with pytest.raises(AttributeError):
                        setattr(part, name, None)
                    with pytest.raises(AttributeError):
                        delattr(part, name)


def carried(one: Any) -> Any:
    return pickle.loads(pickle.dumps(one))


@pytest.mark.parametrize("again", [carried, copy, deepcopy])
def test_an_answer_copied_or_pickled_is_the_same(again: Callable[[Any], Any]) -> None:
    for known in (None, "2025-03-06"):
        found = ask(RULES, LOG, "2025-03-13", known=known)
        assert found.obligations
        assert again(found) == found
        assert again(found).to_dict() == found.to_dict()
        assert (again(found).case, again(found).known, again(found).at) == ("2025-0117", found.known, found.at)
        for one in found.obligations:
            assert again(one) == one
            assert hash(again(one)) == hash(one)
            assert repr(again(one)) == repr(one)
            assert again(again(one)).to_dict() == one.to_dict()
    listed = ask(RULES, "- {type: fellarm, at: 2025-03-03}", "2025-03-13", unknown_events="list")
    assert listed.passed_over
    assert again(listed).passed_over == listed.passed_over
    assert again(listed) != ask(RULES, "- {type: fellarm, at: 2025-03-03, id: f}", "2025-03-13", unknown_events="list")


def test_a_pickled_answer_is_small_and_carries_neither_engine_nor_log() -> None:
    found = ask(RULES, LOG + "  - {type: fraga, at: 2025-03-05, data: {orsak: hemligt}}\n", "2025-03-13")
    whole = pickle.dumps(found)
    plain = json.dumps(found.to_dict())
    assert len(found.obligations) > 1
    assert len(whole) < 2 * len(plain)
    assert len(whole) < 10_000
    assert len(pickle.dumps(found.obligations[0])) < 1_500
    for word in (b"hemligt", b"engine.engine", b"engine.plan.plan", b"pydantic", b"2025-0117" * 2):
        assert word not in whole


def late(number: int) -> tuple[Obligation, ...]:
    return ask(RULES, LOG.replace("e1", f"e{number}"), "2025-04-25").overdue


def test_a_process_pool_gives_obligations_back() -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        assert list(processes.map(late, range(4))) == [late(number) for number in range(4)]
    assert late(0)


def test_an_answer_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found = ask(RULES, LOG, "2025-03-13")
    again = ask(RULES, LOG, "2025-03-13")

    def lived(*_: object) -> None:
        raise AssertionError("lived again")

    monkeypatch.setattr(Replay, "live", lived)
    assert found == again
    assert found.to_dict() == again.to_dict()
    assert pickle.loads(pickle.dumps(found)) == found


CHANGES: list[Callable[[Any], object]] = [
    lambda one: one.__setitem__("regi", "enskild"),
    lambda one: one.__delitem__("regi"),
    lambda one: one.update(regi="enskild"),
    lambda one: one.setdefault("ny", 1),
    lambda one: one.pop("regi", None),
    lambda one: one.popitem(),
    lambda one: one.clear(),
    lambda one: one.__ior__({"regi": "enskild"}),
]


def test_what_is_known_of_a_case_cannot_be_changed() -> None:
    data, own = {"iub": True}, {"regi": "egen"}
    log = [Event("start", date(2025, 3, 3), item="h1", data=data)]
    built = Case("1", log, facts=own, items={"h1": own})  # pyright: ignore[reportArgumentType]  # a list of events
    data["iub"], own["regi"] = False, "enskild"
    log.clear()
    assert (built.events[0].data, built.facts, built.items) == (
        {"iub": True},
        {"regi": "egen"},
        {"h1": {"regi": "egen"}},
    )
    for held in (built.events[0].data, built.facts, built.items, built.items["h1"], case(LOG).items):
        for change in CHANGES:
            before = dict(held)
            with pytest.raises(TypeError):
                change(held)
            assert held == before
            assert repr(held) == repr(before)
    for again in (carried(built), copy(built), deepcopy(built)):
        assert again == built
        assert hash(again) == hash(built)
        with pytest.raises(TypeError):
            again.items["h1"]["regi"] = "enskild"  # pyright: ignore[reportIndexIssue]  # nor in a copy


def test_the_engine_tells_its_time_zone() -> None:
    assert engine(RULES).zone.key == "Europe/Stockholm"
    assert engine(RULES, "timezone: Europe/Helsinki").zone.key == "Europe/Helsinki"
    assert engine_from_texts({}).zone.key == "Europe/Stockholm"


@pytest.mark.parametrize("at", [datetime(2025, 3, 3, 12), "2025-03-03", 739313, None])
def test_at_must_be_a_date(at: Any) -> None:
    with pytest.raises(TypeError, match="at is a date"):
        engine(RULES).evaluate(case(LOG), at)


@pytest.mark.parametrize("known", [datetime(2025, 3, 3), "2025-03-03", 0, False])
def test_known_must_be_a_date_or_nothing(known: Any) -> None:
    with pytest.raises(TypeError, match="known is a date"):
        engine(RULES).evaluate(case(LOG), date(2025, 3, 3), known)


@pytest.mark.parametrize("data", [{"case": "1"}, "1", None, []])
def test_a_case_must_be_a_case(data: Any) -> None:
    with pytest.raises(TypeError, match="case is a Case"):
        engine(RULES).evaluate(data, date(2025, 3, 3))


@pytest.mark.parametrize("at", ["2025-03-03", 20250303, 0])
def test_an_event_stands_at_a_date_or_a_date_time(at: Any) -> None:
    with pytest.raises(TypeError, match="at is a date or a datetime"):
        Event("start", at)


@pytest.mark.parametrize(
    ("word", "error", "said"),
    [
        ("ignore", ValueError, "'error' or 'list'"),
        ("", ValueError, "'error' or 'list'"),
        (None, TypeError, "is a text, not None"),
        (True, TypeError, "is a text, not bool"),
    ],
)
def test_unknown_events_is_one_of_two_words(word: Any, error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        engine(RULES).evaluate(case(LOG), date(2025, 3, 3), unknown_events=word)


def test_a_catalogue_in_error_raises_one_error_with_every_diagnostic() -> None:
    text = f"catalogue: sol\n{VOCABULARY}\nrules:\n  - {{id: A, actor: ingen, trigger: inget}}\n  - {{id: b}}\n"
    with pytest.raises(RulesError) as caught:
        engine_from_texts({"sol.yaml": text})
    assert len(caught.value.diagnostics) > 1


def test_the_face_offers_what_it_names() -> None:
    assert set(rutinmotor.__all__) <= set(dir(rutinmotor))
    assert all(getattr(rutinmotor, name) is not None for name in rutinmotor.__all__)
    with pytest.raises(AttributeError):
        _ = rutinmotor.nothing_of_the_kind


class Sealed(dict[str, str]):
    """An environment that no one may look into."""

    def _no(self, *_: object) -> NoReturn:
        raise AssertionError("the environment was read")

    __getitem__ = __contains__ = __iter__ = get = _no


def sealed(run: Callable[[], object], files: bool) -> object:
    """Run with neither clock, environment nor network (nor files): each of them raises or is caught."""
    asked: list[str] = []

    def watch(frame: FrameType, event: str, arg: Any) -> None:
        # hypothesis, where another test of the same process has loaded it, times every garbage collection.
        if "hypothesis" in frame.f_code.co_filename:
            return
        name, module = getattr(arg, "__name__", ""), getattr(arg, "__module__", "")
        if event == "c_call" and (name in ("now", "utcnow", "today") or module in ("time", "_socket")):
            asked.append(f"{arg} in {frame.f_code.co_filename}")

    def no(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the clock, the network or a file was used")

    with pytest.MonkeyPatch.context() as patch:
        for name in ("time", "time_ns", "monotonic", "perf_counter", "sleep"):
            patch.setattr(time, name, no)
        for name in ("socket", "create_connection", "getaddrinfo"):
            patch.setattr(socket, name, no)
        patch.setattr(os, "environ", Sealed())
        patch.setattr(os, "getenv", no)
        if not files:
            patch.setattr(builtins, "open", no)
            patch.setattr(io, "open", no)
        before = sys.getprofile()
        sys.setprofile(watch)
        try:
            found = run()
        finally:
            sys.setprofile(before)
    assert asked == []
    return found


def test_the_seal_catches_what_it_should() -> None:
    acts: list[Callable[[], object]] = [
        time.time,
        lambda: time.time(),
        date.today,
        datetime.now,
        lambda: os.environ["HOME"],
        lambda: os.getenv("HOME"),
        lambda: socket.socket(),
        lambda: Path("/dev/null").read_bytes(),
    ]
    for act in acts:
        # one more frame, as what is called without one makes no call that could be seen
        with pytest.raises(AssertionError):
            sealed(lambda act=act: act(), files=False)


def test_evaluating_reads_neither_clock_nor_environment_nor_network_nor_files() -> None:
    of, log = engine(RULES), case(LOG)
    found = sealed(lambda: [of.evaluate(log, day).to_dict() for day in DAYS], files=False)
    assert found == answers(of)


def test_loading_reads_neither_clock_nor_environment_nor_network() -> None:
    deadline = "{working_days: 3, calendar: vardag}"
    rule = f"{{id: a, actor: utforare, trigger: start, deadline: {deadline}, fulfilled_by: klar}}"
    text = f"catalogue: sol\n{VOCABULARY}\nrules:\n  - {rule}\n"
    engine_from_texts({"sol.yaml": text})  # what is imported when first used is no reading of the environment
    assert isinstance(sealed(lambda: engine_from_texts({"sol.yaml": text}), files=False), Engine)
    assert isinstance(sealed(lambda: rutinmotor.load(shipped_rules()), files=True), Engine)


def calls(run: Callable[[], object]) -> int:
    """Count the function calls, Python's and C's, that something makes."""
    count = 0

    def watch(frame: FrameType, event: str, arg: Any) -> None:
        # hypothesis, where another test of the same process has loaded it, times every garbage collection.
        if "hypothesis" in frame.f_code.co_filename:
            return
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def a_long_life(count: int) -> Case:
    """Ten events a day for one item after another, each begun, away, home and done."""
    first = date(2000, 1, 3)
    kinds = islice(cycle(("start", "borta", "hemma", "besked", "klar", "fraga")), count)
    return Case(
        "lang",
        tuple(
            Event(kind, first + timedelta(days=number // 10), id=f"e{number}", item=f"h{number // 6 % 7}")
            for number, kind in enumerate(kinds)
        ),
    )


def never_done(count: int) -> Case:
    """One event a minute that opens what nothing closes, on one day."""
    midnight = datetime(2025, 3, 3)
    return Case("oppen", tuple(Event("start", midnight + timedelta(seconds=number)) for number in range(count)))


def many_items(count: int) -> Case:
    """Each item begun on one day and done on the next."""
    day = date(2025, 3, 3)
    begun = tuple(Event("start", day, item=f"h{number}") for number in range(count // 2))
    done = tuple(Event("klar", day + timedelta(days=1), item=f"h{number}") for number in range(count // 2))
    return Case("manga", begun + done)


PLAIN = "- {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar, ends_with: slut}"


@pytest.mark.parametrize(
    ("rules", "made", "at"),
    [
        (RULES, a_long_life, date(2015, 1, 1)),
        (PLAIN, never_done, date(2025, 4, 1)),
        (PLAIN, many_items, date(2025, 4, 1)),
    ],
)
def test_ten_times_the_events_is_no_more_than_eleven_times_the_work(
    rules: str, made: Callable[[int], Case], at: date
) -> None:
    of = engine(rules)
    few, many = made(2_000), made(20_000)
    assert calls(lambda: of.evaluate(many, at)) <= 11 * calls(lambda: of.evaluate(few, at))


def test_ten_times_the_rules_that_share_their_closing_events_is_no_more_work() -> None:
    def idle(number: int) -> str:
        return (
            f"- {{id: vilar_{number}, trigger: ansokan, deadline: {{days: 7}}, fulfilled_by: klar, ends_with: hemma}}\n"
        )

    lean = engine(RULES.strip() + "\n" + "".join(idle(number) for number in range(20)))
    fat = engine(RULES.strip() + "\n" + "".join(idle(number) for number in range(200)))
    log, at = a_long_life(3_000), date(2002, 1, 1)
    assert calls(lambda: fat.evaluate(log, at)) <= 1.1 * calls(lambda: lean.evaluate(log, at))


def test_ten_times_the_rules_that_nothing_triggers_is_no_more_work() -> None:
    def idle(number: int) -> str:
        return f"- {{id: vilar_{number}, trigger: ansokan, deadline: none, fulfilled_by: beslut, ends_with: slut}}\n"

    lean = engine(RULES.strip() + "\n" + "".join(idle(number) for number in range(20)))
    fat = engine(RULES.strip() + "\n" + "".join(idle(number) for number in range(200)))
    log, at = a_long_life(3_000), date(2002, 1, 1)
    assert calls(lambda: fat.evaluate(log, at)) <= 1.1 * calls(lambda: lean.evaluate(log, at))


@pytest.mark.parametrize(
    ("text", "place"),
    [("catalogue: x\ntitle: '\ud800'\n", "2:9"), ("\udfff", "1:1"), ("# \ud83d\ncatalogue: x\n", "1:3")],
)
def test_half_a_character_in_a_text_is_a_diagnostic(text: str, place: str) -> None:
    with pytest.raises(RulesError) as refused:
        engine_from_texts({"a.yaml": text})
    assert [str(one).partition(" The")[0] for one in refused.value.diagnostics] == [f"a.yaml:{place}: RM006"]


def test_what_is_said_of_a_text_whose_name_holds_half_a_character_can_be_written() -> None:
    with pytest.raises(RulesError) as refused:
        engine_from_texts({"a\ud800.yaml": "catalog: x\n"})
    assert str(refused.value).startswith("a\\ud800.yaml:1:1: RM101")
    assert str(refused.value).encode()
