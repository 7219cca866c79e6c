"""A formula over variables of finitely many cells in, the combinations that make it true out, as boxes; ground here.

Conditions of rules are Boolean formulas, and each line of one concerns one variable: a fact or a state. A variable has
finitely many cells, since only the values that conditions name can tell anything apart, and a set of cells is an int
with a bit for each. A box allows each variable a set of cells and is the product of them: what logic minimisation calls
a cube. All that can be asked here (can it be true, does one imply another, where do two overlap) is whether some box is
left.

The search is that of Davis, Putnam, Logemann and Loveland, with sets of cells for truth values. What must hold narrows
the box (unit propagation); then one choice is split into its first way, and all that is left without that way. So the
boxes share nothing, and their number is not that of the combinations. It is exponential at worst, hence `TooMuch`: who
asks must then take it that nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

# For each variable the cells that it may be in, a bit for each cell.
Box: TypeAlias = tuple[int, ...]

# How many parts of formulas one question may visit. A person's conditions need some tens; some can be made to need
# more than there is time for.
_MOST_VISITS = 50_000


class TooMuch(Exception):
    """The question would take longer than it is worth."""


@dataclass(frozen=True, slots=True)
class Line:
    """True where the variable is in one of the cells."""

    variable: int
    cells: int


@dataclass(frozen=True, slots=True)
class Every:
    """True where every part is; without parts always."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """True where at least one part is; without parts never."""

    parts: tuple[Formula, ...]


Formula: TypeAlias = Line | Every | Some


def opposite(formula: Formula, whole: Box) -> Formula:
    """Give the formula that is true exactly where this one is not; `whole` has all cells of all variables."""
    match formula:
        case Line(variable, cells):
            return Line(variable, whole[variable] & ~cells)
        case Every(parts):
            return some(tuple(opposite(part, whole) for part in parts))
        case Some(parts):
            return every(tuple(opposite(part, whole) for part in parts))


def every(parts: tuple[Formula, ...]) -> Formula:
    """Join parts that must all hold."""
    return parts[0] if len(parts) == 1 else Every(parts)


def some(parts: tuple[Formula, ...]) -> Formula:
    """Join parts of which one must hold."""
    return parts[0] if len(parts) == 1 else Some(parts)


def boxes(formula: Formula, whole: Box) -> Iterator[Box]:
    """Yield boxes that share nothing and together hold every combination that makes the formula true.

    Raises TooMuch, perhaps after some boxes, where the search grows beyond bounds.
    """
    effort = _Effort()
    waiting: list[tuple[Box, tuple[Formula, ...]]] = [(whole, (formula,))]
    while waiting:
        settled = _settled(*waiting.pop(), effort)
        if settled is None:
            continue
        box, choices = settled
        if not choices:
            yield box
            continue
        choice = min(choices, key=lambda one: len(one.parts))
        rest = tuple(other for other in choices if other is not choice)
        first, *others = choice.parts
        # What is popped next is the first way; the second leaves it out, so that no combination is met twice.
        waiting.append((box, (*rest, opposite(first, whole), some(tuple(others)))))
        waiting.append((box, (*rest, first)))


def possible(formula: Formula, whole: Box) -> bool:
    """Say whether any combination makes the formula true; also True where that takes too long to find out."""
    try:
        return next(boxes(formula, whole), None) is not None
    except TooMuch:
        return True


def narrowed(formula: Formula, whole: Box) -> tuple[Box, Formula] | None:
    """Give what must hold of each variable alone, as a box, and what remains to choose within it; None if nothing can.

    Where nothing remains to choose (an `Every` without parts), the box is exactly where the formula is true.
    """
    try:
        settled = _settled(whole, (formula,), _Effort())
    except TooMuch:
        return whole, formula
    return None if settled is None else (settled[0], Every(tuple(settled[1])))


def widest(formula: Formula, whole: Box, most: int) -> tuple[tuple[Box, ...], bool]:
    """Give boxes that together hold all that makes the formula true, each as wide as it can be; they may overlap.

    Beside them, whether they are all: no more than `most` are looked for.
    """
    found: list[Box] = []
    against = opposite(formula, whole)
    complete = True
    try:
        for box in boxes(formula, whole):
            if len(found) == most:
                complete = False
                break
            if not any(_within(box, other) for other in found):
                found.append(_widened(box, against, whole))
    except TooMuch:
        complete = False
    kept = [box for box in dict.fromkeys(found) if not any(box != other and _within(box, other) for other in found)]
    return tuple(kept), complete


def _within(box: Box, other: Box) -> bool:
    return all(not cells & ~of_other for cells, of_other in zip(box, other, strict=True))


def _widened(box: Box, against: Formula, whole: Box) -> Box:
    """Let go of each variable that need not be narrow: nothing in the wider box must make `against` true."""
    for row, cells in enumerate(whole):
        wider = (*box[:row], cells, *box[row + 1 :])
        if wider != box and not possible(against, wider):
            box = wider
    return box


@dataclass(slots=True)
class _Effort:
    """How many parts have been visited for one question."""

    visits: int = 0

    def spend(self, visits: int) -> None:
        self.visits += visits
        if self.visits > _MOST_VISITS:
            raise TooMuch


def _settled(box: Box, parts: Sequence[Formula], effort: _Effort) -> tuple[Box, list[Some]] | None:
    """Narrow the box by all that must hold; None if nothing is left.

    What comes back with the box are choices of two parts or more, none of which is decided.
    """
    cells = list(box)
    waiting = list(parts)
    choices: list[Some] = []
    while waiting:
        part = waiting.pop()
        effort.spend(1)
        match part:
            case Line(variable, allowed):
                before = cells[variable]
                cells[variable] &= allowed
                if not cells[variable]:
                    return None
                if cells[variable] != before:
                    # A choice that was open may be decided now.
                    waiting.extend(choices)
                    choices.clear()
            case Every(within):
                waiting.extend(within)
            case Some(within):
                effort.spend(len(within))
                live = _live(within, cells)
                if live is None:
                    continue
                if not live:
                    return None
                if len(live) == 1:
                    waiting.append(live[0])
                else:
                    choices.append(Some(live))
    return tuple(cells), choices


def _live(parts: Sequence[Formula], cells: Sequence[int]) -> tuple[Formula, ...] | None:
    """Give the parts of a choice that may hold within the cells, lines of one variable as one; None if one must."""
    lines: dict[int, int] = {}
    groups: list[Formula] = []
    for part in parts:
        if isinstance(part, Line):
            lines[part.variable] = lines.get(part.variable, 0) | part.cells & cells[part.variable]
        elif not _dead(part, cells):
            groups.append(part)
    if any(allowed == cells[variable] for variable, allowed in lines.items()):
        return None
    return (*(Line(variable, allowed) for variable, allowed in lines.items() if allowed), *groups)


def _dead(part: Formula, cells: Sequence[int]) -> bool:
    """Say whether a line of the group, all of whose parts must hold, has nothing left within the cells."""
    return isinstance(part, Every) and any(
        isinstance(one, Line) and not cells[one.variable] & one.cells for one in part.parts
    )
