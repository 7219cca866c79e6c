"""A plan and a case in, how one replay stands out: five parts, which every step reads and writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from rutinmotor.engine.plan import BoundRule, Plan
from rutinmotor.engine.replay.ceiling import Ceiling
from rutinmotor.engine.replay.found import Found
from rutinmotor.engine.replay.open_instances import OpenInstances
from rutinmotor.engine.replay.questions import Question, Questions
from rutinmotor.engine.replay.today import Today
from rutinmotor.engine.replay.waiting import Waiting
from rutinmotor.engine.replay.world import World
from rutinmotor.ground.days import DayOutOfRange
from rutinmotor.ground.diagnostics import CaseError, diagnose
from rutinmotor.language.case import Case
from rutinmotor.language.constructs import NegativeNumber

# Replay is a fold. How things stand at the end of a day follows from how they stood at the end of the day before, and
# from the day's events, and from nothing else: a day is lived once, none is gone back to, and what is so at the end of
# a day is so whether the log ends there or goes on. Days without events are lived only where a timer fires, for nothing
# changes on any other.
#
# Within a day it is a fold over moments: the day's instants, one after another, and around them what has no clock. A
# log leaves open in what order that came, and then the old goes first (semantics 1.9). Hence the order of a day (1.12):
#
#     the day begins     what became overdue; facts and states as they stand when it ends; what ends without an event;
#                        old questions asked again; extensions, pauses
#     clockless events   serve what was there when the day began
#     each instant       its events serve what is there, then trigger, then serve what that has opened
#     timers             and the clockless events trigger, then all events serve what that has opened
#     the day ends       dates end what they end, new questions are asked, series go on, `before` is settled, rules run
#                        ahead; what that opens is served; and again
#
#     part      what it holds                                          lives for
#     open      instances and series, by rule and holder               as long as they are open
#     waiting   timers; who waits for an event, a state, a run         until it comes
#     today     the day, its events, what is fresh, has turned, ended  the day
#     questions what could not be judged, and the days since           until they are answered or closed
#     found     all that has arisen                                    the replay
#
# Two more are read by all: the `plan`, which nothing changes, and the `world` of facts, states and items. The `ceiling`
# counts what opens without an event, so that rules that set each other off without end are an error, and no hang. With
# `live` a question is lived again from its own day.


# Slots and no tuple: they are what replay reads most.
@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """How one replay stands at a moment of its day. The parts change; which they are does not."""

    plan: Plan
    case: Case
    world: World
    open: OpenInstances
    waiting: Waiting
    today: Today
    questions: Questions
    found: Found
    ceiling: Ceiling
    live: LiveSince

    def outside(self, rule: BoundRule, reason: DayOutOfRange) -> CaseError:
        """Make the error for a day that the engine cannot count (semantics 4.2, 4.11)."""
        return uncountable(self.case, rule, reason)

    def state_outside(self, state: str, reason: DayOutOfRange) -> CaseError:
        """Make the error for the day on which a state would end that the engine cannot count."""
        return CaseError([diagnose("RM607", self.case.place, rule=state, case=self.case.id, reason=str(reason))])

    def negative(self, rule: BoundRule, wrong: NegativeNumber) -> CaseError:
        """Make the error for a fact below zero where it counts a deadline."""
        place, case = self.case.place, self.case.id
        return CaseError([diagnose("RM608", place, rule=rule.id, case=case, fact=wrong.fact, number=wrong.number)])


# Given how things stand, a question, and how its own day is to begin for its rule, which then lives alone: it gives how
# that stands at the end of yesterday. The room that lives days gives it, as others stand below that.
LiveSince: TypeAlias = Callable[[Situation, Question, Callable[[Situation], None]], Situation]


def first_situation(
    plan: Plan, case: Case, world: World, watched: int | None, ceiling: Ceiling, live: LiveSince
) -> Situation:
    """Say how things stand before the first day; `watched` is the group of the rule to take notes of."""
    parts = OpenInstances(), Waiting(), Today(), Questions(), Found(watched)
    return Situation(plan, case, world, *parts, ceiling, live)


def uncountable(case: Case, rule: BoundRule, reason: DayOutOfRange) -> CaseError:
    """Make the error for a day of a rule in a case that lies outside the calendar or the years 1 to 9999."""
    return CaseError([diagnose("RM607", case.place, rule=rule.id, case=case.id, reason=str(reason))])
