"""Verdicts and their coverage in, one plain record out, for JSON: the promise that integrators build on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from rutinmotor.ground.diagnostics import Diagnostic, Place
from rutinmotor.workbench.scenario.coverage import SHOWN, Coverage
from rutinmotor.workbench.scenario.verdict import Expected, Result, Value, Verdict

Record: TypeAlias = "dict[str, object]"


def test_record(verdicts: Sequence[Verdict], faults: Iterable[Diagnostic], coverage: Coverage) -> Record:
    """Give all that was tried as one record: scenarios, how many, what is wrong with the rules, and the coverage."""
    faulty = sum(bool(one.diagnostics) for one in verdicts)
    held = sum(one.holds for one in verdicts)
    return {
        "scenarios": [_scenario(one) for one in verdicts],
        "tried": len(verdicts) - faulty,
        "held": held,
        "failed": len(verdicts) - faulty - held,
        "faulty": faulty,
        "rule_findings": [one.as_dict() for one in faults],
        "coverage": coverage_record(coverage),
    }


def coverage_record(coverage: Coverage) -> Record:
    """Give the coverage as a record; `percent` is of the rules of all catalogues."""
    return {
        "rules": len(coverage.rules),
        "covered": coverage.covered,
        "percent": round(coverage.percent, 2),
        "catalogues": [
            {
                "catalogue": one.catalogue,
                "title": one.title,
                "rules": [
                    {
                        "rule": rule.rule,
                        "covered": rule.is_covered,
                        "shown": _in_order(rule.shown),
                        "possible": _in_order(rule.possible),
                        "missing": list(rule.missing),
                    }
                    for rule in one.rules
                ],
            }
            for one in coverage.catalogues
        ],
    }


def _scenario(one: Verdict) -> Record:
    scenario = one.scenario
    return {
        "scenario": one.title,
        "file": one.source,
        "holds": one.holds,
        "rules": list(scenario.rules) if scenario else None,
        "case": scenario.case.id if scenario else None,
        "at": scenario.at.isoformat() if scenario else None,
        "known": scenario.known.isoformat() if scenario and scenario.known else None,
        "findings": [fault.as_dict() for fault in one.diagnostics],
        "assertions": [_result(result) for result in one.results],
    }


def _result(one: Result) -> Record:
    assertion = one.assertion
    return {
        "key": "expect" if isinstance(assertion, Expected) else assertion.key,
        "rule": assertion.rule,
        "place": _place(assertion.place),
        "expected": {key: _plain(value) for key, value in assertion.said.items()},
        "holds": one.holds,
        "reason": one.why,
        "answer": one.answer.to_dict() if one.answer is not None else None,
        "differences": [
            {"key": part.key, "expected": _plain(part.expected), "answer": _plain(part.answer)}
            for part in one.differences
        ],
        "obligations": [other.to_dict() for other in one.others],
        "wanted": one.wanted,
        "undetermined": [
            {"item": gap.item, "day": gap.day.isoformat(), "missing": list(gap.missing)} for gap in one.gaps
        ],
        "explanation": one.explanation.to_dict() if one.explanation is not None else None,
    }


def _plain(value: Value) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _place(place: Place) -> Record:
    return {"source": place.source, "line": place.line, "column": place.column}


def _in_order(statuses: Iterable[str]) -> list[str]:
    return sorted(statuses, key=SHOWN.index)
