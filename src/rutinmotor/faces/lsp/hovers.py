"""A name, the rules around it and a day in, what there is to say of it as Markdown out; shown where a pointer rests."""

from __future__ import annotations

from datetime import date, timedelta

from rutinmotor.faces.lsp.index import Index
from rutinmotor.faces.lsp.occurrences import Occurrence
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.ground.words import RULE, counted, day_long, listed, said, urgency_word
from rutinmotor.language.catalogue import Names, Version
from rutinmotor.language.constructs import Kind, Length, StateEnd
from rutinmotor.workbench.telling import demand_told, ending_told, further_told, length_told
from rutinmotor.workbench.witness import witness_for

# So many rules that use a word are named; of more, the number is enough.
_NAMED = 6
# A rule that another's due date triggers may wait for a working day.
_DAYS_TRIED = 7
_KINDS = {
    Kind.EVENT: ("Händelse", "Event"),
    Kind.FACT: ("Uppgift", "Fact"),
    Kind.STATE: ("Tillstånd", "State"),
    Kind.ACTOR: ("Aktör", "Actor"),
    Kind.CALENDAR: ("Kalender", "Calendar"),
    Kind.URGENCY: ("Skyndsamhetsord", "Urgency word"),
    Kind.CATALOGUE: ("Katalog", "Catalogue"),
}


def hover_text(index: Index, one: Occurrence, day: date, lang: Lang) -> str | None:
    """Say what a name is the name of; of a rule, what it demands, and its due date if it were triggered on the day.

    None of a name that nothing bears out.
    """
    if one.kind is Kind.RULE:
        versions = index.versions.get(one.name)
        return _rule(index, _version(index, versions, one, day), day, lang) if versions else None
    if not any(other.is_definition for other in index.by_key.get(one.key, ())) and one.kind is not Kind.URGENCY:
        return None
    head = said(lang, *_KINDS[one.kind])
    title, more = _word(index, one, lang)
    lines = [f"**{_plain(title)}** `{one.name}` · {head}", *more, _used(index, one, lang)]
    return "\n\n".join(line for line in lines if line)


def _version(index: Index, versions: tuple[Version, ...], one: Occurrence, day: date) -> Version:
    """Choose the version that the name stands in, else the one in force on the day, else the newest."""
    if one.is_definition:
        for version in versions:
            if version.owner.place("rules", version.row, "id").line == one.line:
                return version
    for version in versions:
        force = version.in_force
        if force is None or (force.from_ or date.min) <= day <= (force.to or date.max):
            return version
    return versions[-1]


def _rule(index: Index, version: Version, day: date, lang: Lang) -> str:
    lines = [
        f"**{_plain(version.rule.title or version.rule.id)}** `{version.full_id}`",
        _plain(demand_told(version, index.titles, lang)),
    ]
    further = [f"- {_plain(text)}" for text in further_told(version, index.titles, lang)]
    if further:
        lines.append("\n".join(further))
    if due := _due(index, version, day, lang):
        lines.append(due)
    if version.rule.help:
        lines.append(f"*{_plain(version.rule.help)}*")
    return "\n\n".join(lines)


def _due(index: Index, version: Version, day: date, lang: Lang) -> str:
    """Say when it is due if triggered on the day, or on the first of the following that it can be triggered on.

    Nothing where the catalogue, or one that it uses, has errors, or it cannot be triggered within a week.
    """
    engine = index.engine or index.engine_of([version.owner.id])
    if engine is None:
        return ""
    days = (day + timedelta(days=later) for later in range(_DAYS_TRIED))
    witness = next((found for one in days if (found := witness_for(engine, version.full_id, one)) is not None), None)
    if witness is None:
        return ""
    opened, due = witness.obligation.opened, witness.obligation.due
    if_today = f"{said(lang, 'Utlöst', 'Triggered')}{said(lang, ' idag,', ' today,') if opened == day else ''}"
    if_today += f" {day_long(opened, lang)}"
    if due is None:
        return f"{if_today}: {said(lang, 'ingen sista dag', 'no last day')}."
    return f"{if_today}: {said(lang, 'sista dag', 'due')} **{day_long(due, lang)}**."


def _word(index: Index, one: Occurrence, lang: Lang) -> tuple[str, list[str]]:
    """Give a word's title, and what its declaration says of it."""
    if one.kind is Kind.URGENCY:
        return urgency_word(one.name, lang), []
    if one.kind is Kind.CATALOGUE:
        catalogue = index.catalogues.get(one.name)
        return (catalogue.text.title or one.name if catalogue else one.name), []
    for definition in index.definitions(one):
        owner = index.sound[definition.source].catalogue
        if owner is not None:
            return _told(one, index.names[owner.id], lang)
    return one.name, []


def _told(one: Occurrence, names: Names, lang: Lang) -> tuple[str, list[str]]:
    match one.kind:
        case Kind.FACT if one.name in names.facts:
            fact = names.facts[one.name].text
            values = ", ".join(f"`{value}`" for value in fact.one_of or ())
            kinds = {
                "one_of": ("Ett av", "One of"),
                "bool": ("Sant eller falskt", "True or false"),
                "int": ("Heltal", "Whole number"),
                "date": ("Datum", "Date"),
                "text": ("Fri text", "Free text"),
            }
            kind = said(lang, *kinds[fact.kind])
            of = (
                [said(lang, "Hör till händelsen som ger den.", "Belongs to the event that gives it.")]
                if fact.of
                else []
            )
            forward = said(lang, "Gäller bara från det att den ges.", "Holds only from when it is given.")
            told = [f"{kind}: {values}." if values else f"{kind}.", *of, *([forward] if fact.only_forward else [])]
            return fact.title or one.name, told
        case Kind.STATE if one.name in names.states:
            state = names.states[one.name].text

            def titles(events: tuple[str, ...]) -> str:
                return said(lang, " eller ", " or ").join(_title(names, event) for event in events)

            begins = f"{said(lang, 'Börjar med', 'Begins with')} {titles(state.begins)}."
            ends = said(lang, " eller ", " or ").join(_state_end(names, end, lang) for end in state.ends)
            return state.title or one.name, [begins, f"{said(lang, 'Slutar med', 'Ends with')} {ends}."]
        case Kind.EVENT if one.name in names.events:
            event = names.events[one.name].text
            gone = listed([_fact_title(names, fact) for fact in event.resets], lang)
            lost = [said(lang, f"Tar bort {gone}.", f"Takes away {gone}.")] if gone else []
            return event.title or one.name, lost
        case Kind.ACTOR if one.name in names.actors:
            return names.actors[one.name].text.title or one.name, []
        case _:
            return one.name, []


def _state_end(names: Names, end: StateEnd, lang: Lang) -> str:
    """Say what ends a state; titles that are not there are named as they are written."""
    if end.after is not None:
        length = length_told(Length(end.after.unit, end.after.number, end.after.calendar), lang)
        return said(lang, f"att {length} har gått", f"{length} having passed")
    if end.date is not None:
        return ending_told("date", _fact_title(names, end.date), lang)
    return ending_told("overdue", f"`{end.overdue}`", lang) if end.overdue else _title(names, end.word or "")


def _fact_title(names: Names, fact: str) -> str:
    title = names.facts[fact].text.title if fact in names.facts else None
    return f"”{_plain(title)}”" if title else f"`{fact}`"


def _title(names: Names, event: str) -> str:
    title = names.events[event].text.title if event in names.events else None
    return f"”{_plain(title)}”" if title else f"`{event}`"


def _used(index: Index, one: Occurrence, lang: Lang) -> str:
    """Say which rules use a word."""
    rules = list(dict.fromkeys(other.within for other in index.by_key.get(one.key, ()) if other.within))
    if not rules:
        return "" if one.kind is Kind.CATALOGUE else said(lang, "Används inte i någon regel.", "Used in no rule.")
    number = counted(len(rules), RULE, lang)
    if len(rules) > _NAMED:
        return said(lang, f"Används i {number}.", f"Used in {number}.")
    told = listed([_plain(index.titles.rule(rule)) for rule in rules], lang)
    return said(lang, f"Används i {number}: {told}.", f"Used in {number}: {told}.")


_ESCAPED = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|~"})


def _plain(text: str) -> str:
    """Let nothing in an author's text be taken for Markdown."""
    return " ".join(text.split()).translate(_ESCAPED)
