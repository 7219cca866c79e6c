"""Where and why the parser stopped in, a diagnostic in the author's own terms out; asked when a text is not YAML."""

import re
from dataclasses import dataclass

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose
from rutinmotor.text.document.stream import Event, Mark, SyntaxFault

_BREAK = re.compile(r"\r\n|\r|\n")
_TAB_INDENT = re.compile(r"^(?: |-(?=[ \t]))*\t")
_SHOWN_LENGTH = 40
# Longer ones are no keys to the parser.
_LONGEST_KEY = 1024


@dataclass(frozen=True, slots=True)
class _Stop:
    """The stop as the recognisers below see it; lines and columns count from 0."""

    source: str
    lines: list[str]
    context: str
    problem: str
    line: int
    column: int
    opened: Mark | None
    quoted: Event | None
    bracket: Place | None

    @property
    def before(self) -> str:
        return self.lines[self.line][: self.column]

    @property
    def char(self) -> str:
        return self.lines[self.line][self.column : self.column + 1]

    @property
    def here(self) -> Place:
        return self.at(self.line, self.column)

    @property
    def start(self) -> Place:
        """Where the thing that the parser was in began, or else where it stopped."""
        return self.at(self.opened.line, self.opened.column) if self.opened else self.here

    @property
    def from_start(self) -> str:
        """The rest of the line from there."""
        return self.lines[self.opened.line][self.opened.column :] if self.opened else ""

    def at(self, line: int, column: int) -> Place:
        return Place(self.source, line + 1, column + 1)


def explained(source: str, text: str, fault: SyntaxFault, last: Event | None, bracket: Place | None) -> Diagnostic:
    """Say what the author probably did; `last` is the key or value read last, `bracket` the open one."""
    lines = _BREAK.split(text)
    line, column = (fault.mark.line, fault.mark.column) if fault.mark else (0, 0)
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    opened = fault.opened if fault.opened and fault.opened.line < len(lines) else None
    quoted = last if last and last.style in ("'", '"') else None
    stop = _Stop(source, lines, fault.context, fault.problem, line, column, opened, quoted, bracket)
    for recognised in _RECOGNISERS:
        diagnostic = recognised(stop)
        if diagnostic is not None:
            return diagnostic
    return diagnose("RM011", stop.here)


def _property(stop: _Stop) -> Diagnostic | None:
    word = re.split(r"[\s,\[\]{}]", stop.from_start, maxsplit=1)[0][:_SHOWN_LENGTH]
    if "tag handle" in stop.problem or stop.context.endswith(" tag"):
        return diagnose("RM030", stop.start, tag=word)
    if stop.context.endswith(" anchor"):
        return diagnose("RM031", stop.start, name=word[1:])
    if stop.context.endswith(" alias"):
        return diagnose("RM032", stop.start, name=word[1:])
    if stop.context.endswith(" directive"):
        return diagnose("RM036", stop.start)
    return None


def _within_quotes(stop: _Stop) -> Diagnostic | None:
    if not stop.context.endswith("quoted scalar"):
        return None
    if "end of stream" in stop.problem or "document indicator" in stop.problem:
        return diagnose("RM015", stop.start)
    return diagnose("RM019", stop.here)


def _tab(stop: _Stop) -> Diagnostic | None:
    indent = _TAB_INDENT.match(stop.lines[stop.line])
    if indent is None or "flow" in stop.context:
        return None
    return diagnose("RM012", stop.at(stop.line, indent.end() - 1))


def _reserved(stop: _Stop) -> Diagnostic | None:
    if stop.context.endswith("block scalar"):
        return diagnose("RM020", stop.start, sign=stop.from_start[:1])
    if "mapping keys" in stop.problem:
        return diagnose("RM020", stop.here, sign="?")
    if "cannot start any token" in stop.problem and stop.char in ("@", "`", "%", "|", ">"):
        return diagnose("RM020", stop.here, sign=stop.char)
    return None


def _dash(stop: _Stop) -> Diagnostic | None:
    if "block sequence entries" not in stop.problem:
        return None
    return diagnose("RM021" if stop.before.strip() else "RM017", stop.here)


def _colon_missing(stop: _Stop) -> Diagnostic | None:
    if "expected ':'" not in stop.problem and "unexpected ':'" not in stop.problem:
        return None
    rest = stop.from_start
    if rest[:1] in ("'", '"'):
        return diagnose("RM015", stop.start)
    key = re.split(r"[:,\[\]{}#]", rest, maxsplit=1)[0].strip()
    if '"' in key or "'" in key:
        return diagnose("RM018", stop.start)
    return diagnose("RM013", stop.start, key=key[:_SHOWN_LENGTH])


def _colon_again(stop: _Stop) -> Diagnostic | None:
    if "mapping values" not in stop.problem:
        return None
    if re.search(r":\s", stop.before):
        return diagnose("RM014", stop.here)
    if stop.before.strip() in ("", "-"):
        return diagnose("RM022", stop.here)
    if len(stop.before.strip()) > _LONGEST_KEY:
        return None
    indent = len(stop.before) - len(stop.before.lstrip())
    above = next((n for n in range(stop.line - 1, -1, -1) if stop.lines[n].strip()), None)
    if above is not None and not re.search(r":(?:\s|$)|^\s*-(?:\s|$)", stop.lines[above]):
        word = stop.lines[above].strip()
        if word[0] in ("'", '"'):
            return diagnose("RM015", stop.at(above, stop.lines[above].index(word)))
        if len(stop.lines[above]) - len(stop.lines[above].lstrip()) == indent:
            return diagnose("RM013", stop.at(above, indent), key=word[:_SHOWN_LENGTH])
    return diagnose("RM017", stop.at(stop.line, indent))


def _after_quote(stop: _Stop) -> Diagnostic | None:
    if "did not find expected" not in stop.problem or not stop.before.rstrip().endswith(("'", '"')):
        return None
    quoted = stop.quoted
    if quoted is not None and quoted.start_mark.line < quoted.end_mark.line == stop.line:
        return diagnose("RM015", stop.at(quoted.start_mark.line, quoted.start_mark.column), further=(stop.here,))
    if "flow" in stop.context or stop.char in ("", ",", "]", "}"):
        return None
    return diagnose("RM016", stop.here)


def _bracket(stop: _Stop) -> Diagnostic | None:
    if "expected ',' or" in stop.problem and stop.opened is not None:
        opened = stop.from_start[:1]
        if stop.opened.line != stop.line or not stop.char:
            return diagnose("RM018", stop.start, further=(stop.here,), opened=opened)
        return diagnose("RM018", stop.here, further=(stop.start,), opened=opened)
    if "did not find expected" in stop.problem and stop.char in ("]", "}"):
        return diagnose("RM018", stop.here, opened=stop.char)
    return None


def _value_missing(stop: _Stop) -> Diagnostic | None:
    if "node content" in stop.problem and not stop.char and stop.bracket is not None:
        opened = stop.lines[stop.bracket.line - 1][stop.bracket.column - 1]
        return diagnose("RM018", stop.bracket, further=(stop.here,), opened=opened)
    if "node content" in stop.problem or ("did not find expected" in stop.problem and stop.char in (",", ":")):
        return diagnose("RM022", stop.here)
    return None


def _document(stop: _Stop) -> Diagnostic | None:
    if "<document start>" not in stop.problem:
        return None
    above = next((line for line in reversed(stop.lines[: stop.line]) if line.strip()), "")
    if stop.char in ("{", "[") or above.startswith("..."):
        return diagnose("RM037", stop.here)
    return diagnose("RM017", stop.here)


def _indentation(stop: _Stop) -> Diagnostic | None:
    if "expected key" in stop.problem or "'-' indicator" in stop.problem:
        return diagnose("RM017", stop.here)
    return None


_RECOGNISERS = (
    _property,
    _within_quotes,
    _tab,
    _reserved,
    _dash,
    _colon_missing,
    _colon_again,
    _after_quote,
    _bracket,
    _value_missing,
    _document,
    _indentation,
)
