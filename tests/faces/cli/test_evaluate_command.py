"""`evaluate`: each format, what is asked for, and the answers that must not be taken for one another."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.faces.cli.calls import EXAMPLES, Call
from tests.wrapping import says

AT = "2025-11-13"

RULES = """
catalogue: prov
title: Prov
calendars: {vardag: {weekdays: [mon, tue, wed, thu, fri], holidays: SE, eves_free: true}}
actors: {utforare: {title: Utförare}, chef: {title: Enhetschef}}
events:
  start: {title: Insatsen har börjat}
  klar: {title: Planen är klar}
  paus_in: {title: Pausen har börjat}
  paus_ut: {title: Pausen har slutat}
  avslut: {title: Insatsen har upphört}
  forlangd: {title: Tiden har förlängts}
facts: {lov: {title: Valfrihet, type: bool}, fodd: {title: Födelsedatum, type: date}}
states: {paus: {title: Paus råder, begins: paus_in, ends: paus_ut}}
rules:
  - id: plan
    title: Planen är klar
    actor: utforare
    trigger: start
    deadline: {days: 10}
    fulfilled_by: klar
    ends_with: avslut
    paused_while: paus
    warn: {days: 3}
    not_before: {days: 2}
    extended_by: {event: forlangd, by: {days: 5}}
    escalation: [{after: {days: 1}, to: chef, action: Påminn utföraren}]
  - {id: val, title: '=SUM(A1)', actor: chef, trigger: start, only_if: {lov: true}, deadline: {urgency: omgaende},
     fulfilled_by: klar}
  - {id: efter, title: Förseningen är utredd, actor: chef, trigger: {overdue: plan}, deadline: none}
  - {id: fyller, title: Gåvan är köpt, actor: chef, trigger: {date: fodd}, deadline: none}
  - {id: ute, title: Saknaden är utredd, actor: chef, trigger: {missing: klar, since: start, for: {days: 20}},
     deadline: none}
  - {id: under, title: Pausen bevakas, actor: [chef, utforare], trigger: {state: paus}, deadline: continuous}
  - {id: infor, title: Mötet är bokat, actor: chef, trigger: {ahead_of: plan, by: {days: 2}}}
  - {id: sedan, title: Planen är skickad, actor: utforare, trigger: {fulfilled: plan}, deadline: none}
"""


HEADER = """
case rule title item actor norm status light urgency trigger_kind trigger_type trigger_event trigger_day opened due
days_left fulfilled_on fulfilled_by ended_on escalated_to breaches section duties interpretation
"""
START = "{type: start, at: 2025-11-01}"
PAUSE = "{type: paus_in, at: 2025-11-03}"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "prov.yaml"
    path.write_text(RULES, encoding="utf-8")
    return path


def _case(tmp_path: Path, *events: str, lov: str = "false", name: str = "arende.yaml") -> Path:
    path = tmp_path / name
    lines = "\n".join(f"  - {event}" for event in events)
    path.write_text(f'case: "7"\nfacts: {{lov: {lov}}}\nevents:\n{lines}\n', encoding="utf-8")
    return path


def test_the_table_of_the_examples(call: Call) -> None:
    status, out, err = call("evaluate", EXAMPLES, "--at", AT)
    assert (status, err) == (0, "")
    assert "Ärende 2025-0117\n" in out
    row = next(line for line in out.splitlines() if "Genomförandeplanen är slutförd" in line)
    assert "● försenat        ons 12 nov 2025     Genomförandeplanen är slutförd" in row
    assert "1 dag för sent      Utförare · hemtjanst-1 · sol.plan_slutford" in out
    assert says(out, "← Insatsen har påbörjats (verkställts), ons 1 okt 2025")
    assert max(len(line) for line in out.splitlines()) <= 100
    assert "\x1b" not in out
    assert says(
        out, "6 ärenden, torsdag 13 november 2025: 2 försenade, 6 att göra och 5 löpande; 1 regel kan inte bedömas"
    )


def test_the_table_in_english(call: Call) -> None:
    out = call("evaluate", EXAMPLES, "--at", AT, "--lang", "en").out
    assert "● overdue         Wed 12 Nov 2025     Genomförandeplanen är slutförd" in out
    assert says(out, "1 day late")
    assert says(out, "6 cases, Thursday 13 November 2025: 2 overdue")


def test_a_table_says_status_due_date_cause_and_escalation_in_words(call: Call, rules: Path, tmp_path: Path) -> None:
    case = _case(tmp_path, "{id: s, type: start, at: 2025-11-01, item: a}", lov="true")
    out = call("evaluate", case, "--rules", rules, "--at", "2025-11-12").out
    assert "● försenat        tis 11 nov 2025     Planen är klar" in out
    assert says(out, "→ Enhetschef: Påminn utföraren (från ons 12 nov 2025)")
    assert "● att göra        omgående            =SUM(A1)" in out
    assert "  gult ljus" in out
    assert "● att göra        ingen sista dag     Förseningen är utredd" in out
    assert says(out, "← Försenat: Planen är klar, ons 12 nov 2025")
    assert says(out, "← Inför: Planen är klar, sön 9 nov 2025")
    assert says(out, "Nästa ändring, om inget mer händer: lör 22 nov 2025")


@pytest.mark.parametrize(
    ("events", "at", "told"),
    [
        ([START], "2025-11-11", "sista dagen idag"),
        ([START], "2025-11-10", "1 dag kvar"),
        ([START, PAUSE], "2025-11-05", "● pausat          tiden står stilla"),
        ([START, PAUSE], "2025-11-05", "● löpande         tills vidare        Pausen bevakas"),
        ([PAUSE], "2025-11-05", "Enhetschef eller Utförare · prov.under"),
        ([PAUSE], "2025-11-05", "← Paus råder, mån 3 nov 2025"),
        ([START], "2025-11-22", "← Har inte hänt: Planen är klar, lör 22 nov 2025"),
        ([START[:-1] + ", data: {fodd: 2025-11-04}}"], "2025-11-05", "← Födelsedatum, tis 4 nov 2025"),
        ([START, "{type: klar, at: 2025-11-05}"], "2025-11-05", "← Klart: Planen är klar, ons 5 nov 2025"),
    ],
)
def test_every_state_of_things_has_its_words(
    events: list[str], at: str, told: str, call: Call, rules: Path, tmp_path: Path
) -> None:
    assert says(call("evaluate", _case(tmp_path, *events), "--rules", rules, "--at", at).out, told)


def test_closed_obligations_are_counted_and_shown_when_asked_for(call: Call, rules: Path, tmp_path: Path) -> None:
    events = [
        "{id: s, type: start, at: 2025-11-01}",
        "{id: f, type: forlangd, at: 2025-11-20}",
        "{id: k, type: klar, at: 2025-11-21}",
    ]
    case = _case(tmp_path, *events)
    plain = call("evaluate", case, "--rules", rules, "--at", "2025-11-21").out
    assert says(plain, "Visas inte: 1 klart för sent och 1 bortfallet (--status fulfilled_late --status ended).")
    assert "Gjordes" not in plain
    asked = call("evaluate", case, "--rules", rules, "--at", "2025-11-21", "--status", "fulfilled_late").out
    assert "○ klart för sent  tis 11 nov 2025     Planen är klar" in asked
    assert "Gjordes fre 21 nov 2025 (k), 10 dagar för sent" in asked
    assert "! Avvikelse: förlängdes fastän det inte gick,\n" in asked
    assert " tor 20 nov 2025 (f)\n" in asked
    early = _case(
        tmp_path, "{id: s, type: start, at: 2025-11-01}", "{id: k, type: klar, at: 2025-11-02}", name="b.yaml"
    )
    out = call("evaluate", early, "--rules", rules, "--at", "2025-11-21", "--status", "fulfilled").out
    assert says(out, "! Avvikelse: gjordes för tidigt, sön 2 nov 2025 (k)")
    ended = _case(tmp_path, "{type: start, at: 2025-11-01}", "{type: avslut, at: 2025-11-02}", name="c.yaml")
    out = call("evaluate", ended, "--rules", rules, "--at", "2025-11-03", "--status", "ended").out
    assert says(out, "Föll bort sön 2 nov 2025")


def test_nothing_outstanding_and_cannot_be_judged_are_told_apart(call: Call, rules: Path, tmp_path: Path) -> None:
    empty = tmp_path / "tomt.json"
    empty.write_text('{"case": "tomt"}', encoding="utf-8")
    assert says(
        call("evaluate", empty, "--rules", rules, "--at", AT).out, "Inget att göra. Ingen regel har gett något krav."
    )

    done = _case(tmp_path, "{type: start, at: 2025-11-01}", "{type: avslut, at: 2025-11-02}")
    out = call("evaluate", done, "--rules", rules, "--at", "2025-11-03").out
    assert says(out, "Inget att göra. Visas inte: 1 bortfallet (--status ended).")

    gap = tmp_path / "lucka.json"
    gap.write_text(
        json.dumps({"case": "1", "events": [{"type": e, "at": "2025-11-01"} for e in ("start", "avslut")]}),
        encoding="utf-8",
    )
    out = call("evaluate", gap, "--rules", rules, "--at", "2025-11-01", "--actor", "chef").out
    assert not says(out, "Inget att göra")
    assert says(out, "? Kan inte bedömas, uppgift saknas: Valfrihet (lov)")
    assert says(out, "=SUM(A1) · prov.val · lör 1 nov 2025")

    wrong = tmp_path / "fel.json"
    wrong.write_text('{"case": "2", "events": [{"type": "strat", "at": "2025-11-01"}]}', encoding="utf-8")
    status, out, _ = call("evaluate", wrong, "--rules", rules, "--at", AT)
    assert status == 1
    assert "Ärende 2\n  Kan inte bedömas, för ärendet har fel." in out
    assert says(out, "Menade du ”start”?")
    assert says(out, "inga öppna krav; 1 ärende har fel")


def test_no_cases_are_told(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "inga.json"
    path.write_text("[]", encoding="utf-8")
    status, out, _ = call("evaluate", path, "--at", AT)
    assert (status, out) == (0, "Torsdag 13 november 2025: inga ärenden att bedöma.\n")


def test_json_is_one_object_and_jsonl_its_cases(call: Call) -> None:
    out = call("evaluate", EXAMPLES, "--at", AT, "--format", "json", "--known", "2025-11-12").out
    whole = json.loads(out)
    assert list(whole) == ["at", "known", "catalogues", "cases"]
    assert (whole["at"], whole["known"]) == (AT, "2025-11-12")
    sol = next(one for one in whole["catalogues"] if one["catalogue"] == "sol")
    assert sol["dated"] == "2025-09-17"
    assert sol["digest"].startswith("sha256:")
    lines = call("evaluate", EXAMPLES, "--at", AT, "--format", "jsonl", "--known", "2025-11-12").out.splitlines()
    assert [json.loads(line) for line in lines] == whole["cases"]
    assert [case["case"] for case in whole["cases"]][:2] == ["2025-0117", "2025-0203"]


def test_json_is_the_same_in_both_languages(call: Call) -> None:
    wrong = EXAMPLES / "hemtjanst.yaml"
    args = ("evaluate", wrong, "--at", AT, "--format", "json")
    assert call(*args).out == call(*args, LANG="en_US.UTF-8").out


def test_the_promised_obligation(call: Call) -> None:
    out = call("evaluate", EXAMPLES / "hemtjanst.yaml", "--at", AT, "--format", "jsonl").out
    found = next(one for one in json.loads(out)["obligations"] if one["rule"] == "sol.plan_slutford")
    assert re.fullmatch("[0-9a-f]{16}", found.pop("key"))
    assert found == {
        "rule": "sol.plan_slutford",
        "title": "Genomförandeplanen är slutförd",
        "item": "hemtjanst-1",
        "actor": ["utforare"],
        "norm": "routine",
        "status": "overdue",
        "light": "red",
        "urgency": None,
        "trigger": {"kind": "event", "type": "insats_verkstalld", "event": "e3", "day": "2025-10-01"},
        "opened": "2025-10-01",
        "answered": None,
        "due": "2025-11-12",
        "days_left": -1,
        "fulfilled_on": None,
        "fulfilled_by": None,
        "ended_on": None,
        "escalation": [],
        "breaches": [],
        "source": {"section": "Genomförandeplan", "duties": ["S28"]},
        "interpretation": None,
    }


def test_a_case_with_an_error_stops_no_other(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "flera.jsonl"
    lines = [
        '{"case": "1"}',
        '{"case": 2}',
        '{"case": "3", "events": [{"type": "x", "at": "2025-01-01"}]}',
        "{",
        '{"case": "5"}',
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    status, out, _ = call("evaluate", path, "--at", AT, "--format", "json")
    assert status == 1
    cases = json.loads(out)["cases"]
    assert [case["case"] for case in cases] == ["1", None, "3", None, "5"]
    assert [case["error"] is None for case in cases] == [True, False, False, False, True]
    wrong = cases[2]
    assert wrong["origin"] == cases[0]["origin"]
    assert {**wrong, "error": None} == {
        "case": "3",
        "origin": wrong["origin"],
        "obligations": [],
        "undetermined": [],
        "passed_over": [],
        "unknown_facts": [],
        "later": None,
        "met_no_item": [],
        "passed_dates": [],
        "ended_with_case": [],
        "next_change": None,
        "error": None,
    }
    assert wrong["error"]["file"] == str(path)
    assert wrong["error"]["diagnostics"][0]["code"] == "RM601"


def test_unknown_events_may_be_listed(call: Call, tmp_path: Path) -> None:
    case = _case(tmp_path, "{id: q, type: snurrig, at: 2025-11-01}", name="a.yaml").read_text(encoding="utf-8")
    path = tmp_path / "b.yaml"
    path.write_text(case, encoding="utf-8")
    assert call("evaluate", path, "--at", AT).status == 1
    status, out, _ = call("evaluate", path, "--at", AT, "--unknown-events", "list")
    assert status == 0
    assert "Förbigått, för ingen katalog känner händelsen:\n    snurrig, lör 1 nov 2025 (q)" in out


NOTED = """\
catalogue: prov
title: Prov
actors: {chef: {title: Enhetschef}}
events: {start: {title: Starten}, slut: {title: Slutet}, klar: {title: Det är klart}}
facts: {lov: {title: Lov, type: bool}}
rules:
  - {id: ett, title: Ett, actor: chef, trigger: start, deadline: {days: 9}, fulfilled_by: klar, ends_with: slut}
  - {id: tva, title: Två, actor: chef, trigger: start, deadline: {days: 9}, fulfilled_by: klar, ends_with: slut}
  - {id: var, title: För varje del, actor: chef, trigger: start, per: item, deadline: {days: 9}, fulfilled_by: klar}
"""


def noted(call: Call, tmp_path: Path, *events: str, lang: str = "sv", facts: object = None) -> str:
    """What stands below all else in a case's table."""
    rules, path = tmp_path / "prov.yaml", tmp_path / "a.yaml"
    rules.write_text(NOTED, encoding="utf-8")
    listed = "".join(f"  - {one}\n" for one in events)
    path.write_text(f"case: a\nfacts: {json.dumps(facts or {})}\nevents:\n{listed}", encoding="utf-8")
    args = ("--at", "2025-11-12", "--unknown-events", "list", "--lang", lang)
    status, out, err = call("evaluate", path, "--rules", rules, *args)
    assert (status, err) == (0, "")
    table = out.rpartition("\n\n")[0]
    head = "Att veta om loggen:" if lang == "sv" else "Good to know of the log:"
    return table.partition(f"\n\n  {head}\n")[2]


def test_where_there_is_nothing_to_note_nothing_stands(call: Call, tmp_path: Path) -> None:
    assert noted(call, tmp_path, "{type: start, at: 2025-11-01, item: x}") == ""


def test_what_is_good_to_know_of_the_log_stands_last_a_line_each(call: Call, tmp_path: Path) -> None:
    events = [
        "{type: start, at: 2025-11-01, data: {lovv: true}}",
        "{type: start, at: 2025-11-03, item: b-1}",
        "{type: start, at: 2025-11-03, item: b-2}",
        "{type: slut, at: 2025-11-05, id: s, data: {samtal: 3, lovv: true}}",
        "{type: start, at: 2025-11-13}",
    ]
    many = {f"n{number}": number for number in range(6)}
    assert (
        noted(call, tmp_path, *events, facts=many)
        == """\
    ! Okänd uppgift, troligen felskriven: ”lovv” (menas ”lov”?)
    Avslutade utan eget slut: b-1 och b-2 (4 regler) ← Slutet, ons 5 nov 2025 (s)
    Ingen del av ärendet att gälla: För varje del ← Starten, lör 1 nov 2025
    Uppgifter som ingen katalog känner: n0, n1, n2, n3 och 3 till.
    Efter dagen ligger 1 händelse, tor 13 nov 2025."""
    )
    assert (
        noted(call, tmp_path, *events, lang="en", facts=many)
        == """\
    ! Unknown fact, likely a mistake: ”lovv” (is it ”lov”?)
    Ended without an end of its own: b-1 and b-2 (4 rules) ← Slutet, Wed 5 Nov 2025 (s)
    No item of the case to be about: För varje del ← Starten, Sat 1 Nov 2025
    Facts that no catalogue knows: n0, n1, n2, n3 and 3 more.
    1 event after the day, Thu 13 Nov 2025."""
    )


def test_what_is_much_to_note_is_folded(call: Call, tmp_path: Path) -> None:
    events = [f"{{type: start, at: 2025-11-{day:02}}}" for day in range(1, 30)]
    events += [f"{{type: t{day % 7}, at: 2025-11-{day:02}}}" for day in range(1, 13)]
    assert (
        noted(call, tmp_path, *events)
        == """\
    Ingen del av ärendet att gälla: 1 regel ← 12 gånger
    Efter dagen ligger 17 händelser, den sista lör 29 nov 2025."""
    )
    args = ("--rules", tmp_path / "prov.yaml", "--at", "2025-11-12", "--unknown-events", "list")
    out = call("evaluate", tmp_path / "a.yaml", *args).out
    assert "känner händelsen:\n    t1 (2), t2 (2), t3 (2), t4 (2) och 3 till, 12 händelser\n" in out


def test_unknown_facts_may_be_refused_or_listed(call: Call, rules: Path, tmp_path: Path) -> None:
    given = _case(tmp_path, "{type: start, at: 2025-11-01, data: {kundnr: 7}}", name="given.yaml")
    starting = _case(tmp_path, name="starting.yaml", lov="false, kundnr: 7")
    starting.write_text(starting.read_text(encoding="utf-8").replace("events:\n", "events: []"), encoding="utf-8")

    def statuses(*options: str) -> list[int]:
        args = ("--rules", rules, "--at", AT, *options)
        return [call("evaluate", case, *args).status for case in (given, starting)]

    assert statuses() == [0, 1]
    assert statuses("--unknown-events", "list") == [0, 0]
    assert statuses("--unknown-facts", "list") == [0, 0]
    assert statuses("--unknown-facts", "error", "--unknown-events", "list") == [1, 1]
    assert call("evaluate", given, "--unknown-facts", "lista").status == 2


def test_csv_tells_of_likely_mistakes_on_standard_error(call: Call, rules: Path, tmp_path: Path) -> None:
    case = _case(tmp_path, "{type: start, at: 2025-11-01, data: {lovv: true}}")
    err = call("evaluate", case, "--rules", rules, "--at", AT, "--format", "csv").err
    assert says(err, "1 ärende har troligen felskrivna uppgifter; se --format table eller json.")


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_the_same_case_twice_is_an_error_that_names_both_places(form: str, call: Call, tmp_path: Path) -> None:
    one, other = tmp_path / "a.jsonl", tmp_path / "b.json"
    one.write_text('{"case": "1"}\n{"case": "2"}\n', encoding="utf-8")
    other.write_text('[{"case": "3"},\n {"case": "2"}]', encoding="utf-8")
    status, out, err = call("evaluate", one, other, "--at", AT, "--format", form)
    assert status == 1
    assert says(out + err, "RM633")
    assert says(out + err, f"{other}:2:2" if form != "jsonl" else "b.json")
    assert says(out + err, f"{one}:2:1" if form != "jsonl" else "a.jsonl")
    if form == "jsonl":
        found = [json.loads(line) for line in out.splitlines()]
        assert [(case["case"], case["error"] is None) for case in found] == [
            ("1", True),
            ("2", True),
            ("3", True),
            ("2", False),
        ]
        (fault,) = found[3]["error"]["diagnostics"]
        assert fault["place"] == {"source": str(other), "line": 2, "column": 2}
        assert fault["further"] == [{"source": str(one), "line": 2, "column": 1}]


def test_fail_on_overdue_counts_the_actors_asked_for_whatever_the_status(call: Call) -> None:
    args = ("evaluate", EXAMPLES / "hemtjanst.yaml", "--fail-on", "overdue")
    assert call(*args, "--at", AT).status == 1
    assert call(*args, "--at", AT, "--status", "due").status == 1
    assert call(*args, "--at", AT, "--actor", "handlaggare").status == 0
    assert call(*args, "--at", "2025-10-10").status == 0


def test_the_selection_holds_in_every_format(call: Call) -> None:
    chosen = ("--at", AT, "--status", "overdue", "--status", "due", "--actor", "handlaggare")
    whole = json.loads(call("evaluate", EXAMPLES, *chosen, "--format", "json").out)
    found = [(case["case"], one["rule"]) for case in whole["cases"] for one in case["obligations"]]
    assert found == [
        ("2025-0310", "bistand_hv.muntlig_bestallning_bekraftad"),
        ("2022-0456", "uppfoljning.uppfoljning_vart_tredje_ar"),
    ]
    rows = list(csv.DictReader(io.StringIO(call("evaluate", EXAMPLES, *chosen, "--format", "csv").out)))
    assert [(row["case"], row["rule"]) for row in rows] == found
    table = call("evaluate", EXAMPLES, *chosen).out
    assert table.count("●") == len(found)
    assert "Inget krav av det slag som efterfrågas." in table


@pytest.mark.parametrize(("word", "near"), [("utförare", "utforare"), ("handlägare", "handlaggare"), ("hmk", "hmc")])
def test_an_unknown_actor_is_refused_with_the_nearest(word: str, near: str, call: Call) -> None:
    status, out, err = call("evaluate", EXAMPLES, "--at", AT, "--actor", word)
    assert (status, out) == (2, "")
    assert says(err, f"Aktören ”{word}” finns inte. Menade du ”{near}”?")


def test_csv_has_stable_columns_and_no_formulas(call: Call, rules: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    events = [{"id": "@s", "type": "start", "at": "2025-11-01", "item": "-1+1"}]
    path.write_text(json.dumps({"case": "+46", "facts": {"lov": True}, "events": events}), encoding="utf-8")
    out = call("evaluate", path, "--rules", rules, "--at", "2025-11-12", "--format", "csv").out
    header, *rows = list(csv.reader(io.StringIO(out)))
    assert header == HEADER.split()
    plan = next(row for row in (dict(zip(header, row, strict=True)) for row in rows) if row["rule"] == "prov.plan")
    assert (plan["case"], plan["item"], plan["trigger_event"]) == ("'+46", "'-1+1", "'@s")
    assert (plan["days_left"], plan["escalated_to"]) == ("-1", "chef 2025-11-12")
    assert "'=SUM(A1)" in [row[2] for row in rows]


def test_csv_tells_errors_and_gaps_on_standard_error(call: Call, rules: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"case": "1", "events": [{"type": "start", "at": "2025-11-01"}]}\n{"case": "2", "evnts": []}\n',
        encoding="utf-8",
    )
    status, out, err = call("evaluate", path, "--rules", rules, "--at", AT, "--format", "csv")
    assert status == 1
    assert says(err, "2: kan inte bedömas")
    assert "\n1 regel kan inte bedömas för att uppgifter saknas" in err
    assert all(row[0] in ("case", "1") for row in csv.reader(io.StringIO(out)))


def test_rules_with_errors_cannot_be_used(call: Call, rules: Path) -> None:
    rules.write_text(RULES.replace("{days: 10}", "{dagar: 10}"), encoding="utf-8")
    status, out, err = call("evaluate", EXAMPLES, "--rules", rules)
    assert (status, out) == (2, "")
    assert "RM101" in err
    assert err.endswith("rutinmotor: Reglerna går inte att använda.\n")


def test_what_cannot_be_read_is_told_before_any_answer(call: Call, tmp_path: Path) -> None:
    status, out, err = call("evaluate", EXAMPLES, tmp_path / "finns-inte.yaml", tmp_path, "--at", AT)
    assert (status, out) == (2, "")
    assert "RM001" in err
    assert "RM004" in err
    assert err.endswith("rutinmotor: Ärendena går inte att läsa.\n")
