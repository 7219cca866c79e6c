"""What the tests of the command line share: where things are, and how an answer looks."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"


class Answer(NamedTuple):
    status: int
    out: str
    err: str


Call = Callable[..., Answer]
