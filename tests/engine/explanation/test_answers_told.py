"""What an answer opened is told as of its trigger (semantics 2.5 to 2.7): known answers, and as if known in time."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, note, settings
from hypothesis import strategies as st

from tests.drawing import EVERY_CHECK
from tests.engine.explanation.asking import VOCABULARY, after, engine_of, event, lines, rule, why

EVENTS = {**VOCABULARY["events"], "svar": {"title": "Svar har kommit"}, "mer": {"title": "Mer tid har getts"}}
SOON = {"days": 7}
OWN = {"regi": "egen"}
START = event("start", "2025-03-03", id="s")


def answer(day: str, **data: Any) -> dict[str, Any]:
    return event("svar", f"2025-03-{day}", id=f"a{day[:2]}", data=data or {"regi": "egen"})


def told(plan: dict[str, Any], *events: dict[str, Any], at: str = "2025-03-31", **rest: Any) -> list[str]:
    return lines(why(engine_of(plan, events=EVENTS), list(events), at, **rest))


def test_conditions_and_count_are_of_the_trigger_with_what_came_late() -> None:
    found = told(rule(deadline=SOON, only_if={**OWN, "state": {"franvaro": False}}), START, answer("20"))
    assert found[1:11] == [
        "Plan (sol.plan) · i1 — försenat: 21 dagar för sent, sista dag måndag 10 mars 2025",
        "Den som ska göra det: Utförare.",
        "Utlöstes av: Insatsen har börjat (s), måndag 3 mars 2025.",
        "Gick att bedöma först torsdag 20 mars 2025, när ”Regi” blev känt. Då hade tiden gått sedan "
        "måndag 3 mars 2025.",
        "Villkor, måndag 3 mars 2025:",
        "Regi ska vara egen: är egen (står på i1, saknades då och angavs först torsdag 20 mars 2025 med ”Svar har "
        "kommit” (a20)) – uppfyllt",
        "”Frånvaro” får inte gälla: gäller inte – uppfyllt",
        "Så räknades tiden:",
        "Tiden börjar måndag 3 mars 2025, som inte räknas med.",
        "7 dagar framåt: måndag 10 mars 2025.",
    ]


def test_states_are_those_of_the_trigger() -> None:
    """An absence that began after the trigger and holds when the answer comes."""
    away = event("borta", "2025-03-10")
    found = told(rule(deadline=SOON, only_if={**OWN, "state": {"franvaro": False}}), START, away, answer("20"))
    assert "”Frånvaro” får inte gälla: gäller inte – uppfyllt" in found


def test_a_later_value_is_told_as_a_change_and_not_as_the_answer() -> None:
    found = told(rule(deadline=SOON, only_if=OWN), START, answer("20"), answer("25", regi="enskild"))
    at = next(number for number, line in enumerate(found) if line.startswith("Regi ska vara egen: är egen"))
    assert found[at + 1] == "Sedan tisdag 25 mars 2025 är den enskild, genom ”Svar har kommit” (a25)."


def test_a_deadline_that_waited_for_its_fact() -> None:
    found = told(rule(deadline={"days": "antal"}), START, answer("20", antal=4), at="2025-03-20")
    assert after(found, "Så räknades", "Klart med") == [
        "Tiden börjar måndag 3 mars 2025, som inte räknas med.",
        "4 dagar, där ”Antal dagar” är 4 (står på i1, saknades då och angavs först torsdag 20 mars 2025 med ”Svar har "
        "kommit” (a20)), framåt: fredag 7 mars 2025.",
        "Sista dag: fredag 7 mars 2025.",
    ]


def test_what_was_done_meanwhile_was_not_before_it_arose() -> None:
    found = told(rule(deadline=SOON, only_if=OWN), START, event("klar", "2025-03-05", id="k"), answer("20"))
    assert "Blev klart med: Planen är klar (k), onsdag 5 mars 2025." in found
    early = event("klar", "2025-03-01", id="k")
    found = told(rule(deadline=SOON, only_if=OWN), early, START, answer("20"))
    assert after(found, "Räknades inte", "Eskalering") == [
        "Planen är klar (k), lördag 1 mars 2025: det var innan kravet uppstod."
    ]


def test_later_ones_that_came_with_it_are_of_their_own_days() -> None:
    plan = rule(only_if=OWN, repeat={"every": {"days": 5}, "from": "trigger"})
    found = why(engine_of(plan, events=EVENTS), [START, answer("20")], "2025-03-20").obligations
    assert [one.arose.isoformat() for one in found] == ["2025-03-03", "2025-03-09", "2025-03-14", "2025-03-19"]
    assert [one.series.number for one in found if one.series] == [1, 2, 3, 4]
    # Each was a question of its own day until then.
    assert [[line.fact.late for line in one.conditions if line.fact] for one in found] == [[True]] * 4


def _late(plan: dict[str, Any], *events: dict[str, Any], at: str = "2025-03-31") -> dict[str, Any]:
    return why(engine_of(plan, events=EVENTS), list(events), at).to_dict()


# What is drawn: rules whose time moves in every way, and what happens between the trigger and the answer.

DEADLINES = (
    {"deadline": {"days": 4}},
    {"deadline": {"working_days": 3, "calendar": "vardag"}},
    {"deadline": {"days": "antal"}},
    {"deadline": {"before": "besked"}},
    {"deadline": "none"},
    {"repeat": {"every": {"days": 5}, "from": "fulfilment"}},
    {"repeat": {"every": {"days": 5}, "from": "trigger"}},
    {"repeat": {"each": "month"}},
)
KEYS: tuple[dict[str, Any], ...] = (
    {"paused_while": "franvaro"},
    {"extended_by": {"event": "mer", "by": {"days": 2}, "at_most": 2}},
    {"ends_with": "slut"},
    {"counts_from": "besked"},
    {"not_before": {"days": 2}},
    {"only_if": {"regi": "egen", "state": {"franvaro": False}}},
)
FIRST = date(2025, 3, 26)


@st.composite
def drawn(draw: st.DrawFn) -> tuple[dict[str, Any], list[dict[str, Any]], date]:
    """A rule that asks for its facts, a log with one trigger and without these facts, and the day of their answer."""
    plan = rule(only_if=OWN, **draw(st.sampled_from(DEADLINES)))
    for keys in draw(st.lists(st.sampled_from(KEYS), max_size=3)):
        if not ("repeat" in plan and "counts_from" in keys):
            plan |= keys
    if plan.get("deadline") in ("none", {"before": "besked"}) or "repeat" in plan:
        plan = {key: value for key, value in plan.items() if key not in ("extended_by", "paused_while")}
    happened = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["klar", "slut", "borta", "hemma", "mer", "besked"]),
                st.integers(-3, 14),
                st.sampled_from(["", "T08:00", "T10:00", "T12:00"]),
            ),
            max_size=6,
        )
    )
    events = [event("start", f"{FIRST}{draw(st.sampled_from(['', 'T10:00']))}", id="s")]
    events += [
        event(kind, f"{FIRST + timedelta(days)}{clock}", id=f"e{number}")
        for number, (kind, days, clock) in enumerate(happened)
    ]
    answered = FIRST + timedelta(draw(st.integers(1, 16)))
    # What ends the rule closes the question too (semantics 2.7).
    return (
        plan,
        [one for one in events if one["type"] != "slut" or not f"{FIRST}" <= one["at"] <= f"{answered}T"],
        answered,
    )


def _but_for_what_came_late(one: dict[str, Any]) -> dict[str, Any]:
    """An explained obligation without what an answer may change: its opening, and how its facts came."""
    found: dict[str, Any] = _without_giving(one)
    for key in ("obligation", "escalation", "question", "through"):
        del found[key]
    if found["ending"] is not None:
        del found["ending"]["day"]
    return found


def _without_giving(value: Any) -> Any:
    if isinstance(value, dict):
        left = {key: _without_giving(one) for key, one in value.items()}  # pyright: ignore[reportUnknownVariableType]
        return {key: one for key, one in left.items() if key not in ("given", "changed", "late")}
    if isinstance(value, list):
        return [_without_giving(one) for one in value]  # pyright: ignore[reportUnknownVariableType]
    return value


@settings(max_examples=200, suppress_health_check=EVERY_CHECK)
@given(drawn())
def test_it_is_told_as_if_it_had_been_known_in_time(case: tuple[dict[str, Any], list[dict[str, Any]], date]) -> None:
    plan, events, day = case
    note(f"{plan} {events} {day}")
    gives = {"data": {"regi": "egen", "antal": 6}, "id": "svar"}
    late = event("svar", f"{day}", **gives)
    in_time = event("svar", f"{FIRST - timedelta(10)}", **gives)
    at = f"{FIRST + timedelta(20)}"
    found = _late(plan, *events, late, at=at)["obligations"]
    expected = _late(plan, *events, in_time, at=at)["obligations"]
    assert [_but_for_what_came_late(one) for one in found] == [_but_for_what_came_late(one) for one in expected]
