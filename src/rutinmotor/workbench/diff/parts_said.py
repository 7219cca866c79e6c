"""What stands under a key of a rule file in, its parts in words out; for one side of a comparison."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rutinmotor.ground.words import TIME, Lang, counted, listed, printable, said
from rutinmotor.language.catalogue import (
    Allow,
    CatalogueSource,
    Condition,
    Deadline,
    Duration,
    EndingLine,
    EventType,
    ExtendedBy,
    InForce,
    NotEncoded,
    Repeat,
    Rule,
    Source,
    State,
    Step,
    Trigger,
)
from rutinmotor.language.constructs import Kind, StateEnd, keys_of
from rutinmotor.workbench.diff.patterns import VALUES
from rutinmotor.workbench.telling import RuleWords, Titles, in_force_told, quoted

# What the words under a key name, of the shapes whose keys are said one by one.
_KINDS = {field: key.names for shape in (Rule, State, EventType) for field, key in keys_of(shape).items()}
# What stands together and must all be so is joined by "and", what each is enough by "or".
_EITHER = ("trigger", "actor", "fulfilled_by", "ends_with", "begins", "ends", "one_of")


class Side:
    """How one side says what stands under a key: its words are those of the catalogue given by its name."""

    def __init__(self, catalogue: str, titles: Titles, lang: Lang) -> None:
        self._catalogue = catalogue
        self._titles = titles
        self._lang: Lang = lang
        self._words = RuleWords(catalogue, titles, lang)

    def event(self, name: str) -> str:
        """Name an event type."""
        return quoted(self._titles.event(self._catalogue, name), self._lang)

    def parts(self, aspect: str, value: Any) -> list[str]:
        """Say each part of what stands under a key; nothing where nothing stands there."""
        if aspect == "spares":
            return [said(self._lang, *VALUES[aspect, one]) for one in value or ()]
        if aspect == "per" or (aspect in ("on_repeat", "norm", "type") and value is not None):
            return [said(self._lang, *VALUES[aspect, value or ""])]
        if value is None or value is False:
            return []
        if value is True:
            return [aspect]
        if isinstance(value, tuple):
            return [self._one(aspect, one) for one in value]  # pyright: ignore[reportUnknownVariableType]
        if isinstance(value, Condition):
            return [self._words.condition(one) for one in lines_of(value)]
        return [self._one(aspect, value)]

    def joined(self, aspect: str, parts: Sequence[str]) -> str:
        """Join parts as a sentence lists them."""
        if aspect in _EITHER:
            return self._words.either(parts)
        return listed(list(parts), self._lang)

    def _one(self, aspect: str, value: Any) -> str:
        if isinstance(value, str):
            return self._name(aspect, value)
        tell = _TELL.get(type(value))  # pyright: ignore[reportUnknownArgumentType]
        assert tell is not None, type(value)
        return tell(self, value)

    def _name(self, aspect: str, name: str) -> str:
        """Say a name as its vocabulary titles it, or a text as it stands."""
        match _KINDS.get(aspect):
            case Kind.EVENT:
                return self.event(name)
            case Kind.ACTOR:
                return self._titles.actor(self._catalogue, name)
            case Kind.STATE:
                return quoted(self._titles.state(self._catalogue, name), self._lang)
            case Kind.FACT | Kind.DATE_FACT | Kind.NUMBER_FACT:
                return quoted(self._titles.fact(self._catalogue, name), self._lang)
            case _:
                texts = ("title", "help", "interpretation", "owner")
                return quoted(printable(name), self._lang) if aspect in texts else printable(name)

    def trigger(self, one: Trigger) -> str:
        """Say a line of a trigger: `när ”Insatsen har verkställts”`."""
        return self._words.trigger(one)

    def ending(self, one: EndingLine) -> str:
        """Say one of the things that a rule ends with: `”Insatsen har upphört”`."""
        return self._words.ending(one)

    def state_end(self, one: StateEnd) -> str:
        """Say one of the things that a state ends with."""
        return self._words.state_end(one)

    def time(self, one: Deadline) -> str:
        """Say a deadline: `inom 6 veckor`."""
        return self._words.time(one)

    def length(self, one: Duration) -> str:
        """Say a length of time."""
        return self._words.length(one)

    def repeat(self, one: Repeat) -> str:
        """Say how something comes again."""
        period = self._words.period_of(one)
        return f"{self._words.repeat(one)}, {period}" if period else self._words.repeat(one)

    def step(self, one: Step) -> str:
        """Say a step of an escalation."""
        span = one.after or one.before
        length = self.length(span) if span else ""
        sv, en = ("efter", "after") if one.after else ("före", "before")
        actor, action = self._titles.actor(self._catalogue, one.to), quoted(printable(one.action), self._lang)
        return said(
            self._lang,
            f"{length} {sv} sista dagen till {actor}: {action}",
            f"{length} {en} the last day to {actor}: {action}",
        )

    def extension(self, one: ExtendedBy) -> str:
        """Say what extends a time, by how much and how often."""
        event, length, times = self.event(one.event), self.length(one.by), counted(one.at_most, TIME, self._lang)
        return said(
            self._lang, f"med {length} genom {event}, högst {times}", f"by {length} with {event}, at most {times}"
        )

    def source(self, one: Source) -> str:
        """Say where a duty stands: its section, and what it is called in a register."""
        parts = [quoted(printable(one.section), self._lang)] if one.section else []
        return ", ".join([*parts, *(printable(duty) for duty in one.duties)])

    def document(self, one: CatalogueSource) -> str:
        """Say a document and its date."""
        dated = f" ({one.dated.isoformat()})" if one.dated else ""
        return f"{quoted(printable(one.document), self._lang)}{dated}"

    def not_encoded(self, one: NotEncoded) -> str:
        """Say duties that are no rules, and why."""
        return f"{listed([printable(duty) for duty in one.duties], self._lang)} ({_clause(one.reason)})"

    def allow(self, one: Allow) -> str:
        """Say a finding that may stand, and why."""
        return f"{one.code} ({_clause(one.reason)})"

    def in_force(self, one: InForce) -> str:
        """Say from when to when something is in force."""
        return in_force_told(one.from_, one.to, self._lang) or said(self._lang, "utan gräns i tiden", "without end")


_TELL: Mapping[type, Callable[[Side, Any], str]] = {
    Trigger: Side.trigger,
    EndingLine: Side.ending,
    StateEnd: Side.state_end,
    Deadline: Side.time,
    Duration: Side.length,
    Repeat: Side.repeat,
    Step: Side.step,
    ExtendedBy: Side.extension,
    Source: Side.source,
    CatalogueSource: Side.document,
    NotEncoded: Side.not_encoded,
    Allow: Side.allow,
    InForce: Side.in_force,
}


def _clause(text: str) -> str:
    """Give a sentence as it stands within another."""
    return printable(text.strip().removesuffix("."))


def lines_of(condition: Condition) -> list[Condition]:
    """Take a condition apart into its lines, all of which must hold; those in `all` are such lines too."""
    lines = [Condition.model_construct(facts={name: test}) for name, test in condition.facts.items()]
    lines += [Condition.model_construct(state={name: held}) for name, held in condition.state.items()]
    if condition.no_other_in is not None:
        lines.append(Condition.model_construct(no_other_in=condition.no_other_in))
    if condition.any:
        lines.append(Condition.model_construct(any=condition.any))
    return [*lines, *(line for part in condition.all for line in lines_of(part))]
