"""The bytes of a scenario file in, a Scenario and all that is wrong in its shape out; before any rule has seen it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, cast

from rutinmotor.ground.diagnostics import Diagnostic, in_order
from rutinmotor.language.casefile import CaseRead, read_placed
from rutinmotor.language.shapes import Fault, Guesses, ShapeFaults, but_misnamed, read_as, shown, spots_in, told
from rutinmotor.text.document import Document, read_document
from rutinmotor.workbench.scenario.shape_of_scenario import ExpectedText, ScenarioText
from rutinmotor.workbench.scenario.synonyms import SYNONYMS
from rutinmotor.workbench.scenario.verdict import Assertion, Expected, Listed, Row, Scenario, Value

_Key = Literal["only", "absent", "undetermined"]


class ScenarioRead(NamedTuple):
    """A file as a scenario: None where anything is wrong, and what; its title also where only the rest is wrong.

    `is_catalogue`: the file is a rule file, and no scenario at all.
    """

    scenario: Scenario | None
    title: str | None
    diagnostics: tuple[Diagnostic, ...]
    is_catalogue: bool = False


def read_scenario(name: str, data: bytes) -> ScenarioRead:
    """Read one YAML text of one scenario; the diagnostics are all that one reading can find, sorted by place."""
    document, found = read_document(name, data)
    if document is None:
        return ScenarioRead(None, None, found)
    given: Mapping[str, Any] = document.data if isinstance(document.data, dict) else {}
    text, faults = _shaped(document)
    case = _case(document, given)
    assertions = tuple(_assertions(document, given, faults))
    faults += _together(given, assertions, faults)
    diagnostics = in_order((*told(faults, spots_in(document)), *case.diagnostics))
    title = given.get("scenario")
    title = title if isinstance(title, str) and title.strip() else None
    is_catalogue = "catalogue" in given and "scenario" not in given
    if text is None or case.case is None or diagnostics:
        return ScenarioRead(None, title, diagnostics, is_catalogue)
    scenario = Scenario(text.scenario, text.rules, case.case, text.at, text.known, assertions, document)
    return ScenarioRead(scenario, title, (), is_catalogue)


def _shaped(document: Document) -> tuple[ScenarioText | None, list[Fault]]:
    try:
        return read_as(ScenarioText, document.data), []
    except ShapeFaults as refused:
        return None, but_misnamed(refused.faults(Guesses(SYNONYMS)))


def _case(document: Document, given: Mapping[str, Any]) -> CaseRead:
    case = given.get("case")
    return read_placed(document, ("case",), case) if isinstance(case, dict) else CaseRead(None, None)


def _assertions(document: Document, given: Mapping[str, Any], faults: Sequence[Fault]) -> Iterator[Assertion]:
    """Give the lines that are sound, of which more can be said: one line with faults does not hide the next."""
    for row, value in _sound(given, "expect", faults):
        line = read_as(ExpectedText, value)
        said: dict[str, Value] = {
            name: getattr(line, name)
            for name in ExpectedText.model_fields
            if name in line.model_fields_set and name != "rule"
        }
        yield Expected(line.rule, said, row, document.place_of(row))
    keys: tuple[_Key, ...] = ("only", "absent", "undetermined")
    for key in keys:
        for row, value in _sound(given, key, faults):
            place = document.place_of(row)
            if isinstance(value, dict):
                line = cast("dict[str, Any]", value)
                yield Listed(key, line["rule"], {"item": line["item"]}, row, place)
            else:
                yield Listed(key, value, {}, row, place)


def _sound(given: Mapping[str, Any], key: str, faults: Sequence[Fault]) -> Iterator[tuple[Row, Any]]:
    rows: Any = given.get(key)
    wrong = {one.path[:2] for one in faults}
    for number, value in enumerate(cast("list[Any]", rows) if isinstance(rows, list) else []):
        if (key, number) not in wrong:
            yield (key, number), value


def _together(given: Mapping[str, Any], assertions: Sequence[Assertion], faults: Sequence[Fault]) -> list[Fault]:
    """Say what is wrong between lines: none, one listed twice, a rule under two keys, `only` without `expect`."""
    found: list[Fault] = []
    if given and not {"expect", "only", "absent", "undetermined"} & given.keys():
        found.append(Fault("RM710", ()))
    if not any(one.path[:1] == ("expect",) for one in faults):
        claimed = {one.rule for one in assertions if isinstance(one, Expected)}
        only = (one for one in assertions if isinstance(one, Listed) and one.key == "only")
        found += (Fault("RM717", one.row, {"rule": one.rule}) for one in only if one.rule not in claimed)
    return [*found, *_listed_twice(assertions), *_contradictions(assertions)]


def _listed_twice(assertions: Iterable[Assertion]) -> Iterator[Fault]:
    firsts: dict[tuple[str, str, tuple[tuple[str, Value], ...]], Row] = {}
    for one in assertions:
        if isinstance(one, Listed):
            first = firsts.setdefault((one.key, one.rule, tuple(one.said.items())), one.row)
            if first != one.row:
                yield Fault("RM115", one.row, {"value": shown(one.rule)}, first=first)


def _contradictions(assertions: Iterable[Assertion]) -> Iterator[Fault]:
    """Say where one rule stands under two keys for one item."""
    of_rule: dict[str, list[Assertion]] = {}
    for one in assertions:
        if isinstance(one, Listed) and one.key == "only":
            continue
        before = of_rule.setdefault(one.rule, [])
        other = next((other for other in before if _excludes(one, other)), None)
        if other is not None:
            values = {"rule": one.rule, "first": _key(other), "second": _key(one)}
            yield Fault("RM716", one.row, values, first=other.row)
        before.append(one)


def _key(one: Assertion) -> str:
    return one.key if isinstance(one, Listed) else "expect"


def _excludes(one: Assertion, other: Assertion) -> bool:
    """Say whether two lines of one rule cannot stand together; what is listed without an item is about all of them."""
    if _key(one) == _key(other):
        return False
    items = [line.said["item"] for line in (one, other) if "item" in line.said]
    if len(items) == 2:
        return items[0] == items[1]
    return any(isinstance(line, Listed) and "item" not in line.said for line in (one, other))
