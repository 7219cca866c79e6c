"""Hostile case files: each ends in the diagnostics that the manifest names, with their places, or in an answer."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from rutinmotor.engine.engine import Engine, engine_from_texts
from rutinmotor.ground.diagnostics.diagnostic import CaseError, Diagnostic
from rutinmotor.language.casefile.case_files import CaseRead, read_cases
from tests.steps import steps

FOLDER = Path(__file__).parents[2] / "hostile" / "cases"
RULES = Path(__file__).with_name("rutin.yaml")
DAY = date(2026, 6, 30)  # a Tuesday


def manifest() -> dict[str, list[str]]:
    lines = (FOLDER / "MANIFEST.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return {name: [] if codes == ["ok"] else sorted(codes) for name, *codes in rows}


EXPECTED = manifest()


@pytest.fixture(scope="module")
def engine() -> Engine:
    return engine_from_texts({"rutin.yaml": RULES.read_text(encoding="utf-8")})


def outcome(engine: Engine, name: str, data: bytes) -> tuple[list[CaseRead], list[Diagnostic]]:
    """Everything that is wrong, told by the reading or by the engine."""
    reads = list(read_cases(name, data))
    found = [diagnostic for read in reads for diagnostic in read.diagnostics]
    for read in reads:
        assert (read.case is None) == bool(read.diagnostics)
        if read.case is not None:
            try:
                json.dumps(engine.evaluate(read.case, DAY).to_dict())
            except CaseError as error:
                found += error.diagnostics
    return reads, found


def assert_placed(found: list[Diagnostic], name: str, data: bytes) -> None:
    lines = re.split(r"\r\n|\r|\n", data.decode("utf-8", "replace").removeprefix("\ufeff"))
    for diagnostic in found:
        for lang in ("sv", "en"):
            assert diagnostic.sentence(lang).isprintable()
            assert not re.search(r"\{[a-z]", diagnostic.sentence(lang) + diagnostic.step(lang))
        place = diagnostic.place
        if place is None:
            # What a rule cannot count is about the case as a whole, and names it.
            assert ("case", "2026-0001") in diagnostic.values
            continue
        assert place.source == name
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def test_the_manifest_and_the_folder_hold_the_same_files() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*EXPECTED, "MANIFEST.txt"}
    assert len(EXPECTED) >= 60


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_hostile_file(engine: Engine, name: str) -> None:
    data = (FOLDER / name).read_bytes()
    _, found = outcome(engine, name, data)
    assert sorted(diagnostic.code for diagnostic in found) == EXPECTED[name], [str(one) for one in found]
    assert_placed(found, name, data)


EVENT = '{"type": "ansokan_mottagen", "at": "2026-01-05"}'
# How a text of some size is written, the size of a large one, and the codes of its faults.
MADE: dict[str, tuple[Callable[[int], str], int, list[str]]] = {
    "a long text in the data": (
        lambda n: f'{{"case": "a", "events": [{EVENT[:-1]}, "data": {{"orsak": "{"x" * n}"}}}}]}}',
        10_000_000,
        [],
    ),
    "a long case": (lambda n: f'{{"case": "{"x" * n}"}}', 10_000_000, ["RM619"]),
    "a long type": (
        lambda n: f'{{"case": "a", "events": [{{"type": "{"x" * n}", "at": "2026-01-05"}}]}}',
        10_000_000,
        ["RM619"],
    ),
    "a long day": (
        lambda n: f'{{"case": "a", "events": [{{"type": "b", "at": "{"x" * n}"}}]}}',
        10_000_000,
        ["RM109"],
    ),
    "a long key": (lambda n: f'{{"case": "a", "{"x" * n}": 1}}', 10_000_000, ["RM101"]),
    "a long fact": (lambda n: f'{{"case": "a", "facts": {{"{"x" * n}": 1}}}}', 10_000_000, ["RM619"]),
    "a long number": (lambda n: f'{{"case": "a", "facts": {{"dagar": {"9" * n}}}}}', 1_000_000, ["RM625"]),
    "a long decimal": (lambda n: f'{{"case": "a", "facts": {{"dagar": 0.{"9" * n}}}}}', 1_000_000, ["RM623"]),
    "brackets": (lambda n: "[" * n, 1_000_000, ["RM627"]),
    "mappings": (lambda n: '{"a":' * n, 200_000, ["RM627"]),
    "brackets in an event": (
        lambda n: f'{{"case": "a", "events": [{"[" * n}{"]" * n}]}}',
        100_000,
        ["RM627"],
    ),
    "brackets in a text": (
        lambda n: f'{{"case": "a", "events": [{EVENT[:-1]}, "data": {{"x": "{"[" * n}"}}}}]}}',
        100_000,
        [],
    ),
    "quotes": (lambda n: '"' * n, 100_000, ["RM644"]),
    "backslashes": (lambda n: '{"case": "' + "\\" * (n + 1), 1_000_000, ["RM643"]),
    "blanks": (lambda n: " " * n, 1_000_000, ["RM010"]),
    "line breaks": (lambda n: "\n" * n + '{"case": 1}', 1_000_000, ["RM103"]),
}


@pytest.mark.parametrize("name", MADE)
def test_large_json(engine: Engine, name: str) -> None:
    written, size, codes = MADE[name]
    data = written(size).encode()
    _, found = outcome(engine, "arende.json", data)
    assert [diagnostic.code for diagnostic in found] == codes
    assert_placed(found, "arende.json", data)
    assert all(len(str(diagnostic)) < 500 for diagnostic in found)


def unknown_keys(number: int) -> str:
    return json.dumps({"case": "a", **{f"key{n}": 1 for n in range(number)}})


def faulty_events(number: int) -> str:
    events = ",\n".join(f'{{"type": {n}, "at": "2026-02-30"}}' for n in range(number))
    return f'{{"case": "a", "events": [\n{events}]}}'


# Each with the sizes of two texts, of which the one is four times the other. What JSON costs inside C no step counts.
GROWING: dict[str, tuple[Callable[[int], str], int, int]] = {
    **{name: (written, size // 400, size // 100) for name, (written, size, _) in MADE.items()},
    "unknown keys": (unknown_keys, 100, 400),
    "faulty events": (faulty_events, 50, 200),
}


@pytest.mark.parametrize(("written", "few", "many"), GROWING.values(), ids=GROWING)
def test_four_times_the_text_is_four_times_the_work(
    engine: Engine, written: Callable[[int], str], few: int, many: int
) -> None:
    def of_size(number: int) -> int:
        data = written(number).encode()
        return steps(lambda: outcome(engine, "arende.json", data))

    of_size(few)
    assert of_size(many) <= 5 * of_size(few)


def test_ten_thousand_unknown_keys_are_all_named(engine: Engine) -> None:
    data = unknown_keys(10_000).encode()
    _, found = outcome(engine, "arende.json", data)
    assert [diagnostic.code for diagnostic in found] == ["RM101"] * 10_000
    assert_placed(found, "arende.json", data)
    assert all(len(str(diagnostic)) < 500 for diagnostic in found)


@pytest.mark.parametrize("code", [0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x180B, 0x200B, 0x202E, 0x3164, 0xFFA0])
def test_what_cannot_be_seen_is_refused_in_a_name_however_it_is_written(code: int) -> None:
    for written in (chr(code), f"\\u{code:04x}"):
        for name in ("a.json", "a.yaml"):
            (read,) = read_cases(name, f'{{"case": "1{written}7"}}'.encode())
            (fault,) = read.diagnostics
            assert fault.code in ("RM110", "RM008")
            assert f"U+{code:04X}" in fault.sentence("sv")


def test_a_long_log_is_read_from_yaml_too() -> None:
    events = "\n".join(f"  - {{type: b, at: 2026-01-05, id: e{n}}}" for n in range(30_000))
    (read,) = read_cases("a.yaml", f"case: a\nevents:\n{events}\n".encode())
    assert read.diagnostics == ()
    assert read.case is not None
    assert len(read.case.events) == 30_000
    assert read.case.events[-1].id == "e29999"


def test_ten_thousand_faults_in_one_case_are_all_named_and_placed() -> None:
    (read,) = read_cases("a.json", faulty_events(5_000).encode())
    assert len(read.diagnostics) == 10_000
    assert [one.place.line for one in read.diagnostics if one.place] == [2 + n // 2 for n in range(10_000)]


def test_a_case_that_cannot_be_read_stops_no_other() -> None:
    for name in ("one_bad_line_of_three.jsonl", "one_bad_case_of_three.yaml"):
        reads = list(read_cases(name, (FOLDER / name).read_bytes()))
        assert [read.case.id if read.case else None for read in reads] == ["2026-0001", None, "2026-0003"]
