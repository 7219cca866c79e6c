"""What describes a case, a scenario and bare values in Swedish, and its English; data only, read by `schemas.telling`.

What describes a key of a rule file stands in both languages at the key.

A Swedish text that is changed loses its English, and a test then says so: a translation cannot fall behind unseen.
"""

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    # A condition's values.
    "Det här värdet.": "This value.",
    "Något av de här värdena.": "Any of these values.",
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
    "Id för den andra händelse som uppgifterna gäller.": "The id of the other event that the facts are about.",
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
    "Sista dagen, eller null om det inte finns någon.": "The last day, or null where there is none.",
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
