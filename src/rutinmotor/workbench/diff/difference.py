"""What a comparison of two sets of rules is made of: frozen values without words of any language; said by `text`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from rutinmotor.language.catalogue import Catalogue
from rutinmotor.language.constructs import Length, Weight

Kind: TypeAlias = Literal["added", "removed", "changed", "renamed"]
Subject: TypeAlias = Literal["rule", "catalogue", "calendar", "urgency", "event", "fact", "state", "actor"]
Between: TypeAlias = Literal["added", "removed"] | None
Effect: TypeAlias = Literal["longer", "shorter", "wider", "narrower", "same"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of meaning.

    `name` is the subject's: a rule's full id, a catalogue's name, an urgency word's catalogue, a full stop and the
    word, else the word alone. `former` is what it was called before, if it is called otherwise now. `aspect` is a key
    of the rule language; of what is added, removed or renamed, `whole`, and of a version of a rule, `version`.
    `old` and `new` are what stood there, as the models hold it; None where there was nothing, all versions of a rule
    that came or went, the names of what is renamed. `catalogue` names the
    catalogues, before and now, whose words they are in.
    `effect`: the time is `longer` or `shorter`, a condition holds in more cases (`wider`) or fewer (`narrower`), the
    meaning is the `same` though it is written otherwise; None where that cannot be said. `by` is how much longer or
    shorter. `version` says that this holds for a version that was added or removed, as against the one beside it in
    time, and `since` from which day. `touches` are the rules, by full id, that a shared thing has an effect on.
    """

    kind: Kind
    subject: Subject
    name: str
    aspect: str
    old: Any
    new: Any
    weight: Weight
    catalogue: tuple[str, str]
    former: str | None = None
    effect: Effect | None = None
    by: Length | None = None
    version: Between = None
    since: date | None = None
    touches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sets of catalogues, and every change of meaning between them, the heaviest first."""

    old: tuple[Catalogue, ...]
    new: tuple[Catalogue, ...]
    changes: tuple[Change, ...]
