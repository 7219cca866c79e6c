"""`trigger: {fulfilled: RULE}`: what another rule asks has been done (semantics 3.2)."""

from __future__ import annotations

from rutinmotor.ground.words import Lang, said
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import RuleName
from rutinmotor.language.constructs.triggers.kind import AfterRule, Binder, Hook, LineWords, On
from rutinmotor.language.shapes import Shape


class FulfilledLine(Shape):
    """The rule that is fulfilled."""

    fulfilled: RuleName | None = key(
        ("När en regel har uppfyllts", "When a rule has been fulfilled"),
        "När den regeln har uppfyllts.",
        "When that rule has been fulfilled.",
        default=None,
    )


class OnFulfilled(AfterRule[FulfilledLine]):
    """On the day of the fulfilment, after it."""

    key = "fulfilled"
    shape = FulfilledLine
    on = On.FULFILMENT
    code_if_dead = "RM231"

    def bind(self, line: FulfilledLine, binder: Binder) -> Hook:
        """Fire with the fulfilment."""
        other = binder.rule(self.name(line))
        return Hook(self, On.FULFILMENT, other, other)

    def line(self, told: LineWords, lang: Lang, *, came: bool) -> str:
        """`kravet ”Planen är klar” blir klart`."""
        verb = said(lang, "blev", "was") if came else said(lang, "blir", "is")
        return f"{said(lang, 'kravet', 'the obligation')} {told.name} {verb} {said(lang, 'klart', 'done')}"

    def heading(self, title: str, lang: Lang) -> str:
        """`Klart: Planen är klar`."""
        return f"{said(lang, 'Klart', 'Done')}: {title}"
