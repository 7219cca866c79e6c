"""Each key of a rule, changed alone, in the words that stand after the rule's title: what comes, goes, is otherwise."""

from typing import Any

import pytest

from tests.workbench.diff.rulebooks import book, rule, told

TITLE = "Genomförandeplanen är slutförd: "
# Some keys of the rule before and now; None takes one away.
SENTENCES: list[tuple[dict[str, Any], dict[str, Any], str, str]] = [
    (
        {"deadline": "none"},
        {"deadline": {"weeks": 6}},
        "ska göras inom 6 veckor i stället för utan någon sista dag (kortare tid)",
        "is to be done within 6 weeks instead of without any last day (less time)",
    ),
    (
        {"repeat": {"every": {"years": 1}, "from": "fulfilment"}, "deadline": None},
        {"repeat": {"every": {"years": 1}, "from": "fulfilment"}, "deadline": {"weeks": 6}},
        "får en egen tid, inom 6 veckor",
        "gets a time of its own, within 6 weeks",
    ),
    (
        {"repeat": {"every": {"years": 1}, "from": "fulfilment"}, "deadline": {"weeks": 6}},
        {"repeat": {"every": {"years": 1}, "from": "fulfilment"}, "deadline": None},
        "har inte längre någon egen tid (förut inom 6 veckor)",
        "no longer has a time of its own (before: within 6 weeks)",
    ),
    (
        {"deadline": {"weeks": 6}},
        {"deadline": "none"},
        "ska göras utan någon sista dag i stället för inom 6 veckor (längre tid)",
        "is to be done without any last day instead of within 6 weeks (more time)",
    ),
    (
        {"repeat": {"every": {"years": 1}, "from": "fulfilment"}, "on_repeat": None},
        {"repeat": {"every": {"months": 6}, "from": "fulfilment"}, "on_repeat": None},
        "ska göras om inom 6 månader från förra gången i stället för inom 1 år från förra gången (6 månader kortare)",
        "is to be done again within 6 months of the last time instead of within 1 year of the last time (6 "
        "months shorter)",
    ),
    (
        {"only_if": None},
        {"only_if": {"iub": True}},
        "gäller nu bara om ”Insats utan behovsprövning” är ja (gäller färre fall)",
        "now holds only if “Insats utan behovsprövning” is yes (holds in fewer cases)",
    ),
    (
        {"only_if": {"iub": True}},
        {"only_if": None},
        "gäller inte längre bara om ”Insats utan behovsprövning” är ja (gäller fler fall)",
        "no longer holds only if “Insats utan behovsprövning” is yes (holds in more cases)",
    ),
    (
        {"only_if": {"iub": True}},
        {"only_if": {"regi": "egen"}},
        "gäller bara om Regi är egen, i stället för om ”Insats utan behovsprövning” är ja",
        "holds only if Regi is egen, instead of if “Insats utan behovsprövning” is yes",
    ),
    (
        {"in_force": None},
        {"in_force": {"from": "2026-01-01"}},
        "gäller nu från och med torsdag 1 januari 2026 (färre dagar)",
        "is now in force from Thursday 1 January 2026 (fewer days)",
    ),
    (
        {"in_force": {"from": "2026-01-01"}},
        {"in_force": None},
        "gäller utan gräns i tiden (förut från och med torsdag 1 januari 2026) (fler dagar)",
        "is in force without end (before: from Thursday 1 January 2026) (more days)",
    ),
    (
        {"in_force": {"from": "2026-01-01"}},
        {"in_force": {"from": "2026-02-01"}},
        "gäller från och med söndag 1 februari 2026 i stället för från och med torsdag 1 januari 2026 (färre dagar)",
        "is in force from Sunday 1 February 2026 instead of from Thursday 1 January 2026 (fewer days)",
    ),
    (
        {"actor": "utforare"},
        {"actor": ["utforare", "chef"]},
        "kan nu också göras av Enhetschef",
        "may now be done by Enhetschef too",
    ),
    (
        {"actor": ["utforare", "chef"]},
        {"actor": "utforare"},
        "kan inte längre göras av Enhetschef",
        "may no longer be done by Enhetschef",
    ),
    (
        {"actor": "utforare"},
        {"actor": "chef"},
        "ska göras av Enhetschef i stället för Utförare",
        "is to be done by Enhetschef instead of Utförare",
    ),
    (
        {"trigger": "start"},
        {"trigger": ["start", "besked"]},
        "uppstår nu också när ”Besked har lämnats”",
        "now arises when “Besked har lämnats” too",
    ),
    (
        {"trigger": ["start", "besked"]},
        {"trigger": "start"},
        "uppstår inte längre när ”Besked har lämnats”",
        "no longer arises when “Besked har lämnats”",
    ),
    (
        {"trigger": "start"},
        {"trigger": "besked"},
        "uppstår när ”Besked har lämnats” i stället för när ”Insatsen har verkställts”",
        "arises when “Besked har lämnats” instead of when “Insatsen har verkställts”",
    ),
    (
        {"per": None},
        {"per": "case"},
        "gäller hela ärendet i stället för den del av ärendet som utlöste det",
        "is for the whole case instead of the item that triggered it",
    ),
    (
        {"per": "case"},
        {"per": "item"},
        "gäller varje del av ärendet i stället för hela ärendet",
        "is for each item of the case instead of the whole case",
    ),
    (
        {"per": "item"},
        {"per": None},
        "gäller den del av ärendet som utlöste det i stället för varje del av ärendet",
        "is for the item that triggered it instead of each item of the case",
    ),
    (
        {"on_repeat": "add"},
        {"on_repeat": "keep"},
        "utlöst på nytt ger det ingen ändring i stället för ett krav till",
        "triggered again it gives no change instead of one more obligation",
    ),
    (
        {"on_repeat": "keep"},
        {"on_repeat": "restart"},
        "utlöst på nytt ger det ny tid i stället för ingen ändring",
        "triggered again it gives a new time instead of no change",
    ),
    (
        {"on_repeat": "restart"},
        {"on_repeat": "add"},
        "utlöst på nytt ger det ett krav till i stället för ny tid",
        "triggered again it gives one more obligation instead of a new time",
    ),
    (
        {"fulfilled_by": None},
        {"fulfilled_by": "klar"},
        "blir nu klart med ”Planen är klar”",
        "is now done with “Planen är klar”",
    ),
    (
        {"fulfilled_by": "klar"},
        {"fulfilled_by": None},
        "blir inte längre klart med ”Planen är klar”",
        "is no longer done with “Planen är klar”",
    ),
    (
        {"fulfilled_by": "klar"},
        {"fulfilled_by": "skickad"},
        "blir klart med ”Planen är skickad” i stället för ”Planen är klar”",
        "is done with “Planen är skickad” instead of “Planen är klar”",
    ),
    (
        {"ends_with": None},
        {"ends_with": "slut"},
        "faller nu bort med ”Insatsen är slut”",
        "now ends with “Insatsen är slut”",
    ),
    (
        {"ends_with": "slut"},
        {"ends_with": None},
        "faller inte längre bort med ”Insatsen är slut”",
        "no longer ends with “Insatsen är slut”",
    ),
    (
        {"ends_with": "slut"},
        {"ends_with": "besked"},
        "faller bort med ”Besked har lämnats” i stället för ”Insatsen är slut”",
        "ends with “Besked har lämnats” instead of “Insatsen är slut”",
    ),
    (
        {"ends_with": "slut"},
        {"ends_with": {"event": "slut", "of": "any_item"}},
        "faller bort med ”Insatsen är slut” (vilken del av ärendet den än gäller) i stället för ”Insatsen är slut”",
        "ends with “Insatsen är slut” (whichever item of the case it is about) instead of “Insatsen är slut”",
    ),
    (
        {"ends_with": "slut"},
        {"ends_with": ["slut", {"date": "slutdatum"}]},
        "faller nu också bort med att dagen i ”Slutdatum” är slut",
        "now ends with the end of the day in “Slutdatum” too",
    ),
    (
        {"ends_with": "slut"},
        {"ends_with": "slut", "spares": ["overdue"]},
        "när det faller bort ska ändå göras det som är försenat",
        "when it ends, what is overdue is still to be done",
    ),
    (
        {"ends_with": "slut", "spares": ["overdue"]},
        {"ends_with": "slut"},
        "när det faller bort ska inte längre göras det som är försenat",
        "when it ends, what is overdue is no longer to be done",
    ),
    (
        {"counts_from": None},
        {"counts_from": "besked"},
        "det som är gjort redan räknas nu, efter ”Besked har lämnats”",
        "what is done already now counts, after “Besked har lämnats”",
    ),
    (
        {"counts_from": "besked"},
        {"counts_from": None},
        "det som är gjort redan räknas inte längre",
        "what is done already no longer counts",
    ),
    (
        {"counts_from": "besked"},
        {"counts_from": "borta"},
        "det som är gjort redan räknas efter ”Frånvaron har börjat” i stället för ”Besked har lämnats”",
        "what is done already counts after “Frånvaron har börjat” instead of “Besked har lämnats”",
    ),
    (
        {"escalation": None},
        {"escalation": [{"after": {"days": 1}, "to": "chef", "action": "Påminn"}]},
        "nytt steg när tiden går ut, 1 dag efter sista dagen till Enhetschef: ”Påminn”",
        "a new step when time runs out, 1 day after the last day to Enhetschef: “Påminn”",
    ),
    (
        {"escalation": [{"after": {"days": 1}, "to": "chef", "action": "Påminn"}]},
        {"escalation": None},
        "ett steg när tiden går ut tas bort, 1 dag efter sista dagen till Enhetschef: ”Påminn”",
        "a step when time runs out is gone, 1 day after the last day to Enhetschef: “Påminn”",
    ),
    (
        {"escalation": [{"after": {"days": 1}, "to": "chef", "action": "Påminn"}]},
        {"escalation": [{"before": {"days": 2}, "to": "chef", "action": "Fråga"}]},
        "när tiden går ut: 2 dagar före sista dagen till Enhetschef: ”Fråga” i stället för 1 dag efter sista "
        "dagen till Enhetschef: ”Påminn”",
        "when time runs out: 2 days before the last day to Enhetschef: “Fråga” instead of 1 day after the "
        "last day to Enhetschef: “Påminn”",
    ),
    (
        {"warn": None},
        {"warn": {"days": 7}},
        "lyser nu gult 7 dagar före sista dagen",
        "now shows yellow 7 days before the last day",
    ),
    (
        {"warn": {"days": 7}},
        {"warn": None},
        "lyser inte längre gult i förväg (förut 7 dagar)",
        "no longer shows yellow ahead (before: 7 days)",
    ),
    (
        {"warn": {"days": 7}},
        {"warn": {"days": 3}},
        "lyser gult 3 dagar före sista dagen i stället för 7 dagar",
        "shows yellow 3 days before the last day instead of 7 days",
    ),
    (
        {"paused_while": None},
        {"paused_while": "franvaro"},
        "tiden står nu stilla under ”Frånvaro”",
        "time now stands still during “Frånvaro”",
    ),
    (
        {"paused_while": "franvaro"},
        {"paused_while": None},
        "tiden står inte längre stilla under ”Frånvaro”",
        "time no longer stands still during “Frånvaro”",
    ),
    (
        {"paused_while": "franvaro"},
        {"paused_while": "pagaende"},
        "tiden står stilla under ”Pågående insats” i stället för ”Frånvaro”",
        "time stands still during “Pågående insats” instead of “Frånvaro”",
    ),
    (
        {"extended_by": None},
        {"extended_by": {"event": "besked", "by": {"days": 5}}},
        "kan nu förlängas, med 5 dagar genom ”Besked har lämnats”, högst 1 gång",
        "may now be extended, by 5 days with “Besked har lämnats”, at most 1 time",
    ),
    (
        {"extended_by": {"event": "besked", "by": {"days": 5}}},
        {"extended_by": None},
        "kan inte längre förlängas (förut med 5 dagar genom ”Besked har lämnats”, högst 1 gång)",
        "may no longer be extended (before: by 5 days with “Besked har lämnats”, at most 1 time)",
    ),
    (
        {"extended_by": {"event": "besked", "by": {"days": 5}}},
        {"extended_by": {"event": "besked", "by": {"days": 10}, "at_most": 2}},
        "förlängs med 10 dagar genom ”Besked har lämnats”, högst 2 gånger i stället för med 5 dagar genom "
        "”Besked har lämnats”, högst 1 gång",
        "is extended by 10 days with “Besked har lämnats”, at most 2 times instead of by 5 days with “Besked "
        "har lämnats”, at most 1 time",
    ),
    (
        {"not_before": None},
        {"not_before": {"days": 2}},
        "får nu inte göras förrän efter 2 dagar",
        "may now not be done until after 2 days",
    ),
    (
        {"not_before": {"days": 2}},
        {"not_before": None},
        "får nu göras genast (förut efter 2 dagar)",
        "may now be done at once (before: after 2 days)",
    ),
    (
        {"not_before": {"days": 2}},
        {"not_before": {"days": 4}},
        "får göras efter 4 dagar i stället för 2 dagar",
        "may be done after 4 days instead of 2 days",
    ),
    (
        {"backdating": None},
        {"backdating": "slutdatum"},
        "”Slutdatum” får nu inte ligga före händelsen själv",
        "“Slutdatum” may now not lie before the event itself",
    ),
    (
        {"backdating": "slutdatum"},
        {"backdating": None},
        "”Slutdatum” får nu ligga före händelsen själv",
        "“Slutdatum” may now lie before the event itself",
    ),
    (
        {"backdating": "slutdatum"},
        {"backdating": "fodd"},
        "”Födelsedatum” får inte ligga före händelsen själv; förut gällde det ”Slutdatum”",
        "“Födelsedatum” may not lie before the event itself; before, that was asked of “Slutdatum”",
    ),
    ({"source": None}, {"source": {"section": "3"}}, "källa anges: ”3”", "a source is given: “3”"),
    ({"source": {"section": "3"}}, {"source": None}, "källan tas bort: ”3”", "the source is gone: “3”"),
    (
        {"source": {"section": "3"}},
        {"source": {"section": "4"}},
        "källan är ”4” i stället för ”3”",
        "the source is “4” instead of “3”",
    ),
    ({"norm": "routine"}, {"norm": "statute"}, "är lag i stället för rutin", "is a statute instead of a routine"),
    (
        {"norm": "statute"},
        {"norm": "guideline"},
        "är riktlinje i stället för lag",
        "is a guideline instead of a statute",
    ),
    (
        {"norm": "guideline"},
        {"norm": "routine"},
        "är rutin i stället för riktlinje",
        "is a routine instead of a guideline",
    ),
    ({"help": None}, {"help": "Skriv"}, "får en förklaring, ”Skriv”", "gets an explanation, “Skriv”"),
    ({"help": "Skriv"}, {"help": None}, "förklaringen tas bort, ”Skriv”", "the explanation is gone, “Skriv”"),
    (
        {"help": "Skriv"},
        {"help": "Ring"},
        "förklaringen lyder ”Ring” i stället för ”Skriv”",
        "the explanation reads “Ring” instead of “Skriv”",
    ),
    (
        {"interpretation": None},
        {"interpretation": "Vi räknar dagar"},
        "får en tolkning, ”Vi räknar dagar”",
        "gets an interpretation, “Vi räknar dagar”",
    ),
    (
        {"interpretation": "Vi räknar dagar"},
        {"interpretation": None},
        "tolkningen tas bort, ”Vi räknar dagar”",
        "the interpretation is gone, “Vi räknar dagar”",
    ),
    (
        {"interpretation": "Vi räknar dagar"},
        {"interpretation": "Vi räknar veckor"},
        "tolkningen lyder ”Vi räknar veckor” i stället för ”Vi räknar dagar”",
        "the interpretation reads “Vi räknar veckor” instead of “Vi räknar dagar”",
    ),
    ({"family": None}, {"family": "planer"}, "hör nu till familjen planer", "now belongs to the family planer"),
    (
        {"family": "planer"},
        {"family": None},
        "hör inte längre till familjen planer",
        "no longer belongs to the family planer",
    ),
    (
        {"family": "planer"},
        {"family": "uppdrag"},
        "hör till familjen uppdrag i stället för planer",
        "belongs to the family uppdrag instead of planer",
    ),
    (
        {"allow": None},
        {"allow": [{"code": "RM520", "reason": "Så är det"}]},
        "låter nu en varning stå, RM520 (Så är det)",
        "now lets a warning stand, RM520 (Så är det)",
    ),
    (
        {"allow": [{"code": "RM520", "reason": "Så är det"}]},
        {"allow": None},
        "låter inte längre en varning stå, RM520 (Så är det)",
        "no longer lets a warning stand, RM520 (Så är det)",
    ),
    (
        {"allow": [{"code": "RM520", "reason": "Så är det"}]},
        {"allow": [{"code": "RM510", "reason": "Så är det"}]},
        "låter en varning stå, RM510 (Så är det) i stället för RM520 (Så är det)",
        "lets a warning stand, RM510 (Så är det) instead of RM520 (Så är det)",
    ),
]


@pytest.mark.parametrize(("old", "new", "sv", "en"), SENTENCES)
def test_a_change_of_a_rule_is_said(old: dict[str, Any], new: dict[str, Any], sv: str, en: str) -> None:
    before, now = book(rule(**old)), book(rule(**new))
    assert told(before, now) == [TITLE + sv]
    assert told(before, now, "en") == [TITLE + en]


@pytest.mark.parametrize(
    ("old", "new", "sv", "en"),
    [
        (
            "Planen",
            None,
            "sol.plan: har inte längre någon rubrik (förut ”Planen”)",
            "sol.plan: no longer has a title (before: “Planen”)",
        ),
        (None, "Planen", "Planen: får en rubrik, ”Planen”", "Planen: gets a title, “Planen”"),
        ("Planen", "Uppföljningen", "Uppföljningen: hette förut ”Planen”", "Uppföljningen: was called “Planen”"),
    ],
)
def test_a_change_of_its_title_is_said(old: str | None, new: str | None, sv: str, en: str) -> None:
    before, now = book(rule(title=old)), book(rule(title=new))
    assert told(before, now) == [sv]
    assert told(before, now, "en") == [en]


def test_a_repetition_that_comes_or_goes_is_said() -> None:
    """Of what is done again, a new trigger changes nothing; of other rules it gives one more obligation."""
    plain, again = book(), book(rule(repeat={"every": {"years": 1}, "from": "fulfilment"}))
    assert told(plain, again)[0] == TITLE + "ska nu göras om, inom 1 år från förra gången"
    assert told(plain, again, "en")[0] == TITLE + "is now to be done again, within 1 year of the last time"
    assert told(again, plain)[0] == TITLE + "ska inte längre göras om (förut inom 1 år från förra gången)"
    assert (
        told(again, plain, "en")[0] == TITLE + "is no longer to be done again (before: within 1 year of the last time)"
    )


def test_versions_that_come_and_go_are_said() -> None:
    one = rule(in_force={"to": "2025-12-31"})
    two = rule(in_force={"from": "2026-01-01"}, deadline={"weeks": 4})
    before, now = book(one), book(one, two)
    assert told(before, now)[1] == TITLE + "en ny version gäller från och med torsdag 1 januari 2026"
    assert told(before, now, "en")[1] == TITLE + "a new version is in force from Thursday 1 January 2026"
    assert told(now, before)[1] == TITLE + "versionen som gällde från och med torsdag 1 januari 2026 tas bort"
    assert told(now, before, "en")[1] == TITLE + "the version in force from Thursday 1 January 2026 is gone"
