"""Catalogues in, the titles of their events, facts, states, actors and rules out; asked wherever people read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rutinmotor.ground.words import printable
from rutinmotor.language.catalogue import Catalogue, Declared, names_of, versions_of
from rutinmotor.language.constructs import Kind

Words = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles as the catalogue of a rule sees them; what has no title is called by its id.

    The outer key is the catalogue's name, the inner one the id; `rules` stand by full id, the newest version's title.
    """

    events: Words
    facts: Words
    states: Words
    actors: Words
    rules: Mapping[str, str]

    def event(self, rule: str, name: str) -> str:
        """Give the title of an event type, as the rule's catalogue knows it."""
        return _titled(self.events, rule, name)

    def fact(self, rule: str, name: str) -> str:
        """Give the title of a fact."""
        return _titled(self.facts, rule, name)

    def state(self, rule: str, name: str) -> str:
        """Give the title of a state."""
        return _titled(self.states, rule, name)

    def actor(self, rule: str, name: str) -> str:
        """Give the title of an actor."""
        return _titled(self.actors, rule, name)

    def of(self, kind: Kind, rule: str, name: str) -> str:
        """Give the title of what a name of a kind means to the rule's catalogue; a rule perhaps without it."""
        if kind is Kind.RULE:
            return self.rule(name if "." in name else f"{rule.partition('.')[0]}.{name}")
        return _titled(getattr(self, kind.section or ""), rule, name)

    def rule(self, full_id: str) -> str:
        """Give the title of a rule."""
        return self.rules.get(full_id, full_id)


def titles_of(catalogues: Sequence[Catalogue]) -> Titles:
    """Gather the titles of catalogues that are loaded together."""
    known = names_of(catalogues)
    return Titles(
        events={name: _titles(names.events) for name, names in known.items()},
        facts={name: _titles(names.facts) for name, names in known.items()},
        states={name: _titles(names.states) for name, names in known.items()},
        actors={name: _titles(names.actors) for name, names in known.items()},
        rules={full_id: versions[-1].rule.title or full_id for full_id, versions in versions_of(catalogues).items()},
    )


def _titles(declared: Mapping[str, Declared[Any]]) -> dict[str, str]:
    return {name: one.text.title or name for name, one in declared.items()}


def _titled(words: Words, rule: str, name: str) -> str:
    return printable(words.get(rule.partition(".")[0], {}).get(name, name))
