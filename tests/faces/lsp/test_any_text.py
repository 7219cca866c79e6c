"""Whatever is typed into a rule file or a scenario: every question has an answer, and no answer is a failure."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rutinmotor.faces.lsp.mending import range_of
from rutinmotor.faces.lsp.positions import Point, Range, Sheet
from rutinmotor.faces.lsp.renaming import NoRename
from rutinmotor.faces.lsp.session import Found, Session

RULES = """\
catalogue: prov
actors: {chef: {title: Chef}}
events:
  start: {title: Det börjar 🦉}
  klart: {title: Det är klart}
facts: {regi: {title: Regi, one_of: [egen, annan]}}
states: {pagar: {title: Pågår, begins: start, ends: klart}}
rules:
  - id: a
    title: A
    actor: chef
    trigger: start
    only_if: {regi: egen, state: {pagar: false}}
    deadline: {days: 3}
    fulfilled_by: klart
  - {id: b, title: B, actor: chef, trigger: {overdue: a}, deadline: none, fulfilled_by: [klart]}
"""
SCENARIO = """\
scenario: Prov
rules: [prov]
case: {case: "1", facts: {regi: egen}, events: [{type: start, at: 2026-03-02}]}
at: 2026-03-03
expect:
  - {rule: prov.a, status: due}
"""
PIECES = st.sampled_from(
    ["", "x", " ", "\n", "\n  ", "- ", ": ", "{", "}", "[", "]", ",", "'", '"', "#", "&a ", "*a", "!!str ", "%", "|",
     ">", "\t", "\x00", "\u2028", "🦉", "å", "\ud800", "~", "null", "true", "start", "a: 1\n", "rules:", "id: a",
     "9" * 40]
)  # fmt: skip
CUTS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES), min_size=1, max_size=4)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("regler")
    (folder / "tests").mkdir()
    (folder / "prov.yaml").write_text(RULES, encoding="utf-8")
    (folder / "tests" / "prov.yaml").write_text(SCENARIO, encoding="utf-8")
    return folder


def cut(text: str, cuts: list[tuple[float, int, str]]) -> str:
    for where, length, piece in cuts:
        start = int(where * len(text))
        text = text[:start] + piece + text[start + length :]
    return text


@pytest.mark.parametrize("is_scenario", [False, True], ids=["regler", "scenario"])
@given(cuts=CUTS, at=st.tuples(st.integers(0, 22), st.integers(0, 60)))
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_question_has_an_answer(
    is_scenario: bool, cuts: list[tuple[float, int, str]], at: tuple[int, int], folder: Path
) -> None:
    source = (folder / "tests" / "prov.yaml" if is_scenario else folder / "prov.yaml").as_posix()
    text = SCENARIO if is_scenario else RULES
    asyncio.run(_ask_everything(source, text, cut(text, cuts), Point(*at)))


async def _ask_everything(source: str, text: str, spoilt: str, point: Point) -> None:
    session = Session(lambda: date(2026, 3, 2))
    session.overlay.put(source, text)
    folder = session.folder(source)
    await session.review(folder)
    session.overlay.put(source, spoilt)
    # First from what is known of the text as it was, then of the text as it is.
    found: Mapping[str, Found] = {}
    for _ in range(2):
        await session.hover(source, point)
        await session.definitions(source, point)
        await session.outline(source)
        await session.offers(source, point)
        found = await session.review(session.folder(source))
    for some in found.values():
        for one in some.findings:
            assert one.place is not None
            where = range_of(one.place, some.sheet)
            assert Point(0, 0) <= where.start <= where.end
    for spot in await session.uses(source, point, with_definitions=True):
        assert spot.range.start <= spot.range.end
    await session.fixes(source, Range(Point(0, 0), Point(99, 0)), fresh=True)
    with suppress(NoRename):
        edits = await session.renamed(source, point, "nytt")
        sheet = session.overlay.sheet(source) or Sheet("")
        assert any(one.source == source and sheet.line(one.range.start.line + 1) for one in edits)
    await session.prepare(folder)
