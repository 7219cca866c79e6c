"""`fmt`: what it writes, what it only shows, what it leaves alone, and its exit status."""

from pathlib import Path

import pytest

from tests.faces.cli.calls import ROOT, Call
from tests.wrapping import says

GOOD, BAD = "case: x\n", "case: x\nevents:\n- {type: a}\n"
LAID = "case: x\nevents:\n  - {type: a}\n"


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
    assert (folder / "rules" / "sned.yaml").read_text(encoding="utf-8") == LAID
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
    assert deep.read_text(encoding="utf-8") == LAID
    assert elsewhere.read_text(encoding="utf-8") == BAD
    (folder / "tom" / "tests").mkdir(parents=True)
    status, out, _ = call("fmt", "tom")
    assert status == 2
    assert says(out, "RM004")


def test_check_and_diff_write_nothing(call: Call, folder: Path) -> None:
    status, out, _ = call("fmt", "--check", "rules")
    assert status == 1
    assert out == (
        "Skulle ändras: rules/sned.yaml\nSkulle ändras: rules/tests/sned.yml\n"
        "2 filer skulle ändras och 1 fil redan i ordning.\n"
    )
    status, out, _ = call("fmt", "--diff", "rules")
    assert status == 0
    assert says(out, "-- {type: a}\n+  - {type: a}\n")
    assert call("fmt", "--diff", "--check", "rules").status == 1
    assert (folder / "rules" / "sned.yaml").read_text(encoding="utf-8") == BAD
    assert call("fmt", "--check", "rules/bra.yaml").status == 0


def test_files_that_cannot_be_read_do_not_stop_the_others(call: Call, folder: Path) -> None:
    latin = folder / "rules" / "latin.yaml"
    latin.write_bytes(b"case:  \xe5\n")
    (folder / "rules" / "bruten.yaml").write_text("case: [1\n", encoding="utf-8")
    (folder / "rules" / "tom.yaml").write_text("", encoding="utf-8")
    status, out, err = call("fmt", "rules", "saknas.yaml")
    assert (status, err) == (2, "")
    for code in ("RM001", "RM006", "RM018", "RM010"):
        assert code in out
    assert out.endswith("2 filer ändrade, 1 fil redan i ordning och 4 filer gick inte.\n")
    assert (folder / "rules" / "sned.yaml").read_text(encoding="utf-8") == LAID
    assert latin.read_bytes() == b"case:  \xe5\n"


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


# Files of other programs, also such as have a key or two of ours.
STRANGERS = [
    "services:\n    web:\n        image: x   # keep\n",
    "root:x:0\ndaemon:x:1\nbin:x:2\n",
    "extends: default\nrules:\n    indentation: disable\n",
    "rules:\n    - a\n",
    "case: lower\n/path/a:   1\nb c:   2\n",
    "dependency:   {}\nplatforms:   []\nscenario:   {}\n",
    "# catalogue: x\na:   1\n",
    "a: |\n  catalogue: x\nb:   1\n",
    "- a:   1\n",
    "bara   text\n",
]


@pytest.mark.parametrize("text", STRANGERS)
def test_a_file_of_another_program_is_left_alone_and_said_so(call: Call, tmp_path: Path, text: str) -> None:
    file = tmp_path / "annan.yaml"
    file.write_text(text, encoding="utf-8")
    told = f"Lämnad: {file}, som varken är en regelfil, ett scenario eller ett ärende."
    for option in ([], ["--check"], ["--diff"]):
        status, out, err = call("fmt", tmp_path, *option)
        assert (status, " ".join(out.split()), err) == (0, f"{told} 1 fil lämnad.", "")
        status, out, err = call("fmt", file, *option)
        assert (status, err) == (2, "")
        assert says(out, "RM045")
        # Named itself, and met in its folder as well.
        assert call("fmt", tmp_path, file, *option).status == 2
    assert file.read_text(encoding="utf-8") == text
    assert says(call("fmt", tmp_path, "--lang", "en").out, "left alone")


def test_a_link_met_in_a_folder_is_not_written_through(call: Call, folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "utanför.yaml"
    outside.write_text(BAD, encoding="utf-8")
    link = folder / "rules" / "tests" / "lank.yaml"
    link.symlink_to(outside)
    (folder / "rules" / "bort.yaml").symlink_to("finns_inte")
    for option in (["--check"], []):
        out = call("fmt", "rules", *option).out
        assert says(out, "Lämnad: rules/tests/lank.yaml, som är en länk.")
        assert says(out, "Lämnad: rules/bort.yaml, som är en länk.")
        assert says(out, "2 filer lämnade")
    assert outside.read_text(encoding="utf-8") == BAD
    assert call("fmt", "rules", "--check").status == 0
    status, out, _ = call("fmt", "rules", link)
    assert (status, "Ändrad: rules/tests/lank.yaml" in out) == (0, True)
    assert (outside.read_text(encoding="utf-8"), link.is_symlink()) == (LAID, True)


def test_a_folder_that_is_a_link_is_walked_only_where_it_is_named(call: Call, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "annat").mkdir()
    outside = tmp_path / "annat" / "en.yaml"
    outside.write_text(BAD, encoding="utf-8")
    (folder / "rules" / "tests" / "annat").symlink_to(tmp_path / "annat")
    call("fmt")
    assert outside.read_text(encoding="utf-8") == BAD
    assert call("fmt", "rules/tests/annat").status == 0
    assert outside.read_text(encoding="utf-8") == LAID


@pytest.mark.parametrize(
    "text",
    [
        "catalogue:   x\n",
        "catalogue:   x\ntitel:   fel stavat\n",
        "\ufeff# först\ncatalogue:   x\n",
        "scenario:   x\nexpect:\n- {rule: a}\nfakta:   1\n",
        "- case:   x\n- case:   y\n",
        '"case":   x\n',
        '{\n  "case":   "x",\n  "events":   []\n}\n',
        "{case:   x,   events: []}\n",
        "catalogue:   x\nrules:\n- id: a\n  b:   1\n- id: c\nactors: {}\n",
    ],
)
def test_what_is_ours_is_laid_out_whatever_is_wrong_in_it(call: Call, tmp_path: Path, text: str) -> None:
    file = tmp_path / "en.yaml"
    file.write_text(text, encoding="utf-8")
    assert call("fmt", tmp_path).status == 0
    assert ":   " not in file.read_text(encoding="utf-8")
