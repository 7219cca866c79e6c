"""What is written otherwise and means the same is no change: order, quotes, comments, defaults, where a word stands."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.language.catalogue.reading import read_texts
from rutinmotor.language.loading import load_catalogues
from rutinmotor.text.document.parsing import read_document
from rutinmotor.workbench.diff.comparison import compare
from tests.parsed import is_list, is_mapping
from tests.workbench.diff.rulebooks import OTHER, book, compared, only, read, rule, sentences

RULES = Path(__file__).parents[3] / "rules"
SHIPPED = load_catalogues([RULES]).catalogues
# Lists of which the order says nothing; of a trigger it may.
_UNORDERED = (
    *("rules", "actor", "fulfilled_by", "ends_with", "begins", "ends", "any", "all", "one_of", "weekdays"),
    *("not", "extra_free", "duties", "not_encoded", "allow", "uses", "escalation"),
)


def _shuffled(value: Any, random: Random, key: str = "") -> Any:
    if is_mapping(value):
        items = list(value.items())
        random.shuffle(items)
        return {name: _shuffled(one, random, name) for name, one in items}
    if is_list(value):
        parts = [_shuffled(one, random) for one in value]
        if key in _UNORDERED or all(isinstance(one, str) for one in parts):
            random.shuffle(parts)
        return parts
    return value


def test_nothing_has_changed_in_what_is_the_same() -> None:
    assert compare(SHIPPED, SHIPPED).changes == ()


@given(st.integers(0, 10_000))
@settings(max_examples=12)
def test_shuffled_and_quoted_rules_are_the_same(seed: int) -> None:
    random = Random(seed)
    texts: list[tuple[str, bytes]] = []
    for path in sorted(RULES.glob("*.yaml")):
        document, _ = read_document(path.name, path.read_bytes())
        assert document is not None
        # As JSON, every text is in quotes and everything stands on one line.
        texts.append((path.name, json.dumps(_shuffled(document.data, random), default=str).encode()))
    random.shuffle(texts)
    changed = read_texts(texts)
    assert not changed.diagnostics
    assert compare(SHIPPED, changed.catalogues).changes == ()


def test_comments_and_line_ends_are_no_change() -> None:
    texts: list[tuple[str, bytes]] = []
    for path in sorted(RULES.glob("*.yaml")):
        lines: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("  - id:"):
                lines += ["", "  # Något att tänka på"]
            lines.append(line)
        texts.append((path.name, "\r\n".join(lines).encode("utf-8-sig")))
    assert compare(SHIPPED, read_texts(texts).catalogues).changes == ()


SAME: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("a trigger in a list", book(), book(rule(trigger=["start"]))),
    ("an actor in a list", book(), book(rule(actor=["utforare"]))),
    ("the norm that is meant", book(), book(rule(norm="routine"))),
    ("what happens on another trigger", book(), book(rule(on_repeat="add"))),
    (
        "how often a time may be extended",
        book(rule(extended_by={"event": "besked", "by": {"days": 1}})),
        book(rule(extended_by={"event": "besked", "by": {"days": 1}, "at_most": 1})),
    ),
    (
        "the month that is meant",
        book(rule(deadline={"day_of_month": 5})),
        book(rule(deadline={"day_of_month": 5, "months_ahead": 0})),
    ),
    ("an empty source", book(), book(rule(source={}))),
    ("an empty section", book(), book(not_encoded=None, urgency=None)),
    ("triggers in another order", book(rule(trigger=["start", "besked"])), book(rule(trigger=["besked", "start"]))),
    (
        "the catalogue's name in a reference",
        book(rule(), rule(id="x", trigger={"overdue": "plan"})),
        book(rule(), rule(id="x", trigger={"overdue": "sol.plan"})),
    ),
    ("a default written out", book(warn={"days": 7}), book(rule(warn={"days": 7}))),
    (
        "a default that holds for all",
        book(rule(in_force={"from": "2025-01-01"})),
        book(in_force={"from": "2025-01-01"}),
    ),
    (
        "a default that no rule follows",
        book(rule(warn={"days": 1}), warn={"days": 7}),
        book(rule(warn={"days": 1}), warn={"days": 8}),
    ),
    ("a calendar with the time zone that is meant", book(), book(timezone="Europe/Stockholm")),
    (
        "eves that are not free",
        book(),
        book(
            calendars={
                "lordag": {"weekdays": ["sat", "mon", "tue", "wed", "thu", "fri"], "holidays": "SE", "eves_free": False}
            }
        ),
    ),
    ("values in another order", book(), book(facts={"regi": {"title": "Regi", "one_of": ["annan", "privat", "egen"]}})),
]


@pytest.mark.parametrize(("old", "new"), [one[1:] for one in SAME], ids=[one[0] for one in SAME])
def test_what_is_meant_anyway_is_no_change(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert compared(old, new).changes == ()
    assert compared(new, old).changes == ()


def test_a_word_may_move_between_catalogues() -> None:
    shared: dict[str, Any] = {"catalogue": "gemensamt", "title": "Gemensamma ord", "rules": []}
    alone = book()
    facts = alone.pop("facts")
    moved = {**book(uses=["gemensamt"])}
    moved.pop("facts")
    comparison = compare(read(book(uses=["gemensamt"]), shared), read(moved, {**shared, "facts": facts}))
    assert comparison.changes == ()


def test_the_order_of_triggers_counts_where_one_event_matches_two() -> None:
    both = [{"state": "franvaro"}, "borta"]
    change = only(compared(book(rule(trigger=both)), book(rule(trigger=both[::-1]))))
    assert change.aspect == "trigger"


# So it is written, and so: the same in each case.
OTHERWISE: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("weeks in days", rule(), rule(deadline={"days": 42})),
    ("years in months", rule(warn={"years": 1}), rule(warn={"months": 12})),
    (
        "a calendar of the same days",
        rule(deadline={"working_days": 3, "calendar": "vardag"}),
        rule(deadline={"working_days": 3, "calendar": "arbetsdag"}),
    ),
    ("a value among those left", rule(only_if={"regi": {"not": "annan"}}), rule(only_if={"regi": ["egen", "privat"]})),
    ("an all that is not needed", rule(only_if={"all": [{"iub": True}]}), rule(only_if={"iub": True})),
]


@pytest.mark.parametrize(("old", "new"), [one[1:] for one in OTHERWISE], ids=[one[0] for one in OTHERWISE])
def test_the_same_said_otherwise_is_a_matter_of_wording(old: dict[str, Any], new: dict[str, Any]) -> None:
    comparison = compared(book(old, OTHER), book(new, OTHER))
    change = only(comparison)
    assert (change.effect, change.weight.name) == ("same", "WORDING")
    assert sentences(comparison)[0].endswith("(samma innebörd, skriven på annat sätt)")
    assert sentences(comparison, "en")[0].endswith("(the same meaning, written otherwise)")


def test_a_scope_that_moves_into_the_rule_means_the_same() -> None:
    comparison = compared(book(scope={"iub": True}), book(rule(only_if={"iub": True})))
    assert {one.effect for one in comparison.changes} == {"same"}
