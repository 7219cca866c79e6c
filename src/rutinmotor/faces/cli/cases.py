"""The CASE arguments in, cases as they are read out, one at a time; for the commands that take cases."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.ground.diagnostics import CaseError, Diagnostic
from rutinmotor.language.case_loading import read_cases
from rutinmotor.language.casefile import CaseRead, once_each, read_case_lines
from rutinmotor.text.sources import case_files, read_source

STANDARD_INPUT = "-"


class Given(NamedTuple):
    """A case and the name of the file that it stands in."""

    file: str
    read: CaseRead


def given_cases(arguments: Sequence[str]) -> Iterator[Given]:
    """Read the cases of files, of folders of files, and of standard input (`-`), in that order, as they are asked for.

    A case whose id another has had is not read, but told as an error.

    Raises:
        Misuse: a file or folder that cannot be read; before the first case, if it can be told by then.
    """
    files: list[str] = []
    faults: list[Diagnostic] = []
    for argument in arguments:
        if argument == STANDARD_INPUT:
            files.append(argument)
            continue
        found, wrong = case_files(argument)
        files += [str(path) for path in found]
        faults += [*wrong, *(fault for path in found for fault in read_source(path, limit=0)[1])]
    if faults:
        raise _unreadable(faults)
    found = once_each((file, read) for file in files for read in _reads(file))
    return (Given(file, read) for file, read in found)


def _reads(file: str) -> Iterator[CaseRead]:
    if file == STANDARD_INPUT:
        return _from_standard_input()
    return _from_disk(file)


def _from_disk(file: str) -> Iterator[CaseRead]:
    try:
        yield from read_cases(file)
    except CaseError as refusal:
        raise _unreadable(refusal.diagnostics) from None


def _from_standard_input() -> Iterator[CaseRead]:
    """Read standard input: line by line if its first line is a whole case in JSON, else all of it."""
    lines = _standard_input()
    first = b""
    before: list[bytes] = []
    for first in lines:
        before.append(first)
        if first.strip():
            break
    if _is_json(first):
        return read_case_lines(STANDARD_INPUT, chain(before, lines))
    return read_cases(STANDARD_INPUT, b"".join(chain(before, lines)))


def _standard_input() -> Iterator[bytes]:
    # A program may be started without a standard input.
    if sys.stdin is None:
        raise Misuse("Det finns inget standard in att läsa.", "There is no standard input to read.")
    try:
        yield from sys.stdin.buffer
    except OSError as error:
        reason = f": {error.strerror}" if error.strerror else ""
        raise Misuse(f"Standard in går inte att läsa{reason}.", f"Standard input cannot be read{reason}.") from None


def _is_json(text: bytes) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _unreadable(faults: Sequence[Diagnostic]) -> Misuse:
    return Misuse("Ärendena går inte att läsa.", "The cases cannot be read.", faults)
