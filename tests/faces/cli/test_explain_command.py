"""`explain`: which case, which rule, and the answers that are no explanation."""

import json
from pathlib import Path

import pytest

from tests.faces.cli.calls import EXAMPLES, Call
from tests.wrapping import says

AT = "2025-11-13"
ONE = EXAMPLES / "hemtjanst.yaml"


def test_an_obligation_is_explained(call: Call) -> None:
    status, out, err = call("explain", ONE, "sol.plan_slutford", "--at", AT)
    assert (status, err) == (0, "")
    assert says(out, "6 veckor framåt: onsdag 12 november 2025.")
    assert max(len(line) for line in out.splitlines()) <= 100


def test_json_names_rule_and_case(call: Call) -> None:
    args = ("explain", ONE, "sol.plan_slutford", "--at", AT, "--format", "json")
    found = json.loads(call(*args).out)
    assert (found["case"], found["at"]) == ("2025-0117", AT)
    assert call(*args).out == call(*args, LANG="en_US").out


def test_the_catalogue_may_be_left_out_where_only_one_has_the_rule(call: Call) -> None:
    assert call("explain", ONE, "plan_paborjad", "--at", AT).status == 2
    assert call("explain", ONE, "arlig_uppfoljning", "--at", AT).status == 0


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (
            "plan_slutford",
            "Flera kataloger har regeln ”plan_slutford”. Skriv en av: lss.plan_slutford, sol.plan_slutford.",
        ),
        ("plan_slutfrd", "Menade du ”lss.plan_slutford” eller ”sol.plan_slutford”?"),
        ("sol.plan_slutfrd", "Regeln ”sol.plan_slutfrd” finns inte. Menade du ”sol.plan_slutford”?"),
        ("zzzzzzzzzzzz", "Regeln ”zzzzzzzzzzzz” finns inte."),
    ],
)
def test_an_unknown_rule_is_refused(rule: str, told: str, call: Call) -> None:
    status, out, err = call("explain", ONE, rule)
    assert (status, out) == (2, "")
    assert says(err, told)


def test_no_such_case_is_an_answer_of_its_own(call: Call) -> None:
    args = ("explain", EXAMPLES, "sol.plan_slutford", "--case", "2025-0118", "--at", AT)
    status, out, err = call(*args)
    assert (status, err) == (1, "")
    assert out == "Det finns inget ärende ”2025-0118” här, bland 6 ärenden. Menade du ”2025-0117”?\n"
    assert json.loads(call(*args, "--format", "json").out) == {"case": "2025-0118", "error": {"reason": "no_such_case"}}


def test_a_file_without_cases_holds_none(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "tom.json"
    path.write_text("[]", encoding="utf-8")
    assert call("explain", path, "sol.plan_slutford", "--at", AT) == (1, "Det finns inget ärende här.\n", "")
    as_json = call("explain", path, "sol.plan_slutford", "--at", AT, "--format", "json")
    assert json.loads(as_json.out) == {"case": None, "error": {"reason": "no_such_case"}}


def test_one_of_several_is_found_and_none_is_guessed(call: Call) -> None:
    found = call("explain", EXAMPLES, "lss.plan_slutford", "--case", "2025-0203", "--at", AT)
    assert found.status == 0
    assert says(found.out, "17 november 2025")
    status, _, err = call("explain", EXAMPLES, "lss.plan_slutford")
    assert status == 2
    assert says(err, "Här finns 6 ärenden. Ange ett med --case: 2025-0117, 2025-0203")


def test_known_cuts_the_log(call: Call) -> None:
    args = ("explain", EXAMPLES / "korttidsvistelse.yaml", "lss.plan_slutford", "--at", AT)
    assert says(call(*args, "--known", "2025-10-21").out, "onsdag 29 oktober 2025")
    assert not says(call(*args).out, "onsdag 29 oktober 2025")


def test_an_item_that_the_case_has_not(call: Call) -> None:
    status, out, _ = call("explain", ONE, "sol.plan_slutford", "--item", "hemtjanst-2", "--at", AT)
    assert status == 1
    assert out == "Ärendet 2025-0117 har ingen del ”hemtjanst-2”. Menade du ”hemtjanst-1”?\n"


def test_a_case_with_errors_cannot_be_judged(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"case": "1", "events": [{"type": "plan_slutfrd", "at": "2025-01-01"}]}', encoding="utf-8")
    args = ("explain", path, "sol.plan_slutford", "--at", AT)
    status, out, _ = call(*args)
    assert status == 1
    assert says(out, "Ärendet 1 kan inte bedömas, för det har fel.")
    assert "RM601" in out
    found = json.loads(call(*args, "--format", "json").out)
    assert (found["case"], found["error"]["file"]) == ("1", str(path))
    assert found["error"]["diagnostics"][0]["code"] == "RM601"
    path.write_text("{", encoding="utf-8")
    assert call(*args).status == 1


def test_a_missing_file(call: Call, tmp_path: Path) -> None:
    status, out, err = call("explain", tmp_path / "x.yaml", "sol.plan_slutford")
    assert (status, out) == (2, "")
    assert "RM001" in err
