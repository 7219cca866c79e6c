"""How a change of each key is said in Swedish and English; data only, filled in by `changes_told`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Both = tuple[str, str]


class Pattern(NamedTuple):
    """The wordings where something is new, where it is gone, and where it is another than it was."""

    added: Both
    removed: Both
    changed: Both


def _other(changed: Both) -> Pattern:
    """Give the one wording of what is never absent: where it is left out, something is meant."""
    return Pattern(changed, changed, changed)


# What is said of a rule, after its title and a colon; of a list, what is new in it and what is gone.
RULE: Mapping[str, Pattern] = {
    "deadline": Pattern(
        ("får en egen tid, {new}", "gets a time of its own, {new}"),
        ("har inte längre någon egen tid (förut {old})", "no longer has a time of its own (before: {old})"),
        ("ska göras {new} i stället för {old}", "is to be done {new} instead of {old}"),
    ),
    "repeat": Pattern(
        ("ska nu göras om, {new}", "is now to be done again, {new}"),
        ("ska inte längre göras om (förut {old})", "is no longer to be done again (before: {old})"),
        ("ska göras om {new} i stället för {old}", "is to be done again {new} instead of {old}"),
    ),
    "only_if": Pattern(
        ("gäller nu bara om {new}", "now holds only if {new}"),
        ("gäller inte längre bara om {old}", "no longer holds only if {old}"),
        ("gäller bara om {new}, i stället för om {old}", "holds only if {new}, instead of if {old}"),
    ),
    "in_force": Pattern(
        ("gäller nu {new}", "is now in force {new}"),
        ("gäller utan gräns i tiden (förut {old})", "is in force without end (before: {old})"),
        ("gäller {new} i stället för {old}", "is in force {new} instead of {old}"),
    ),
    "actor": Pattern(
        # Any of those in a list may do it.
        ("kan nu{also} göras av {new}", "may now be done by {new}{also}"),
        ("kan inte längre göras av {old}", "may no longer be done by {old}"),
        ("ska göras av {new} i stället för {old}", "is to be done by {new} instead of {old}"),
    ),
    "trigger": Pattern(
        ("uppstår nu{also} {new}", "now arises {new}{also}"),
        ("uppstår inte längre {old}", "no longer arises {old}"),
        ("uppstår {new} i stället för {old}", "arises {new} instead of {old}"),
    ),
    "per": _other(("gäller {new} i stället för {old}", "is for {new} instead of {old}")),
    "on_repeat": _other(
        ("utlöst på nytt ger det {new} i stället för {old}", "triggered again it gives {new} instead of {old}")
    ),
    "fulfilled_by": Pattern(
        ("blir nu klart{also} med {new}", "is now done with {new}{also}"),
        ("blir inte längre klart med {old}", "is no longer done with {old}"),
        ("blir klart med {new} i stället för {old}", "is done with {new} instead of {old}"),
    ),
    "ends_with": Pattern(
        ("faller nu{also} bort med {new}", "now ends with {new}{also}"),
        ("faller inte längre bort med {old}", "no longer ends with {old}"),
        ("faller bort med {new} i stället för {old}", "ends with {new} instead of {old}"),
    ),
    "spares": Pattern(
        ("när det faller bort ska ändå göras {new}", "when it ends, {new} is still to be done"),
        ("när det faller bort ska inte längre göras {old}", "when it ends, {old} is no longer to be done"),
        (
            "när det faller bort ska ändå göras {new} i stället för {old}",
            "when it ends, {new} is still to be done instead of {old}",
        ),
    ),
    "counts_from": Pattern(
        ("det som är gjort redan räknas nu, efter {new}", "what is done already now counts, after {new}"),
        ("det som är gjort redan räknas inte längre", "what is done already no longer counts"),
        (
            "det som är gjort redan räknas efter {new} i stället för {old}",
            "what is done already counts after {new} instead of {old}",
        ),
    ),
    "counts_within": Pattern(
        ("räknas nu tidigast {new} före sista dagen", "now counts {new} before the last day at the earliest"),
        (
            "räknas nu när det än görs (förut tidigast {old} före sista dagen)",
            "now counts whenever it is done (before: {old} before the last day at the earliest)",
        ),
        (
            "räknas tidigast {new} före sista dagen i stället för {old}",
            "counts {new} before the last day at the earliest instead of {old}",
        ),
    ),
    "escalation": Pattern(
        ("nytt steg när tiden går ut, {new}", "a new step when time runs out, {new}"),
        ("ett steg när tiden går ut tas bort, {old}", "a step when time runs out is gone, {old}"),
        ("när tiden går ut: {new} i stället för {old}", "when time runs out: {new} instead of {old}"),
    ),
    "warn": Pattern(
        ("lyser nu gult {new} före sista dagen", "now shows yellow {new} before the last day"),
        ("lyser inte längre gult i förväg (förut {old})", "no longer shows yellow ahead (before: {old})"),
        (
            "lyser gult {new} före sista dagen i stället för {old}",
            "shows yellow {new} before the last day instead of {old}",
        ),
    ),
    "paused_while": Pattern(
        ("tiden står nu stilla under {new}", "time now stands still during {new}"),
        ("tiden står inte längre stilla under {old}", "time no longer stands still during {old}"),
        ("tiden står stilla under {new} i stället för {old}", "time stands still during {new} instead of {old}"),
    ),
    "extended_by": Pattern(
        ("kan nu förlängas, {new}", "may now be extended, {new}"),
        ("kan inte längre förlängas (förut {old})", "may no longer be extended (before: {old})"),
        ("förlängs {new} i stället för {old}", "is extended {new} instead of {old}"),
    ),
    "not_before": Pattern(
        ("får nu inte göras förrän efter {new}", "may now not be done until after {new}"),
        ("får nu göras genast (förut efter {old})", "may now be done at once (before: after {old})"),
        ("får göras efter {new} i stället för {old}", "may be done after {new} instead of {old}"),
    ),
    "backdating": Pattern(
        ("{new} får nu inte ligga före händelsen själv", "{new} may now not lie before the event itself"),
        ("{old} får nu ligga före händelsen själv", "{old} may now lie before the event itself"),
        (
            "{new} får inte ligga före händelsen själv; förut gällde det {old}",
            "{new} may not lie before the event itself; before, that was asked of {old}",
        ),
    ),
    "source": Pattern(
        ("källa anges: {new}", "a source is given: {new}"),
        ("källan tas bort: {old}", "the source is gone: {old}"),
        ("källan är {new} i stället för {old}", "the source is {new} instead of {old}"),
    ),
    "norm": _other(("är {new} i stället för {old}", "is {new} instead of {old}")),
    "title": Pattern(
        ("får en rubrik, {new}", "gets a title, {new}"),
        ("har inte längre någon rubrik (förut {old})", "no longer has a title (before: {old})"),
        ("hette förut {old}", "was called {old}"),
    ),
    "help": Pattern(
        ("får en förklaring, {new}", "gets an explanation, {new}"),
        ("förklaringen tas bort, {old}", "the explanation is gone, {old}"),
        ("förklaringen lyder {new} i stället för {old}", "the explanation reads {new} instead of {old}"),
    ),
    "interpretation": Pattern(
        ("får en tolkning, {new}", "gets an interpretation, {new}"),
        ("tolkningen tas bort, {old}", "the interpretation is gone, {old}"),
        ("tolkningen lyder {new} i stället för {old}", "the interpretation reads {new} instead of {old}"),
    ),
    "family": Pattern(
        ("hör nu till familjen {new}", "now belongs to the family {new}"),
        ("hör inte längre till familjen {old}", "no longer belongs to the family {old}"),
        ("hör till familjen {new} i stället för {old}", "belongs to the family {new} instead of {old}"),
    ),
    "allow": Pattern(
        ("låter nu en varning stå, {new}", "now lets a warning stand, {new}"),
        ("låter inte längre en varning stå, {old}", "no longer lets a warning stand, {old}"),
        ("låter en varning stå, {new} i stället för {old}", "lets a warning stand, {new} instead of {old}"),
    ),
}

# What is said of what several rules share.
SHARED: Mapping[str, Pattern] = {
    "scope": Pattern(
        ("reglerna gäller nu bara om {new}", "the rules now hold only if {new}"),
        ("reglerna gäller inte längre bara om {old}", "the rules no longer hold only if {old}"),
        ("reglerna gäller bara om {new}, i stället för om {old}", "the rules hold only if {new}, instead of if {old}"),
    ),
    "in_force": Pattern(
        ("reglerna gäller nu {new}", "the rules are now in force {new}"),
        ("reglerna gäller utan gräns i tiden (förut {old})", "the rules are in force without end (before: {old})"),
        ("reglerna gäller {new} i stället för {old}", "the rules are in force {new} instead of {old}"),
    ),
    "warn": Pattern(
        ("reglerna lyser nu gult {new} före sista dagen", "the rules now show yellow {new} before the last day"),
        (
            "reglerna lyser inte längre gult i förväg (förut {old})",
            "the rules no longer show yellow ahead (before: {old})",
        ),
        (
            "reglerna lyser gult {new} före sista dagen i stället för {old}",
            "the rules show yellow {new} before the last day instead of {old}",
        ),
    ),
    "timezone": _other(("dagarna räknas i {new} i stället för {old}", "days are counted in {new} instead of {old}")),
    "owner": Pattern(
        ("ägs nu av {new}", "is now owned by {new}"),
        ("ägs inte längre av {old}", "is no longer owned by {old}"),
        ("ägs av {new} i stället för {old}", "is owned by {new} instead of {old}"),
    ),
    "not_encoded": Pattern(
        ("krav som inte är regler tillkommer: {new}", "duties that are not rules are added: {new}"),
        ("krav som inte är regler tas bort: {old}", "duties that are not rules are gone: {old}"),
        (
            "krav som inte är regler: {new} i stället för {old}",
            "duties that are not rules: {new} instead of {old}",
        ),
    ),
    "urgency": Pattern(
        ("betyder nu {new}; förut var det inte bestämt", "now means {new}; before, that was not decided"),
        ("har inte längre någon bestämd tid (förut {old})", "no longer has a time of its own (before: {old})"),
        ("betyder {new} i stället för {old}", "means {new} instead of {old}"),
    ),
    "begins": Pattern(
        ("börjar nu{also} med {new}", "now begins with {new}{also}"),
        ("börjar inte längre med {old}", "no longer begins with {old}"),
        ("börjar med {new} i stället för {old}", "begins with {new} instead of {old}"),
    ),
    "ends": Pattern(
        ("slutar nu{also} med {new}", "now ends with {new}{also}"),
        ("slutar inte längre med {old}", "no longer ends with {old}"),
        ("slutar med {new} i stället för {old}", "ends with {new} instead of {old}"),
    ),
    "one_of": Pattern(
        ("kan nu{also} vara {new}", "may now be {new}{also}"),
        ("kan inte längre vara {old}", "may no longer be {old}"),
        ("kan vara {new} i stället för {old}", "may be {new} instead of {old}"),
    ),
    "type": Pattern(
        ("är nu {new}", "is now {new}"),
        ("är inte längre {old}", "is no longer {old}"),
        ("är {new} i stället för {old}", "is {new} instead of {old}"),
    ),
    "of": Pattern(
        ("hör nu till händelsen som ger den", "now belongs to the event that gives it"),
        (
            "hör nu till ärendet eller en del av det, inte till händelsen som ger den",
            "now belongs to the case or an item of it, not to the event that gives it",
        ),
        ("hör till {new} i stället för {old}", "belongs to {new} instead of {old}"),
    ),
    "only_forward": Pattern(
        ("gäller nu bara från det att den ges", "now holds only from when it is given"),
        (
            "kan nu svara också för tiden innan den gavs",
            "may now answer for the time before it was given too",
        ),
        ("gäller {new} i stället för {old}", "holds {new} instead of {old}"),
    ),
    "resets": Pattern(
        ("tar nu{also} bort {new}", "now takes away {new}{also}"),
        ("tar inte längre bort {old}", "no longer takes away {old}"),
        ("tar bort {new} i stället för {old}", "takes away {new} instead of {old}"),
    ),
}

# What is said of what came, went or is called otherwise.
WHOLE: Mapping[str, Pattern] = {
    "rule": Pattern(
        ("nytt krav. {new}", "a new obligation. {new}"),
        ("kravet tas bort. {old}", "the obligation is gone. {old}"),
        ("heter nu {new} (förut {old})", "is now called {new} (before: {old})"),
    ),
    "word": Pattern(
        ("tillkommer", "is new"),
        ("finns inte längre", "is gone"),
        ("heter nu {new} i filer och ärenden (förut {old})", "is now called {new} in files and cases (before: {old})"),
    ),
}

# What is said of a version that came or went, by when it is in force.
VERSION: Mapping[str, Both] = {
    "added": ("en ny version gäller {}", "a new version is in force {}"),
    "removed": ("versionen som gällde {} tas bort", "the version in force {} is gone"),
}

# What stands after a change, for what it does; of some keys in words of their own.
EFFECTS: Mapping[str, Both] = {
    "longer": ("längre tid", "more time"),
    "shorter": ("kortare tid", "less time"),
    "wider": ("gäller fler fall", "holds in more cases"),
    "narrower": ("gäller färre fall", "holds in fewer cases"),
    "in_force wider": ("fler dagar", "more days"),
    "in_force narrower": ("färre dagar", "fewer days"),
    "same": ("samma innebörd, skriven på annat sätt", "the same meaning, written otherwise"),
}

VALUES: Mapping[tuple[str, str], Both] = {
    ("per", "case"): ("hela ärendet", "the whole case"),
    ("per", "item"): ("varje del av ärendet", "each item of the case"),
    ("per", ""): ("den del av ärendet som utlöste det", "the item that triggered it"),
    ("on_repeat", "add"): ("ett krav till", "one more obligation"),
    ("on_repeat", "keep"): ("ingen ändring", "no change"),
    ("on_repeat", "restart"): ("ny tid", "a new time"),
    ("spares", "overdue"): ("det som är försenat", "what is overdue"),
    ("spares", "running"): ("det vars period har börjat", "that of a begun period"),
    ("norm", "statute"): ("lag", "a statute"),
    ("norm", "guideline"): ("riktlinje", "a guideline"),
    ("norm", "routine"): ("rutin", "a routine"),
    ("type", "bool"): ("sant eller falskt", "true or false"),
    ("type", "int"): ("ett heltal", "a whole number"),
    ("type", "date"): ("ett datum", "a date"),
    ("type", "text"): ("fri text", "free text"),
}

SUBJECTS: Mapping[str, Both] = {
    "catalogue": ("Katalogen", "The catalogue"),
    "calendar": ("Kalendern", "The calendar"),
    "urgency": ("Ordet", "The word"),
    "event": ("Händelsen", "The event"),
    "fact": ("Uppgiften", "The fact"),
    "state": ("Tillståndet", "The state"),
    "actor": ("Aktören", "The actor"),
}

# What several words of one kind are called.
MANY: Mapping[str, Both] = {
    "calendar": ("kalendrar", "calendars"),
    "event": ("händelser", "events"),
    "fact": ("uppgifter", "facts"),
    "state": ("tillstånd", "states"),
    "actor": ("aktörer", "actors"),
}

HEADINGS: Mapping[str, Both] = {
    "time": ("Tid", "Time"),
    "duty": ("Krav som tillkommer eller tas bort", "Obligations that come or go"),
    "condition": ("När kravet gäller", "When the obligation holds"),
    "actor": ("Vem som ska göra det", "Who is to do it"),
    "trigger": ("Vad som utlöser kravet", "What triggers the obligation"),
    "fulfilment": ("Vad som gör det klart", "What makes it done"),
    "escalation": ("Varning och eskalering", "Warning and escalation"),
    "pause": ("Pauser och förlängningar", "Pauses and extensions"),
    "breach": ("Vad som inte är tillåtet", "What is not allowed"),
    "vocabulary": ("Ordlista och namn", "Vocabulary and names"),
    "source": ("Källor", "Sources"),
    "wording": ("Ordval", "Wording"),
}
