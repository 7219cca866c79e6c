"""`schema --of answer` against what the commands write as JSON: over the shipped rules, scenarios and examples."""

import copy
import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator, FormatChecker

import rutinmotor
from rutinmotor.engine.evaluation import STATUSES
from rutinmotor.engine.replay.instance import BreachKind
from rutinmotor.workbench.answer_schema import ANSWER_VERSION, answer_schema
from rutinmotor.workbench.boundaries import boundaries_of, boundary_record
from tests.faces.cli.calls import ROOT, Call
from tests.parsed import is_list, is_mapping

EXAMPLES = ROOT / "examples"
RULES = ROOT / "rules"
AT = "2025-11-13"
ENGINE = rutinmotor.load()
CASES = [read.case for file in sorted(EXAMPLES.iterdir()) for read in rutinmotor.read_cases(file)]


def closed(schema: Any) -> Any:
    """The schema, with every key forbidden that it does not name: so that it names each that there is."""
    if is_list(schema):
        return [closed(one) for one in schema]
    if not is_mapping(schema):
        return schema
    found: dict[str, Any] = {key: closed(value) for key, value in schema.items()}
    if isinstance(schema.get("required"), list) and "properties" in schema:
        found["additionalProperties"] = False
    return found


SCHEMA = closed(answer_schema())
# What stands in the shape of a case file.
for _listed in ("examples", "trials"):
    _one = SCHEMA["$defs"]["boundaries"]["properties"][_listed]["items"]
    _one["properties"]["case"]["additionalProperties"] = True


@cache
def validator(command: str) -> Any:
    whole = {**SCHEMA, "$ref": f"#/$defs/{command}"}
    del whole["anyOf"]
    return Draft202012Validator(whole, format_checker=FormatChecker())


def fits(command: str, answer: Any) -> None:
    errors = validator(command).iter_errors(answer)
    assert [f"{one.json_path}: {one.message[:300]}" for one in errors] == []


def spoken(call: Call, *args: Any) -> Any:
    return json.loads(call(*args, "--format", "json").out)


def test_the_schema_is_one_and_printed_alike_in_both_languages(call: Call) -> None:
    printed = json.loads(call("schema", "--of", "answer").out)
    assert printed == answer_schema() == rutinmotor.schema("answer", "en")
    assert json.loads(call("schema", "--of", "answer", "--lang", "en").out) == printed
    assert (printed["version"], printed["$id"]) == (ANSWER_VERSION, f"urn:rutinmotor:answer:{ANSWER_VERSION}")
    Draft202012Validator.check_schema(printed)
    assert call("schema", "--of", "answer", "--vocabulary", RULES).status == 2


def test_words_are_those_of_the_code() -> None:
    obligation = answer_schema()["$defs"]["Obligation"]["properties"]
    assert sorted(obligation["status"]["enum"]) == sorted(STATUSES)
    assert answer_schema()["$defs"]["BreachRecord"]["properties"]["kind"]["enum"] == [*get_args(BreachKind)]


def test_answers_that_lack_a_key_or_have_another_word_do_not_fit(call: Call) -> None:
    answer = spoken(call, "evaluate", EXAMPLES, "--at", AT)
    fits("evaluate", answer)
    for spoil in ("key", "status", "escalation"):
        wrong = copy.deepcopy(answer)
        one = next(one for case in wrong["cases"] for one in case["obligations"])
        one[spoil] = "ingen" if spoil == "status" else 3
        with pytest.raises(AssertionError):
            fits("evaluate", wrong)
        del one[spoil]
        with pytest.raises(AssertionError):
            fits("evaluate", wrong)


@pytest.mark.parametrize("at", ["2025-09-01", AT, "2027-01-01"])
def test_evaluate(at: str, call: Call) -> None:
    fits("evaluate", spoken(call, "evaluate", EXAMPLES, "--at", at, "--known", at))
    lines = call("evaluate", EXAMPLES, "--at", at, "--format", "jsonl").out.splitlines()
    assert len(lines) == len(CASES)
    for line in lines:
        fits("evaluate_line", json.loads(line))


def test_evaluate_what_lies_beside_and_what_is_wrong(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    events = [
        {"type": "insats_verkstalld", "at": "2025-10-01", "data": {"iubb": True}},
        {"type": "insats_verkstalld", "at": "2025-10-02", "item": "d", "data": {"iub": True}},
        {"type": "telefonsamtal", "at": "2025-10-03"},
        {"type": "insats_avslutad", "at": "2025-11-03"},
        {"type": "insats_verkstalld", "at": "2025-12-03"},
    ]
    items = {"d": {"lagrum": "lss", "insats": "daglig_verksamhet", "regi": "egen"}}
    case = {"case": "1", "facts": {"kundnr": "A"}, "items": items, "events": events}
    path.write_text(json.dumps([case, case, {"case": 2}]), encoding="utf-8")
    answer = spoken(call, "evaluate", path, "--at", AT, "--unknown-events", "list")
    fits("evaluate", answer)
    told, *wrong = answer["cases"]
    assert all(told[key] for key in ("undetermined", "passed_over", "unknown_facts", "later", "ended_with_case"))
    assert [bool(one["error"]) for one in wrong] == [True, True]


def explanations() -> Iterator[dict[str, Any]]:
    for case in CASES:
        assert case is not None
        for catalogue in ENGINE.catalogues:
            for rule in catalogue.text.rules:
                yield rutinmotor.explain(ENGINE, case, f"{catalogue.id}.{rule.id}", date.fromisoformat(AT)).to_dict()


def test_explain(call: Call, tmp_path: Path) -> None:
    found = list(explanations())
    fits("explain", spoken(call, "explain", EXAMPLES / "hemtjanst.yaml", "sol.plan_slutford", "--at", AT))
    for one in found:
        fits("explain", one)
    assert {step["kind"] for one in found for each in one["obligations"] for step in each["steps"]} >= {
        "start",
        "counted",
    }
    args = ("explain", EXAMPLES / "hemtjanst.yaml", "sol.plan_slutford", "--at", AT)
    for more in (["--case", "okänt"], ["--item", "okänd"]):
        fits("explain", spoken(call, *args, *more))
    path = tmp_path / "a.json"
    path.write_text('{"case": 1}', encoding="utf-8")
    fits("explain", spoken(call, "explain", path, "sol.plan_slutford", "--at", AT))


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The shipped rules, with times, actors and words that are others."""
    folder = tmp_path / "nya"
    folder.mkdir()
    for path in RULES.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("{weeks: 4}", "{weeks: 3}").replace("{days: 14}", "{days: 9}")
        text = text.replace("actor: utforare\n", "actor: handlaggare\n", 3).replace("regi: egen", "regi: enskild", 2)
        (folder / path.name).write_text(text, encoding="utf-8")
    return folder


def test_diff_and_impact(changed: Path, call: Call) -> None:
    compared = spoken(call, "diff", RULES, changed)
    fits("diff", compared)
    assert len(compared["changes"]) > 3
    fits("diff", spoken(call, "diff", changed, RULES / "lss.yaml"))
    impact = spoken(call, "impact", RULES, changed, EXAMPLES, "--at", AT, "--from", "2025-01-01")
    fits("impact", impact)
    assert impact["counts"]["changed"]
    lines = call("impact", changed, RULES, EXAMPLES, "--at", AT, "--format", "jsonl").out.splitlines()
    assert any(json.loads(line)["changes"] for line in lines)
    for line in lines:
        fits("impact_line", json.loads(line))


@pytest.mark.parametrize("catalogue", sorted(one.name for one in (RULES / "tests").iterdir()))
@pytest.mark.more
def test_scenarios(catalogue: str, call: Call) -> None:
    fits("test", spoken(call, "test", RULES / "tests" / catalogue))


def test_boundaries(call: Call) -> None:
    """Of each rule once, of one as the command writes it."""
    fits("boundaries", spoken(call, "boundaries", "sol.plan_slutford", "--year", "2026"))
    for catalogue in ENGINE.catalogues:
        for rule in {one.id for one in catalogue.text.rules}:
            found = boundaries_of(ENGINE, f"{catalogue.id}.{rule}", 2026)
            if found is not None:
                fits("boundaries", boundary_record(found))


def test_scenarios_that_fail_or_are_faulty(call: Call, tmp_path: Path) -> None:
    good = (RULES / "tests" / "sol" / "plan_ar_inte_klar.yaml").read_text(encoding="utf-8")
    (tmp_path / "annan.yaml").write_text(good.replace("status: overdue", "status: due"), encoding="utf-8")
    (tmp_path / "fel.yaml").write_text(good.replace("expect:", "expekt:"), encoding="utf-8")
    answer = spoken(call, "test", tmp_path, "--rules", RULES)
    fits("test", answer)
    assert (answer["failed"], answer["faulty"]) == (1, 1)
