"""The schema in a real editor's server: what it completes, says and underlines, in both languages."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rutinmotor.faces.cli.entry import front
from rutinmotor.language.catalogue.schema import catalogue_schema
from tests.faces.lsp.talking import Editor

ROOT = Path(__file__).parents[3]
Opened = Callable[..., str]

HEAD = "catalogue: prov\nuses: gemensamt\nrules:\n  - id: a\n    actor: utforare\n    trigger: insats_verkstalld\n"


@pytest.fixture
def opened(yaml_editor: Editor, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Opened:
    """Open a text whose first line names its schema, made by the command line with these arguments."""

    def open_it(text: str, *args: str) -> str:
        capsys.readouterr()
        assert front(["schema", *args], {"LANG": "sv_SE"}) == 0
        schema = tmp_path / f"schema{len(list(tmp_path.iterdir()))}.json"
        schema.write_text(capsys.readouterr().out, encoding="utf-8")
        path = tmp_path / f"prov{len(list(tmp_path.iterdir()))}.yaml"
        return yaml_editor.open(path, f"# yaml-language-server: $schema={schema.as_uri()}\n{text}")

    return open_it


SOL = ("--vocabulary", str(ROOT / "rules" / "sol.yaml"))
ALL = ("--vocabulary", str(ROOT / "rules"))


def labels(editor: Editor, uri: str, mark: str) -> set[str]:
    return {one.label for one in editor.completion(uri, mark)}


@pytest.mark.parametrize("catalogue", sorted((ROOT / "rules").glob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_is_underlined_in_the_shipped_catalogues(catalogue: Path, yaml_editor: Editor, opened: Opened) -> None:
    for args in ((), ("--vocabulary", str(catalogue))):
        assert yaml_editor.findings(opened(catalogue.read_text(encoding="utf-8"), *args)) == []


def test_every_key_of_a_rule_is_completed_with_its_description(yaml_editor: Editor, opened: Opened) -> None:
    uri = opened("catalogue: prov\nrules:\n  - id: a\n    \n")
    found = {
        one.label: str(getattr(one.documentation, "value", one.documentation))
        for one in yaml_editor.completion(uri, "id: a\n    ")
    }
    keys = {**catalogue_schema()["$defs"]["Rule"]["properties"]}
    # Beside the keys, a whole rule with those that it must have is offered, under its title.
    assert found.keys() == (keys.keys() - {"id"}) | {"Regel"}
    for key, told in found.items():
        assert key == "Regel" or keys[key]["description"].replace("`", "") in told.replace("`", "")


def test_and_in_english(yaml_editor: Editor, opened: Opened) -> None:
    uri = opened(f"{HEAD}    deadline: {{days: 3}}\n    \n", "--lang", "en")
    told = {
        one.label: str(getattr(one.documentation, "value", one.documentation))
        for one in yaml_editor.completion(uri, "{days: 3}\n    ")
    }
    assert "The event that shows that it is done" in told["fulfilled_by"]
    hover = yaml_editor.hover(uri, "deadli")
    assert "#### Deadline" in hover
    assert "How much time there is." in hover


@pytest.mark.parametrize(
    ("mark", "title", "description"),
    [
        ("catalo", "Katalogens namn", "varje regel heter katalogens namn"),
        ("act", "Aktör", "Vem som ska göra det"),
        ("trigg", "Utlösare", "Vad som utlöser regeln"),
        ("{day", "Dagar", "Antal dagar (kalenderdagar)"),
        ("only", "Bara om", "Villkor som ska gälla den dag regeln utlöses."),
        ("nor", "Slags norm", "`guideline`: Riktlinje."),
        ("allo", "Tillåtna varningar", "Varningar om regeln"),
        ("famil", "Regelfamilj", "tillsammans ska täcka alla fall"),
    ],
)
def test_a_key_is_explained_where_the_pointer_rests(
    mark: str, title: str, description: str, yaml_editor: Editor, opened: Opened
) -> None:
    uri = opened(
        f"{HEAD}    deadline: {{days: 3}}\n    only_if: {{iub: true}}\n    norm: routine\n    family: f\n"
        "    allow:\n      - {code: RM208, reason: Därför.}\n"
    )
    hover = yaml_editor.hover(uri, mark)
    assert f"#### {title}" in hover
    assert description in hover.replace("\\", "")


def test_the_names_of_the_vocabulary_are_completed_with_their_titles(yaml_editor: Editor, opened: Opened) -> None:
    text = (
        "catalogue: prov\nrules:\n  - id: a\n    actor: \n    trigger: \n"
        "    fulfilled_by:\n      - plan_slutford\n      - \n"
        "    paused_while: \n    only_if:\n      insats: \n      iub: \n    escalation:\n      - to: \n"
        "  - id: b\n    trigger: {overdue: }\n    deadline: {working_days: 3, calendar: }\n"
    )
    uri = opened(text, *SOL)
    actors = {one.label: one.documentation for one in yaml_editor.completion(uri, "actor: ")}
    assert actors["utforare"] == "Utförare"
    assert labels(yaml_editor, uri, "to: ") == actors.keys()
    for mark in ("trigger: ", "plan_slutford\n      - "):
        assert {"insats_verkstalld", "plan_slutford"} <= labels(yaml_editor, uri, mark)
    assert "beviljad" in labels(yaml_editor, uri, "paused_while: ")
    assert {"hemtjanst", "ledsagning"} <= labels(yaml_editor, uri, "insats: ")
    facts = {one.label: one.documentation for one in yaml_editor.completion(uri, "only_if:\n      ")}
    assert facts["daglig_insats"] == "Insatsen ges varje dag"
    assert "Insatsen ges varje dag" in yaml_editor.hover(
        opened(f"{HEAD}    deadline: none\n    only_if: {{daglig_insats: true}}\n", *SOL), "{dagl"
    )
    assert labels(yaml_editor, uri, "iub: ") == {"true", "false"}
    assert {"plan_slutford", "sol.plan_slutford", "lss.plan_slutford"} <= labels(yaml_editor, uri, "overdue: ")
    assert labels(yaml_editor, uri, "calendar: ") >= {"vardag"}


def test_a_name_is_explained_where_the_pointer_rests(yaml_editor: Editor, opened: Opened) -> None:
    uri = opened(f"{HEAD}    deadline: none\n", *SOL)
    assert "* `insats_verkstalld`: Insatsen har påbörjats (verkställts)" in yaml_editor.hover(
        uri, "trigger: insats"
    ).replace("\\", "")


FAULTS = [
    ("    deadline: {dagar: 3}\n", "Property dagar is not allowed.", "dagar"),
    ("    deadline: ingen\n", 'Valid values: "none", "continuous".', "ingen"),
    ("    deadline: none\n    tidsfrist: 3\n", "Property tidsfrist is not allowed.", "tidsfrist"),
    ("    deadline: none\n    only_if: {iub: {ej: true}}\n", "Property ej is not allowed.", "ej"),
    ("    deadline: none\n    norm: lag\n", '"statute", "guideline", "routine"', "lag"),
]
NAMES = [
    ("    deadline: none\n    fulfilled_by: plan_slutfrd\n", "Value is not accepted.", "plan_slutfrd"),
    ("    deadline: none\n    only_if: {insatts: hemtjanst}\n", "Property insatts is not allowed.", "insatts"),
    ("    deadline: none\n    only_if: {insats: hemtjenst}\n", "Value is not accepted.", "hemtjenst"),
    ("    deadline: none\n    only_if: {state: {pagaar: true}}\n", "Property pagaar is not allowed.", "pagaar"),
    ("    deadline: {working_days: 3, calendar: vardagar}\n", "Value is not accepted.", "vardagar"),
    ("    deadline: {days: antal}\n", 'Expected "integer".', "antal"),
    (
        "    deadline: none\n    escalation:\n      - {after: {days: 1}, to: chef, action: Nej}\n",
        "Value is not accepted.",
        "chef",
    ),
]


@pytest.mark.parametrize(("rest", "message", "word"), FAULTS)
def test_a_fault_is_underlined_where_it_is(
    rest: str, message: str, word: str, yaml_editor: Editor, opened: Opened
) -> None:
    uri = opened(f"{HEAD}{rest}")
    found = yaml_editor.findings(uri)
    assert any(message in one.message and yaml_editor.within(uri, one.range) == word for one in found), found


@pytest.mark.parametrize(("rest", "message", "word"), NAMES)
def test_a_name_that_is_not_there_is_underlined(
    rest: str, message: str, word: str, yaml_editor: Editor, opened: Opened
) -> None:
    assert yaml_editor.findings(opened(f"{HEAD}{rest}")) == []
    uri = opened(f"{HEAD}{rest}", *SOL)
    found = yaml_editor.findings(uri)
    assert any(message in one.message and yaml_editor.within(uri, one.range) == word for one in found), found


CASE = (
    "case: prov-1\nitems:\n  hemtjanst-1: {insats: hemtjanst}\nevents:\n  - {type: insats_verkstalld, at: 2025-10-01}\n"
)


def test_cases_and_scenarios_have_their_words_too(yaml_editor: Editor, opened: Opened) -> None:
    uri = opened(CASE, "--of", "case", *ALL)
    assert yaml_editor.findings(uri) == []
    assert {"insats_verkstalld", "plan_slutford"} <= labels(yaml_editor, uri, "type: ")
    indented = CASE.replace("\n", "\n  ")
    text = (
        f"scenario: Prov\nrules: [sol]\ncase:\n  {indented}\nat: 2025-11-13\n"
        "expect:\n  - rule: sol.plan_slutford\n    status: due\n    \n"
    )
    uri = opened(text, "--of", "scenario", *ALL)
    assert yaml_editor.findings(uri) == []
    assert {"insats_verkstalld", "plan_slutford"} <= labels(yaml_editor, uri, "type: ")
    assert "sol.plan_slutford" in labels(yaml_editor, uri, "rule: ")
    assert {"overdue", "fulfilled"} <= labels(yaml_editor, uri, "status: ")
    assert "due" in labels(yaml_editor, uri, "status: due\n    ")
    uri = opened(text.replace("insats_verkstalld", "insats_verkstald"), "--of", "scenario", *ALL)
    assert [yaml_editor.within(uri, one.range) for one in yaml_editor.findings(uri)] == ["insats_verkstald"]


def test_a_schema_names_no_other_place() -> None:
    # An editor would try to fetch it.
    for node in json.dumps(catalogue_schema()).split('"$ref": "')[1:]:
        assert node.startswith("#/")
