"""A time as people say it in, the deadline of the rule language out; for drafts only, as rules are never written so."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from rutinmotor.ground.diagnostics import folded
from rutinmotor.text.document import Plain

_UNITS: Final = {
    "dag": "days",
    "dagar": "days",
    "day": "days",
    "days": "days",
    "kalenderdag": "days",
    "kalenderdagar": "days",
    "vecka": "weeks",
    "veckor": "weeks",
    "week": "weeks",
    "weeks": "weeks",
    "månad": "months",
    "månader": "months",
    "month": "months",
    "months": "months",
    "år": "years",
    "year": "years",
    "years": "years",
    "arbetsdag": "working_days",
    "arbetsdagar": "working_days",
    "vardag": "working_days",
    "vardagar": "working_days",
    "working day": "working_days",
    "working days": "working_days",
}
_NUMBERS: Final = {
    word: number
    for number, words in enumerate(
        (
            ("noll", "zero"),
            ("en", "ett", "one"),
            ("två", "two"),
            ("tre", "three"),
            ("fyra", "four"),
            ("fem", "five"),
            ("sex", "six"),
            ("sju", "seven"),
            ("åtta", "eight"),
            ("nio", "nine"),
            ("tio", "ten"),
            ("elva", "eleven"),
            ("tolv", "twelve"),
        )
    )
    for word in words
}
_WORDS: Final = {
    **dict.fromkeys(("ingen", "inget", "ingen tid", "ingen sista dag", "none", "utan tid"), "none"),
    **dict.fromkeys(("löpande", "tills vidare", "fortlöpande", "continuous", "standing"), "continuous"),
}
_URGENCY: Final = {
    "omgående": "omgaende",
    "omgaende": "omgaende",
    "genast": "omgaende",
    "at once": "omgaende",
    "snarast": "snarast",
    "as soon as possible": "snarast",
    "skyndsamt": "skyndsamt",
    "promptly": "skyndsamt",
    "i god tid": "i_god_tid",
    "in good time": "i_god_tid",
}
_PERIODS: Final = {
    "veckan": "week",
    "månaden": "month",
    "kvartalet": "quarter",
    "halvåret": "half_year",
    "året": "year",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "half-year": "half_year",
    "year": "year",
}
_LENGTH = re.compile(r"(?:inom |senast |within |efter )?(?P<number>[0-9]{1,6}|[a-zåäö]+) (?P<unit>[a-zåäö0-9_ ]+)")
_PERIOD = re.compile(
    r"(?:senast )?(?:sista dagen i|slutet av|(?:the )?last day of|(?:the )?end of)(?: the)? (?P<of>.+)"
)
_IN_MONTH = re.compile(
    r"(?:senast )?(?:den |the )?(?P<number>[0-9]{1,2})(?::?[ea]|st|nd|rd|th)? (?:i |of |of the |the )?"
    r"(?P<month>samma månad|nästa månad|månaden efter|same month|next month)"
)
_AHEAD: Final = {"samma månad": 0, "same month": 0}
_SAME_DAY: Final = ("samma dag", "same day", "the same day")


class NoCalendar(ValueError):
    """There is no calendar, or no one of several, for the working days."""


def deadline_of(text: str, calendars: Collection[str]) -> Plain:
    """Read a time in words: `3 arbetsdagar`, `sex veckor`, `ingen`, `snarast, senast 5 dagar`, `den 5 nästa månad`.

    Working days are counted by the calendar that bears their name (`3 kontorsdagar`), else by `vardag`, else by the
    only one.

    Raises:
        NoCalendar: it is in working days, and there is no one calendar for them.
        ValueError: it cannot be read.
    """
    words = " ".join(text.casefold().split()).rstrip(".")
    if words in _WORDS:
        return _WORDS[words]
    first, comma, rest = (part.strip() for part in words.partition(","))
    if first in _URGENCY:
        urgency: dict[str, Plain] = {"urgency": _URGENCY[first]}
        return {**urgency, "at_latest": _time(rest, calendars)} if comma else urgency
    return _time(words, calendars)


def _time(words: str, calendars: Collection[str]) -> Plain:
    if words in _SAME_DAY:
        return {"days": 0}
    if (found := _IN_MONTH.fullmatch(words)) and 1 <= int(found["number"]) <= 31:
        return {"day_of_month": int(found["number"]), "months_ahead": _AHEAD.get(found["month"], 1)}
    if (found := _PERIOD.fullmatch(words)) and found["of"] in _PERIODS:
        return {"end_of": _PERIODS[found["of"]]}
    found = _LENGTH.fullmatch(words)
    unit = _UNITS.get(found["unit"]) if found else None
    if found and unit is None and _named_by(found["unit"], calendars):
        unit = "working_days"
    if found is None or unit is None:
        raise ValueError(words)
    number = int(found["number"]) if found["number"].isdecimal() else _NUMBERS.get(found["number"])
    if number is None:
        raise ValueError(words)
    if unit != "working_days":
        return {unit: number}
    return {unit: number, "calendar": _calendar(found["unit"], calendars)}


def _named_by(unit: str, calendars: Collection[str]) -> list[str]:
    return [name for name in calendars if folded(unit).startswith(folded(name))]


def _calendar(unit: str, calendars: Collection[str]) -> str:
    chosen = _named_by(unit, calendars) or [name for name in calendars if name == "vardag"] or list(calendars)
    if len(chosen) != 1:
        raise NoCalendar(unit)
    return chosen[0]
