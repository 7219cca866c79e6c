"""Any bytes at all: a document or located diagnostics, never an exception, and JSON means what it means elsewhere."""

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.text.document.parsing import read_document
from tests.parsed import is_list, is_mapping

PIECES = [
    *"ab1å:-?[]{},\"'|>&*!%@`# \n\t\\~<=.",
    *("\n  ", "\n- ", ": ", "- ", ", ", "\r\n", "\\u", "---\n", "...", "null", "true", "&a ", "*a", "!x ", "<<: "),
    *("\u200b", "\u00a0", "\x00", "\ufeff", "\u2028", "\U0001f600", "\ufffd", "\ue800", "12:30", "{a: b}", '"a": 1'),
]
WHOLE = (Path(__file__).parents[2] / "hostile" / "rules" / "text_yaml_document_start.yaml").read_text(encoding="utf-8")
QUICK = settings(max_examples=300)


def look_at(data: bytes) -> None:
    document, found = read_document("any.yaml", data)
    assert (document is None) == bool(found)
    assert list(found) == sorted(found, key=lambda fault: fault.order)
    assert len(set(found)) == len(found)
    try:
        lines = re.split(r"\r\n|\r|\n", data.decode().removeprefix("\ufeff"))
    except UnicodeDecodeError:
        assert [fault.code for fault in found] == ["RM006"]
        return
    for fault in found:
        for text in (fault.sentence("sv"), fault.sentence("en"), fault.step("sv"), fault.step("en")):
            assert text.isprintable()
            assert "[[" not in text
        for place in (fault.place, *fault.further):
            assert place is not None
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@QUICK
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_pieces_of_yaml(text: str) -> None:
    look_at(text.encode())


@QUICK
@given(st.binary(max_size=80))
def test_bytes(data: bytes) -> None:
    look_at(data)


@QUICK
@given(st.text(max_size=40))
def test_any_characters(text: str) -> None:
    look_at(text.encode())


@QUICK
@given(st.data())
def test_a_rule_file_with_slips(data: st.DataObject) -> None:
    text = WHOLE
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + data.draw(st.sampled_from(["", *PIECES])) + text[at + data.draw(st.integers(0, 5)) :]
    look_at(text.encode())


@pytest.mark.parametrize("length", range(len(WHOLE)))
def test_a_rule_file_cut_short(length: int) -> None:
    look_at(WHOLE[:length].encode())


UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
VISIBLE = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters=UNSEEN, max_codepoint=0xDFFFF), max_size=8
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | VISIBLE,
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(VISIBLE, parts, max_size=4),
    max_leaves=20,
)


def in_one_form(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def normal(data: object) -> object:
    if isinstance(data, str):
        return in_one_form(data)
    if is_list(data):
        return [normal(part) for part in data]
    if is_mapping(data):
        return {in_one_form(key): normal(part) for key, part in data.items()}
    return data


def keys_stay_apart(data: object) -> bool:
    if is_list(data):
        return all(keys_stay_apart(part) for part in data)
    if is_mapping(data):
        return len({in_one_form(key) for key in data}) == len(data) and all(
            keys_stay_apart(part) for part in data.values()
        )
    return True


@settings(max_examples=400)
@given(JSON.filter(keys_stay_apart), st.sampled_from([None, 2, "\t"]), st.booleans(), st.sampled_from([", ", ","]))
def test_json_means_the_same(data: object, indent: int | str | None, ascii_only: bool, comma: str) -> None:
    colon = ":" if comma == "," else ": "
    text = json.dumps(
        [data], indent=indent, ensure_ascii=ascii_only, separators=(comma.rstrip() if indent else comma, colon)
    )
    document, found = read_document("any.json", text.encode())
    assert found == ()
    assert document is not None
    assert repr(document.data) == repr([normal(data)])
