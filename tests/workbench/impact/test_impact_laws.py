"""Laws of the impact on drawn rules and cases: the same rules change nothing, and old rules give way on their day."""

import json
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from hypothesis import given, note, settings
from hypothesis import strategies as st

from rutinmotor import read_case
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from rutinmotor.language.catalogue.reading import Catalogue
from rutinmotor.workbench.impact.asking import Unjudged, asked
from rutinmotor.workbench.impact.changes import ASPECTS, CaseImpact
from rutinmotor.workbench.impact.pairing import paired
from rutinmotor.workbench.impact.reasons import reasons_of
from rutinmotor.workbench.impact.reasons_text import reasons_told
from tests.drawing import EVERY_CHECK
from tests.engine.second.drawing import ANCHORS, Draw, catalogues_at, describe, questions
from tests.parsed import is_list

Mapping = dict[str, Any]
Question = tuple[list[Mapping], Mapping, date, date | None]
drawn = settings(max_examples=60, suppress_health_check=EVERY_CHECK)


@lru_cache(maxsize=32)
def catalogues_of(texts: tuple[tuple[str, str], ...]) -> tuple[Catalogue, ...]:
    return engine_from_texts(dict(texts)).catalogues


def read(catalogues: list[Mapping]) -> tuple[Catalogue, ...]:
    return catalogues_of(tuple((f"{one['catalogue']}.yaml", json.dumps(one, ensure_ascii=False)) for one in catalogues))


def impact(old: list[Mapping], question: Question, since: date | None = None) -> CaseImpact | None:
    """What the question's own rules change for its case; None where it cannot be judged."""
    new, case, at, known = question
    note(f"from {since}\nold:\n{describe(old, case, at, known)}\nnew:\n{describe(*question)}")
    try:
        return asked(read(old), read(new), at, known, since, "list").of(read_case(case))
    except Unjudged:
        return None


def days_about(question: Question) -> st.SearchStrategy[date]:
    at = question[2]
    return st.integers(-60, 5).map(lambda days: at + timedelta(days=days))


@st.composite
def two_rule_sets(draw: Draw) -> tuple[list[Mapping], Question]:
    """Old rules, and a question with new ones that were drawn without regard to them."""
    question = draw(questions())
    return draw(catalogues_at(draw(st.sampled_from(ANCHORS)))), question


@drawn
@given(questions())
def test_the_same_rules_change_nothing(question: Question) -> None:
    assert not impact(question[0], question)


@drawn
@given(questions(), st.data())
def test_the_same_rules_in_other_words_take_over_without_a_trace(question: Question, data: st.DataObject) -> None:
    """Every rule, state and calendar is written otherwise and means the same: all is split, and nothing changes."""
    old = [reworded(one) for one in question[0]]
    assert not impact(old, question)
    assert not impact(old, question, data.draw(days_about(question)))


def reworded(catalogue: Mapping) -> Mapping:
    found = dict(catalogue)
    found["rules"] = [one | {"help": "Med andra ord."} for one in catalogue.get("rules", ())]
    if "events" in catalogue:
        found["events"] = catalogue["events"] | {"aldrig": {"title": "Händer aldrig"}}
        found["states"] = {
            name: one | {"begins": [*as_list(one["begins"]), "aldrig"]} for name, one in catalogue["states"].items()
        }
        found["calendars"] = {
            name: one | {"extra_free": [*one.get("extra_free", ()), "1953-01-02"]}
            for name, one in catalogue["calendars"].items()
        }
    return found


def as_list(value: Any) -> list[Any]:
    return value if is_list(value) else [value]


@drawn
@given(two_rule_sets())
def test_new_rules_of_a_later_day_change_nothing(drawn: tuple[list[Mapping], Question]) -> None:
    old, question = drawn
    assert not impact(old, question, date(9999, 1, 1))


@drawn
@given(two_rule_sets())
def test_new_rules_of_an_early_day_hold_as_if_they_always_had(drawn: tuple[list[Mapping], Question]) -> None:
    old, question = drawn
    assert impact(old, question, date(1900, 1, 1)) == impact(old, question)


@drawn
@given(two_rule_sets(), st.data())
def test_until_the_day_the_old_rules_answer_alone(drawn: tuple[list[Mapping], Question], data: st.DataObject) -> None:
    old, question = drawn
    since = data.draw(days_about(question))
    assert not impact(old, (*question[:2], since - timedelta(days=1), question[3]), since)


@drawn
@given(two_rule_sets(), st.data())
def test_what_is_triggered_by_an_event_has_the_rules_of_its_day(
    drawn: tuple[list[Mapping], Question], data: st.DataObject
) -> None:
    """The version that governs is told by its title: all old ones have one, all new ones another."""
    old, question = drawn
    since = data.draw(days_about(question))
    before, after = read(titled(old, "gammal")), read(titled(question[0], "ny"))
    engine = asked(before, after, question[2], question[3], since, "list").new
    try:
        answer = engine.evaluate(read_case(question[1]), question[2], question[3], "list")
    except CaseError:
        return
    for one in answer.obligations:
        assert one.title == ("ny" if one.trigger.day >= since else "gammal")


def titled(catalogues: list[Mapping], title: str) -> list[Mapping]:
    return [
        one | {"rules": [rule | {"title": title} for rule in one["rules"]]} if "rules" in one else one
        for one in catalogues
    ]


@drawn
@given(two_rule_sets())
def test_what_appears_one_way_vanishes_the_other(drawn: tuple[list[Mapping], Question]) -> None:
    old, question = drawn
    there = impact(old, question)
    back = impact(question[0], (old, *question[1:]))
    assert (there is None) == (back is None)
    if there is None or back is None:
        return
    opposite = {(one.kind, one.rule, one.item) for one in back.changes if one.kind in ("appeared", "vanished")}
    turned = {"appeared": "vanished", "vanished": "appeared"}
    assert {(turned[one.kind], one.rule, one.item) for one in there.changes if one.kind in turned} == opposite
    assert len(there.changes) == len(back.changes)
    assert len(there.gaps) == len(back.gaps)


@drawn
@given(two_rule_sets(), st.data())
def test_every_change_can_be_told_and_only_in_the_words_of_the_rules(
    drawn: tuple[list[Mapping], Question], data: st.DataObject
) -> None:
    old, (new, case, at, known) = drawn
    since = data.draw(st.none() | days_about(drawn[1]))
    question = asked(read(old), read(new), at, known, since, "list")
    one_case = read_case(case)
    try:
        found = question.of(one_case)
    except Unjudged:
        return
    reasons = reasons_of(question, one_case, found)
    assert len(reasons) == len(found.changes)
    for change, why in zip(found.changes, reasons, strict=True):
        told = [reasons_told(change, why, lang) for lang in ("sv", "en")]
        assert len(told[0]) == len(told[1])
        # Without a pair something must be said; of a duty that moved, what moved it.
        assert all(told) or (change.old and change.new)
        assert not [line for lines in told for line in lines if "@" in line]


@drawn
@given(two_rule_sets())
def test_what_plainly_stands_as_it_did_differs_in_nothing(drawn: tuple[list[Mapping], Question]) -> None:
    old, (new, case, at, known) = drawn
    note(describe(new, case, at, known))
    sides = asked(read(old), read(new), at, known, None, "list")
    one_case = read_case(case)
    try:
        answers = [engine.evaluate(one_case, at, known, "list") for engine in (sides.old, sides.old, sides.new)]
    except CaseError:
        return
    for other in answers[1:]:
        for one, two in paired(answers[0].obligations, other.obligations, {}):
            if one is not None and two is not None:
                alike = all(getattr(one, aspect) == getattr(two, aspect) for aspect in ASPECTS)
                assert alike >= one.plainly_as(two)
