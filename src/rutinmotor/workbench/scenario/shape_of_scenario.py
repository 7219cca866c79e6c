"""A scenario as it is written: the shape that its reader fills and its JSON Schema shows; declarations only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Final, TypeAlias

from rutinmotor.engine.evaluation import STATUSES
from rutinmotor.language.catalogue import ISO_DAY, as_day
from rutinmotor.language.shapes import (
    ID_PATTERN,
    RULE_PATTERN,
    Read,
    Rows,
    Shape,
    a_text,
    fault,
    is_id,
    is_rule,
    key,
    one_of,
)

LIGHTS: Final = ("green", "yellow", "red")
BREACHES: Final = ("too_early", "backdated", "bad_extension", "not_done_ahead")
# An embedded schema with a name of its own keeps its references to itself.
CASE_ID: Final = "urn:rutinmotor:case"


def _a_rule(value: Any) -> str:
    if not is_rule(a_text(value)):
        raise fault("RM110", value=value, full="sol.plan_slutford")
    return value


def _a_catalogue(value: Any) -> str:
    if not is_id(a_text(value)):
        raise fault("RM110", value=value, catalogue="sol")
    return value


def _an_item(value: Any) -> str | None:
    return None if value is None else a_text(value)


def _a_case(value: Any) -> Mapping[str, Any]:
    # The room of cases reads it, with the words of those who write them.
    if not isinstance(value, dict):
        raise fault("RM107")
    return value  # pyright: ignore[reportUnknownVariableType]  # of whatever the author wrote


def _rule_or_line(value: Any) -> ListedText | str:
    return ListedText.model_validate(value) if isinstance(value, dict) else _a_rule(value)


_RULE_SCHEMA: Final = {"type": "string", "pattern": RULE_PATTERN}
_Rule: TypeAlias = Annotated[str, Read(_a_rule, _RULE_SCHEMA)]
_Catalogue: TypeAlias = Annotated[str, Read(_a_catalogue, {"type": "string", "pattern": ID_PATTERN})]
_Actor: TypeAlias = Annotated[str, Read(a_text, {"type": "string", "pattern": ID_PATTERN})]
_Title: TypeAlias = Annotated[str, Read(a_text, {"type": "string", "pattern": r"\S"})]
_Item: TypeAlias = Annotated[str | None, Read(_an_item, {"type": ["string", "null"]})]
_Day: TypeAlias = Annotated[date, Read(as_day, {"type": "string", "format": "date", "pattern": ISO_DAY})]
_Status: TypeAlias = Annotated[str, one_of(STATUSES)]
_Light: TypeAlias = Annotated[str, one_of(LIGHTS)]
_Breach: TypeAlias = Annotated[str, one_of(BREACHES)]
_Case: TypeAlias = Annotated[Mapping[str, Any], Read(_a_case, {"$ref": CASE_ID})]

_RULE_SAYS: Final = "Regelns fullständiga namn, till exempel sol.plan_slutford."
_ITEM_SAYS: Final = "Delen av ärendet, eller null för hela ärendet."


class ExpectedText(Shape):
    """One obligation that is expected; what is not written is not compared."""

    rule: _Rule = key(_RULE_SAYS)
    item: _Item = key(_ITEM_SAYS, default=None)
    opened: _Day = key("Dagen då kravet uppstod.", default=None)
    status: _Status = key("Hur det står till med kravet.", default=None)
    light: _Light | None = key("Ljuset, eller null när kravet inte är öppet.", default=None)
    due: _Day | None = key("Sista dagen, eller null om det inte finns någon.", default=None)
    fulfilled_on: _Day | None = key("Dagen då det gjordes, eller null om det inte är gjort.", default=None)
    ended_on: _Day | None = key("Dagen då kravet föll bort, eller null om det inte har gjort det.", default=None)
    escalated_to: Annotated[tuple[_Actor, ...], Rows(apart=True)] = key(
        "Alla som det har förts vidare till hittills; en tom lista om ingen.", default=()
    )
    breaches: Annotated[tuple[_Breach, ...], Rows(apart=True)] = key(
        "Alla slags avvikelser från regeln; en tom lista om inga.", default=()
    )


class ListedText(Shape):
    """A rule that is listed for one item of the case, or (null) for the case itself."""

    rule: _Rule = key(_RULE_SAYS)
    item: _Item = key(_ITEM_SAYS)


_RuleOrLine: TypeAlias = Annotated[
    ListedText | str, Read(_rule_or_line, {"anyOf": [_RULE_SCHEMA, {"$ref": "#/$defs/listed"}]})
]


class ScenarioText(Shape):
    """A whole scenario."""

    scenario: _Title = key("Vad exemplet visar, i en mening.")
    rules: Annotated[tuple[_Catalogue, ...], Rows(1, apart=True)] = key(
        "Katalogerna som reglerna tas från; de som de i sin tur använder följer med."
    )
    case: _Case = key("Ärendet, i samma form som i en ärendefil.")
    at: _Day = key("Dagen som ärendet bedöms.")
    known: _Day = key("Bara det som hade registrerats senast den här dagen räknas.", default=None)
    expect: Annotated[tuple[ExpectedText, ...], Rows(1)] = key(
        "Krav som ska finnas i svaret, en rad för varje krav.", default=()
    )
    only: Annotated[tuple[_Rule, ...], Rows(1, apart=True)] = key(
        "Regler som inte ska ha gett något annat än det som står under `expect`.", default=()
    )
    absent: Annotated[tuple[_RuleOrLine, ...], Rows(1, apart=True)] = key(
        "Regler som varken ska ha gett något krav eller lämnas obedömda.", default=()
    )
    undetermined: Annotated[tuple[_RuleOrLine, ...], Rows(1, apart=True)] = key(
        "Regler som inte ska kunna bedömas, för att uppgifter saknas.", default=()
    )


SCENARIO_KEYS: Final = tuple(ScenarioText.model_fields)
