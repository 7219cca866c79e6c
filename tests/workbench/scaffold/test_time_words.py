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
    ("texts", "deadline"),
    [
        ("noll dagar; zero days; the same day; same day", {"days": 0}),
        ("en dag; one day; 1 kalenderdag", {"days": 1}),
        ("två kalenderdagar; two days", {"days": 2}),
        ("ett år; one year", {"years": 1}),
        ("two years", {"years": 2}),
        ("one week", {"weeks": 1}),
        ("tre veckor; three weeks", {"weeks": 3}),
        ("en månad; one month", {"months": 1}),
        ("four months; fyra månader", {"months": 4}),
        ("en arbetsdag; en vardag; one working day", {"working_days": 1, "calendar": "vardag"}),
        ("fem dagar; five days", {"days": 5}),
        ("sex dagar; six days", {"days": 6}),
        ("sju dagar; seven days", {"days": 7}),
        ("åtta dagar; eight days", {"days": 8}),
        ("nio dagar; nine days", {"days": 9}),
        ("tio dagar; ten days", {"days": 10}),
        ("elva dagar; eleven days", {"days": 11}),
        ("tolv dagar; twelve days", {"days": 12}),
        ("inget; ingen tid; ingen sista dag; none; utan tid", "none"),
        ("fortlöpande; continuous; standing", "continuous"),
        ("omgaende; genast; at once", {"urgency": "omgaende"}),
        ("as soon as possible", {"urgency": "snarast"}),
        ("skyndsamt; promptly", {"urgency": "skyndsamt"}),
        ("i god tid; in good time", {"urgency": "i_god_tid"}),
        ("slutet av veckan; end of the week", {"end_of": "week"}),
        ("slutet av månaden", {"end_of": "month"}),
        ("end of the quarter", {"end_of": "quarter"}),
        ("slutet av halvåret; end of the half-year", {"end_of": "half_year"}),
        ("slutet av året; last day of the year", {"end_of": "year"}),
        ("the 5th of the same month", {"day_of_month": 5, "months_ahead": 0}),
    ],
)
def test_every_word_of_a_time(texts: str, deadline: object) -> None:
    for text in texts.split("; "):
        assert deadline_of(text, ["vardag"]) == deadline, text


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
