"""Why a file could not be written, in plain Swedish for each reason that a system gives, and in its own English."""

import errno
import os

import pytest

from rutinmotor.faces.cli.writing import unwritten


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOENT, "mappen finns inte"),
        (errno.ENOTDIR, "en del av sökvägen är ingen mapp"),
        (errno.EISDIR, "det är en mapp"),
        (errno.EEXIST, "det finns redan en fil med det namnet"),
        (errno.EACCES, "du har inte rätt att skriva där"),
        (errno.EPERM, "du har inte rätt att skriva där"),
        (errno.EROFS, "disken går bara att läsa"),
        (errno.ENOSPC, "disken är full"),
        (errno.ENAMETOOLONG, "namnet är för långt"),
        (errno.ELOOP, os.strerror(errno.ELOOP)),
    ],
)
def test_a_reason_is_told(number: int, reason: str) -> None:
    told = unwritten("plan.yaml", OSError(number, os.strerror(number)))
    assert told.said("sv") == f"Filen plan.yaml går inte att skriva: {reason}."
    assert told.said("en") == f"The file plan.yaml cannot be written: {os.strerror(number)}."
