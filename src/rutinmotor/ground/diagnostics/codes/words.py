"""RM260 to RM266: words that are not used, stand twice, lack a title, or name the one who already acts; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_W = Severity.WARNING
_I = Severity.INFO

CODES: tuple[Code, ...] = (
    Code(
        "RM260",
        _W,
        "”{name}” under ”{section}” används inte någonstans.",
        "'{name}' under '{section}' is not used anywhere.",
        "Ta bort raden, eller skriv den regel som ordet var till för.",
        "Remove the line, or write the rule that the word was meant for.",
    ),
    Code(
        "RM261",
        _W,
        "Inget i den här katalogen kommer från ”{name}”.",
        "Nothing in this catalogue comes from '{name}'.",
        "Ta bort ”{name}” ur ”uses”.",
        "Remove '{name}' from 'uses'.",
    ),
    Code(
        "RM262",
        _W,
        "Händelsen ”{name}” är troligen samma som ”{other}”.",
        "The event '{name}' is likely the same as '{other}'.",
        "Behåll den ena och använd den överallt. Är det två olika händelser, ge dem rubriker som skiljer dem åt.",
        "Keep one of them and use it everywhere. If they are two events, give them titles that tell them apart.",
    ),
    Code(
        "RM264",
        _I,
        "Under ”{section}” saknas rubrik för {names}.",
        "Under '{section}' there is no title for {names}.",
        "Lägg till ”title”: det är den som handläggaren läser.",
        "Add 'title': that is what the case officer reads.",
    ),
    Code(
        "RM265",
        _I,
        "Katalogen ”{catalogue}” saknar rubrik.",
        "The catalogue '{catalogue}' has no title.",
        "Lägg till ”title” överst i filen: det är den som handläggaren läser.",
        "Add 'title' at the top of the file: that is what the case officer reads.",
    ),
    Code(
        "RM266",
        _W,
        "”{rule}” förs vidare till ”{actor}”, som redan är den som ska göra det.",
        "'{rule}' is escalated to '{actor}', who is already the one to do it.",
        "Välj någon annan, till exempel en chef. En påminnelse innan tiden går ut skrivs med ”before”.",
        "Choose someone else, such as a manager. A reminder before the time is up is written with 'before'.",
    ),
)
