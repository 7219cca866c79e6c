"""What stands above changes of one weight, and over several words that came or went together, in both languages."""

from typing import Any

import pytest

from rutinmotor.ground.words import Lang
from rutinmotor.workbench.diff.text import change_markdown
from tests.workbench.diff.rulebooks import OTHER, book, compared, rule


def written(old: dict[str, Any], new: dict[str, Any], lang: Lang, mark: str) -> list[str]:
    """The lines that begin with a mark, without it."""
    text = change_markdown(compared(old, new), "förut", "nu", lang)
    return [line.removeprefix(mark) for line in text.splitlines() if line.startswith(mark)]


# A rule in which something of every weight is another, beside a new rule and a new word.
EVERYTHING = book(
    rule(
        deadline={"weeks": 4},
        only_if={"iub": True},
        actor="chef",
        trigger="besked",
        fulfilled_by="skickad",
        warn={"days": 7},
        paused_while="franvaro",
        not_before={"days": 2},
        source={"section": "3"},
        help="Ring",
    ),
    OTHER,
    events={"ny": {"title": "Ny"}},
)
HEADINGS: dict[Lang, list[str]] = {
    "sv": [
        "Tid",
        "Krav som tillkommer eller tas bort",
        "När kravet gäller",
        "Vem som ska göra det",
        "Vad som utlöser kravet",
        "Vad som gör det klart",
        "Varning och eskalering",
        "Pauser och förlängningar",
        "Vad som inte är tillåtet",
        "Ordlista och namn",
        "Källor",
        "Ordval",
    ],
    "en": [
        "Time",
        "Obligations that come or go",
        "When the obligation holds",
        "Who is to do it",
        "What triggers the obligation",
        "What makes it done",
        "Warning and escalation",
        "Pauses and extensions",
        "What is not allowed",
        "Vocabulary and names",
        "Sources",
        "Wording",
    ],
}


@pytest.mark.parametrize("lang", HEADINGS)
def test_each_weight_has_its_heading(lang: Lang) -> None:
    assert written(book(), EVERYTHING, lang, "### ") == HEADINGS[lang]


STATE = {"title": "Ny", "begins": "borta", "ends": "hemma"}


@pytest.mark.parametrize(
    ("section", "word", "come", "gone"),
    [
        ("actors", {"title": "Ny"}, ("Nya aktörer", "New actors"), ("Aktörer", "Actors")),
        ("events", {"title": "Ny"}, ("Nya händelser", "New events"), ("Händelser", "Events")),
        ("facts", {"title": "Ny", "type": "bool"}, ("Nya uppgifter", "New facts"), ("Uppgifter", "Facts")),
        ("states", STATE, ("Nya tillstånd", "New states"), ("Tillstånd", "States")),
        ("calendars", {"weekdays": ["mon"]}, ("Nya kalendrar", "New calendars"), ("Kalendrar", "Calendars")),
    ],
)
def test_two_words_are_named_together(
    section: str, word: dict[str, Any], come: tuple[str, str], gone: tuple[str, str]
) -> None:
    more = book(**{section: {"a": word, "b": word}})
    calendars = section == "calendars"
    sv, en = ("a, b", "a, b") if calendars else ("”Ny”, ”Ny”", "“Ny”, “Ny”")
    assert written(book(), more, "sv", "- ") == [f"**{come[0]}**: {sv}."]
    assert written(book(), more, "en", "- ") == [f"**{come[1]}**: {en}."]
    assert written(more, book(), "sv", "- ") == [f"**{gone[0]} som inte längre finns**: {sv}."]
    assert written(more, book(), "en", "- ") == [f"**{gone[1]} that are gone**: {en}."]
