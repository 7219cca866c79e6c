"""A rule and the titles of its words in, what it demands as sentences out; for those who read rules, not their text."""

from __future__ import annotations

from collections.abc import Iterable

from rutinmotor.engine.explanation import Length
from rutinmotor.ground.words import (
    TIME,
    Lang,
    bound_words,
    counted,
    listed,
    period_words,
    said,
    sentence,
    urgency_word,
)
from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue import (
    ORDER,
    Condition,
    Deadline,
    Duration,
    EndingLine,
    Repeat,
    Rule,
    Test,
    Trigger,
    Version,
    as_day,
)
from rutinmotor.language.constructs import Kind, LineWords, StateEnd
from rutinmotor.workbench.telling.endings import ending_told, spares_told
from rutinmotor.workbench.telling.terms import length_told, quoted, value_told
from rutinmotor.workbench.telling.titles import Titles


def demand_told(version: Version, titles: Titles, lang: Lang) -> str:
    """Say in one sentence who is to do what, after what, within what time and on what condition.

    `När ”Insatsen har verkställts” ska Utförare inom 6 veckor se till: Genomförandeplanen är slutförd.`
    """
    rule, told = version.rule, RuleWords(version.owner.id, titles, lang)
    actors = told.either(titles.actor(version.full_id, name) for name in rule.actor)
    when = told.either(told.trigger(one) for one in rule.trigger)
    what = (rule.title or rule.id).removesuffix(".")
    time = told.pace(rule)
    text = said(lang, f"{when} ska {actors}{time} se till: {what}", f"{when}, {actors} must{time} see to: {what}")
    if rule.only_if is not None:
        condition = told.condition(rule.only_if)
        text += said(lang, f", om {condition}", f", if {condition}")
    return sentence(f"{text[:1].upper()}{text[1:]}")


def further_told(version: Version, titles: Titles, lang: Lang) -> list[str]:
    """Say what else there is to a rule, one thing a line: what closes it, what moves its last day, what follows."""
    rule, told = version.rule, RuleWords(version.owner.id, titles, lang)
    lines: list[str] = []
    if rule.fulfilled_by:
        lines.append(f"{said(lang, 'Klart med', 'Done with')} {told.events(rule.fulfilled_by)}.")
    if rule.counts_within:
        length = told.length(rule.counts_within)
        sv = f"Räknas tidigast {length} före sista dagen. Det som görs tidigare hör till något annat."
        en = f"Counts {length} before the last day at the earliest. What is done before belongs to something else."
        lines.append(said(lang, sv, en))
    if rule.repeat and (period := told.period_of(rule.repeat)):
        lines.append(sentence(f"{period[:1].upper()}{period[1:]}"))
    if rule.counts_from:
        sv, en = "Räknas också om det redan är gjort, tidigast samma dag som", "Counts if already done, no earlier than"
        lines.append(f"{said(lang, sv, en)} {told.events([rule.counts_from])}.")
    if rule.ends_with:
        ends = told.either(told.ending(one) for one in rule.ends_with)
        lines.append(f"{said(lang, 'Faller bort med', 'Ends with')} {ends}.")
    if rule.spares:
        lines.append(spares_told(rule.spares, lang))
    lines += moved_told(version, titles, lang)
    for step in rule.escalation:
        span, late = (step.after, True) if step.after else (step.before, False)
        length = told.length(span) if span else ""
        side = said(lang, "efter", "after") if late else said(lang, "före", "before")
        last = said(lang, "sista dagen", "the last day")
        lines.append(sentence(f"{length} {side} {last}: {titles.actor(version.full_id, step.to)} – {step.action}"))
    return lines


def moved_told(version: Version, titles: Titles, lang: Lang) -> list[str]:
    """Say what moves a rule's last day, and which day is too early, one thing a line; nothing where nothing does."""
    rule, told = version.rule, RuleWords(version.owner.id, titles, lang)
    lines: list[str] = []
    if rule.paused_while:
        state = quoted(titles.state(version.full_id, rule.paused_while), lang)
        sv = f"Tiden står stilla medan {state} gäller, och sista dagen flyttas lika långt."
        lines.append(said(lang, sv, f"Time stands still while {state} holds, and the last day moves as far."))
    if rule.extended_by:
        event, length = told.events([rule.extended_by.event]), told.length(rule.extended_by.by)
        times = counted(rule.extended_by.at_most, TIME, lang)
        sv = f"Kan förlängas: {event} flyttar sista dagen {length} framåt, högst {times}."
        lines.append(said(lang, sv, f"Can be extended: {event} moves the last day {length} on, at most {times}."))
    if rule.not_before:
        length = told.length(rule.not_before)
        sv = f"Får göras tidigast efter {length}. Det som görs förr räknas, men som gjort för tidigt."
        lines.append(said(lang, sv, f"May be done after {length}. What is done before counts, but as done too early."))
    return lines


class RuleWords:
    """What a rule's parts are called in one language, as its catalogue, given by its name, knows its words."""

    def __init__(self, catalogue: str, titles: Titles, lang: Lang) -> None:
        self._catalogue = catalogue
        self._titles = titles
        self._lang: Lang = lang

    def either(self, parts: Iterable[str]) -> str:
        """Join parts of which one is enough."""
        return said(self._lang, " eller ", " or ").join(parts)

    def events(self, names: Iterable[str]) -> str:
        """Name event types of which one is enough."""
        return self.either(quoted(self._titles.event(self._catalogue, name), self._lang) for name in names)

    def length(self, duration: Duration) -> str:
        """Say a length of time."""
        return length_told(Length(duration.unit, duration.number, duration.calendar), self._lang)

    def trigger(self, one: Trigger) -> str:
        """Say a line of the rule's trigger, with the word that a sentence begins with."""
        parts, length = one.parts, one.parts.length
        told = LineWords(
            quoted(self._titles.of(one.how.names, self._catalogue, one.name), self._lang),
            self.length(length) if length else "",
            quoted(self._titles.event(self._catalogue, parts.since), self._lang) if parts.since else "",
            parts.back,
            urgency_word(parts.urgency, self._lang) if parts.urgency else "",
            parts.even_past,
        )
        when = one.how.when(told, self._lang)
        if not one.survives:
            return when
        return when + said(self._lang, " (även om det faller bort under tiden)", " (even if it ends meanwhile)")

    def ending(self, one: EndingLine) -> str:
        """Say one of the things that a rule ends with."""
        name = quoted(self._titles.of(one.names, self._catalogue, one.name), self._lang)
        return ending_told(one.of or one.kind, name, self._lang)

    def state_end(self, one: StateEnd) -> str:
        """Say one of the things that a state ends with: an event, or `att dagen i ”Slutdatum” är slut`."""
        if one.after is not None:
            length = self.length(one.after)
            return said(self._lang, f"att {length} har gått", f"{length} having passed")
        if one.date is not None:
            return ending_told("date", self.fact(one.date), self._lang)
        if one.overdue is not None:
            name = quoted(self._titles.of(Kind.RULE, self._catalogue, one.overdue), self._lang)
            return ending_told("overdue", name, self._lang)
        return self.event(one.word or "")

    def pace(self, rule: Rule) -> str:
        """Say how much time there is and how it comes again, within a sentence; nothing where another rule does."""
        one, repeat = rule.deadline, rule.repeat
        first = self.time(one) if one else ""
        if repeat is None:
            before = "," if one is not None and one.kind == "none" else ""
            after = "," if one is not None and one.at_latest is not None else before
            return f"{before} {first}{after}" if first else ""
        again = self.repeat(repeat)
        if repeat.every is not None:
            length = self.length(repeat.every)
            first = first or said(self._lang, f"inom {length}", f"within {length}")
            then = said(self._lang, "och därefter", "and then again")
            return f" {first}, {then} {again},"
        if one is None or (one.kind == "urgency" and one.at_latest is None):
            return f" {first} {again}" if first else f" {again}"
        sv, en = period_words(repeat.each or "month").the
        counted_from = said(self._lang, f"räknat från {sv}s sista dag", f"counted from the last day of {en}")
        return f" {again}, {first}, {counted_from},"

    def time(self, one: Deadline) -> str:
        """Say a deadline: `inom 6 veckor`, `senast den 5 nästa månad`, `innan ”Uppdraget har skickats”`."""
        lang, text = self._lang, one.deadline_kind.say(one, self)
        if one.roll is not None:
            forward = one.roll == "next_working_day"
            sv = "nästa arbetsdag" if forward else "arbetsdagen före"
            en = "the next working day" if forward else "the working day before"
            text += said(
                lang,
                f" (från en ledig dag till {sv}, kalendern {one.calendar})",
                f" (from a free day to {en}, calendar {one.calendar})",
            )
        return text

    @property
    def lang(self) -> Lang:
        """The language in which it tells."""
        return self._lang

    def fact(self, name: str) -> str:
        """Quote a fact by its title."""
        return quoted(self._titles.fact(self._catalogue, name), self._lang)

    def event(self, name: str) -> str:
        """Quote an event by its title."""
        return quoted(self._titles.event(self._catalogue, name), self._lang)

    def span(self, length: Length) -> str:
        """Say a length of time."""
        return length_told(length, self._lang)

    def repeat(self, one: Repeat) -> str:
        """Say how it comes again."""
        if one.each is not None:
            sv, en = period_words(one.each).bare
            told = said(self._lang, f"en gång varje {sv}", f"once each {en}")
            whole = said(self._lang, " som inte redan har börjat", " that has not begun already")
            return f"{told}{whole}" if one.first == "whole" else told
        length = self.length(one.every) if one.every else ""
        if one.from_ == "trigger":
            return said(self._lang, f"med {length} mellan gångerna", f"with {length} from one to the next")
        return said(self._lang, f"inom {length} från förra gången", f"within {length} of the last time")

    def period_of(self, one: Repeat) -> str:
        """Say which period an event counts for where it tells that itself; nothing where none does."""
        if one.each is None or one.period_of is None:
            return ""
        fact, (sv, en) = self.fact(one.period_of), period_words(one.each).the
        return said(
            self._lang,
            f"räknas för {sv} som {fact} i händelsen anger",
            f"counts for {en} that {fact} in the event tells",
        )

    def condition(self, one: Condition) -> str:
        """Say what must hold, all of it."""
        lang, catalogue = self._lang, self._catalogue
        parts = [f"{self._fact(name)} {self._test(test)}" for name, test in one.facts.items()]
        for name, holds in one.state.items():
            state = quoted(self._titles.state(catalogue, name), lang)
            does, does_not = f"{state} {said(lang, 'gäller', 'holds')}", said(lang, "inte gäller", "does not hold")
            parts.append(does if holds else f"{state} {does_not}")
        if one.no_other_in is not None:
            state = quoted(self._titles.state(catalogue, one.no_other_in), lang)
            parts.append(said(lang, f"ingen annan del är i {state}", f"no other item is in {state}"))
        parts += [self.condition(part) for part in one.all]
        if one.any:
            parts.append(f"({self.either(self.condition(part) for part in one.any)})")
        return listed(parts, lang)

    def _fact(self, name: str) -> str:
        """Name a fact: a title of several words is set off from the sentence that it stands in."""
        title = self._titles.fact(self._catalogue, name)
        return quoted(title, self._lang) if " " in title else title

    def _test(self, test: Test) -> str:
        lang = self._lang
        if test.known is not None:
            return said(lang, "är angiven", "is given") if test.known else said(lang, "inte är angiven", "is not given")
        if test.is_ is not None:
            return f"{said(lang, 'är', 'is')} {self._values(test.is_)}"
        if test.not_ is not None:
            return f"{said(lang, 'inte är', 'is not')} {self._values(test.not_)}"
        bounds = [(name, getattr(test, name)) for name in ORDER if getattr(test, name) is not None]
        told = [self._bound(name, value) for name, value in bounds]
        return f"{said(lang, 'är', 'is')} {listed(told, lang)}"

    def _bound(self, name: str, value: FactValue) -> str:
        """Say a bound; only whole numbers and days have an order, and a day may be written as a text."""
        words = bound_words(name)
        if isinstance(value, int):
            return f"{words.number.in_(self._lang)} {value}"
        return f"{words.day.in_(self._lang)} {value_told(as_day(value), self._lang)}"

    def _values(self, values: Iterable[FactValue]) -> str:
        return self.either(value_told(one, self._lang) for one in values)
