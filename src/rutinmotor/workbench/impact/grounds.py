"""Why something changes: frozen values that `reasons` and `absences` give, and `reasons_text` puts into words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from rutinmotor.engine.explanation import AbsentTrigger, Ending, ExplainedObligation, Refusal, Trigger, TriggerLine
from rutinmotor.workbench.impact.asking import Under


@dataclass(frozen=True, slots=True)
class Unheard:
    """The rule set `under` has no such rule."""

    under: Under
    kind: Literal["no_rule"] = "no_rule"


@dataclass(frozen=True, slots=True)
class Refused:
    """What opened it under the one rule set came under the other too, and opened nothing there."""

    under: Under
    refusal: Refusal

    @property
    def kind(self) -> str:
        """Why: `refused`, `undetermined`, `not_in_force`, `kept` or `no_items`, as in an explanation."""
        return self.refusal.why


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What opened it under the one rule set came under the other too, and did something else there.

    `restarted`: it started the time of one that was open already. `item`: it opened one for the `items` instead, None
    for the whole case. `series`: it opened others, on other days.
    """

    under: Under
    kind: Literal["restarted", "item", "series"]
    trigger: Trigger
    opened: date
    items: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Lapsed:
    """The line that triggered it under the one rule set is that of a version that was not in force on its day.

    Another version was; `in_force` gives the first and last days, both included, of those that have the line.
    """

    under: Under
    in_force: tuple[tuple[date | None, date | None], ...]
    kind: Literal["lapsed"] = "lapsed"


@dataclass(frozen=True, slots=True)
class NoSuchLine:
    """The rule set `under` does not let the rule be triggered by what triggers it under the other."""

    under: Under
    line: TriggerLine
    kind: Literal["trigger"] = "trigger"


@dataclass(frozen=True, slots=True)
class NeverCame:
    """The line that triggered it under the one rule set is there under the other too, and never came."""

    under: Under
    absent: AbsentTrigger
    kind: Literal["never_came"] = "never_came"


@dataclass(frozen=True, slots=True)
class Retriggered:
    """It is the same duty, set off by something else, or on another day."""

    old: Trigger
    new: Trigger
    kind: Literal["retriggered"] = "retriggered"
    under: None = None


@dataclass(frozen=True, slots=True)
class Recounted:
    """Its time is counted in another way, or from another day."""

    old: ExplainedObligation
    new: ExplainedObligation
    kind: Literal["recounted"] = "recounted"
    under: None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """It is closed by another event, or only under one of the rule sets; without an ending it is open."""

    old: Ending | None
    new: Ending | None
    kind: Literal["closed"] = "closed"
    under: None = None


Reason: TypeAlias = Unheard | Refused | Lapsed | Otherwise | NoSuchLine | NeverCame | Retriggered | Recounted | Closed
