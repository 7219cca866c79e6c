"""RM520 to RM525: what in a document a rule rests on, and what of it is nowhere; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_W = Severity.WARNING
_I = Severity.INFO

CODES: tuple[Code, ...] = (
    Code(
        "RM520",
        _W,
        "”{rule}” säger inte var i dokumentet kravet står.",
        "'{rule}' does not say where in the document its duty stands.",
        "Skriv avsnittet: ”source: {{section: ...}}”.",
        "Write the section: 'source: {{section: ...}}'.",
    ),
    Code(
        "RM521",
        _I,
        "Katalogen ”{catalogue}” säger inte vilket dokument dess regler bygger på.",
        "The catalogue '{catalogue}' does not say which document its rules rest on.",
        "Lägg till dokumentets namn: ”source: {{document: ...}}”.",
        "Add the document's name: 'source: {{document: ...}}'.",
    ),
    Code(
        "RM522",
        _I,
        "”{rule}” säger inte vilket krav i dokumentet den svarar mot, fast andra regler i katalogen gör det.",
        "'{rule}' does not say which duty of the document it answers to, though other rules of the catalogue do.",
        "Skriv kravets beteckning i ”duties”, under ”source”.",
        "Write the duty's id in 'duties', below 'source'.",
    ),
    Code(
        "RM523",
        _I,
        "”{rule}” har valt ett sätt att räkna, med ”{key}”, men säger inte varför.",
        "'{rule}' has chosen a way to count, by '{key}', but does not say why.",
        "Skriv valet i ”interpretation”: räknas tiden från senaste gången, från början eller efter kalendern, och vad "
        "säger dokumentet?",
        "Write the choice in 'interpretation': is it counted from the last time, from the beginning or by the "
        "calendar, and what does the document say?",
    ),
    Code(
        "RM524",
        _I,
        "Ingen har bestämt vad ”{word}” betyder här, så ordet ger ingen bestämd tid.[[ Det står på {places} ställen.]]",
        "Nobody has decided what '{word}' means here, so it gives no definite time.[[ It stands in {places} places.]]",
        "Har det bestämts, skriv det i ”urgency”, till exempel ”{word}: {{days: 3}}”. Annars får ordet stå ensamt.",
        "If it has been decided, write it in 'urgency', such as '{word}: {{days: 3}}'. Else the word may stand alone.",
    ),
    Code(
        "RM525",
        _W,
        "I numreringen av kraven saknas {duties}.",
        "The numbering of the duties lacks {duties}.",
        "Lägg till en regel för kravet, eller skriv i ”not_encoded” varför det inte blir någon.",
        "Add a rule for the duty, or write in 'not_encoded' why there is none.",
    ),
)
