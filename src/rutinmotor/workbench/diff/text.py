"""A comparison of two sets of rules in, the same as lines for a terminal, as Markdown or as records out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from rutinmotor.ground.words import (
    CHANGE,
    EMPTY,
    RULE,
    Lang,
    Line,
    Look,
    Piece,
    counted,
    indented,
    line,
    said,
    sentence,
    wrapped,
)
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.workbench.diff.changes_said import Naming, change_told, head_told, name_told, naming_of
from rutinmotor.workbench.diff.difference import Change, Comparison, Weight
from rutinmotor.workbench.diff.patterns import HEADINGS, MANY
from rutinmotor.workbench.diff.written import written

# Of the rules that a change touches, how many a terminal names.
_NAMED = 6
_MARKED = re.compile(r"([\\`*_{}\[\]<>#|])")


def change_lines(comparison: Comparison, old: str, new: str, look: Look) -> Iterator[Line]:
    """Write what has changed between two sets of rules, named by `old` and `new`, the heaviest first."""
    lang, naming = look.lang, naming_of(comparison)
    yield from wrapped([Piece(f"{old} → {new}", "strong")], look.width)
    yield from wrapped([Piece(counted_told(comparison, lang))], look.width)
    for weight, changes in groupby(comparison.changes, key=lambda one: one.weight):
        yield EMPTY
        yield line(said(lang, *HEADINGS[weight.name.lower()]), "strong")
        for many in bundled(changes):
            yield from indented(_entry(many, naming, look), 2)


def bundled(changes: Iterable[Change]) -> list[list[Change]]:
    """Put words of one kind that all came, or all went, together; every other change stands alone, before them."""
    alone: list[list[Change]] = []
    together: dict[tuple[str, str], list[Change]] = {}
    for one in changes:
        if one.aspect == "whole" and one.kind in ("added", "removed") and one.weight is Weight.VOCABULARY:
            together.setdefault((one.subject, one.kind), []).append(one)
        else:
            alone.append([one])
    return [*alone, *together.values()]


def counted_told(comparison: Comparison, lang: Lang) -> str:
    """Say how many changes there are, and how many rules they are in or touch."""
    changes = comparison.changes
    if not changes:
        return said(lang, "Ingen ändring i sak.", "No change of meaning.")
    rules = {name for one in changes for name in ([one.name] if one.subject == "rule" else one.touches)}
    number, many = counted(len(changes), CHANGE, lang), counted(len(rules), RULE, lang)
    return said(lang, f"{number}; {many} berörs.", f"{number}; {many} concerned.")


def _entry(changes: Sequence[Change], naming: Naming, look: Look) -> list[Line]:
    lang, change = look.lang, changes[0]
    head, text = _told(changes, naming, lang)
    pieces = [Piece(f"{head}: "), Piece(sentence(text))]
    if _has_id(change):
        pieces.append(Piece(f" ({change.name})", "faint"))
    lines = wrapped(pieces, look.width - 2, hanging=2)
    if change.touches:
        most = _NAMED if len(change.touches) > _NAMED + 1 else len(change.touches)
        touches = _touches(change, change.touches[:most], lang)
        lines += indented(wrapped([Piece(touches, "faint")], look.width - 4, hanging=2), 2)
    return lines


def _told(changes: Sequence[Change], naming: Naming, lang: Lang) -> tuple[str, str]:
    """Give what has changed and how; of words that came or went together, all their names."""
    change = changes[0]
    if len(changes) == 1:
        return head_told(change, naming, lang), change_told(change, naming, lang)
    sv, en = MANY[change.subject]
    head = (
        said(lang, f"Nya {sv}", f"New {en}")
        if change.kind == "added"
        else said(lang, f"{sv.capitalize()} som inte längre finns", f"{en.capitalize()} that are gone")
    )
    return head, ", ".join(name_told(one, naming, lang) for one in changes)


def _has_id(change: Change) -> bool:
    return change.subject == "rule" and change.kind != "renamed"


def _touches(change: Change, names: Sequence[str], lang: Lang) -> str:
    """Say how many rules a shared change touches, and name those given."""
    more = len(change.touches) - len(names)
    rest = said(lang, f" och {more} till", f" and {more} more") if more else ""
    many = counted(len(change.touches), RULE, lang)
    return f"{said(lang, 'Berör', 'Touches')} {many}: {', '.join(names)}{rest}."


def change_markdown(comparison: Comparison, old: str, new: str, lang: Lang) -> str:
    """Write what has changed as Markdown, for a review or a minute book."""
    naming = naming_of(comparison)
    title = said(lang, "Ändringar i reglerna", "Changes to the rules")
    parts = [f"## {title}", "", f"`{old}` → `{new}`", "", counted_told(comparison, lang)]
    for weight, changes in groupby(comparison.changes, key=lambda one: one.weight):
        parts += ["", f"### {said(lang, *HEADINGS[weight.name.lower()])}", ""]
        parts += [_item(many, naming, lang) for many in bundled(changes)]
    return "\n".join(parts)


def _item(changes: Sequence[Change], naming: Naming, lang: Lang) -> str:
    change = changes[0]
    head, text = (_plain(told) for told in _told(changes, naming, lang))
    name = f" (`{change.name}`)" if _has_id(change) else ""
    touches = _touches(change, [f"`{one}`" for one in change.touches], lang) if change.touches else ""
    return f"- **{head}**: {sentence(text)}{name}" + (f"\n  {touches}" if touches else "")


def _plain(text: str) -> str:
    """Shield what Markdown would take for a mark."""
    return _MARKED.sub(r"\\\1", text)


def change_records(comparison: Comparison, old: str, new: str) -> dict[str, Any]:
    """Give a comparison as one record, for JSON; `sentence` names what has changed and says how, in both languages."""
    naming = naming_of(comparison)
    return {
        "old": {"rules": old, "catalogues": _catalogues(comparison.old)},
        "new": {"rules": new, "catalogues": _catalogues(comparison.new)},
        "changes": [_record(change, naming) for change in comparison.changes],
    }


def _catalogues(catalogues: Sequence[Catalogue]) -> list[dict[str, str | None]]:
    return [{"catalogue": one.id, "dated": _dated(one), "digest": one.digest} for one in catalogues]


def _dated(catalogue: Catalogue) -> str | None:
    source = catalogue.text.source
    return source.dated.isoformat() if source and source.dated else None


def _record(change: Change, naming: Naming) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "subject": change.subject,
        "name": change.name,
        "former": change.former,
        "aspect": change.aspect,
        "weight": change.weight.name.lower(),
        "effect": change.effect,
        "by": {change.by.unit: change.by.number} if change.by else None,
        "version": {"kind": change.version, "from": _from(change)} if change.version else None,
        "old": written(change.old),
        "new": written(change.new),
        "touches": list(change.touches),
        "sentence": {"sv": _sentence(change, naming, "sv"), "en": _sentence(change, naming, "en")},
    }


def _from(change: Change) -> str | None:
    return change.since.isoformat() if change.since is not None and change.since > date.min else None


def _sentence(change: Change, naming: Naming, lang: Lang) -> str:
    return sentence(f"{head_told(change, naming, lang)}: {change_told(change, naming, lang)}")
