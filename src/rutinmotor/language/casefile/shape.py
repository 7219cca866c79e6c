"""Plain data in the shape of a case in, a Case and every fault in the shape out; the middle of each reading."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache, partial
from typing import Any, TypeAlias, cast

from rutinmotor.ground.diagnostics import KEYWORDS, Place, nearest
from rutinmotor.language.case import Case, Event, FactValue
from rutinmotor.language.casefile.faults import Fault, Path, cut, shown
from rutinmotor.language.casefile.scalars import Faults, fact, moment, name, named, plain, repeated

PlaceOf: TypeAlias = Callable[[Path], Place | None]
_Reader: TypeAlias = Callable[[Any, Path, Faults], Any]

_MOST_GUESSES = 100

# Words for a case's keys that the rule language has other meanings for, or none.
_WORDS: Mapping[str, tuple[str, ...]] = {
    **KEYWORDS,
    **dict.fromkeys(("arendeid", "arendenummer", "diarienummer", "dnr", "caseid", "casenumber"), ("case",)),
    **dict.fromkeys(("handelse", "handelser", "logg", "log", "eventlog"), ("events", "type")),
    **dict.fromkeys(("handelsetyp", "eventtype", "kind"), ("type",)),
    **dict.fromkeys(("handelseid", "eventid"), ("id",)),
    **dict.fromkeys(("insats", "insatsid", "itemid", "bestallning", "del"), ("item", "items")),
    **dict.fromkeys(("datum", "tid", "tidpunkt", "tidsstampel", "timestamp", "date", "occurred"), ("at",)),
    **dict.fromkeys(("registrerad", "registrerat", "inlagd", "inlagt", "created", "skapad"), ("recorded",)),
    **dict.fromkeys(("uppgifter", "fakta", "varden", "values", "attributes"), ("facts", "data")),
}


def read_shape(data: Any, path: Path, place_of: PlaceOf) -> tuple[Case | None, str | None, Faults]:
    """Read the case at `path`: the case (None where anything is wrong), its id if that is right, the faults."""
    faults: Faults = []
    given = _mapping(data, path, faults)
    if given is None:
        return None, None, faults
    fields: dict[str, Any] = {}
    keys = _fields(given, {**_CASE, "events": partial(_events, place_of)}, path, faults, fields)
    if "case" not in keys:
        faults.append(Fault("RM611", path, {"key": "case"}))
    case_id: str | None = fields.pop("case", None)
    if faults or case_id is None:
        return None, case_id, faults
    return Case(case_id, **fields, place=place_of(path)), case_id, faults


def _fields(
    given: Mapping[Any, Any], readers: Mapping[str, _Reader], path: Path, faults: Faults, fields: dict[str, Any]
) -> Collection[str]:
    """Put each value, as the reader of its key reads it, into `fields`; unknown keys are faults.

    The keys that are there are given back, and those that unknown ones were probably meant as.
    """
    near: set[str] = set()
    for key, value in given.items():
        reader = readers.get(key)
        if reader is not None:
            fields[key] = reader(value, (*path, key), faults)
        else:
            near.add(_unknown(key, given, readers, path, faults))
    faults += [Fault("RM629", (*path, key), {"key": cut(key)}, at_key=True) for key in repeated(given)]
    return near | given.keys() if near else given.keys()


def _unknown(key: Any, given: Mapping[Any, Any], known: Iterable[str], path: Path, faults: Faults) -> str:
    """Report a key that is not among the known ones; the one that was meant, or an empty text."""
    if not isinstance(key, str):
        faults.append(Fault("RM617", path, {"key": shown(key)}))
        return ""
    # What is there already was hardly meant once more; and after so many faults nobody reads what was meant.
    free = tuple(one for one in known if one not in given)
    near = _meant(cut(key), free) if len(faults) < _MOST_GUESSES else ""
    values = {"key": cut(key), "near": near, "known": ", ".join(known)}
    faults.append(Fault("RM610", (*path, key), values, at_key=True))
    return near


# A system that writes a wrong key writes it in every event.
@lru_cache(maxsize=256)
def _meant(key: str, free: tuple[str, ...]) -> str:
    return nearest(key, free, _WORDS) or ""


def _events(place_of: PlaceOf, given: Any, path: Path, faults: Faults) -> tuple[Event, ...]:
    if not isinstance(given, list | tuple):
        code = "RM616" if given is None else "RM615"
        faults.append(Fault(code, path, {"value": shown(given), "key": "events"}))
        return ()
    read = [_event(one, (*path, n), place_of, faults) for n, one in enumerate(cast("Iterable[Any]", given))]
    return tuple([event for event in read if event is not None])


def _event(data: Any, path: Path, place_of: PlaceOf, faults: Faults) -> Event | None:
    given = _mapping(data, path, faults)
    if given is None:
        return None
    before = len(faults)
    fields: dict[str, Any] = {}
    _fits_together(_fields(given, _EVENT, path, faults, fields), path, faults)
    return Event(**fields, place=place_of(path)) if len(faults) == before else None


def _fits_together(keys: Collection[str], path: Path, faults: Faults) -> None:
    """Which keys an event needs, and which exclude each other (semantics 1.1, 1.5)."""
    if "retracts" not in keys:
        for key in ("type", "at"):
            if key not in keys:
                faults.append(Fault("RM611", path, {"key": key}))
        return
    if "replaces" in keys:
        faults.append(Fault("RM630", path, {}))
    if "recorded" not in keys and "at" not in keys:
        faults.append(Fault("RM631", path, {}))


def _facts(value: Any, path: Path, faults: Faults) -> dict[str, FactValue]:
    given = _mapping(value, path, faults) or {}
    return {read: fact(part, (*path, key), faults) for read, (key, part) in named(given, path, faults)}


def _items(value: Any, path: Path, faults: Faults) -> dict[str, dict[str, FactValue]]:
    given = _mapping(value, path, faults) or {}
    return {read: _facts(part, (*path, key), faults) for read, (key, part) in named(given, path, faults)}


def _data(value: Any, path: Path, faults: Faults) -> Any:
    # What no catalogue declares may be of any kind, so this is wider than the facts of an Event.
    given = _mapping(value, path, faults) or {}
    return {read: plain(part, (*path, key), faults) for read, (key, part) in named(given, path, faults)}


def _mapping(value: Any, path: Path, faults: Faults) -> Mapping[Any, Any] | None:
    if isinstance(value, dict | Mapping):
        return cast("Mapping[Any, Any]", value)
    code = "RM616" if value is None and path and isinstance(path[-1], str) else "RM614"
    faults.append(Fault(code, path, {"value": shown(value), "key": str(path[-1]) if path else ""}))
    return None


_CASE: Mapping[str, _Reader] = {"case": name, "facts": _facts, "items": _items}
_EVENT: Mapping[str, _Reader] = {
    "type": name,
    "at": moment,
    "id": name,
    "item": name,
    "recorded": moment,
    "data": _data,
    "replaces": name,
    "retracts": name,
}
