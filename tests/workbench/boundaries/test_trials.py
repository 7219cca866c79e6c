"""What more can happen to a rule's example: known answers for small rules, every row of the shipped ones replayed."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from rutinmotor.engine.evaluation import Obligation
from rutinmotor.ground.words import Lang
from rutinmotor.ground.words.layout import Look, plain
from rutinmotor.language.case import Case
from rutinmotor.language.casefile.case_files import read_cases
from rutinmotor.language.catalogue.names import versions_of
from rutinmotor.workbench.boundaries.boundary import Boundaries, Trial
from rutinmotor.workbench.boundaries.examples import boundaries_of
from rutinmotor.workbench.boundaries.records import boundary_record
from rutinmotor.workbench.boundaries.text import boundary_lines
from rutinmotor.workbench.boundaries.trials_text import trial_rows
from rutinmotor.workbench.telling.titles import titles_of
from tests.engine.semantics.asking import engine
from tests.parsed import is_list, is_mapping
from tests.workbench.boundaries.shipped import SHIPPED, of_2026

TEN_DAYS = "trigger: start, deadline: {days: 10}, fulfilled_by: klar"


def shown(rule: str) -> Boundaries:
    found = boundaries_of(engine(f"- {{id: plan, {rule}}}"), "sol.plan", 2026)
    assert found is not None
    return found


def outcome(obligations: Sequence[Obligation]) -> list[str]:
    return [f"{one.status} {one.due}" if one.due else one.status for one in obligations]


def outcomes(rule: str, *kinds: str) -> dict[str, list[str]]:
    """What each trial of some kinds gives, by its kind and the order of the day."""
    return {
        f"{one.kind} {one.order}" if one.order else one.kind: outcome(one.found)
        for one in shown(rule).trials
        if one.kind in kinds
    }


def rows(rule: str, lang: Lang = "sv") -> dict[str, str]:
    titles = titles_of(engine("- {id: plan, trigger: start, deadline: none}").catalogues)
    return {name: text.replace("\xa0", " ") for name, text in trial_rows(shown(rule), titles, lang)}


@pytest.mark.parametrize(
    ("on_repeat", "again", "told"),
    [
        ("add", ["due 2026-02-12", "due 2026-02-19"], "Mån 9 feb: ett till uppstår, att göra senast tor 19 feb."),
        ("keep", ["due 2026-02-12"], "Mån 9 feb: inget nytt uppstår, sista dag är fortfarande tor 12 feb."),
        ("restart", ["due 2026-02-19"], "Mån 9 feb: ny tid, sista dag flyttas från tor 12 feb till tor 19 feb."),
    ],
)
def test_the_second_trigger(on_repeat: str, again: list[str], told: str) -> None:
    """It opens on Monday 2 February and is due on the 12th; it is triggered again on Monday the 9th."""
    rule = f"{TEN_DAYS}, on_repeat: {on_repeat}"
    assert outcomes(rule, "again") == {"again": again}
    assert rows(rule)["Utlöses igen"].startswith(told)


@pytest.mark.parametrize(
    ("on_repeat", "first", "last", "open_"),
    [
        ("add", ["fulfilled 2026-02-12", "due 2026-02-19"], ["fulfilled 2026-02-12", "fulfilled 2026-02-19"], "last"),
        ("keep", ["fulfilled 2026-02-12", "due 2026-02-19"], ["fulfilled 2026-02-12"], "first"),
        ("restart", ["fulfilled 2026-02-12", "due 2026-02-19"], ["fulfilled 2026-02-19"], "first"),
    ],
)
def test_done_and_triggered_on_one_day(on_repeat: str, first: list[str], last: list[str], open_: str) -> None:
    """Semantics 1.9: without clocks what was done serves the new one as well only where the rule adds."""
    assert outcomes(f"{TEN_DAYS}, on_repeat: {on_repeat}", "done_and_again") == {
        "done_and_again first": first,
        "done_and_again last": last,
        "done_and_again open": first if open_ == "first" else last,
    }


def test_a_day_of_two_events_has_clocks_in_both_orders_and_none() -> None:
    logs = {
        one.order: [f"{event.type} {event.at}" for event in one.case.events]
        for one in shown(TEN_DAYS).trials
        if one.kind == "done_and_again"
    }
    assert logs == {
        "first": ["start 2026-02-02", "start 2026-02-09 15:00:00", "klar 2026-02-09 09:00:00"],
        "last": ["start 2026-02-02", "start 2026-02-09 09:00:00", "klar 2026-02-09 15:00:00"],
        "open": ["start 2026-02-02", "start 2026-02-09", "klar 2026-02-09"],
    }


def test_the_order_of_the_day_is_told_with_what_comes_out_alike_told_once() -> None:
    told = rows(f"{TEN_DAYS}, on_repeat: keep")["Utlöses igen"]
    assert told.endswith(
        "Klart samma dag, före utlösningen eller utan klockslag: det första klart, ett nytt att göra senast "
        "tor 19 feb; efter: klart."
    )
    assert rows(TEN_DAYS)["Utlöses igen"].endswith(
        "Klart samma dag, före utlösningen: det första klart, ett nytt att göra; efter eller utan "
        "klockslag: båda klara."
    )
    series = "trigger: start, repeat: {every: {years: 1}, from: fulfilment}, fulfilled_by: klar"
    assert rows(series)["Utlöses igen"].endswith(
        "Klart samma dag, i vilken ordning som helst: det första klart, ett nytt att göra senast tis 9 feb 2027."
    )


def test_triggered_and_ended_on_one_day() -> None:
    rule = f"{TEN_DAYS}, ends_with: slut"
    assert outcomes(rule, "begun_and_ended") == {
        "begun_and_ended first": ["ended 2026-02-12"],
        "begun_and_ended last": ["due 2026-02-12"],
        "begun_and_ended open": ["ended 2026-02-12"],
    }
    assert rows(rule)["Faller bort"].endswith(
        "Samma dag som utlösningen, efter eller utan klockslag: bortfallet; före: att göra."
    )


def test_done_on_the_day_of_what_it_is_to_come_before() -> None:
    rule = "trigger: start, deadline: {before: besked}, fulfilled_by: klar"
    assert outcomes(rule, "done_and_awaited") == {
        "done_and_awaited first": ["fulfilled 2026-03-09"],
        "done_and_awaited last": ["fulfilled_late 2026-03-09"],
        "done_and_awaited open": ["fulfilled 2026-03-09"],
    }
    assert rows(rule)["Klart samma dag"] == (
        "Samma dag som ”Ett besked har kommit”, före eller utan klockslag: klart; efter: klart för sent."
    )
    assert rows(rule, "en")["Done that day"] == (
        "On the day of “Ett besked har kommit”, before it or without clocks: done; after it: done late."
    )


@pytest.mark.parametrize(
    ("spares", "late", "told"),
    [
        ("", ["ended 2026-02-12"], "bortfallet, också om det är försenat."),
        (", spares: [overdue]", ["overdue 2026-02-12"], "bortfallet; om det är försenat: försenat."),
    ],
)
def test_an_ending_of_what_is_open_and_of_what_is_overdue(spares: str, late: list[str], told: str) -> None:
    rule = f"{TEN_DAYS}, ends_with: slut{spares}"
    assert outcomes(rule, "ended", "ended_overdue") == {"ended": ["ended 2026-02-12"], "ended_overdue": late}
    assert rows(rule)["Faller bort"].startswith(f"”Insatsen har upphört” mån 9 feb: {told}")


@pytest.mark.parametrize(
    ("survives", "waiting", "told"),
    [
        ("", [], "Dagen innan det skulle uppstå: uppstår inte."),
        (", survives: true", ["due"], "Dagen innan det skulle uppstå: att göra."),
    ],
)
def test_an_ending_while_a_timer_waits(survives: str, waiting: list[str], told: str) -> None:
    rule = (
        f"trigger: {{missing: besked, since: start, for: {{days: 5}}{survives}}}, deadline: none, "
        "fulfilled_by: klar, ends_with: slut"
    )
    assert outcomes(rule, "ended_waiting") == {"ended_waiting": waiting}
    assert told in rows(rule)["Faller bort"]


def test_several_that_stand_alike_are_counted() -> None:
    """Triggered, which ends the old one too, and then done: both are done, and the next of the series opens."""
    rule = "trigger: start, repeat: {every: {years: 1}, from: fulfilment}, fulfilled_by: klar, ends_with: [start, slut]"
    assert rows(rule)["Utlöses igen"].endswith("efter: 2 klara och ett att göra.")
    assert rows(rule, "en")["Triggered again"].endswith("after it: 2 done and one to be done.")


def test_which_period_is_served_on_the_eighth() -> None:
    """February's is due on 10 March, and is served on the 8th though March's has begun (semantics 5.4)."""
    rule = "trigger: start, deadline: {days: 10}, repeat: {each: month}, fulfilled_by: klar"
    assert outcomes(rule, "period") == {"period": ["fulfilled 2026-03-10", "due 2026-04-10"]}
    assert rows(rule)["Vilken gång"] == (
        "”Det är gjort” sön 8 mars: det från mån 2 feb klart och det från sön 1 mars att göra senast fre 10 apr."
    )
    assert outcomes("trigger: start, repeat: {each: month}, fulfilled_by: klar", "period") == {}


@pytest.mark.parametrize(
    ("rule", "answered", "told"),
    [
        (
            f"{TEN_DAYS}, only_if: {{regi: egen}}",
            ["due 2026-02-12"],
            "Ges ”Regi” först tor 5 feb: uppstår då, att göra senast",
        ),
        (
            "trigger: start, deadline: {days: 1}, fulfilled_by: klar, only_if: {regi: egen}",
            ["overdue 2026-02-03"],
            "Ges ”Regi” först tor 5 feb: uppstår då, försenat (sista dag tis 3 feb).",
        ),
        (
            "trigger: start, deadline: {days: antal}, fulfilled_by: klar",
            ["due 2026-02-09"],
            "Ges ”Antal” först tor 5 feb: uppstår då, att göra senast mån 9 feb.",
        ),
        (
            f"{TEN_DAYS}, only_if: {{andring: storre}}",
            ["due 2026-02-12"],
            "Ges ”Ändring” först tor 5 feb: uppstår då, att göra senast tor 12 feb.",
        ),
        (f"{TEN_DAYS}, only_if: {{samtycke: true}}", [], "Ges ”Samtycke” först tor 5 feb: uppstår inte."),
    ],
)
def test_a_fact_that_comes_some_days_late(rule: str, answered: list[str], told: str) -> None:
    """The time runs from the trigger on Monday 2 February (semantics 2.6); a consent holds only forward (2.7)."""
    assert outcomes(rule, "answered") == {"answered": answered}
    assert rows(rule)["Sen uppgift"].startswith(told)


def test_a_late_fact_of_an_event_is_told_of_that_event() -> None:
    """The event that tells it could also bear it itself, as another rule asks it of that (semantics 2.9)."""
    rules = engine(
        f"- {{id: plan, {TEN_DAYS}, only_if: {{andring: storre}}}}\n"
        "- {id: annan, trigger: ansokan, deadline: none, only_if: {andring: storre}}"
    )
    found = boundaries_of(rules, "sol.plan", 2026)
    assert found is not None
    (one,) = (one for one in found.trials if one.kind == "answered")
    assert [(event.type, event.about) for event in one.case.events] == [("start", None), ("ansokan", "e1")]
    assert outcome(one.found) == ["due 2026-02-12"]


def test_only_what_applies_is_shown() -> None:
    assert list(rows("trigger: start, deadline: none, fulfilled_by: klar")) == ["Utlöses igen"]
    assert rows("trigger: start, deadline: none")["Utlöses igen"] == "Mån 9 mars: ett till uppstår."
    assert list(rows("trigger: {state: franvaro}, deadline: continuous")) == []
    assert list(rows(f"{TEN_DAYS}, ends_with: slut, only_if: {{regi: egen}}")) == [
        "Utlöses igen",
        "Faller bort",
        "Sen uppgift",
    ]


def test_what_triggers_it_also_ends_it() -> None:
    """No event serves what it brought about itself (semantics 1.10): the old one ends, the new one stays."""
    rule = f"{TEN_DAYS}, ends_with: [start]"
    assert outcomes(rule, "again", "ended") == {"again": ["ended 2026-02-12", "due 2026-02-19"]}
    assert rows(rule)["Utlöses igen"].startswith(
        "Mån 9 feb: det första bortfallet, ett nytt att göra senast tor 19 feb."
    )


def read(record: Any) -> Case:
    (found,) = read_cases("arende.json", json.dumps(record).encode())
    assert found.case is not None
    return found.case


@pytest.mark.parametrize("rule", sorted(versions_of(SHIPPED.catalogues)))
def test_every_row_of_a_shipped_rule_is_what_its_log_gives(rule: str) -> None:
    """The log in the JSON is read as a case file and replayed: its outcome is the one told, in JSON and in words."""
    found = of_2026(rule)
    assert found is not None
    trials = boundary_record(found)["trials"]
    assert is_list(trials)
    replayed: list[Trial] = []
    for record, one in zip(trials, found.trials, strict=True):
        assert is_mapping(record)
        case = read(record["case"])
        item = one.case.events[0].item if found.version.rule.per != "case" else None
        own = [each for each in SHIPPED.evaluate(case, one.day).obligations if each.rule == rule]
        own = [each for each in own if each.item == item]
        own.sort(key=lambda each: (each.opened, each.fulfilled_on is None, each.due or each.opened.max))
        told = [(each["opened"], each["status"], each["due"], each["fulfilled_on"]) for each in record["obligations"]]
        assert told == [
            (f"{each.opened}", each.status, each.due and f"{each.due}", each.fulfilled_on and f"{each.fulfilled_on}")
            for each in own
        ]
        replayed.append(replace(one, found=tuple(own)))
    titles, again = titles_of(SHIPPED.catalogues), replace(found, trials=tuple(replayed))
    for lang in ("sv", "en"):
        assert list(trial_rows(again, titles, lang)) == list(trial_rows(found, titles, lang))
        whole = [plain(line) for line in boundary_lines(found, titles, Look(lang, 100))]
        without = boundary_lines(replace(found, trials=()), titles, Look(lang, 100))
        assert len(whole) - len(without) <= 12


def test_nearly_every_shipped_rule_shows_the_second_trigger_and_the_late_fact() -> None:
    kinds = [{one.kind for one in found.trials} for rule in versions_of(SHIPPED.catalogues) if (found := of_2026(rule))]
    assert sum("again" in one for one in kinds) >= 170
    assert sum("answered" in one for one in kinds) >= 170
