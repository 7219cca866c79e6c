"""The bytes of a case file in, its cases one by one, each with what is wrong in it, out; the first step of a case."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any, NamedTuple

from rutinmotor.ground.diagnostics import CaseError, Diagnostic, Place, diagnose
from rutinmotor.language.case import Case
from rutinmotor.language.casefile.json_places import json_spots
from rutinmotor.language.casefile.json_text import JsonFault, Point, after_blanks, decode, one_value, parts_of_list
from rutinmotor.language.casefile.shape import read_shape
from rutinmotor.language.shapes import Path, Spot, spots_in, told
from rutinmotor.text.document import LIMIT, Document, decoded, read_document

_JSON = (".json",)
_LINES = (".jsonl", ".ndjson")
_YAML = (".yaml", ".yml")
# A log that fills the longest text has some ten bytes to a value.
_MOST_VALUES = 500_000


class CaseRead(NamedTuple):
    """One case of a file: the case, or None and what is wrong; the id also where only the rest cannot be read."""

    case: Case | None
    id: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_case(data: Mapping[str, Any]) -> Case:
    """Read plain data in the shape of a case file; days may also be dates and datetimes, lists also tuples.

    Texts are normalised (Unicode NFC), and nothing is kept that the caller could change.

    Raises:
        CaseError: the data have another shape; it carries every fault, each with its path in the data.
    """
    case, _, faults = read_shape(data, (), lambda path: None)
    if case is None:
        raise CaseError(told(faults, lambda path: Spot(), within=0))
    return case


def read_cases(name: str, data: bytes) -> Iterator[CaseRead]:
    """Read a file's cases by its name's ending: one case or a list of them in JSON or YAML, one a line in JSON Lines.

    With another ending, as of standard input, it is what the text looks like. A case that cannot be read stops no
    other; a text that cannot be read on gives one last CaseRead without a case.
    """
    ending = name.lower()
    if ending.endswith(_LINES):
        return read_case_lines(name, BytesIO(data))
    if ending.endswith(_YAML):
        return _yaml(name, data)
    text, fault = decoded(name, data)
    if text is None:
        return iter((CaseRead(None, None, (fault,) if fault else ()),))
    if ending.endswith(_JSON):
        return _json(name, text)
    kind = _kind(name, text)
    if kind in _LINES:
        return read_case_lines(name, BytesIO(data))
    return _json(name, text) if kind in _JSON else _yaml(name, data)


def read_case_lines(name: str, lines: Iterable[bytes]) -> Iterator[CaseRead]:
    """Read one JSON case from each line, as the lines come; blank ones are passed over. Lines are counted from 1."""
    for number, line in enumerate(lines, start=1):
        text, fault = decoded(name, line)
        if text is None or fault is not None:
            yield CaseRead(None, None, (_on_line(fault, name, number),) if fault else ())
            if _is_wide(fault):
                return
            continue
        if after_blanks(text, 0) == len(text):
            continue
        try:
            value, at = one_value(name, text, number)
        except JsonFault as refusal:
            yield CaseRead(None, None, (refusal.diagnostic,))
        else:
            yield _from_json(name, text, value, at, Place(name, number, 1))


def once_each(reads: Iterable[tuple[str, CaseRead]]) -> Iterator[tuple[str, CaseRead]]:
    """Let a case whose id another has had, in whichever file, be an error that names both places (RM633).

    Each case comes with the name of its file. Ids are remembered, and no cases.
    """
    seen: dict[str, Place] = {}
    for file, read in reads:
        if read.id is None:
            yield file, read
            continue
        place = read.case.place if read.case is not None else None
        place = place or Place(file, 1, 1)
        first = seen.setdefault(read.id, place)
        if first is place:
            yield file, read
        else:
            twice = diagnose("RM633", place, further=(first,), id=read.id)
            yield file, CaseRead(None, read.id, (*read.diagnostics, twice))


def _json(name: str, text: str) -> Iterator[CaseRead]:
    at = Point(0).onward(text, after_blanks(text, 0))
    if at.offset == len(text):
        yield CaseRead(None, None, (diagnose("RM010", Place(name, 1, 1)),))
        return
    try:
        parts = parts_of_list(name, text, at) if text[at.offset] == "[" else iter((one_value(name, text),))
        for value, start in parts:
            yield _from_json(name, text, value, start, start.place(name))
    except JsonFault as refusal:
        yield CaseRead(None, None, (refusal.diagnostic,))


def _from_json(name: str, text: str, value: Any, at: Point, place: Place) -> CaseRead:
    """Read one case; its events have the case's place, as only faults are worth a search for their own."""
    case, case_id, faults = read_shape(value, (), lambda path: place)
    if not faults:
        return CaseRead(case, case_id)
    spots = json_spots(name, text, at, [fault.path for fault in faults])
    return CaseRead(None, case_id, told(faults, lambda path: spots.get(path, Spot()), otherwise=place, within=0))


def _yaml(name: str, data: bytes) -> Iterator[CaseRead]:
    document, faults = read_document(name, data, most_values=_MOST_VALUES)
    if document is None:
        yield CaseRead(None, None, faults)
    elif isinstance(document.data, list):
        for number, part in enumerate(document.data):
            yield read_placed(document, (number,), part)
    else:
        yield read_placed(document, (), document.data)


def read_placed(document: Document, path: Path, data: Any) -> CaseRead:
    """Read the case `data` that stands at a path within a document."""
    case, case_id, faults = read_shape(data, path, document.place_of)
    return CaseRead(case, case_id, told(faults, spots_in(document), within=len(path)))


def _kind(name: str, text: str) -> str:
    """The ending that the name of such a text should have."""
    start = after_blanks(text, 0)
    if not text.startswith(("{", "["), start):
        return _YAML[0]
    try:
        end = after_blanks(text, decode(name, text, Point(start))[1])
    except JsonFault:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and all(line.startswith("{") for line in lines):
            return _LINES[0]
        # What is too large for YAML was hardly meant as YAML.
        return _YAML[0] if len(text) <= LIMIT else _JSON[0]
    if end == len(text):
        return _JSON[0]
    return _LINES[0] if text.startswith("{", start) else _YAML[0]


def _on_line(fault: Diagnostic, name: str, number: int) -> Diagnostic:
    return replace(fault, place=Place(name, number, fault.place.column if fault.place else 1))


def _is_wide(fault: Diagnostic | None) -> bool:
    """Whether a line is of a text whose every line would be refused alike."""
    return fault is not None and str(dict(fault.values).get("encoding", "")).startswith("UTF-")
