"""Catalogues in, a diagnostic for each name that nothing bears out; a check, before plan."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue, by_name, names_in, versions_of
from rutinmotor.language.constructs import Kind, Named, named_in
from rutinmotor.language.shapes import Guesses

CODES_OF_KINDS: Mapping[Kind, str] = {
    Kind.EVENT: "RM201",
    Kind.ACTOR: "RM202",
    Kind.FACT: "RM203",
    Kind.NUMBER_FACT: "RM203",
    Kind.DATE_FACT: "RM203",
    Kind.STATE: "RM204",
    Kind.CALENDAR: "RM205",
    Kind.RULE: "RM206",
    Kind.CATALOGUE: "RM207",
}


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find every unknown event, actor, fact, state, calendar, rule and catalogue."""
    loaded = by_name(catalogues)
    rules = versions_of(catalogues).keys()
    for catalogue in catalogues:
        known = _Known(catalogue, _words(catalogue, loaded, rules), rules, loaded.keys())
        for mention in named_in(catalogue.text):
            if mention.kind in CODES_OF_KINDS and (found := known.fault(mention)) is not None:
                yield found


def _words(
    catalogue: Catalogue, loaded: Mapping[str, Catalogue], rules: Collection[str]
) -> Mapping[Kind, Collection[str]]:
    names = names_in(catalogue, loaded)
    facts = names.facts.keys()
    own = f"{catalogue.id}."
    return {
        Kind.EVENT: names.events.keys(),
        Kind.ACTOR: names.actors.keys(),
        Kind.FACT: facts,
        Kind.NUMBER_FACT: facts,
        Kind.DATE_FACT: facts,
        Kind.STATE: names.states.keys(),
        Kind.CALENDAR: names.calendars.keys(),
        Kind.CATALOGUE: loaded.keys(),
        # As an author writes her own rules: without the catalogue.
        Kind.RULE: {rule.removeprefix(own) for rule in rules if rule.startswith(own)},
    }


@dataclass
class _Known:
    """What one catalogue can name, and what has been guessed for names that are not there."""

    catalogue: Catalogue
    words: Mapping[Kind, Collection[str]]
    rules: Collection[str]
    catalogues: Collection[str]
    guesses: Guesses = field(default_factory=lambda: Guesses({}))

    def fault(self, mention: Named) -> Diagnostic | None:
        """Say what is unknown about a mention, None if nothing is."""
        owner, dot, _ = mention.name.partition(".")
        if not dot:
            return self._unless_in(self.words[mention.kind], mention, mention.name)
        if owner not in self.catalogues:
            return self._unless_in(self.catalogues, mention._replace(kind=Kind.CATALOGUE), owner)
        return self._unless_in(self.rules, mention, mention.name)

    def _unless_in(self, known: Collection[str], mention: Named, name: str) -> Diagnostic | None:
        if name in known:
            return None
        code = CODES_OF_KINDS[mention.kind]
        return diagnose(code, mention.place(self.catalogue), name=name, near=self.guesses.near(name, known, code))
