"""The program's own help in, the page of the command line out; every word below the first lines is what it prints."""

from __future__ import annotations

from pathlib import Path

from making.running import printed
from rutinmotor.faces.cli.commands import COMMANDS

_HEAD = """\
# Kommandoraden

Den här sidan är gjord av programmets egen hjälp (`make docs`), först på svenska och sedan på engelska. Med
`--lang sv` och `--lang en` väljer du språk; annars avgör datorns språkinställning, och svenska är det vanliga.
JSON är likadan på båda språken.

[Guiden](guide.md) visar kommandona i arbete. *English: see [below](#the-command-line).*
"""
_ENGLISH = """\
# The command line

The same pages in English. `python -m rutinmotor` is the same program. JSON is the same in both languages.
"""


def commands_page() -> str:
    """Give the page: each command's help in both languages, from real processes."""
    parts = [_HEAD, *_commands("sv"), _ENGLISH, *_commands("en")]
    return "\n".join(parts)


def _commands(lang: str) -> list[str]:
    calls = ["rutinmotor", *(f"rutinmotor {command.name}" for command in COMMANDS)]
    return [f"## {call} ({lang})\n\n```text\n{_help(call, lang)}```\n" for call in calls]


def _help(call: str, lang: str) -> str:
    return printed(f"{call} --help --lang {lang}", Path.cwd())
