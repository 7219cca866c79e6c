"""Every kind of deadline, in the order of their keys; whoever asks about deadlines walks them and names none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rutinmotor.language.constructs.deadlines.before import BEFORE, BeforeKeys
from rutinmotor.language.constructs.deadlines.day_of_month import DAY_OF_MONTH, DayOfMonthKeys
from rutinmotor.language.constructs.deadlines.end_of import END_OF, EndOfKeys
from rutinmotor.language.constructs.deadlines.fact_date import FACT_DATE, FactDateKeys
from rutinmotor.language.constructs.deadlines.kind import DeadlineKind
from rutinmotor.language.constructs.deadlines.span import SPAN, SpanKeys
from rutinmotor.language.constructs.deadlines.urgency import URGENCY, UrgencyKeys
from rutinmotor.language.constructs.deadlines.words import CONTINUOUS, NONE

KINDS: Final = (SPAN, DAY_OF_MONTH, END_OF, FACT_DATE, BEFORE, URGENCY)
# The keys of which a deadline gives one, and what each other key stands with.
DEADLINE_KINDS: Final = tuple(name for kind in KINDS for name in kind.keys)
COMPANIONS: Final[Mapping[str, str]] = {name: kind.keys[0] for kind in KINDS for name in kind.companions}
KIND_OF: Final[Mapping[str, DeadlineKind]] = {name: kind for kind in (*KINDS, NONE, CONTINUOUS) for name in kind.keys}


# The last stands first in the printed order of keys.
class DeadlineKeys(UrgencyKeys, BeforeKeys, FactDateKeys, EndOfKeys, DayOfMonthKeys, SpanKeys):
    """The keys of every kind of deadline together."""
