"""`new`: drafts of rules that pass `check`, of scenarios that hold under `test`; nothing is written over."""

from pathlib import Path
from shlex import quote

import pytest

from tests.faces.cli.calls import ROOT, Call
from tests.wrapping import says

SCENARIO = ("new", "scenario", "sol.plan_slutford", "--day", "2026-03-02")
RULE = (
    *("new", "rule", "plan_kontrollerad", "--title", "Planen är kontrollerad", "--actor", "Handläggare"),
    *("--trigger", "plan_slutford", "--deadline", "tre arbetsdagar", "--fulfilled-by", "Kontrollen är gjord"),
)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of the shipped catalogues."""
    for path in (ROOT / "rules").glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


@pytest.mark.parametrize("status", ["due", "overdue", "fulfilled", "fulfilled_late", "ended", "absent", "undetermined"])
def test_a_scenario_of_each_status_holds(call: Call, tmp_path: Path, status: str) -> None:
    path = tmp_path / f"{status}.yaml"
    done = call(*SCENARIO, "--status", status, "--out", path)
    assert (done.status, done.err) == (0, "")
    tried = call("test", path, "--rules", ROOT / "rules")
    assert (tried.status, tried.err) == (0, "")


def test_a_scenario_on_the_screen(call: Call) -> None:
    status, out, err = call(*SCENARIO, "--status", "overdue", "--title", "Planen: en dag för sent")
    assert (status, err) == (0, "")
    assert out == (
        "# Ett utkast, gjort av reglernas egen text. Gör det till en berättelse som går att känna igen.\n"
        'scenario: "Planen: en dag för sent"\n'
        "rules: [sol]\n"
        "case:\n"
        '  case: "exempel"\n'
        "  items:\n"
        "    insats-1: {insats: hemtjanst, iub: false, lagrum: sol}\n"
        "  events:\n"
        "    - {id: e1, type: insats_verkstalld, at: 2026-03-02, item: insats-1}  # måndag\n"
        "at: 2026-04-14  # tisdag\n"
        "expect:\n"
        "  - {rule: sol.plan_slutford, item: insats-1, status: overdue, due: 2026-04-13}"
        "  # sista dagen är en måndag\n"
    )


def test_a_rule_that_stands_is_shown_standing(call: Call) -> None:
    assert says(call("new", "scenario", "sol.genomforande_dokumenterat", "--day", "2026-03-02").out, "status: standing")


def test_a_file_is_not_written_over_unless_told_to(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("mitt\n", encoding="utf-8")
    refused = call(*SCENARIO, "--out", path)
    assert refused.status == 2
    assert says(refused.err, "finns redan")
    assert path.read_text(encoding="utf-8") == "mitt\n"
    # Nor then, if it is something else than a scenario.
    for other in ("mitt\n", "catalogue: prov\n", "case: ett\n"):
        path.write_text(other, encoding="utf-8")
        refused = call(*SCENARIO, "--out", path, "--force")
        assert (refused.status, says(refused.err, "är inget scenario, och skrivs inte över")) == (2, True)
        assert path.read_text(encoding="utf-8") == other
    path.write_text("scenario: mitt\n", encoding="utf-8")
    assert call(*SCENARIO, "--out", path, "--force").status == 0
    assert path.read_text(encoding="utf-8").startswith("# Ett utkast")
    assert [one.name for one in tmp_path.iterdir()] == ["plan.yaml"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((*SCENARIO, "--status", "paused"), "kan inte få status paused här. Det som går: due, overdue"),
        ((*SCENARIO, "--status", "försenat"), "Menade du ”overdue”?"),
        ((*SCENARIO[:-1], "2020-01-01"), "Inget ärende hittades där regeln sol.plan_slutford ger ett krav"),
        ((*SCENARIO[:-1], "igår"), "--day är en dag som 2025-11-13"),
        ((*SCENARIO, "--actor", "a"), "--actor hör inte till new scenario"),
        (("new", "scenario"), "REGEL saknas"),
        (("new", "scenario", "sol.plan_slutförd"), "Menade du ”sol.plan_slutford”?"),
        (("new", "regel"), "Menade du ”rule”?"),
        (("new",), "VAD saknas"),
        (("new", "rule", "--status", "due"), "--status hör inte till new rule"),
        (("new", "rule", "--rules", "x"), "--rules hör inte till new rule"),
        (("new", "rule", "Ny regel"), "Till exempel ny_regel"),
        (("new", "rule", "--deadline", "snart"), "Tiden ”snart” går inte att läsa"),
        (("new", "rule", "--in", "Min rutin.yaml"), "En regelfil heter som katalogen"),
        (("new", "rule", "--in", "min_rutin.json"), "En regelfil heter som katalogen"),
    ],
)
def test_what_cannot_be_done_is_said_plainly(call: Call, arguments: tuple[str, ...], told: str) -> None:
    status, out, err = call(*arguments)
    assert (status, out) == (2, "")
    assert says(err, told)


def test_a_new_rule_file_passes_check(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "min_rutin.yaml"
    done = call("new", "rule", "--in", path)
    assert (done.status, done.err) == (0, "")
    checked = call("check", "--strict", path)
    assert (checked.status, checked.err) == (0, "")
    assert call("new", "scenario", "ny_regel", "--rules", path, "--day", "2026-03-02").status == 0


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("time", ["3 arbetsdagar", "6 veckor", "ingen", "löpande", "snarast, senast 3 arbetsdagar"])
def test_a_new_rule_file_with_any_time_passes_check(call: Call, tmp_path: Path, time: str, lang: str) -> None:
    path = tmp_path / "min_rutin.yaml"
    assert call("new", "rule", "--in", path, "--deadline", time, "--lang", lang).status == 0
    assert call("check", path).status == 0


def test_a_rule_is_put_last_in_a_file_and_nothing_else_is_touched(call: Call, rules: Path) -> None:
    path = rules / "sol.yaml"
    before = path.read_text(encoding="utf-8")
    done = call(*RULE, "--in", path, "--section", "Genomförandeplan")
    assert (done.status, done.err) == (0, "")
    assert says(done.out, "Skrev regeln sol.plan_kontrollerad sist i")
    assert says(done.out, "Nya ord i filen: kontrollen_ar_gjord.")
    after = path.read_text(encoding="utf-8")
    added = [line for line in after.splitlines() if line not in before.splitlines()]
    assert added[:3] == [
        "  kontrollen_ar_gjord: {title: Kontrollen är gjord}",
        "  - id: plan_kontrollerad",
        "    title: Planen är kontrollerad",
    ]
    kept = iter(after.splitlines())
    assert all(line in kept for line in before.splitlines())
    checked = call("check", path)
    assert (checked.status, checked.err) == (0, "")
    assert call("boundaries", "sol.plan_kontrollerad", "--rules", rules, "--year", "2026").status == 0


def test_working_days_need_a_calendar(call: Call, tmp_path: Path) -> None:
    """A new file has one where its first rule needs it; this one has none."""
    path = tmp_path / "min_rutin.yaml"
    call("new", "rule", "--in", path)
    before = path.read_bytes()
    done = call(*RULE, "--trigger", "Det är gjort", "--in", path)
    assert (done.status, done.out) == (2, "")
    assert says(done.err, "Tiden ”tre arbetsdagar” räknas i en kalender. Här finns ingen.")
    assert path.read_bytes() == before


def test_one_of_several_calendars_is_named(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "min_rutin.yaml"
    call("new", "rule", "--in", path)
    text = path.read_text(encoding="utf-8")
    days = "{weekdays: [mon, tue, wed, thu, fri]}"
    path.write_text(f"{text}calendars:\n  kontorsdag: {days}\n  helgfri: {days}\n", encoding="utf-8")
    rule = [*RULE, "--trigger", "Det är gjort", "--in", path]
    done = call(*rule)
    assert done.status == 2
    assert says(done.err, "Här finns kontorsdag, helgfri: skriv vilken, som ”3 kontorsdag”.")
    assert call(*rule, "--deadline", "3 kontorsdagar").status == 0
    assert "deadline: {working_days: 3, calendar: kontorsdag}" in path.read_text(encoding="utf-8")


HOSTILE = (
    *("new", "rule", "ja", "--title", 'Rad ett\nrad två: "x" # y, [z]', "--deadline", "snarast, senast 3 vardagar"),
    *("--actor", "no=Å: # {x}", "--trigger", "true=null", "--fulfilled-by", "null=2026-01-01"),
)


def test_words_that_could_be_taken_for_something_else(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "min_rutin.yaml"
    assert call(*HOSTILE, "--in", path).status == 0
    assert call("check", path).status == 0
    other = tmp_path / "annan.yaml"
    call("new", "rule", "--in", other, "--deadline", "3 vardagar")
    done = call(*HOSTILE, "--in", other)
    assert (done.status, done.err) == (0, "")
    assert call("check", other).status == 0


def test_the_next_step_is_told(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "min rutin" / "min_rutin.yaml"
    path.parent.mkdir()
    assert says(call("new", "rule", "--in", path).out, f"Granska den: rutinmotor check {quote(str(path))}")
    scenario = tmp_path / "ett.yaml"
    done = call("new", "scenario", "ny_regel", "--rules", path, "--day", "2026-03-02", "--out", scenario)
    how = f"rutinmotor test {quote(str(scenario))} --rules {quote(str(path))}"
    assert says(done.out, f"Pröva det: {how}")
    assert call("test", scenario, "--rules", path).status == 0


def test_a_folder_that_is_not_there_is_told_in_words(call: Call, tmp_path: Path) -> None:
    done = call("new", "rule", "--in", tmp_path / "finns_inte" / "a.yaml")
    assert done.status == 2
    assert done.err.endswith("går inte att skriva: mappen finns inte.\n")


def test_a_second_rule_stands_below_the_comments_of_the_first(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "min_rutin.yaml"
    call("new", "rule", "--in", path)
    done = call(
        *("new", "rule", "--in", path, "--title", "Planen är klar", "--actor", "handlaggare"),
        *("--trigger", "Det är gjort", "--deadline", "3 dagar", "--fulfilled-by", "plan_klar=Planen är klar"),
    )
    assert (done.status, done.err) == (0, "")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("  - id:")] == [
        next(line for line in lines if "ny_regel" in line and "- id" in line),
        "  - id: planen_ar_klar",
    ]
    hints = [number for number, line in enumerate(lines) if line.startswith("    # ")]
    second = lines.index("  - id: planen_ar_klar")
    assert all(number < second for number in hints)
    assert call("check", path).status == 0


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_and_the_mark_at_the_start_are_kept(call: Call, tmp_path: Path, ending: str) -> None:
    path = tmp_path / "min_rutin.yaml"
    call("new", "rule", "--in", path)
    text = "\ufeff" + path.read_text(encoding="utf-8").replace("\n", ending)
    path.write_bytes(text.encode())
    done = call(
        *("new", "rule", "klar", "--in", path, "--title", "Klar", "--actor", "handlaggare"),
        *("--trigger", "det_ar_gjort", "--deadline", "3 dagar", "--fulfilled-by", "plan_klar=Planen är klar"),
    )
    assert (done.status, done.err) == (0, "")
    data = path.read_bytes().decode()
    assert data.startswith("\ufeff#")
    assert data.count("\n") == data.count(ending)
    assert call("check", path).status == 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("--trigger", "plan_slutfört"), "Menade du ”plan_slutford”?"),
        (("--actor", "Handlagare"), "Är det en ny, skriv namn=Rubrik"),
        (("--deadline", "snart"), "Tiden ”snart” går inte att läsa"),
        (("--trigger", "!!!"), "kan inte bli ett namn"),
    ],
)
def test_a_word_that_is_nearly_one_is_asked_about(call: Call, rules: Path, change: tuple[str, str], told: str) -> None:
    path = rules / "sol.yaml"
    before = path.read_bytes()
    status, out, err = call(*RULE, *change, "--in", path)
    assert (status, out) == (2, "")
    assert says(err, told)
    assert path.read_bytes() == before


def test_a_rule_that_is_there_already_and_one_that_is_not_whole(call: Call, rules: Path) -> None:
    path = rules / "sol.yaml"
    there = call("new", "rule", "plan_slutford", *RULE[3:], "--in", path)
    assert (there.status, says(there.err, "finns redan")) == (2, True)
    half = call("new", "rule", "halv", "--title", "Halv", "--in", path)
    assert half.status == 2
    assert says(half.err, "--actor, --trigger, --deadline, --fulfilled-by")


def test_a_file_with_faults_is_not_written_into(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "trasig.yaml"
    path.write_text("catalogue: [\n", encoding="utf-8")
    status, _, err = call(*RULE, "--in", path)
    assert status == 2
    assert "RM0" in err
    assert path.read_text(encoding="utf-8") == "catalogue: [\n"


def test_a_rule_that_would_be_a_fault_is_shown_and_not_written(call: Call, rules: Path) -> None:
    """An event that both triggers a rule and fulfils what must come before it, and so on: what `check` refuses."""
    path = rules / "sol.yaml"
    text = path.read_text(encoding="utf-8").replace("uses: [gemensamt]", "uses: [gemensamt, finns_inte]")
    path.write_text(text, encoding="utf-8")
    status, out, _ = call(*RULE, "--in", path)
    assert status == 1
    assert says(out, "Därför skrevs ingenting.")
    assert path.read_text(encoding="utf-8") == text


def test_a_real_process(process: Call) -> None:
    done = process("new", "rule", "--lang", "en")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("  - id: new_rule ")
