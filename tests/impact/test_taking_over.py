"""New rules from a day on, where more than a rule has changed: words, calendars, states, scope, warning, urgency."""

from datetime import date

import pytest

from rules import HEAD, OLD, ask, case, told, why
from rutinmotor.catalogue import Catalogue
from rutinmotor.engine import engine_from_texts
from rutinmotor.impact import Inseparable, Unjudged
from rutinmotor.impact.asking import asked

DAY = "2025-10-10"
# The one triggered before the day, the other on it.
BEFORE, ON = "start 2025-10-01", "start 2025-10-10"


def both(old: str, new: str, at: str, *events: str, facts: str = "{regi: egen, iub: false}") -> list[str]:
    return told(ask(old, new, at, DAY).of(case(*events, facts=facts)))


def test_each_side_counts_by_its_own_calendar() -> None:
    old = OLD.replace("{weeks: 6}", "{working_days: 5, calendar: vardag}")
    new = old.replace("holidays: SE, eves_free: true", "extra_free: [2025-10-02, 2025-10-13]")
    assert both(old, new, "2025-10-11", BEFORE, ON) == ["later plan: due 2025-10-17 → due 2025-10-20"]
    one = case(BEFORE, ON)
    assert not [line for line in why(ask(old, new, "2025-10-11", DAY), one) if "@" in line]


def test_each_side_has_its_own_meaning_of_a_state() -> None:
    paused = OLD.replace("fulfilled_by: klar", "fulfilled_by: klar\n    paused_while: franvaro")
    new = paused.replace("begins: borta, ends: hemma", "begins: [borta, hemma], ends: slut").replace(
        "    ends_with: slut\n", ""
    )
    assert both(paused, new, "2025-10-15", BEFORE, ON, "hemma 2025-10-12") == [
        "status plan: due 2025-11-21 → paused None"
    ]


def test_a_state_that_triggers_is_known_by_its_name() -> None:
    old = OLD.replace("trigger: start", "trigger: {state: franvaro}")
    new = old.replace("begins: borta", "begins: [borta, start]")
    asked = ask(old, new, "2025-10-15", DAY)
    assert told(asked.of(case("borta 2025-10-02"))) == []
    assert told(asked.of(case("borta 2025-10-02", "hemma 2025-10-03", ON))) == ["appeared plan: – → due 2025-11-21"]


@pytest.mark.parametrize(
    ("old", "new", "events", "expected"),
    [
        ("scope: {regi: egen}", "scope: {regi: enskild}", (BEFORE, ON), ["vanished plan: due 2025-11-21 → –"]),
        ("", "scope: {iub: true}", (BEFORE, ON), ["vanished plan: due 2025-11-21 → –"]),
        ("scope: {iub: true}", "", (BEFORE, ON), ["appeared plan: – → due 2025-11-21"]),
        ("warn: {days: 1}", "warn: {days: 40}", (BEFORE, ON), ["light plan: due 2025-11-21 → due 2025-11-21"]),
        ("", "in_force: {from: 2025-10-11}", (BEFORE, ON), ["vanished plan: due 2025-11-21 → –"]),
        ("in_force: {to: 2025-10-05}", "", (BEFORE, ON), ["appeared plan: – → due 2025-11-21"]),
    ],
)
def test_what_a_catalogue_says_of_all_its_rules(old: str, new: str, events: tuple[str], expected: list[str]) -> None:
    assert both(f"{old}\n{OLD}", f"{new}\n{OLD}", "2025-10-14", *events) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{snarast: {days: 5}}", "{snarast: {days: 20}}", ["later plan: due 2025-10-15 → due 2025-10-30"]),
        ("{}", "{snarast: {days: 20}}", ["earlier plan: due None → due 2025-10-30"]),
        (
            "{snarast: {working_days: 5, calendar: vardag}}",
            "{}",
            ["later plan: due 2025-10-17 → due None"],
        ),
    ],
)
def test_an_urgency_word_means_what_it_did(old: str, new: str, expected: list[str]) -> None:
    text = OLD.replace("{weeks: 6}", "{urgency: snarast}")
    assert both(f"urgency: {old}\n{text}", f"urgency: {new}\n{text}", "2025-10-12", ON) == expected
    # What the old rules govern is as it was, though its due date is past by now.
    assert both(f"urgency: {old}\n{text}", f"urgency: {new}\n{text}", "2025-10-09", BEFORE) == []


def test_a_rule_that_is_taken_away_lives_on_in_what_it_opened() -> None:
    gone = OLD.replace("id: plan", "id: annan")
    assert both(OLD, gone, "2025-10-12", BEFORE) == []
    assert sorted(both(OLD, gone, "2025-10-12", ON)) == [
        "appeared annan: – → due 2025-11-21",
        "vanished plan: due 2025-11-21 → –",
    ]


def test_new_rules_take_up_what_old_ones_left_overdue() -> None:
    """An old obligation becomes overdue after the day: what that triggers has the new rules."""
    follows = "  - {id: efter, actor: chef, trigger: {overdue: plan}, deadline: {days: 3}}\n"
    old = OLD.replace("weeks: 6", "days: 10")
    new = old + follows
    assert both(old, new, "2025-10-12", BEFORE) == ["appeared efter: – → due 2025-10-15"]


def test_a_fact_may_have_more_values_than_it_had() -> None:
    new = OLD.replace("one_of: [egen, enskild]", "one_of: [egen, enskild, ideburen]").replace(
        "trigger: start", "trigger: start\n    only_if: {regi: ideburen}"
    )
    assert both(OLD, new, "2025-10-12", BEFORE, ON, facts="{regi: ideburen}") == []
    assert both(OLD, new, "2025-10-12", ON, facts="{regi: egen}") == ["vanished plan: due 2025-11-21 → –"]


def test_a_fact_of_another_kind_or_another_time_zone_cannot_be_parted() -> None:
    other = OLD.replace("iub: {title: Utan prövning, type: bool}", "iub: {title: Utan prövning, type: int}")
    with pytest.raises(Inseparable) as refusal:
        ask(OLD, other, "2025-10-12", DAY)
    assert (refusal.value.what, refusal.value.name) == ("fact", "iub")
    with pytest.raises(Inseparable) as refusal:
        ask(OLD, "timezone: Europe/Helsinki\n" + OLD, "2025-10-12", DAY)
    assert (refusal.value.what, refusal.value.name) == ("timezone", "Europe/Helsinki")


def test_events_that_only_one_side_knows_are_no_mistakes() -> None:
    new = OLD.replace("  slut:", "  nytt: {title: Nytt}\n  slut:").replace("trigger: start", "trigger: [start, nytt]")
    for since in (None, DAY):
        assert told(ask(OLD, new, "2025-10-12", since).of(case("nytt 2025-10-11"))) == [
            "appeared plan: – → due 2025-11-22"
        ]
        assert told(ask(new, OLD, "2025-10-12", since).of(case("nytt 2025-10-11"))) == [
            "vanished plan: due 2025-11-22 → –"
        ]
    with pytest.raises(Unjudged) as refusal:
        ask(OLD, new, "2025-10-12").of(case("okand 2025-10-11"))
    assert refusal.value.under == ("old", "new")
    assert [one.code for one in refusal.value.diagnostics] == ["RM601"]


def test_a_case_may_be_wrong_under_one_side_only() -> None:
    other = OLD.replace("iub: {title: Utan prövning, type: bool}", "iub: {title: Utan prövning, type: int}")
    with pytest.raises(Unjudged) as refusal:
        ask(OLD, other, "2025-10-12").of(case(ON))
    assert refusal.value.under == ("new",)
    assert [one.code for one in refusal.value.diagnostics] == ["RM602"]


def test_several_catalogues_with_shared_words_take_over_together() -> None:
    shared = HEAD.replace("catalogue: sol", "catalogue: gemensamt")
    rule = (
        "{{id: {}, actor: chef, trigger: start, deadline: {{working_days: {}, calendar: vardag}}, fulfilled_by: klar}}"
    )

    def read(free: str, **days: int) -> tuple[Catalogue, ...]:
        texts = {"gemensamt.yaml": shared.replace("eves_free: true", f"eves_free: true, extra_free: [{free}]")}
        for name, number in days.items():
            texts[f"{name}.yaml"] = f"catalogue: {name}\nuses: gemensamt\nrules:\n  - {rule.format('plan', number)}\n"
        return engine_from_texts(texts).catalogues

    old, new = read("2025-10-02", sol=3, lss=3), read("2025-10-13", sol=3, hsl=3)
    # 1 October and three working days less the 2nd; 10 October and three less the 13th.
    impact = asked(old, new, date(2025, 10, 11), since=date(2025, 10, 10)).of(case(BEFORE, ON))
    assert sorted(f"{one.kind} {one.rule} {one.one.due}" for one in impact.changes) == [
        "appeared hsl.plan 2025-10-16",
        "later sol.plan 2025-10-16",
        "vanished lss.plan 2025-10-15",
    ]
