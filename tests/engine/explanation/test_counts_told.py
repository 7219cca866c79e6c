"""How a due date was counted, in words: rule and case in, the sentences that a case officer reads out."""

from typing import Any

import pytest

from rutinmotor.engine.explanation import Counted
from rutinmotor.ground.days.calendars import make_calendar
from rutinmotor.ground.words.phrases import holiday_name
from tests.engine.explanation.asking import after, engine_of, event, lines, rule, why
from tests.engine.explanation.recounting import recount

VARDAG = {"calendar": "vardag"}


def counted(engine: Any, events: list[dict[str, Any]], at: str, lang: Any = "sv", **rest: Any) -> list[str]:
    """The sentences of the count of the last obligation, which is also counted again from what they rest on."""
    explanation = why(engine, events, at, **rest)
    assert all(recount(one) == one.obligation.due for one in explanation.obligations)
    heading = "Så räknades tiden" if lang == "sv" else "How the time was counted"
    found = lines(explanation, lang)
    found = found[max(number for number, line in enumerate(found) if line.startswith(heading)) :]
    return after(found, heading, ("Klart med", "Blev klart med") if lang == "sv" else "Done with")


# Tuesday 17 June 2025; Midsummer Eve is Friday the 20th.
START = [event("start", "2025-06-17", id="e1")]


@pytest.mark.parametrize(
    ("deadline", "begun", "expected"),
    [
        ({"weeks": 6}, "2025-10-01", ["6 veckor framåt: onsdag 12 november 2025."]),
        ({"days": 0}, "2025-10-01", ["0 dagar framåt: onsdag 1 oktober 2025."]),
        (
            {"working_days": 5, **VARDAG},
            "2025-06-17",
            [
                "5 arbetsdagar (kalendern vardag) framåt: onsdag 25 juni 2025. Hoppar över midsommarafton fre 20 juni,"
                " midsommardagen lör 21 juni och sön 22 juni."
            ],
        ),
        (
            {"working_days": 2, **VARDAG},
            "2025-12-30",
            [
                "2 arbetsdagar (kalendern vardag) framåt: måndag 5 januari 2026. Hoppar över nyårsafton ons 31"
                " december, nyårsdagen tor 1 januari 2026, lör 3 januari 2026 och sön 4 januari 2026."
            ],
        ),
        (
            {"working_days": 2, **VARDAG},
            "2025-05-27",
            [
                "2 arbetsdagar (kalendern vardag) framåt: måndag 2 juni 2025. Hoppar över Kristi himmelsfärdsdag"
                " tor 29 maj, fre 30 maj (egen ledig dag i kalendern), lör 31 maj och sön 1 juni."
            ],
        ),
        (
            {"months": 1},
            "2025-01-31",
            ["1 månad framåt: fredag 28 februari 2025, månadens sista dag, eftersom den månaden är kortare."],
        ),
        ({"years": 1}, "2024-02-28", ["1 år framåt: fredag 28 februari 2025."]),
        (
            {"years": 1},
            "2024-02-29",
            ["1 år framåt: fredag 28 februari 2025, månadens sista dag, eftersom den månaden är kortare."],
        ),
    ],
)
def test_spans(deadline: Any, begun: str, expected: list[str]) -> None:
    found = counted(engine_of(rule(deadline=deadline)), [event("start", begun)], begun)
    assert found[0].endswith("som inte räknas med.")
    assert found[1:-1] == expected
    assert found[-1].startswith("Sista dag: ")


@pytest.mark.parametrize(
    ("deadline", "begun", "expected"),
    [
        ({"day_of_month": 5, "months_ahead": 1}, "2025-10-31", "Den 5 nästa månad: onsdag 5 november 2025."),
        ({"day_of_month": 5, "months_ahead": 0}, "2025-10-01", "Den 5 samma månad: söndag 5 oktober 2025."),
        (
            {"day_of_month": 31, "months_ahead": 4},
            "2025-10-31",
            "Den 31 4 månader framåt: lördag 28 februari 2026, månadens sista dag, eftersom den månaden är kortare.",
        ),
        ({"end_of": "week"}, "2025-10-01", "Sista dagen i veckan: söndag 5 oktober 2025."),
        ({"end_of": "quarter"}, "2025-10-01", "Sista dagen i kvartalet: onsdag 31 december 2025."),
        ({"end_of": "half_year"}, "2025-05-01", "Sista dagen i halvåret: måndag 30 juni 2025."),
        ({"end_of": "year"}, "2024-02-29", "Sista dagen i året: tisdag 31 december 2024."),
    ],
)
def test_calendar_days(deadline: Any, begun: str, expected: str) -> None:
    assert counted(engine_of(rule(deadline=deadline)), [event("start", begun)], begun)[1] == expected


def test_a_date_that_a_fact_gives_and_working_days_back_from_it() -> None:
    deadline = {"date": "slutdatum", "minus": {"working_days": 2, **VARDAG}}
    case = [event("start", "2025-05-31", data={"slutdatum": "2025-06-09"})]
    assert counted(engine_of(rule(deadline=deadline)), case, "2025-05-31") == [
        "Tiden börjar lördag 31 maj 2025.",
        "”Slutdatum” är måndag 9 juni 2025 (står på i1, angivet lördag 31 maj 2025 med ”Insatsen har börjat”).",
        "2 arbetsdagar (kalendern vardag) bakåt: onsdag 4 juni 2025. Hoppar över nationaldagen fre 6 juni, lör 7 juni"
        " och pingstdagen sön 8 juni.",
        "Sista dag: onsdag 4 juni 2025.",
    ]


def test_a_number_that_a_fact_gives_as_it_stood_when_the_time_began() -> None:
    case = [*START, event("besked", "2025-06-18", data={"antal": 99})]
    found = counted(engine_of(rule(deadline={"days": "antal"})), case, "2025-06-20", facts={"antal": 8})
    assert found[1] == (
        "8 dagar, där ”Antal dagar” är 8 (står på ärendet från början), framåt: onsdag 25 juni 2025. Sedan onsdag "
        "18 juni 2025 är den 99, genom ”Besked har lämnats”. Det ändrar inte tiden."
    )


def test_a_roll_from_a_free_day() -> None:
    deadline = {"days": 3, "roll": "next_working_day", **VARDAG}
    assert counted(engine_of(rule(deadline=deadline)), START, "2025-06-18")[1:] == [
        "3 dagar framåt: fredag 20 juni 2025.",
        "Flyttas från ledig dag (midsommarafton fre 20 juni, midsommardagen lör 21 juni och sön 22 juni) till nästa"
        " arbetsdag: måndag 23 juni 2025.",
        "Sista dag: måndag 23 juni 2025.",
    ]
    deadline["roll"] = "previous_working_day"
    assert counted(engine_of(rule(deadline=deadline)), START, "2025-06-18")[2:] == [
        "Flyttas från ledig dag (midsommarafton fre 20 juni) till arbetsdagen före: torsdag 19 juni 2025.",
        "Sista dag: torsdag 19 juni 2025.",
    ]


MOVED: dict[str, Any] = {
    "paused_while": "franvaro",
    "extended_by": {"event": "besked", "by": {"days": 7}, "at_most": 2},
}


def test_extensions_then_pauses_by_working_days() -> None:
    case = [
        *START,
        event("besked", "2025-06-18", id="b1"),
        event("borta", "2025-06-19"),
        event("hemma", "2025-06-24"),
        event("besked", "2025-06-25", id="b2"),
    ]
    assert counted(engine_of(rule(deadline={"working_days": 5, **VARDAG}, **MOVED)), case, "2025-06-26")[2:] == [
        "Genom Besked har lämnats (b1), onsdag 18 juni 2025, och Besked har lämnats (b2), onsdag 25 juni 2025, förlängs"
        " tiden 2 gånger 7 dagar: onsdag 9 juli 2025.",
        "Paus för ”Frånvaro” från och med torsdag 19 juni 2025 till och med måndag 23 juni 2025; sista dagen flyttas"
        " 2 arbetsdagar, till fredag 11 juli 2025. Hoppar över midsommarafton fre 20 juni, midsommardagen lör 21 juni,"
        " sön 22 juni, lör 28 juni, sön 29 juni, lör 5 juli och sön 6 juli.",
        "Sista dag: fredag 11 juli 2025.",
    ]


def test_while_it_is_paused_there_is_no_last_day() -> None:
    case = [*START, event("borta", "2025-06-19")]
    engine = engine_of(rule(deadline={"days": 5}, **MOVED))
    assert counted(engine, case, "2025-06-20")[2:] == [
        "Paus för ”Frånvaro” sedan torsdag 19 juni 2025; 2 dagar.",
        "Tiden står stilla så länge ”Frånvaro” gäller. Därför finns ingen sista dag.",
    ]
    assert counted(engine, [*case, event("klar", "2025-06-20")], "2025-06-25")[2:] == [
        "Paus för ”Frånvaro” sedan torsdag 19 juni 2025; 2 dagar.",
        "Tiden stod stilla när det avslutades, eftersom ”Frånvaro” gällde. Därför finns ingen sista dag.",
    ]


def test_a_pause_after_the_last_day_moves_nothing() -> None:
    case = [*START, event("borta", "2025-06-24"), event("hemma", "2025-06-25")]
    assert counted(engine_of(rule(deadline={"days": 5}, **MOVED)), case, "2025-06-26")[2:] == [
        "Paus för ”Frånvaro” tisdag 24 juni 2025; inga av de dagarna räknas.",
        "Sista dag: söndag 22 juni 2025.",
    ]


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("none", ["Det finns ingen sista dag, och det blir aldrig försenat."]),
        (
            {"urgency": "omgaende"},
            ["Ska göras omgående.", "Det finns ingen sista dag, och det blir aldrig försenat."],
        ),
        (
            {"before": "besked"},
            ["Ska vara gjort innan ”Besked har lämnats”. Det har inte hänt, så det finns ingen sista dag."],
        ),
        (
            {"urgency": "skyndsamt"},
            [
                "Ska göras skyndsamt; vad det betyder här är bestämt i katalogen.",
                "Tiden börjar tisdag 17 juni 2025, som inte räknas med.",
                "2 arbetsdagar (kalendern vardag) framåt: torsdag 19 juni 2025.",
                "Sista dag: torsdag 19 juni 2025.",
            ],
        ),
        (
            {"urgency": "snarast", "at_latest": {"days": 3}},
            [
                "Ska göras snarast.",
                "Tiden börjar tisdag 17 juni 2025, som inte räknas med.",
                "3 dagar framåt: fredag 20 juni 2025.",
                "Sista dag: fredag 20 juni 2025.",
            ],
        ),
    ],
)
def test_urgency_and_what_has_no_last_day(deadline: Any, expected: list[str]) -> None:
    engine = engine_of(rule(deadline=deadline), urgency={"skyndsamt": {"working_days": 2, **VARDAG}})
    assert counted(engine, START, "2025-06-18") == expected


def test_before_an_event_that_came() -> None:
    case = [*START, event("besked", "2025-06-20T10:00", id="b")]
    assert counted(engine_of(rule(deadline={"before": "besked"})), case, "2025-06-21") == [
        "Skulle vara gjort innan detta hände: Besked har lämnats (b), fredag 20 juni 2025 kl. 10.00.",
        "Sista dag: fredag 20 juni 2025.",
    ]


def test_standing() -> None:
    engine = engine_of(rule(trigger={"state": "franvaro"}, deadline="continuous"))
    assert counted(engine, [event("borta", "2025-06-17")], "2025-06-18") == ["Gäller tills vidare."]


def test_what_runs_ahead_has_the_last_day_of_the_other() -> None:
    engine = engine_of(rule("annan", deadline={"days": 9}), rule(trigger={"ahead_of": "annan", "by": {"days": 2}}))
    assert counted(engine, START, "2025-06-24") == [
        "Samma sista dag som ”Plan”: torsdag 26 juni 2025.",
        "Sista dag: torsdag 26 juni 2025.",
    ]


def test_series_counted_from_the_trigger() -> None:
    engine = engine_of(rule(repeat={"every": {"months": 1}, "from": "trigger"}))
    assert counted(engine, [event("start", "2025-01-31")], "2025-03-01") == [
        "Alla gånger räknas från fredag 31 januari 2025, som inte räknas med.",
        "2 gånger 1 månad framåt: måndag 31 mars 2025.",
        "Sista dag: måndag 31 mars 2025.",
    ]


def test_series_counted_from_the_fulfilment() -> None:
    engine = engine_of(rule(deadline={"days": 3}, repeat={"every": {"months": 1}, "from": "fulfilment"}))
    assert counted(engine, [event("start", "2025-01-31"), event("klar", "2025-02-05")], "2025-03-01") == [
        "Tiden börjar när det förra kravet blev klart, onsdag 5 februari 2025, som inte räknas med.",
        "1 månad framåt: onsdag 5 mars 2025.",
        "Sista dag: onsdag 5 mars 2025.",
    ]


def test_series_of_calendar_months_each_rolled() -> None:
    deadline = {"day_of_month": 5, "months_ahead": 1, "roll": "next_working_day", **VARDAG}
    explanation = why(
        engine_of(rule(deadline=deadline, repeat={"each": "month"})), [event("start", "2025-05-15")], "2025-06-01"
    )
    found = lines(explanation)
    assert "Nummer 2 i en serie krav som återkommer; det gäller söndag 1 juni 2025 till måndag 30 juni 2025." in found
    assert found[-5:-1] == [
        "Sista dagen i månaden: måndag 30 juni 2025.",
        "Den 5 nästa månad: lördag 5 juli 2025.",
        "Flyttas från ledig dag (lör 5 juli och sön 6 juli) till nästa arbetsdag: måndag 7 juli 2025.",
        "Sista dag: måndag 7 juli 2025.",
    ]


def test_a_time_that_began_again() -> None:
    case = [*START, event("start", "2025-06-20", id="e2")]
    explanation = why(engine_of(rule(deadline={"days": 9}, on_repeat="restart")), case, "2025-06-23")
    found = lines(explanation)
    assert "Utlöstes av: Insatsen har börjat (e1), tisdag 17 juni 2025." in found
    assert "Tiden började om genom: Insatsen har börjat (e2), fredag 20 juni 2025." in found
    assert "Tiden började om fredag 20 juni 2025, som inte räknas med." in found
    assert "9 dagar framåt: söndag 29 juni 2025." in found


def test_in_english() -> None:
    case = [*START, event("besked", "2025-06-18", id="b1")]
    engine = engine_of(rule(deadline={"working_days": 5, **VARDAG}, **MOVED))
    assert counted(engine, case, "2025-06-19", "en") == [
        "Time begins on Tuesday 17 June 2025, which is not counted.",
        "5 working days (calendar vardag) on: Wednesday 25 June 2025. Steps over Midsummer Eve Fri 20 June,"
        " Midsummer Day Sat 21 June and Sun 22 June.",
        "By Besked har lämnats (b1), Wednesday 18 June 2025, time is extended by 7 days: Wednesday 2 July 2025.",
        "Last day: Wednesday 2 July 2025.",
    ]


def test_many_free_days_are_counted_but_those_with_a_name_are_named() -> None:
    engine = engine_of(rule(deadline={"working_days": 30, **VARDAG}))
    assert counted(engine, [event("start", "2025-10-01")], "2025-10-02")[1] == (
        "30 arbetsdagar (kalendern vardag) framåt: onsdag 12 november 2025. Hoppar över alla helgons dag lör"
        " 1 november och 11 lördagar och söndagar."
    )
    step = why(engine, [event("start", "2025-10-01")], "2025-10-02").obligations[0].steps[1]
    assert isinstance(step, Counted)
    assert len(step.free) == 12


def test_every_free_day_has_an_english_name() -> None:
    calendar = make_calendar(["mon"], "SE", eves_free=True)
    names = set(calendar.free_names.values())
    assert len(names) == 18
    assert all(holiday_name(name, "en") != name for name in names)
