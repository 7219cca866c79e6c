"""Who gave each fact that a reason rests on, and since when it stands otherwise (semantics 6.3): known answers."""

from datetime import date
from typing import Any

import pytest

from tests.engine.explanation.asking import VOCABULARY, after, engine_of, event, lines, rule, why

SOON = {"days": 3}
KNOWN = rule(deadline=SOON, only_if={"antal": {"at_most": 9}})
START = event("start", "2025-06-17T10:00", id="s")
RESET = {**VOCABULARY["events"], "besked": {"title": "Besked har lämnats", "resets": ["antal"]}}


def given(events: list[dict[str, Any]], at: str = "2025-06-30", **rest: Any) -> dict[str, Any]:
    """The fact of the one condition, as plain data, without its name and title."""
    engine = engine_of(KNOWN, **({"events": RESET} if rest.pop("resets", False) else {}))
    found = why(engine, events, at, **rest).to_dict()
    of = found["obligations"] or found["refusals"]
    fact = of[0]["conditions"][0]["fact"]
    # It stands on no event, and was there when it was asked for.
    assert (fact.pop("of"), fact.pop("late")) == (None, False)
    return {key: value for key, value in fact.items() if key not in ("name", "title")}


def by(day: str, value: Any, id_: str | None = None, clock: str | None = None, **rest: Any) -> dict[str, Any]:
    """A value as an event has given it."""
    named = {"id": id_, "type": "hemma", "title": "Frånvaron är slut", "day": day, "clock": clock, "item": "i1"}
    return {"value": value, "day": day, "event": {**named, **rest}}


def gives(day: str, value: Any, item: str | None = "i1", **rest: Any) -> dict[str, Any]:
    return event("hemma", day, item, data={"antal": value}, **rest)


FROM_THE_START = {"value": 3, "day": None, "event": None}


def test_what_the_case_starts_with() -> None:
    assert given([START], items={"i1": {"antal": 3}}, facts={"antal": 5}) == {
        "value": 3,
        "holder": "item",
        "given": FROM_THE_START,
        "changed": None,
    }
    assert given([START], facts={"antal": 3}) == {
        "value": 3,
        "holder": "case",
        "given": FROM_THE_START,
        "changed": None,
    }
    assert given([START]) == {"value": None, "holder": None, "given": None, "changed": None}


def test_the_latest_event_that_gave_it() -> None:
    twice = [gives("2025-06-03", 3, id="a"), gives("2025-06-05", 3, id="b"), START]
    found = given(twice, facts={"antal": 8})
    assert found == {"value": 3, "holder": "item", "given": by("2025-06-05", 3, "b"), "changed": None}
    of_case = [gives("2025-06-03", 3, None, id="a"), START]
    assert given(of_case)["given"] == by("2025-06-03", 3, "a", item=None)
    # What another item has is nothing to this one, nor is what the case has where the item has its own.
    beside = [gives("2025-06-05", 7, "i2"), gives("2025-06-06", 8, None)]
    assert given([gives("2025-06-03", 3, id="a"), *beside, START]) == {
        "value": 3,
        "holder": "item",
        "given": by("2025-06-03", 3, "a"),
        "changed": None,
    }


@pytest.mark.parametrize(
    ("later", "changed"),
    [
        ([gives("2025-06-18", 4, id="b")], by("2025-06-18", 4, "b")),
        # The value of now, and since when it has been so.
        ([gives("2025-06-18", 4, id="b"), gives("2025-06-20", 5, id="c")], by("2025-06-20", 5, "c")),
        ([gives("2025-06-18", 4, id="b"), gives("2025-06-20", 4, id="c")], by("2025-06-18", 4, "b")),
        ([gives("2025-06-18", 4, id="b"), gives("2025-06-20", 3, id="c")], None),
        ([gives("2025-06-18", 3, id="b")], None),
        ([gives("2025-06-18", None, id="b")], by("2025-06-18", 8, "b")),
        ([gives("2025-06-18", 4, "i2")], None),
        ([gives("2025-06-18", 4, None)], None),
        # What came after the day asked is not known.
        ([gives("2025-07-01", 4, id="b")], None),
        # Later the same day, but not earlier, or at no time of it.
        ([gives("2025-06-17T11:00", 4, id="b")], by("2025-06-17", 4, "b", "11:00")),
    ],
)
def test_since_when_it_stands_otherwise(later: list[dict[str, Any]], changed: dict[str, Any] | None) -> None:
    found = given([gives("2025-06-03", 3, id="a"), START, *later], facts={"antal": 8})
    assert (found["value"], found["given"]) == (3, by("2025-06-03", 3, "a"))
    assert found["changed"] == changed


def test_what_takes_it_away_is_told_too() -> None:
    new = event("besked", "2025-06-10", id="n")
    named = {"type": "besked", "title": "Besked har lämnats"}
    found = given([gives("2025-06-03", 3), new, START], resets=True)
    assert found == {"value": None, "holder": None, "given": by("2025-06-10", None, "n", **named), "changed": None}
    later = event("besked", "2025-06-18", id="n")
    found = given([gives("2025-06-03", 3), START, later], resets=True)
    assert (found["value"], found["changed"]) == (3, by("2025-06-18", None, "n", **named))


def test_of_one_day_whose_value_stands() -> None:
    # Without a clock against with one: the later recorded (2.2), whatever the order of the log.
    late = gives("2025-06-17", 3, id="a", recorded="2025-06-18")
    found = given([gives("2025-06-17T09:00", 4, id="b"), late, START])
    assert (found["value"], found["given"]) == (3, by("2025-06-17", 3, "a"))
    early = gives("2025-06-17", 3, id="a", recorded="2025-06-16")
    found = given([gives("2025-06-17T09:00", 4, id="b"), early, START])
    assert (found["value"], found["given"]) == (4, by("2025-06-17", 4, "b", "09:00"))


def test_what_was_corrected_gives_nothing() -> None:
    wrong = [gives("2025-06-03", 3, id="a"), gives("2025-06-05", 7, id="b")]
    back = {"retracts": "b", "recorded": "2025-06-20"}
    assert given([*wrong, back, START])["given"] == by("2025-06-03", 3, "a")
    assert given([*wrong, back, START], known="2025-06-19")["given"] == by("2025-06-05", 7, "b")


def told(events: list[dict[str, Any]], lang: Any = "sv", **rest: Any) -> list[str]:
    explanation = why(engine_of(KNOWN), events, "2025-06-30", **rest)
    ends = ("Så räknades", "How the time")
    return after(lines(explanation, lang), said_of(lang), ends)


def said_of(lang: str) -> str:
    return "Villkor" if lang == "sv" else "Conditions"


def test_it_is_said_in_swedish_and_in_english() -> None:
    log = [gives("2025-06-03", 3, id="a"), START, gives("2025-06-18T08:30", 4)]
    assert told(log) == [
        "Antal dagar ska vara högst 9: är 3 (står på i1, angivet tisdag 3 juni 2025 med ”Frånvaron är slut” (a)) – "
        "uppfyllt",
        "Sedan onsdag 18 juni 2025 kl. 08.30 är den 4, genom ”Frånvaron är slut”.",
    ]
    assert told(log, "en") == [
        "Antal dagar must be at most 9: is 3 (stands on i1, given on Tuesday 3 June 2025 with “Frånvaron är slut” (a))"
        " – met",
        "Since Wednesday 18 June 2025 at 08:30 it is 4, through “Frånvaron är slut”.",
    ]
    gone = [START, gives("2025-06-18", None, None)]
    assert told(gone, facts={"antal": 3}) == [
        "Antal dagar ska vara högst 9: är 3 (står på ärendet från början) – uppfyllt",
        "Sedan onsdag 18 juni 2025 är den inte angiven, genom ”Frånvaron är slut”.",
    ]
    assert told(gone, "en", facts={"antal": 3}) == [
        "Antal dagar must be at most 9: is 3 (stands on the case from the start) – met",
        "Since Wednesday 18 June 2025 it is not given, through “Frånvaron är slut”.",
    ]


def test_a_fact_that_was_taken_away_is_said_so() -> None:
    log = [gives("2025-06-05", None, None, id="n"), START]
    found = lines(why(engine_of(KNOWN), log, "2025-06-30", facts={"antal": 3}))
    assert (
        "Antal dagar ska vara högst 9: är inte angiven (togs bort torsdag 5 juni 2025 med ”Frånvaron är slut” (n)) – "
        "går inte att avgöra"
    ) in found
    found = lines(why(engine_of(KNOWN), log, "2025-06-30", facts={"antal": 3}), "en")
    assert (
        "Antal dagar must be at most 9: is not given (taken away on Thursday 5 June 2025 with “Frånvaron är slut” (n)) "
        "– cannot be judged"
    ) in found


def test_a_date_that_a_time_was_counted_from() -> None:
    engine = engine_of(rule(deadline={"date": "slutdatum"}))
    log = [START, event("hemma", "2025-06-18", data={"slutdatum": "2025-09-01"}, id="b")]
    found = lines(why(engine, log, "2025-06-30", facts={"slutdatum": "2025-07-01"}))
    assert after(found, "Så räknades", "Klart med")[1] == (
        "”Slutdatum” är tisdag 1 juli 2025 (står på ärendet från början). Sedan onsdag 18 juni 2025 är den måndag "
        "1 september 2025, genom ”Frånvaron är slut” (b). Det ändrar inte tiden."
    )
    found = lines(why(engine, log, "2025-06-30", facts={"slutdatum": "2025-07-01"}), "en")
    assert after(found, "How the time", "Done with")[1].endswith(
        "Since Wednesday 18 June 2025 it is Monday 1 September 2025, through “Frånvaron är slut” (b). That does not "
        "change the time."
    )


LATE = rule(deadline={"days": "antal"}, only_if={"regi": "egen"})
OF_EVENT = {**VOCABULARY["facts"], "svar": {"title": "Svar", "type": "int", "of": "event"}}
OF = rule(deadline={"days": "svar"}, only_if={"svar": {"over": 2}})


def test_what_has_answered_a_question_is_told_as_what_it_rests_on() -> None:
    log = [
        event("start", "2025-06-02"),
        event("besked", "2025-06-05", data={"antal": 5}, id="a"),
        event("besked", "2025-06-10", data={"regi": "egen"}, id="b"),
        event("besked", "2025-06-12", data={"antal": 9, "regi": "enskild"}, id="c"),
    ]
    found = lines(why(engine_of(LATE), log, "2025-06-30"))
    assert after(found, "Villkor", "Så räknades") == [
        "Regi ska vara egen: är egen (står på i1, saknades då och angavs först tisdag 10 juni 2025 med ”Besked har "
        "lämnats” (b)) – uppfyllt",
        "Sedan torsdag 12 juni 2025 är den enskild, genom ”Besked har lämnats” (c).",
    ]
    assert after(found, "Så räknades", "Sista dag")[1] == (
        "5 dagar, där ”Antal dagar” är 5 (står på i1, saknades då och angavs först torsdag 5 juni 2025 med ”Besked har "
        "lämnats” (a)), framåt: lördag 7 juni 2025. Sedan torsdag 12 juni 2025 är den 9, genom ”Besked har lämnats” "
        "(c). Det ändrar inte tiden."
    )
    assert "Utlösare som inte öppnade något krav:" not in found


def test_a_question_that_was_answered_by_no_is_a_refusal() -> None:
    log = [event("start", "2025-06-02"), event("besked", "2025-06-05", data={"regi": "enskild"}, id="a")]
    engine = engine_of(rule(deadline=SOON, only_if={"regi": "egen"}))
    assert why(engine, log, "2025-06-04").refusals[0].why == "undetermined"
    (refusal,) = why(engine, log, "2025-06-30").refusals
    assert refusal.why == "refused"
    fact = refusal.conditions[0].fact
    assert fact is not None
    assert fact.given is not None
    assert (fact.value, fact.given.day, fact.given.event and fact.given.event.id) == (
        "enskild",
        date(2025, 6, 5),
        "a",
    )


def test_a_fact_of_an_event_stands_on_the_event_behind() -> None:
    log = [
        event("start", "2025-06-02", data={"svar": 3}, id="s"),
        event("start", "2025-06-09", id="t"),
        event("besked", "2025-06-11", data={"svar": 8}, id="b"),
        event("besked", "2025-06-12", data={"svar": 4}, id="c", about="s"),
    ]
    engine = engine_of(OF, facts=OF_EVENT)
    first, second = why(engine, log, "2025-06-30").to_dict()["obligations"]
    by_id = {one["obligation"]["trigger"]["event"]: one["conditions"][0]["fact"] for one in (first, second)}
    told = {
        name: (
            fact["value"],
            fact["holder"],
            fact["given"]["event"]["id"],
            fact["changed"] and fact["changed"]["value"],
        )
        for name, fact in by_id.items()
    }
    assert told == {"s": (3, "event", "s", 4), "t": (8, "event", "b", None)}
    found = lines(why(engine, log[:2], "2025-06-30"), "en")
    assert "Svar must be more than 2: is 3 (of “Insatsen har börjat” (s) on Monday 2 June 2025, given with it)" in (
        " ".join(found)
    )
    assert (
        "Svar must be more than 2: is not given of “Insatsen har börjat” (t) on Monday 9 June 2025 – cannot be judged"
    ) in found
