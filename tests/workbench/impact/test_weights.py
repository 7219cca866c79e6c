"""What weighs most for the person concerned: each kind of change against the next, cases against each other."""

from dataclasses import replace
from itertools import pairwise

from rutinmotor.workbench.impact.changes import CHANGE_KINDS, GAP_KINDS, CaseImpact, Change, compare
from rutinmotor.workbench.impact.counts import KINDS, Counts
from tests.workbench.impact.rules import OLD, ask, case, told

START = "start 2025-10-01"
AT = "2025-10-20"
# A duty that is late or lost comes first, then one cut short, then what is better, then what only looks otherwise.
IN_ORDER = (
    "overdue",
    "vanished",
    "late",
    "earlier",
    "not_overdue",
    "later",
    "appeared",
    "status",
    "actor",
    "light",
    "other",
)


def one_change(*events: str, change: tuple[str, str] = ("weeks: 6", "weeks: 4"), at: str = AT) -> Change:
    (found,) = ask(OLD, OLD.replace(*change), at).of(case(START, *events)).changes
    return found


def test_every_kind_has_a_weight_of_its_own_while_something_is_open() -> None:
    change = one_change()
    weights = [replace(change, kind=kind).weight for kind in IN_ORDER]
    assert all(one < other for one, other in pairwise(weights))
    assert {*IN_ORDER, "not_late"} == set(CHANGE_KINDS)


def test_what_is_over_weighs_least_unless_it_was_done_late() -> None:
    over, still = one_change("klar 2025-10-03"), one_change()
    assert (over.open, still.open) == (False, True)
    closed = {replace(over, kind=kind).weight for kind in CHANGE_KINDS if kind != "late"}
    assert len(closed) == 1
    assert max(replace(still, kind=kind).weight for kind in IN_ORDER) < min(closed)
    assert replace(over, kind="late").weight == replace(still, kind="late").weight


def test_a_new_duty_that_is_overdue_already_weighs_as_one_that_becomes_so() -> None:
    (new,) = ask(OLD.replace("id: plan", "id: annan"), OLD, "2025-12-01").of(case(START)).changes[:1]
    assert (new.kind, new.one.status) == ("appeared", "overdue")
    assert new.weight == replace(one_change(), kind="overdue").weight


def test_a_case_weighs_as_its_weightiest_change() -> None:
    light, heavy = replace(one_change(), kind="light"), replace(one_change(), kind="earlier")
    assert CaseImpact("1", (light, heavy), ()).weight == heavy.weight
    assert CaseImpact("1", (), ()).weight > replace(light, kind="other").weight


def test_a_rule_that_cannot_be_judged_weighs_more_than_another_actor_and_less_than_a_new_duty() -> None:
    asks = OLD.replace("trigger: start", "trigger: start\n    only_if: {iub: false}")
    impact = ask(OLD, asks, AT).of(case(START, facts="{regi: egen}"))
    alone = CaseImpact("1", (), impact.gaps)
    assert alone
    change = one_change()
    assert replace(change, kind="appeared").weight < alone.weight < replace(change, kind="actor").weight
    assert CaseImpact("1", (replace(change, kind="other"),), impact.gaps).weight == alone.weight


def test_a_change_concerns_who_is_to_act_and_who_was() -> None:
    change = one_change(change=("actor: utforare", "actor: [chef, utforare]"))
    assert change.actors == ("chef", "utforare")
    (gone,) = (
        ask(OLD, OLD.replace("id: plan", "id: annan").replace("trigger: start", "trigger: borta"), AT)
        .of(case(START))
        .changes
    )
    assert gone.actors == ("utforare",)
    (come,) = ask(OLD.replace("trigger: start", "trigger: borta"), OLD, AT).of(case(START)).changes
    assert come.actors == ("utforare",)


def test_counts_are_by_rule_and_by_each_actor() -> None:
    asked = ask(OLD, OLD.replace("actor: utforare", "actor: chef").replace("weeks: 6", "weeks: 4"), AT)
    counts = Counts()
    for events in ((START,), (START, "klar 2025-10-03"), ()):
        counts.add(asked.of(case(*events) if events else case("hemma 2025-10-01")))
    counts.add_error()
    assert (counts.cases, counts.changed, counts.errors) == (4, 2, 1)
    assert counts.kinds == {"earlier": 2}
    assert +counts.closed == {"earlier": 1}
    assert counts.rules == {"sol.plan": {"earlier": 2}}
    assert counts.actors == {"chef": {"earlier": 2}, "utforare": {"earlier": 2}}
    assert (*CHANGE_KINDS, *GAP_KINDS) == KINDS


def test_what_weighs_alike_stands_by_last_day_then_rule_item_and_opening() -> None:
    rule = "  - {{id: {}, title: T, actor: utforare, trigger: start, deadline: {{{}}}, fulfilled_by: klar}}\n"
    head = OLD[: OLD.index("rules:")] + "rules:\n"
    # Each rule's time is counted to the month's end, but for the last, which is due before it.
    old = head + rule.format("b", "end_of: month") + rule.format("a", "end_of: month") + rule.format("c", "days: 15")
    asked = ask(old, old.replace("actor: utforare", "actor: chef"), "2025-10-11")
    impact = asked.of(case("start 2025-10-10", "start 2025-10-01 i2", "start 2025-10-01"))
    assert [(one.rule[-1], one.item, one.one.opened.day) for one in impact.changes] == [
        ("c", "i1", 1),
        ("c", "i2", 1),
        ("c", "i1", 10),
        ("a", "i1", 1),
        ("a", "i1", 10),
        ("a", "i2", 1),
        ("b", "i1", 1),
        ("b", "i1", 10),
        ("b", "i2", 1),
    ]
    # What has no last day stands after what has one.
    open_ended = old.replace("end_of: month", "days: 20").replace("{days: 15}", "none")
    asked = ask(open_ended, open_ended.replace("actor: utforare", "actor: chef"), "2025-10-11")
    assert [one.rule[-1] for one in asked.of(case("start 2025-10-01")).changes] == ["a", "b", "c"]


def test_what_cannot_be_judged_stands_by_day_then_rule_and_item() -> None:
    rule = "  - {{id: {}, title: T, actor: chef, trigger: {}, deadline: none, fulfilled_by: klar}}\n"
    head = OLD[: OLD.index("rules:")] + "rules:\n"
    old = head + rule.format("b", "start") + rule.format("a", "start") + rule.format("c", "borta")
    new = old.replace("deadline: none", "only_if: {iub: true}, deadline: none")
    one = case("start 2025-10-05 i2", "start 2025-10-05", "borta 2025-10-01", facts="{regi: egen}")
    impact = ask(old, new, "2025-10-11").of(one)
    assert [(gap.one.rule[-1], gap.one.item, gap.kind) for gap in impact.gaps] == [
        ("c", "i1", "undetermined"),
        ("a", "i1", "undetermined"),
        ("a", "i2", "undetermined"),
        ("b", "i1", "undetermined"),
        ("b", "i2", "undetermined"),
    ]


def test_a_rule_that_wants_other_facts_is_another_gap() -> None:
    old, new = (
        OLD.replace("trigger: start", f"trigger: start\n    only_if: {one}") for one in ("{iub: false}", "{regi: egen}")
    )
    assert told(ask(old, new, AT).of(case(START, facts="{}"))) == ["undetermined plan: iub → regi"]


def test_gaps_of_both_sides_stand_together_by_day() -> None:
    rule = "  - {{id: {}, title: T, actor: chef, trigger: {}, deadline: none, fulfilled_by: klar}}\n"
    head = OLD[: OLD.index("rules:")] + "rules:\n"
    a, c = rule.format("a", "start"), rule.format("c", "borta")
    asks = {one: one.replace("deadline: none", "only_if: {iub: true}, deadline: none") for one in (a, c)}
    impact = ask(head + asks[a] + c, head + a + asks[c], AT).of(
        case("start 2025-10-05", "borta 2025-10-01", facts="{}")
    )
    assert [(gap.kind, gap.one.rule[-1]) for gap in impact.gaps] == [("undetermined", "c"), ("determined", "a")]


def test_what_is_the_cases_stands_before_what_is_an_items() -> None:
    both = case(START, "start 2025-10-01 -", facts="{regi: egen}")
    impact = ask(OLD, OLD.replace("weeks: 6", "weeks: 4"), AT).of(both)
    assert [change.item for change in impact.changes] == [None, "i1"]
    asks = OLD.replace("trigger: start", "trigger: start\n    only_if: {iub: true}")
    assert [gap.one.item for gap in ask(OLD, asks, AT).of(both).gaps] == [None, "i1"]


def test_two_evaluations_are_compared_without_other_names() -> None:
    asked = ask(OLD, OLD.replace("weeks: 6", "weeks: 4"), AT)
    old, new = (engine.evaluate(case(START), asked.at) for _, engine in asked.sides)
    assert compare(old, new) == asked.of(case(START))


def test_what_cannot_be_judged_is_set_against_its_own_item() -> None:
    old, new = (
        OLD.replace("trigger: start", f"trigger: start\n    only_if: {one}") for one in ("{iub: false}", "{regi: egen}")
    )
    impact = ask(old, new, AT).of(case(START, "start 2025-10-01 i2", facts="{regi: egen}"))
    assert [(gap.kind, gap.one.item) for gap in impact.gaps] == [("determined", "i1"), ("undetermined", "i2")]
