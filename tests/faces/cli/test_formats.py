"""`--format`: every command that has it has what every command has, and says so; parts are written as they come."""

import csv
import json
from collections.abc import Iterator

import pytest

from rutinmotor.faces.cli.commands import COMMANDS
from rutinmotor.faces.cli.formats.output import Fault, Format, Frame, Part
from rutinmotor.faces.cli.formats.registry import FORMATS
from tests.faces.cli.calls import EXAMPLES, ROOT, Call

WHOLE = [one.name for one in FORMATS if one.whole is not None]
PARTS = [one.name for one in FORMATS]
# What each command wants beside `--format`, so that there is something to answer.
ARGUMENTS = {
    "evaluate": [str(EXAMPLES), "--at", "2025-11-13"],
    "explain": [str(EXAMPLES / "hemtjanst.yaml"), "sol.plan_slutford", "--at", "2025-11-13"],
    "check": [],
    "test": ["-k", "sol/plan"],
    "boundaries": ["sol.plan_slutford", "--year", "2026"],
    "diff": [str(ROOT / "rules"), str(ROOT / "rules")],
    "impact": [str(ROOT / "rules"), str(ROOT / "rules"), str(EXAMPLES), "--at", "2025-11-13"],
    "calendar": ["vardag", "2026"],
}
PART_BY_PART = ("evaluate", "impact")


def test_the_commands_with_formats_are_those_tried_here(call: Call) -> None:
    having = [one.name for one in COMMANDS if "--format FORMAT" in call(one.name, "--help").out]
    assert sorted(having) == sorted(ARGUMENTS)


@pytest.mark.parametrize("command", ARGUMENTS)
def test_help_and_the_sentence_on_a_wrong_word_name_the_same_formats(call: Call, command: str) -> None:
    shared = PARTS if command in PART_BY_PART else WHOLE
    help_text = call(command, "--help", "--lang", "en").out
    told = help_text.split("--format FORMAT")[1].lstrip().split(".")[0].replace(" or ", ", ").split(", ")
    refused = call(command, *ARGUMENTS[command], "--format", "?", "--lang", "en")
    assert refused.status == 2
    assert f"It can be {', '.join(told)}." in refused.err
    assert [name for name in told if name in PARTS] == shared


@pytest.mark.parametrize("command", ARGUMENTS)
def test_every_command_gives_json(call: Call, command: str) -> None:
    answer = call(command, *ARGUMENTS[command], "--format", "json")
    assert answer.status == 0
    assert isinstance(json.loads(answer.out), dict | list)
    assert answer.out.endswith("\n")


@pytest.mark.parametrize("command", PART_BY_PART)
def test_a_format_of_parts_alone_is_offered_where_there_are_parts(call: Call, command: str) -> None:
    answer = call(command, *ARGUMENTS[command], "--format", "csv")
    assert answer.status == 0
    assert next(csv.reader(answer.out.splitlines()))[0] == "case"
    assert call("calendar", *ARGUMENTS["calendar"], "--format", "csv").status == 2


def parts(came: list[str]) -> Iterator[Part]:
    for name in "ab":
        came.append(name)
        yield Part(lambda name=name: {"case": name}, lambda name=name: [[name, 1], [name, 2]])


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_part_is_written_before_the_next_is_asked_for(form: Format, capsys: pytest.CaptureFixture[str]) -> None:
    writer = form.parts(Frame({"at": "x"}, "cases", ["case", "n"], "en"))
    came: list[str] = []
    for part in parts(came):
        writer.part(part)
        out = capsys.readouterr().out
        assert f'"{came[-1]}"' in out or f"\n{came[-1]},1\n" in f"\n{out}"


def shown(form: Format, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    writer = form.parts(Frame({"at": "x"}, "cases", ["case", "n"], "en"))
    for part in parts([]):
        writer.part(part)
    writer.fault(Fault(lambda: {"case": "c", "error": "e"}, "c: cannot be judged", ()))
    writer.end({"counts": 2}, "1 rule is left out")
    return capsys.readouterr()


def test_json_holds_head_parts_faults_and_tail(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = shown(FORMATS[0], capsys)
    assert json.loads(out) == {
        "at": "x",
        "cases": [{"case": "a"}, {"case": "b"}, {"case": "c", "error": "e"}],
        "counts": 2,
    }
    assert err == ""


def test_json_lines_hold_the_parts_alone(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = shown(FORMATS[1], capsys)
    assert [json.loads(line) for line in out.splitlines()] == [
        {"case": "a"},
        {"case": "b"},
        {"case": "c", "error": "e"},
    ]
    assert err == ""


def test_rows_tell_beside_themselves_what_is_no_row(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = shown(FORMATS[2], capsys)
    assert out == "case,n\na,1\na,2\nb,1\nb,2\n"
    assert err.splitlines()[0] == "c: cannot be judged"
    assert err.splitlines()[-1] == "1 rule is left out"
