"""Catalogues in, every version of every rule with what it can name out; what the lints about time and starts walk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rutinmotor.ground.diagnostics import Place
from rutinmotor.language.catalogue import (
    Catalogue,
    FindCalendar,
    Names,
    Timed,
    Trigger,
    Version,
    calendar_finder,
    names_of,
    timing_of,
    versions_of,
)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """One version of a rule, what its catalogue can name, and how its due date comes about."""

    version: Version
    names: Names
    calendars: FindCalendar
    timed: Timed

    @property
    def full_id(self) -> str:
        """The rule's full id."""
        return self.version.full_id

    @property
    def own_id(self) -> str:
        """The rule's id as its author writes it."""
        return self.version.rule.id

    @property
    def word(self) -> str:
        """`none` or `continuous` where that stands as its deadline, else nothing."""
        return (self.version.rule.deadline.word if self.version.rule.deadline else None) or ""

    @property
    def urgency(self) -> str:
        """The word of urgency that stands as its deadline, else nothing."""
        return (self.version.rule.deadline.urgency if self.version.rule.deadline else None) or ""

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` in the rule stands."""
        return self.version.owner.place("rules", self.version.row, *path)

    def key_place(self, *path: str | int) -> Place:
        """Where the key that ends `path` in the rule stands."""
        return self.version.owner.key_place("rules", self.version.row, *path)

    def called(self, full_id: str) -> str:
        """Write a rule's full id as this rule's author writes it: her own without the catalogue."""
        return full_id.removeprefix(f"{self.version.owner.id}.")

    def other(self, trigger: Trigger) -> str | None:
        """Return the full id of the rule that a trigger names, None if it names none."""
        return self.names.rule(trigger.name) if trigger.how.on.of_rule else None


def known_versions(catalogues: Sequence[Catalogue]) -> Iterator[Known]:
    """Yield every version, in the order of the files; those of one rule follow each other."""
    names = names_of(catalogues)
    calendars = {name: calendar_finder(known) for name, known in names.items()}
    for versions in versions_of(catalogues).values():
        for version in versions:
            timed = timing_of(version.rule, version.owner.text.urgency)
            owner = version.owner.id
            yield Known(version, names[owner], calendars[owner], timed)
