"""A plain value in, the YAML that says it in the house's layout out; by ruamel.yaml's round trip, for new text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import StringIO
from typing import Any, cast

from rutinmotor.text.document.placed import Plain
from rutinmotor.text.document.scalars import NotCountable, plain_value

# What must not begin a value without quotes, and what must not stand in one.
_FIRST = re.compile(r"[-?:](?:\s|$)|[\[\]{},#&*!|>'\"%@`]|---|\.\.\.|<<$")
_WITHIN = re.compile(r":(?:\s|$)|\s#|[\n\t]|^\s|\s$")
_BRACKETS = re.compile(r"[\[\]{},?]|:(?![0-9])")
_STEP = 2


def in_flow(value: Plain, quotes: str = "") -> str:
    """Write a value as it can stand within brackets: on one line, its own parts in brackets too.

    A text has the quotes asked for, where there are any; else double quotes where it would mean something other than
    itself without.
    """
    return _dumped([_rounded(value, True, quotes)], True)[1:-2]


def after_key(value: Plain, column: int, on_one_line: bool, quotes: str = "") -> str:
    """Write what follows the colon of a key that stands `column` characters (from 0) into its line, without an end.

    On the same line where it is a word, a text or in brackets; else on the lines below, two columns further in.
    """
    if on_one_line and not isinstance(value, str):
        return f" {in_flow(value)}"
    written = _dumped({"x": _rounded(value, False, _one_line_quotes(value, on_one_line, quotes))}, False)
    return _indented(written.removeprefix("x:"), column)


def after_dash(value: Plain, column: int, on_one_line: bool, quotes: str = "") -> str:
    """Write what follows the dash of a list that stands `column` characters (from 0) into its line, without an end."""
    if on_one_line and not isinstance(value, str):
        return f" {in_flow(value)}"
    written = _dumped([_rounded(value, False, _one_line_quotes(value, on_one_line, quotes))], False)
    # The round trip has the list itself two columns in.
    return _indented(re.sub(r"(?m)^  ", "", written).removeprefix("-"), column)


def reads_best_on_one_line(value: Plain, room: int = 90) -> bool:
    """Whether a value is plain enough for one line, in brackets if it has parts, and fits into so many characters.

    A text of several lines is not, nor a list of mappings with several keys.
    """
    if isinstance(value, str):
        return "\n" not in value
    if isinstance(value, list) and any(isinstance(part, dict) and len(part) > 1 for part in value):
        return False
    return not isinstance(value, dict | list) or len(in_flow(value)) <= room


def _one_line_quotes(value: Plain, on_one_line: bool, quotes: str) -> str:
    return '"' if on_one_line and isinstance(value, str) and "\n" in value else quotes


def _indented(text: str, column: int) -> str:
    first, *rest = text.removesuffix("\n").split("\n")
    return "\n".join([first, *(f"{' ' * column}{line}" if line else "" for line in rest)])


def _dumped(data: object, flow: bool) -> str:
    from ruamel.yaml import YAML
    from ruamel.yaml.emitter import Emitter
    from ruamel.yaml.resolver import VersionedResolver

    class Meaning(VersionedResolver):
        """What a value without quotes means: to the round trip the same as to the strict reader."""

        def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
            if kind.__name__ != "ScalarNode" or not implicit[0]:
                return super().resolve(kind, value, implicit)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
            return _tag(value)

    class Writer(Emitter):
        """Without the spaces that are put into brackets so that what follows is aligned with lists below."""

        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)  # pyright: ignore[reportUnknownMemberType]
            cast("Any", self).indents.seq_flow_align = _no_spaces

    yaml: Any = YAML()
    yaml.Resolver = Meaning
    yaml.Emitter = Writer
    yaml.width = 10**9
    yaml.indent(mapping=_STEP, sequence=2 * _STEP, offset=_STEP)
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    yaml.default_flow_style = flow
    out = StringIO()
    yaml.dump(data, out)
    return out.getvalue()


def _no_spaces(*_: object) -> int:
    return 0


def _tag(written: str) -> object:
    from ruamel.yaml.tag import Tag

    try:
        value = plain_value(written)
    except NotCountable:
        value = 0.0
    names: dict[object, str] = {bool: "bool", int: "int", float: "float", type(None): "null"}
    return Tag(suffix=f"tag:yaml.org,2002:{names.get(type(value), 'str')}")


def _rounded(value: Plain, flow: bool, quotes: str) -> object:
    """Give the value as the round trip's own kinds, which keep brackets and quotes."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString, SingleQuotedScalarString

    if isinstance(value, Mapping):
        parts = cast("Any", CommentedMap())
        for key, part in value.items():
            parts[_rounded(key, True, "")] = _rounded(part, flow or reads_best_on_one_line(part), "")
        (parts.fa.set_flow_style if flow or not value else parts.fa.set_block_style)()
        return parts
    if isinstance(value, list):
        items = cast("Any", CommentedSeq([_rounded(part, flow or reads_best_on_one_line(part), "") for part in value]))
        (items.fa.set_flow_style if flow or not value else items.fa.set_block_style)()
        return items
    if not isinstance(value, str):
        return value
    if "\n" in value and not flow and not quotes and not _untidy(value):
        return LiteralScalarString(value)
    if quotes == "'" and value.isprintable():
        return SingleQuotedScalarString(value)
    return DoubleQuotedScalarString(value) if quotes or not _is_plain(value, flow) else value


def _untidy(text: str) -> bool:
    """Whether lines of their own would hide something: a space before an end, or at the very beginning."""
    return text != text.lstrip() or any(line != line.rstrip() for line in text.split("\n"))


def _is_plain(text: str, flow: bool) -> bool:
    if _FIRST.match(text) or _WITHIN.search(text) or (flow and _BRACKETS.search(text)):
        return False
    try:
        return text == plain_value(text)
    except NotCountable:
        return False
