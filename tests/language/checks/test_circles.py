"""RM220: rules that can set each other off without end within one day."""

from tests.language.checks.texts import catalogue, faults, rule, said


def on(rule_id: str, trigger: str, **lines: str | None) -> str:
    return rule(id=rule_id, trigger=trigger, **lines)


def test_a_rule_that_its_own_fulfilment_sets_off() -> None:
    text = catalogue(on("a", "{fulfilled: a}"))
    (fault,) = faults(text)
    assert (said(fault, text), dict(fault.values)["rules"]) == (("RM220", "a"), "sol.a → sol.a")
    assert fault.further == ()


def test_the_rules_are_named_in_order_and_each_trigger_has_its_place() -> None:
    text = catalogue(
        on("c", "{fulfilled: b}"), on("a", "{ahead_of: c, by: {days: 3}}"), on("b", "[beslut_fattat, {fulfilled: a}]")
    )
    (fault,) = faults(text)
    assert dict(fault.values)["rules"] == "sol.c → sol.a → sol.b → sol.c"
    assert fault.place is not None
    # Each rule's trigger, in the order of the rules.
    assert [text.split("\n")[place.line - 1].strip() for place in (fault.place, *fault.further)] == [
        "trigger: {fulfilled: b}",
        "trigger: {ahead_of: c, by: {days: 3}}",
        "trigger: [beslut_fattat, {fulfilled: a}]",
    ]


def test_a_circle_through_two_catalogues() -> None:
    sol = catalogue(on("a", "{fulfilled: lss.b}"))
    lss = catalogue(on("b", "{fulfilled: sol.a}"), name="lss")
    (fault,) = faults(sol, lss)
    assert fault.place is not None
    assert [place.source for place in (fault.place, *fault.further)] == ["a.yaml", "b.yaml"]


def test_a_circle_through_one_version_of_a_rule() -> None:
    old = on("a", "ansokan_mottagen", in_force="{to: 2025-06-30}")
    new = on("a", "{fulfilled: b}", in_force="{from: 2025-07-01}")
    assert [fault.code for fault in faults(catalogue(old, new, on("b", "{fulfilled: a}")))] == ["RM220"]


def test_overdue_comes_on_a_later_day_and_makes_no_circle() -> None:
    assert faults(catalogue(on("a", "{fulfilled: b}"), on("b", "[ansokan_mottagen, {overdue: a}]"))) == ()
    assert faults(catalogue(on("a", "{overdue: a}"))) == ()


def test_what_cannot_be_fulfilled_makes_no_circle() -> None:
    circle = [on("a", "{fulfilled: b}"), on("b", "{fulfilled: a}", fulfilled_by=None)]
    assert faults(catalogue(*circle)) == ()


def test_ahead_of_needs_no_fulfilment() -> None:
    span = "{days: 3}"
    circle = [on("a", f"{{ahead_of: b, by: {span}}}", fulfilled_by=None), on("b", f"{{ahead_of: a, by: {span}}}")]
    assert [fault.code for fault in faults(catalogue(*circle))] == ["RM220"]


def test_two_ways_to_one_rule_are_no_circle() -> None:
    rules = [on("a", "ansokan_mottagen"), on("b", "{fulfilled: a}"), on("c", "{fulfilled: a}")]
    assert faults(catalogue(*rules, on("d", "[{fulfilled: b}, {fulfilled: c}]"))) == ()


def test_each_rule_of_two_circles_that_meet_is_named() -> None:
    text = catalogue(on("a", "[{fulfilled: b}, {fulfilled: c}]"), on("b", "{fulfilled: a}"), on("c", "{fulfilled: a}"))
    assert [dict(fault.values)["rules"] for fault in faults(text)] == ["sol.a → sol.b → sol.a", "sol.a → sol.c → sol.a"]


def test_a_long_chain_is_no_circle_and_a_long_ring_is_one() -> None:
    chain = [on(f"r{number}", f"{{fulfilled: r{number + 1}}}") for number in range(1500)]
    assert faults(catalogue(*chain, on("r1500", "ansokan_mottagen"))) == ()
    (fault,) = faults(catalogue(*chain, on("r1500", "{fulfilled: r0}")))
    assert len(fault.further) == 1500
