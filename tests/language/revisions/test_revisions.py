"""Rules as they stood in git: a real repository, its revisions, and all that can be asked of it in vain."""

from pathlib import Path

import pytest

from rutinmotor.language.checks import check_reading
from rutinmotor.language.revisions import NoRevision, read_rules, revision_in, standing_rules
from rutinmotor.text.document.parsing import LIMIT
from tests.workbench.diff.repositories import git


def days_in(argument: str, beside: str | None = None) -> int:
    reading = read_rules(argument, beside)
    assert not reading.diagnostics
    (sol,) = [one for one in reading.catalogues if one.id == "sol"]
    deadline = sol.text.rules[0].deadline
    assert deadline is not None
    assert isinstance(deadline.days, int)
    return deadline.days


@pytest.mark.parametrize(
    ("argument", "beside", "days"),
    [
        ("rules", None, 2),
        ("rules/sol.yaml", None, 2),
        ("git:HEAD", None, 3),
        ("git:HEAD~2", None, 6),
        ("git:v4", "rules", 4),
        ("git:v4", "rules/sol.yaml", 4),
        ("git:v4:rules", "något/annat", 4),
        ("git:main~1:rules/sol.yaml", None, 4),
        ("git:HEAD~2", "git:HEAD:rules/sol.yaml", 6),
        ("git:HEAD@{0}:rules/sol.yaml", None, 3),
        ("git:HEAD^{/6 dagar}", "rules", 6),
    ],
)
def test_rules_are_read_as_they_stood(repository: Path, argument: str, beside: str | None, days: int) -> None:
    assert days_in(argument, beside) == days


def test_a_file_brings_those_beside_it_that_it_uses(repository: Path) -> None:
    assert [one.id for one in read_rules("git:HEAD:rules/sol.yaml").catalogues] == ["sol", "gemensamt"]
    assert [one.document.source for one in read_rules("git:HEAD~1:rules").catalogues] == [
        "HEAD~1:rules/gemensamt.yaml",
        "HEAD~1:rules/sol.yaml",
    ]


def test_the_current_folder_may_lie_within_the_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "rules")
    assert days_in("git:HEAD:sol.yaml") == 3
    assert days_in("git:HEAD~1:../rules") == 4
    assert days_in("git:HEAD~1", ".") == 4
    assert days_in("git:HEAD~1", str(repository / "rules")) == 4


def test_rules_may_lie_at_the_top_of_the_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "ett.yaml").write_text("catalogue: ett\n", encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "Ett")
    assert [one.id for one in read_rules("git:HEAD:.").catalogues] == ["ett"]


def test_a_folder_that_is_gone_now_can_be_read_as_it_was(repository: Path) -> None:
    for path in (repository / "rules").glob("*.yaml"):
        path.unlink()
    git(repository, "rm", "-rq", "--cached", "rules")
    git(repository, "mv", "-k", "rules", "gamla")
    (repository / "rules").rename(repository / "gamla")
    assert days_in("git:HEAD:rules") == 3


def test_links_are_followed(repository: Path) -> None:
    (repository / "lanka").mkdir()
    (repository / "lanka" / "sol.yaml").symlink_to("../rules/sol.yaml")
    (repository / "lanka" / "bruten.yaml").symlink_to("../finns/inte.yaml")
    git(repository, "add", "lanka")
    git(repository, "commit", "-qm", "Länkar")
    assert [one.id for one in read_rules("git:HEAD:rules").catalogues] == ["gemensamt", "sol"]
    with pytest.raises(NoRevision, match=r"bruten\.yaml .* cannot be read"):
        read_rules("git:HEAD:lanka/./")
    (repository / "lanka" / "bruten.yaml").unlink()
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "Inte bruten")
    assert [one.id for one in read_rules("git:HEAD:lanka/./").catalogues] == ["sol"]


def test_faults_in_the_rules_are_told_with_the_revision(repository: Path) -> None:
    (repository / "rules" / "sol.yaml").write_bytes("catalogue: sol\ntitle: Väg\n".encode("latin-1"))
    git(repository, "commit", "-qam", "Fel")
    (one,) = read_rules("git:HEAD", "rules").diagnostics
    assert (one.code, str(one.place)) == ("RM006", "HEAD:rules/sol.yaml:2:9")
    (repository / "rules" / "sol.yaml").write_bytes(b"catalogue: sol\n" + b"# x\n" * (LIMIT // 4))
    git(repository, "commit", "-qam", "Stor")
    (one,) = read_rules("git:HEAD", "rules").diagnostics
    assert one.code == "RM005"


def test_a_revision_is_read_as_the_disk_is(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sound of a file with a fault in a rule, and which files were read only because another uses them."""
    faulty = (
        "rules:\n  - {id: a, actor: okand, trigger: start, deadline: {days: 1}}\n  - {id: b, deadline: {days: -1}}\n"
    )
    (repository / "rules" / "sol.yaml").write_text("catalogue: sol\nuses: [gemensamt]\n" + faulty, encoding="utf-8")
    (repository / "rules" / "lss.yaml").write_text("catalogue: lss\nuses: [gemensamt]\n", encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "Fel")
    for path in ("rules", "rules/sol.yaml", "rules/lss.yaml"):
        now, then = read_rules(path), read_rules(f"git:HEAD:{path}")
        assert {f"HEAD:{source}" for source in now.beside} == then.beside
        assert [part.lost for part in now.parts] == [part.lost for part in then.parts]
        assert [one.sentence() for one in check_reading(now)] == [one.sentence() for one in check_reading(then)]
    assert "RM202" in [one.code for one in check_reading(read_rules("git:HEAD:rules/sol.yaml"))]
    assert read_rules("git:HEAD:rules/lss.yaml").beside == {"HEAD:rules/gemensamt.yaml"}


@pytest.mark.parametrize(
    ("argument", "told"),
    [
        ("git:", "Efter git: ska en revision stå"),
        ("git::rules", "Efter git: ska en revision stå"),
        ("git:  :rules", "Efter git: ska en revision stå"),
        ("git:a\x1bb", "Efter git: ska en revision stå"),
        ("git:--upload-pack=touch x", "kan inte börja med bindestreck"),
        ("git:-1", "kan inte börja med bindestreck"),
        ("git:finns-inte", "Revisionen ”finns-inte” finns inte i git"),
        ("git:HEAD; touch x", "finns inte i git"),
        ("git:$(touch x)", "finns inte i git"),
        ("git:HEAD:finns/inte", "finns inga regelfiler i finns/inte"),
        ("git:HEAD:rules/tests/../tests/inget.yaml", "finns inga regelfiler i rules/tests/inget.yaml"),
        ("git:HEAD:.", "finns inga regelfiler i den översta mappen"),
        ("git:HEAD:/", "ligger inte i något git-förråd"),
    ],
)
def test_what_git_does_not_have_is_said_plainly(repository: Path, argument: str, told: str) -> None:
    with pytest.raises(NoRevision) as caught:
        read_rules(argument, "rules")
    assert told in caught.value.sv
    assert caught.value.en
    assert not (repository / "x").exists()


def test_without_a_repository_there_are_no_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoRevision, match="no git repository"):
        read_rules("git:HEAD", str(tmp_path))


def test_without_git_that_is_what_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(NoRevision, match="git is needed"):
        read_rules("git:HEAD", "rules")


def test_a_hook_of_another_repository_does_not_mislead(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert days_in("git:HEAD:rules/sol.yaml") == 3


def test_an_argument_is_taken_apart() -> None:
    assert revision_in("rules") is None
    assert revision_in("C:/rules") is None
    assert revision_in("git:HEAD~1") == ("HEAD~1", None)
    assert revision_in("git:HEAD~1:") == ("HEAD~1", None)
    assert revision_in("git:HEAD@{2025-01-01 12:00}:a:b") == ("HEAD@{2025-01-01 12:00}", "a:b")


def test_where_nothing_is_named_the_rules_here_are_meant(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert standing_rules("git:HEAD") == "rules"
    assert standing_rules("git:HEAD:rules/sol.yaml") == "rules/sol.yaml"
    assert standing_rules("andra") == "andra"
    monkeypatch.chdir(repository / ".git")
    assert Path(standing_rules("git:HEAD"), "sol.yaml").is_file()
