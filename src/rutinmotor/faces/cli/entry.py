"""Arguments and environment in, an exit status out; answers what is simple itself, else starts the one command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

import rutinmotor
from rutinmotor.faces.cli.commands import COMMANDS
from rutinmotor.faces.cli.language import language_of, take_language
from rutinmotor.faces.cli.misuse import Misuse, unknown

if TYPE_CHECKING:
    from rutinmotor.ground.diagnostics import Lang

DONE, FINDINGS, IMPOSSIBLE = 0, 1, 2
# As a shell tells of a program that a signal has ended: 128 and the signal's number.
_INTERRUPTED, _PIPE_CLOSED = 130, 141
_STDOUT = 1


def front(args: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run what the arguments ask for, and give the exit status: 0 done, 1 done with findings, 2 could not be done."""
    lang = language_of(environ)
    # A program may be started without them; then nobody asks for the answer, only for the status. What is printed to
    # no stream at all would go to standard output, and so a remark into an answer.
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter gets another sign for it, not a fault.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    try:
        lang, rest = take_language(args, lang)
    except Misuse as misuse:
        return _refuse(misuse, lang)
    return _guarded(lambda: _run(rest, lang), lang)


def _nowhere() -> TextIO:
    return os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def _run(args: Sequence[str], lang: Lang) -> int:
    if not args:
        return _print_help(lang, sys.stderr) or IMPOSSIBLE
    first = args[0]
    if first in ("--help", "-h"):
        return _print_help(lang, sys.stdout)
    if first == "--version":
        print(f"rutinmotor {rutinmotor.__version__}")
        return DONE
    try:
        if first not in (command.name for command in COMMANDS):
            raise _no_command(first)
        # Only now, as it takes longer than all the rest.
        from rutinmotor.faces.cli.running import run_command

        return run_command(first, args[1:], lang)
    except Misuse as misuse:
        return _refuse(misuse, lang)


def _no_command(word: str) -> Misuse:
    from rutinmotor.ground.diagnostics import nearest

    names = [command.name for command in COMMANDS]
    if word.startswith("-"):
        return Misuse(
            f"Valet {word} hör till ett kommando, och kommandot ska stå först.",
            f"The option {word} belongs to a command, and the command comes first.",
        )
    near = nearest(word, names)
    return unknown("Kommandot", "command", word, [near] if near else [], names)


_ABOUT = (
    "Vem ska göra vad, efter vilken händelse och inom vilken tid.",
    "Who must do what, after which event, within what time.",
)
_USAGE = ("Användning: rutinmotor KOMMANDO [VAL]...", "Usage: rutinmotor COMMAND [OPTION]...")
_OPTIONS = (
    ("--lang", "sv eller en; annars avgör datorns språkinställning.", "sv or en; else the locale decides."),
    ("--version", "Visa versionen.", "Show the version."),
    ("--help", "Visa hjälp; efter ett kommando, hjälp om det.", "Show help; after a command, help on that."),
)


def _print_help(lang: Lang, stream: TextIO) -> int:
    chosen = 0 if lang == "sv" else 1
    lines = [_ABOUT[chosen], "", _USAGE[chosen], "", ("Kommandon:", "Commands:")[chosen]]
    width = max(len(command.name) for command in COMMANDS) + 2
    lines += [f"  {name:{width}}{wordings[chosen]}" for name, *wordings in COMMANDS]
    lines += ["", ("Val:", "Options:")[chosen]]
    lines += [f"  {name:{width}}{wordings[chosen]}" for name, *wordings in _OPTIONS]
    print("\n".join(lines), file=stream)
    return DONE


def _refuse(misuse: Misuse, lang: Lang) -> int:
    """Say on stderr what cannot be done, and what is wrong in which files."""
    if misuse.diagnostics:
        from rutinmotor.faces.cli.screen import show_findings

        show_findings(misuse.diagnostics, lang, sys.stderr)
    print(f"rutinmotor: {misuse.said(lang)}", file=sys.stderr)
    return IMPOSSIBLE


def _guarded(action: Callable[[], int], lang: Lang) -> int:
    """Run something to its end, and end quietly when the reader of a pipe has left or the user has had enough.

    Files that cannot be read are told of by those who read them; here it is the answer that cannot be written.
    """
    try:
        status = action()
        # The language server closes it when the editor has left.
        if not sys.stdout.closed:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return _PIPE_CLOSED
    except OSError as error:
        _drop_output()
        reason = f": {error.strerror}" if error.strerror else ""
        return _refuse(
            Misuse(f"Svaret går inte att skriva{reason}.", f"The answer cannot be written{reason}."),
            lang,
        )
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _drop_output() -> None:
    # What is left in the buffer would be written, and fail again, on the way out.
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STDOUT)
