"""The list of mutants that are no other program in, which of them are equivalent and why out; beside the results."""

import tomllib
from pathlib import Path

from tests.mutants.making import Name

LIST = Path(__file__).with_name("equivalent.toml")


def equivalents(text: str) -> dict[Name, str]:
    """Give the reason of each mutant in the list, by the mutant's name; ValueError if one stands there twice."""
    found: dict[Name, str] = {}
    for one in tomllib.loads(text).get("mutant", []):
        name = (f"src/rutinmotor/{one['file']}", one["function"], one["before"], one["after"], one.get("nth", 1))
        if name in found:
            raise ValueError(f"{name} stands twice in {LIST.name}")
        found[name] = one["reason"]
    return found
