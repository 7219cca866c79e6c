"""A path and a text in, a new file out; for the commands that write drafts, which must not write over anything."""

from __future__ import annotations

from pathlib import Path

from rutinmotor.cli.misuse import Misuse
from rutinmotor.cli.writing import write_over


def write_new(path: Path, text: str, *, force: bool) -> None:
    """Write a file that is not there yet, in UTF-8; with `force` also one that is, whole or not at all.

    Raises:
        Misuse: it is there, or cannot be written.
    """
    try:
        if force and path.exists():
            write_over(path, text.encode(), path.read_bytes())
            return
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Misuse(
            f"Filen {path} finns redan. Välj ett annat namn, eller skriv över den med --force.",
            f"The file {path} is there already. Choose another name, or write over it with --force.",
        ) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Misuse(
            f"Filen {path} går inte att skriva: {reason}.", f"The file {path} cannot be written: {reason}."
        ) from None


def make_folder(path: Path) -> None:
    """Make a folder, and those that it lies in, unless they are there.

    Raises:
        Misuse: it cannot be made, or is a file.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Misuse(
            f"Mappen {path} går inte att skapa: {reason}.", f"The folder {path} cannot be made: {reason}."
        ) from None
