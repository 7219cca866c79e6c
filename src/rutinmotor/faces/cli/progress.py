"""Cases as they go by in, a counter on a terminal's standard error out; silent in a pipe, and for short runs."""

from __future__ import annotations

import sys
from time import monotonic

from rutinmotor.faces.cli.screen import on_terminal
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.ground.words import CASE, counted

_FIRST_AFTER, _THEN_EVERY = 1.0, 0.2


class Progress:
    """Counts cases where a person waits for them; a table on the same terminal shows by itself how far it has come.

    What is `alone` on the terminal until the end shows nothing by itself.
    """

    def __init__(self, lang: Lang, *, alone: bool = False) -> None:
        self._lang: Lang = lang
        self._shown = on_terminal(sys.stderr) and (alone or not on_terminal(sys.stdout))
        self._written = False
        self._next = monotonic() + _FIRST_AFTER

    def at(self, cases: int) -> None:
        """Say how many cases have gone by, now and then."""
        if self._shown and monotonic() >= self._next:
            self._next = monotonic() + _THEN_EVERY
            self._written = True
            print(f"\r{counted(cases, CASE, self._lang)} …", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Take the counter away."""
        if self._written:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
