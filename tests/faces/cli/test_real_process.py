"""The command line as a real process: pipes, standard input, encodings and signals."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest

from tests.faces.cli.calls import EXAMPLES, ROOT, Call
from tests.wrapping import says

PYTHON = [sys.executable, "-m", "rutinmotor"]
AT = "2025-11-13"
ONE = EXAMPLES / "hemtjanst.yaml"


def test_one_case_of_a_file(process: Call) -> None:
    status, out, err = process("evaluate", ONE, "--at", AT)
    assert (status, err) == (0, "")
    assert says(out, "● försenat")
    assert "\x1b" not in out


@pytest.mark.parametrize(
    "text",
    [
        '{"case": "in"}',
        '{"case": "in"}\n{"case": "tva"}\n',
        '\n\n{"case": "in"}\n',
        '{\n"case": "in"\n}\n',
        '[{"case": "in"}]',
        "case: in\n",
        "# först\ncase: in\n",
    ],
)
def test_standard_input_in_any_shape(text: str, process: Call) -> None:
    status, out, err = process("evaluate", "-", "--at", AT, "--format", "jsonl", stdin=text.encode())
    assert (status, err) == (0, "")
    assert json.loads(out.splitlines()[0])["case"] == "in"
    assert len(out.splitlines()) == text.count('"case"') or "case:" in text


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("latin.yaml", 'case: "1"\nitems: {hemtjänst: {}}\n'.encode("latin-1"), "inte sparad som UTF-8"),
        ("latin.json", '{"case": "hemtjänst"}'.encode("latin-1"), "inte sparad som UTF-8"),
        ("tom.yaml", b"", "Filen är tom"),
        ("tom.json", b"", "Filen är tom"),
        ("halv.json", b'{"case": "1", "events": [', "RM6"),
        ("nollor.json", b"\0\0\0\0", "RM6"),
        ("djup.json", b'{"case": "1", "data": ' + b"[" * 100_000, "RM6"),
    ],
)
def test_files_that_are_no_cases(name: str, data: bytes, told: str, process: Call, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    status, out, err = process("evaluate", path, ONE, "--at", AT)
    assert status == 1
    assert says(out, told)
    assert says(out, "Ärende 2025-0117")
    assert "Traceback" not in err


def test_output_is_utf8_for_programs_whatever_the_locale(process: Call) -> None:
    out = process("evaluate", ONE, "--at", AT, "--format", "jsonl", PYTHONIOENCODING="ascii", LANG="C").out
    assert says(out, "Genomförandeplanen är slutförd")


def test_a_terminal_that_lacks_letters_gets_other_signs(process: Call) -> None:
    status, out, err = process("evaluate", ONE, "--at", AT, PYTHONIOENCODING="ascii")
    assert (status, err) == (0, "")
    assert says(out, "? f?rsenat")


def test_without_a_standard_error_no_remark_gets_into_an_answer() -> None:
    def answer(command: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(["sh", "-c", command, "sh", *PYTHON], stdout=subprocess.PIPE, cwd=ROOT, timeout=60)

    recorded = f'"$@" record {ONE} --at {AT}'
    assert answer(f"{recorded} 2>&-").stdout == answer(f"{recorded} 2>/dev/null").stdout
    refused = answer('"$@" finns_inte 2>&-')
    assert (refused.returncode, refused.stdout) == (2, b"")


def test_the_locale_speaks(process: Call) -> None:
    assert says(process("evaluate", ONE, "--at", AT, LANG="en_GB.UTF-8").out, "To be done promptly")
    assert says(process("evaluate", ONE, "--at", AT, LC_ALL="C.UTF-8").out, "Ska göras skyndsamt")


def test_a_reader_that_leaves_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "manga.jsonl"
    path.write_text("".join(f'{{"case": "{number}"}}\n' for number in range(5000)), encoding="utf-8")
    command = [*PYTHON, "evaluate", str(path), "--format", "jsonl", "--at", AT]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    err = running.stderr.read()
    running.stderr.close()
    assert (running.wait(timeout=60), err) == (141, b"")


def _in_a_shell(redirected: str, *args: str) -> tuple[int, str]:
    """Run it with its streams redirected as a shell writes it; the status, and what stands on standard error."""
    command = ["/bin/sh", "-c", f'"$0" "$@" {redirected}', *PYTHON, "--lang", "sv", *args]
    done = subprocess.run(command, capture_output=True, timeout=60, cwd=ROOT)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_no_standard_output_at_all(form: str) -> None:
    arguments = ("evaluate", str(EXAMPLES / "korttidsvistelse.yaml"), "--at", AT, "--format", form)
    assert _in_a_shell(">&-", *arguments) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
@pytest.mark.parametrize(
    "args",
    [
        ("evaluate", str(ONE), "--at", AT),
        ("evaluate", str(ONE), "--at", AT, "--format", "json"),
        ("check", "--format", "sarif"),
        ("calendar", "vardag", "2026"),
        ("schema",),
        ("--help",),
    ],
)
def test_an_answer_that_cannot_be_written(args: tuple[str, ...]) -> None:
    status, err = _in_a_shell("> /dev/full", *args)
    assert status == 2
    assert err.startswith("rutinmotor: Svaret går inte att skriva")
    assert len(err.splitlines()) == 1


def test_no_standard_input_at_all() -> None:
    assert _in_a_shell("<&-", "evaluate", "-") == (2, "rutinmotor: Det finns inget standard in att läsa.\n")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no file that breaks off when read")
def test_standard_input_that_breaks_off() -> None:
    status, err = _in_a_shell("< /proc/self/mem", "evaluate", "-")
    assert status == 2
    assert err.startswith("rutinmotor: Standard in går inte att läsa")
    assert len(err.splitlines()) == 1


def test_interrupting_it_ends_quietly() -> None:
    command = [*PYTHON, "evaluate", "-", "--at", AT, "--format", "jsonl"]
    environ = {**os.environ, "PYTHONUNBUFFERED": "1"}
    # What runs in a shell's background ignores the signal, and so would what it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        running = subprocess.Popen(command, cwd=ROOT, env=environ, stdin=PIPE, stdout=PIPE, stderr=PIPE)
    finally:
        signal.signal(signal.SIGINT, before)
    with running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdin.write(b'{"case": "1"}\n' * 200)
        running.stdin.flush()
        assert running.stdout.readline()
        # It waits for more input, which stays open until it has ended: an end of input would be a quiet end too.
        running.send_signal(signal.SIGINT)
        running.wait(timeout=60)
        assert (running.returncode, running.stderr.read()) == (130, b"")


def _on_a_terminal(columns: int, *args: str) -> str:
    command = [sys.executable, "-c", "import os,sys; os.execvp(sys.argv[1], sys.argv[1:])", *PYTHON, *args]
    leader, follower = pty.openpty()
    environ = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns), "LANG": "sv_SE.UTF-8"}
    environ.pop("NO_COLOR", None)
    running = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, cwd=ROOT, env=environ)
    os.close(follower)
    data = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:
            break
        if not part:
            break
        data += part
    os.close(leader)
    assert running.wait(timeout=60) == 0
    return data.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [40, 80, 100])
def test_a_terminal_gets_colours_and_its_own_width(columns: int) -> None:
    out = _on_a_terminal(columns, "evaluate", str(ONE), "--at", AT)
    assert "\x1b[31m● försenat\x1b[0m" in out
    bare = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert max(len(line) for line in bare.splitlines()) <= columns
    assert "Genomförandeplanen är slutförd" in bare


def test_progress_is_shown_only_where_somebody_looks(process: Call) -> None:
    assert process("evaluate", ONE, "--at", AT, "--format", "jsonl").err == ""
