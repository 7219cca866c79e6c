"""What ends a rule, or has ended it, in; the words for it out."""

from __future__ import annotations

from collections.abc import Iterable

from rutinmotor.engine.explanation import EndedBy
from rutinmotor.ground.words import Lang, day_long, listed, said
from rutinmotor.workbench.telling.terms import event_told, quoted


def ended_by_told(by: EndedBy, lang: Lang) -> str:
    """Say what ended something, and when: `kravet ”Planen är klar” blev försenat, onsdag 5 mars 2025`."""
    if by.event is not None:
        return event_told(by.event, lang)
    name, day = quoted(by.name.title, lang), day_long(by.day, lang)
    what = {
        "overdue": said(lang, f"kravet {name} blev försenat", f"the obligation {name} became overdue"),
        "after": said(lang, "tiden för tillståndet var slut", "the time of the state was over"),
    }.get(by.kind, said(lang, f"dagen i {name} tog slut", f"the day in {name} was over"))
    if by.state is not None:
        state = quoted(by.state.title, lang)
        what = f"{said(lang, f'{state} upphörde', f'{state} ended')}: {what}"
    return f"{what}, {day}"


def ending_told(kind: str, name: str, lang: Lang) -> str:
    """Say what would end something, where that is more than an event's name; `name` is quoted."""
    match kind:
        case "overdue":
            return said(lang, f"att kravet {name} blir försenat", f"the obligation {name} being overdue")
        case "date":
            return said(lang, f"att dagen i {name} är slut", f"the end of the day in {name}")
        case "any_item":
            whichever = said(lang, "vilken del av ärendet den än gäller", "whichever item of the case it is about")
            return f"{name} ({whichever})"
        case _:
            return name


def spares_told(spares: Iterable[str], lang: Lang) -> str:
    """Say what stays to be done when a rule ends."""
    found = set(spares)
    overdue = said(lang, "det som är försenat", "what is overdue")
    begun = said(lang, "det vars period har börjat", "that of a begun period")
    if found == {"overdue"}:
        what = overdue
    elif found == {"running"}:
        what = begun + said(lang, ", om det inte är försenat", " if not overdue")
    else:
        what = listed([overdue, begun], lang)
    return said(lang, f"Ska ändå göras när det faller bort: {what}.", f"Still to be done when it ends: {what}.")
