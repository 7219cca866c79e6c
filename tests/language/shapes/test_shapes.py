"""The machine of shapes on a shape of its own: what is read, what is told and where, and what a schema says of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import pytest

from rutinmotor.ground.diagnostics.diagnostic import Diagnostic
from rutinmotor.language.catalogue.catalogue import CatalogueText
from rutinmotor.language.catalogue.rule import Rule
from rutinmotor.language.shapes.guesses import Guesses
from rutinmotor.language.shapes.json_schema import object_of
from rutinmotor.language.shapes.keys import known_keys, known_words
from rutinmotor.language.shapes.naming import is_id, is_reference, is_rule
from rutinmotor.language.shapes.parts import Read, Rows, a_text, key, one_of
from rutinmotor.language.shapes.reading import ShapeFaults, but_misnamed, read_as
from rutinmotor.language.shapes.shape import Again, Fault, Loose, Shape, faults
from rutinmotor.language.shapes.telling import spots_in, told, written
from rutinmotor.language.shapes.written import as_written
from rutinmotor.text.document import read_document

TEST_KEYS = ("at_least", "at_most", "known", "not", "over", "under")
WRONG_TWICE: dict[str, Any] = {"a": " ", "b": [1, []]}
SOURCES = Path(__file__).parents[3] / "src" / "rutinmotor"


def _pair(value: Any) -> str:
    if isinstance(value, dict):
        raise faults([Fault("RM111", ("a",)), Fault("RM114", ("b", 1), at_key=True)])
    return a_text(value)


Word: TypeAlias = Annotated[str, Read(a_text, {"type": "string"})]


class Leaf(Loose):
    name: Annotated[str, Read(a_text, {"type": "string"})] = key("Namnet.")
    colour: Annotated[str, one_of(("red", "green"))] = key("Färgen.", default=None)
    kind: Literal["oak", "ash"] | None = key("Slaget.", default=None)


class Tree(Loose):
    leaves: Annotated[tuple[Leaf, ...], Rows(1)] = key("Bladen.", "Blad", ())
    words: Annotated[tuple[Word, ...], Rows(apart=True)] = key("Orden.", default=())
    pair: Annotated[str, Read(_pair, {"type": "string"})] = key("Paret.", default="")


def found(data: Any) -> list[Fault]:
    with pytest.raises(ShapeFaults) as caught:
        read_as(Tree, data)
    return caught.value.faults(Guesses({}))


def codes(data: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    return sorted((one.code, one.path) for one in found(data))


class Given(Mapping[str, Any]):
    """What maps keys to values and is no dict, as callers may have."""

    def __init__(self, **parts: Any) -> None:
        self._parts = parts

    def __getitem__(self, key: str) -> Any:
        return self._parts[key]

    def __iter__(self) -> Any:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def test_what_fits_is_read() -> None:
    tree = read_as(Tree, Given(leaves=(Given(name="a", colour="red"),), words=["x", "y"]))
    assert [(leaf.name, leaf.colour) for leaf in tree.leaves] == [("a", "red")]
    assert tree.words == ("x", "y")


UNFIT: list[tuple[Any, list[tuple[str, tuple[str | int, ...]]]]] = [
    ([], [("RM107", ())]),
    ({"leaves": "a"}, [("RM106", ("leaves",))]),
    ({"leaves": []}, [("RM114", ("leaves",))]),
    ({"leaves": None}, [("RM117", ("leaves",))]),
    ({"leaves": [None]}, [("RM117", ("leaves", 0))]),
    ({"leaves": [{}]}, [("RM102", ("leaves", 0))]),
    ({"leaves": [{"name": 1}]}, [("RM103", ("leaves", 0, "name"))]),
    ({"leaves": [{"name": " "}]}, [("RM111", ("leaves", 0, "name"))]),
    ({"leaves": [{"name": "a", "colour": "blue"}]}, [("RM108", ("leaves", 0, "colour"))]),
    ({"leaves": [{"name": "a", "colour": ["red"]}]}, [("RM103", ("leaves", 0, "colour"))]),
    ({"leaves": [{"name": "a", "kind": "elm"}]}, [("RM108", ("leaves", 0, "kind"))]),
    ({"words": ["x", "x"]}, [("RM115", ("words", 1))]),
    ({"wrods": []}, [("RM101", ("wrods",))]),
    ({1: 2}, [("RM617", ())]),
    ({Again(("words", "pair")): None}, [("RM629", ("pair",)), ("RM629", ("words",))]),
    ({"h\ud83d": 1}, [("RM101", ("h\ud83d",))]),
    ({"leaves": [{"name": "a", "h\ud83d": 1}]}, [("RM101", ("leaves", 0, "h\ud83d"))]),
    ({"pair": WRONG_TWICE}, [("RM111", ("pair", "a")), ("RM114", ("pair", "b", 1))]),
]


@pytest.mark.parametrize(("data", "expected"), UNFIT)
def test_what_does_not_fit_is_told(data: Any, expected: list[tuple[str, tuple[str | int, ...]]]) -> None:
    assert codes(data) == expected


def test_all_that_is_wrong_is_told_at_once() -> None:
    data = {"leaves": [{"nmae": 1}, 2, {"name": "a", "kind": "oka"}], "word": 1, "pair": WRONG_TWICE}
    assert [one[0] for one in codes(data)] == ["RM101", "RM101", "RM102", "RM107", "RM108", "RM111", "RM114"]
    # The name stands there, if under another name.
    assert "RM102" not in {one.code for one in but_misnamed(found(data))}


def test_a_key_with_half_a_character_hides_nothing() -> None:
    data = {"h\ud83d": 1, "leaves": [{"name": 1}, {"h\ud83d": 1, "name": "a", "kind": "elm"}], "pair": {"h\ud83d": 1}}
    assert codes(data) == [
        ("RM101", ("h\ud83d",)),
        ("RM101", ("leaves", 1, "h\ud83d")),
        ("RM103", ("leaves", 0, "name")),
        ("RM108", ("leaves", 1, "kind")),
        ("RM111", ("pair",)),
        ("RM114", ("pair",)),
    ]


def test_the_words_and_keys_that_were_meant_come_from_the_declaration() -> None:
    [word] = found({"leaves": [{"name": "a", "kind": "oka"}]})
    assert word.values == {"value": "oka", "allowed": "oak, ash", "near": "oak"}
    [colour] = found({"leaves": [{"name": "a", "colour": "geren"}]})
    assert colour.values == {"value": "geren", "allowed": "red, green", "near": "green"}
    [unknown] = found({"leaves": [{"name": "a", "knd": 1}]})
    assert unknown.values == {"key": "knd", "home": "", "near": "kind", "known": "colour, kind, name"}


def test_rather_a_key_that_is_not_there_yet_was_meant() -> None:
    class Two(Loose):
        begin: Word = key("Början.", default=None)
        begun: Word = key("Börjat.", default=None)

    for there, meant in (("begin", "begun"), ("begun", "begin")):
        with pytest.raises(ShapeFaults) as caught:
            read_as(Two, {there: "a", "begon": "b"})
        assert [one.values["near"] for one in caught.value.faults(Guesses({}))] == [meant]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("rules", 0, "norm"), ("statute", "guideline", "routine")),
        (("rules", 3, "repeat", "from"), ("fulfilment", "trigger")),
        (("rules", 0, "deadline", "at_latest", "roll"), ("next_working_day", "previous_working_day")),
        (("calendars", "title", "weekdays", 0), ("mon", "tue", "wed", "thu", "fri", "sat", "sun")),
        (("calendars", "vardag", "holidays"), ("SE",)),
        (("facts", "type", "type"), ("bool", "int", "date", "text")),
        (("rules", 0, "title"), ()),
    ],
)
def test_the_words_of_a_rule_file(path: tuple[str | int, ...], words: tuple[str, ...]) -> None:
    assert known_words(CatalogueText, path) == words


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("actors", "title"), ("title",)),
        (("rules", 0, "only_if", "antal"), ("at_least", "at_most", "known", "not", "over", "under")),
        (
            ("rules", 0, "only_if", "any", 1, "all", 0, "antal"),
            ("at_least", "at_most", "known", "not", "over", "under"),
        ),
        (("not_encoded", 0), ("duties", "reason")),
        (("rules", 0, "source"), ("duties", "section")),
    ],
)
def test_the_keys_of_a_rule_file(path: tuple[str | int, ...], keys: tuple[str, ...]) -> None:
    assert known_keys(CatalogueText, path) == keys


def diagnostics(text: str) -> tuple[Diagnostic, ...]:
    document, _ = read_document("a.yaml", text.encode())
    assert document is not None
    return told(found(document.data), spots_in(document), within=0)


def test_a_fault_stands_where_it_is_written_and_says_where_the_first_one_is() -> None:
    [one] = diagnostics("words:\n  - x\n  - y\n  - x\n")
    assert str(one) == "a.yaml:4:5: RM115 'x' stands twice in the list."
    assert [str(place) for place in one.further] == ["a.yaml:2:5"]
    [one] = diagnostics("leaves:\n  - name: a\n    kolour: red\n")
    assert str(one).startswith("a.yaml:3:5: RM101 There is no key 'kolour' here. Did you mean 'colour'?")
    assert dict(one.values)["path"] == "leaves[0].kolour"


def test_a_path_is_written_as_a_caller_writes_it() -> None:
    assert written(("items", "hemtjänst 1", "events", 3)) == 'items["hemtjänst 1"].events[3]'
    assert written(()) == ""


def test_a_schema_says_what_the_shape_reads() -> None:
    assert object_of(Tree, {Leaf: "leaf"}) == {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "leaves": {
                "title": "Blad",
                "description": "Bladen.",
                "type": "array",
                "items": {"$ref": "#/$defs/leaf"},
                "minItems": 1,
            },
            "words": {"type": "array", "items": {"type": "string"}, "uniqueItems": True, "description": "Orden."},
            "pair": {"type": "string", "description": "Paret."},
        },
    }
    assert object_of(Leaf, {})["required"] == ["name"]
    assert object_of(Leaf, {})["properties"]["kind"] == {"enum": ["oak", "ash", None], "description": "Slaget."}


def test_a_strict_shape_takes_what_a_text_holds_and_nothing_else() -> None:
    class Strict(Shape):
        name: str

    assert read_as(Strict, {"name": "a"}).name == "a"
    with pytest.raises(ShapeFaults):
        read_as(Strict, Given(name="a"))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [("sol", (True, True, False)), ("sol.a_1", (False, True, True)), ("Sol", (False,) * 3), ("a\n", (False,) * 3)],
)
def test_names(text: str, kinds: tuple[bool, bool, bool]) -> None:
    assert (is_id(text), is_reference(text), is_rule(text)) == kinds


def test_the_pattern_of_an_id_stands_in_one_place() -> None:
    pattern = "[a-z][a-z0-9_]*"
    assert [path.name for path in SOURCES.rglob("*.py") if pattern in path.read_text(encoding="utf-8")] == ["naming.py"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "null"),
        (True, "true"),
        (3, 3),
        (10**400, "…"),
        (1.5, "1.5"),
        ("x" * 61, "x" * 59 + "…"),
        ({}, "{…}"),
        ((), "[…]"),
    ],
)
def test_a_value_is_quoted_as_it_was_written(value: Any, shown: str | int) -> None:
    assert as_written(value) == shown


@pytest.mark.parametrize(
    ("key", "home"),
    [("survives", "trigger"), ("if_past", "trigger"), ("period_of", "repeat"), ("minus", ""), ("spare", "")],
)
def test_a_key_on_the_wrong_level_is_told_where_it_belongs(key: str, home: str) -> None:
    # `minus` can stand under both `trigger` and `deadline`.
    with pytest.raises(ShapeFaults) as refused:
        read_as(Rule, {"id": "a", "actor": "u", "trigger": "t", "deadline": "none", key: True})
    [one] = refused.value.faults(Guesses({}))
    assert (one.code, one.values["home"]) == ("RM101", home)
    assert bool(one.values["near"]) == (key == "spare")
