"""A rulebook in, what its rules ask for and which events may stand behind their triggers out: 2.5, 2.9 and 3.6."""

from collections.abc import Iterator
from typing import Any

from tests.engine.second.catalogues import Rulebook, Version, many
from tests.parsed import is_mapping

UNITS = ("days", "weeks", "months", "years", "working_days")


def effective_deadline(version: Version) -> Any:
    """4.5: with at_latest that is its time; a word alone means what the catalogue says, if it does."""
    written = version.deadline
    if is_mapping(written) and "urgency" in written:
        return written.get("at_latest") or version.urgency.get(written["urgency"], "none")
    return written


def facts_in_span(span: dict[str, Any]) -> list[str]:
    """4.4: the numbers that facts give."""
    return [span[unit] for unit in UNITS if isinstance(span.get(unit), str)]


def facts_needed(deadline: Any) -> list[str]:
    """2.5: the facts that the deadline rests on."""
    if not is_mapping(deadline):
        return []
    named = facts_in_span(deadline)
    if "date" in deadline:
        named.append(deadline["date"])
    for sign in ("plus", "minus"):
        named += facts_in_span(deadline.get(sign) or {})
    return named


def _tests(condition: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every test of a condition, at any depth."""
    for key, test in condition.items():
        if key in ("any", "all"):
            for one in test:
                yield from _tests(one)
        else:
            yield key, test


def names_a_state(version: Version) -> bool:
    """3.6: does its `only_if` ask for a state?"""
    return any(key in ("state", "no_other_in") for key, _ in _tests(version.body.get("only_if") or {}))


def _asks_for(version: Version, fact: str) -> bool:
    both = [version.scope, version.body.get("only_if") or {}]
    in_condition = any(key == fact for condition in both for key, _ in _tests(condition))
    return in_condition or fact in facts_needed(effective_deadline(version))


def beginning_types(version: Version, book: Rulebook) -> set[str]:
    """1.10: the types of event that trigger this version, by a line of their own or by beginning a state."""
    types: set[str] = set()
    for line in version.triggers:
        if isinstance(line, str):
            types.add(line)
        elif is_mapping(line) and "state" in line and "longer_than" not in line:
            types |= set(book.states[line["state"]].begins)
    return types


def fulfilling_types(rule: str, book: Rulebook) -> set[str]:
    """1.10: the types of event that fulfil the rule (any version)."""
    return {each for version in book.rules[rule] for each in many(version.body.get("fulfilled_by"))}


def _types_behind(rule: str, book: Rulebook, on_the_way: frozenset[str]) -> set[str]:
    """2.9: the types of event that can stand behind a trigger of the rule."""
    types: set[str] = set()
    if rule in on_the_way:
        return types
    for version in book.rules.get(rule, ()):
        types |= beginning_types(version, book)
        for line in version.triggers:
            if not is_mapping(line):
                continue
            if "longer_than" in line:
                types |= set(book.states[line["state"]].begins)
            elif "missing" in line:
                types.add(line["since"])
            elif "fulfilled" in line:
                types |= fulfilling_types(line["fulfilled"], book)
            elif "overdue" in line:
                types |= _types_behind(line["overdue"], book, on_the_way | {rule})
    return types


def bearing_types(book: Rulebook, fact: str) -> set[str]:
    """2.9: the types that bear the fact: an event of theirs can stand behind a trigger of a rule that asks for it."""
    asking = [rule for rule in book.rules if any(_asks_for(version, fact) for version in book.rules[rule])]
    return {kind for rule in asking for kind in _types_behind(rule, book, frozenset())}
