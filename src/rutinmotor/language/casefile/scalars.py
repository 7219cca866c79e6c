"""One value of a case in, the same value checked and fit for a Case out, or a fault; asked for each part of a shape."""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeAlias, cast

from rutinmotor.language.case import FactValue, Moment
from rutinmotor.language.casefile.faults import Fault, Path, cut, shown
from rutinmotor.text.document import hidden_in
from rutinmotor.text.document import shown as sign_of

Faults: TypeAlias = list[Fault]

MOST_DIGITS = 18
MOST_LETTERS = 200
MOST_LEVELS = 32
_BEYOND = 10**MOST_DIGITS

# What starts as a day is told apart from what is no date at all, as the advice differs.
MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-5][0-9])?)?"
)
_LONGEST_MOMENT = len("2026-03-31T08:30:00.000000+02:00")
_BLANK_FOR_T = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} +[0-9]{1,2}:")
_BREAK = re.compile("[\t\n\r]")
_HALF = re.compile("[\ud800-\udfff]")


def name(value: Any, path: Path, faults: Faults) -> str | None:
    """Read an id, an item, a type or a key: text of 1 to 200 characters (inclusive) that can all be seen."""
    if not isinstance(value, str):
        faults.append(_missing(path) if value is None else Fault("RM612", path, {"value": shown(value)}))
        return None
    # Checked first, as nearly all names are so.
    if value.isascii() and value.isprintable() and value.strip() and len(value) <= MOST_LETTERS:
        return value
    if not value.strip():
        faults.append(Fault("RM613", path, {}))
    elif len(value) > MOST_LETTERS:
        faults.append(Fault("RM619", path, {"most": MOST_LETTERS}))
    elif _HALF.search(value):
        faults.append(Fault("RM628", path, {}))
    elif sign := hidden_in(value) or _tab_or_break_in(value):
        faults.append(Fault("RM618", path, {"sign": sign_of(sign)}))
    else:
        return unicodedata.normalize("NFC", value)
    return None


def moment(value: Any, path: Path, faults: Faults) -> Moment | None:
    """Read an ISO date, or a date-time with or without an offset; a date or a datetime is passed on."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        faults.append(_missing(path) if value is None else Fault("RM620", path, {"value": shown(value)}))
        return None
    read = _written_moment(value) if len(value) <= _LONGEST_MOMENT else "RM620"
    if isinstance(read, str):
        faults.append(Fault(read, path, {"value": cut(value)}))
        return None
    return read


def fact(value: Any, path: Path, faults: Faults) -> FactValue:
    """Read a starting fact: text, a whole number, true, false, null or a date (no date-time)."""
    if value is None or isinstance(value, str | int) or (isinstance(value, date) and not isinstance(value, datetime)):
        return cast("FactValue", plain(value, path, faults))
    faults.append(Fault("RM623", path, {"value": shown(value)}))
    return None


def plain(value: Any, path: Path, faults: Faults, levels: int = MOST_LEVELS) -> Any:
    """Copy plain data, lists and mappings to at most 32 levels among them; texts are normalised (Unicode NFC)."""
    if isinstance(value, str):
        return _text(value, path, faults)
    if value is None or isinstance(value, bool | date):
        return value
    if isinstance(value, int | float):
        if isinstance(value, float) and not math.isfinite(value):
            faults.append(Fault("RM626", path, {"value": shown(value)}))
        elif abs(value) >= _BEYOND:
            faults.append(Fault("RM625", path, {"most": MOST_DIGITS}))
        return value
    if not isinstance(value, Mapping | list | tuple):
        faults.append(Fault("RM624", path, {"value": shown(value)}))
    elif not levels:
        faults.append(Fault("RM627", path, {"limit": MOST_LEVELS}))
    elif isinstance(value, Mapping):
        given = cast("Mapping[Any, Any]", value)
        return {read: plain(part, (*path, key), faults, levels - 1) for read, (key, part) in named(given, path, faults)}
    else:
        parts = cast("list[Any]", value)
        return [plain(part, (*path, n), faults, levels - 1) for n, part in enumerate(parts)]
    return None


def named(given: Mapping[Any, Any], path: Path, faults: Faults) -> Iterable[tuple[str, tuple[str, Any]]]:
    """The parts of a mapping whose keys its author chose: each key as it is read, as it was written, and its value."""
    parts: dict[str, tuple[str, Any]] = {}
    for key, value in given.items():
        if not isinstance(key, str):
            faults.append(Fault("RM617", path, {"key": shown(key)}))
            continue
        before = len(faults)
        read = name(key, (*path, key), faults)
        if read is None:
            faults[before:] = [fault._replace(at_key=True) for fault in faults[before:]]
        elif read in parts:
            faults.append(Fault("RM629", (*path, key), {"key": cut(read)}, at_key=True))
        else:
            parts[read] = key, value
    faults += [Fault("RM629", (*path, key), {"key": cut(key)}, at_key=True) for key in repeated(given)]
    return parts.items()


class Repeated(dict[str, Any]):
    """A mapping of JSON in which some keys stand more than once; of each the last value is kept."""

    keys_again: tuple[str, ...] = ()


def repeated(given: Mapping[Any, Any]) -> tuple[str, ...]:
    """The keys that a mapping's text holds more than once."""
    return given.keys_again if isinstance(given, Repeated) else ()


# A case's days are few, and each is written many times.
@lru_cache(maxsize=4096)
def _written_moment(text: str) -> Moment | str:
    """The moment, or the code of what is wrong with it."""
    if not MOMENT.fullmatch(text):
        return "RM622" if _BLANK_FOR_T.match(text) else "RM620"
    # Later Pythons read 24:00 as the next day.
    if text[11:13] == "24":
        return "RM621"
    try:
        return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        return "RM621"


def _tab_or_break_in(value: str) -> str:
    found = _BREAK.search(value)
    return found[0] if found else ""


def _text(value: str, path: Path, faults: Faults) -> str:
    if value.isascii():
        return value
    if not value.isprintable() and _HALF.search(value):
        faults.append(Fault("RM628", path, {}))
    return unicodedata.normalize("NFC", value)


def _missing(path: Path) -> Fault:
    return Fault("RM616", path, {"key": str(path[-1]) if path else ""})
