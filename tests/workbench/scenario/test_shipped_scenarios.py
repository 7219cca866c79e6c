"""The scenarios that come along: each holds, together they cover every rule, and only the first reads the rules."""

from functools import cache
from pathlib import Path

import pytest

from rutinmotor.text.sources import TESTS_FOLDER, rule_files, scenario_files, shipped_rules
from rutinmotor.workbench.scenario.coverage import Coverage, coverage_of
from rutinmotor.workbench.scenario.rulebook import Rulebook
from rutinmotor.workbench.scenario.running import try_file
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from rutinmotor.workbench.scenario.verdict import Verdict
from tests.steps import steps

RULES = shipped_rules()
FILES = scenario_files(RULES / TESTS_FOLDER)[0] if (RULES / TESTS_FOLDER).is_dir() else ()
CATALOGUES = {path.stem for path in rule_files(RULES)[0]} - {"gemensamt"}


@cache
def tried() -> tuple[dict[Path, Verdict], Coverage]:
    book = Rulebook()
    verdicts = {path: try_file(str(path), read_scenario(str(path), path.read_bytes()), book) for path in FILES}
    return verdicts, coverage_of(verdicts.values(), book.engines)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(RULES / TESTS_FOLDER).as_posix())
def test_a_shipped_scenario_holds(path: Path) -> None:
    verdict = tried()[0][path]
    assert [str(one) for one in verdict.diagnostics] == []
    assert [(one.assertion.rule, one.why, one.differences) for one in verdict.failures] == []


def test_no_two_have_one_title() -> None:
    titles = [one.title for one in tried()[0].values()]
    assert sorted(titles, key=str) == sorted(set(titles), key=str)


def test_every_catalogue_with_rules_has_scenarios() -> None:
    folders = {path.parent.name for path in FILES}
    assert folders == CATALOGUES


def test_every_rule_is_covered() -> None:
    coverage = tried()[1]
    assert {rule.rule: rule.missing for rule in coverage.rules if not rule.is_covered} == {}
    assert coverage.percent == 100
    assert {one.catalogue for one in coverage.catalogues} == CATALOGUES


def test_the_rules_are_loaded_as_if_the_scenarios_were_not_there() -> None:
    assert all(path.parent == RULES for path in rule_files(RULES)[0])


def test_only_the_first_of_three_hundred_loads_the_rules() -> None:
    name = str(RULES / TESTS_FOLDER / "exempel.yaml")
    page = (Path(__file__).parents[3] / "docs" / "codes" / "RM710.md").read_text(encoding="utf-8")
    text = page[page.index("```yaml good\n") + len("```yaml good\n") : page.rindex("```")].encode()
    book, verdicts = Rulebook(), list[Verdict]()

    def try_one() -> None:
        verdicts.append(try_file(name, read_scenario(name, text), book))

    first = steps(try_one)
    for _ in range(298):
        try_one()
    assert 5 * steps(try_one) < first
    assert len(verdicts) == 300
    assert all(one.holds for one in verdicts)
