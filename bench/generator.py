"""A seed and sizes in, engines and cases out, the same cases as objects and as integers; before any measuring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeAlias

import rutinmotor
from rutinmotor import Case, Engine, Event

ROUTINES = (Path(__file__).parent / "routines.yaml").read_text(encoding="utf-8")
RULE_IDS = tuple(re.findall(r"^  - id: (\w+)", ROUTINES, re.MULTILINE))
_TITLED = re.compile(r"^  (\w+): \{title", re.MULTILINE)
_EVENTS, _FACTS_AND_STATES = ROUTINES.partition("\nevents:\n")[2].partition("\nrules:\n")[0].split("\nfacts:\n")
EVENT_TYPES = tuple(_TITLED.findall(_EVENTS))
_NAMES = [*EVENT_TYPES, *_TITLED.findall(_FACTS_AND_STATES)]
_NAMED = re.compile(rf"(?<![^\s{{\[])({'|'.join(sorted(_NAMES, key=len, reverse=True))})(?=[,:\]}}\s])")

INSATSER = ("hemtjanst", "trygghetslarm", "matdistribution", "boendestod", "ledsagning", "sysselsattning")
REGIER = ("egen", "enskild")
UTFALL = ("oforandrat", "nytt_beslut", "avslutas")
ITEMS = ("insats-1", "insats-2", "insats-3")
WHOLE_CASE, UNKNOWN = -1, -1
YEARS = 3
FIRST_START, LAST_START = date(2012, 1, 1).toordinal(), date(2022, 12, 31).toordinal()

# Day, event type, item (or WHOLE_CASE), and the number of the value of the fact that the event gives (or UNKNOWN).
Row: TypeAlias = tuple[int, int, int, int]
# Numbers of the values of insats, regi, iub, lov and daglig, UNKNOWN where not given.
ItemFacts: TypeAlias = tuple[int, int, int, int, int]


class Drawn(NamedTuple):
    """One case, as objects and as integers, and the day on which it is to be evaluated."""

    case: Case
    facts: tuple[ItemFacts, ...]
    rows: tuple[Row, ...]
    day: int
    at: date


# Days from one event to the next in the life of one insats, at least and at most, and the event's type.
_LIFE = (
    (0, 0, 0),
    (1, 12, 1),
    (10, 55, 2),
    (0, 20, 3),
    (0, 10, 4),
    (0, 70, 5),
    (0, 8, 6),
    (0, 9, 7),
    (0, 3, 8),
    (1, 45, 9),
    (0, 10, 10),
    (1, 20, 11),
    (5, 40, 12),
    (0, 9, 13),
    (40, 120, 15),
    (0, 6, 16),
)
# What goes on afterwards: some events that follow on each other, with their days apart.
_GOING_ON: tuple[tuple[tuple[int, int], ...], ...] = (
    ((15, 0), (16, 3), (4, 3)),
    ((14, 0), (13, 5)),
    ((17, 0), (18, 2)),
    ((19, 0), (20, 25)),
    ((22, 0), (23, 30), (4, 3)),
    ((21, 0), (4, 2)),
    ((10, 0),),
)
_SKIPPED = {1: 0.05, 2: 0.4, 3: 0.55}
# Of these types an event may be about the whole case.
_WIDE = {17, 18, 19, 20}


def engine_of(rules: int = 60) -> Engine:
    """Load the sixty rules, and with them as many copies as are asked for that listen to events of their own."""
    with TemporaryDirectory() as folder:
        for number in range(rules // len(RULE_IDS)):
            text = ROUTINES
            if number:
                text = named_apart(text.replace("catalogue: arende", f"catalogue: arende_{number}"), number)
            (Path(folder) / f"arende_{number:03}.yaml").write_text(text, encoding="utf-8")
        return rutinmotor.load(folder)


def named_apart(text: str, number: int) -> str:
    """Give the routines with events, facts and states of their own."""
    return _NAMED.sub(rf"\g<1>_{number}", text)


def cases(count: int, seed: int = 2026) -> list[Drawn]:
    """Draw cases of some twenty events over three years, about one to three insatser each."""
    random = Random(seed)
    return [_drawn(random, f"2026-{number:06}", 20) for number in range(count)]


def long_case(events: int, seed: int = 2026, years: int = 40) -> Drawn:
    """Draw one case of so many events: lives of some twenty, one upon another, of the same three insatser."""
    random = Random(seed)
    first = FIRST_START - (years - YEARS) * 365
    rows: list[Row] = []
    while len(rows) < events:
        rows += _rows(random, random.randint(first, FIRST_START), min(20, events - len(rows)), 3)
    rows = rows[:events]
    at = FIRST_START + YEARS * 365 + 30
    return _with_objects("lang", tuple(_facts(random) for _ in ITEMS), rows, at)


def _drawn(random: Random, case_id: str, events: int) -> Drawn:
    items = random.choices((1, 2, 3), (5, 3, 2))[0]
    start = random.randint(FIRST_START, LAST_START)
    rows = _rows(random, start, random.randint(events - 6, events + 6), items)
    return _with_objects(case_id, tuple(_facts(random) for _ in range(items)), rows, start + YEARS * 365 + 30)


def _rows(random: Random, start: int, events: int, items: int) -> list[Row]:
    rows: list[Row] = []
    for item in range(items):
        day = start + (random.randint(0, 200) if item else 0)
        for least, most, kind in _LIFE:
            day += random.randint(least, most)
            if random.random() >= _SKIPPED[items]:
                rows.append((day, kind, item, _value(random, kind)))
    settled = max((row[0] for row in rows), default=start)
    end = start + YEARS * 365
    while len(rows) < events:
        rows += _something(random, random.randint(settled, end), items)
    if random.random() < 0.3 and rows:
        last = max(row[0] for row in rows)
        item = random.randrange(items)
        # Only the day may be the same: some cases close on a day on which other things happen as well.
        rows[-1] = (min(last + random.randint(0, 3), end), 24, item, UNKNOWN)
        if random.random() < 0.7:
            rows.append((rows[-1][0] + random.randint(0, 5), random.choice((21, 16)), item, UNKNOWN))
    return rows


def _something(random: Random, day: int, items: int) -> Iterator[Row]:
    item = random.randrange(items)
    for kind, later in random.choice(_GOING_ON):
        wide = kind in _WIDE and random.random() < 0.2
        day += random.randint(0, later)
        yield day, kind, WHOLE_CASE if wide else item, _value(random, kind)


def _value(random: Random, kind: int) -> int:
    """Draw the value of the fact that an event of the type gives: utfall of 15, vasentlig of 17, allvarlig of 22."""
    if kind == 15:
        return random.choices((0, 1, 2), (8, 1, 1))[0]
    return random.randrange(2) if kind in (17, 22) and random.random() < 0.9 else UNKNOWN


def _facts(random: Random) -> ItemFacts:
    drawn = [
        random.randrange(6),
        random.randrange(2),
        int(random.random() < 0.25),
        random.randrange(2),
        random.randrange(2),
    ]
    insats, regi, iub, lov, daglig = (UNKNOWN if random.random() < 0.04 else value for value in drawn)
    return insats, regi, iub, lov, daglig


def _with_objects(case_id: str, facts: tuple[ItemFacts, ...], rows: list[Row], at: int) -> Drawn:
    # By day, and within a day by id: events without a clock stand in the order of their ids.
    rows.sort(key=lambda row: row[0])
    events = tuple(_event(number, *row) for number, row in enumerate(rows))
    items = {ITEMS[number]: _named(*own) for number, own in enumerate(facts)}
    return Drawn(Case(case_id, events, {}, items), facts, tuple(rows), at, date.fromordinal(at))


def _event(number: int, day: int, kind: int, item: int, value: int) -> Event:
    return Event(
        type=EVENT_TYPES[kind],
        at=date.fromordinal(day),
        id=f"e{number:07}",
        item=None if item == WHOLE_CASE else ITEMS[item],
        data={} if value == UNKNOWN else _data(kind, value),
    )


def _data(kind: int, value: int) -> dict[str, str | int | bool | date | None]:
    if kind == 15:
        return {"utfall": UTFALL[value]}
    return {"vasentlig" if kind == 17 else "allvarlig": bool(value)}


def _named(insats: int, regi: int, iub: int, lov: int, daglig: int) -> dict[str, str | int | bool | date | None]:
    given: dict[str, str | int | bool | date | None] = {}
    if insats != UNKNOWN:
        given["insats"] = INSATSER[insats]
    if regi != UNKNOWN:
        given["regi"] = REGIER[regi]
    for name, value in (("iub", iub), ("lov", lov), ("daglig", daglig)):
        if value != UNKNOWN:
            given[name] = bool(value)
    return given
