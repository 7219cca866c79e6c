"""What a kind of trigger is: everything that the house asks of one; each kind answers in a file of its own.

A line of a rule's `trigger` waits for a moment (`on`), and fires then or on a day counted from it. What the kinds need
to know of a case, of a plan or of a vocabulary is handed to them through the protocols here.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from rutinmotor.ground.words import Lang, said
from rutinmotor.language.constructs.deadlines import Span
from rutinmotor.language.constructs.durations import Duration
from rutinmotor.language.constructs.keys import Kind
from rutinmotor.language.constructs.walk import keys_of
from rutinmotor.language.shapes import Shape

T = TypeVar("T", bound=Shape)


class On(StrEnum):
    """What a trigger is counted from: an event, a state's beginning, a fact's date, or another rule's obligation."""

    EVENT = "event"
    STATE = "state"
    FACT = "fact"
    OPENING = "opening"
    DUE = "due"
    FULFILMENT = "fulfilment"

    @property
    def of_rule(self) -> bool:
        """Whether another rule brings it about, and not the log of the case."""
        return self in (On.OPENING, On.DUE, On.FULFILMENT)


class Rank(IntEnum):
    """The order of what fires by its day, within a day (semantics 1.12): AHEAD at its end, all others at its beginning.

    NEXT is the next of what repeats; a kind that is like none of these takes the rank of the one that it is most like.
    """

    PAST_DUE = 0
    AFTER_EVENT = 1
    IN_STATE = 2
    BY_FACT = 3
    NEXT = 4
    AHEAD = 5


class Parts(NamedTuple):
    """What a line says beside the name under its own key; `back` where the length is counted backwards.

    `even_past` where a day that is past when it becomes known counts all the same.
    """

    length: Duration | None = None
    since: str | None = None
    back: bool = False
    urgency: str | None = None
    even_past: bool = False


class LineWords(NamedTuple):
    """The parts of a line in words of one language, names in their quotes; empty where there are none."""

    name: str
    length: str
    since: str
    back: bool
    urgency: str
    even_past: bool = False


class Absent(NamedTuple):
    """Why a line never came, as a word that its kind puts into a sentence (`absent`), and the day of it."""

    why: str
    day: int | None = None


class Other(NamedTuple):
    """An obligation of another rule: whether its time runs, and its due date."""

    runs: bool
    due: int | None


class CaseSoFar(Protocol):
    """A case as it stood at the end of day `at`, for the item that is asked about; days are ordinals."""

    @property
    def at(self) -> int:
        """The day asked."""
        ...

    def came(self, types: Iterable[str]) -> Iterable[tuple[int, str | None]]:
        """Give the day and the item of each event of some types that bears on the item asked."""
        ...

    def came_for(self, type_: str, item: str | None) -> Iterable[int]:
        """Give the days of the events of a type that bear on some item."""
        ...

    def begins(self, state: str) -> Iterable[str]:
        """Give the event types that a state begins with."""
        ...

    def running(self, state: str) -> Iterable[int]:
        """Give the days on which the runs of a state that still last began."""
        ...

    def dates(self, fact: str) -> Iterable[date]:
        """Give the dates that a fact has."""
        ...

    def passed(self, fact: str) -> Iterable[int]:
        """Give the days counted from a fact that were past, and opened nothing, when it became known."""
        ...

    def others(self, rule: str) -> Iterable[Other]:
        """Give the obligations of another rule, as the line names it."""
        ...

    def counted(self, day: int, length: Duration | None, *, back: bool = False) -> int:
        """Count a length from a day; 0, which is no day, where it leads to none."""
        ...

    def meaning(self, word: str) -> Duration | None:
        """Give what an urgency word means to the rule's catalogue."""
        ...


class Binder(Protocol):
    """What a plan binds lines with: the names and the calendars of the rule's catalogue."""

    def span(self, length: Duration) -> Span:
        """Bind a length of time."""
        ...

    def rule(self, reference: str) -> str:
        """Give the full id that a reference to a rule means."""
        ...

    def meaning(self, word: str) -> Duration | None:
        """Give what an urgency word means to the rule's catalogue."""
        ...


class Moment(Protocol):
    """The day on which a line is to fire, in the case as it stands; `first` is the day that it was counted from."""

    @property
    def first(self) -> int:
        """The day that the line was counted from."""
        ...

    def came_since(self, type_: str) -> bool:
        """Say whether an event of a type has come for the item from `first` on, before today."""
        ...

    def lasts(self) -> bool:
        """Say whether the run of the state that the line was counted from still lasts."""
        ...

    def is_given(self) -> bool:
        """Say whether the fact still has the date that the line was counted from."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Hook:
    """A bound line: what it listens to (`on`, by `name`; a rule by full id), and on which day from then it fires.

    That is `later` days after the end of `span`, or before it if `back`. Without `timed` it fires with what it listens
    to, in the order in which that comes; else when its day comes, if its kind says that it still stands. `what` is the
    name that the line is told by. With `even_past` a day that is past when it becomes known comes at once.
    """

    kind: TriggerKind[Any]
    on: On
    name: str
    what: str
    timed: bool = False
    span: Span | None = None
    back: bool = False
    later: int = 0
    even_past: bool = False

    @property
    def by_calendar(self) -> bool:
        """Whether a calendar counts it: then a day outside is one that the calendar does not know."""
        return self.span is not None and self.span.working is not None

    def day(self, first: int) -> int:
        """Count the day on which it fires from that of what it listens to. Raises DayOutOfRange."""
        if self.span is not None:
            first = self.span.before(first) if self.back else self.span.after(first)
        return first + self.later


class TriggerKind(ABC, Generic[T]):
    """One kind of trigger. `key` is the field that makes a line one of this kind; the others are said below.

    `must` are the fields that have to stand beside it and `may` those that can; of `apart`, only one may stand.
    `wait` is the fewest days between another rule's moment and this. `rank` orders the timers of a day.
    `waits_with` is the field with which a line waits for a day, so that what ends the rule calls it off meanwhile.
    `at_once` says that the moment that the line waits for can be put on the very day that it is to fire.
    `inherits_due` lets a rule do without a deadline, as the due date is that of the other rule.
    `as_is` says that what came is the event itself, and its name all there is to tell.
    `eventless` says that no event stands behind what it sets off, from which a fact of an event could be read.
    `code_if_dead` is the warning where what it waits for never comes.
    """

    key: ClassVar[str]
    shape: ClassVar[type[Shape]]
    on: ClassVar[On]
    must: ClassVar[tuple[str, ...]] = ()
    may: ClassVar[tuple[str, ...]] = ()
    apart: ClassVar[tuple[str, ...]] = ()
    wait: ClassVar[int] = 0
    rank: ClassVar[Rank] = Rank.AFTER_EVENT
    waits_with: ClassVar[str] = ""
    at_once: ClassVar[bool] = False
    inherits_due: ClassVar[bool] = False
    as_is: ClassVar[bool] = False
    eventless: ClassVar[bool] = False
    code_if_dead: ClassVar[str] = ""

    @property
    def names(self) -> Kind:
        """What the name under its key is the name of."""
        kind = keys_of(self.shape)[self.key].names
        assert kind is not None
        return kind

    def name(self, line: T) -> str:
        """Give the name under its key."""
        return getattr(line, self.key)

    def check(self, line: T) -> None:
        """Refuse what does not go together within a line; raises a fault."""

    def parts(self, line: T) -> Parts:  # a line of one key has no more
        """Give what the line says beside its name."""
        return Parts()

    # When it fires.

    def source(self, line: T, urgency: Collection[str]) -> tuple[On, str]:  # most always wait for one
        """Say what the line is counted from, and its name as written; `urgency` are the words that have a meaning."""
        return self.on, self.name(line)

    @abstractmethod
    def bind(self, line: T, binder: Binder) -> Hook:
        """Bind the line: what it listens to, and when it fires."""

    def stands(self, hook: Hook, moment: Moment) -> bool:  # nothing undoes most
        """Say whether a line that had its day counted still fires when that day comes."""
        return True

    def given(self, line: T, start: int, binder: Binder) -> Mapping[str, date]:  # most rest on no fact
        """Give the facts by which the line fires on a day, or as near as months allow. Raises as `Hook.day`."""
        return {}

    # What is told of it.

    @abstractmethod
    def line(self, told: LineWords, lang: Lang, *, came: bool) -> str:
        """Say what the line waits for, or, where it came, what happened."""

    def when(self, told: LineWords, lang: Lang) -> str:
        """Say the line with the word that a sentence begins with."""
        return f"{said(lang, 'när', 'when')} {self.line(told, lang, came=False)}"

    def heading(self, title: str, lang: Lang) -> str:  # a name alone is the same in both
        """Say in a few words what opened an obligation."""
        return title

    @abstractmethod
    def why_absent(self, line: T, so_far: CaseSoFar) -> Absent:
        """Say why the line has not come: `not_yet` with its day where it will, if nothing more happens."""

    def absent(self, why: str, told: LineWords, day: str, lang: Lang) -> str:  # `never` needs no more
        """Say a reason of `why_absent` but `not_yet`."""
        return said(lang, "det har inte hänt", "it has not happened")


def soonest(days: Iterable[int], so_far: CaseSoFar, otherwise: str) -> Absent:
    """Give the first of some days that is still ahead, else another reason."""
    ahead = [day for day in days if day > so_far.at]
    return Absent("not_yet", min(ahead)) if ahead else Absent(otherwise)


class AfterRule(TriggerKind[T]):
    """What the kinds that another rule brings about have in common."""

    def coming(self, line: T, due: int, so_far: CaseSoFar) -> Iterable[int]:  # who knows when it is done
        """Give the days on which an obligation that runs will set the line off, if nothing happens first."""
        return ()

    def why_absent(self, line: T, so_far: CaseSoFar) -> Absent:
        """Say that the other rule has opened nothing, or that it has not come to that."""
        others = list(so_far.others(self.name(line)))
        if not others:
            return Absent("no_other")
        dues = [one.due for one in others if one.runs and one.due is not None]
        return soonest((day for due in dues for day in self.coming(line, due, so_far)), so_far, "not_so")

    def absent(self, why: str, told: LineWords, day: str, lang: Lang) -> str:
        """Say whether the other obligation is there at all."""
        if why == "no_other":
            return said(lang, "det kravet har inte uppstått", "that obligation has not arisen")
        return said(lang, "det har inte hänt", "that has not happened")
