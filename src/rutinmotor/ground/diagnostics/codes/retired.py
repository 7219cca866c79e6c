"""Codes that are no longer given, each with the one that says the same now, if any; numbers are never used again."""

from collections.abc import Mapping
from types import MappingProxyType

RETIRED: Mapping[str, str | None] = MappingProxyType(
    {
        "RM243": None,
        "RM610": "RM101",
        "RM611": "RM102",
        "RM612": "RM103",
        "RM613": "RM111",
        "RM614": "RM107",
        "RM615": "RM106",
        "RM616": "RM117",
        "RM618": "RM110",
        "RM620": "RM109",
        "RM701": "RM101",
        "RM702": "RM102",
        "RM703": "RM107",
        "RM704": "RM106",
        "RM705": "RM103",
        "RM706": "RM109",
        "RM707": "RM117",
        "RM708": "RM114",
        "RM709": "RM115",
        "RM711": "RM108",
        "RM712": "RM110",
        "RM713": "RM110",
        "RM715": None,
    }
)
