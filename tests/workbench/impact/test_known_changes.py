"""Six weeks become four, and every other change of one rule: what a case officer can count on her fingers."""

import pytest

from tests.workbench.impact.rules import HEAD, OLD, ask, case, told, why

NEW = OLD.replace("weeks: 6", "weeks: 4")
# Started on Wednesday 1 October 2025: six weeks end on 12 November, four on 29 October.
START = "start 2025-10-01"


@pytest.mark.parametrize(
    ("events", "at", "expected"),
    [
        ([START], "2025-09-30", []),
        ([START], "2025-10-29", ["earlier plan: due 2025-11-12 → due 2025-10-29"]),
        ([START], "2025-10-30", ["overdue plan: due 2025-11-12 → overdue 2025-10-29"]),
        ([START], "2025-11-13", ["earlier plan: overdue 2025-11-12 → overdue 2025-10-29"]),
        ([START, "klar 2025-10-20"], "2025-11-13", ["earlier plan: fulfilled 2025-11-12 → fulfilled 2025-10-29"]),
        ([START, "klar 2025-11-05"], "2025-11-13", ["late plan: fulfilled 2025-11-12 → fulfilled_late 2025-10-29"]),
        (
            [START, "klar 2025-11-20"],
            "2025-11-21",
            ["earlier plan: fulfilled_late 2025-11-12 → fulfilled_late 2025-10-29"],
        ),
        ([START, "slut 2025-10-02"], "2025-11-13", ["earlier plan: ended 2025-11-12 → ended 2025-10-29"]),
        (["klar 2025-10-01"], "2025-11-13", []),
    ],
)
def test_six_weeks_become_four(events: list[str], at: str, expected: list[str]) -> None:
    assert told(ask(OLD, NEW, at).of(case(*events))) == expected


def test_four_weeks_become_six() -> None:
    asked = ask(NEW, OLD, "2025-11-05")
    assert told(asked.of(case(START))) == ["not_overdue plan: overdue 2025-10-29 → due 2025-11-12"]
    done = case(START, "klar 2025-11-05")
    assert told(asked.of(done)) == ["not_late plan: fulfilled_late 2025-10-29 → fulfilled 2025-11-12"]
    assert told(ask(NEW, OLD, "2025-10-20").of(case(START))) == ["later plan: due 2025-10-29 → due 2025-11-12"]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2025-10-01", ["overdue plan: due 2025-11-12 → overdue 2025-10-29"]),
        ("2025-10-02", []),
        ("1900-01-01", ["overdue plan: due 2025-11-12 → overdue 2025-10-29"]),
        ("0001-01-01", ["overdue plan: due 2025-11-12 → overdue 2025-10-29"]),
        ("9999-12-31", []),
    ],
)
def test_from_a_day_only_what_is_triggered_then_is_changed(since: str, expected: list[str]) -> None:
    assert told(ask(OLD, NEW, "2025-11-05", since).of(case(START))) == expected


def test_of_two_starts_only_the_later_has_the_new_rule() -> None:
    two = case(START, "start 2025-10-10")
    assert told(ask(OLD, NEW, "2025-10-15", "2025-10-10").of(two)) == ["earlier plan: due 2025-11-21 → due 2025-11-07"]


@pytest.mark.parametrize(
    ("change", "expected", "reason"),
    [
        (("weeks: 6", "weeks: 4"), "overdue plan: due 2025-11-12 → overdue 2025-10-29", "Nya regler: 4 veckor framåt:"),
        (("{weeks: 6}", "none"), "later plan: due 2025-11-12 → due None", "Nya regler: Det finns ingen sista dag"),
        (("actor: utforare", "actor: chef"), "actor plan: due 2025-11-12 → due 2025-11-12", ""),
        (
            ("    actor: utforare", "    warn: {days: 14}\n    actor: utforare"),
            "light plan: due 2025-11-12 → due 2025-11-12",
            "",
        ),
        (
            ("trigger: start", "trigger: start\n    only_if: {regi: enskild}"),
            "vanished plan: due 2025-11-12 → –",
            "Nya regler: Regi ska vara enskild: är egen (står på i1 från början) – inte uppfyllt.",
        ),
        (
            ("trigger: start", "trigger: hemma"),
            "vanished plan: due 2025-11-12 → –",
            "Nya regler: Utlöses inte av detta: ”Insatsen har börjat”.",
        ),
        (
            ("trigger: start", "trigger: {overdue: plan}"),
            "vanished plan: due 2025-11-12 → –",
            "Nya regler: Utlöses inte av detta: ”Insatsen har börjat”.",
        ),
        (("id: plan", "id: planen"), "vanished plan: due 2025-11-12 → –", "Regeln finns inte längre."),
        (
            ("actor: utforare", "actor: utforare\n    in_force: {from: 2026-01-01}"),
            "vanished plan: due 2025-11-12 → –",
            "Nya regler: Regeln gällde inte den dagen; den gäller från och med torsdag 1 januari 2026.",
        ),
        (
            ("fulfilled_by: klar", "fulfilled_by: klar\n    paused_while: franvaro"),
            "status plan: due 2025-11-12 → paused None",
            "Nya regler: Paus för ”Frånvaro” sedan måndag 27 oktober 2025",
        ),
        (
            ("ends_with: slut", "ends_with: borta"),
            "status plan: due 2025-11-12 → ended 2025-11-12",
            "Nya regler: Föll bort med Frånvaron har börjat (e2), måndag 27 oktober 2025.",
        ),
        (
            ("actor: utforare", "actor: utforare\n    escalation: [{before: {days: 20}, to: chef, action: Påminn}]"),
            "other plan: due 2025-11-12 → due 2025-11-12",
            "",
        ),
    ],
)
def test_each_change_of_a_rule_has_its_outcome_and_its_reason(
    change: tuple[str, str], expected: str, reason: str
) -> None:
    old, new = change
    text = OLD.replace(old, new)
    asked = ask(OLD, text, "2025-10-30")
    one = case(START, "borta 2025-10-27")
    assert expected in told(asked.of(one))
    reasons = why(asked, one)
    assert any(line.startswith(reason) for line in reasons) if reason else reasons == []
    back = ask(text, OLD, "2025-10-30").of(one)
    assert len(back.changes) == len(asked.of(one).changes)


def test_what_appears_is_told_with_why_it_was_not_there() -> None:
    more = """  - {id: ny, title: Ny, actor: chef, trigger: start, deadline: {days: 3}, fulfilled_by: klar}\n"""
    asked = ask(OLD, OLD + more, "2025-10-05")
    assert told(asked.of(case(START))) == ["appeared ny: – → overdue 2025-10-04"]
    assert why(asked, case(START)) == ["Regeln är ny."]


def test_what_follows_from_another_rule_says_so() -> None:
    follows = "  - {id: efter, title: Efter, actor: chef, trigger: {overdue: plan}, deadline: none}\n"
    asked = ask(OLD + follows, NEW + follows, "2025-11-05")
    one = case(START)
    assert told(asked.of(one)) == [
        "overdue plan: due 2025-11-12 → overdue 2025-10-29",
        "appeared efter: – → due None",
    ]
    assert (
        "Gamla regler: Kravet ”Planen är klar” blir försenat: det kommer torsdag 13 november 2025"
        in why(asked, one)[-1]
    )


def test_unknown_is_never_taken_for_no() -> None:
    new = OLD.replace("trigger: start", "trigger: start\n    only_if: {iub: false}")
    one = case(START, facts="{regi: egen}")
    asked = ask(OLD, new, "2025-10-05")
    assert told(asked.of(one)) == ["vanished plan: due 2025-11-12 → –", "undetermined plan: – → iub"]
    assert why(asked, one) == ["Nya regler: Det går inte att avgöra, eftersom uppgifter saknas: ”Utan prövning”."]
    assert told(ask(new, OLD, "2025-10-05").of(one)) == [
        "appeared plan: – → due 2025-11-12",
        "determined plan: iub → –",
    ]


def test_a_gap_on_another_day_is_no_change() -> None:
    asks = OLD.replace(
        "trigger: start", "trigger: [{state: franvaro, longer_than: {days: 3}}]\n    only_if: {iub: false}"
    )
    other = asks.replace("days: 3", "days: 5")
    assert not ask(asks, other, "2025-10-20").of(case("borta 2025-10-01", facts="{}"))


def test_one_duty_set_off_by_another_event_is_still_one() -> None:
    new = OLD.replace("trigger: start", "trigger: borta")
    asked = ask(OLD, new, "2025-10-10")
    one = case(START, "borta 2025-10-03")
    assert told(asked.of(one)) == ["later plan: due 2025-11-12 → due 2025-11-14"]
    assert why(asked, one)[:2] == [
        "Gamla regler: Utlöses av Insatsen har börjat (e1), onsdag 1 oktober 2025.",
        "Nya regler: Utlöses av Frånvaron har börjat (e2), fredag 3 oktober 2025.",
    ]


def test_two_happenings_are_never_one_duty() -> None:
    """The condition lets another start through: what it opened is another duty, not the same one moved."""
    old = OLD.replace("trigger: start", "trigger: start\n    only_if: {state: {franvaro: false}}")
    new = OLD.replace("trigger: start", "trigger: start\n    only_if: {state: {franvaro: true}}")
    one = case(START, "borta 2025-10-05", "start 2025-10-06")
    assert told(ask(old, new, "2025-10-10").of(one)) == [
        "vanished plan: due 2025-11-12 → –",
        "appeared plan: – → due 2025-11-17",
    ]


def test_a_series_is_paired_by_its_opening() -> None:
    each = "trigger: start\n    repeat: {each: month}"
    old = OLD.replace("trigger: start", each).replace("    deadline: {weeks: 6}\n", "")
    new = old.replace("    repeat: {each: month}", "    deadline: {days: 5}\n    repeat: {each: month}")
    assert told(ask(old, new, "2025-11-03").of(case(START))) == [
        "not_overdue plan: overdue 2025-10-31 → due 2025-11-05",
        "later plan: due 2025-11-30 → due 2025-12-05",
    ]
    assert told(ask(old, new, "2025-11-03", "2025-11-01").of(case(START))) == []


def test_changes_are_sorted_by_weight_for_the_person() -> None:
    def rules(*parts: str) -> str:
        return (
            HEAD
            + "rules:\n"
            + "".join(f"  - {{actor: chef, trigger: start, fulfilled_by: klar, {one}}}\n" for one in parts)
        )

    old = rules(
        "id: a, deadline: {days: 30}",
        "id: b, deadline: {days: 30}",
        "id: c, deadline: {days: 30}",
        "id: d, deadline: {days: 2}",
        "id: e, deadline: {days: 30}, warn: {days: 1}",
    )
    new = rules(
        "id: a, deadline: {days: 40}",
        "id: b, deadline: {days: 20}",
        "id: d, deadline: {days: 50}",
        "id: e, deadline: {days: 30}, warn: {days: 28}",
        "id: f, deadline: none",
        "id: g, deadline: {days: 1}",
    )
    kinds = [(one.kind, one.rule[-1]) for one in ask(old, new, "2025-10-08").of(case(START)).changes]
    assert kinds == [
        ("appeared", "g"),
        ("vanished", "c"),
        ("earlier", "b"),
        ("not_overdue", "d"),
        ("later", "a"),
        ("appeared", "f"),
        ("light", "e"),
    ]


def test_with_known_both_see_what_was_recorded() -> None:
    assert told(ask(OLD, NEW, "2025-11-05", known="2025-09-30").of(case(START))) == []
    assert told(ask(OLD, NEW, "2025-11-05", known="2025-10-01").of(case(START))) != []
