"""Who asks for what at the same time: files are read by one at a time, also when nobody waits for the answer."""

import asyncio
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rutinmotor.faces.lsp.index import Index
from rutinmotor.faces.lsp.pages import Trial
from rutinmotor.faces.lsp.positions import Point
from rutinmotor.faces.lsp.renaming import NoRename
from rutinmotor.faces.lsp.session import Session
from rutinmotor.ground.diagnostics.diagnostic import Diagnostic
from rutinmotor.language.catalogue.reading import Reading
from rutinmotor.language.lints.linting import review


def test_an_answer_that_nobody_waits_for_lets_no_other_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("catalogue: a\n", encoding="utf-8")
    session = Session(lambda: date(2026, 3, 2))
    read, inside, most = session.overlay.index, 0, 0

    def slowly(folder: Path) -> Index:
        nonlocal inside, most
        inside += 1
        most = max(most, inside)
        time.sleep(0.05)
        inside -= 1
        return read(folder)

    monkeypatch.setattr(session.overlay, "index", slowly)

    async def ask() -> None:
        first = asyncio.ensure_future(session.review(tmp_path))
        await asyncio.sleep(0.01)
        first.cancel()
        assert list(await session.review(tmp_path)) == [(tmp_path / "a.yaml").as_posix()]
        assert first.cancelled()

    asyncio.run(ask())
    assert most == 1


def test_what_was_known_answers_until_the_new_has_been_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, text = (tmp_path / "a.yaml").as_posix(), "catalogue: a\nevents: {klart: {title: Klart}}\n"
    session = Session(lambda: date(2026, 3, 2))

    def slowly(reading: Reading) -> tuple[Diagnostic, ...]:
        time.sleep(0.05)
        return review(reading)

    async def ask() -> None:
        session.overlay.put(source, text)
        await session.review(tmp_path)
        before = await session.index(source)
        monkeypatch.setattr("rutinmotor.faces.lsp.index.review", slowly)
        session.overlay.put(source, f"# Rutin\n{text}")
        looking = asyncio.ensure_future(session.review(tmp_path))
        await asyncio.sleep(0.02)
        assert await session.index(source) is before
        assert (await session.definitions(source, Point(2, 10)))[0].range.start == Point(2, 9)
        assert not looking.done()
        await looking
        assert await session.index(source) is not before

    asyncio.run(ask())


def test_a_text_that_changes_meanwhile_gets_no_edits_of_what_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, text = tmp_path / "a.yaml", "catalogue: a\nevents: {klart: {title: Klart}}\n"
    session = Session(lambda: date(2026, 3, 2))
    session.overlay.put(path.as_posix(), text)
    beside = session.overlay.trials_beside

    def typed_meanwhile(folder: Path) -> Iterator[Trial]:
        session.overlay.put(path.as_posix(), f"# Rutin\n{text}")
        return beside(folder)

    async def ask() -> None:
        assert len(await session.renamed(path.as_posix(), Point(1, 10), "slut")) == 1
        monkeypatch.setattr(session.overlay, "trials_beside", typed_meanwhile)
        with pytest.raises(NoRename, match="changed meanwhile"):
            await session.renamed(path.as_posix(), Point(1, 10), "slut")

    asyncio.run(ask())


def test_an_engine_is_made_once_for_the_same_catalogues(tmp_path: Path) -> None:
    for name, uses in (("a", "uses: b"), ("b", ""), ("c", "")):
        (tmp_path / f"{name}.yaml").write_text(f"catalogue: {name}\n{uses}\n", encoding="utf-8")
    index = Session(lambda: date(2026, 3, 2)).overlay.index(tmp_path)
    engine = index.engine_of(["a"])
    assert engine is not None
    assert [one.id for one in engine.catalogues] == ["a", "b"]
    assert index.engine_of(("a", "b")) is engine
    assert index.engine_of("abc") is index.engine
    assert index.engine_of(["a", "d"]) is None


def test_rules_that_lack_something_without_another_file_are_not_tried_alone(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "catalogue: a\nactors: {chef: {title: Chef}}\nevents: {klart: {title: Klart}}\n"
        "rules:\n  - {id: a, actor: chef, trigger: {overdue: b.b}, deadline: none, fulfilled_by: klart}\n",
        encoding="utf-8",
    )
    (tmp_path / "b.yaml").write_text(
        "catalogue: b\nactors: {chef: {title: Chef}}\nevents: {start: {title: Start}, klart: {title: Klart}}\n"
        "rules:\n  - {id: b, actor: chef, trigger: start, deadline: {days: 3}, fulfilled_by: klart}\n",
        encoding="utf-8",
    )
    index = Session(lambda: date(2026, 3, 2)).overlay.index(tmp_path)
    assert index.engine is not None
    assert index.engine_of(["a"]) is None
    assert index.engine_of(["b"]) is not None


def test_a_name_is_not_changed_through_a_link_that_nobody_has_opened(tmp_path: Path) -> None:
    folder, outside = tmp_path / "rules", tmp_path / "b.yaml"
    folder.mkdir()
    path, link = folder / "a.yaml", folder / "b.yaml"
    path.write_text("catalogue: a\nevents: {klart: {title: Klart}}\n")
    outside.write_text(
        "catalogue: b\nuses: [a]\nactors: {chef: {title: Chef}}\n"
        "rules: [{id: r, title: R, actor: chef, trigger: klart, deadline: {days: 1}, fulfilled_by: klart}]\n"
    )
    link.symlink_to(outside)
    session = Session(lambda: date(2026, 3, 2))
    session.overlay.put(path.as_posix(), path.read_text())

    async def ask() -> None:
        with pytest.raises(NoRename, match="which is a link"):
            await session.renamed(path.as_posix(), Point(1, 10), "slut")
        session.overlay.put(link.as_posix(), link.read_text())
        assert {edit.source for edit in await session.renamed(path.as_posix(), Point(1, 10), "slut")} == {
            path.as_posix(),
            link.as_posix(),
        }

    asyncio.run(ask())
