"""A time in words becomes the deadline of the language, or is refused; it is never guessed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutinmotor.workbench.scaffold.new_rule import id_from
from rutinmotor.workbench.scaffold.time_words import NoCalendar, deadline_of


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("3 dagar", {"days": 3}),
        ("Tre dagar.", {"days": 3}),
        ("inom en vecka", {"weeks": 1}),
        ("6 veckor", {"weeks": 6}),
        ("två månader", {"months": 2}),
        ("1 år", {"years": 1}),
        ("3 arbetsdagar", {"working_days": 3, "calendar": "arbetsdag"}),
        ("3 vardagar", {"working_days": 3, "calendar": "vardag"}),
        ("3 working days", {"working_days": 3, "calendar": "vardag"}),
        ("samma dag", {"days": 0}),
        ("ingen", "none"),
        ("löpande", "continuous"),
        ("tills vidare", "continuous"),
        ("snarast", {"urgency": "snarast"}),
        ("Omgående", {"urgency": "omgaende"}),
        ("snarast, senast 3 dagar", {"urgency": "snarast", "at_latest": {"days": 3}}),
        ("senast den 5 nästa månad", {"day_of_month": 5, "months_ahead": 1}),
        ("den 31:a i samma månad", {"day_of_month": 31, "months_ahead": 0}),
        ("the 5th of next month", {"day_of_month": 5, "months_ahead": 1}),
        ("sista dagen i kvartalet", {"end_of": "quarter"}),
        ("end of the month", {"end_of": "month"}),
    ],
)
def test_times_in_words(text: str, deadline: object) -> None:
    assert deadline_of(text, ["vardag", "arbetsdag"]) == deadline


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3",
        "dagar",
        "några dagar",
        "3 fotnoter",
        "-3 dagar",
        "3,5 dagar",
        "3 dagar eller så",
        "9999999 dagar",
        "den 32 nästa månad",
        "den nästa månad",
        "snarast, kanske",
        "ingen, 3 dagar",
        ",",
    ],
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        deadline_of(text, ["vardag"])


def test_working_days_need_one_calendar() -> None:
    assert deadline_of("3 arbetsdagar", ["kontorsdag"]) == {"working_days": 3, "calendar": "kontorsdag"}
    for calendars in ([], ["ena", "andra"]):
        with pytest.raises(NoCalendar):
            deadline_of("3 arbetsdagar", calendars)
    assert deadline_of("3 andra", ["ena", "andra"]) == {"working_days": 3, "calendar": "andra"}


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    with suppress(ValueError):
        assert deadline_of(text, ["vardag"]) is not None


@given(st.text(max_size=40))
def test_an_id_is_one_or_nothing(text: str) -> None:
    found = id_from(text)
    assert found == "" or (found[0].isalpha() and found.isascii() and found.replace("_", "a").isalnum())
    assert found == id_from(found)


def test_an_id_of_swedish() -> None:
    assert id_from("Planen är klar – äntligen!") == "planen_ar_klar_antligen"
    assert id_from("2 åtgärder") == "atgarder"
