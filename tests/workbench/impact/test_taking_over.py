"""New rules from a day on, where more than a rule has changed: words, calendars, states, scope, warning, urgency."""

from datetime import date

import pytest

from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.language.catalogue.reading import Catalogue
from rutinmotor.workbench.impact.asking import Unjudged, asked
from rutinmotor.workbench.impact.succession import Inseparable
from tests.workbench.impact.rules import HEAD, OLD, ask, case, told, why

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


def test_an_event_or_an_actor_may_have_the_name_of_a_calendar_or_a_state() -> None:
    words = OLD.replace("  start: {", "  vardag: {title: Vardag}\n  franvaro: {title: Borta}\n  start: {").replace(
        "actors: {utforare: {title: Utförare}", "actors: {vardag: {title: Vardag}, utforare: {title: Utförare}"
    )
    old = words.replace("actor: utforare", "actor: vardag").replace("trigger: start", "trigger: [vardag, franvaro]")
    new = old.replace("holidays: SE", "extra_free: [2025-10-02], holidays: SE").replace(
        "begins: borta, ends: hemma", "begins: borta, ends: slut"
    )
    new = new.replace("    ends_with: slut\n", "")
    assert both(old, new, "2025-10-12", "vardag 2025-10-01", "franvaro 2025-10-02") == []
    found = ask(old, new, "2025-10-12", DAY).of(case("vardag 2025-10-10", "slut 2025-10-11")).changes
    assert [(one.old and one.old.actor, one.new and one.new.actor) for one in found] == [(("vardag",), ("vardag",))]


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
        # What ends before the day, or begins after it, does so still; what spans the day is parted there.
        ("in_force: {to: 2025-10-05}", "", ("start 2025-10-07",), []),
        ("in_force: {to: 2025-12-31}", "", (BEFORE, ON), []),
        ("", "in_force: {from: 2025-01-01}", (BEFORE, ON), []),
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


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("type: bool}", "type: bool, of: event}", ("fact", "iub")),
        ("type: bool}", "type: bool, only_forward: true}", ("fact", "iub")),
        ("börjat}\n  klar", "börjat, resets: iub}\n  klar", ("event", "start")),
    ],
)
def test_what_facts_and_events_mean_cannot_be_parted(old: str, new: str, what: tuple[str, str]) -> None:
    changed = OLD.replace(old, new, 1)
    assert changed != OLD
    for one, other in ((OLD, changed), (changed, OLD)):
        with pytest.raises(Inseparable) as refusal:
            ask(one, other, "2025-10-12", DAY)
        assert (refusal.value.what, refusal.value.name) == what
        # Without a day that parts them they are compared.
        assert ask(one, other, "2025-10-12").of(case(BEFORE, facts="{regi: egen}")).changes == ()


def test_what_only_the_other_side_knows_takes_nothing_away() -> None:
    new = OLD.replace("  klar: {", "  omprovad: {title: Omprövad, resets: [regi]}\n  klar: {", 1)
    asked = OLD.replace("trigger: start", "trigger: start\n    only_if: {regi: egen}")
    both_ask = new.replace("trigger: start", "trigger: start\n    only_if: {regi: egen}")
    found = ask(asked, both_ask, "2025-10-12").of(case("omprovad 2025-09-01", ON))
    assert told(found) == ["vanished plan: due 2025-11-21 → –", "undetermined plan: – → regi"]


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


def test_what_does_not_change_goes_on_as_one_rule() -> None:
    same = "  - {id: samma, actor: chef, trigger: start, on_repeat: add, deadline: {days: 30}, fulfilled_by: klar}\n"
    assert both(OLD + same, OLD.replace("weeks: 6", "weeks: 4") + same, "2025-10-12", BEFORE, ON) == [
        "earlier plan: due 2025-11-21 → due 2025-11-07"
    ]


@pytest.mark.parametrize(
    ("old", "new", "due"),
    [
        # Five working days from Friday the 10th, by the old calendar 17 October.
        ("weekdays: [mon, tue, wed, thu, fri]", "weekdays: [mon, tue, wed, thu]", "2025-10-20"),
        ("extra_free: [2025-10-02, 2025-10-14]", "extra_free: []", "2025-10-17"),
        ("extra_working: [2025-10-04, 2025-10-11]", "extra_working: []", "2025-10-17"),
    ],
)
def test_a_calendar_may_change_in_any_part(old: str, new: str, due: str) -> None:
    text = OLD.replace("{weeks: 6}", "{working_days: 5, calendar: vardag}")
    head = "{weekdays: [mon, tue, wed, thu, fri], holidays: SE, eves_free: true"
    plain = "vardag: " + head
    if old in head:
        before, after = text, text.replace(plain, plain.replace(old, new))
    else:
        before, after = (text.replace(plain, f"{plain}, {part}") for part in (old, new))
    changed = told(ask(before, after, "2025-10-11").of(case(ON)))
    assert both(before, after, "2025-10-11", BEFORE, ON) == changed
    assert [line.endswith(f"due {due}") for line in changed] == [True]
    # What was triggered before is as it was, also where the new calendar would count it otherwise.
    assert both(before, after, "2025-10-11", BEFORE) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # Three working days over Christmas, where eves are free no longer, or where no holiday is.
        ("holidays: SE, eves_free: true", "holidays: SE, eves_free: false", "due 2026-01-02 → due 2025-12-30"),
        ("holidays: SE, eves_free: false", "eves_free: false", "due 2025-12-30 → due 2025-12-26"),
    ],
)
def test_the_free_days_of_a_year_may_change(old: str, new: str, expected: str) -> None:
    text = OLD.replace("{weeks: 6}", "{working_days: 3, calendar: vardag}")
    before, after = (text.replace("holidays: SE, eves_free: true", days) for days in (old, new))
    one = case("start 2025-12-23")
    assert told(ask(before, after, "2025-12-23", "2025-12-01").of(one)) == [f"earlier plan: {expected}"]
    assert told(ask(before, after, "2025-12-23", "2025-12-24").of(one)) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        # Away through the 11th by the old meaning; by the new never, or still.
        ("begins: klar, ends: hemma", "earlier plan: due 2025-11-22 → due 2025-11-21"),
        ("begins: borta, ends: slut", "status plan: due 2025-11-22 → paused None"),
    ],
)
def test_a_state_may_change_in_what_begins_it_or_in_what_ends_it(change: str, expected: str) -> None:
    old = OLD.replace("fulfilled_by: klar\n    ends_with: slut", "fulfilled_by: slut\n    paused_while: franvaro")
    new = old.replace("begins: borta, ends: hemma", change)
    away = ("borta 2025-10-02", "hemma 2025-10-12")
    assert both(old, new, "2025-10-15", BEFORE, *away) == []
    assert both(old, new, "2025-10-15", BEFORE, ON, *away) == [expected]


@pytest.mark.parametrize(
    ("condition", "item"), [("{state: {franvaro: false}}", "i1"), ("{no_other_in: franvaro}", "i2")]
)
def test_a_condition_asks_of_a_state_as_its_own_side_means_it(condition: str, item: str) -> None:
    """By the old meaning the item is away for two weeks of September, by the new it still is."""
    old = OLD.replace("trigger: start", f"trigger: start\n    only_if: {condition}")
    new = old.replace("begins: borta, ends: hemma", "begins: borta, ends: slut").replace("    ends_with: slut\n", "")
    away = (f"borta 2025-09-01 {item}", f"hemma 2025-09-15 {item}")
    assert both(old, new, "2025-10-12", *away, BEFORE) == []
    assert both(old, new, "2025-10-12", *away, ON) == ["vanished plan: due 2025-11-21 → –"]


def test_a_scope_and_a_condition_hold_together_on_each_side() -> None:
    own = OLD.replace("trigger: start", "trigger: start\n    only_if: {iub: false}")
    old, new = f"scope: {{regi: egen}}\n{own}", own
    for facts in ("{regi: egen, iub: true}", "{regi: enskild, iub: false}"):
        assert both(old, new, "2025-10-14", BEFORE, facts=facts) == []
    assert both(old, new, "2025-10-14", ON, facts="{regi: egen, iub: true}") == []
    assert both(old, new, "2025-10-14", ON, facts="{regi: enskild, iub: false}") == [
        "appeared plan: – → due 2025-11-21"
    ]


def test_a_warning_of_one_side_is_not_that_of_the_other() -> None:
    warned = OLD.replace("    actor: utforare", "    actor: utforare\n    warn: {days: 2}")
    for old, new in (("", "warn: {days: 40}\n"), ("warn: {days: 40}\n", "")):
        assert both(old + OLD, new + OLD, "2025-10-14", BEFORE) == []
        assert both(old + warned, new + warned, "2025-10-14", BEFORE, ON) == []
        assert both(old + OLD, new + OLD, "2025-10-14", ON) == ["light plan: due 2025-11-21 → due 2025-11-21"]


def test_a_rule_has_its_own_days_in_force_before_those_of_its_catalogue() -> None:
    own = "in_force: {from: 2025-01-01}\n" + OLD + "    in_force: {from: 2025-10-05}\n"
    assert both(own, own.replace("weeks: 6", "weeks: 4"), "2025-10-12", BEFORE) == []
    assert both(own, own.replace("weeks: 6", "weeks: 4"), "2025-10-12", ON) == [
        "earlier plan: due 2025-11-21 → due 2025-11-07"
    ]


def test_a_word_of_urgency_is_no_last_day_where_another_is_set() -> None:
    """Beside `at_latest`, and in a series by calendar periods, the word only marks (semantics 4.5, 5.4)."""
    latest = OLD.replace("{weeks: 6}", "{urgency: snarast, at_latest: {weeks: 6}}")
    each = OLD.replace("{weeks: 6}", "{urgency: snarast}\n    repeat: {each: month}")
    for text in (latest, each):
        old, new = (f"urgency: {{snarast: {{days: {days}}}}}\n{text}" for days in (5, 9))
        assert both(old, new, "2025-10-12", BEFORE) == []
        assert both(old, new, "2025-10-12", ON) == []


def test_a_word_of_urgency_is_the_last_day_of_the_first_of_a_series() -> None:
    series = OLD.replace("{weeks: 6}", "{urgency: snarast}\n    repeat: {every: {months: 1}, from: fulfilment}")
    old, new = (f"urgency: {{snarast: {{days: {days}}}}}\n{series}" for days in (20, 9))
    assert both(old, new, "2025-10-12", BEFORE) == []
    assert both(old, new, "2025-10-12", ON) == ["earlier plan: due 2025-10-30 → due 2025-10-19"]


def test_a_series_without_a_first_deadline_takes_over() -> None:
    old = OLD.replace("    deadline: {weeks: 6}\n", "    repeat: {every: {months: 1}, from: trigger}\n")
    new = old.replace("months: 1", "months: 2")
    assert both(old, new, "2025-11-05", BEFORE) == []
    assert both(old, new, "2025-11-05", ON) == ["later plan: due 2025-11-10 → due 2025-12-10"]


@pytest.mark.parametrize(
    ("old", "new", "opened", "opened_now"),
    [
        # The due date is 21 November 2025, a Friday; five working days before it is the 14th.
        ("{days: 10}", "{working_days: 5, calendar: vardag}", date(2025, 11, 11), date(2025, 11, 14)),
        ("{working_days: 5, calendar: vardag}", "{days: 10}", date(2025, 11, 14), date(2025, 11, 11)),
        ("{days: 10}", None, date(2025, 11, 11), date(2025, 10, 10)),
        (None, "{days: 10}", date(2025, 10, 10), date(2025, 11, 11)),
    ],
)
def test_a_reminder_in_good_time_comes_when_its_own_side_says(
    old: str | None, new: str | None, opened: date, opened_now: date
) -> None:
    reminder = "  - {id: p, actor: chef, trigger: {ahead_of: plan, by: {urgency: i_god_tid}}, fulfilled_by: klar}\n"
    before, after = ((f"urgency: {{i_god_tid: {word}}}\n" if word else "") + OLD + reminder for word in (old, new))
    (change,) = ask(before, after, "2025-11-17", DAY).of(case(ON)).changes
    assert change.old is not None
    assert change.new is not None
    assert (change.rule, change.old.opened, change.new.opened) == ("sol.p", opened, opened_now)
    # All of this one's days lie before the day on which the new rules begin.
    assert not ask(before, after, "2025-11-17", "2025-11-16").of(case(ON))


def test_a_lead_in_days_is_left_alone_where_urgency_words_change() -> None:
    reminder = "  - {id: p, actor: chef, trigger: {ahead_of: plan, by: {days: 10}}, fulfilled_by: klar}\n"
    old, new = (f"urgency: {{snarast: {{days: {days}}}}}\n{OLD}{reminder}" for days in (5, 9))
    assert both(old, new, "2025-11-17", ON) == []


def test_a_calendar_may_come_from_other_shared_words_than_it_did() -> None:
    def read(used: str) -> tuple[Catalogue, ...]:
        days = "weekdays: [mon, tue, wed, thu, fri], holidays: SE, eves_free: true"
        texts = {
            name: f"catalogue: {name}\ncalendars: {{vardag: {{{days}, extra_free: [{free}]}}}}\n"
            for name, free in (("a", "2025-10-02"), ("b", "2025-10-14"))
        }
        sol = OLD.replace("{weeks: 6}", "{working_days: 5, calendar: vardag}")
        lines = [f"uses: {used}" if line.startswith("calendars:") else line for line in sol.splitlines()]
        return engine_from_texts(
            {**{f"{name}.yaml": text for name, text in texts.items()}, "sol.yaml": "\n".join(lines)}
        ).catalogues

    impact = asked(read("a"), read("b"), date(2025, 10, 11), since=date(2025, 10, 10)).of(case(BEFORE, ON))
    assert told(impact) == ["later plan: due 2025-10-17 → due 2025-10-20"]


def test_words_that_only_the_old_rules_have_are_still_known() -> None:
    shared = HEAD.replace("catalogue: sol", "catalogue: gemensamt")
    rule = (
        "rules:\n  - {id: plan, actor: chef, trigger: start, only_if: {iub: false, state: {franvaro: true}}, "
        "deadline: {days: 9}, fulfilled_by: klar}\n"
    )
    own = "events: {nytt: {title: Nytt}}\nactors: {ny: {title: Ny}}\nfacts: {tal: {title: Tal, type: int}}\n"
    new_rule = (
        rule.replace("only_if: {iub: false, state: {franvaro: true}}, ", "")
        .replace("chef", "ny")
        .replace("start", "nytt")
        .replace("klar", "nytt")
    )
    old = engine_from_texts({"gemensamt.yaml": shared, "sol.yaml": f"catalogue: sol\nuses: gemensamt\n{rule}"})
    new = engine_from_texts({"sol.yaml": f"catalogue: sol\n{own}{new_rule}"})
    question = asked(old.catalogues, new.catalogues, date(2025, 10, 8), since=date(2025, 10, 10))
    assert told(question.of(case("borta 2025-09-30", BEFORE))) == []
    assert why(question, case("hemma 2025-09-30", BEFORE)) == []
    late = asked(old.catalogues, new.catalogues, date(2025, 10, 11), since=date(2025, 10, 10))
    assert told(late.of(case("borta 2025-09-30", ON))) == ["vanished plan: due 2025-10-19 → –"]
    assert why(late, case("borta 2025-09-30", ON)) == [
        "Nya regler: Så utlöses kravet bara till och med torsdag 9 oktober 2025."
    ]
    sol = next(one for one in question.new.catalogues if one.id == "sol")
    assert (set(sol.text.actors), set(sol.text.events), set(sol.text.facts)) == ({"ny"}, {"nytt"}, {"tal"})
    back = asked(new.catalogues, old.catalogues, date(2025, 10, 8), since=date(2025, 10, 10))
    sol = next(one for one in back.new.catalogues if one.id == "sol")
    assert (set(sol.text.actors), set(sol.text.events), set(sol.text.facts)) == ({"ny"}, {"nytt"}, {"tal"})
