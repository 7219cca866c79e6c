"""Texts as no formatter would leave them, with the data that they mean and every comment told from every other."""

import re
from random import Random
from typing import Any, NamedTuple, TypeAlias

from rutinmotor.text.document import Plain

# Only what holds something.
Held: TypeAlias = list[Plain] | dict[str, Plain]

COMMENT = re.compile(r"#k[0-9]+")
WORDS = (
    "hej",
    "plan klar",
    "å ä ö",
    "6 veckor",
    "två, tre",
    "a: b",
    "ja",
    "2025-09-17",
    "x#y",
    "12:30",
    "- nej",
    "{",
    "",
)


NAMES: dict[object, str] = {True: "true", False: "false", None: "null"}


class Drawn(NamedTuple):
    text: str
    data: Any


class _Writer:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.comments = 0
        self.step = random.choice((1, 2, 3, 4))
        self.dash = random.choice((0, 2))
        self.newline = random.choice(("\n", "\n", "\r\n"))

    def comment(self) -> str:
        self.comments += 1
        return f"#k{self.comments} {self.random.choice(('', 'om: detta', '- så', '{'))}".rstrip()

    def tail(self) -> str:
        return f"{' ' * self.random.randint(1, 3)}{self.comment()}" if self.random.random() < 0.25 else self.blanks()

    def blanks(self) -> str:
        return self.random.choice(("", "", "", "  "))

    def between(self, indent: int) -> list[str]:
        if self.random.random() < 0.75:
            return []
        # Further in it could be part of a text that `|` introduces.
        columns = (None, None, indent, self.random.randint(0, indent))
        drawn = [self.random.choice(columns) for _ in range(self.random.randint(1, 4))]
        return ["" if column is None else f"{' ' * column}{self.comment()}" for column in drawn]

    def scalar(self, value: Plain, flow: bool) -> str:
        if not isinstance(value, str):
            return str(value) if type(value) is int else NAMES.get(value, str(value))
        if "\n" in value:
            return '"' + value.replace("\n", "\\n") + '"'
        plain = re.fullmatch(r"[a-zåäö][a-zåäö ]*[a-zåäö]|x#y|[0-9]{4}-[0-9]{2}-[0-9]{2}|6 veckor", value)
        if plain and self.random.random() < 0.7:
            return value
        return f"'{value}'" if self.random.random() < 0.5 else f'"{value}"'

    def flow(self, value: Plain) -> str:
        pad = self.random.choice(("", "", " "))
        comma = self.random.choice((", ", ",  ", " , "))
        if isinstance(value, dict):
            inner = comma.join(f"{key}: {self.flow(part)}" for key, part in value.items())
            return f"{{{pad}{inner}{pad}}}"
        if isinstance(value, list):
            return f"[{pad}{comma.join(self.flow(part) for part in value)}{pad}]"
        return self.scalar(value, True)

    def broken(self, value: Held, indent: int) -> list[str]:
        """Brackets over several lines, with comments within."""
        if isinstance(value, dict):
            opening, closing, parts = "{", "}", [f"{key}: {self.flow(part)}" for key, part in value.items()]
        else:
            opening, closing, parts = "[", "]", [self.flow(part) for part in value]
        lines = [f"{opening}{self.tail()}"]
        lines += [f"{' ' * (indent + self.random.randint(1, 5))}{part},{self.tail()}" for part in parts]
        lines[-1] = re.sub(r",(\s*(#.*)?)$", r"\1", lines[-1])
        return [*lines, f"{' ' * (indent + 1)}{closing}"]

    def after(self, value: Plain, indent: int, in_list: bool) -> list[str]:
        """What follows a colon or a dash: the rest of its line, and further lines."""
        space = " " * self.random.choice((1, 1, 1, 2, 3))
        if isinstance(value, dict | list) and value and self.random.random() < 0.6:
            deeper = indent + (self.dash if isinstance(value, list) and not in_list else self.step)
            lines = self.block(value, deeper)
            return [self.tail(), *lines]
        if isinstance(value, dict | list) and value and self.random.random() < 0.3:
            first, *rest = self.broken(value, indent)
            rest[-1] += self.tail()
            return [f"{space}{first}", *rest]
        if isinstance(value, dict | list):
            return [f"{space}{self.flow(value)}{self.tail()}"]
        if isinstance(value, str) and "\n" in value:
            inner = " " * (indent + self.step)
            body = [f"{inner}{line}" if line else "" for line in value.split("\n")]
            return [f"{space}|-{self.blanks()}", *body]
        if value is None and self.random.random() < 0.5:
            return [self.tail()]
        return [f"{space}{self.scalar(value, False)}{self.tail()}"]

    def block(self, value: Held, indent: int) -> list[str]:
        lines: list[str] = []
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, part in pairs:
            lines += self.between(indent)
            head = f"{key}:" if isinstance(value, dict) else "-"
            after = self.after(part, indent, isinstance(value, list))
            if head == "-" and isinstance(part, dict) and not after[0].strip() and len(after) > 1:
                own = len(after[1]) - len(after[1].lstrip())
                if after[1].strip() and not after[1].lstrip().startswith("#") and own >= indent + 2:
                    after = [after[1][indent + 1 :], *after[2:]]
            lines += [f"{' ' * indent}{head}{after[0]}", *after[1:]]
        return lines


def data_of(random: Random, depth: int = 0) -> Plain:
    kind = random.random()
    if depth == 0 or (depth < 4 and kind < 0.35):
        names = random.sample(("ett", "tva", "tre", "fyra", "fem", "sex"), random.randint(1, 4))
        return {name: data_of(random, depth + 1) for name in names}
    if depth < 4 and kind < 0.6:
        return [data_of(random, depth + 1) for _ in range(random.randint(0, 3))]
    return random.choice((0, 7, True, None, 1.5, "rad ett\nrad två", *WORDS))


def drawn(seed: int) -> Drawn:
    random = Random(seed)
    data = data_of(random)
    assert isinstance(data, dict)
    writer = _Writer(random)
    text = writer.newline.join(writer.block(data, 0))
    mark = "\ufeff" if random.random() < 0.1 else ""
    return Drawn(mark + text + writer.newline * random.choice((0, 1, 1, 3)), data)


def comments(text: str) -> list[str]:
    return COMMENT.findall(text)
