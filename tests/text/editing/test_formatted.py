"""The house's layout: known answers, laws over drawn texts, the files of this repository, and ruamel as a witness."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from rutinmotor.ground.diagnostics.diagnostic import Refusal
from rutinmotor.text.document.parsing import read_document
from rutinmotor.text.editing.data_changes import NotEdited
from rutinmotor.text.editing.formatting import formatted
from rutinmotor.text.editing.sameness import same_in_order
from tests.text.editing.drawn import comments, drawn

ROOT = Path(__file__).parents[3]
OURS = sorted([*ROOT.glob("rules/*.yaml"), *ROOT.glob("examples/*.yaml")])
SCENARIOS = sorted(ROOT.glob("rules/tests/**/*.yaml"))
OFTEN = settings(max_examples=500)


def laid(text: str) -> str:
    return formatted("x.yaml", text.encode()).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:   1\n", "a: 1\n"),
        ("a: 1", "a: 1\n"),
        ("\n\na: 1  \n\n\n\n\nb: 2\n\n", "a: 1\n\n\nb: 2\n"),
        ("a : {b:  [ 1,2 , 3 ],c: }\n", "a: {b: [1, 2, 3], c: }\n"),
        ('{"a":1,"b":[2]}', '{"a": 1, "b": [2]}\n'),
        ("a:\n- 1\n-   b: 2\n    c: 3\n", "a:\n  - 1\n  - b: 2\n    c: 3\n"),
        ("- 1\n-\n      a: 2\n", "- 1\n-\n  a: 2\n"),
        ("a:\n    b:\n          c: 1   # kvar\n", "a:\n  b:\n    c: 1   # kvar\n"),
        ("a: 1# inte kommentar\nb: 'x  y'\n", "a: 1# inte kommentar\nb: 'x  y'\n"),
        ("a: [\n1, # ett\n      2,\n  {b: 1,\n  c: 2}\n  ]\n", "a: [\n  1, # ett\n  2,\n  {b: 1,\n    c: 2}\n]\n"),
        ("a:\n     ett\n   två\n", "a:\n  ett\n  två\n"),
        (
            "a:\n    b: |\n       ett\n         två  \n\n\n\n       tre\n",
            "a:\n  b: |\n    ett\n      två  \n\n\n\n    tre\n",
        ),
        # Blanks at the end of the last line are text too; those after the sign that introduces it are not.
        ("a:\n- b: |\n     ett\n     två   \n- c:  1\n", "a:\n  - b: |\n      ett\n      två   \n  - c: 1\n"),
        ("a: >-\n   ett \t", "a: >-\n  ett \t\n"),
        ("a:  |  \n\nb: 1\n", "a: |\n\nb: 1\n"),
        ("a:\n    b: >2-\n        ett\n", "a:\n  b: >2-\n      ett\n"),
        ("a: |+\n x\n\n\n\n", "a: |+\n  x\n\n\n\n"),
        ('a: "ett\\ \n      två"\n', 'a: "ett\\ \n  två"\n'),
        ("---\na: 1\n", "---\na: 1\n"),
        ("|\n    ett\n  \n", "|\n  ett\n"),
        ("{}", "{}\n"),
        ("\ufeffa:  1\r\nb:   2\r\n", "\ufeffa: 1\r\nb: 2\r\n"),
        ("a: 1\r\nb: 2\nc: 3\n", "a: 1\nb: 2\nc: 3\n"),
        # Comments go with what they stood in line with.
        (
            "# topp\na:\n    # om b\n    b: 1\n    # sist i a\n# om c\nc: 2\n# slut\n",
            "# topp\na:\n  # om b\n  b: 1\n  # sist i a\n# om c\nc: 2\n# slut\n",
        ),
        ("a:\n# om ett\n- 1\n# om två\n- 2\nb: 1\n", "a:\n  # om ett\n  - 1\n  # om två\n  - 2\nb: 1\n"),
        ("a:\n      # tomt än så länge\nb: 1\n", "a:\n  # tomt än så länge\nb: 1\n"),
        ("a:\n    b: 1\n      # snett\n    c: 2\n", "a:\n  b: 1\n  # snett\n  c: 2\n"),
    ],
)
def test_known_answers(before: str, after: str) -> None:
    assert laid(before) == after
    assert laid(after) == after


@OFTEN
@given(st.integers(0, 10**9))
def test_only_blanks_differ(seed: int) -> None:
    text, data = drawn(seed)
    result = formatted("x.yaml", text.encode())
    after = result.decode()
    assert formatted("x.yaml", result) == result
    document, found = read_document("x.yaml", result)
    assert document is not None, found
    assert same_in_order(document.data, data)
    assert comments(after) == comments(text)
    assert "".join(after.split()) == "".join(text.split())
    assert after.endswith("\n")
    assert "\n\n\n\n" not in after.replace("\r", "")


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.stem)
def test_our_own_files_are_laid_out(file: Path) -> None:
    data = file.read_bytes()
    assert formatted(file.name, data) == data


def test_our_scenarios_are_laid_out() -> None:
    assert len(SCENARIOS) > 100
    assert [str(file) for file in SCENARIOS if formatted(file.name, file.read_bytes()) != file.read_bytes()] == []


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.stem)
def test_the_round_trip_of_ruamel_leaves_our_layout_as_it_is(file: Path) -> None:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10**9
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.brace_single_entry_mapping_in_flow_sequence = True
    out = io.StringIO()
    text = file.read_text(encoding="utf-8")
    yaml.dump(yaml.load(text), out)  # pyright: ignore[reportUnknownMemberType]  # the library does not say of what
    # Its own slip: it lines brackets within brackets up with lists.
    assert out.getvalue().replace("[ {", "[{") == text


@pytest.mark.parametrize("file", OURS[:6], ids=lambda file: file.stem)
def test_a_file_put_out_of_order_comes_back(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    skewed = ""
    for number, line in enumerate(text.splitlines()):
        words = line.lstrip(" ")
        indent = "  " * (len(line) - len(words))
        dash, rest = ("-   ", words[2:]) if words.startswith("- ") else ("", words)
        skewed += f"{indent}{dash}{rest}{'  ' if number % 3 else ''}\r\n"
    assert laid(skewed) == text.replace("\n", "\r\n")


@pytest.mark.parametrize("text", ["? a\n: b\n", "a:\n  ? b\n  : c\n"])
def test_what_it_does_not_know_how_to_lay_out_it_refuses(text: str) -> None:
    with pytest.raises(NotEdited):
        laid(text)


@pytest.mark.parametrize(
    ("data", "code"),
    [("a: é".encode("latin-1"), "RM006"), (b"", "RM010"), (b"a: [1\n", "RM018"), (b"a: 1\na: 2", "RM038")],
)
def test_what_the_strict_reader_does_not_accept_is_told_by_it(data: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        formatted("x.yaml", data)
    assert [one.code for one in refusal.value.diagnostics] == [code]
