"""`check`: findings for people, for GitHub, for SARIF and for programs, and its exit status."""

import json
from pathlib import Path
from typing import Any

import pytest

from rutinmotor.ground.diagnostics.codes.register import CODES
from rutinmotor.ground.diagnostics.diagnostic import Diagnostic, Lang, diagnose
from rutinmotor.ground.diagnostics.place import Place
from rutinmotor.ground.findings.sarif import sarif_log
from rutinmotor.ground.findings.text import finding_lines, github_line
from rutinmotor.ground.words.layout import Look, plain
from tests.faces.cli.calls import ROOT, Call

BAD = """catalogue: prov
events: {start: {title: Börjar}}
actors: {chef: {title: Chef}}
rules:
  - id: ett
    actor: chef
    trigger: strat
    deadlin: {days: 3}
"""
DOUBTFUL = """catalogue: prov
events: {start: {title: Börjar}, slut: {title: Slutar}}
actors: {chef: {title: Chef}}
rules:
  - {id: ett, actor: chef, trigger: start, deadline: {days: 3}, fulfilled_by: slut, source: {duties: [A1]}}
  - {id: tva, actor: chef, trigger: start, deadline: {days: 3}, fulfilled_by: slut, source: {duties: [A1]}}
not_encoded: [{duties: [A1], reason: Står också här.}]
"""


def test_the_shipped_catalogues_have_no_errors(call: Call) -> None:
    status, out, err = call("check")
    assert (status, err) == (0, "")
    assert " fel" not in out.splitlines()[-1]
    assert out.splitlines()[-1].endswith("i 6 filer.")


def test_a_finding_shows_its_line_and_what_to_do(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("prov.yaml").write_text(BAD, encoding="utf-8")
    status, out, _ = call("check", "prov.yaml")
    assert status == 1
    assert (
        "prov.yaml:8:5  fel RM101\n"
        "  Nyckeln ”deadlin” finns inte här. Menade du ”deadline”?\n"
        "    |\n"
        "  8 |     deadlin: {days: 3}\n"
        "    |     ^^^^^^^\n"
        "  → Rätta stavningen"
    ) in out
    assert out.endswith("i 1 fil.\n")
    english = call("check", "prov.yaml", "--lang", "en").out
    assert "prov.yaml:8:5  error RM101\n  There is no key 'deadlin' here. Did you mean 'deadline'?" in english


def test_strict_fails_on_warnings(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "prov.yaml"
    path.write_text(DOUBTFUL, encoding="utf-8")
    lenient = call("check", path)
    assert "varning" in lenient.out.splitlines()[-1]
    assert lenient.status == 0
    assert call("check", path, "--strict").status == 1


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_what_cannot_be_read_is_status_2(form: str, call: Call, tmp_path: Path) -> None:
    status, out, _ = call("check", tmp_path / "saknas.yaml", "--format", form)
    assert status == 2
    assert "RM001" in out


def test_a_file_in_another_encoding_is_a_finding(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "prov.yaml"
    path.write_bytes("catalogue: prov\ntitle: Förvaltning\n".encode("latin-1"))
    status, out, _ = call("check", path)
    assert status == 1
    assert "RM006" in out


def test_json_holds_every_finding(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "prov.yaml"
    path.write_text(BAD, encoding="utf-8")
    args = ("check", path, "--format", "json")
    found = json.loads(call(*args).out)
    assert found["errors"] == len(found["findings"]) > 0
    assert found["warnings"] == 0
    first = next(one for one in found["findings"] if one["code"] == "RM101")
    assert first["place"] == {"source": str(path), "line": 8, "column": 5}
    assert set(first["sentence"]) == {"sv", "en"}
    assert call(*args).out == call(*args, LANG="en_US").out


def test_github_commands_are_escaped() -> None:
    one = diagnose("RM101", Place("a,b:c%.yaml", 3, 4), key="x%\r\n::y", near="", known="k")
    line = github_line(one, "en")
    assert line.startswith("::error file=a%2Cb%3Ac%25.yaml,line=3,col=4,title=RM101::There is no key 'x%25")
    assert "\n" not in line
    assert "\r" not in line


def test_github_levels(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "prov.yaml"
    path.write_text(DOUBTFUL, encoding="utf-8")
    lines = call("check", path, "--format", "github").out.splitlines()
    assert lines
    assert all(line.startswith(("::warning file=", "::notice file=")) for line in lines)


def _found() -> list[Diagnostic]:
    place = Place("rules/å b.yaml", 2, 3)
    return [
        diagnose("RM101", place, further=(Place("c.yaml", 1, 1),), key="x", near="", known="k"),
        diagnose("RM102", place, key="trigger"),
        diagnose("RM102", None, key="actor"),
    ]


def runs_of(log: dict[str, Any]) -> list[Any]:
    assert len(log["runs"]) == 1
    return log["runs"]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_sarif_log_is_whole(lang: Lang) -> None:
    log = sarif_log(_found(), "1.2.3", lang)
    assert json.loads(json.dumps(log)) == log
    assert log["version"] == "2.1.0"
    [run] = runs_of(log)
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("rutinmotor", "1.2.3")
    assert [rule["id"] for rule in driver["rules"]] == ["RM101", "RM102"]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert "{" not in rule["shortDescription"]["text"] + rule["help"]["text"]
        assert "[[" not in rule["shortDescription"]["text"] + rule["help"]["text"]
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
    first, _, placeless = run["results"]
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "rules/%C3%A5%20b.yaml"
    assert physical["region"] == {"startLine": 2, "startColumn": 3}
    assert len(first["relatedLocations"]) == 1
    assert placeless["locations"] == []


def test_every_code_can_stand_in_a_sarif_log() -> None:
    found = [Diagnostic(code, None, _values(code)) for code in CODES]
    for log in (sarif_log(found, "1", "sv"), sarif_log(found, "1", "en")):
        assert len(runs_of(log)[0]["tool"]["driver"]["rules"]) == len(CODES)


def _values(code: str) -> tuple[tuple[str, str], ...]:
    from string import Formatter

    entry = CODES[code]
    names = {
        name
        for template in (entry.sv, entry.en, entry.step_sv, entry.step_en)
        for _, name, _, _ in Formatter().parse(template)
        if name
    }
    return tuple(sorted((name, "v") for name in names))


@pytest.mark.parametrize(
    ("text", "column", "shown", "mark"),
    [
        ("abc: def", 6, "abc: def", "     ^^^"),
        ("\tabc: ä-b", 7, " abc: ä-b", "      ^^^"),
        ("", 1, "", "^"),
        ("abc", 99, "abc", "   ^"),
        ("{a: 1}", 1, "{a: 1}", "^"),
        ("漢字: x", 5, "漢字: x", "      ^"),
    ],
)
def test_the_mark_stands_under_the_word(text: str, column: int, shown: str, mark: str) -> None:
    one = diagnose("RM102", Place("f.yaml", 1, column), key="k")
    lines = [plain(line) for line in finding_lines(one, lambda name: [text], Look("sv", 100))]
    row = lines.index("    |") + 1
    assert lines[row] == f"  1 | {shown}".rstrip()
    assert lines[row + 1] == f"    | {mark}"


def test_a_long_line_is_shown_around_its_spot() -> None:
    text = "x" * 500 + " here " + "y" * 500
    one = diagnose("RM102", Place("f.yaml", 1, 502), key="k")
    lines = [plain(line) for line in finding_lines(one, lambda name: [text], Look("sv", 80))]
    row = lines.index("    |") + 1
    assert max(map(len, lines)) <= 80
    assert lines[row][lines[row + 1].index("^") :].startswith("here")


def test_the_example_of_the_readme_folder_is_checked_with_what_it_uses(call: Call) -> None:
    assert call("check", ROOT / "rules" / "sol.yaml").out.splitlines()[-1].endswith("i 2 filer.")
