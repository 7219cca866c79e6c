"""Small rule texts in, what a review says of them out; what the tests of starts, ends and times are written with."""

from collections.abc import Callable, Iterator, Sequence
from textwrap import dedent, indent

from rutinmotor.ground.diagnostics.diagnostic import Diagnostic
from rutinmotor.language.catalogue.reading import Catalogue, read_texts
from rutinmotor.language.checks.checking import check_reading
from rutinmotor.language.lints.linting import review

Lint = Callable[[Sequence[Catalogue]], Iterator[Diagnostic]]

VOCABULARY = """\
actors: {utforare: {title: Utförare}, chef: {title: Chef}}
calendars:
  vardag: {weekdays: [mon, tue, wed, thu, fri], holidays: SE, eves_free: true}
events:
  ansokan: {title: Ansökan har kommit in}
  beslut: {title: Beslut har fattats}
  klar: {title: Det är gjort}
  slut: {title: Insatsen har upphört}
  borta: {title: Frånvaron har börjat}
  hemma: {title: Frånvaron har slutat}
facts:
  regi: {title: Regi, one_of: [egen, enskild]}
  timmar: {title: Timmar, type: int}
  dag: {title: Dag, type: date}
states:
  franvaro: {title: Frånvaro, begins: borta, ends: hemma}
"""


def catalogue(rules: str, head: str = "", name: str = "prov") -> str:
    """A catalogue's YAML, of rules in flow style, each on a line of its own: `- {id: a, trigger: ..., ...}`.

    A rule that names no actor is for utforare.
    """
    rows = [one if "actor:" in one else one.replace("{id:", "{actor: utforare, id:") for one in lines(rules)]
    return f"catalogue: {name}\n{dedent(head)}{VOCABULARY}rules:\n{indent(chr(10).join(rows), '  ')}\n"


def lines(rules: str) -> list[str]:
    """The lines that say something."""
    return [line for line in dedent(rules).splitlines() if line.strip()]


def linted(find: Lint, *texts: str) -> list[str]:
    """What one lint says in Swedish, each with its code; the texts hold together, else the first fault is raised."""
    reading = read_texts([(f"{letter}.yaml", text.encode()) for letter, text in zip("abcd", texts, strict=False)])
    for fault in check_reading(reading):
        assert not fault.is_error, str(fault)
    return [f"{one.code} {one.sentence()}" for one in sorted(find(reading.catalogues), key=lambda one: one.order)]


def codes(find: Lint, rules: str, head: str = "") -> list[str]:
    """The codes that one lint gives of a catalogue."""
    return [said.split()[0] for said in linted(find, catalogue(rules, head))]


def reviewed(*texts: str) -> list[Diagnostic]:
    """What a review says of texts that stand side by side."""
    named = zip("abcd", texts, strict=False)
    return list(review(read_texts([(f"{letter}.yaml", text.encode()) for letter, text in named])))
