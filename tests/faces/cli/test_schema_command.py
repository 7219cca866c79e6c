"""`schema`: the shapes that an editor knows are those that the reader takes."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rutinmotor.language.catalogue.reading import read_texts
from rutinmotor.text.document.parsing import read_document
from tests.faces.cli.calls import ROOT, Call
from tests.fitting import Fitting
from tests.wrapping import says

GOOD = """
catalogue: prov
title: Prov
in_force: {from: 2025-01-01, to: 2025-12-31}
uses: [gemensamt]
scope: {lagrum: sol, insats: {not: [a, b]}}
warn: {working_days: 2, calendar: vardag}
urgency:
calendars: {vardag: {weekdays: [mon], extra_free: []}}
actors: {chef: {title: Chef}, andra: {}}
events: {start: {}, slut: {}}
facts: {lagrum: {one_of: [sol, lss]}, insats: {type: text}, antal: {type: int}, dag: {type: date}, ja: {type: bool}}
states: {pagar: {begins: start, ends: [slut]}}
rules:
  - {id: a, actor: chef, trigger: start, deadline: none}
  - {id: b, actor: [chef, andra], trigger: [start, {overdue: a}], deadline: {days: antal}, fulfilled_by: slut}
  - {id: c, actor: chef, trigger: {state: pagar, longer_than: {days: 30}},
     deadline: {working_days: 3, calendar: vardag, roll: next_working_day}}
  - {id: d, actor: chef, trigger: {missing: slut, since: start, for: {months: 1}},
     deadline: {urgency: snarast, at_latest: {weeks: 1}}}
  - {id: e, actor: chef, trigger: {date: dag, plus: {years: 65}}, deadline: {day_of_month: 5, months_ahead: 1}}
  - {id: f, actor: chef, trigger: {ahead_of: prov.a, by: {urgency: i_god_tid}}}
  - {id: g, actor: chef, trigger: start, repeat: {every: {years: 1}, from: fulfilment}, paused_while: pagar}
  - {id: h, actor: chef, trigger: start, repeat: {each: month, first: whole, period_of: dag}, fulfilled_by: slut,
     extended_by: {event: slut, by: {days: 1}}}
  - id: i
    actor: chef
    trigger: {fulfilled: a}
    deadline: {date: dag, minus: {days: 3}}
    only_if:
      antal: {at_least: 1, under: 7}
      ja: true
      insats: [x, y]
      dag: {known: true}
      state: {pagar: false}
      no_other_in: pagar
      any: [{ja: true}, {all: [{ja: false}, {antal: {over: 3}}]}]
    escalation: [{after: {days: 1}, to: chef, action: Påminn}, {before: {days: 1}, to: chef, action: Påminn}]
    source: {section: Ett, duties: [A]}
not_encoded: [{duties: [B], reason: Därför.}]
"""

# Each with one fault of shape: a path of keys and a value to put there, or to take away (None).
FAULTS: list[tuple[list[str | int], Any]] = [
    (["catalogue"], None),
    (["catalogue"], "Stor"),
    (["title"], " "),
    (["tittle"], "x"),
    (["rules"], {}),
    (["in_force", "from"], "2025-13-01"),
    (["uses"], []),
    (["scope"], {}),
    (["warn"], {"working_days": 2}),
    (["warn"], {"days": 2, "weeks": 1}),
    (["warn"], {"days": 2, "calendar": "vardag"}),
    (["warn"], {"days": -1}),
    (["warn"], {"days": "2"}),
    (["warn"], {"days": 99_999_999}),
    (["calendars", "vardag", "weekdays"], ["monday"]),
    (["calendars", "vardag", "weekdays"], []),
    (["calendars", "vardag", "weekdays"], None),
    (["calendars", "vardag", "holidays"], "NO"),
    (["facts", "antal"], {}),
    (["facts", "antal"], {"type": "int", "one_of": ["a"]}),
    (["facts", "antal"], {"type": "number"}),
    (["facts", "lagrum", "one_of"], []),
    (["states", "pagar", "ends"], None),
    (["rules", 0, "id"], "A"),
    (["rules", 0, "actor"], None),
    (["rules", 0, "trigger"], None),
    (["rules", 0, "trigger"], []),
    (["rules", 0, "trigger"], {}),
    (["rules", 0, "trigger"], {"event": "start"}),
    (["rules", 0, "trigger"], {"overdue": "a", "fulfilled": "a"}),
    (["rules", 0, "trigger"], {"overdue": "a", "plus": {"days": 1}}),
    (["rules", 0, "trigger"], {"missing": "slut", "since": "start"}),
    (["rules", 0, "trigger"], {"ahead_of": "a"}),
    (["rules", 0, "trigger"], {"date": "dag", "plus": {"days": 1}, "minus": {"days": 1}}),
    (["rules", 0, "deadline"], "soon"),
    (["rules", 0, "deadline"], {}),
    (["rules", 0, "deadline"], {"word": "none"}),
    (["rules", 0, "deadline"], {"days": 3, "weeks": 1}),
    (["rules", 0, "deadline"], {"days": "3"}),
    (["rules", 0, "deadline"], {"working_days": 3}),
    (["rules", 0, "deadline"], {"day_of_month": 32}),
    (["rules", 0, "deadline"], {"days": 3, "months_ahead": 1}),
    (["rules", 0, "deadline"], {"end_of": "decade"}),
    (["rules", 0, "deadline"], {"urgency": "snarast", "at_latest": {"urgency": "snarast"}}),
    (["rules", 0, "deadline"], {"days": 3, "at_latest": {"days": 4}}),
    (["rules", 0, "repeat"], {"every": {"years": 1}}),
    (["rules", 0, "repeat"], {"every": {"years": 0}, "from": "fulfilment"}),
    (["rules", 0, "repeat"], {"each": "week"}),
    (["rules", 0, "repeat"], {"each": "month", "first": "any"}),
    (["rules", 0, "repeat"], {"every": {"years": 1}, "from": "fulfilment", "first": "whole"}),
    (["rules", 0, "repeat"], {"every": {"years": 1}, "from": "trigger", "period_of": "dag"}),
    (["rules", 0, "repeat"], {"first": "whole"}),
    (["rules", 0, "per"], "person"),
    (["rules", 0, "on_repeat"], "again"),
    (["rules", 0, "norm"], "custom"),
    (["rules", 0, "only_if"], {"ja": {}}),
    (["rules", 0, "only_if"], {"ja": []}),
    (["rules", 0, "only_if"], {"antal": {"over": 1, "at_least": 2}}),
    (["rules", 0, "only_if"], {"antal": {"over": True}}),
    (["rules", 0, "only_if"], {"antal": {"more": 1}}),
    (["rules", 0, "only_if"], {"any": [{"antal": {"more": 1}}]}),
    (["rules", 0, "only_if"], {"state": {}}),
    (["rules", 0, "only_if"], {"state": {"pagar": "ja"}}),
    (["rules", 0, "escalation"], []),
    (["rules", 0, "escalation"], [{"to": "chef", "action": "x"}]),
    (["rules", 0, "escalation"], [{"after": {"days": 1}, "before": {"days": 1}, "to": "chef", "action": "x"}]),
    (["rules", 0, "extended_by"], {"event": "slut", "by": {"days": 1}, "at_most": 0}),
    (["not_encoded", 0, "duties"], []),
]


@pytest.fixture(scope="module")
def catalogue() -> Fitting:
    from rutinmotor.language.catalogue.schema import catalogue_schema

    schema = catalogue_schema()
    Draft202012Validator.check_schema(schema)
    return Fitting(schema)


def _data(text: str) -> Any:
    document, faults = read_document("prov.yaml", text.encode())
    assert document is not None, faults
    return document.data


@pytest.mark.parametrize("path", sorted((ROOT / "rules").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_catalogues_fit_the_schema(path: Any, catalogue: Fitting) -> None:
    assert catalogue.faults(_data(path.read_text(encoding="utf-8"))) == []


def test_a_catalogue_with_every_form_fits_both(catalogue: Fitting) -> None:
    assert catalogue.faults(_data(GOOD)) == []
    assert read_texts([("prov.yaml", GOOD.encode())]).diagnostics == ()


@pytest.mark.parametrize(("path", "value"), FAULTS, ids=lambda part: json.dumps(part))
def test_a_fault_of_shape_fits_neither(path: list[str | int], value: Any, catalogue: Fitting) -> None:
    data = copy.deepcopy(_data(GOOD))
    here = data
    for step in path[:-1]:
        here = here[step]
    if value is None:
        del here[path[-1]]
    else:
        here[path[-1]] = value
    assert not catalogue.is_valid(data)
    text = json.dumps(data, ensure_ascii=False)
    assert read_texts([("prov.yaml", text.encode())]).catalogues == ()


def test_nothing_of_the_model_shows(call: Call) -> None:
    out = call("schema").out
    schema = json.loads(out)
    assert "word" not in schema["$defs"]["Deadline"]["properties"]
    assert "event" not in schema["$defs"]["Trigger"]["properties"]
    assert "from" in schema["$defs"]["Repeat"]["properties"]
    assert "for" in schema["$defs"]["Trigger"]["properties"]
    for hidden in ("is_", "from_", "for_", "<facts>", "<is>", '"null"]', "semantics"):
        assert not says(out, hidden)
    for shape in schema["$defs"].values():
        for name, field in shape.get("properties", {}).items():
            # What a model calls a field is its name with a capital letter; ours says what it is.
            assert field["title"] != name.replace("_", " ").title()


def test_a_schema_in_each_language(call: Call) -> None:
    for kind in ("catalogue", "case", "scenario"):
        sv, en = (call("schema", "--of", kind, "--lang", lang).out for lang in ("sv", "en"))
        assert call("schema", "--of", kind, LANG="en_GB").out == en
        Draft202012Validator.check_schema(json.loads(en))
        assert set("åäö") & set(sv)
        assert not set("åäö") & set(en)


def test_a_schema_that_names_the_words_of_a_file(call: Call) -> None:
    schema = json.loads(call("schema", "--vocabulary", ROOT / "rules" / "sol.yaml").out)
    assert "insats_verkstalld" in schema["$defs"]["names.event"]["enum"]
    assert len(schema["$defs"]["names.event"]["enum"]) == len(schema["$defs"]["names.event"]["enumDescriptions"])


def test_words_that_cannot_be_read(call: Call, tmp_path: Path) -> None:
    answer = call("schema", "--vocabulary", tmp_path / "saknas.yaml")
    assert answer.status == 2
    assert "RM001" in answer.err
    assert says(answer.err, "Orden går inte att läsa.")
    (tmp_path / "trasig.yaml").write_text("rules: [\n", encoding="utf-8")
    answer = call("schema", "--vocabulary", tmp_path / "trasig.yaml", "--lang", "en")
    assert (answer.status, answer.out) == (2, "")
    assert says(answer.err, "The words cannot be read.")


def test_the_schema_of_a_case_is_the_readers(call: Call) -> None:
    schema = json.loads(call("schema", "--of", "case").out)
    Draft202012Validator.check_schema(schema)
    for path in sorted((ROOT / "examples").glob("*.yaml")):
        assert Fitting(schema).is_valid(_data(path.read_text(encoding="utf-8")))


SCENARIO = {
    "scenario": "Planen blir klar en dag för sent",
    "rules": ["sol"],
    "case": {"case": "1", "events": [{"type": "insats_verkstalld", "at": "2025-10-01"}]},
    "at": "2025-11-13",
    "expect": [{"rule": "sol.plan_slutford", "status": "overdue", "due": "2025-11-12"}],
    "absent": ["sol.plan_iub"],
}


def test_the_schema_of_a_scenario(call: Call) -> None:
    schema = json.loads(call("schema", "--of", "scenario").out)
    Draft202012Validator.check_schema(schema)
    fitting = Fitting(schema)
    assert fitting.faults(SCENARIO) == []
    changes: list[dict[str, Any]] = [
        {"at": "2025-13-01"},
        {"expect": [{"status": "due"}]},
        {"expect": [{"rule": "plan_slutford"}]},
        {"expect": [{"rule": "sol.x", "status": "late"}]},
        {"rules": []},
        {"case": {"events": []}},
        {"case": {"case": "1", "evnts": []}},
        {"extra": 1},
        {"absent": "sol.x"},
    ]
    for change in changes:
        assert not fitting.is_valid({**SCENARIO, **change}), change
