"""A good catalogue with anything put anywhere: reading and checking it ends in diagnostics with places in the text."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.ground.diagnostics.diagnostic import Diagnostic
from rutinmotor.language.catalogue.catalogue import SECTIONS
from rutinmotor.language.checks.checking import check_texts
from rutinmotor.text.document.parsing import read_document
from tests.parsed import holds_parts, is_list, is_mapping

WHOLE = Path(__file__).with_name("whole.yaml")
DOCUMENT = read_document("whole.yaml", WHOLE.read_bytes())[0]

Path_ = tuple[str | int, ...]


def paths_in(data: Any, path: Path_ = ()) -> list[Path_]:
    parts = data.items() if is_mapping(data) else enumerate(data) if is_list(data) else ()
    return [path, *(below for key, value in parts for below in paths_in(value, (*path, key)))]


def at(data: Any, path: Path_) -> Any:
    for step in path:
        data = data[step]
    return data


GOOD: Any = DOCUMENT.data if DOCUMENT else None
PATHS = [path for path in paths_in(GOOD) if path]
KEYS = sorted({step for path in PATHS for step in path if isinstance(step, str)})
TREES = [at(GOOD, path) for path in PATHS]

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
    | st.sampled_from(
        ["", " ", "none", "continuous", "snarast", "2025-02-30", "2025-02-28", "ja", "a.b", "å", "3 dagar"]
    )
    | st.sampled_from(KEYS)
)
values = st.recursive(
    scalars | st.sampled_from(TREES),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)
changes = st.tuples(
    st.sampled_from(PATHS),
    st.sampled_from(["replace", "remove", "rename", "wrap", "again"]),
    values,
    st.sampled_from(KEYS),
)


def changed(data: Any, path: Path_, how: str, value: Any, key: str) -> None:
    try:
        above, last = at(data, path[:-1]), path[-1]
        there = above[last]
    except (KeyError, IndexError, TypeError):
        return
    if not holds_parts(above):
        return
    if how == "replace":
        above[last] = value
    elif how == "wrap":
        above[last] = [there] if is_mapping(there) else {key: there}
    elif how == "remove":
        del above[last]
    elif how == "rename" and is_mapping(above) and isinstance(last, str):
        above[key] = above.pop(last)
    elif how == "again" and is_list(above):
        above.append(there)


def text_of(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)


def assert_within(diagnostic: Diagnostic, text: str) -> None:
    lines = text.split("\n")
    for place in (diagnostic.place, *diagnostic.further):
        assert place is not None
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def test_the_whole_language_is_without_fault() -> None:
    assert check_texts([("whole.yaml", WHOLE.read_bytes())]) == ()
    assert check_texts([("whole.json", text_of(GOOD).encode())]) == ()


@settings(max_examples=400)
@given(st.lists(changes, min_size=1, max_size=4))
def test_whatever_is_changed_every_fault_has_a_place(made: list[tuple[Path_, str, Any, str]]) -> None:
    data = copy.deepcopy(GOOD)
    for path, how, value, key in made:
        changed(data, path, how, copy.deepcopy(value), key)
    text = text_of(data)
    for diagnostic in check_texts([("whole.json", text.encode())]):
        assert_within(diagnostic, text)
        assert diagnostic.sentence("sv")
        assert diagnostic.step("en")


WRONG: tuple[Any, ...] = (True, -1, 1.5, "", "Å", [], {}, [[]], [{}], {"x": 1})


@pytest.mark.parametrize("shift", [0, 3])
def test_a_value_of_the_wrong_kind_in_each_place(shift: int) -> None:
    silent = 0
    for number, path in enumerate(PATHS, start=shift):
        data = copy.deepcopy(GOOD)
        at(data, path[:-1])[path[-1]] = copy.deepcopy(WRONG[number % len(WRONG)])
        text = text_of(data)
        found = check_texts([("whole.json", text.encode())])
        silent += not found
        for diagnostic in found:
            assert_within(diagnostic, text)
    # A title may be any text, an event may be without one, and a list of days off may be empty; little else may pass.
    assert silent < len(PATHS) // 10


def test_null_in_each_place_is_a_value_that_is_missing() -> None:
    for path in PATHS:
        data = copy.deepcopy(GOOD)
        at(data, path[:-1])[path[-1]] = None
        found = check_texts([("whole.json", text_of(data).encode())])
        first, *below = path
        if below or first not in SECTIONS:
            assert "RM117" in [diagnostic.code for diagnostic in found], path
