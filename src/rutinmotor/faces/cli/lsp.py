"""An editor on standard input in, its language server out; the command `lsp`."""

from __future__ import annotations

import gc
import logging
from datetime import date
from importlib.util import find_spec
from typing import Annotated

import typer

from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.options import day_of

# So many more objects before those that refer to each other in circles are looked for.
_NEW_OBJECTS = 100_000


def run(
    context: typer.Context,
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar=both("DAG", "DAY"),
            help=both(
                "Dagen som räknas som idag när en sista dag visas.",
                "The day that counts as today where a last day shows.",
            ),
        ),
    ] = None,
) -> int:
    """Speak the language server protocol on standard input and output, until the editor leaves.

    The status is what the protocol asks for: 1 after `exit` without a `shutdown` before it, else 0.
    """
    day = day_of(at, "--at")
    if find_spec("pygls") is None:
        raise Misuse(
            "Språkservern behöver paketet pygls. Installera det med: pip install 'rutinmotor[lsp]'",
            "The language server needs the package pygls. Install it with: pip install 'rutinmotor[lsp]'",
        )
    # Only now, as it is not there without the extra.
    from rutinmotor.faces.lsp import make_server

    # What is read of long rule files lives on, and to look through it again and again takes a quarter of the time.
    gc.set_threshold(_NEW_OBJECTS)
    _log_plainly()
    server = make_server(lambda: day or date.today(), context.obj)
    server.start_io()
    return server.status


# What pygls says when it could not send that it could not send.
_NOT_SENT_EITHER = "Failed to report error"


class _Plain(logging.Formatter):
    """What libraries log, with an error as one line: editors show standard error to the user."""

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        told = f": {type(error).__name__}: {error}" if error else ""
        return " ".join(f"{record.getMessage()}{told}".splitlines())


def _log_plainly() -> None:
    def is_told(record: logging.LogRecord) -> bool:
        # That an editor is gone is how it leaves at times: its pipe is broken then, or closed already by our own end.
        error = record.exc_info[1] if record.exc_info else None
        is_gone = isinstance(error, ConnectionError) or (isinstance(error, ValueError) and "closed file" in str(error))
        return not (is_gone or record.getMessage() == _NOT_SENT_EITHER)

    handler = logging.StreamHandler()
    handler.setFormatter(_Plain())
    handler.addFilter(is_told)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
