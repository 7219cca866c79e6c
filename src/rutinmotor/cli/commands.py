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
        "Try the rules on scenarios: cases with the answers they should get.",
    ),
    Command(
        "boundaries",
        "Visa en regels tid i exempel: helger, påsk, månadsskiften och skottår.",
        "Show a rule's time in examples: weekends, Easter, month ends and leap years.",
    ),
    Command(
        "new",
        "Skriv ett utkast till en regel eller ett scenario.",
        "Draft a rule or a scenario.",
    ),
    Command(
        "diff",
        "Visa vad som har ändrats i sak mellan två versioner av reglerna.",
        "Show what has changed in meaning between two versions of the rules.",
    ),
    Command(
        "impact",
        "Visa vad nya regler skulle ändra i pågående ärenden.",
        "Show what new rules would change in running cases.",
    ),
    Command(
        "set",
        "Ändra något i en regel, och inget annat i filen.",
        "Change something in a rule, and nothing else in its file.",
    ),
    Command(
        "fmt",
        "Lägg ut filer på ett enhetligt sätt: indrag, mellanslag och tomma rader.",
        "Lay files out alike: indentation, spaces and empty lines.",
    ),
    Command(
        "record",
        "Gör ett scenario av ett ärende, utan det som visar vems det är.",
        "Make a scenario of a case, without what says whose it is.",
    ),
    Command(
        "schema",
        "Skriv ut JSON Schema för regelfiler, ärenden eller scenarier.",
        "Print the JSON Schema of rule files, cases or scenarios.",
    ),
    Command(
        "lsp",
        "Starta språkservern, som en redigerare talar med.",
        "Start the language server that an editor talks to.",
    ),
    Command("calendar", "Visa ett års arbetsdagar och lediga dagar.", "Show a year's working days and free days."),
)
