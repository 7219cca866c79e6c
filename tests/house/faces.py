"""The imports of the house in, those that reach past a room's face out; a contract for the linter of imports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, output

# `rutinmotor.WING.ROOM`: what lies deeper is a room's inside.
_ROOM = 3


class FacesContract(Contract):
    """Protect the inside of every room: a module of another room may import the room itself, and nothing below it.

    A room is a folder, or a file, right under a wing. There is no list of them, so that a new one is covered by itself.
    """

    type_name = "faces"

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find every import that names a module inside another room."""
        past = sorted(_past_the_face(graph))
        return ContractCheck(kept=not past, metadata={"past": past})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Print each such import with the face to use instead."""
        past: list[tuple[str, str]] = check.metadata["past"]
        for importer, imported in past:
            output.print_error(f"{importer} imports {imported}: come through {_room_of(imported)}", bold=False)


def _past_the_face(graph: ImportGraph) -> Iterator[tuple[str, str]]:
    for importer in graph.modules:
        if graph.is_module_squashed(importer):
            continue
        imported: Any
        for imported in graph.find_modules_directly_imported_by(importer):
            inside = not graph.is_module_squashed(imported) and len(imported.split(".")) > _ROOM
            if inside and _room_of(imported) != _room_of(importer):
                yield importer, imported


def _room_of(module: str) -> str:
    return ".".join(module.split(".")[:_ROOM])
