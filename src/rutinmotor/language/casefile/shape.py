"""Plain data in the shape of a case in, a Case and every fault in the shape out; the middle of each reading."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Annotated, Any, TypeAlias, cast

from rutinmotor.ground.diagnostics import KEYWORDS, Place
from rutinmotor.language.case import Case, Event, FactValue, Moment
from rutinmotor.language.casefile.scalars import Faults, a_moment, a_name, fact, mapping, name, named, plain, reader
from rutinmotor.language.shapes import (
    Fault,
    Guesses,
    Loose,
    Path,
    Read,
    Rows,
    ShapeFaults,
    but_misnamed,
    key,
    read_as,
    value_at,
)

PlaceOf: TypeAlias = Callable[[Path], Place | None]

# A system that writes wrong keys writes them in each case, and each is told within a second.
_MOST_COMPARISONS = 2_000

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


def _facts(value: Any, path: Path, faults: Faults) -> dict[str, FactValue]:
    given = mapping(value, path, faults)
    return {read: fact(part, (*path, key), faults) for read, (key, part) in named(given, path, faults)}


def _items(value: Any, path: Path, faults: Faults) -> dict[str, dict[str, FactValue]]:
    given = mapping(value, path, faults)
    return {read: _facts(part, (*path, key), faults) for read, (key, part) in named(given, path, faults)}


def _data(value: Any, path: Path, faults: Faults) -> Any:
    # What no catalogue declares may be of any kind, so this is wider than the facts of an Event.
    given = mapping(value, path, faults)
    return {read: plain(part, (*path, key), faults) for read, (key, part) in named(given, path, faults)}


_named_by_author: dict[str, Any] = {"type": "object", "propertyNames": {"$ref": "#/$defs/name"}}
_Name: TypeAlias = Annotated[str, Read(a_name, {"$ref": "#/$defs/name"})]
_When: TypeAlias = Annotated[Moment, Read(a_moment, {"$ref": "#/$defs/moment"})]
_Facts: TypeAlias = Annotated[Mapping[str, FactValue], Read(reader(_facts), {"$ref": "#/$defs/facts"})]
_Items: TypeAlias = Annotated[
    Mapping[str, Mapping[str, FactValue]],
    Read(reader(_items), {**_named_by_author, "additionalProperties": {"$ref": "#/$defs/facts"}}),
]
_Data: TypeAlias = Annotated[
    Mapping[str, Any], Read(reader(_data), {**_named_by_author, "additionalProperties": {"$ref": "#/$defs/plain"}})
]


class EventText(Loose):
    """One line of the log, as it is written."""

    type: _Name = key("En av katalogernas händelser.", "Typ", None)
    at: _When = key("En dag, eller en dag med klockslag.", "När det hände", None)
    id: _Name = key("Behövs om händelsen ska kunna rättas.", "Id", None)
    item: _Name = key("Den del av ärendet som händelsen gäller; utan den gäller den hela ärendet.", "Del", None)
    recorded: _When = key("Om det var en annan dag än det hände.", "När det registrerades", None)
    data: _Data = key("Uppgifter som ändras med händelsen; null tar bort en uppgift.", "Uppgifter", factory=dict)
    about: _Name = key("Id för den andra händelse som uppgifterna gäller.", "Gäller händelsen", None)
    replaces: _Name = key("Id för händelsen som den här ersätter.", "Ersätter", None)
    retracts: _Name = key("Id för händelsen som ska bort.", "Återkallar", None)


class CaseText(Loose):
    """A case, as it is written."""

    case: _Name = key("Till exempel ”2025-0117”, inom citattecken.", "Ärendets beteckning")
    facts: _Facts = key("Det som gäller hela ärendet från början.", "Uppgifter", factory=dict)
    items: _Items = key(
        "Ärendets delar, till exempel insatser, var och en med det som gäller den från början.", "Delar", factory=dict
    )
    events: Annotated[tuple[EventText, ...], Rows()] = key(
        "Det som har hänt, i vilken ordning som helst.", "Händelser", ()
    )


def read_shape(data: Any, path: Path, place_of: PlaceOf) -> tuple[Case | None, str | None, Sequence[Fault]]:
    """Read the case at `path`: the case (None where anything is wrong), its id if that is right, the faults."""
    refused = None
    try:
        read = read_as(CaseText, data)
        events = [
            Event(**event.__dict__, place=place_of((*path, "events", number)))
            for number, event in enumerate(read.events)
        ]
        return Case(read.case, tuple(events), read.facts, read.items, place_of(path)), read.case, ()
    except ShapeFaults as found:
        refused = found
    except ValueError:
        # An event lacks something, or has too much; below it is said which, and of all of them.
        pass
    faults = refused.faults(Guesses(_WORDS, _MOST_COMPARISONS)) if refused else []
    faults += _unfit(data, faults)
    return None, _id_of(data), [_below(path, one) for one in but_misnamed(faults)]


def _unfit(data: Any, faults: Sequence[Fault]) -> Iterator[Fault]:
    """Say what the events lack, those too in which something else is wrong."""
    meant: dict[Path, set[str]] = {}
    for one in faults:
        if one.code == "RM101":
            meant.setdefault(one.path[:-1], set()).add(str(one.values["near"]))
    events: Any = value_at(data, ("events",))
    for number, event in enumerate(cast("Sequence[Any]", events) if isinstance(events, list | tuple) else ()):
        if isinstance(event, Mapping):
            path = ("events", number)
            keys = cast("Mapping[str, Any]", event).keys()
            yield from _fits_together(keys | meant.get(path, set()), path)


def _fits_together(keys: Collection[str], path: Path) -> Iterator[Fault]:
    """Which keys an event needs, and which exclude each other (semantics 1.1, 1.5)."""
    if "retracts" not in keys:
        yield from (Fault("RM102", path, {"key": key}) for key in ("type", "at") if key not in keys)
        return
    if "replaces" in keys:
        yield Fault("RM630", path)
    if "recorded" not in keys and "at" not in keys:
        yield Fault("RM631", path)


def _id_of(data: Any) -> str | None:
    found: Faults = []
    read = name(data["case"], (), found) if isinstance(data, Mapping) and "case" in data else None
    return None if found else read


def _below(path: Path, one: Fault) -> Fault:
    return one._replace(path=(*path, *one.path), first=None if one.first is None else (*path, *one.first))
