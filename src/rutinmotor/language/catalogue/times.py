"""Spans and deadlines as written in YAML, checked alone (semantics section 4)."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Field, model_validator

from rutinmotor.ground.days import Period
from rutinmotor.language.catalogue.scalars import Count, Day, Id, Number, NumberOrFact, Roll, Shape, fault

UNITS = ("days", "weeks", "months", "years", "working_days")


class Duration(Shape):
    """A length of time in one unit: calendar days, weeks, months, years, or working days of a calendar."""

    days: Number | None = Field(default=None, description="Antal dagar (kalenderdagar).")
    weeks: Number | None = Field(default=None, description="Antal veckor.")
    months: Number | None = Field(default=None, description="Antal månader.")
    years: Number | None = Field(default=None, description="Antal år.")
    working_days: Number | None = Field(default=None, description="Antal arbetsdagar; kräver `calendar`.")
    calendar: Id | None = Field(default=None, description="Kalendern som arbetsdagarna räknas i.")

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

    urgency: Id | None = Field(default=None, description="Ett skyndsamhetsord i stället för en tid.")

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

    days: NumberOrFact | None = Field(
        default=None, description="Antal dagar (kalenderdagar), eller uppgiften som anger antalet."
    )
    weeks: NumberOrFact | None = Field(default=None, description="Antal veckor, eller uppgiften som anger antalet.")
    months: NumberOrFact | None = Field(default=None, description="Antal månader, eller uppgiften som anger antalet.")
    years: NumberOrFact | None = Field(default=None, description="Antal år, eller uppgiften som anger antalet.")
    working_days: NumberOrFact | None = Field(
        default=None, description="Antal arbetsdagar, eller uppgiften som anger antalet; kräver `calendar`."
    )
    calendar: Id | None = Field(default=None, description="Kalendern för `working_days` och `roll`.")
    day_of_month: Count | None = Field(
        default=None, le=31, description="Dagen i månaden, 1–31; en kortare månad ger dess sista dag."
    )
    months_ahead: Number | None = Field(
        default=None, description="Hur många månader framåt `day_of_month` avser (0 = samma månad)."
    )
    end_of: Period | None = Field(
        default=None, description="Sista dagen i veckan, månaden, kvartalet, halvåret eller året."
    )
    date: Id | None = Field(default=None, description="En uppgift som är ett datum.")
    plus: Duration | None = Field(default=None, description="Så långt efter `date`.")
    minus: Duration | None = Field(default=None, description="Så långt före `date`.")
    before: Id | None = Field(default=None, description="Ska vara gjort innan den här händelsen inträffar.")
    urgency: Id | None = Field(
        default=None, description="Ett skyndsamhetsord, till exempel `snarast`; sparas som det står."
    )
    at_latest: Annotated[Deadline | None, BeforeValidator(lambda value: _no_word(value))] = Field(
        default=None, description="Den yttersta tiden, tillsammans med `urgency`."
    )
    roll: Roll | None = Field(
        default=None,
        description="Flytta en tid som slutar på en ledig dag till nästa eller förra arbetsdagen; kräver `calendar`.",
    )
    word: DeadlineWord | None = Field(default=None, exclude=True)

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
        for key, owner in _COMPANIONS.items():
            if self.given(key) and kind != owner:
                raise fault("RM125", key=key, other=owner, at=key)
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

    from_: Day | None = Field(default=None, alias="from", description="Första dagen som regeln gäller.")
    to: Day | None = Field(default=None, description="Sista dagen som regeln gäller.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ and self.to and self.from_ > self.to:
            raise fault("RM128", first=self.from_.isoformat(), last=self.to.isoformat(), at="to")
        return self


class Repeat(Shape):
    """How an obligation comes again (semantics 5.3, 5.4)."""

    every: LongDuration | None = Field(default=None, description="Tiden mellan gångerna.")
    from_: Literal["fulfilment", "trigger"] | None = Field(
        default=None,
        alias="from",
        description="Om tiden räknas från att det blev gjort (`fulfilment`) eller från utlösaren (`trigger`).",
    )
    each: Literal["month", "quarter", "half_year", "year"] | None = Field(
        default=None, description="En gång för varje månad, kvartal, halvår eller år."
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
