"""The schema that names a vocabulary: it takes what the checks take, and refuses every name that is not there."""

import copy
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rutinmotor.language.casefile.schema_of_case import case_schema
from rutinmotor.language.catalogue.reading import Catalogue, read_texts
from rutinmotor.language.catalogue.schema import catalogue_schema
from rutinmotor.language.constructs import Kind, named_in
from rutinmotor.language.loading import load_catalogues
from rutinmotor.language.schemas.forking import forked
from rutinmotor.language.schemas.naming import named
from rutinmotor.language.schemas.vocabulary import vocabulary_at, vocabulary_of
from rutinmotor.workbench.scenario.schema_of_scenario import scenario_schema
from tests.fitting import Fitting

ROOT = Path(__file__).parents[3]
SHIPPED = sorted((ROOT / "rules").glob("*.yaml"))


def schema_for(path: Path, make: Any = catalogue_schema) -> Fitting:
    words, faults = vocabulary_at(path)
    assert words is not None, faults
    schema = forked(named(make(), words))
    Draft202012Validator.check_schema(schema)
    return Fitting(schema)


def read(path: Path) -> Catalogue:
    return read_texts([(path.name, path.read_bytes())]).catalogues[0]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_catalogues_fit_their_own_words(path: Path) -> None:
    assert schema_for(path).faults(read(path).document.data) == []
    assert schema_for(path.parent).is_valid(read(path).document.data)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_name_that_is_not_there_does_not_fit(path: Path) -> None:
    """Each kind of place where a name stands, once: the name there is spoilt."""
    catalogue = read(path)
    schema = schema_for(path)
    tried: set[tuple[Kind, tuple[str, ...]]] = set()
    for one in named_in(catalogue.text):
        steps = tuple(step for step in one.path if isinstance(step, str))
        if one.is_key:
            steps = steps[:-1]
        if one.kind in (Kind.URGENCY, Kind.URGENCY_DEFINED) or (one.kind, steps) in tried:
            continue
        tried.add((one.kind, steps))
        data = copy.deepcopy(catalogue.document.data)
        path_there = catalogue._real(one.path)  # pyright: ignore[reportPrivateUsage]  # as its places are found
        _spoil(data, path_there, one.is_key)
        assert not schema.is_valid(data), (one.kind, one.path)
    assert len(tried) > (0 if path.stem == "gemensamt" else 6)


def _spoil(data: Any, path: Sequence[str | int], is_key: bool) -> None:
    *above, last = path
    for step in above:
        data = data[step]
    if is_key:
        data["finns_inte"] = data.pop(last)
    else:
        data[last] = "finns_inte"


FACTS = """
catalogue: prov
facts: {slag: {one_of: [a, b]}, ja: {type: bool}, antal: {type: int}, dag: {type: date}, fritt: {type: text}}
"""


@pytest.mark.parametrize(
    ("test", "fits"),
    [
        ({"slag": "a"}, True),
        ({"slag": "c"}, False),
        ({"slag": ["a", "b"]}, True),
        ({"slag": {"not": "c"}}, False),
        ({"slag": {"over": "a"}}, False),
        ({"slag": {"known": True}}, True),
        ({"ja": True}, True),
        ({"ja": "ja"}, False),
        ({"antal": 3}, True),
        ({"antal": {"over": 3}}, True),
        ({"antal": {"over": "3"}}, False),
        ({"antal": "3"}, False),
        ({"dag": {"at_least": "2026-01-01"}}, True),
        ({"dag": {"at_least": "i går"}}, False),
        ({"fritt": "vad som helst"}, True),
        ({"fritt": 3}, False),
        ({"annat": "a"}, False),
        ({"any": [{"slag": "c"}]}, False),
    ],
    ids=json.dumps,
)
def test_a_fact_is_compared_with_values_of_its_kind(test: Any, fits: bool) -> None:
    reading = read_texts([("prov.yaml", FACTS.encode())])
    words = vocabulary_of(reading.catalogues, reading.catalogues)
    data = {"catalogue": "prov", "scope": test}
    assert Fitting(forked(named(catalogue_schema(), words))).is_valid(data) is fits


def test_a_catalogue_without_words_keeps_to_the_forms() -> None:
    reading = read_texts([("prov.yaml", b"catalogue: prov")])
    words = vocabulary_of(reading.catalogues, reading.catalogues)
    schema = named(catalogue_schema(), words)
    rule = {"id": "a", "actor": "vem", "trigger": "vad", "only_if": {"regi": "egen"}, "deadline": "none"}
    data = {"catalogue": "prov", "rules": [rule]}
    Draft202012Validator.check_schema(schema)
    assert Fitting(schema).is_valid(data)
    assert Fitting(catalogue_schema()).is_valid(data)


def test_cases_and_scenarios_name_events_and_rules() -> None:
    case: dict[str, Any] = {
        "case": "1",
        "facts": {},
        "events": [{"type": "insats_verkstalld", "at": "2026-01-01", "data": {"iub": None}}],
    }
    of_cases = schema_for(ROOT / "rules", case_schema)
    assert of_cases.is_valid(case)
    assert not of_cases.is_valid({**case, "facts": {"insatts": "hemtjanst"}})
    assert not of_cases.is_valid({**case, "events": [{"type": "insats_verkstald", "at": "2026-01-01"}]})
    scenario = {"scenario": "A", "rules": ["sol"], "case": case, "at": "2026-01-02", "absent": ["sol.plan_slutford"]}
    of_scenarios = schema_for(ROOT / "rules", scenario_schema)
    assert of_scenarios.is_valid(scenario)
    assert not of_scenarios.is_valid({**scenario, "absent": ["sol.plan_slutfor"]})
    assert not of_scenarios.is_valid({**scenario, "rules": ["soll"]})
    assert not of_scenarios.is_valid({**scenario, "case": {**case, "events": [{"type": "nej", "at": "2026-01-01"}]}})


def test_a_file_that_cannot_be_read_has_no_words(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("catalogue: [", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("catalogue: b\nevents: {start: {title: Börjar}}\n", encoding="utf-8")
    words, faults = vocabulary_at(tmp_path / "a.yaml")
    assert words is None
    assert faults
    words, faults = vocabulary_at(tmp_path / "b.yaml")
    assert words is not None
    assert words.words["event"] == {"start": "Börjar"}
    assert vocabulary_at(tmp_path / "saknas.yaml")[1][0].code == "RM001"


def test_the_forked_schema_takes_the_same() -> None:
    plain, fork = Fitting(catalogue_schema()), Fitting(forked(catalogue_schema()))
    for catalogue in load_catalogues([ROOT / "rules"]).catalogues:
        assert plain.is_valid(catalogue.document.data)
        assert fork.is_valid(catalogue.document.data)
    deadlines: list[Any] = ["none", "nej", {}, {"days": 3}, {"dagar": 3}, {"days": 3, "weeks": 1}, 3, None, []]
    for deadline in deadlines:
        rule = {"id": "a", "actor": "vem", "trigger": "vad", "deadline": deadline}
        data = {"catalogue": "a", "rules": [rule]}
        assert plain.is_valid(data) == fork.is_valid(data)
