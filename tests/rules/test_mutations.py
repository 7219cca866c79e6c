"""Every detail of a shipped rule is held by a scenario: whatever is broken in it, at least one of them fails."""

from functools import cache

import pytest

from rutinmotor.text.document import Plain
from tests.rules.mutating import Mutant, bench, broken, mutants

CATALOGUES = ("bistand_hv", "boendestod", "lss", "sol", "uppfoljning")
# What cannot be noticed, and why.
_LOV = (
    "The rule that sets it off has the same condition, and no change of provider begins outside the system of choice."
)
_AHEAD = "What it runs ahead of ends with the same event, and what runs ahead of that ends with it (semantics 3.2)."
_CLOSING = ("insats_avslutad", "arende_avslutat")
# What runs ahead of another, and the events that end both.
_ENDS_WITH_THE_OTHER = {
    "sol.lage_efterfragat": _CLOSING,
    "sol.lage_efterfragat_iub": _CLOSING,
    "sol.lage_efterfragat_ny_provning": _CLOSING,
    "uppfoljning.underlag_inhamtat": ("beslut_fattat", *_CLOSING),
    "uppfoljning.underlag_inhamtat_tidsbegransat": ("beslut_fattat", *_CLOSING),
    "uppfoljning.plan_inhamtad": ("beslut_fattat", *_CLOSING),
    "uppfoljning.plan_inhamtad_tidsbegransat": ("beslut_fattat", *_CLOSING),
    "uppfoljning.motesform_bestamd": ("beslut_fattat", *_CLOSING),
    "uppfoljning.motesform_bestamd_tidsbegransat": ("beslut_fattat", *_CLOSING),
    "uppfoljning.plan_aktuell": ("beslut_fattat", *_CLOSING),
    "uppfoljning.plan_aktuell_tidsbegransat": ("beslut_fattat", *_CLOSING),
}
EQUIVALENT = {
    "sol.foregaende_utforare_kontaktad: without only_if": _LOV,
    "sol.kontakter_om_byte_dokumenterade: without only_if": _LOV,
    **{
        f"{rule}: without ends_with.{event}": _AHEAD
        for rule, events in _ENDS_WITH_THE_OTHER.items()
        for event in events
    },
}


@cache
def of_catalogue(name: str) -> tuple[Mutant, ...]:
    return tuple(one for one in mutants() if one.catalogue == name)


@pytest.mark.parametrize("name", CATALOGUES)
def test_a_broken_rule_is_noticed(name: str, request: pytest.FixtureRequest) -> None:
    whole = of_catalogue(name)
    every: int = request.config.option.every_mutant
    tried = whole[:: max(every, 1)]
    survivors = [one.name for one in tried if bench().noticed_by(one) is None]
    print(f"{name}: {len(tried)} of {len(whole)} mutants tried, {len(tried) - len(survivors)} noticed")
    assert [one for one in survivors if one not in EQUIVALENT] == []


def test_what_is_said_to_make_no_difference_makes_none() -> None:
    made = [one for name in CATALOGUES for one in of_catalogue(name)]
    found = {one.name: bench().noticed_by(one) for one in made if one.name in EQUIVALENT}
    assert found == dict.fromkeys(EQUIVALENT)


def test_what_ends_with_the_other_runs_ahead_of_one_that_the_same_events_end() -> None:
    rules = {f"{one.id}.{rule.id}": rule for one in bench().catalogues.values() for rule in one.text.rules}
    for name, events in _ENDS_WITH_THE_OTHER.items():
        assert [line.kind for line in rules[name].trigger] == ["ahead_of"]
        other = f"{name.partition('.')[0]}.{rules[name].trigger[0].ahead_of}"
        assert set(events) <= set(rules[other].ending_events), name


def test_every_rule_is_broken_and_no_two_mutants_are_one() -> None:
    made = [one for name in CATALOGUES for one in of_catalogue(name)]
    assert len(made) > 1400
    assert len({one.name for one in made}) == len(made)
    rules = {f"{one.id}.{rule.id}" for one in bench().catalogues.values() for rule in one.text.rules}
    assert {one.rule for one in made} == rules


def test_the_bench_holds_as_it_is() -> None:
    """A mutant that is the rule itself is noticed by none; every scenario could be read."""
    catalogue = bench().catalogues["boendestod"]
    rule = catalogue.text.rules[0]
    assert bench().noticed_by(Mutant("boendestod", 0, f"boendestod.{rule.id}", "nothing", rule)) is None
    assert len(bench().scenarios) > 400


def test_what_is_broken_in_a_rule() -> None:
    only_if: dict[str, Plain] = {"regi": ["egen", "enskild"], "state": {"a": True, "b": False}}
    rule: dict[str, Plain] = {
        "id": "plan",
        "trigger": ["beslut", {"date": "slut", "minus": {"months": 2}}],
        "only_if": only_if,
        "deadline": {"urgency": "snarast", "at_latest": {"working_days": 3, "calendar": "vardag"}},
        "ends_with": ["slut", "avslut"],
        "per": "item",
    }
    found = dict(broken(rule))
    assert list(found) == [
        "without only_if",
        "without ends_with",
        "without per",
        "without trigger.beslut",
        "without trigger.1",
        "without ends_with.slut",
        "without ends_with.avslut",
        "without trigger.1.minus",
        "without only_if.regi",
        "without only_if.regi.egen",
        "without only_if.regi.enskild",
        "without only_if.state",
        "without only_if.state.a",
        "without only_if.state.b",
        "trigger.1.minus.months 1",
        "trigger.1.minus.months 3",
        "deadline.at_latest.working_days 2",
        "deadline.at_latest.working_days 4",
        "none in place of a deadline",
        "without at_latest",
        "per case",
    ]
    assert found["without only_if.state.b"] == {**rule, "only_if": {**only_if, "state": {"a": True}}}
    assert found["per case"] == {**rule, "per": "case"}
    assert found["without ends_with.slut"]["ends_with"] == ["avslut"]
    assert rule["ends_with"] == ["slut", "avslut"]
    assert [done for done, _ in broken({"deadline": "none"})] == ["30 days in place of none"]
    assert [done for done, _ in broken({"deadline": {"days": 0}})] == ["deadline.days 1", "none in place of a deadline"]
