"""`trigger: {ahead_of: RULE, by: TIME}`: another rule's due date draws near (semantics 3.2)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rutinmotor.ground.words import Lang, said
from rutinmotor.language.constructs.durations import Lead
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import RuleName
from rutinmotor.language.constructs.triggers.kind import AfterRule, Binder, CaseSoFar, Hook, LineWords, On, Parts, Rank
from rutinmotor.language.shapes import Shape


class AheadOfLine(Shape):
    """The rule whose due date it runs ahead of, and how far."""

    ahead_of: RuleName | None = key(
        ("Inför en regels sista dag", "Ahead of a rule’s last day"),
        "Inför att den regelns tid går ut.",
        "Ahead of that rule’s last day.",
        default=None,
    )
    by: Lead | None = key(
        ("Tid", "By"),
        "Hur långt i förväg.",
        "How long ahead.",
        default=None,
    )


class OnAheadOf(AfterRule[AheadOfLine]):
    """So long before the other's due date; by a word of urgency without a meaning, when the other opens."""

    key = "ahead_of"
    shape = AheadOfLine
    on = On.DUE
    must = ("by",)
    # After all else of the day, as due dates move on it (semantics 1.12).
    rank = Rank.AHEAD
    waits_with = "ahead_of"
    inherits_due = True
    eventless = True
    code_if_dead = "RM232"

    def parts(self, line: AheadOfLine) -> Parts:
        """How far ahead, by a length or by a word."""
        assert line.by is not None
        word = line.by.urgency
        return Parts(line.by if word is None else None, back=False, urgency=word)

    def source(self, line: AheadOfLine, urgency: Collection[str]) -> tuple[On, str]:
        """The due date of the other, or its opening where the word says no length."""
        assert line.by is not None
        word = line.by.urgency
        return (On.DUE if word is None or word in urgency else On.OPENING), self.name(line)

    def bind(self, line: AheadOfLine, binder: Binder) -> Hook:
        """Fire so long before the due date, or with the other's opening."""
        assert line.by is not None
        other = binder.rule(self.name(line))
        length = line.by if line.by.urgency is None else binder.meaning(line.by.urgency)
        span = binder.span(length) if length is not None else None
        return Hook(self, On.DUE if span else On.OPENING, other, other, timed=True, span=span, back=True)

    def line(self, told: LineWords, lang: Lang, *, came: bool) -> str:
        """`14 dagar före sista dagen för kravet ”Planen är klar”`."""
        lead = told.urgency or told.length
        return said(
            lang,
            f"{lead} före sista dagen för kravet {told.name}",
            f"{lead} before the last day of the obligation {told.name}",
        )

    def when(self, told: LineWords, lang: Lang) -> str:
        """The line says when by itself."""
        return self.line(told, lang, came=False)

    def heading(self, title: str, lang: Lang) -> str:
        """`Inför: Planen är klar`."""
        return f"{said(lang, 'Inför', 'Ahead of')}: {title}"

    def coming(self, line: AheadOfLine, due: int, so_far: CaseSoFar) -> Iterable[int]:
        """So long before the due date."""
        assert line.by is not None
        word = line.by.urgency
        length = line.by if word is None else so_far.meaning(word)
        return () if length is None else (so_far.counted(due, length, back=True),)
