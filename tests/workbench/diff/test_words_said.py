"""What a catalogue says for all its rules, and each kind of word, changed alone, in the sentence for it."""

from typing import Any

import pytest

from tests.workbench.diff.rulebooks import OTHER, RULE, WORDS, book, rule, told

# Some keys of the catalogue before and now.
SENTENCES: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
    (
        {},
        {"scope": {"iub": True}},
        "Katalogen sol: reglerna gäller nu bara om ”Insats utan behovsprövning” är ja (gäller färre fall)",
        "The catalogue sol: the rules now hold only if “Insats utan behovsprövning” is yes (holds in fewer cases)",
    ),
    (
        {"scope": {"iub": True}},
        {},
        "Katalogen sol: reglerna gäller inte längre bara om ”Insats utan behovsprövning” är ja (gäller fler fall)",
        "The catalogue sol: the rules no longer hold only if “Insats utan behovsprövning” is yes (holds in more cases)",
    ),
    (
        {"scope": {"iub": True}},
        {"scope": {"regi": "egen"}},
        "Katalogen sol: reglerna gäller bara om Regi är egen, i stället för om ”Insats utan behovsprövning” är ja",
        "The catalogue sol: the rules hold only if Regi is egen, instead of if “Insats utan behovsprövning” is yes",
    ),
    (
        {},
        {"in_force": {"from": "2026-01-01"}},
        "Katalogen sol: reglerna gäller nu från och med torsdag 1 januari 2026 (färre dagar)",
        "The catalogue sol: the rules are now in force from Thursday 1 January 2026 (fewer days)",
    ),
    (
        {"in_force": {"from": "2026-01-01"}},
        {},
        "Katalogen sol: reglerna gäller utan gräns i tiden (förut från och med torsdag 1 januari 2026) (fler dagar)",
        "The catalogue sol: the rules are in force without end (before: from Thursday 1 January 2026) (more days)",
    ),
    (
        {"in_force": {"from": "2026-01-01"}},
        {"in_force": {"from": "2026-02-01"}},
        "Katalogen sol: reglerna gäller från och med söndag 1 februari 2026 i stället för från och med "
        "torsdag 1 januari 2026 (färre dagar)",
        "The catalogue sol: the rules are in force from Sunday 1 February 2026 instead of from Thursday 1 "
        "January 2026 (fewer days)",
    ),
    (
        {},
        {"warn": {"days": 7}},
        "Katalogen sol: reglerna lyser nu gult 7 dagar före sista dagen",
        "The catalogue sol: the rules now show yellow 7 days before the last day",
    ),
    (
        {"warn": {"days": 7}},
        {},
        "Katalogen sol: reglerna lyser inte längre gult i förväg (förut 7 dagar)",
        "The catalogue sol: the rules no longer show yellow ahead (before: 7 days)",
    ),
    (
        {"warn": {"days": 7}},
        {"warn": {"days": 3}},
        "Katalogen sol: reglerna lyser gult 3 dagar före sista dagen i stället för 7 dagar",
        "The catalogue sol: the rules show yellow 3 days before the last day instead of 7 days",
    ),
    (
        {"timezone": "Europe/London"},
        {"timezone": "Europe/Helsinki"},
        "Katalogen sol: dagarna räknas i Europe/Helsinki i stället för Europe/London",
        "The catalogue sol: days are counted in Europe/Helsinki instead of Europe/London",
    ),
    ({}, {"owner": "Kommunen"}, "Katalogen sol: ägs nu av ”Kommunen”", "The catalogue sol: is now owned by “Kommunen”"),
    (
        {"owner": "Kommunen"},
        {},
        "Katalogen sol: ägs inte längre av ”Kommunen”",
        "The catalogue sol: is no longer owned by “Kommunen”",
    ),
    (
        {"owner": "Kommunen"},
        {"owner": "Regionen"},
        "Katalogen sol: ägs av ”Regionen” i stället för ”Kommunen”",
        "The catalogue sol: is owned by “Regionen” instead of “Kommunen”",
    ),
    (
        {"title": "Rutin"},
        {"title": "Riktlinje"},
        "Katalogen sol: hette förut ”Rutin”",
        "The catalogue sol: was called “Rutin”",
    ),
    (
        {},
        {"source": {"document": "Rutin"}},
        "Katalogen sol: källa anges: ”Rutin”",
        "The catalogue sol: a source is given: “Rutin”",
    ),
    (
        {"source": {"document": "Rutin"}},
        {},
        "Katalogen sol: källan tas bort: ”Rutin”",
        "The catalogue sol: the source is gone: “Rutin”",
    ),
    (
        {"source": {"document": "Rutin"}},
        {"source": {"document": "Riktlinje"}},
        "Katalogen sol: källan är ”Riktlinje” i stället för ”Rutin”",
        "The catalogue sol: the source is “Riktlinje” instead of “Rutin”",
    ),
    (
        {},
        {"not_encoded": [{"duties": ["S9"], "reason": "Ingen händelse"}]},
        "Katalogen sol: krav som inte är regler tillkommer: S9 (Ingen händelse)",
        "The catalogue sol: duties that are not rules are added: S9 (Ingen händelse)",
    ),
    (
        {"not_encoded": [{"duties": ["S9"], "reason": "Ingen händelse"}]},
        {},
        "Katalogen sol: krav som inte är regler tas bort: S9 (Ingen händelse)",
        "The catalogue sol: duties that are not rules are gone: S9 (Ingen händelse)",
    ),
    (
        {"not_encoded": [{"duties": ["S9"], "reason": "Ingen händelse"}]},
        {"not_encoded": [{"duties": ["S8"], "reason": "Ingen händelse"}]},
        "Katalogen sol: krav som inte är regler: S8 (Ingen händelse) i stället för S9 (Ingen händelse)",
        "The catalogue sol: duties that are not rules: S8 (Ingen händelse) instead of S9 (Ingen händelse)",
    ),
    (
        {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": "hemma"}}},
        {"states": {"franvaro": {"title": "Frånvaro", "begins": ["borta", "besked"], "ends": "hemma"}}},
        "Tillståndet ”Frånvaro”: börjar nu också med ”Besked har lämnats”",
        "The state “Frånvaro”: now begins with “Besked har lämnats” too",
    ),
    (
        {"states": {"franvaro": {"title": "Frånvaro", "begins": ["borta", "besked"], "ends": "hemma"}}},
        {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": "hemma"}}},
        "Tillståndet ”Frånvaro”: börjar inte längre med ”Besked har lämnats”",
        "The state “Frånvaro”: no longer begins with “Besked har lämnats”",
    ),
    (
        {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": "hemma"}}},
        {"states": {"franvaro": {"title": "Frånvaro", "begins": "besked", "ends": "hemma"}}},
        "Tillståndet ”Frånvaro”: börjar med ”Besked har lämnats” i stället för ”Frånvaron har börjat”",
        "The state “Frånvaro”: begins with “Besked har lämnats” instead of “Frånvaron har börjat”",
    ),
    (
        {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": "hemma"}}},
        {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": ["hemma", "besked"]}}},
        "Tillståndet ”Frånvaro”: slutar nu också med ”Besked har lämnats”",
        "The state “Frånvaro”: now ends with “Besked har lämnats” too",
    ),
    (
        {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": ["hemma", "besked"]}}},
        {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": "hemma"}}},
        "Tillståndet ”Frånvaro”: slutar inte längre med ”Besked har lämnats”",
        "The state “Frånvaro”: no longer ends with “Besked har lämnats”",
    ),
    (
        {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": "hemma"}}},
        {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": "besked"}}},
        "Tillståndet ”Frånvaro”: slutar med ”Besked har lämnats” i stället för ”Frånvaron är slut”",
        "The state “Frånvaro”: ends with “Besked har lämnats” instead of “Frånvaron är slut”",
    ),
    (
        {"facts": {"regi": {"title": "Regi", "one_of": ["egen", "privat"]}}},
        {"facts": {"regi": {"title": "Regi", "one_of": ["egen", "privat", "annan"]}}},
        "Uppgiften ”Regi”: kan nu också vara annan",
        "The fact “Regi”: may now be annan too",
    ),
    (
        {"facts": {"regi": {"title": "Regi", "one_of": ["egen", "privat", "annan"]}}},
        {"facts": {"regi": {"title": "Regi", "one_of": ["egen", "privat"]}}},
        "Uppgiften ”Regi”: kan inte längre vara annan",
        "The fact “Regi”: may no longer be annan",
    ),
    (
        {"facts": {"regi": {"title": "Regi", "one_of": ["egen", "privat"]}}},
        {"facts": {"regi": {"title": "Regi", "one_of": ["egen", "annan"]}}},
        "Uppgiften ”Regi”: kan vara annan i stället för privat",
        "The fact “Regi”: may be annan instead of privat",
    ),
    (
        {"facts": {"ny": {"title": "Ny", "type": "bool"}}},
        {"facts": {"ny": {"title": "Ny", "type": "int"}}},
        "Uppgiften ”Ny”: är ett heltal i stället för sant eller falskt",
        "The fact “Ny”: is a whole number instead of true or false",
    ),
    (
        {"facts": {"ny": {"title": "Ny", "type": "int"}}},
        {"facts": {"ny": {"title": "Ny", "type": "date"}}},
        "Uppgiften ”Ny”: är ett datum i stället för ett heltal",
        "The fact “Ny”: is a date instead of a whole number",
    ),
    (
        {"facts": {"ny": {"title": "Ny", "type": "date"}}},
        {"facts": {"ny": {"title": "Ny", "type": "text"}}},
        "Uppgiften ”Ny”: är fri text i stället för ett datum",
        "The fact “Ny”: is free text instead of a date",
    ),
    (
        {"facts": {"ny": {"title": "Ny", "type": "text"}}},
        {"facts": {"ny": {"title": "Ny", "type": "bool"}}},
        "Uppgiften ”Ny”: är sant eller falskt i stället för fri text",
        "The fact “Ny”: is true or false instead of free text",
    ),
    (
        {},
        {"facts": {"orsak": {"title": "Orsak", "type": "text", "of": "event"}}},
        "Uppgiften ”Orsak”: hör nu till händelsen som ger den",
        "The fact “Orsak”: now belongs to the event that gives it",
    ),
    (
        {"facts": {"orsak": {"title": "Orsak", "type": "text", "of": "event"}}},
        {},
        "Uppgiften ”Orsak”: hör nu till ärendet eller en del av det, inte till händelsen som ger den",
        "The fact “Orsak”: now belongs to the case or an item of it, not to the event that gives it",
    ),
    (
        {},
        {"facts": {"iub": {**WORDS["facts"]["iub"], "only_forward": True}}},
        "Uppgiften ”Insats utan behovsprövning”: gäller nu bara från det att den ges",
        "The fact “Insats utan behovsprövning”: now holds only from when it is given",
    ),
    (
        {"facts": {"iub": {**WORDS["facts"]["iub"], "only_forward": True}}},
        {},
        "Uppgiften ”Insats utan behovsprövning”: kan nu svara också för tiden innan den gavs",
        "The fact “Insats utan behovsprövning”: may now answer for the time before it was given too",
    ),
    (
        {},
        {"events": {"start": {**WORDS["events"]["start"], "resets": ["slutdatum", "orsak"]}}},
        "Händelsen ”Insatsen har verkställts”: tar nu bort ”Slutdatum” och ”Orsak”",
        "The event “Insatsen har verkställts”: now takes away “Slutdatum” and “Orsak”",
    ),
    (
        {"events": {"start": {**WORDS["events"]["start"], "resets": "orsak"}}},
        {"events": {"start": {**WORDS["events"]["start"], "resets": ["orsak", "slutdatum"]}}},
        "Händelsen ”Insatsen har verkställts”: tar nu också bort ”Slutdatum”",
        "The event “Insatsen har verkställts”: now takes away “Slutdatum” too",
    ),
    (
        {"events": {"start": {**WORDS["events"]["start"], "resets": "orsak"}}},
        {},
        "Händelsen ”Insatsen har verkställts”: tar inte längre bort ”Orsak”",
        "The event “Insatsen har verkställts”: no longer takes away “Orsak”",
    ),
    (
        {"events": {"start": {**WORDS["events"]["start"], "resets": "orsak"}}},
        {"events": {"start": {**WORDS["events"]["start"], "resets": "slutdatum"}}},
        "Händelsen ”Insatsen har verkställts”: tar bort ”Slutdatum” i stället för ”Orsak”",
        "The event “Insatsen har verkställts”: takes away “Slutdatum” instead of “Orsak”",
    ),
    ({}, {"actors": {"ny": {"title": "Ny"}}}, "Aktören ”Ny”: tillkommer", "The actor “Ny”: is new"),
    ({"actors": {"ny": {"title": "Ny"}}}, {}, "Aktören ”Ny”: finns inte längre", "The actor “Ny”: is gone"),
    ({}, {"events": {"ny": {"title": "Ny"}}}, "Händelsen ”Ny”: tillkommer", "The event “Ny”: is new"),
    ({"events": {"ny": {"title": "Ny"}}}, {}, "Händelsen ”Ny”: finns inte längre", "The event “Ny”: is gone"),
    ({}, {"facts": {"ny": {"title": "Ny", "type": "bool"}}}, "Uppgiften ”Ny”: tillkommer", "The fact “Ny”: is new"),
    (
        {"facts": {"ny": {"title": "Ny", "type": "bool"}}},
        {},
        "Uppgiften ”Ny”: finns inte längre",
        "The fact “Ny”: is gone",
    ),
    (
        {},
        {"states": {"ny": {"title": "Ny", "begins": "borta", "ends": "hemma"}}},
        "Tillståndet ”Ny”: tillkommer",
        "The state “Ny”: is new",
    ),
    (
        {"states": {"ny": {"title": "Ny", "begins": "borta", "ends": "hemma"}}},
        {},
        "Tillståndet ”Ny”: finns inte längre",
        "The state “Ny”: is gone",
    ),
    ({}, {"calendars": {"ny": {"weekdays": ["mon"]}}}, "Kalendern ny: tillkommer", "The calendar ny: is new"),
    ({"calendars": {"ny": {"weekdays": ["mon"]}}}, {}, "Kalendern ny: finns inte längre", "The calendar ny: is gone"),
]


@pytest.mark.parametrize(("old", "new", "sv", "en"), SENTENCES)
def test_a_change_beside_the_rules_is_said(old: dict[str, Any], new: dict[str, Any], sv: str, en: str) -> None:
    assert told(book(**old), book(**new)) == [sv]
    assert told(book(**old), book(**new), "en") == [en]


@pytest.mark.parametrize(
    ("old", "new", "sv", "en"),
    [
        (
            None,
            3,
            "Ordet ”snarast”: betyder nu 3 dagar; förut var det inte bestämt",
            "The word “as soon as possible”: now means 3 days; before, that was not decided",
        ),
        (
            3,
            None,
            "Ordet ”snarast”: har inte längre någon bestämd tid (förut 3 dagar)",
            "The word “as soon as possible”: no longer has a time of its own (before: 3 days)",
        ),
        (
            3,
            5,
            "Ordet ”snarast”: betyder 5 dagar i stället för 3 dagar (2 dagar längre)",
            "The word “as soon as possible”: means 5 days instead of 3 days (2 days longer)",
        ),
    ],
)
def test_what_a_word_of_urgency_means_is_said(old: int | None, new: int | None, sv: str, en: str) -> None:
    def urgent(days: int | None) -> dict[str, Any]:
        means = {} if days is None else {"snarast": {"days": days}}
        return book(rule(deadline={"urgency": "snarast"}), urgency=means)

    assert told(urgent(old), urgent(new)) == [sv]
    assert told(urgent(old), urgent(new), "en") == [en]


def test_what_is_called_otherwise_is_said() -> None:
    events = {("ny" if name == "besked" else name): one for name, one in WORDS["events"].items()}
    renamed = {**book(), "events": events}
    assert told(book(), renamed) == ["Händelsen ”Besked har lämnats”: heter nu ny i filer och ärenden (förut besked)"]
    assert told(book(), renamed, "en") == [
        "The event “Besked har lämnats”: is now called ny in files and cases (before: besked)"
    ]
    assert told(book(), {**book(), "catalogue": "lss"}) == ["Katalogen lss: heter nu lss (förut sol)"]
    assert told(book(), {**book(), "catalogue": "lss"}, "en") == ["The catalogue lss: is now called lss (before: sol)"]
    one = "Genomförandeplanen är slutförd"
    assert told(book(), book(rule(id="ny"))) == [f"{one}: heter nu sol.ny (förut sol.plan)"]
    assert told(book(), book(rule(id="ny")), "en") == [f"{one}: is now called sol.ny (before: sol.plan)"]


def test_rules_that_come_and_go_are_said() -> None:
    one, two = book(), book(RULE, OTHER)
    title, sv, en = (
        "Planen är skickad till beställaren",
        "När ”Besked har lämnats” ska Handläggare inom 3 dagar se till: Planen är skickad till beställaren",
        "When “Besked har lämnats”, Handläggare must within 3 days see to: Planen är skickad till beställaren",
    )
    assert told(one, two) == [f"{title}: nytt krav. {sv}"]
    assert told(one, two, "en") == [f"{title}: a new obligation. {en}"]
    assert told(two, one) == [f"{title}: kravet tas bort. {sv}"]
    assert told(two, one, "en") == [f"{title}: the obligation is gone. {en}"]


def test_a_fact_that_comes_to_have_a_list_of_values_is_said() -> None:
    free, chosen = (book(facts={"ny": {"title": "Ny", **kind}}) for kind in ({"type": "bool"}, {"one_of": ["a"]}))
    assert told(free, chosen) == ["Uppgiften ”Ny”: är inte längre sant eller falskt", "Uppgiften ”Ny”: kan nu vara a"]
    assert told(free, chosen, "en") == ["The fact “Ny”: is no longer true or false", "The fact “Ny”: may now be a"]
    assert told(chosen, free) == ["Uppgiften ”Ny”: kan inte längre vara a", "Uppgiften ”Ny”: är nu sant eller falskt"]
    assert told(chosen, free, "en") == ["The fact “Ny”: may no longer be a", "The fact “Ny”: is now true or false"]
