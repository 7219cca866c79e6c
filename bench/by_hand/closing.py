"""An event and what is open in, what the event fulfils and ends out: the other half of routines.yaml by hand."""

from __future__ import annotations

from typing import Any

from by_hand.slots import (
    ANSOKAN_BEKRAFTAD,
    ARLIG_FORBEREDD,
    ARLIG_UPPFOLJNING,
    AVGIFT_BESLUTAD,
    AVGIFT_UNDER_FRANVARO,
    AVSLUT_EFTER_UPPFOLJNING,
    AVSLUT_JOURNALFORT,
    AVVIKELSE_ATERKOPPLAD,
    AVVIKELSE_ATGARDAD,
    AVVIKELSE_FORSENAD,
    AVVIKELSE_UTREDD,
    BEHOV_MEDDELAT,
    BESLUT_EFTER_UTREDNING,
    BESLUT_I_TID,
    BESLUT_VERKSTALLT,
    DAGLIG_VERKSTALLD,
    DUE,
    EJ_PABORJAT_MEDDELAT,
    EJ_VERKSTALLT_RAPPORTERAT,
    ENDED,
    FORANDRING_UPPFOLJD,
    FORSTA_UPPFOLJNING,
    FRANVARO_REGISTRERAD,
    FULFILLED,
    FULFILLED_LATE,
    HALVARSRAPPORT,
    ITEM,
    KONTAKT_EFTER_FRANVARO,
    KONTAKT_EFTER_START,
    LANG_FRANVARO_MEDDELAD,
    LAST_INFORMATION,
    LAST_UTREDNING,
    MANADSAVGIFT,
    MOTTAGANDE_BEKRAFTAT,
    MOTTAGANDE_EFTERFRAGAT,
    MOTTAGANDE_SAKNAS,
    NO_DUE,
    NY_UTREDNING,
    NYTT_BESLUT,
    OVERDUE,
    OVRIG_VERKSTALLD,
    PLAN_EFTER_FORANDRING,
    PLAN_FORSENAD,
    PLAN_GENOMGANGEN,
    PLAN_KLAR_EFTER_START,
    PLAN_PABORJAD,
    PLAN_SKICKAD,
    PLAN_SKICKAD_ENSKILD,
    PLAN_SLUTFORD,
    PLAN_SLUTFORD_IUB,
    PLAN_UPPDATERAD,
    RULES,
    RUNNING,
    SLUTDATUM_REGISTRERAT,
    STANDING,
    STARTDATUM_REGISTRERAT,
    TURORDNING_TILLAMPAD,
    UPPDATERAD_PLAN_SKICKAD,
    UPPDRAG_FORDELAT,
    UPPDRAG_MOTTAGET,
    UPPDRAG_SKICKAT,
    UPPDRAG_SKICKAT_EFTER_VAL,
    UPPFOLJNING_JOURNALFORD,
    UPPGIFTER_AKTUELLA,
    UPPGIFTER_KONTROLLERADE,
    UTFORARE_UNDERRATTAD,
    UTFORARE_VALD,
    UTREDNING_FORSENAD,
    UTREDNING_INLEDD,
    UTREDNING_KLAR,
    UTREDNING_KLAR_IUB,
    VALFRIHET_INFORMATION,
    Answer,
    Holder,
    Life,
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
# Of what has opened on a day these are served that day only where nothing older was there.
OLD_FIRST = frozenset(
    (
        UTREDNING_KLAR,
        MOTTAGANDE_BEKRAFTAT,
        PLAN_KLAR_EFTER_START,
        FORANDRING_UPPFOLJD,
        ARLIG_UPPFOLJNING,
        PLAN_UPPDATERAD,
        HALVARSRAPPORT,
        MANADSAVGIFT,
    )
)
PERIODS = frozenset((HALVARSRAPPORT, MANADSAVGIFT))
_OTHERWISE = frozenset((ARLIG_UPPFOLJNING, PLAN_UPPDATERAD, PLAN_SLUTFORD, *PERIODS))


def fulfil(s: Holder, rule: int, day: int, life: Life) -> None:
    """Fulfil all that is open of a rule."""
    if rule in _OTHERWISE:
        fulfil_otherwise(s, rule, day, life)
        return
    item, cell, out = s[ITEM], s[rule], life.out
    s[rule] = None
    while cell:
        opened, due, cell = cell
        out.append((rule, item, FULFILLED if day <= due else FULFILLED_LATE, opened, due))


def fulfil_otherwise(s: Holder, rule: int, day: int, life: Life) -> None:
    """Fulfil a plan, which is then to be talked through, or one of a series, and note that the next is to open."""
    if rule == PLAN_SLUTFORD:
        plan_done(s, s[rule], day, life)
        s[rule] = None
        return
    cell = s[rule]
    if cell is RUNNING:
        return
    if rule in PERIODS:
        at = served(rule, cell, day)
        opened, due = cell[at]
        s[rule] = [*cell[:at], *cell[at + 1 :]]
    else:
        opened, due, _ = cell
        s[rule] = RUNNING
        life.going_on.append((rule, s))
    life.out.append((rule, s[ITEM], FULFILLED if day <= due else FULFILLED_LATE, opened, due))


def served(rule: int, cells: list[tuple[int, int]], day: int) -> int:
    """Give the place of the period that an event serves: a month that is over, or else a half-year that runs, first."""
    last = len(cells) - 1
    if rule == MANADSAVGIFT:
        return last - 1 if last and cells[last][1] >= day + 10 else last
    return last if cells[last][1] >= day else 0


def plan_done(s: Holder, cell: Any, day: int, life: Life) -> None:
    while cell:
        opened, due, cell = cell
        life.out.append((PLAN_SLUTFORD, s[ITEM], FULFILLED if day <= due else FULFILLED_LATE, opened, due))
        s[PLAN_GENOMGANGEN] = day, day + 14, s[PLAN_GENOMGANGEN]


def by_the_past(s: Holder, day: int, life: Life) -> None:
    """Let information that was given since the latest investigation fulfil what a decision has just opened."""
    if s[VALFRIHET_INFORMATION] and s[LAST_INFORMATION] >= s[LAST_UTREDNING] > 0:
        fulfil(s, VALFRIHET_INFORMATION, day, life)


def end(s: Holder, rule: int, out: list[Answer]) -> None:
    """End all that is open of a rule."""
    item, cell = s[ITEM], s[rule]
    s[rule] = None
    if rule in PERIODS:
        out += [(rule, item, ENDED, opened, due) for opened, due in cell]
        return
    while cell:
        opened, due, cell = cell
        out.append((rule, item, ENDED, opened, due))


def close_ended(life: Life, day: int, s: Holder, rule: int, cells: Any, fulfilments: int) -> None:
    """Close what ended today, though some of today's events fulfil it: of a rule for each period one by each."""
    if rule in PERIODS:
        rest = list(cells)
        for _ in range(min(fulfilments, len(cells))):
            opened, due = rest.pop(served(rule, rest, day))
            life.out.append((rule, s[ITEM], FULFILLED if day <= due else FULFILLED_LATE, opened, due))
        life.out += [(rule, s[ITEM], ENDED, opened, due) for opened, due in rest]
    elif rule == PLAN_SLUTFORD and fulfilments:
        plan_done(s, cells, day, life)
    else:
        while cells:
            opened, due, cells = cells
            status = ENDED if not fulfilments else FULFILLED if day <= due else FULFILLED_LATE
            life.out.append((rule, s[ITEM], status, opened, due))


def still_open(s: Holder, at: int, out: list[Answer]) -> None:
    """Say how all that is open stands on the day asked."""
    item = s[ITEM]
    if s[UPPGIFTER_AKTUELLA]:
        out.append((UPPGIFTER_AKTUELLA, item, STANDING, s[UPPGIFTER_AKTUELLA][0], NO_DUE))
        s[UPPGIFTER_AKTUELLA] = None
    for rule, cell in enumerate(s[:RULES]):
        if cell:
            if rule in PERIODS:
                out += [(rule, item, OVERDUE if due < at else DUE, opened, due) for opened, due in cell]
            else:
                while cell:
                    opened, due, cell = cell
                    out.append((rule, item, OVERDUE if due < at else DUE, opened, due))
