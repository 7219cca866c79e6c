"""RM240 to RM244: rules that never end, and what ends or fulfils nothing; data only."""

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
)
