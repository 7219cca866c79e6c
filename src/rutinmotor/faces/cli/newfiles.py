"""A path and a text in, a new file out; for the commands that write drafts, which must not write over anything."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.writing import reason_of, unwritten, write_fresh, write_over
from rutinmotor.workbench.scenario import kind_to_write


def write_new(path: Path, text: str, *, force: bool) -> None:
    """Write a file that is not there yet, in UTF-8; with `force` also over a scenario. Either is whole or not there.

    Raises:
        Misuse: it is there, with `force` as something else than a scenario, or cannot be written.
    """
    if force and path.exists():
        write_over(path, text.encode(), replaceable(path))
        return
    write_fresh(path, text.encode())


def replaceable(path: Path) -> bytes:
    """Give what a file holds that another scenario may take the place of: a scenario, or nothing but blanks.

    Raises:
        Misuse: it is something else, or cannot be read.
    """
    try:
        was = path.read_bytes()
    except OSError as error:
        raise unwritten(path, error) from None
    if was.strip() and kind_to_write(was) != "scenario":
        raise Misuse(
            f"Filen {path} är inget scenario, och skrivs inte över. Välj ett annat namn.",
            f"The file {path} is no scenario, and is not written over. Choose another name.",
        )
    return was


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
