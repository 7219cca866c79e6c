"""RM230 to RM238: rules that nothing can set off; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_W = Severity.WARNING
# What every finding about one trigger ends with, where it is the rule's last hope.
_SV = "[[ Inget annat utlöser ”{only}”, som därför aldrig börjar.]][[ Då börjar inte heller {also}.]]"
_EN = "[[ Nothing else triggers '{only}', which therefore never starts.]][[ Nor does {also} then.]]"
_ALSO_SV = "[[ Då börjar inte heller {also}.]]"
_ALSO_EN = "[[ Nor does {also} start then.]]"

CODES: tuple[Code, ...] = (
    Code(
        "RM230",
        _W,
        "”{rule}” kan aldrig utlösas av att tiden går ut för ”{other}”, som inte har någon sista dag"
        "[[ (deadline: {word})]][[ (ordet ”{urgency}” har ingen bestämd tid)]]." + _SV,
        "'{rule}' can never be triggered by '{other}' being overdue, as that has no last day"
        "[[ (deadline: {word})]][[ (the word '{urgency}' has no definite time)]]." + _EN,
        "Ge ”{other}” en tid, till exempel {{days: 14}} eller ett ”at_latest” till skyndsamhetsordet, "
        "eller välj en annan utlösare.",
        "Give '{other}' a time, such as {{days: 14}} or an 'at_latest' beside the word of urgency, "
        "or choose another trigger.",
    ),
    Code(
        "RM231",
        _W,
        "”{rule}” kan aldrig utlösas av att ”{other}” uppfylls, eftersom ingen händelse uppfyller den." + _SV,
        "'{rule}' can never be triggered by '{other}' being fulfilled, as no event fulfils that." + _EN,
        "Lägg till ”fulfilled_by” i ”{other}”, eller välj en annan utlösare.",
        "Add 'fulfilled_by' to '{other}', or choose another trigger.",
    ),
    Code(
        "RM232",
        _W,
        "”{rule}” kan aldrig utlösas inför ”{other}”, som inte har någon sista dag"
        "[[ (deadline: {word})]][[ (ordet ”{urgency}” har ingen bestämd tid)]]." + _SV,
        "'{rule}' can never be triggered ahead of '{other}', as that has no last day"
        "[[ (deadline: {word})]][[ (the word '{urgency}' has no definite time)]]." + _EN,
        "Ge ”{other}” en tid, till exempel {{months: 6}} eller ett ”at_latest” till skyndsamhetsordet, "
        "eller välj en annan utlösare.",
        "Give '{other}' a time, such as {{months: 6}} or an 'at_latest' beside the word of urgency, "
        "or choose another trigger.",
    ),
    Code(
        "RM233",
        _W,
        "Kedjan {ring} utlöses bara av sig själv och kan därför aldrig börja." + _ALSO_SV,
        "The chain {ring} is triggered only by itself and can therefore never start." + _ALSO_EN,
        "Lägg till en utlösare som kommer utifrån, till exempel en händelse, i någon av reglerna.",
        "Add a trigger from outside, such as an event, to one of the rules.",
    ),
    Code(
        "RM234",
        _W,
        "”{rule}” gäller bara till och med {last}, men ”{other}”, som ska utlösa den, kan inte göra det före {first}."
        + _SV,
        "'{rule}' is in force only through {last}, but '{other}', which is to trigger it, cannot do so before {first}."
        + _EN,
        "Kontrollera ”in_force” i båda reglerna, eller välj en annan utlösare.",
        "Check 'in_force' in both rules, or choose another trigger.",
    ),
    Code(
        "RM235",
        _W,
        "Villkoret för ”{rule}” kan aldrig vara uppfyllt[[ tillsammans med filens ”{scope}”]], "
        "så regeln börjar aldrig." + _ALSO_SV,
        "The condition of '{rule}' can never be met[[ together with the file's '{scope}']], "
        "so the rule never starts." + _ALSO_EN,
        "Raderna i villkoret måste kunna gälla samtidigt[[, också med raderna i ”{scope}”]]. "
        "Ta bort eller ändra en av dem. Ska det räcka med en av dem, skriv dem under ”any”.",
        "The lines of the condition must be able to hold at once[[, also with those of '{scope}']]. "
        "Remove or change one. If one of them is enough, write them under 'any'.",
    ),
    Code(
        "RM236",
        _W,
        "Villkoret i ”scope” kan aldrig vara uppfyllt, så ingen regel i filen börjar." + _ALSO_SV,
        "The condition in 'scope' can never be met, so no rule of the file starts." + _ALSO_EN,
        "Raderna i villkoret måste kunna gälla samtidigt. Ta bort eller ändra en av dem. "
        "Ska det räcka med en av dem, skriv dem under ”any”.",
        "The lines of the condition must be able to hold at once. Remove or change one. "
        "If one of them is enough, write them under 'any'.",
    ),
    Code(
        "RM237",
        _W,
        "”{rule}” kan aldrig utlösas[[ av uppgiften ”{date}”, eftersom villkoret kräver att uppgiften saknas]]"
        "[[ när ”{state}” har varat en tid, eftersom villkoret kräver att tillståndet inte råder]]." + _SV,
        "'{rule}' can never be triggered[[ by the fact '{date}', as the condition demands that the fact is not given]]"
        "[[ when '{state}' has lasted a while, as the condition demands that the state does not hold]]." + _EN,
        "Ändra villkoret i ”only_if”, eller välj en annan utlösare.",
        "Change the condition in 'only_if', or choose another trigger.",
    ),
    Code(
        "RM238",
        _W,
        "”{rule}” kan aldrig börja: villkoret kräver att uppgiften ”{fact}” saknas, men tiden räknas med den."
        + _ALSO_SV,
        "'{rule}' can never start: the condition demands that the fact '{fact}' is not given, but the time is counted "
        "with it." + _ALSO_EN,
        "Ändra villkoret i ”only_if”, eller räkna tiden på ett annat sätt.",
        "Change the condition in 'only_if', or count the time in another way.",
    ),
)
