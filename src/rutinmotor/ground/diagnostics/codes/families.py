"""RM250 to RM254: rules that leave cases out, or say one twice; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_W = Severity.WARNING

CODES: tuple[Code, ...] = (
    Code(
        "RM250",
        _W,
        "I familjen ”{family}” gäller ingen regel[[{when}]] för: {cases}.",
        "In the family '{family}' no rule covers[[{when}]]: {cases}.",
        "Lägg till en regel för de fallen, eller vidga villkoret i en av reglerna. Ska reglerna inte täcka alla fall, "
        "ta bort ”family”.",
        "Add a rule for those cases, or widen the condition of one of the rules. If the rules are not to cover every "
        "case, remove 'family'.",
    ),
    Code(
        "RM251",
        _W,
        "I familjen ”{family}” gäller både ”{first}” och ”{second}”[[{when}]] för: {cases}.",
        "In the family '{family}' both '{first}' and '{second}' cover[[{when}]]: {cases}.",
        "Ändra ett av villkoren, så att varje fall får en enda regel.",
        "Change one of the conditions, so that each case has a single rule.",
    ),
    Code(
        "RM252",
        _W,
        "Mellan {rules} finns fall som ingen av dem gäller för: {cases}.",
        "Between {rules} there are cases that none of them covers: {cases}.",
        "Ändra ett av villkoren så att reglerna möts, eller lägg till en regel för de fallen.",
        "Change one of the conditions so that the rules meet, or add a rule for those cases.",
    ),
    Code(
        "RM253",
        _W,
        "”{first}” och ”{second}” kräver samma sak av samma aktör, och båda gäller[[{when}]] för: {cases}.",
        "'{first}' and '{second}' demand the same of the same actor, and both cover[[{when}]]: {cases}.",
        "Ändra ett av villkoren, så att det blir ett krav i stället för två. Är det två olika saker som ska göras, "
        "låt dem uppfyllas av var sin händelse.",
        "Change one of the conditions, so that there is one obligation in place of two. If two different things are to "
        "be done, let an event of its own fulfil each.",
    ),
    Code(
        "RM254",
        _W,
        "Familjen ”{family}” har bara en regel[[ i den här filen, och kan inte delas med katalogen ”{elsewhere}”]]."
        "[[ Menade du ”{near}”?]]",
        "The family '{family}' has only one rule[[ in this file, and cannot be shared with the catalogue "
        "'{elsewhere}']].[[ Did you mean '{near}'?]]",
        "Skriv samma familj i de regler i filen som hör ihop, eller ta bort raden.",
        "Write the same family in the rules of the file that belong together, or remove the line.",
    ),
)
