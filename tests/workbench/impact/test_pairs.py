"""Which obligations under old rules and under new are one duty, where there are several of one rule and item."""

from tests.workbench.impact.rules import OLD, ask, case, told

AT = "2025-10-20"
# Six weeks from them end on 12 and 21 November.
ONE, TWO = "start 2025-10-01", "start 2025-10-10"


def test_what_is_left_is_paired_in_the_order_of_opening_not_of_the_answer() -> None:
    """The answer has what is done last; the first duty was set off by a start, and is now by an absence."""
    new = OLD.replace("trigger: start", "trigger: borta").replace("fulfilled_by: klar", "fulfilled_by: hemma")
    one = case(ONE, "borta 2025-10-02", "klar 2025-10-03", TWO, "borta 2025-10-11")
    assert sorted(told(ask(OLD, new, AT).of(one))) == [
        "later plan: due 2025-11-21 → due 2025-11-22",
        "status plan: fulfilled 2025-11-12 → due 2025-11-13",
    ]
    back = told(ask(new, OLD, AT).of(one))
    assert sorted(back) == [
        "earlier plan: due 2025-11-22 → due 2025-11-21",
        "status plan: due 2025-11-13 → fulfilled 2025-11-12",
    ]


def test_of_two_triggers_of_one_day_each_keeps_its_own() -> None:
    old = OLD.replace("trigger: start", "trigger: [start, borta]")
    new = OLD.replace("trigger: start", "trigger: borta")
    (change,) = ask(old, new, AT).of(case(ONE, "borta 2025-10-01")).changes
    assert (change.kind, change.old and change.old.trigger.event) == ("vanished", "e1")


def test_of_one_series_those_that_open_on_one_day_are_one() -> None:
    """Under the old rules the second of the series is left out, as its condition is false that day."""
    new = OLD.replace("    deadline: {weeks: 6}\n", "    repeat: {every: {months: 1}, from: trigger}\n")
    old = new.replace("trigger: start", "trigger: start\n    only_if: {state: {franvaro: false}}")
    impact = ask(old, new, "2025-12-05").of(case(ONE, "borta 2025-11-01", "hemma 2025-11-10"))
    assert told(impact) == ["appeared plan: – → overdue 2025-12-01"]


def test_what_follows_a_timer_is_one_duty_though_its_day_has_moved() -> None:
    follows = (
        "  - {id: efter, title: Efter, actor: chef, trigger: {overdue: plan}, deadline: none, fulfilled_by: klar}\n"
    )
    old, new = (OLD.replace("weeks: 6", f"days: {days}") + follows for days in (5, 3))
    impact = ask(old, new, AT).of(case(ONE, TWO))
    found = [
        (change.kind, change.old and change.old.opened.day, change.new and change.new.opened.day)
        for change in impact.changes
        if change.rule == "sol.efter"
    ]
    assert found == [("other", 7, 5), ("other", 16, 14)]


def test_one_of_a_rule_for_each_item_is_paired_within_its_item() -> None:
    new = OLD.replace("weeks: 6", "weeks: 4")
    impact = ask(OLD, new, AT).of(case(ONE, "start 2025-10-01 i2", "klar 2025-10-05 i2"))
    assert [
        (change.item, change.old and change.old.status, change.new and change.new.status) for change in impact.changes
    ] == [
        ("i1", "due", "due"),
        ("i2", "fulfilled", "fulfilled"),
    ]


def test_what_two_happenings_of_one_day_set_off_is_paired_before_what_is_left() -> None:
    new = OLD.replace("trigger: start", "trigger: borta")
    impact = ask(OLD, new, AT).of(case(ONE, TWO, "borta 2025-10-10"))
    assert told(impact) == ["vanished plan: due 2025-11-12 → –", "other plan: due 2025-11-21 → due 2025-11-21"]
