"""Cases in, the least work that they could cost out: one dict look-up an event, and the sixty rules written by hand."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop
from typing import Any

from by_hand import (
    ALLVARLIG,
    ARLIG_FORBEREDD,
    ARLIG_NEXT_ON,
    ARLIG_UPPFOLJNING,
    B,
    CASE,
    DUE,
    ENDED,
    ENDS,
    FRANVARO_SINCE,
    FRESH,
    FULFILLED,
    FULFILLED_LATE,
    FULFILS,
    HALVAR_SINCE,
    HALVARSRAPPORT,
    INSATS,
    ITEM,
    IUB,
    LAST_INFORMATION,
    LAST_UTREDNING,
    M6,
    MANAD_SINCE,
    MANADSAVGIFT,
    NO_DUE,
    OPENS,
    OVERDUE,
    PAGAENDE,
    PLAN_GENOMGANGEN,
    PLAN_NEXT_ON,
    PLAN_SLUTFORD,
    PLAN_UPPDATERAD,
    RULES,
    STANDING,
    UPPGIFTER_AKTUELLA,
    UTFALL,
    VALFRIHET_INFORMATION,
    VASENTLIG,
    Answer,
    Holder,
    Life,
    extend,
    fire,
    yearly,
)
from generator import ITEMS, RULE_IDS, WHOLE_CASE, Drawn, ItemFacts, Row

from rutinmotor import Evaluation

_STATUS = {
    "due": DUE,
    "overdue": OVERDUE,
    "fulfilled": FULFILLED,
    "fulfilled_late": FULFILLED_LATE,
    "ended": ENDED,
    "standing": STANDING,
}
_SERIES = (ARLIG_UPPFOLJNING, PLAN_UPPDATERAD, HALVARSRAPPORT, MANADSAVGIFT)


def look_up(drawn: Iterable[Drawn], table: dict[str | None, int]) -> int:
    """Look each event's type up, and do nothing else."""
    total = 0
    for one in drawn:
        for event in one.case.events:
            total += table[event.type]
    return total


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
        if days and days[0] == day:
            late = begin_day(life, day)
        else:
            late = ()
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
        if kind == 18 and s[54]:
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
    still_open(holders, at, out)
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
    """Live a day of several events, or of events about the whole case: what ends comes before what opens, then what fulfils."""
    case = holders[-1]
    happened = [(kind, value, (holders[item], case) if item != WHOLE_CASE else (case, *holders[:-1])) for _, kind, item, value in rows]
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
        close_ended(life, day, s, rule, cells, sum(rule in FULFILS[kind] for kind, _, bears in happened if s in bears))
    for kind, _, bears in happened:
        # What a finished plan has opened in the meantime.
        if kind == 10 and bears[0][PLAN_GENOMGANGEN]:
            fulfil(bears[0], PLAN_GENOMGANGEN, day, life)
    if late:
        run_ahead(life, day, late, rows, holders)


def close_ended(life: Life, day: int, s: Holder, rule: int, cells: Any, fulfilments: int) -> None:
    """Close what ended today: fulfilled if something of today fulfils it, in a series of periods one for each."""
    if rule in (HALVARSRAPPORT, MANADSAVGIFT):
        for number, (opened, due) in enumerate(cells):
            late = FULFILLED_LATE if day > due else FULFILLED
            life.out.append((rule, s[ITEM], late if number < fulfilments else ENDED, opened, due))
        return
    while cells:
        opened, due, cells = cells
        status = ENDED if not fulfilments else FULFILLED_LATE if day > due else FULFILLED
        life.out.append((rule, s[ITEM], status, opened, due))
        if rule == PLAN_SLUTFORD and fulfilments:
            s[PLAN_GENOMGANGEN] = day, day + 14, s[PLAN_GENOMGANGEN]


def run_ahead(life: Life, day: int, late: Any, rows: tuple[Row, ...], holders: list[Holder]) -> None:
    """Open what prepares a yearly follow-up that is still to be done, and let today's information fulfil it."""
    for s, cell in late:
        if s[ARLIG_UPPFOLJNING] is cell:
            s[ARLIG_FORBEREDD] = day, cell[1], s[ARLIG_FORBEREDD]
            for _, kind, item, _ in rows:
                if kind == 4 and holders[item] is s and s[ARLIG_FORBEREDD]:
                    fulfil(s, ARLIG_FORBEREDD, day, life)


def end(s: Holder, rule: int, out: list[Answer]) -> None:
    """End all that is open of a rule."""
    item, cell = s[ITEM], s[rule]
    s[rule] = None
    if rule in (HALVARSRAPPORT, MANADSAVGIFT):
        out += [(rule, item, ENDED, opened, due) for opened, due in cell]
        return
    while cell:
        opened, due, cell = cell
        out.append((rule, item, ENDED, opened, due))


def fulfil(s: Holder, rule: int, day: int, life: Life) -> None:
    """Fulfil all that is open of a rule; of a series that counts periods only the oldest."""
    if rule in _SERIES:
        fulfil_series(s, rule, day, life)
        return
    item, cell, out = s[ITEM], s[rule], life.out
    s[rule] = None
    while cell:
        opened, due, cell = cell
        out.append((rule, item, FULFILLED if day <= due else FULFILLED_LATE, opened, due))
        if rule == PLAN_SLUTFORD:
            s[PLAN_GENOMGANGEN] = day, day + 14, s[PLAN_GENOMGANGEN]


def fulfil_series(s: Holder, rule: int, day: int, life: Life) -> None:
    """Fulfil one of a series, and open the next of those that go on from the fulfilment."""
    if rule in (HALVARSRAPPORT, MANADSAVGIFT):
        opened, due = s[rule].pop(0)
    else:
        opened, due, _ = s[rule]
        next_on = ARLIG_NEXT_ON if rule == ARLIG_UPPFOLJNING else PLAN_NEXT_ON
        if s[next_on] == day:
            return
        s[next_on] = day
        if rule == ARLIG_UPPFOLJNING:
            yearly(s, day, life)
        else:
            s[rule] = (day, M6[day - B], None) if s[IUB] == 0 else None
    life.out.append((rule, s[ITEM], FULFILLED if day <= due else FULFILLED_LATE, opened, due))


def by_the_past(s: Holder, day: int, life: Life) -> None:
    """Let information that was given since the latest investigation fulfil what a decision has just opened."""
    if s[VALFRIHET_INFORMATION] and s[LAST_INFORMATION] >= s[LAST_UTREDNING] > 0:
        fulfil(s, VALFRIHET_INFORMATION, day, life)


def still_open(holders: list[Holder], at: int, out: list[Answer]) -> None:
    """Say how all that is open stands on the day asked."""
    for s in holders:
        item = s[ITEM]
        for rule, cell in enumerate(s[:RULES]):
            if cell:
                if rule in (HALVARSRAPPORT, MANADSAVGIFT):
                    out += [(rule, item, OVERDUE if due < at else DUE, opened, due) for opened, due in cell]
                    continue
                while cell:
                    opened, due, cell = cell
                    out.append((rule, item, OVERDUE if due < at else DUE, opened, due))
        if s[UPPGIFTER_AKTUELLA]:
            opened, due, _ = s[UPPGIFTER_AKTUELLA]
            out[out.index((UPPGIFTER_AKTUELLA, item, DUE, opened, due))] = (UPPGIFTER_AKTUELLA, item, STANDING, opened, due)


def by_engine(evaluation: Evaluation) -> list[Answer]:
    """Give an engine's answer in the integers of the loop by hand, sorted."""
    return sorted(
        (
            _NUMBER[one.rule],
            WHOLE_CASE if one.item is None else ITEMS.index(one.item),
            _STATUS[one.status],
            one.opened.toordinal(),
            NO_DUE if one.due is None else one.due.toordinal(),
        )
        for one in evaluation.obligations
    )


_NUMBER = {f"arende.{rule}": number for number, rule in enumerate(RULE_IDS)}
