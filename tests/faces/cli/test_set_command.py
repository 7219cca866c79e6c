"""`set`: one value changed and nothing else, checked with its neighbours first, and its exit status."""

from pathlib import Path

import pytest

from tests.faces.cli.calls import ROOT, Call
from tests.wrapping import says

OWN = """\
catalogue: prov
title: Prov   # rubrik
uses: [ord]
rules:
  # Den första
  - id: ett
    title: 'Första'
    actor: chef
    trigger: start
    deadline: {weeks: 6}   # enligt rutinen
    fulfilled_by: slut
    source: {section: Ett}
  - id: tva
    title: Andra
    actor: chef
    trigger: {overdue: ett}
    deadline: {days: 3}
    fulfilled_by: slut
    source: {section: Två}
    in_force: {to: 2024-12-31}
  - id: tva
    title: Andra
    actor: chef
    trigger: {overdue: ett}
    deadline: {days: 5}
    fulfilled_by: slut
    source: {section: Två}
    in_force: {from: 2025-01-01}
"""
WORDS = """\
catalogue: ord
actors: {chef: {title: Chef}}
events: {start: {title: Börjar}, slut: {title: Slutar}}
"""


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "prov.yaml").write_text(OWN, encoding="utf-8")
    (folder / "ord.yaml").write_text(WORDS, encoding="utf-8")
    return folder / "prov.yaml"


def test_one_value(call: Call, rules: Path) -> None:
    status, out, err = call("set", "prov.ett", "deadline.weeks=4", "title=Ring, tala: nu")
    assert (status, err) == (0, "")
    assert out == ("prov.ett i rules/prov.yaml\n  deadline.weeks: 6 → 4\n  title: Första → Ring, tala: nu\n")
    assert rules.read_text(encoding="utf-8") == OWN.replace("weeks: 6", "weeks: 4").replace(
        "Första'", "Ring, tala: nu'"
    )


def test_new_and_removed_keys(call: Call, rules: Path) -> None:
    status, out, _ = call("set", "ett", "warn={days: 2}", "title=", "--unset", "source", "--lang", "en")
    assert status == 0
    assert "  warn: not there → {days: 2}\n  title: Första → removed\n" in out
    # What there is to say of it now is said, as check would say it.
    assert "rules/prov.yaml:4:1  remark RM" in out
    assert out.endswith("officer reads.\n")
    text = rules.read_text(encoding="utf-8")
    assert "    fulfilled_by: slut\n    warn: {days: 2}\n  - id: tva\n" in text
    assert "Första" not in text


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [
        ("deadlin=none", "RM101", "    deadlin: none"),
        ("trigger=strat", "RM201", "    trigger: strat"),
        ("deadline={weeks: 6, days: 1}", "RM121", "    deadline: {weeks: 6, days: 1}   # enligt rutinen"),
        ("id=nytt", "RM2", "{overdue: ett}"),
        ("title=osynlig\N{SOFT HYPHEN}", "", ""),
        ("fulfilled_by=[]", "RM114", "    fulfilled_by: []"),
    ],
)
def test_errors_are_shown_in_the_new_text_and_nothing_is_written(
    change: str, code: str, line: str, call: Call, rules: Path
) -> None:
    status, out, err = call("set", "prov.ett", change)
    if not code:
        assert status == 2
        assert says(err, "tecken som inte syns")
    else:
        assert status == 1
        assert says(out, f"fel {code}")
        assert says(out, line)
        assert out.splitlines()[-1].startswith("Inget är skrivet: ändringen skulle ge ")
    assert rules.read_text(encoding="utf-8") == OWN


def test_an_error_in_a_neighbour_counts(call: Call, rules: Path) -> None:
    other = "catalogue: annan\nuses: [ord]\nrules:\n  - {id: a, title: A, actor: chef, trigger: {overdue: prov.ett}, "
    other += "deadline: {days: 1}, fulfilled_by: slut, source: {section: A}}\n"
    (rules.parent / "annan.yaml").write_text(other, encoding="utf-8")
    status, out, _ = call("set", "--in", "rules/prov.yaml", "prov.ett", "id=nytt")
    assert status == 1
    assert "rules/annan.yaml:4" in out
    assert rules.read_text(encoding="utf-8") == OWN


def test_errors_that_were_there_before_do_not_stop_it(call: Call, rules: Path) -> None:
    (rules.parent / "bruten.yaml").write_text("catalogue: [\n", encoding="utf-8")
    rules.write_text(OWN.replace("trigger: start", "trigger: strat"), encoding="utf-8")
    status, out, _ = call("set", "prov.ett", "deadline.weeks=4")
    assert status == 0
    assert "RM" not in out
    assert "weeks: 4" in rules.read_text(encoding="utf-8")


def test_check_and_diff_write_nothing(call: Call, rules: Path) -> None:
    status, out, _ = call("set", "prov.ett", "deadline.weeks=4", "--diff")
    assert status == 0
    assert "-    deadline: {weeks: 6}   # enligt rutinen\n+    deadline: {weeks: 4}   # enligt rutinen\n" in out
    assert out.endswith("\nÄndringen går att göra. Inget är skrivet.\n")
    assert call("set", "prov.ett", "deadline.weeks=4", "--check").status == 0
    assert call("set", "prov.ett", "deadline.weeks=x y", "--check").status == 1
    assert rules.read_text(encoding="utf-8") == OWN


def test_a_version_is_named_by_a_day(call: Call, rules: Path) -> None:
    status, _, err = call("set", "prov.tva", "deadline.days=9")
    assert status == 2
    assert says(err, "prov.tva@2024-12-31, prov.tva@2025-01-01")
    assert call("set", "prov.tva@2026-06-01", "deadline.days=9").status == 0
    assert rules.read_text(encoding="utf-8") == OWN.replace("days: 5", "days: 9")
    assert "versionen" not in call("set", "prov.tva@igår", "deadline.days=9").err
    rules.write_text(OWN.replace("{from: 2025-01-01}", "{from: 2025-02-01}"), encoding="utf-8")
    assert says(call("set", "prov.tva@2025-01-15", "warn=").err, "Ingen version av prov.tva gäller 2025-01-15")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("prov.et", "title=A"), "Menade du ”prov.ett”?"),
        (("prov.ett",), "Ange vad som ska ändras"),
        (("prov.ett", "title"), "NYCKEL=VÄRDE"),
        (("prov.ett", "=x"), "är ingen nyckel"),
        (("prov.ett", "title=A", "title=B"), "står två gånger"),
        (("prov.ett", "deadline={weeks: 4"), "går inte att läsa"),
        (("prov.ett", "warn="), "warn finns inte i regeln prov.ett"),
        (("prov.ett", "escalation.0.to=chef"), "escalation finns inte"),
        (("prov.ett", "title.kort=A"), "title har inga delar"),
        (("prov.ett", "title=A", "--in", "rules/saknas.yaml"), "går inte att läsa"),
        (("prov.ett", "title=A", "--rules", "tom"), "går inte att läsa"),
        (("prov.ett", "title=A", "--rules", "rules", "--in", "rules/prov.yaml"), "inte båda"),
        (("prov.ett", "title=A", "--in", "rules/ord.yaml"), "Regeln ”prov.ett” finns inte"),
    ],
)
def test_misuse(args: tuple[str, ...], told: str, call: Call, rules: Path) -> None:
    (rules.parents[1] / "tom").mkdir()
    status, out, err = call("set", *args)
    assert (status, out) == (2, "")
    assert says(err, told)
    assert rules.read_text(encoding="utf-8") == OWN


def test_a_file_with_faults_is_not_touched(call: Call, rules: Path) -> None:
    data = OWN.encode("latin-1")
    rules.write_bytes(data)
    status, _, err = call("set", "--in", "rules/prov.yaml", "prov.ett", "deadline.weeks=4")
    assert status == 2
    assert "RM006" in err
    assert rules.read_bytes() == data


def test_the_same_again_writes_nothing(call: Call, rules: Path) -> None:
    before = rules.stat().st_mtime_ns
    assert call("set", "prov.ett", "deadline={weeks: 6}").out == "Inget att ändra: så står det redan.\n"
    assert rules.stat().st_mtime_ns == before


def test_a_shipped_rule_as_a_process(process: Call, tmp_path: Path) -> None:
    copied = {file.name: file.read_bytes() for file in (ROOT / "rules").glob("*.yaml")}
    for name, data in copied.items():
        (tmp_path / name).write_bytes(data)
    status, out, err = process("set", "sol.plan_slutford", "deadline.weeks=4", "--rules", tmp_path)
    assert (status, err) == (0, "")
    assert says(out, "deadline.weeks: 6 → 4")
    old, new = copied.pop("sol.yaml").splitlines(), (tmp_path / "sol.yaml").read_bytes().splitlines()
    assert [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]] == [
        (b"    deadline: {weeks: 6}", b"    deadline: {weeks: 4}")
    ]
    assert all((tmp_path / name).read_bytes() == data for name, data in copied.items())


def test_a_link_is_written_through_only_where_it_is_named(call: Call, rules: Path, tmp_path: Path) -> None:
    outside = tmp_path / "utanför.yaml"
    rules.rename(outside)
    rules.symlink_to(outside)
    (tmp_path / "ord.yaml").write_text(WORDS, encoding="utf-8")
    for where in ([], ["--rules", "rules"], ["--in", "rules"]):
        status, _, err = call("set", "prov.ett", "deadline.weeks=4", *where)
        assert (status, "rules/prov.yaml är en länk. Ange den med --in" in err) == (2, True)
    assert outside.read_text(encoding="utf-8") == OWN
    assert call("set", "prov.ett", "deadline.weeks=4", "--in", "rules/prov.yaml").status == 0
    assert "weeks: 4" in outside.read_text(encoding="utf-8")
    assert rules.is_symlink()
