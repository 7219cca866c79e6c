"""A path and what shall stand there in, the file written whole or not at all out; for edits and for new files."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from rutinmotor.faces.cli.misuse import Misuse


def write_over(path: str | Path, data: bytes, was: bytes) -> None:
    """Put `data` in the place of a file that still holds `was`; its rights stay, and a link still leads to it.

    Whoever reads the file, at whatever moment, also after a crash, finds the old text or the new one.

    Raises:
        Misuse: the file holds something else by now, or cannot be written; then it is as it was.
    """
    try:
        _replace(Path(os.path.realpath(path)), data, was)
    except OSError as error:
        raise unwritten(path, error) from None
    except _Changed:
        raise Misuse(
            f"Filen {path} har ändrats av någon annan under tiden. Ingenting är skrivet; försök igen.",
            f"The file {path} has been changed by someone else meanwhile. Nothing is written; try again.",
        ) from None


def write_fresh(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; a link that leads nowhere is there, too.

    Raises:
        Misuse: it is there, or cannot be written; then nothing of it is.
    """
    try:
        path.open("xb").close()
    except FileExistsError:
        raise Misuse(
            f"Filen {path} finns redan. Välj ett annat namn, eller skriv över den med --force.",
            f"The file {path} is there already. Choose another name, or write over it with --force.",
        ) from None
    except OSError as error:
        raise unwritten(path, error) from None
    try:
        write_over(path, data, b"")
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def unwritten(path: str | Path, error: OSError) -> Misuse:
    """Say that a file cannot be written, and why."""
    sv, en = reason_of(error)
    return Misuse(f"Filen {path} går inte att skriva{sv}.", f"The file {path} cannot be written{en}.")


def reason_of(error: OSError) -> tuple[str, str]:
    """Say in both languages, after a colon, why a file or folder could not be written; the system knows but English."""
    en = f": {error.strerror}" if error.strerror else ""
    sv = _REASONS.get(error.errno or 0)
    return (f": {sv}" if sv else en), en


_REASONS: Final = {
    errno.ENOENT: "mappen finns inte",
    errno.ENOTDIR: "en del av sökvägen är ingen mapp",
    errno.EISDIR: "det är en mapp",
    errno.EEXIST: "det finns redan en fil med det namnet",
    errno.EACCES: "du har inte rätt att skriva där",
    errno.EPERM: "du har inte rätt att skriva där",
    errno.EROFS: "disken går bara att läsa",
    errno.ENOSPC: "disken är full",
    errno.ENAMETOOLONG: "namnet är för långt",
}


class _Changed(Exception):
    """The file does not hold what was read."""


def _replace(path: Path, data: bytes, was: bytes) -> None:
    # In the same folder, as only there a file can take another's place at once; the dot hides it from all who read
    # the folder's rules meanwhile.
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.chmod(name, stat.S_IMODE(path.stat().st_mode))
            os.fsync(file.fileno())
        if path.read_bytes() != was:
            raise _Changed
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    _keep_name(path.parent)


def _keep_name(folder: Path) -> None:
    """Let the new name, too, outlive a crash; where folders cannot be opened the system sees to it in its own time."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
