"""The commands, each with one line of help in both languages; data only, so that help is there at once."""

from typing import NamedTuple


class Command(NamedTuple):
    """A command: its name is also that of its module in `cli`, which has a function `run`."""

    name: str
    sv: str
    en: str


COMMANDS = (
    Command(
        "evaluate",
        "Bedöm ärenden: vad som ska göras och vad som är försenat.",
        "Judge cases: what is due and what is overdue.",
    ),
    Command(
        "explain",
        "Förklara varför en regel gav eller inte gav ett krav.",
        "Explain why a rule did or did not give an obligation.",
    ),
    Command(
        "check",
        "Granska regelfiler: allt som är fel eller tveksamt.",
        "Check rule files: everything that is wrong or doubtful.",
    ),
    Command(
        "schema",
        "Skriv ut JSON Schema för regelfiler, ärenden eller scenarier.",
        "Print the JSON Schema of rule files, cases or scenarios.",
    ),
    Command("calendar", "Visa ett års arbetsdagar och lediga dagar.", "Show a year's working days and free days."),
)
