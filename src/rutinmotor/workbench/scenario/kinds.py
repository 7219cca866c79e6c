"""The text of a file in, which of the three kinds of file it is out; asked before anything is written, and by `lsp`."""

from __future__ import annotations

import re
from typing import Literal

from rutinmotor.language.catalogue import SECTIONS, CatalogueText
from rutinmotor.workbench.scenario.shape_of_scenario import SCENARIO_KEYS

FileKind = Literal["catalogue", "scenario", "case"]
_KEY = r"""["']?([A-Za-z_][\w.\-]*)["']?[ \t]*:(?=\s|$)"""
# Also one that only other programs' files have, such as `x y` or `/path`.
_ANY_KEY = r"""(?:"([^"\n]+)"[ \t]*|'([^'\n]+)'[ \t]*|(?!-\s)([^\s"'#\[\]{},:](?:[^:\n]|:(?=\S))*?)):(?=\s|$)"""
# The first key, and what stands before it on its line.
_FIRST_KEY = re.compile(rf"^([ -]*(?:\{{[ \t]*)?){_KEY}", re.MULTILINE)
# What a file is, is told by its outermost keys: by one of the first, where half of all are of the last. The key that
# should name the file may be misspelt or not be there yet, and files of other programs may have `rules` or `case` too.
_KINDS: tuple[tuple[FileKind, frozenset[str], frozenset[str]], ...] = (
    ("catalogue", frozenset({"catalogue"}), frozenset(CatalogueText.model_fields)),
    ("scenario", frozenset({"scenario", "expect", "absent", "undetermined"}), frozenset(SCENARIO_KEYS)),
    ("case", frozenset({"case"}), frozenset({"case", "facts", "items", "events"})),
    ("catalogue", frozenset({*SECTIONS, "uses"}), frozenset(CatalogueText.model_fields)),
)


def kind_of(text: str) -> FileKind | None:
    """Tell what a text that is being written is by its outermost keys; None where it is nothing of ours."""
    first = _FIRST_KEY.search(text)
    keys = set(re.findall(f"^{re.escape(first[1])}{_KEY}", text, re.MULTILINE)) if first else set[str]()
    for kind, telling, ours in _KINDS:
        if keys & telling and 2 * len(keys & ours) >= len(keys):
            return kind
    return None


def kind_to_write(data: bytes) -> FileKind | None:
    """Tell what a file may be written to as; None where it may be another program's.

    Stricter than `kind_of`: the key that names the file must be there, and every outermost key counts, whatever signs
    it is made of.
    """
    text = data.decode("utf-8-sig", "replace")
    kind = kind_of(text)
    first = _FIRST_KEY.search(text)
    if kind is None or first is None:
        return None
    found = re.findall(f"^{re.escape(first[1])}{_ANY_KEY}", text, re.MULTILINE)
    keys = {"".join(parts).rstrip() for parts in found}
    ours = frozenset[str]().union(*(some for one, _, some in _KINDS if one == kind))
    return kind if kind in keys and 2 * len(keys & ours) >= len(keys) else None
