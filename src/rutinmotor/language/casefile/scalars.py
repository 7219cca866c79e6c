"""One value of a case in, the same value checked and fit for a Case out, or a fault; asked for each part of a shape."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, TypeAlias, cast

from rutinmotor.language.case import FactValue, Moment
from rutinmotor.language.shapes import Again, Fault, Path, cut, fault, repeated, shown
from rutinmotor.language.shapes import faults as all_faults
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
# Nearly all names are so: what is printable in ASCII, and not only spaces.
_PLAIN_NAME = re.compile(rf"(?= *[!-~])[ -~]{{1,{MOST_LETTERS}}}").fullmatch
_BREAK = re.compile("[\t\n\r]")
_HALF = re.compile("[\ud800-\udfff]")


def name(value: Any, path: Path, faults: Faults) -> str | None:
    """Read an id, an item, a type or a key: text of 1 to 200 characters (inclusive) that can all be seen."""
    if not isinstance(value, str):
        faults.append(Fault("RM103", path, {"value": shown(value)}))
        return None
    if _PLAIN_NAME(value):
        return value
    if not value.strip():
        faults.append(Fault("RM111", path, {}))
    elif len(value) > MOST_LETTERS:
        faults.append(Fault("RM619", path, {"most": MOST_LETTERS}))
    elif _HALF.search(value):
        faults.append(Fault("RM628", path, {}))
    elif sign := hidden_in(value) or _tab_or_break_in(value):
        faults.append(Fault("RM110", path, {"value": cut(value), "sign": sign_of(sign)}))
    else:
        return unicodedata.normalize("NFC", value)
    return None


def a_name(value: Any) -> str:
    """Read a name by itself; raises what is wrong with it."""
    return value if isinstance(value, str) and _PLAIN_NAME(value) else _name_alone(value)


def a_moment(value: Any) -> Moment:
    """Read an ISO date, or a date-time with or without an offset; a date or a datetime is passed on."""
    if isinstance(value, str):
        read = _written_moment(value) if len(value) <= _LONGEST_MOMENT else "RM109"
        if isinstance(read, date):
            return read
        raise _no_moment(read, value)
    if isinstance(value, date):
        return value
    raise _no_moment("RM109", value)


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
        if isinstance(key, Again):
            faults += [repeated(path, one) for one in key.keys]
            continue
        if not isinstance(key, str):
            faults.append(Fault("RM617", path, {"key": shown(key)}))
            continue
        before = len(faults)
        read = name(key, (*path, key), faults)
        if read is None:
            faults[before:] = [fault._replace(at_key=True) for fault in faults[before:]]
        elif read in parts:
            faults.append(repeated(path, key, read))
        else:
            parts[read] = key, value
    return parts.items()


def mapping(value: Any, path: Path, faults: Faults) -> Mapping[Any, Any]:
    """Pass on keys with values; anything else is a fault, and read as none."""
    if isinstance(value, dict | Mapping):
        return cast("Mapping[Any, Any]", value)
    faults.append(Fault("RM107", path, {"value": shown(value)}))
    return {}


def reader(read: Callable[[Any, Path, Faults], Any]) -> Callable[[Any], Any]:
    """Let a shape ask a reader of this file, which may find several things wrong in one value."""

    def asked(value: Any) -> Any:
        found: Faults = []
        result = read(value, (), found)
        if found:
            raise all_faults(found)
        return result

    return asked


# A case's days are few, and each is written many times.
@lru_cache(maxsize=4096)
def _written_moment(text: str) -> Moment | str:
    """The moment, or the code of what is wrong with it."""
    if not MOMENT.fullmatch(text):
        return "RM622" if _BLANK_FOR_T.match(text) else "RM109"
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


def _no_moment(code: str, value: Any) -> Exception:
    written = {"value": shown(value)}
    return fault(code, **written, clock="2026-03-31T08:30") if code == "RM109" else fault(code, **written)


_name_alone = reader(name)
