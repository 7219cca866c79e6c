"""For each key of the rule language that bears meaning: a catalogue before and after only that key has changed."""

from typing import Any, NamedTuple

from tests.workbench.diff.rulebooks import OTHER, RULE, book, rule

WORKING = {"working_days": 3, "calendar": "vardag"}


class Mutation(NamedTuple):
    shape: str
    field: str
    old: dict[str, Any]
    new: dict[str, Any]


def _rule(shape: str, field: str, old: dict[str, Any], new: dict[str, Any]) -> Mutation:
    """Change RULE: some keys of it before and after; OTHER stands beside it."""
    return Mutation(shape, field, book(rule(**old), OTHER), book(rule(**new), OTHER))


def _key(shape: str, field: str, key: str, old: Any, new: Any, **beside: Any) -> Mutation:
    return _rule(shape, field, {**beside, key: old}, {**beside, key: new})


def _file(shape: str, field: str, old: dict[str, Any], new: dict[str, Any], *rules: dict[str, Any]) -> Mutation:
    return Mutation(shape, field, book(*rules, **old), book(*rules, **new))


def _durations(shape: str, where: dict[str, Any], key: str) -> list[Mutation]:
    """Change each key of a duration that stands under `key` of RULE, within `where`."""

    def at(value: Any) -> dict[str, Any]:
        return (
            {**where, key: value} if isinstance(where.get(key), type(None)) else {**where, key: {**where[key], **value}}
        )

    units = ("days", "weeks", "months", "years")
    return [
        *(_rule(shape, unit, at({unit: 1}), at({unit: 2})) for unit in units),
        _rule(shape, "working_days", at(WORKING), at({**WORKING, "working_days": 4})),
        _rule(shape, "calendar", at(WORKING), at({**WORKING, "calendar": "lordag"})),
    ]


_EXTENDED = {"event": "besked", "by": {"days": 7}}
_STEP = {"after": {"days": 1}, "to": "chef", "action": "Påminn"}
_OVER = {"overdue": "andra"}
_DATE = {"date": "slutdatum", "plus": {"days": 7}}
_MISSING = {"missing": "klar", "since": "start", "for": {"weeks": 4}}
_AHEAD = {"ahead_of": "andra", "by": {"days": 1}}
_ANY = {"event": "slut", "of": "any_item"}
_REPEAT = {"every": {"months": 6}, "from": "fulfilment"}

MUTATIONS: list[Mutation] = [
    # A rule
    _key("Rule", "title", "title", "Planen är slutförd", "Planen är helt slutförd"),
    _key("Rule", "actor", "actor", "utforare", "chef"),
    _key("Rule", "trigger", "trigger", "start", "besked"),
    _key("Rule", "only_if", "only_if", {"iub": False}, None),
    _key("Rule", "deadline", "deadline", {"days": 6}, {"days": 5}),
    _key("Rule", "fulfilled_by", "fulfilled_by", "klar", ["klar", "besked"]),
    _key("Rule", "ends_with", "ends_with", "slut", None),
    _key("Rule", "spares", "spares", ["overdue"], None, ends_with="slut"),
    _key("Rule", "source", "source", {"section": "Plan"}, None),
    _key("Rule", "interpretation", "interpretation", "Från dagen", "Från dagen efter"),
    _key("Rule", "escalation", "escalation", [_STEP], None),
    _key("Rule", "help", "help", "Skriv planen", "Skriv planen tillsammans"),
    _key("Rule", "family", "family", "planer", None),
    _key("Rule", "per", "per", "case", "item"),
    _key("Rule", "on_repeat", "on_repeat", "add", "restart"),
    _key("Rule", "repeat", "repeat", _REPEAT, None),
    _key("Rule", "counts_from", "counts_from", "besked", None),
    _key("Rule", "not_before", "not_before", {"days": 2}, None),
    _key("Rule", "counts_within", "counts_within", {"days": 2}, None),
    _key("Rule", "backdating", "backdating", "slutdatum", "fodd"),
    _key("Rule", "paused_while", "paused_while", "franvaro", "pagaende"),
    _key("Rule", "extended_by", "extended_by", _EXTENDED, None),
    _key("Rule", "warn", "warn", {"days": 2}, None),
    _key("Rule", "norm", "norm", "routine", "statute"),
    _key("Rule", "in_force", "in_force", {"from": "2025-01-01"}, None),
    _key("Rule", "allow", "allow", [{"code": "RM208", "reason": "Avsikt"}], None),
    _rule("Rule", "id", {"id": "plan", "title": "Plan"}, {"id": "planen", "title": "En annan"})._replace(
        old=book(rule(), rule(id="x", trigger="besked", title="X", fulfilled_by="skickad")),
        new=book(rule(), rule(id="y", trigger="besked", title="Y", fulfilled_by="skickad")),
    ),
    # A trigger
    _key("Trigger", "event", "trigger", "start", "hemma"),
    _key("Trigger", "overdue", "trigger", _OVER, "start"),
    _key("Trigger", "fulfilled", "trigger", {"fulfilled": "tredje"}, {"fulfilled": "fjarde"})._replace(
        old=book(rule(trigger={"fulfilled": "tredje"}), rule(id="tredje"), rule(id="fjarde", title="Fjärde")),
        new=book(rule(trigger={"fulfilled": "fjarde"}), rule(id="tredje"), rule(id="fjarde", title="Fjärde")),
    ),
    _key("Trigger", "state", "trigger", {"state": "franvaro"}, {"state": "pagaende"}),
    _key("Trigger", "longer_than", "trigger", {"state": "franvaro"}, {"state": "franvaro", "longer_than": {"days": 9}}),
    _key("Trigger", "missing", "trigger", _MISSING, {**_MISSING, "missing": "besked"}),
    _key("Trigger", "since", "trigger", _MISSING, {**_MISSING, "since": "besked"}),
    _key("Trigger", "for_", "trigger", _MISSING, {**_MISSING, "for": {"weeks": 5}}),
    _key("Trigger", "date", "trigger", _DATE, {**_DATE, "date": "fodd"}),
    _key("Trigger", "plus", "trigger", _DATE, {"date": "slutdatum"}),
    _key("Trigger", "minus", "trigger", {"date": "fodd", "minus": {"days": 1}}, {"date": "fodd"}),
    _key("Trigger", "if_past", "trigger", {**_DATE, "if_past": "open"}, _DATE),
    _key("Trigger", "ahead_of", "trigger", _AHEAD, "start"),
    _key("Trigger", "by", "trigger", _AHEAD, {**_AHEAD, "by": {"days": 2}}),
    _key("Trigger", "survives", "trigger", _MISSING, {**_MISSING, "survives": True}, ends_with="slut"),
    # What ends it
    _key("EndingLine", "word", "ends_with", "slut", "besked"),
    _key("EndingLine", "event", "ends_with", _ANY, {**_ANY, "event": "besked"}),
    _key("EndingLine", "of", "ends_with", _ANY, "slut"),
    _key("EndingLine", "overdue", "ends_with", {"overdue": "andra"}, {"overdue": "plan"}),
    _key("EndingLine", "date", "ends_with", {"date": "slutdatum"}, {"date": "fodd"}),
    # Spans
    *_durations("Duration", {}, "warn"),
    *(
        _key("Lead", unit, "trigger", {**_AHEAD, "by": {unit: 1}}, {**_AHEAD, "by": {unit: 2}})
        for unit in ("days", "weeks", "months", "years")
    ),
    _key(
        "Lead", "working_days", "trigger", {**_AHEAD, "by": WORKING}, {**_AHEAD, "by": {**WORKING, "working_days": 1}}
    ),
    _key("Lead", "calendar", "trigger", {**_AHEAD, "by": WORKING}, {**_AHEAD, "by": {**WORKING, "calendar": "lordag"}}),
    _key(
        "Lead", "urgency", "trigger", {**_AHEAD, "by": {"urgency": "snarast"}}, {**_AHEAD, "by": {"urgency": "genast"}}
    ),
    *(
        _key("LongDuration", unit, "repeat", {**_REPEAT, "every": {unit: 1}}, {**_REPEAT, "every": {unit: 2}})
        for unit in ("days", "weeks", "months", "years")
    ),
    _key(
        "LongDuration",
        "working_days",
        "repeat",
        {**_REPEAT, "every": WORKING},
        {**_REPEAT, "every": {**WORKING, "working_days": 1}},
    ),
    _key(
        "LongDuration",
        "calendar",
        "repeat",
        {**_REPEAT, "every": WORKING},
        {**_REPEAT, "every": {**WORKING, "calendar": "lordag"}},
    ),
    # A deadline
    *_durations("Deadline", {}, "deadline"),
    _key("Deadline", "day_of_month", "deadline", {"day_of_month": 5}, {"day_of_month": 6}),
    _key("Deadline", "months_ahead", "deadline", {"day_of_month": 5}, {"day_of_month": 5, "months_ahead": 1}),
    _key("Deadline", "end_of", "deadline", {"end_of": "month"}, {"end_of": "year"}),
    _key("Deadline", "date", "deadline", {"date": "slutdatum"}, {"date": "fodd"}),
    _key("Deadline", "plus", "deadline", {"date": "slutdatum"}, {"date": "slutdatum", "plus": {"days": 1}}),
    _key("Deadline", "minus", "deadline", {"date": "slutdatum"}, {"date": "slutdatum", "minus": {"days": 1}}),
    _key("Deadline", "before", "deadline", {"before": "besked"}, {"before": "hemma"}),
    _key("Deadline", "since", "deadline", {"before": "besked"}, {"before": "besked", "since": "hemma"}),
    _key("Deadline", "urgency", "deadline", {"urgency": "snarast"}, {"urgency": "genast"}),
    _key("Deadline", "at_latest", "deadline", {"urgency": "snarast"}, {"urgency": "snarast", "at_latest": {"days": 3}}),
    _key("Deadline", "roll", "deadline", {"days": 3}, {"days": 3, "roll": "next_working_day", "calendar": "vardag"}),
    _key("Deadline", "word", "deadline", "none", "continuous"),
    # The other parts of a rule
    _key("InForce", "from_", "in_force", {"from": "2025-01-01"}, {"from": "2025-01-02"}),
    _key("InForce", "to", "in_force", {"to": "2025-01-01"}, {"to": "2025-01-02"}),
    _key("Repeat", "every", "repeat", _REPEAT, {**_REPEAT, "every": {"months": 5}}),
    _key("Repeat", "from_", "repeat", _REPEAT, {**_REPEAT, "from": "trigger"}, deadline=None),
    _key("Repeat", "each", "repeat", {"each": "month"}, {"each": "year"}),
    _key("Repeat", "first", "repeat", {"each": "month"}, {"each": "month", "first": "whole"}),
    _key("Repeat", "period_of", "repeat", {"each": "month"}, {"each": "month", "period_of": "slutdatum"}),
    _key("ExtendedBy", "event", "extended_by", _EXTENDED, {**_EXTENDED, "event": "borta"}),
    _key("ExtendedBy", "by", "extended_by", _EXTENDED, {**_EXTENDED, "by": {"days": 8}}),
    _key("ExtendedBy", "at_most", "extended_by", _EXTENDED, {**_EXTENDED, "at_most": 2}),
    _key("Step", "after", "escalation", [_STEP], [{**_STEP, "after": {"days": 2}}]),
    _key("Step", "before", "escalation", [{"before": {"days": 1}, "to": "chef", "action": "Påminn"}], [_STEP]),
    _key("Step", "to", "escalation", [_STEP], [{**_STEP, "to": "handlaggare"}]),
    _key("Step", "action", "escalation", [_STEP], [{**_STEP, "action": "Ring"}]),
    _key("Source", "section", "source", {"section": "Plan"}, {"section": "Planer"}),
    _key("Source", "duties", "source", {"duties": ["S1"]}, {"duties": ["S1", "S2"]}),
    _key("Allow", "code", "allow", [{"code": "RM208", "reason": "A"}], [{"code": "RM524", "reason": "A"}]),
    _key("Allow", "reason", "allow", [{"code": "RM208", "reason": "A"}], [{"code": "RM208", "reason": "B"}]),
    # Conditions
    _key("Test", "is_", "only_if", {"regi": "egen"}, {"regi": ["egen", "privat"]}),
    _key("Test", "not_", "only_if", {"regi": {"not": "egen"}}, {"regi": {"not": ["egen", "privat"]}}),
    _key("Test", "over", "only_if", {"antal": {"over": 3}}, {"antal": {"over": 4}}),
    _key("Test", "under", "only_if", {"antal": {"under": 3}}, {"antal": {"under": 4}}),
    _key("Test", "at_least", "only_if", {"fodd": {"at_least": "2000-01-01"}}, {"fodd": {"at_least": "2000-01-02"}}),
    _key("Test", "at_most", "only_if", {"antal": {"at_most": 3}}, {"antal": {"at_most": 4}}),
    _key("Test", "known", "only_if", {"orsak": {"known": True}}, {"orsak": {"known": False}}),
    _key("Condition", "facts", "only_if", {"iub": True}, {"iub": False}),
    _key("Condition", "state", "only_if", {"state": {"franvaro": True}}, {"state": {"franvaro": False}}),
    _key("Condition", "no_other_in", "only_if", {"no_other_in": "franvaro"}, {"no_other_in": "pagaende"}),
    _key("Condition", "any", "only_if", {"any": [{"iub": True}, {"regi": "egen"}]}, {"any": [{"iub": True}]}),
    _key("Condition", "all", "only_if", {"all": [{"iub": True}, {"regi": "egen"}]}, {"all": [{"iub": True}]}),
    # A catalogue
    _file("CatalogueText", "catalogue", {"catalogue": "sol"}, {"catalogue": "sol2"}),
    _file("CatalogueText", "title", {"title": "Rutiner"}, {"title": "Våra rutiner"}),
    _file("CatalogueText", "owner", {"owner": "Kommunen"}, {"owner": "Regionen"}),
    _file("CatalogueText", "source", {"source": {"document": "Rutin"}}, {}),
    _file("CatalogueText", "in_force", {"in_force": {"from": "2025-01-01"}}, {}),
    _file("CatalogueText", "timezone", {}, {"timezone": "Europe/Helsinki"}),
    _file("CatalogueText", "scope", {"scope": {"iub": True}}, {}),
    _file("CatalogueText", "warn", {"warn": {"days": 7}}, {}),
    _file("CatalogueText", "urgency", {"urgency": {"snarast": {"days": 2}}}, {}),
    _file("CatalogueText", "rules", {"rules": [RULE]}, {"rules": [RULE, OTHER]}),
    _file("CatalogueText", "not_encoded", {"not_encoded": [{"duties": ["S9"], "reason": "Ingen händelse"}]}, {}),
    _file("CatalogueText", "allow", {"allow": [{"code": "RM208", "reason": "Avsikt"}]}, {}),
    _file("CatalogueText", "actors", {}, {"actors": {"ny": {"title": "Ny"}}}),
    _file("CatalogueText", "events", {}, {"events": {"ny": {"title": "Ny"}}}),
    _file("CatalogueText", "facts", {}, {"facts": {"ny": {"title": "Ny", "type": "int"}}}),
    _file("CatalogueText", "states", {}, {"states": {"ny": {"title": "Ny", "begins": "start", "ends": "klar"}}}),
    _file("CatalogueText", "calendars", {}, {"calendars": {"ny": {"weekdays": ["mon"]}}}),
    _file("CatalogueSource", "document", {"source": {"document": "Rutin"}}, {"source": {"document": "Rutiner"}}),
    _file(
        "CatalogueSource", "dated", {"source": {"document": "R"}}, {"source": {"document": "R", "dated": "2025-01-01"}}
    ),
    _file(
        "NotEncoded",
        "duties",
        {"not_encoded": [{"duties": ["S9"], "reason": "A"}]},
        {"not_encoded": [{"duties": ["S8"], "reason": "A"}]},
    ),
    _file(
        "NotEncoded",
        "reason",
        {"not_encoded": [{"duties": ["S9"], "reason": "A"}]},
        {"not_encoded": [{"duties": ["S9"], "reason": "B"}]},
    ),
    # Words
    _file("Titled", "title", {}, {"actors": {"chef": {"title": "Chefen"}}}),
    _file("EventType", "title", {}, {"events": {"start": {"title": "Insatsen har börjat"}}}),
    _file("EventType", "resets", {}, {"events": {"start": {"title": "Insatsen har verkställts", "resets": "iub"}}}),
    _file("Fact", "title", {}, {"facts": {"iub": {"title": "Utan prövning", "type": "bool"}}}),
    _file(
        "Fact", "one_of", {}, {"facts": {"regi": {"title": "Regi", "one_of": ["egen", "privat", "annan", "fjarde"]}}}
    ),
    _file("Fact", "type", {}, {"facts": {"orsak": {"title": "Orsak", "type": "int"}}}),
    _file("Fact", "of", {}, {"facts": {"orsak": {"title": "Orsak", "type": "text", "of": "event"}}}),
    _file("Fact", "only_forward", {}, {"facts": {"orsak": {"title": "Orsak", "type": "text", "only_forward": True}}}),
    _file("State", "title", {}, {"states": {"franvaro": {"title": "Borta", "begins": "borta", "ends": "hemma"}}}),
    _file(
        "State",
        "begins",
        {},
        {"states": {"franvaro": {"title": "Frånvaro", "begins": ["borta", "besked"], "ends": "hemma"}}},
    ),
    _file(
        "State",
        "ends",
        {},
        {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": ["hemma", "slut"]}}},
    ),
    *(
        _file(
            "StateEnd",
            field,
            {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": ["hemma", old]}}},
            {"states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": ["hemma", new]}}},
            RULE,
            OTHER,
        )
        for field, old, new in (
            ("word", "slut", "besked"),
            ("date", {"date": "slutdatum"}, {"date": "fodd"}),
            ("after", {"after": {"days": 3}}, {"after": {"days": 4}}),
            ("overdue", {"overdue": "plan"}, {"overdue": "andra"}),
        )
    ),
    *(
        _file("CalendarText", field, {"calendars": {"ny": {"weekdays": ["mon", "tue"]}}}, {"calendars": {"ny": new}})
        for field, new in {
            "weekdays": {"weekdays": ["mon"]},
            "holidays": {"weekdays": ["mon", "tue"], "holidays": "SE"},
            "extra_free": {"weekdays": ["mon", "tue"], "extra_free": ["2026-01-05"]},
            "extra_working": {"weekdays": ["mon", "tue"], "extra_working": ["2026-01-07"]},
        }.items()
    ),
    _file(
        "CalendarText",
        "eves_free",
        {},
        {"calendars": {"vardag": {"weekdays": ["mon", "tue", "wed", "thu", "fri"], "holidays": "SE"}}},
    ),
]
