"""Some work in, how many lines of the library it runs through out: a measure of growth that no machine changes."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import rutinmotor

_LIBRARY = str(Path(rutinmotor.__file__).parent)


def steps(work: Callable[[], object]) -> int:
    """Count the lines of the library that some work runs through; what runs inside C is one line, however long."""
    found = 0

    def line(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal found
        found += event == "line"
        return line

    def call(frame: FrameType, event: str, _: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(_LIBRARY) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return found
