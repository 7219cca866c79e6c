"""An event and what is open in, what the event opens out: triggers, conditions and due dates, by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from by_hand.later import half_year, month, yearly
from by_hand.slots import (
    ALLVARLIG,
    ANSOKAN_BEKRAFTAD,
    ARLIG_UPPFOLJNING,
    AVGIFT_BESLUTAD,
    AVGIFT_UNDER_FRANVARO,
    AVSLUT_EFTER_UPPFOLJNING,
    AVSLUT_JOURNALFORT,
    AVVIKELSE_ATERKOPPLAD,
    AVVIKELSE_ATGARDAD,
    AVVIKELSE_UTREDD,
    BEHOV_MEDDELAT,
    BESLUT_EFTER_UTREDNING,
    BESLUT_I_TID,
    BESLUT_VERKSTALLT,
    BORJADE_SINCE,
    CASE,
    DAGLIG,
    DAGLIG_VERKSTALLD,
    DAYS_14_ROLLED,
    EJ_PABORJAT_MEDDELAT,
    END_OF_MONTH,
    FIFTH,
    FORANDRING_UPPFOLJD,
    FORSTA_UPPFOLJNING,
    FRANVARO_REGISTRERAD,
    FRANVARO_SINCE,
    HALVAR_SINCE,
    HALVARSRAPPORT,
    INSATS,
    IUB,
    KONTAKT_EFTER_FRANVARO,
    KONTAKT_EFTER_START,
    LANG_FRANVARO_MEDDELAD,
    LAST_MOTTAGET,
    LAST_START,
    LOV,
    M1,
    M2,
    M3,
    M4,
    M6,
    MANAD_SINCE,
    MANADSAVGIFT,
    MOTTAGANDE_BEKRAFTAT,
    MOTTAGANDE_SAKNAS,
    MOTTAGET_SINCE,
    NO_DUE,
    NY_UTREDNING,
    NYTT_BESLUT,
    OVRIG_VERKSTALLD,
    PAGAENDE,
    PLAN_EFTER_FORANDRING,
    PLAN_KLAR_EFTER_START,
    PLAN_PABORJAD,
    PLAN_SKICKAD,
    PLAN_SKICKAD_ENSKILD,
    PLAN_SLUTFORD,
    PLAN_SLUTFORD_IUB,
    PLAN_UPPDATERAD,
    REGI,
    SKICKAT_SINCE,
    SLUTDATUM_REGISTRERAT,
    STARTDATUM_REGISTRERAT,
    UPPDATERAD_PLAN_SKICKAD,
    UPPDRAG_FORDELAT,
    UPPDRAG_MOTTAGET,
    UPPDRAG_SKICKAT,
    UPPDRAG_SKICKAT_EFTER_VAL,
    UPPFOLJNING_JOURNALFORD,
    UPPGIFTER_AKTUELLA,
    UPPGIFTER_KONTROLLERADE,
    UTFALL,
    UTFORARE_UNDERRATTAD,
    UTFORARE_VALD,
    UTREDNING_INLEDD,
    UTREDNING_KLAR,
    UTREDNING_KLAR_IUB,
    VALFRIHET_INFORMATION,
    VASENTLIG,
    WD1,
    WD2,
    WD3,
    WD5,
    B,
    Holder,
    Life,
)


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
    s[SKICKAT_SINCE] = day
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
    s[MOTTAGET_SINCE] = day
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
        if cell[1] >= day:
            life.on(cell[1] + 1, AVVIKELSE_UTREDD, s, cell)


def franvaro_borjade(s: Holder, day: int, life: Life) -> None:
    s[FRANVARO_REGISTRERAD] = day, WD1[day - B], s[FRANVARO_REGISTRERAD]
    if s[INSATS] in (0, 2):
        s[AVGIFT_UNDER_FRANVARO] = day, FIFTH[day - B], s[AVGIFT_UNDER_FRANVARO]
    if not s[FRANVARO_SINCE]:
        s[FRANVARO_SINCE] = s[BORJADE_SINCE] = day
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


Opens: TypeAlias = Callable[[Holder, int, Life], None]
# By event type.
# fmt: off
OPENS: tuple[Opens | None, ...] = (
    ansokan_mottagen, utredning_paborjad, utredning_klar, beslut_fattat, None,
    utforare_vald, uppdrag_skickat, uppdrag_mottaget, None, insats_verkstalld,
    None, plan_paborjad, plan_slutford, None, plan_reviderad,
    uppfoljning_gjord, None, behov_forandrat, behov_meddelat, franvaro_borjade,
    franvaro_slutade, None, avvikelse_rapporterad, avvikelse_utredd, insats_avslutad,
)
# fmt: on
