"""An event and what is there in, whether it serves it out: 1.9 to 1.11, asked at every step of a day."""

from dataclasses import dataclass, field
from datetime import date

from tests.engine.second.bearing import beginning_types, fulfilling_types
from tests.engine.second.catalogues import Rulebook
from tests.engine.second.log import Event, Stand, precedes
from tests.engine.second.obligation import Key, Obligation, Question, Series

Thing = Obligation | Series | Question


def triggering_types(rule: str, book: Rulebook) -> set[str]:
    """1.10: the types of event that trigger the rule (any version): by a line of their own, or by beginning a state."""
    return {kind for version in book.rules[rule] for kind in beginning_types(version, book)}


@dataclass
class Dawn:
    """1.9: what was there when the day began, and what the day has brought so far."""

    day: date
    open: list[Obligation]
    running: list[Series]
    opened: list[Obligation] = field(default_factory=list[Obligation])
    older_open: frozenset[Key] = frozenset()  # where a day is lived again: what was open when it really began
    older_running: frozenset[Key] = frozenset()
    served: dict[tuple[Event, Key], set[Stand]] = field(default_factory=dict[tuple[Event, Key], set[Stand]])

    def note(self, event: Event, thing: Thing) -> None:
        self.served.setdefault((event, thing.key), set()).add(thing.origin.stand)

    def serves(self, event: Event, thing: Thing, book: Rulebook, ending: bool) -> bool:
        """1.9, 1.10: by the moments alone; whether the event is of the right type and item is asked elsewhere."""
        origin = thing.origin
        if precedes(event.stand, origin.stand):
            return False
        if origin.stand.day == event.day and self._its_own_doing(event, thing):
            return False
        if precedes(origin.stand, event.stand):
            return True
        if event.type in triggering_types(thing.version.id, book):
            return False
        if any(event.type in fulfilling_types(each, book) for each in origin.fulfilled):
            return False  # 1.10: it could be the same doing
        if not ending and thing.version.on_repeat == "add":
            return True
        return not self._older_was_there(event, thing)

    def _its_own_doing(self, event: Event, thing: Thing) -> bool:
        """1.10, on the day that it was brought about."""
        if isinstance(thing, Obligation) and event.day < thing.fulfil_from:
            return True  # the next of a series
        return event in thing.origin.doers

    def _older_was_there(self, event: Event, thing: Thing) -> bool:
        """1.9: of that rule, for that very item or case."""
        if thing.key in self.older_open or (thing.key in self.older_running and not _is_next(thing)):
            return True  # 2.6: what is asked or lived again lives alone, but for what was there that morning
        if isinstance(thing, Question) or thing.alone_on == self.day:
            morning = {one.key for one in [*self.open, *self.running]}
            return thing.key in morning
        own_series = thing.series if isinstance(thing, Obligation) and thing.is_next else None
        if any(one.key == thing.key for one in self.open):
            return True
        if any(one.key == thing.key and one is not own_series for one in self.running):
            return True
        if any(one.key == thing.key and _earlier_instant(one.origin.stand, event.stand) for one in self.opened):
            return True
        return any(stand != thing.origin.stand for stand in self.served.get((event, thing.key), set()))


def _is_next(thing: Thing) -> bool:
    return isinstance(thing, Obligation) and thing.is_next


def _earlier_instant(one: Stand, other: Stand) -> bool:
    return one.instant is not None and other.instant is not None and one.instant < other.instant
