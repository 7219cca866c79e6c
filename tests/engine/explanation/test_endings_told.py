"""What ended an obligation, called a trigger off, or spared one: rules and a log in, the lines out."""

from typing import Any

import pytest

from tests.engine.explanation.asking import engine_of, event, lines, rule, why

START = event("start", "2025-03-03")
MISSING = {"missing": "klar", "since": "start", "for": {"days": 20}}
OTHER = rule("annan", "besked", {"days": 5}, title="Kontakt har tagits", fulfilled_by="hemma")
DATED = event("besked", "2025-03-05", data={"slutdatum": "2025-03-20"})


def told(plan: dict[str, Any], log: list[dict[str, Any]], at: str) -> tuple[list[str], list[str]]:
    found = why(engine_of(plan, OTHER), [START, *log], at)
    return [line.strip() for line in lines(found, "sv")], [line.strip() for line in lines(found, "en")]


def test_what_another_rule_being_overdue_ended() -> None:
    plan = rule(deadline={"days": 30}, ends_with={"overdue": "annan"})
    sv, en = told(plan, [event("besked", "2025-03-05")], "2025-04-10")
    assert "Plan (sol.plan) · i1 — bortfallet tisdag 11 mars 2025" in sv
    assert "Föll bort eftersom kravet ”Kontakt har tagits” blev försenat, tisdag 11 mars 2025." in sv
    assert "Ended as the obligation “Kontakt har tagits” became overdue, Tuesday 11 March 2025." in en


def test_what_a_date_ended() -> None:
    sv, en = told(rule(deadline={"days": 30}, ends_with={"date": "slutdatum"}), [DATED], "2025-04-10")
    assert "Föll bort eftersom dagen i ”Slutdatum” tog slut, torsdag 20 mars 2025." in sv
    assert "Ended as the day in “Slutdatum” was over, Thursday 20 March 2025." in en


def test_what_would_end_it() -> None:
    ends = ["slut", {"overdue": "annan"}, {"date": "slutdatum"}, {"event": "hemma", "of": "any_item"}]
    sv, en = told(rule(deadline={"days": 30}, ends_with=ends, spares="overdue"), [], "2025-03-10")
    assert (
        "Faller bort med: ”Insatsen är slut” eller att kravet ”Kontakt har tagits” blir försenat eller att dagen i "
        "”Slutdatum” är slut eller ”Frånvaron är slut” (vilken del av ärendet den än gäller)."
    ) in sv
    assert "Ska ändå göras när det faller bort: det som är försenat." in sv
    assert "Still to be done when it ends: what is overdue." in en


@pytest.mark.parametrize(
    ("spares", "sv", "en"),
    [
        ("running", "det vars period har börjat, om det inte är försenat", "that of a begun period if not overdue"),
        (
            ["overdue", "running"],
            "det som är försenat och det vars period har börjat",
            "what is overdue and that of a begun period",
        ),
    ],
)
def test_what_of_a_series_is_spared(spares: str | list[str], sv: str, en: str) -> None:
    plan = rule(repeat={"each": "month"}, ends_with="slut", spares=spares)
    told_sv, told_en = told(plan, [], "2025-03-10")
    assert f"Ska ändå göras när det faller bort: {sv}." in told_sv
    assert f"Still to be done when it ends: {en}." in told_en


def test_what_the_ending_spared() -> None:
    plan = rule(deadline={"days": 30}, ends_with="slut", spares="overdue")
    sv, en = told(plan, [event("slut", "2025-04-05")], "2025-04-10")
    assert "Insatsen är slut, lördag 5 april 2025: regeln avslutades, men lämnade kvar det här kravet." in sv
    assert "Insatsen är slut, Saturday 5 April 2025: the rule ended, but spared this obligation." in en


@pytest.mark.parametrize(
    ("ends", "by", "sv", "en"),
    [
        ("slut", event("slut", "2025-03-05"), "Insatsen är slut, onsdag 5 mars", "Insatsen är slut, Wednesday 5 March"),
        (
            {"date": "slutdatum"},
            DATED,
            "dagen i ”Slutdatum” tog slut, torsdag 20 mars",
            "the day in “Slutdatum” was over, Thursday 20 March",
        ),
        (
            {"overdue": "annan"},
            event("besked", "2025-03-05"),
            "kravet ”Kontakt har tagits” blev försenat, tisdag 11 mars",
            "the obligation “Kontakt har tagits” became overdue, Tuesday 11 March",
        ),
    ],
)
def test_what_called_a_trigger_off(ends: Any, by: dict[str, Any], sv: str, en: str) -> None:
    plan = rule(trigger=MISSING, deadline={"days": 3}, ends_with=ends)
    found_sv, found_en = told(plan, [by], "2025-03-22")
    waited = "”Planen är klar” händer inte inom 20 dagar från ”Insatsen har börjat”"
    assert f"{waited}: väntan avbröts av det som avslutar regeln: {sv} 2025." in found_sv
    assert any(line.endswith(f": called off by what ends the rule: {en} 2025.") for line in found_en)
    found_sv, found_en = told(plan, [by], "2025-03-30")
    assert f"Väntan avbröts av det som avslutar regeln: {sv} 2025." in found_sv
    assert f"Called off by what ends the rule: {en} 2025." in found_en
    assert "Utlösare som aldrig kom:" not in found_sv


def test_of_several_that_wait_those_not_called_off_will_come() -> None:
    plan = rule(trigger=MISSING, deadline={"days": 3}, ends_with="slut")
    log = [event("slut", "2025-03-05"), event("start", "2025-03-08")]
    sv, _ = told(plan, log, "2025-03-22")
    assert any(line.endswith(": det kommer lördag 29 mars 2025 om inget mer händer.") for line in sv)


def test_what_survives_or_is_kept_by_a_state_will_come() -> None:
    log = [event("slut", "2025-03-05")]
    for plan in (
        rule(trigger={**MISSING, "survives": True}, deadline={"days": 3}, ends_with="slut"),
        rule(trigger=MISSING, deadline={"days": 3}, ends_with="slut", only_if={"state": {"franvaro": False}}),
    ):
        sv, _ = told(plan, log, "2025-03-22")
        assert any(line.endswith(": det kommer måndag 24 mars 2025 om inget mer händer.") for line in sv)


def test_in_plain_data() -> None:
    plan = rule(deadline={"days": 30}, ends_with={"date": "slutdatum"})
    (one,) = why(engine_of(plan, OTHER), [START, DATED], "2025-04-10").to_dict()["obligations"]
    assert one["ending"]["event"] is None
    assert one["ending"]["day"] == "2025-03-20"
    assert one["ending"]["by"]["kind"] == "date"
    assert one["ends_with"] == []
    assert [also["kind"] for also in one["ends_also"]] == ["date"]
    assert one["obligation"]["ended_on"] == "2025-03-20"
