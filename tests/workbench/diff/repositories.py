"""How the tests make a git repository of rules."""

import subprocess
from pathlib import Path

WORDS = "catalogue: gemensamt\nevents:\n  start: {title: Start}\nactors:\n  chef: {title: Chef}\n"
SOL = "catalogue: sol\nuses: [gemensamt]\nrules:\n  - {id: plan, actor: chef, trigger: start, deadline: {days: %d}}\n"


def git(folder: Path, *arguments: str) -> str:
    settings = ["-c", "user.name=Prov", "-c", "user.email=prov@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *settings, *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


def commit(folder: Path, days: int) -> None:
    (folder / "rules" / "sol.yaml").write_text(SOL % days, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", f"{days} dagar")
