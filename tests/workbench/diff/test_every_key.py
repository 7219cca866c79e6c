"""No key of the rule language is forgotten: each, changed alone, gives a change in words that can be mirrored."""

import pytest

from rutinmotor.language.catalogue.catalogue import (
    CalendarText,
    CatalogueSource,
    CatalogueText,
    EventType,
    Fact,
    NotEncoded,
    State,
    Titled,
)
from rutinmotor.language.catalogue.rule import Rule
from rutinmotor.language.constructs import EndingLine, StateEnd, Trigger
from rutinmotor.language.constructs.conditions import Condition
from rutinmotor.language.constructs.conditions import Test as FactTest
from rutinmotor.language.constructs.durations import Duration, Lead, LongDuration
from rutinmotor.language.constructs.parts import Allow, ExtendedBy, Source, Step
from rutinmotor.language.constructs.times import Deadline, InForce, Repeat
from rutinmotor.workbench.diff.catalogue_changes import DEFAULTS, OWN
from rutinmotor.workbench.diff.rule_changes import WEIGHTS
from rutinmotor.workbench.diff.vocabulary_changes import PARTS
from tests.workbench.diff.mirrors import keyed, mirrored
from tests.workbench.diff.mutations import MUTATIONS, Mutation
from tests.workbench.diff.rulebooks import compared, only, sentences

SHAPES = (
    Rule, Trigger, EndingLine, Duration, Lead, LongDuration, Deadline, InForce, Repeat, ExtendedBy, Step, Source, Allow,
    FactTest, Condition, CatalogueText, CatalogueSource, NotEncoded, Titled, EventType, Fact, State, StateEnd,
    CalendarText,
)  # fmt: skip
# Keys that mean nothing by themselves: which catalogues' words are seen; what is seen through them is compared.
MEANINGLESS = {("CatalogueText", "uses")}


def test_every_field_of_every_shape_is_mutated() -> None:
    fields = {(shape.__name__, name) for shape in SHAPES for name in shape.model_fields}
    assert {(one.shape, one.field) for one in MUTATIONS} | MEANINGLESS == fields


@pytest.mark.parametrize("one", MUTATIONS, ids=lambda one: f"{one.shape}.{one.field}")
def test_a_key_that_is_changed_is_a_change(one: Mutation) -> None:
    comparison = compared(one.old, one.new)
    assert comparison.changes
    for lang in ("sv", "en"):
        for sentence in sentences(comparison, lang):
            assert "{" not in sentence
            assert "None" not in sentence
            assert "  " not in sentence
    back = compared(one.new, one.old)
    assert mirrored(back) == keyed(comparison)


@pytest.mark.parametrize(
    "one",
    [one for one in MUTATIONS if one.shape not in ("CatalogueText",) and one.field not in ("id", "repeat")],
    ids=lambda one: f"{one.shape}.{one.field}",
)
def test_one_key_is_one_change(one: Mutation) -> None:
    change = only(compared(one.old, one.new))
    assert change.kind == "changed"


def test_every_key_of_a_rule_and_a_catalogue_has_a_weight() -> None:
    assert {*WEIGHTS, "id"} == set(Rule.model_fields)
    words = {"actors", "events", "facts", "states", "calendars"}
    elsewhere = {"catalogue", "uses", "urgency", "rules", *words}
    assert {*OWN, *DEFAULTS, *elsewhere} == set(CatalogueText.model_fields)
    assert set(PARTS) == words
    assert {*PARTS["events"]} == set(EventType.model_fields)
    assert {*PARTS["facts"]} == set(Fact.model_fields)
    assert {*PARTS["states"]} == set(State.model_fields)
