"""RM3xx: deadlines that cannot be counted or met; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_W = Severity.WARNING

CODES: tuple[Code, ...] = (
    Code(
        "RM301",
        Severity.ERROR,
        "{day} ligger utanför kalenderns år, {first} till {last}.",
        "{day} lies outside the calendar's years, {first} to {last}.",
        "Rätta året, eller ta bort dagen.",
        "Correct the year, or remove the day.",
    ),
    Code(
        "RM310",
        _W,
        "”{rule}” kan aldrig göras i rätt tid: den får inte göras förrän efter {early}, men tiden är {time}.",
        "'{rule}' can never be done in time: it may not be done until after {early}, but the time is {time}.",
        "Korta ”not_before”, eller ge mer tid.",
        "Shorten 'not_before', or give more time.",
    ),
    Code(
        "RM311",
        _W,
        "”{rule}” är för sen redan när den utlöses: sista dagen, {due}, ligger alltid före dagen för utlösaren, "
        "{start}.",
        "'{rule}' is too late when it is triggered: its last day, {due}, always lies before the trigger's day, "
        "{start}.",
        "Utlös regeln tidigare, eller ge den en senare tid.",
        "Trigger the rule earlier, or give it a later time.",
    ),
    Code(
        "RM312",
        _W,
        "”{rule}” ska göras inför ”{other}”, men får vänta tills tiden för ”{other}” har gått ut: "
        "{time} är alltid längre än {by}.",
        "'{rule}' is to be done ahead of '{other}', but may wait until the time of '{other}' is up: "
        "{time} is always longer than {by}.",
        "Gör tiden kortare än ”by”. Är ”ahead_of” den enda utlösaren går det också att ta bort ”deadline”: "
        "då gäller samma sista dag som för ”{other}”.",
        "Make the time shorter than 'by'. If 'ahead_of' is the only trigger, 'deadline' can be removed instead: "
        "then the last day is that of '{other}'.",
    ),
    Code(
        "RM313",
        _W,
        "”{rule}” ska vara gjord före ”{event}”, men utlöses först när ”{event}” inträffar"
        "[[ och uppfyller ”{other}”]][[ och ”{state}” börjar]].",
        "'{rule}' must be done before '{event}', but is triggered only when '{event}' happens"
        "[[ and fulfils '{other}']][[ and '{state}' begins]].",
        "Välj en utlösare som kommer tidigare, eller en annan tid.",
        "Choose a trigger that comes earlier, or another deadline.",
    ),
    Code(
        "RM314",
        _W,
        "Varningen för ”{rule}”, {warn}, är längre än tiden, {time}: det lyser gult från första dagen.",
        "The warning of '{rule}', {warn}, is longer than the time, {time}: the light is yellow from the first day.",
        "Korta ”warn”. Ska det lysa gult hela tiden, skriv skälet under ”allow”.",
        "Shorten 'warn'. If the light is to be yellow all the time, write the reason under 'allow'.",
    ),
    Code(
        "RM315",
        _W,
        "”warn” gör inget i ”{rule}”, eftersom det inte finns någon sista dag att varna före"
        "[[ (deadline: {word})]][[ (ordet ”{urgency}” har ingen bestämd tid)]]"
        "[[ (den blir känd först när ”{event}” inträffar)]].",
        "'warn' does nothing in '{rule}', as there is no last day to warn of"
        "[[ (deadline: {word})]][[ (the word '{urgency}' has no definite time)]]"
        "[[ (it becomes known only when '{event}' happens)]].",
        "Ta bort ”warn”, eller ge regeln en tid som går att räkna ut.",
        "Remove 'warn', or give the rule a time that can be counted.",
    ),
    Code(
        "RM316",
        _W,
        "”{rule}” är för sen redan från början när den utlöses efter den {day} i månaden, för sista dagen är den {day} "
        "i samma månad.",
        "'{rule}' is too late from the start when it is triggered after day {day} of a month, as its last day is day "
        "{day} of the same month.",
        "Skriv months_ahead: 1 om det är nästa månad som menas. Är det samma månad, skriv months_ahead: 0.",
        "Write months_ahead: 1 if the next month is meant. If it is the same month, write months_ahead: 0.",
    ),
)
