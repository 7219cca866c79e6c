"""A log in, the same log with its duplicates and corrections resolved out (semantics 1.4, 1.5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rutinmotor.engine.eventlog.order import canonical, later_recorded
from rutinmotor.ground.diagnostics import Diagnostic, diagnose, in_order
from rutinmotor.language.case import Event
from rutinmotor.language.shapes import Guesses


def without_duplicates(events: Sequence[Event]) -> tuple[list[Event], list[Diagnostic]]:
    """Keep one of each id; the diagnostics name both of two that differ."""
    kept: list[Event] = []
    by_id: dict[str, Event] = {}
    found: list[Diagnostic] = []
    for event in events:
        known = by_id.setdefault(event.id, event) if event.id is not None else event
        if known is event:
            kept.append(event)
        # As written too: to Python 1 and true are equal.
        elif known != event or canonical(known) != canonical(event):
            further = (known.place,) if known.place else ()
            found.append(diagnose("RM604", event.place, further=further, id=event.id or ""))
    return kept, found


def correction_faults(events: Sequence[Event]) -> tuple[Diagnostic, ...]:
    """Find corrections of what is not in the log, and corrections in a circle; ids are unique."""
    by_id = {event.id: event for event in events if event.id is not None}
    found: list[Diagnostic] = []
    guesses = Guesses({})
    for event in events:
        target = target_of(event)
        if target is not None and target not in by_id:
            near = guesses.near(target, by_id, "id")
            found.append(diagnose("RM605", event.place, id=target, near=near))
    return in_order(found + list(_circles(events, by_id)))


def about_faults(events: Sequence[Event]) -> Iterator[Diagnostic]:
    """Find what is told about an event that is not in the log, or about itself; ids are unique."""
    ids = {event.id: None for event in events if event.id is not None}
    guesses = Guesses({})
    for event in events:
        about = event.about
        if about is None:
            continue
        if about == event.id:
            (sv, en), near = ("som är händelsen själv", "which is the event itself"), ""
        elif about not in ids:
            sv, en = "som inte finns i ärendet", "which the case does not have"
            near = guesses.near(about, ids.keys() - {event.id}, "id")
        else:
            continue
        who = event.id or event.type or ""
        yield diagnose("RM635", event.place, id=about, what_sv=sv, what_en=en, near=near, event=who)


def _circles(events: Sequence[Event], by_id: dict[str, Event]) -> Iterator[Diagnostic]:
    settled: set[str] = set()
    for event in events:
        path: dict[str, Event] = {}
        here: Event | None = event
        while here is not None and here.id is not None and here.id not in settled and here.id not in path:
            path[here.id] = here
            here = by_id.get(target_of(here) or "")
        if here is not None and here.id in path:
            ids = list(path)
            circle = ids[ids.index(here.id) :]
            yield diagnose("RM606", path[circle[0]].place, ids=" → ".join([*circle, circle[0]]))
        settled.update(path)


def target_of(event: Event) -> str | None:
    """Return the id that a correction corrects."""
    return event.replaces if event.replaces is not None else event.retracts


def corrected(events: Sequence[Event]) -> tuple[list[Event], dict[str, Event]]:
    """Return what stands when every correction in the log has worked, and by each id what stands in its place.

    The corrections are taken from the ends of their chains inwards: one that is itself replaced hands its target to
    what replaced it, one that is itself retracted does nothing. A target that is not in the log is passed over. Of an
    id in whose place nothing stands, or that has been taken back, there is none.
    """
    by_id: dict[str | None, Event] = {event.id: event for event in events if event.id is not None}
    corrections: dict[int, list[Event]] = defaultdict(list)
    roots: list[Event] = []
    for event in events:
        target = by_id.get(target_of(event))
        if target is None:
            roots.append(event)
        else:
            corrections[id(target)].append(event)
    order = _outwards(roots, corrections)
    standing = _standing(order, corrections)
    stands = {id(root): stands for root in roots if (stands := _event(standing[id(root)])) is not None}
    return list(stands.values()), _by_id(order, by_id, standing, stands)


def _event(stands: Event | None) -> Event | None:
    """Pass on what is no retraction: that stands for nothing."""
    return stands if stands is not None and stands.retracts is None else None


def _by_id(
    order: Sequence[Event],
    by_id: Mapping[str | None, Event],
    standing: Mapping[int, Event | None],
    stands: Mapping[int, Event],
) -> dict[str, Event]:
    """Give by its id what stands in the place of each event that has not been taken back."""
    places: dict[int, Event] = {}
    found: dict[str, Event] = {}
    for event in order:
        target = by_id.get(target_of(event))
        # One of two that replace the same may stand for itself, and yet the other is in its place.
        place = places[id(event)] = event if target is None else places[id(target)]
        if event.id is not None and _event(standing[id(event)]) is not None and id(place) in stands:
            found[event.id] = stands[id(place)]
    return found


def _outwards(roots: Sequence[Event], corrections: Mapping[int, list[Event]]) -> list[Event]:
    """Put every event before those that correct it."""
    order: list[Event] = []
    waiting = list(roots)
    while waiting:
        event = waiting.pop()
        order.append(event)
        waiting.extend(corrections.get(id(event), ()))
    return order


def _standing(order: Sequence[Event], corrections: Mapping[int, list[Event]]) -> dict[int, Event | None]:
    """Say of each event what stands in its place in the end: itself, what replaced it, or nothing."""
    standing: dict[int, Event | None] = {}
    for event in reversed(order):
        outcomes = [(one, standing[id(one)]) for one in corrections.get(id(event), ())]
        # What stands for a correction replaces its target, unless it is the retraction itself.
        replacements = [stands for _, stands in outcomes if stands is not None and stands.retracts is None]
        if replacements:
            standing[id(event)] = max(replacements, key=later_recorded)
        elif any(stands is not None for _, stands in outcomes):
            standing[id(event)] = None
        else:
            standing[id(event)] = event
    return standing
