"""RM1xx: the shape of a rule file, a case or a scenario, its keys and the kinds of its values; data only."""

from rutinmotor.ground.diagnostics.codes import together
from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_E = Severity.ERROR

_ALONE: tuple[Code, ...] = (
    Code(
        "RM101",
        _E,
        "Nyckeln ”{key}” finns inte här[[, utan under ”{home}”]].[[ Menade du ”{near}”?]][[ Det gäller {path}.]]",
        "There is no key '{key}' here[[, but under '{home}']].[[ Did you mean '{near}'?]][[ It is about {path}.]]",
        "Rätta stavningen eller ta bort nyckeln.[[ Nycklar som kan stå här: {known}.]]",
        "Correct the spelling or remove the key.[[ Keys that can stand here: {known}.]]",
    ),
    Code(
        "RM102",
        _E,
        "Här saknas nyckeln ”{key}”.[[ Det gäller {path}.]]",
        "The key '{key}' is missing here.[[ It is about {path}.]]",
        "Lägg till nyckeln ”{key}” med sitt värde.",
        "Add the key '{key}' with its value.",
    ),
    Code(
        "RM103",
        _E,
        "Här ska det stå text[[, inte {value}]].[[ Det gäller {path}.]]",
        "This should be text[[, not {value}]].[[ It is about {path}.]]",
        "Skriv text. Sätt citattecken om det som ser ut som ett tal, eller som true eller false.",
        "Write text. Put quotes around what looks like a number, or like true or false.",
    ),
    Code(
        "RM104",
        _E,
        "Här ska det stå ett heltal[[, inte {value}]].[[ Det gäller {path}.]]",
        "This should be a whole number[[, not {value}]].[[ It is about {path}.]]",
        "Skriv bara siffror, utan citattecken, decimaler eller ord.",
        "Write digits only, without quotes, decimals or words.",
    ),
    Code(
        "RM105",
        _E,
        "Här ska det stå true eller false[[, inte {value}]].[[ Det gäller {path}.]]",
        "This should be true or false[[, not {value}]].[[ It is about {path}.]]",
        "Skriv true för ja eller false för nej, utan citattecken. Orden ja, nej, yes och no är vanlig text.",
        "Write true for yes or false for no, without quotes. The words yes and no are plain text.",
    ),
    Code(
        "RM106",
        _E,
        "Här ska det stå en lista[[, inte {value}]].[[ Det gäller {path}.]]",
        "This should be a list[[, not {value}]].[[ It is about {path}.]]",
        "Skriv hakparenteser om, också när det bara är ett: [ett], eller ett på varje rad med ”- ” framför.",
        "Put brackets around it, even where there is only one: [one], or one on each line after '- '.",
    ),
    Code(
        "RM107",
        _E,
        "Här ska det stå nycklar med värden[[, inte {value}]].[[ Det gäller {path}.]]",
        "This should be keys with values[[, not {value}]].[[ It is about {path}.]]",
        'Skriv ”nyckel: värde”, en på varje rad och indragna lika långt, eller {{"nyckel": värde}} på samma rad.',
        "Write 'key: value', one on each line with the same indentation, or {{\"key\": value}} on one line.",
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
        "”{value}” är inget datum.[[ Det gäller {path}.]]",
        "'{value}' is not a date.[[ It is about {path}.]]",
        "Skriv året, månaden och dagen med siffror, som 2026-03-31, och kontrollera att dagen finns i månaden."
        "[[ Klockslag får följa, som {clock}, med Z eller +02:00 sist om du vill.]]",
        "Write year, month and day in digits, as in 2026-03-31, and see that the month has that day."
        "[[ A time may follow, as in {clock}, with Z or +02:00 at the end if you like.]]",
    ),
    Code(
        "RM110",
        _E,
        "”{value}” kan inte vara ett namn[[, för där står tecknet {sign}]].[[ Det gäller {path}.]]",
        "'{value}' cannot be a name[[, as it holds the character {sign}]].[[ It is about {path}.]]",
        "Rätta namnet.[[ Använd små bokstäver a–z, siffror och understreck, med en bokstav först: {example}. "
        "Skriv a för å och ä, o för ö.]]"
        "[[ Skriv det som står efter ”catalogue:” i regelfilen, till exempel {catalogue}, utan filens ändelse.]]"
        "[[ Skriv katalogen, en punkt och regelns id: {full}.]]"
        "[[ Skriv det för hand; {sign} syns inte och följer ofta med när text klistras in.]]",
        "Correct the name.[[ Use lower-case a to z, digits and underscores, with a letter first: {example}.]]"
        "[[ Write what stands after 'catalogue:' in the rule file, such as {catalogue}, without the file's ending.]]"
        "[[ Write the catalogue, a full stop and the rule's id: {full}.]]"
        "[[ Write it by hand; {sign} cannot be seen and often comes along with pasted text.]]",
    ),
    Code(
        "RM111",
        _E,
        "Texten är tom.[[ Det gäller {path}.]]",
        "The text is empty.[[ It is about {path}.]]",
        "Skriv det som ska stå där, eller ta bort nyckeln.",
        "Write what should stand there, or remove the key.",
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
        "Här saknas ett värde[[ för ”{key}”]].[[ Det gäller {path}.]]",
        "A value is missing here[[ for '{key}']].[[ It is about {path}.]]",
        "Skriv ett värde, eller ta bort nyckeln.",
        "Write a value, or remove the key.",
    ),
    Code(
        "RM118",
        _E,
        "”{value}” kan inte vara en kod.",
        "'{value}' cannot be a code.",
        "Skriv koden som står i varningen, till exempel RM208.",
        "Write the code that stands in the warning, such as RM208.",
    ),
    Code(
        "RM119",
        _E,
        "Det här är {kind}, inte en regelfil.",
        "This is {kind}, not a rule file.",
        "Pröva ett scenario med ”rutinmotor test”, och bedöm ett ärende med ”rutinmotor evaluate”.",
        "Try a scenario with 'rutinmotor test', and judge a case with 'rutinmotor evaluate'.",
    ),
)

CODES: tuple[Code, ...] = _ALONE + together.CODES
