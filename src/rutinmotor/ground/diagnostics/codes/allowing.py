"""RM531 to RM533: warnings that an author lets stand; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "RM531",
        Severity.ERROR,
        "”{code}” är ett fel och kan inte få stå kvar.",
        "'{code}' is an error and cannot be let stand.",
        "Rätta felet, och ta bort koden ur ”allow”. Bara varningar och upplysningar kan stå där.",
        "Correct the error, and remove the code from 'allow'. Only warnings and remarks can stand there.",
    ),
    Code(
        "RM532",
        Severity.ERROR,
        "Koden ”{code}” finns inte.[[ Menade du ”{near}”?]]",
        "There is no code '{code}'.[[ Did you mean '{near}'?]]",
        "Skriv koden som den står i varningen, eller ta bort den ur ”allow”.",
        "Write the code as it stands in the warning, or remove it from 'allow'.",
    ),
    Code(
        "RM533",
        Severity.WARNING,
        "Undantaget för ”{code}” behövs inte längre: det finns ingen sådan varning här.",
        "The exception for '{code}' is no longer needed: there is no such warning here.",
        "Ta bort koden ur ”allow”, eller flytta den till regeln som varningen gäller.",
        "Remove the code from 'allow', or move it to the rule that the warning is about.",
    ),
)
