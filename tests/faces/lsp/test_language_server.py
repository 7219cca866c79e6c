"""Our own language server, as a process of its own: findings, names, due dates, and new names everywhere."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from rutinmotor.faces.cli.entry import front
from rutinmotor.language.lints.linting import review
from rutinmotor.language.loading import load_catalogues
from tests.faces.lsp.talking import Editor

Starter = Callable[..., Editor]

SHARED = """\
catalogue: gemensamt
calendars:
  vardag: {weekdays: [mon, tue, wed, thu, fri], holidays: SE, eves_free: true}
actors:
  utforare: {title: Utförare}
  chef: {title: Enhetschef}
events:
  beslut_fattat: {title: Beslut har fattats}
  uppdrag_avslutat: {title: Uppdraget har avslutats}
facts:
  insats: {title: Insats, one_of: [hemtjanst, boendestod]}
states:
  pagar: {title: Insatsen pågår, begins: beslut_fattat, ends: uppdrag_avslutat}
"""
RULES = """\
catalogue: prov
uses: gemensamt
events:
  plan_klar: {title: Planen är klar}
rules:
  - id: plan
    title: Planen är klar i tid
    actor: utforare
    trigger: beslut_fattat
    only_if: {insats: hemtjanst}
    deadline: {working_days: 3, calendar: vardag}
    fulfilled_by: plan_klar
    ends_with: uppdrag_avslutat
    source: {section: Planering, duties: [A1]}
    escalation: [{after: {days: 1}, to: chef, action: Påminn}]
  - id: paminnelse
    title: Påminnelsen är skickad
    actor: chef
    trigger: {overdue: plan}
    deadline: {days: 7}
    fulfilled_by: plan_klar
    ends_with: uppdrag_avslutat
    source: {section: Planering, duties: [A2]}
"""
SCENARIO = """\
scenario: Planen blir klar
rules: [prov]
case:
  case: prov-1
  items:
    insats-1: {insats: hemtjanst}
  events:
    - {id: e1, type: beslut_fattat, at: 2026-03-02, item: insats-1}
    - {id: e2, type: plan_klar, at: 2026-03-03, item: insats-1}
at: 2026-03-09
expect:
  - {rule: prov.plan, status: fulfilled}
absent: [prov.paminnelse]
"""
LISTED = """\
only: [prov.plan]
absent: [{rule: prov.paminnelse, item: insats-1}]
undetermined: [{rule: prov.plan, item: null}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gemensamt.yaml").write_text(SHARED, encoding="utf-8")
    (tmp_path / "prov.yaml").write_text(RULES, encoding="utf-8")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "plan.yaml").write_text(SCENARIO, encoding="utf-8")
    return tmp_path


def test_what_check_says_is_underlined_as_one_types(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml")
    clean = one.findings(uri, lambda found: not any(this.severity is types.DiagnosticSeverity.Error for this in found))
    one.type(uri, "trigger: beslut_fattat", "trigger: beslut_fatat")
    [found] = one.codes(uri, "RM201")
    assert one.within(uri, found.range) == "beslut_fatat"
    assert found.severity is types.DiagnosticSeverity.Error
    assert found.source == "rutinmotor"
    assert found.message.startswith("Händelsen ”beslut_fatat” finns inte. Menade du ”beslut_fattat”?\n→ Rätta")
    assert one.fixes(uri, "trigger: beslut_f") == {"Skriv ”beslut_fattat” i stället": RULES}
    one.type(uri, "beslut_fatat", "beslut_fattat")
    one.codes(uri, *(this.code for this in clean))


def test_an_editor_that_asks_for_fixes_at_each_move_is_told_of_what_has_been_looked_at(
    editor: Starter, folder: Path
) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml")
    one.findings(uri)
    one.type(uri, "trigger: beslut_fattat", "trigger: beslut_fatat")
    automatic, invoked = types.CodeActionTriggerKind.Automatic, types.CodeActionTriggerKind.Invoked
    assert one.fixes(uri, "trigger: beslut_f", automatic) == {}
    fixes = {"Skriv ”beslut_fattat” i stället": RULES}
    assert one.fixes(uri, "trigger: beslut_f", invoked) == fixes
    one.codes(uri, "RM201")
    assert one.fixes(uri, "trigger: beslut_f", automatic) == fixes


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_name_in_quotes_is_underlined_as_a_whole(quote: str, editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml", RULES.replace("trigger: beslut_fattat", f"trigger: {quote}fatat{quote}"))
    [found] = one.codes(uri, "RM201")
    assert one.within(uri, found.range) == "fatat"


def test_it_says_what_check_says(editor: Starter, folder: Path) -> None:
    broken = RULES.replace("{overdue: plan}", "{overdue: plann}").replace("to: chef", "to: cheef")
    (folder / "prov.yaml").write_text(broken, encoding="utf-8")
    one = editor()
    uri = one.open(folder / "prov.yaml")
    told = review(load_catalogues([folder]))
    here = [this for this in told if this.place and Path(this.place.source).name == "prov.yaml"]
    found = one.codes(uri, *(this.code for this in here))
    assert len(found) == 2
    assert [this.message for this in found] == [f"{this.sentence()}\n→ {this.step()}" for this in here]


def test_a_place_is_counted_as_the_editor_counts_it(editor: Starter, folder: Path) -> None:
    # The step of the escalation comes after letters beyond ASCII and a sign that takes two units of UTF-16.
    text = RULES.replace("action: Påminn}", "action: Påminn 🦉 åäö}, {after: {days: 2}, to: chefen, action: Ring}")
    one = editor(encodings=["utf-8", "utf-16"])
    assert one.answer.capabilities.position_encoding == "utf-16"
    uri = one.open(folder / "prov.yaml", text)
    [found] = one.codes(uri, "RM202")
    assert one.within(uri, found.range) == "chefen"
    one.type(uri, "åäö}, {after", "🦉🦉}, {after")
    one.type(uri, "chefen", "chefenn")
    [found] = one.findings(uri, lambda some: bool(some) and one.within(uri, some[0].range) == "chefenn")
    one.type(uri, "chefenn", "chef")
    assert one.definitions(uri, "{days: 2}, to: ch") == [("gemensamt.yaml", "chef", 6)]


def test_in_english_where_that_is_asked_for(editor: Starter, folder: Path) -> None:
    one = editor(options={"lang": "en"})
    uri = one.open(folder / "prov.yaml", RULES.replace("trigger: beslut_fattat", "trigger: beslut_fatat"))
    [found] = one.codes(uri, "RM201")
    assert found.message.startswith("There is no event 'beslut_fatat'.")
    assert list(one.fixes(uri, "trigger: beslut_f")) == ["Write 'beslut_fattat' instead"]


def test_a_further_place_can_be_gone_to(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(
        folder / "prov.yaml", RULES.replace("    title: Planen är klar i tid\n", "    title: A\n    title: B\n")
    )
    [found] = one.codes(uri, "RM038")
    assert found.related_information is not None
    [further] = found.related_information
    assert further.location.uri == uri
    assert one.within(uri, further.location.range) == "title"


def test_an_unsaved_text_stands_in_the_place_of_its_file(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml")
    shared = one.open(folder / "gemensamt.yaml")
    clean = one.findings(uri)
    one.type(shared, "  chef: {title: Enhetschef}\n", "")
    assert [one.within(uri, this.range) for this in one.codes(uri, "RM202", "RM202")] == ["chef", "chef"]
    one.close(shared)
    one.codes(uri, *(this.code for this in clean))
    (folder / "gemensamt.yaml").write_text(SHARED.replace("  chef:", "  chefen:"), encoding="utf-8")
    one.written_elsewhere(folder / "gemensamt.yaml")
    one.codes(uri, "RM202", "RM202")


def test_half_a_word_takes_nothing_away(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml")
    one.findings(uri)
    one.type(uri, "    deadline: {days: 7}", '\n    deadline: {days: "7\n    # halv\n')
    [found] = one.findings(uri, lambda some: any(this.severity is types.DiagnosticSeverity.Error for this in some))
    assert str(found.code).startswith("RM0")
    assert one.definitions(uri, "only_if: {insa") == [("gemensamt.yaml", "insats", 11)]
    # Below what has changed the lines have moved.
    assert one.definitions(uri, "# halv\n\n    fulfilled_by: plan") == [("prov.yaml", "plan_klar", 4)]
    assert one.definitions(uri, "{overdue: pl") == [("prov.yaml", "plan", 6)]
    assert "Planen är klar i tid" in one.hover(uri, "{overdue: pl")
    assert [this.name for this in one.symbols(uri)] == ["events", "rules"]
    assert one.prepare_rename(uri, "# halv\n\n    fulfilled_by: plan") == "plan_klar"
    assert one.prepare_rename(uri, "{overdue: pl") == "plan"


def test_a_file_that_is_gone_has_no_findings(editor: Starter, folder: Path) -> None:
    wrong = folder / "fel.yaml"
    wrong.write_text("catalogue: fel\nrules: [x]\n", encoding="utf-8")
    one = editor()
    one.open(folder / "prov.yaml")
    assert [this.code for this in one.findings(wrong.as_uri(), bool)] == ["RM107"]
    wrong.rename(folder / "ratt.yaml")
    one.written_elsewhere(wrong)
    assert [this.code for this in one.findings((folder / "ratt.yaml").as_uri(), bool)] == ["RM107"]
    assert one.codes(wrong.as_uri()) == []


def test_to_the_definition_and_to_every_use(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml")
    assert one.definitions(uri, "trigger: beslut") == [("gemensamt.yaml", "beslut_fattat", 8)]
    assert one.definitions(uri, "calendar: var") == [("gemensamt.yaml", "vardag", 3)]
    assert one.definitions(uri, "uses: gem") == [("gemensamt.yaml", "gemensamt", 1)]
    assert one.definitions(uri, "title: Plan") == []
    assert one.references(uri, "plan_kl") == [
        ("prov.yaml", "plan_klar", 4),
        ("prov.yaml", "plan_klar", 12),
        ("prov.yaml", "plan_klar", 21),
        ("plan.yaml", "plan_klar", 9),
    ]
    assert one.references(uri, "- id: pla", declared=False) == [("prov.yaml", "plan", 19), ("plan.yaml", "plan", 12)]


def test_a_scenario_is_looked_at_too(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "tests" / "plan.yaml")
    assert one.codes(uri) == []
    assert one.definitions(uri, "rule: prov.pl") == [("prov.yaml", "plan", 6)]
    assert one.definitions(uri, "type: plan_kl") == [("prov.yaml", "plan_klar", 4)]
    one.type(uri, "rule: prov.plan", "rule: prov.plam")
    [found] = one.codes(uri, "RM722")
    assert one.within(uri, found.range) == "prov.plam"
    one.type(uri, "rule: prov.plam", "rule: prov.plan")
    one.codes(uri)
    # The rules are changed, and the scenario is looked at again.
    rules = one.open(folder / "prov.yaml")
    one.type(rules, "- id: paminnelse", "- id: paminnelsen")
    [found] = one.codes(uri, "RM722")
    assert one.within(uri, found.range) == "prov.paminnelse"
    one.type(uri, "rules: [prov]", "rules: [prove]")
    one.codes(uri, "RM720")
    assert {this.label for this in one.completion(uri, "type: ")} == {"beslut_fattat", "uppdrag_avslutat", "plan_klar"}
    assert {this.label for this in one.completion(uri, "rule: ")} == {"prov.plan", "prov.paminnelsen"}
    assert {this.label for this in one.completion(uri, "{insats: ")} == {"hemtjanst", "boendestod"}


def test_a_scenario_with_faults_still_knows_its_names(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "tests" / "plan.yaml")
    one.codes(uri)
    # A day is missing, so it is no scenario; then it is no YAML either.
    one.type(uri, "at: 2026-03-09\n", "")
    one.codes(uri, "RM102")
    assert one.definitions(uri, "rule: prov.pl") == [("prov.yaml", "plan", 6)]
    rules = one.open(folder / "prov.yaml")
    assert "rule: prov.planering," in one.rename(rules, "{overdue: pl", "planering")["plan.yaml"]
    one.type(uri, "absent: [prov.paminnelse]", "absent: [prov.paminnelse")
    assert one.definitions(uri, "rule: prov.pl") == [("prov.yaml", "plan", 6)]
    assert one.hover(uri, "type: plan_kl").startswith("**Planen är klar** `plan_klar`")
    with pytest.raises(JsonRpcException, match=r"Rätta först felen i .*plan\.yaml"):
        one.rename(rules, "{overdue: pl", "planering")


def test_every_place_where_a_scenario_lists_rules_is_seen(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "tests" / "plan.yaml", SCENARIO.replace("absent: [prov.paminnelse]\n", LISTED))
    assert one.definitions(uri, "only: [prov.pl") == [("prov.yaml", "plan", 6)]
    assert one.definitions(uri, "absent: [{rule: prov.pam") == [("prov.yaml", "paminnelse", 16)]
    assert {this.label for this in one.completion(uri, "only: [")} == {"prov.plan", "prov.paminnelse"}
    assert {this.label for this in one.completion(uri, "absent: [{rule: ")} == {"prov.plan", "prov.paminnelse"}
    rules = one.open(folder / "prov.yaml")
    assert one.rename(rules, "- id: pl", "planering")["plan.yaml"].count("prov.planering") == 3


def test_faults_in_other_rules_do_not_hide_those_of_a_scenario(editor: Starter, folder: Path) -> None:
    (folder / "annan.yaml").write_text("catalogue: annan\nrules: [x]\n", encoding="utf-8")
    one = editor()
    uri = one.open(folder / "tests" / "plan.yaml", SCENARIO.replace("prov.plan,", "prov.plam,"))
    one.codes(uri, "RM722")
    assert "sista dag **torsdag 5 mars 2026**" in one.hover(one.open(folder / "prov.yaml"), "- id: pl")
    # Of rules that cannot be read nothing is said here.
    one.type(uri, "rules: [prov]", "rules: [annan]")
    one.codes(uri)


def test_the_rule_is_said_and_when_it_would_be_due(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml")
    hover = one.hover(uri, "{overdue: pl")
    assert one.hover_range(uri, "{overdue: pl") == "plan"
    assert hover.startswith("**Planen är klar i tid** `prov.plan`")
    assert "När ”Beslut har fattats” ska Utförare inom 3 arbetsdagar (kalendern vardag) se till" in hover
    assert "om Insats är hemtjanst" in hover
    # Monday 2 March and three working days.
    assert "Utlöst idag, måndag 2 mars 2026: sista dag **torsdag 5 mars 2026**." in hover
    # A plan is due on a working day, so the reminder comes on the day after one: not on a Monday.
    assert "Utlöst tisdag 3 mars 2026: sista dag **tisdag 10 mars 2026**." in one.hover(uri, "- id: pamin")
    assert one.hover(uri, "trigger: beslut") == (
        "**Beslut har fattats** `beslut_fattat` · Händelse\n\nAnvänds i 1 regel: Planen är klar i tid."
    )
    state = one.open(folder / "gemensamt.yaml")
    assert "Börjar med ”Beslut har fattats”." in one.hover(state, "states:\n  pag")
    assert "Ett av: `hemtjanst`, `boendestod`." in one.hover(state, "facts:\n  ins")
    assert one.hover(uri, "title: Plan") == ""


def test_while_there_are_errors_no_due_date_is_shown(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml", RULES.replace("to: chef", "to: cheff"))
    one.codes(uri, "RM202")
    hover = one.hover(uri, "{overdue: pl")
    assert "inom 3 arbetsdagar" in hover
    assert "Utlöst idag" not in hover


@pytest.mark.parametrize(
    ("mark", "bare", "new", "files"),
    [
        ("fulfilled_by: plan_", "plan_klar", "planen_klar", {"prov.yaml": 3, "plan.yaml": 1}),
        ("trigger: beslut_", "beslut_fattat", "beslutat", {"prov.yaml": 1, "gemensamt.yaml": 2, "plan.yaml": 1}),
        ("only_if: {ins", "insats", "slag", {"prov.yaml": 1, "gemensamt.yaml": 1, "plan.yaml": 1}),
        ("to: ch", "chef", "enhetschef", {"prov.yaml": 2, "gemensamt.yaml": 1}),
        ("{overdue: pl", "plan", "planering", {"prov.yaml": 2, "plan.yaml": 1}),
    ],
)
def test_a_new_name_is_written_wherever_the_old_one_stood(
    mark: str,
    bare: str,
    new: str,
    files: dict[str, int],
    editor: Starter,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml")
    assert one.prepare_rename(uri, mark) == bare
    before = [(this.code, this.place and this.place.line) for this in review(load_catalogues([folder]))]
    texts = one.rename(uri, mark, new)
    assert {name: text.count(new) for name, text in texts.items()} == files
    for name, text in texts.items():
        path = folder / "tests" / name if name == "plan.yaml" else folder / name
        path.write_text(text, encoding="utf-8")
    assert [(this.code, this.place and this.place.line) for this in review(load_catalogues([folder]))] == before
    assert front(["test", str(folder / "tests")], {}) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("mark", "new", "reason"),
    [
        ("fulfilled_by: plan_", "Plan klar", "kan inte vara ett namn"),
        ("fulfilled_by: plan_", "true", "kan inte vara ett namn"),
        ("fulfilled_by: plan_", "beslut_fattat", "är upptaget"),
        ("{overdue: pl", "paminnelse", "är upptaget"),
        ("only_if: {ins", "any", "betyder något annat i ett villkor"),
        ("title: Plan", "nytt", "inget namn som kan bytas"),
        ("calendar: var", "nytt", "inget namn som kan bytas"),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_the_reason(
    mark: str, new: str, reason: str, editor: Starter, folder: Path
) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml")
    with pytest.raises(JsonRpcException, match=reason):
        one.rename(uri, mark, new)


def test_a_name_is_not_changed_past_what_cannot_be_read(editor: Starter, folder: Path) -> None:
    (folder / "annan.yaml").write_text("catalogue: annan\nuses: gemensamt\nrules: [beslut_fattat\n", encoding="utf-8")
    one = editor()
    uri = one.open(folder / "prov.yaml")
    with pytest.raises(JsonRpcException, match=r"Rätta först felen i .*annan\.yaml"):
        one.rename(uri, "trigger: beslut_", "beslutat")
    assert one.rename(uri, "fulfilled_by: plan_", "planen_klar").keys() == {"prov.yaml", "plan.yaml"}


def test_the_sections_and_what_they_hold_are_listed(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml")
    events, rules = one.symbols(uri)
    assert [(this.name, this.detail) for this in rules.children or []] == [
        ("plan", "Planen är klar i tid"),
        ("paminnelse", "Påminnelsen är skickad"),
    ]
    assert one.within(uri, events.range).startswith("events:\n  plan_klar: {title: Planen är klar}")
    plan, reminder = rules.children or []
    assert one.within(uri, plan.range).endswith("to: chef, action: Påminn}]")
    assert one.within(uri, plan.selection_range) == "plan"
    assert one.within(uri, reminder.range).rstrip().endswith("duties: [A2]}")


def test_names_are_completed_where_their_kind_goes(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml")
    chosen = {this.label: this for this in one.completion(uri, "fulfilled_by: plan_klar")}
    assert chosen.keys() == {"plan_klar", "beslut_fattat", "uppdrag_avslutat"}
    assert chosen["plan_klar"].detail == "Planen är klar"
    edit = chosen["plan_klar"].text_edit
    assert isinstance(edit, types.TextEdit)
    assert one.edited(uri, [edit]) == RULES
    one.type(uri, "actor: chef\n", "actor: \n    only_if:\n      \n")
    assert {this.label for this in one.completion(uri, "actor: \n    only_if:\n      ")} == {"insats"}
    assert {this.label for this in one.completion(uri, "Påminnelsen är skickad\n    actor: ")} == {"utforare", "chef"}
    assert {this.label for this in one.completion(uri, "only_if: {insats: ")} == {"hemtjanst", "boendestod"}
    assert {this.label for this in one.completion(uri, "overdue: ")} == {"plan", "paminnelse"}
    assert one.completion(uri, "title: ") == []


@pytest.mark.parametrize(
    "text",
    [
        "services:\n  web: {image: nginx}\n",
        "services:\n  rules:\n    image: nginx\n",
        "root: true\nenv: {node: true}\nextends: a\nrules: {semi: error}\n",
        "apiVersion: v1\nkind: ClusterRole\nmetadata: {name: x}\nrules:\n  - verbs: [get]\n",
        "groups:\n- name: x\n  rules:\n  - alert: a\n",
        "- name: x\n  rules: [a]\n",
        "dependency: {name: galaxy}\ndriver: {name: podman}\nplatforms: []\nscenario: {name: default}\n",
    ],
)
def test_other_files_are_left_alone(text: str, editor: Starter, folder: Path) -> None:
    other = folder / "annat.yaml"
    other.write_text(text, encoding="utf-8")
    one = editor()
    uri = one.open(other)
    rules = one.open(folder / "prov.yaml")
    one.findings(rules)
    assert uri not in one.published
    assert one.hover(uri, text[:4]) == ""
    assert one.symbols(uri) == []
    assert one.completion(uri, text[:-1]) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("cataloge: ny\nrules:\n", "RM101"),
        ("rules:\n  - id: a\n", "RM102"),
        ("  catalogue: ny\n  rules: x\n", "RM106"),
        ("{catalogue: ny, rules: x}\n", "RM106"),
        ("rules: [prov]\nat: 2026-03-02\nexpect: []\n", "RM102"),
    ],
)
def test_what_is_to_become_rules_or_a_scenario_is_looked_at(
    text: str, code: str, editor: Starter, folder: Path
) -> None:
    one = editor()
    assert code in [this.code for this in one.findings(one.open(folder / "ny.yaml", text), bool)]


def test_beside_a_file_of_another_kind_nothing_is_looked_at(editor: Starter, folder: Path) -> None:
    (folder / "fel.yaml").write_text("catalogue: fel\nrules: [x]\n", encoding="utf-8")
    (folder / "annan").mkdir()
    one = editor()
    one.open(folder / "compose.yaml", "services: {}\n")
    # What is opened later is answered later.
    one.findings(one.open(folder / "annan" / "ny.yaml", "catalogue: ny\nrules: [x]\n"), bool)
    assert (folder / "fel.yaml").as_uri() not in one.published


def test_it_goes_on_whatever_is_typed(editor: Starter, folder: Path) -> None:
    one = editor()
    uri = one.open(folder / "prov.yaml")
    clean = one.findings(uri)
    for junk in (
        "\x00",
        "[[[[[[",
        "{{{",
        "&a *a",
        "\ud83d\udc1f",
        "\u2028\x0c",
        "- - - -",
        "? :",
        "%YAML 9",
        "\r\n\r",
        "'",
        '"\\x',
    ):
        one.type(uri, "catalogue: prov\n", f"{junk}\ncatalogue: prov\n")
        one.findings(uri)
        assert one.definitions(uri, "trigger: besl") != []
        one.type(uri, f"{junk}\ncatalogue: prov\n", "catalogue: prov\n")
    one.codes(uri, *(this.code for this in clean))


def test_without_its_package_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> None:
        return None

    monkeypatch.setattr("rutinmotor.faces.cli.lsp.find_spec", missing)
    assert front(["lsp"], {}) == 2
    assert "pip install 'rutinmotor[lsp]'" in capsys.readouterr().err
    assert front(["lsp", "--lang", "en"], {}) == 2
    assert "needs the package pygls" in capsys.readouterr().err
