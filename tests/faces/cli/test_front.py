"""What the front answers itself, without the library, and the language that it speaks."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import rutinmotor
from rutinmotor.faces.cli.commands import COMMANDS, Command
from rutinmotor.faces.cli.language import language_of, take_language
from rutinmotor.faces.cli.misuse import Misuse
from tests.faces.cli.calls import Call
from tests.wrapping import says

CLI = Path(rutinmotor.__file__).parent / "faces" / "cli"


def test_the_version(call: Call) -> None:
    assert call("--version") == (0, f"rutinmotor {rutinmotor.__version__}\n", "")


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_names_every_command(call: Call, flag: str) -> None:
    status, out, err = call(flag)
    assert (status, err) == (0, "")
    assert says(out, "Användning: rutinmotor KOMMANDO")
    for command in COMMANDS:
        assert f"  {command.name:12}{command.sv}\n" in out


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_help_fits_a_narrow_terminal_in_even_columns(call: Call, lang: str) -> None:
    lines = call("--help", "--lang", lang).out.splitlines()
    assert max(len(line) for line in lines) <= 80
    assert all(line[12:14] == "  " and line[14] != " " for line in lines if line.startswith("  "))


def test_the_commands_stand_in_the_order_of_the_work() -> None:
    """Cases, then rules and how they are tried, written and compared, then what other programs ask for."""
    names = "evaluate explain check test boundaries new record set fmt diff impact schema calendar lsp"
    assert " ".join(command.name for command in COMMANDS) == names


def test_help_in_english(call: Call) -> None:
    out = call("--lang", "en", "--help").out
    assert says(out, "Usage: rutinmotor COMMAND")
    assert all(says(out, command.en) for command in COMMANDS)


def test_without_arguments_it_helps_but_has_done_nothing(call: Call) -> None:
    status, out, err = call()
    assert (status, out) == (2, "")
    assert "Kommandon:" in err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_of_the_table_can_be_run_and_helps_in_both_languages(command: Command, call: Call) -> None:
    assert callable(import_module(f"rutinmotor.faces.cli.{command.name}").run)
    swedish, english = call(command.name, "--help"), call(command.name, "--help", LANG="en_GB.UTF-8")
    assert (swedish.status, english.status) == (0, 0)
    assert says(swedish.out, command.sv)
    assert says(swedish.out, f"Användning: rutinmotor {command.name}")
    assert says(english.out, command.en)
    assert says(english.out, f"Usage: rutinmotor {command.name}")
    assert "\n\n\n" not in swedish.out


def test_every_module_that_runs_stands_in_the_table() -> None:
    running = {path.stem for path in CLI.glob("*.py") if "\ndef run(" in path.read_text(encoding="utf-8")}
    assert running == {command.name for command in COMMANDS}


def test_simple_answers_import_neither_typer_nor_the_library() -> None:
    # By the module that the command starts with, and so with all that this imports.
    program = (
        "import sys; from rutinmotor.__main__ import front; front(['--help'], {}); front(['--version'], {});"
        "heavy = {'typer', 'rich', 'pydantic', 'ruamel', 'holidays', 'rutinmotor.engine'} & set(sys.modules);"
        "sys.exit(','.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_only_the_command_asked_for_is_imported() -> None:
    program = (
        "import sys; from rutinmotor.faces.cli.entry import front; front(['schema', '--help'], {});"
        "names = ('evaluate', 'explain', 'check', 'calendar');"
        "others = [n for n in names if f'rutinmotor.faces.cli.{n}' in sys.modules];"
        "sys.exit(','.join(others + [n for n in ('rich', 'pydantic') if n in sys.modules]) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "sv"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "C"}, "sv"),
        ({"LANG": "POSIX"}, "sv"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "sv"),
    ],
)
def test_the_locale_decides_the_language(environ: dict[str, str], lang: str) -> None:
    assert language_of(environ) == lang


@pytest.mark.parametrize(
    ("args", "lang", "rest"),
    [
        (["evaluate", "x"], "sv", ["evaluate", "x"]),
        (["--lang", "en", "evaluate", "x"], "en", ["evaluate", "x"]),
        (["evaluate", "x", "--lang=en"], "en", ["evaluate", "x"]),
        (["evaluate", "--", "--lang", "en"], "sv", ["evaluate", "--", "--lang", "en"]),
    ],
)
def test_lang_may_stand_anywhere(args: list[str], lang: str, rest: list[str]) -> None:
    assert take_language(args, "sv") == (lang, rest)


@pytest.mark.parametrize("args", [["--lang"], ["--lang", "de"], ["--lang="]])
def test_another_language_is_refused(args: list[str], call: Call) -> None:
    with pytest.raises(Misuse):
        take_language(args, "sv")
    status, out, err = call(*args)
    assert (status, out) == (2, "")
    assert says(err, "--lang är sv eller en")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["evalute"], "Kommandot ”evalute” finns inte. Menade du ”evaluate”?"),
        (["qqqqqqqqqqqq"], f"De som finns: {', '.join(command.name for command in COMMANDS)}."),
        (["--at", "2025-11-13"], "Valet --at hör till ett kommando, och kommandot ska stå först."),
        (["evaluate"], "ÄRENDE saknas. Se rutinmotor evaluate --help."),
        (["explain", "x.yaml"], "REGEL saknas. Se rutinmotor explain --help."),
        (["evaluate", "x.yaml", "--stat", "due"], "Valet --stat finns inte. Menade du --status"),
        (["evaluate", "x.yaml", "--at"], "Efter --at saknas ett värde."),
        (["calendar", "vardag", "2026", "mer"], "Det står för mycket: mer."),
        (["evaluate", "x.yaml", "--at", "imorgon"], "--at är en dag som 2025-11-13, inte ”imorgon”."),
        (["evaluate", "x.yaml", "--at", "2025-02-30"], "--at är en dag som 2025-11-13, inte ”2025-02-30”."),
        (["evaluate", "x.yaml", "--at", ""], "--at är en dag som 2025-11-13, inte ””."),
        (["explain", "x.yaml", "a.b", "--known", ""], "--known är en dag som 2025-11-13, inte ””."),
        (["evaluate", "x.yaml", "--known", "20251113"], "--known är en dag"),
        (["evaluate", "x.yaml", "--format", "jsn"], "--format kan inte vara ”jsn”. Menade du ”json”?"),
        (["evaluate", "x.yaml", "--fail-on", "due"], "--fail-on kan inte vara ”due”. Det som går är overdue."),
        (["evaluate", "x.yaml", "--unknown-events", "pass"], "Det som går är error, list."),
        (["evaluate", "x.yaml", "--status", "försenad"], "--status kan inte vara ”försenad”. Menade du ”overdue”?"),
        (["schema", "--of", "cas"], "--of är catalogue, case, scenario eller answer. Menade du ”case”?"),
        (["calendar", "vardag", "tjugo"], "Ett år skrivs som 2026, inte ”tjugo”."),
    ],
)
def test_wrong_arguments_are_told_in_words(args: list[str], told: str, call: Call) -> None:
    status, out, err = call(*args)
    assert (status, out) == (2, "")
    assert says(err, told)
    assert "Traceback" not in err


def test_wrong_arguments_in_english(call: Call) -> None:
    assert says(call("chek", LANG="en_US").err, "There is no command 'chek'. Did you mean 'check'?")
    assert says(call("evaluate", LANG="en_US").err, "CASE is missing. See rutinmotor evaluate --help.")
