"""Where values and keys stand."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.text.document.parsing import read_document
from rutinmotor.text.document.placed import Document
from tests.parsed import is_list, is_mapping

TEXT = """\
catalogue: sol
rules:
  - id: plan
    trigger: [å_b, {overdue: plan}]
    deadline:
      working_days: 3
  - id: besök
"""


def document_of(text: str) -> Document:
    document, found = read_document("a.yaml", text.encode())
    assert found == ()
    assert document is not None
    return document


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), "1:1", "1:1"),
        (("catalogue",), "1:12", "1:1"),
        (("rules",), "3:3", "2:1"),
        (("rules", 0), "3:5", "3:5"),
        (("rules", 0, "id"), "3:9", "3:5"),
        (("rules", 0, "trigger"), "4:14", "4:5"),
        (("rules", 0, "trigger", 0), "4:15", "4:15"),
        (("rules", 0, "trigger", 1, "overdue"), "4:30", "4:21"),
        (("rules", 0, "deadline"), "6:7", "5:5"),
        (("rules", 0, "deadline", "working_days"), "6:21", "6:7"),
        (("rules", 1, "id"), "7:9", "7:5"),
    ],
)
def test_of_value_and_key(path: tuple[str | int, ...], value: str, key: str) -> None:
    document = document_of(TEXT)
    assert str(document.place_of(path)) == f"a.yaml:{value}"
    assert str(document.key_place_of(path)) == f"a.yaml:{key}"


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        (("missing",), ()),
        (("rules", 9), ("rules",)),
        (("rules", 0, "deadline", "days"), ("rules", 0, "deadline")),
        (("rules", 0, "id", "deeper", 3), ("rules", 0, "id")),
        (("rules", "0"), ("rules",)),
        ((0,), ()),
    ],
)
def test_of_a_path_that_is_not_there_is_that_of_its_nearest_ancestor(
    path: tuple[str | int, ...], nearest: tuple[str | int, ...]
) -> None:
    document = document_of(TEXT)
    assert document.place_of(path) == document.place_of(nearest)
    assert document.key_place_of(path) == document.place_of(nearest)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_columns_count_characters_whatever_the_line_breaks(line_break: str, mark: str) -> None:
    document = document_of(mark + line_break.join(["a: [😀, åä, z]", "b: [1, 2]"]))
    assert [str(document.place_of(["a", n])) for n in range(3)] == ["a.yaml:1:5", "a.yaml:1:8", "a.yaml:1:12"]
    assert str(document.place_of(["b", 1])) == "a.yaml:2:8"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"abc\xff", "1:4"),
        (b"a: 1\nb: \xe5", "2:4"),
        ("a: å\r\nå: ".encode() + b"\xe4", "2:4"),
        (b"\xef\xbb\xbfa\xff", "1:2"),
        ("😀".encode() + b"\xc3", "1:2"),
        (b"a: 1\rb: 2\rc: \xe5", "3:4"),
    ],
)
def test_of_the_first_bad_byte(data: bytes, place: str) -> None:
    document, found = read_document("a.yaml", data)
    assert document is None
    assert [str(fault.place) for fault in found] == [f"a.yaml:{place}"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a: &x 1\nb: [1\n", ["RM031@1:4", "RM018@2:4"]),
        ("- *x\n- a: b: c\n", ["RM032@1:3", "RM014@2:7"]),
        # Where the parser stops may be what the first fault of the line leaves behind.
        ("a: &x [1\nb: 1\n", ["RM031@1:4"]),
        ("- &x a: b: c\n", ["RM031@1:3"]),
    ],
)
def test_where_the_parser_stops_is_told_unless_the_line_has_a_fault_already(text: str, named: list[str]) -> None:
    _, found = read_document("a.yaml", text.encode())
    assert [f"{fault.code}@{str(fault.place).removeprefix('a.yaml:')}" for fault in found] == named


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[a\u200b, *x]\n", ["RM008@1:3", "RM032@1:6"]),
        ("\u00a0a: *x\n", ["RM009@1:1", "RM032@1:5"]),
        ("%YAML 1.2\n", ["RM010@1:1", "RM036@1:1"]),
        ("%YAML 1.2\n---\na: *x\n", ["RM036@1:1", "RM032@3:4"]),
    ],
)
def test_what_follows_a_faulty_character_stands_where_it_is_written(text: str, places: list[str]) -> None:
    _, found = read_document("a.yaml", text.encode())
    assert [f"{fault.code}@{str(fault.place).removeprefix('a.yaml:')}" for fault in found] == places


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a: {days:3}", {"key": "days"}),
        ("a: >#x\n  b\n", {"sign": ">"}),
        ("a: |#x\n  b\n", {"sign": "|"}),
        ("a: x\u200b", {"sign": "U+200B", "name": "ZERO WIDTH SPACE"}),
        ("a: x\U000e0080", {"sign": "U+E0080", "name": ""}),  # Unicode gives it no name
    ],
)
def test_what_is_written_there_is_told(text: str, values: dict[str, str]) -> None:
    (fault,) = read_document("a.yaml", text.encode())[1]
    assert dict(fault.values) == values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- >>\n", "RM020@1:3 sign=>"),
        ("a: [>]", "RM020@1:5 sign=>"),
        ("a: b\n>", "RM017@2:1"),
        ("'a': 1\n'b' 2\n", "RM015@2:1"),
        ('a: 1\n"bc"\nd: 1\n', "RM015@2:1"),
        ("a: 1\n'bc'\nd: 1\n", "RM015@2:1"),
        ("a: 1\nb'c\nd: 1\n", "RM018@2:1"),
        ('a: 1\nb"\nd: 1\n', "RM018@2:1"),
        ("k, x\nc: 1", "RM013@1:1 key=k, x"),
        ("k\nc: 1", "RM013@1:1 key=k"),
        ("a: b\n  'c\n  d: 1\n", "RM015@2:3"),
        ('a: b\n  "c\n  d: 1\n', "RM015@2:3"),
        ("--- a: b\nc", "RM017@1:1"),
        (f"a: b\n{'w' * 60}\nc: 1\n", f"RM013@2:1 key={'w' * 40}"),
        ("a: 'b',\n", "RM022@1:7"),
        ("a: 'b' ]", "RM018@1:8 opened=]"),
        ("- a\n]\n", "RM018@2:1 opened=]"),
        ("{'a': b 'c': d}", "RM018@1:12 opened={"),
        ("a: [1,\n b", "RM018@1:4 opened=["),
        ("x: 1\na: {b", "RM018@2:4 opened={"),
        ("a: [1\nb: 1\n", "RM018@1:4 opened=["),
        ("x: 1\n\na:\n  [1, \n", "RM018@4:3 opened=["),
    ],
)
def test_what_the_parser_stops_at_is_told_with_its_sign(text: str, told: str) -> None:
    (fault,) = read_document("a.yaml", text.encode())[1]
    values = "".join(f" {name}={value}" for name, value in fault.values)
    assert f"{fault.code}@{str(fault.place).removeprefix('a.yaml:')}{values}" == told


@pytest.mark.parametrize(("text", "end"), [("a: [1,", "1:7"), ("x: 1\na: [1,", "2:7"), ("a: [1,\n", "2:1")])
def test_a_bracket_that_is_open_when_the_text_ends_is_told_with_the_end(text: str, end: str) -> None:
    (fault,) = read_document("a.yaml", text.encode())[1]
    assert [str(place) for place in fault.further] == [f"a.yaml:{end}"]


@pytest.mark.parametrize(("letters", "code"), [(3, "RM017"), (1024, "RM017"), (1025, "RM011")])
def test_a_key_further_in_than_it_may_be_is_told_as_long_as_it_can_be_one(letters: int, code: str) -> None:
    _, found = read_document("a.yaml", f"a: 1\n  {'k' * letters}: 2\n".encode())
    assert [fault.code for fault in found] == [code]


@pytest.mark.parametrize(("letters", "shown"), [(60, "b" * 60), (61, "b" * 59 + "…")])
def test_a_long_name_is_cut_where_it_is_told(letters: int, shown: str) -> None:
    (fault,) = read_document("a.yaml", f"a: *{'b' * letters}".encode())[1]
    assert dict(fault.values) == {"name": shown}


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("för".encode("latin-1"), "Windows-1252 (Latin-1)"),
        ("title: – ”för” 4 §".encode("cp1252"), "Windows-1252 (Latin-1)"),
        ("åäöÅÄÖéÉüÜèàáæøÆØ§°´·½–—”“’‘…•«»€\u00a0".encode("cp1252"), "Windows-1252 (Latin-1)"),
        ("title: för".encode("utf-16"), "UTF-16"),
        ("title: prov".encode("utf-16-le"), "UTF-16"),
        ("title: prov".encode("utf-16-be"), "UTF-16"),
        ("a: 1".encode("utf-16-le"), "UTF-16"),  # no shorter text is told
        ("title: för".encode("utf-32"), "UTF-32"),
        (b"\x00\x00\xfe\xff" + "title: för".encode("utf-32-be"), "UTF-32"),
        ("för".encode("cp850"), None),
        (b"\x89PNG\r\n\x1a\n", None),
    ],
)
def test_the_likely_encoding_is_named(data: bytes, encoding: str | None) -> None:
    _, found = read_document("a.yaml", data)
    assert [fault.code for fault in found] == ["RM006"]
    assert dict(found[0].values).get("encoding") == encoding
    assert ("ser ut att vara" in found[0].sentence("sv")) == (encoding is not None)


NUMBERED = st.recursive(
    st.just(0),
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(st.text("abcåö:?\"'# ", max_size=4), parts, max_size=4),
    max_leaves=15,
)


def numbered(data: object, counter: Iterator[int]) -> object:
    if is_list(data):
        return [numbered(part, counter) for part in data]
    if is_mapping(data):
        return {key: numbered(part, counter) for key, part in data.items()}
    return next(counter)


def leaves(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], int]]:
    if is_list(data):
        for index, part in enumerate(data):
            yield from leaves(part, (*path, index))
    elif is_mapping(data):
        for key, part in data.items():
            yield from leaves(part, (*path, key))
    elif isinstance(data, int):
        yield path, data


@settings(max_examples=100)
@given(NUMBERED, st.sampled_from([None, 2]), st.booleans())
def test_each_value_and_key_is_where_its_place_says(data: object, indent: int | None, ascii_only: bool) -> None:
    data = numbered(data, iter(range(1000, 2000)))
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    document = document_of(text)
    lines = text.split("\n")
    for path, number in leaves(data):
        place = document.place_of(path)
        assert lines[place.line - 1][place.column - 1 :].startswith(str(number))
        key = document.key_place_of(path)
        if path and isinstance(path[-1], str):
            written = json.dumps(path[-1], ensure_ascii=ascii_only)
            assert lines[key.line - 1][key.column - 1 :].startswith(f"{written}: ")
