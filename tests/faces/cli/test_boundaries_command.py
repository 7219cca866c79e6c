"""`boundaries`: the telling examples of a rule as a table, as JSON and as scenarios that hold."""

import json
from pathlib import Path

import pytest

from tests.faces.cli.calls import ROOT, Call
from tests.wrapping import says

LARM = ("boundaries", "sol.larm_installerat", "--year", "2026")


def test_the_table(call: Call) -> None:
    status, out, err = call(*LARM)
    assert (status, err) == (0, "")
    assert "  Påsk              tor 2 apr 2026    tor 9 apr 2026    Hoppar över långfredagen fre 3 apr" in out
    assert "  Jul               ons 23 dec 2026   ons 30 dec 2026" in out
    assert "  Skottår           mån 28 feb 2028   tor 2 mars 2028   29 februari räknas som en arbetsdag" in out
    assert "dagen efter       fre 6 feb 2026    försenat (rött)" in out
    assert max(len(line) for line in out.splitlines()) <= 100


def test_the_table_in_english(call: Call) -> None:
    out = call(*LARM, "--lang", "en").out
    assert "Easter            Thu 2 Apr 2026    Thu 9 Apr 2026    Steps over Good Friday Fri 3 Apr" in out
    assert "Påsk" not in out


def test_as_json(call: Call) -> None:
    record = json.loads(call(*LARM, "--format", "json").out)
    assert record == json.loads(call(*LARM, "--format", "json", "--lang", "en").out)
    assert (record["rule"], record["year"], record["timing"]) == ("sol.larm_installerat", 2026, "counted")
    easter = next(one for one in record["examples"] if one["shows"] == ["easter"])
    assert (easter["start"], easter["start_weekday"], easter["due"], easter["due_weekday"]) == (
        "2026-04-02",
        "thu",
        "2026-04-09",
        "thu",
    )
    assert [day["name"] for day in easter["stepped_over"]] == ["långfredagen", None, "påskdagen", "annandag påsk"]
    assert [day["status"] for day in easter["days"]] == ["due", "due", "overdue"]
    assert easter["case"]["events"] == [{"id": "e1", "type": "larm_bestallt", "at": "2026-04-02", "item": "insats-1"}]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("bistand_hv.bestallning_skickad", "Det finns ingen sista dag"),
        ("bistand_hv.dagverksamhet_ko_bevakad", "Löpande: det gäller från den dag det uppstår"),
        ("sol.delaktighet_erbjuden", "Ska vara gjort innan ”Genomförandeplanen är slutförd”"),
        ("sol.genomforande_dokumenterat", "gäller"),
        ("sol.arlig_uppfoljning", "Gångerna, om var och en blir klar på sin sista dag:"),
    ],
)
def test_what_holds_where_nothing_is_counted_is_said_in_words(call: Call, rule: str, said: str) -> None:
    assert says(call("boundaries", rule, "--year", "2026").out, said)


def test_scenarios_are_written_and_hold(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "sol"
    for rule in ("sol.larm_installerat", "sol.delaktighet_erbjuden", "sol.genomforande_dokumenterat"):
        status, out, err = call("boundaries", rule, "--year", "2026", "--write", folder)
        assert (status, err) == (0, "")
        assert says(out, str(folder))
    assert len(list(folder.iterdir())) == 12
    tried = call("test", folder, "--rules", ROOT / "rules")
    assert (tried.status, tried.err) == (0, "")
    again = call(*LARM, "--write", folder)
    assert (again.status, again.out) == (2, "")
    assert "--force" in again.err
    assert call(*LARM, "--write", folder, "--force").status == 0


def test_what_is_no_scenario_or_a_link_is_not_written_over(call: Call, tmp_path: Path) -> None:
    folder, outside = tmp_path / "sol", tmp_path / "utanför.yaml"
    call(*LARM, "--write", folder)
    before = {path: path.read_bytes() for path in folder.iterdir()}
    first, last = min(before), max(before)
    outside.write_bytes(before[last])
    last.unlink()
    last.symlink_to(outside)
    first.write_text("scenario: mitt\n")
    refused = call(*LARM, "--write", folder, "--force")
    assert (refused.status, f"{last} är en länk" in refused.err) == (2, True)
    last.unlink()
    last.write_text("catalogue: prov\n")
    refused = call(*LARM, "--write", folder, "--force")
    assert (refused.status, f"{last} är inget scenario" in refused.err) == (2, True)
    # All or none.
    assert first.read_text() == "scenario: mitt\n"
    assert outside.read_bytes() == before[max(before)]


def test_scenarios_on_the_screen_bear_the_names_of_their_files(call: Call) -> None:
    out = call(*LARM, "--format", "scenario").out
    assert out.startswith("# larm_installerat_vanlig_dag_sista_dagen.yaml\nscenario: ")
    assert out.count("\n---\n") == 8


def test_facts_given_are_used(call: Call, tmp_path: Path) -> None:
    rules = tmp_path / "prov.yaml"
    rules.write_text(
        "catalogue: prov\nactors: {a: {title: A}}\nevents: {x: {title: X}, y: {title: Y}}\n"
        "facts: {antal: {title: Antal, type: int}}\n"
        "rules: [{id: r, actor: a, trigger: x, deadline: {days: antal}, fulfilled_by: y}]\n",
        encoding="utf-8",
    )
    out = call("boundaries", "r", "--rules", rules, "--year", "2026", "--fact", "antal=30").out
    assert "mån 2 feb 2026    ons 4 mars 2026" in out
    assert says(out, "Antal: 30")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["sol.larm_instalerat"], "Menade du ”sol.larm_installerat”?"),
        (["sol.larm_installerat", "--year", "i år"], "Ett år skrivs som 2026"),
        (["sol.larm_installerat", "--year", "2020"], "gäller inte år 2020, utan från och med onsdag 17 september 2025"),
        (["sol.larm_installerat", "--format", "csv"], "--format kan inte vara ”csv”"),
        (["sol.larm_installerat", "--fact", "iub"], "UPPGIFT=VÄRDE"),
        (["sol.larm_installerat", "--fact", "ibu=ja"], "Menade du ”iub”?"),
        (["sol.larm_installerat", "--fact", "iub=kanske"], "iub är ja eller nej"),
        (["sol.larm_installerat", "--fact", "insats=hemtjanst"], "Inget ärende hittades"),
        (["sol.larm_installerat", "--rules", "ingen.yaml"], "Reglerna går inte att använda"),
        (["plan_slutford"], "Flera kataloger har regeln"),
        ([], "REGEL saknas"),
    ],
)
def test_what_cannot_be_done_is_said_plainly(call: Call, arguments: list[str], told: str) -> None:
    status, out, err = call("boundaries", *arguments)
    assert (status, out) == (2, "")
    assert says(err, told)


def test_within_a_sentence_english_keeps_its_feasts(call: Call) -> None:
    out = call(*LARM, "--lang", "en").out
    assert says(out, "Around the last day (ordinary day):")
    late = call("boundaries", "sol.anteckningar_sammanfattade", "--year", "2026", "--lang", "en").out
    assert "Without an example in 2026: weekend." in late


def test_a_folder_that_is_a_file(call: Call, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x", encoding="utf-8")
    status, _, err = call(*LARM, "--write", tmp_path / "fil")
    assert status == 2
    assert says(err, "går inte att skapa")


def test_a_real_process(process: Call) -> None:
    done = process(*LARM)
    assert (done.status, done.err) == (0, "")
    assert "Midsommar" in done.out
