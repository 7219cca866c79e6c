"""How the tests call the command line: in this process where only the answer matters, as a process where more does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rutinmotor.faces.cli.entry import front
from tests.faces.cli.calls import ROOT, Answer, Call


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command line within this process, in Swedish unless `LANG` is given."""

    def called(*args: str | Path, **environ: str) -> Answer:
        capsys.readouterr()
        status = front([str(arg) for arg in args], environ)
        out, err = capsys.readouterr()
        return Answer(status, out, err)

    return called


@pytest.fixture
def process() -> Call:
    """Run the command line as a process of its own, with these bytes as its standard input."""

    def ran(*args: str | Path, stdin: bytes = b"", **environ: str) -> Answer:
        kept = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES")}
        done = subprocess.run(
            [sys.executable, "-m", "rutinmotor", *map(str, args)],
            input=stdin,
            capture_output=True,
            env={**kept, **environ},
            cwd=ROOT,
            timeout=60,
        )
        return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())

    return ran
