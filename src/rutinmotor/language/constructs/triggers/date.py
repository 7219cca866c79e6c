"""`trigger: {date: FACT}`: the day that a fact gives has come, or a time before or after it (semantics 3.2)."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

from rutinmotor.ground.words import Lang, said
from rutinmotor.language.constructs.durations import Duration
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import DateFactName
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


class DateLine(Shape):
    """The fact, and how far from the day that it gives."""

    date: DateFactName | None = key(
        ("Datum", "Date"),
        "På den dag som uppgiften anger.",
        "On the day that the fact gives.",
        default=None,
    )
    plus: Duration | None = key(
        ("Så långt efter", "So long after"),
        "Så långt efter dagen.",
        "So long after the day.",
        default=None,
    )
    minus: Duration | None = key(
        ("Så långt före", "So long before"),
        "Så långt före dagen.",
        "So long before the day.",
        default=None,
    )
    if_past: Literal["open", "pass"] | None = key(
        ("Om dagen redan har passerat", "If the day is past"),
        "Vad som händer om dagen redan har passerat när uppgiften blir känd: kravet uppstår genast (`open`) eller "
        "inte alls (`pass`, som gäller om inget annat sägs).",
        "What happens if the day is past when the fact becomes known: the obligation arises at once (`open`) or not "
        "at all (`pass`, unless said otherwise).",
        default=None,
    )


class OnDate(TriggerKind[DateLine]):
    """On the day that the fact gives, moved on or back."""

    key = "date"
    shape = DateLine
    on = On.FACT
    may = ("plus", "minus", "if_past")
    apart = ("plus", "minus")
    rank = Rank.BY_FACT
    waits_with = "date"
    at_once = True
    eventless = True

    def check(self, line: DateLine) -> None:
        """A day is moved on or back, not both."""
        if len(line.given("plus", "minus")) == 2:
            raise fault("RM121", first="plus", second="minus", at="minus")

    def parts(self, line: DateLine) -> Parts:
        """How far after the day, or before it, and whether a day that is past counts."""
        return Parts(line.plus or line.minus, back=line.minus is not None, even_past=line.if_past == "open")

    def bind(self, line: DateLine, binder: Binder) -> Hook:
        """Fire on the day that the fact gives, moved."""
        name, parts = self.name(line), self.parts(line)
        span = binder.span(parts.length) if parts.length is not None else None
        return Hook(self, On.FACT, name, name, timed=True, span=span, back=parts.back, even_past=parts.even_past)

    def stands(self, hook: Hook, moment: Moment) -> bool:
        """Only if the fact still gives that day."""
        return moment.is_given()

    def given(self, line: DateLine, start: int, binder: Binder) -> Mapping[str, datetime.date]:
        """The day from which the fact's day is reached by the way back."""
        hook = self.bind(line, binder)
        if hook.span is not None:
            start = hook.span.after(start) if hook.back else hook.span.before(start)
        return {hook.name: datetime.date.fromordinal(start)}

    def line(self, told: LineWords, lang: Lang, *, came: bool) -> str:
        """`dagen i ”Slutdatum”`, or `14 dagar före dagen i ”Slutdatum”`."""
        day = said(lang, f"dagen i {told.name}", f"the day in {told.name}")
        if not told.length:
            return day
        return f"{told.length} {said(lang, 'före', 'before') if told.back else said(lang, 'efter', 'after')} {day}"

    def when(self, told: LineWords, lang: Lang) -> str:
        """On a day is said with its preposition."""
        line = self.line(told, lang, came=False)
        when = line if told.length else f"{said(lang, 'på', 'on')} {line}"
        if told.even_past:
            when += said(lang, ", eller genast om den har passerat", ", or at once if that is past")
        return when

    def why_absent(self, line: DateLine, so_far: CaseSoFar) -> Absent:
        """No day is given, or it is still ahead, or was past when the fact became known or anything had happened."""
        parts = self.parts(line)
        days = [so_far.counted(one.toordinal(), parts.length, back=parts.back) for one in so_far.dates(self.name(line))]
        days = [day for day in days if day]
        if not days:
            return Absent("no_fact")
        ahead = [day for day in days if day > so_far.at]
        if ahead:
            return Absent("not_yet", min(ahead))
        passed = [day for day in days if day in so_far.passed(self.name(line))]
        return Absent("passed", max(passed)) if passed else Absent("unseen", max(days))

    def absent(self, why: str, told: LineWords, day: str, lang: Lang) -> str:
        """Say which."""
        if why == "no_fact":
            return said(lang, "dagen är inte angiven", "the day is not given")
        if why == "unseen":
            return said(
                lang,
                f"{day} kom innan något hade hänt i ärendet",
                f"{day} came before anything had happened in the case",
            )
        return said(
            lang,
            f"{day} var redan passerad när uppgiften blev känd",
            f"{day} was already past when the fact became known",
        )
