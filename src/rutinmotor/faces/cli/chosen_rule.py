"""A rule and its facts as written in, its full id and typed values out; for the commands that are about one rule."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Annotated, TypeAlias

import typer

from rutinmotor.engine.engine import Engine
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.misuse import Misuse, unknown
from rutinmotor.faces.cli.options import day_of, word_of
from rutinmotor.ground.diagnostics import folded, nearest
from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue import Fact, names_of, versions_of

RuleArgument: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar=both("REGEL", "RULE"),
        help=both(
            "Regeln, som sol.plan_slutford; katalogen kan utelämnas om bara en katalog har den.",
            "The rule, such as sol.plan_slutford; the catalogue may be left out if only one has it.",
        ),
    ),
]
Facts: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--fact",
        metavar=both("UPPGIFT=VÄRDE", "FACT=VALUE"),
        help=both(
            "En uppgift i exemplen, som antal_dagar=14; kan anges flera gånger.",
            "A fact in the examples, such as antal_dagar=14; may be repeated.",
        ),
    ),
]

_TRUE = ("true", "ja", "yes", "sant")
_FALSE = ("false", "nej", "no", "falskt")


def rule_of(word: str, engine: Engine) -> str:
    """Find the full id of the rule that is meant.

    Raises:
        Misuse: no such rule, or several.
    """
    return full_id_of(word, versions_of(engine.catalogues))


def full_id_of(word: str, known: Collection[str]) -> str:
    """Find the one of some full ids that is meant; the catalogue's name may be left out.

    Raises:
        Misuse: none, or several.
    """
    if word in known:
        return word
    meant = [full_id for full_id in known if full_id.partition(".")[2] == word]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise Misuse(
            f"Flera kataloger har regeln ”{word}”. Skriv en av: {', '.join(meant)}.",
            f"Several catalogues have the rule '{word}'. Write one of: {', '.join(meant)}.",
        )
    # A rule named without its catalogue is compared with names without theirs.
    bare = nearest(word, {full_id.partition(".")[2] for full_id in known}, {}) if "." not in word else None
    near = [full_id for full_id in known if full_id.partition(".")[2] == bare] if bare else [nearest(word, known, {})]
    raise unknown("Regeln", "rule", word, [one for one in near if one])


def facts_of(texts: Iterable[str], engine: Engine, rule: str) -> Mapping[str, FactValue]:
    """Read facts that are given as NAME=VALUE, each as the vocabulary of the rule's catalogue declares it.

    Raises:
        Misuse: no equals sign, no such fact, one given twice, or a value of another kind.
    """
    declared = names_of(engine.catalogues)[rule.partition(".")[0]].facts
    titles = {folded(one.text.title): (name,) for name, one in declared.items() if one.text.title}
    found: dict[str, FactValue] = {}
    for text in texts:
        name, sign, value = (part.strip() for part in text.partition("="))
        if not sign or not value:
            raise Misuse(f"--fact skrivs UPPGIFT=VÄRDE, inte ”{text}”.", f"--fact is written FACT=VALUE, not '{text}'.")
        if name not in declared:
            near = nearest(name, declared, titles)
            raise unknown("Uppgiften", "fact", name, [near] if near else [], sorted(declared))
        if name in found:
            raise Misuse(f"Uppgiften ”{name}” står två gånger.", f"The fact '{name}' is given twice.")
        found[name] = _value(name, value, declared[name].text)
    return found


def _value(name: str, text: str, fact: Fact) -> FactValue:
    readers: Mapping[str, Callable[[], FactValue]] = {
        "bool": lambda: _truth(name, text),
        "int": lambda: _number(name, text),
        "date": lambda: day_of(text, name),
        "one_of": lambda: word_of(text, name, fact.one_of or ()),
        "text": lambda: text,
    }
    return readers[fact.kind]()


def _truth(name: str, text: str) -> bool:
    if text.lower() in _TRUE + _FALSE:
        return text.lower() in _TRUE
    raise Misuse(f"{name} är ja eller nej, inte ”{text}”.", f"{name} is yes or no, not '{text}'.")


def _number(name: str, text: str) -> int:
    if text.isascii() and text.isdecimal() and len(text) <= len("999999999"):
        return int(text)
    raise Misuse(f"{name} är ett heltal, inte ”{text}”.", f"{name} is a whole number, not '{text}'.")
