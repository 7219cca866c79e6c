"""A part of a rule file in, plain data out, the same for all ways to write the same; compared, and put in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from rutinmotor.language.catalogue import ORDER, Condition, Deadline, Duration, EndingLine, Names, Rule, Test, Trigger
from rutinmotor.language.constructs import Kind, On, StateEnd, keys_of
from rutinmotor.language.shapes import Shape

Plain: TypeAlias = "bool | int | str | list[Plain] | dict[str, Plain] | None"

# A unit that is so many of another: both count to the same day.
_SAME_AS = {"weeks": ("days", 7), "years": ("months", 12)}
# What a key means when it is left out, where the model says only that it may be.
_LEFT_OUT: Mapping[str, Any] = {"months_ahead": 0, "if_past": "pass"}


@dataclass(frozen=True, slots=True)
class Renaming:
    """How names are to be understood: those of one catalogue, with what they are called on the other side.

    `renamed` gives, for each section of the vocabulary and for `rules`, the names that are others there. With `deep`,
    what counts to the same day is the same: `calendars` gives each calendar's name a text that stands for its days.
    """

    names: Names
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    calendars: Mapping[str, str] = field(default_factory=dict[str, str])
    deep: bool = False

    def name(self, kind: Kind | None, name: str) -> str:
        """Give a name of a kind as it is compared; what names nothing of a vocabulary stands as it is."""
        section = kind.section if kind else None
        if section is None:
            return name
        if section == "rules":
            name = self.names.rule(name)
        if section == "calendars" and self.deep:
            return self.calendars.get(name, name)
        return self.renamed.get(section, {}).get(name, name)


def written(value: Any, renaming: Renaming | None = None) -> Plain:
    """Give a value as plain data: without defaults, lists in one order, names as `renaming` has them.

    Without a renaming, names stand as the author wrote them: that is what is shown.
    """
    match value:
        case Deadline() if value.word is not None:
            return value.word
        case EndingLine() | StateEnd() if value.word is not None:
            return _named(Kind.EVENT, value.word, renaming)
        case Trigger() if value.event is not None:
            return _named(Kind.EVENT, value.event, renaming)
        case Test():
            return _test(value)
        case Condition():
            return _condition(value, renaming)
        case Shape():
            return _shape(value, renaming)
        case tuple():
            return _in_order(written(one, renaming) for one in value)  # pyright: ignore[reportUnknownVariableType]
        case date():
            return value.isoformat()
        case Mapping():
            return {str(key): written(one, renaming) for key, one in sorted(value.items())}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        case _:
            return value


def key_of(plain: Plain) -> str:
    """Give plain data as one text, equal only for equal data: true is not 1."""
    return json.dumps(plain, sort_keys=True, ensure_ascii=False)


def _shape(shape: Shape, renaming: Renaming | None) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for name, key in keys_of(type(shape)).items():
        value = getattr(shape, name)
        if value is None or value == key.default or value == _LEFT_OUT.get(name):
            continue
        plain = under(name, value, shape, renaming)
        if plain not in ({}, []):
            found[key.written or name] = plain
    if renaming is not None and renaming.deep and isinstance(shape, Duration | Deadline):
        return _in_least_units(found)
    return found


def under(field: str, value: Any, shape: Shape, renaming: Renaming | None) -> Plain:
    """Give a value that stands under a key of a shape; names there are names of what the key asks for."""
    kind = keys_of(type(shape))[field].names
    if isinstance(value, str):
        return _named(kind, value, renaming)
    if isinstance(value, tuple) and kind is not None:
        return _in_order(_named(kind, one, renaming) for one in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(shape, Rule) and field == "trigger" and renaming is not None and _first_counts(shape, renaming.names):
        return [written(one, renaming) for one in shape.trigger]
    return written(value, renaming)


def _named(kind: Kind | None, name: str, renaming: Renaming | None) -> str:
    return name if renaming is None else renaming.name(kind, name)


def _first_counts(rule: Rule, names: Names) -> bool:
    """Say whether one event may match two lines of a trigger, of which then the first counts (semantics 3.1)."""
    begins = {
        event
        for one in rule.trigger
        if one.how.on is On.STATE and one.parts.length is None and one.name in names.states
        for event in names.states[one.name].text.begins
    }
    return any(one.how.as_is and one.name in begins for one in rule.trigger)


def _in_least_units(found: dict[str, Plain]) -> dict[str, Plain]:
    for unit, (least, number) in _SAME_AS.items():
        if isinstance(many := found.get(unit), int):
            del found[unit]
            found[least] = many * number
    return found


def _test(test: Test) -> Plain:
    if test.is_ is not None:
        return _in_order(written(value) for value in test.is_)
    if test.not_ is not None:
        return {"not": _in_order(written(value) for value in test.not_)}
    return {name: written(value) for name in (*ORDER, "known") if (value := getattr(test, name)) is not None}


def _condition(condition: Condition, renaming: Renaming | None) -> dict[str, Plain]:
    found: dict[str, Plain] = {
        _named(Kind.FACT, fact, renaming): written(test, renaming) for fact, test in condition.facts.items()
    }
    if condition.state:
        found["state"] = {_named(Kind.STATE, name, renaming): held for name, held in condition.state.items()}
    if condition.no_other_in is not None:
        found["no_other_in"] = _named(Kind.STATE, condition.no_other_in, renaming)
    for key, parts in (("any", condition.any), ("all", condition.all)):
        if parts:
            found[key] = _in_order(written(part, renaming) for part in parts)
    return found


def _in_order(parts: Iterable[Plain]) -> list[Plain]:
    return sorted(parts, key=key_of)
