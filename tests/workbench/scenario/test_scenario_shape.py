"""What is wrong in the shape of a scenario, told at its place with the right key; nothing of it reaches the rules."""

from pathlib import Path

import pytest

from rutinmotor.ground.diagnostics.codes.register import CODES
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from rutinmotor.workbench.scenario.schema_of_scenario import scenario_schema
from rutinmotor.workbench.scenario.shape_of_scenario import BREACHES, LIGHTS, SCENARIO_KEYS, STATUSES, ExpectedText
from tests.workbench.scenario.trying import ROOT, SCENARIO, codes, tried, with_expected

LINE = "  - {rule: prov.svar, item: del-1, status: overdue, due: 2026-03-07}"


def changed(old: str, new: str) -> str:
    assert old in SCENARIO
    return SCENARIO.replace(old, new)


def test_the_scenario_that_the_others_are_made_of_holds() -> None:
    assert tried(SCENARIO).holds


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (changed("at: 2026-03-08\n", ""), [("RM102", 1, "scenario: Svaret dröjer")]),
        (changed("at: 2026-03-08\n", "at:\n"), [("RM117", 9, "at:")]),
        (changed("at: 2026-03-08\n", "at: 8/3 2026\n"), [("RM109", 9, "8/3 2026")]),
        (changed("at: 2026-03-08\n", "at: 20260308\n"), [("RM109", 9, "20260308")]),
        (changed("at: 2026-03-08\n", "at: 2026-03-08T12:00\n"), [("RM109", 9, "2026-03-08T12:00")]),
        (changed("at: 2026-03-08\n", "at: 2026-02-29\n"), [("RM109", 9, "2026-02-29")]),
        (changed("at: 2026-03-08\n", "at: [2026-03-08]\n"), [("RM109", 9, "[")]),
        (changed("at: 2026-03-08\n", "at: 2026-03-08\nknown: igår\n"), [("RM109", 10, "igår")]),
        (changed("[prov]", "prov"), [("RM106", 2, "prov")]),
        (changed("[prov]", "[]"), [("RM114", 2, "[")]),
        (changed("[prov]", "[prov, prov]"), [("RM115", 2, "prov")]),
        (changed("[prov]", "[prov.svar]"), [("RM110", 2, "prov.svar")]),
        (changed("[prov]", "[1]"), [("RM103", 2, "1")]),
        (changed("[prov]", "[null]"), [("RM117", 2, "null")]),
        (changed("scenario: Svaret dröjer", "scenario: 12"), [("RM103", 1, "12")]),
        (changed("scenario: Svaret dröjer", 'scenario: " "'), [("RM111", 1, '" "')]),
        (changed("scenario: Svaret dröjer", "scenario: [Svaret]"), [("RM103", 1, "[")]),
        (with_expected(), [("RM710", 1, "scenario: Svaret dröjer")]),
        (with_expected("expect:"), [("RM117", 10, "expect:")]),
        (with_expected("expect: []"), [("RM114", 10, "[")]),
        (with_expected("expect: {rule: prov.svar}"), [("RM106", 10, "{")]),
        (with_expected("expect: [prov.svar]"), [("RM107", 10, "prov.svar")]),
        (with_expected("expect:", "  - {item: del-1}"), [("RM102", 11, "{")]),
        (with_expected("expect:", "  - {rule: svar}"), [("RM110", 11, "svar")]),
        (with_expected("expect:", "  - {rule: prov.svar, due: igår}"), [("RM109", 11, "igår")]),
        (with_expected("expect:", "  - {rule: prov.svar, opened: null}"), [("RM117", 11, "opened: null")]),
        (with_expected("expect:", "  - {rule: prov.svar, status: null}"), [("RM117", 11, "status: null")]),
        (with_expected("expect:", "  - {rule: prov.svar, status: [due]}"), [("RM103", 11, "[")]),
        (with_expected("expect:", "  - {rule: prov.svar, item: 1}"), [("RM103", 11, "1")]),
        (with_expected("expect:", "  - {rule: prov.svar, breaches: too_early}"), [("RM106", 11, "too_early")]),
        (with_expected("expect:", "  - {rule: prov.svar, breaches: [late]}"), [("RM108", 11, "late")]),
        (with_expected("expect:", "  - {rule: prov.svar, escalated_to: [chef, chef]}"), [("RM115", 11, "chef")]),
        (with_expected("absent: prov.svar"), [("RM106", 10, "prov.svar")]),
        (with_expected("undetermined: [prov]"), [("RM110", 10, "prov")]),
        (with_expected("expect:", LINE, "absent: [prov.svar]"), [("RM716", 12, "prov.svar")]),
        (with_expected("absent: [prov.svar]", "undetermined: [prov.svar]"), [("RM716", 11, "prov.svar")]),
        (with_expected("absent: [prov.svar, prov.svar]"), [("RM115", 10, "prov.svar")]),
        (with_expected("only: [prov.svar]"), [("RM717", 10, "prov.svar")]),
        (with_expected("only: []"), [("RM114", 10, "[")]),
        (with_expected("only:"), [("RM117", 10, "only:")]),
        (with_expected("expect:", LINE, "only: prov.svar"), [("RM106", 12, "prov.svar")]),
        (with_expected("expect:", LINE, "only: [svar]"), [("RM110", 12, "svar")]),
        (with_expected("expect:", LINE, "only: [{rule: prov.svar, item: del-1}]"), [("RM103", 12, "{")]),
        (with_expected("expect:", LINE, "only: [prov.svar, prov.svar]"), [("RM115", 12, "prov.svar")]),
        (with_expected("expect:", LINE, "only: [prov.egen]"), [("RM717", 12, "prov.egen")]),
        (
            with_expected("expect:", LINE, "only: [prov.egen]", "absent: [prov.egen]"),
            [("RM717", 12, "prov.egen")],
        ),
        # What stands under `expect` cannot be read, so nothing is said of what it lacks.
        (with_expected("expect: [prov.egen]", "only: [prov.egen]"), [("RM107", 10, "prov.egen")]),
        (with_expected("absent: [{rule: prov.svar}]"), [("RM102", 10, "{")]),
        (with_expected("absent: [{item: del-1}]"), [("RM102", 10, "{")]),
        (with_expected("absent: [{}]"), [("RM102", 10, "{"), ("RM102", 10, "{")]),
        (with_expected("absent: [[prov.svar]]"), [("RM103", 10, "[")]),
        (with_expected("absent: [{rule: prov.svar, item: 1}]"), [("RM103", 10, "1")]),
        (with_expected("absent: [{rule: svar, item: del-1}]"), [("RM110", 10, "svar")]),
        (with_expected("absent: [{rule: prov.svar, item: del-1, status: due}]"), [("RM101", 10, "status: due")]),
        (
            with_expected("absent: [{rule: prov.egen, item: del-2}, {rule: prov.egen, item: del-2}]"),
            [("RM115", 10, "{")],
        ),
        (with_expected("expect:", LINE, "absent: [{rule: prov.svar, item: del-1}]"), [("RM716", 12, "{")]),
        (
            with_expected("absent: [prov.svar]", "undetermined: [{rule: prov.svar, item: null}]"),
            [("RM716", 11, "{")],
        ),
        ("[]", [("RM107", 1, "[")]),
        ("text", [("RM107", 1, "text")]),
        ("", [("RM010", 1, "")]),
        ("scenario: a\nscenario: b\n", [("RM038", 2, "scenario: b")]),
    ],
)
def test_a_fault_is_told_at_its_place(text: str, found: list[tuple[str, int, str]]) -> None:
    verdict = tried(text)
    assert codes(verdict, text) == found
    assert not verdict.holds
    assert not verdict.results


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    text = "scenari: a\nrules: sol\ncase: 1\nat: x\nexpect:\n  - {rule: a, status: sent}\n  - 3\n"
    assert codes(tried(text), text) == [
        ("RM101", 1, "scenari: a"),
        ("RM106", 2, "sol"),
        ("RM107", 3, "1"),
        ("RM109", 4, "x"),
        ("RM110", 6, "a"),
        ("RM108", 6, "sent"),
        ("RM107", 7, "3"),
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("dag", "at"),
        ("bedöms", "at"),
        ("ärende", "case"),
        ("namn", "scenario"),
        ("katalog", "rules"),
        ("förväntat", "expect"),
        ("väntat", "expect"),
        ("Expect", "expect"),
        ("bara", "only"),
        ("inget mer", "only"),
        ("gäller inte", "absent"),
        ("kan inte bedömas", "undetermined"),
        ("obedömda", "undetermined"),
    ],
)
def test_a_key_in_swedish_is_told_with_the_right_key(written: str, meant: str) -> None:
    lines = [line for line in SCENARIO.splitlines() if not line.startswith(f"{meant}:")]
    if meant == "case":
        lines = [line for line in lines if not line.startswith(("  f", "  i", "  c", "  e", "    "))]
    if meant == "expect":
        lines = [line for line in lines if not line.startswith("  - {rule")]
    found = tried(f"{chr(10).join(lines)}\n{written}: x\n").diagnostics
    unknown = [one for one in found if one.code == "RM101"]
    assert [dict(one.values)["near"] for one in unknown] == [meant]
    # What is there under another name is not said to be missing.
    assert "RM102" not in {one.code for one in found}


@pytest.mark.parametrize(
    ("key", "written", "meant"),
    [
        ("status", "försenat", "overdue"),
        ("status", "Försenad", "overdue"),
        ("status", "att göra", "due"),
        ("status", "klart", "fulfilled"),
        ("status", "fullgjord", "fulfilled"),
        ("status", "klart för sent", "fulfilled_late"),
        ("status", "bortfallet", "ended"),
        ("status", "pausat", "paused"),
        ("status", "löpande", "standing"),
        ("status", "overdu", "overdue"),
        ("light", "grönt", "green"),
        ("light", "röd", "red"),
        ("light", "gul", "yellow"),
        ("breaches", "för tidigt", "too_early"),
    ],
)
def test_a_word_in_swedish_is_told_with_the_right_word(key: str, written: str, meant: str) -> None:
    value = f"[{written}]" if key == "breaches" else written
    [fault] = tried(with_expected("expect:", f"  - {{rule: prov.svar, {key}: {value}}}")).diagnostics
    assert fault.code == "RM108"
    assert dict(fault.values)["near"] == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("regel", "rule"),
        ("del", "item"),
        ("läge", "status"),
        ("ljus", "light"),
        ("senast", "due"),
        ("uppstod", "opened"),
    ],
)
def test_a_key_of_an_expectation_in_swedish(written: str, meant: str) -> None:
    [fault] = tried(
        with_expected(
            "expect:", f"  - {{rule: prov.svar, {written}: x}}".replace("rule: prov.svar, regel: x", "regel: prov.svar")
        )
    ).diagnostics
    assert (fault.code, dict(fault.values)["near"]) == ("RM101", meant)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("at: 2026-03-02, item", "at: 2026-02-30, itm", [("RM621", 8, "2026-02-30"), ("RM101", 8, "itm: del-1")]),
        ("  case: prov-1\n", "", [("RM102", 4, "facts: {egen: false")]),
        ("case:\n", "case: prov-1\nfall:\n", [("RM107", 3, "prov-1"), ("RM101", 4, "fall:")]),
    ],
)
def test_the_case_has_its_own_faults_with_places_in_the_scenario(
    old: str, new: str, found: list[tuple[str, int, str]]
) -> None:
    text = changed(old, new)
    assert codes(tried(text), text) == found


def test_a_case_that_is_wrong_hides_no_fault_beside_it() -> None:
    text = changed("2026-03-02", "2026-02-30").replace("status: overdue", "status: sent")
    assert [one.code for one in tried(text).diagnostics] == ["RM621", "RM108"]


def test_a_rule_file_is_known_for_one() -> None:
    rules = ROOT / "rules" / "sol.yaml"
    assert read_scenario("sol.yaml", rules.read_bytes()).is_catalogue
    assert not read_scenario("a.yaml", SCENARIO.encode()).is_catalogue
    assert not read_scenario("a.yaml", b"catalogue: sol\nscenario: a\n").is_catalogue


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "hostile" / "rules").glob("*.yaml")), ids=lambda path: path.stem
)
def test_hostile_texts_give_diagnostics_and_nothing_else(path: Path) -> None:
    read = read_scenario(path.name, path.read_bytes())
    assert read.scenario is None
    assert read.diagnostics
    assert all(one.is_error and one.code in CODES and one.sentence("sv") and one.step("en") for one in read.diagnostics)


def test_latin_1_is_told() -> None:
    assert [one.code for one in read_scenario("a.yaml", SCENARIO.encode("latin-1")).diagnostics] == ["RM006"]


def test_the_schema_has_the_keys_and_words_that_the_reader_has() -> None:
    schema = scenario_schema()
    line = schema["$defs"]["expected"]["properties"]
    assert tuple(schema["properties"]) == SCENARIO_KEYS
    assert tuple(line) == tuple(ExpectedText.model_fields)
    assert line["status"]["enum"] == list(STATUSES)
    assert line["light"]["enum"] == [*LIGHTS, None]
    assert line["breaches"]["items"]["enum"] == list(BREACHES)
