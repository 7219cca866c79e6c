"""Plain data in the shape of a case in, a Case and every fault in the shape out; the middle of each reading."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, TypeAlias, cast

from rutinmotor.case import Case, Event, FactValue
from rutinmotor.casefile.faults import Fault, Path, cut, shown
from rutinmotor.casefile.values import Faults, fact, moment, name, named, plain, repeated
from rutinmotor.diagnostics.keywords import KEYWORDS
from rutinmotor.diagnostics.nearest import nearest
from rutinmotor.diagnostics.place import Place

PlaceOf: TypeAlias = Callable[[Path], Place | None]
_Reader: TypeAlias = Callable[[Any, Path, Faults], Any]

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
    """Read the case that stands at `path`: the case (None where anything is wrong), its id if that is right, the faults."""
    faults: Faults = []
    given = _mapping(data, path, faults)
    if given is None:
        return None, None, faults
    fields = _fields(given, {**_CASE, "events": partial(_events, place_of)}, path, faults)
    if "case" not in fields.near | given.keys():
        faults.append(Fault("RM611", path, {"key": "case"}))
    case_id: str | None = fields.values.pop("case", None)
    if faults or case_id is None:
        return None, case_id, faults
    return Case(case_id, **fields.values, place=place_of(path)), case_id, faults


class _Fields:
    """The values that were read by their keys, and the known keys that unknown ones were probably meant as."""

    __slots__ = ("near", "values")

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.near: set[str] = set()


def _fields(given: Mapping[Any, Any], readers: Mapping[str, _Reader], path: Path, faults: Faults) -> _Fields:
    """Read each value by the reader of its key; unknown keys are faults."""
    fields = _Fields()
    for key, value in given.items():
        reader = readers.get(key)
        if reader is not None:
            fields.values[key] = reader(value, (*path, key), faults)
        elif not isinstance(key, str):
            faults.append(Fault("RM617", path, {"key": shown(key)}))
        else:
            near = nearest(cut(key), readers, _WORDS) or ""
            # A key that is there already was hardly meant once more.
            near = "" if near in given else near
            fields.near.add(near)
            values = {"key": cut(key), "near": near, "known": ", ".join(readers)}
            faults.append(Fault("RM610", (*path, key), values, at_key=True))
    faults += [Fault("RM629", (*path, key), {"key": cut(key)}, at_key=True) for key in repeated(given)]
    return fields


def _events(place_of: PlaceOf, given: Any, path: Path, faults: Faults) -> tuple[Event, ...]:
    if not isinstance(given, list | tuple):
        code = "RM616" if given is None else "RM615"
        faults.append(Fault(code, path, {"value": shown(given), "key": "events"}))
        return ()
    read = (_event(one, (*path, n), place_of, faults) for n, one in enumerate(cast("Iterable[Any]", given)))
    return tuple(event for event in read if event is not None)


def _event(data: Any, path: Path, place_of: PlaceOf, faults: Faults) -> Event | None:
    given = _mapping(data, path, faults)
    if given is None:
        return None
    before = len(faults)
    fields = _fields(given, _EVENT, path, faults)
    _fits_together(fields.near | given.keys(), path, faults)
    return Event(**fields.values, place=place_of(path)) if len(faults) == before else None


def _fits_together(keys: set[Any], path: Path, faults: Faults) -> None:
    """Which keys an event needs, and which exclude each other (semantics 1.1, 1.5)."""
    if "retracts" not in keys:
        faults += [Fault("RM611", path, {"key": key}) for key in ("type", "at") if key not in keys]
        return
    if "replaces" in keys:
        faults.append(Fault("RM630", path, {}))
    if "recorded" not in keys and "at" not in keys:
        faults.append(Fault("RM631", path, {}))


def _facts(value: Any, path: Path, faults: Faults) -> dict[str, FactValue]:
    given = _mapping(value, path, faults) or {}
    return {read: fact(part, (*path, key), faults) for key, read, part in named(given, path, faults)}


def _items(value: Any, path: Path, faults: Faults) -> dict[str, dict[str, FactValue]]:
    given = _mapping(value, path, faults) or {}
    return {read: _facts(part, (*path, key), faults) for key, read, part in named(given, path, faults)}


def _data(value: Any, path: Path, faults: Faults) -> Any:
    # What no catalogue declares may be of any kind, so this is wider than the facts of an Event.
    given = _mapping(value, path, faults) or {}
    return {read: plain(part, (*path, key), faults) for key, read, part in named(given, path, faults)}


def _mapping(value: Any, path: Path, faults: Faults) -> Mapping[Any, Any] | None:
    if isinstance(value, Mapping):
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
