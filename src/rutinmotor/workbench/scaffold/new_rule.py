"""What a new rule is to say in, the rule as plain data and a file with the rule put into it out; for `new rule`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rutinmotor.language.catalogue import catalogue_schema
from rutinmotor.text.document import Plain, in_flow, pieces_of, read_document
from rutinmotor.text.editing import Change, replaced

_NOT_OF_AN_ID = re.compile(r"[^a-z0-9]+")
_MARK: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Word:
    """A word that the rule uses; `title` is None where some vocabulary has it already."""

    id: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule that has yet to be written down; `deadline` is as the language has it."""

    id: str
    title: str
    actor: Word
    trigger: Word
    deadline: Plain
    fulfilled_by: Word
    section: str | None

    def plain(self) -> dict[str, Plain]:
        """Give the rule as a rule file has it."""
        rule: dict[str, Plain] = {
            "id": self.id,
            "title": self.title,
            "actor": self.actor.id,
            "trigger": self.trigger.id,
            "deadline": self.deadline,
            "fulfilled_by": self.fulfilled_by.id,
        }
        return {**rule, "source": {"section": self.section}} if self.section else rule

    @property
    def events(self) -> tuple[Word, ...]:
        """The events that it names, each once."""
        same = self.trigger.id == self.fulfilled_by.id
        return (self.trigger,) if same else (self.trigger, self.fulfilled_by)


def id_from(text: str) -> str:
    """Make an id of a text: bare small letters, figures, and underscores between the words; empty if it has none."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    return _NOT_OF_AN_ID.sub("_", bare).strip("_").lstrip("0123456789_")


def with_rule(source: str, data: bytes, draft: RuleDraft, rules: int, hints: Sequence[str]) -> bytes:
    """Put a rule after the `rules` that a file has, its new words into the vocabulary, and hints as comments below it.

    The hints are left out where the file has them already.

    Raises:
        Refusal, NotEdited: as `editing.replaced`.
    """
    changes = [Change(("actors", draft.actor.id), {"title": draft.actor.title})] if draft.actor.title else []
    changes += [Change(("events", word.id), {"title": word.title}) for word in draft.events if word.title]
    worded = replaced(source, data, changes, catalogue_schema())
    rule = Change(("rules", rules), draft.plain())
    wanted = replaced(source, worded, [rule], catalogue_schema())
    below = _below_the_last(worded, draft, rules, hints)
    # In lines of its own it stands below the comments of the rule before it, if the reader then sees the same.
    same = below is not None and _data(source, below) == _data(source, wanted)
    return below if below is not None and same else wanted


def _below_the_last(data: bytes, draft: RuleDraft, rules: int, hints: Sequence[str]) -> bytes | None:
    """Write a rule below the last one and all comments that stand as far in; None where there is none in lines."""
    mark = _MARK if data.startswith(_MARK) else b""
    text = data.removeprefix(_MARK).decode("utf-8")
    last = pieces_of(text).at(("rules", rules - 1)) if rules else None
    if last is None or not last.is_block:
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    start = text.rfind("\n", 0, last.start) + 1
    before, column = text[start : last.start], last.start - start
    if before.strip() != "-":
        return None
    keys = [f"{key}: {in_flow(value)}" for key, value in draft.plain().items()]
    lines = [f"{before}{keys[0]}", *(f"{' ' * column}{key}" for key in keys[1:])]
    if hints and hints[0] not in text:
        lines += [f"{' ' * column}# {hint}" for hint in hints]
    end = _end_of_comments(text, last.end, before.index("-"))
    gap = "" if text[:end].endswith("\n") else newline
    return mark + f"{text[:end]}{gap}{newline.join(lines)}{newline}{text[end:]}".encode()


def _end_of_comments(text: str, start: int, column: int) -> int:
    """Find the end of the line that `start` is on, and of the comments below it that stand further in than `column`."""
    end = text.find("\n", start) + 1 or len(text)
    while end < len(text):
        following = text.find("\n", end) + 1 or len(text)
        line = text[end:following]
        if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) <= column:
            break
        end = following
    return end


def _data(source: str, data: bytes) -> Plain:
    document, _ = read_document(source, data)
    return document.data if document else None
