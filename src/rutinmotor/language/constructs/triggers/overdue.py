"""`trigger: {overdue: RULE}`: another rule's time has run out (semantics 3.2)."""

from __future__ import annotations

from collections.abc import Iterable

from rutinmotor.ground.words import Lang, said
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import RuleName
from rutinmotor.language.constructs.triggers.kind import AfterRule, Binder, CaseSoFar, Hook, LineWords, On, Rank
from rutinmotor.language.shapes import Shape


class OverdueLine(Shape):
    """The rule whose time runs out."""

    overdue: RuleName | None = key(
        ("När en regel är försenad", "When a rule is overdue"),
        "När den regelns tid har gått ut.",
        "When that rule’s time has run out.",
        default=None,
    )


class OnOverdue(AfterRule[OverdueLine]):
    """On the day after the due date, if it is not done by then."""

    key = "overdue"
    shape = OverdueLine
    on = On.DUE
    wait = 1
    rank = Rank.PAST_DUE
    code_if_dead = "RM230"

    def bind(self, line: OverdueLine, binder: Binder) -> Hook:
        """Fire the day after the due date."""
        return overdue_hook(binder.rule(self.name(line)))

    def line(self, told: LineWords, lang: Lang, *, came: bool) -> str:
        """`kravet ”Planen är klar” blir försenat`."""
        verb = said(lang, "blev", "became") if came else said(lang, "blir", "becomes")
        return f"{said(lang, 'kravet', 'the obligation')} {told.name} {verb} {said(lang, 'försenat', 'overdue')}"

    def heading(self, title: str, lang: Lang) -> str:
        """`Försenat: Planen är klar`."""
        return f"{said(lang, 'Försenat', 'Overdue')}: {title}"

    def coming(self, line: OverdueLine, due: int, so_far: CaseSoFar) -> Iterable[int]:
        """The day after the due date."""
        return (due + 1,)


def overdue_hook(full_id: str) -> Hook:
    """Give what listens to a rule's becoming overdue; what ends then does so with the triggers of that day."""
    return Hook(OnOverdue(), On.DUE, full_id, full_id, timed=True, later=1)
