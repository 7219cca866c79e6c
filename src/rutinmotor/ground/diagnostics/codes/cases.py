"""RM6xx: cases, their events and facts; data only."""

from rutinmotor.ground.diagnostics.codes import case_files
from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_E = Severity.ERROR

_ENGINE: tuple[Code, ...] = (
    Code(
        "RM601",
        _E,
        "Händelsen ”{type}” finns inte bland katalogernas händelser.[[ Menade du ”{near}”?]]",
        "The event '{type}' is not among the catalogues' events.[[ Did you mean '{near}'?]]",
        "Rätta händelsens typ i ärendet, eller lägg till händelsen under ”events” i katalogen.",
        "Correct the event's type in the case, or add the event under 'events' in the catalogue.",
    ),
    Code(
        "RM602",
        _E,
        "Uppgiften ”{fact}” har ett värde av fel slag: {value}. Det ska vara {expected}.[[ Händelse: {event}.]]",
        "The fact '{fact}' has a value of the wrong kind: {value}. It should be {expected}.[[ Event: {event}.]]",
        "Rätta värdet i ärendet.",
        "Correct the value in the case.",
    ),
    Code(
        "RM603",
        _E,
        "Uppgiften ”{fact}” finns inte bland katalogernas uppgifter.[[ Menade du ”{near}”?]][[ Händelse: {event}.]]",
        "The fact '{fact}' is not among the catalogues' facts.[[ Did you mean '{near}'?]][[ Event: {event}.]]",
        "Rätta uppgiftens namn i ärendet, eller lägg till den under ”facts” i katalogen.",
        "Correct the fact's name in the case, or add it under 'facts' in the catalogue.",
    ),
    Code(
        "RM604",
        _E,
        "Två händelser har samma id ”{id}” men olika innehåll.",
        "Two events have the same id '{id}' but different content.",
        "Ge den ena ett eget id. Ska den rätta den andra, så skriv ”replaces: {id}” och ett nytt id.",
        "Give one of them an id of its own. If it corrects the other, write 'replaces: {id}' and a new id.",
    ),
    Code(
        "RM605",
        _E,
        "Rättelsen gäller händelsen ”{id}”, som inte finns i ärendet.[[ Menade du ”{near}”?]]",
        "The correction is of the event '{id}', which the case does not have.[[ Did you mean '{near}'?]]",
        "Rätta id:t efter ”replaces” eller ”retracts”.",
        "Correct the id after 'replaces' or 'retracts'.",
    ),
    Code(
        "RM606",
        _E,
        "Rättelserna går i en cirkel: {ids}.",
        "The corrections form a circle: {ids}.",
        "Låt någon av dem rätta en händelse utanför cirkeln, eller ta bort den.",
        "Let one of them correct an event outside the circle, or remove it.",
    ),
    Code(
        "RM607",
        _E,
        "Regeln {rule} kan inte räknas i ärendet {case}: en dag ligger utanför kalendern eller åren 1–9999.",
        "The rule {rule} cannot be counted in the case {case}: {reason}.",
        "Kontrollera ärendets datum. En kalender med svenska helgdagar räcker från 1953 till 2100.",
        "Check the dates of the case. A calendar with Swedish holidays reaches from 1953 to 2100.",
    ),
    Code(
        "RM608",
        _E,
        "Uppgiften ”{fact}” är {number}, men regeln {rule} räknar en tid med den i ärendet {case}.",
        "The fact '{fact}' is {number}, but the rule {rule} counts a time with it in the case {case}.",
        "Rätta uppgiften till 0 eller ett större tal.",
        "Correct the fact to 0 or a larger number.",
    ),
    Code(
        "RM609",
        _E,
        "Händelsens tid ligger utanför åren 1–9999 när den räknas om till lokal tid.[[ Händelse: {event}.]]",
        "The event's time lies outside the years 1 to 9999 when it is turned into local time.[[ Event: {event}.]]",
        "Rätta händelsens tid.",
        "Correct the event's time.",
    ),
    Code(
        "RM632",
        _E,
        "Regeln {rule} har uppstått mer än {most} gånger[[ för {item}]] i ärendet {case}, utan att något har hänt i "
        "ärendet sedan {day}: den upprepas, eller regler utlöser varandra, utan slut.",
        "The rule {rule} has arisen more than {most} times[[ for {item}]] in the case {case}, though nothing has "
        "happened in the case since {day}: it repeats, or rules set each other off, without end.",
        "Kontrollera att händelsens datum stämmer. Gör det det, kör rutinmotor check, och skriv on_repeat: keep i "
        "någon av reglerna som utlöser varandra, eller låt regeln upprepas mer sällan.",
        "Check that the date of the event is right. If it is, run rutinmotor check, and write on_repeat: keep in one "
        "of the rules that set each other off, or let the rule repeat less often.",
    ),
    Code(
        "RM634",
        _E,
        "Uppgiften ”{fact}” hör till en händelse, och kan inte stå bland ärendets uppgifter.",
        "The fact '{fact}' belongs to an event, and cannot stand among the case's facts.",
        "Flytta den till ”data” i händelsen som den hör till.",
        "Move it to 'data' of the event that it belongs to.",
    ),
    Code(
        "RM635",
        _E,
        "”about” pekar på händelsen ”{id}”, {what}.[[ Menade du ”{near}”?]][[ Händelse: {event}.]]",
        "'about' names the event '{id}', {what}.[[ Did you mean '{near}'?]][[ Event: {event}.]]",
        "Skriv id:t för den andra händelse som uppgifterna gäller, eller ta bort ”about”.",
        "Write the id of the other event that the facts are about, or remove 'about'.",
    ),
)

# Of all that one run of the command line is given.
_RUN: tuple[Code, ...] = (
    Code(
        "RM633",
        _E,
        "Två ärenden i samma körning har id:t ”{id}”.",
        "Two cases of one run have the id '{id}'.",
        "Ge det ena ett eget id, eller lägg ihop dem till ett ärende. Ange varje fil bara en gång.",
        "Give one of them an id of its own, or make one case of them. Name each file only once.",
    ),
)

CODES: tuple[Code, ...] = (*_ENGINE, *_RUN, *case_files.CODES)
