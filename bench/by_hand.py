"""An event and what is open in, what it opens and fulfils out: routines.yaml by hand, for the hand-specialised loop.

A holder (an item, or the case) is one flat list: a slot for each rule, and behind them its facts and states. What is open of a rule is a
chain of (opened, due, the rest of the chain). Days are ordinals; every span is a look-up in a table made beforehand.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from heapq import heappush
from typing import Any, TypeAlias

from rutinmotor.days.arithmetic import add_months, last_of, nth_of_month
from rutinmotor.days.calendars import make_calendar

# fmt: off
(
    UTREDNING_INLEDD, ANSOKAN_BEKRAFTAD, BESLUT_I_TID, UPPGIFTER_KONTROLLERADE, UTREDNING_KLAR, UTREDNING_KLAR_IUB,
    BESLUT_EFTER_UTREDNING, UTREDNING_FORSENAD, VALFRIHET_INFORMATION, UTFORARE_VALD, TURORDNING_TILLAMPAD,
    UPPDRAG_SKICKAT, UPPDRAG_SKICKAT_EFTER_VAL, BESLUT_VERKSTALLT, EJ_VERKSTALLT_RAPPORTERAT, AVGIFT_BESLUTAD,
    UPPGIFTER_AKTUELLA, UPPDRAG_MOTTAGET, MOTTAGANDE_BEKRAFTAT, MOTTAGANDE_EFTERFRAGAT, DAGLIG_VERKSTALLD,
    OVRIG_VERKSTALLD, UPPDRAG_FORDELAT, EJ_PABORJAT_MEDDELAT, MOTTAGANDE_SAKNAS, KONTAKT_EFTER_START, PLAN_PABORJAD,
    PLAN_SLUTFORD, PLAN_SLUTFORD_IUB, PLAN_FORSENAD, STARTDATUM_REGISTRERAT, FORSTA_UPPFOLJNING, ARLIG_UPPFOLJNING,
    ARLIG_FORBEREDD, HALVARSRAPPORT, MANADSAVGIFT, PLAN_KLAR_EFTER_START, PLAN_SKICKAD, PLAN_SKICKAD_ENSKILD,
    PLAN_UPPDATERAD, PLAN_GENOMGANGEN, UPPDATERAD_PLAN_SKICKAD, UPPFOLJNING_JOURNALFORD, NYTT_BESLUT,
    AVSLUT_EFTER_UPPFOLJNING, UTFORARE_UNDERRATTAD, BEHOV_MEDDELAT, FORANDRING_UPPFOLJD, PLAN_EFTER_FORANDRING,
    NY_UTREDNING, FRANVARO_REGISTRERAD, LANG_FRANVARO_MEDDELAD, KONTAKT_EFTER_FRANVARO, AVGIFT_UNDER_FRANVARO,
    AVVIKELSE_UTREDD, AVVIKELSE_ATGARDAD, AVVIKELSE_ATERKOPPLAD, AVVIKELSE_FORSENAD, SLUTDATUM_REGISTRERAT,
    AVSLUT_JOURNALFORT,
) = range(60)
(
    ITEM, INSATS, REGI, IUB, LOV, DAGLIG, VASENTLIG, ALLVARLIG, UTFALL, CASE, PAGAENDE, FRANVARO_SINCE,
    LAST_INFORMATION, LAST_UTREDNING, LAST_START, LAST_MOTTAGET, ARLIG_NEXT_ON, PLAN_NEXT_ON, HALVAR_SINCE, MANAD_SINCE,
) = range(60, 80)
# fmt: on
RULES = 60
DUE, OVERDUE, FULFILLED, FULFILLED_LATE, ENDED, STANDING = range(6)
NO_DUE = 10_000_000

Holder: TypeAlias = list[Any]
# Rule, item, status, opened, due.
Answer: TypeAlias = tuple[int, int, int, int, int]

FRESH: Holder = [None] * RULES + [-1] * 9 + [None] + [0] * 10


class Life:
    """What one case's days leave behind: its answers, and what is to be looked at on later days."""

    __slots__ = ("days", "fires", "late", "out", "until")

    def __init__(self, until: int) -> None:
        self.out: list[Answer] = []
        self.days: list[int] = []
        self.fires: dict[int, list[tuple[int, Holder, Any]]] = {}
        self.late: dict[int, list[tuple[Holder, Any]]] = {}
        self.until = until

    def on(self, day: int, what: int, s: Holder, mark: Any) -> None:
        if day <= self.until:
            if day in self.fires:
                self.fires[day].append((what, s, mark))
            else:
                self.fires[day] = [(what, s, mark)]
                heappush(self.days, day)


_CALENDAR = make_calendar(("mon", "tue", "wed", "thu", "fri"), "SE", eves_free=True)
B = date(1970, 1, 1).toordinal()
_DAYS = range(B, date(2035, 1, 1).toordinal())
WD1, WD2, WD3, WD5 = ([_CALENDAR.nth_after(day, n) for day in _DAYS] for n in (1, 2, 3, 5))
M1, M2, M3, M4, M6, M12, M1_BEFORE = ([add_months(day, n) for day in _DAYS] for n in (1, 2, 3, 4, 6, 12, -1))
END_OF_MONTH = [last_of(day, "month") for day in _DAYS]
END_OF_HALF_YEAR = [last_of(day, "half_year") for day in _DAYS]
FIFTH = [nth_of_month(day, 5, 1) for day in _DAYS]
DAYS_14_ROLLED = [_CALENDAR.next_or_same(day + 14) for day in _DAYS]


def ansokan_mottagen(s: Holder, day: int, life: Life) -> None:
    s[UTREDNING_INLEDD] = day, day + 14, s[UTREDNING_INLEDD]
    if s[IUB] == 0:
        s[ANSOKAN_BEKRAFTAD] = day, WD3[day - B], s[ANSOKAN_BEKRAFTAD]
    s[BESLUT_I_TID] = day, M4[day - B], s[BESLUT_I_TID]
    if s[LOV] == 1:
        s[UPPGIFTER_KONTROLLERADE] = day, WD5[day - B], s[UPPGIFTER_KONTROLLERADE]


def utredning_paborjad(s: Holder, day: int, life: Life) -> None:
    if s[UTREDNING_KLAR] is None:
        s[UTREDNING_KLAR] = cell = day, day + 42, None
        life.on(day + 43, UTREDNING_KLAR, s, cell)
    if s[IUB] == 1:
        s[UTREDNING_KLAR_IUB] = day, day + 14, s[UTREDNING_KLAR_IUB]


def utredning_klar(s: Holder, day: int, life: Life) -> None:
    s[BESLUT_EFTER_UTREDNING] = day, day + 14, s[BESLUT_EFTER_UTREDNING]


def beslut_fattat(s: Holder, day: int, life: Life) -> None:
    if s[LOV] == 1:
        s[VALFRIHET_INFORMATION] = day, day + 7, s[VALFRIHET_INFORMATION]
        s[UTFORARE_VALD] = cell = day, M2[day - B], s[UTFORARE_VALD]
        life.on(cell[1] + 1, UTFORARE_VALD, s, cell)
    elif s[LOV] == 0 and s[INSATS] in (0, 3, 4):
        s[UPPDRAG_SKICKAT] = day, WD3[day - B], s[UPPDRAG_SKICKAT]
    s[BESLUT_VERKSTALLT] = cell = day, M3[day - B], s[BESLUT_VERKSTALLT]
    life.on(cell[1] + 1, BESLUT_VERKSTALLT, s, cell)
    if s[INSATS] in (0, 1, 2):
        s[AVGIFT_BESLUTAD] = day, END_OF_MONTH[day - B], s[AVGIFT_BESLUTAD]
    if s[UPPGIFTER_AKTUELLA] is None:
        s[UPPGIFTER_AKTUELLA] = day, NO_DUE, None


def utforare_vald(s: Holder, day: int, life: Life) -> None:
    if s[REGI] == 1:
        s[UPPDRAG_SKICKAT_EFTER_VAL] = day, WD5[day - B], s[UPPDRAG_SKICKAT_EFTER_VAL]


def uppdrag_skickat(s: Holder, day: int, life: Life) -> None:
    s[UPPDRAG_MOTTAGET] = day, WD2[day - B], s[UPPDRAG_MOTTAGET]
    life.on(day + 8, MOTTAGANDE_SAKNAS, s, day)


def uppdrag_mottaget(s: Holder, day: int, life: Life) -> None:
    s[LAST_MOTTAGET] = day
    known = s[MOTTAGANDE_BEKRAFTAT]
    s[MOTTAGANDE_BEKRAFTAT] = cell = day if known is None else known[0], day + 1, None
    life.on(day + 2, MOTTAGANDE_BEKRAFTAT, s, cell)
    if s[DAGLIG] == 1:
        s[DAGLIG_VERKSTALLD] = day, day + 3, s[DAGLIG_VERKSTALLD]
    elif s[DAGLIG] == 0:
        s[OVRIG_VERKSTALLD] = day, day + 30, s[OVRIG_VERKSTALLD]
    s[UPPDRAG_FORDELAT] = day, NO_DUE, s[UPPDRAG_FORDELAT]
    life.on(M1[day - B] + 1, EJ_PABORJAT_MEDDELAT, s, day)


def insats_verkstalld(s: Holder, day: int, life: Life) -> None:
    s[LAST_START] = day
    s[KONTAKT_EFTER_START] = day, day + 7, s[KONTAKT_EFTER_START]
    s[PLAN_PABORJAD] = day, day + 14, s[PLAN_PABORJAD]
    if s[IUB] == 0:
        s[PLAN_SLUTFORD] = cell = day, day + 42, s[PLAN_SLUTFORD]
        life.on(day + 43, PLAN_SLUTFORD, s, cell)
    elif s[IUB] == 1:
        s[PLAN_SLUTFORD_IUB] = day, day + 21, s[PLAN_SLUTFORD_IUB]
    insats = s[INSATS]
    if insats in (0, 1):
        s[STARTDATUM_REGISTRERAT] = day, WD1[day - B], s[STARTDATUM_REGISTRERAT]
    s[FORSTA_UPPFOLJNING] = day, M3[day - B], s[FORSTA_UPPFOLJNING]
    if s[ARLIG_UPPFOLJNING] is None:
        yearly(s, day, life)
    if insats == 5 and not s[HALVAR_SINCE]:
        s[HALVAR_SINCE] = day
        s[HALVARSRAPPORT] = []
        half_year(s, day, life, day)
    elif insats == 3 and s[REGI] == 1 and not s[MANAD_SINCE]:
        s[MANAD_SINCE] = day
        s[MANADSAVGIFT] = []
        month(s, day, life, day)


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
            s[HALVARSRAPPORT].append((day, last))
        life.on(last + 1, HALVARSRAPPORT, s, since)


def month(s: Holder, day: int, life: Life, since: int) -> None:
    if s[MANAD_SINCE] == since:
        last = END_OF_MONTH[day - B]
        if s[INSATS] == 3 and s[REGI] == 1:
            s[MANADSAVGIFT].append((day, last + 10))
        life.on(last + 1, MANADSAVGIFT, s, since)


def plan_paborjad(s: Holder, day: int, life: Life) -> None:
    if s[PLAN_KLAR_EFTER_START] is None:
        s[PLAN_KLAR_EFTER_START] = day, day + 28, None


def plan_slutford(s: Holder, day: int, life: Life) -> None:
    s[PLAN_SKICKAD] = day, WD5[day - B], s[PLAN_SKICKAD]
    if s[REGI] == 1:
        s[PLAN_SKICKAD_ENSKILD] = day, NO_DUE, s[PLAN_SKICKAD_ENSKILD]
    if s[PLAN_UPPDATERAD] is None and s[IUB] == 0:
        s[PLAN_UPPDATERAD] = day, M6[day - B], None


def plan_reviderad(s: Holder, day: int, life: Life) -> None:
    s[UPPDATERAD_PLAN_SKICKAD] = day, WD5[day - B], s[UPPDATERAD_PLAN_SKICKAD]


def uppfoljning_gjord(s: Holder, day: int, life: Life) -> None:
    s[UPPFOLJNING_JOURNALFORD] = day, WD3[day - B], s[UPPFOLJNING_JOURNALFORD]
    utfall = s[UTFALL]
    if utfall > 0:
        if utfall == 1:
            s[NYTT_BESLUT] = day, M1[day - B], s[NYTT_BESLUT]
        else:
            s[AVSLUT_EFTER_UPPFOLJNING] = day, day + 30, s[AVSLUT_EFTER_UPPFOLJNING]
        s[UTFORARE_UNDERRATTAD] = day, day + 7, s[UTFORARE_UNDERRATTAD]


def vasentlig(s: Holder) -> bool:
    known = s[VASENTLIG]
    return known == 1 or (known < 0 and s[CASE] is not None and s[CASE][VASENTLIG] == 1)


def behov_forandrat(s: Holder, day: int, life: Life) -> None:
    s[BEHOV_MEDDELAT] = day, day + 3, s[BEHOV_MEDDELAT]
    if s[FORANDRING_UPPFOLJD] is None and vasentlig(s):
        s[FORANDRING_UPPFOLJD] = day, day + 14, None


def behov_meddelat(s: Holder, day: int, life: Life) -> None:
    s[PLAN_EFTER_FORANDRING] = day, day + 21, s[PLAN_EFTER_FORANDRING]
    if s[IUB] == 0 and vasentlig(s):
        s[NY_UTREDNING] = day, DAYS_14_ROLLED[day - B], s[NY_UTREDNING]


def extend(s: Holder, day: int, life: Life) -> None:
    """Move the due dates of open investigations that a changed need extends, each once."""
    cells: list[tuple[int, int]] = []
    cell = s[AVVIKELSE_UTREDD]
    while cell:
        opened, due, cell = cell
        cells.append((opened, due))
    for opened, due in reversed(cells):
        moved = due == M1[opened - B] and day <= due
        s[AVVIKELSE_UTREDD] = cell = opened, due + 14 if moved else due, cell
        life.on(cell[1] + 1, AVVIKELSE_UTREDD, s, cell)


def franvaro_borjade(s: Holder, day: int, life: Life) -> None:
    s[FRANVARO_REGISTRERAD] = day, WD1[day - B], s[FRANVARO_REGISTRERAD]
    if s[INSATS] in (0, 2):
        s[AVGIFT_UNDER_FRANVARO] = day, FIFTH[day - B], s[AVGIFT_UNDER_FRANVARO]
    if not s[FRANVARO_SINCE]:
        s[FRANVARO_SINCE] = day
        life.on(day + 30, LANG_FRANVARO_MEDDELAD, s, day)


def franvaro_slutade(s: Holder, day: int, life: Life) -> None:
    if s[PAGAENDE]:
        s[KONTAKT_EFTER_FRANVARO] = day, day + 2, s[KONTAKT_EFTER_FRANVARO]


def avvikelse_rapporterad(s: Holder, day: int, life: Life) -> None:
    s[AVVIKELSE_UTREDD] = cell = day, M1[day - B], s[AVVIKELSE_UTREDD]
    life.on(cell[1] + 1, AVVIKELSE_UTREDD, s, cell)
    if s[ALLVARLIG] == 1:
        s[AVVIKELSE_ATGARDAD] = day, WD1[day - B], s[AVVIKELSE_ATGARDAD]


def avvikelse_utredd(s: Holder, day: int, life: Life) -> None:
    s[AVVIKELSE_ATERKOPPLAD] = day, day + 14, s[AVVIKELSE_ATERKOPPLAD]


def insats_avslutad(s: Holder, day: int, life: Life) -> None:
    s[SLUTDATUM_REGISTRERAT] = day, WD3[day - B], s[SLUTDATUM_REGISTRERAT]
    s[AVSLUT_JOURNALFORT] = day, M1[day - B], s[AVSLUT_JOURNALFORT]


def fire(what: int, s: Holder, day: int, life: Life, mark: Any) -> None:
    """Do what a day that was noted before brings with it, if what it was noted for still stands."""
    if what == HALVARSRAPPORT:
        half_year(s, day, life, mark)
    elif what == MANADSAVGIFT:
        month(s, day, life, mark)
    elif what == EJ_PABORJAT_MEDDELAT:
        if s[LAST_START] < mark:
            s[what] = day, day + 7, s[what]
    elif what == MOTTAGANDE_SAKNAS:
        if s[LAST_MOTTAGET] < mark:
            s[what] = day, WD2[day - B], s[what]
    elif what == LANG_FRANVARO_MEDDELAD:
        if s[FRANVARO_SINCE] == mark:
            s[what] = day, day + 7, s[what]
    else:
        overdue(what, s, day, mark)


def overdue(what: int, s: Holder, day: int, mark: Any) -> None:
    cell = s[what]
    while cell is not mark:
        if cell is None:
            return
        cell = cell[2]
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


Opens: TypeAlias = Callable[[Holder, int, Life], None]
# By event type, as all that follows.
OPENS: tuple[Opens | None, ...] = (
    ansokan_mottagen,
    utredning_paborjad,
    utredning_klar,
    beslut_fattat,
    None,
    utforare_vald,
    uppdrag_skickat,
    uppdrag_mottaget,
    None,
    insats_verkstalld,
    None,
    plan_paborjad,
    plan_slutford,
    None,
    plan_reviderad,
    uppfoljning_gjord,
    None,
    behov_forandrat,
    behov_meddelat,
    franvaro_borjade,
    franvaro_slutade,
    None,
    avvikelse_rapporterad,
    avvikelse_utredd,
    insats_avslutad,
)
# fmt: off
FULFILS: tuple[tuple[int, ...], ...] = (
    (),
    (UTREDNING_INLEDD, UPPGIFTER_KONTROLLERADE, NY_UTREDNING),
    (UTREDNING_KLAR, UTREDNING_KLAR_IUB),
    (BESLUT_I_TID, BESLUT_EFTER_UTREDNING, NYTT_BESLUT),
    (ANSOKAN_BEKRAFTAD, UPPGIFTER_KONTROLLERADE, UTREDNING_FORSENAD, VALFRIHET_INFORMATION, MOTTAGANDE_EFTERFRAGAT,
     PLAN_FORSENAD, ARLIG_FORBEREDD, UTFORARE_UNDERRATTAD, AVVIKELSE_ATGARDAD, AVVIKELSE_ATERKOPPLAD),
    (UTFORARE_VALD, TURORDNING_TILLAMPAD),
    (UPPDRAG_SKICKAT, UPPDRAG_SKICKAT_EFTER_VAL),
    (UPPDRAG_MOTTAGET, MOTTAGANDE_SAKNAS),
    (MOTTAGANDE_BEKRAFTAT,),
    (BESLUT_VERKSTALLT, DAGLIG_VERKSTALLD, OVRIG_VERKSTALLD),
    (UPPDRAG_FORDELAT, KONTAKT_EFTER_START, PLAN_GENOMGANGEN, KONTAKT_EFTER_FRANVARO),
    (PLAN_PABORJAD,),
    (PLAN_SLUTFORD, PLAN_SLUTFORD_IUB, PLAN_KLAR_EFTER_START),
    (PLAN_SKICKAD, PLAN_SKICKAD_ENSKILD, UPPDATERAD_PLAN_SKICKAD),
    (PLAN_UPPDATERAD, PLAN_EFTER_FORANDRING),
    (FORSTA_UPPFOLJNING, ARLIG_UPPFOLJNING, FORANDRING_UPPFOLJD),
    (HALVARSRAPPORT, UPPFOLJNING_JOURNALFORD, AVSLUT_JOURNALFORT),
    (),
    (EJ_PABORJAT_MEDDELAT, BEHOV_MEDDELAT, LANG_FRANVARO_MEDDELAD),
    (),
    (FRANVARO_REGISTRERAD, LANG_FRANVARO_MEDDELAD),
    (AVGIFT_BESLUTAD, STARTDATUM_REGISTRERAT, MANADSAVGIFT, FRANVARO_REGISTRERAD, AVGIFT_UNDER_FRANVARO,
     SLUTDATUM_REGISTRERAT),
    (EJ_VERKSTALLT_RAPPORTERAT,),
    (AVVIKELSE_UTREDD, AVVIKELSE_FORSENAD),
    (AVSLUT_EFTER_UPPFOLJNING,),
)
# fmt: on
_STAY = {AVSLUT_EFTER_UPPFOLJNING, SLUTDATUM_REGISTRERAT, AVSLUT_JOURNALFORT}
_ENDS = {
    2: (UTREDNING_FORSENAD,),
    5: (VALFRIHET_INFORMATION,),
    8: (MOTTAGANDE_EFTERFRAGAT,),
    9: (EJ_PABORJAT_MEDDELAT,),
    12: (PLAN_FORSENAD,),
    24: tuple(rule for rule in range(RULES) if rule not in _STAY),
}
ENDS: tuple[tuple[int, ...], ...] = tuple(_ENDS.get(kind, ()) for kind in range(25))
