"""RM270 to RM275: facts that belong to events, put to a use that no event bears out; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_E = Severity.ERROR

CODES: tuple[Code, ...] = (
    Code(
        "RM270",
        _E,
        "Regeln ”{rule}” frågar efter ”{fact}”, som hör till en händelse, men bakom ”{key}” står ingen händelse.",
        "The rule '{rule}' asks for '{fact}', which belongs to an event, but no event stands behind '{key}'.",
        "Låt en händelse utlösa regeln utan upprepning, eller ta bort ”of: event” från uppgiften.",
        "Let an event trigger the rule, without repetition, or remove 'of: event' from the fact.",
    ),
    Code(
        "RM271",
        _E,
        "En uppgift som hör till en händelse (”of: event”) kan inte också ha ”only_forward”.",
        "A fact that belongs to an event ('of: event') cannot have 'only_forward' too.",
        "Ta bort det ena. Det som hör till en händelse läses aldrig från en annan dag än händelsens.",
        "Remove one of them. What belongs to an event is never read from another day than the event's.",
    ),
    Code(
        "RM272",
        _E,
        "Händelsen ”{event}” kan inte ta bort ”{fact}”, som hör till den händelse som ger uppgiften.",
        "The event '{event}' cannot take away '{fact}', which belongs to the event that gives it.",
        "Ta bort ”{fact}” ur ”resets”. Uppgiften läses aldrig från en tidigare händelse.",
        "Remove '{fact}' from 'resets'. The fact is never read from an earlier event.",
    ),
    Code(
        "RM273",
        _E,
        "Dagen hämtas från ”{fact}”, som hör till en händelse och inte till ärendet eller en del av det.",
        "The day is taken from '{fact}', which belongs to an event and not to the case or an item of it.",
        "Ta bort ”of: event” från uppgiften, eller välj en annan datumuppgift.",
        "Remove 'of: event' from the fact, or choose another date.",
    ),
    Code(
        "RM275",
        Severity.WARNING,
        "”{rule}” frågar efter ”{fact}”, som hör till en händelse, men bakom kravet ”{other}” står ingen händelse.",
        "'{rule}' asks for '{fact}', which belongs to an event, but no event stands behind the obligation '{other}'.",
        "Låt en händelse utlösa regeln, eller ta bort ”of: event” från uppgiften. Annars går den aldrig att avgöra.",
        "Let an event trigger the rule, or remove 'of: event' from the fact. Otherwise it can never be judged.",
    ),
)
