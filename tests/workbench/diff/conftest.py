"""A repository of rules, for the tests that read what stood there before."""

import os
from pathlib import Path

import pytest

from tests.workbench.diff.repositories import SOL, WORDS, commit, git


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of three commits: the time is 6, then 4, then 3 days; in the working tree it is 2."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (tmp_path / "rules" / "tests").mkdir(parents=True)
    (tmp_path / "rules" / "gemensamt.yaml").write_text(WORDS, encoding="utf-8")
    (tmp_path / "rules" / ".sol.yaml").write_text("en redigerares egen fil: [", encoding="utf-8")
    (tmp_path / "rules" / "läs mig.txt").write_text("Läs mig", encoding="utf-8")
    (tmp_path / "rules" / "tests" / "scenario.yaml").write_text("scenario: x", encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    for days in (6, 4, 3):
        commit(tmp_path, days)
    git(tmp_path, "tag", "v4", "HEAD~1")
    (tmp_path / "rules" / "sol.yaml").write_text(SOL % 2, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
