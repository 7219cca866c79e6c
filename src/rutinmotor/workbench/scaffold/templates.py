"""A drafted rule in, the text of it, or of a whole new rule file around it, out, with comments on what may be added."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rutinmotor.ground.words import Lang, said
from rutinmotor.text.document import in_flow
from rutinmotor.workbench.scaffold.new_rule import RuleDraft, Word

# What a rule may say besides: the key as it would stand, and what it is for.
_MORE = (
    ("only_if: {uppgift: värde}", "villkor som ska gälla den dag regeln utlöses", "what must hold on that day"),
    ("ends_with: händelse", "det som gör att det inte längre ska göras", "what ends it without being done"),
    ("repeat: {every: {years: 1}, from: fulfilment}", "om det ska göras om och om igen", "if it comes again"),
    ("interpretation: text", "vad ni bygger på där dokumentet lämnar något öppet", "your reading of an open point"),
    ("escalation: [{after: {days: 1}, to: aktör, action: text}]", "om det blir försenat", "if it is overdue"),
    ("help: text", "en förklaring till den som ska göra det", "an explanation for who is to do it"),
)
_MEANT: Mapping[str, tuple[str, str]] = {
    "id": ("regelns namn: a–z, siffror och understreck", "the rule's name: a–z, figures and underscores"),
    "title": ("vad som ska vara gjort", "what is to be done"),
    "actor": ("vem som ska göra det", "who is to do it"),
    "trigger": ("händelsen som utlöser regeln", "the event that triggers it"),
    "deadline": ("tiden, räknad från utlösaren", "the time, counted from the trigger"),
    "fulfilled_by": ("händelsen som visar att det är gjort", "the event that shows that it is done"),
    "source": ("var kravet står i dokumentet", "where the document says so"),
}
_COLUMN = 48


def rule_hints(lang: Lang) -> list[str]:
    """Give the lines that say what else a rule may have, to be written as comments below it."""
    head = said(
        lang, "Mer som en regel kan ha (ta bort # och ändra):", "More that a rule may have (take away # and change):"
    )
    return [head, *(f"{key.ljust(_COLUMN + 10)}  # {said(lang, sv, en)}" for key, sv, en in _MORE)]


def rule_text(draft: RuleDraft, lang: Lang) -> str:
    """Write a rule as it stands in a list of rules, each key with what it is for, and what else there is."""
    lines: list[str] = []
    for key, value in draft.plain().items():
        dash = "  - " if not lines else "    "
        line = f"{dash}{key}: {in_flow(value)}"
        lines.append(f"{line.ljust(_COLUMN)}  # {said(lang, *_MEANT[key])}")
    return "\n".join([*lines, *(f"    # {hint}" for hint in rule_hints(lang))]) + "\n"


def catalogue_text(name: str, file: str, draft: RuleDraft, lang: Lang) -> str:
    """Write a whole rule file with one rule: nothing is named in it that it does not declare."""
    check = said(lang, "Granska filen med", "Check the file with")
    lines = [
        f"# {check}: rutinmotor check {file}",
        f"catalogue: {name}  # {said(lang, 'början av varje regels namn', 'the beginning of each rule’s name')}: "
        f"{name}.{draft.id}",
        f"title: {said(lang, 'Rutinens rubrik', 'The title of the routine')}",
        f"owner: {said(lang, 'Kommunen', 'The municipality')}",
        "source:",
        f"  document: {said(lang, 'Dokumentets namn', 'The name of the document')}",
        f"  # dated: 2026-01-31  # {said(lang, 'dokumentets datum, om det har något', 'its date, if it bears one')}",
        f"# in_force: {{from: 2026-02-01}}  # {said(lang, 'när reglerna gäller', 'when the rules are in force')}",
        "",
    ]
    calendar = _calendar_of(draft.deadline)
    if calendar is not None:
        lines += [
            "calendars:",
            f"  {calendar}:",
            "    weekdays: [mon, tue, wed, thu, fri]",
            f"    holidays: SE  # {said(lang, 'helgdagar är lediga', 'public holidays are free')}",
            f"    eves_free: true  # {said(lang, 'midsommarafton, julafton och nyårsafton också', 'the eves too')}",
            "",
        ]
    lines += ["actors:", _declared(draft.actor), "", "events:", *(_declared(word) for word in draft.events), ""]
    return "\n".join([*lines, "rules:", rule_text(draft, lang)])


def _declared(word: Word) -> str:
    return f"  {in_flow(word.id)}: {in_flow({'title': word.title or word.id})}"


def _calendar_of(deadline: Any) -> str | None:
    if not isinstance(deadline, dict):
        return None
    found: Any = deadline.get("calendar") or _calendar_of(deadline.get("at_latest"))  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return found if isinstance(found, str) else None
