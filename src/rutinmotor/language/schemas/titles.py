"""What shapes, fixed values, and keys of cases and scenarios are called, in both languages; read by `schemas.telling`.

What a key of a rule file is called stands at the key.
"""

from collections.abc import Mapping

from rutinmotor.ground.days import WEEKDAYS as CODES
from rutinmotor.ground.words import WEEKDAYS, breach_words, period_words, status_word
from rutinmotor.language.constructs import Title

# A key of a case or a scenario is found under its shape and itself ("event.at"), else under itself alone.
KEYS: Mapping[str, Title] = {
    "about": Title("Gäller händelsen", "About the event"),
    "absent": Title("Krav som inte ska finnas", "Obligations that must not be there"),
    "at": Title("Dag", "Day"),
    "breaches": Title("Avvikelser", "Breaches"),
    "case": Title("Ärende", "Case"),
    "data": Title("Uppgifter", "Facts"),
    "due": Title("Sista dag", "Last day"),
    "ended_on": Title("Föll bort dag", "Ended on"),
    "escalated_to": Title("Har förts vidare till", "Escalated to"),
    "events": Title("Händelser", "Events"),
    "expect": Title("Krav som ska finnas", "Obligations that must be there"),
    "facts": Title("Uppgifter", "Facts"),
    "fulfilled_on": Title("Klart dag", "Fulfilled on"),
    "item": Title("Del", "Item"),
    "items": Title("Delar", "Items"),
    "known": Title("Känt", "Known"),
    "light": Title("Ljus", "Light"),
    "only": Title("Inget annat än det väntade", "Nothing but what is expected"),
    "opened": Title("Uppstod", "Opened"),
    "recorded": Title("När det registrerades", "When it was recorded"),
    "replaces": Title("Ersätter", "Replaces"),
    "retracts": Title("Återkallar", "Retracts"),
    "rule": Title("Regel", "Rule"),
    "rules": Title("Regler", "Rules"),
    "scenario": Title("Vad som visas", "What is shown"),
    "status": Title("Läge", "Status"),
    "undetermined": Title("Regler som inte kan avgöras", "Rules that cannot be judged"),
    "case.case": Title("Ärendets beteckning", "Name of the case"),
    "event.at": Title("När det hände", "When it happened"),
    "event.id": Title("Id", "Id"),
    "event.type": Title("Typ", "Type"),
}

# What a mapping, or a value with a form of its own, is called.
SHAPES: Mapping[str, Title] = {
    "Allow": Title("Tillåten varning", "Allowed warning"),
    "CalendarText": Title("Kalender", "Calendar"),
    "CatalogueSource": Title("Katalogens källa", "Source of the catalogue"),
    "Condition": Title("Villkor", "Condition"),
    "Deadline": Title("Tidsfrist", "Deadline"),
    "Duration": Title("Tid", "Time"),
    "EndingLine": Title("Vad som avslutar", "What ends it"),
    "EventType": Title("Händelsetyp", "Event type"),
    "ExtendedBy": Title("Förlängning", "Extension"),
    "Fact": Title("Uppgift", "Fact"),
    "InForce": Title("När den gäller", "In force"),
    "Lead": Title("Tid i förväg", "Time ahead"),
    "LongDuration": Title("Tid som inte är noll", "Time that is not zero"),
    "NotEncoded": Title("Krav i dokumentet som inte är regler", "Duties of the document that are not rules"),
    "Repeat": Title("Upprepning", "Repetition"),
    "Rule": Title("Regel", "Rule"),
    "Source": Title("Regelns källa", "Source of the rule"),
    "State": Title("Tillstånd", "State"),
    "StateEnd": Title("Vad som avslutar ett tillstånd", "What ends a state"),
    "Step": Title("Steg i en eskalering", "Step of an escalation"),
    "Test": Title("Prov", "Test"),
    "Titled": Title("Aktör", "Actor"),
    "Trigger": Title("Utlösare", "Trigger"),
    "case": Title("Ärende", "Case"),
    "event": Title("Händelse", "Event"),
    "expected": Title("Väntat krav", "Expected obligation"),
    "facts": Title("Uppgifter", "Facts"),
    "listed": Title("Regel för en del av ärendet", "Rule for one item of the case"),
    "moment": Title("Tidpunkt", "Moment"),
    "name": Title("Namn", "Name"),
    "plain": Title("Värde", "Value"),
}

# What a whole file is called, by its kind.
FILES: Mapping[str, Title] = {
    "catalogue": Title("Regelkatalog", "Rule catalogue"),
    "case": Title("Ärenden", "Cases"),
    "scenario": Title("Scenario", "Scenario"),
}


def _sentence(sv: str, en: str) -> Title:
    """Make sentences of the words that all answers have for something."""
    return Title(f"{sv[:1].upper()}{sv[1:]}.", f"{en[:1].upper()}{en[1:]}.")


# What the words mean of which one must be chosen.
VALUES: Mapping[str | None, Title] = {
    **{code: _sentence(*names) for code, *names in zip(CODES, WEEKDAYS["sv"], WEEKDAYS["en"], strict=True)},
    "bool": Title("Sant eller falskt.", "True or false."),
    "int": Title("Heltal.", "Whole number."),
    "date": Title("Datum.", "Date."),
    "text": Title("Fri text.", "Free text."),
    "none": Title("Ska göras, men har ingen sista dag.", "To be done, but has no last day."),
    "continuous": Title("Gäller hela tiden.", "Holds all the time."),
    **{period: _sentence(*period_words(period).the) for period in ("week", "month", "quarter", "half_year", "year")},
    "next_working_day": Title("Till nästa arbetsdag.", "To the next working day."),
    "previous_working_day": Title("Till arbetsdagen före.", "To the working day before."),
    "fulfilment": Title("Från att det blev gjort.", "From when it was done."),
    "trigger": Title("Från utlösaren.", "From the trigger."),
    "case": Title("Hela ärendet.", "The whole case."),
    "item": Title("Varje del av ärendet.", "Each item of the case."),
    "add": Title("Ett krav till.", "One more obligation."),
    "keep": Title("Ingen ändring.", "No change."),
    "restart": Title("Tiden börjar om.", "Time begins anew."),
    "open": Title("Kravet uppstår genast.", "The obligation arises at once."),
    "pass": Title("Inget krav uppstår, och svaret säger det.", "No obligation arises, and the answer says so."),
    "running": Title("Det vars period har börjat.", "That of a begun period."),
    "statute": Title("Lag eller annan författning.", "Statute."),
    "guideline": Title("Riktlinje.", "Guideline."),
    "routine": Title("Rutin.", "Routine."),
    **{
        status: _sentence(status_word(status, "sv"), status_word(status, "en"))
        for status in ("due", "overdue", "paused", "standing", "fulfilled", "fulfilled_late", "ended")
    },
    **{
        breach: _sentence(*breach_words(breach))
        for breach in ("too_early", "backdated", "bad_extension", "not_done_ahead")
    },
    "green": Title("Grönt: gott om tid.", "Green: plenty of time."),
    "yellow": Title("Gult: tiden håller på att gå ut.", "Yellow: time is running out."),
    "red": Title("Rött: tiden har gått ut.", "Red: time is over."),
    None: Title("Inget.", "None."),
}
