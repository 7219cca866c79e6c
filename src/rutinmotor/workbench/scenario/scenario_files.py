"""The bytes of a scenario file in, a Scenario and all that is wrong in its shape out; before any rule has seen it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple, cast

from rutinmotor.ground.diagnostics import Diagnostic, diagnose, in_order, nearest
from rutinmotor.language.case import Case
from rutinmotor.language.casefile import read_placed, shown
from rutinmotor.language.catalogue import as_day
from rutinmotor.text.document import Document, read_document
from rutinmotor.workbench.scenario.keys import (
    CATALOGUE,
    EXPECTED_KEYS,
    LISTED_KEYS,
    RULE,
    SCENARIO_KEYS,
    SYNONYMS,
    WORDS_OF,
)
from rutinmotor.workbench.scenario.verdict import Assertion, Expected, Listed, Row, Scenario, Value


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
    document, faults = read_document(name, data)
    if document is None:
        return ScenarioRead(None, None, faults)
    reader = _Reader(document)
    scenario, title = reader.scenario()
    top = document.data
    is_catalogue = isinstance(top, dict) and "catalogue" in top and "scenario" not in top
    return ScenarioRead(None if reader.faults else scenario, title, in_order(reader.faults), is_catalogue)


@dataclass(slots=True)
class _Reader:
    """One document, and what has been found wrong in it; a part that is wrong is read as None."""

    document: Document
    faults: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def scenario(self) -> tuple[Scenario | None, str | None]:
        """Read the whole file: the scenario (None where a part is missing or wrong), and its title."""
        given = self._mapping(self.document.data, (), SCENARIO_KEYS)
        if given is None:
            return None, None
        self._require(given, (), ("scenario", "rules", "case", "at"))
        title = self._text(given.get("scenario"), ("scenario",)) if "scenario" in given else None
        rules = self._names(given, "rules", "catalogue")
        case = self._case(given["case"]) if "case" in given else None
        at = self._day(given["at"], ("at",)) if "at" in given else None
        known = self._day(given["known"], ("known",)) if "known" in given else None
        assertions = self._assertions(given)
        if not {"expect", "only", "absent", "undetermined"} & given.keys():
            self._fault("RM710", ())
        if title is None or case is None or at is None:
            return None, title
        return Scenario(title, rules, case, at, known, assertions, self.document), title

    def _assertions(self, given: Mapping[str, Any]) -> tuple[Assertion, ...]:
        before = len(self.faults)
        expected = self._expected(given)
        is_sound = len(self.faults) == before
        only = self._listed(given, "only")
        if is_sound:
            claimed = {line.rule for line in expected}
            for one in only:
                if one.rule not in claimed:
                    self._fault("RM717", one.row, rule=one.rule)
        others = (*self._listed(given, "absent"), *self._listed(given, "undetermined"))
        self._no_contradictions((*expected, *others))
        return (*expected, *only, *others)

    def _case(self, value: Any) -> Case | None:
        if not isinstance(value, dict):
            self._wrong_kind("RM703", value, ("case",))
            return None
        read = read_placed(self.document, ("case",), value)
        self.faults += read.diagnostics
        return read.case

    def _expected(self, given: Mapping[str, Any]) -> list[Expected]:
        found: list[Expected] = []
        for row, value in self._rows(given, "expect"):
            line = self._mapping(value, row, EXPECTED_KEYS)
            if line is None:
                continue
            self._require(line, row, ("rule",))
            before = len(self.faults)
            said = {key: self._value(key, line[key], (*row, key)) for key in EXPECTED_KEYS[1:] if key in line}
            rule = self._name(line["rule"], (*row, "rule"), "rule") if "rule" in line else None
            if rule is not None and len(self.faults) == before:
                found.append(Expected(rule, said, row, self.document.place_of(row)))
        return found

    def _value(self, key: str, value: Any, path: Row) -> Value:
        match key:
            case "item":
                return None if value is None else self._text(value, path)
            case "opened":
                return self._day(value, path)
            case "due" | "fulfilled_on" | "ended_on":
                return None if value is None else self._day(value, path)
            case "light" if value is None:
                return None
            case "escalated_to":
                return tuple(name for row, one in self._parts(value, path) if (name := self._text(one, row)))
            case "breaches":
                return tuple(word for row, one in self._parts(value, path) if (word := self._word(key, one, row)))
            case _:
                return self._word(key, value, path)

    def _listed(self, given: Mapping[str, Any], key: Literal["only", "absent", "undetermined"]) -> list[Listed]:
        found: list[Listed] = []
        for row, value in self._rows(given, key):
            one = (
                self._line(value, row, key)
                if isinstance(value, dict) and key != "only"
                else self._bare(value, row, key)
            )
            if one is None:
                continue
            first = next((other for other in found if (other.rule, other.said) == (one.rule, one.said)), one)
            if first is not one:
                self._fault("RM709", row, further=(first.place,), value=one.rule)
            found.append(one)
        return found

    def _bare(self, value: Any, row: Row, key: Literal["only", "absent", "undetermined"]) -> Listed | None:
        rule = self._name(value, row, "rule")
        return None if rule is None else Listed(key, rule, {}, row, self.document.place_of(row))

    def _line(self, value: Any, row: Row, key: Literal["absent", "undetermined"]) -> Listed | None:
        """Read a rule that is listed for one item, or (null) for the case."""
        line = self._mapping(value, row, LISTED_KEYS)
        if line is None:
            return None
        self._require(line, row, LISTED_KEYS)
        before = len(self.faults)
        rule = self._name(line["rule"], (*row, "rule"), "rule") if "rule" in line else None
        item = self._value("item", line.get("item"), (*row, "item"))
        if rule is None or "item" not in line or len(self.faults) > before:
            return None
        return Listed(key, rule, {"item": item}, row, self.document.place_of(row))

    def _names(self, given: Mapping[str, Any], key: str, kind: Literal["rule", "catalogue"]) -> tuple[str, ...]:
        rows = self._rows(given, key)
        return tuple(name for row, value in rows if (name := self._name(value, row, kind)) is not None)

    def _rows(self, given: Mapping[str, Any], key: str) -> list[tuple[Row, Any]]:
        """Give the parts of a list that must have some, each once, with their paths; none if the key is not there."""
        if key not in given:
            return []
        parts = self._parts(given[key], (key,))
        if given[key] == []:
            self._fault("RM708", (key,), key=key)
        return parts

    def _parts(self, value: Any, path: Row) -> list[tuple[Row, Any]]:
        if not isinstance(value, list):
            self._wrong_kind("RM704", value, path)
            return []
        found: list[tuple[Row, Any]] = []
        names: dict[str, int] = {}
        for number, part in enumerate(cast("list[Any]", value)):
            first = names.setdefault(part, number) if isinstance(part, str) else number
            if first == number:
                found.append(((*path, number), part))
            else:
                place = self.document.place_of((*path, first))
                self._fault("RM709", (*path, number), further=(place,), value=shown(part))
        return found

    def _no_contradictions(self, assertions: Iterable[Assertion]) -> None:
        """Say where two lines expect the very same, and where one rule stands under two keys for one item."""
        lines: dict[tuple[str, frozenset[tuple[str, Value]]], Expected] = {}
        of_rule: dict[str, list[Assertion]] = {}
        for one in assertions:
            if isinstance(one, Expected):
                first = lines.setdefault((one.rule, frozenset(one.said.items())), one)
                if first is not one:
                    self._fault("RM715", one.row, further=(first.place,), rule=one.rule)
            before = of_rule.setdefault(one.rule, [])
            other = next((other for other in before if _excludes(one, other)), None)
            if other is not None:
                first, second = _key(other), _key(one)
                self._fault("RM716", one.row, further=(other.place,), rule=one.rule, first=first, second=second)
            before.append(one)

    def _mapping(self, value: Any, path: Row, known: tuple[str, ...]) -> Mapping[str, Any] | None:
        if not isinstance(value, dict):
            self._wrong_kind("RM703", value, path)
            return None
        given = cast("dict[str, Any]", value)
        for key in given:
            if key not in known:
                free = [one for one in known if one not in given]
                near = nearest(key, free, SYNONYMS) or ""
                place = self.document.key_place_of((*path, key))
                self.faults.append(diagnose("RM701", place, key=shown(key), near=near, known=", ".join(known)))
        return given

    def _require(self, given: Mapping[str, Any], path: Row, keys: tuple[str, ...]) -> None:
        """Say which keys are missing, but not of one that stands there under another name."""
        meant = {nearest(key, keys, SYNONYMS) for key in given if key not in (*SCENARIO_KEYS, *EXPECTED_KEYS)}
        for key in keys:
            if key not in given and key not in meant:
                self._fault("RM702", path, key=key)

    def _text(self, value: Any, path: Row) -> str | None:
        if isinstance(value, str) and value.strip():
            return value
        self._wrong_kind("RM705", value, path)
        return None

    def _day(self, value: Any, path: Row) -> date | None:
        if value is None:
            self._wrong_kind("RM706", value, path)
            return None
        try:
            return as_day(value)
        except ValueError:
            self._fault("RM706", path, value=shown(value))
            return None

    def _name(self, value: Any, path: Row, kind: Literal["rule", "catalogue"]) -> str | None:
        text = self._text(value, path)
        if text is None:
            return None
        if (RULE if kind == "rule" else CATALOGUE).fullmatch(text):
            return text
        self._fault("RM713" if kind == "rule" else "RM712", path, value=shown(text))
        return None

    def _word(self, key: str, value: Any, path: Row) -> str | None:
        allowed = WORDS_OF[key]
        if value in allowed:
            return value
        if value is None:
            self._wrong_kind("RM705", value, path)
            return None
        near = nearest(shown(value), allowed, SYNONYMS) or ""
        self._fault("RM711", path, value=shown(value), key=key, near=near, known=", ".join(allowed))
        return None

    def _wrong_kind(self, code: str, value: Any, path: Row) -> None:
        """Say what a value should be; one that is missing is just missing."""
        if value is None and path:
            place = self.document.key_place_of(path)
            self.faults.append(diagnose("RM707", place, key=str(path[-1]) if isinstance(path[-1], str) else ""))
        else:
            self._fault(code, path, value=shown(value))

    def _fault(self, code: str, path: Row, *, further: tuple[Any, ...] = (), **values: str | int) -> None:
        self.faults.append(diagnose(code, self.document.place_of(path), further=further, **values))


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
