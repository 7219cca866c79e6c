"""RM260 to RM266: words that nothing uses, that stand twice, that lack a title; and steps that lead nowhere."""

from pathlib import Path
from subprocess import run
from sys import executable

import pytest

from rutinmotor.language.lints import own_actor, twins, untitled, unused
from rutinmotor.language.lints.linting import review
from rutinmotor.language.loading import load_catalogues
from tests.language.lints.linting import linted, reviewed

WORDS = """\
catalogue: ord
actors: {utforare: {title: Utförare}, chef: {title: Chef}}
events: {start: {title: Börjar}, klar: {title: Klart}, slut: {title: Upphört}}
facts: {regi: {title: Regi, one_of: [egen, enskild]}, antal: {title: Antal, type: int}, dag: {title: Dag, type: date}}
states: {pagar: {title: Pågår, begins: start, ends: slut}}
calendars: {vardag: {weekdays: [mon], holidays: SE}}
"""


def using(name: str, rule: str) -> str:
    return f"catalogue: {name}\nuses: [ord]\nrules:\n  - {{id: r, actor: utforare, {rule}}}\n"


PLAIN = "trigger: start, deadline: {days: 3}, fulfilled_by: klar"
EVERYTHING = (
    "trigger: {state: pagar}, only_if: {regi: egen}, deadline: {working_days: antal, calendar: vardag}, "
    "backdating: dag, fulfilled_by: klar, escalation: [{after: {days: 1}, to: chef, action: Fråga}]"
)


def own(rule: str) -> str:
    return WORDS.replace("catalogue: ord", "catalogue: prov") + f"rules:\n  - {{id: r, actor: utforare, {rule}}}\n"


def unnamed(section: str, *names: str) -> list[str]:
    return [f"RM260 ”{name}” under ”{section}” används inte någonstans." for name in names]


def test_a_fact_that_is_only_taken_away_is_unused() -> None:
    resets = ("{title: Klart}", "{title: Klart, resets: [antal, regi]}")
    assert linted(unused.find, own("only_if: {antal: 3}, " + PLAIN).replace(*resets)) == [
        *unnamed("actors", "chef"),
        *unnamed("facts", "regi", "dag"),
        *unnamed("states", "pagar"),
        *unnamed("calendars", "vardag"),
    ]
    # Yet the catalogue that declares it is not used in vain.
    facts = "catalogue: fakta\nfacts: {antal: {title: Antal, type: int}}\n"
    uses = own(PLAIN).replace("antal: {title: Antal, type: int}, ", "").replace("actors:", "uses: fakta\nactors:")
    assert "RM261" in "".join(linted(unused.find, uses, facts))
    assert "RM261" not in "".join(linted(unused.find, uses.replace(resets[0], "{title: Klart, resets: antal}"), facts))


def test_each_kind_of_word_can_be_unused() -> None:
    assert linted(unused.find, own(PLAIN)) == [
        *unnamed("actors", "chef"),
        *unnamed("facts", "regi", "antal", "dag"),
        *unnamed("states", "pagar"),
        *unnamed("calendars", "vardag"),
    ]


def test_each_kind_of_word_can_be_used() -> None:
    assert linted(unused.find, own(EVERYTHING)) == []


def test_a_word_of_urgency_that_no_deadline_has() -> None:
    urgent = own(EVERYTHING).replace("actors:", "urgency: {snarast: {days: 3}, genast: {days: 1}}\nactors:", 1)
    assert linted(unused.find, urgent.replace("klar, esc", "klar, warn: {days: 1}, esc")) == unnamed(
        "urgency", "snarast", "genast"
    )
    assert linted(unused.find, urgent.replace("{working_days: antal, calendar: vardag}", "{urgency: genast}")) == [
        *unnamed("urgency", "snarast"),
        *unnamed("facts", "antal"),
        *unnamed("calendars", "vardag"),
    ]


def test_shared_words_are_used_by_whoever_uses_them() -> None:
    assert linted(unused.find, WORDS) == []
    assert linted(unused.find, WORDS, using("ett", EVERYTHING)) == []
    rest = "trigger: slut, only_if: {regi: egen, antal: 3, state: {pagar: true}}, deadline: {date: dag}"
    step = "escalation: [{after: {working_days: 1, calendar: vardag}, to: chef, action: Fråga}]"
    assert linted(unused.find, WORDS, using("ett", PLAIN), using("tva", f"{rest}, fulfilled_by: klar, {step}")) == []
    assert linted(unused.find, WORDS, using("ett", PLAIN), using("tva", f"{rest}, fulfilled_by: klar")) == [
        *unnamed("actors", "chef"),
        *unnamed("calendars", "vardag"),
    ]


def test_a_word_used_through_another_catalogue_is_used() -> None:
    between = "catalogue: mellan\nuses: [ord]\n"
    assert linted(unused.find, WORDS, between, using("ett", EVERYTHING).replace("[ord]", "[mellan]")) == []


def test_words_read_only_because_another_file_uses_them_are_not_doubted(tmp_path: Path) -> None:
    (tmp_path / "ord.yaml").write_text(WORDS, encoding="utf-8")
    (tmp_path / "ett.yaml").write_text(using("ett", PLAIN), encoding="utf-8")

    def codes(*paths: Path) -> set[str]:
        return {one.code for one in review(load_catalogues(paths))}

    assert "RM260" not in codes(tmp_path / "ett.yaml")
    assert "RM260" not in codes(tmp_path / "ord.yaml")
    assert "RM260" in codes(tmp_path / "ett.yaml", tmp_path / "ord.yaml")
    assert "RM260" in codes(tmp_path)


def test_a_catalogue_used_in_vain() -> None:
    text = own(EVERYTHING).replace("catalogue: prov\n", "catalogue: prov\nuses: [annan]\n")
    other = "catalogue: annan\nactors: {vd: {title: VD}}\n"
    assert linted(unused.find, text, other) == [
        "RM261 Inget i den här katalogen kommer från ”annan”.",
        *unnamed("actors", "vd"),
    ]
    assert linted(unused.find, text.replace("actor: utforare", "actor: vd"), other) == unnamed("actors", "utforare")


def events(*named: str) -> str:
    return "catalogue: prov\nevents:\n" + "".join(f"  {one}\n" for one in named)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("plan_klar: {title: Planen är klar}", "plan_klart: {title: Planen är klar.}"),
        ("plan_skickad: {title: Planen har skickats}", "skickad_plan: {title: Planen har skickats in}"),
        ("beslut_fattat: {title: Beslut har fattats}", "beslut_fattad: {title: Beslutet har fattats}"),
        ("helt_annat: {title: Planen är klar}", "plan_klar: {title: planen är  klar}"),
        ("paln: {title: Plan}", "plan: {title: Plan}"),
    ],
)
def test_events_that_are_likely_the_same(one: str, other: str) -> None:
    names = [text.partition(":")[0] for text in (one, other)]
    assert linted(twins.find, events(one, other)) == [
        f"RM262 Händelsen ”{names[1]}” är troligen samma som ”{names[0]}”."
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ansökan är fullständig", "Ansökan är ofullständig"),
        ("Den enskilde har samtyckt till det", "Den enskilde har inte samtyckt till det"),
        ("Planen är lämnad med anmärkning", "Planen är lämnad utan anmärkning"),
    ],
)
def test_what_denies_another_is_not_the_same(one: str, other: str) -> None:
    pair = f"plan_a: {{title: {one}}}", f"plan_ab: {{title: {other}}}"
    assert linted(twins.find, events(*pair)) == []
    assert len(linted(twins.find, events(pair[0], pair[1].replace(other, f"{one} nu")))) == 1


def test_an_event_is_told_once_however_many_are_like_it() -> None:
    assert len(linted(twins.find, events(*(f"h{'x' * count}: {{title: Samma}}" for count in range(9))))) == 8


def test_events_that_no_catalogue_sees_together_are_two() -> None:
    one = events("plan_klar: {title: Planen är klar}")
    other = events("plan_klart: {title: Planen är klar}").replace("prov", "annan")
    assert linted(twins.find, one, other) == []
    assert linted(twins.find, one.replace("events", "uses: [annan]\nevents"), other) == [
        "RM262 Händelsen ”plan_klart” är troligen samma som ”plan_klar”."
    ]


def test_titles_that_are_missing_are_told_by_section() -> None:
    text = """\
catalogue: prov
actors: {u: {}}
events: {a: {}, b: {title: B}, c: {}, d: {}, e: {}, f: {}, g: {}}
facts: {x: {type: bool}}
states: {s: {begins: a, ends: b}}
rules:
  - {id: r, actor: u, trigger: a, deadline: none, fulfilled_by: b, in_force: {to: 2025-01-01}}
  - {id: r, actor: u, trigger: a, deadline: none, fulfilled_by: b, in_force: {from: 2025-01-02}}
"""
    assert linted(untitled.find, text) == [
        "RM265 Katalogen ”prov” saknar rubrik.",
        "RM264 Under ”actors” saknas rubrik för ”u”.",
        "RM264 Under ”events” saknas rubrik för ”a”, ”c”, ”d”, ”e” och 2 till.",
        "RM264 Under ”facts” saknas rubrik för ”x”.",
        "RM264 Under ”states” saknas rubrik för ”s”.",
        "RM264 Under ”rules” saknas rubrik för ”r”.",
    ]


@pytest.mark.parametrize(
    ("actor", "step", "found"),
    [
        ("utforare", "{after: {days: 1}, to: utforare, action: Fråga}", True),
        ("[chef, utforare]", "{after: {days: 0}, to: utforare, action: Fråga}", True),
        ("utforare", "{after: {days: 1}, to: chef, action: Fråga}", False),
        ("utforare", "{before: {days: 1}, to: utforare, action: Påminn}", False),
    ],
)
def test_a_step_to_the_one_who_acts(actor: str, step: str, found: bool) -> None:
    text = own(f"{PLAIN}, escalation: [{step}]").replace("actor: utforare", f"actor: {actor}")
    told = ["RM266 ”r” förs vidare till ”utforare”, som redan är den som ska göra det."]
    assert linted(own_actor.find, text) == (told if found else [])


def test_remarks_never_change_the_exit_status_and_come_last(tmp_path: Path) -> None:
    path = tmp_path / "prov.yaml"
    path.write_text(own(EVERYTHING), encoding="utf-8")
    found = reviewed(own(EVERYTHING))
    assert {str(one.severity) for one in found} == {"info"}
    # Named from its own folder: a long path would break the first line.
    check = [executable, "-m", "rutinmotor", "check", "--strict", path.name]
    shown = run(check, capture_output=True, encoding="utf-8", cwd=tmp_path)
    assert shown.returncode == 0
    assert "upplysning RM265\n  Katalogen ”prov” saknar rubrik. Lägg till ”title” överst i filen" in shown.stdout
    assert " | " not in shown.stdout
    path.write_text(own(PLAIN), encoding="utf-8")
    check.remove("--strict")
    shown = run(check, capture_output=True, encoding="utf-8", cwd=tmp_path)
    kinds = [line.split()[1] for line in shown.stdout.splitlines() if line.startswith(path.name)]
    assert kinds == sorted(kinds, key=lambda kind: kind == "upplysning")
    assert {"varning", "upplysning"} == set(kinds)
    assert run([executable, "-m", "rutinmotor", "check", "--strict", path], capture_output=True).returncode == 1
