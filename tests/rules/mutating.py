"""The shipped rules in, each broken in one detail at a time, and the scenarios that notice it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, NamedTuple

from pydantic import ValidationError

from rutinmotor.engine.engine import Engine
from rutinmotor.language.catalogue.names import by_name, used_by
from rutinmotor.language.catalogue.reading import Catalogue
from rutinmotor.language.catalogue.rule import Rule
from rutinmotor.language.loading import load_catalogues
from rutinmotor.language.shapes import Path
from rutinmotor.text.document import Plain
from rutinmotor.text.sources import TESTS_FOLDER, rule_files, scenario_files, shipped_rules
from rutinmotor.workbench.scenario.running import try_scenario
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from rutinmotor.workbench.scenario.verdict import Scenario

# Keys that may go without making the rule another kind of rule.
_LOOSE = (
    "only_if",
    "fulfilled_by",
    "ends_with",
    "counts_from",
    "on_repeat",
    "per",
    "not_before",
    "counts_within",
    "backdating",
    "paused_while",
    "extended_by",
    "repeat",
    "warn",
)
_TIMES = ("trigger", "deadline", "repeat", "not_before", "counts_within", "extended_by", "escalation", "warn")


class Mutant(NamedTuple):
    """One rule of a catalogue with one detail broken, and what was done to it; `name` is the same in every run."""

    catalogue: str
    row: int
    rule: str
    name: str
    text: Rule


@dataclass(slots=True)
class Bench:
    """The shipped catalogues, and their scenarios, also by the rules that they are about."""

    catalogues: dict[str, Catalogue]
    scenarios: list[Scenario]
    naming: dict[str, list[Scenario]] = field(default_factory=dict[str, list[Scenario]])

    def __post_init__(self) -> None:
        """Find the scenarios about each rule."""
        for one in self.scenarios:
            for rule in {line.rule for line in one.assertions}:
                self.naming.setdefault(rule, []).append(one)

    def noticed_by(self, mutant: Mutant) -> Scenario | None:
        """Give a scenario that fails with the mutant in place of its rule; those about the rule are tried first."""
        broken = self._with(mutant)
        engines: dict[frozenset[str], Engine] = {}
        first = self.naming.get(mutant.rule, [])
        known = {id(one) for one in first}
        for one in (*first, *(other for other in self.scenarios if id(other) not in known)):
            wanted = frozenset(one.rules)
            used = {part.id: part for name in one.rules for part in used_by(broken[name], broken)}
            if mutant.catalogue not in used:
                continue
            if wanted not in engines:
                engines[wanted] = Engine([part for part in broken.values() if part.id in used])
            if not try_scenario(one, engines[wanted]).holds:
                return one
        return None

    def _with(self, mutant: Mutant) -> dict[str, Catalogue]:
        whole = self.catalogues[mutant.catalogue]
        rules = list(whole.text.rules)
        rules[mutant.row] = mutant.text
        text = whole.text.model_copy(update={"rules": tuple(rules)})
        return {**self.catalogues, whole.id: replace(whole, text=text)}


@cache
def bench() -> Bench:
    """Read what is shipped."""
    folder = shipped_rules()
    reading = load_catalogues(rule_files(folder)[0])
    files = scenario_files(folder / TESTS_FOLDER)[0]
    read = [read_scenario(str(path), path.read_bytes()).scenario for path in files]
    return Bench(dict(by_name(reading.catalogues)), [one for one in read if one is not None])


def mutants() -> Iterator[Mutant]:
    """Break every shipped rule in one detail at a time; what is no rule any more is left out."""
    for catalogue in bench().catalogues.values():
        for row, rule in enumerate(catalogue.text.rules):
            full_id = f"{catalogue.id}.{rule.id}"
            names: dict[str, int] = {}
            for done, text in broken(at(catalogue.document.data, ("rules", row))):
                names[done] = names.get(done, 0) + 1
                try:
                    changed = Rule.model_validate(text)
                except ValidationError:
                    continue
                if changed != rule:
                    yield Mutant(catalogue.id, row, full_id, f"{full_id}: {done}", changed)


def broken(rule: Mapping[str, Plain]) -> Iterator[tuple[str, dict[str, Plain]]]:
    """Give each way to break a rule as it is written: what is done, in words, and the rule then."""
    for key in _LOOSE:
        if key in rule:
            yield f"without {key}", _without(rule, (key,))
    for path in _parts(rule):
        yield f"without {_named(rule, path)}", _without(rule, path)
    for key in _TIMES:
        for path, number in _numbers(rule.get(key), (key,)):
            for step in (-1, 1):
                if number + step >= 0:
                    yield f"{_named(rule, path)} {number + step}", _with(rule, path, number + step)
    yield from _other_times(rule)
    if "per" in rule:
        other = "case" if rule["per"] == "item" else "item"
        yield f"per {other}", _with(rule, ("per",), other)


def _other_times(rule: Mapping[str, Plain]) -> Iterator[tuple[str, dict[str, Plain]]]:
    deadline = rule.get("deadline")
    if deadline == "none":
        yield "30 days in place of none", _with(rule, ("deadline",), {"days": 30})
    elif deadline == "continuous":
        yield "none in place of continuous", _with(rule, ("deadline",), "none")
    elif isinstance(deadline, dict):
        yield "none in place of a deadline", _with(rule, ("deadline",), "none")
        if "at_latest" in deadline:
            yield "without at_latest", _without(rule, ("deadline", "at_latest"))
        elif "urgency" in deadline:
            yield "30 days in place of an urgency", _with(rule, ("deadline",), {"days": 30})
        if "working_days" in deadline:
            yield "days in place of working days", _with(rule, ("deadline",), {"days": deadline["working_days"]})


def _parts(rule: Mapping[str, Plain]) -> Iterator[Path]:
    """Give the paths of all that could be left out of a list or a condition."""
    for key in ("trigger", "fulfilled_by", "ends_with", "escalation"):
        value = rule.get(key)
        if isinstance(value, list) and len(value) > 1:
            yield from ((key, number) for number in range(len(value)))
    for trigger, path in _each(rule.get("trigger"), ("trigger",)):
        if isinstance(trigger, dict):
            yield from ((*path, key) for key in ("plus", "minus", "longer_than") if key in trigger)
    yield from _conditions(rule.get("only_if"), ("only_if",))


def _each(value: Plain, path: Path) -> Iterator[tuple[Plain, Path]]:
    if isinstance(value, list):
        yield from ((part, (*path, number)) for number, part in enumerate(value))
    else:
        yield value, path


def _conditions(condition: Plain, path: Path) -> Iterator[Path]:
    if not isinstance(condition, dict):
        return
    for key, value in condition.items():
        whole = (*path, key)
        if len(condition) > 1:
            yield whole
        if key in ("any", "all") and isinstance(value, list):
            for number, part in enumerate(value):
                if len(value) > 1:
                    yield (*whole, number)
                yield from _conditions(part, (*whole, number))
        elif isinstance(value, list):
            yield from ((*whole, number) for number in range(len(value)) if len(value) > 1)
        elif isinstance(value, dict):
            yield from ((*whole, name) for name in value if len(value) > 1)


def _numbers(value: Plain, path: Path) -> Iterator[tuple[Path, int]]:
    if isinstance(value, int) and not isinstance(value, bool):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _numbers(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _numbers(part, (*path, number))


def _named(rule: Mapping[str, Plain], path: Path) -> str:
    """Name a place in a rule: its keys, and what stands in a list rather than its number."""
    words: list[str] = []
    for depth, key in enumerate(path, 1):
        here = at(rule, path[:depth])
        words.append(str(here if isinstance(key, int) and isinstance(here, str) else key))
    return ".".join(words)


def _without(rule: Mapping[str, Plain], path: Path) -> dict[str, Plain]:
    changed = deepcopy(dict(rule))
    del at(changed, path[:-1])[path[-1]]
    return changed


def _with(rule: Mapping[str, Plain], path: Path, value: Plain) -> dict[str, Plain]:
    changed = deepcopy(dict(rule))
    at(changed, path[:-1])[path[-1]] = value
    return changed


def at(written: Any, path: Path) -> Any:
    """Give what stands at a path: what it is, whoever asks knows."""
    for key in path:
        written = written[key]
    return written
