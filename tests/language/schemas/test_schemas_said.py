"""What an editor shows of the schemas: every key of a case and a scenario, every shape, every word to choose from."""

from functools import cache
from typing import Any

import pytest

from rutinmotor.ground.diagnostics.diagnostic import Lang
from rutinmotor.language.casefile.schema_of_case import case_schema
from rutinmotor.language.catalogue.schema import catalogue_schema
from rutinmotor.language.schemas.telling import keys_in, nodes_in, shapes_in, told
from rutinmotor.workbench.scenario.schema_of_scenario import scenario_schema

MAKERS = {"catalogue": catalogue_schema, "case": case_schema, "scenario": scenario_schema}


@cache
def schema(kind: str, lang: Lang) -> dict[str, Any]:
    return told(MAKERS[kind](), kind, lang)


def read(node: dict[str, Any]) -> str:
    return f"{node['title']}: {node['description']}" if "description" in node else node["title"]


# Which schema, the shape and the key in it; the root's shape has no name.
KEYS = [
    (
        "case case.case",
        "Ärendets beteckning: Till exempel ”2025-0117”, inom citattecken.",
        "Name of the case: For example “2025-0117”, in quotation marks.",
    ),
    (
        "case case.facts",
        "Uppgifter: Det som gäller hela ärendet från början.",
        "Facts: What holds for the whole case from the start.",
    ),
    (
        "case case.items",
        "Delar: Ärendets delar, till exempel insatser, var och en med det som gäller den från början.",
        "Items: The items of the case, such as services, each with what holds for it from the start.",
    ),
    (
        "case case.events",
        "Händelser: Det som har hänt, i vilken ordning som helst.",
        "Events: What has happened, in any order.",
    ),
    ("case event.type", "Typ: En av katalogernas händelser.", "Type: One of the catalogues’ events."),
    (
        "case event.at",
        "När det hände: En dag, eller en dag med klockslag.",
        "When it happened: A day, or a day with a time.",
    ),
    ("case event.id", "Id: Behövs om händelsen ska kunna rättas.", "Id: Needed if the event is to be correctable."),
    (
        "case event.item",
        "Del: Den del av ärendet som händelsen gäller; utan den gäller den hela ärendet.",
        "Item: The item of the case that the event is about; without it, the whole case.",
    ),
    (
        "case event.recorded",
        "När det registrerades: Om det var en annan dag än det hände.",
        "When it was recorded: If that was another day than it happened.",
    ),
    (
        "case event.data",
        "Uppgifter: Uppgifter som ändras med händelsen; null tar bort en uppgift.",
        "Facts: Facts that change with the event; null takes a fact away.",
    ),
    (
        "case event.replaces",
        "Ersätter: Id för händelsen som den här ersätter.",
        "Replaces: The id of the event that this one replaces.",
    ),
    (
        "case event.retracts",
        "Återkallar: Id för händelsen som ska bort.",
        "Retracts: The id of the event that is to go.",
    ),
    (
        "scenario .scenario",
        "Vad som visas: Vad exemplet visar, i en mening.",
        "What is shown: What the example shows, in one sentence.",
    ),
    (
        "scenario .rules",
        "Regler: Katalogerna som reglerna tas från; de som de i sin tur använder följer med.",
        "Rules: The catalogues that the rules are taken from; those that they use in their turn come along.",
    ),
    (
        "scenario .case",
        "Ärende: Ärendet, i samma form som i en ärendefil.",
        "Case: The case, in the same shape as in a case file.",
    ),
    ("scenario .at", "Dag: Dagen som ärendet bedöms.", "Day: The day on which the case is judged."),
    (
        "scenario .known",
        "Känt: Bara det som hade registrerats senast den här dagen räknas.",
        "Known: Only what was recorded by this day counts.",
    ),
    (
        "scenario .expect",
        "Krav som ska finnas: Krav som ska finnas i svaret, en rad för varje krav.",
        "Obligations that must be there: Obligations that must be in the answer, a line for each.",
    ),
    (
        "scenario .only",
        "Inget annat än det väntade: Regler som inte ska ha gett något annat än det som står under `expect`.",
        "Nothing but what is expected: Rules that must have given nothing but what stands under `expect`.",
    ),
    (
        "scenario .absent",
        "Krav som inte ska finnas: Regler som varken ska ha gett något krav eller lämnas obedömda.",
        "Obligations that must not be there: Rules that must not have given an obligation, nor be left unjudged.",
    ),
    (
        "scenario .undetermined",
        "Regler som inte kan avgöras: Regler som inte ska kunna bedömas, för att uppgifter saknas.",
        "Rules that cannot be judged: Rules that it must not be possible to judge, as facts are missing.",
    ),
    (
        "scenario expected.rule",
        "Regel: Regelns fullständiga namn, till exempel sol.plan_slutford.",
        "Rule: The rule’s full name, such as sol.plan_slutford.",
    ),
    (
        "scenario expected.item",
        "Del: Delen av ärendet, eller null för hela ärendet.",
        "Item: The item of the case, or null for the whole case.",
    ),
    ("scenario expected.opened", "Uppstod: Dagen då kravet uppstod.", "Opened: The day on which the obligation arose."),
    ("scenario expected.status", "Läge: Hur det står till med kravet.", "Status: How the obligation stands."),
    (
        "scenario expected.light",
        "Ljus: Ljuset, eller null när kravet inte är öppet.",
        "Light: The light, or null where the obligation is not open.",
    ),
    (
        "scenario expected.due",
        "Sista dag: Sista dagen, eller null om det inte finns någon.",
        "Last day: The last day, or null where there is none.",
    ),
    (
        "scenario expected.fulfilled_on",
        "Klart dag: Dagen då det gjordes, eller null om det inte är gjort.",
        "Fulfilled on: The day on which it was done, or null where it is not.",
    ),
    (
        "scenario expected.ended_on",
        "Föll bort dag: Dagen då kravet föll bort, eller null om det inte har gjort det.",
        "Ended on: The day on which the obligation ended unfulfilled, or null where it has not.",
    ),
    (
        "scenario expected.escalated_to",
        "Har förts vidare till: Alla som det har förts vidare till hittills; en tom lista om ingen.",
        "Escalated to: All to whom it has been escalated so far; an empty list for nobody.",
    ),
    (
        "scenario expected.breaches",
        "Avvikelser: Alla slags avvikelser från regeln; en tom lista om inga.",
        "Breaches: All kinds of breaches of the rule; an empty list for none.",
    ),
    (
        "scenario listed.rule",
        "Regel: Regelns fullständiga namn, till exempel sol.plan_slutford.",
        "Rule: The rule’s full name, such as sol.plan_slutford.",
    ),
    (
        "scenario listed.item",
        "Del: Delen av ärendet, eller null för hela ärendet.",
        "Item: The item of the case, or null for the whole case.",
    ),
]


@pytest.mark.parametrize(("where", "sv", "en"), KEYS, ids=[one[0] for one in KEYS])
def test_a_key_is_called_and_described(where: str, sv: str, en: str) -> None:
    kind, _, place = where.partition(" ")
    shape, _, key = place.partition(".")
    wordings: dict[Lang, str] = {"sv": sv, "en": en}
    for lang, expected in wordings.items():
        assert read(dict(keys_in(dict(shapes_in(schema(kind, lang)))[shape]))[key]) == expected


SHAPES = [
    ("catalogue", "Regelkatalog", "Rule catalogue"),
    ("catalogue Allow", "Tillåten varning", "Allowed warning"),
    ("catalogue CalendarText", "Kalender", "Calendar"),
    ("catalogue CatalogueSource", "Katalogens källa", "Source of the catalogue"),
    ("catalogue Deadline", "Tidsfrist", "Deadline"),
    ("catalogue Duration", "Tid", "Time"),
    ("catalogue ExtendedBy", "Förlängning", "Extension"),
    ("catalogue Fact", "Uppgift", "Fact"),
    ("catalogue InForce", "När den gäller", "In force"),
    ("catalogue Lead", "Tid i förväg", "Time ahead"),
    ("catalogue LongDuration", "Tid som inte är noll", "Time that is not zero"),
    ("catalogue NotEncoded", "Krav i dokumentet som inte är regler", "Duties of the document that are not rules"),
    ("catalogue Repeat", "Upprepning", "Repetition"),
    ("catalogue Rule", "Regel", "Rule"),
    ("catalogue Source", "Regelns källa", "Source of the rule"),
    ("catalogue State", "Tillstånd", "State"),
    ("catalogue StateEnd", "Vad som avslutar ett tillstånd", "What ends a state"),
    ("catalogue Step", "Steg i en eskalering", "Step of an escalation"),
    ("catalogue EventType", "Händelsetyp", "Event type"),
    ("catalogue Titled", "Aktör", "Actor"),
    ("catalogue Trigger", "Utlösare", "Trigger"),
    ("catalogue Test", "Prov", "Test"),
    ("catalogue Condition", "Villkor", "Condition"),
    ("case", "Ärenden: Ett ärende, eller en lista med ärenden.", "Cases: A case, or a list of cases."),
    (
        "case case",
        "Ärende: Det som är känt om en persons ärende: uppgifter och en logg över det som har hänt.",
        "Case: What is known of a person’s case: facts, and a log of what has happened.",
    ),
    (
        "case event",
        "Händelse: En rad i loggen. Ett fel rättas med en ny rad, med ”replaces” eller ”retracts”.",
        "Event: A line of the log. A mistake is corrected by a new line, with “replaces” or “retracts”.",
    ),
    (
        "case facts",
        "Uppgifter: Uppgifternas namn i katalogerna, med sina värden.",
        "Facts: The facts’ names in the catalogues, with their values.",
    ),
    (
        "case name",
        "Namn: Text med 1 till 200 tecken, som alla syns.",
        "Name: Text of 1 to 200 characters, all of them visible.",
    ),
    (
        "case moment",
        "Tidpunkt: 2026-03-31, 2026-03-31T08:30 eller 2026-03-31T08:30:00+02:00.",
        "Moment: 2026-03-31, 2026-03-31T08:30 or 2026-03-31T08:30:00+02:00.",
    ),
    (
        "case plain",
        "Värde: Text, tal, true, false, null, en lista eller nycklar med värden.",
        "Value: Text, number, true, false, null, a list, or keys with values.",
    ),
    ("scenario", "Scenario", "Scenario"),
    ("scenario expected", "Väntat krav", "Expected obligation"),
    ("scenario listed", "Regel för en del av ärendet", "Rule for one item of the case"),
]


@pytest.mark.parametrize(("where", "sv", "en"), SHAPES, ids=[one[0] for one in SHAPES])
def test_a_shape_is_called(where: str, sv: str, en: str) -> None:
    kind, _, shape = where.partition(" ")
    wordings: dict[Lang, str] = {"sv": sv, "en": en}
    for lang, expected in wordings.items():
        node = dict(shapes_in(schema(kind, lang)))[shape]
        assert (node["title"] if kind == "catalogue" else read(node)) == expected


# The words of which one is chosen.
CHOICES = [
    (
        "mon tue wed thu fri sat sun",
        "Måndag. Tisdag. Onsdag. Torsdag. Fredag. Lördag. Söndag.",
        "Monday. Tuesday. Wednesday. Thursday. Friday. Saturday. Sunday.",
    ),
    (
        "week month quarter half_year year",
        "Veckan. Månaden. Kvartalet. Halvåret. Året.",
        "The week. The month. The quarter. The half-year. The year.",
    ),
    (
        "next_working_day previous_working_day",
        "Till nästa arbetsdag. Till arbetsdagen före.",
        "To the next working day. To the working day before.",
    ),
    (
        "bool int date text",
        "Sant eller falskt. Heltal. Datum. Fri text.",
        "True or false. Whole number. Date. Free text.",
    ),
    ("fulfilment trigger", "Från att det blev gjort. Från utlösaren.", "From when it was done. From the trigger."),
    (
        "month quarter half_year year",
        "Månaden. Kvartalet. Halvåret. Året.",
        "The month. The quarter. The half-year. The year.",
    ),
    (
        "none continuous",
        "Ska göras, men har ingen sista dag. Gäller hela tiden.",
        "To be done, but has no last day. Holds all the time.",
    ),
    ("case item", "Hela ärendet. Varje del av ärendet.", "The whole case. Each item of the case."),
    (
        "add keep restart",
        "Ett krav till. Ingen ändring. Tiden börjar om.",
        "One more obligation. No change. Time begins anew.",
    ),
    ("statute guideline routine", "Lag eller annan författning. Riktlinje. Rutin.", "Statute. Guideline. Routine."),
    (
        "overdue due paused standing fulfilled fulfilled_late ended",
        "Försenat. Att göra. Pausat. Löpande. Klart. Klart för sent. Bortfallet.",
        "Overdue. To be done. Paused. Standing. Done. Done late. Ended.",
    ),
    (
        "green yellow red None",
        "Grönt: gott om tid. Gult: tiden håller på att gå ut. Rött: tiden har gått ut. Inget.",
        "Green: plenty of time. Yellow: time is running out. Red: time is over. None.",
    ),
    (
        "too_early backdated bad_extension not_done_ahead",
        "Gjordes för tidigt. Daterades bakåt. Förlängdes fastän det inte gick. "
        "Gjordes inte innan det som det skulle föregå.",
        "Done too early. Backdated. Extended although it could not be. Not done before what it was to precede.",
    ),
]


@pytest.mark.parametrize(("words", "sv", "en"), CHOICES, ids=[one[0] for one in CHOICES])
def test_each_word_to_choose_from_is_explained(words: str, sv: str, en: str) -> None:
    wordings: dict[Lang, str] = {"sv": sv, "en": en}
    for lang, expected in wordings.items():
        found = [
            " ".join(node["enumDescriptions"])
            for kind in MAKERS
            for node in nodes_in(schema(kind, lang))
            if "enumDescriptions" in node and " ".join(map(str, node["enum"])) == words
        ]
        assert set(found) == {expected}
