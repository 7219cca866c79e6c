"""What the program counts in, the same number where a page names it out; a page's number cannot fall behind."""

from __future__ import annotations

import re
from pathlib import Path

from making.running import printed

ROOT = Path(__file__).parents[2]
_PLACE = re.compile(r"(<!-- made: scenarios -->)[^<]*(<!-- end -->)")


def with_counts(page: str) -> str:
    """Write the number of the scenarios that come along, all of which hold, into its places on a page.

    Raises:
        RuntimeError: one of them does not hold.
    """
    if not _PLACE.search(page):
        return page
    told = printed("rutinmotor test --lang en", ROOT)
    held = re.search(r"^(\d+) scenarios held\.$", told, re.MULTILINE)
    if held is None:
        raise RuntimeError(f"scenarios that do not hold:\n{told}")
    return _PLACE.sub(lambda place: f"{place[1]}{held[1]}{place[2]}", page)
