"""Spans of time as written in YAML, in one unit, checked alone (semantics 4.1, 4.2)."""

from __future__ import annotations

from typing import Self

from rutinmotor.ground.days import UNITS
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import CalendarName, UrgencyWord
from rutinmotor.language.constructs.scalars import Number
from rutinmotor.language.shapes import Shape, fault, model_validator


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
        check_units(self)
        return self

    @property
    def unit(self) -> str:
        """The one unit that is given, one of UNITS."""
        return self.given(*UNITS)[0]

    @property
    def number(self) -> int:
        """How many of the unit, 0 or more."""
        return getattr(self, self.unit)


def check_units(shape: Shape) -> None:
    """Demand one unit, and its calendar."""
    units = shape.given(*UNITS)
    if not units:
        raise fault("RM120")
    if len(units) > 1:
        raise fault("RM121", first=units[0], second=units[1], at=units[1])
    check_calendar(shape)


def check_calendar(shape: Shape, also_for: str | None = None) -> None:
    """Demand `calendar` with `working_days`, and with one more key, and refuse it without."""
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
            check_units(self)
        return self
