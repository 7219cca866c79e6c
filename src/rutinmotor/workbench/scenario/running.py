"""A scenario and its engine in, its Verdict out: each assertion held or failed, with the answer; after the rulebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rutinmotor.engine.engine import Engine
from rutinmotor.engine.evaluation import Evaluation
from rutinmotor.engine.explanation import Explanation, explain
from rutinmotor.ground.diagnostics import CaseError, in_order
from rutinmotor.workbench.scenario.answers import agrees, is_about
from rutinmotor.workbench.scenario.checking import at_fact, unknown_names
from rutinmotor.workbench.scenario.claiming import claims_of
from rutinmotor.workbench.scenario.rulebook import Rulebook
from rutinmotor.workbench.scenario.scenario_files import ScenarioRead
from rutinmotor.workbench.scenario.verdict import Expected, Listed, Result, Scenario, Verdict

# Each explanation replays the case.
_MOST_EXPLAINED = 20


def try_file(name: str, read: ScenarioRead, rulebook: Rulebook) -> Verdict:
    """Try what was read of a scenario file: with faults in it, or in its rules, the verdict only tells of those."""
    scenario = read.scenario
    if scenario is None:
        return Verdict(name, read.title, None, (), read.diagnostics)
    engine, faults = rulebook.open(scenario)
    if engine is None:
        return Verdict(name, scenario.title, scenario, (), faults)
    return try_scenario(scenario, engine)


def try_scenario(scenario: Scenario, engine: Engine) -> Verdict:
    """Judge the scenario's case on its day, and hold each assertion against the answer."""
    faults = unknown_names(scenario, engine)
    if not faults:
        try:
            answer = engine.evaluate(scenario.case, scenario.at, scenario.known)
            return Verdict(scenario.source, scenario.title, scenario, _results(scenario, engine, answer))
        except CaseError as error:
            faults = in_order(at_fact(one, scenario) for one in error.diagnostics)
    return Verdict(scenario.source, scenario.title, scenario, (), faults)


def _results(scenario: Scenario, engine: Engine, answer: Evaluation) -> tuple[Result, ...]:
    by_rule: dict[str, list[Expected]] = {}
    for one in scenario.expected:
        by_rule.setdefault(one.rule, []).append(one)
    found: dict[int, Result] = {}
    of_rule: dict[str, list[Result]] = {}
    for rule, lines in by_rule.items():
        given = [one for one in answer.obligations if one.rule == rule]
        gaps = [gap for gap in answer.undetermined if gap.rule == rule]
        of_rule[rule] = claims_of(lines, given, gaps)
        found |= {id(line): result for line, result in zip(lines, of_rule[rule], strict=True)}
    results: list[Result] = []
    for one in scenario.assertions:
        if isinstance(one, Expected):
            results.append(found[id(one)])
        elif one.key == "only":
            results.append(_nothing_more(one, of_rule[one.rule], scenario, answer))
        else:
            results.append(_listed(one, answer))
    explained = _Explained(scenario, engine)
    return tuple(result if result.holds else explained.adding_to(result) for result in results)


def _nothing_more(one: Listed, lines: Sequence[Result], scenario: Scenario, answer: Evaluation) -> Result:
    """Hold the rule's obligations, and what could not be judged of it, against the lines that are about it.

    What a failed line differs from is no obligation too many: it is told of there.
    """
    claimed = [line.answer for line in lines if line.answer is not None]
    given = (other for other in answer.obligations if other.rule == one.rule)
    surplus = tuple(other for other in given if not any(other is claim for claim in claimed))
    expected = [
        line
        for line in scenario.assertions
        if line.rule == one.rule and isinstance(line, Listed) and line.key == "undetermined"
    ]
    told = [gap for result in lines if result.why == "undetermined" for gap in result.gaps]
    gaps = tuple(
        gap
        for gap in answer.undetermined
        if gap.rule == one.rule and gap not in told and not any(is_about(gap, line) for line in expected)
    )
    if surplus:
        return Result(one, "surplus", surplus[0], (), surplus, gaps)
    return Result(one, "undetermined" if gaps else None, gaps=gaps)


def _listed(one: Listed, answer: Evaluation) -> Result:
    others = tuple(other for other in answer.obligations if other.rule == one.rule and agrees(one.said, other))
    gaps = tuple(gap for gap in answer.undetermined if gap.rule == one.rule and is_about(gap, one))
    if one.key == "undetermined":
        return Result(one, None if gaps else "judged", others=others, gaps=gaps)
    if others:
        return Result(one, "present", others[0], (), others, gaps)
    return Result(one, "undetermined" if gaps else None, gaps=gaps)


class _Explained:
    """Explains failed lines of a scenario, each rule and item once, and only as many as anybody reads."""

    def __init__(self, scenario: Scenario, engine: Engine) -> None:
        self._scenario, self._engine = scenario, engine
        self._made: dict[tuple[str, str | None], Explanation] = {}

    def adding_to(self, result: Result) -> Result:
        """Add why the answer is as it is, for the item that the line is about if it names one."""
        one = result.assertion
        asked = one.said.get("item")
        item = asked if isinstance(asked, str) else result.answer.item if result.answer is not None else None
        if (one.rule, item) not in self._made:
            if len(self._made) == _MOST_EXPLAINED:
                return result
            asking = self._scenario
            self._made[one.rule, item] = explain(self._engine, asking.case, one.rule, asking.at, asking.known, item)
        return replace(result, explanation=self._made[one.rule, item])
