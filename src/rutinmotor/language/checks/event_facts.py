"""Catalogues in, a diagnostic for each use of a fact of events that no event bears out out; a check, before plan."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue, Version, by_name, facts_asked, names_in
from rutinmotor.language.constructs import Kind, Named, named_in

# Where a fact may be named that is read from the event itself, and not looked up on an item or the case.
_OF_THE_EVENT = ("backdating",)


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find facts of events that are asked for where no event stands, taken away, or waited for (semantics 2.9)."""
    loaded = by_name(catalogues)
    for catalogue in catalogues:
        of_events = {name for name, one in names_in(catalogue, loaded).facts.items() if one.text.of == "event"}
        if of_events:
            yield from _looked_up(catalogue, of_events)
            for row, rule in enumerate(catalogue.text.rules):
                yield from _without_an_event(Version(catalogue, row, rule), of_events)


def _looked_up(catalogue: Catalogue, of_events: Collection[str]) -> Iterator[Diagnostic]:
    """Say which facts of events are taken away by an event, or are to bring a day about by themselves."""
    for mention in named_in(catalogue.text):
        if mention.kind not in (Kind.FACT, Kind.DATE_FACT) or mention.name not in of_events:
            continue
        place = mention.place(catalogue)
        match mention.path:
            case ("events", event, *_):
                yield diagnose("RM272", place, event=str(event), fact=mention.name)
            case ("rules", _, "only_if" | "deadline", *_) | ("scope", *_):
                pass
            case ("rules", _, key, *_) if key in _OF_THE_EVENT:
                pass
            case _:
                yield diagnose("RM273", place, fact=mention.name)


def _without_an_event(version: Version, of_events: Collection[str]) -> Iterator[Diagnostic]:
    """Say what keeps a rule that asks for facts of events from having an event to read them from."""
    asked = [one for one in facts_asked(version) if one.name in of_events]
    if not asked:
        return
    rule, path = version.rule, ("rules", version.row)
    if rule.repeat is not None:
        yield _said(version, asked[0], "repeat", (*path, "repeat"))
    for index, line in enumerate(rule.trigger):
        # A date of an event's fact is told of as such.
        if line.how.eventless and not (line.kind == "date" and line.name in of_events):
            where = (*path, "trigger", index, line.kind)
            yield _said(version, asked[0], line.kind, where)


def _said(version: Version, asked: Named, key: str, path: tuple[str | int, ...]) -> Diagnostic:
    catalogue = version.owner
    further = (asked.place(catalogue),)
    return diagnose(
        "RM270", catalogue.key_place(*path), further=further, rule=version.rule.id, fact=asked.name, key=key
    )
