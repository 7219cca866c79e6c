"""What became of recording a case in, the words for the one who recorded it out: what was changed, what to look for."""

from __future__ import annotations

from collections.abc import Iterator

from rutinmotor.ground.words import (
    OBLIGATION,
    WEEK,
    Lang,
    Line,
    Look,
    Noun,
    Piece,
    counted,
    indented,
    listed,
    said,
    wrapped,
)
from rutinmotor.workbench.scaffold.record import Recorded
from rutinmotor.workbench.telling import Titles

_TEXT = Noun("fri text är utbytt", "fria texter är utbytta", "free text is replaced", "free texts are replaced")
_FACT = Noun(
    "uppgift som ingen regel frågar efter är borttagen",
    "uppgifter som ingen regel frågar efter är borttagna",
    "fact that no rule asks for is taken away",
    "facts that no rule asks for are taken away",
)
_EVENT = Noun(
    "händelse som ingen katalog känner är borttagen",
    "händelser som ingen katalog känner är borttagna",
    "event that no catalogue knows is taken away",
    "events that no catalogue knows are taken away",
)
_UNREAD = Noun(
    "uppgift som inte går att läsa är borttagen",
    "uppgifter som inte går att läsa är borttagna",
    "fact that cannot be read is taken away",
    "facts that cannot be read are taken away",
)
_LEFT = {
    "year": ("bara året är kvar av {}", "only the year is left of {}"),
    "month": ("bara månaden och året är kvar av {}", "only the month and year are left of {}"),
    "day": (
        "{} står kvar till dagen, flyttad, för att en regel räknar från den",
        "{} is kept to the day, moved, as a rule counts from it",
    ),
}
_MOST = 5


def default_title(recorded: Recorded, lang: Lang) -> str:
    """Call a scenario by what it holds, where nobody has said what it shows."""
    number = len(recorded.draft.expect) if recorded.draft else 0
    return f"{said(lang, 'Ett ärende med', 'A case with')} {counted(number, OBLIGATION, lang)}"


def file_notes(lang: Lang) -> list[str]:
    """Give the comments that stand first in the file; how far its days were moved is not for its readers."""
    return [
        said(
            lang,
            "Inspelat ur ett verkligt ärende: nya namn, flyttade dagar, andra klockslag, inga fria texter.",
            "Recorded from a real case: new names, other days and clocks, no free text.",
        ),
        said(lang, "Läs igenom det innan det delas.", "Read it through before it is shared."),
    ]


def recorded_lines(recorded: Recorded, titles: Titles, look: Look) -> list[Line]:
    """Say what was changed, and what the one who recorded it has to look for."""
    lang = look.lang
    parts = list(_changes(recorded, titles, lang))
    lines = wrapped([Piece("; ".join(parts)[:1].upper() + "; ".join(parts)[1:] + ".")], look.width)
    warning = said(
        lang,
        "Läs igenom scenariot innan det delas: ovanliga händelser i ovanlig följd kan peka ut någon också utan namn.",
        "Read the scenario through before it is shared: unusual events in an unusual order may point someone out even "
        "without a name.",
    )
    return [*lines, *wrapped([Piece(warning, "yellow")], look.width)]


def _changes(recorded: Recorded, titles: Titles, lang: Lang) -> Iterator[str]:
    disguise = recorded.disguise
    yield said(
        lang, "ärendet, delarna och händelserna har fått nya namn", "the case, its items and its events have new names"
    )
    weeks = counted(abs(recorded.weeks), WEEK, lang)
    way = said(lang, "framåt", "on") if recorded.weeks > 0 else said(lang, "bakåt", "back")
    if recorded.weeks:
        yield said(lang, f"alla dagar är flyttade {weeks} {way}", f"all days are moved {weeks} {way}")
    else:
        yield said(lang, "dagarna är inte flyttade", "the days are not moved")
    if disguise.clocks:
        yield said(lang, "klockslagen är utbytta, i samma ordning", "the clocks are replaced, in the same order")
    for number, noun in (
        (disguise.texts, _TEXT),
        (disguise.dropped_facts, _FACT),
        (disguise.dropped_events, _EVENT),
        (disguise.unread_facts, _UNREAD),
    ):
        if number:
            yield counted(number, noun, lang)
    for fact, to in recorded.coarsened:
        title = next((words[fact] for words in titles.facts.values() if fact in words), fact)
        yield said(lang, *_LEFT[to]).format(f"”{title}”" if lang == "sv" else f"“{title}”")


def refused_lines(recorded: Recorded, titles: Titles, look: Look, *, asked: bool) -> list[Line]:
    """Say that no move of the days, or not the one `asked` for, keeps the answer, and of which rules it changes."""
    lang = look.lang
    named = [f"{titles.rule(one.rule)} ({one.rule})" for one in recorded.differences[:_MOST]]
    more = len(recorded.differences) - len(named)
    text = _why_refused(recorded, lang, asked=asked)
    lines = wrapped([Piece(text)], look.width)
    if named:
        told = listed([*named, *([said(lang, f"{more} till", f"{more} more")] if more > 0 else [])], lang)
        weeks = counted(abs(recorded.weeks), WEEK, lang)
        way = said(lang, "framåt", "on") if recorded.weeks > 0 else said(lang, "bakåt", "back")
        if recorded.undisguised:
            head = said(lang, "Då ändras", "Then change")
        elif asked:
            head = said(lang, f"Med {weeks} {way} ändras", f"With {weeks} {way} change")
        else:
            head = said(lang, f"Närmast kommer {weeks} {way}; då ändras", f"Nearest is {weeks} {way}; then change")
        lines += indented(wrapped([Piece(f"{head}: {told}.")], look.width - 2, hanging=2), 2)
    step = said(
        lang,
        "Välj en annan dag med --at, eller ange själv hur många veckor med --shift.",
        "Choose another day with --at, or say yourself how many weeks with --shift.",
    )
    if recorded.undisguised:
        step = said(lang, "Välj en annan dag med --at.", "Choose another day with --at.")
    return [*lines, *wrapped([Piece(step, "faint")], look.width)]


def _why_refused(recorded: Recorded, lang: Lang, *, asked: bool) -> str:
    if recorded.undisguised:
        return said(
            lang,
            "Ärendet gick inte att spela in: utan händelserna som ingen katalog känner blir svaret ett annat.",
            "The case could not be recorded: without the events that no catalogue knows, the answer is another.",
        )
    any_sv, any_en = ("med den flytten", "with that move") if asked else ("hur dagarna än flyttas", "however days move")
    return said(
        lang,
        f"Ärendet gick inte att spela in: {any_sv} blir svaret ett annat. Helger och månader ligger olika, och regler "
        "gäller inte alltid.",
        f"The case could not be recorded: {any_en}, the answer is another. Holidays and months lie differently, and "
        "rules are not always in force.",
    )
