"""Which statuses a rule can have, what the scenarios have shown of it, and when it is covered."""

import pytest

from rutinmotor.engine.engine import load, plan_of
from rutinmotor.workbench.scenario.coverage import Coverage, RuleCoverage, coverage_of
from rutinmotor.workbench.scenario.possible import can_be_undetermined, possible_statuses
from tests.workbench.scenario.trying import RULES, SCENARIO, engine_of, tried, with_expected

HEAD = RULES[: RULES.index("rules:")]
OPEN = {"due", "fulfilled", "ended"}
DATED = {*OPEN, "overdue", "fulfilled_late"}


def possible(*lines: str, further: str = "") -> set[str]:
    """The statuses that a rule of these lines can have."""
    rule = "\n".join(
        f"    {line}" for line in ("actor: handlaggare", "fulfilled_by: svarat", "ends_with: avslutat", *lines)
    )
    rules = f"{HEAD}states:\n  vantan: {{begins: forlangt, ends: avslutat}}\nrules:\n  - id: regel\n{rule}\n{further}"
    return set(possible_statuses(plan_of(engine_of(rules)))["prov.regel"])


OTHER = """\
  - id: annan
    actor: chef
    trigger: mottaget
    deadline: DEADLINE
    fulfilled_by: svarat
"""


@pytest.mark.parametrize(
    ("lines", "statuses"),
    [
        (["trigger: mottaget", "deadline: {days: 5}"], DATED),
        (["trigger: mottaget", "deadline: none"], OPEN),
        (["trigger: mottaget", "deadline: {urgency: snarast}"], OPEN),
        (["trigger: mottaget", "deadline: {urgency: snarast, at_latest: {days: 3}}"], DATED),
        (["trigger: mottaget", "deadline: {before: forlangt}"], DATED),
        (["trigger: mottaget", "deadline: {days: 5}", "paused_while: vantan"], {*DATED, "paused"}),
        (["trigger: mottaget", "deadline: continuous"], {"standing", "fulfilled", "ended"}),
        (["trigger: mottaget", "repeat: {each: month}"], DATED),
        (["trigger: mottaget", "repeat: {each: month}", "deadline: {urgency: snarast}"], DATED),
        (["trigger: mottaget", "repeat: {every: {days: 3}, from: fulfilment}", "deadline: {urgency: snarast}"], DATED),
    ],
)
def test_the_statuses_that_a_rule_can_have(lines: list[str], statuses: set[str]) -> None:
    assert possible(*lines) == statuses


def test_a_defined_urgency_word_gives_a_due_date() -> None:
    rules = RULES.replace("facts:", "urgency: {snarast: {days: 2}}\nfacts:").replace(
        "deadline: none", "deadline: {urgency: snarast}"
    )
    assert "overdue" in possible_statuses(plan_of(engine_of(rules)))["prov.egen"]


@pytest.mark.parametrize(("deadline", "statuses"), [("{days: 5}", DATED), ("none", OPEN), ("{urgency: snarast}", OPEN)])
def test_what_runs_ahead_has_the_due_date_of_the_other(deadline: str, statuses: set[str]) -> None:
    lines = ["trigger: {ahead_of: annan, by: {days: 1}}"]
    assert possible(*lines, further=OTHER.replace("DEADLINE", deadline)) == statuses


def test_a_standing_rule_that_a_state_opens_ends_with_the_state() -> None:
    rules = f"""{HEAD}states:
  vantan: {{begins: forlangt, ends: avslutat}}
rules:
  - {{id: ena, actor: chef, trigger: {{state: vantan}}, deadline: continuous}}
  - {{id: andra, actor: chef, trigger: mottaget, deadline: continuous}}
"""
    found = possible_statuses(plan_of(engine_of(rules)))
    assert (found["prov.ena"], found["prov.andra"]) == ({"standing", "ended"}, {"standing"})


def test_versions_of_one_rule_can_have_what_any_of_them_can() -> None:
    rules = f"""{HEAD}rules:
  - {{id: ena, actor: chef, trigger: mottaget, deadline: none, in_force: {{to: 2025-12-31}}}}
  - {{id: ena, actor: chef, trigger: mottaget, deadline: {{days: 1}}, in_force: {{from: 2026-01-01}}}}
"""
    assert possible_statuses(plan_of(engine_of(rules))) == {"prov.ena": {"due", "overdue"}}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("only_if: {egen: true}", True),
        ("only_if: {egen: {known: true}}", False),
        ("only_if: {any: [{egen: {known: false}}, {all: [{egen: false}]}]}", True),
        ("only_if: {state: {vantan: false}}", False),
        ("norm: routine", False),
    ],
)
def test_a_rule_that_rests_on_a_fact_may_be_undetermined(line: str, *, found: bool) -> None:
    lines = ["  - id: regel", "    actor: chef", "    trigger: mottaget", "    deadline: none", f"    {line}"]
    head = f"{HEAD}states:\n  vantan: {{begins: forlangt, ends: avslutat}}\nrules:\n"
    rules = head + "\n".join(lines)
    assert can_be_undetermined(plan_of(engine_of(rules))) == ({"prov.regel"} if found else set())


def test_a_scope_leaves_no_single_rule_open() -> None:
    rules = RULES.replace("rules:\n", "scope: {egen: true}\nrules:\n")
    assert can_be_undetermined(plan_of(engine_of(rules))) == {"prov.egen"}
    # What is shown all the same is possible.
    text = with_expected("undetermined: [prov.svar]", text=SCENARIO.replace("  facts: {egen: false}\n", ""))
    verdict = tried(text, rules)
    assert verdict.holds
    rule = next(one for one in coverage_of([verdict], [engine_of(rules)]).rules if one.rule == "prov.svar")
    assert rule.shown == {"undetermined"} <= rule.possible


def test_only_shows_nothing_of_its_own() -> None:
    text = f"{SCENARIO}only: [prov.svar]\n"
    assert tried(text).holds
    assert shown(text)["prov.svar"] == {"overdue"}


def test_every_shipped_rule_can_be_open_and_what_is_late_can_be_fulfilled() -> None:
    for rule, statuses in possible_statuses(plan_of(load())).items():
        assert statuses & {"due", "standing"}, rule
        assert "fulfilled_late" not in statuses or statuses >= {"fulfilled", "overdue"}, rule


def shown(*texts: str) -> dict[str, set[str]]:
    return {rule.rule: set(rule.shown) for rule in measured(*texts).rules}


def measured(*texts: str) -> Coverage:
    return coverage_of([tried(text) for text in texts], [engine_of()])


def test_only_a_line_that_holds_and_names_the_status_shows_it() -> None:
    assert shown(SCENARIO) == {"prov.svar": {"overdue"}, "prov.egen": set()}
    assert shown(with_expected("expect:", "  - {rule: prov.svar, due: 2026-03-07}"))["prov.svar"] == set()
    assert shown(with_expected("expect:", "  - {rule: prov.svar, status: due}"))["prov.svar"] == set()
    assert shown(with_expected("expect:", "  - {rule: prov.svar, status: overdue, due: null}"))["prov.svar"] == set()
    # Of a scenario that fails, what holds is shown all the same.
    assert shown(with_expected("expect:", "  - {rule: prov.svar, status: overdue}", "absent: [prov.egen]"))[
        "prov.egen"
    ] == {"absent"}
    assert shown(with_expected("undetermined: [prov.egen]", text=SCENARIO.replace("  facts: {egen: false}\n", "")))[
        "prov.egen"
    ] == {"undetermined"}
    assert shown(SCENARIO.replace("at: 2026-03-08\n", "at: 2026-03-07\n"))["prov.svar"] == set()
    assert shown(SCENARIO.replace("[prov]", "[Prov]"))["prov.svar"] == set()


@pytest.mark.parametrize(
    ("possible", "shown", "missing"),
    [
        (DATED, set[str](), ("due", "overdue")),
        (DATED, {"fulfilled_late", "ended", "absent", "undetermined"}, ("due", "overdue")),
        (DATED, {"due"}, ("overdue",)),
        (DATED, {"fulfilled"}, ("overdue",)),
        (DATED, {"overdue"}, ("due",)),
        (DATED, {"overdue", "fulfilled"}, ()),
        (OPEN, {"ended"}, ("due",)),
        (OPEN, {"fulfilled"}, ()),
        ({"standing", "fulfilled", "ended"}, {"fulfilled"}, ("standing",)),
        ({"standing", "fulfilled", "ended"}, {"standing"}, ()),
    ],
)
def test_a_rule_is_covered_in_time_and_overdue(possible: set[str], shown: set[str], missing: tuple[str, ...]) -> None:
    rule = RuleCoverage("prov.svar", frozenset(shown), frozenset(possible))
    assert rule.missing == missing
    assert rule.is_covered is not bool(missing)


def test_the_share_is_of_all_rules_of_the_catalogues() -> None:
    due = SCENARIO.replace("at: 2026-03-08\n", "at: 2026-03-07\n").replace("status: overdue", "status: due")
    assert (measured(SCENARIO).covered, measured(SCENARIO).percent) == (0, 0)
    assert (measured(SCENARIO, due).covered, measured(SCENARIO, due).percent) == (1, 50)
    assert coverage_of([], []).percent == 100
