"""Arguments and environment in, the language to speak and the other arguments out; asked first by `front`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rutinmotor.faces.cli.misuse import Misuse

if TYPE_CHECKING:
    from rutinmotor.ground.diagnostics import Lang

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environ: Mapping[str, str]) -> Lang:
    """Give the language that the locale asks for: English where it begins with `en`, else Swedish."""
    locale = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    return "en" if locale.lower().startswith("en") else "sv"


def take_language(args: Sequence[str], locale: Lang) -> tuple[Lang, list[str]]:
    """Take `--lang` out of the arguments, wherever it stands before `--`; without it the locale decides.

    Raises:
        Misuse: no language after it, or one that is not spoken.
    """
    lang: Lang = locale
    rest: list[str] = []
    waiting = list(args)
    while waiting:
        one = waiting.pop(0)
        if one == "--":
            return lang, [*rest, one, *waiting]
        if one != "--lang" and not one.startswith("--lang="):
            rest.append(one)
            continue
        value = one.partition("=")[2] if "=" in one else (waiting.pop(0) if waiting else "")
        if value not in ("sv", "en"):
            raise Misuse(f"--lang är sv eller en, inte ”{value}”.", f"--lang is sv or en, not '{value}'.")
        lang = "sv" if value == "sv" else "en"
    return lang, rest
