"""Combinations of facts and states in, the words for them in Swedish and English out; for the sentences of lints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rutinmotor.ground.words import Wording
from rutinmotor.language.catalogue import Names
from rutinmotor.language.logic.boxes import Box
from rutinmotor.language.logic.regions import Cell, Other, Span, Value, Variable

# How many things a sentence lists before it counts the rest.
_MOST = 4
# How many facts and states a combination names.
_MOST_LINES = 8


def listed(words: Sequence[str], last: Wording) -> Wording:
    """Join words as a sentence lists them, the last two by a word; all beyond a handful are only counted."""
    return _some([Wording(word, word) for word in words], last)


def cases_told(
    variables: Sequence[Variable], found: Sequence[Box], whole: Box, names: Names, *, complete: bool
) -> Wording:
    """Say combinations, those of fewest conditions first; what is as wide as in `whole` goes without saying."""
    cases = sorted(found, key=lambda box: sum(cells != within for cells, within in zip(box, whole, strict=True)))
    told = [_case(variables, box, whole, names) for box in cases[:_MOST]]
    sv, en = "; ".join(case.sv for case in told), "; ".join(case.en for case in told)
    if left := len(cases) - len(told):
        more = "" if complete else "minst ", "" if complete else "at least "
        return Wording(f"{sv}; och {more[0]}{left} fall till", f"{en}; and {more[1]}{left} more")
    return Wording(sv, en) if complete else Wording(f"{sv}; och kanske fler", f"{en}; and perhaps more")


def _case(variables: Sequence[Variable], box: Box, whole: Box, names: Names) -> Wording:
    parts = [
        _line(variable, cells, within, names)
        for variable, cells, within in zip(variables, box, whole, strict=True)
        if cells != within
    ]
    if len(parts) > _MOST_LINES:
        left = len(parts) - _MOST_LINES
        parts = [*parts[:_MOST_LINES], Wording(f"{left} villkor till", f"{left} more conditions")]
    return _joined(parts, Wording("och", "and")) if parts else Wording("alla fall", "all cases")


def _line(variable: Variable, cells: int, whole: int, names: Names) -> Wording:
    """Say in which of its cells a variable is, of those in `whole`."""
    if variable.sort != "fact":
        return _state(variable, cells, names)
    declared = names.facts.get(variable.name)
    title = (declared.text.title if declared else None) or variable.name
    told = _values(variable, cells, whole)
    return Wording(f"{title} = {told.sv}", f"{title} = {told.en}")


def _state(variable: Variable, cells: int, names: Names) -> Wording:
    declared = names.states.get(variable.name)
    title = (declared.text.title if declared else None) or variable.name
    holds = cells == 1
    if variable.sort == "state":
        return Wording(
            f"”{title}” gäller" if holds else f"”{title}” gäller inte",
            f"'{title}' holds" if holds else f"'{title}' does not hold",
        )
    return Wording(
        f"”{title}” gäller ingen annan del" if holds else f"”{title}” gäller också en annan del",
        f"'{title}' holds for no other item" if holds else f"'{title}' holds for another item too",
    )


def _values(variable: Variable, cells: int, whole: int) -> Wording:
    """Say which values a fact has, of those in `whole`."""
    given, of_all = cells & variable.given, whole & variable.given
    if not given:
        return Wording("inte angiven", "not given")
    if given == of_all:
        return Wording("angiven", "given")
    inside, outside = _cells(variable, given), _cells(variable, of_all & ~given)
    if variable.kind in ("int", "date"):
        told = _some([_span(span, variable.kind) for span in _runs(inside)], Wording("eller", "or"))
    elif Other() in inside or len(inside) > max(_MOST, len(outside)):
        values = listed([_value(cell) for cell in outside], Wording("eller", "or"))
        told = Wording(f"något annat än {values.sv}", f"anything but {values.en}")
    elif variable.kind == "bool":
        told = Wording("ja", "yes") if inside == [Value(True)] else Wording("nej", "no")
    else:
        told = listed([_value(cell) for cell in inside], Wording("eller", "or"))
    return Wording(f"{told.sv}, eller inte angiven", f"{told.en}, or not given") if cells != given else told


def _cells(variable: Variable, cells: int) -> list[Cell]:
    return [cell for row, cell in enumerate(variable.cells) if cells >> row & 1]


def _value(cell: Cell) -> str:
    return str(cell.value) if isinstance(cell, Value) else ""


def _runs(cells: Iterable[Cell]) -> Iterator[Span]:
    """Join spans that touch."""
    run: Span | None = None
    for span in cells:
        assert isinstance(span, Span)
        if run is not None and run.last is not None and span.first == run.last + 1:
            run = Span(run.first, span.last)
            continue
        if run is not None:
            yield run
        run = span
    if run is not None:
        yield run


def _span(span: Span, kind: str) -> Wording:
    first, last = _end(span.first, kind, date.min), _end(span.last, kind, date.max)
    match first, last, kind:
        case None, None, _:
            return Wording("angiven", "given")
        case None, _, "date":
            return Wording(f"senast {last}", f"no later than {last}")
        case None, _, _:
            return Wording(f"högst {last}", f"at most {last}")
        case _, None, "date":
            return Wording(f"tidigast {first}", f"no earlier than {first}")
        case _, None, _:
            return Wording(f"minst {first}", f"at least {first}")
        case _ if first == last:
            return Wording(first, first)
        case _:
            return Wording(f"{first} till {last}", f"{first} to {last}")


def _end(number: int | None, kind: str, endless: date) -> str | None:
    if number is None or kind == "int":
        return None if number is None else str(number)
    return None if number == endless.toordinal() else date.fromordinal(number).isoformat()


def _some(parts: Sequence[Wording], last: Wording) -> Wording:
    if len(parts) > _MOST + 1:
        left = len(parts) - _MOST
        parts = [*parts[:_MOST], Wording(f"{left} till", f"{left} more")]
    return _joined(parts, last)


def _joined(parts: Sequence[Wording], last: Wording) -> Wording:
    return Wording(_list([part.sv for part in parts], last.sv), _list([part.en for part in parts], last.en))


def _list(words: list[str], last: str) -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)
