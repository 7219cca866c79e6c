"""A code, a place and values in, a Diagnostic that can say itself out; made in every room, said where it is shown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter
from typing import Literal

from rutinmotor.ground.diagnostics.codes import CODES, Severity
from rutinmotor.ground.diagnostics.place import Place

Lang = Literal["sv", "en"]

_OPTIONAL = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong or doubtful in a text, with what its code's templates need; `diagnose` makes it."""

    code: str
    place: Place | None
    values: tuple[tuple[str, str | int], ...] = ()
    further: tuple[Place, ...] = ()

    @property
    def severity(self) -> Severity:
        """How grave, from the register."""
        return CODES[self.code].severity

    @property
    def is_error(self) -> bool:
        """Whether it stops loading."""
        return self.severity is Severity.ERROR

    @property
    def order(self) -> tuple[str, int, int, str, tuple[tuple[str, str], ...]]:
        """The sort key: by source, line, column, code; without a place comes first."""
        source, line, column = (self.place.source, self.place.line, self.place.column) if self.place else ("", 0, 0)
        return source, line, column, self.code, tuple((name, str(value)) for name, value in self.values)

    def sentence(self, lang: Lang = "sv") -> str:
        """What is wrong, as one sentence to the text's author."""
        code = CODES[self.code]
        return _filled(code.sv if lang == "sv" else code.en, self.values, lang)

    def step(self, lang: Lang = "sv") -> str:
        """What to do about it."""
        code = CODES[self.code]
        return _filled(code.step_sv if lang == "sv" else code.step_en, self.values, lang)

    def as_dict(self) -> dict[str, object]:
        """Plain data for JSON, the same whatever the reader's language; `place` is None where there is none."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "place": _place_dict(self.place) if self.place else None,
            "further": [_place_dict(place) for place in self.further],
            "sentence": {"sv": self.sentence("sv"), "en": self.sentence("en")},
            "step": {"sv": self.step("sv"), "en": self.step("en")},
            "values": dict(self.values),
        }

    def __str__(self) -> str:
        """One line in English: place, code, sentence."""
        said = f"{self.code} {self.sentence('en')}"
        return f"{_printable(str(self.place))}: {said}" if self.place else said


class Refusal(Exception):
    """A text that cannot be used; `diagnostics` says all that is wrong with it, sorted by place."""

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        """The diagnostics in English, one a line."""
        return "\n".join(str(diagnostic) for diagnostic in self.diagnostics)


class RulesError(Refusal):
    """Rule files that cannot be loaded."""


class CaseError(Refusal):
    """A case that cannot be read, or that the vocabulary cannot make sense of."""


def diagnose(code: str, place: Place | None, /, *, further: tuple[Place, ...] = (), **values: str | int) -> Diagnostic:
    """Make a diagnostic: `values` fill the templates of the code, which must stand in the register (else KeyError)."""
    return Diagnostic(CODES[code].id, place, tuple(sorted(values.items())), further)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by source, line, column and code."""
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))


def _place_dict(place: Place) -> dict[str, object]:
    return {"source": place.source, "line": place.line, "column": place.column}


def _filled(template: str, values: tuple[tuple[str, str | int], ...], lang: Lang) -> str:
    # A value that is words stands once for each language, as `name_sv` and `name_en`.
    shown = {name.removesuffix(f"_{lang}"): _printable(str(value)) for name, value in values}

    def kept(match: re.Match[str]) -> str:
        names = {field for _, field, _, _ in Formatter().parse(match[1]) if field}
        return match[1] if all(shown.get(name) for name in names) else ""

    return _OPTIONAL.sub(kept, template).format_map(shown)


def _printable(text: str) -> str:
    # A name from a hostile file must not steer the reader's terminal or hide from her eye.
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
