"""What an answer opened is told as of its trigger (semantics 2.5 to 2.7): known answers, and as if known in time."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, note, settings
from hypothesis import strategies as st

from tests.drawing import EVERY_CHECK
from tests.engine.explanation.asking import VOCABULARY, after, engine_of, event, lines, rule, why
from tests.parsed import is_list, is_mapping

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


def test_later_ones_that_were_no_question_saw_their_own_day() -> None:
    """The first's deadline waits for a number; the later ones' does not."""
    plan = rule(deadline={"days": "antal"}, only_if=OWN, repeat={"every": {"days": 5}, "from": "fulfilment"})
    log = [START, answer("05"), event("klar", "2025-03-10"), answer("20", antal=5)]
    found = why(engine_of(plan, events=EVENTS), log, "2025-03-20").obligations
    facts = [line.fact for one in found for line in one.conditions if line.fact]
    assert [fact.late for fact in facts] == [True, False]
    assert {fact.given.day.isoformat() for fact in facts if fact.given and fact.given.day} == {"2025-03-05"}


def test_what_answered_one_counts_for_those_after_it_too() -> None:
    """April's was the question; May's would have come without the answer, and is told as what it would have been."""
    plan = rule(only_if={"any": [OWN, {"state": {"franvaro": True}}]}, repeat={"each": "month"})
    start = START | {"data": {"regi": "egen"}}
    log = [start, answer("20", regi=None), event("borta", "2025-04-20")]
    log.append(event("svar", "2025-05-10", data={"regi": "egen"}))
    found = why(engine_of(plan, events=EVENTS), log, "2025-05-10").obligations
    assert [one.arose.isoformat() for one in found] == ["2025-03-03", "2025-04-01", "2025-05-01"]
    facts = [line.parts[0].fact for one in found for line in one.conditions]
    assert [fact.late for fact in facts if fact] == [False, True, True]


def test_what_came_too_soon_meanwhile() -> None:
    plan = rule(deadline=SOON, only_if=OWN, counts_within={"days": 2})
    found = told(plan, START, event("klar", "2025-03-05", id="k"), answer("20"))
    assert after(found, "Räknades inte", "Eskalering") == [
        "Planen är klar (k), onsdag 5 mars 2025: det räknas tidigast lördag 8 mars 2025."
    ]


def test_known_is_settled_at_the_trigger() -> None:
    only_if = {"all": [{"iub": True}, {"regi": {"known": False}}]}
    found = told(rule(deadline=SOON, only_if=only_if), START, answer("20", iub=True, regi="egen"))
    assert "Regi ska inte vara angiven: är inte angiven – uppfyllt" in found


AGAIN = rule(
    deadline=SOON,
    only_if=OWN,
    on_repeat="restart",
    extended_by={"event": "mer", "by": {"days": 3}},
)
OPEN = (
    event("svar", "2025-03-01", id="a0", data={"regi": "egen"}),
    event("start", "2025-03-02", id="s0"),
    event("svar", "2025-03-03", id="a1", data={"regi": None}),
)


def test_a_time_that_an_answer_started_again() -> None:
    """Extended by what would have come too late for the time that it had until then."""
    later = event("start", "2025-03-05", id="s2"), event("mer", "2025-03-11", id="m")
    found = told(AGAIN, *OPEN, *later, answer("14"))
    assert "Tiden började om genom: Insatsen har börjat (s2), onsdag 5 mars 2025." in found
    assert after(found, "Så räknades", "Klart med") == [
        "Tiden började om onsdag 5 mars 2025, som inte räknas med.",
        "7 dagar framåt: onsdag 12 mars 2025.",
        "Genom Mer tid har getts (m), tisdag 11 mars 2025, förlängs tiden 3 dagar: lördag 15 mars 2025.",
        "Sista dag: lördag 15 mars 2025.",
    ]
    assert (
        "Det gick inte att avgöra då, eftersom uppgifter saknades: ”Regi”. Prövades igen fredag 14 mars 2025: tiden "
        "började om för det krav som redan var öppet."
    ) in found


def test_a_time_that_an_answer_started_again_is_counted_with_what_came_late() -> None:
    plan = rule(deadline={"days": "antal"}, on_repeat="restart")
    first = event("start", "2025-03-02", id="s0", data={"antal": 4})
    again = event("start", "2025-03-05", id="s2", data={"antal": None})
    assert after(told(plan, first, again, answer("10", antal=6)), "Så räknades", "Klart med") == [
        "Tiden började om onsdag 5 mars 2025, som inte räknas med.",
        "6 dagar, där ”Antal dagar” är 6 (står på i1, saknades då och angavs först måndag 10 mars 2025 med ”Svar har "
        "kommit” (a10)), framåt: tisdag 11 mars 2025.",
        "Sista dag: tisdag 11 mars 2025.",
    ]


def test_a_series_that_an_answer_started_again_late() -> None:
    """What would have come up on the 11th comes with the answer on the 20th."""
    plan = rule(only_if=OWN, on_repeat="restart", repeat={"every": {"days": 5}, "from": "trigger"})
    found = why(
        engine_of(plan, events=EVENTS), [*OPEN, event("start", "2025-03-05", id="s2"), answer("20")], "2025-03-21"
    )
    told_of = [(f"{one.obligation.opened}", f"{one.obligation.due}") for one in found.obligations]
    assert told_of == [
        ("2025-03-02", "2025-03-10"),
        ("2025-03-20", "2025-03-15"),
        ("2025-03-20", "2025-03-20"),
        ("2025-03-21", "2025-03-25"),
    ]
    assert [one.series.number for one in found.obligations if one.series] == [1, 2, 3, 4]


# What became of questions


def undecided(plan: dict[str, Any], *events: dict[str, Any], at: str = "2025-03-31", **rest: Any) -> list[str]:
    """The first trigger that could not be judged, with its reason and its conditions."""
    return after(told(plan, *events, at=at, **rest), "i1: Insatsen har börjat (s)", "i1: ")


MISSED = "Det gick inte att avgöra då, eftersom uppgifter saknades: ”Regi”. "


def test_a_question_that_is_open() -> None:
    assert undecided(rule(deadline=SOON, only_if={**OWN, "iub": True}), START, answer("05")) == [
        "Det går inte att avgöra, eftersom uppgifter saknas: ”Utan prövning”.",
        "Det prövas igen när uppgiften anges.",
        "Regi ska vara egen: är egen (står på i1, saknades då och angavs först onsdag 5 mars 2025 med ”Svar har "
        "kommit” (a05)) – uppfyllt",
        "Utan prövning ska vara ja: är inte angiven – går inte att avgöra",
    ]


def test_a_question_that_no_later_value_answers() -> None:
    facts = {**VOCABULARY["facts"], "samtycke": {"title": "Samtycke", "type": "bool", "only_forward": True}}
    plan = rule(deadline=SOON, only_if={"samtycke": True})
    found = lines(why(engine_of(plan, events=EVENTS, facts=facts), [START, answer("05", samtycke=True)], "2025-03-31"))
    assert after(found, "i1: ", "i1: ")[:4] == [
        "Det går inte att avgöra, eftersom uppgifter saknas: ”Samtycke”.",
        "”Samtycke” gäller bara från den dag då det anges: det som anges senare svarar inte på frågan.",
        "Samtycke ska vara ja: är inte angiven – går inte att avgöra",
        "Sedan onsdag 5 mars 2025 är den ja, genom ”Svar har kommit” (a05).",
    ]


def test_a_question_that_was_answered_with_no() -> None:
    assert undecided(rule(deadline=SOON, only_if=OWN), START, answer("20", regi="enskild"), answer("21")) == [
        f"{MISSED}Prövades igen torsdag 20 mars 2025: villkoret var inte uppfyllt.",
        "Regi ska vara egen: är enskild (står på i1, saknades då och angavs först torsdag 20 mars 2025 med ”Svar har "
        "kommit” (a20)) – inte uppfyllt",
        "Sedan fredag 21 mars 2025 är den egen, genom ”Svar har kommit” (a21).",
    ]


def test_a_question_that_was_ended() -> None:
    end = event("slut", "2025-03-09", id="x")
    assert undecided(rule(deadline=SOON, only_if=OWN, ends_with="slut"), START, end, answer("20"))[0] == (
        f"{MISSED}Frågan föll bort med det som avslutar regeln: Insatsen är slut (x), söndag 9 mars 2025."
    )


KEEP = rule(deadline=SOON, only_if=OWN, on_repeat="keep")


def test_a_question_that_was_overtaken() -> None:
    later = event("start", "2025-03-09", id="s2", data={"regi": "egen"})
    assert undecided(KEEP, START, later)[0] == (
        f"{MISSED}Frågan ersattes: Insatsen har börjat (s2), söndag 9 mars 2025, gav svaret och utlöste själv regeln, "
        "och då prövas bara den."
    )
    log = START, event("borta", "2025-03-08"), event("start", "2025-03-09", id="s2")
    assert undecided(KEEP | {"only_if": {"any": [OWN, {"state": {"franvaro": True}}]}}, *log)[0] == (
        f"{MISSED}Frågan ersattes när regeln prövades för en senare utlösare: Insatsen har börjat (s2), söndag 9 mars "
        "2025."
    )


def test_of_two_questions_the_first_opens_and_the_second_finds_that_open() -> None:
    log = START, event("start", "2025-03-05", id="s2"), answer("20")
    found = told(KEEP, *log)
    assert "Utlöstes av: Insatsen har börjat (s), måndag 3 mars 2025." in found
    assert after(found, "i1: Insatsen har börjat (s2)", "i1: ")[0] == (
        f"{MISSED}Prövades igen torsdag 20 mars 2025: villkoret var uppfyllt, men ett krav var redan öppet, och det "
        "ändras inte."
    )
    found = told(KEEP | {"on_repeat": "restart"}, *log)
    assert "Tiden började om genom: Insatsen har börjat (s2), onsdag 5 mars 2025." in found
    assert "Villkor, måndag 3 mars 2025:" in found
    assert "Tiden började om onsdag 5 mars 2025, som inte räknas med." in found


def test_a_question_in_plain_data() -> None:
    found = why(
        engine_of(rule(deadline=SOON, only_if=OWN), events=EVENTS), [START, answer("20")], "2025-03-31"
    ).to_dict()
    question = found["obligations"][0]["question"]
    assert [found["obligations"][0]["arose"], question.pop("given")[0]["late"]] == ["2025-03-03", True]
    assert question == {
        "asked": "2025-03-03",
        "became": "opened",
        "closed": "2025-03-20",
        "by": None,
        "missing": [],
        "only_forward": [],
        "restarts": False,
    }
    assert found["refusals"] == []


# Facts of events

OF_EVENT = {**VOCABULARY["facts"], "andring": {"title": "Ändring", "one_of": ["storre", "mindre"], "of": "event"}}


def change(*events: dict[str, Any]) -> list[str]:
    engine = engine_of(rule(deadline=SOON, only_if={"andring": "storre"}), events=EVENTS, facts=OF_EVENT)
    found = lines(why(engine, list(events), "2025-03-31"))
    return [line for line in found if line.startswith("Ändring ska")]


WHOSE = "Ändring ska vara storre: är storre (gäller ”Insatsen har börjat” (s) måndag 3 mars 2025"


def test_a_fact_that_an_event_gives_of_itself() -> None:
    assert change(START | {"data": {"andring": "storre"}}) == [f"{WHOSE}, angivet med den) – uppfyllt"]


def test_a_fact_that_another_gives_of_an_event() -> None:
    late = f"{WHOSE}, saknades då och angavs först torsdag 20 mars 2025 med ”Svar har kommit” (a20)) – uppfyllt"
    assert change(START, answer("20", andring="storre")) == [late]
    about = answer("20", andring="storre") | {"about": "s"}
    second = event("start", "2025-03-04", id="s2", data={"andring": "mindre"})
    assert change(START, second, about)[0] == late
    ahead = answer("02", andring="storre") | {"about": "s"}
    assert change(ahead, START) == [f"{WHOSE}, angivet söndag 2 mars 2025 med ”Svar har kommit” (a02)) – uppfyllt"]


def test_a_fact_of_an_event_that_nobody_gives() -> None:
    assert change(START) == [
        "Ändring ska vara storre: är inte angiven för ”Insatsen har börjat” (s) måndag 3 mars 2025 – går inte att "
        "avgöra"
    ]


def test_a_fact_of_an_event_is_of_no_other() -> None:
    """The second change is not told by what was said of the first."""
    first = START | {"data": {"andring": "storre"}}
    assert change(first, event("start", "2025-03-10", id="s2"))[1].startswith(
        "Ändring ska vara storre: är inte angiven för ”Insatsen har börjat” (s2) måndag 10 mars 2025"
    )


def test_a_deadline_reads_the_fact_of_its_event() -> None:
    facts = {**VOCABULARY["facts"], "sort": {"title": "Sort", "type": "int", "of": "event"}}
    engine = engine_of(rule(deadline={"days": "sort"}), events=EVENTS, facts=facts)
    found = lines(why(engine, [START | {"data": {"sort": 3}}], "2025-03-31"))
    assert (
        "3 dagar, där ”Sort” är 3 (gäller ”Insatsen har börjat” (s) måndag 3 mars 2025, angivet med den), framåt: "
        "torsdag 6 mars 2025."
    ) in found


def _late(plan: dict[str, Any], *events: dict[str, Any], at: str = "2025-03-31") -> dict[str, Any]:
    return why(engine_of(plan, events=EVENTS), list(events), at).to_dict()


# What is drawn: rules whose time moves in every way, and what happens between the trigger and the answer.

DEADLINES: tuple[dict[str, Any], ...] = (
    {"deadline": {"days": 4}},
    {"deadline": {"working_days": 3, "calendar": "vardag"}},
    {"deadline": {"days": "antal"}},
    {"deadline": {"before": "besked"}},
    {"deadline": "none"},
    {"repeat": {"every": {"days": 5}, "from": "fulfilment"}},
    {"repeat": {"every": {"days": 5}, "from": "trigger"}},
    {"repeat": {"each": "half_year"}},
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
    if is_mapping(value):
        return {key: _without_giving(one) for key, one in value.items() if key not in ("given", "changed", "late")}
    return [_without_giving(one) for one in value] if is_list(value) else value


@settings(max_examples=200, suppress_health_check=EVERY_CHECK)
@given(drawn())
def test_it_is_told_as_if_it_had_been_known_in_time(case: tuple[dict[str, Any], list[dict[str, Any]], date]) -> None:
    plan, events, day = case
    note(f"{plan} {events} {day}")
    gives = {"regi": "egen", "antal": 6}
    late = event("svar", f"{day}", data=gives)
    in_time = event("svar", f"{FIRST - timedelta(10)}", data=gives)
    at = f"{FIRST + timedelta(20)}"
    found = _late(plan, *events, late, at=at)["obligations"]
    expected = _late(plan, *events, in_time, at=at)["obligations"]
    assert [_but_for_what_came_late(one) for one in found] == [_but_for_what_came_late(one) for one in expected]
