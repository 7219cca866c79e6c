"""Cases as JSON, JSON Lines, YAML and plain data: what is read, with which places; documents in, Cases out."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from rutinmotor import Case, CaseError, Event, read_case
from rutinmotor.ground.diagnostics.place import Place
from rutinmotor.language.casefile.case_files import read_case_lines, read_cases

YAML = """\
case: "2025-0117"
facts: {fodelsedatum: 1941-03-02}
items:
  hemtjanst-1: {insats: hemtjanst, iub: false, timmar: 7, slut: null}
events:
  - {id: e1, type: beslut_fattat, at: 2025-09-22, item: hemtjanst-1}
  - id: e2
    type: insats_verkstalld
    at: 2025-10-01T08:30:00+02:00
    recorded: 2025-10-02
    data: {insats: boendestod, anteckning: [ett, {två: 2.5}]}
  - {id: e3, retracts: e1, recorded: 2025-10-05}
"""
PLAIN: dict[str, Any] = {
    "case": "2025-0117",
    "facts": {"fodelsedatum": "1941-03-02"},
    "items": {"hemtjanst-1": {"insats": "hemtjanst", "iub": False, "timmar": 7, "slut": None}},
    "events": [
        {"id": "e1", "type": "beslut_fattat", "at": "2025-09-22", "item": "hemtjanst-1"},
        {
            "id": "e2",
            "type": "insats_verkstalld",
            "at": "2025-10-01T08:30:00+02:00",
            "recorded": "2025-10-02",
            "data": {"insats": "boendestod", "anteckning": ["ett", {"två": 2.5}]},
        },
        {"id": "e3", "retracts": "e1", "recorded": "2025-10-05"},
    ],
}
E2_DATA: Any = {"insats": "boendestod", "anteckning": ["ett", {"två": 2.5}]}
CASE = Case(
    "2025-0117",
    (
        Event("beslut_fattat", date(2025, 9, 22), "e1", "hemtjanst-1"),
        Event(
            "insats_verkstalld",
            datetime(2025, 10, 1, 8, 30, tzinfo=timezone(timedelta(hours=2))),
            "e2",
            recorded=date(2025, 10, 2),
            data=E2_DATA,
        ),
        Event(id="e3", retracts="e1", recorded=date(2025, 10, 5)),
    ),
    {"fodelsedatum": "1941-03-02"},
    {"hemtjanst-1": {"insats": "hemtjanst", "iub": False, "timmar": 7, "slut": None}},
)


def faults(data: Any) -> list[tuple[str, object]]:
    with pytest.raises(CaseError) as caught:
        read_case(data)
    assert all(one.place is None for one in caught.value.diagnostics)
    return [(one.code, dict(one.values)["path"]) for one in caught.value.diagnostics]


def test_every_form_gives_the_same_case() -> None:
    text = json.dumps(PLAIN, ensure_ascii=False)
    assert read_case(PLAIN) == CASE
    for name, data in (
        ("a.yaml", YAML),
        ("a.yml", YAML),
        ("-", YAML),
        ("a.json", text),
        ("a.json", json.dumps(PLAIN, indent=1)),
        ("-", text),
        ("a.jsonl", text),
        ("a.NDJSON", text + "\n"),
        ("-", json.dumps([PLAIN])),
    ):
        assert [(read.case, read.id) for read in read_cases(name, data.encode())] == [(CASE, "2025-0117")], name


def test_days_may_be_dates_and_lists_tuples() -> None:
    events = tuple(PLAIN["events"])
    events[1]["at"] = datetime(2025, 10, 1, 6, 30, tzinfo=UTC)
    data = {**PLAIN, "facts": {"fodelsedatum": date(1941, 3, 2)}, "events": events}
    case = read_case(data)
    assert case.facts == {"fodelsedatum": date(1941, 3, 2)}
    assert case.events[1].at == datetime(2025, 10, 1, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-10-01", date(2025, 10, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("0001-01-01", date(1, 1, 1)),
        ("9999-12-31", date(9999, 12, 31)),
        ("2025-10-01T08:30", datetime(2025, 10, 1, 8, 30)),
        ("2025-10-01T08:30:15", datetime(2025, 10, 1, 8, 30, 15)),
        ("2025-10-01T08:30:15.5", datetime(2025, 10, 1, 8, 30, 15, 500_000)),
        ("2025-10-01T08:30:15.123456", datetime(2025, 10, 1, 8, 30, 15, 123_456)),
        ("2025-10-01T08:30Z", datetime(2025, 10, 1, 8, 30, tzinfo=UTC)),
        ("2025-10-01T08:30:00-03:30", datetime(2025, 10, 1, 8, 30, tzinfo=timezone(-timedelta(hours=3.5)))),
    ],
)
def test_moments(written: str, read: date) -> None:
    at = read_case({"case": "a", "events": [{"type": "b", "at": written}]}).events[0].at
    assert at == read
    assert type(at) is type(read)
    if isinstance(at, datetime) and isinstance(read, datetime):
        assert at.utcoffset() == read.utcoffset()


def test_every_fault_is_told_with_its_path() -> None:
    data: dict[str, Any] = {
        "case": 20250117,
        "facts": {"iub": [], 12: True, "dagar": 10**5000},
        "items": {"hemtjänst 1": {"insats": 1.5}},
        "events": [
            {"type": "a", "at": "2025-02-29"},
            {"at": "2025-02-28 10:00", "typ": "a", "data": {"x": {"y": [float("nan")]}}},
            {"type": "a", "at": "2025-02-28", "data": {"z": {1, 2}}},
        ],
    }
    assert faults(data) == [
        ("RM101", "events[1].typ"),
        ("RM103", "case"),
        ("RM617", "facts"),
        ("RM621", "events[0].at"),
        ("RM622", "events[1].at"),
        ("RM623", "facts.iub"),
        ("RM623", 'items["hemtjänst 1"].insats'),
        ("RM624", "events[2].data.z"),
        ("RM625", "facts.dagar"),
        ("RM626", "events[1].data.x.y[0]"),
    ]


@pytest.mark.parametrize("data", [None, [], "a", 1, [("case", "a")], b"{}"])
def test_what_is_no_mapping_is_a_fault_and_no_other_exception(data: Any) -> None:
    assert faults(data) == [("RM107", "")]


def test_data_that_hold_themselves() -> None:
    loop: list[Any] = []
    loop.append(loop)
    ((code, path),) = faults({"case": "a", "events": [{"type": "b", "at": "2025-01-01", "data": {"x": loop}}]})
    assert code == "RM627"
    assert str(path).startswith("events[0].data.x[0][0]")


def test_a_date_time_is_no_fact() -> None:
    assert faults({"case": "a", "facts": {"slut": datetime(2025, 1, 1)}}) == [("RM623", "facts.slut")]


def test_the_nearest_known_key_is_offered() -> None:
    meant = {
        "ärende": "case",
        "Ärendenummer": "case",
        "händelser": "events",
        "uppgifter": "facts",
        "insatser": "items",
        "evnets": "events",
    }
    for written, near in meant.items():
        with pytest.raises(CaseError) as caught:
            read_case({written: "a"})
        assert {dict(one.values).get("near") for one in caught.value.diagnostics if one.code == "RM101"} == {near}
    meant = {"typ": "type", "datum": "at", "tidpunkt": "at", "insats": "item", "registrerad": "recorded"}
    meant |= {"ersätter": "replaces", "återkallar": "retracts", "uppgifter": "data", "timestamp": "at", "Data": "data"}
    for written, near in meant.items():
        with pytest.raises(CaseError) as caught:
            read_case({"case": "a", "events": [{written: "a"}]})
        assert {dict(one.values).get("near") for one in caught.value.diagnostics if one.code == "RM101"} == {near}


def test_nothing_is_kept_that_the_caller_can_change() -> None:
    notes = ["ett"]
    data: dict[str, Any] = {
        "case": "a",
        "facts": {"x": 1},
        "events": [{"type": "b", "at": "2025-01-01", "data": {"notes": notes}}],
    }
    case = read_case(data)
    notes.append("två")
    data["facts"]["x"] = 2
    assert dict(case.events[0].data) == {"notes": ["ett"]}
    assert case.facts == {"x": 1}


def test_letters_with_marks_are_the_same_however_they_are_coded() -> None:
    apart, whole = "a\u030atga\u0308rd", "åtgärd"
    data = {"case": apart, "facts": {apart: apart}, "events": [{"type": apart, "at": "2025-01-01", "item": apart}]}
    case = read_case(data)
    assert case == Case(whole, (Event(whole, date(2025, 1, 1), item=whole),), {whole: whole})
    assert [read.case for read in read_cases("a.json", json.dumps(data).encode())] == [case]
    assert [read.case for read in read_cases("a.yaml", json.dumps(data, ensure_ascii=False).encode())] == [case]


def test_a_key_that_stands_twice_is_told_as_it_is_read() -> None:
    apart, whole = "a\u030atga\u0308rd", "åtgärd"
    with pytest.raises(CaseError) as caught:
        read_case({"case": "a", "facts": {whole: 1, apart: 2}})
    assert [(one.code, dict(one.values)["key"]) for one in caught.value.diagnostics] == [("RM629", whole)]


def test_a_missing_value_stands_at_its_key_and_one_in_a_list_at_itself() -> None:
    (read,) = read_cases("a.json", b'{"case": null,\n "facts": null,\n "events": [null]}')
    assert [(one.code, one.place) for one in read.diagnostics] == [
        ("RM117", Place("a.json", 1, 2)),
        ("RM117", Place("a.json", 2, 2)),
        ("RM117", Place("a.json", 3, 13)),
    ]


def test_text_values_may_hold_line_breaks_and_joined_signs() -> None:
    text = "Rad 1\n\tRad 2 \u00ad 👨\u200d👩\u200d👧"
    data = {"case": "a", "facts": {"orsak": text}}
    assert read_case(data).facts == {"orsak": text}


def test_yaml_places() -> None:
    (read,) = read_cases("a.yaml", YAML.encode())
    assert read.case is not None
    assert read.case.place == Place("a.yaml", 1, 1)
    assert [event.place for event in read.case.events] == [
        Place("a.yaml", 6, 5),
        Place("a.yaml", 7, 5),
        Place("a.yaml", 12, 5),
    ]


def test_json_places() -> None:
    (first, second) = read_cases(
        "a.json", b'[\n  {"case": "a", "events": [{"type": "b", "at": "2025-01-01"}]},\n  {"case": "c"}\n]'
    )
    assert first.case is not None
    assert second.case is not None
    assert first.case.place == Place("a.json", 2, 3)
    assert first.case.events[0].place == Place("a.json", 2, 3)
    assert second.case.place == Place("a.json", 3, 3)
    *_, third = read_cases(
        "a.jsonl", b'\n{"case": "a"}\n  {"case": "b", "events": [{"type": "b", "at": "2025-01-01"}]}'
    )
    assert third.case is not None
    assert third.case.place == third.case.events[0].place == Place("a.jsonl", 3, 1)


FAULTY = """\
[{"case": "a"},
 {"case": "b",
  "events": [{"type": "x", "at": "2025-01-01"},
             {"type": "x", "at":
               "2025-02-30", "k\\u00e5": [1, 2], "data": {"y": 1, "y": 2}}], "facts": {
  "n": 12345678901234567890}}
]
"""


def test_faults_in_json_stand_where_they_are_written() -> None:
    good, bad = read_cases("a.json", FAULTY.encode())
    assert good.case == Case("a")
    assert (bad.case, bad.id) == (None, "b")
    assert [(one.code, one.place and (one.place.line, one.place.column)) for one in bad.diagnostics] == [
        ("RM621", (5, 16)),
        ("RM101", (5, 30)),
        ("RM629", (5, 66)),
        ("RM625", (6, 8)),
    ]
    assert bad.diagnostics[2].further == (Place("a.json", 5, 58),)
    assert dict(bad.diagnostics[0].values)["path"] == "events[1].at"


def test_json_lines_come_as_they_are_asked_for() -> None:
    taken = 0

    def lines() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield b'{"case": "a"}\n'

    reads = read_case_lines("a.jsonl", lines())
    assert [next(reads).id for _ in range(3)] == ["a"] * 3
    assert taken == 3


def test_what_stands_before_a_break_in_json_is_read() -> None:
    reads = list(read_cases("a.json", b'[{"case": "a"}, {"case": "b"}, {"case"'))
    assert [read.id for read in reads] == ["a", "b", None]
    assert [one.code for one in reads[-1].diagnostics] == ["RM641"]
