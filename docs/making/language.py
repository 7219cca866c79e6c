"""The JSON Schemas of rule files, cases and scenarios in, the language reference out: every mapping and every key."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from making.mappings import CASES, CATALOGUE, SCENARIO, Mapped
from rutinmotor.language.casefile.schema_of_case import case_schema
from rutinmotor.language.catalogue.schema import catalogue_schema
from rutinmotor.workbench.scenario.schema_of_scenario import scenario_schema

_HEAD = """\
# Språket

Varje nyckel som kan stå i en regelfil, ett ärende eller ett scenario. Sidan är gjord av modellerna som programmet läser
filerna med (`make docs`), så den kan inte säga något annat än de. [Handboken](handbok.md) visar hur nycklarna används,
och [semantiken](semantics.md) säger exakt vad de betyder.

- **namn** är ett ord med små bokstäver a–z, siffror och understreck, som börjar med en bokstav.
- **dag** skrivs `2025-11-13`.
- **text** är fri text och får inte vara tom.
- Ett ● i kolumnen *Måste* betyder att nyckeln måste finnas.

En redigerare som kan JSON Schema kan både fylla i nycklarna och stryka under fel. Schemat får du med
`rutinmotor schema`, `rutinmotor schema --of case` och `rutinmotor schema --of scenario`.
"""
_TABLE = "| Nyckel | Värde | Måste | Annars | Betyder |\n|---|---|---|---|---|\n"
_NAME = "^[a-z][a-z0-9_]*$"


def language_page() -> str:
    """Give the page: the mappings of rule files, of cases and of scenarios, each with its keys and an example."""
    parts = [_HEAD]
    for heading, mapped in (("En regelfil", CATALOGUE), ("Ett ärende", CASES), ("Ett scenario", SCENARIO)):
        parts.append(f"# {heading}\n")
        for one in mapped:
            parts += _mapping(one)
    return "\n".join(parts)


@cache
def schemas() -> Mapping[str, dict[str, Any]]:
    """Give the three schemas by the name of their kind."""
    return {"catalogue": catalogue_schema(), "case": case_schema(), "scenario": scenario_schema()}


def node_of(one: Mapped) -> dict[str, Any]:
    """Give the part of its schema that a mapping has: the root, or one of its `$defs`."""
    schema = schemas()[one.kind]
    return schema["$defs"][one.shape] if one.shape else schema


def _mapping(one: Mapped) -> list[str]:
    node = node_of(one)
    rows = "".join(_rows(_keyed(node), node.get("required", [])))
    lines = [f"## {one.title}\n", one.about + "\n"]
    if rows:
        lines.append(_TABLE + rows)
    lines += [f"- {rule}" for rule in _together(node)]
    if lines[-1].startswith("- "):
        lines.append("")
    return [*lines, f"```yaml\n{one.example}```\n"]


def _keyed(node: dict[str, Any]) -> dict[str, Any]:
    """Give the keys of a mapping, also where it is one of several forms."""
    forms = [node, *node.get("anyOf", ())]
    return next((form["properties"] for form in forms if "properties" in form), dict[str, Any]())


def _rows(keys: dict[str, Any], required: list[str]) -> Iterator[str]:
    for key, node in sorted(keys.items(), key=lambda one: one[0] not in required):
        must = "●" if key in required else ""
        default = f"`{json.dumps(node['default'], ensure_ascii=False)}`" if "default" in node else ""
        told = node.get("description", "").replace("|", "\\|")
        yield f"| `{key}` | {valued(node)} | {must} | {default} | {told} |\n"


def valued(node: dict[str, Any]) -> str:
    """Say in Swedish what a value may be, with links to the mappings that it may be."""
    if "$ref" in node:
        return _linked(node["$ref"])
    if "const" in node or "enum" in node:
        values = node.get("enum", [node.get("const")])
        return ", ".join(f"`{json.dumps(value)}`".replace('"', "") for value in values)
    for several in ("anyOf", "oneOf"):
        if several in node:
            return _either([part for part in node[several] if part != {"type": "null"}])
    kind: str | list[str] | None = node.get("type")
    if isinstance(kind, list):
        return _either([{"type": one} for one in kind if one != "null"])
    if kind == "array":
        return f"lista av {valued(node['items'])}"
    if kind == "object":
        return _named(node)
    return _plain(node)


def _either(parts: list[dict[str, Any]]) -> str:
    """Say that a value is one of several; a list of the very same needs no second naming of them."""
    single = [part for part in parts if part.get("type") != "array"]
    said = list(dict.fromkeys(valued(part) for part in single))
    for part in parts:
        if part.get("type") == "array":
            same = bool(single) and valued(part["items"]) == _joined(said)
            said.append("lista av sådana" if same and len(said) > 1 else valued(part))
    return _joined(said)


def _joined(said: list[str]) -> str:
    return " eller ".join(part for part in (", ".join(said[:-1]), said[-1]) if part)


def _named(node: dict[str, Any]) -> str:
    patterns: dict[str, dict[str, Any]] = node.get("patternProperties", {})
    other: dict[str, Any] | bool = node.get("additionalProperties", False)
    value = next(iter(patterns.values()), {} if isinstance(other, bool) else other)
    return f"namn: {valued(value)}"


def _plain(node: dict[str, Any]) -> str:
    match node.get("type"):
        case "boolean":
            return "`true`/`false`"
        case "integer":
            least = node.get("minimum")
            most = node.get("maximum", 100)
            if least is None:
                return "heltal"
            return f"heltal {least}–{most}" if most < 100 else f"heltal, minst {least}"
        case "string" if node.get("format") == "date":
            return "dag"
        case "string" if node.get("pattern", "").startswith(_NAME[:-1]):
            return "namn" if node["pattern"] == _NAME else "namn på en regel"
        case "string":
            return "text"
        case other:
            raise ValueError(f"no Swedish for {other} in {node}")


def _linked(reference: str) -> str:
    shape = reference.rpartition("/")[2]
    if reference.startswith("urn:"):
        return "[ärende](#ärende)"
    for one in (*CATALOGUE, *CASES, *SCENARIO):
        if one.shape == shape:
            return f"[{one.word or one.title.lower()}](#{anchor(one.title)})"
    return _SMALL[shape]


# Shapes of one value, which need no mapping of their own.
_SMALL = {
    "name": "text",
    "moment": "dag, eller dag med klockslag",
    "plain": "värde av vilket slag som helst",
}


def anchor(title: str) -> str:
    """Give the link within a page to a heading."""
    kept = "".join(char for char in title.lower() if char.isalnum() or char in " -_")
    return kept.replace(" ", "-")


def _together(node: dict[str, Any]) -> Iterator[str]:
    """Say which keys must, or must not, stand together."""
    groups = [part["required"] for part in node.get("oneOf", ()) if "required" in part]
    if groups:
        listed = ", ".join(" med ".join(f"`{key}`" for key in group) for group in groups)
        yield f"Precis en av: {listed}."
    for key, needed in node.get("dependentRequired", {}).items():
        yield f"`{key}` bara tillsammans med {' och '.join(f'`{other}`' for other in needed)}."
    for key, schema in node.get("dependentSchemas", {}).items():
        others = [f"`{other}`" for part in schema["anyOf"] for other in part["required"]]
        yield f"`{key}` bara tillsammans med {_joined(others)}."
    refused = node.get("not", {}).get("required")
    if refused:
        yield f"Inte både {' och '.join(f'`{key}`' for key in refused)}."
