"""RM1xx: the shape of a catalogue, its keys and the kinds of its values; data only."""

from rutinmotor.diagnostics.codes import together
from rutinmotor.diagnostics.codes.code import Code, Severity

_E = Severity.ERROR

_ALONE: tuple[Code, ...] = (
    Code(
        "RM101",
        _E,
        "Nyckeln ”{key}” finns inte här.[[ Menade du ”{near}”?]]",
        "There is no key '{key}' here.[[ Did you mean '{near}'?]]",
        "Rätta stavningen eller ta bort raden.[[ Nycklar som kan stå här: {known}.]]",
        "Correct the spelling or remove the line.[[ Keys that can stand here: {known}.]]",
    ),
    Code(
        "RM102",
        _E,
        "Här saknas nyckeln ”{key}”.",
        "The key '{key}' is missing here.",
        "Lägg till en rad med ”{key}:”.",
        "Add a line with '{key}:'.",
    ),
    Code(
        "RM103",
        _E,
        "Här ska det stå text.",
        "This should be text.",
        "Skriv ett ord eller en mening. "
        "Ser värdet ut som ett tal, eller som true eller false, så sätt det inom citattecken.",
        "Write a word or a sentence. Put quotes around what looks like a number, or like true or false.",
    ),
    Code(
        "RM104",
        _E,
        "Här ska det stå ett heltal.",
        "This should be a whole number.",
        "Skriv bara siffror, utan citattecken, decimaler eller ord.",
        "Write digits only, without quotes, decimals or words.",
    ),
    Code(
        "RM105",
        _E,
        "Här ska det stå true eller false.",
        "This should be true or false.",
        "Skriv true för ja eller false för nej, utan citattecken. Orden ja, nej, yes och no är vanlig text.",
        "Write true for yes or false for no, without quotes. The words yes and no are plain text.",
    ),
    Code(
        "RM106",
        _E,
        "Här ska det stå en lista.",
        "This should be a list.",
        "Skriv värdena inom hakparenteser, [ett, två], eller ett på varje rad med ”- ” framför.",
        "Write the values in brackets, [one, two], or one on each line after '- '.",
    ),
    Code(
        "RM107",
        _E,
        "Här ska det stå nycklar med värden.",
        "This should be keys with values.",
        "Skriv ”nyckel: värde”, en på varje rad och indragna lika långt, eller {{nyckel: värde}} på samma rad.",
        "Write 'key: value', one on each line with the same indentation, or {{key: value}} on one line.",
    ),
    Code(
        "RM108",
        _E,
        "”{value}” kan inte stå här.[[ Menade du ”{near}”?]]",
        "'{value}' cannot stand here.[[ Did you mean '{near}'?]]",
        "Välj ett av orden: {allowed}.",
        "Choose one of the words: {allowed}.",
    ),
    Code(
        "RM109",
        _E,
        "”{value}” är inget datum.",
        "'{value}' is not a date.",
        "Skriv året, månaden och dagen med siffror, som 2026-03-31, och kontrollera att dagen finns i månaden.",
        "Write year, month and day in digits, as in 2026-03-31, and see that the month has that day.",
    ),
    Code(
        "RM110",
        _E,
        "”{value}” kan inte vara ett namn.",
        "'{value}' cannot be a name.",
        "Använd små bokstäver a–z, siffror och understreck, med en bokstav först: plan_slutford. "
        "Skriv a för å och ä, o för ö.",
        "Use lower-case a to z, digits and underscores, with a letter first: plan_slutford.",
    ),
    Code(
        "RM111",
        _E,
        "Texten är tom.",
        "The text is empty.",
        "Skriv något, eller ta bort raden.",
        "Write something, or remove the line.",
    ),
    Code(
        "RM112",
        _E,
        "Talet {value} är för litet; minst {least} går att använda här.",
        "The number {value} is too small; the least that works here is {least}.",
        "Skriv {least} eller ett större tal.",
        "Write {least} or a larger number.",
    ),
    Code(
        "RM113",
        _E,
        "Talet {value} är för stort; högst {most} går att använda här.",
        "The number {value} is too large; the most that works here is {most}.",
        "Skriv ett mindre tal, eller en större enhet, som år i stället för dagar.",
        "Write a smaller number, or a larger unit, such as years instead of days.",
    ),
    Code(
        "RM114",
        _E,
        "Listan är tom.",
        "The list is empty.",
        "Skriv minst ett värde i listan, eller ta bort raden.",
        "Write at least one value in the list, or remove the line.",
    ),
    Code(
        "RM115",
        _E,
        "”{value}” står två gånger i listan.",
        "'{value}' stands twice in the list.",
        "Ta bort det ena.",
        "Remove one of them.",
    ),
    Code(
        "RM116",
        _E,
        "Värdet kan inte jämföras med en uppgift.",
        "The value cannot be compared with a fact.",
        "Skriv en text, ett heltal, ett datum, true eller false.",
        "Write a text, a whole number, a date, true or false.",
    ),
    Code(
        "RM117",
        _E,
        "Här saknas ett värde[[ för ”{key}”]].",
        "A value is missing here[[ for '{key}']].",
        "Skriv ett värde, eller ta bort raden.",
        "Write a value, or remove the line.",
    ),
    Code(
        "RM118",
        _E,
        "”{value}” kan inte vara en kod.",
        "'{value}' cannot be a code.",
        "Skriv koden som står i varningen, till exempel RM208.",
        "Write the code that stands in the warning, such as RM208.",
    ),
)

CODES: tuple[Code, ...] = _ALONE + together.CODES
