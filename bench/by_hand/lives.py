"""One case in integers in, its obligations in integers out: the hand-specialised loop over the days."""

from __future__ import annotations

from heapq import heappop
from typing import Any, TypeAlias

from generator import WHOLE_CASE, ItemFacts, Row

from by_hand.closing import ENDS, FULFILS, OLD_FIRST, PERIODS, by_the_past, close_ended, end, fulfil, still_open
from by_hand.later import call_off, call_off_at_once, fire, go_on, is_up
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
    HALVARSRAPPORT,
    INSATS,
    ITEM,
    LAST_INFORMATION,
    LAST_UTREDNING,
    MANAD_SINCE,
    MANADSAVGIFT,
    PAGAENDE,
    RUNNING,
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
            pass_day(life, days[0])
        if item == WHOLE_CASE or (position < count and rows[position][0] == day) or (days and days[0] == day):
            wide = wide or item == WHOLE_CASE
            first = position - 1
            while position < count and rows[position][0] == day:
                wide = wide or rows[position][2] == WHOLE_CASE
                position += 1
            full_day(life, day, rows[first:position], holders)
            continue
        # What follows is `full_day` for the one event that most days have, where nothing was noted for them.
        s = holders[item]
        if kind in _LEARNS:
            learn(s, kind, day, value)
        for rule in ENDS[kind]:
            if s[rule]:
                end(s, rule, out)
            if wide and case[rule]:
                end(case, rule, out)
        if kind in (9, 24):
            call_off(s, kind, day)
            if wide:
                call_off(case, kind, day)
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
        if life.going_on:
            go_on(life, day)
    while days and days[0] <= at:
        pass_day(life, days[0])
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


def begin_day(life: Life, day: int) -> tuple[list[tuple[int, Holder, Any]], Any]:
    """Give what was noted for this day and is up as it begins, and what is to be looked at in the evening."""
    while life.days and life.days[0] == day:
        heappop(life.days)
    up = [(what, s, mark) for what, s, mark in life.fires.pop(day, ()) if is_up(what, s, mark)]
    return up, life.late.pop(day, ())


def pass_day(life: Life, day: int) -> None:
    """Live a day without events."""
    up, late = begin_day(life, day)
    for what, s, mark in up:
        fire(what, s, day, life, mark)
    if late:
        run_ahead(life, day, late, (), [])


# An event's type, the value that it gives, and the holders that it bears on, its own first.
Happened: TypeAlias = tuple[int, int, tuple[Holder, ...]]


def full_day(life: Life, day: int, rows: tuple[Row, ...], holders: list[Holder]) -> None:
    """Live a day of several events, of some about the whole case, or for which something was noted.

    The events end and fulfil what was there; then all opens; then they end and fulfil what that has opened.
    """
    case = holders[-1]
    items = holders[:-1]
    happened: list[Happened] = [
        (kind, value, (case, *items) if item == WHOLE_CASE else (holders[item], case)) for _, kind, item, value in rows
    ]
    # How the holders stood when the day began; the case is the last, and its number is -1.
    before = [s.copy() for s in holders]
    up, late = begin_day(life, day)
    learn_all(happened, day, before)
    for kind, _, bears in happened:
        if kind == 18:
            for s in bears:
                extend(s, day, life)
    serve_old(life, day, happened)
    for what, s, mark in up:
        fire(what, s, day, life, mark)
    for kind, _, bears in happened:
        opens = OPENS[kind]
        if opens is not None:
            opens(bears[0], day, life)
        if kind in (6, 7, 19):
            call_off_at_once(bears[0], kind, day, before[bears[0][ITEM]])
    for kind, _, bears in happened:
        if kind == 3:
            by_the_past(bears[0], day, life)
        elif kind == 18:
            for s in bears:
                extend(s, day, life)
        elif kind in (20, 24):
            for s in own_of(bears):
                if not before[s[ITEM]][FRANVARO_SINCE]:
                    s[FRANVARO_SINCE] = 0
    serve_fresh(life, day, happened, before)
    if any(kind == 12 for kind, _, _ in happened):
        # What a plan that was finished as it opened has opened in its turn.
        serve_fresh(life, day, happened, before)
    go_on(life, day)
    if late:
        run_ahead(life, day, late, rows, holders)


def own_of(bears: tuple[Holder, ...]) -> tuple[Holder, ...]:
    """Give the holders whose states an event ends: its item's, or without an item the case's and every item's."""
    return bears if bears[0][CASE] is None else bears[:1]


def learn_all(happened: list[Happened], day: int, before: list[Holder]) -> None:
    """Bring facts and states to the end of the day: what ran ends, then begins; what ran not begins, then ends."""
    ends = [(kind, value, s) for kind, value, bears in happened if kind in (20, 24) for s in own_of(bears)]
    for kind, value, s in ends:
        learn(s, kind, day, value)
    for kind, value, bears in happened:
        if kind in _LEARNS and kind not in (20, 24):
            learn(bears[0], kind, day, value)
    for kind, _, s in ends:
        if kind == 24 and not before[s[ITEM]][PAGAENDE]:
            s[PAGAENDE] = 0


def serve_old(life: Life, day: int, happened: list[Happened]) -> None:
    """Let the events end, then fulfil what was there when the day began."""
    ended: list[tuple[Holder, int, Any]] = []
    for kind, _, bears in happened:
        for s in bears:
            for rule in ENDS[kind]:
                if s[rule]:
                    ended.append((s, rule, s[rule]))
                    s[rule] = None
            if kind in (9, 24):
                call_off(s, kind, day)
                if kind == 24:
                    s[HALVAR_SINCE] = s[MANAD_SINCE] = 0
    for kind, _, bears in happened:
        for s in bears:
            for rule in FULFILS[kind]:
                if s[rule]:
                    fulfil(s, rule, day, life)
    close_all(life, day, happened, ended)


def serve_fresh(life: Life, day: int, happened: list[Happened], before: list[Holder]) -> None:
    """Let the events end, then fulfil what has opened today; where something older was there, they served that."""
    ended: list[tuple[Holder, int, Any]] = []
    for kind, _, bears in happened:
        for s in bears:
            old = before[s[ITEM]]
            for rule in ENDS[kind]:
                if s[rule] and not old[rule] and not (rule in PERIODS and old[_SINCE[rule]]):
                    if s[rule] is not RUNNING:
                        ended.append((s, rule, s[rule]))
                    s[rule] = None
            if kind == 24:
                for since in (HALVAR_SINCE, MANAD_SINCE):
                    if not old[since]:
                        s[since] = 0
    for kind, _, bears in happened:
        for s in bears:
            old = before[s[ITEM]]
            for rule in FULFILS[kind]:
                if s[rule] and not (rule in OLD_FIRST and was_there(s, rule, old)):
                    fulfil(s, rule, day, life)
    close_all(life, day, happened, ended)


_SINCE = {HALVARSRAPPORT: HALVAR_SINCE, MANADSAVGIFT: MANAD_SINCE}


def was_there(s: Holder, rule: int, old: Holder) -> bool:
    """Say whether something older of a rule was there; a series is not older than a later one of its own."""
    if old[rule]:
        return True
    return rule in PERIODS and old[_SINCE[rule]] and old[_SINCE[rule]] != s[_SINCE[rule]]


def close_all(life: Life, day: int, happened: list[Happened], ended: list[tuple[Holder, int, Any]]) -> None:
    """Close what ended today, fulfilled where some of today's events fulfil it."""
    for s, rule, cells in ended:
        fulfilments = sum(rule in FULFILS[kind] for kind, _, bears in happened if any(s is one for one in bears))
        close_ended(life, day, s, rule, cells, fulfilments)


def run_ahead(life: Life, day: int, late: Any, rows: tuple[Row, ...], holders: list[Holder]) -> None:
    """Open what prepares a yearly follow-up that is still to be done, and let today's information fulfil it."""
    for s, cell in late:
        if s[ARLIG_UPPFOLJNING] is cell:
            s[ARLIG_FORBEREDD] = day, cell[1], s[ARLIG_FORBEREDD]
            for _, kind, item, _ in rows:
                if kind == 4 and holders[item] is s and s[ARLIG_FORBEREDD]:
                    fulfil(s, ARLIG_FORBEREDD, day, life)
