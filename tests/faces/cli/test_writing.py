"""A file is written whole or not at all: rights and links stay, and a process that is killed leaves the old text."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.writing import write_fresh, write_over
from rutinmotor.text.sources import rule_files

KILLED = """
import os, sys, time
from rutinmotor.faces.cli import writing
def wait(*args):
    print("ready", flush=True)
    time.sleep(60)
writing.os.{step} = wait
writing.write_over(sys.argv[1], b"new" * 100_000, b"old")
"""


def test_rights_and_links_stay(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "a.yaml", tmp_path / "b.yaml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_over(link, b"new", b"old")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path / "there") == ["a.yaml"]


def test_what_someone_else_wrote_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"theirs")
    with pytest.raises(Misuse, match="meanwhile"):
        write_over(path, b"new", b"old")
    assert path.read_bytes() == b"theirs"
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_a_full_disk_leaves_the_old_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Misuse, match="No space left"):
        write_over(path, b"new", b"old")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="cannot be written"):
        write_over(tmp_path / "gone" / "a.yaml", b"new", b"old")


def test_a_new_file_is_there_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    write_fresh(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask()
    with pytest.raises(Misuse, match="there already"):
        write_fresh(path, b"newer")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "nowhere.yaml")
    with pytest.raises(Misuse, match="there already"):
        write_fresh(tmp_path / "link.yaml", b"newer")

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Misuse, match="No space left") as caught:
        write_fresh(tmp_path / "b.yaml", b"new")
    assert "disken är full" in caught.value.sv
    assert sorted(os.listdir(tmp_path)) == ["a.yaml", "link.yaml"]


def mask() -> int:
    found = os.umask(0o022)
    os.umask(found)
    return found


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_killed_on_the_way(step: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    command = [sys.executable, "-c", KILLED.replace("{step}", step), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGKILL)
    assert path.read_bytes() == b"old"
    # What it leaves beside the file is no rule file to anyone.
    assert rule_files(tmp_path) == ((path,), ())
    write_over(path, b"new", b"old")
    assert path.read_bytes() == b"new"
