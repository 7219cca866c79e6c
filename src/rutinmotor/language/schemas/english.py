"""The Swedish description of each key, as the models give it, and its English; data only, read by `schemas.telling`.

A Swedish text that is changed loses its English, and a test then says so: a translation cannot fall behind unseen.
"""

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    # A catalogue.
    "De som ska göra något.": "Those who are to do something.",
    "Händelserna som kan stå i ett ärende.": "The events that a case may hold.",
    "Uppgifterna som villkor och tider bygger på.": "The facts that conditions and deadlines rest on.",
    "Tillstånd, från en händelse till en annan.": "States, from one event to another.",
    "Vilka dagar som är arbetsdagar.": "Which days are working days.",
    "Katalogens namn; varje regel heter katalogens namn, punkt, regelns namn.": (
        "The catalogue’s name; every rule is called by the catalogue’s name, a full stop and its own name."
    ),
    "Katalogens rubrik.": "The catalogue’s heading.",
    "Vems rutinen är.": "Whose routine it is.",
    "Dokumentet som katalogen bygger på.": "The document that the catalogue encodes.",
    "När reglerna gäller.": "When the rules are in force.",
    "Kataloger bredvid, vars ord och kalendrar den här använder.": (
        "Catalogues beside this one, whose words and calendars it uses."
    ),
    "Tidszonen som dagarna räknas i.": "The time zone that days are counted in.",
    "Ett villkor för varje regel i filen.": "A condition on every rule of the file.",
    "Hur långt i förväg det ska lysa gult, om regeln inte säger annat.": (
        "How long ahead the light turns yellow, unless the rule says otherwise."
    ),
    "Vad ett skyndsamhetsord betyder här, om kommunen har bestämt det.": (
        "What an urgency word means here, where the municipality has decided it."
    ),
    "Reglerna.": "The rules.",
    "Krav i dokumentet som inte är regler, med skälet.": "Duties of the document that are no rules, and why.",
    "Varningar om filen som har ett skäl och inte ska visas.": (
        "Findings about the file that have a reason and are not to be shown."
    ),
    "Varningens eller upplysningens kod, till exempel RM208.": "The code of the warning or remark, such as RM208.",
    "Varför den får stå kvar.": "Why it may stand.",
    "Dokumentets namn.": "The document’s name.",
    "Dokumentets datum; utelämnas om det saknas.": "The document’s date; left out where it has none.",
    "Kravens beteckningar.": "The ids of the duties.",
    "Varför de inte är regler.": "Why they are no rules.",
    # Words and calendars.
    "Namnet som människor läser.": "The name that people read.",
    "Värdena som den kan ha.": "The values that it can have.",
    "Slaget: sant eller falskt, heltal, datum eller fri text.": "Its kind: true or false, integer, date or free text.",
    "Händelsen som det börjar med; i en lista någon av dem.": "The event that it begins with; in a list, any of them.",
    "Händelsen som det slutar med; i en lista någon av dem.": "The event that it ends with; in a list, any of them.",
    "Veckodagar som är arbetsdagar.": "Days of the week that are working days.",
    "Landet vars allmänna helgdagar är lediga; bara SE.": "The country whose public holidays are free; only SE.",
    "Om midsommarafton, julafton och nyårsafton är lediga.": (
        "Whether Midsummer Eve, Christmas Eve and New Year’s Eve are free."
    ),
    "Egna lediga dagar.": "Free days of its own.",
    "Egna arbetsdagar, som annars vore lediga.": "Working days of its own, which else would be free.",
    # A rule.
    "Regelns namn i katalogen: små bokstäver a–z, siffror och understreck.": (
        "The rule’s name in the catalogue: lower-case letters a–z, digits and underscores."
    ),
    "Vad som ska vara gjort, i några ord.": "What is to be done, in a few words.",
    "Vem som ska göra det; i en lista kan vem som helst av dem göra det.": (
        "Who is to do it; in a list, any of them may."
    ),
    "Vad som utlöser regeln: en händelse, en annan form, eller en lista (något av dem).": (
        "What sets the rule off: an event, another form, or a list (any of them)."
    ),
    "Villkor som ska gälla den dag regeln utlöses.": "Conditions that must hold on the day the rule is triggered.",
    "Hur lång tid man har på sig.": "How much time there is.",
    "Händelsen som visar att det är gjort; i en lista räcker en.": (
        "The event that shows that it is done; in a list, one is enough."
    ),
    "Händelsen som gör att det inte längre ska göras.": "The event after which it is no longer to be done.",
    "Var kravet står.": "Where the duty stands.",
    "Vad regeln bygger på där dokumentet lämnar något öppet.": (
        "What the rule rests on where the document leaves something open."
    ),
    "Vad som händer när tiden håller på att gå ut eller har gått ut.": (
        "What happens when time is running out, or has run out."
    ),
    "En förklaring till den som ska göra det.": "An explanation for the one who is to do it.",
    "Ett gemensamt namn för regler som tillsammans ska täcka alla fall, vart och ett precis en gång.": (
        "A common name for rules that together are to cover every case, each exactly once."
    ),
    "En för hela ärendet (`case`) eller en för varje del (`item`).": (
        "One for the whole case (`case`) or one for each item (`item`)."
    ),
    "När regeln utlöses igen: en till (`add`), ingen ändring (`keep`) eller ny tid (`restart`).": (
        "When the rule is triggered again: one more (`add`), no change (`keep`) or a new time (`restart`)."
    ),
    "Om det ska göras om och om igen.": "Whether it is to be done again and again.",
    "Det som gjorts tidigare räknas, om det gjorts efter den här händelsen.": (
        "What was done earlier counts, if it was done after this event."
    ),
    "Så lång tid ska gå innan det görs.": "So much time must pass before it is done.",
    "Datumuppgiften i händelsen som inte får ligga före händelsens egen dag.": (
        "The date in the event that may not lie before the event’s own day."
    ),
    "Tillståndet som stannar tiden.": "The state that stops the time.",
    "Vad som förlänger tiden.": "What extends the time.",
    "Hur långt i förväg det ska lysa gult.": "How long ahead the light turns yellow.",
    "Slags regel: lag (`statute`), riktlinje (`guideline`) eller rutin (`routine`).": (
        "The kind of norm: `statute`, `guideline` or `routine`."
    ),
    "När regeln gäller, om inte som katalogen.": "When the rule is in force, if not as the catalogue.",
    "Varningar om regeln som har ett skäl och inte ska visas.": (
        "Findings about the rule that have a reason and are not to be shown."
    ),
    "Avsnittet i dokumentet.": "The section of the document.",
    "Kravens beteckningar i ett register över vad dokumentet kräver.": (
        "The ids of the duties in a register of what the document demands."
    ),
    "Första dagen som regeln gäller.": "The first day on which the rule is in force.",
    "Sista dagen som regeln gäller.": "The last day on which the rule is in force.",
    "Så långt efter att tiden går ut.": "So long after the time runs out.",
    "Så långt innan tiden går ut.": "So long before the time runs out.",
    "Vem det förs vidare till.": "To whom it is passed on.",
    "Vad som då ska göras.": "What is then to be done.",
    "Händelsen som förlänger tiden.": "The event that extends the time.",
    "Hur mycket längre tiden blir.": "By how much.",
    "Hur många gånger det får ske (1 om inget annat sägs).": "How many times it may happen (1 unless said otherwise).",
    "Tiden mellan gångerna.": "The time from one to the next.",
    "Om tiden räknas från att det blev gjort (`fulfilment`) eller från utlösaren (`trigger`).": (
        "Whether time is counted from when it was done (`fulfilment`) or from the trigger (`trigger`)."
    ),
    "En gång för varje månad, kvartal, halvår eller år.": "Once for each month, quarter, half-year or year.",
    # Triggers, conditions and times.
    "När den regelns tid har gått ut.": "When that rule’s time has run out.",
    "När den regeln har uppfyllts.": "When that rule has been fulfilled.",
    "När tillståndet börjar, eller har varat längre än `longer_than`.": (
        "When the state begins, or has lasted longer than `longer_than`."
    ),
    "Hur länge tillståndet ska ha varat.": "How long the state must have lasted.",
    "När den här händelsen har uteblivit.": "When this event has failed to come.",
    "Händelsen som tiden räknas från.": "The event that time is counted from.",
    "Hur länge den ska ha uteblivit.": "For how long it must have failed to come.",
    "På den dag som uppgiften anger.": "On the day that the fact gives.",
    "Så långt efter dagen.": "So long after the day.",
    "Så långt före dagen.": "So long before the day.",
    "Inför att den regelns tid går ut.": "Ahead of that rule’s due date.",
    "Hur långt i förväg.": "How long ahead.",
    "Det här värdet.": "This value.",
    "Något av de här värdena.": "Any of these values.",
    "Inte det eller de här värdena.": "Not this value, or none of these.",
    "Större än, eller senare än.": "Greater than, or later than.",
    "Mindre än, eller tidigare än.": "Less than, or earlier than.",
    "Minst, eller tidigast.": "At least, or no earlier than.",
    "Högst, eller senast.": "At most, or no later than.",
    "Om uppgiften är lämnad (true) eller inte (false).": "Whether the fact is given (true) or not (false).",
    "Tillstånd som ska råda (true) eller inte råda (false).": "States that must hold (true) or must not (false).",
    "Tillståndet råder inte för någon annan del av ärendet.": "The state holds for no other item of the case.",
    "Minst ett av villkoren ska gälla.": "At least one of the conditions must hold.",
    "Alla villkoren ska gälla.": "All of the conditions must hold.",
    "Antal dagar (kalenderdagar).": "Number of days (calendar days).",
    "Antal veckor.": "Number of weeks.",
    "Antal månader.": "Number of months.",
    "Antal år.": "Number of years.",
    "Antal arbetsdagar; kräver `calendar`.": "Number of working days; needs `calendar`.",
    "Kalendern som arbetsdagarna räknas i.": "The calendar that working days are counted in.",
    "Ett skyndsamhetsord i stället för en tid.": "An urgency word in place of a time.",
    "Antal dagar (kalenderdagar), eller uppgiften som anger antalet.": (
        "Number of days (calendar days), or the fact that gives the number."
    ),
    "Antal veckor, eller uppgiften som anger antalet.": "Number of weeks, or the fact that gives the number.",
    "Antal månader, eller uppgiften som anger antalet.": "Number of months, or the fact that gives the number.",
    "Antal år, eller uppgiften som anger antalet.": "Number of years, or the fact that gives the number.",
    "Antal arbetsdagar, eller uppgiften som anger antalet; kräver `calendar`.": (
        "Number of working days, or the fact that gives the number; needs `calendar`."
    ),
    "Kalendern för `working_days` och `roll`.": "The calendar of `working_days` and `roll`.",
    "Dagen i månaden, 1–31; en kortare månad ger dess sista dag.": (
        "The day of the month, 1–31; a shorter month gives its last day."
    ),
    "Hur många månader framåt `day_of_month` avser (0 = samma månad).": (
        "How many months on `day_of_month` is (0 = the same month)."
    ),
    "Sista dagen i veckan, månaden, kvartalet, halvåret eller året.": (
        "The last day of the week, month, quarter, half-year or year."
    ),
    "En uppgift som är ett datum.": "A fact that is a date.",
    "Så långt efter `date`.": "So long after `date`.",
    "Så långt före `date`.": "So long before `date`.",
    "Ska vara gjort innan den här händelsen inträffar.": "To be done before this event happens.",
    "Ett skyndsamhetsord, till exempel `snarast`; sparas som det står.": (
        "An urgency word, such as `snarast`; kept as it stands."
    ),
    "Den yttersta tiden, tillsammans med `urgency`.": "The utmost time, together with `urgency`.",
    "Flytta en tid som slutar på en ledig dag till nästa eller förra arbetsdagen; kräver `calendar`.": (
        "Move a time that ends on a free day to the next or the previous working day; needs `calendar`."
    ),
    # A case.
    "Ett ärende, eller en lista med ärenden.": "A case, or a list of cases.",
    "Det som är känt om en persons ärende: uppgifter och en logg över det som har hänt.": (
        "What is known of a person’s case: facts, and a log of what has happened."
    ),
    "Till exempel ”2025-0117”, inom citattecken.": "For example “2025-0117”, in quotation marks.",
    "Det som gäller hela ärendet från början.": "What holds for the whole case from the start.",
    "Ärendets delar, till exempel insatser, var och en med det som gäller den från början.": (
        "The items of the case, such as services, each with what holds for it from the start."
    ),
    "Det som har hänt, i vilken ordning som helst.": "What has happened, in any order.",
    "En rad i loggen. Ett fel rättas med en ny rad, med ”replaces” eller ”retracts”.": (
        "A line of the log. A mistake is corrected by a new line, with “replaces” or “retracts”."
    ),
    "En av katalogernas händelser.": "One of the catalogues’ events.",
    "En dag, eller en dag med klockslag.": "A day, or a day with a time.",
    "Behövs om händelsen ska kunna rättas.": "Needed if the event is to be correctable.",
    "Den del av ärendet som händelsen gäller; utan den gäller den hela ärendet.": (
        "The item of the case that the event is about; without it, the whole case."
    ),
    "Om det var en annan dag än det hände.": "If that was another day than it happened.",
    "Uppgifter som ändras med händelsen; null tar bort en uppgift.": (
        "Facts that change with the event; null takes a fact away."
    ),
    "Id för händelsen som den här ersätter.": "The id of the event that this one replaces.",
    "Id för händelsen som ska bort.": "The id of the event that is to go.",
    "Uppgifternas namn i katalogerna, med sina värden.": "The facts’ names in the catalogues, with their values.",
    "2026-03-31, 2026-03-31T08:30 eller 2026-03-31T08:30:00+02:00.": (
        "2026-03-31, 2026-03-31T08:30 or 2026-03-31T08:30:00+02:00."
    ),
    "Text, tal, true, false, null, en lista eller nycklar med värden.": (
        "Text, number, true, false, null, a list, or keys with values."
    ),
    # A scenario.
    "Vad exemplet visar, i en mening.": "What the example shows, in one sentence.",
    "Katalogerna som reglerna tas från; de som de i sin tur använder följer med.": (
        "The catalogues that the rules are taken from; those that they use in their turn come along."
    ),
    "Ärendet, i samma form som i en ärendefil.": "The case, in the same shape as in a case file.",
    "Dagen som ärendet bedöms.": "The day on which the case is judged.",
    "Bara det som hade registrerats senast den här dagen räknas.": "Only what was recorded by this day counts.",
    "Krav som ska finnas i svaret, en rad för varje krav.": (
        "Obligations that must be in the answer, a line for each."
    ),
    "Regler som inte ska ha gett något annat än det som står under `expect`.": (
        "Rules that must have given nothing but what stands under `expect`."
    ),
    "Regler som varken ska ha gett något krav eller lämnas obedömda.": (
        "Rules that must not have given an obligation, nor be left unjudged."
    ),
    "Regler som inte ska kunna bedömas, för att uppgifter saknas.": (
        "Rules that it must not be possible to judge, as facts are missing."
    ),
    "Regelns fullständiga namn, till exempel sol.plan_slutford.": "The rule’s full name, such as sol.plan_slutford.",
    "Delen av ärendet, eller null för hela ärendet.": "The item of the case, or null for the whole case.",
    "Hur det står till med kravet.": "How the obligation stands.",
    "Ljuset, eller null när kravet inte är öppet.": "The light, or null where the obligation is not open.",
    "Dagen då kravet uppstod.": "The day on which the obligation arose.",
    "Sista dagen, eller null om det inte finns någon.": "The due date, or null where there is none.",
    "Dagen då det gjordes, eller null om det inte är gjort.": (
        "The day on which it was done, or null where it is not."
    ),
    "Dagen då kravet föll bort, eller null om det inte har gjort det.": (
        "The day on which the obligation ended unfulfilled, or null where it has not."
    ),
    "Alla som det har förts vidare till hittills; en tom lista om ingen.": (
        "All to whom it has been escalated so far; an empty list for nobody."
    ),
    "Alla slags avvikelser från regeln; en tom lista om inga.": (
        "All kinds of breaches of the rule; an empty list for none."
    ),
}

# "Text med 1 till 1000 tecken": the number is the reader's, so only what stands around it is known here.
AROUND_NUMBERS: Mapping[str, str] = {
    r"Text med 1 till (\d+) tecken, som alla syns\.": r"Text of 1 to \1 characters, all of them visible.",
}
