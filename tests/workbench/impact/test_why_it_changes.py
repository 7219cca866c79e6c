"""Why an obligation is there under one rule set only, and what differs in one that is there under both, in words."""

import pytest

from rutinmotor.workbench.impact.reasons import reasons_of
from rutinmotor.workbench.impact.reasons_text import differences_told, reasons_told
from rutinmotor.workbench.telling.titles import titles_of
from tests.workbench.impact.rules import OLD, ask, case, told, why

START, AGAIN = "start 2025-10-01", "start 2025-10-10"
AT = "2025-10-12"
SERIES = OLD.replace("    deadline: {weeks: 6}\n", "    repeat: {every: {months: 1}, from: fulfilment}\n")
AHEAD = """
  - id: paminn
    title: Påminn
    actor: chef
    trigger: {ahead_of: plan, by: {days: NN}}
    fulfilled_by: klar
"""
STEPS = "    actor: utforare\n    escalation: [{before: {days: 40}, to: chef, action: Påminn}]"


def differences(old: str, new: str, *events: str, at: str = AT) -> list[str]:
    """What differs in the one change that there is."""
    asked = ask(old, new, at)
    (change,) = asked.of(case(*events)).changes
    return differences_told(change, titles_of(asked.new.catalogues), "sv")


def ahead(days: int) -> str:
    return OLD + AHEAD.replace("NN", str(days))


@pytest.mark.parametrize(
    ("old", "new", "events", "at", "kind", "reason"),
    [
        (
            OLD,
            OLD.replace("trigger: start", "trigger: start\n    on_repeat: restart"),
            (START, AGAIN),
            AT,
            "vanished plan: due 2025-11-21 → –",
            "Nya regler: Ett krav var redan öppet, och dess tid började om.",
        ),
        (
            OLD,
            OLD.replace("trigger: start", "trigger: start\n    per: case"),
            (START,),
            AT,
            "appeared plan: – → due 2025-11-12",
            "Gamla regler: Kravet gäller i1.",
        ),
        (
            OLD.replace("trigger: start", "trigger: start\n    per: case"),
            OLD,
            (START,),
            AT,
            "appeared plan: – → due 2025-11-12",
            "Gamla regler: Kravet gäller hela ärendet.",
        ),
        (
            SERIES,
            OLD,
            (START, "klar 2025-10-08"),
            AT,
            "vanished plan: due 2025-11-08 → –",
            "Nya regler: Samma utlösare ger inget krav som uppstår onsdag 8 oktober 2025.",
        ),
        (
            ahead(14),
            ahead(40),
            (START,),
            "2025-10-12",
            "appeared paminn: – → due 2025-11-12",
            "Gamla regler: Utlöses inte av detta: 40 dagar före sista dagen för kravet ”Planen är klar”.",
        ),
    ],
)
def test_why_there_is_none(old: str, new: str, events: tuple[str], at: str, kind: str, reason: str) -> None:
    asked = ask(old, new, at)
    one = case(*events)
    impact = asked.of(one)
    found = dict(zip(told(impact), reasons_of(asked, one, impact), strict=True))
    (change,) = [change for change, line in zip(impact.changes, told(impact), strict=True) if line == kind]
    assert reasons_told(change, found[kind], "sv") == [reason]


def test_a_reminder_that_falls_between_the_two_versions() -> None:
    """By the old rules it comes on a day of the new, by the new on a day of the old: so it never comes."""
    asked = ask(ahead(14), ahead(40), "2025-11-12", "2025-10-15")
    assert told(asked.of(case(START))) == ["vanished paminn: due 2025-11-12 → –"]
    assert why(asked, case(START)) == ["Nya regler: Så utlöses kravet bara till och med tisdag 14 oktober 2025."]


def test_a_version_that_never_takes_over_is_said_to_trigger_nothing() -> None:
    old = OLD + "    in_force: {from: 2025-10-05}\n"
    new = OLD.replace("trigger: start", "trigger: borta")
    asked = ask(old, new, AT, "2025-10-05")
    assert told(asked.of(case(AGAIN))) == ["vanished plan: due 2025-11-21 → –"]
    assert why(asked, case(AGAIN)) == ["Nya regler: Så utlöses kravet aldrig."]


def test_what_a_rule_under_another_name_does_not_do_is_told_of_that_rule() -> None:
    new = OLD.replace("id: plan", "id: planen").replace("trigger: start", "trigger: start\n    only_if: {iub: true}")
    called = {"sol.plan": "sol.planen"}
    there = ask(OLD, new, AT, called=called)
    assert told(there.of(case(START))) == ["vanished plan: due 2025-11-12 → –"]
    assert why(there, case(START)) == [
        "Nya regler: Utan prövning ska vara ja: är nej (står på i1 från början) – inte uppfyllt."
    ]
    back = ask(new, OLD, AT, called={"sol.planen": "sol.plan"})
    assert why(back, case(START)) == [
        "Gamla regler: Utan prövning ska vara ja: är nej (står på i1 från början) – inte uppfyllt."
    ]
    # Of two names, that of the rule in force when it was triggered: here the old one, then the new.
    kept = ask(OLD, new, AT, "2025-10-05", called=called)
    assert told(kept.of(case(START))) == []
    assert why(kept, case(AGAIN)) == why(there, case(START))


def test_a_name_alone_is_no_change() -> None:
    follows = "  - {id: efter, title: Efter, actor: chef, trigger: {overdue: plan}, deadline: {days: 3}}\n"
    old = OLD.replace("weeks: 6", "days: 2") + follows
    new = old.replace("id: plan", "id: planen").replace("overdue: plan", "overdue: planen")
    one = case(START, AGAIN)
    called = {"sol.plan": "sol.planen"}
    assert not ask(old, new, AT, called=called).of(one)
    assert told(ask(old, new.replace("days: 3", "days: 5"), AT, called=called).of(one)) == [
        "later efter: overdue 2025-10-07 → overdue 2025-10-09"
    ]
    unknown = new.replace("planen}, deadline", "planen}, only_if: {iub: true}, deadline")
    gap = case(START, facts="{regi: egen}")
    asks = old.replace("plan}, deadline", "plan}, only_if: {iub: true}, deadline")
    assert not ask(asks, unknown, AT, called=called).of(gap)
    assert not ask(asks.replace("id: efter", "id: sen"), unknown, AT, called={**called, "sol.sen": "sol.efter"}).of(gap)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (OLD, OLD.replace("    actor: utforare", STEPS), "förs vidare till: – → Enhetschef"),
        (
            OLD.replace("    actor: utforare", STEPS),
            OLD.replace("    actor: utforare", STEPS.replace("40", "41")),
            "förs vidare till: Enhetschef fre 3 okt 2025 → Enhetschef tor 2 okt 2025",
        ),
        (
            OLD.replace("    actor: utforare", STEPS.replace("40", "10")),
            OLD.replace("    actor: utforare", STEPS.replace("40", "9")),
            "förs vidare till: Enhetschef sön 2 nov 2025 → Enhetschef mån 3 nov 2025",
        ),
        (
            OLD.replace("    actor: utforare", STEPS),
            OLD.replace("    actor: utforare", STEPS.replace("Påminn", "Ring")),
            "förs vidare till: Enhetschef: Påminn → Enhetschef: Ring",
        ),
    ],
)
def test_how_an_escalation_differs(old: str, new: str, line: str) -> None:
    assert [one.replace("\N{NO-BREAK SPACE}", " ") for one in differences(old, new, START)] == [line]


def test_a_breach_and_a_word_of_urgency_are_told() -> None:
    early = OLD.replace("    actor: utforare", "    not_before: {days: 14}\n    actor: utforare")
    assert differences(OLD, early, START, "klar 2025-10-05") == ["avvikelser: 0 → 1"]
    soon = OLD.replace("{weeks: 6}", "{urgency: snarast, at_latest: {weeks: 6}}")
    assert differences(OLD, soon, START) == ["skyndsamhet: – → snarast"]


def test_of_a_series_the_condition_that_left_one_out_is_the_only_reason() -> None:
    new = OLD.replace("    deadline: {weeks: 6}\n", "    repeat: {every: {months: 1}, from: trigger}\n")
    old = new.replace("trigger: start", "trigger: start\n    only_if: {state: {franvaro: false}}")
    one = case(START, "borta 2025-11-01", "hemma 2025-11-10")
    assert why(ask(old, new, "2025-12-05"), one) == ["Gamla regler: ”Frånvaro” får inte gälla: gäller – inte uppfyllt."]


def test_what_goes_with_one_of_several_follows_from_that() -> None:
    """The second plan is gone, and so is what its being overdue led to; the first led there all the same."""
    follows = (
        "  - {id: efter, title: Efter, actor: chef, trigger: {overdue: plan}, deadline: none, fulfilled_by: klar}\n"
    )
    old = OLD.replace("weeks: 6", "days: 2") + follows
    new = old.replace("trigger: start\n", "trigger: start\n    only_if: {state: {franvaro: false}}\n", 1)
    one = case(START, "borta 2025-10-05", "start 2025-10-06")
    asked = ask(old, new, AT)
    assert told(asked.of(one)) == ["vanished plan: overdue 2025-10-08 → –", "vanished efter: due None → –"]
    assert why(asked, one) == [
        "Nya regler: ”Frånvaro” får inte gälla: gäller – inte uppfyllt.",
        "Följer av annat som ändras i ärendet.",
    ]


def test_each_item_has_its_own_reason() -> None:
    new = OLD.replace("trigger: start", "trigger: start\n    only_if: {regi: enskild}")
    assert why(ask(OLD, new, AT), case(START, "start 2025-10-01 i2")) == [
        "Nya regler: Regi ska vara enskild: är egen (står på i1 från början) – inte uppfyllt.",
        "Nya regler: Det går inte att avgöra, eftersom uppgifter saknas: ”Regi”.",
    ]


def test_a_line_counted_by_another_calendar_is_still_that_line() -> None:
    """The wait is three working days; a free day more makes it a day longer, and the plan comes just in time."""
    wait = "{missing: klar, since: start, for: {working_days: 3, calendar: vardag}}"
    old = OLD.replace("trigger: start", f"trigger: {wait}").replace("fulfilled_by: klar", "fulfilled_by: hemma")
    new = old.replace("eves_free: true", "eves_free: true, extra_free: [2025-10-14]")
    asked = ask(old, new, "2025-10-20", "2025-10-09")
    one = case(AGAIN, "klar 2025-10-16")
    assert told(asked.of(one)) == ["vanished plan: due 2025-11-27 → –"]
    (line,) = why(asked, one)
    assert line.startswith("Nya regler: ”Planen är klar” händer inte inom 3 arbetsdagar")
