"""A path and a text in, a new file out; for the commands that write drafts, which must not write over anything."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.writing import reason_of, unwritten, write_fresh, write_over


def write_new(path: Path, text: str, *, force: bool) -> None:
    """Write a file that is not there yet, in UTF-8; with `force` also one that is. Either is whole or not there at all.

    Raises:
        Misuse: it is there, or cannot be written.
    """
    if force and path.exists():
        try:
            was = path.read_bytes()
        except OSError as error:
            raise unwritten(path, error) from None
        write_over(path, text.encode(), was)
        return
    write_fresh(path, text.encode())


def make_folder(path: Path) -> None:
    """Make a folder, and those that it lies in, unless they are there.

    Raises:
        Misuse: it cannot be made, or is a file.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sv, en = reason_of(error)
        raise Misuse(f"Mappen {path} går inte att skapa{sv}.", f"The folder {path} cannot be made{en}.") from None


def how_to_test(path: Path, rules: Sequence[str] | None) -> str:
    """Give the command that tries what was written, by the rules that it was made of."""
    given = [word for one in rules or () for word in ("--rules", one)]
    return shlex.join(["rutinmotor", "test", str(path), *given])
