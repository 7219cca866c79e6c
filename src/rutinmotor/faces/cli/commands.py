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
        "test",
        "Pröva reglerna mot scenarier: ärenden med facit.",
        "Try the rules on scenarios: cases with their answers.",
    ),
    Command(
        "boundaries",
        "Visa en regels tid i exempel: över helger, påsk och månadsslut.",
        "Show a rule's time in examples: over weekends and month ends.",
    ),
    Command(
        "new",
        "Skriv ett utkast till en regel eller ett scenario.",
        "Draft a rule or a scenario.",
    ),
    Command(
        "record",
        "Gör ett scenario av ett ärende, utan det som visar vems det är.",
        "Make a scenario of a case, without what says whose it is.",
    ),
    Command(
        "set",
        "Ändra något i en regel, och inget annat i filen.",
        "Change something in a rule, and nothing else in its file.",
    ),
    Command(
        "fmt",
        "Lägg ut filer enhetligt: indrag, mellanslag och tomma rader.",
        "Lay files out alike: indentation, spaces and empty lines.",
    ),
    Command(
        "diff",
        "Visa vad som har ändrats i sak mellan två versioner av reglerna.",
        "Show what has changed in meaning between two sets of rules.",
    ),
    Command(
        "impact",
        "Visa vad nya regler skulle ändra i pågående ärenden.",
        "Show what new rules would change in running cases.",
    ),
    Command(
        "schema",
        "Skriv ut JSON Schema för regelfiler, ärenden eller scenarier.",
        "Print the JSON Schema of rule files, cases or scenarios.",
    ),
    Command("calendar", "Visa ett års arbetsdagar och lediga dagar.", "Show a year's working days and free days."),
    Command(
        "lsp",
        "Starta språkservern, som en redigerare talar med.",
        "Start the language server that an editor talks to.",
    ),
)
