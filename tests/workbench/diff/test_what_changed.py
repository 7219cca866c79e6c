"""Known changes and what is said of them: the aspect, which way it went, whom it touches, and in which order."""

from typing import Any

import pytest

from rutinmotor.workbench.diff.comparison import compare
from rutinmotor.workbench.diff.difference import Weight
from tests.workbench.diff.rulebooks import OTHER, RULE, WORDS, book, compared, only, read, rule, sentences, told

WORKING = {"working_days": 3, "calendar": "vardag"}


def test_the_time_for_a_plan_is_told_from_what_to_what() -> None:
    change = only(compared(book(), book(rule(deadline={"weeks": 4}))))
    assert (change.effect, change.weight) == ("shorter", Weight.TIME)
    assert told(book(), book(rule(deadline={"weeks": 4}))) == [
        "Genomförandeplanen är slutförd: tiden från ”Insatsen har verkställts” ändras från 6 till 4 veckor "
        "(2 veckor kortare)"
    ]
    assert told(book(), book(rule(deadline={"weeks": 4})), "en") == [
        "Genomförandeplanen är slutförd: the time from “Insatsen har verkställts” changes from 6 to 4 weeks "
        "(2 weeks shorter)"
    ]


# Before, now, which way, by how much.
TIMES: list[tuple[Any, Any, str | None, tuple[str, int] | None]] = [
    ({"weeks": 6}, {"weeks": 8}, "longer", ("weeks", 2)),
    ({"weeks": 6}, {"days": 40}, "shorter", ("days", 2)),
    ({"years": 1}, {"months": 15}, "longer", ("months", 3)),
    ({"weeks": 6}, {"months": 1}, "shorter", None),
    ({"days": 30}, {"months": 1}, None, None),
    ({"days": 28}, {"months": 1}, None, None),
    ({"days": 27}, {"months": 1}, "longer", None),
    ({"months": 1}, {"days": 31}, None, None),
    ({"months": 1}, {"days": 32}, "longer", None),
    ({"years": 1}, {"days": 366}, None, None),
    ({"years": 1}, {"days": 364}, "shorter", None),
    ({"working_days": 0, "calendar": "vardag"}, {"days": 1}, "longer", None),
    ({"months": 12}, {"days": 365}, None, None),
    ({"months": 12}, {"days": 400}, "longer", None),
    (WORKING, {"days": 2}, "shorter", None),
    (WORKING, {"days": 3}, None, None),
    (WORKING, {"days": 30}, None, None),
    (WORKING, {"working_days": 5, "calendar": "arbetsdag"}, "longer", ("working_days", 2)),
    (WORKING, {"working_days": 5, "calendar": "lordag"}, None, None),
    ("none", {"days": 3}, "shorter", None),
    ({"end_of": "month"}, "none", "longer", None),
    ("none", "continuous", None, None),
    ("none", {"urgency": "snarast"}, None, None),
    (
        {"urgency": "snarast", "at_latest": {"days": 3}},
        {"urgency": "snarast", "at_latest": {"days": 5}},
        "longer",
        ("days", 2),
    ),
    ({"urgency": "snarast", "at_latest": {"days": 3}}, {"urgency": "genast", "at_latest": {"days": 5}}, None, None),
    ({"days": "antal"}, {"days": 3}, None, None),
    ({"days": 3}, {"days": 3, "roll": "previous_working_day", "calendar": "vardag"}, "shorter", None),
    ({"day_of_month": 5}, {"day_of_month": 6}, None, None),
]


@pytest.mark.parametrize(("old", "new", "effect", "by"), TIMES)
def test_a_time_is_called_longer_or_shorter_only_where_that_is_certain(
    old: Any, new: Any, effect: str | None, by: tuple[str, int] | None
) -> None:
    change = only(compared(book(rule(deadline=old)), book(rule(deadline=new))))
    assert change.effect == effect
    assert (change.by and (change.by.unit, change.by.number)) == by


def test_a_longer_time_comes_before_a_shorter_one_and_wording_last() -> None:
    old = book(RULE, rule(id="a", title="A"), rule(id="b", title="B"))
    new = book(
        rule(help="Skriv"),
        rule(id="a", title="A", deadline={"weeks": 4}),
        rule(id="b", title="B", deadline={"weeks": 8}, actor="chef", only_if={"iub": True}),
        OTHER,
    )
    found = [(one.weight.name, one.name, one.effect) for one in compared(old, new).changes]
    assert found == [
        ("TIME", "sol.b", "longer"),
        ("TIME", "sol.a", "shorter"),
        ("DUTY", "sol.andra", None),
        ("CONDITION", "sol.b", "narrower"),
        ("ACTOR", "sol.b", None),
        ("WORDING", "sol.plan", None),
    ]


def test_a_condition_is_told_by_the_line_that_is_new() -> None:
    old, new = rule(only_if={"iub": True}), rule(only_if={"iub": True, "regi": ["egen", "privat"]})
    assert told(book(old), book(new)) == [
        "Genomförandeplanen är slutförd: gäller nu bara om Regi är egen eller privat (gäller färre fall)"
    ]


def test_a_day_is_told_as_a_day() -> None:
    (one,) = told(book(), book(rule(only_if={"fodd": {"under": "1960-01-01"}})))
    assert "Födelsedatum är tidigare än fredag 1 januari 1960" in one


def test_a_calendar_is_told_once_with_the_rules_that_it_touches() -> None:
    rules = rule(deadline=WORKING), rule(id="b", warn=WORKING), rule(id="c")
    days = {**WORDS["calendars"]["vardag"], "extra_free": ["2026-05-15"]}
    change = only(compared(book(*rules), book(*rules, calendars={"vardag": days})))
    assert (change.subject, change.name, change.effect) == ("calendar", "vardag", "longer")
    assert change.touches == ("sol.b", "sol.plan")


def test_another_calendar_under_the_old_name_is_the_calendars_change_alone() -> None:
    """The rule moves to the calendar that still has the old days, while the old name gets others."""
    old = book(rule(deadline=WORKING))
    new = book(
        rule(deadline={**WORKING, "calendar": "arbetsdag"}),
        calendars={"vardag": {"weekdays": ["mon"], "holidays": "SE"}},
    )
    assert {(one.subject, one.aspect) for one in compared(old, new).changes} == {
        ("calendar", "days"),
        ("rule", "deadline"),
    }


def test_states_and_facts_are_told_once_with_the_rules_that_they_touch() -> None:
    rules = rule(paused_while="franvaro"), rule(id="b", only_if={"state": {"franvaro": False}}), rule(id="c")
    state = {"title": "Frånvaro", "begins": ["borta", "besked"], "ends": "hemma"}
    change = only(compared(book(*rules), book(*rules, states={"franvaro": state})))
    assert (change.subject, change.aspect, change.touches) == ("state", "begins", ("sol.b", "sol.plan"))
    rules = rule(only_if={"any": [{"regi": "egen"}, {"iub": True}]}), rule(id="c")
    fact = {"title": "Regi", "one_of": ["egen", "privat"]}
    change = only(compared(book(*rules, scope={"antal": 1}), book(*rules, scope={"antal": 1}, facts={"regi": fact})))
    assert (change.subject, change.aspect, change.touches) == ("fact", "one_of", ("sol.plan",))


def test_an_urgency_word_that_gets_a_meaning_touches_those_who_use_it() -> None:
    rules = rule(deadline={"urgency": "snarast"}), rule(id="b")
    comparison = compared(book(*rules), book(*rules, urgency={"snarast": WORKING}))
    change = only(comparison)
    assert (change.subject, change.kind, change.touches) == ("urgency", "added", ("sol.plan",))
    assert sentences(comparison) == [
        "Ordet ”snarast”: betyder nu 3 arbetsdagar (kalendern vardag); förut var det inte bestämt"
    ]


def test_defaults_touch_the_rules_that_follow_them() -> None:
    rules = rule(warn={"days": 3}), rule(id="b"), rule(id="c", in_force={"from": "2025-01-01"})
    changes = compared(
        book(*rules, warn={"days": 7}), book(*rules, warn={"days": 9}, in_force={"to": "2030-01-01"})
    ).changes
    assert {(one.aspect, one.touches) for one in changes} == {
        ("warn", ("sol.b", "sol.c")),
        ("in_force", ("sol.b", "sol.plan")),
    }


def test_a_scope_touches_the_rules_for_which_it_makes_a_difference() -> None:
    rules = rule(only_if={"regi": "egen"}), rule(id="b")
    change = only(compared(book(*rules), book(*rules, scope={"regi": {"not": "annan"}})))
    assert (change.aspect, change.effect, change.touches) == ("scope", "narrower", ("sol.b",))


def test_a_rule_with_another_name_is_known_again() -> None:
    old = book(RULE, rule(id="x", trigger={"overdue": "plan"}, title="X"))
    new = book(rule(id="planen"), rule(id="x", trigger={"overdue": "planen"}, title="X"))
    change = only(compared(old, new))
    assert (change.kind, change.former, change.name) == ("renamed", "sol.plan", "sol.planen")
    changes = compared(
        old, book(rule(id="planen", deadline={"weeks": 4}), rule(id="x", trigger={"overdue": "planen"}, title="X"))
    ).changes
    assert [(one.kind, one.aspect, one.former) for one in changes] == [
        ("changed", "deadline", "sol.plan"),
        ("renamed", "whole", "sol.plan"),
    ]


def test_two_rules_that_share_little_are_two_rules() -> None:
    new = rule(id="ny", title="Något annat", fulfilled_by="skickad", deadline={"days": 1})
    assert [(one.kind, one.name) for one in compared(book(), book(new)).changes] == [
        ("added", "sol.ny"),
        ("removed", "sol.plan"),
    ]


def test_an_event_with_another_name_is_told_once_for_all_rules() -> None:
    old = book(RULE, OTHER, rule(id="c", title="C", trigger="klar", fulfilled_by="skickad"))
    words = {**WORDS["events"], "plan_klar": WORDS["events"]["klar"]}
    words.pop("klar")
    new = book(
        rule(fulfilled_by="plan_klar"), OTHER, rule(id="c", title="C", trigger="plan_klar", fulfilled_by="skickad")
    )
    new["events"] = words
    comparison = compare(read(old), read(new))
    change = only(comparison)
    assert (change.kind, change.subject, change.former) == ("renamed", "event", "klar")
    assert change.touches == ("sol.c", "sol.plan")
    assert sentences(comparison) == ["Händelsen ”Planen är klar”: heter nu plan_klar i filer och ärenden (förut klar)"]


def test_a_new_version_is_told_with_what_differs_in_it_and_from_when() -> None:
    first, second = rule(in_force={"to": "2025-12-31"}), rule(in_force={"from": "2026-01-01"}, deadline={"weeks": 4})
    comparison = compared(book(), book(first, second))
    assert sentences(comparison) == [
        "Genomförandeplanen är slutförd: i versionen från och med torsdag 1 januari 2026: tiden från ”Insatsen har "
        "verkställts” ändras från 6 till 4 veckor (2 veckor kortare)",
        "Genomförandeplanen är slutförd: gäller nu till och med onsdag 31 december 2025 (färre dagar)",
        "Genomförandeplanen är slutförd: en ny version gäller från och med torsdag 1 januari 2026",
    ]
    assert [one.effect for one in compared(book(first, second), book()).changes] == ["longer", "wider", None]


def test_a_new_rule_is_told_in_each_of_its_versions() -> None:
    first = rule(in_force={"to": "2025-12-31"})
    second = rule(in_force={"from": "2026-01-01"}, deadline={"weeks": 4}, only_if={"iub": False})
    comparison = compared(book(OTHER), book(OTHER, second, first))
    assert sentences(comparison) == [
        "Genomförandeplanen är slutförd: nytt krav. När ”Insatsen har verkställts” ska Utförare inom 4 veckor se till: "
        "Genomförandeplanen är slutförd, om ”Insats utan behovsprövning” är nej. Det gäller från och med torsdag "
        "1 januari 2026. När ”Insatsen har verkställts” ska Utförare inom 6 veckor se till: Genomförandeplanen är "
        "slutförd. Det gäller till och med onsdag 31 december 2025"
    ]
    assert len(only(comparison).new) == 2


def test_versions_are_told_apart_by_their_days() -> None:
    first = {"in_force": {"to": "2025-12-31"}, "deadline": {"weeks": 4}}
    second = {"in_force": {"from": "2026-01-01"}, "deadline": {"weeks": 5}}
    old = book(rule(**first), rule(**second))
    new = book(rule(**{**second, "deadline": {"weeks": 3}}), rule(**first))
    change = only(compared(old, new))
    assert (change.old.weeks, change.new.weeks, change.version) == (5, 3, None)


def test_a_catalogue_with_another_name_is_known_again() -> None:
    change = only(compared(book(RULE, OTHER), {**book(RULE, OTHER), "catalogue": "ny"}))
    assert (change.kind, change.subject, change.touches) == ("renamed", "catalogue", ("ny.andra", "ny.plan"))


def test_against_nothing_everything_is_new() -> None:
    everything = read(book(RULE, OTHER))
    changes = compare((), everything).changes
    assert {one.kind for one in changes} == {"added"}
    assert {one.name for one in changes if one.subject == "rule"} == {"sol.plan", "sol.andra"}
    assert {one.kind for one in compare(everything, ()).changes} == {"removed"}
    assert compare((), ()).changes == ()


def test_two_events_of_one_title_are_told_apart_by_id() -> None:
    events = {"klar2": {"title": "Planen är klar"}}
    (one,) = told(book(events=events), book(rule(fulfilled_by="klar2"), events=events))
    assert "klar2" in one


def test_a_long_text_is_quoted_where_it_differs() -> None:
    words = [f"ord{number}" for number in range(40)]
    old, new = " ".join(words), " ".join([*words[:20], "nytt", *words[21:]])
    (one,) = told(book(rule(help=old)), book(rule(help=new)))
    assert "… ord16 ord17 ord18 ord19 nytt ord21 ord22 ord23 ord24 …" in one
    assert "ord5" not in one


def test_actors_of_a_list_may_do_it_each() -> None:
    """Any of several actors may do what a rule demands: another one takes no duty upon itself."""
    old, new = book(rule(actor="utforare")), book(rule(actor=["utforare", "chef"]))
    assert [text.partition(": ")[2] for text in (*told(old, new), *told(new, old))] == [
        "kan nu också göras av Enhetschef",
        "kan inte längre göras av Enhetschef",
    ]
