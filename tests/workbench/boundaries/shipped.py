"""A shipped rule in, its boundaries of 2026 out; made once, as several tests look at them and none can change them."""

from functools import cache

import rutinmotor
from rutinmotor.workbench.boundaries.boundary import Boundaries
from rutinmotor.workbench.boundaries.examples import boundaries_of

SHIPPED = rutinmotor.load()


@cache
def of_2026(rule: str) -> Boundaries | None:
    return boundaries_of(SHIPPED, rule, 2026)
