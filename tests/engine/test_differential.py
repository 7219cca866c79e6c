"""The engine and the second evaluator, asked the same about drawn catalogues and cases: every answer must agree."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from rutinmotor import read_case
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from tests.drawing import EVERY_CHECK
from tests.engine import second
from tests.engine.second.drawing import describe, questions
from tests.parsed import is_list, is_mapping

pytestmark = pytest.mark.long
HORIZON = 40
# Drawn in parts, each with a seed of its own, so that several processors share them; every other with the newest keys
# too, which leave less room for the others.
PARTS = 4
Question = tuple[list[dict[str, Any]], dict[str, Any], date, date | None]


def engine_says(question: Question, unknown_events: Any) -> dict[str, Any] | str:
    catalogues, case, at, known = question
    engine = engine_from_texts({f"{one['catalogue']}.yaml": json.dumps(one, ensure_ascii=False) for one in catalogues})
    try:
        found = engine.evaluate(read_case(case), at=at, known=known, unknown_events=unknown_events).to_dict()
        # What the second evaluator does not tell.
        for beside in ("origin", "unknown_facts", "later", "ended_with_case"):
            del found[beside]
        obligations: Any = found["obligations"]
        for one in obligations:
            del one["key"]
        found = in_one_order(found)
        change = engine.next_change(read_case(case), at=at, known=known, unknown_events=unknown_events)
        return found | {"next_change": change.isoformat() if change else None}
    except CaseError:
        return "error"


def in_one_order(answer: dict[str, Any]) -> dict[str, Any]:
    """Put in one order what the semantics leaves in any: the steps of an escalation, triggers that met no item."""
    for one in answer["obligations"]:
        one["escalation"].sort(key=_written)
    answer["met_no_item"].sort(key=_written)
    return answer


def _written(one: Any) -> str:
    return json.dumps(one, sort_keys=True)


def second_says(question: Question, unknown_events: Any) -> dict[str, Any] | str:
    try:
        return in_one_order(second.evaluate(*question, unknown_events))
    except second.SecondError:
        return "error"


def differences(ours: Any, theirs: Any, place: str = "") -> list[str]:
    """Where two answers part, one line for each place: the engine's value, then the second evaluator's."""
    if is_mapping(ours) and is_mapping(theirs):
        keys = sorted({*ours, *theirs})
        return [line for key in keys for line in differences(ours.get(key), theirs.get(key), f"{place}.{key}")]
    if is_list(ours) and is_list(theirs) and len(ours) == len(theirs):
        return [
            line
            for n, pair in enumerate(zip(ours, theirs, strict=True))
            for line in differences(*pair, f"{place}[{n}]")
        ]
    return [] if ours == theirs and type(ours) is type(theirs) else [f"{place}: {ours!r} | {theirs!r}"]


def compare(question: Question, unknown_events: Any) -> None:
    ours, theirs = engine_says(question, unknown_events), second_says(question, unknown_events)
    if isinstance(ours, str) or isinstance(theirs, str):
        assert ours == theirs, describe(*question)
        return
    change = ours.pop("next_change")
    theirs.pop("next_change")
    parted = differences(ours, theirs)
    assert not parted, "\n".join([*parted, describe(*question)])
    catalogues, case, at, known = question
    within = second.next_change(catalogues, case, at, known, HORIZON, unknown_events)
    near = change if change is not None and change <= (at + timedelta(days=HORIZON)).isoformat() else None
    assert near == within, f"next_change: {change} | {within}\n{describe(*question)}"


@pytest.mark.parametrize("part", range(PARTS))
def test_both_evaluators_agree(part: int, request: pytest.FixtureRequest) -> None:
    @seed(request.config.option.draw_seed * PARTS + part)
    @settings(
        max_examples=-(-request.config.option.examples // PARTS),
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=EVERY_CHECK,
    )
    @given(questions(new=part % 2 == 1), st.sampled_from(["error", "error", "list"]))
    def agree(question: Question, unknown_events: Any) -> None:
        compare(question, unknown_events)

    agree()
