"""Two rule sets in, engines for both that know the words of both out; before cases are asked of either."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rutinmotor.engine.engine import Engine
from rutinmotor.language.catalogue import Catalogue, CatalogueText, EventType, Fact
from rutinmotor.text.document import Document, Spot

# The name of a catalogue that holds words alone; no author can write it.
_WORDS = "@words"


def sharing_words(old: Sequence[Catalogue], new: Sequence[Catalogue]) -> tuple[Engine, Engine]:
    """Make an engine of each rule set that also knows the events and facts of the other.

    A real case is written in the words of one of them: what neither knows is a mistake in the case, what only one
    knows is none. A fact that is one of some values in both can have the values of both.
    """
    return _engine(old, new), _engine(new, old)


def _engine(own: Sequence[Catalogue], other: Sequence[Catalogue]) -> Engine:
    known_events, known_facts = events_of(own), facts_of(own)
    # What rules do not know they do not let take anything away.
    events = {
        name: event.model_copy(update={"resets": ()})
        for name, event in events_of(other).items()
        if name not in known_events
    }
    facts = {name: joined(known_facts.get(name), fact) for name, fact in facts_of(other).items()}
    facts = {name: fact for name, fact in facts.items() if fact != known_facts.get(name)}
    if not events and not facts:
        return Engine(own)
    words = CatalogueText.model_construct(catalogue=_WORDS, events=events, facts=facts)
    # Last, as what a later catalogue says of a fact is what counts.
    return Engine([*own, Catalogue(words, Document(_WORDS, {}, Spot(1, 1)), "")])


def events_of(catalogues: Iterable[Catalogue]) -> Mapping[str, EventType]:
    """Give every event type of a rule set."""
    return {name: event for one in catalogues for name, event in one.text.events.items()}


def facts_of(catalogues: Iterable[Catalogue]) -> Mapping[str, Fact]:
    """Give every fact of a rule set."""
    return {name: fact for one in catalogues for name, fact in one.text.facts.items()}


def joined(own: Fact | None, other: Fact) -> Fact:
    """Give a fact that has the values of both, where both are lists of values; else the own one, if there is one."""
    if own is None:
        return other
    if own.one_of is None or other.one_of is None:
        return own
    return own.model_copy(update={"one_of": tuple(dict.fromkeys((*own.one_of, *other.one_of)))})
