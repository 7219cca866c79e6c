"""A command line in, what the program prints out: a real process, in Swedish, 100 columns wide."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path


def printed(command: str, folder: Path) -> str:
    """Run `rutinmotor ...` in a folder and give both its streams, without trailing space.

    Raises:
        RuntimeError: another program, or one that broke down.
    """
    program, *args = shlex.split(command)
    if program != "rutinmotor":
        raise RuntimeError(f"only rutinmotor is run, not {program}")
    run = subprocess.run(
        [sys.executable, "-m", "rutinmotor", *args],
        cwd=folder,
        env={"PATH": os.environ.get("PATH", ""), "PYTHONUTF8": "1", "LANG": "sv_SE.UTF-8", "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if run.returncode not in (0, 1, 2) or "Traceback" in run.stdout:
        raise RuntimeError(f"{command} broke down:\n{run.stdout}")
    return "".join(f"{line.rstrip()}\n" for line in run.stdout.rstrip().splitlines())
