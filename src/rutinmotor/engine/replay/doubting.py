"""A trigger that cannot be judged in, a question put out; a trigger that can, and the older ones closed (2.5, 2.7)."""

from __future__ import annotations

from collections.abc import Collection

from rutinmotor.engine.plan import BoundRule, Node, facts_of, states_named
from rutinmotor.engine.replay.admitting import Facts
from rutinmotor.engine.replay.instance import Cause, Series
from rutinmotor.engine.replay.questions import Question, Wish
from rutinmotor.engine.replay.serving import was_there
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.language.case import Event, Holder


def put(
    now: Situation,
    rule: BoundRule,
    item: Holder,
    cause: Event | Cause,
    wish: Wish,
    facts: Facts,
    missing: Collection[str],
    *,
    rest: Node | None = None,
    inherited: int | None = None,
    series: Series | None = None,
    needs: Collection[str] | None = None,
) -> None:
    """Put a question today: `facts` are those seen at the trigger, `rest` what is left of the condition.

    `needs` are the facts that the deadline reads, if not those of the rule's own.
    """
    if needs is None:
        needs = rule.deadline.needs() if rule.deadline is not None else ()
    day = now.today.day
    asks = dict.fromkeys((*facts_of(rule.condition), *needs))
    question = Question(
        rule,
        item,
        cause,
        day,
        wish,
        rest,
        {fact: facts.get(fact) for fact in asks},
        tuple(needs),
        missing_of(dict.fromkeys((*facts_of(rest), *needs)), facts),
        tuple(sorted(set(missing))),
        now.world.kept(item, states_named(now.plan.versions[rule.group]), whole=rule.repetition is not None),
        was_there(now, rule, item, series),
        inherited,
        series,
    )
    now.questions.put(question)
    now.questions.fresh.append(question)
    now.found.note_question(question)
    now.found.changed = True


def missing_of(needs: Collection[str], facts: Facts) -> list[str]:
    """Name the facts that are missing of those that are needed."""
    return [fact for fact in needs if facts.get(fact) is None]


def overtake(now: Situation, rule: BoundRule, item: Holder, by: Event | Cause) -> None:
    """Close the questions of a rule that does not add, as a later trigger of it could be judged.

    A series that waits goes on waiting.
    """
    if rule.on_repeat != "add":
        event = by if isinstance(by, Event) else None
        for question in tuple(now.questions.of(rule.group, item)):
            if question.wish != "go_on":
                now.questions.close(question, "overtaken", now.today.day, event)
                now.found.changed = True
