"""`record`: a scenario on stdout or in a file, what was changed on stderr; it holds, and bears no one's name."""

from pathlib import Path

import pytest

from rutinmotor.language.casefile.case_files import read_cases
from tests.faces.cli.calls import EXAMPLES, ROOT, Call
from tests.wrapping import says

HOME = EXAMPLES / "hemtjanst.yaml"


@pytest.mark.parametrize(
    "example", sorted(EXAMPLES.glob("*.yaml")) + sorted(EXAMPLES.glob("*.json")), ids=lambda p: p.name
)
def test_every_example_is_recorded_and_holds(call: Call, tmp_path: Path, example: Path) -> None:
    path = tmp_path / "inspelat.yaml"
    done = call("record", example, "--at", "2025-11-13", "--out", path)
    assert done.status == 0
    assert says(done.err, "alla dagar är flyttade")
    assert says(done.err, "Läs igenom scenariot innan det delas")
    text = path.read_text(encoding="utf-8")
    (read,) = read_cases(str(example), example.read_bytes())
    assert read.case is not None
    assert read.case.id not in text
    assert not any(item in text for item in read.case.items)
    assert "alla dagar" not in text
    tried = call("test", path, "--rules", ROOT / "rules")
    assert (tried.status, tried.err) == (0, "")


RULES = """\
catalogue: prov
actors: {handlaggare: {title: Handläggare}}
events: {start: {title: Start}, klar: {title: Klart}}
rules:
  - {id: plan, actor: handlaggare, trigger: start, deadline: {days: 30}, fulfilled_by: klar}
"""
TWICE = "case: x\nevents:\n  - {type: start, at: 2025-01-01T09:00}\n  - {type: start, at: 2025-01-01T10:00}\n"


def test_a_case_with_equal_obligations_is_recorded_and_holds_and_can_be_updated(call: Call, tmp_path: Path) -> None:
    rules, log, path = (tmp_path / name for name in ("prov.yaml", "arende.yaml", "inspelat.yaml"))
    rules.write_text(RULES, encoding="utf-8")
    log.write_text(TWICE, encoding="utf-8")
    assert call("record", log, "--at", "2025-01-10", "--rules", rules, "--out", path).status == 0
    assert call("test", path, "--rules", rules).status == 0
    assert call("fmt", path).status == 0
    assert call("test", path, "--rules", rules).status == 0
    # With another answer both are written in, and are equal again.
    rules.write_text(RULES.replace("days: 30", "days: 29"), encoding="utf-8")
    assert call("test", path, "--rules", rules).status == 1
    assert call("test", path, "--rules", rules, "--update").status == 0
    rows = [line.partition("#")[0] for line in path.read_text(encoding="utf-8").splitlines() if "prov.plan" in line]
    assert len(rows) == 2
    assert len(set(rows)) == 1


def test_the_screen_has_the_scenario_and_nothing_else(call: Call) -> None:
    status, out, err = call("record", HOME, "--at", "2025-11-13", "--title", "Planen är en dag försenad")
    assert status == 0
    assert out.splitlines()[2] == "scenario: Planen är en dag försenad"
    assert out.splitlines()[4:6] == ["case:", '  case: "arende-1"']
    assert "hemtjanst-1" not in out
    assert "flyttade" in err


def test_one_of_several(call: Call) -> None:
    two = EXAMPLES / "tva_arenden.jsonl"
    assert call("record", two).status == 2
    assert call("record", two, "--case", "2025-0310", "--at", "2025-11-13").status == 0
    missing = call("record", two, "--case", "2025-9999")
    assert missing.status == 1
    assert says(missing.out, "Det finns inget ärende ”2025-9999” här")


def test_a_move_that_changes_the_answer_is_refused(call: Call) -> None:
    status, out, err = call("record", HOME, "--at", "2025-11-13", "--shift", "-40")
    assert (status, out) == (1, "")
    assert says(err, "Ärendet gick inte att spela in")
    assert says(err, "Med 40 veckor bakåt ändras:")


def test_the_same_move_twice_and_none(call: Call) -> None:
    first = call("record", HOME, "--at", "2025-11-13")
    assert first == call("record", HOME, "--at", "2025-11-13")
    still = call("record", HOME, "--at", "2025-11-13", "--shift", "0")
    assert still.status == 0
    assert says(still.err, "dagarna är inte flyttade")


def test_a_case_that_gives_nothing_asserts_nothing(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "tomt.yaml"
    path.write_text("case: tomt\nevents: []\n", encoding="utf-8")
    status, out, err = call("record", path, "--at", "2025-11-13")
    assert (status, out) == (1, "")
    assert says(err, "ett scenario måste påstå något")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("case: 1\nevents:\n  - {type: beslut_fattat, at: igår}\n", "RM109"),
        ("case: a\nfacts: {iub: kanske}\nevents:\n  - {type: beslut_fattat, at: 2025-10-01}\n", "RM60"),
    ],
)
def test_a_case_with_faults(call: Call, tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "fel.yaml"
    path.write_text(text, encoding="utf-8")
    status, out, _ = call("record", path, "--at", "2025-11-13")
    assert status == 1
    assert says(out, told)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--shift", "några"], "--shift är ett antal veckor"),
        (["--at", "snart"], "--at är en dag"),
        (["--rules", "finns_inte"], "Reglerna går inte att använda"),
    ],
)
def test_what_cannot_be_done_is_said_plainly(call: Call, arguments: list[str], told: str) -> None:
    status, out, err = call("record", HOME, *arguments)
    assert (status, out) == (2, "")
    assert says(err, told)


def test_a_file_is_not_written_over(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "mitt.yaml"
    path.write_text("mitt", encoding="utf-8")
    assert call("record", HOME, "--at", "2025-11-13", "--out", path).status == 2
    assert path.read_text(encoding="utf-8") == "mitt"


def test_standard_input_of_a_real_process(process: Call) -> None:
    done = process("record", "-", "--at", "2025-11-13", "--lang", "en", stdin=HOME.read_bytes())
    assert done.status == 0
    assert done.out.startswith("# Recorded from a real case")
    assert says(done.err, "Read the scenario through")
