"""Two evaluations of one case in, what differs between them out, weightiest first; the heart of `impact`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from operator import attrgetter
from typing import Literal, TypeAlias

from rutinmotor.engine.evaluation import Evaluation, Obligation, Status, Undetermined
from rutinmotor.workbench.impact.pairing import paired, trigger_of

ChangeKind: TypeAlias = Literal[
    "overdue",
    "not_overdue",
    "late",
    "not_late",
    "vanished",
    "appeared",
    "earlier",
    "later",
    "status",
    "actor",
    "light",
    "other",
]
GapKind: TypeAlias = Literal["undetermined", "determined"]

# In the order in which they are told and counted.
CHANGE_KINDS: tuple[ChangeKind, ...] = (
    "overdue",
    "not_overdue",
    "late",
    "not_late",
    "vanished",
    "appeared",
    "earlier",
    "later",
    "status",
    "actor",
    "light",
    "other",
)
GAP_KINDS: tuple[GapKind, ...] = ("undetermined", "determined")

# What is compared of two obligations that are one and the same duty, and what it is called; beside what opened them.
_COMPARED = (
    "status",
    "due",
    "actor",
    "light",
    "urgency",
    "opened",
    "fulfilled_on",
    "fulfilled_by",
    "ended_on",
    "escalation",
    "breaches",
)
ASPECTS = (*_COMPARED, "trigger")
_aspects = attrgetter(*_COMPARED)

# What weighs most for the person concerned: a duty that is late, or lost, or cut short; the least number first.
_WEIGHTS: dict[ChangeKind, int] = {
    "overdue": 0,
    "vanished": 1,
    "late": 2,
    "earlier": 3,
    "not_overdue": 4,
    "later": 5,
    "appeared": 6,
    "status": 7,
    "actor": 8,
    "light": 9,
    "other": 10,
    "not_late": 10,
}
_GAP, _CLOSED = 7, 11


@dataclass(frozen=True, slots=True)
class Change:
    """One obligation that is another under the new rules: without `old` it appears, without `new` it vanishes.

    `kind` is the weightiest thing about it, of CHANGE_KINDS; `aspects` are all of ASPECTS in which the two differ.
    """

    kind: ChangeKind
    old: Obligation | None
    new: Obligation | None
    aspects: tuple[str, ...] = ()

    @property
    def one(self) -> Obligation:
        """The obligation as it is under the new rules, or as it was where they have none."""
        one = self.new or self.old
        assert one is not None
        return one

    @property
    def rule(self) -> str:
        """The rule's full id."""
        return self.one.rule

    @property
    def item(self) -> str | None:
        """The item that it belongs to, or None for the case."""
        return self.one.item

    @property
    def actors(self) -> tuple[str, ...]:
        """Whom it concerns: who is to act under the new rules, then who was under the old."""
        found = [*(self.new.actor if self.new else ()), *(self.old.actor if self.old else ())]
        return tuple(dict.fromkeys(found))

    @property
    def weight(self) -> int:
        """How much it means for the person concerned; the least weighs most."""
        if self.kind == "appeared" and self.one.status == "overdue":
            return _WEIGHTS["overdue"]
        return _WEIGHTS[self.kind] if self.open or self.kind == "late" else _CLOSED

    @property
    def open(self) -> bool:
        """Whether it is open under either of the rule sets; else all is over, and nobody need do anything."""
        return any(one is not None and one.light is not None for one in (self.old, self.new))


@dataclass(frozen=True, slots=True)
class Gap:
    """A rule that cannot be judged under one of the rule sets, or wants other facts there.

    `old` and `new` are what it is there; None where the rule can be judged, or is not asked.
    """

    old: Undetermined | None
    new: Undetermined | None

    @property
    def one(self) -> Undetermined:
        """What it is under the new rules, or was where they have none."""
        one = self.new or self.old
        assert one is not None
        return one

    @property
    def kind(self) -> GapKind:
        """`determined` where only the old rules could not judge it, else `undetermined`."""
        return "determined" if self.new is None else "undetermined"


@dataclass(frozen=True, slots=True)
class CaseImpact:
    """What the new rules change in one case, at the end of one day; nothing where both parts are empty."""

    case: str
    changes: tuple[Change, ...]
    gaps: tuple[Gap, ...]

    @property
    def weight(self) -> int:
        """That of the weightiest change; the least weighs most."""
        weights = [one.weight for one in self.changes] + [_GAP] * bool(self.gaps)
        return min(weights, default=_CLOSED)

    def __bool__(self) -> bool:
        return bool(self.changes or self.gaps)


def compare(old: Evaluation, new: Evaluation, called: Mapping[str, str] | None = None) -> CaseImpact:
    """Say what differs between two evaluations of one case, on one day, under old rules and under new ones.

    `called` gives the new full id of each rule that has another name under the new rules; the name alone is no change.
    """
    names = called or {}
    changes: list[Change] = []
    for before, after in paired(old.obligations, new.obligations, names):
        change = _change(before, after, names)
        if change is not None:
            changes.append(change)
    changes.sort(key=_order)
    return CaseImpact(new.case, tuple(changes), _gaps(old.undetermined, new.undetermined, names))


def _change(old: Obligation | None, new: Obligation | None, called: Mapping[str, str]) -> Change | None:
    if old is None or new is None:
        return Change("appeared" if old is None else "vanished", old, new)
    if old.plainly_as(new):
        return None
    before, after = (*_aspects(old), trigger_of(old, called)), (*_aspects(new), trigger_of(new, called))
    if before == after:
        return None
    aspects = tuple(name for name, one, other in zip(ASPECTS, before, after, strict=True) if one != other)
    return Change(_kind(old, new, aspects), old, new, aspects)


def _kind(old: Obligation, new: Obligation, aspects: tuple[str, ...]) -> ChangeKind:
    if "status" in aspects:
        return _BY_STATUS.get(new.status) or _BY_STATUS_BEFORE.get(old.status) or "status"
    if "due" in aspects:
        # Without a last day there is more time than with any.
        return "earlier" if (new.due or date.max) < (old.due or date.max) else "later"
    if "actor" in aspects:
        return "actor"
    return "light" if "light" in aspects else "other"


_BY_STATUS: dict[Status, ChangeKind] = {"overdue": "overdue", "fulfilled_late": "late"}
_BY_STATUS_BEFORE: dict[Status, ChangeKind] = {"overdue": "not_overdue", "fulfilled_late": "not_late"}


def _order(change: Change) -> tuple[int, date, str, str, date]:
    one = change.one
    return change.weight, one.due or date.max, one.rule, one.item or "", one.opened


def _gaps(old: Sequence[Undetermined], new: Sequence[Undetermined], called: Mapping[str, str]) -> tuple[Gap, ...]:
    """Pair the gaps of each rule and item in order; that one has come to another day is no change for anybody."""
    groups: dict[tuple[str, str | None], tuple[list[Undetermined], list[Undetermined]]] = {}
    for side, gaps in enumerate((old, new)):
        for gap in gaps:
            groups.setdefault((called.get(gap.rule, gap.rule), gap.item), ([], []))[side].append(gap)
    pairs = (Gap(*pair) for before, after in groups.values() for pair in zip_longest(before, after))
    changed = (gap for gap in pairs if gap.old is None or gap.new is None or gap.old.missing != gap.new.missing)
    return tuple(sorted(changed, key=lambda gap: (gap.one.day, gap.one.rule, gap.one.item or "")))
