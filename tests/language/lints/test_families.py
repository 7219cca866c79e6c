"""Families, and rules that look like one: what no rule covers and what two do, against every combination one by one."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.language.catalogue.names import Version, names_of
from rutinmotor.language.catalogue.reading import read_texts
from rutinmotor.language.constructs.conditions import Condition
from rutinmotor.language.lints import between, doubles, families
from rutinmotor.language.lints.linting import review
from rutinmotor.language.logic.covering import Cover, cover_of
from rutinmotor.text.sources import shipped_rules
from tests.language.lints.drawing import NAMES, TEXT, WRITTEN, combinations, condition, node_of
from tests.language.lints.linting import linted

HEAD = """\
catalogue: prov
actors: {utforare: {title: Utförare}, chef: {title: Chef}}
events:
  start: {title: Insatsen har börjat}
  slut: {title: Insatsen har upphört}
  klar: {title: Planen är klar}
facts:
  regi: {title: Regi, one_of: [egen, enskild, annan]}
  insats: {title: Insats, one_of: [hemtjanst, ledsagning, avlosning, boendestod, korttid, annan]}
  iub: {title: Utan behovsprövning, type: bool}
  timmar: {title: Timmar, type: int}
  dag: {title: Slutdatum, type: date}
  orsak: {title: Orsak, type: text}
states:
  pagar: {title: Insatsen pågår, begins: start, ends: slut}
"""


def catalogue(*rules: str, top: str = "") -> str:
    """A catalogue of rules `{id: a, only_if: {...}, ...}` with the usual trigger, deadline and fulfilling event."""
    usual = {"actor": "utforare", "trigger": "start", "deadline": "{days: 3}", "fulfilled_by": "klar"}
    rows = [
        rule[:-1] + "".join(f", {key}: {value}" for key, value in usual.items() if f"{key}:" not in rule) + "}"
        for rule in rules
    ]
    return HEAD + top + "rules:\n" + "".join(f"  - {row}\n" for row in rows)


def family(*conditions: str, top: str = "") -> str:
    rows = [
        f"{{id: r{number}, family: plan{f', only_if: {only_if}' if only_if else ''}}}"
        for number, only_if in enumerate(conditions)
    ]
    return catalogue(*rows, top=top)


COMPLETE = [
    ("{regi: egen}", "{regi: {not: egen}}"),
    ("{regi: [egen, annan]}", "{regi: enskild}"),
    ("{timmar: {under: 7}}", "{timmar: {at_least: 7}}"),
    ("{timmar: {at_least: 0, under: 7}}", "{timmar: {at_least: 7}}"),
    ("{timmar: 7}", "{timmar: {not: 7}}"),
    ("{dag: {under: 2025-03-01}}", "{dag: {at_least: 2025-03-01}}"),
    ("{dag: {known: true}}", "{dag: {known: false}}"),
    ("{orsak: flytt}", "{orsak: {not: flytt}}"),
    ("{state: {pagar: true}}", "{state: {pagar: false}}"),
    ("{regi: egen, iub: true}", "{regi: egen, iub: false}", "{regi: {not: egen}}"),
    # A state that is only asked for in one way is no case of its own.
    ("{iub: true}", "{iub: false, state: {pagar: true}}"),
    ("{iub: true}", "{iub: false, no_other_in: pagar}"),
    ("{iub: true, state: {pagar: false}}", "{iub: false}"),
    # What stands in each of them is what the family is about.
    ("{iub: false, regi: egen}", "{regi: [enskild, annan], iub: false}"),
    (
        "{iub: true, any: [{regi: egen}, {timmar: {over: 3}}]}",
        "{iub: true, all: [{regi: {not: egen}}, {timmar: {at_most: 3}}]}",
    ),
]


@pytest.mark.parametrize("conditions", COMPLETE, ids=str)
def test_a_family_that_covers_each_case_once(conditions: tuple[str, ...]) -> None:
    assert linted(families.find, family(*conditions)) == []


HOLES = [
    (("{regi: egen}", "{regi: enskild}"), "Regi = annan"),
    (("{insats: hemtjanst}", "{insats: ledsagning}"), "Insats = avlosning, boendestod, korttid eller annan"),
    (("{timmar: {under: 7}}", "{timmar: {over: 7}}"), "Timmar = 7"),
    (("{timmar: {under: 7}}", "{timmar: {over: 9}}"), "Timmar = 7 till 9"),
    (("{timmar: {at_least: 1, under: 7}}", "{timmar: {at_least: 7, at_most: 9}}"), "Timmar = högst 0 eller minst 10"),
    (("{dag: {under: 2025-03-01}}", "{dag: {over: 2025-03-01}}"), "Slutdatum = 2025-03-01"),
    (
        ("{dag: {over: 2025-02-27, under: 2025-03-01}}", "{dag: 2025-03-01}"),
        "Slutdatum = senast 2025-02-27 eller tidigast 2025-03-02",
    ),
    (("{orsak: flytt}", "{orsak: dod}"), "Orsak = något annat än flytt eller dod"),
    (("{regi: egen}", "{regi: {not: egen}, iub: true}"), "Regi = enskild eller annan och Utan behovsprövning = nej"),
    (("{iub: true}", "{iub: {known: false}}"), "Utan behovsprövning = nej"),
    (
        ("{state: {pagar: true}}", "{iub: true, state: {pagar: false}}"),
        "”Insatsen pågår” gäller inte och Utan behovsprövning = nej",
    ),
    (
        ("{regi: egen, iub: true}", "{regi: enskild}"),
        "Regi = annan; Regi = egen och Utan behovsprövning = nej",
    ),
]


@pytest.mark.parametrize(("conditions", "cases"), HOLES, ids=str)
def test_a_hole_is_told_as_a_combination(conditions: tuple[str, ...], cases: str) -> None:
    assert f"RM250 I familjen ”plan” gäller ingen regel för: {cases}." in linted(families.find, family(*conditions))


def test_the_scope_of_the_catalogue_needs_no_rule() -> None:
    scope = "scope: {insats: [hemtjanst, ledsagning], regi: {not: annan}}\n"
    assert linted(families.find, family("{insats: hemtjanst}", "{insats: ledsagning}", top=scope)) == []
    assert linted(families.find, family("{regi: egen}", "{regi: enskild, insats: hemtjanst}", top=scope)) == [
        "RM250 I familjen ”plan” gäller ingen regel för: Insats = ledsagning och Regi = enskild."
    ]


SHARED = [
    (("{regi: [egen, annan]}", "{regi: {not: egen}}"), "Regi = annan"),
    (("{timmar: {at_most: 7}}", "{timmar: {at_least: 7}}"), "Timmar = 7"),
    (("", "{regi: egen}"), "Regi = egen"),
    (("", ""), "alla fall"),
    (
        ("{state: {pagar: true}}", "{iub: true}", "{state: {pagar: false}, iub: false}"),
        "”Insatsen pågår” gäller och Utan behovsprövning = ja",
    ),
]


@pytest.mark.parametrize(("conditions", "cases"), SHARED, ids=str)
def test_a_case_with_two_rules_is_told(conditions: tuple[str, ...], cases: str) -> None:
    said = linted(families.find, family(*conditions))
    assert said == [f"RM251 I familjen ”plan” gäller både ”r0” och ”r1” för: {cases}."]


def test_each_rule_is_told_once_with_the_first_that_shares_a_case_with_it() -> None:
    said = linted(families.find, family("", "", ""))
    assert [one.partition(" för")[0] for one in said] == [
        "RM251 I familjen ”plan” gäller både ”r0” och ”r1”",
        "RM251 I familjen ”plan” gäller både ”r0” och ”r2”",
    ]


def test_rules_with_different_triggers_never_open_together() -> None:
    rules = (
        "{id: a, family: plan}",
        "{id: b, family: plan, trigger: slut}",
        "{id: c, family: plan, trigger: [klar, slut], fulfilled_by: start}",
    )
    assert linted(families.find, catalogue(*rules)) == [
        "RM251 I familjen ”plan” gäller både ”b” och ”c” för: alla fall."
    ]


def test_only_rules_in_force_together_are_a_family() -> None:
    rules = (
        "{id: a, family: plan, only_if: {iub: true}, in_force: {to: 2025-06-30}}",
        "{id: a, family: plan, in_force: {from: 2025-07-01}}",
        "{id: b, family: plan, only_if: {iub: false}, in_force: {to: 2025-03-31}}",
    )
    assert linted(families.find, catalogue(*rules)) == [
        "RM250 I familjen ”plan” gäller ingen regel från 2025-04-01 till 2025-06-30 för: Utan behovsprövning = nej."
    ]


def test_versions_of_one_rule_are_a_family_of_one() -> None:
    rules = ("{id: a, family: plan, in_force: {to: 2025-06-30}}", "{id: a, family: plan, in_force: {from: 2025-07-01}}")
    assert linted(families.find, catalogue(*rules)) == ["RM254 Familjen ”plan” har bara en regel."]


def test_a_family_of_one_that_is_likely_misspelt() -> None:
    rules = (
        "{id: a, family: plan, only_if: {iub: true}}",
        "{id: b, family: plan, only_if: {iub: false}}",
        "{id: c, family: plna}",
    )
    assert linted(families.find, catalogue(*rules)) == ["RM254 Familjen ”plna” har bara en regel. Menade du ”plan”?"]


def test_families_of_two_catalogues_have_nothing_in_common() -> None:
    one, other = family("{iub: true}", "{iub: false}"), family("{regi: egen}", "{regi: {not: egen}}")
    assert linted(families.find, one, other.replace("catalogue: prov", "catalogue: annan")) == []


def test_a_family_that_is_spread_over_two_files() -> None:
    one, other = catalogue("{id: a, family: plan}"), catalogue("{id: b, family: plan}")
    assert linted(families.find, one, other.replace("catalogue: prov", "catalogue: annan")) == [
        "RM254 Familjen ”plan” har bara en regel i den här filen, och kan inte delas med katalogen ”annan”.",
        "RM254 Familjen ”plan” har bara en regel i den här filen, och kan inte delas med katalogen ”prov”.",
    ]


def test_what_is_told_in_both_languages_and_where() -> None:
    text = family("{regi: egen}", "{regi: enskild}")
    (one,) = [one for one in review(read_texts([("prov.yaml", text.encode())])) if one.code == "RM250"]
    assert one.sentence("en") == "In the family 'plan' no rule covers: Regi = annan."
    line, column = one.place.line if one.place else 0, one.place.column if one.place else 0
    assert text.splitlines()[line - 1][column - 1 :].startswith("plan, only_if: {regi: egen}")
    assert [place.line - line for place in one.further] == [1]


# Rules that nobody has called a family.

BETWEEN = [
    (("{timmar: {under: 7}}", "{timmar: {over: 7}}"), "Timmar = 7"),
    (("{timmar: {under: 7}, iub: true}", "{timmar: {over: 7}, iub: true}"), "Timmar = 7"),
    (("{dag: {under: 2025-03-01}}", "{dag: {over: 2025-03-02}}"), "Slutdatum = 2025-03-01 till 2025-03-02"),
    (("{regi: egen}", "{regi: annan}"), "Regi = enskild"),
]
NOT_BETWEEN = [
    # Below the lowest and above the highest nothing may be meant to hold.
    ("{timmar: {over: 3, under: 7}}", "{timmar: {at_least: 7, under: 9}}"),
    # More than one value is left: the rules may be for these two only.
    ("{insats: hemtjanst}", "{insats: ledsagning}"),
    # Other facts tell the rules apart as well.
    ("{timmar: {under: 7}}", "{timmar: {over: 7}, iub: true}"),
    ("{timmar: {under: 7}, regi: egen}", "{timmar: {over: 7}, regi: annan}"),
    ("{regi: egen}", "{regi: {not: annan}}"),
    ("", "{regi: egen}"),
]


def plain(*conditions: str) -> str:
    return family(*conditions).replace(", family: plan", "")


@pytest.mark.parametrize(("conditions", "cases"), BETWEEN, ids=str)
def test_what_lies_between_two_rules_is_told(conditions: tuple[str, ...], cases: str) -> None:
    assert linted(between.find, plain(*conditions)) == [
        f"RM252 Mellan ”r0” och ”r1” finns fall som ingen av dem gäller för: {cases}."
    ]


@pytest.mark.parametrize("conditions", NOT_BETWEEN, ids=str)
def test_what_may_be_meant_is_not_told(conditions: tuple[str, ...]) -> None:
    assert linted(between.find, plain(*conditions)) == []


def test_a_double_is_told() -> None:
    assert linted(doubles.find, plain("", "{regi: egen}")) == [
        "RM253 ”r0” och ”r1” kräver samma sak av samma aktör, och båda gäller för: Regi = egen."
    ]


@pytest.mark.parametrize(
    "other",
    [
        "{id: b, actor: chef}",
        "{id: b, norm: statute}",
        "{id: b, per: case}",
        "{id: b, repeat: {every: {years: 1}, from: fulfilment}}",
        "{id: b, trigger: [start, slut]}",
        "{id: b, fulfilled_by: [klar, slut]}",
        "{id: b, only_if: {iub: false}}",
        "{id: b, in_force: {from: 2026-01-01}}",
        "{id: a, in_force: {from: 2026-01-01}}",
    ],
)
def test_no_double(other: str) -> None:
    assert linted(doubles.find, catalogue("{id: a, only_if: {iub: true}, in_force: {to: 2025-12-31}}", other)) == []


# Laws.


def cover(written: list[Any]) -> tuple[Cover | None, list[Condition]]:
    rules = "".join(
        f"  - {{id: r{number}, actor: u, trigger: start, deadline: none, only_if: {json.dumps(one)}}}\n"
        for number, one in enumerate(written)
    )
    reading = read_texts([("prov.yaml", TEXT + f"actors: {{u: {{}}}}\nrules:\n{rules}".encode())])
    assert not reading.diagnostics
    (catalogue,) = reading.catalogues
    versions = [Version(catalogue, row, rule) for row, rule in enumerate(catalogue.text.rules)]
    return cover_of(versions, names_of(reading.catalogues)["prov"]), [condition(one) for one in written]


def common_lines(written: list[Any], conditions: list[Condition]) -> list[Condition]:
    """The lines that stand alike in all conditions."""
    found: list[Condition] = []
    for key in written[0]:
        if key == "state":
            for state, holds in written[0]["state"].items():
                if all(one.state.get(state) is holds for one in conditions):
                    found.append(condition({"state": {state: holds}}))
        elif all(key in one and condition({key: one[key]}) == condition({key: written[0][key]}) for one in written):
            found.append(condition({key: written[0][key]}))
    return found


def ways_asked(conditions: list[Condition]) -> dict[str, set[bool]]:
    """How each state is asked for, in any of the conditions or in parts of them."""
    found: dict[str, set[bool]] = {}
    for one in conditions:
        inner = ways_asked([*one.any, *one.all])
        for state, ways in [*inner.items(), *((state, {holds}) for state, holds in one.state.items())]:
            found[state] = found.get(state, set()) | ways
    return found


@settings(max_examples=60)
@given(st.lists(WRITTEN, min_size=2, max_size=3))
def test_holes_and_shared_cases_are_those_that_the_engine_finds(written: list[Any]) -> None:
    found, conditions = cover(written)
    nodes = [node_of([one]) for one in conditions]
    shared = common_lines(written, conditions)
    common = node_of(shared) if shared else None
    asked, asks_for_others = ways_asked(conditions), "no_other_in" in json.dumps(written)
    hole = double = False
    for facts, around in combinations(conditions):
        verdicts = [node.judge(facts, around, None) for node in nodes]
        within = common is None or common.judge(facts, around, None) is True
        usual = not (around.others["pagar"] and asks_for_others) and all(
            around.holding[state] in ways for state, ways in asked.items()
        )
        hole = hole or (usual and within and all(verdict is False for verdict in verdicts))
        double = double or (verdicts[0] is True and verdicts[1] is True)
    assert (found is not None and found.holes() is not None) == hole
    assert (found is not None and found.shared(0, 1) is not None) == double
    if double:
        assert found is not None
        assert (0, 1) in [rules[:2] for rules in found.first_shared(lambda before, index: True)]


def test_the_drawn_vocabulary_is_the_one_of_the_brute_force() -> None:
    assert set(NAMES.facts) == {"regi", "iub", "timmar", "dag", "orsak"}


# Rules of the shipped catalogues that divide the cases between them, though nobody has written `family` there.
DIVIDED = [
    ("sol", ("daglig_insats_verkstalld", "ovrig_insats_verkstalld")),
    ("lss", ("startdatum_registrerat", "startdatum_registrerat_enskild", "startdatum_registrerat_utan_system")),
    ("lss", ("uppdrag_skickat", "uppdrag_skickat_enskild", "boendeuppdrag_skickat")),
    ("uppfoljning", ("uppfoljning_vart_tredje_ar", "uppfoljning_tidsbegransat")),
    ("uppfoljning", ("nytt_uppdrag_skickat", "uppfoljning_meddelad")),
]


@pytest.mark.parametrize(("name", "ids"), DIVIDED, ids=str)
def test_shipped_rules_that_divide_the_cases(name: str, ids: tuple[str, ...]) -> None:
    folder = shipped_rules()
    shared = (folder / "gemensamt.yaml").read_text(encoding="utf-8")
    text = (folder / f"{name}.yaml").read_text(encoding="utf-8")
    for one in ids:
        text = text.replace(f"  - id: {one}\n", f"  - id: {one}\n    family: delade\n")
    assert linted(families.find, text, shared) == []
    # Without one of them there is a hole, or a family of one; unless what is left has a line in common.
    lost = {
        said.split()[0]
        for one in ids
        for said in linted(
            families.find, text.replace(f"  - id: {one}\n    family: delade\n", f"  - id: {one}\n"), shared
        )
    }
    assert lost == {"RM250" if len(ids) > 2 else "RM254"}
