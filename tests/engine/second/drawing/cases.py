"""Hypothesis's draw in; a case's file, or a whole question, out: dense in what may collide."""

import json
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.engine.second.drawing.renewed import renewed_case, renewed_catalogues
from tests.engine.second.drawing.rules import catalogues_at
from tests.engine.second.drawing.words import ANCHORS, EVENTS, FACTS, ITEMS, VALUES, Draw, Mapping, chance, pick, some


def fact_value(draw: Draw, fact: str, anchor: date) -> Any:
    if fact == "slut":
        return (anchor + timedelta(days=draw(st.integers(-10, 40)))).isoformat()
    return pick(draw, VALUES[fact])


def fact_values(draw: Draw, anchor: date, percent: int, nulls: bool) -> Mapping:
    found: Mapping = {}
    for fact in FACTS:
        if chance(draw, percent):
            found[fact] = None if nulls and chance(draw, 12) else fact_value(draw, fact, anchor)
    return found


SORTS = ("mixed", "mixed", "dates", "clocks")
CLOCKS = ("08:00:00", "08:00:00", "12:30:00", "15:00:00", "02:10:00", "02:50:00", "00:00:00", "23:30:00")
# Where local clocks show 02:00 to 03:00 twice, or not at all.
AT_THE_CHANGE = {
    date(2025, 10, 26): ("02:10:00", "02:50:00", "02:10:00+01:00", "02:50:00+02:00", "00:30:00Z", "01:10:00Z"),
    date(2025, 3, 30): ("02:10:00", "02:50:00", "03:20:00", "01:50:00", "00:30:00Z", "01:10:00Z"),
}


def moment(draw: Draw, day: date, sort: str = "mixed") -> str:
    """A date, or a date-time without or with its offset; the same few clocks again and again."""
    if sort == "dates" or (sort == "mixed" and chance(draw, 40)):
        return day.isoformat()
    if day in AT_THE_CHANGE and chance(draw, 70):
        return f"{day.isoformat()}T{pick(draw, AT_THE_CHANGE[day])}"
    offset = pick(draw, ("+01:00", "+02:00", "+00:00")) if chance(draw, 30) else ""
    return f"{day.isoformat()}T{pick(draw, CLOCKS)}{offset}"


class LogSketch:
    """What the events of one log have in common: their days, sort, types and items."""

    def __init__(self, draw: Draw, anchor: date, items: tuple[str, ...]) -> None:
        self.anchor = anchor
        self.items = items
        self.sort = pick(draw, SORTS)
        self.spread = pick(draw, (12, 4, 30, 60, 110))
        self.types = EVENTS
        self.crowded: list[date] = []
        if chance(draw, 50):  # many events on few days, of few types and items
            changes = [day for day in AT_THE_CHANGE if 0 <= (day - anchor).days <= 12]
            free = [anchor + timedelta(days=draw(st.integers(0, 12))) for _ in range(pick(draw, (2, 1, 3)))]
            self.crowded = changes + free
            self.types = tuple(some(draw, EVENTS, 2, 4)) if chance(draw, 50) else EVENTS
            self.items = items[:1] if chance(draw, 50) else items

    def day(self, draw: Draw) -> date:
        if self.crowded and chance(draw, 75):
            return pick(draw, self.crowded)
        return self.anchor + timedelta(days=draw(st.integers(0, self.spread)))


def event(draw: Draw, number: int, sketch: LogSketch) -> Mapping:
    day = sketch.day(draw)
    kind = "okand" if chance(draw, 1) else pick(draw, sketch.types)
    found: Mapping = {"type": kind, "at": moment(draw, day, sketch.sort)}
    if chance(draw, 92):
        found["id"] = f"e{number}"
    if sketch.items and chance(draw, 75):
        found["item"] = pick(draw, sketch.items)
    if chance(draw, 25):
        found["recorded"] = moment(draw, day + timedelta(days=draw(st.integers(0, 12))))
    if chance(draw, 35):
        data = fact_values(draw, sketch.anchor, 35, nulls=True)
        if chance(draw, 2):
            data |= pick(draw, ({"iub": "nej"}, {"dagar": True}, {"slut": "i morgon"}, {"insats": "annat"}))
        if chance(draw, 2):
            data["dagar"] = -1
        if chance(draw, 5):
            data["anteckning"] = "utan mening"
        if data:
            found["data"] = data
    return found


def registered_again(draw: Draw, written: Mapping, number: int, sort: str) -> Mapping:
    """The same type and item on the same day, under another id, at the same moment or another."""
    found = {key: value for key, value in written.items() if key != "recorded"} | {"id": f"e{number}"}
    if chance(draw, 50):
        found["at"] = moment(draw, date.fromisoformat(written["at"][:10]), sort)
    return found


def correction(draw: Draw, written: list[Mapping], number: int, sketch: LogSketch) -> Mapping | None:
    """Of any event or correction that has an id."""
    ids = [one["id"] for one in written if "id" in one]
    if not ids:
        return None
    target = "saknas" if chance(draw, 1) else pick(draw, ids)
    recorded = moment(draw, sketch.anchor + timedelta(days=draw(st.integers(0, sketch.spread + 10))))
    if chance(draw, 40):
        found: Mapping = {"retracts": target, "recorded": recorded}
        if chance(draw, 90):
            found["id"] = f"e{number}"
        return found
    return event(draw, number, sketch) | {"replaces": target, "recorded": recorded}


def log(draw: Draw, anchor: date, items: tuple[str, ...], corrections: bool) -> list[Mapping]:
    sketch = LogSketch(draw, anchor, items)
    count = pick(draw, (8, 3, 6, 10, 12, 14, 11, 9, 7, 5, 2, 1, 0))
    written = [event(draw, number, sketch) for number in range(count)]
    if written and chance(draw, 25):
        for extra in range(draw(st.integers(1, 2))):
            written.append(registered_again(draw, pick(draw, written), 50 + extra, sketch.sort))
    if corrections and written and chance(draw, 35):
        for extra in range(draw(st.integers(1, 4))):
            more = correction(draw, written, count + extra, sketch)
            if more is not None:
                written.append(more)
    if corrections and written and chance(draw, 10):
        written.append(dict(pick(draw, written)))
    if corrections and written and chance(draw, 1):
        written.append(dict(pick(draw, written)) | {"item": "i9"})
    return written


@st.composite
def cases_at(draw: Draw, anchor: date, corrections: bool = True) -> Mapping:
    """A case's file: starting facts, items and a log."""
    items = ITEMS[: pick(draw, (1, 2, 2, 3, 0))]
    found: Mapping = {"case": "2025-0117", "facts": fact_values(draw, anchor, 55, nulls=False)}
    if items and chance(draw, 80):
        named = items if chance(draw, 70) else items[:1]
        found["items"] = {item: fact_values(draw, anchor, 40, nulls=True) for item in named}
    found["events"] = log(draw, anchor, items, corrections)
    return found


@st.composite
def questions(
    draw: Draw, corrections: bool = True, new: bool = False
) -> tuple[list[Mapping], Mapping, date, date | None]:
    """Catalogues, a case, the day asked and the day known; with the newest keys and late facts where `new` is true."""
    anchor = pick(draw, ANCHORS)
    catalogues = draw(catalogues_at(anchor))
    case = draw(cases_at(anchor, corrections))
    if new:
        catalogues, case = renewed_catalogues(draw, catalogues), renewed_case(draw, case, anchor)
    at = anchor + timedelta(days=draw(st.integers(0, 130)) if chance(draw, 40) else draw(st.integers(5, 45)))
    known = anchor + timedelta(days=draw(st.integers(-2, 60))) if chance(draw, 25) else None
    return catalogues, case, at, known


def describe(catalogues: list[Mapping], case: Mapping, at: date, known: date | None) -> str:
    """All of a question as text that can be pasted into a test: one line for each rule and each event."""

    def lines(many: list[Any]) -> str:
        return "".join(f"\n    {json.dumps(one, ensure_ascii=False)}" for one in many)

    parts: list[str] = []
    for one in catalogues:
        head = {key: value for key, value in one.items() if key != "rules"}
        parts.append(f"catalogue {json.dumps(head, ensure_ascii=False)}{lines(one.get('rules') or [])}")
    head = {key: value for key, value in case.items() if key != "events"}
    parts.append(f"case {json.dumps(head, ensure_ascii=False)}{lines(case['events'])}")
    parts.append(f"at {at} known {known}")
    return "\n".join(parts)
