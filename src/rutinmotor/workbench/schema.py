"""A kind of file and a language in, its JSON Schema out; for callers, and for what `schema` prints."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from rutinmotor.ground.arguments import require_lang, require_word
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.language.schemas import forked, told

FileKind: TypeAlias = Literal["catalogue", "case", "scenario"]
SchemaKind: TypeAlias = FileKind | Literal["answer"]

FILE_KINDS: tuple[FileKind, ...] = ("catalogue", "case", "scenario")
SCHEMA_KINDS: tuple[SchemaKind, ...] = (*FILE_KINDS, "answer")


def schema(of: SchemaKind, lang: Lang = "sv") -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of rule files, of cases, of scenarios or of answers, as a new dictionary.

    Titles and descriptions are in Swedish or English; those of answers in English alone. It is what
    `rutinmotor schema --of` prints; what only a vocabulary can tell of a case, such as an event that no catalogue
    knows, is not in it.

    Raises:
        ValueError: another kind or language; TypeError: what is no text.
    """
    require_word(of, SCHEMA_KINDS, "of")
    require_lang(lang)
    if of == "answer":
        from rutinmotor.workbench.answer_schema import answer_schema

        return answer_schema()
    return forked(told_schema(of, lang))


def told_schema(of: FileKind, lang: Lang) -> dict[str, Any]:
    """Give the schema with its words, before it is made fit for editors; words of a vocabulary can still be put in."""
    return told(_as_modelled(of), of, lang)


def _as_modelled(of: FileKind) -> dict[str, Any]:
    # Each where it is asked for, as they import different rooms.
    match of:
        case "catalogue":
            from rutinmotor.language.catalogue import catalogue_schema

            return catalogue_schema()
        case "case":
            from rutinmotor.language.casefile import case_schema

            return case_schema()
        case "scenario":
            from rutinmotor.workbench.scenario import scenario_schema

            return scenario_schema()
