"""Every key of every schema has a title and a description in both languages, and no translation falls behind."""

from collections.abc import Callable
from typing import Any

import pytest

from rutinmotor.ground.diagnostics.diagnostic import Lang
from rutinmotor.language.casefile.schema_of_case import case_schema
from rutinmotor.language.catalogue.schema import catalogue_schema
from rutinmotor.language.schemas.english import ENGLISH
from rutinmotor.language.schemas.telling import ABOUT, in_english, keys_in, nodes_in, shapes_in, told
from rutinmotor.language.schemas.titles import KEYS, SHAPES, VALUES
from rutinmotor.workbench.scenario.schema_of_scenario import scenario_schema
from tests.parsed import is_list, is_mapping

SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "catalogue": catalogue_schema,
    "case": case_schema,
    "scenario": scenario_schema,
}
EVERY = [
    (kind, shape, key)
    for kind, make in SCHEMAS.items()
    for shape, node in shapes_in(make())
    for key, _ in keys_in(node)
]


@pytest.mark.parametrize(("kind", "shape", "key"), EVERY, ids=["-".join(one) for one in EVERY])
def test_a_key_is_called_and_described_in_both_languages(kind: str, shape: str, key: str) -> None:
    found: dict[Lang, dict[str, Any]] = {}
    for lang in ("sv", "en"):
        shapes = dict(shapes_in(told(SCHEMAS[kind](), kind, lang)))
        found[lang] = dict(keys_in(shapes[shape]))[key]
    for node in found.values():
        assert node["title"].strip()
        assert node["description"].endswith((".", ")"))
    # An example of a time or a day is the same in every language.
    assert found["sv"]["description"] != found["en"]["description"]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_nothing_swedish_is_left_in_english(kind: str) -> None:
    swedish = {node["description"] for node in nodes_in(SCHEMAS[kind]()) if isinstance(node.get("description"), str)}
    assert [text for text in swedish if in_english(text) == text and not text[0].isdigit()] == []
    english = told(SCHEMAS[kind](), kind, "en")
    for node in nodes_in(english):
        assert not set("åäöÅÄÖ") & set(str(node.get("description", "")) if "description" in node else "")


def test_no_word_is_kept_that_nothing_uses() -> None:
    told_of: set[str] = set()
    keys: set[str] = set()
    shapes: set[str] = set()
    values: set[Any] = set()
    for make in SCHEMAS.values():
        schema = make()
        told_of |= {node["description"] for node in nodes_in(schema) if isinstance(node.get("description"), str)}
        keys |= {
            name for shape, node in shapes_in(schema) for key, _ in keys_in(node) for name in (key, f"{shape}.{key}")
        }
        shapes |= {shape for shape, _ in shapes_in(schema) if shape}
        values |= {value for node in nodes_in(schema) if isinstance(node.get("enum"), list) for value in node["enum"]}
    assert ENGLISH.keys() - told_of == set()
    assert {about.description.sv for about in ABOUT.values()} <= told_of
    assert KEYS.keys() - keys == set()
    assert ABOUT.keys() == {(shape, key) for kind, shape, key in EVERY if kind == "catalogue"}
    assert SHAPES.keys() == shapes
    assert VALUES.keys() == values


def test_the_words_change_nothing_else() -> None:
    for kind, make in SCHEMAS.items():
        bare = [_without_words(told(make(), kind, lang)) for lang in ("sv", "en")]
        assert bare[0] == bare[1] == _without_words(make())


def _without_words(node: Any) -> Any:
    if is_list(node):
        return [_without_words(part) for part in node]
    if not is_mapping(node):
        return node
    words = ("title", "description", "enumDescriptions")
    return {
        key: _without_words(part) for key, part in node.items() if key not in words or not isinstance(part, str | list)
    }
