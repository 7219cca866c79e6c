"""Names that are not known in, those that were probably meant out; for faults and checks, which say `did you mean`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from rutinmotor.ground.diagnostics import nearest

# A guess costs a comparison with every known name; a long file that is wrong throughout is told so without.
_MOST_COMPARISONS = 20_000
_LONGEST = 100


@dataclass(slots=True)
class Guesses:
    """What has been guessed in one file, so that one mistake made a thousand times is compared once.

    `synonyms` are words of like meaning, None for those of the language's keys; an author's own names have none.
    `most` bounds the comparisons.
    """

    synonyms: Mapping[str, Sequence[str]] | None
    most: int = _MOST_COMPARISONS
    _made: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    _compared: int = 0

    def near(self, name: str, known: Collection[str], among: str) -> str:
        """Return the nearest of the known names, or nothing; `among` is what the known ones are called."""
        if (among, name) not in self._made:
            self._compared += len(known)
            tried = self._compared <= self.most and len(name) <= _LONGEST
            self._made[among, name] = (nearest(name, known, self.synonyms) or "") if tried else ""
        return self._made[among, name]
