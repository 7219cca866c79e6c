"""The families of codes in, one register by code out; data only, put together on import."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from rutinmotor.ground.diagnostics.codes import (
    allowing,
    cases,
    deadlines,
    editions,
    ending,
    escalation,
    event_facts,
    families,
    files,
    provenance,
    references,
    scenarios,
    shape,
    starting,
    text,
    versions,
    words,
)
from rutinmotor.ground.diagnostics.codes.code import Code, Severity
from rutinmotor.ground.diagnostics.codes.retired import RETIRED

__all__ = ["CODES", "FAMILIES", "RETIRED", "Code", "Severity"]

FAMILIES: Mapping[str, tuple[Code, ...]] = MappingProxyType(
    {
        "RM0": (*files.CODES, *text.CODES),
        "RM1": shape.CODES,
        "RM2": (*references.CODES, *starting.CODES, *ending.CODES, *families.CODES, *words.CODES, *event_facts.CODES),
        "RM3": deadlines.CODES,
        "RM4": escalation.CODES,
        "RM5": (*versions.CODES, *allowing.CODES, *editions.CODES, *provenance.CODES),
        "RM6": cases.CODES,
        "RM7": scenarios.CODES,
    }
)


def _merged(families: Iterable[tuple[str, tuple[Code, ...]]]) -> Mapping[str, Code]:
    register: dict[str, Code] = {}
    for prefix, codes in families:
        for code in codes:
            assert code.id.startswith(prefix), f"{code.id} stands in the family {prefix}xx"
            assert code.id not in RETIRED, f"{code.id} has had another meaning"
            assert code.id not in register, f"{code.id} is used twice"
            register[code.id] = code
    return MappingProxyType(dict(sorted(register.items())))


CODES: Mapping[str, Code] = _merged(FAMILIES.items())
