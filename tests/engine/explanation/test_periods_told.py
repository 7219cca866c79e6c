"""A series of calendar periods in words: which period an event served and why, and why it did not serve another."""

from typing import Any

import pytest

from tests.engine.explanation.asking import engine_of, event, lines, rule, why

FIFTH = {"day_of_month": 5, "months_ahead": 1}
START = event("start", "2025-01-03")
EACH = {"each": "month"}
NAMED = {"each": "month", "period_of": "slutdatum"}
WHOLE = {"each": "month", "first": "whole"}


def told(plan: dict[str, Any], log: list[dict[str, Any]], at: str, lang: Any = "sv") -> list[str]:
    return lines(why(engine_of(plan), log, at), lang)


@pytest.mark.parametrize(
    ("plan", "done", "sv", "en"),
    [
        (
            rule(repeat=EACH),
            [event("klar", "2025-02-27")],
            "torsdag 27 februari 2025; den räknas för perioden som pågick.",
            "Thursday 27 February 2025; it counts for the period that ran.",
        ),
        (
            rule(repeat=EACH, deadline=FIFTH),
            [event("klar", "2025-02-04")],
            "tisdag 4 februari 2025; den räknas för den senaste avslutade perioden som var öppen.",
            "Tuesday 4 February 2025; it counts for the latest ended period that was open.",
        ),
        (
            rule(repeat=EACH, deadline=FIFTH),
            [event("klar", "2025-02-08")],
            "lördag 8 februari 2025; den räknas för den senaste avslutade perioden som var öppen, 3 dagar för sent.",
            "Saturday 8 February 2025; it counts for the latest ended period that was open, 3 days late.",
        ),
        (
            rule(repeat=EACH),
            [event("klar", "2025-02-01")],
            "lördag 1 februari 2025; den räknas för den äldsta perioden som var öppen, 1 dag för sent.",
            "Saturday 1 February 2025; it counts for the oldest period that was open, 1 day late.",
        ),
        (
            rule(repeat=NAMED),
            [event("klar", "2025-02-10", data={"slutdatum": "2025-02-01"})],
            "måndag 10 februari 2025; den gäller perioden enligt ”Slutdatum”.",
            "Monday 10 February 2025; it is for the period by “Slutdatum”.",
        ),
    ],
)
def test_why_it_served_this_period(plan: dict[str, Any], done: list[dict[str, Any]], sv: str, en: str) -> None:
    log = [START, *done]
    assert f"Blev klart med: Planen är klar, {sv}" in told(plan, log, "2025-02-28")
    assert f"Done with: Planen är klar, {en}" in told(plan, log, "2025-02-28", "en")


def test_why_an_event_did_not_serve_an_older_period() -> None:
    found = told(rule(repeat=EACH), [START, event("klar", "2025-02-27")], "2025-03-31")
    sentence = (
        "Planen är klar, torsdag 27 februari 2025: den räknades för lördag 1 februari 2025 till fredag 28 februari"
        " 2025."
    )
    # Of January, which is late; it could not serve March, which opened after it.
    assert found.count(sentence) == 1
    assert found.index(sentence) < next(at for at, line in enumerate(found) if line.startswith("Nummer 2"))


def test_why_an_event_that_names_a_period_did_not_serve_another() -> None:
    log = [START, event("klar", "2025-02-10", data={"slutdatum": "2025-03-09"})]
    sv = (
        "Planen är klar, måndag 10 februari 2025: enligt ”Slutdatum” gällde den lördag 1 mars 2025 till måndag 31 mars"
        " 2025."
    )
    en = (
        "Planen är klar, Monday 10 February 2025: by “Slutdatum” it was for Saturday 1 March 2025 to Monday 31 March"
        " 2025."
    )
    # Neither of January nor of February.
    assert told(rule(repeat=NAMED), log, "2025-02-28").count(sv) == 2
    assert told(rule(repeat=NAMED), log, "2025-02-28", "en").count(en) == 2
    same_day = [event("start", "2025-02-10"), log[1]]
    assert told(rule(repeat=NAMED), same_day, "2025-02-28").count(sv) == 1


def test_the_first_is_told_of_while_a_series_waits() -> None:
    begun = [event("start", "2025-01-28")]
    sv = "Perioden hade redan börjat, och bara hela perioder räknas. Det första kravet uppstår lördag 1 februari 2025."
    en = (
        "The period had begun already, and only whole ones count."
        " The first obligation arises on Saturday 1 February 2025."
    )
    assert sv in told(rule(repeat=WHOLE), begun, "2025-01-31")
    assert en in told(rule(repeat=WHOLE), begun, "2025-01-31", "en")
    opened = told(rule(repeat=WHOLE), begun, "2025-02-01")
    assert sv not in opened
    assert any(
        line.startswith("Nummer 1 i en serie krav som återkommer; det gäller lördag 1 februari") for line in opened
    )
    again = told(rule(repeat=WHOLE), [*begun, event("start", "2025-01-30")], "2025-01-31")
    assert "Kravet återkom redan, och en utlösare till ändrar inget." in again


def test_all_of_it_is_plain_data() -> None:
    log = [START, event("klar", "2025-02-10", data={"slutdatum": "2025-02-09"})]
    plain = why(engine_of(rule(repeat=NAMED)), log, "2025-02-28").to_dict()
    january, february = plain["obligations"]
    assert february["ending"]["period"] == "named"
    assert february["ending"]["period_of"] == {"name": "slutdatum", "title": "Slutdatum"}
    (passed,) = january["not_counted"]
    assert (passed["why"], passed["first"], passed["last"]) == ("names_period", "2025-02-01", "2025-02-28")
    waiting = why(engine_of(rule(repeat=WHOLE)), [event("start", "2025-01-28")], "2025-01-31").to_dict()
    assert [(one["why"], one["first"]) for one in waiting["refusals"]] == [("waits", "2025-02-01")]
