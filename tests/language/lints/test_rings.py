"""Rings of rules that time alone drives round for ever, and the nearest that stop; the engine says the same of each."""

from datetime import date

import pytest

from rutinmotor import Case, Event
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from rutinmotor.language.lints.rings import find
from tests.language.lints.linting import catalogue, codes, linted, reviewed

DUE = "deadline: {days: 2}, fulfilled_by: klar"
TWO = "- {id: a, trigger: [ansokan, {overdue: b}], %s}\n- {id: b, trigger: {overdue: a}, %s}"
ONE = "- {id: a, trigger: [ansokan, {overdue: a}], %s}"
LOG = [
    Event(type="beslut", at=date(2025, 1, 1)),
    Event(type="klar", at=date(2025, 1, 2)),
    Event(type="ansokan", at=date(2025, 1, 3)),
]


def goes_on(rules: str) -> bool:
    """Say whether obligations go on arising in a case in which nothing more happens."""
    engine = engine_from_texts({"prov.yaml": catalogue(rules)})
    case = Case("2025-0117", tuple(LOG), {"dag": date(2025, 1, 3), "regi": "egen"})
    try:
        engine.evaluate(case, date(2045, 1, 1), at_most=50)
    except CaseError as error:
        return "RM632" in [one.code for one in error.diagnostics]
    return False


ENDLESS = [
    ONE % DUE,
    ONE % f"{DUE}, on_repeat: add, ends_with: slut, only_if: {{regi: egen}}",
    TWO % (DUE, DUE),
    TWO % (f"{DUE}, ends_with: slut", f"{DUE}, ends_with: slut"),
    TWO % (f"{DUE}, on_repeat: restart", DUE),
    TWO % (DUE, f"{DUE}, only_if: {{regi: [egen, enskild]}}"),
    # Due on a date that has passed, or on the day of an event that has: late from the first day.
    ONE % "deadline: {date: dag}, fulfilled_by: slut",
    ONE % "deadline: {before: klar, since: beslut}, fulfilled_by: slut",
    # Ahead of one that is late, without a time of its own.
    "- {id: a, trigger: [ansokan, {overdue: b}], deadline: {days: 9}, fulfilled_by: klar}\n"
    "- {id: b, trigger: {ahead_of: a, by: {days: 2}}, fulfilled_by: slut}",
    # What was done before fulfils it as it opens, and what that opens is late in its turn; keep then stops nothing.
    f"- {{id: a, trigger: [ansokan, {{overdue: b}}], {DUE}, counts_from: beslut, on_repeat: keep}}\n"
    "- {id: b, trigger: {fulfilled: a}, deadline: {days: 2}, fulfilled_by: slut}",
]
STOPS = [
    ONE % f"{DUE}, on_repeat: keep",
    TWO % (f"{DUE}, on_repeat: keep", DUE),
    TWO % (DUE, f"{DUE}, on_repeat: keep"),
    # What repeats keeps, unless it says otherwise.
    TWO % (f"{DUE}, ends_with: slut, repeat: {{every: {{years: 9}}, from: fulfilment}}", DUE),
    # Nothing is ever late, or not until something happens.
    TWO % (DUE, "deadline: none, fulfilled_by: klar"),
    ONE % "deadline: {before: hemma}, fulfilled_by: slut",
    # A fulfilment takes an event.
    f"- {{id: a, trigger: [ansokan, {{overdue: b}}], {DUE}}}\n- {{id: b, trigger: {{fulfilled: a}}, {DUE}}}",
    f"- {{id: a, trigger: [ansokan, {{overdue: b}}], {DUE}, counts_from: beslut}}\n"
    f"- {{id: b, trigger: {{fulfilled: a}}, {DUE}, on_repeat: keep}}",
    # In force for a time, and after that no more.
    TWO % (DUE, f"{DUE}, in_force: {{to: 2025-01-20}}"),
    # Of one the condition holds, of the other not.
    TWO % (f"{DUE}, only_if: {{regi: egen}}", f"{DUE}, only_if: {{regi: enskild}}"),
    # No ring.
    f"- {{id: a, trigger: ansokan, {DUE}}}\n- {{id: b, trigger: {{overdue: a}}, {DUE}}}",
    f"- {{id: a, trigger: [ansokan, {{missing: slut, since: ansokan, for: {{days: 3}}}}], {DUE}}}",
    f"- {{id: a, trigger: [{{date: dag}}, {{state: franvaro, longer_than: {{days: 3}}}}], {DUE}}}",
]


@pytest.mark.parametrize("rules", ENDLESS)
def test_what_goes_round_for_ever(rules: str) -> None:
    assert codes(find, rules) == ["RM259"]
    assert goes_on(rules)


@pytest.mark.parametrize("rules", STOPS)
def test_what_stops(rules: str) -> None:
    assert codes(find, rules) == []
    assert not goes_on(rules)


def test_what_keeps_by_itself_and_is_never_late_again_only_moves() -> None:
    """A ring of nothing but restarts opens nothing more, but goes on as well: it is never late for long."""
    rules = ONE % f"{DUE}, on_repeat: restart"
    assert codes(find, rules) == ["RM259"]
    assert not goes_on(rules)


def test_the_rules_are_named_in_their_order_from_the_first_trigger_on() -> None:
    rules = f"""
    - {{id: c, trigger: {{overdue: b}}, {DUE}}}
    - {{id: a, trigger: [ansokan, {{overdue: c}}], {DUE}}}
    - {{id: b, trigger: {{overdue: a}}, {DUE}}}
    """
    (told,) = linted(find, catalogue(rules))
    assert told.startswith("RM259 Kedjan c → a → b → c utlöser sig själv utan slut:")


def test_each_rule_of_a_knot_is_named() -> None:
    rules = f"""
    - {{id: r1, trigger: [ansokan, {{overdue: r2}}, {{overdue: r3}}], {DUE}}}
    - {{id: r2, trigger: {{overdue: r1}}, {DUE}}}
    - {{id: r3, trigger: {{overdue: r1}}, {DUE}}}
    """
    told = linted(find, catalogue(rules))
    assert [line.split()[2:7] for line in told] == [["r1", "→", "r2", "→", "r1"], ["r1", "→", "r3", "→", "r1"]]


def test_a_ring_through_two_catalogues_names_the_other_s_rule_in_full() -> None:
    shared = catalogue(f"- {{id: b, trigger: {{overdue: ett.a}}, {DUE}}}", name="tva")
    rule = f"{{id: a, actor: utforare, trigger: [ansokan, {{overdue: tva.b}}], {DUE}}}"
    (told,) = linted(find, f"catalogue: ett\nuses: [tva]\nrules: [{rule}]\n", shared)
    assert "Kedjan a → tva.b → a " in told


def test_what_never_starts_is_told_as_that() -> None:
    rules = f"- {{id: a, trigger: {{overdue: b}}, {DUE}}}\n- {{id: b, trigger: {{overdue: a}}, {DUE}}}"
    assert codes(find, rules) == []
    assert "RM233" in [one.code for one in reviewed(catalogue(rules))]


def test_it_can_be_allowed_with_a_reason() -> None:
    allowed = ONE % f"{DUE}, allow: [{{code: RM259, reason: Påminn tills det är gjort}}]"
    found = [one.code for one in reviewed(catalogue(allowed))]
    assert "RM259" not in found
    assert "RM259" in [one.code for one in reviewed(catalogue(ONE % DUE))]
