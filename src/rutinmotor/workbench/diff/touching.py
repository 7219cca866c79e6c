"""Catalogues in, which rules mention which words out, themselves or through what their catalogue says for them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rutinmotor.language.catalogue import Catalogue, CatalogueText, Names
from rutinmotor.language.constructs import Kind, named_in
from rutinmotor.workbench.diff.rule_changes import Side

Word = tuple[str, str]
# By a catalogue's name and a rule's row in it.
Mentioned = Mapping[tuple[str, int], frozenset[Word]]

_SECTIONS = {
    Kind.EVENT: "events",
    Kind.FACT: "facts",
    Kind.NUMBER_FACT: "facts",
    Kind.DATE_FACT: "facts",
    Kind.STATE: "states",
    Kind.ACTOR: "actors",
    Kind.CALENDAR: "calendars",
    Kind.URGENCY: "urgency",
}


class Matter(NamedTuple):
    """Both sides of a comparison: catalogues, their names, what is called otherwise now, and the rules that are one.

    `pairs` are versions that belong together, `catalogues` gives each catalogue's name now by its name before.
    """

    old: Sequence[Catalogue]
    new: Sequence[Catalogue]
    names: Mapping[str, Names]
    names_now: Mapping[str, Names]
    renamed: Mapping[str, Mapping[str, str]]
    catalogues: Mapping[str, str]
    pairs: Sequence[tuple[Side, Side]]

    def within(self, old: str, new: str) -> list[tuple[Side, Side]]:
        """Give the pairs of one catalogue."""
        return [one for one in self.pairs if (one[0].version.owner.id, one[1].version.owner.id) == (old, new)]


def full_ids(pairs: Iterable[tuple[Side, Side]]) -> tuple[str, ...]:
    """Give the full ids that rules have now, each once, sorted."""
    return tuple(sorted({new.version.full_id for _, new in pairs}))


def mentioning(
    pairs: Iterable[tuple[Side, Side]], was: Mentioned, is_: Mentioned, section: str, name: str, now: str
) -> tuple[str, ...]:
    """Give the rules that mention a word before, by one name, and now, by another or the same."""
    return full_ids(
        (old, new)
        for old, new in pairs
        if (section, name) in was[old.version.owner.id, old.version.row]
        and (section, now) in is_[new.version.owner.id, new.version.row]
    )


def mentioned(catalogues: Iterable[Catalogue]) -> Mentioned:
    """Give the words that each rule mentions, by section and name."""
    found: dict[tuple[str, int], frozenset[Word]] = {}
    for catalogue in catalogues:
        for row, words in enumerate(_by_row(catalogue.text)):
            found[catalogue.id, row] = frozenset(words)
    return found


def _by_row(text: CatalogueText) -> list[set[Word]]:
    rows: list[set[Word]] = [set() for _ in text.rules]
    for one in named_in(text):
        if one.kind not in _SECTIONS:
            continue
        word = _SECTIONS[one.kind], one.name
        match one.path:
            case ("rules", int(row), *_):
                rows[row].add(word)
            case ("scope", *_):
                for words in rows:
                    words.add(word)
            case ("warn", *_):
                for words, rule in zip(rows, text.rules, strict=True):
                    words.update([word] if rule.warn is None else [])
            case _:
                pass
    for words in rows:
        defined = [text.urgency[name] for section, name in words if section == "urgency" and name in text.urgency]
        words |= {("calendars", span.calendar) for span in defined if span.calendar is not None}
    return rows
