"""The language reference: every mapping of the schemas is there, and its example is one that the schema accepts."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from making.language import node_of, schemas
from making.mappings import CASES, CATALOGUE, SCENARIO, Mapped
from making.written import loaded

from tests.fitting import Fitting

ROOT = Path(__file__).parents[2]

MAPPED = (*CATALOGUE, *CASES, *SCENARIO)
# Shapes of a single value, and the case that a scenario holds, which has its own heading.
SMALL = {("case", "name"), ("case", "moment"), ("case", "plain"), ("case", ""), ("scenario", "case")}
PAGE = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^#+ |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def test_every_mapping_of_the_schemas_has_its_heading() -> None:
    shapes = {(kind, shape) for kind, schema in schemas().items() for shape in ("", *schema["$defs"])}
    assert {(one.kind, one.shape) for one in MAPPED} == shapes - SMALL
    assert len({one.title for one in MAPPED}) == len(MAPPED)


@pytest.mark.parametrize("one", MAPPED, ids=lambda one: one.title)
def test_every_key_is_described(one: Mapped) -> None:
    forms = [node_of(one), *node_of(one).get("anyOf", ())]
    keys = next((form["properties"] for form in forms if "properties" in form), dict[str, Any]())
    rows = dict(re.findall(r"^\| `(\w+)` \|.*\| ([^|]*) \|$", section(one.title), re.MULTILINE))
    assert sorted(rows) == sorted(keys)
    assert all(text.endswith(".") for text in rows.values())


@pytest.mark.parametrize("one", MAPPED, ids=lambda one: one.title)
def test_the_example_is_accepted(one: Mapped) -> None:
    schema = schemas()[one.kind]
    data = json.loads(json.dumps(loaded(one.example), default=str))
    node = {**node_of(one), "$defs": schema["$defs"]}
    assert Fitting(node).faults(data) == []
    assert f"```yaml\n{one.example}```" in section(one.title)


def test_a_key_that_is_not_there_is_not_accepted() -> None:
    rule = next(one for one in CATALOGUE if one.shape == "Rule")
    data = {**loaded(rule.example), "tidsfrist": 3}
    node = {**node_of(rule), "$defs": schemas()["catalogue"]["$defs"]}
    assert Fitting(node).faults(data)
