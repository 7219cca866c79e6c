"""A case file's path, or its name and bytes, in, its cases one by one out; the reading of cases from disk."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike, fspath

from rutinmotor.ground.arguments import require, require_path
from rutinmotor.ground.diagnostics import CaseError
from rutinmotor.language import casefile
from rutinmotor.language.casefile import CaseRead, read_case_lines
from rutinmotor.text.sources import Unreadable, read_lines, read_source

_LINES = (".jsonl", ".ndjson")


def read_cases(file: str | PathLike[str], data: bytes | None = None) -> Iterator[CaseRead]:
    """Read the cases of a file one by one: a case or a list of them in JSON or YAML, one a line in JSON Lines.

    The name's ending says which; with another ending it is what the text looks like. JSON Lines are read as they are
    asked for. With `data` nothing is read from the disk: those are the file's bytes, and `file` is its name.

    Each CaseRead has `case`, or None and what is wrong in `diagnostics`; and `id`, where that can be read. A case that
    cannot be read stops no other; a text that cannot be read on gives one last CaseRead without a case.

    Raises:
        CaseError: the file cannot be read; at once, but if it ceases to be readable among its lines.
        TypeError: a path that is none, or data that are no bytes.
    """
    require_path(file, "file")
    name = fspath(file)
    if data is not None:
        require(data, bytes, "data", "bytes")
        return casefile.read_cases(name, data)
    is_long = name.lower().endswith(_LINES)
    source, faults = read_source(name, limit=0 if is_long else None)
    if source is None:
        raise CaseError(faults)
    return _streamed(name) if is_long else casefile.read_cases(source.name, source.data)


def _streamed(file: str) -> Iterator[CaseRead]:
    """Read JSON Lines as they come, so that a hundred thousand cases need not be in memory at once."""
    try:
        yield from read_case_lines(*read_lines(file))
    except Unreadable as refusal:
        raise CaseError([refusal.diagnostic]) from None
