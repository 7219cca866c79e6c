"""The text of a module in, every mutant that the operators of mutmut make of it out; before any is drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider, WhitespaceInclusivePositionProvider
from mutmut.mutation.mutators import mutation_operators, operator_arg_removal, operator_string

# What is flipped where days are compared: the day itself is in, or it is out.
_FLIPPED = (cst.LessThan, cst.LessThanEqual, cst.GreaterThan, cst.GreaterThanEqual, cst.Equal, cst.NotEqual)
# No mutant of these says anything of a rule: what is known only to checkers of types, and what is done to a definition.
_LEFT_OUT = (cst.Annotation, cst.Decorator, cst.Import, cst.ImportFrom, cst.TypeAlias)
# A call without one of its arguments breaks at once, whoever calls it: such mutants are many, and say nothing.
_OPERATORS = [one for one in mutation_operators if one[1] is not operator_arg_removal]


Name = tuple[str, str, str, str, int]


@dataclass(frozen=True, slots=True)
class Place:
    """The lines of a mutant, and the first one of its statement; some run only while their module is imported."""

    line: int
    last: int
    statement: int
    at_import: bool


@dataclass(frozen=True, slots=True)
class _Within:
    """What a node stands in: the names of classes and functions, its statement, and whether that is of a class."""

    names: tuple[str, ...] = ()
    statement: cst.CSTNode | None = None
    in_class: bool = False
    in_function: bool = False

    def under(self, node: cst.CSTNode) -> "_Within":
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            in_class = isinstance(node, cst.ClassDef)
            return _Within((*self.names, node.name.value), node, in_class, self.in_function or not in_class)
        if isinstance(node, cst.BaseSmallStatement | cst.BaseCompoundStatement):
            return replace(self, statement=node)
        return self


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module; `before` and `after` are the lines that differ, without their indentation.

    What names it is `file`, `function`, `before`, `after` and `nth` (from 1, among those that are otherwise alike), so
    that a move of the function, or of its lines, makes it no other.
    """

    file: str
    function: str
    before: str
    after: str
    nth: int
    place: Place
    comparison: bool
    text: str

    @property
    def name(self) -> Name:
        return self.file, self.function, self.before, self.after, self.nth


@dataclass(frozen=True, slots=True)
class _Change:
    function: str
    place: Place
    comparison: bool
    text: str


def mutants_of(file: str, text: str) -> list[Mutant]:
    """Make every mutant of a module that is another program, each once, in the order of their lines."""
    seen = {text}
    lines = text.splitlines()
    counts: dict[tuple[str, ...], int] = {}
    made: list[Mutant] = []
    for change in _changes(text):
        if change.text in seen:
            continue
        seen.add(change.text)
        before, after = _difference(lines, change)
        alike = (change.function, before, after)
        counts[alike] = counts.get(alike, 0) + 1
        rest = (change.place, change.comparison, change.text)
        made.append(Mutant(file, change.function, before, after, counts[alike], *rest))
    return made


def _changes(text: str) -> Iterator[_Change]:
    wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
    module = wrapper.module
    inclusive = wrapper.resolve(WhitespaceInclusivePositionProvider)
    exact = wrapper.resolve(PositionProvider)
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, within in _walked(module, _Within()):
        for operator_type, operator in _OPERATORS:
            if not isinstance(node, operator_type):
                continue
            statement = exact[within.statement or node].start.line
            place = Place(exact[node].start.line, exact[node].end.line, statement, not within.in_function)
            flipped = isinstance(node, cst.ComparisonTarget) and isinstance(node.operator, _FLIPPED)
            replaced = partial(_replaced, text, starts, inclusive, module, node)
            # Of a string the first is another string; the others are no more so.
            for mutated in islice(operator(node), 1 if operator is operator_string else None):
                yield _Change(".".join(within.names), place, flipped, replaced(mutated))


def _walked(node: cst.CSTNode, within: _Within) -> Iterator[tuple[cst.CSTNode, _Within]]:
    """Give every node that may be changed, with what it stands in."""
    # What a class says of its keys in words is shown to people, and held by the pages that are made of it.
    told = within.in_class and isinstance(node, cst.BaseString)
    if told or isinstance(node, _LEFT_OUT) or _is_docstring(node) or _is_of_types(node):
        return
    yield node, within
    for child in node.children:
        yield from _walked(child, within.under(node))


def _is_docstring(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString | cst.ConcatenatedString)


def _is_of_types(node: cst.CSTNode) -> bool:
    """Tell if a node is for checkers of types alone, or lists the names that a module or an instance has."""
    if isinstance(node, cst.If):
        return isinstance(node.test, cst.Name) and node.test.value == "TYPE_CHECKING"
    if isinstance(node, cst.Subscript):
        return isinstance(node.value, cst.Name) and node.value.value == "Literal"
    targets = node.targets if isinstance(node, cst.Assign) else ()
    return any(isinstance(one.target, cst.Name) and one.target.value in ("__all__", "__slots__") for one in targets)


def _replaced(
    text: str,
    starts: list[int],
    places: Mapping[cst.CSTNode, CodeRange],
    module: cst.Module,
    node: cst.CSTNode,
    mutated: cst.CSTNode,
) -> str:
    """Give the module's text with one node written anew, and every other letter as it was."""
    # Only a block's own lines know how far they are indented.
    if isinstance(node, cst.Match):
        changed = module.deep_replace(node, mutated)
        assert isinstance(changed, cst.Module)
        return changed.code
    place = places[node]
    start = starts[place.start.line - 1] + place.start.column
    end = starts[place.end.line - 1] + place.end.column
    return text[:start] + module.code_for_node(mutated) + text[end:]


def _difference(lines: list[str], change: _Change) -> tuple[str, str]:
    """Give the lines that differ, as they were and as they are, without their indentation."""
    head, last = change.place.line - 1, change.place.last
    changed = change.text.splitlines()
    old = [line.strip() for line in lines[head:last]]
    new = [line.strip() for line in changed[head : last + len(changed) - len(lines)]]
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return "\n".join(old), "\n".join(new)
