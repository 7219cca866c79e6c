"""RM001 to RM010, RM045: files that cannot be read or are not ours, bytes that are no plain text; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_E = Severity.ERROR

_FILES = (
    Code(
        "RM001",
        _E,
        "Filen eller mappen ”{name}” finns inte.",
        "There is no file or folder '{name}'.",
        "Kontrollera stavningen och att du står i rätt mapp.",
        "Check the spelling and the folder that you are in.",
    ),
    Code(
        "RM002",
        _E,
        "”{name}” är ingen vanlig fil.",
        "'{name}' is not an ordinary file.",
        "Ange en fil; är det en mapp, ange filerna i den.",
        "Name a file; if it is a folder, name the files in it.",
    ),
    Code(
        "RM003",
        _E,
        "”{name}” går inte att läsa[[: {reason}]].",
        "'{name}' cannot be read[[: {reason}]].",
        "Kontrollera att du har rätt att läsa filen och att disken är ansluten.",
        "Check that you may read the file and that the disk is connected.",
    ),
    Code(
        "RM004",
        _E,
        "Mappen ”{name}” innehåller inga filer som slutar på {endings}.",
        "The folder '{name}' holds no files that end in {endings}.",
        "Kontrollera att det är rätt mapp[[; {unread} läses inte]].",
        "Check that it is the right folder[[; {unread} are not read]].",
    ),
    Code(
        "RM045",
        _E,
        "”{name}” är varken en regelfil, ett scenario eller ett ärende, och lämnas som den är.",
        "'{name}' is neither a rule file, a scenario nor a case, and is left as it is.",
        "Kontrollera att det är rätt fil. En regelfil har nyckeln ”catalogue” ytterst, ett scenario ”scenario” och ett "
        "ärende ”case”, och högst hälften av nycklarna där är andra än språkets.",
        "Check that it is the right file. A rule file has the key 'catalogue' outermost, a scenario 'scenario' and a "
        "case 'case', and at most half of the keys there are not those of the language.",
    ),
)

_CHARACTERS = (
    Code(
        "RM005",
        _E,
        "Filen är större än {limit} byte och läses därför inte.",
        "The file is larger than {limit} bytes and is therefore not read.",
        "Dela filen i flera, eller kontrollera att det är rätt fil.",
        "Split the file into several, or check that it is the right file.",
    ),
    Code(
        "RM006",
        _E,
        "Filen är inte sparad som UTF-8[[; den ser ut att vara {encoding}]].",
        "The file is not saved as UTF-8[[; it looks like {encoding}]].",
        "Öppna filen i redigeraren och spara om den med teckenkodningen UTF-8.",
        "Open the file in your editor and save it again with the encoding UTF-8.",
    ),
    Code(
        "RM007",
        _E,
        "Här står ett styrtecken, {sign}, som inte hör hemma i text.",
        "Here is a control character, {sign}, that does not belong in text.",
        "Ta bort tecknet; skriv om ordet om det inte syns.",
        "Remove the character; write the word anew if it cannot be seen.",
    ),
    Code(
        "RM008",
        _E,
        "Här står ett tecken som inte syns, {sign}[[ ({name})]].",
        "Here is a character that cannot be seen, {sign}[[ ({name})]].",
        "Skriv om ordet för hand; tecknet följer ofta med när text klistras in.",
        "Write the word anew by hand; the character often comes along with pasted text.",
    ),
    Code(
        "RM009",
        _E,
        "Här står ett hårt eller ovanligt blanksteg, {sign}, där det måste vara ett vanligt.",
        "Here is a no-break or unusual space, {sign}, where it must be an ordinary one.",
        "Ersätt det med ett vanligt blanksteg; det följer ofta med när text klistras in.",
        "Replace it with an ordinary space; it often comes along with pasted text.",
    ),
    Code(
        "RM010",
        _E,
        "Filen är tom.",
        "The file is empty.",
        "Skriv något i den, eller ta bort den.",
        "Write something in it, or remove it.",
    ),
)

CODES: tuple[Code, ...] = (*_FILES, *_CHARACTERS)
