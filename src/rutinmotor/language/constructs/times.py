"""Spans and deadlines as written in YAML, checked alone (semantics section 4)."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from rutinmotor.ground.days import UNITS, Period
from rutinmotor.language.constructs.keys import key, keyless
from rutinmotor.language.constructs.names import CalendarName, DateFactName, EventName, NumberOrFactName, UrgencyWord
from rutinmotor.language.constructs.scalars import Count, Day, Number, Roll
from rutinmotor.language.shapes import BeforeValidator, Shape, fault, model_validator


class Duration(Shape):
    """A length of time in one unit: calendar days, weeks, months, years, or working days of a calendar."""

    days: Number | None = key(
        ("Dagar", "Days"),
        "Antal dagar (kalenderdagar).",
        "Number of days (calendar days).",
        default=None,
    )
    weeks: Number | None = key(
        ("Veckor", "Weeks"),
        "Antal veckor.",
        "Number of weeks.",
        default=None,
    )
    months: Number | None = key(
        ("Månader", "Months"),
        "Antal månader.",
        "Number of months.",
        default=None,
    )
    years: Number | None = key(
        ("År", "Years"),
        "Antal år.",
        "Number of years.",
        default=None,
    )
    working_days: Number | None = key(
        ("Arbetsdagar", "Working days"),
        "Antal arbetsdagar; kräver `calendar`.",
        "Number of working days; needs `calendar`.",
        default=None,
    )
    calendar: CalendarName | None = key(
        ("Kalender", "Calendar"),
        "Kalendern som arbetsdagarna räknas i.",
        "The calendar that working days are counted in.",
        default=None,
    )

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        _check_units(self)
        return self

    @property
    def unit(self) -> str:
        """The one unit that is given, one of UNITS."""
        return self.given(*UNITS)[0]

    @property
    def number(self) -> int:
        """How many of the unit, 0 or more."""
        return getattr(self, self.unit)


def _check_units(shape: Shape, *, calendar_also_for: str | None = None) -> None:
    units = shape.given(*UNITS)
    if not units:
        raise fault("RM120")
    if len(units) > 1:
        raise fault("RM121", first=units[0], second=units[1], at=units[1])
    _check_calendar(shape, calendar_also_for)


def _check_calendar(shape: Shape, also_for: str | None) -> None:
    needs = shape.given("working_days", *([also_for] if also_for else []))
    has = shape.given("calendar")
    if needs and not has:
        raise fault("RM122", key=needs[0], at=needs[0])
    if has and not needs:
        raise fault("RM123", at="calendar")


class LongDuration(Duration):
    """A duration of at least one unit, for what comes again."""

    @model_validator(mode="after")
    def _not_nothing(self) -> Self:
        if self.number < 1:
            raise fault("RM112", value=0, least=1, at=self.unit)
        return self


class Lead(Duration):
    """A span ahead of a due date: a duration, or an urgency word (semantics 3.2)."""

    urgency: UrgencyWord | None = key(
        ("Skyndsamhetsord", "Urgency word"),
        "Ett skyndsamhetsord i stället för en tid.",
        "An urgency word in place of a time.",
        default=None,
    )

    @model_validator(mode="after")
    def _one_unit(self) -> Self:
        if self.given("urgency"):
            if others := self.given(*UNITS, "calendar"):
                raise fault("RM121", first="urgency", second=others[0], at=others[0])
        else:
            _check_units(self)
        return self


DEADLINE_KINDS = (*UNITS, "day_of_month", "end_of", "date", "before", "urgency")
DeadlineWord: TypeAlias = Literal["none", "continuous"]


class Deadline(Shape):
    """When an obligation is due, counted from its trigger (semantics 4.4 to 4.6)."""

    days: NumberOrFactName | None = key(
        ("Dagar", "Days"),
        "Antal dagar (kalenderdagar), eller uppgiften som anger antalet.",
        "Number of days (calendar days), or the fact that gives the number.",
        default=None,
    )
    weeks: NumberOrFactName | None = key(
        ("Veckor", "Weeks"),
        "Antal veckor, eller uppgiften som anger antalet.",
        "Number of weeks, or the fact that gives the number.",
        default=None,
    )
    months: NumberOrFactName | None = key(
        ("Månader", "Months"),
        "Antal månader, eller uppgiften som anger antalet.",
        "Number of months, or the fact that gives the number.",
        default=None,
    )
    years: NumberOrFactName | None = key(
        ("År", "Years"),
        "Antal år, eller uppgiften som anger antalet.",
        "Number of years, or the fact that gives the number.",
        default=None,
    )
    working_days: NumberOrFactName | None = key(
        ("Arbetsdagar", "Working days"),
        "Antal arbetsdagar, eller uppgiften som anger antalet; kräver `calendar`.",
        "Number of working days, or the fact that gives the number; needs `calendar`.",
        default=None,
    )
    calendar: CalendarName | None = key(
        ("Kalender", "Calendar"),
        "Kalendern för `working_days` och `roll`.",
        "The calendar of `working_days` and `roll`.",
        default=None,
    )
    day_of_month: Count | None = key(
        ("Dag i månaden", "Day of the month"),
        "Dagen i månaden, 1–31; en kortare månad ger dess sista dag.",
        "The day of the month, 1–31; a shorter month gives its last day.",
        default=None,
        le=31,
    )
    months_ahead: Number | None = key(
        ("Månader framåt", "Months ahead"),
        "Hur många månader framåt `day_of_month` avser (0 = samma månad).",
        "How many months on `day_of_month` is (0 = the same month).",
        default=None,
    )
    end_of: Period | None = key(
        ("Slutet av", "End of"),
        "Sista dagen i veckan, månaden, kvartalet, halvåret eller året.",
        "The last day of the week, month, quarter, half-year or year.",
        default=None,
    )
    date: DateFactName | None = key(
        ("Datum", "Date"),
        "En uppgift som är ett datum.",
        "A fact that is a date.",
        default=None,
    )
    plus: Duration | None = key(
        ("Så långt efter", "So long after"),
        "Så långt efter `date`.",
        "So long after `date`.",
        default=None,
    )
    minus: Duration | None = key(
        ("Så långt före", "So long before"),
        "Så långt före `date`.",
        "So long before `date`.",
        default=None,
    )
    before: EventName | None = key(
        ("Före", "Before"),
        "Ska vara gjort innan den här händelsen inträffar.",
        "To be done before this event happens.",
        default=None,
    )
    urgency: UrgencyWord | None = key(
        ("Skyndsamhetsord", "Urgency word"),
        "Ett skyndsamhetsord, till exempel `snarast`; sparas som det står.",
        "An urgency word, such as `snarast`; kept as it stands.",
        default=None,
    )
    at_latest: Annotated[Deadline | None, BeforeValidator(lambda value: _no_word(value))] = key(
        ("Dock senast", "At the latest"),
        "Den yttersta tiden, tillsammans med `urgency`.",
        "The utmost time, together with `urgency`.",
        default=None,
    )
    roll: Roll | None = key(
        ("Flytta från ledig dag", "Move off a free day"),
        "Flytta en tid som slutar på en ledig dag till nästa eller förra arbetsdagen; kräver `calendar`.",
        "Move a time that ends on a free day to the next or the previous working day; needs `calendar`.",
        default=None,
    )
    word: DeadlineWord | None = keyless(default=None, exclude=True)

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.word is not None:
            return self
        kinds = self.given(*DEADLINE_KINDS)
        if not kinds:
            raise fault("RM124")
        if len(kinds) > 1:
            raise fault("RM121", first=kinds[0], second=kinds[1], at=kinds[1])
        kind = kinds[0]
        for companion, owner in _COMPANIONS.items():
            if self.given(companion) and kind != owner:
                raise fault("RM125", key=companion, other=owner, at=companion)
        if len(self.given("plus", "minus")) == 2:
            raise fault("RM121", first="plus", second="minus", at="minus")
        if self.at_latest and self.at_latest.urgency:
            raise fault("RM126", at="at_latest")
        if self.roll and kind in ("before", "urgency"):
            raise fault("RM127", kind=kind, key="roll", at="roll")
        _check_calendar(self, "roll")
        return self

    @property
    def kind(self) -> str:
        """One of DEADLINE_KINDS, `none` or `continuous`."""
        return self.word or self.given(*DEADLINE_KINDS)[0]


_COMPANIONS = {"months_ahead": "day_of_month", "plus": "date", "minus": "date", "at_latest": "urgency"}


def _from_word(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("none", "continuous"):
            raise fault("RM132", value=value)
        return {"word": value}
    return _no_word(value)


def _no_word(value: Any) -> Any:
    if isinstance(value, str):
        raise fault("RM126")
    if isinstance(value, dict) and "word" in value:
        raise fault("RM101", at="word")
    return value  # pyright: ignore[reportUnknownVariableType]  # of whatever the author wrote


DeadlineText: TypeAlias = Annotated[
    Deadline, BeforeValidator(_from_word, json_schema_input_type=DeadlineWord | Deadline)
]


class InForce(Shape):
    """The days on which a rule can be triggered, both included (semantics 3.5)."""

    from_: Day | None = key(
        ("Från och med", "From"),
        "Första dagen som regeln gäller.",
        "The first day on which the rule is in force.",
        default=None,
        alias="from",
    )
    to: Day | None = key(
        ("Till och med", "Through"),
        "Sista dagen som regeln gäller.",
        "The last day on which the rule is in force.",
        default=None,
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ and self.to and self.from_ > self.to:
            raise fault("RM128", first=self.from_.isoformat(), last=self.to.isoformat(), at="to")
        return self


class Repeat(Shape):
    """How an obligation comes again (semantics 5.3, 5.4)."""

    every: LongDuration | None = key(
        ("Tid mellan gångerna", "Every"),
        "Tiden mellan gångerna.",
        "The time from one to the next.",
        default=None,
    )
    from_: Literal["fulfilment", "trigger"] | None = key(
        ("Från", "From"),
        "Om tiden räknas från att det blev gjort (`fulfilment`) eller från utlösaren (`trigger`).",
        "Whether time is counted from when it was done (`fulfilment`) or from the trigger (`trigger`).",
        default=None,
        alias="from",
    )
    each: Literal["month", "quarter", "half_year", "year"] | None = key(
        ("En gång varje", "Once each"),
        "En gång för varje månad, kvartal, halvår eller år.",
        "Once for each month, quarter, half-year or year.",
        default=None,
    )

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.each and (others := self.given("every", "from_")):
            key = others[0].rstrip("_")
            raise fault("RM121", first="each", second=key, at=key)
        if not self.each:
            if self.every is None:
                raise fault("RM129")
            if self.from_ is None:
                raise fault("RM102", key="from")
        return self
