"""Which rules a scenario is tried with: those given, those beside the folder `tests`, else those in its own folder."""

from pathlib import Path

import pytest

from rutinmotor.text.sources import rule_files, scenario_files
from rutinmotor.workbench.scenario.rulebook import Rulebook, rules_folder
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from rutinmotor.workbench.scenario.verdict import Verdict
from tests.workbench.scenario.trying import RULES, SCENARIO, tried_file

SHARED = "catalogue: gemensamt\nevents:\n  svarat: {title: Svarat}\n"
USING = RULES.replace("title: Prov\n", "title: Prov\nuses: gemensamt\n", 1).replace("  svarat: {title: Svarat}\n", "")


def written(folder: Path, **texts: str) -> Path:
    """Write files, `__` standing for a slash, and give the path of the last."""
    path = folder
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path


def faults(verdict: Verdict) -> list[str]:
    return [one.code for one in verdict.diagnostics]


@pytest.mark.parametrize(
    ("source", "folder"),
    [
        ("rules/tests/sol/plan.yaml", "rules"),
        ("rules/tests/plan.yaml", "rules"),
        ("rules/tests/tests/plan.yaml", "rules/tests"),
        ("/rutiner/tests/a/b/plan.yaml", "/rutiner"),
        ("/rutiner/plan.yaml", "/rutiner"),
        ("tests/plan.yaml", "."),
    ],
)
def test_the_folder_of_the_rules(source: str, folder: str) -> None:
    assert rules_folder(source) == Path(folder)


def test_a_name_that_begins_below_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, prov=RULES, tests__a__plan=SCENARIO)
    for folder, name in (
        (tmp_path / "tests", "a/plan.yaml"),
        (path.parent, "plan.yaml"),
        (tmp_path, "tests/a/plan.yaml"),
    ):
        monkeypatch.chdir(folder)
        assert tried_file(Path(name)).holds


def test_the_rules_beside_the_folder_and_those_they_use(tmp_path: Path) -> None:
    assert tried_file(written(tmp_path, prov=USING, gemensamt=SHARED, tests__plan=SCENARIO)).holds


def test_the_rules_in_the_scenarios_own_folder(tmp_path: Path) -> None:
    path = written(tmp_path, prov=RULES, plan=SCENARIO)
    assert tried_file(path).holds


def test_a_catalogue_in_a_file_of_another_name(tmp_path: Path) -> None:
    texts = {"regler": USING, "delat": SHARED, "trasig": "catalogue: [", "tests__plan": SCENARIO}
    assert tried_file(written(tmp_path, **texts)).holds


def test_a_catalogue_that_is_not_there(tmp_path: Path) -> None:
    path = written(tmp_path, prov=RULES, tests__plan=SCENARIO.replace("[prov]", "[prov, prof, annan]"))
    verdict = tried_file(path)
    assert faults(verdict) == ["RM720", "RM720"]
    assert [dict(one.values)["near"] for one in verdict.diagnostics] == ["prov", ""]
    assert [one.place.column for one in verdict.diagnostics if one.place] == [15, 21]


def test_faults_in_the_rules_are_told_once_and_the_scenario_cannot_be_tried(tmp_path: Path) -> None:
    path = written(tmp_path, prov=RULES.replace("days: 5", "day: 5", 1), tests__plan=SCENARIO)
    other = written(tmp_path, tests__annan=SCENARIO)
    book = Rulebook()
    for file in (path, other):
        verdict = tried_file(file, book)
        assert faults(verdict) == ["RM721"]
        assert not verdict.holds
    assert [one.code for one in book.errors] == ["RM101"]


def test_faults_in_what_the_rules_use(tmp_path: Path) -> None:
    path = written(tmp_path, prov=USING, gemensamt="catalogue: gemensamt\nevents: 3\n", tests__plan=SCENARIO)
    book = Rulebook()
    verdict = tried_file(path, book)
    assert faults(verdict) == ["RM721"]
    assert [one.code for one in book.errors] == ["RM107"]


def test_faults_in_other_rules_are_nothing_to_the_scenario(tmp_path: Path) -> None:
    path = written(tmp_path, prov=RULES, annan="catalogue: annan\nrules: 3\n", tests__plan=SCENARIO)
    assert tried_file(path).holds


def test_rules_that_are_given_go_before_those_beside(tmp_path: Path) -> None:
    path = written(tmp_path, prov="catalogue: [", tests__plan=SCENARIO)
    given = written(tmp_path, annat__prov=RULES)
    assert tried_file(path, Rulebook([given])).holds
    assert tried_file(path, Rulebook([given.parent])).holds
    verdict = tried_file(path, Rulebook([written(tmp_path, annat__gemensamt=SHARED)]))
    assert faults(verdict) == ["RM720"]
    assert str(given.parent) in verdict.diagnostics[0].sentence("sv")


def test_an_engine_is_made_once_for_the_same_catalogues(tmp_path: Path) -> None:
    paths = [written(tmp_path, prov=USING, gemensamt=SHARED, tests__a=SCENARIO)]
    paths.append(written(tmp_path, tests__b=SCENARIO.replace("[prov]", "[gemensamt, prov]")))
    paths.append(written(tmp_path, tests__c=SCENARIO.replace("[prov]", "[prov, gemensamt]")))
    book = Rulebook()
    scenarios = [read_scenario(str(path), path.read_bytes()).scenario for path in paths]
    engines = [book.open(scenario).engine for scenario in scenarios if scenario]
    assert engines[1] is engines[2] is not None
    assert len(book.engines) == 2
    assert engines[1] is not None
    assert [one.id for one in engines[1].catalogues] == ["gemensamt", "prov"]


def test_only_the_catalogues_named_and_those_they_use_are_loaded(tmp_path: Path) -> None:
    other = RULES.replace("catalogue: prov", "catalogue: annan")
    path = written(tmp_path, prov=RULES, annan=other, tests__plan=SCENARIO)
    for book in (Rulebook(), Rulebook([tmp_path])):
        scenario = read_scenario(str(path), path.read_bytes()).scenario
        assert scenario is not None
        engine = book.open(scenario).engine
        assert engine is not None
        assert [one.id for one in engine.catalogues] == ["prov"]


def test_the_scenarios_of_a_folder(tmp_path: Path) -> None:
    written(
        tmp_path, rules__prov=RULES, rules__tests__b=SCENARIO, rules__tests__a__c=SCENARIO, rules__tests__a__d=SCENARIO
    )
    (tmp_path / "rules/tests/a/.dold.yaml").write_text("x", encoding="utf-8")
    (tmp_path / "rules/tests/läsmig.md").write_text("x", encoding="utf-8")
    for folder in ("", "rules", "rules/tests"):
        files, wrong = scenario_files(tmp_path / folder)
        assert wrong == ()
        names = [file.relative_to(tmp_path).as_posix() for file in files]
        assert names == ["rules/tests/a/c.yaml", "rules/tests/a/d.yaml", "rules/tests/b.yaml"]
    assert [file.name for file in scenario_files(tmp_path / "rules/tests/a")[0]] == ["c.yaml", "d.yaml"]


def test_a_folder_without_scenarios(tmp_path: Path) -> None:
    [fault] = scenario_files(tmp_path)[1]
    assert fault.code == "RM004"
    assert fault.step("sv") == "Kontrollera att det är rätt mapp."
    assert rule_files(tmp_path)[1][0].step("sv") == "Kontrollera att det är rätt mapp; undermappar läses inte."
    assert scenario_files(tmp_path / "ingen.yaml") == ((tmp_path / "ingen.yaml",), ())
