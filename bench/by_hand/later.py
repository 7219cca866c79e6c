"""A day that was noted before in, what it opens out: what is overdue, missing, lasting or repeated, by hand."""

from __future__ import annotations

from heapq import heappush
from typing import Any

from by_hand.closing import end
from by_hand.slots import (
    ARLIG_FORBEREDD,
    ARLIG_UPPFOLJNING,
    AVVIKELSE_FORSENAD,
    BESLUT_VERKSTALLT,
    BORJADE_FROM,
    BORJADE_SINCE,
    EJ_PABORJAT_MEDDELAT,
    EJ_VERKSTALLT_RAPPORTERAT,
    END_OF_HALF_YEAR,
    END_OF_MONTH,
    FRANVARO_SINCE,
    HALVAR_SINCE,
    HALVARSRAPPORT,
    INSATS,
    LANG_FRANVARO_MEDDELAD,
    LAST_MOTTAGET,
    LAST_START,
    M1,
    M1_BEFORE,
    M6,
    M12,
    MANAD_SINCE,
    MANADSAVGIFT,
    MOTTAGANDE_BEKRAFTAT,
    MOTTAGANDE_EFTERFRAGAT,
    MOTTAGANDE_SAKNAS,
    MOTTAGET_FROM,
    MOTTAGET_SINCE,
    PLAN_FORSENAD,
    PLAN_SLUTFORD,
    REGI,
    RUNNING,
    SKICKAT_FROM,
    SKICKAT_SINCE,
    TURORDNING_TILLAMPAD,
    UTFORARE_VALD,
    UTREDNING_FORSENAD,
    UTREDNING_KLAR,
    WD1,
    WD2,
    WD3,
    WD5,
    B,
    Holder,
    Life,
)


def yearly(s: Holder, day: int, life: Life) -> None:
    s[ARLIG_UPPFOLJNING] = cell = day, M12[day - B], None
    ahead = M1_BEFORE[cell[1] - B]
    if ahead <= life.until:
        life.late.setdefault(ahead, []).append((s, cell))
        heappush(life.days, ahead)


def half_year(s: Holder, day: int, life: Life, since: int) -> None:
    if s[HALVAR_SINCE] == since:
        last = END_OF_HALF_YEAR[day - B]
        if s[INSATS] == 5:
            s[HALVARSRAPPORT] = [*s[HALVARSRAPPORT], (day, last)]
        life.on(last + 1, HALVARSRAPPORT, s, since)


def month(s: Holder, day: int, life: Life, since: int) -> None:
    if s[MANAD_SINCE] == since:
        last = END_OF_MONTH[day - B]
        if s[INSATS] == 3 and s[REGI] == 1:
            s[MANADSAVGIFT] = [*s[MANADSAVGIFT], (day, last + 10)]
        life.on(last + 1, MANADSAVGIFT, s, since)


def go_on(life: Life, day: int) -> None:
    """Open the next of each series of which one was fulfilled today, as the day ends; what prepared that one ends."""
    for rule, s in life.going_on:
        if rule == ARLIG_UPPFOLJNING and s[ARLIG_FORBEREDD]:
            end(s, ARLIG_FORBEREDD, life.out)
        if s[rule] is RUNNING:
            if rule == ARLIG_UPPFOLJNING:
                yearly(s, day, life)
            else:
                s[rule] = day, M6[day - B], None
    life.going_on.clear()


def fire(what: int, s: Holder, day: int, life: Life, mark: Any) -> None:
    """Do what a day that was noted before brings with it, if what it was noted for still stands."""
    if what == HALVARSRAPPORT:
        half_year(s, day, life, mark)
    elif what == MANADSAVGIFT:
        month(s, day, life, mark)
    elif what == EJ_PABORJAT_MEDDELAT:
        if s[LAST_START] < mark and s[MOTTAGET_FROM] <= mark:
            s[what] = day, day + 7, s[what]
    elif what == MOTTAGANDE_SAKNAS:
        if s[LAST_MOTTAGET] < mark and s[SKICKAT_FROM] <= mark:
            s[what] = day, WD2[day - B], s[what]
    elif what == LANG_FRANVARO_MEDDELAD:
        if s[FRANVARO_SINCE] == mark and s[BORJADE_FROM] <= mark:
            s[what] = day, day + 7, s[what]
    else:
        overdue(what, s, day)


def call_off(s: Holder, kind: int, day: int) -> None:
    """Let what ends a rule call off what has waited to open since an earlier day."""
    s[MOTTAGET_FROM] = day
    if kind == 24:
        s[SKICKAT_FROM] = s[BORJADE_FROM] = day


def call_off_at_once(s: Holder, kind: int, day: int, old: Holder) -> None:
    """Let what ended today call off what waits from today too, if nothing older was open or waited."""
    rule, since, left = _WAITS[kind]
    if s[left] != day or old[rule]:
        return
    start: int = old[since]
    last = start + 8 if kind == 6 else start + 30 if kind == 19 else M1[start - B] + 1 if start else 0
    if not start or last < day or old[left] > start:
        s[left] = day + 1


_WAITS = {
    6: (MOTTAGANDE_SAKNAS, SKICKAT_SINCE, SKICKAT_FROM),
    7: (EJ_PABORJAT_MEDDELAT, MOTTAGET_SINCE, MOTTAGET_FROM),
    19: (LANG_FRANVARO_MEDDELAD, BORJADE_SINCE, BORJADE_FROM),
}


_NOT_OVERDUE = frozenset(
    (HALVARSRAPPORT, MANADSAVGIFT, EJ_PABORJAT_MEDDELAT, MOTTAGANDE_SAKNAS, LANG_FRANVARO_MEDDELAD)
)


def is_up(what: int, s: Holder, mark: Any) -> bool:
    """Say, as the day begins, whether what was noted may fire: what is overdue must still be open."""
    if what in _NOT_OVERDUE:
        return True
    cell = s[what]
    while cell is not mark:
        if cell is None:
            return False
        cell = cell[2]
    return True


def overdue(what: int, s: Holder, day: int) -> None:
    if what == MOTTAGANDE_BEKRAFTAT:
        s[MOTTAGANDE_EFTERFRAGAT] = day, WD1[day - B], s[MOTTAGANDE_EFTERFRAGAT]
    elif what == UTREDNING_KLAR:
        s[UTREDNING_FORSENAD] = day, WD2[day - B], s[UTREDNING_FORSENAD]
    elif what == PLAN_SLUTFORD:
        s[PLAN_FORSENAD] = day, WD3[day - B], s[PLAN_FORSENAD]
    elif what == BESLUT_VERKSTALLT:
        s[EJ_VERKSTALLT_RAPPORTERAT] = day, day + 14, s[EJ_VERKSTALLT_RAPPORTERAT]
    elif what == UTFORARE_VALD:
        s[TURORDNING_TILLAMPAD] = day, WD5[day - B], s[TURORDNING_TILLAMPAD]
    else:
        s[AVVIKELSE_FORSENAD] = day, day + 7, s[AVVIKELSE_FORSENAD]
