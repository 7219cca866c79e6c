"""A rule and a status wished for in, a scenario that shows it out; the part of `new` for scenarios."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from rutinmotor.engine.engine import Engine
from rutinmotor.faces.cli.chosen_rule import facts_of, rule_of
from rutinmotor.faces.cli.entry import DONE
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.newfiles import how_to_test, write_new
from rutinmotor.faces.cli.options import day_of, engine_of, today, word_of
from rutinmotor.faces.cli.screen import speak_utf8
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.ground.words import STATUS_MEANT, day_long, said
from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue import versions_of
from rutinmotor.workbench.scaffold import WISHES, Draft, Wish, draft_text, possible_wishes, wish_title, wished

_MEANT = {"gäller inte": "absent", "kan inte bedömas": "undetermined", "försent": "fulfilled_late"}


class Wanted(NamedTuple):
    """What was asked for, as it was written."""

    rule: str
    title: str | None
    status: str | None
    day: str | None
    facts: tuple[str, ...]
    out: str | None
    force: bool


def new_scenario(wanted: Wanted, rules: Sequence[str] | None, lang: Lang) -> int:
    """Write a scenario in which the rule has the status wished for, or show it.

    Raises:
        Misuse: no such rule, fact or status; the rule cannot have it; the file is there already.
    """
    wish: Wish = _wish(wanted.status or "due")
    asked = day_of(wanted.day, "--day")
    engine = engine_of(rules)
    rule = rule_of(wanted.rule, engine)
    facts = facts_of(wanted.facts, engine, rule)
    day = asked or in_force_near(engine, rule, today(engine))
    if wanted.status is None:
        # A rule that is never merely due, as one that stands until further notice, is shown as what it can be.
        can = possible_wishes(engine, rule, day, facts)
        wish = "standing" if wish not in can and "standing" in can else wish
    draft = wished(engine, rule, day, wish, facts)
    if draft is None:
        raise _impossible(engine, rule, day, wish, facts)
    text = _text(draft, wanted, engine, rule, wish, lang)
    if wanted.out is None:
        speak_utf8()
        print(text, end="")
        return DONE
    path = Path(wanted.out)
    write_new(path, text, force=wanted.force)
    how = how_to_test(path, rules)
    print(said(lang, f"Skrev {path}. Pröva det: {how}", f"Wrote {path}. Try it: {how}"))
    return DONE


def in_force_near(engine: Engine, rule: str, day: date) -> date:
    """Give the day itself if some version of the rule is in force then, else the nearest day on which one is."""
    spans = [
        (span.from_ or date.min, span.to or date.max) if (span := version.in_force) else (date.min, date.max)
        for version in versions_of(engine.catalogues)[rule]
    ]
    days = [min(max(day, first), last) for first, last in spans]
    return min(days, key=lambda one: abs((one - day).days))


def _wish(text: str) -> Wish:
    word = word_of(text, "--status", WISHES, {**STATUS_MEANT, **_MEANT})
    return next(one for one in WISHES if one == word)


def _text(draft: Draft, wanted: Wanted, engine: Engine, rule: str, wish: Wish, lang: Lang) -> str:
    title = versions_of(engine.catalogues)[rule][-1].rule.title or rule
    note = said(
        lang,
        "Ett utkast, gjort av reglernas egen text. Gör det till en berättelse som går att känna igen.",
        "A draft, made of the rules' own text. Make it a story that people will know.",
    )
    return draft_text(draft, wanted.title or wish_title(title, wish, lang), [note], lang)


def _impossible(engine: Engine, rule: str, day: date, wish: Wish, facts: Mapping[str, FactValue]) -> Misuse:
    """Say that the rule cannot have the status, and which it can."""
    can = possible_wishes(engine, rule, day, facts)
    if can:
        listed = ", ".join(can)
        return Misuse(
            f"Regeln {rule} kan inte få status {wish} här. Det som går: {listed}.",
            f"The rule {rule} cannot have the status {wish} here. It can have: {listed}.",
        )
    return Misuse(
        f"Inget ärende hittades där regeln {rule} ger ett krav {day_long(day, 'sv')}. "
        "Prova en annan --day eller andra --fact, eller granska regeln med rutinmotor check.",
        f"No case was found in which the rule {rule} gives an obligation on {day_long(day, 'en')}. "
        "Try another --day or other --fact, or check the rule with rutinmotor check.",
    )
