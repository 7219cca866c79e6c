"""`trigger: {missing: EVENT, since: EVENT, for: TIME}`: an event has failed to come (semantics 3.2)."""

from __future__ import annotations

from rutinmotor.ground.words import Lang, said
from rutinmotor.language.constructs.durations import Duration
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import EventName
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
)
from rutinmotor.language.shapes import Shape, fault


class MissingLine(Shape):
    """What fails to come, since what, and for how long."""

    missing: EventName | None = key(
        ("Händelse som uteblivit", "Event that is missing"),
        "När den här händelsen har uteblivit.",
        "When this event has failed to come.",
        default=None,
    )
    since: EventName | None = key(
        ("Sedan", "Since"),
        "Händelsen som tiden räknas från.",
        "The event that time is counted from.",
        default=None,
    )
    for_: Duration | None = key(
        ("Hur länge", "For"),
        "Hur länge den ska ha uteblivit.",
        "For how long it must have failed to come.",
        default=None,
        alias="for",
    )


class OnMissing(TriggerKind[MissingLine]):
    """On the day after the time, if nothing of it has come by then."""

    key = "missing"
    shape = MissingLine
    on = On.EVENT
    must = ("since", "for_")
    rank = Rank.AFTER_EVENT
    waits_with = "missing"

    def check(self, line: MissingLine) -> None:
        """An event cannot be missing since itself."""
        if line.missing == line.since:
            raise fault("RM141", at="since")

    def parts(self, line: MissingLine) -> Parts:
        """For how long, and since what."""
        return Parts(line.for_, line.since)

    def source(self, line: MissingLine, urgency: object) -> tuple[On, str]:
        """The event that the time is counted from."""
        assert line.since is not None
        return On.EVENT, line.since

    def bind(self, line: MissingLine, binder: Binder) -> Hook:
        """Fire the day after the time since."""
        assert line.for_ is not None
        assert line.since is not None
        return Hook(self, On.EVENT, line.since, self.name(line), timed=True, span=binder.span(line.for_), later=1)

    def stands(self, hook: Hook, moment: Moment) -> bool:
        """Only if it has not come since."""
        return not moment.came_since(hook.what)

    def line(self, told: LineWords, lang: Lang, *, came: bool) -> str:
        """`”Plan klar” händer inte inom 14 dagar från ”Start”`."""
        verb = said(lang, "har inte hänt", "has not happened") if came else said(lang, "händer inte", "does not happen")
        within = said(lang, f"inom {told.length} från {told.since}", f"within {told.length} of {told.since}")
        return f"{told.name} {verb} {within}"

    def when(self, told: LineWords, lang: Lang) -> str:
        """`när ”Plan klar” inte händer inom 14 dagar från ”Start”`, as Swedish has it after `när`."""
        return said(
            lang,
            f"när {told.name} inte händer inom {told.length} från {told.since}",
            f"when {told.name} does not happen within {told.length} of {told.since}",
        )

    def heading(self, title: str, lang: Lang) -> str:
        """`Har inte hänt: Plan klar`."""
        return f"{said(lang, 'Har inte hänt', 'Has not happened')}: {title}"

    def why_absent(self, line: MissingLine, so_far: CaseSoFar) -> Absent:
        """The time has not begun, or still runs, or it came in time."""
        assert line.since is not None
        since = list(so_far.came((line.since,)))
        if not since:
            return Absent("never")
        ahead: list[int] = []
        for first, item in since:
            last = so_far.counted(first, line.for_)
            if last >= so_far.at and not any(first <= day for day in so_far.came_for(self.name(line), item)):
                ahead.append(last + 1)
        return Absent("not_yet", min(ahead)) if ahead else Absent("in_time")

    def absent(self, why: str, told: LineWords, day: str, lang: Lang) -> str:
        """Say which."""
        if why == "never":
            return said(lang, f"{told.since} har inte hänt", f"{told.since} has not happened")
        return said(lang, f"{told.name} kom i tid", f"{told.name} came in time")
