"""The command `diff`: what it prints in each format and language, what it refuses, and its exit status."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from rutinmotor.faces.cli.entry import front
from tests.workbench.diff.repositories import SOL, git
from tests.wrapping import says, unwrapped

ROOT = Path(__file__).parents[3]
RULES = ROOT / "rules"


class Answer(NamedTuple):
    status: int
    out: str
    err: str


Call = Callable[..., Answer]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def called(*args: str | Path, **environ: str) -> Answer:
        capsys.readouterr()
        status = front(["diff", *map(str, args)], environ)
        out, err = capsys.readouterr()
        return Answer(status, out, err)

    return called


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The shipped rules, with some changes."""
    folder = tmp_path / "nya"
    shutil.copytree(RULES, folder, ignore=shutil.ignore_patterns("tests"))
    sol = folder / "sol.yaml"
    text = sol.read_text(encoding="utf-8")
    assert "deadline: {weeks: 6}" in text
    text = text.replace("deadline: {weeks: 6}", "deadline: {weeks: 4}", 1)
    text = text.replace("  lagrum: sol\n", "  lagrum: sol\n  regi: egen\n", 1)
    sol.write_text(text, encoding="utf-8")
    shared = folder / "gemensamt.yaml"
    text = shared.read_text(encoding="utf-8").replace(
        "events:\n", "events:\n  a1: {title: Ett}\n  a2: {title: Två}\n", 1
    )
    shared.write_text(text, encoding="utf-8")
    return folder


def test_the_same_rules_have_not_changed(call: Call) -> None:
    answer = call(RULES, RULES)
    assert (answer.status, answer.err) == (0, "")
    assert unwrapped(answer.out) == unwrapped(f"{RULES} → {RULES} Ingen ändring i sak.")
    assert call(RULES, RULES, "--exit-code").status == 0
    assert says(call(RULES, RULES, LANG="en_US.UTF-8").out, "No change of meaning.")


def test_changes_are_told_by_weight(call: Call, changed: Path) -> None:
    answer = call(RULES, changed)
    assert (answer.status, answer.err) == (0, "")
    out = answer.out
    assert says(
        out, "tiden från ”Insatsen har påbörjats (verkställts)” ändras från 6 till 4 veckor (2 veckor kortare)."
    )
    assert says(out, "Katalogen sol: reglerna gäller nu bara om Regi är egen (gäller färre fall).")
    assert says(out, "Nya händelser: ”Ett”, ”Två”.")
    assert answer.out.index("\nTid\n") < answer.out.index("\nNär kravet gäller\n") < answer.out.index("\nOrdlista")
    assert all(len(line) <= 100 for line in answer.out.splitlines()[1:])
    assert call(RULES, changed, "--exit-code").status == 1
    english = call(RULES, changed, LANG="en").out
    assert says(english, "changes from 6 to 4 weeks (2 weeks shorter).")


def test_the_other_way_round(call: Call, changed: Path) -> None:
    out = " ".join(call(changed, RULES).out.split())
    assert says(out, "ändras från 4 till 6 veckor (2 veckor längre).")
    assert says(out, "reglerna gäller inte längre bara om Regi är egen (gäller fler fall).")
    assert says(out, "Händelser som inte längre finns: ”Ett”, ”Två”.")


def test_markdown_names_every_rule_that_is_touched(call: Call, changed: Path) -> None:
    out = call(RULES, changed, "--format", "markdown").out
    assert out.startswith("## Ändringar i reglerna\n\n")
    assert "\n### Tid\n\n- **Genomförandeplanen är slutförd**: tiden från" in out
    assert "(`sol.plan_slutford`)\n" in out
    assert " och 80 till" not in out
    assert out.count("`sol.") > 80
    assert "\n\n\n" not in out


def test_markdown_shields_what_is_no_mark(call: Call, tmp_path: Path) -> None:
    text = "catalogue: x\nactors: {a: {title: A}}\nevents: {e: {title: '*E* <b>'}}\nrules: []\n"
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "y.yaml").write_text(text.replace("{e:", "{f:", 1).replace("*E* <b>", "`F`"), encoding="utf-8")
    out = call(tmp_path / "x.yaml", tmp_path / "y.yaml", "--format", "markdown").out
    assert says(out, "\\*E\\* \\<b\\>")
    assert "\\`F\\`" in out


SENTENCES = """\
catalogue: x
title: Prov.
actors: {a: {title: A}}
events: {e: {title: E}, f: {title: F}}
rules:
  - {id: r, title: Svaret är lämnat, actor: a, trigger: e, deadline: {days: 3}, fulfilled_by: f}
"""


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_no_sentence_ends_twice(form: str, call: Call, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(SENTENCES, encoding="utf-8")
    new = SENTENCES.replace("title: Prov.", "title: Prov!").replace(
        "fulfilled_by: f}",
        "fulfilled_by: f, interpretation: Vi räknar så.}\n"
        "  - {id: s, title: Svaret är läst., actor: a, trigger: f, deadline: {days: 1}, fulfilled_by: e, help: Vem?}",
    )
    (tmp_path / "y.yaml").write_text(new, encoding="utf-8")
    for lang in ("sv", "en"):
        out = call(tmp_path / "x.yaml", tmp_path / "y.yaml", "--format", form, "--lang", lang).out
        out = " ".join(out.replace("*", "").replace("\\", "").split())
        assert all(double not in out for double in ("..", ".”.", "!”.", ".:")), out
        assert says(out, "tolkning, ”Vi räknar så.”") or says(out, "interpretation, “Vi räknar så.”")


def test_json_is_the_same_in_both_languages(call: Call, changed: Path) -> None:
    out = call(RULES, changed, "--format", "json").out
    assert out == call(RULES, changed, "--format", "json", "--lang", "en").out
    answer = json.loads(out)
    assert list(answer) == ["old", "new", "changes"]
    assert answer["old"]["rules"] == str(RULES)
    assert {one["catalogue"] for one in answer["new"]["catalogues"]} >= {"sol", "gemensamt"}
    assert all(list(one) == ["catalogue", "dated", "digest"] for one in answer["old"]["catalogues"])
    (one,) = [one for one in answer["changes"] if one["name"] == "sol.plan_slutford"]
    sentence = one.pop("sentence")
    assert one == {
        "kind": "changed",
        "subject": "rule",
        "name": "sol.plan_slutford",
        "former": None,
        "aspect": "deadline",
        "weight": "time",
        "effect": "shorter",
        "by": {"weeks": 2},
        "version": None,
        "old": {"weeks": 6},
        "new": {"weeks": 4},
        "touches": [],
    }
    assert sentence["sv"].endswith("ändras från 6 till 4 veckor (2 veckor kortare).")
    assert sentence["en"].endswith("changes from 6 to 4 weeks (2 weeks shorter).")
    (scope,) = [one for one in answer["changes"] if one["aspect"] == "scope"]
    assert scope["new"]["regi"] == ["egen"]
    assert "sol.plan_slutford" in scope["touches"]


def test_rules_in_git_are_compared_with_those_here(call: Call, repository: Path) -> None:
    out = call("git:HEAD~1").out
    assert out.startswith("git:HEAD~1 → rules\n1 ändring; 1 regel berörs.\n")
    assert says(out, "från 4 till 2 dagar")
    assert says(call("git:HEAD~2", "git:HEAD").out, "från 6 till 3 dagar")
    assert says(call("rules/sol.yaml", "git:HEAD~2").out, "från 2 till 6 dagar")
    assert says(call("git:HEAD~2:rules/sol.yaml").out, "från 6 till 2 dagar")


def test_what_cannot_be_compared_is_refused(call: Call, repository: Path) -> None:
    for argument in ("git:finns-inte", "git:", "git:-p", "git:HEAD:inget", "inget", ""):
        answer = call(argument, "rules")
        assert (answer.status, answer.out) == (2, ""), argument
        assert answer.err.splitlines()[-1].startswith("rutinmotor: ")
    assert call("rules", "").status == 2
    assert call().status == 2
    assert call("rules", "rules", "rules").status == 2
    assert says(call("rules", "rules", "--format", "html").err, "--format kan inte vara")


def test_rules_with_errors_are_refused_with_what_is_wrong(call: Call, repository: Path) -> None:
    (repository / "rules" / "sol.yaml").write_text((SOL % 2).replace("start", "strat"), encoding="utf-8")
    answer = call("git:HEAD", "rules")
    assert (answer.status, answer.out) == (2, "")
    assert "rules/sol.yaml:4:" in answer.err
    assert says(answer.err, "Menade du")
    assert says(answer.err, "Reglerna i rules går inte att använda.")
    git(repository, "commit", "-qam", "Fel")
    assert "HEAD:rules/sol.yaml:4:" in call("git:HEAD", "git:HEAD~1").err


def test_doubts_do_not_hinder(call: Call, tmp_path: Path) -> None:
    text = "catalogue: x\nevents: {e: {}}\nactors: {a: {}}\nrules:\n  - {id: r, actor: a, trigger: e, deadline: none}\n"
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    assert call(tmp_path, tmp_path).status == 0


@pytest.mark.parametrize("columns", [80, 100])
def test_nothing_is_wider_than_the_page(changed: Path, columns: int) -> None:
    """On a terminal of its own: a real process with a width of its own."""
    script = (
        "import sys, os, pty; os.environ['COLUMNS'] = sys.argv[1]; os.environ['NO_COLOR'] = '1';"
        "pty.spawn([sys.executable, '-m', 'rutinmotor', 'diff', sys.argv[2], sys.argv[3]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(columns), str(RULES), str(changed)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, "TERM": "dumb"},
        check=False,
    )
    lines = done.stdout.decode().replace("\r", "").splitlines()
    assert any(line.strip() == "Tid" for line in lines)
    assert max(len(line) for line in lines[2:]) <= columns


def test_the_help_says_what_may_be_compared(call: Call) -> None:
    assert "git:HEAD~1" in call("--help").out
    assert "git:HEAD~1" in call("--help", LANG="en").out
