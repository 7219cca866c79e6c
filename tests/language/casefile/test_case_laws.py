"""Laws of reading cases, drawn and mutated ones: the same case whatever its form, and never a foreign exception."""

import json
import random
import unicodedata
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor import Case, CaseError, Event, read_case
from rutinmotor.ground.diagnostics.diagnostic import Diagnostic
from rutinmotor.language.casefile.case_files import read_cases
from tests.parsed import is_list, is_mapping

names = (
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_categories=("Cc", "Cf")), min_size=1)
    .filter(lambda text: bool(text.strip()))
    .map(lambda text: unicodedata.normalize("NFC", text)[:200])
    .filter(lambda text: bool(text.strip()))
)
texts = st.text(max_size=20).map(lambda text: unicodedata.normalize("NFC", text))
numbers = st.integers(-(10**18) + 1, 10**18 - 1)
facts = st.none() | st.booleans() | numbers | texts
offsets = st.none() | st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.dates() | st.datetimes(timezones=offsets).map(lambda moment: moment.replace(fold=0))
plain = st.recursive(
    facts | st.floats(-1e17, 1e17, allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=5,
)
maybe_name = st.none() | names
maybe_moment = st.none() | moments
data: Any = st.dictionaries(names, plain, max_size=3)
events = st.builds(
    Event, names, moments, maybe_name, maybe_name, maybe_moment, data, maybe_name, about=maybe_name
) | st.builds(Event, retracts=names, recorded=moments, id=maybe_name)
holders = st.dictionaries(names, facts, max_size=3)
cases = st.builds(
    Case, names, st.lists(events, max_size=4).map(tuple), holders, st.dictionaries(names, holders, max_size=2)
)
FIELDS = ("type", "at", "id", "item", "recorded", "replaces", "retracts", "about")


def as_data(case: Case) -> dict[str, Any]:
    log: list[dict[str, Any]] = []
    for event in case.events:
        line = {name: value for name in FIELDS if (value := getattr(event, name)) is not None}
        log.append({**line, **({"data": event.data} if event.data else {})})
    return {"case": case.id, "facts": case.facts, "items": case.items, "events": log}


def as_json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)


def shuffled(value: Any, chance: random.Random) -> Any:
    """The same with the keys of every mapping in another order."""
    if is_mapping(value):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    return [shuffled(part, chance) for part in value] if is_list(value) else value


def is_read_alike(one: Case, other: Case) -> bool:
    """Equal, and of the same types throughout: 1, 1.0 and true are equal in Python."""
    return one == other and repr(as_data(one)) == repr(as_data(other))


@settings(max_examples=150)
@given(cases)
def test_a_case_written_as_json_is_read_as_it_was(case: Case) -> None:
    # An offset of seconds is no ISO offset, and none are drawn.
    assert is_read_alike(read_case(as_data(case)), case)
    text = json.dumps(as_data(case), default=as_json)
    for name, written in (("a.json", text), ("a.jsonl", text), ("-", text), ("a.json", f"[{text}]")):
        (read,) = read_cases(name, written.encode())
        assert read.case is not None, read.diagnostics
        assert is_read_alike(read.case, case)


@settings(max_examples=100)
@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(case: Case, chance: random.Random) -> None:
    written = json.loads(json.dumps(as_data(case), default=as_json))
    assert read_case(shuffled(written, chance)) == read_case(written)


WHOLE = json.dumps(
    {
        "case": "2025-0117",
        "facts": {"iub": False, "dagar": 3, "orsak": "Flytt, å ä ö"},
        "items": {"hemtjanst-1": {"insats": "hemtjanst"}},
        "events": [
            {"id": "e1", "type": "beslut_fattat", "at": "2025-09-22", "item": "hemtjanst-1", "data": {"x": [1, {}]}},
            {"id": "e2", "type": "b", "at": "2025-10-01T08:30:00+02:00", "recorded": "2025-10-02", "replaces": "e1"},
            {"id": "e3", "retracts": "e2", "recorded": "2025-10-05"},
        ],
    },
    ensure_ascii=False,
    indent=1,
).encode()
PIECES = [
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\\",
    b"\0",
    b"\n",
    b"NaN",
    b"-",
    b"1e999",
    b"null",
    b"true",
    b"\xff",
    *(b"0" * 30, b"[" * 50, b"[" * 2000, b"\\ud800", b'"at": 1,', b"\xe2\x80\xae", b"'", b"#", b"- ", b"\r", b"\t"),
]
cuts = st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 12), st.sampled_from(PIECES) | st.binary(max_size=6))


def assert_told(name: str, text: bytes) -> None:
    lines = text.count(b"\n") + text.count(b"\r") + 1
    for read in read_cases(name, text):
        assert (read.case is None) == bool(read.diagnostics)
        for one in read.diagnostics:
            assert one.place is not None
            assert 1 <= one.place.line <= lines
            assert one.sentence("sv")
            assert one.step("en")


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.yaml", "-"])
def test_whatever_is_cut_or_put_in_every_fault_has_a_place(name: str) -> None:
    whole = WHOLE.replace(b"\n", b"") if name == "a.jsonl" else WHOLE

    @settings(max_examples=300)
    @given(st.lists(cuts, min_size=1, max_size=3))
    def told(made: list[tuple[int, int, bytes]]) -> None:
        text = whole
        for start, length, piece in made:
            text = text[:start] + piece + text[start + length :]
        assert_told(name, text)

    told()


@settings(max_examples=200)
@given(st.sampled_from(["a.json", "a.jsonl", "a.yaml", "-"]), st.binary(max_size=80))
def test_any_bytes_end_in_an_answer(name: str, text: bytes) -> None:
    assert_told(name, text)


keys = st.sampled_from(
    ["case", "facts", "items", "events", "type", "at", "id", "data", "retracts", "recorded", "x", ""]
)
odd = st.sampled_from([b"", {1, 2}, object(), 1j, date(2025, 1, 1), datetime(2025, 1, 1), "\ud800", 10**400, ()])
anything: Any = st.recursive(
    facts | st.floats() | odd | st.sampled_from(["2025-01-01", "2025-02-30", "a"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys | st.integers() | texts, inner, max_size=5),
    max_leaves=20,
)
whole = st.fixed_dictionaries(
    {"case": texts},
    optional={"events": st.lists(st.dictionaries(keys, anything)), "facts": anything, "items": anything},
)


@settings(max_examples=400)
@given(anything | whole)
def test_any_plain_data_are_a_case_or_a_case_error(data: Any) -> None:
    try:
        outcome: Case | tuple[Diagnostic, ...] = read_case(data)
    except CaseError as error:
        outcome = error.diagnostics
    if not isinstance(outcome, Case):
        assert outcome
        assert all("path" in dict(one.values) for one in outcome)
