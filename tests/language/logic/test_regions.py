"""Conditions as sets of combinations: against the engine's own judgement of every combination, one by one."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.language.case import FactValue
from rutinmotor.language.constructs.conditions import Condition
from rutinmotor.language.logic.boxes import Box, Every, TooMuch, boxes, opposite, possible
from rutinmotor.language.logic.regions import Space, Span, Unknown, Value, satisfiable, space_of
from tests.language.lints.drawing import CONDITIONS, NAMES, Around, combinations, condition, node_of


@settings(max_examples=120)
@given(st.lists(CONDITIONS, min_size=1, max_size=3))
def test_satisfiable_is_whether_the_engine_says_true_of_any_combination(conditions: list[Condition]) -> None:
    node = node_of(conditions)
    assert satisfiable(conditions, NAMES) == any(
        node.judge(facts, around, None) is True for facts, around in combinations(conditions)
    )


def cells_of(space: Space, facts: dict[str, FactValue], around: Around) -> Box:
    """The one cell of each variable that a combination lies in, as bits."""
    found: list[int] = []
    for one in space.variables:
        match one.sort:
            case "state":
                value: FactValue | None = around.holding[one.name]
            case "no_other_in":
                value = not around.others[one.name]
            case _:
                value = facts.get(one.name)
        number = value.toordinal() if isinstance(value, date) else value if isinstance(value, int) else None
        mask = 0
        for index, cell in enumerate(one.cells):
            match cell:
                case Unknown():
                    inside = value is None
                case Value(of):
                    inside = of == value
                case Span(first, last):
                    inside = number is not None and (first or -1e9) <= number <= (1e9 if last is None else last)
                case _:
                    inside = value is not None and not any(
                        isinstance(other, Value) and other.value == value for other in one.cells
                    )
            mask |= inside << index
        assert mask.bit_count() == 1, (one, value)
        found.append(mask)
    return tuple(found)


def holders(found: list[Box], point: Box) -> int:
    return sum(all(cell & cells for cell, cells in zip(point, box, strict=True)) for box in found)


@settings(max_examples=40)
@given(CONDITIONS)
def test_boxes_hold_each_combination_once_where_the_engine_says_true_or_false(one: Condition) -> None:
    space = space_of([one], NAMES)
    node = node_of([one])
    true = list(boxes(space.where_true(one), space.whole))
    false = list(boxes(space.where_false(one), space.whole))
    unknown = list(boxes(opposite(space.where_true(one), space.whole), space.whole))
    for facts, around in combinations([one]):
        point = cells_of(space, facts, around)
        verdict = node.judge(facts, around, None)
        assert holders(true, point) == (verdict is True)
        assert holders(false, point) == (verdict is False)
        assert holders(unknown, point) == (verdict is not True)


TOGETHER: list[tuple[list[Any], bool]] = [
    ([{"regi": "egen"}, {"regi": "enskild"}], False),
    ([{"regi": ["egen", "annan"]}, {"regi": {"not": "egen"}}], True),
    ([{"regi": {"not": ["egen", "enskild", "annan"]}}], False),
    ([{"iub": True}, {"iub": {"known": False}}], False),
    ([{"iub": {"not": True}}, {"iub": {"not": False}}], False),
    ([{"timmar": {"over": 6, "under": 7}}], False),
    ([{"timmar": {"over": 6, "at_most": 7}}], True),
    ([{"timmar": {"at_least": 8}}, {"timmar": {"under": 8}}], False),
    ([{"dag": {"under": "0001-01-01"}}], False),
    ([{"dag": {"over": "9999-12-31"}}], False),
    ([{"dag": {"over": "2025-02-28", "under": "2025-03-01"}}], False),
    ([{"orsak": {"not": ["flytt", "annat"]}}], True),
    ([{"orsak": "flytt"}, {"orsak": "annat"}], False),
    ([{"state": {"pagar": True}}, {"any": [{"state": {"pagar": False}}, {"iub": True}]}, {"iub": False}], False),
    ([{"no_other_in": "pagar"}, {"state": {"pagar": True}}], True),
    ([{"any": [{"regi": "egen"}, {"iub": True}]}, {"all": [{"regi": "enskild"}, {"iub": {"not": True}}]}], False),
]


@pytest.mark.parametrize(("conditions", "can"), TOGETHER)
def test_what_can_hold_together(conditions: list[Any], can: bool) -> None:
    assert satisfiable([condition(one) for one in conditions], NAMES) is can


def test_nothing_demanded_can_be() -> None:
    assert satisfiable([], NAMES)


@pytest.mark.parametrize(
    "data",
    [
        {"okand": 1},
        {"okand": {"over": 3}},
        {"timmar": "sju"},
        {"timmar": {"over": "sju"}},
        {"dag": {"under": "snart"}},
        {"dag": "snart"},
        {"regi": {"over": 3}},
        {"iub": 1},
    ],
)
def test_what_another_check_calls_a_fault_is_no_stumbling_block(data: Any) -> None:
    assert satisfiable([condition(data)], NAMES) in (True, False)


def hard(number: int) -> list[Condition]:
    """Pigeons in holes, one more than there is room for: what every search of this kind takes long over."""
    parts = [
        {"any": [{"state": {f"h{pigeon}_{hole}": True}} for hole in range(number)]} for pigeon in range(number + 1)
    ]
    apart = [
        {"any": [{"state": {f"h{one}_{hole}": False}}, {"state": {f"h{two}_{hole}": False}}]}
        for hole in range(number)
        for one in range(number + 1)
        for two in range(one)
    ]
    return [condition(part) for part in (*parts, *apart)]


def test_a_question_that_takes_too_long_is_left_open() -> None:
    conditions = hard(9)
    space = space_of(conditions, NAMES)
    together = Every(tuple(space.where_true(one) for one in conditions))
    with pytest.raises(TooMuch):
        list(boxes(together, space.whole))
    assert possible(together, space.whole)
    assert not satisfiable(hard(3), NAMES)


def test_a_long_list_of_ways_is_no_hard_question() -> None:
    ways = [{"timmar": {"at_least": number, "under": number + 1}} for number in range(2000)]
    assert satisfiable([condition({"any": ways}), condition({"timmar": {"over": 1998}})], NAMES)
    assert not satisfiable([condition({"any": ways}), condition({"timmar": {"over": 1999}})], NAMES)
