"""The parser's events in, plain data with places and the faults of the text out; strict, and goes on after a fault."""

import re
from dataclasses import dataclass, field

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose
from rutinmotor.text.document.characters import MOST_MARKS, composed_of, forbidden, hidden_in
from rutinmotor.text.document.escapes import Loans
from rutinmotor.text.document.placed import Document, Plain, Spot
from rutinmotor.text.document.scalars import MOST_DIGITS, NotCountable, plain_value
from rutinmotor.text.document.stream import Event, Mark

MOST_LEVELS = 32
_SHOWN_LENGTH = 60
_COMMENT_IN_HEAD = re.compile(r"[|>][-+0-9]*#")


@dataclass(slots=True)
class _Open:
    """A mapping or a list that has begun and not yet ended."""

    data: dict[str, Plain] | list[Plain]
    line: int
    column: int
    is_key: bool
    is_flow: bool
    parts: dict[str | int, Spot] = field(default_factory=dict[str | int, Spot])
    keys: dict[str | int, tuple[int, int]] = field(default_factory=dict[str | int, tuple[int, int]])
    key: str | None = None
    awaits_key: bool = True


class Builder:
    """Takes events one by one; what it could not accept is in `faults`, and takes the value None meanwhile."""

    def __init__(self, source: str, text: str, most_values: int, most_faults: int, loans: Loans) -> None:
        self.faults: list[Diagnostic] = []
        self.last_scalar: Event | None = None
        self._source = source
        self._text = text
        self._most_values = most_values
        self._most_faults = most_faults
        self._loans = loans
        self._values = 0
        self._open: list[_Open] = []
        self._first_document: Place | None = None
        self._root: tuple[Plain, Spot] | None = None
        self._is_stopped = False
        self._takers = {
            "ScalarEvent": self._scalar,
            "MappingStartEvent": self._begin,
            "SequenceStartEvent": self._begin,
            "MappingEndEvent": self._end,
            "SequenceEndEvent": self._end,
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._document,
            "StreamEndEvent": self._stream_end,
        }

    def take(self, event: Event) -> bool:
        """Take one event; False when what follows is not worth reading."""
        taker = self._takers.get(type(event).__name__)
        if taker is not None:
            taker(event)
        return not self._is_stopped and len(self.faults) < self._most_faults

    def document(self) -> Document | None:
        """The document, where the events made one."""
        return Document(self._source, *self._root) if self._root else None

    @property
    def bracket(self) -> Place | None:
        """Where the innermost bracket stands that is open."""
        frame = next((frame for frame in reversed(self._open) if frame.is_flow), None)
        return Place(self._source, frame.line, frame.column) if frame else None

    def _fault(self, code: str, mark: Mark, /, *, further: tuple[Place, ...] = (), **values: str | int) -> None:
        self.faults.append(diagnose(code, self._place(mark), further=further, **values))

    def _stop(self, code: str, mark: Mark, limit: int) -> None:
        self._fault(code, mark, limit=limit)
        self._is_stopped = True

    def _place(self, mark: Mark) -> Place:
        return Place(self._source, mark.line + 1, mark.column + 1)

    def _document(self, event: Event) -> None:
        if self._first_document is None:
            self._first_document = self._place(event.start_mark)
        else:
            self._fault("RM037", event.start_mark, further=(self._first_document,))
            self._is_stopped = True

    def _stream_end(self, event: Event) -> None:
        if self._first_document is None:
            self.faults.append(diagnose("RM010", Place(self._source, 1, 1)))

    def _scalar(self, event: Event) -> None:
        self.last_scalar = event
        self._refuse_properties(event)
        frame = self._open[-1] if self._open else None
        if frame is None and not event.style and not event.value and event.tag is None:
            self.faults.append(diagnose("RM010", Place(self._source, 1, 1)))
        if frame is not None and isinstance(frame.data, dict) and frame.awaits_key:
            frame.key = self._key(event, frame)
            frame.awaits_key = False
        else:
            self._put(self._value(event), _spot(event), event)

    def _alias(self, event: Event) -> None:
        self._fault("RM032", event.start_mark, name=_cut(event.anchor or ""))
        frame = self._open[-1] if self._open else None
        if frame is not None and isinstance(frame.data, dict) and frame.awaits_key:
            frame.key, frame.awaits_key = None, False
        else:
            self._put(None, _spot(event), event)

    def _begin(self, event: Event) -> None:
        self._refuse_properties(event)
        if len(self._open) >= MOST_LEVELS:
            self._stop("RM039", event.start_mark, MOST_LEVELS)
            return
        frame = self._open[-1] if self._open else None
        is_key = frame is not None and isinstance(frame.data, dict) and frame.awaits_key
        if is_key:
            self._fault("RM034", event.start_mark)
        data: dict[str, Plain] | list[Plain] = {} if type(event).__name__ == "MappingStartEvent" else []
        self._open.append(
            _Open(data, event.start_mark.line + 1, event.start_mark.column + 1, is_key, event.flow_style is True)
        )

    def _end(self, event: Event) -> None:
        frame = self._open.pop()
        if frame.is_key:
            self._open[-1].key, self._open[-1].awaits_key = None, False
        else:
            self._put(frame.data, Spot(frame.line, frame.column, frame.parts, frame.keys), event)

    def _put(self, value: Plain, spot: Spot, event: Event) -> None:
        self._values += 1
        if self._values > self._most_values:
            self._stop("RM040", event.start_mark, self._most_values)
        if not self._open:
            self._root = (value, spot)
            return
        frame = self._open[-1]
        if isinstance(frame.data, list):
            frame.parts[len(frame.data)] = spot
            frame.data.append(value)
            return
        if frame.key is not None:
            if value is None and frame.is_flow and ":" in frame.key and event.start_mark.index == event.end_mark.index:
                # {days:3} is a key "days:3" without a value.
                key = frame.key.partition(":")[0]
                self.faults.append(diagnose("RM013", Place(self._source, *frame.keys[frame.key]), key=_cut(key)))
            frame.data[frame.key] = value
            frame.parts[frame.key] = spot
        frame.awaits_key = True

    def _key(self, event: Event, frame: _Open) -> str | None:
        """The key, or None where there is none to use; a repeated key is a fault, and its later value is kept."""
        if not event.style and event.value == "<<":
            self._fault("RM033", event.start_mark)
            return None
        value = self._value(event, is_key=True)
        if not isinstance(value, str):
            return None
        here = (event.start_mark.line + 1, event.start_mark.column + 1)
        if (first := frame.keys.get(value)) is not None:
            further = (Place(self._source, *first),)
            self._fault("RM038", event.start_mark, further=further, key=_cut(value), first=first[0])
        else:
            frame.keys[value] = here
        return value

    def _value(self, event: Event, is_key: bool = False) -> Plain:
        text = self._loans.restored(event.value)
        if text is None:
            self._fault("RM019", event.start_mark)
            return ""
        if event.style:
            return self._quoted(text, event)
        try:
            value = plain_value(text)
        except NotCountable as fault:
            if is_key:
                self._fault("RM035", event.start_mark, key=_cut(text))
            elif fault.code == "RM041":
                self._fault("RM041", event.start_mark, digits=fault.digits, limit=MOST_DIGITS)
            else:
                self._fault("RM042", event.start_mark, value=_cut(text))
            return None
        if isinstance(value, str):
            return self._composed(value, event)
        if is_key:
            self._fault("RM035", event.start_mark, key=_cut(text))
        return value

    def _quoted(self, text: str, event: Event) -> str:
        if event.style in ("|", ">") and _COMMENT_IN_HEAD.match(self._text, event.start_mark.index):
            # The parser would pass over the rest of the line as a comment.
            self._fault("RM020", event.start_mark, sign=event.style)
        if event.style == '"' and (char := hidden_in(text)) is not None:
            self.faults.append(forbidden(self._place(event.start_mark), char))
        return self._composed(text, event)

    def _composed(self, text: str, event: Event) -> str:
        if text.isascii():
            return text
        composed = composed_of(text)
        if composed is None:
            self._fault("RM044", event.start_mark, limit=MOST_MARKS)
            return ""
        return composed

    def _refuse_properties(self, event: Event) -> None:
        if event.tag is not None:
            self._fault("RM030", event.start_mark, tag=_cut(self._written(event.tag)))
        if event.anchor is not None:
            self._fault("RM031", event.start_mark, name=_cut(event.anchor))

    def _written(self, tag: str) -> str:
        tag = self._loans.restored(tag) or tag
        return tag.replace("tag:yaml.org,2002:", "!!", 1)


def _spot(event: Event) -> Spot:
    return Spot(event.start_mark.line + 1, event.start_mark.column + 1)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"
