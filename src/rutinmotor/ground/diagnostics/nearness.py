"""An unknown name and the known ones in, the one that was probably meant out; asked when a diagnostic is made."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from rutinmotor.ground.diagnostics.keywords import KEYWORDS


def nearest(name: str, candidates: Iterable[str], synonyms: Mapping[str, Sequence[str]] | None = None) -> str | None:
    """Find the candidate that `name` was probably meant as, or None where none is near.

    Marks on letters, case, spaces, hyphens and underscores do not count. First comes the same word; then a word of
    the same meaning (`synonyms`, by default those of the language's keys: the first candidate that is among a word's
    meanings); then the fewest slips of the finger, at most a third of the longer word's letters.
    """
    word = folded(name)
    by_form = {folded(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    if not word or not by_form:
        return None
    if word in by_form:
        return by_form[word]
    for meaning in (KEYWORDS if synonyms is None else synonyms).get(word, ()):
        if folded(meaning) in by_form:
            return by_form[folded(meaning)]
    best: tuple[int, str] | None = None
    for form, candidate in by_form.items():
        most = max(len(word), len(form)) // 3
        distance = _slips(word, form, most)
        if distance <= most and (best is None or (distance, candidate) < best):
            best = (distance, candidate)
    return best[1] if best else None


def folded(name: str) -> str:
    """Bare letters and digits: without marks (å, ä, ö, é), case, spaces, hyphens and underscores."""
    bare = (char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char))
    return "".join(char for char in bare if char not in "_- \t")


def _slips(one: str, other: str, most: int) -> int:
    """Count letters added, left out, changed, or swapped with a neighbour; anything above `most` is `most` + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, target in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != target))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == target:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return most + 1
    return row[-1]
