"""Nothing in, numbers of rules, facts and states and tables of days out: the words for the rules by hand.

A holder (an item, or the case) is one flat list: a slot for each rule, and behind them its facts and states. What is
open of a rule is a chain of (opened, due, the rest of the chain); of a rule for each month or half-year it is a list.
Days are ordinals, and every span but days and weeks is a look-up in a table.
"""

from __future__ import annotations

from datetime import date
from heapq import heappush
from typing import Any, TypeAlias

from rutinmotor.ground.days.arithmetic import add_months, last_of, nth_of_month
from rutinmotor.ground.days.calendars import make_calendar

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
    LAST_INFORMATION, LAST_UTREDNING, LAST_START, LAST_MOTTAGET, HALVAR_SINCE, MANAD_SINCE,
    # For what waits since an assignment was sent, or received, or an absence began: the latest such day, and the first
    # that an ending has left to wait.
    SKICKAT_SINCE, SKICKAT_FROM, MOTTAGET_SINCE, MOTTAGET_FROM, BORJADE_SINCE, BORJADE_FROM,
) = range(60, 84)
# fmt: on
RULES = 60
DUE, OVERDUE, FULFILLED, FULFILLED_LATE, ENDED, STANDING = range(6)
NO_DUE = 10_000_000

Holder: TypeAlias = list[Any]
# Rule, item, status, opened, due.
Answer: TypeAlias = tuple[int, int, int, int, int]

FRESH: Holder = [None] * RULES + [-1] * 9 + [None] + [0] * 14


# Stands for what is open of a series of which one was fulfilled today, until the day ends and the next opens.
RUNNING = (0, 0, None)


class Life:
    """What one case's days leave behind: its answers, and what is to be looked at on later days."""

    __slots__ = ("days", "fires", "going_on", "late", "out", "until")

    def __init__(self, until: int) -> None:
        self.out: list[Answer] = []
        self.days: list[int] = []
        self.fires: dict[int, list[tuple[int, Holder, Any]]] = {}
        self.late: dict[int, list[tuple[Holder, Any]]] = {}
        self.going_on: list[tuple[int, Holder]] = []
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
