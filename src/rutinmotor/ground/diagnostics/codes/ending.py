"""RM240 to RM244, RM255 to RM259: rules that never end, and what ends or fulfils nothing; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_W = Severity.WARNING

CODES: tuple[Code, ...] = (
    Code(
        "RM240",
        _W,
        "”{rule}” blir aldrig klar: ingen händelse uppfyller eller avslutar den.",
        "'{rule}' is never done: no event fulfils or ends it.",
        "Lägg till ”fulfilled_by” med händelsen som visar att det är gjort, eller ”ends_with”. "
        "Gäller kravet hela tiden, skriv deadline: continuous.",
        "Add 'fulfilled_by' with the event that shows that it is done, or 'ends_with'. "
        "If the obligation holds all the time, write deadline: continuous.",
    ),
    Code(
        "RM241",
        _W,
        "”{rule}” kommer aldrig igen: nästa gång räknas från att den uppfylls, men ingen händelse uppfyller den.",
        "'{rule}' never comes again: the next time is counted from its fulfilment, but no event fulfils it.",
        "Lägg till ”fulfilled_by”, eller räkna från utlösaren med from: trigger.",
        "Add 'fulfilled_by', or count from the trigger with from: trigger.",
    ),
    Code(
        "RM242",
        _W,
        "”{rule}” slutar aldrig komma igen: ingen händelse avslutar den, och inget villkor kan göra det.",
        "'{rule}' never stops coming again: no event ends it, and no condition can.",
        "Lägg till ”ends_with”, till exempel med händelsen att insatsen upphör, eller ett villkor i ”only_if”.",
        "Add 'ends_with', for example with the event that the service ends, or a condition in 'only_if'.",
    ),
    Code(
        "RM244",
        _W,
        "”counts_within” i ”{rule}” utesluter inget: {within} är längre än tiden, {time}.",
        "'counts_within' of '{rule}' leaves nothing out: {within} is longer than the time, {time}.",
        "Korta ”counts_within”, eller ta bort den.",
        "Shorten 'counts_within', or remove it.",
    ),
    Code(
        "RM255",
        _W,
        "”{rule}” kan aldrig avslutas av att tiden går ut för ”{other}”, som inte har någon sista dag.",
        "'{rule}' can never be ended by '{other}' being overdue, as that has no last day.",
        "Ge ”{other}” en tid, till exempel {{days: 14}}, eller ta bort raden ur ”ends_with”.",
        "Give '{other}' a time, such as {{days: 14}}, or remove the line from 'ends_with'.",
    ),
    Code(
        "RM256",
        _W,
        "”survives” gör inget i ”{rule}”: villkoret i ”only_if” frågar efter ett tillstånd, och då väntar utlösaren "
        "kvar ändå.",
        "'survives' does nothing in '{rule}': the condition in 'only_if' asks for a state, and so the trigger goes on "
        "waiting anyway.",
        "Ta bort ”survives”.",
        "Remove 'survives'.",
    ),
    Code(
        "RM257",
        _W,
        "”spares: overdue” gör inget i ”{rule}”, som aldrig kan bli försenad.",
        "'spares: overdue' does nothing in '{rule}', which can never be overdue.",
        "Ta bort ”overdue” ur ”spares”, eller ge regeln en tid.",
        "Remove 'overdue' from 'spares', or give the rule a time.",
    ),
    Code(
        "RM258",
        _W,
        "”{rule}” avslutas av att den själv blir försenad, men ”spares” lämnar kvar det som är försenat.",
        "'{rule}' ends by being overdue itself, but 'spares' leaves what is overdue.",
        "Ta bort ”overdue” ur ”spares”, eller raden ur ”ends_with”.",
        "Remove 'overdue' from 'spares', or the line from 'ends_with'.",
    ),
    Code(
        "RM259",
        _W,
        "Kedjan {ring} utlöser sig själv utan slut: nya krav uppstår så länge tiden går, fast inget händer i ärendet.",
        "The chain {ring} sets itself off without end: obligations go on arising though nothing happens in the case.",
        "Skriv on_repeat: keep i någon av reglerna, så att den inte uppstår igen medan den är öppen, "
        "eller ta bort en av utlösarna.",
        "Write on_repeat: keep in one of the rules, so that it does not arise again while it is open, "
        "or remove one of the triggers.",
    ),
)
