"""RM4xx: steps of an escalation; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_W = Severity.WARNING

CODES: tuple[Code, ...] = (
    Code(
        "RM401",
        _W,
        "Steget till ”{to}” ska tas {before} innan tiden går ut, men ”{rule}” har bara tiden {time}: "
        "steget är nått redan första dagen.",
        "The step to '{to}' is to be taken {before} before the time is up, but '{rule}' has only the time {time}: "
        "the step is reached on the first day.",
        "Korta ”before” i steget, eller ge mer tid.",
        "Shorten the step's 'before', or give more time.",
    ),
    Code(
        "RM402",
        _W,
        "Steget till ”{to}” tas aldrig, eftersom ”{rule}” inte har någon sista dag"
        "[[ (deadline: {word})]][[ (ordet ”{urgency}” har ingen bestämd tid)]].",
        "The step to '{to}' is never taken, as '{rule}' has no last day"
        "[[ (deadline: {word})]][[ (the word '{urgency}' has no definite time)]].",
        "Ge regeln en tid, till exempel {{days: 14}} eller ett ”at_latest” till skyndsamhetsordet, "
        "eller ta bort steget.",
        "Give the rule a time, such as {{days: 14}} or an 'at_latest' beside the word of urgency, or remove the step.",
    ),
    Code(
        "RM403",
        _W,
        "Steget till ”{to}” ska tas {before} innan tiden går ut, men sista dagen för ”{rule}” blir känd först när "
        "”{event}” inträffar.",
        "The step to '{to}' is to be taken {before} before the time is up, but the last day of '{rule}' becomes known "
        "only when '{event}' happens.",
        "Skriv ”after” i stället för ”before” i steget, eller ge regeln en tid som går att räkna ut i förväg.",
        "Write 'after' instead of 'before' in the step, or give the rule a time that can be counted beforehand.",
    ),
)
