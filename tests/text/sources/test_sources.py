"""Files and folders: what is read, and that what cannot be read is told and not raised."""

import os
from pathlib import Path

import pytest

from rutinmotor.text.sources import Source, Unreadable, case_files, read_lines, read_source, rule_files, shipped_rules


def code_of(path: str | Path) -> str:
    source, found = read_source(path)
    assert source is None
    assert len(found) == 1
    assert found[0].place is not None
    assert (found[0].place.line, found[0].place.column) == (1, 1)
    return found[0].code


def test_a_file_is_its_name_and_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "åä ö.yaml"
    path.write_bytes(b"\xff\r\n\0")
    assert read_source(path) == (Source(path.as_posix(), b"\xff\r\n\0"), ())
    assert read_source(str(path)) == read_source(path)


def test_no_more_is_read_than_tells_that_it_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    path.write_bytes(b"x" * 100)
    source, found = read_source(path, limit=10)
    assert found == ()
    assert source is not None
    assert len(source.data) == 11


def test_lines_come_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "å.jsonl"
    path.write_bytes(b"one\r\n\n\xfftwo")
    name, lines = read_lines(path)
    assert name == path.as_posix()
    assert next(lines) == b"one\r\n"
    assert list(lines) == [b"\n", b"\xfftwo"]


@pytest.mark.parametrize(("name", "code"), [("missing.jsonl", "RM001"), ("", "RM002"), ("a\0.jsonl", "RM001")])
def test_lines_that_cannot_be_read(name: str, code: str, tmp_path: Path) -> None:
    _, lines = read_lines(tmp_path / name)
    with pytest.raises(Unreadable) as refusal:
        next(lines)
    assert refusal.value.diagnostic.code == code


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no file that breaks off when read")
def test_lines_that_break_off() -> None:
    _, lines = read_lines("/proc/self/mem")
    with pytest.raises(Unreadable) as refusal:
        next(lines)
    assert refusal.value.diagnostic.code == "RM003"


def test_what_is_not_there(tmp_path: Path) -> None:
    assert code_of(tmp_path / "missing.yaml") == "RM001"
    assert code_of(tmp_path / "missing" / "deeper.yaml") == "RM001"


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / "gone.yaml")
    assert code_of(tmp_path / "link.yaml") == "RM001"


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / "link.yaml")
    assert code_of(tmp_path / "link.yaml") in ("RM001", "RM003")


def test_a_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "RM002"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes by name here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert code_of(tmp_path / "pipe.yaml") == "RM002"


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text("a: 1", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    source, found = read_source(path)
    monkeypatch.undo()
    assert source is None
    assert [fault.code for fault in found] == ["RM003"]
    assert found[0].sentence("en").endswith("cannot be read: Permission denied.")


@pytest.mark.parametrize("name", ["a\0b.yaml", "x" * 5000])
def test_a_name_that_no_file_can_have(name: str) -> None:
    assert code_of(name) in ("RM001", "RM003")
    paths, found = rule_files(name)
    assert [fault.code for fault in found] or [code_of(path) for path in paths]


def test_a_name_that_is_not_text(tmp_path: Path) -> None:
    fault = read_source(str(tmp_path / "a\udcff.yaml"))[1][0]
    assert fault.sentence("sv").encode("utf-8")


def folder_with(tmp_path: Path, *names: str) -> Path:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_the_rule_files_of_a_folder_stand_by_name_without_sub_folders(tmp_path: Path) -> None:
    names = ("sol.yaml", "b.yml", "A.YAML", ".#sol.yaml", "notes.txt", "case.json", "tests/sol.yaml", "x.yaml/y.yaml")
    paths, found = rule_files(folder_with(tmp_path, *names))
    assert found == ()
    assert [path.name for path in paths] == ["A.YAML", "b.yml", "sol.yaml"]


def test_the_case_files_of_a_folder(tmp_path: Path) -> None:
    names = ("d.yml", "c.yaml", "b.jsonl", "b.NDJSON", "a.json", "e.csv", "f/a.json")
    paths, found = case_files(folder_with(tmp_path, *names))
    assert found == ()
    assert [path.name for path in paths] == ["a.json", "b.NDJSON", "b.jsonl", "c.yaml", "d.yml"]


def test_a_file_stands_for_itself_whatever_its_ending(tmp_path: Path) -> None:
    path = folder_with(tmp_path, "rules.txt") / "rules.txt"
    assert rule_files(path) == ((path,), ())
    assert case_files(str(path)) == ((path,), ())


def test_a_folder_without_such_files(tmp_path: Path) -> None:
    paths, found = rule_files(folder_with(tmp_path, "a.json"))
    assert paths == ()
    assert [fault.code for fault in found] == ["RM004"]
    assert ".yaml, .yml" in found[0].sentence("sv")


def test_the_shipped_rules_are_there() -> None:
    paths, found = rule_files(shipped_rules())
    assert found == ()
    assert "sol.yaml" in [path.name for path in paths]


def test_every_shipped_rule_file_is_readable_text() -> None:
    from rutinmotor.text.document.parsing import read_document

    for path in rule_files(shipped_rules())[0]:
        source, found = read_source(path)
        assert found == ()
        assert source is not None
        assert read_document(source.name, source.data)[1] == ()
