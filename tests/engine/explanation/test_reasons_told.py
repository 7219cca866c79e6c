"""Why a rule gave an obligation or none, in words: rule and case in, what a case officer reads out."""

from datetime import date, datetime
from typing import Any

import pytest

from rutinmotor import Case, Event
from rutinmotor.engine.explanation.asking import explain
from rutinmotor.workbench.explained import explained_text
from tests.engine.explanation.asking import after, engine_of, event, lines, rule, why

START = [event("start", "2025-06-17T09:30", id="e1")]
SOON = {"days": 3}
OTHER = rule("annan", deadline=SOON)


def test_an_obligation_in_swedish_and_english() -> None:
    plan = rule(
        deadline=SOON,
        only_if={"iub": False},
        ends_with="slut",
        escalation=[{"after": {"days": 1}, "to": "chef", "action": "Påminn utföraren"}],
        source={"section": "Planen", "duties": ["S1", "S2"]},
        interpretation="Så läser vi det.",
    )
    engine = engine_of(plan, scope={"regi": {"not": "enskild"}})
    explanation = why(engine, START, "2025-06-21", facts={"iub": False}, items={"i1": {"regi": "egen"}})
    assert lines(explanation) == [
        "Ärende 1 · lördag 21 juni 2025",
        "Plan (sol.plan) · i1 — försenat: 1 dag för sent, sista dag fredag 20 juni 2025",
        "Den som ska göra det: Utförare.",
        "Utlöstes av: Insatsen har börjat (e1), tisdag 17 juni 2025 kl. 09.30.",
        "Villkor, tisdag 17 juni 2025:",
        "Regi får inte vara enskild: är egen (står på i1 från början) – uppfyllt (gäller hela katalogen)",
        "Utan prövning ska vara nej: är nej (står på ärendet från början) – uppfyllt",
        "Så räknades tiden:",
        "Tiden börjar tisdag 17 juni 2025, som inte räknas med.",
        "3 dagar framåt: fredag 20 juni 2025.",
        "Sista dag: fredag 20 juni 2025.",
        "Klart med: ”Planen är klar”.",
        "Faller bort med: ”Insatsen är slut”.",
        "Eskalering:",
        "1 dag efter sista dagen, lördag 21 juni 2025: Enhetschef, Påminn utföraren – nått",
        "Tolkning: Så läser vi det.",
        "Källa: Planen (S1 och S2)",
    ]
    assert lines(explanation, "en")[:7] == [
        "Case 1 · Saturday 21 June 2025",
        "Plan (sol.plan) · i1 — overdue: 1 day late, last day Friday 20 June 2025",
        "To be done by: Utförare.",
        "Triggered by: Insatsen har börjat (e1), Tuesday 17 June 2025 at 09:30.",
        "Conditions, Tuesday 17 June 2025:",
        "Regi must not be enskild: is egen (stands on i1 from the start) – met (for the whole catalogue)",
        "Utan prövning must be no: is no (stands on the case from the start) – met",
    ]


# What set it off


@pytest.mark.parametrize(
    ("trigger", "told"),
    [
        ("start", "Insatsen har börjat (e1), tisdag 17 juni 2025 kl. 09.30"),
        ({"overdue": "annan"}, "kravet ”Plan” blev försenat, lördag 21 juni 2025"),
        ({"fulfilled": "annan"}, "kravet ”Plan” blev klart (Planen är klar (k), söndag 22 juni 2025)"),
        ({"state": "franvaro"}, "”Frånvaro” började gälla (Frånvaron har börjat (b), torsdag 19 juni 2025)"),
        (
            {"state": "franvaro", "longer_than": {"days": 4}},
            "”Frånvaro” har varat i 4 dagar (Frånvaron har börjat (b), torsdag 19 juni 2025), måndag 23 juni 2025",
        ),
        (
            {"missing": "besked", "since": "start", "for": {"weeks": 1}},
            "”Besked har lämnats” har inte hänt inom 1 vecka från ”Insatsen har börjat”"
            " (Insatsen har börjat (e1), tisdag 17 juni 2025 kl. 09.30), onsdag 25 juni 2025",
        ),
        (
            {"date": "slutdatum", "minus": {"weeks": 1}},
            "1 vecka före dagen i ”Slutdatum” (onsdag 2 juli 2025), onsdag 25 juni 2025",
        ),
        ({"ahead_of": "annan", "by": {"days": 1}}, "1 dag före sista dagen för kravet ”Plan”, torsdag 19 juni 2025"),
        (
            {"ahead_of": "annan", "by": {"urgency": "i_god_tid"}},
            "i god tid före sista dagen för kravet ”Plan”, tisdag 17 juni 2025",
        ),
    ],
)
def test_what_set_it_off(trigger: Any, told: str) -> None:
    case = [*START, event("borta", "2025-06-19", id="b"), event("klar", "2025-06-22", id="k")]
    engine = engine_of(OTHER, rule(trigger=trigger, deadline="none", fulfilled_by="slut"))
    explanation = why(engine, case, "2025-06-26", items={"i1": {"slutdatum": "2025-07-02"}})
    assert [line for line in lines(explanation) if line.startswith("Utlöstes")] == [f"Utlöstes av: {told}."]
    assert explanation.absent_triggers == ()


# What never came


ABSENT: list[tuple[Any, list[dict[str, Any]], str]] = [
    ("start", [], "”Insatsen har börjat”: det har inte hänt."),
    ({"overdue": "annan"}, [], "Kravet ”Plan” blir försenat: det kravet har inte uppstått."),
    ({"overdue": "annan"}, START, "Kravet ”Plan” blir försenat: det kommer lördag 21 juni 2025 om inget mer händer."),
    ({"overdue": "annan"}, [*START, event("klar", "2025-06-18")], "Kravet ”Plan” blir försenat: det har inte hänt."),
    ({"fulfilled": "annan"}, START, "Kravet ”Plan” blir klart: det har inte hänt."),
    ({"state": "franvaro"}, START, "”Frånvaro” börjar gälla: det har inte börjat."),
    (
        {"state": "franvaro", "longer_than": {"days": 4}},
        [event("borta", "2025-06-16")],
        "”Frånvaro” varar i 4 dagar: det kommer fredag 20 juni 2025 om inget mer händer.",
    ),
    (
        {"state": "franvaro", "longer_than": {"days": 4}},
        [event("borta", "2025-06-01"), event("hemma", "2025-06-02")],
        "”Frånvaro” varar i 4 dagar: det har inte varat så länge.",
    ),
    (
        {"missing": "besked", "since": "start", "for": {"days": 4}},
        [event("besked", "2025-06-01")],
        "”Besked har lämnats” händer inte inom 4 dagar från ”Insatsen har börjat”: ”Insatsen har börjat” har inte"
        " hänt.",
    ),
    (
        {"missing": "besked", "since": "start", "for": {"days": 4}},
        START,
        "”Besked har lämnats” händer inte inom 4 dagar från ”Insatsen har börjat”: det kommer söndag 22 juni 2025 om"
        " inget mer händer.",
    ),
    (
        {"missing": "besked", "since": "start", "for": {"days": 1}},  # to the end of that day, Wednesday 18 June
        START,
        "”Besked har lämnats” händer inte inom 1 dag från ”Insatsen har börjat”: det kommer torsdag 19 juni 2025 om"
        " inget mer händer.",
    ),
    (
        {"missing": "besked", "since": "start", "for": {"days": 4}},
        [*START, event("besked", "2025-06-17")],
        "”Besked har lämnats” händer inte inom 4 dagar från ”Insatsen har börjat”: ”Besked har lämnats” kom i tid.",
    ),
    ({"date": "slutdatum"}, START, "Dagen i ”Slutdatum”: dagen är inte angiven."),
    (
        {"date": "slutdatum", "plus": {"days": 1}},
        [event("besked", "2025-06-17", data={"slutdatum": "2025-07-01"})],
        "1 dag efter dagen i ”Slutdatum”: det kommer onsdag 2 juli 2025 om inget mer händer.",
    ),
    (
        {"date": "slutdatum"},
        [event("besked", "2025-06-17", data={"slutdatum": "2025-06-01"})],
        "Dagen i ”Slutdatum”: söndag 1 juni 2025 var redan passerad när uppgiften blev känd.",
    ),
    (
        {"ahead_of": "annan", "by": {"days": 1}},
        START,
        "1 dag före sista dagen för kravet ”Plan”: det kommer torsdag 19 juni 2025 om inget mer händer.",
    ),
]


@pytest.mark.parametrize(("trigger", "case", "told"), ABSENT)
def test_what_never_came(trigger: Any, case: list[dict[str, Any]], told: str) -> None:
    explanation = why(engine_of(OTHER, rule(trigger=trigger, deadline="none")), case, "2025-06-18")
    assert lines(explanation)[1:] == [
        "Regeln ”Plan” (sol.plan) har inte gett något krav.",
        "Utlösare som aldrig kom:",
        told,
    ]


def test_why_it_never_came_in_a_word() -> None:
    engines = [(engine_of(OTHER, rule(trigger=trigger, deadline="none")), case) for trigger, case, _ in ABSENT]
    found = [one for engine, case in engines for one in why(engine, case, "2025-06-18").absent_triggers]
    assert [(one.line.kind, one.why, one.day and one.day.isoformat()) for one in found] == [
        ("event", "never", None),
        ("overdue", "no_other", None),
        ("overdue", "not_yet", "2025-06-21"),
        ("overdue", "not_so", None),
        ("fulfilled", "not_so", None),
        ("state", "never", None),
        ("state", "not_yet", "2025-06-20"),
        ("state", "too_short", None),
        ("missing", "never", None),
        ("missing", "not_yet", "2025-06-22"),
        ("missing", "not_yet", "2025-06-19"),
        ("missing", "in_time", None),
        ("date", "no_fact", None),
        ("date", "not_yet", "2025-07-02"),
        ("date", "passed", "2025-06-01"),
        ("ahead_of", "not_yet", "2025-06-19"),
    ]


def test_a_day_given_before_anything_has_happened_is_not_ahead() -> None:
    explanation = why(
        engine_of(rule(trigger={"date": "slutdatum"}, deadline="none")),
        [event("start", "2025-06-19")],
        "2025-06-18",
        facts={"slutdatum": "2025-06-18"},
    )
    assert lines(explanation)[3:] == ["Dagen i ”Slutdatum”: onsdag 18 juni 2025 kom innan något hade hänt i ärendet."]


def test_the_day_asked_is_not_ahead() -> None:
    """Opened on the 19th with the 18th as its last day, it becomes overdue the day after its opening."""
    engine = engine_of(
        rule("annan", deadline={"date": "slutdatum"}), rule(trigger={"overdue": "annan"}, deadline="none")
    )
    case = [event("start", "2025-06-19", data={"slutdatum": "2025-06-18"})]
    assert lines(why(engine, case, "2025-06-19"))[3:] == ["Kravet ”Plan” blir försenat: det har inte hänt."]
    assert why(engine, case, "2025-06-20").absent_triggers == ()


def test_only_the_lines_that_never_came_are_told() -> None:
    engine = engine_of(rule(trigger=["start", "besked", {"state": "franvaro"}], deadline=SOON, only_if={"iub": True}))
    explanation = why(engine, START, "2025-06-18", facts={"iub": False})
    assert [one.line.name.name for one in explanation.absent_triggers] == ["besked", "franvaro"]


# What came and opened nothing


def refused(
    engine: Any, case: list[dict[str, Any]], at: str = "2025-06-30", lang: Any = "sv", **rest: Any
) -> list[str]:
    heading = "Utlösare som inte" if lang == "sv" else "Triggers that opened"
    found = lines(why(engine, case, at, **rest), lang)
    return after(found, heading, "Utlösare som aldrig" if lang == "sv" else "Triggers that never")


CAME = "i1: Insatsen har börjat (e1), tisdag 17 juni 2025 kl. 09.30."


def test_a_condition_that_said_no_and_with_which_fact() -> None:
    condition = {
        "slutdatum": {"known": False},
        "antal": {"over": 3, "at_most": 9},
        "state": {"franvaro": True},
        "no_other_in": "franvaro",
        "any": [{"regi": ["egen"]}, {"iub": {"not": True}, "antal": {"at_least": 5}}],
    }
    case = [*START, event("borta", "2025-06-17", "i2")]
    engine = engine_of(rule(deadline=SOON, only_if=condition))
    assert refused(engine, case, facts={"antal": 4, "iub": False}, items={"i1": {"regi": "enskild"}}) == [
        CAME,
        "Villkoret var inte uppfyllt.",
        "Slutdatum ska inte vara angiven: är inte angiven – uppfyllt",
        "Antal dagar ska vara mer än 3 och högst 9: är 4 (står på ärendet från början) – uppfyllt",
        "”Frånvaro” ska gälla: gäller inte – inte uppfyllt",
        "”Frånvaro” får inte gälla någon annan del av ärendet: en annan gör det – inte uppfyllt",
        "Minst ett av detta – inte uppfyllt:",
        "Regi ska vara egen: är enskild (står på i1 från början) – inte uppfyllt",
        "Allt detta – inte uppfyllt:",
        "Utan prövning får inte vara ja: är nej (står på ärendet från början) – uppfyllt",
        "Antal dagar ska vara minst 5: är 4 (står på ärendet från början) – inte uppfyllt",
    ]


def test_the_fact_is_told_as_it_stood_that_day() -> None:
    case = [*START, event("besked", "2025-06-18", data={"iub": False})]
    engine = engine_of(rule(deadline=SOON, only_if={"iub": False}))
    assert refused(engine, case, facts={"iub": True}) == [
        CAME,
        "Villkoret var inte uppfyllt.",
        "Utan prövning ska vara nej: är ja (står på ärendet från början) – inte uppfyllt",
        "Sedan onsdag 18 juni 2025 är den nej, genom ”Besked har lämnats”.",
    ]


def test_a_fact_that_is_missing_for_the_condition() -> None:
    engine = engine_of(rule(deadline=SOON, only_if={"iub": False, "slutdatum": {"under": "2025-07-01"}}))
    assert refused(engine, START) == [
        CAME,
        "Det går inte att avgöra, eftersom uppgifter saknas: ”Utan prövning” och ”Slutdatum”.",
        "Det prövas igen när någon av dem anges.",
        "Utan prövning ska vara nej: är inte angiven – går inte att avgöra",
        "Slutdatum ska vara tidigare än tisdag 1 juli 2025: är inte angiven – går inte att avgöra",
    ]
    assert refused(engine, START, lang="en") == [
        "i1: Insatsen har börjat (e1), Tuesday 17 June 2025 at 09:30.",
        "It cannot be judged, as facts are missing: “Utan prövning” and “Slutdatum”.",
        "It is asked again when one of them is given.",
        "Utan prövning must be no: is not given – cannot be judged",
        "Slutdatum must be earlier than Tuesday 1 July 2025: is not given – cannot be judged",
    ]


def test_a_fact_that_is_missing_for_the_deadline() -> None:
    engine = engine_of(rule(deadline={"days": "antal"}, only_if={"iub": True}))
    assert refused(engine, START, facts={"iub": True}) == [
        CAME,
        "Tiden går inte att räkna, eftersom uppgifter saknas: ”Antal dagar”.",
        "Det prövas igen när uppgiften anges.",
        "Utan prövning ska vara ja: är ja (står på ärendet från början) – uppfyllt",
    ]


def test_a_rule_that_was_not_in_force() -> None:
    old, new = {"to": "2025-06-01"}, {"from": "2025-06-03", "to": "2025-06-10"}
    engine = engine_of(rule(deadline=SOON, in_force=old), rule(deadline=SOON, in_force=new))
    assert refused(engine, START) == [
        CAME,
        "Regeln gällde inte den dagen; den gäller till och med söndag 1 juni 2025 och från och med tisdag 3 juni 2025"
        " till och med tisdag 10 juni 2025.",
    ]


def test_a_version_that_was_in_force_takes_the_trigger_up() -> None:
    old, new = {"to": "2025-06-01"}, {"from": "2025-06-03"}
    explanation = why(
        engine_of(rule(deadline=SOON, in_force=old), rule(deadline=SOON, in_force=new)), START, "2025-06-30"
    )
    assert len(explanation.obligations) == 1
    assert explanation.refusals == ()


def test_one_that_was_open_already() -> None:
    case = [*START, event("start", "2025-06-18", id="e2")]
    assert refused(engine_of(rule(deadline=SOON, on_repeat="keep")), case) == [
        "i1: Insatsen har börjat (e2), onsdag 18 juni 2025.",
        "Ett krav var redan öppet sedan tisdag 17 juni 2025, och en utlösare till ändrar inget.",
    ]


def test_a_series_between_two_obligations() -> None:
    case = [*START, event("klar", "2025-06-18"), event("start", "2025-06-19", id="e2")]
    assert refused(engine_of(rule(repeat={"each": "month"})), case) == [
        "i1: Insatsen har börjat (e2), torsdag 19 juni 2025.",
        "Kravet återkom redan, och en utlösare till ändrar inget.",
    ]


def test_a_case_without_items() -> None:
    assert refused(engine_of(rule(deadline=SOON, per="item")), [event("start", "2025-06-17", None)]) == [
        "Insatsen har börjat, tisdag 17 juni 2025.",
        "Regeln gäller varje del av ärendet, men ärendet hade ingen del.",
    ]


def test_the_next_of_a_series() -> None:
    engine = engine_of(rule(deadline=SOON, only_if={"iub": False}, repeat={"every": {"days": 9}, "from": "fulfilment"}))
    case = [*START, event("klar", "2025-06-18", data={"iub": True})]
    assert refused(engine, case, facts={"iub": False}) == [
        "i1: nästa i serien, onsdag 18 juni 2025.",
        "Villkoret var inte uppfyllt.",
        "Utan prövning ska vara nej: är ja (står på i1, angivet onsdag 18 juni 2025 med ”Planen är klar”) – inte "
        "uppfyllt",
    ]


def test_the_next_of_a_series_that_cannot_be_counted() -> None:
    engine = engine_of(rule(deadline={"days": "antal"}, repeat={"each": "month"}))
    case = [event("start", "2025-05-20", data={"antal": 2}), event("besked", "2025-05-25", data={"antal": None})]
    assert refused(engine, case) == [
        "i1: nästa i serien, söndag 1 juni 2025.",
        "Tiden går inte att räkna, eftersom uppgifter saknas: ”Antal dagar”.",
        "Det prövas igen när uppgiften anges.",
    ]


def test_a_time_that_could_not_begin_again() -> None:
    engine = engine_of(rule(deadline={"days": "antal"}, on_repeat="restart"))
    case = [
        event("start", "2025-05-20", data={"antal": 2}),
        event("start", "2025-05-21", id="e2", data={"antal": None}),
    ]
    explanation = why(engine, case, "2025-06-30")
    assert explanation.obligations[0].restarts == ()
    assert refused(engine, case) == [
        "i1: Insatsen har börjat (e2), onsdag 21 maj 2025.",
        "Tiden går inte att räkna, eftersom uppgifter saknas: ”Antal dagar”.",
        "Det prövas igen när uppgiften anges.",
    ]


SAME_DAY = rule(
    deadline={"days": "antal"}, only_if={"state": {"franvaro": False}, "regi": "egen", "no_other_in": "franvaro"}
)
AWAY: dict[str, Any] = {"data": {"regi": "enskild", "antal": 9}}
FACTS = {"regi": "egen", "antal": 3}


def test_a_condition_is_told_as_of_the_clock_at_which_it_was_asked() -> None:
    case = [
        event("start", "2025-01-01T08:00"),
        event("borta", "2025-01-01T09:00", **AWAY),
        event("borta", "2025-01-01T09:00", "i2"),
    ]
    found = why(engine_of(SAME_DAY), case, "2025-01-04", facts=FACTS)
    assert after(lines(found), "Villkor", "Så räknades") == [
        "Regi ska vara egen: var egen kl. 08.00 (står på ärendet från början) – uppfyllt",
        "Sedan onsdag 1 januari 2025 kl. 09.00 är den enskild, genom ”Frånvaron har börjat”.",
        "”Frånvaro” får inte gälla: gällde inte kl. 08.00 – uppfyllt",
        "”Frånvaro” får inte gälla någon annan del av ärendet: ingen annan gjorde det kl. 08.00 – uppfyllt",
    ]
    assert "”Antal dagar” är 3 (står på ärendet från början)" in " ".join(lines(found))
    assert found.to_dict()["obligations"][0]["conditions"][1]["as_of"] == "08:00"


def test_a_condition_that_said_no_at_its_clock_and_would_have_said_yes_in_the_evening() -> None:
    case = [
        event("borta", "2025-01-01T07:00", **AWAY),
        event("borta", "2025-01-01T07:00", "i2"),
        event("start", "2025-01-01T08:00", id="s"),
        event("hemma", "2025-01-01T09:00", None),
        event("besked", "2025-01-01T10:00", data={"regi": "egen"}),
    ]
    explanation = why(engine_of(SAME_DAY), case, "2025-01-04", facts=FACTS)
    assert after(lines(explanation, "en"), "Triggers that opened", "Triggers that never")[1:] == [
        "The condition was not met.",
        "Regi must be egen: was enskild at 08:00 (stands on i1, given on Wednesday 1 January 2025 with “Frånvaron har "
        "börjat”) – not met",
        "Since Wednesday 1 January 2025 at 10:00 it is egen, through “Besked har lämnats”.",
        "“Frånvaro” must not hold: held at 08:00 – not met",
        "“Frånvaro” must hold for no other item of the case: another did at 08:00 – not met",
    ]


def test_a_fact_that_was_not_yet_given_when_it_was_asked() -> None:
    case = [event("start", "2025-01-01T08:00"), event("besked", "2025-01-01T09:00", data={"regi": "egen"})]
    engine = engine_of(rule(deadline=SOON, only_if={"regi": "egen", "iub": True}))
    assert refused(engine, case)[1:] == [
        "Det går inte att avgöra, eftersom uppgifter saknas: ”Utan prövning”.",
        "Det prövas igen när uppgiften anges.",
        "Regi ska vara egen: är egen (står på i1, saknades då och angavs först onsdag 1 januari 2025 kl. 09.00 med "
        "”Besked har lämnats”) – uppfyllt",
        "Utan prövning ska vara ja: är inte angiven – går inte att avgöra",
    ]


def test_a_condition_is_told_without_a_clock_where_the_day_left_it_as_it_was() -> None:
    found = lines(why(engine_of(SAME_DAY), [event("start", "2025-01-01T08:00")], "2025-01-04", facts=FACTS))
    assert "”Frånvaro” får inte gälla: gäller inte – uppfyllt" in found


def test_the_next_of_a_series_that_is_refused_on_the_day_it_began() -> None:
    engine = engine_of(rule(deadline=SOON, only_if={"iub": False}, repeat={"every": {"days": 9}, "from": "fulfilment"}))
    case = [event("start", "2025-06-17T08:00"), event("klar", "2025-06-17T09:00", data={"iub": True})]
    assert refused(engine, case, facts={"iub": False}) == [
        "i1: nästa i serien, tisdag 17 juni 2025.",
        "Villkoret var inte uppfyllt.",
        "Utan prövning ska vara nej: är ja (står på i1, angivet tisdag 17 juni 2025 med ”Planen är klar”) – inte "
        "uppfyllt",
    ]


# How it ended


def ended(plan: dict[str, Any], *more: dict[str, Any]) -> list[str]:
    found = lines(why(engine_of(plan), [*START, *more], "2025-06-30"))
    last = next(number for number, line in enumerate(found) if line.startswith("Sista dag"))
    return [found[1], *found[last + 1 :]]


def test_fulfilled_in_time_and_late() -> None:
    assert ended(rule(deadline=SOON), event("klar", "2025-06-20", id="k")) == [
        "Plan (sol.plan) · i1 — klart fredag 20 juni 2025",
        "Blev klart med: Planen är klar (k), fredag 20 juni 2025.",
    ]
    assert ended(rule(deadline=SOON), event("klar", "2025-06-22", id="k")) == [
        "Plan (sol.plan) · i1 — klart för sent söndag 22 juni 2025 (2 dagar)",
        "Blev klart med: Planen är klar (k), söndag 22 juni 2025, 2 dagar för sent.",
    ]


def test_ended_unfulfilled() -> None:
    assert ended(rule(deadline=SOON, ends_with="slut"), event("slut", "2025-06-19")) == [
        "Plan (sol.plan) · i1 — bortfallet torsdag 19 juni 2025",
        "Föll bort med: Insatsen är slut, torsdag 19 juni 2025.",
    ]


def test_what_was_done_before_counts() -> None:
    plan = rule(deadline=SOON, counts_from="besked")
    assert ended(plan, event("besked", "2025-06-09"), event("klar", "2025-06-10"))[1:] == [
        "Blev klart med: Planen är klar, tisdag 10 juni 2025; det som gjordes innan kravet uppstod räknas här."
    ]


def test_breaches() -> None:
    plan = rule(
        deadline={"days": 9},
        not_before={"days": 3},
        backdating="slutdatum",
        extended_by={"event": "besked", "by": {"days": 1}},
    )
    more = [
        event("besked", "2025-06-18"),
        event("besked", "2025-06-18T12:00", id="b2"),
        event("klar", "2025-06-19", data={"slutdatum": "2025-06-18"}),
    ]
    assert ended(plan, *more)[2:] == [
        "Avvikelse: Besked har lämnats (b2), onsdag 18 juni 2025 kl. 12.00: förlängde inget: den kom efter sista dagen,"
        " eller en gång för mycket.",
        "Avvikelse: Planen är klar, torsdag 19 juni 2025: daterades bakåt, till onsdag 18 juni 2025.",
        "Avvikelse: Planen är klar, torsdag 19 juni 2025: gjordes för tidigt, tidigast tillåtna dag var fredag 20 juni"
        " 2025.",
    ]


# The question


def test_an_item_that_the_case_does_not_have() -> None:
    explanation = why(engine_of(rule(deadline=SOON)), START, "2025-06-18", item="i7", known="2025-06-18")
    assert lines(explanation)[:3] == [
        "Ärende 1 · i7 · onsdag 18 juni 2025",
        "Som det var känt onsdag 18 juni 2025.",
        "Ärendet har ingen del som heter i7.",
    ]
    assert explanation.obligations == ()


def test_one_item_of_several() -> None:
    case = [*START, event("start", "2025-06-18", "i2"), event("start", "2025-06-18", None)]
    explanation = why(engine_of(rule(deadline=SOON)), case, "2025-06-20", item="i2")
    assert [one.obligation.item for one in explanation.obligations] == ["i2", None]


def test_a_rule_that_there_is_not() -> None:
    with pytest.raises(ValueError, match=r"there is no rule sol\.finns_inte"):
        why(engine_of(rule(deadline=SOON)), [], "2025-06-20", asked="sol.finns_inte")


def test_a_day_with_a_clock_is_refused() -> None:
    with pytest.raises(TypeError):
        explain(engine_of(rule(deadline=SOON)), Case("1"), "sol.plan", datetime(2025, 6, 20, 12))


def test_names_from_a_hostile_case_cannot_steer_a_terminal() -> None:
    case = Case("1\x1b[2J", (Event("start", date(2025, 6, 17), item="i1\x1b[2J\n"),))
    text = explained_text(explain(engine_of(rule(deadline=SOON)), case, "sol.plan", date(2025, 6, 18)), "sv")
    assert "\x1b" not in text
    assert "i1\\u001b[2J\\u000a" in text
