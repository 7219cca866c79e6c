"""What `import rutinmotor` offers: each name documented, shown, typed, loaded late; wrong arguments refused."""

import ast
import json
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import rutinmotor
from rutinmotor.ground.arguments import LANGUAGES

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
RULES = """
catalogue: {name}
title: Prov
owner: Kommunen
source: {{document: Rutinen}}
actors: {{a: {{title: Aktör}}}}
events: {{s: {{title: Start}}, k: {{title: Klart}}}}
rules:
  - {{id: plan, title: P, actor: a, trigger: s, deadline: {{days: 3}}, fulfilled_by: k, source: {{section: Ett}}}}
  - {{id: only_{name}, actor: a, trigger: s, deadline: {{days: 3}}, fulfilled_by: k, source: {{section: Ett}}}}
"""
TEXTS = {f"{name}.yaml": RULES.format(name=name) for name in ("ett", "tva")}
# As a program without types calls it.
UNTYPED: Any = rutinmotor
DAY = date(2025, 6, 10)
CASE = rutinmotor.read_case({"case": "1", "events": [{"type": "s", "at": "2025-06-02"}]})
ENGINE = rutinmotor.engine_from_texts(TEXTS)
ANSWER: Any = ENGINE.evaluate(CASE, DAY)


def lazy_names() -> dict[str, str]:
    """Each name with the module that a type checker finds it in."""
    tree = ast.parse(Path(rutinmotor.__file__).read_text(encoding="utf-8"))
    (typed,) = [one for one in tree.body if isinstance(one, ast.If)]
    return {name.name: one.module or "" for one in typed.body if isinstance(one, ast.ImportFrom) for name in one.names}


def test_names_are_the_same_to_readers_type_checkers_and_programs() -> None:
    names = sorted(name for name in rutinmotor.__all__ if name != "__version__")
    assert sorted(lazy_names()) == names
    assert dir(rutinmotor) == sorted(rutinmotor.__all__)
    assert {name: f"rutinmotor.{room}" for name, room in UNTYPED._ROOMS.items()} == lazy_names()
    assert all(getattr(rutinmotor, name) is not None for name in names)


@pytest.mark.parametrize("name", sorted(lazy_names()))
def test_each_name_has_words_and_an_example(name: str) -> None:
    value = getattr(rutinmotor, name)
    assert value.__doc__
    assert "Raises:" in value.__doc__ or isinstance(value, type)
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    assert re.search(rf"\b{name}\b", page.split("## Load once")[1])


def test_a_name_that_is_not_offered_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'evaluate'"):
        _ = rutinmotor.evaluate


WRONG: list[tuple[Callable[[], Any], type[Exception], str]] = [
    (lambda: UNTYPED.load(3), TypeError, "a path of rules is a path, not int"),
    (lambda: UNTYPED.check(None), TypeError, "a path of rules is a path, not None"),
    (lambda: UNTYPED.check("a", texts=TEXTS), ValueError, "check takes paths or texts, not both"),
    (lambda: UNTYPED.check(texts=["a"]), TypeError, "texts is a mapping of texts by name, not list"),
    (lambda: UNTYPED.engine_from_texts({"a.yaml": b""}), TypeError, "texts['a.yaml'] is a text, not bytes"),
    (lambda: UNTYPED.engine_from_texts({1: "a"}), TypeError, "a name in texts is a text, not int"),
    (lambda: UNTYPED.read_cases(b"a"), TypeError, "file is a path, not bytes"),
    (lambda: UNTYPED.read_cases("a.json", "{}"), TypeError, "data is bytes, not str"),
    (lambda: UNTYPED.schema("rule"), ValueError, "of is 'catalogue' or 'case' or 'scenario' or 'answer', not 'rule'"),
    (lambda: UNTYPED.schema("case", "fi"), ValueError, "lang is 'sv' or 'en', not 'fi'"),
    (lambda: UNTYPED.schema("case", None), TypeError, "lang is a text, not None"),
    (lambda: UNTYPED.try_scenario_file(7), TypeError, "file is a path, not int"),
    (lambda: UNTYPED.try_scenario_file("a", 7), TypeError, "a path of rules is a path, not int"),
    (
        lambda: UNTYPED.explain("x", CASE, "ett.plan", DAY),
        TypeError,
        "engine is an Engine, which load makes, not str",
    ),
    (lambda: UNTYPED.explain(ENGINE, {}, "ett.plan", DAY), TypeError, "case is a Case, which read_case makes"),
    (lambda: UNTYPED.explain(ENGINE, CASE, 3, DAY), TypeError, "rule is a text, not int"),
    (lambda: UNTYPED.explain(ENGINE, CASE, "ett.plan", "2025-06-10"), TypeError, "at is a date, without a clock"),
    (lambda: UNTYPED.explain(ENGINE, CASE, "ett.plan", datetime(2025, 6, 10)), TypeError, "at is a date, without"),
    (
        lambda: UNTYPED.explain(ENGINE, CASE, "ett.plan", DAY, 3),
        TypeError,
        "known is a date, without a clock, not int",
    ),
    (lambda: UNTYPED.explain(ENGINE, CASE, "ett.plan", DAY, item=1), TypeError, "item is a text or None, not int"),
    (
        lambda: UNTYPED.explain(ENGINE, CASE, "ett.plan", DAY, unknown_events="skip"),
        ValueError,
        "unknown_events is 'error' or 'list', not 'skip'",
    ),
    (
        lambda: UNTYPED.Engine.evaluate(ENGINE, CASE, DAY, unknown_facts="skip"),
        ValueError,
        "unknown_facts is 'error' or 'list', not 'skip'",
    ),
    (lambda: UNTYPED.explained_text("x"), TypeError, "explanation is an Explanation, which explain gives, not str"),
    (lambda: UNTYPED.explained_text(explained(), "de"), ValueError, "lang is 'sv' or 'en', not 'de'"),
    (
        lambda: UNTYPED.explained_text(explained(), "sv", "80"),
        TypeError,
        "width is a number of cells or None, not str",
    ),
    (lambda: ANSWER.with_status("overdu"), ValueError, "not 'overdu'"),
    (lambda: ANSWER.with_status("due", 3), TypeError, "status is a text, not int"),
]


def explained() -> rutinmotor.Explanation:
    return rutinmotor.explain(ENGINE, CASE, "ett.plan", DAY)


@pytest.mark.parametrize("number", range(len(WRONG)))
def test_wrong_arguments_are_refused_with_what_was_expected(number: int) -> None:
    call, kind, said = WRONG[number]
    with pytest.raises(kind, match=re.escape(said)):
        call()


def test_a_rule_may_be_named_without_its_catalogue_where_one_has_it() -> None:
    assert rutinmotor.explain(ENGINE, CASE, "only_ett", DAY) == rutinmotor.explain(ENGINE, CASE, "ett.only_ett", DAY)
    with pytest.raises(ValueError, match=re.escape("several catalogues have a rule plan: ett.plan, tva.plan")):
        rutinmotor.explain(ENGINE, CASE, "plan", DAY)
    with pytest.raises(ValueError, match=re.escape("there is no rule only_et; did you mean ett.only_ett?")):
        rutinmotor.explain(ENGINE, CASE, "only_et", DAY)
    with pytest.raises(ValueError, match=re.escape("there is no rule helt_annan") + "$"):
        rutinmotor.explain(ENGINE, CASE, "helt_annan", DAY)


def test_rules_are_checked_without_being_loaded(tmp_path: Path) -> None:
    assert rutinmotor.check() == ()
    assert rutinmotor.check(texts=TEXTS) == rutinmotor.check(texts=dict(reversed(TEXTS.items())))
    faulty = {**TEXTS, "tva.yaml": TEXTS["tva.yaml"].replace("trigger: s", "trigger: x")}
    found = rutinmotor.check(texts=faulty)
    assert {one.code for one in found if one.is_error} == {"RM201"}
    for name, text in faulty.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [one.code for one in rutinmotor.check(tmp_path)] == [one.code for one in found]
    assert [one.code for one in rutinmotor.check(tmp_path / "none.yaml")] == ["RM001"]


def test_cases_are_read_from_files_one_by_one(tmp_path: Path) -> None:
    for path in sorted(EXAMPLES.iterdir()):
        given = list(rutinmotor.read_cases(path))
        assert given == list(rutinmotor.read_cases(path.name, path.read_bytes()))
        assert all(read.case is not None and read.case.id == read.id for read in given)
    long = tmp_path / "a.jsonl"
    long.write_text('{"case": "a"}\n{"case": 3}\n{"case": "c"}\n', encoding="utf-8")
    assert [(read.id, [one.code for one in read.diagnostics]) for read in rutinmotor.read_cases(long)] == [
        ("a", []),
        (None, ["RM103"]),
        ("c", []),
    ]


@pytest.mark.parametrize("name", ["none.json", "none.jsonl", "."])
def test_a_file_that_cannot_be_read_is_told_of_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(rutinmotor.CaseError) as refusal:
        rutinmotor.read_cases(tmp_path / name)
    assert [one.code for one in refusal.value.diagnostics] == ["RM002" if name == "." else "RM001"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("of", ["catalogue", "case", "scenario"])
def test_schemas_are_those_that_the_command_prints(of: Any, lang: Any, capsys: pytest.CaptureFixture[str]) -> None:
    from rutinmotor.faces.cli.entry import front

    assert front(["schema", "--of", of, "--lang", lang], {}) == 0
    assert json.loads(capsys.readouterr().out) == rutinmotor.schema(of, lang)
    rutinmotor.schema(of, lang).clear()
    assert rutinmotor.schema(of, lang)


def test_a_scenario_is_tried_with_the_rules_beside_it_or_others(tmp_path: Path) -> None:
    file = tmp_path / "rules" / "tests" / "plan.yaml"
    file.parent.mkdir(parents=True)
    (tmp_path / "rules" / "ett.yaml").write_text(TEXTS["ett.yaml"], encoding="utf-8")
    file.write_text(
        "scenario: Planen\nrules: [ett]\ncase: {case: x, events: [{type: s, at: 2025-06-02}]}\nat: 2025-06-10\n"
        "expect:\n  - {rule: ett.plan, status: overdue, due: 2025-06-05}\n",
        encoding="utf-8",
    )
    assert rutinmotor.try_scenario_file(file).holds
    longer = tmp_path / "ett.yaml"
    longer.write_text(TEXTS["ett.yaml"].replace("days: 3", "days: 4"), encoding="utf-8")
    verdict = rutinmotor.try_scenario_file(file, longer)
    assert (verdict.holds, [one.why for one in verdict.results], verdict.diagnostics) == (False, ["differs"], ())
    longer.write_text(TEXTS["ett.yaml"].replace("trigger: s", "trigger: x"), encoding="utf-8")
    assert [one.code for one in rutinmotor.try_scenario_file(file, longer).diagnostics] == ["RM721", "RM201", "RM201"]
    assert [one.code for one in rutinmotor.try_scenario_file(tmp_path / "none.yaml").diagnostics] == ["RM001"]
