"""One case in integers in, its obligations in integers out: the hand-specialised loop over the days."""

from __future__ import annotations

from heapq import heappop
from typing import Any

from generator import WHOLE_CASE, ItemFacts, Row

from by_hand.closing import ENDS, FULFILS, by_the_past, close_ended, end, fulfil, still_open
from by_hand.later import fire
from by_hand.opening import OPENS, extend
from by_hand.slots import (
    ALLVARLIG,
    ARLIG_FORBEREDD,
    ARLIG_UPPFOLJNING,
    AVVIKELSE_UTREDD,
    CASE,
    FRANVARO_SINCE,
    FRESH,
    HALVAR_SINCE,
    INSATS,
    ITEM,
    LAST_INFORMATION,
    LAST_UTREDNING,
    MANAD_SINCE,
    PAGAENDE,
    PLAN_GENOMGANGEN,
    UPPGIFTER_AKTUELLA,
    UTFALL,
    VASENTLIG,
    Answer,
    Holder,
    Life,
)


def by_hand(facts: tuple[ItemFacts, ...], rows: tuple[Row, ...], at: int) -> list[Answer]:
    """Give what the sixty rules make of one case; the rows are in order."""
    life = Life(at)
    days = life.days
    out = life.out
    case = FRESH.copy()
    holders: list[Holder] = []
    for number, own in enumerate(facts):
        holder = FRESH.copy()
        holder[ITEM], holder[CASE] = number, case
        holder[INSATS : INSATS + 5] = own
        holders.append(holder)
    holders.append(case)
    wide = False
    position, count = 0, len(rows)
    while position < count:
        day, kind, item, value = rows[position]
        if day > at:
            break
        position += 1
        while days and days[0] < day:
            pass_day(life, days[0], ())
        if item == WHOLE_CASE or (position < count and rows[position][0] == day):
            wide = wide or item == WHOLE_CASE
            first = position - 1
            while position < count and rows[position][0] == day:
                wide = wide or rows[position][2] == WHOLE_CASE
                position += 1
            full_day(life, day, rows[first:position], holders)
            continue
        # What follows is `full_day` for the one event that most days have.
        s = holders[item]
        if kind in _LEARNS:
            learn(s, kind, day, value)
        late = begin_day(life, day) if days and days[0] == day else ()
        for rule in ENDS[kind]:
            if s[rule]:
                end(s, rule, out)
            if wide and case[rule]:
                end(case, rule, out)
        if kind == 24:
            s[HALVAR_SINCE] = s[MANAD_SINCE] = 0
        opens = OPENS[kind]
        if opens is not None:
            opens(s, day, life)
        if kind == 18 and s[AVVIKELSE_UTREDD]:
            extend(s, day, life)
        for rule in FULFILS[kind]:
            if s[rule]:
                fulfil(s, rule, day, life)
            if wide and case[rule]:
                fulfil(case, rule, day, life)
        if kind == 3:
            by_the_past(s, day, life)
        if late:
            run_ahead(life, day, late, ((day, kind, item, value),), holders)
    while days and days[0] <= at:
        pass_day(life, days[0], ())
    for s in holders if wide else holders[:-1]:
        still_open(s, at, out)
    return out


_LEARNS = frozenset((2, 4, 9, 15, 17, 20, 22, 24))


def learn(s: Holder, kind: int, day: int, value: int) -> None:
    """Bring an item's facts and states to the end of the day."""
    if kind == 4:
        s[LAST_INFORMATION] = day
    elif kind == 15:
        s[UTFALL] = value if value >= 0 else s[UTFALL]
    elif kind == 9:
        s[PAGAENDE] = 1
    elif kind == 2:
        s[LAST_UTREDNING] = day
    elif kind == 17:
        s[VASENTLIG] = value if value >= 0 else s[VASENTLIG]
    elif kind == 22:
        s[ALLVARLIG] = value if value >= 0 else s[ALLVARLIG]
    else:
        s[FRANVARO_SINCE] = 0
        if kind == 24:
            s[PAGAENDE] = 0


def begin_day(life: Life, day: int) -> Any:
    """Let what was noted for this day come; give what is to be looked at in the evening."""
    while life.days and life.days[0] == day:
        heappop(life.days)
    for what, s, mark in life.fires.pop(day, ()):
        fire(what, s, day, life, mark)
    return life.late.pop(day, ())


def pass_day(life: Life, day: int, rows: tuple[Row, ...]) -> None:
    """Live a day without events."""
    late = begin_day(life, day)
    if late:
        run_ahead(life, day, late, rows, [])


def full_day(life: Life, day: int, rows: tuple[Row, ...], holders: list[Holder]) -> None:
    """Live a day of several events, or of some about the whole case: first all that ends, then opens, then fulfils."""
    case = holders[-1]
    items = holders[:-1]
    happened = [
        (kind, value, (case, *items) if item == WHOLE_CASE else (holders[item], case)) for _, kind, item, value in rows
    ]
    for kind, value, bears in happened:
        if kind in (20, 24):
            # An end without an item is one for the case and every item.
            for s in bears if bears[0] is case else bears[:1]:
                learn(s, kind, day, value)
    for kind, value, bears in happened:
        if kind in _LEARNS and kind not in (20, 24):
            learn(bears[0], kind, day, value)
    late = begin_day(life, day)
    ended: list[tuple[Holder, int, Any]] = []
    for kind, _, bears in happened:
        for s in bears:
            for rule in ENDS[kind]:
                if s[rule] and (rule != UPPGIFTER_AKTUELLA or s is bears[0]):
                    ended.append((s, rule, s[rule]))
                    s[rule] = None
            if kind == 24:
                s[HALVAR_SINCE] = s[MANAD_SINCE] = 0
    for kind, _, bears in happened:
        opens = OPENS[kind]
        if opens is not None:
            opens(bears[0], day, life)
    for kind, _, bears in happened:
        if kind == 18:
            for s in bears:
                extend(s, day, life)
    for kind, _, bears in happened:
        for s in bears:
            for rule in FULFILS[kind]:
                if s[rule]:
                    fulfil(s, rule, day, life)
        if kind == 3:
            by_the_past(bears[0], day, life)
    for s, rule, cells in ended:
        fulfilments = sum(rule in FULFILS[kind] for kind, _, bears in happened if any(s is one for one in bears))
        close_ended(life, day, s, rule, cells, fulfilments)
    for kind, _, bears in happened:
        # What a finished plan has opened in the meantime.
        if kind == 10 and bears[0][PLAN_GENOMGANGEN]:
            fulfil(bears[0], PLAN_GENOMGANGEN, day, life)
    if late:
        run_ahead(life, day, late, rows, holders)


def run_ahead(life: Life, day: int, late: Any, rows: tuple[Row, ...], holders: list[Holder]) -> None:
    """Open what prepares a yearly follow-up that is still to be done, and let today's information fulfil it."""
    for s, cell in late:
        if s[ARLIG_UPPFOLJNING] is cell:
            s[ARLIG_FORBEREDD] = day, cell[1], s[ARLIG_FORBEREDD]
            for _, kind, item, _ in rows:
                if kind == 4 and holders[item] is s and s[ARLIG_FORBEREDD]:
                    fulfil(s, ARLIG_FORBEREDD, day, life)
