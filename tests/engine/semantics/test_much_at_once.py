"""Much that is open, or comes on one day: four times as much costs no more than about four times the steps."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from rutinmotor import Case, Event
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from tests.engine.semantics.asking import engine
from tests.steps import steps

FIRST = date(2025, 1, 1)
RULE = "- {id: plan, trigger: start, deadline: {days: 5}, fulfilled_by: klar, ends_with: slut"
BEFORE = "- {id: plan, trigger: start, deadline: {before: besked}, fulfilled_by: klar}"
SERIES = "- {id: plan, trigger: start, repeat: {every: {days: 1}, from: trigger}, fulfilled_by: klar, ends_with: slut}"
YEARLY = "- {id: plan, trigger: start, repeat: {each: year}, fulfilled_by: klar, ends_with: slut}"
COUNTED = "- {id: plan, trigger: start, deadline: {days: 5}, fulfilled_by: klar, counts_from: ansokan}"
THEN = "- {id: sedan, trigger: {fulfilled: plan}, deadline: {days: 5}, fulfilled_by: besked}"
LONGER = "- {id: sedan, trigger: {fulfilled: plan}, deadline: {days: 5}, extended_by: {event: besked, by: {days: 5}}}"
MISSING = "- {id: plan, trigger: {missing: klar, since: start, for: {days: 3}}, deadline: {days: 3}}"

CALLED_OFF = "- {id: plan, trigger: {missing: klar, since: start, for: {days: 9}}, deadline: {days: 3}, ends_with: slut"


def on(day: int, *types: str, item: str | None = None, dag: int | None = None) -> list[Event]:
    """Events of some day, counted from the first; perhaps each gives a day, counted alike."""
    at = FIRST + timedelta(days=day)
    data = {} if dag is None else {"dag": FIRST + timedelta(days=dag)}
    return [Event(type=type_, at=at, item=item, data=data) for type_ in types]


def by_items(number: int, *days: tuple[int, str]) -> list[Event]:
    """The same life for so many items: an event type for each of some days."""
    return [event for n in range(number) for day, type_ in days for event in on(day, type_, item=f"i{n}")]


ASKED = RULE.replace("deadline", "only_if: {iub: true}, deadline") + "}"
FORWARD = ASKED.replace("iub", "samtycke")
OF_EVENT = ASKED.replace("{iub: true}", "{andring: storre}")


def given(day: int, item: str | None = None, **data: object) -> list[Event]:
    """An event that gives facts on some day."""
    return [Event(type="besked", at=FIRST + timedelta(days=day), item=item, data=data)]  # pyright: ignore[reportArgumentType]  # of plain values


GROWING: dict[str, tuple[str, Callable[[int], list[Event]]]] = {
    "ended, fulfilled": (RULE + "}", lambda n: by_items(n, (0, "start"), (1, "slut"), (1, "klar"))),
    "can be paused": (RULE + ", paused_while: franvaro}", lambda n: by_items(n, (0, "start"))),
    "each paused on its day": (
        RULE + ", paused_while: franvaro}",
        lambda n: [
            event
            for i in range(n)
            for day, type_ in ((0, "start"), (1 + i, "borta"), (2 + i, "hemma"))
            for event in on(day, type_, item=f"i{i}")
        ],
    ),
    "paused again and again": (
        RULE + ", paused_while: franvaro}",
        lambda n: on(0, "start") + [event for i in range(n) for event in on(1 + i, "borta" if i % 2 else "hemma")],
    ),
    "before": (BEFORE, lambda n: by_items(n, (0, "start"), (1, "besked"))),
    "series ended": (YEARLY, lambda n: by_items(n, (0, "start"), (1, "slut"))),
    "the oldest of many": (SERIES, lambda n: on(0, "start") + [event for i in range(n) for event in on(n + i, "klar")]),
    "done before": (COUNTED, lambda n: [*on(0, "start") * n, *on(1, "ansokan", "klar"), *on(1, "start") * n]),
    "fulfilled the day it opens": (
        f"{RULE}}}\n{THEN}",
        lambda n: by_items(n, (0, "start"), (1, "klar"), (1, "besked")),
    ),
    "extended the day it opens": (
        f"{RULE}}}\n{LONGER}",
        lambda n: by_items(n, (0, "start"), (1, "klar"), (1, "besked")),
    ),
    "missing from a case of many items": (
        MISSING,
        lambda n: by_items(n, (0, "klar")) + [event for i in range(n) for event in on(1 + i, "start")],
    ),
    "ended by dates": (
        RULE.replace("slut", "{date: dag}") + "}",
        lambda n: (
            by_items(n, (0, "start")) + [dated for i in range(n) for dated in on(1, "besked", item=f"i{i}", dag=2)]
        ),
    ),
    "ended by a date of the case": (
        RULE.replace("slut", "{date: dag}") + "}",
        lambda n: by_items(n, (0, "start")) + on(1, "besked", dag=2),
    ),
    "ended by another's being overdue": (
        RULE.replace("slut", "{overdue: andra}") + "}\n- {id: andra, trigger: start, deadline: {days: 2}}",
        lambda n: by_items(n, (0, "start")),
    ),
    "called off by dates": (
        CALLED_OFF.replace("slut", "{date: dag}") + "}",
        lambda n: (
            by_items(n, (0, "start")) + [dated for i in range(n) for dated in on(1, "besked", item=f"i{i}", dag=2)]
        ),
    ),
    "called off": (CALLED_OFF + "}", lambda n: by_items(n, (0, "start"), (1, "slut"))),
    "called off again and again": (
        CALLED_OFF + "}",
        lambda n: [event for i in range(n) for event in on(i, "start", "slut")],
    ),
    "called off one after another, of many that wait": (
        CALLED_OFF + "}",
        lambda n: (
            by_items(n, (0, "start")) + [event for i in range(n) for event in on(i, "start", "slut", item=f"i{i}")]
        ),
    ),
    "called off for each item": (
        CALLED_OFF + ", per: item}",
        lambda n: by_items(n, (0, "klar")) + on(0, "start") + by_items(n, (1, "slut")),
    ),
    "questions answered at once": (
        ASKED,
        lambda n: [e for i in range(n) for e in on(i, "start", "klar", item=f"i{i}")] + given(n, iub=True),
    ),
    "questions answered one by one": (
        ASKED,
        lambda n: [e for i in range(n) for e in on(i, "start", item=f"i{i}") + given(i + 1, f"i{i}", iub=True)],
    ),
    "questions of one item": (ASKED, lambda n: [e for i in range(n) for e in on(i, "start")] + given(n, iub=True)),
    "answered again and again": (
        ASKED.replace("ends_with", "on_repeat: keep, ends_with"),
        lambda n: [
            event
            for i in range(0, 2 * n, 4)
            for event in (
                *on(i, "start"),
                *given(i + 1, iub=True),
                *on(i + 2, "klar"),
                *given(i + 3, iub=None),
            )
        ],
    ),
    "never answered": (
        FORWARD,
        lambda n: by_items(n, (0, "start")) + [e for i in range(n) for e in given(1 + i, samtycke=True)],
    ),
    "told of events": (
        OF_EVENT,
        lambda n: (
            [e for i in range(n) for e in on(i, "start")]
            + [e for i in range(n) for e in given(n + i, andring="storre")]
        ),
    ),
}


@pytest.mark.parametrize(("rules", "life"), GROWING.values(), ids=GROWING)
def test_four_times_as_much_is_four_times_the_work(rules: str, life: Callable[[int], list[Event]]) -> None:
    of = engine(rules)

    def of_size(number: int) -> int:
        case = Case("2025-0117", tuple(life(number)))
        # No day asked is so late that days without events count.
        at = FIRST + timedelta(days=2 * number + 2)
        return steps(lambda: of.evaluate(case, at))

    of_size(10)
    assert of_size(400) <= 4.6 * of_size(100)


LIMITED = "# \n  beviljad: {title: Beviljad, begins: beslut, ends: [slut, {date: dag}, {after: {days: 900}}]}\n"
GRANTED = "- {id: giltigt, trigger: {state: beviljad}, deadline: continuous}\n"
WAITING = "- {id: plan, trigger: start, deadline: {days: 900}, paused_while: beviljad, fulfilled_by: klar}\n"
AHEAD = """\
- {id: annan, trigger: start, deadline: {days: 30}, fulfilled_by: fraga, extended_by:
   {event: besked, by: {days: 1}, at_most: 9000}}
- {id: plan, trigger: {ahead_of: annan, by: {days: 30}}, fulfilled_by: klar}
"""
DATED = "- {id: plan, trigger: {date: dag, minus: {days: 9}}, deadline: {days: 5}, fulfilled_by: klar}"


RUNNING_OUT: dict[str, tuple[str, Callable[[int], list[Event]]]] = {
    "each runs out on its day": (
        GRANTED + WAITING,
        lambda n: by_items(n, (0, "start")) + [e for i in range(n) for e in on(i, "beslut", item=f"i{i}", dag=i + 3)],
    ),
    "a date moved again and again": (
        GRANTED,
        lambda n: by_items(n, (0, "beslut")) + [e for i in range(n) for e in on(i, "besked", dag=2 * n - i)],
    ),
    "all run out at once": (WAITING, lambda n: by_items(n, (0, "start"), (0, "beslut")) + on(1, "besked", dag=2)),
    "passed and opened at once": (
        DATED,
        lambda n: [e for i in range(n) for e in on(20 + i, "besked", item=f"i{i}", dag=i if i % 2 else 25 + i)],
    ),
    "ahead of each": (AHEAD, lambda n: by_items(n, (0, "start"), (1, "besked"), (2, "fraga"))),
    "ahead of many of one": (AHEAD, lambda n: [*on(0, "start") * n, *on(2, "fraga")]),
    "ahead of one that moves": (AHEAD, lambda n: on(0, "start") + [e for i in range(n) for e in on(1 + i, "besked")]),
}


@pytest.mark.parametrize(("rules", "life"), RUNNING_OUT.values(), ids=RUNNING_OUT)
def test_four_times_as_much_that_runs_out_is_four_times_the_work(
    rules: str, life: Callable[[int], list[Event]]
) -> None:
    of = engine(rules, LIMITED)

    def of_size(number: int) -> int:
        case = Case("2025-0117", tuple(life(number)))
        at = FIRST + timedelta(days=2 * number + 2)
        return steps(lambda: of.evaluate(case, at))

    of_size(10)
    assert of_size(400) <= 4.6 * of_size(100)


def test_guesses_at_what_was_meant_are_not_made_without_end() -> None:
    of = engine(RULE + "}")

    def of_size(number: int) -> int:
        log = [Event(type="start", at=FIRST, id=f"e{n}") for n in range(number)]
        wrong = [Event(retracts=f"x{n}", recorded=FIRST) for n in range(number)]
        case = Case("2025-0117", (*log, *wrong))

        def work() -> None:
            with pytest.raises(CaseError):
                of.evaluate(case, FIRST)

        return steps(work)

    assert of_size(400) <= 8 * of_size(100)
