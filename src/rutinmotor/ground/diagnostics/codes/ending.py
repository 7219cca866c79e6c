"""RM240 to RM242, RM259: rules that never end; data only."""

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
