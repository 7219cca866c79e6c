"""Nothing in, ratios out: what a byte costs in a long monotonous text, beside one in a shorter text of the same kind.

Rule files in YAML and case files in JSON, each of 1 MB against 128 kB: read, and refused where they are at fault. The
tests count the lines of Python that the same rule texts take; what is done inside C, as by an expression, shows only
here.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from statistics import median
from time import process_time

from rutinmotor.language.casefile.case_files import read_cases
from rutinmotor.text.document.parsing import read_document

ROUNDS = 5
LESS, MORE = 128 * 1024, 1024 * 1024
GOAL = 2
# What begins a text, what is repeated, what ends it.
RULES = {
    "brackets": ("", "[", ""),
    "braces": ("", "{", ""),
    "brackets and braces": ("", "[{", ""),
    "dashes": ("", "- ", ""),
    "explicit keys": ("", "? ", ""),
    "colons": ("", ": ", ""),
    "tags": ("", "!x ", ""),
    "tags without end": ("", "!", ""),
    "anchors": ("", "&a ", ""),
    "aliases": ("", "*a ", ""),
    "directives": ("", "%a\n", ""),
    "list": ("", "- a\n", ""),
    "one key": ("", "a: 1\n", ""),
    "merge keys": ("", "<<: 1\n", ""),
    "double quotes": ("", '"', ""),
    "single quotes": ("", "'", ""),
    "backslashes": ("", "\\", ""),
    "question marks": ("", "?", ""),
    "spaces": ("", " ", ""),
    "tabs": ("", "\t", ""),
    "line feeds": ("", "\n", ""),
    "carriage returns": ("", "\r", ""),
    "comments": ("", "#\n", ""),
    "digits": ("", "1", ""),
    "letters": ("", "å", ""),
    "combining marks": ("", "\u0301\u0323", ""),
    "zero-width spaces": ("", "\u200b", ""),
    "zero-width spaces between": ("", "a\u200b", ""),
    "hard spaces": ("", "\u00a0", ""),
    "hard spaces on lines": ("", "\u00a0\n", ""),
    "zeros": ("", "\0", ""),
    "flow list": ("[", "a,", "]"),
    "flow mapping": ("{", "a:b,", "}"),
    "question marks in brackets": ("[", "?", "]"),
    "surrogates": ('["', "\\ud83d\\ude00", '"]'),
    "half surrogates": ('["', "\\ud83d", '"]'),
    "block text": ("a: |\n", " x\n", ""),
    "quoted line breaks": ('"', "\\\n", '"'),
    "exponent": ("1e", "1", ""),
    "a long line in a list": ("- ", "ord ", "\n"),
    "a few long lines": ("a: |\n", " " + "x" * 999 + "\n", ""),
}
CASES = {
    "a long case": ('{"case": "', "x", '"}'),
    "a long fact": ('{"case": "a", "facts": {"', "x", '": 1}}'),
    "a long number": ('{"case": "a", "facts": {"dagar": ', "9", "}}"),
    "a long decimal": ('{"case": "a", "facts": {"dagar": 0.', "9", "}}"),
    "deep lists": ("", "[", ""),
    "deep mappings": ("", '{"a":', ""),
    "quotes in JSON": ("", '"', ""),
    "backslashes in JSON": ('{"case": "', "\\", ""),
    "blanks": ("", " ", ""),
    "line breaks": ("", "\n", '{"case": 1}'),
    "faulty events": ('{"case": "a", "events": [', '{"type": 1, "at": "2026-02-30"},\n', '{"type": "b"}]}'),
    "a case a line": ("", '{"case": "a"}\n', ""),
}
Read = Callable[[bytes], object]


def read_rules(data: bytes) -> object:
    return read_document("a.yaml", data)


def read_json(data: bytes) -> object:
    return list(read_cases("a.json", data))


def of_size(parts: tuple[str, str, str], size: int) -> bytes:
    begins, unit, ends = parts
    return (begins + unit * (size // len(unit.encode())) + ends).encode()


def microseconds(read: Read, data: bytes) -> float:
    """Give the processor time of one reading."""
    gc.collect()
    start = process_time()
    read(data)
    return (process_time() - start) * 1e6


def ratio(read: Read, parts: tuple[str, str, str]) -> tuple[float, float]:
    """Give what a kilobyte of the long text costs, µs, and that in multiples of the shorter one's: the medians."""
    less, more = of_size(parts, LESS), of_size(parts, MORE)
    read(less)
    pairs = [(microseconds(read, more) / len(more), microseconds(read, less) / len(less)) for _ in range(ROUNDS)]
    return median(long for long, _ in pairs) * 1024, median(long / short for long, short in pairs)


def main() -> None:
    kinds = [(read_rules, name, parts) for name, parts in RULES.items()]
    kinds += [(read_json, name, parts) for name, parts in CASES.items()]
    rows = [(name, *ratio(read, parts)) for read, name, parts in kinds]
    print(f"{'1 MB, worst first':<28} {'µs/kB':>9}   × a byte of 128 kB (goal {GOAL})")
    for name, cost, growth in sorted(rows, key=lambda row: row[2], reverse=True):
        print(f"{name:<28} {cost:9.2f}   {growth:6.2f}")


if __name__ == "__main__":
    main()
