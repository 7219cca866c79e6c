"""RM5xx: sources, dates in force, versions of a rule, and catalogues that contradict each other; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_E = Severity.ERROR
_W = Severity.WARNING

CODES: tuple[Code, ...] = (
    Code(
        "RM501",
        _E,
        "Två versioner av regeln ”{rule}” gäller samtidigt[[ från {first}]][[ till {last}]].",
        "Two versions of the rule '{rule}' are in force at once[[ from {first}]][[ through {last}]].",
        "Ge versionerna ”in_force” där dagarna inte går in i varandra, eller ge den ena regeln ett annat id. "
        "Båda dagarna räknas med.",
        "Give the versions 'in_force' with days that do not overlap, or give one of the rules another id. "
        "Both days are included.",
    ),
    Code(
        "RM502",
        _E,
        "Två kataloger heter ”{name}”.",
        "Two catalogues are called '{name}'.",
        "Ge den ena ett annat namn på raden ”catalogue”, eller läs in bara den ena.",
        "Give one of them another name on the line 'catalogue', or load only one.",
    ),
    Code(
        "RM503",
        _E,
        "”{name}” under ”{section}” betyder något annat här än i katalogen ”{other}”.",
        "'{name}' under '{section}' means something else here than in the catalogue '{other}'.",
        "Skriv lika på båda ställena, ta bort det ena, eller välj ett annat namn.",
        "Write the same in both places, remove one of them, or choose another name.",
    ),
    Code(
        "RM504",
        _E,
        "Tidszonen är ”{zone}” här, men ”{other_zone}” i katalogen ”{other}”.",
        "The time zone is '{zone}' here, but '{other_zone}' in the catalogue '{other}'.",
        "Kataloger som läses in tillsammans måste ha samma tidszon, eftersom en händelse har en dag. Rätta den ena.",
        "Catalogues that are loaded together must have one time zone, because an event has one day. Correct one.",
    ),
    Code(
        "RM505",
        _E,
        "Tidszonen ”{zone}” finns inte.",
        "There is no time zone '{zone}'.",
        "Skriv Europe/Stockholm, eller en annan tidszon med världsdel och stad.",
        "Write Europe/Stockholm, or another time zone with its continent and city.",
    ),
    Code(
        "RM506",
        _W,
        "Kravet ”{duty}” står både i en regel och i ”not_encoded”.",
        "The duty '{duty}' stands both in a rule and in 'not_encoded'.",
        "Ta bort det ur ”not_encoded” om regeln täcker hela kravet, annars ur regeln.",
        "Remove it from 'not_encoded' if the rule covers all of it, else from the rule.",
    ),
)
