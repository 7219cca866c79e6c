"""`impact`: each format, what is listed and what only counted, errors, and a stream that does not fill the memory."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from select import select
from subprocess import PIPE

import pytest

from tests.faces.cli.calls import EXAMPLES, ROOT, Call
from tests.wrapping import says

RULES = """
catalogue: prov
actors: {utforare: {title: Utförare}, chef: {title: Enhetschef}}
events: {start: {title: Insatsen har börjat}, klar: {title: Planen är klar}}
facts: {lov: {title: Valfrihet, type: bool}}
rules:
  - {id: plan, title: '=Planen är klar', actor: utforare, trigger: start, deadline: {weeks: 6}, fulfilled_by: klar}
  - {id: val, title: Valet är gjort, actor: chef, trigger: start, deadline: none, fulfilled_by: klar}
"""
AT = "2025-11-05"


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "gamla.yaml", tmp_path / "nya.yaml"
    old.write_text(RULES, encoding="utf-8")
    new.write_text(RULES.replace("weeks: 6", "weeks: 4"), encoding="utf-8")
    return old, new


def lines(number: int) -> str:
    """So many cases, every other one of which has started."""
    return "".join(
        json.dumps(
            {"case": f"a{one}", "events": [{"id": "e1", "type": "start", "at": "2025-10-01"}] if one % 2 else []}
        )
        + "\n"
        for one in range(number)
    )


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "arenden.jsonl"
    path.write_text(lines(60), encoding="utf-8")
    return path


def test_the_text_says_how_much_and_then_what(call: Call, sides: tuple[Path, Path], cases: Path) -> None:
    status, out, err = call("impact", *sides, cases, "--at", AT)
    assert (status, err) == (0, "")
    assert "60 ärenden, onsdag 5 november 2025: 30 ärenden ändras.\n\n  30 krav blir försenade\n" in out
    assert says(out, "Per regel")
    assert says(out, "Per aktör")
    assert says(out, "det som väger tyngst först; 20 av 30 (--limit ger fler):")
    assert out.count("\nÄrende a") == 20
    assert "Ärende a1\n  blir försenat   =Planen är klar\n                  Utförare · prov.plan\n" in out
    assert (
        "att göra → försenat\n                  sista dag: ons 12 nov 2025 → ons 29 okt 2025 (14 dagar tidigare)\n"
        in out
    )
    assert "Gamla regler: 6 veckor framåt: onsdag 12 november 2025.\n" in out
    assert "Nya regler: 4 veckor framåt: onsdag 29 oktober 2025.\n" in out
    assert max(len(line) for line in out.splitlines()) <= 100


def test_the_text_in_english(call: Call, sides: tuple[Path, Path], cases: Path) -> None:
    out = call("impact", *sides, cases, "--at", AT, "--limit", "1", "--from", "2025-10-01", "--lang", "en").out
    assert "60 cases, Wednesday 5 November 2025: 30 cases change.\n" in out
    assert says(out, "The new rules hold for what is triggered from Wednesday 1 October 2025.")
    assert "  30 obligations become overdue\n" in out
    assert "last day: Wed 12 Nov 2025 → Wed 29 Oct 2025 (14 days earlier)\n" in out
    assert out.count("\nCase a") == 1


def test_nothing_changes_and_no_cases_are_two_answers(call: Call, sides: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = sides
    assert call("impact", old, old, EXAMPLES, "--at", AT, "--unknown-events", "list").out == (
        "6 ärenden, onsdag 5 november 2025: inget ändras.\n"
    )
    none = tmp_path / "inga.json"
    none.write_text("[]", encoding="utf-8")
    assert call("impact", old, new, none, "--at", AT).out == "Onsdag 5 november 2025: inga ärenden att jämföra.\n"


def test_json_is_one_object_and_jsonl_its_cases(call: Call, sides: tuple[Path, Path], cases: Path) -> None:
    whole = json.loads(call("impact", *sides, cases, "--at", AT, "--format", "json", "--from", "2025-10-01").out)
    assert list(whole) == ["at", "known", "from", "old", "new", "renamed", "cases", "counts"]
    assert (whole["at"], whole["known"], whole["from"]) == (AT, None, "2025-10-01")
    assert whole["counts"] == {
        "cases": 60,
        "changed": 30,
        "errors": 0,
        "kinds": {"overdue": 30},
        "closed": {},
        "rules": {"prov.plan": {"overdue": 30}},
        "actors": {"utforare": {"overdue": 30}},
    }
    assert whole["renamed"] == {}
    assert len(whole["cases"]) == 30
    (change,) = whole["cases"][0]["changes"]
    assert list(change) == ["change", "rule", "title", "item", "aspects", "old", "new", "reasons", "because"]
    assert change["aspects"] == ["status", "due", "light"]
    assert [change[side]["due"] for side in ("old", "new")] == ["2025-11-12", "2025-10-29"]
    assert change["reasons"] == [{"kind": "recounted", "under": None}]
    assert change["because"]["en"][1] == "New rules: 4 weeks on: Wednesday 29 October 2025."
    out = call("impact", *sides, cases, "--at", AT, "--format", "jsonl", "--from", "2025-10-01", "--lang", "en").out
    assert [json.loads(line) for line in out.splitlines()] == whole["cases"]


def test_an_empty_answer_in_json_is_whole(call: Call, sides: tuple[Path, Path], cases: Path) -> None:
    whole = json.loads(call("impact", sides[0], sides[0], cases, "--at", AT, "--format", "json").out)
    assert (whole["cases"], whole["counts"]["cases"], whole["counts"]["kinds"]) == ([], 60, {})


def test_csv_has_a_row_for_each_change(call: Call, sides: tuple[Path, Path], cases: Path) -> None:
    out = call("impact", *sides, cases, "--at", AT, "--format", "csv", "--limit", "2").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["case"] for row in rows] == ["a1", "a3"]
    first = rows[0]
    assert first["title"] == "'=Planen är klar"
    assert (first["change"], first["due_old"], first["due_new"], first["days_moved"]) == (
        "overdue",
        "2025-11-12",
        "2025-10-29",
        "-14",
    )
    assert first["reason_sv"].startswith("Gamla regler: 6 veckor")


def test_what_cannot_be_judged_is_told_in_every_format(call: Call, sides: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = sides
    new.write_text(
        RULES.replace("trigger: start, deadline: none", "trigger: start, only_if: {lov: true}, deadline: none"),
        encoding="utf-8",
    )
    case = tmp_path / "lucka.json"
    case.write_text('{"case": "1", "events": [{"type": "start", "at": "2025-11-01"}]}', encoding="utf-8")
    out = call("impact", old, new, case, "--at", AT).out
    assert "  1 gång går en regel inte att bedöma\n" in out
    assert says(out, "Nya regler: Kan inte bedömas, uppgift saknas: Valfrihet (lov).")
    (line,) = call("impact", old, new, case, "--at", AT, "--format", "jsonl").out.splitlines()
    assert json.loads(line)["undetermined"] == [
        {
            "change": "undetermined",
            "rule": "prov.val",
            "item": None,
            "old": None,
            "new": {"day": "2025-11-01", "missing": ["lov"]},
        }
    ]
    rows = list(csv.DictReader(io.StringIO(call("impact", old, new, case, "--at", AT, "--format", "csv").out)))
    assert [(row["change"], row["day_new"], row["missing_new"]) for row in rows] == [
        ("vanished", "", ""),
        ("undetermined", "2025-11-01", "lov"),
    ]


def test_a_case_with_errors_stops_no_other(call: Call, sides: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = sides
    new.write_text(
        new.read_text(encoding="utf-8").replace(
            "lov: {title: Valfrihet, type: bool}", "lov: {title: Valfrihet, type: int}"
        ),
        encoding="utf-8",
    )
    path = tmp_path / "blandat.jsonl"
    unknown = '{"case": "okand", "events": [{"type": "strat", "at": "2025-10-01"}]}'
    path.write_text(f'{{"case": "fel", "facts": {{"lov": true}}}}\n{unknown}\n[1]\n{lines(2)}', encoding="utf-8")
    status, out, err = call("impact", old, new, path, "--at", AT)
    assert (status, err) == (1, "")
    assert says(out, "5 ärenden, onsdag 5 november 2025: 1 ärende ändras; 3 ärenden har fel och är inte med.")
    assert "Ärende fel\n  Felet finns bara med de nya reglerna.\n" in out
    assert says(out, "Menade du ”start”?")
    status, out, _ = call("impact", old, new, path, "--at", AT, "--format", "jsonl", "--limit", "0")
    assert status == 1
    assert [json.loads(line)["error"]["under"] for line in out.splitlines()] == [["new"], ["old", "new"], []]
    status, out, err = call("impact", old, new, path, "--at", AT, "--format", "csv")
    assert (status, err.count("kan inte jämföras")) == (1, 3)
    assert call("impact", old, old, path, "--at", AT, "--unknown-events", "list", "--limit", "0").status == 1


def test_where_all_have_errors_nothing_is_said_to_be_unchanged(
    call: Call, sides: tuple[Path, Path], tmp_path: Path
) -> None:
    path = tmp_path / "fel.jsonl"
    wrong = '{"case": "fel", "facts": {"nej": true}}\n'
    path.write_text(wrong, encoding="utf-8")
    out = call("impact", *sides, path, "--at", AT).out
    assert out.startswith("1 ärende, onsdag 5 november 2025: det har fel och kan inte jämföras.\n\nÄrende fel\n")
    path.write_text(wrong * 2, encoding="utf-8")
    out = call("impact", *sides, path, "--at", AT, "--lang", "en").out
    assert out.startswith("2 cases, Wednesday 5 November 2025: all have errors and cannot be compared.\n\nCase fel\n")
    path.write_text(wrong + lines(2), encoding="utf-8")
    out = call("impact", *sides, path, "--at", AT, "--limit", "0").out
    assert "\n\nÄrende fel\n" in out


def test_many_errors_are_counted_and_some_listed(call: Call, sides: tuple[Path, Path], tmp_path: Path) -> None:
    path = tmp_path / "fel.jsonl"
    path.write_text('{"case": "fel", "facts": {"nej": true}}\n' * 25, encoding="utf-8")
    out = call("impact", *sides, path, "--at", AT).out
    assert out.count("Ärende fel\n") == 20
    assert out.endswith("Ytterligare 5 ärenden har fel; alla räknas upp med --format jsonl.\n")


def test_a_rule_under_another_name_is_the_same_rule(call: Call, sides: tuple[Path, Path], cases: Path) -> None:
    old, new = sides
    new.write_text(RULES.replace("id: val", "id: valet"), encoding="utf-8")
    out = call("impact", old, new, cases, "--at", AT).out
    assert out == (
        "60 ärenden, onsdag 5 november 2025: inget ändras.\n"
        "En regel har bytt namn och jämförs som samma: prov.val → prov.valet.\n"
    )
    new.write_text(
        RULES.replace("id: val", "id: valet").replace("id: plan", "id: planen").replace("weeks: 6", "weeks: 4"),
        encoding="utf-8",
    )
    out = call("impact", old, new, cases, "--at", AT, "--limit", "1").out
    assert "2 regler har bytt namn och jämförs som samma: prov.plan → prov.planen, prov.val → prov.valet.\n" in out
    assert "  30 krav blir försenade\n\n" in out
    out = call("impact", old, new, cases, "--at", AT, "--lang", "en").out
    assert says(out, "2 rules have another name and are compared as the same: prov.plan → prov.planen,")
    whole = json.loads(call("impact", old, new, cases, "--at", AT, "--format", "json").out)
    assert whole["renamed"] == {"prov.plan": "prov.planen", "prov.val": "prov.valet"}
    (change,) = whole["cases"][0]["changes"]
    assert (change["rule"], change["old"]["rule"], change["new"]["rule"]) == (
        "prov.planen",
        "prov.plan",
        "prov.planen",
    )
    rows = list(csv.DictReader(io.StringIO(call("impact", old, new, cases, "--at", AT, "--format", "csv").out)))
    assert (rows[0]["rule"], rows[0]["rule_old"]) == ("prov.planen", "prov.plan")


def test_a_catalogue_under_another_name_names_a_few_of_its_rules(
    call: Call, sides: tuple[Path, Path], cases: Path
) -> None:
    old, new = sides
    more = "".join(
        f"  - {{id: r{one}, title: R{one}, actor: chef, trigger: start, deadline: none, fulfilled_by: klar}}\n"
        for one in range(4)
    )
    old.write_text(RULES + more, encoding="utf-8")
    new.write_text((RULES + more).replace("catalogue: prov", "catalogue: rutin"), encoding="utf-8")
    out = call("impact", old, new, cases, "--at", AT).out
    assert " ".join(out.split("\n")[1:]).startswith(
        "6 regler har bytt namn och jämförs som samma: prov.plan → rutin.plan, prov.r0 → rutin.r0, prov.r1 → "
    )
    assert out.endswith("prov.r3 → rutin.r3 och 1 till.\n")


def test_of_some_that_are_closed_one_is_told_as_one(call: Call, sides: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = sides
    new.write_text(RULES.replace("weeks: 6", "weeks: 7"), encoding="utf-8")
    path = tmp_path / "arenden.jsonl"
    started = '{{"case": "{}", "events": [{{"type": "start", "at": "2025-10-01"}}{}]}}\n'
    done = ', {"type": "klar", "at": "2025-10-02"}'
    path.write_text(started.format(1, "") + started.format(2, done), encoding="utf-8")
    out = call("impact", old, new, path, "--at", AT).out
    assert "  2 krav får en senare sista dag, 1 av dem redan avslutat\n" in out
    path.write_text(started.format(1, "") + started.format(2, done) + started.format(3, done), encoding="utf-8")
    assert (
        "  3 krav får en senare sista dag, 2 av dem redan avslutade\n" in call("impact", old, new, path, "--at", AT).out
    )


def test_one_rule_in_many_cases_is_not_many_rules(call: Call, sides: tuple[Path, Path], cases: Path) -> None:
    old, new = sides
    new.write_text(
        RULES.replace("trigger: start, deadline: none", "trigger: start, only_if: {lov: true}, deadline: none"),
        encoding="utf-8",
    )
    assert "\n  30 gånger går en regel inte att bedöma\n" in call("impact", old, new, cases, "--at", AT).out
    back = call("impact", new, old, cases, "--at", AT, "--lang", "en").out
    assert "\n  30 times a rule is no longer unclear\n" in back


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--limit", "många"), "--limit är ett antal som 20, inte ”många”."),
        (("--limit", "-1"), "--limit är ett antal"),
        (("--limit", "²"), "--limit är ett antal"),
        (("--from", "2025-13-01"), "--from är en dag som 2025-11-13"),
        (("--format", "table"), "--format kan inte vara ”table”"),
        (("--unknown-events", "ja"), "--unknown-events kan inte vara"),
    ],
)
def test_arguments_that_are_none(args: tuple[str, str], told: str, call: Call, sides: tuple[Path, Path]) -> None:
    status, out, err = call("impact", *sides, EXAMPLES, *args)
    assert (status, out) == (2, "")
    assert says(err, told)


def test_rules_that_cannot_follow_each_other(call: Call, sides: tuple[Path, Path]) -> None:
    old, new = sides
    new.write_text(RULES.replace("type: bool", "type: int"), encoding="utf-8")
    status, _, err = call("impact", old, new, EXAMPLES, "--from", "2025-10-01")
    assert status == 2
    assert says(err, "uppgiften lov är av olika slag")
    status, _, err = call("impact", old, new, EXAMPLES, "--from", "2025-10-01", "--lang", "en")
    assert says(err, "the fact lov is of one kind in the old rules and of another in the new")
    new.write_text("timezone: Europe/Helsinki\n" + RULES, encoding="utf-8")
    assert says(
        call("impact", old, new, EXAMPLES, "--from", "2025-10-01").err, "tidszonen är ändrad till Europe/Helsinki"
    )


def test_rules_with_errors_and_rules_that_are_not_there(call: Call, sides: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = sides
    new.write_text(RULES.replace("trigger: start", "trigger: strat"), encoding="utf-8")
    status, _, err = call("impact", old, new, EXAMPLES)
    assert status == 2
    assert "strat" in err
    assert call("impact", old, tmp_path / "borta", EXAMPLES).status == 2
    assert call("impact", "git:ingenstans", old, EXAMPLES).status == 2
    assert call("impact", old, new).status == 2


def test_rules_of_an_earlier_revision(call: Call, sides: tuple[Path, Path], cases: Path) -> None:
    old, new = sides

    def git(*args: str) -> None:
        who = ("-c", "user.name=Prov", "-c", "user.email=prov@example.invalid")
        subprocess.run(["git", *who, *args], cwd=old.parent, check=True, capture_output=True)

    git("init")
    git("add", old.name)
    git("commit", "-m", "först")
    old.write_text(new.read_text(encoding="utf-8"), encoding="utf-8")
    out = call("impact", "git:HEAD", old, cases, "--at", AT, "--limit", "0").out
    assert says(out, "30 krav blir försenade")


def test_standard_input_is_read(process: Call, sides: tuple[Path, Path]) -> None:
    status, out, err = process("impact", *sides, "-", "--at", AT, stdin=lines(4).encode())
    assert (status, err) == (0, "")
    assert says(out, "4 ärenden")


def test_progress_is_shown_on_a_terminal_and_taken_away(sides: tuple[Path, Path]) -> None:
    """Cases go on coming, however fast they are read, until a counter has been shown."""
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "rutinmotor", "impact", *map(str, sides), "-", "--at", AT, "--limit", "0"]
    environ, shown, given = {**os.environ, "LANG": "sv_SE"}, b"", 0
    with subprocess.Popen(command, stdin=PIPE, stdout=child, stderr=child, cwd=ROOT, env=environ) as ran:
        os.close(child)
        assert ran.stdin is not None
        while "ärenden …".encode() not in shown:
            ran.stdin.write(lines(100).replace('"case": "a', f'"case": "{given}-').encode())
            ran.stdin.flush()
            given += 100
            if select([parent], [], [], 0.02)[0]:
                shown += os.read(parent, 65536)
        ran.stdin.close()
        while part := _read(parent):
            shown += part
    os.close(parent)
    assert ran.returncode == 0
    _, taken_away, said = shown.decode().partition("\r\x1b[K")
    assert taken_away
    assert re.sub(r"\s", "", said).startswith(f"{given}ärenden,")


def _read(terminal: int) -> bytes:
    """What comes next on a terminal; nothing where its other end is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


@pytest.mark.long
@pytest.mark.parametrize("form", ["text", "csv", "jsonl"])
def test_ten_times_the_cases_take_no_more_memory(form: str, sides: tuple[Path, Path], tmp_path: Path) -> None:
    """The greatest memory of a process of its own, in MiB, over 2,000 cases and over 20,000."""
    program = "import sys, resource; from rutinmotor.faces.cli.entry import front; front(sys.argv[1:], {})\n"
    program += "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)"
    used: list[int] = []
    for number in (2_000, 20_000):
        path = tmp_path / f"{number}.jsonl"
        path.write_text(lines(number), encoding="utf-8")
        args = ["impact", *map(str, sides), str(path), "--at", AT, "--format", form]
        if form != "text":
            args += ["--limit", "50"]
        done = subprocess.run([sys.executable, "-c", program, *args], capture_output=True, check=True, cwd=ROOT)
        used.append(int(done.stderr))
    assert used[1] < used[0] + 5, used
