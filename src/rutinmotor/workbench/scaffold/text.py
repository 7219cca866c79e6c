"""A drafted scenario in, its file's text out, in the house's layout, with weekdays beside the days; for `new`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from rutinmotor.ground.words import WEEKDAYS, Lang, said, status_word
from rutinmotor.language.case import Case, Event, FactValue, Moment
from rutinmotor.text.document import Plain, in_flow
from rutinmotor.workbench.scaffold.draft import Draft, Row

_WIDTH: Final = 110
# Of what can be shown: what is no status, or is clearer to who looks for an example than the word for the status is.
_SHOWN: Final[Mapping[str, tuple[str, str]]] = {
    "due": ("att göra, i tid", "to be done, in time"),
    "fulfilled": ("klart i tid", "done in time"),
    "ended": ("faller bort", "ends without being done"),
    "absent": ("gäller inte", "does not apply"),
    "undetermined": ("kan inte bedömas", "cannot be judged"),
}


def draft_text(draft: Draft, title: str, notes: Iterable[str], lang: Lang) -> str:
    """Write a scenario: notes as comments, the sentence that it is called by, then its parts in their order."""
    lines = [f"# {note}".rstrip() for note in notes]
    lines.append(f"scenario: {_word(title)}")
    lines.append(f"rules: {in_flow(list(draft.rules))}")
    lines += ["case:", *_case(draft.case, lang)]
    lines.append(f"at: {draft.at}  # {_weekday(draft.at, lang)}")
    if draft.known is not None:
        lines.append(f"known: {draft.known}  # {_weekday(draft.known, lang)}")
    if draft.expect:
        lines += ["expect:", *(_row(row, lang) for row in draft.expect)]
    for key, rules in (("absent", draft.absent), ("undetermined", draft.undetermined)):
        if rules:
            lines += _listed(key, rules)
    return "\n".join(lines) + "\n"


def wish_title(rule: str, wish: str, lang: Lang) -> str:
    """Say in one sentence what a scenario shows of a rule, by the rule's title."""
    shown = said(lang, *_SHOWN[wish]) if wish in _SHOWN else status_word(wish, lang)
    return f"{rule}: {shown}"


def _case(case: Case, lang: Lang) -> list[str]:
    lines = [f"  case: {in_flow(case.id, chr(34))}"]
    if case.facts:
        lines += _facts("facts", case.facts, 2)
    if case.items:
        lines.append("  items:")
        for item, facts in case.items.items():
            lines += _facts(item, facts, 4)
    if not case.events:
        return [*lines, "  events: []"]
    return [*lines, "  events:", *(f"    - {_event(event, lang)}" for event in case.events)]


def _facts(name: str, facts: Mapping[str, FactValue], indent: int) -> list[str]:
    """Write facts in brackets, or each on its own line where they would not fit on one."""
    plain = {fact: _plain(value) for fact, value in facts.items()}
    line = f"{' ' * indent}{_word(name)}: {in_flow(plain)}"
    if len(line) <= _WIDTH:
        return [line]
    rows = (f"{' ' * (indent + 2)}{_word(fact)}: {_word(value)}" for fact, value in plain.items())
    return [f"{' ' * indent}{_word(name)}:", *rows]


def _event(event: Event, lang: Lang) -> str:
    fields: dict[str, Plain] = {}
    for key in ("id", "type", "at", "item", "recorded", "about", "replaces", "retracts"):
        value = getattr(event, key)
        if value is not None:
            fields[key] = _plain(value)
    if event.data:
        fields["data"] = {name: _plain(value) for name, value in event.data.items()}
    when = event.at if event.at is not None else event.recorded
    return f"{in_flow(fields)}{f'  # {_weekday(when, lang)}' if when is not None else ''}"


def _row(row: Row, lang: Lang) -> str:
    text = in_flow(_plain_row(row))
    due = row.get("due")
    if not isinstance(due, date):
        return f"  - {text}"
    told = said(lang, f"sista dagen är en {_weekday(due, lang)}", f"the last day is a {_weekday(due, lang)}")
    return f"  - {text}  # {told}"


def _listed(key: str, rules: Sequence[str | Row]) -> list[str]:
    listed: list[Plain] = [one if isinstance(one, str) else _plain_row(one) for one in rules]
    line = f"{key}: {in_flow(listed)}"
    return [line] if len(line) <= _WIDTH else [f"{key}:", *(f"  - {in_flow(one)}" for one in listed)]


def _plain_row(row: Row) -> dict[str, Plain]:
    return {key: _plain(value) for key, value in row.items()}


def _plain(value: FactValue | Moment) -> Plain:
    return value.isoformat() if isinstance(value, date | datetime) else value


def _word(value: Plain) -> str:
    """Write a value that stands alone on its line: it may hold what brackets may not."""
    return in_flow(value)


def _weekday(day: date, lang: Lang) -> str:
    return WEEKDAYS[lang][day.weekday()]
