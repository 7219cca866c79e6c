"""A command's own formats in, what its `--format` can be, its help and the writing of its answer out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import typer

from rutinmotor.faces.cli.formats.output import Format
from rutinmotor.faces.cli.formats.registry import FORMATS
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.options import word_of
from rutinmotor.faces.cli.screen import speak_utf8
from rutinmotor.ground.diagnostics import Lang

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Own(Generic[A]):
    """A format that one command alone has; `meant` are other words for it, for the sake of a guess."""

    name: str
    write: Callable[[A, Lang], None]
    meant: tuple[str, ...] = ()


class WholeFormats(Generic[A]):
    """The formats of a command whose answer is one record: for people, those of every command, its own for programs.

    The first of those for people holds where `--format` is not given.
    """

    def __init__(
        self,
        people: Sequence[Own[A]],
        record: Callable[[A], object],
        own: Sequence[Own[A]] = (),
    ) -> None:
        self._record = record
        self._shared = {one.name: one.whole for one in FORMATS if one.whole is not None}
        self._own = {one.name: one for one in (*people, *own)}
        self._names = (*(one.name for one in people), *self._shared, *(one.name for one in own))

    def option(self) -> Any:
        """Give the option `--format`, with help that names them all."""
        return _option(self._names)

    def read(self, word: str) -> str:
        """Read the name of a format.

        Raises:
            Misuse: it is none of those that the command has; the nearest is offered.
        """
        return word_of(
            word, "--format", self._names, {word: one.name for one in self._own.values() for word in one.meant}
        )

    def write(self, name: str, answer: A, lang: Lang) -> None:
        """Write an answer to standard output."""
        if name in self._own:
            self._own[name].write(answer, lang)
        else:
            speak_utf8()
            sys.stdout.write(self._shared[name](self._record(answer)))


class PartFormats:
    """The formats of a command whose answer comes part by part: the one for people, and those of every command."""

    def __init__(self, people: str) -> None:
        self._shared = {one.name: one for one in FORMATS}
        self._names = (people, *self._shared)

    def option(self) -> Any:
        """Give the option `--format`, with help that names them all."""
        return _option(self._names)

    def read(self, word: str) -> Format | None:
        """Read the name of a format; None is the one for people.

        Raises:
            Misuse: it is none of those that the command has; the nearest is offered.
        """
        return self._shared.get(word_of(word, "--format", self._names))


def _option(names: Sequence[str]) -> Any:
    most, last = ", ".join(names[:-1]), names[-1]
    return typer.Option("--format", metavar="FORMAT\nFORMAT", help=both(f"{most} eller {last}.", f"{most} or {last}."))
