"""What unquoted values mean, and that quoted ones are text."""

import json
import math
import unicodedata

import pytest

from rutinmotor.text.document.escapes import Loans, lent
from rutinmotor.text.document.parsing import read_document


def value_of(text: str) -> object:
    document, found = read_document("a.yaml", f"a: {text}\n".encode())
    assert found == ()
    assert document is not None
    assert isinstance(document.data, dict)
    return document.data["a"]


def codes_of(text: str) -> list[str]:
    document, found = read_document("a.yaml", text.encode())
    assert (document is None) == bool(found)
    return [fault.code for fault in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("NULL", None),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("0", 0),
        ("08", 8),
        ("-3", -3),
        ("+3", 3),
        ("0o17", 15),
        ("0x1F", 31),
        ("123456789012345678", 123456789012345678),
        (".5", 0.5),
        ("1.", 1.0),
        ("-1.25e-2", -0.0125),
        ("1e3", 1000.0),
    ],
)
def test_core_schema(text: str, value: object) -> None:
    found = value_of(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        *("yes", "no", "on", "off", "Yes", "y", "nUll", "tRUE", "none"),
        *("12:30", "1:30:45", "2025-09-17", "2025-99-99", "1_000", "0b1", "0o8", "-0x1F", "1e", ".", "1.2.3", "٣", "²"),
        *("=", "S28", "4 kap. 1 §", "a#b", "a:b", "Vad händer?"),
    ],
)
def test_all_else_is_text(text: str) -> None:
    assert value_of(text) == text


@pytest.mark.parametrize("text", ["null", "true", "08", "1e3", "", "~", ".inf", "9" * 40, "<<", "&a", "*a", "!a"])
def test_quoted_is_text(text: str) -> None:
    assert value_of(f'"{text}"') == text
    assert value_of(f"'{text}'") == text


def test_minus_zero_is_zero() -> None:
    assert value_of("-0") == 0
    assert math.copysign(1, float(str(value_of("-0.0")))) == -1


@pytest.mark.parametrize("text", ["9" * 19, "-" + "9" * 19, "0x" + "f" * 17])
def test_whole_numbers_of_more_than_eighteen_digits_are_refused(text: str) -> None:
    assert codes_of(f"a: {text}") == ["RM041"]


@pytest.mark.parametrize("text", [".inf", "-.Inf", "+.INF", ".nan", ".NaN", "1e999", "-1e999"])
def test_what_cannot_be_counted_with_is_refused(text: str) -> None:
    assert codes_of(f"a: {text}") == ["RM042"]


@pytest.mark.parametrize("key", ["12", "true", "null", "~", "1.5", ".inf", "9" * 30])
def test_keys_must_be_text(key: str) -> None:
    assert codes_of(f"{key}: a") == ["RM035"]
    assert codes_of(f"'{key}': a") == []


@pytest.mark.parametrize(
    "text", ["12:30", "2025-10-01T08:30:00+02:00", "https://exempel.se/?a=b", "Vad?", "a::b", "?x"]
)
def test_colons_and_question_marks_stay_in_values_between_brackets(text: str) -> None:
    assert value_of(f"[{text}]") == [text]
    assert value_of(f"{{k: {text}, m: 1}}") == {"k": text, "m": 1}
    assert value_of(f"[\"{text}\", '{text}']") == [text, text]


def test_a_text_that_holds_the_private_characters_itself_is_not_changed() -> None:
    own = "\ue800\ue801\uf8ff"
    assert value_of(f"[{own}, 12:30, x?]") == [own, "12:30", "x?"]
    assert value_of(f'["{own}\\ue802\\U0000e803", 12:30]') == [f"{own}\ue802\ue803", "12:30"]


def test_a_text_that_holds_all_of_them_but_one_is_left_as_it_is() -> None:
    text = f"[{''.join(map(chr, range(0xE800, 0xF8FF)))}, 12:30]"
    assert lent(text) == (text, Loans(surrogates=False))
    assert lent(text.replace("\ue900", "")) == (
        text.replace("\ue900", "").replace("12:30", "12\ue90030"),
        Loans(surrogates=False, colon="\ue900", question="\uf8ff"),
    )


@pytest.mark.parametrize("text", ["9" * 19, "+" + "9" * 19, "-" + "9" * 19])
def test_how_many_digits_are_too_many_is_told(text: str) -> None:
    (fault,) = read_document("a.yaml", f"a: {text}".encode())[1]
    assert dict(fault.values) == {"digits": 19, "limit": 18}


def test_every_letter_and_sign_of_ascii_is_text() -> None:
    signs = "".join(chr(code) for code in range(0x20, 0x7F))
    assert value_of(json.dumps(signs)) == signs


@pytest.mark.parametrize("letter", ["å", "ä", "ö", "é", "Å"])
def test_letters_and_their_marks_become_one_character(letter: str) -> None:
    apart = unicodedata.normalize("NFD", letter)
    assert apart != letter
    assert value_of(apart) == value_of(f'"{apart}"') == value_of(f"|-\n  {apart}") == letter
    assert codes_of(f"{letter}: 1\n{apart}: 2") == ["RM038"]


@pytest.mark.parametrize("path", ["\\\\server\\Users\\ude00", "C:\\u", "\\ud83d"])
def test_json_escapes_beyond_the_basic_plane_beside_backslashes(path: str) -> None:
    data = {"path": path, "smile": "\U0001f600", "at": "12:30"}
    document, found = read_document("a.json", json.dumps(data).encode())
    assert found == ()
    assert document is not None
    assert document.data == data


@pytest.mark.parametrize("half", ["\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00", "\\ud83d x \\ude00"])
def test_half_of_a_pair_of_escapes_is_refused(half: str) -> None:
    assert codes_of(f'["{half}"]') == ["RM019"]


def test_both_places_of_a_repeated_key_are_named() -> None:
    _, found = read_document("a.yaml", b"b:\n  a: 1\n  c: 2\n  'a': 3\n")
    assert [str(fault.place) for fault in found] == ["a.yaml:4:3"]
    assert [str(place) for place in found[0].further] == ["a.yaml:2:3"]
    assert "rad 2" in found[0].sentence("sv")


def test_a_key_of_two_mappings_is_not_repeated() -> None:
    assert codes_of("- {a: 1}\n- {a: 2, b: {a: 3}}\n") == []
