"""A kind of trigger is one file: every file is entered, each answers all that is asked, nothing else names a kind."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import rutinmotor
from rutinmotor.language.constructs import TRIGGERS, LineWords, Trigger, keys_of
from rutinmotor.language.constructs.triggers import kind as kinds

SOURCE = Path(rutinmotor.__file__).parent
ROOM = Path(kinds.__file__).parent
NOT_KINDS = {"__init__", "kind"}
# What a line of any kind may say of itself.
OF_EVERY_KIND = {"survives"}
# Keys that only a line of a trigger has; what a rule calls so elsewhere is another thing.
OWN = {
    "ahead_of", "longer_than",
}  # fmt: skip


def test_every_file_is_a_kind_that_is_entered() -> None:
    files = {path.stem for path in ROOM.glob("*.py")} - NOT_KINDS
    assert files == set(TRIGGERS)
    shapes = [one.shape for one in TRIGGERS.values()]
    assert all(issubclass(Trigger, shape) for shape in shapes)
    of_kinds = {name for shape in shapes for name in keys_of(shape)}
    assert not of_kinds & OF_EVERY_KIND
    assert set(keys_of(Trigger)) == of_kinds | OF_EVERY_KIND


@pytest.mark.parametrize("name", TRIGGERS)
def test_a_kind_knows_all_its_keys_and_says_them_in_both_languages(name: str) -> None:
    kind = TRIGGERS[name]
    assert set(keys_of(kind.shape)) == {kind.key, *kind.must, *kind.may}
    assert kind.names is not None
    told = LineWords("NAMN", "TID", "HÄNDELSE", back=False, urgency="SNARAST")
    for came in (True, False):
        sv, en = kind.line(told, "sv", came=came), kind.line(told, "en", came=came)
        assert "NAMN" in sv
        assert "NAMN" in en
        assert (sv == en) == kind.as_is
    assert "NAMN" in kind.when(told, "sv")
    assert "NAMN" in kind.heading("NAMN", "en")


def _patterns(match: ast.Match) -> Iterator[ast.AST]:
    """Walk what a match compares with, and not what it then does."""
    return (part for case in match.cases for part in ast.walk(case.pattern))


@pytest.mark.parametrize("path", sorted((SOURCE / "engine").rglob("*.py")), ids=lambda path: path.stem)
def test_the_engine_names_no_kind(path: Path) -> None:
    """It is handed the kinds: it neither compares with one's name nor reads one's keys."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    read = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert read & OWN == set()
    compared = [
        part.value
        for node in ast.walk(tree)
        if (isinstance(node, ast.Compare) and "kind" in ast.unparse(node.left))
        or (isinstance(node, ast.Match) and "kind" in ast.unparse(node.subject))
        or (isinstance(node, ast.Subscript) and "TRIGGERS" in ast.unparse(node.value))
        for part in (ast.walk(node) if not isinstance(node, ast.Match) else _patterns(node))
        if isinstance(part, ast.Constant)
    ]
    assert {one for one in compared if one in TRIGGERS} - {"date", "state"} == set()
