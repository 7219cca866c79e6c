"""The mutants themselves: what is changed and what is not, how they are named and drawn, and what a run tells."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.mutants.drawing import PACKAGE, ROOMS, drawn, every_mutant
from tests.mutants.equivalent import LIST, equivalents
from tests.mutants.making import Mutant, Place, mutants_of
from tests.mutants.place import ROOT
from tests.mutants.reach import Reach
from tests.mutants.report import reached, report
from tests.mutants.trying import Outcome, Result

MODULE = '''"""A module."""
from typing import TYPE_CHECKING, Literal
if TYPE_CHECKING:
    from sys import argv as seen
__all__ = ["late"]
Kind = Literal["a"]

class Rule:
    """A rule."""
    title: str = key("Namn", default=1)

@cache(maxsize=1)
def late(day: "int", due) -> bool:
    """Is it late?"""
    return (
        day > due
    )
'''
MOVED = MODULE.replace("@cache", "def early():\n    return 1\n\n@cache")


def changes(text: str) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in mutants_of("x.py", text)]


def test_what_is_changed_and_what_is_not() -> None:
    assert changes(MODULE) == [
        ('Kind = Literal["a"]', "Kind = None"),
        ('title: str = key("Namn", default=1)', "title: str = None"),
        ('title: str = key("Namn", default=1)', 'title: str = key("Namn", default=2)'),
        ("day > due", "day >= due"),
    ]


@pytest.mark.parametrize(
    ("was", "becomes"),
    [("<", "<="), ("<=", "<"), (">", ">="), (">=", ">"), ("==", "!="), ("!=", "==")],
)
def test_every_comparison_of_days_is_flipped(was: str, becomes: str) -> None:
    flipped = [one for one in mutants_of("x.py", f"def f(a, b):\n    return [a {was} b]\n") if one.comparison]
    assert [(one.before, one.after, one.function) for one in flipped] == [
        (f"return [a {was} b]", f"return [a {becomes} b]", "f")
    ]


def test_a_mutant_is_the_same_wherever_its_lines_stand() -> None:
    before, after = mutants_of("x.py", MODULE)[-1], mutants_of("x.py", MOVED)[-1]
    assert before.name == after.name == ("x.py", "late", "day > due", "day >= due", 1)
    assert (before.place.line, after.place.line) == (16, 19)


def test_mutants_that_look_alike_are_told_apart() -> None:
    alike = mutants_of("x.py", "def f(a):\n    a = g(1)\n    a = g(1)\n")
    assert [one.name[2:] for one in alike if one.after == "a = g(2)"] == [
        ("a = g(1)", "a = g(2)", 1),
        ("a = g(1)", "a = g(2)", 2),
    ]


def test_a_seed_draws_the_same_and_a_smaller_draw_is_part_of_a_larger() -> None:
    every = every_mutant(ROOT, ["ground/days/arithmetic.py"])
    ten, twenty = drawn(every, 10, 1), drawn(every, 20, 1)
    assert len(twenty) == 20
    assert {one.name for one in ten} < {one.name for one in twenty}
    gone = ten[0]
    assert drawn([one for one in every if one != gone], 9, 1) == ten[1:]
    assert {one.name for one in drawn(every, 10, 2)} != {one.name for one in ten}
    assert {one.name for one in drawn(every, None, 2)} == {one.name for one in every}


def test_a_room_that_is_not_there_is_told_of() -> None:
    with pytest.raises(ValueError, match="there is no src/rutinmotor/cellar"):
        every_mutant(ROOT, ["cellar"])


def test_what_is_said_to_be_equivalent_is_still_a_mutant() -> None:
    told = equivalents(LIST.read_text(encoding="utf-8"))
    files = {name[0].removeprefix(f"{PACKAGE}/") for name in told}
    names = {one.name for one in every_mutant(ROOT, sorted(files))}
    assert [name for name in told if name not in names] == []
    assert all(any(file == room or file.startswith(f"{room}/") for room in ROOMS) for file in files)


def test_a_mutant_stands_once_in_the_list() -> None:
    one = '[[mutant]]\nfile = "a.py"\nfunction = "f"\nbefore = "a"\nafter = "b"\nreason = "c"\n'
    assert equivalents(one) == {("src/rutinmotor/a.py", "f", "a", "b", 1): "c"}
    with pytest.raises(ValueError, match="stands twice"):
        equivalents(one + one)


@pytest.mark.parametrize(
    ("file", "reaching"),
    [
        ("ground/days/units.py", ["tests/ground/days/test_a.py::b", "tests/ground/days/test_a.py::a"]),
        ("language/constructs/deadlines/registry.py", ["tests/language/constructs/test_c.py::c"]),
        ("engine/plan/plan.py", []),
    ],
)
def test_what_runs_while_a_module_is_imported_is_tried_on_the_tests_of_its_room(file: str, reaching: list[str]) -> None:
    tests = (
        "tests/ground/days/test_a.py::a",
        "tests/ground/days/test_a.py::b",
        "tests/language/constructs/test_c.py::c",
        "tests/language/test_d.py::d",
    )
    reach = Reach(tests, (0.4, 0.3, 0.2, 0.1), {})
    place = Place(1, 1, 1, True)
    at_import = Mutant(f"{PACKAGE}/{file}", "", "a = 1", "a = 2", 1, place, False, "")
    assert reach.of(at_import) == reaching
    assert reach.of(replace(at_import, place=replace(place, at_import=False))) == []


def results() -> Iterator[Result]:
    outcomes: tuple[Outcome, ...] = ("killed", "stopped", "survived", "unreached", "survived")
    for line, outcome in enumerate(outcomes, 1):
        mutant = Mutant(
            "src/rutinmotor/ground/days/x.py", "f", f"a{line}", f"b{line}", 1, Place(line, line, line, False), True, ""
        )
        yield Result(mutant, outcome, "", 2, 3, 0.1)


def test_a_report_counts_what_is_not_equivalent() -> None:
    lines = list(report(list(results()), {("src/rutinmotor/ground/days/x.py", "f", "a5", "b5", 1): "It is the same."}))
    assert lines[0] == "Score: 50.0 % (2 of 4 killed, of them 1 by the limit of time)"
    assert lines[1] == "Run: 5. Survived: 2 (of them 1 that no test reaches). Equivalent: 1."
    assert "     2 of 4      ground/days" in lines
    assert lines[-4:] == [
        "\nsrc/rutinmotor/ground/days/x.py:5 f (the 2 quickest of 3 tests)",
        "  - a5",
        "  + b5",
        "  It is the same.",
    ]


def test_the_goal_asks_for_every_comparison_and_nearly_all_else() -> None:
    killed, survived = next(results()), list(results())[2]
    assert reached([killed] * 19, {})
    assert not reached([*[killed] * 100, survived], {})
    assert reached([*[killed] * 100, survived], {survived.mutant.name: "It is the same."})
    other = Result(replace(survived.mutant, comparison=False), "survived", "", 1, 1, 0.1)
    assert reached([*[killed] * 19, other], {})
    assert not reached([*[killed] * 18, other], {})


def test_what_is_said_to_be_equivalent_and_is_noticed_is_told_of() -> None:
    killed = next(results())
    assert "\nNot equivalent, t notices it:" in report(
        [Result(killed.mutant, "killed", "t", 1, 1, 0.1)], {killed.mutant.name: "It is the same."}
    )


@pytest.mark.more
def test_a_run_finds_what_tests_notice_and_what_none_reaches(tmp_path: Path) -> None:
    room = ROOT / PACKAGE / "ground" / "days" / "arithmetic.py"
    text, found = room.read_bytes(), tmp_path / "found.json"
    command = [sys.executable, "-m", "tests.mutants", "--comparisons", "--processes", "1", "--results", str(found)]
    command += ["--in", "ground/days/arithmetic.py", "--tests", "tests/ground/days/test_periods.py"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300)
    assert ran.returncode == 1, ran.stderr
    became = {
        (one["mutant"]["function"], one["mutant"]["after"]): one["outcome"]
        for one in map(json.loads, found.read_text(encoding="utf-8").splitlines())
    }
    assert became["_split", "if _STARTS[at + 1] < rest:"] == "killed"
    assert became["nth_of_month", "if number <= 1:"] == "unreached"
    assert room.read_bytes() == text
