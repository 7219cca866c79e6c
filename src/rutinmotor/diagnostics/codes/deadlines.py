"""RM3xx: deadlines that cannot be counted or met; data only."""

from rutinmotor.diagnostics.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "RM301",
        Severity.ERROR,
        "{day} ligger utanför kalenderns år, {first} till {last}.",
        "{day} lies outside the calendar's years, {first} to {last}.",
        "Rätta året, eller ta bort dagen.",
        "Correct the year, or remove the day.",
    ),
)
