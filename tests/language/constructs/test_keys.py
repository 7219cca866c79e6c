"""What a key names stands in its type: no name of the rule language can be forgotten by those who walk over names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

import pytest

from rutinmotor.language.catalogue import CatalogueText, Rule
from rutinmotor.language.constructs import Kind, key, keys_of, named_in, shapes_under
from rutinmotor.language.constructs.keys import NameOf, NewName
from rutinmotor.language.constructs.names import ActorName
from rutinmotor.language.constructs.scalars import Id, Ids, NumberOrFact, RuleRef
from rutinmotor.language.constructs.walk import key_under, names_at
from rutinmotor.language.shapes import Shape

# What reads a name, by the function that each of the types is read with.
READERS = {part.func for kind in (Id, Ids, NumberOrFact, RuleRef) for part in get_args(kind) if hasattr(part, "func")}


def unmarked(kind: Any, *metadata: Any) -> Iterator[Any]:
    """Yield each part of a type that reads a name and does not say what it is the name of."""
    own = (*metadata, *getattr(kind, "__metadata__", ()))
    if any(getattr(one, "func", None) in READERS for one in own):
        if not any(isinstance(one, NameOf | NewName) for one in own):
            yield kind
        return
    parts = get_args(kind)[:1] if get_origin(kind) is Annotated else get_args(kind)
    for part in parts:
        yield from unmarked(part)


def forgotten(root: type[Shape]) -> list[str]:
    return [
        f"{shape.__name__}.{name}"
        for shape in shapes_under(root)
        for name, info in shape.model_fields.items()
        if list(unmarked(info.annotation, *info.metadata))
    ]


def test_every_name_says_in_its_type_what_it_is_the_name_of() -> None:
    assert len(READERS) == 4
    assert forgotten(CatalogueText) == []


class Careless(Shape):
    """A shape whose names are bare words, in each way that a name can be written."""

    one: Id | None = key(("En", "One"), "En.", "One.", default=None)
    many: Ids = key(("Flera", "Many"), "Flera.", "Many.", default=())
    keyed: dict[Id, int] = key(("Ord", "Words"), "Ord.", "Words.", default_factory=dict[str, int])
    rule: RuleRef | None = key(("Regel", "Rule"), "Regel.", "Rule.", default=None)
    number: NumberOrFact | None = key(("Antal", "Number"), "Antal.", "Number.", default=None)
    right: ActorName | None = key(("Rätt", "Right"), "Rätt.", "Right.", default=None)


def test_a_bare_name_is_found() -> None:
    assert forgotten(Careless) == [f"Careless.{name}" for name in ("one", "many", "keyed", "rule", "number")]


class Asking(Rule):
    """A rule with a key more, which names an actor in its type and nowhere else."""

    contact: ActorName | None = key(("Kontakt", "Contact"), "Vem man frågar.", "Whom to ask.", default=None)


def test_a_new_key_is_walked_as_soon_as_it_is_written() -> None:
    rule = Asking.model_validate(
        {"id": "x", "actor": "a", "contact": "zzz", "trigger": "s", "deadline": {"days": 3}, "fulfilled_by": ["k", "l"]}
    )
    found = [(one.kind, one.name, one.path) for one in named_in(rule, ("rules", 0))]
    assert found == [
        (Kind.ACTOR, "a", ("rules", 0, "actor", 0)),
        (Kind.EVENT, "s", ("rules", 0, "trigger", 0)),
        (Kind.EVENT, "k", ("rules", 0, "fulfilled_by", 0)),
        (Kind.EVENT, "l", ("rules", 0, "fulfilled_by", 1)),
        (Kind.ACTOR, "zzz", ("rules", 0, "contact")),
    ]


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ("rules actor", Kind.ACTOR),
        ("rules trigger", Kind.EVENT),
        ("rules trigger overdue", Kind.RULE),
        ("rules trigger state", Kind.STATE),
        ("rules trigger longer_than calendar", Kind.CALENDAR),
        ("rules trigger date", Kind.DATE_FACT),
        ("rules trigger by urgency", Kind.URGENCY),
        ("rules only_if any all no_other_in", Kind.STATE),
        ("rules deadline", None),
        ("rules deadline months", Kind.NUMBER_FACT),
        ("rules deadline at_latest before", Kind.EVENT),
        ("rules deadline urgency", Kind.URGENCY),
        ("rules counts_from", Kind.EVENT),
        ("rules backdating", Kind.DATE_FACT),
        ("rules paused_while", Kind.STATE),
        ("rules extended_by event", Kind.EVENT),
        ("rules escalation to", Kind.ACTOR),
        ("rules in_force to", None),
        ("rules title", None),
        ("states begins begins", Kind.EVENT),  # a state that its author called `begins`
        ("states begins", None),
        ("urgency snarast calendar", Kind.CALENDAR),
        ("uses", Kind.CATALOGUE),
        ("rules nonsense", None),
    ],
)
def test_the_keys_above_a_point_say_what_a_word_there_names(keys: str, kind: Kind | None) -> None:
    key_there = key_under(CatalogueText, keys.split())
    assert (names_at(key_there) if key_there else None) is kind


def test_every_key_is_called_and_described_and_every_part_without_a_key_is_not() -> None:
    bare = {
        (shape.__name__, name)
        for shape in shapes_under(CatalogueText)
        for name, one in keys_of(shape).items()
        if one.about is None
    }
    assert bare == {
        ("Trigger", "event"),
        ("EndingLine", "word"),
        ("StateEnd", "word"),
        ("Deadline", "word"),
        ("Condition", "facts"),
        ("Test", "is_"),
    }
