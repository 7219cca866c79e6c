"""`test`: what holds and what fails, for people, for programs and for build servers; coverage, `--update`, statuses."""

import json
import shutil
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from rutinmotor.faces.cli.screen import source_lines
from tests.faces.cli.calls import Call
from tests.wrapping import says

RULES = """\
catalogue: prov
title: Provets rutiner
actors: {handlaggare: {title: Handläggare}}
events: {mottaget: {title: Ansökan har kommit in}, svarat: {title: Svaret är lämnat}}
rules:
  - id: svar
    title: Den sökande har fått svar
    actor: handlaggare
    trigger: mottaget
    deadline: {days: 5}
    fulfilled_by: svarat
  - {id: alltid, actor: handlaggare, trigger: mottaget, deadline: continuous}
"""
HOLDS = """\
scenario: Svaret dröjer
rules: [prov]
case:
  case: prov-1
  events:
    - {id: e1, type: mottaget, at: 2026-03-02}
at: 2026-03-08
expect:
  - {rule: prov.svar, status: overdue, due: 2026-03-07}
"""
FAILS = HOLDS.replace("Svaret dröjer", "Svaret hinns med").replace("overdue", "due").replace("03-07}", "03-09}")
FAULTY = HOLDS.replace("Svaret dröjer", "Fel i namnet").replace("prov.svar", "prov.svra")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of rules and two scenarios, one that holds and one that fails, in which the command is called."""
    tests = tmp_path / "rules" / "tests"
    tests.mkdir(parents=True)
    (tmp_path / "rules" / "prov.yaml").write_text(RULES, encoding="utf-8")
    (tests / "drojer.yaml").write_text(HOLDS, encoding="utf-8")
    (tests / "hinns.yaml").write_text(FAILS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    # A file of the same name lay in the folder of another test.
    source_lines.cache_clear()
    return tmp_path


def test_a_failure_shows_the_line_the_answer_and_the_explanation(call: Call, folder: Path) -> None:
    status, out, err = call("test", "rules")
    assert (status, err) == (1, "")
    assert out == (
        """\
✗ Svaret hinns med · rules/tests/hinns.yaml
  Ärende prov-1, bedömt söndag 8 mars 2026

  rules/tests/hinns.yaml:9:5  expect
      |
    9 |   - {rule: prov.svar, status: due, due: 2026-03-09}
      |     ^
    Den sökande har fått svar (prov.svar)
      Kravet finns, men det är inte som väntat:
                                        Väntat                         Svaret
      läge (status)                     att göra (due)                 försenat (overdue)
      sista dag (due)                   mån 9 mars 2026                lör 7 mars 2026

    Så kom svaret till:
      Ärende prov-1 · söndag 8 mars 2026

      Den sökande har fått svar (prov.svar) — försenat: 1 dag för sent, sista dag lördag 7 mars 2026
        Den som ska göra det: Handläggare.
        Utlöstes av: Ansökan har kommit in (e1), måndag 2 mars 2026.
        Så räknades tiden:
          Tiden börjar måndag 2 mars 2026, som inte räknas med.
          5 dagar framåt: lördag 7 mars 2026.
          Sista dag: lördag 7 mars 2026.
        Klart med: ”Svaret är lämnat”.

✗ rules/tests  2 scenarier, 1 håller inte
2 scenarier: 1 håller och 1 håller inte.
"""
    )


def test_the_same_in_english(call: Call, folder: Path) -> None:
    out = call("test", "rules", "--lang", "en").out
    assert says(out, "It is there, but not as expected:")
    assert "last day (due)                    Mon 9 Mar 2026                 Sat 7 Mar 2026" in out
    assert says(out, "How the answer came about:")
    assert out.endswith("2 scenarios: 1 held and 1 failed.\n")


def test_what_holds_is_told_in_a_line(call: Call, folder: Path) -> None:
    path = "rules/tests/drojer.yaml"
    assert call("test", path) == (0, "✓ rules/tests  1 scenario\n1 scenario håller.\n", "")
    assert call("test", path, "-v").out.startswith(f"✓ Svaret dröjer · {path}\n")
    assert call("test", "rules", path, "rules/tests").out.endswith("2 scenarier: 1 håller och 1 håller inte.\n")


@pytest.mark.parametrize("text", ["DRÖJER", "drojer", "dröj", "PROV-1"])
def test_only_some_by_name_file_or_case(text: str, call: Call, folder: Path) -> None:
    (folder / "rules/tests/hinns.yaml").write_text(FAILS.replace("prov-1", "prov-2"), encoding="utf-8")
    assert call("test", "rules", "-k", text) == (0, "✓ rules/tests  1 scenario\n1 scenario håller.\n", "")


def test_faults_in_a_scenario_are_findings(call: Call, folder: Path) -> None:
    (folder / "rules/tests/hinns.yaml").write_text(FAULTY, encoding="utf-8")
    status, out, err = call("test", "rules")
    assert (status, err) == (1, "")
    assert "  rules/tests/hinns.yaml:9:12  fel RM722\n" in out
    assert says(out, "Menade du ”prov.svar”?")
    assert "9 |   - {rule: prov.svra, status: overdue, due: 2026-03-07}" in out
    assert out.endswith("✗ rules/tests  2 scenarier, 1 kan inte prövas\n2 scenarier: 1 håller och 1 kan inte prövas.\n")


def test_a_file_that_is_no_scenario(call: Call, folder: Path) -> None:
    (folder / "latin.yaml").write_bytes(HOLDS.encode("latin-1"))
    status, out, _ = call("test", "latin.yaml")
    assert status == 1
    assert says(out, "✗ Ett scenario som inte kan läsas · latin.yaml")
    assert "RM006" in out
    status, out, err = call("test", "rules/prov.yaml")
    assert (status, out) == (2, "")
    assert says(err, "rules/prov.yaml är en regelfil. Ange ett scenario")


def test_faults_in_the_rules_are_told_once_and_first(call: Call, folder: Path) -> None:
    (folder / "rules/prov.yaml").write_text(RULES.replace("days: 5", "day: 5"), encoding="utf-8")
    status, out, err = call("test", "rules")
    assert (status, err) == (1, "")
    assert out.startswith("rules/prov.yaml:10:16  fel RM101\n")
    assert out.count("RM101") == 1
    assert out.count("fel RM721") == 2
    assert out.endswith("2 scenarier kan inte prövas.\n")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["saknas.yaml"], "Scenarierna går inte att läsa."),
        (["rules", "saknas"], "Scenarierna går inte att läsa."),
        (["tom"], "Scenarierna går inte att läsa."),
        (["bara_regler"], "Här finns inga scenarier."),
        (["rules", "-k", "sådant"], "Inget av 2 scenarier har ”sådant” i sitt namn, sin fil eller sitt ärende."),
        (["rules", "--format", "xml"], "--format kan inte vara ”xml”."),
        (["rules", "--fail-under", "hundra"], "--fail-under är ett tal från 0 till 100, inte ”hundra”."),
        (["rules", "--fail-under", "101"], "--fail-under är ett tal från 0 till 100, inte ”101”."),
        (["rules", "--fail-under", "-1"], "--fail-under är ett tal från 0 till 100, inte ”-1”."),
        (["rules", "--fail-under", "."], "--fail-under är ett tal från 0 till 100, inte ”.”."),
        (["rules", "--rules", "saknas"], "Reglerna går inte att använda."),
        (["rules", "--update", "--format", "json"], "--update går bara ihop med --format text."),
    ],
)
def test_what_cannot_be_done(args: list[str], told: str, call: Call, folder: Path) -> None:
    (folder / "tom").mkdir()
    (folder / "bara_regler").mkdir()
    shutil.copy(folder / "rules/prov.yaml", folder / "bara_regler")
    status, out, err = call("test", *args)
    assert (status, out) == (2, "")
    assert says(err, f"rutinmotor: {told}")


def test_coverage_as_a_table(call: Call, folder: Path) -> None:
    status, out, _ = call("test", "rules", "-k", "drojer", "--coverage")
    assert status == 0
    assert out.splitlines()[2:] == [
        "Provets rutiner · prov · 0 av 2 regler",
        "          att  för-        klart    löp- gäller",
        "          göra senat klart för sent ande inte",
        "  svar     ·     ●     ·      ·      –     ·",
        "  alltid   –     –     –      –      ·     ·",
        "",
        "● visat av en rad som håller   · inte visat   – kan inte bli så",
        "",
        "Det här återstår att visa:",
        "  prov.svar: att göra",
        "  prov.alltid: löpande",
        "",
        "Täckning: 0 av 2 regler, 0 %.",
        "",
        "1 scenario håller.",
    ]


@pytest.mark.parametrize(("least", "status"), [("0", 0), ("49,9", 0), ("50", 0), ("50.1", 1), ("100%", 1)])
def test_the_least_coverage(least: str, status: int, call: Call, folder: Path) -> None:
    path = folder / "rules/tests/hinns.yaml"
    path.write_text(FAILS.replace("at: 2026-03-08", "at: 2026-03-07").replace("03-09}", "03-07}"), encoding="utf-8")
    answer = call("test", "rules", "--fail-under", least)
    assert answer.status == status
    assert says(answer.out, "Täckning: 1 av 2 regler, 50 %.")
    assert says(answer.out, "Täckningen 50 % är under") is (status == 1)
    assert call("test", "rules", "--fail-under", least, "--format", "junit").status == status


def test_the_least_coverage_is_told_briefly_where_it_is_reached(call: Call, folder: Path) -> None:
    args = ("test", "rules/tests/drojer.yaml", "--fail-under")
    assert call(*args, "0").out == ("✓ rules/tests  1 scenario\n1 scenario håller.\nTäckning: 0 av 2 regler, 0 %.\n")
    assert call(*args, "1").out == (
        """\
✓ rules/tests  1 scenario

Det här återstår att visa:
  prov.svar: att göra
  prov.alltid: löpande

Täckning: 0 av 2 regler, 0 %.

1 scenario håller.
Täckningen 0 % är under 1 %.
"""
    )
    assert says(call(*args, "0", "--coverage").out, "prov · 0 av 2 regler")


SEVERAL = FAILS.replace(
    "2026-03-02}\nat", "2026-03-02}\n    - {type: mottaget, at: 2026-03-03}\n    - {type: mottaget, at: 2026-03-06}\nat"
)


def test_of_several_the_one_in_the_table_is_named(call: Call, folder: Path) -> None:
    (folder / "rules/tests/hinns.yaml").write_text(SEVERAL, encoding="utf-8")
    out = call("test", "rules").out
    assert (
        """\
      Raden kan gälla 3 krav, men inget är som väntat. Utöver det i tabellen:
      – försenat, sista dag lör 7 mars 2026 · uppstod mån 2 mars 2026
      – att göra, sista dag ons 11 mars 2026 · uppstod fre 6 mars 2026
      Tabellen gäller hela ärendet, uppstod tis 3 mars 2026:
                                        Väntat                         Svaret
      sista dag (due)                   mån 9 mars 2026                sön 8 mars 2026
"""
        in out
    )
    out = call("test", "rules", "--lang", "en").out
    assert says(out, "The table is about the whole case, opened Tue 3 Mar 2026:")


def test_what_was_too_many_is_told(call: Call, folder: Path) -> None:
    text = SEVERAL.replace("due: 2026-03-09", "due: 2026-03-08") + "only: [prov.svar]\n"
    (folder / "rules/tests/hinns.yaml").write_text(text, encoding="utf-8")
    out = call("test", "rules").out
    assert (
        """\
  rules/tests/hinns.yaml:12:8  only
       |
    12 | only: [prov.svar]
       |        ^^^^^^^^^
    Den sökande har fått svar (prov.svar)
      Väntat: bara det som står under expect. Svaret: 2 krav till:
      – försenat, sista dag lör 7 mars 2026 · uppstod mån 2 mars 2026
      – att göra, sista dag ons 11 mars 2026 · uppstod fre 6 mars 2026

"""
        in out
    )
    [line] = [one for one in _assertions(call) if one["key"] == "only"]
    assert (line["rule"], line["expected"], line["holds"], line["reason"]) == ("prov.svar", {}, False, "surplus")
    assert [one["opened"] for one in line["obligations"]] == ["2026-03-02", "2026-03-06"]


def test_a_line_too_many_is_told_in_every_format(call: Call, folder: Path) -> None:
    text = FAILS[: FAILS.index("  - {rule")] + "  - {rule: prov.svar, status: overdue}\n" * 2
    (folder / "rules/tests/hinns.yaml").write_text(text, encoding="utf-8")
    told = """\
      Väntat: 2 krav, med den här raden. Svaret: bara 1 krav:
      – försenat, sista dag lör 7 mars 2026 · uppstod mån 2 mars 2026
"""
    assert told in call("test", "rules").out
    assert told in call("test", "rules", "--format", "junit").out
    first, second = _assertions(call)
    assert (first["holds"], first["wanted"]) == (True, None)
    assert (second["reason"], second["wanted"], len(second["obligations"])) == ("taken", 2, 1)
    # Nor is it anything that could be written in.
    assert call("test", "rules", "--update").status == 1
    assert (folder / "rules/tests/hinns.yaml").read_text(encoding="utf-8") == text


def _assertions(call: Call) -> list[dict[str, Any]]:
    record = json.loads(call("test", "rules", "-k", "hinns", "--format", "json").out)
    return record["scenarios"][0]["assertions"]


def test_a_long_line_is_shown_whole(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rutinmotor.faces.cli.screen._PIPE_WIDTH", 80)
    line = "{rule: prov.svar, status: due, light: green, opened: 2026-03-02, due: 2026-03-09, breaches: [backdated]}"
    text = FAILS[: FAILS.index("  - {rule")] + f"  - {line}\nabsent: [{'prov.alltid':>90}]\n"
    (folder / "rules/tests/hinns.yaml").write_text(text, encoding="utf-8")
    out = call("test", "rules").out
    assert (
        """\
    9 |   - {rule: prov.svar, status: due, light: green, opened: 2026-03-02,
      |     ^
      |       due: 2026-03-09, breaches: [backdated]}
"""
        in out
    )
    assert "|     prov.alltid]\n       |     ^\n" in out
    assert max(map(len, out.splitlines())) <= 80


def test_json_has_it_all(call: Call, folder: Path) -> None:
    (folder / "rules/tests/namn.yaml").write_text(FAULTY, encoding="utf-8")
    status, out, _ = call("test", "rules", "--format", "json")
    answer = json.loads(out)
    assert status == 1
    assert {key: answer[key] for key in ("tried", "held", "failed", "faulty", "rule_findings")} == {
        "tried": 2,
        "held": 1,
        "failed": 1,
        "faulty": 1,
        "rule_findings": [],
    }
    held, failed, faulty = answer["scenarios"]
    assert (held["scenario"], held["file"], held["holds"]) == ("Svaret dröjer", "rules/tests/drojer.yaml", True)
    assert (held["case"], held["at"], held["known"], held["rules"]) == ("prov-1", "2026-03-08", None, ["prov"])
    [line] = failed["assertions"]
    assert (line["key"], line["rule"], line["reason"], line["place"]["line"]) == ("expect", "prov.svar", "differs", 9)
    assert line["expected"] == {"status": "due", "due": "2026-03-09"}
    assert line["differences"] == [
        {"key": "status", "expected": "due", "answer": "overdue"},
        {"key": "due", "expected": "2026-03-09", "answer": "2026-03-07"},
    ]
    assert line["answer"]["status"] == "overdue"
    assert line["explanation"]["rule"] == "prov.svar"
    assert [one["code"] for one in faulty["findings"]] == ["RM722"]
    assert answer["coverage"] == {
        "rules": 2,
        "covered": 0,
        "percent": 0.0,
        "catalogues": [
            {
                "catalogue": "prov",
                "title": "Provets rutiner",
                "rules": [
                    {
                        "rule": "prov.svar",
                        "covered": False,
                        "shown": ["overdue"],
                        "possible": ["overdue", "due", "fulfilled", "fulfilled_late", "absent"],
                        "missing": ["due"],
                    },
                    {
                        "rule": "prov.alltid",
                        "covered": False,
                        "shown": [],
                        "possible": ["standing", "absent"],
                        "missing": ["standing"],
                    },
                ],
            }
        ],
    }
    assert json.loads(call("test", "rules", "--format", "json", "--lang", "en").out) == answer


def test_junit_for_build_servers(call: Call, folder: Path) -> None:
    (folder / "rules/tests/namn.yaml").write_text(
        FAULTY.replace("Fel i namnet", "'Fel i <namnet> & \"annat\"'"), encoding="utf-8"
    )
    status, out, _ = call("test", "rules", "--format", "junit")
    assert status == 1
    assert out.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')
    root = fromstring(out)
    counts = {"tests": "3", "failures": "1", "errors": "1", "skipped": "0"}
    assert root.attrib == {"name": "rutinmotor", **counts}
    [suite] = root
    assert suite.attrib == {"name": "rules/tests", **counts}
    held, failed, faulty = suite
    assert (held.get("name"), held.get("classname"), list(held)) == ("Svaret dröjer", "rules/tests/drojer", [])
    [failure] = failed
    assert (failure.tag, failure.get("type")) == ("failure", "differs")
    assert "Väntat" in (failure.text or "")
    [error] = faulty
    assert (error.tag, error.get("type")) == ("error", "RM722")
    assert faulty.get("file") == "rules/tests/namn.yaml"
    assert faulty.get("name") == 'Fel i <namnet> & "annat"'


def test_update_shows_the_change_and_writes_it(call: Call, folder: Path) -> None:
    path = folder / "rules/tests/hinns.yaml"
    path.chmod(0o640)
    status, out, err = call("test", "rules", "--update")
    assert (status, err) == (0, "")
    assert out == (
        """\
--- rules/tests/hinns.yaml
+++ rules/tests/hinns.yaml
@@ -6,4 +6,4 @@
     - {id: e1, type: mottaget, at: 2026-03-02}
 at: 2026-03-08
 expect:
-  - {rule: prov.svar, status: due, due: 2026-03-09}
+  - {rule: prov.svar, status: overdue, due: 2026-03-07}

Svaret är inskrivet i 1 scenario. Läs igenom det.

✓ rules/tests  2 scenarier
2 scenarier håller.
"""
    )
    assert path.read_text(encoding="utf-8") == HOLDS.replace("Svaret dröjer", "Svaret hinns med")
    assert path.stat().st_mode & 0o777 == 0o640
    assert call("test", "rules", "--update").out == "✓ rules/tests  2 scenarier\n2 scenarier håller.\n"


def test_update_writes_through_a_link_only_where_it_is_named(call: Call, folder: Path) -> None:
    outside = folder / "utanför.yaml"
    link = folder / "rules" / "tests" / "hinns.yaml"
    link.rename(outside)
    link.symlink_to(outside)
    status, out, _ = call("test", "rules", "--update")
    assert status == 1
    assert "Lämnad: rules/tests/hinns.yaml, som är en länk." in out
    assert "inskrivet" not in out
    assert outside.read_text(encoding="utf-8") == FAILS
    assert call("test", link, "--update", "--rules", "rules").status == 0
    assert "status: overdue" in outside.read_text(encoding="utf-8")
    assert link.is_symlink()


def test_update_leaves_what_it_cannot_mend(call: Call, folder: Path) -> None:
    path = folder / "rules/tests/hinns.yaml"
    text = FAILS.replace("  - {rule: prov.svar", "  - {rule: prov.alltid, opened: 2026-03-03}\n  - {rule: prov.svar")
    path.write_text(text, encoding="utf-8")
    status, out, _ = call("test", "rules", "--update")
    assert status == 1
    assert "+  - {rule: prov.svar, status: overdue, due: 2026-03-07}" in out
    assert says(out, "Väntat: ett krav som uppstod tis 3 mars 2026.")
    assert "{rule: prov.alltid, opened: 2026-03-03}\n" in path.read_text(encoding="utf-8")
    # Without --update nothing is written.
    before = path.read_bytes()
    assert call("test", "rules").status == 1
    assert path.read_bytes() == before


def test_as_a_process_of_its_own(process: Call, folder: Path) -> None:
    status, out, err = process("test", folder / "rules/tests/drojer.yaml")
    assert (status, err) == (0, "")
    assert out.endswith("1 scenario håller.\n")


def test_every_line_fits_the_width(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rutinmotor.faces.cli.screen._PIPE_WIDTH", 80)
    for lang in ("sv", "en"):
        out = call("test", "rules", "--coverage", "--lang", lang).out
        assert max(map(len, out.splitlines())) <= 80
