"""A command's parameters in, its help page in one language out; printed by `running`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rutinmotor.faces.cli.commands import COMMANDS
from rutinmotor.ground.words import EMPTY, Column, Lang, Line, Look, Piece, beside, line, said, wrapped

_NAME_WIDTH = 28
# Kept here, as `--lang` and `--help` are taken before a command sees its arguments.
_EVERYWHERE = (("--lang sv|en", "Språk.", "Language."), ("--help, -h", "Visa den här hjälpen.", "Show this help."))


def both(sv: str, en: str) -> str:
    """Put two wordings into the one text that a parameter has for its help, or for the name of its value."""
    return f"{sv}\n{en}"


def help_lines(name: str, params: Sequence[Any], look: Look) -> list[Line]:
    """Write a command's help: how it is called, what it does, its arguments and its options, its exit status."""
    lang = look.lang
    command = next(command for command in COMMANDS if command.name == name)
    arguments = [one for one in params if one.param_type_name == "argument"]
    options = [one for one in params if one.param_type_name == "option"]
    names = " ".join(_argument(one, lang) for one in arguments)
    usage = f"rutinmotor {name} [{said(lang, 'VAL', 'OPTION')}]... {names}".rstrip()
    lines = wrapped([Piece(f"{said(lang, 'Användning', 'Usage')}: {usage}", "strong")], look.width, hanging=2)
    lines += [EMPTY, *wrapped([Piece(said(lang, command.sv, command.en))], look.width), EMPTY]
    if arguments:
        lines += [line(said(lang, "Argument:", "Arguments:"), "strong")]
        lines += _entries(((_argument(one, lang), _chosen(one.help, lang)) for one in arguments), look)
        lines.append(EMPTY)
    lines += [line(said(lang, "Val:", "Options:"), "strong")]
    lines += _entries(((_option(one, lang), _chosen(one.help, lang)) for one in options), look)
    lines += _entries(((option, said(lang, sv, en)) for option, sv, en in _EVERYWHERE), look)
    status = said(
        lang,
        "Slutstatus: 0 klart, 1 klart men något är fel eller efterfrågat, 2 gick inte att göra.",
        "Exit status: 0 done, 1 done and something is wrong or was asked for, 2 could not be done.",
    )
    return [*lines, EMPTY, *wrapped([Piece(status, "faint")], look.width)]


def _entries(entries: Iterable[tuple[str, str]], look: Look) -> list[Line]:
    width = max(look.width - _NAME_WIDTH - 4, 20)
    found: list[Line] = []
    for name, text in entries:
        told = wrapped([Piece(text)], width)
        if len(name) > _NAME_WIDTH:
            found += beside([Column([line(name)], _NAME_WIDTH)], indent=2)
            found += beside([Column([EMPTY], _NAME_WIDTH), Column(told, width)], indent=2)
        else:
            found += beside([Column([line(name)], _NAME_WIDTH), Column(told, width)], indent=2)
    return found


def _argument(one: Any, lang: Lang) -> str:
    name = _chosen(one.metavar, lang)
    return name if one.required else f"[{name}]"


def _option(one: Any, lang: Lang) -> str:
    names = ", ".join(one.opts)
    return names if one.is_flag else f"{names} {_chosen(one.metavar, lang)}"


def _chosen(text: str | None, lang: Lang) -> str:
    sv, _, en = (text or "").partition("\n")
    return said(lang, sv, en)
