"""Old rules, new rules and a day in, one rule set out in which the new take over from the old on that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from rutinmotor.language.catalogue import (
    CalendarText,
    Catalogue,
    CatalogueText,
    Fact,
    InForce,
    Names,
    Rule,
    State,
    names_of,
)
from rutinmotor.workbench.impact.rewriting import Renamed, rewritten
from rutinmotor.workbench.impact.settling import Shared, settled, shared_by
from rutinmotor.workbench.impact.shared_vocabulary import events_of, facts_of, joined

Texts = Mapping[str, CatalogueText]


class Inseparable(Exception):
    """Rule sets that cannot hold one after the other: `what` is `fact`, `event` or `timezone`, `name` which of them."""

    def __init__(self, what: str, name: str) -> None:
        super().__init__(f"{what} {name}")
        self.what = what
        self.name = name


def succeeding(old: Sequence[Catalogue], new: Sequence[Catalogue], day: date) -> tuple[Catalogue, ...]:
    """Make the catalogues in which `old` governs what is triggered before `day`, and `new` what is from then on.

    Both stand as versions of one rule (semantics 3.5), each within its own days in force. A state or a calendar that
    has changed keeps both its meanings, each for its own rules. What a catalogue says of all its rules (scope, warning,
    urgency words, days in force) goes into those rules, where old and new differ.

    Raises:
        Inseparable: a fact that has become one of another kind, an event that takes away other facts, or another time
            zone; a case has only one of each.
    """
    _require_separable(old, new)
    if day == date.min:
        return tuple(new)
    old_names, new_names = names_of(old), names_of(new)
    renamed = Renamed(_changed_states(old, new), _changed_calendars(old_names, new_names))
    before, after = _texts(old_names, renamed), _texts(new_names, Renamed())
    newest = {one.id: one for one in (*old, *new)}
    return tuple(
        Catalogue(_together(before.get(name), after.get(name), day), one.document, one.digest)
        for name, one in newest.items()
    )


def _require_separable(old: Sequence[Catalogue], new: Sequence[Catalogue]) -> None:
    zones = [*dict.fromkeys(one.text.timezone for one in (*old, *new))]
    if len(zones) > 1:
        raise Inseparable("timezone", zones[-1])
    known = facts_of(old)
    for name, fact in facts_of(new).items():
        if name in known and _meant(known[name]) != _meant(fact):
            raise Inseparable("fact", name)
    types = events_of(old)
    for name, event in events_of(new).items():
        if name in types and set(types[name].resets) != set(event.resets):
            raise Inseparable("event", name)


def _meant(fact: Fact) -> tuple[object, ...]:
    return fact.kind, fact.of, fact.only_forward


def _changed_states(old: Sequence[Catalogue], new: Sequence[Catalogue]) -> frozenset[str]:
    known = _states(new)
    return frozenset(name for name, state in _states(old).items() if name in known and not _alike(state, known[name]))


def _states(catalogues: Iterable[Catalogue]) -> dict[str, State]:
    return {name: state for one in catalogues for name, state in one.text.states.items()}


def _alike(one: State, other: State) -> bool:
    return (set(one.begins), set(one.ends)) == (set(other.begins), set(other.ends))


def _changed_calendars(old: Mapping[str, Names], new: Mapping[str, Names]) -> frozenset[str]:
    """Name the calendars that some catalogue finds otherwise under the new rules."""
    return frozenset(
        name
        for catalogue in old.keys() & new.keys()
        for name in old[catalogue].calendars.keys() & new[catalogue].calendars.keys()
        if _days(old[catalogue].calendars[name].text) != _days(new[catalogue].calendars[name].text)
    )


def _days(calendar: CalendarText) -> tuple[object, ...]:
    extra = frozenset(calendar.extra_free), frozenset(calendar.extra_working)
    return frozenset(calendar.weekdays), calendar.holidays, calendar.eves_free, extra


def _texts(names: Mapping[str, Names], renamed: Renamed) -> Texts:
    """Give the texts of a rule set by name, each with every calendar that it can name as one of its own."""
    return {
        name: rewritten(
            known.catalogue.text.model_copy(
                update={"calendars": {key: one.text for key, one in known.calendars.items()}}
            ),
            renamed,
        )
        for name, known in names.items()
    }


def _together(old: CatalogueText | None, new: CatalogueText | None, day: date) -> CatalogueText:
    """Put the two texts of one catalogue together; of one that only one side has, the rules still have their days."""
    texts = [text for text in (old, new) if text is not None]
    shared = shared_by(texts)
    return texts[-1].model_copy(
        update={
            "uses": tuple(dict.fromkeys(used for text in texts for used in text.uses)),
            "actors": {name: one for text in texts for name, one in text.actors.items()},
            "events": {name: one for text in texts for name, one in text.events.items()},
            "states": {name: one for text in texts for name, one in text.states.items()},
            "calendars": {name: one for text in texts for name, one in text.calendars.items()},
            "facts": _facts(texts),
            "in_force": None,
            "scope": shared.scope,
            "warn": shared.warn,
            "urgency": {},
            "rules": tuple(_in_turn(_rules(old, shared), _rules(new, shared), day)),
        }
    )


def _facts(texts: Sequence[CatalogueText]) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    for text in reversed(texts):
        for name, fact in text.facts.items():
            found[name] = joined(found.get(name), fact)
    return found


def _rules(text: CatalogueText | None, shared: Shared) -> list[Rule]:
    return [settled(rule, text, shared) for rule in text.rules] if text else []


def _in_turn(old: Sequence[Rule], new: Sequence[Rule], day: date) -> Iterator[Rule]:
    """Let the old rules hold through the day before, the new from the day on, and what is the same all the time."""
    before, after = _by_id(old), _by_id(new)
    for rule in old:
        yield rule if rule in after.get(rule.id, ()) else _cut(rule, None, day - timedelta(days=1))
    for rule in new:
        if rule not in before.get(rule.id, ()):
            yield _cut(rule, day, None)


def _by_id(rules: Iterable[Rule]) -> Mapping[str, Sequence[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.id, []).append(rule)
    return found


def _cut(rule: Rule, first: date | None, last: date | None) -> Rule:
    """Give a rule that is in force only between two days, both included; it may then never be, yet can be named."""
    own = rule.in_force
    begins = [one for one in (own.from_ if own else None, first) if one is not None]
    ends = [one for one in (own.to if own else None, last) if one is not None]
    in_force = InForce.model_construct(from_=max(begins, default=None), to=min(ends, default=None))
    return rule.model_copy(update={"in_force": in_force})
