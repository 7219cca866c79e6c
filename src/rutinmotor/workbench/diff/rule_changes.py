"""A version of a rule before and now in, every change of meaning out; asked for each pair that belongs together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from rutinmotor.language.catalogue import Deadline, Duration, Rule, Version
from rutinmotor.language.constructs import Weight, weights
from rutinmotor.workbench.diff.difference import Between, Change, Effect
from rutinmotor.workbench.diff.effects import UNSAID, Moved, Time, condition_moved, in_force_moved, time_moved
from rutinmotor.workbench.diff.written import Plain, Renaming, key_of, under

# Every key of a rule, and how much a change of it weighs, the heaviest first; its name is compared elsewhere.
WEIGHTS: Mapping[str, Weight] = weights(Rule)


class Side(NamedTuple):
    """A version of a rule, and how the names in it are to be understood when it is compared."""

    version: Version
    renaming: Renaming

    @property
    def rule(self) -> Rule:
        """The rule as it is written."""
        return self.version.rule

    def value(self, aspect: str) -> Any:
        """What holds for the rule under a key: its own, else its catalogue's, else what is meant by leaving it out."""
        match aspect:
            case "in_force":
                return self.version.in_force
            case "warn":
                return self.rule.warn or self.version.owner.text.warn
            case "on_repeat":
                return self.rule.on_repeat or ("keep" if self.rule.repeat else "add")
            case _:
                value = getattr(self.rule, aspect)
                return None if value == () else value

    def plain(self, aspect: str, *, deep: bool = True) -> Plain:
        """What holds under a key, in the form that is compared; `deep` as in `Renaming`."""
        plain = under(aspect, self.value(aspect), self.rule, replace(self.renaming, deep=deep))
        return None if plain in ({}, []) else plain

    def time(self, text: Deadline | Duration | None) -> Time:
        """Give one of its times with what stands for its calendars' days."""
        return Time(text, self.renaming.calendars)


def rule_changes(
    old: Side, new: Side, *, version: Between = None, since: date | None = None, kin: bool = True
) -> Iterator[Change]:
    """Yield every change from one version to another, in the order of `WEIGHTS`.

    What changed because a default of their catalogue did is left to that, if the catalogues are `kin`: one and the same
    before and now. Between a `version` and the one beside it the days in force differ always, and are left out.
    """
    name, former = new.version.full_id, old.version.full_id
    for aspect, weight in WEIGHTS.items():
        if aspect == "in_force" and version:
            continue
        # Within one catalogue, the same words mean the same; most rules are done with here.
        if kin and (inherited(old.rule, new.rule, aspect) or old.value(aspect) == new.value(aspect)):
            continue
        before, now = old.plain(aspect), new.plain(aspect)
        same = key_of(before) == key_of(now)
        if same and key_of(old.plain(aspect, deep=False)) == key_of(new.plain(aspect, deep=False)):
            continue
        effect, by = (("same", None)) if same else _moved(aspect, old, new)
        yield Change(
            "changed",
            "rule",
            name,
            aspect,
            old.value(aspect),
            new.value(aspect),
            Weight.WORDING if effect == "same" else weight,
            (old.version.owner.id, new.version.owner.id),
            former if former != name else None,
            effect,
            by,
            version=version,
            since=since,
        )


def inherited(old: Rule, new: Rule, aspect: str) -> bool:
    """Say whether both leave a key to their catalogue."""
    return aspect in ("in_force", "warn") and getattr(old, aspect) is None and getattr(new, aspect) is None


def _moved(aspect: str, old: Side, new: Side) -> Moved:
    match aspect:
        case "deadline" if old.rule.deadline is not None and new.rule.deadline is not None:
            return time_moved(old.time(old.rule.deadline), new.time(new.rule.deadline))
        case "repeat":
            return _repeat_moved(old, new)
        case "only_if":
            return Moved(whole_condition_moved(old, new))
        case "in_force":
            return Moved(in_force_moved(old.version.in_force, new.version.in_force))
        case _:
            return UNSAID


def _repeat_moved(old: Side, new: Side) -> Moved:
    one, other = old.rule.repeat, new.rule.repeat
    if one is None or other is None or one.from_ != other.from_ or one.each != other.each:
        return UNSAID
    return time_moved(old.time(one.every), new.time(other.every))


def whole_condition_moved(old: Side, new: Side) -> Effect | None:
    """Say what a change does to all that must hold: the scope of the catalogue and the rule's own condition."""
    return condition_moved(
        (old.version.owner.text.scope, old.rule.only_if),
        (new.version.owner.text.scope, new.rule.only_if),
        old.renaming.names,
        new.renaming.names,
    )
