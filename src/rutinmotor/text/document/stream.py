"""Text in, the parser's events out; the only use of ruamel.yaml, and of it only the C parser's stream of events."""

from collections.abc import Iterator
from typing import Protocol, cast


class Mark(Protocol):
    """A point in the text; all three count from 0, in characters."""

    line: int
    column: int
    index: int


class Event(Protocol):
    """What the parser met; the properties below `end_mark` are there for the kinds of event that have them."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool | None


class _Parser(Protocol):
    def get_event(self) -> Event | None: ...


class _Trouble(Protocol):
    context: str | None
    problem: str | None
    problem_mark: Mark | None
    context_mark: Mark | None


class SyntaxFault(Exception):
    """The parser cannot go on: its own words, where it stopped, and where the thing that it was in began."""

    def __init__(self, context: str, problem: str, mark: Mark | None, opened: Mark | None) -> None:
        super().__init__(context, problem)
        self.context = context
        self.problem = problem
        self.mark = mark
        self.opened = opened


def events(text: str) -> Iterator[Event]:
    """Go through the text event by event, reading no further than the caller asks; raises SyntaxFault."""
    from ruamel.yaml.cyaml import CParser  # pyright: ignore[reportUnknownVariableType]
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        parser = cast("_Parser", CParser(text))
        while (event := parser.get_event()) is not None:
            yield event
    except MarkedYAMLError as error:
        trouble = cast("_Trouble", error)
        raise SyntaxFault(
            trouble.context or "", trouble.problem or "", trouble.problem_mark, trouble.context_mark
        ) from None
    except YAMLError:
        raise SyntaxFault("", "", None, None) from None
