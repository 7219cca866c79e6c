"""A whole review: no lint of what is shipped, none that fails on odd texts, and an answer also for many rules."""

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
from tests.steps import steps

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


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.name)
def test_no_text_is_too_odd(path: Path) -> None:
    for one in review(read_texts([(path.name, path.read_bytes())])):
        assert one.sentence("sv")
        assert one.sentence("en")
        assert one.step("sv")
        assert one.step("en")


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


def shipped(times: int) -> Reading:
    """The shipped rules so many times over, each time under another name."""
    texts = [("gemensamt.yaml", SHIPPED["gemensamt.yaml"])]
    for name, text in SHIPPED.items():
        stem = name.removesuffix(".yaml")
        if stem != "gemensamt":
            texts += [
                (f"{stem}{number}.yaml", text.replace(f"catalogue: {stem}\n", f"catalogue: {stem}{number}\n", 1))
                for number in range(times)
            ]
    return read_texts([(name, text.encode()) for name, text in texts])


def test_four_times_the_rules_are_reviewed_in_four_times_the_steps() -> None:
    def of_size(times: int) -> int:
        reading = shipped(times)
        assert not any(one.is_error for one in check_reading(reading))
        return steps(lambda: review(reading))

    assert of_size(4) <= 4.6 * of_size(1)


def chain(number: int, first: str) -> str:
    """So many rules, each set off by the one before being overdue, and the first by another."""
    rows = [f"- {{id: r0, trigger: {{overdue: {first}}}, deadline: {{days: 1}}, fulfilled_by: klar}}"]
    rows += [
        f"- {{id: r{n}, trigger: {{overdue: r{n - 1}}}, deadline: {{days: 1}}, fulfilled_by: klar}}"
        for n in range(1, number)
    ]
    rows.append("- {id: fri, trigger: ansokan, deadline: none, fulfilled_by: klar}")
    return catalogue("\n".join(rows))


@pytest.mark.parametrize("ring", [False, True])
def test_a_long_chain_of_rules_is_walked_to_its_end(ring: bool) -> None:
    text = chain(3000, "r2999" if ring else "fri")
    found = [one for one in reviewed(text) if one.code in ("RM230", "RM233")]
    assert [one.code for one in found] == ["RM233" if ring else "RM230"]
    assert len(found[0].sentence()) < 300


@pytest.mark.parametrize("ring", [False, True])
def test_a_chain_four_times_as_long_is_walked_in_four_times_the_steps(ring: bool) -> None:
    def of_size(number: int) -> int:
        text = chain(number, f"r{number - 1}" if ring else "fri")
        return steps(lambda: reviewed(text))

    of_size(2)
    assert of_size(200) <= 4.6 * of_size(50)
