"""What rules and answers can hold in, the one wording of each in both languages out; asked by all that people read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias, TypedDict, cast, get_args

from rutinmotor.ground.days import Period
from rutinmotor.ground.diagnostics import Lang

Bound: TypeAlias = Literal["over", "under", "at_least", "at_most"]
Breach: TypeAlias = Literal["too_early", "backdated", "bad_extension", "not_done_ahead"]
Light: TypeAlias = Literal["green", "yellow", "red"]
Status: TypeAlias = Literal["overdue", "due", "paused", "standing", "fulfilled", "fulfilled_late", "ended"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
Unit: TypeAlias = Literal["days", "weeks", "months", "years", "working_days"]


class Noun(NamedTuple):
    """A noun in its four forms."""

    sv_one: str
    sv_many: str
    en_one: str
    en_many: str


class Wording(NamedTuple):
    """One idea in both languages."""

    sv: str
    en: str

    def in_(self, lang: Lang) -> str:
        """Give the wording in one of them."""
        return self.sv if lang == "sv" else self.en


class PeriodWords(NamedTuple):
    """A period of the calendar, bare and with its article."""

    bare: Wording
    the: Wording


class BoundWords(NamedTuple):
    """How a bound is said of a number, and of a day."""

    number: Wording
    day: Wording


class StatusWords(NamedTuple):
    """A status as it qualifies one obligation, and many: neuter forms, as in Swedish it is `ett krav`."""

    one: Wording
    many: Wording


DAY: Final = Noun("dag", "dagar", "day", "days")
WORKING_DAY: Final = Noun("arbetsdag", "arbetsdagar", "working day", "working days")
WEEK: Final = Noun("vecka", "veckor", "week", "weeks")
MONTH: Final = Noun("månad", "månader", "month", "months")
YEAR: Final = Noun("år", "år", "year", "years")


# A mapping may lack a key unseen. These cannot: each has a key for every member, and is read by the Literal itself.
class _Periods(TypedDict):
    week: PeriodWords
    month: PeriodWords
    quarter: PeriodWords
    half_year: PeriodWords
    year: PeriodWords


class _Units(TypedDict):
    days: Noun
    weeks: Noun
    months: Noun
    years: Noun
    working_days: Noun


class _Bounds(TypedDict):
    over: BoundWords
    under: BoundWords
    at_least: BoundWords
    at_most: BoundWords


class _Lights(TypedDict):
    green: Wording
    yellow: Wording
    red: Wording


class _Breaches(TypedDict):
    too_early: Wording
    backdated: Wording
    bad_extension: Wording
    not_done_ahead: Wording


class _Statuses(TypedDict):
    overdue: StatusWords
    due: StatusWords
    paused: StatusWords
    standing: StatusWords
    fulfilled: StatusWords
    fulfilled_late: StatusWords
    ended: StatusWords


_PERIODS: Final[_Periods] = {
    "week": PeriodWords(Wording("vecka", "week"), Wording("veckan", "the week")),
    "month": PeriodWords(Wording("månad", "month"), Wording("månaden", "the month")),
    "quarter": PeriodWords(Wording("kvartal", "quarter"), Wording("kvartalet", "the quarter")),
    "half_year": PeriodWords(Wording("halvår", "half-year"), Wording("halvåret", "the half-year")),
    "year": PeriodWords(Wording("år", "year"), Wording("året", "the year")),
}
_UNITS: Final[_Units] = {"days": DAY, "weeks": WEEK, "months": MONTH, "years": YEAR, "working_days": WORKING_DAY}
_BOUNDS: Final[_Bounds] = {
    "over": BoundWords(Wording("mer än", "more than"), Wording("senare än", "later than")),
    "under": BoundWords(Wording("mindre än", "less than"), Wording("tidigare än", "earlier than")),
    "at_least": BoundWords(Wording("minst", "at least"), Wording("tidigast", "no earlier than")),
    "at_most": BoundWords(Wording("högst", "at most"), Wording("senast", "no later than")),
}
_LIGHTS: Final[_Lights] = {
    "green": Wording("grönt", "green"),
    "yellow": Wording("gult", "yellow"),
    "red": Wording("rött", "red"),
}
_BREACHES: Final[_Breaches] = {
    "too_early": Wording("gjordes för tidigt", "done too early"),
    "backdated": Wording("daterades bakåt", "backdated"),
    "bad_extension": Wording("förlängdes fastän det inte gick", "extended although it could not be"),
    "not_done_ahead": Wording("gjordes inte innan det som det skulle föregå", "not done before what it was to precede"),
}
_STATUSES: Final[_Statuses] = {
    "overdue": StatusWords(Wording("försenat", "overdue"), Wording("försenade", "overdue")),
    "due": StatusWords(Wording("att göra", "to be done"), Wording("att göra", "to be done")),
    "paused": StatusWords(Wording("pausat", "paused"), Wording("pausade", "paused")),
    "standing": StatusWords(Wording("löpande", "standing"), Wording("löpande", "standing")),
    "fulfilled": StatusWords(Wording("klart", "done"), Wording("klara", "done")),
    "fulfilled_late": StatusWords(Wording("klart för sent", "done late"), Wording("klara för sent", "done late")),
    "ended": StatusWords(Wording("bortfallet", "ended"), Wording("bortfallna", "ended")),
}


# What comes out of an answer or a rule is often typed as a text only; a word that is none of its kind is a KeyError.
def period_words(period: str) -> PeriodWords:
    """Give the words for a period of the calendar, as `end_of` and `each` name it."""
    return _PERIODS[cast(Period, period)]


def unit_noun(unit: str) -> Noun:
    """Give the noun for the unit of a length of time."""
    return _UNITS[cast(Unit, unit)]


def bound_words(bound: str) -> BoundWords:
    """Give the words for a bound of a condition; `over` and `under` leave out the value named, the others hold it."""
    return _BOUNDS[cast(Bound, bound)]


def light_word(light: str, lang: Lang) -> str:
    """Give the word for an obligation's light."""
    return _LIGHTS[cast(Light, light)].in_(lang)


def breach_words(kind: str) -> Wording:
    """Give the words for a kind of breach."""
    return _BREACHES[cast(Breach, kind)]


def status_word(status: str, lang: Lang) -> str:
    """Give the word for an obligation's status."""
    return _STATUSES[cast(Status, status)].one.in_(lang)


def statuses_word(status: str, lang: Lang) -> str:
    """Give the word for the status of several obligations."""
    return _STATUSES[cast(Status, status)].many.in_(lang)


# The statuses by what they are called in either language.
STATUS_MEANT: Final[Mapping[str, str]] = {word: status for status in STATUSES for word in _STATUSES[status].one}
