"""Rules that nothing can set off: known answers, and no rule is called dead that the engine opens."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.ground.diagnostics.diagnostic import Diagnostic
from rutinmotor.language.case import Case, Event
from rutinmotor.language.catalogue.reading import read_texts
from rutinmotor.language.checks.checking import check_reading
from rutinmotor.language.lints.starting import find
from tests.language.lints.linting import catalogue, codes, linted

BESLUT = "- {id: beslut, trigger: ansokan, deadline: {days: 14}, fulfilled_by: beslut}\n"


@pytest.mark.parametrize(
    ("deadline", "reason"),
    [
        ("none", " (deadline: none)"),
        ("continuous", " (deadline: continuous)"),
        ("{urgency: snarast}", " (ordet ”snarast” har ingen bestämd tid)"),
    ],
)
def test_overdue_of_a_rule_without_a_last_day(deadline: str, reason: str) -> None:
    rules = f"""
    - {{id: beslut, trigger: ansokan, deadline: {deadline}, fulfilled_by: beslut}}
    - {{id: paminnelse, trigger: {{overdue: beslut}}, deadline: {{days: 3}}, fulfilled_by: klar}}
    """
    assert linted(find, catalogue(rules)) == [
        f"RM230 ”paminnelse” kan aldrig utlösas av att tiden går ut för ”beslut”, som inte har någon sista dag{reason}."
        " Inget annat utlöser ”paminnelse”, som därför aldrig börjar."
    ]


def test_a_word_of_urgency_that_the_file_gives_a_time_has_a_last_day() -> None:
    rules = """
    - {id: beslut, trigger: ansokan, deadline: {urgency: snarast}, fulfilled_by: beslut}
    - {id: paminnelse, trigger: {overdue: beslut}, deadline: {days: 3}, fulfilled_by: klar}
    """
    assert codes(find, rules, "urgency: {snarast: {days: 2}}\n") == []
    assert codes(find, rules) == ["RM230"]


@pytest.mark.parametrize(
    "deadline",
    ["{days: 0}", "{before: slut}", "{urgency: snarast, at_latest: {end_of: month}}", "{date: dag}"],
)
def test_a_rule_with_a_last_day_can_be_overdue(deadline: str) -> None:
    rules = f"""
    - {{id: beslut, trigger: ansokan, deadline: {deadline}, fulfilled_by: beslut}}
    - {{id: paminnelse, trigger: {{overdue: beslut}}, deadline: {{days: 3}}, fulfilled_by: klar}}
    - {{id: infor, trigger: {{ahead_of: beslut, by: {{days: 3}}}}, fulfilled_by: klar}}
    """
    assert codes(find, rules) == []


def test_one_dead_trigger_among_several_is_told_without_calling_the_rule_dead() -> None:
    rules = """
    - {id: beslut, trigger: ansokan, deadline: none, fulfilled_by: beslut}
    - {id: paminnelse, trigger: [slut, {overdue: beslut}], deadline: {days: 3}, fulfilled_by: klar}
    """
    [said] = linted(find, catalogue(rules))
    assert said.startswith("RM230 ”paminnelse” kan aldrig utlösas av att tiden går ut för ”beslut”")
    assert "aldrig börjar" not in said


def test_fulfilled_of_a_rule_that_nothing_fulfils() -> None:
    rules = """
    - {id: a, trigger: ansokan, deadline: none, ends_with: slut}
    - {id: b, trigger: {fulfilled: a}, deadline: none, fulfilled_by: klar}
    """
    assert codes(find, rules) == ["RM231"]


def test_ahead_of_a_rule_without_a_last_day() -> None:
    rules = """
    - {id: a, trigger: ansokan, deadline: none, fulfilled_by: beslut}
    - {id: b, trigger: {ahead_of: a, by: {days: 3}}, fulfilled_by: klar}
    - {id: c, trigger: {ahead_of: b, by: {days: 3}}, fulfilled_by: slut}
    - {id: d, trigger: {ahead_of: a, by: {urgency: i_god_tid}}, fulfilled_by: klar}
    """
    # c inherits from b, and b from a: neither has a day. d opens when a does, as its word has no meaning.
    assert codes(find, rules) == ["RM232", "RM232"]
    assert codes(find, rules, "urgency: {i_god_tid: {days: 2}}\n") == ["RM232", "RM232", "RM232"]


def test_a_version_that_has_a_last_day_is_enough() -> None:
    rules = """
    - {id: a, trigger: ansokan, deadline: none, fulfilled_by: beslut, in_force: {to: 2024-12-31}}
    - {id: a, trigger: ansokan, deadline: {days: 3}, fulfilled_by: beslut, in_force: {from: 2025-01-01}}
    - {id: b, trigger: {overdue: a}, deadline: none, fulfilled_by: klar}
    """
    assert codes(find, rules) == []


def test_a_rule_that_only_itself_sets_off() -> None:
    rules = "- {id: a, trigger: {overdue: a}, deadline: {days: 3}, fulfilled_by: klar}"
    assert linted(find, catalogue(rules)) == [
        "RM233 Kedjan a → a utlöses bara av sig själv och kan därför aldrig börja."
    ]


def test_a_ring_is_told_once_with_all_that_hangs_on_it() -> None:
    rules = """
    - {id: d, trigger: {overdue: c}, deadline: {days: 1}, fulfilled_by: klar}
    - {id: a, trigger: {overdue: c}, deadline: {days: 1}, fulfilled_by: klar}
    - {id: b, trigger: {overdue: a}, deadline: {days: 1}, fulfilled_by: klar}
    - {id: c, trigger: {overdue: b}, deadline: {days: 1}, fulfilled_by: klar}
    - {id: e, trigger: {fulfilled: d}, deadline: {days: 1}, fulfilled_by: slut}
    """
    assert linted(find, catalogue(rules)) == [
        "RM233 Kedjan a → b → c → a utlöses bara av sig själv och kan därför aldrig börja. Då börjar inte heller d, e."
    ]
    assert codes(find, rules.replace("{overdue: a}", "[ansokan, {overdue: a}]")) == []


def test_a_ring_that_waits_for_a_dead_rule_is_told_there() -> None:
    rules = """
    - {id: rot, trigger: {overdue: rot2}, deadline: {days: 1}, fulfilled_by: klar}
    - {id: rot2, trigger: ansokan, deadline: none, fulfilled_by: klar}
    - {id: a, trigger: [{overdue: b}, {overdue: rot}], deadline: {days: 1}, fulfilled_by: klar}
    - {id: b, trigger: {overdue: a}, deadline: {days: 1}, fulfilled_by: klar}
    """
    [said] = linted(find, catalogue(rules))
    assert said.startswith("RM230 ”rot” ")
    assert said.endswith("Då börjar inte heller a, b.")


def test_a_version_that_ends_before_its_cause_begins() -> None:
    rules = """
    - {id: a, trigger: ansokan, deadline: {days: 3}, fulfilled_by: beslut, in_force: {from: 2025-01-01}}
    - {id: b, trigger: {overdue: a}, deadline: none, fulfilled_by: klar, in_force: {to: 2025-01-01}}
    - {id: c, trigger: {fulfilled: a}, deadline: none, fulfilled_by: klar, in_force: {to: 2025-01-01}}
    """
    assert linted(find, catalogue(rules)) == [
        "RM234 ”b” gäller bara till och med 2025-01-01, men ”a”, som ska utlösa den, kan inte göra det före 2025-01-02."
        " Inget annat utlöser ”b”, som därför aldrig börjar."
    ]


def test_each_version_of_the_cause_is_asked_for_itself() -> None:
    rules = """
    - {id: a, trigger: ansokan, deadline: %s, %s, in_force: {to: 2024-12-31}}
    - {id: a, trigger: ansokan, deadline: {days: 3}, fulfilled_by: beslut, in_force: {from: 2030-01-01}}
    - {id: b, trigger: {%s: a}, deadline: none, fulfilled_by: klar, in_force: {to: 2026-12-31}}
    """
    assert codes(find, rules % ("none", "ends_with: slut", "fulfilled")) == ["RM234"]
    assert codes(find, rules % ("none", "fulfilled_by: beslut", "fulfilled")) == []
    assert codes(find, rules % ("none", "fulfilled_by: beslut", "overdue")) == ["RM234"]
    assert codes(find, rules % ("{days: 3}", "ends_with: slut", "overdue")) == []


def test_what_opened_before_a_version_ended_can_still_be_overdue_after() -> None:
    rules = """
    - {id: a, trigger: ansokan, deadline: {days: 3}, fulfilled_by: beslut, in_force: {to: 2024-12-31}}
    - {id: b, trigger: {overdue: a}, deadline: none, fulfilled_by: klar, in_force: {from: 2030-01-01}}
    """
    assert codes(find, rules) == []


@pytest.mark.parametrize(
    ("scope", "only_if", "wanted"),
    [
        ("{regi: egen}", "{regi: enskild}", ["RM235"]),
        ("{regi: egen}", "{regi: {not: enskild}}", []),
        ("{regi: {not: [egen, enskild]}}", "{timmar: {over: 3}}", ["RM236"]),
        ("{timmar: {at_least: 5}}", "{timmar: {under: 5}}", ["RM235"]),
        ("{timmar: {at_least: 5}}", "{timmar: {at_most: 5}}", []),
        ("{timmar: {over: 5}}", "{timmar: {under: 7}}", []),
        ("{dag: {known: false}}", "{dag: {over: 2025-01-01}}", ["RM235"]),
        ("{state: {franvaro: true}}", "{state: {franvaro: false}}", ["RM235"]),
        ("{state: {franvaro: true}}", "{no_other_in: franvaro}", []),
    ],
)
def test_conditions_that_exclude_each_other(scope: str, only_if: str, wanted: list[str]) -> None:
    rules = f"- {{id: a, trigger: ansokan, only_if: {only_if}, deadline: none, fulfilled_by: klar}}"
    assert codes(find, rules, f"scope: {scope}\n") == wanted


def test_the_scope_is_blamed_only_where_the_rule_alone_could_hold() -> None:
    rules = "- {id: a, trigger: ansokan, only_if: %s, deadline: none, fulfilled_by: klar}"
    with_scope = linted(find, catalogue(rules % "{regi: enskild}", "scope: {regi: egen}\n"))
    alone = linted(find, catalogue(rules % "{all: [{regi: egen}, {regi: enskild}]}", "scope: {regi: egen}\n"))
    assert with_scope[0].startswith("RM235 Villkoret för ”a” kan aldrig vara uppfyllt tillsammans med filens ”scope”,")
    assert alone[0].startswith("RM235 Villkoret för ”a” kan aldrig vara uppfyllt, så")


def test_an_empty_scope_is_told_once() -> None:
    rules = """
    - {id: a, trigger: ansokan, deadline: none, fulfilled_by: klar}
    - {id: b, trigger: {fulfilled: a}, only_if: {timmar: {over: 3}}, deadline: none, fulfilled_by: klar}
    """
    assert codes(find, rules, "scope: {all: [{regi: egen}, {regi: enskild}]}\n") == ["RM236"]


@pytest.mark.parametrize(
    ("rest", "wanted"),
    [
        ("trigger: {date: dag}, only_if: {dag: {known: false}}, deadline: none", ["RM237"]),
        ("trigger: {date: dag}, per: case, only_if: {dag: {known: false}}, deadline: none", []),
        ("trigger: [slut, {date: dag}], only_if: {dag: {known: false}}, deadline: none", ["RM237"]),
        (
            "trigger: {state: franvaro, longer_than: {days: 3}}, only_if: {state: {franvaro: false}}, deadline: none",
            ["RM237"],
        ),
        ("trigger: {state: franvaro}, only_if: {state: {franvaro: false}}, deadline: none", []),
        ("trigger: ansokan, only_if: {timmar: {known: false}}, deadline: {days: timmar}", ["RM238"]),
        ("trigger: ansokan, only_if: {timmar: {known: false}}, deadline: {end_of: month}", []),
        ("trigger: ansokan, only_if: {timmar: {known: true}}, deadline: {days: timmar}", []),
    ],
)
def test_conditions_against_what_sets_the_rule_off(rest: str, wanted: list[str]) -> None:
    assert codes(find, f"- {{id: a, {rest}, fulfilled_by: klar}}") == wanted


def test_a_cause_in_another_catalogue() -> None:
    one = catalogue("- {id: a, trigger: ansokan, deadline: none, fulfilled_by: klar}", name="ett")
    two = catalogue("- {id: b, trigger: {overdue: ett.a}, deadline: none, fulfilled_by: klar}", name="tva")
    [said] = linted(find, one, two)
    assert "för ”ett.a”, som inte har någon sista dag" in said


# Laws, over rules drawn at random: what the engine opens is never called dead.

NAMES = ("a", "b", "c", "d")


def cause(kind: str, other: str) -> str:
    return f"{{{kind}: {other}{', by: {days: 2}' if kind == 'ahead_of' else ''}}}"


CAUSES = st.builds(
    cause,
    st.sampled_from(("overdue", "fulfilled", "ahead_of")),
    st.sampled_from(NAMES),
)
TRIGGERS = st.lists(st.one_of(CAUSES, CAUSES, st.just("ansokan")), min_size=1, max_size=2, unique=True)
DEADLINES = st.sampled_from(("none", "{days: 2}", "continuous", "{urgency: snarast}", "{before: slut}"))
CONDITIONS = st.sampled_from(
    ("", ", only_if: {regi: egen}", ", only_if: {timmar: {over: 3}}", ", only_if: {regi: enskild}")
)
DAYS = st.sampled_from(("", ", in_force: {to: 2025-01-03}", ", in_force: {from: 2025-01-05}"))
ENDS = st.sampled_from((", fulfilled_by: klar", ", ends_with: slut", ""))


@st.composite
def files(draw: st.DrawFn, *, plain: bool = False) -> str:
    """Four rules that may set each other off; plain ones have no conditions, and are always in force."""
    return "".join(
        f"- {{id: {name}, trigger: [{', '.join(draw(TRIGGERS))}], deadline: {draw(DEADLINES)}{draw(ENDS)}"
        f"{'' if plain else draw(CONDITIONS) + draw(DAYS)}}}\n"
        for name in NAMES
    )


def _dead(found: Sequence[Diagnostic]) -> set[str]:
    """The rules that findings say never start."""
    dead: set[str] = set()
    for one in found:
        values = {name: str(value) for name, value in one.values}
        if one.code in ("RM235", "RM238"):
            dead.add(values["rule"])
        dead.update(filter(None, [values.get("only", "")]))
        dead.update(filter(None, values.get("ring", "").split(" → ")))
        dead.update(filter(None, values.get("also", "").split(", ")))
    return dead


@settings(max_examples=400)
@given(rules=files(), scope=st.sampled_from(("", "scope: {regi: egen}\n")))
def test_what_the_engine_opens_is_never_called_dead(rules: str, scope: str) -> None:
    text = catalogue(rules, scope)
    reading = read_texts([("a.yaml", text.encode())])
    if any(fault.is_error for fault in check_reading(reading)):
        return
    dead = _dead(list(find(reading.catalogues)))
    engine = engine_from_texts({"a.yaml": text})
    first = date(2025, 1, 1)
    events = tuple(
        Event(type_, first + timedelta(days=day), id=f"{type_}-{day}")
        for day in range(12)
        for type_, every in (("ansokan", 1), ("klar", 4), ("slut", 9))
        if day % every == every - 1
    )
    opened: set[str] = set()
    for facts in ({"regi": "egen"}, {"regi": "enskild"}):
        answer = engine.evaluate(Case("1", events, facts), date(2025, 2, 1))
        opened |= {one.rule.removeprefix("prov.") for one in answer.obligations}
    assert not opened & dead


@settings(max_examples=200)
@given(rules=files(plain=True))
def test_each_rule_that_cannot_start_is_named(rules: str) -> None:
    """Without conditions and dates in force a rule starts if a walk from the log reaches it, and else is named."""
    reading = read_texts([("a.yaml", catalogue(rules).encode())])
    if any(fault.is_error for fault in check_reading(reading)):
        return
    rows = {rule.id: rule for rule in reading.catalogues[0].text.rules}
    dated = {name for name, rule in rows.items() if rule.deadline and rule.deadline.kind in ("days", "before")}
    fulfilled = {name for name, rule in rows.items() if rule.fulfilled_by}
    started: set[str] = set()
    for _ in NAMES:
        started |= {
            name
            for name, rule in rows.items()
            for one in rule.trigger
            if one.event or {one.overdue, one.ahead_of} & started & dated or one.fulfilled in started & fulfilled
        }
    assert _dead(list(find(reading.catalogues))) == set(NAMES) - started
