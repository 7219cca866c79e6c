"""The word that was probably meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.ground.diagnostics.keywords import KEYWORDS
from rutinmotor.ground.diagnostics.nearness import folded, nearest

RULE = (
    *("id", "title", "actor", "trigger", "only_if", "deadline", "fulfilled_by", "ends_with", "source", "escalation"),
    *("interpretation", "help", "per", "on_repeat", "repeat", "counts_from", "not_before", "backdating"),
    *("paused_while", "extended_by", "warn", "norm", "in_force"),
)
CATALOGUE = (
    *("catalogue", "title", "owner", "source", "in_force", "uses", "timezone", "scope", "warn", "calendars", "urgency"),
    *("actors", "events", "facts", "states", "rules", "not_encoded"),
)
DURATION = ("days", "weeks", "months", "years", "working_days", "calendar", "day_of_month", "end_of", "date", "before")


@pytest.mark.parametrize(
    ("name", "candidates", "meant"),
    [
        ("tidsfrist", RULE, "deadline"),
        ("frist", RULE, "deadline"),
        ("utlösare", RULE, "trigger"),
        ("händelse", RULE, "trigger"),
        ("händelser", CATALOGUE, "events"),
        ("aktör", RULE, "actor"),
        ("ansvarig", RULE, "actor"),
        ("aktörer", CATALOGUE, "actors"),
        ("villkor", RULE, "only_if"),
        ("om", RULE, "only_if"),
        ("Källa", RULE, "source"),
        ("titel", CATALOGUE, "title"),
        ("eskalering", RULE, "escalation"),
        ("upprepa", RULE, "repeat"),
        ("uppfylls av", RULE, "fulfilled_by"),
        ("pausas_under", RULE, "paused_while"),
        ("hjälp", RULE, "help"),
        ("gäller", RULE, "in_force"),
        ("gäller", ("scope",), "scope"),
        ("regler", CATALOGUE, "rules"),
        ("kalendrar", CATALOGUE, "calendars"),
        ("kalender", DURATION, "calendar"),
        ("dagar", DURATION, "days"),
        ("arbetsdagar", DURATION, "working_days"),
        ("vardagar", DURATION, "working_days"),
        ("veckor", DURATION, "weeks"),
        ("månader", DURATION, "months"),
        ("år", DURATION, "years"),
        ("datum", DURATION, "date"),
        ("måndag", ("mon", "tue", "wed"), "mon"),
        ("minst", ("at_least", "at_most", "over", "under"), "at_least"),
        ("inte", ("not", "over"), "not"),
        ("ej-kodade", CATALOGUE, "not_encoded"),
    ],
)
def test_a_swedish_word_for_a_key(name: str, candidates: tuple[str, ...], meant: str) -> None:
    assert nearest(name, candidates) == meant


@pytest.mark.parametrize(
    ("name", "candidates", "meant"),
    [
        ("Title", RULE, "title"),
        ("fulfilled-by", RULE, "fulfilled_by"),
        ("fulfilledBy", RULE, "fulfilled_by"),
        ("ONLY IF", RULE, "only_if"),
        ("utförare", ("handlaggare", "utforare"), "utforare"),
        ("beslut fattat", ("beslut_fattat",), "beslut_fattat"),
        ("café", ("cafe",), "cafe"),
    ],
)
def test_marks_case_and_dashes_do_not_count(name: str, candidates: tuple[str, ...], meant: str) -> None:
    assert nearest(name, candidates) == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("deadlin", "deadline"),
        ("dedline", "deadline"),
        ("deadlinee", "deadline"),
        ("daedline", "deadline"),
        ("tirgger", "trigger"),
        ("escalate", "escalation"),
        ("fullfilled_by", "fulfilled_by"),
        ("pased_whiel", "paused_while"),
    ],
)
def test_a_slip_of_the_finger(name: str, meant: str) -> None:
    assert nearest(name, RULE) == meant


@pytest.mark.parametrize("name", ["", "_", "xyz", "qwertyuiop", "di", "a" * 10000, "🙂"])
def test_nothing_is_near(name: str) -> None:
    assert nearest(name, RULE) is None


def test_no_candidates() -> None:
    assert nearest("deadline", ()) is None


def test_of_two_that_are_as_near_the_first_by_name_is_taken_whatever_their_order() -> None:
    assert nearest("bat", ["cat", "rat", "hat"]) == nearest("bat", ["rat", "hat", "cat"]) == "cat"


def test_own_synonyms_take_the_place_of_the_keys() -> None:
    assert nearest("tidsfrist", ["deadline", "limit"], {"tidsfrist": ["limit"]}) == "limit"
    assert nearest("tidsfrist", ["deadline"], {}) is None


def test_the_table_of_words_is_folded_and_holds_no_word_for_itself() -> None:
    for word, meanings in KEYWORDS.items():
        assert word == folded(word)
        assert len(set(meanings)) == len(meanings)
        assert word not in {folded(meaning) for meaning in meanings}


WORDS = st.text("abcå_", max_size=9)


@settings(max_examples=200)
@given(WORDS, st.lists(WORDS, max_size=5))
def test_what_is_found_is_a_candidate_and_the_word_itself_comes_first(name: str, candidates: list[str]) -> None:
    found = nearest(name, candidates)
    assert found is None or found in candidates
    if folded(name) and name in candidates:
        assert folded(found or "") == folded(name)
