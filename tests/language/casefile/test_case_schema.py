"""The JSON Schema of a case file beside the reader: both accept the same shapes."""

import calendar
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from rutinmotor.language.casefile.case_files import read_cases
from rutinmotor.language.casefile.schema_of_case import case_schema
from rutinmotor.text.document.parsing import read_document
from tests.fitting import Fitting

FOLDER = Path(__file__).parents[2] / "hostile" / "cases"
SCHEMA = case_schema()
FITTING = Fitting(SCHEMA)
# What no schema can see: a key twice, half a character, nesting.
UNSEEN = {"RM628", "RM629", "RM627"}


def plain(path: Path) -> list[Any]:
    """What the file holds, one part for each text in it; nothing where it is no text of its kind."""
    text = path.read_bytes()
    try:
        if path.suffix in (".yaml", ".yml"):
            document = read_document(path.name, text)[0]
            return [document.data] if document else []
        if path.suffix == ".jsonl":
            return [json.loads(line) for line in text.decode("utf-8-sig").splitlines() if line.strip()]
        return (
            [json.loads(text.decode("utf-8-sig"), parse_int=lambda digits: int(digits[:40]))]
            if path.suffix == ".json"
            else []
        )
    except (ValueError, RecursionError):
        return []


def codes_of(path: Path) -> set[str]:
    return {one.code for read in read_cases(path.name, path.read_bytes()) for one in read.diagnostics}


FILES = [path for path in sorted(FOLDER.iterdir()) if plain(path) and not codes_of(path) & UNSEEN]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_schema_judges_as_the_reader(path: Path) -> None:
    assert all(FITTING.is_valid(part) for part in plain(path)) == (not codes_of(path))


def test_enough_files_of_a_wrong_shape_are_judged() -> None:
    wrong = [path for path in FILES if not all(FITTING.is_valid(part) for part in plain(path))]
    assert len(wrong) > 60


def test_every_title_and_description_of_a_part_is_there() -> None:
    for part in (SCHEMA["$defs"]["case"], SCHEMA["$defs"]["event"]):
        for shape in (part, *part["properties"].values()):
            assert shape["title"]
            assert shape["description"]


def test_the_days_of_the_schema_are_the_days_there_are() -> None:
    pattern = re.compile(SCHEMA["$defs"]["moment"]["pattern"])
    for year in (0, 1, 4, 100, 400, 1900, 2000, 2023, 2024, 2100, 2400, 9996, 9999):
        for month in range(14):
            for day in (0, 1, 28, 29, 30, 31, 32):
                exists = year > 0 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(max(year, 1), month)[1]
                assert bool(pattern.search(f"{year:04}-{month:02}-{day:02}")) == exists, (year, month, day)
                assert not exists or date(year, month, day)


@pytest.mark.parametrize(
    "good",
    [
        {"case": "a"},
        [],
        [{"case": "a"}, {"case": "b", "events": []}],
        {"case": "Å 1", "events": [{"id": "e3", "retracts": "e1", "at": "2025-10-05T10:00:00.5Z"}]},
        {"case": "a", "items": {"b": {"c": None, "d": 1, "e": True, "f": "g"}}},
        {"case": "a", "events": [{"type": "b", "at": "2024-02-29", "data": {"x": [1.5, {"y": None}]}}]},
    ],
)
def test_good_cases_validate(good: Any) -> None:
    assert FITTING.is_valid(good)
    assert all(read.case for read in read_cases("a.json", json.dumps(good).encode()))
