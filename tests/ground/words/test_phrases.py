"""Days and numbers as people read them: every weekday, month and noun once, in both languages."""

from datetime import date

import pytest

from rutinmotor.ground.words import (
    CASE,
    CHANGE,
    DAY,
    ERROR,
    FILE,
    OBLIGATION,
    REMARK,
    RULE,
    SCENARIO,
    TIME,
    WARNING,
    WEEK,
    WORKING_DAY,
    Noun,
    counted,
    day_long,
    day_short,
    unit_noun,
)


@pytest.mark.parametrize(
    ("day", "sv", "en"),
    [
        ("2026-01-05", "måndag 5 januari 2026 · mån 5 jan 2026", "Monday 5 January 2026 · Mon 5 Jan 2026"),
        ("2026-02-10", "tisdag 10 februari 2026 · tis 10 feb 2026", "Tuesday 10 February 2026 · Tue 10 Feb 2026"),
        ("2026-03-11", "onsdag 11 mars 2026 · ons 11 mars 2026", "Wednesday 11 March 2026 · Wed 11 Mar 2026"),
        ("2026-04-16", "torsdag 16 april 2026 · tor 16 apr 2026", "Thursday 16 April 2026 · Thu 16 Apr 2026"),
        ("2026-05-15", "fredag 15 maj 2026 · fre 15 maj 2026", "Friday 15 May 2026 · Fri 15 May 2026"),
        ("2026-06-13", "lördag 13 juni 2026 · lör 13 juni 2026", "Saturday 13 June 2026 · Sat 13 Jun 2026"),
        ("2026-07-12", "söndag 12 juli 2026 · sön 12 juli 2026", "Sunday 12 July 2026 · Sun 12 Jul 2026"),
        ("2026-08-03", "måndag 3 augusti 2026 · mån 3 aug 2026", "Monday 3 August 2026 · Mon 3 Aug 2026"),
        ("2026-09-01", "tisdag 1 september 2026 · tis 1 sep 2026", "Tuesday 1 September 2026 · Tue 1 Sep 2026"),
        ("2026-10-07", "onsdag 7 oktober 2026 · ons 7 okt 2026", "Wednesday 7 October 2026 · Wed 7 Oct 2026"),
        ("2026-11-05", "torsdag 5 november 2026 · tor 5 nov 2026", "Thursday 5 November 2026 · Thu 5 Nov 2026"),
        ("2026-12-04", "fredag 4 december 2026 · fre 4 dec 2026", "Friday 4 December 2026 · Fri 4 Dec 2026"),
    ],
)
def test_a_day_in_a_sentence_and_in_a_table(day: str, sv: str, en: str) -> None:
    one = date.fromisoformat(day)
    assert f"{day_long(one, 'sv')} · {day_short(one, 'sv')}" == sv
    assert f"{day_long(one, 'en')} · {day_short(one, 'en')}" == en


@pytest.mark.parametrize(
    ("noun", "sv", "en"),
    [
        (DAY, "1 dag, 2 dagar", "1 day, 2 days"),
        (WORKING_DAY, "1 arbetsdag, 2 arbetsdagar", "1 working day, 2 working days"),
        (WEEK, "1 vecka, 2 veckor", "1 week, 2 weeks"),
        (unit_noun("months"), "1 månad, 2 månader", "1 month, 2 months"),
        (unit_noun("years"), "1 år, 2 år", "1 year, 2 years"),
        (unit_noun("days"), "1 dag, 2 dagar", "1 day, 2 days"),
        (unit_noun("weeks"), "1 vecka, 2 veckor", "1 week, 2 weeks"),
        (unit_noun("working_days"), "1 arbetsdag, 2 arbetsdagar", "1 working day, 2 working days"),
        (TIME, "1 gång, 2 gånger", "1 time, 2 times"),
        (OBLIGATION, "1 krav, 2 krav", "1 obligation, 2 obligations"),
        (CASE, "1 ärende, 2 ärenden", "1 case, 2 cases"),
        (SCENARIO, "1 scenario, 2 scenarier", "1 scenario, 2 scenarios"),
        (CHANGE, "1 ändring, 2 ändringar", "1 change, 2 changes"),
        (RULE, "1 regel, 2 regler", "1 rule, 2 rules"),
        (FILE, "1 fil, 2 filer", "1 file, 2 files"),
        (ERROR, "1 fel, 2 fel", "1 error, 2 errors"),
        (WARNING, "1 varning, 2 varningar", "1 warning, 2 warnings"),
        (REMARK, "1 upplysning, 2 upplysningar", "1 remark, 2 remarks"),
    ],
)
def test_one_and_two_of_each(noun: Noun, sv: str, en: str) -> None:
    assert f"{counted(1, noun, 'sv')}, {counted(2, noun, 'sv')}" == sv
    assert f"{counted(1, noun, 'en')}, {counted(2, noun, 'en')}" == en
