"""Worked series for the second evaluator: begun by an answer, and waiting for one (2.6, 2.7)."""

from typing import Any

from tests.engine.second.worked import IN_A_WEEK, answer, asked, event, gives, rule

E = event


def start(at: str = "01-05", **rest: Any) -> dict[str, Any]:
    return E("start", f"2026-{at}", **rest)


def test_26_a_series_is_what_it_would_be() -> None:
    one = rule("a", only_if={"regi": "egen"}, repeat={"every": {"days": 7}, "from": "trigger"})
    events = [start("01-01"), E("klar", "2026-01-07"), gives("01-20", regi="egen"), E("klar", "2026-01-21")]
    told = asked(one, events, "2026-01-21", "opened", "due", "status", "fulfilled_on")
    assert told == [
        ("2026-01-20", "2026-01-22", "due", None),
        ("2026-01-20", "2026-01-08", "fulfilled", "2026-01-07"),
        ("2026-01-20", "2026-01-15", "fulfilled_late", "2026-01-21"),
    ]
    only = {"day": "2026-01-20", "facts": ["regi"]}
    assert asked(one, events, "2026-01-21", "answered") == [only] * 3


def test_27_a_series_waits_for_the_answer_of_a_later_one() -> None:
    one = rule("a", only_if={"regi": "egen"}, repeat={"each": "month"}, deadline={"days": 10})
    events = [start("01-10", data={"regi": "egen"}), gives("01-20", kind="hemma", regi=None)]
    late = gives("04-02", kind="hemma", regi="egen")
    assert asked(one, events, "2026-04-02", "due") == ["2026-02-10"]
    assert answer(one, events, "2026-04-02")["undetermined"] == [
        {"rule": "sol.a", "item": None, "day": "2026-02-01", "missing": ["regi"]}
    ]
    # February's waited, and March's with it; April's came on the 1st, when regi was still not given
    assert asked(one, [*events, late], "2026-04-02", "opened", "due", "answered") == [
        ("2026-01-10", "2026-02-10", None),
        *(
            ("2026-04-02", due, {"day": "2026-04-02", "facts": ["regi"]})
            for due in ("2026-03-10", "2026-04-10", "2026-05-10")
        ),
    ]


def test_27_after_a_fulfilment_the_next_waits_and_no_is_the_end() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"regi": "egen"}, repeat={"every": {"days": 10}, "from": "fulfilment"})
    events = [start(data={"regi": "egen"}), gives("01-06", regi=None), E("klar", "2026-01-08"), start("01-12")]
    assert asked(one, events, "2026-01-20", "status") == ["fulfilled"]  # it runs, and so keeps
    yes, no = gives("01-20", regi="egen"), gives("01-20", regi="extern")
    assert asked(one, [*events, yes], "2026-01-20", "opened", "due", "status") == [
        ("2026-01-20", "2026-01-18", "overdue"),
        ("2026-01-05", "2026-01-12", "fulfilled"),
    ]
    again = start("01-25", data={"regi": "egen"})
    assert len(asked(one, [*events, no, again], "2026-01-25", "status")) == 2  # over, so that a trigger begins anew
