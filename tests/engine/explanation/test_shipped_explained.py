"""Explanations by the catalogues that are shipped: each of their rules, for the case that describes the language."""

import json
from datetime import date
from functools import cache

import pytest

from rutinmotor import Case, Engine, load, read_case
from rutinmotor.engine.engine import plan_of
from rutinmotor.engine.explanation.asking import explain
from rutinmotor.workbench.explained import explained_text
from tests.engine.explanation.recounting import recount

AT = date(2025, 11, 13)


@cache
def shipped() -> Engine:
    return load()


def case() -> Case:
    return read_case(
        {
            "case": "2025-0117",
            "facts": {"fodelsedatum": "1941-03-02"},
            "items": {"hemtjanst-1": {"insats": "hemtjanst", "lagrum": "sol", "regi": "egen", "iub": False}},
            "events": [
                {"id": "e1", "type": "beslut_fattat", "at": "2025-09-22", "item": "hemtjanst-1"},
                {
                    "id": "e2",
                    "type": "insats_verkstalld",
                    "at": "2025-10-01T08:30:00+02:00",
                    "item": "hemtjanst-1",
                    "recorded": "2025-10-02",
                },
            ],
        }
    )


def test_the_plan_that_is_overdue() -> None:
    explanation = explain(shipped(), case(), "sol.plan_slutford", AT)
    text = explained_text(explanation, "sv")
    assert text.splitlines()[2] == (
        "Genomförandeplanen är slutförd (sol.plan_slutford) · hemtjanst-1 —"
        " försenat: 1 dag för sent, sista dag onsdag 12 november 2025"
    )
    assert "  Utlöstes av: Insatsen har påbörjats (verkställts) (e2), onsdag 1 oktober 2025 kl. 08.30.\n" in text
    assert "    6 veckor framåt: onsdag 12 november 2025.\n" in text
    assert "    Insats utan behovsprövning ska vara nej: är nej (står på hemtjanst-1 från början) – uppfyllt\n" in text


def test_the_information_that_cannot_be_judged() -> None:
    explanation = explain(shipped(), case(), "sol.valfrihet_information", AT)
    assert [(one.why, [fact.name for fact in one.missing]) for one in explanation.refusals] == [
        ("undetermined", ["lov"])
    ]
    assert "”Insatsen omfattas av valfrihetssystemet (LOV)”" in explained_text(explanation, "sv")


def test_every_rule_that_is_shipped_can_be_explained() -> None:
    engine = shipped()
    rules = {rule.id for rule in plan_of(engine).rules}
    assert len(rules) > 100
    given = 0
    for rule in sorted(rules):
        explanation = explain(engine, case(), rule, AT)
        given += len(explanation.obligations)
        assert all(recount(one) == one.obligation.due for one in explanation.obligations)
        assert explanation.obligations or explanation.refusals or explanation.absent_triggers
        json.dumps(explanation.to_dict())
        for text in (explained_text(explanation, "sv"), explained_text(explanation, "en")):
            assert "None" not in text
            assert explanation.title in text
    assert given == len(engine.evaluate(case(), AT).obligations)


@pytest.mark.parametrize("width", [40, 80, 100])
def test_lines_are_broken_to_a_width(width: int) -> None:
    text = explained_text(explain(shipped(), case(), "sol.plan_slutford", AT), "sv", width)
    assert max(len(line) for line in text.splitlines()) <= width
    assert " ".join(text.split()) == " ".join(
        explained_text(explain(shipped(), case(), "sol.plan_slutford", AT), "sv").split()
    )
