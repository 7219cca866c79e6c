"""Two plain values in, whether they are the same out; stricter than `==`, to which 1, 1.0 and true are alike."""

from __future__ import annotations

import json

from rutinmotor.text.document import Plain


def same(one: Plain, other: Plain) -> bool:
    """Whether both mean the same, in whatever order their keys stand."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def same_in_order(one: Plain, other: Plain) -> bool:
    """Whether both mean the same and have their keys in the same order."""
    return json.dumps(one) == json.dumps(other)
