"""`trigger: {state: STATE}`: the state begins, or has lasted longer than a time (semantics 3.2)."""

from __future__ import annotations

from rutinmotor.ground.words import Lang, said
from rutinmotor.language.constructs.durations import Duration
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import StateName
from rutinmotor.language.constructs.triggers.kind import (
    Absent,
    Binder,
    CaseSoFar,
    Hook,
    LineWords,
    Moment,
    On,
    Parts,
    Rank,
    TriggerKind,
    soonest,
)
from rutinmotor.language.shapes import Shape


class StateLine(Shape):
    """The state, and how long it must have lasted."""

    state: StateName | None = key(
        ("Tillstånd", "State"),
        "När tillståndet börjar, eller har varat längre än `longer_than`.",
        "When the state begins, or has lasted longer than `longer_than`.",
        default=None,
    )
    longer_than: Duration | None = key(
        ("Längre än", "Longer than"),
        "Hur länge tillståndet ska ha varat.",
        "How long the state must have lasted.",
        default=None,
    )


class OnState(TriggerKind[StateLine]):
    """When a run of the state begins, or on the day that it has lasted so long."""

    key = "state"
    shape = StateLine
    on = On.STATE
    may = ("longer_than",)
    rank = Rank.IN_STATE
    waits_with = "longer_than"

    def parts(self, line: StateLine) -> Parts:
        """How long it must have lasted."""
        return Parts(line.longer_than)

    def bind(self, line: StateLine, binder: Binder) -> Hook:
        """Fire when the run begins, or so long after."""
        name, length = self.name(line), line.longer_than
        if length is None:
            return Hook(self, On.STATE, name, name)
        return Hook(self, On.STATE, name, name, timed=True, span=binder.span(length))

    def stands(self, hook: Hook, moment: Moment) -> bool:
        """Only while the run lasts."""
        return moment.lasts()

    def line(self, told: LineWords, lang: Lang, *, came: bool) -> str:
        """`”Frånvaro” börjar gälla`, or `”Frånvaro” varar i 14 dagar`."""
        if not told.length:
            verb = said(lang, "började", "began") if came else said(lang, "börjar", "begins")
            return f"{told.name} {verb} {said(lang, 'gälla', 'to hold')}"
        verb = said(lang, "har varat", "has lasted") if came else said(lang, "varar", "lasts")
        return f"{told.name} {verb} {said(lang, f'i {told.length}', told.length)}"

    def why_absent(self, line: StateLine, so_far: CaseSoFar) -> Absent:
        """It has not begun, or not lasted."""
        state = self.name(line)
        if not list(so_far.came(so_far.begins(state))):
            return Absent("never")
        return soonest((so_far.counted(day, line.longer_than) for day in so_far.running(state)), so_far, "too_short")

    def absent(self, why: str, told: LineWords, day: str, lang: Lang) -> str:
        """Say which."""
        if why == "never":
            return said(lang, "det har inte börjat", "it has not begun")
        return said(lang, "det har inte varat så länge", "it has not lasted that long")
