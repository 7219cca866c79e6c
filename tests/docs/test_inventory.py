"""The inventory of duties against the catalogues: nothing missing, nothing twice, each link to a rule that is there."""

import re
from collections import Counter
from pathlib import Path

import pytest
from making.inventory import catalogues_by_duty, duties_in, rules_by_duty

import rutinmotor

ROOT = Path(__file__).parents[2]

PAGE = (ROOT / "docs" / "inventarium.md").read_text(encoding="utf-8")
DUTIES = {"L": 40, "S": 77, "B": 21, "U": 21, "D": 20}
CATALOGUES = {"L": "lss", "S": "sol", "B": "bistand_hv", "U": "uppfoljning", "D": "boendestod"}
# The register that the inventory was made from, where it lies beside a checkout.
REGISTER = ROOT.parent / "shared" / "routines" / "inventory.md"


def test_the_page_has_every_duty_once_and_in_order() -> None:
    wanted = [f"{letter}{number:02}" for letter, most in DUTIES.items() for number in range(1, most + 1)]
    assert duties_in(PAGE) == wanted
    assert f"{len(wanted)} duties" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"{len(wanted)} krav" in (ROOT / "docs" / "handbok.md").read_text(encoding="utf-8")


def test_page_and_catalogues_name_the_same_duties() -> None:
    assert sorted(duties_in(PAGE)) == sorted(rules_by_duty())


def test_each_duty_is_in_one_catalogue_and_that_of_its_document() -> None:
    assert {duty: (CATALOGUES[duty[0]],) for duty in duties_in(PAGE)} == {
        duty: tuple(name.split(" ")[0] for name in names) for duty, names in catalogues_by_duty().items()
    }


def test_each_rule_of_a_document_names_a_duty() -> None:
    for catalogue in rutinmotor.load().catalogues:
        for rule in catalogue.text.rules:
            assert rule.source is not None, rule.id
            assert rule.source.duties, rule.id
            assert len(set(rule.source.duties)) == len(rule.source.duties), rule.id


def test_each_rule_is_linked_from_its_row() -> None:
    linked = Counter(re.findall(r"\[([a-z_]+\.[a-z_0-9]+)\]\(\.\./rules/([a-z_]+)\.yaml\)", PAGE))
    wanted = Counter(
        (f"{catalogue.id}.{rule.id}", catalogue.id)
        for catalogue in rutinmotor.load().catalogues
        for rule in catalogue.text.rules
        for _ in (rule.source.duties if rule.source else ())
    )
    assert linked == wanted


def test_no_rule_escalates_as_the_page_says() -> None:
    steps = [rule.id for one in rutinmotor.load().catalogues for rule in one.text.rules if rule.escalation]
    assert steps == []


@pytest.mark.skipif(not REGISTER.is_file(), reason="the register is not beside this checkout")
def test_the_page_has_the_registers_duties() -> None:
    listed = re.findall(r"^\| ([A-Z]\d\d) \|", REGISTER.read_text(encoding="utf-8"), re.MULTILINE)
    assert duties_in(PAGE) == listed
    # What the register marks as open is marked as a reading here.
    open_in_register = set(re.findall(r"^\| ([A-Z]\d\d) \|.*\(\?", REGISTER.read_text(encoding="utf-8"), re.MULTILINE))
    read_here = set(re.findall(r"^\| ([A-Z]\d\d) \|.*\*\(tolkas", PAGE, re.MULTILINE))
    assert sorted(open_in_register ^ read_here) == []
