"""Options as written in, days, words and engines out; what several commands ask for in the same way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, TypeAlias

import typer

from rutinmotor.engine.engine import Engine, load
from rutinmotor.engine.evaluation import UnknownEvents, UnknownFacts
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.misuse import Misuse, unknown
from rutinmotor.ground.diagnostics import RulesError, folded, nearest
from rutinmotor.ground.words import STATUS_MEANT
from rutinmotor.language.catalogue import names_of

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_PATH = both("SÖKVÄG", "PATH")
_DAY = both("DAG", "DAY")

Rules: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--rules",
        metavar=_PATH,
        help=both(
            "Regelfil eller mapp med regelfiler; kan anges flera gånger. Annars används de kataloger som följer med.",
            "A rule file or a folder of them; may be repeated. Without it the catalogues that are shipped.",
        ),
    ),
]
Cases: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar=both("ÄRENDE...", "CASE..."),
        help=both(
            "Ärendefiler (JSON, YAML, JSON Lines) eller mappar med sådana; - läser standard in.",
            "Case files (JSON, YAML, JSON Lines) or folders of them; - reads standard input.",
        ),
    ),
]
At: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar=_DAY,
        help=both(
            "Dagen som ärendena bedöms, som 2025-11-13. Annars idag.", "The day asked, as 2025-11-13. Today without it."
        ),
    ),
]
Known: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--known",
        metavar=_DAY,
        help=both(
            "Räkna bara det som hade registrerats senast den här dagen.",
            "Count only what was recorded on or before this day.",
        ),
    ),
]


def day_of(text: str | None, option: str) -> date | None:
    """Read a day in ISO form; None where the option was not given. An empty text is no day, and so not today.

    Raises:
        Misuse: it is none.
    """
    if text is None:
        return None
    try:
        if _ISO_DAY.match(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Misuse(
        f"{option} är en dag som 2025-11-13, inte ”{text}”.", f"{option} is a day such as 2025-11-13, not '{text}'."
    )


def year_of(text: str) -> int:
    """Read a year.

    Raises:
        Misuse: it is none from 1 to 9999.
    """
    if text.isascii() and text.isdecimal() and 1 <= int(text[:5]) <= 9999:
        return int(text)
    raise Misuse(f"Ett år skrivs som 2026, inte ”{text}”.", f"A year is written as 2026, not '{text}'.")


def today(engine: Engine) -> date:
    """Give the local day in the catalogues' time zone."""
    return datetime.now(engine.zone).date()


def word_of(text: str, option: str, allowed: Sequence[str], meant: Mapping[str, str] | None = None) -> str:
    """Read a word that must be one of some; `meant` says which of them other words stand for, for the sake of a guess.

    Raises:
        Misuse: it is none of them; the nearest is offered.
    """
    if text in allowed:
        return text
    words = {**{word: word for word in allowed}, **(meant or {})}
    near = nearest(text, words, {})
    sv = f" Menade du ”{words[near]}”?" if near else f" Det som går är {', '.join(allowed)}."
    en = f" Did you mean '{words[near]}'?" if near else f" It can be {', '.join(allowed)}."
    raise Misuse(f"{option} kan inte vara ”{text}”.{sv}", f"{option} cannot be '{text}'.{en}")


def unknown_events_of(text: str) -> UnknownEvents:
    """Read what is to be done with events that no rules know; raises as `word_of`."""
    return "list" if word_of(text, "--unknown-events", ("error", "list")) == "list" else "error"


def unknown_facts_of(text: str | None) -> UnknownFacts:
    """Read what is to be done with facts that no rules know, if it is said; raises as `word_of`."""
    if text is None:
        return None
    return "list" if word_of(text, "--unknown-facts", ("error", "list")) == "list" else "error"


def statuses_of(texts: Sequence[str], allowed: Sequence[str]) -> frozenset[str]:
    """Read the statuses asked for; the words that people read for them are understood well enough to be corrected."""
    return frozenset(word_of(text, "--status", allowed, STATUS_MEANT) for text in texts)


def actors_of(texts: Sequence[str], engine: Engine) -> frozenset[str]:
    """Read the actors asked for, by id.

    Raises:
        Misuse: one that no catalogue has.
    """
    titles = {
        name: one.text.title for names in names_of(engine.catalogues).values() for name, one in names.actors.items()
    }
    synonyms = {folded(title): (name,) for name, title in titles.items() if title}
    for text in texts:
        if text not in titles:
            near = nearest(text, titles, synonyms)
            raise unknown("Aktören", "actor", text, [near] if near else [], sorted(titles))
    return frozenset(texts)


def engine_of(rules: Sequence[str] | None) -> Engine:
    """Load the rules asked for, or those that are shipped.

    Raises:
        Misuse: they cannot be read, or have errors.
    """
    try:
        return load(*(rules or ()))
    except RulesError as error:
        raise Misuse(
            "Reglerna går inte att använda.",
            "The rules cannot be used.",
            [one for one in error.diagnostics if one.is_error],
        ) from None
