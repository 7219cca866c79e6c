"""A key whose value is a name in, a rule file with that name there out; for the tests of checks and of completion."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rutinmotor.language.catalogue.catalogue import CatalogueText
from rutinmotor.language.constructs.walk import keys_of
from rutinmotor.language.shapes import Shape

SHARED = "catalogue: ord\n"
_WORDS = """\
actors: {chef: {title: Chef}, handlaggare: {title: Handläggare}}
events: {ansokan: {title: Ansökan%s}, beslut: {title: Beslut}, avslut: {title: Avslut}}
facts: {iub: {type: bool}, timmar: {type: int}, dag: {type: date}}
states: {pagar: {begins: %s, ends: %s}}
calendars: {vardag: {weekdays: [mon, tue, wed, thu, fri], holidays: SE, eves_free: true}}
"""
_RULE = {"actor": "handlaggare", "trigger": "ansokan", "deadline": "{months: 4}", "fulfilled_by": "beslut"}
# The words that a catalogue gives a meaning are its own, or another's; a time at the latest can be anything but such.
NO_NAMES = {"urgency", "rules.deadline.at_latest.urgency"}


class Named(NamedTuple):
    """A name that is known in the file, and the code where nothing bears the name (none for a word of urgency)."""

    name: str
    code: str


EVENT, ACTOR, FACT, STATE = (
    Named("beslut", "RM201"),
    Named("chef", "RM202"),
    Named("iub", "RM203"),
    Named("pagar", "RM204"),
)
NUMBER, DATE, RULE = Named("timmar", "RM203"), Named("dag", "RM203"), Named("annan", "RM206")
CALENDAR, CATALOGUE, URGENCY = Named("vardag", "RM205"), Named("ord", "RM207"), Named("genast", "")
_LENGTH = "{working_days: 1, calendar: §}"

_KEYS: dict[str, tuple[Named, str]] = {
    "uses": (CATALOGUE, "[§]"),
    "warn.calendar": (CALENDAR, _LENGTH),
    "urgency.calendar": (CALENDAR, "{genast: " + _LENGTH + "}"),
    "events.resets": (FACT, "§"),
    "states.begins": (EVENT, "§"),
    "states.ends.word": (EVENT, "§"),
    "states.ends.date": (DATE, "{date: §}"),
    "states.ends.after.calendar": (CALENDAR, "{after: " + _LENGTH + "}"),
    "states.ends.overdue": (RULE, "{overdue: §}"),
    **{
        f"{holder}{nested}{key}": (named, before + value + after)
        for holder in ("scope.", "rules.only_if.")
        for nested, before, after in (("", "", ""), ("any.", "{any: [", "]}"), ("all.", "{all: [", "]}"))
        for key, named, value in (
            ("<facts>", FACT, "{§: true}"),
            ("state", STATE, "{state: {§: true}}"),
            ("no_other_in", STATE, "{no_other_in: §}"),
        )
    },
    "rules.actor": (ACTOR, "§"),
    "rules.trigger.event": (EVENT, "§"),
    "rules.trigger.overdue": (RULE, "{overdue: §}"),
    "rules.trigger.fulfilled": (RULE, "{fulfilled: §}"),
    "rules.trigger.state": (STATE, "{state: §}"),
    "rules.trigger.longer_than.calendar": (CALENDAR, "{state: pagar, longer_than: " + _LENGTH + "}"),
    "rules.trigger.missing": (EVENT, "{missing: §, since: ansokan, for: {days: 1}}"),
    "rules.trigger.since": (EVENT, "{missing: avslut, since: §, for: {days: 1}}"),
    "rules.trigger.for.calendar": (CALENDAR, "{missing: avslut, since: ansokan, for: " + _LENGTH + "}"),
    "rules.trigger.date": (DATE, "{date: §}"),
    "rules.trigger.plus.calendar": (CALENDAR, "{date: dag, plus: " + _LENGTH + "}"),
    "rules.trigger.minus.calendar": (CALENDAR, "{date: dag, minus: " + _LENGTH + "}"),
    "rules.trigger.ahead_of": (RULE, "{ahead_of: §, by: {days: 1}}"),
    "rules.trigger.by.calendar": (CALENDAR, "{ahead_of: annan, by: " + _LENGTH + "}"),
    "rules.trigger.by.urgency": (URGENCY, "{ahead_of: annan, by: {urgency: §}}"),
    **{f"rules.deadline.{unit}": (NUMBER, f"{{{unit}: §}}") for unit in ("days", "weeks", "months", "years")},
    "rules.deadline.working_days": (NUMBER, "{working_days: §, calendar: vardag}"),
    "rules.deadline.calendar": (CALENDAR, _LENGTH),
    "rules.deadline.date": (DATE, "{date: §}"),
    "rules.deadline.plus.calendar": (CALENDAR, "{date: dag, plus: " + _LENGTH + "}"),
    "rules.deadline.minus.calendar": (CALENDAR, "{date: dag, minus: " + _LENGTH + "}"),
    "rules.deadline.before": (Named("avslut", "RM201"), "{before: §}"),
    "rules.deadline.since": (EVENT, "{before: avslut, since: §}"),
    "rules.deadline.urgency": (URGENCY, "{urgency: §}"),
    "rules.fulfilled_by": (EVENT, "§"),
    "rules.ends_with.word": (EVENT, "§"),
    "rules.ends_with.event": (EVENT, "{event: §, of: any_item}"),
    "rules.ends_with.overdue": (RULE, "{overdue: §}"),
    "rules.ends_with.date": (DATE, "{date: §}"),
    "rules.escalation.after.calendar": (CALENDAR, "[{after: " + _LENGTH + ", to: chef, action: Fråga}]"),
    "rules.escalation.before.calendar": (CALENDAR, "[{before: " + _LENGTH + ", to: chef, action: Fråga}]"),
    "rules.escalation.to": (ACTOR, "[{after: {days: 1}, to: §, action: Fråga}]"),
    "rules.repeat.every.calendar": (CALENDAR, "{every: " + _LENGTH + ", from: fulfilment}"),
    "rules.repeat.period_of": (DATE, "{each: month, period_of: §}"),
    "rules.counts_from": (EVENT, "§"),
    "rules.not_before.calendar": (CALENDAR, _LENGTH),
    "rules.counts_within.calendar": (CALENDAR, _LENGTH),
    "rules.backdating": (DATE, "§"),
    "rules.paused_while": (STATE, "§"),
    "rules.extended_by.event": (EVENT, "{event: §, by: {days: 1}}"),
    "rules.extended_by.by.calendar": (CALENDAR, "{event: avslut, by: " + _LENGTH + "}"),
    "rules.warn.calendar": (CALENDAR, _LENGTH),
}
_DEADLINE = "rules.deadline."
TABLE = _KEYS | {
    key.replace(_DEADLINE, f"{_DEADLINE}at_latest."): (named, f"{{urgency: genast, at_latest: {value}}}")
    for key, (named, value) in _KEYS.items()
    if key.startswith(_DEADLINE) and key != "rules.deadline.urgency"
}


def naming_keys() -> set[str]:
    """Every key of the models whose value is a name or holds names, with the keys that it stands under."""
    return {key for key in _keys(CatalogueText) if not re.search(r"\b(any|all)\.(any|all)\b", key)}


def _keys(shape: type[Shape], path: tuple[str, ...] = (), seen: tuple[type[Shape], ...] = ()) -> Iterator[str]:
    for key in keys_of(shape).values():
        here = (*path, key.written or (f"<{key.field}>" if key.names_in_keys else key.field))
        if key.names or key.names_in_keys:
            yield ".".join(here)
        for part in key.shapes:
            if seen.count(part) < 2:
                yield from _keys(part, here, (*seen, part))


def text_with(key: str, name: str) -> tuple[str, str]:
    """A rule file in which the key names this, else sound; and what stands in it before the name."""
    _, value = TABLE[key]
    outer, _, last = key.partition(".")
    words = {"begins": "ansokan", "ends": "avslut"} | (
        {last.partition(".")[0]: value} if outer in ("states", "events") else {}
    )
    top = {"uses": "[ord]"} | ({outer: value} if outer in ("uses", "warn", "urgency", "scope") else {})
    rule = _RULE | ({last.partition(".")[0]: value} if outer == "rules" else {})
    if last.startswith("repeat"):
        del rule["deadline"]
        rule["ends_with"] = "avslut"
    text = (
        "catalogue: prov\n"
        + "".join(f"{line}: {said}\n" for line, said in top.items())
        + _WORDS % (f", resets: {words['resets']}" if "resets" in words else "", words["begins"], words["ends"])
        + "rules:\n  - id: annan\n"
        + "".join(f"    {line}: {said}\n" for line, said in _RULE.items())
        + "  - id: denna\n"
        + "".join(f"    {line}: {said}\n" for line, said in rule.items())
    )
    return text.replace("§", name), text.partition("§")[0]
