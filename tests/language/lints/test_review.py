"""A whole review: no lint of what is shipped, none that fails on odd texts, and an answer soon also for many rules."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.engine.engine import load
from rutinmotor.language.catalogue.reading import Reading, read_texts
from rutinmotor.language.checks.checking import check_reading
from rutinmotor.language.lints.linting import review
from rutinmotor.language.loading import load_catalogues
from rutinmotor.text.sources import shipped_rules
from tests.language.lints.linting import catalogue, reviewed

ROOT = Path(__file__).parents[3]
SHIPPED = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "rules").glob("*.yaml"))}
HOSTILE = sorted((ROOT / "tests" / "hostile" / "rules").glob("*.yaml"))


def test_the_shipped_catalogues_are_without_doubts() -> None:
    assert [str(one) for one in review(load_catalogues([shipped_rules()]))] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_each_shipped_catalogue_is_without_doubts_alone(name: str) -> None:
    assert [str(one) for one in review(load_catalogues([ROOT / "rules" / name]))] == []


def test_loading_asks_no_doubts() -> None:
    assert load().warnings == ()


@pytest.mark.timed
@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.name)
def test_no_text_is_too_odd(path: Path) -> None:
    started = time.process_time()
    for one in review(read_texts([(path.name, path.read_bytes())])):
        assert one.sentence("sv")
        assert one.sentence("en")
        assert one.step("sv")
        assert one.step("en")
    assert time.process_time() - started < 2


@settings(max_examples=150)
@given(data=st.data())
def test_a_catalogue_that_lacks_lines_is_reviewed_all_the_same(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["bistand_hv.yaml", "boendestod.yaml"]))
    lines = SHIPPED[name].splitlines(keepends=True)
    gone = data.draw(st.sets(st.integers(3, len(lines) - 1), max_size=4))
    text = "".join(line for number, line in enumerate(lines) if number not in gone)
    found = review(read_texts([(name, text.encode()), ("gemensamt.yaml", SHIPPED["gemensamt.yaml"].encode())]))
    length = len(text.splitlines())
    assert all(one.place is None or one.place.source != name or 1 <= one.place.line <= length for one in found)


def _thousand() -> Reading:
    """The shipped rules five times over, each time under another name."""
    texts = [("gemensamt.yaml", SHIPPED["gemensamt.yaml"])]
    for name, text in SHIPPED.items():
        stem = name.removesuffix(".yaml")
        if stem != "gemensamt":
            texts += [
                (f"{stem}{number}.yaml", text.replace(f"catalogue: {stem}\n", f"catalogue: {stem}{number}\n", 1))
                for number in range(5)
            ]
    return read_texts([(name, text.encode()) for name, text in texts])


@pytest.mark.timed
def test_a_thousand_rules_are_reviewed_in_two_seconds() -> None:
    reading = _thousand()
    assert sum(len(one.text.rules) for one in reading.catalogues) > 1000
    assert not any(one.is_error for one in check_reading(reading))
    started = time.process_time()
    review(reading)
    assert time.process_time() - started < 2


@pytest.mark.timed
@pytest.mark.parametrize("ring", [False, True])
def test_a_long_chain_of_rules_is_walked_in_time(ring: bool) -> None:
    first = "{overdue: r2999}" if ring else "{overdue: fri}"
    rows = [f"- {{id: r0, trigger: {first}, deadline: {{days: 1}}, fulfilled_by: klar}}"]
    rows += [
        f"- {{id: r{number}, trigger: {{overdue: r{number - 1}}}, deadline: {{days: 1}}, fulfilled_by: klar}}"
        for number in range(1, 3000)
    ]
    rows.append("- {id: fri, trigger: ansokan, deadline: none, fulfilled_by: klar}")
    text = catalogue("\n".join(rows))
    started = time.process_time()
    found = [one for one in reviewed(text) if one.code in ("RM230", "RM233")]
    assert [one.code for one in found] == ["RM233" if ring else "RM230"]
    assert len(found[0].sentence()) < 300
    assert time.process_time() - started < 10
