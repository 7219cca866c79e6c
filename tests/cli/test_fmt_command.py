"""`fmt`: what it writes, what it only shows, what it leaves alone, and its exit status."""

from pathlib import Path

import pytest
from calls import ROOT, Call
from wrapping import says

GOOD, BAD = "a: 1\n", "a:\n- 1\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules" / "tests").mkdir(parents=True)
    (tmp_path / "rules" / "bra.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "rules" / "sned.yaml").write_text(BAD, encoding="utf-8")
    (tmp_path / "rules" / "tests" / "sned.yml").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_without_paths_it_takes_the_rules_and_their_tests(call: Call, folder: Path) -> None:
    status, out, err = call("fmt")
    assert (status, err) == (0, "")
    assert out == (
        "Ändrad: rules/sned.yaml\nÄndrad: rules/tests/sned.yml\n2 filer ändrade och 1 fil redan i ordning.\n"
    )
    assert (folder / "rules" / "sned.yaml").read_text(encoding="utf-8") == "a:\n  - 1\n"
    assert (folder / "rules" / "bra.yaml").read_text(encoding="utf-8") == GOOD
    assert call("fmt", "--lang", "en").out == "3 files already in order.\n"


def test_scenarios_are_found_however_deep(call: Call, folder: Path) -> None:
    deep, elsewhere = folder / "rules" / "tests" / "sol" / "en.yaml", folder / "rules" / "gammalt" / "en.yaml"
    for file in (deep, elsewhere):
        file.parent.mkdir()
        file.write_text(BAD, encoding="utf-8")
    (folder / "rules" / "tests" / "sned.yml").unlink()
    assert call("fmt", "--check", "rules/tests") == (
        1,
        "Skulle ändras: rules/tests/sol/en.yaml\n1 fil skulle ändras.\n",
        "",
    )
    assert says(call("fmt").out, "2 filer ändrade")
    assert deep.read_text(encoding="utf-8") == "a:\n  - 1\n"
    assert elsewhere.read_text(encoding="utf-8") == BAD
    (folder / "tom" / "tests").mkdir(parents=True)
    status, out, _ = call("fmt", "tom")
    assert status == 2
    assert "RM004" in out


def test_check_and_diff_write_nothing(call: Call, folder: Path) -> None:
    status, out, _ = call("fmt", "--check", "rules")
    assert status == 1
    assert out == (
        "Skulle ändras: rules/sned.yaml\nSkulle ändras: rules/tests/sned.yml\n"
        "2 filer skulle ändras och 1 fil redan i ordning.\n"
    )
    status, out, _ = call("fmt", "--diff", "rules")
    assert status == 0
    assert "-- 1\n+  - 1\n" in out
    assert call("fmt", "--diff", "--check", "rules").status == 1
    assert (folder / "rules" / "sned.yaml").read_text(encoding="utf-8") == BAD
    assert call("fmt", "--check", "rules/bra.yaml").status == 0


def test_files_that_cannot_be_read_do_not_stop_the_others(call: Call, folder: Path) -> None:
    latin = folder / "rules" / "latin.yaml"
    latin.write_bytes(b"a:  \xe5\n")
    (folder / "rules" / "bruten.yaml").write_text("a: [1\n", encoding="utf-8")
    (folder / "rules" / "tom.yaml").write_text("", encoding="utf-8")
    status, out, err = call("fmt", "rules", "saknas.yaml")
    assert (status, err) == (2, "")
    for code in ("RM001", "RM006", "RM018", "RM010"):
        assert says(out, code)
    assert out.endswith("2 filer ändrade, 1 fil redan i ordning och 4 filer gick inte.\n")
    assert (folder / "rules" / "sned.yaml").read_text(encoding="utf-8") == "a:\n  - 1\n"
    assert latin.read_bytes() == b"a:  \xe5\n"


def test_each_file_once(call: Call, folder: Path) -> None:
    out = call("fmt", "rules/sned.yaml", "rules", "rules/tests", folder / "rules").out
    assert (out.count("Ändrad"), out.count("sned.yaml"), out.count("sned.yml")) == (2, 1, 1)


def test_without_a_folder_of_rules_it_asks_for_one(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = call("fmt")
    assert (status, out) == (2, "")
    assert says(err, "Här finns ingen mapp rules")


def test_this_repository_is_in_order(call: Call) -> None:
    assert call("fmt", "--check", ROOT / "rules", ROOT / "examples").status == 0
