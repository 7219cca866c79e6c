"""A command's name and arguments in, its exit status out: imports the command's own file, and only that."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import typer
import typer.main

from rutinmotor.faces.cli.forms import joined
from rutinmotor.faces.cli.help import help_lines
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.screen import look_for, show
from rutinmotor.ground.diagnostics import Lang

# The errors of a command line stand together; of them typer exports one, and from where differs between its versions.
_ERRORS: Any = import_module(typer.BadParameter.__module__)


def run_command(name: str, args: Sequence[str], lang: Lang) -> int:
    """Parse a command's arguments and run it.

    Raises:
        Misuse: arguments that the command does not take, or what the command itself refuses.
    """
    module = import_module(f"rutinmotor.faces.cli.{name}")
    command = _command(name, module.run)
    if hasattr(module, "FORMS"):
        command = joined(name, command, {form: _command(name, function) for form, function in module.FORMS.items()})
    if _asks_for_help(args):
        show(help_lines(name, command.params, look_for(sys.stdout, lang)), sys.stdout)
        return 0
    try:
        with command.make_context(f"rutinmotor {name}", list(args), obj=lang) as context:
            if context.args:
                many = " ".join(context.args)
                raise Misuse(f"Det står för mycket: {many}.", f"There is too much: {many}.")
            return command.invoke(context)
    except _ERRORS.ClickException as error:
        raise _misuse_of(error, name) from None


def _command(name: str, function: Callable[..., Any]) -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    # Help is written here, in two languages; what is left over is refused here, in two languages.
    settings: dict[Any, Any] = {"help_option_names": [], "allow_extra_args": True}
    app.command(name, context_settings=settings)(function)
    return typer.main.get_command(app)


def _asks_for_help(args: Sequence[str]) -> bool:
    options = args[: args.index("--")] if "--" in args else args
    return "--help" in options or "-h" in options


def _misuse_of(error: Any, name: str) -> Misuse:
    """Say in both languages what typer found wrong with the arguments."""
    hint_sv, hint_en = f"Se rutinmotor {name} --help.", f"See rutinmotor {name} --help."
    option = str(getattr(error, "option_name", ""))
    if isinstance(error, _ERRORS.NoSuchOption):
        guesses = sorted(getattr(error, "possibilities", None) or ())
        near = [guess for guess in guesses if guess.startswith(option)] or guesses
        sv = f" Menade du {' eller '.join(near)}?" if near else ""
        en = f" Did you mean {' or '.join(near)}?" if near else ""
        return Misuse(f"Valet {option} finns inte.{sv} {hint_sv}", f"There is no option {option}.{en} {hint_en}")
    if isinstance(error, _ERRORS.BadOptionUsage):
        return Misuse(f"Efter {option} saknas ett värde. {hint_sv}", f"A value is missing after {option}. {hint_en}")
    if isinstance(error, _ERRORS.MissingParameter):
        sv, _, en = str(getattr(getattr(error, "param", None), "metavar", "")).replace("...", "").partition("\n")
        return Misuse(f"{sv} saknas. {hint_sv}", f"{en} is missing. {hint_en}")
    told = str(error.format_message())
    return Misuse(f"Argumenten går inte att tolka: {told} {hint_sv}", f"{told} {hint_en}")
