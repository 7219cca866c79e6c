"""What changes for one obligation, and why, in; sentences out; for the text and the records of `impact`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, TypeAlias

from rutinmotor.engine.evaluation import EscalationStep, Obligation
from rutinmotor.engine.explanation import ConditionLine, Ending, ExplainedObligation, Refusal
from rutinmotor.ground.words import (
    DAY,
    Lang,
    counted,
    day_long,
    day_short,
    light_word,
    listed,
    printable,
    said,
    status_word,
    unbroken,
    urgency_word,
)
from rutinmotor.workbench.impact.changes import Change
from rutinmotor.workbench.impact.grounds import (
    Closed,
    Lapsed,
    NeverCame,
    NoSuchLine,
    Otherwise,
    Reason,
    Recounted,
    Refused,
    Retriggered,
)
from rutinmotor.workbench.impact.rewriting import unmarked
from rutinmotor.workbench.telling import (
    Titles,
    absent_told,
    condition_told,
    count_told,
    ended_by_told,
    event_told,
    in_force_told,
    line_told,
    refusal_told,
    trigger_told,
)

Steps: TypeAlias = Sequence[EscalationStep]

# Of these kinds a reader wants to know why; the others say it themselves.
_ASK_WHY = ("overdue", "not_overdue", "late", "not_late", "vanished", "appeared", "earlier", "later", "status")


def differences_told(change: Change, titles: Titles, lang: Lang) -> list[str]:
    """Say in what an obligation differs under the new rules; of one that only one side has, how it stands there."""
    old, new = change.old, change.new
    if old is None or new is None:
        return [_standing(change.one, lang)]
    told: list[str] = []
    for aspect in change.aspects:
        told += _difference(aspect, old, new, titles, lang)
    return told


def _difference(aspect: str, old: Obligation, new: Obligation, titles: Titles, lang: Lang) -> Iterator[str]:
    match aspect:
        case "status":
            yield f"{status_word(old.status, lang)} → {status_word(new.status, lang)}"
        case "due":
            yield _moved(old.due, new.due, lang)
        case "actor":
            yield f"{_actors(old, titles, lang)} → {_actors(new, titles, lang)}"
        case "light" if old.status == new.status:
            yield f"{said(lang, 'ljus', 'light')}: {_light(old, lang)} → {_light(new, lang)}"
        case "urgency":
            words = [urgency_word(one.urgency, lang) if one.urgency else "–" for one in (old, new)]
            yield f"{said(lang, 'skyndsamhet', 'urgency')}: {' → '.join(words)}"
        case "opened":
            days = " → ".join(_day(one.opened, lang) for one in (old, new))
            yield f"{said(lang, 'uppstod', 'arose')}: {days}"
        case "escalation":
            yield _escalated(old, new, titles, lang)
        case "breaches":
            yield f"{said(lang, 'avvikelser', 'breaches')}: {len(old.breaches)} → {len(new.breaches)}"
        case _:
            # What set it off, or closed it, is told as the reason.
            pass


def _standing(one: Obligation, lang: Lang) -> str:
    word = status_word(one.status, lang)
    if one.due is None:
        return word
    return f"{word}, {said(lang, 'sista dag', 'last day')} {_day(one.due, lang)}"


def _moved(old: date | None, new: date | None, lang: Lang) -> str:
    none = said(lang, "ingen", "none")
    days = " → ".join(_day(day, lang) if day else none for day in (old, new))
    text = f"{said(lang, 'sista dag', 'last day')}: {days}"
    if old is None or new is None:
        return text
    far = counted(abs((new - old).days), DAY, lang)
    side = said(lang, "tidigare", "earlier") if new < old else said(lang, "senare", "later")
    return f"{text} ({unbroken(f'{far} {side}')})"


def _day(day: date, lang: Lang) -> str:
    return unbroken(day_short(day, lang))


def _actors(one: Obligation, titles: Titles, lang: Lang) -> str:
    return said(lang, " eller ", " or ").join(titles.actor(one.rule, actor) for actor in one.actor)


def _light(one: Obligation, lang: Lang) -> str:
    return light_word(one.light, lang) if one.light else "–"


def _escalated(old: Obligation, new: Obligation, titles: Titles, lang: Lang) -> str:
    """Say how the escalation differs: who has been told of it; else on which days, or what, each step asks for."""

    def sides(told: Callable[[Obligation, EscalationStep], str], steps: Callable[[Obligation], Steps]) -> list[str]:
        return [", ".join(told(one, step) for step in steps(one)) or "–" for one in (old, new)]

    def to(one: Obligation, step: EscalationStep) -> str:
        return titles.actor(one.rule, step.to)

    found = sides(to, lambda one: [step for step in one.escalation if step.reached])
    if found[0] == found[1]:
        found = sides(lambda one, step: f"{to(one, step)} {_step_day(step, lang)}".rstrip(), lambda one: one.escalation)
    if found[0] == found[1]:
        found = sides(lambda one, step: f"{to(one, step)}: {printable(step.action)}", lambda one: one.escalation)
    return f"{said(lang, 'förs vidare till', 'escalated to')}: {' → '.join(found)}"


def _step_day(step: EscalationStep, lang: Lang) -> str:
    return _day(step.day, lang) if step.day else ""


def reasons_told(change: Change, reasons: tuple[Reason, ...], lang: Lang) -> list[str]:
    """Say why an obligation changes, a line for each reason, each beginning with the rules that it is about."""
    told = [unmarked(line) for reason in reasons for line in _reason(reason, change.item, lang)]
    if told or change.kind not in _ASK_WHY:
        return told
    return [said(lang, "Följer av annat som ändras i ärendet.", "Follows from other things that change in the case.")]


def _under(under: Literal["old", "new"], text: str, lang: Lang) -> str:
    rules = said(lang, "Gamla regler", "Old rules") if under == "old" else said(lang, "Nya regler", "New rules")
    return f"{rules}: {text[:1].upper()}{text[1:]}"


def _reason(reason: Reason, item: str | None, lang: Lang) -> Iterator[str]:
    match reason:
        case Refused():
            for text in _refused(reason.refusal, item, lang):
                yield _under(reason.under, text, lang)
        case Lapsed():
            yield _under(reason.under, _lapsed(reason, lang), lang)
        case Otherwise():
            yield _under(reason.under, _otherwise(reason, lang), lang)
        case NoSuchLine():
            line = line_told(reason.line, lang, came=False)
            text = said(lang, f"utlöses inte av detta: {line}.", f"not triggered by this: {line}.")
            yield _under(reason.under, text, lang)
        case NeverCame():
            yield _under(reason.under, absent_told(reason.absent, lang), lang)
        case Retriggered():
            by = said(lang, "utlöses av", "triggered by")
            yield _under("old", f"{by} {trigger_told(reason.old, lang)}.", lang)
            yield _under("new", f"{by} {trigger_told(reason.new, lang)}.", lang)
        case Recounted():
            old, new = _count(reason.old, lang), _count(reason.new, lang)
            yield from (_under("old", line, lang) for line in old if line not in new)
            yield from (_under("new", line, lang) for line in new if line not in old)
        case Closed():
            yield _under("old", _ending(reason.old, lang), lang)
            yield _under("new", _ending(reason.new, lang), lang)
        case _ if reason.under == "old":
            yield said(lang, "Regeln är ny.", "The rule is new.")
        case _:
            yield said(lang, "Regeln finns inte längre.", "The rule is no longer there.")


def _lapsed(reason: Lapsed, lang: Lang) -> str:
    spans = [span for span in reason.in_force if not _never(span)]
    if not spans:
        return said(lang, "så utlöses kravet aldrig.", "it is never triggered so.")
    days = listed([in_force_told(*span, lang) for span in spans], lang)
    return said(lang, f"så utlöses kravet bara {days}.", f"it is only triggered so {days}.")


def _otherwise(reason: Otherwise, lang: Lang) -> str:
    match reason.kind:
        case "restarted":
            return said(
                lang,
                "ett krav var redan öppet, och dess tid började om.",
                "one was open already, and its time began anew.",
            )
        case "item":
            items = listed([_holder(item, lang) for item in reason.items], lang)
            return said(lang, f"kravet gäller {items}.", f"the obligation is for {items}.")
        case _:
            day = day_long(reason.opened, lang)
            return said(
                lang,
                f"samma utlösare ger inget krav som uppstår {day}.",
                f"the same trigger gives none that arises on {day}.",
            )


def _holder(item: str | None, lang: Lang) -> str:
    return said(lang, "hela ärendet", "the whole case") if item is None else printable(item)


def _never(span: tuple[date | None, date | None]) -> bool:
    """Say whether a version never takes over, or is taken over from before it begins."""
    return bool(span[0] and span[1] and span[0] > span[1])


def _count(one: ExplainedObligation, lang: Lang) -> list[str]:
    """Say how a due date was counted, without the due date itself, which stands above."""
    due = one.obligation.due
    last = said(lang, f"Sista dag: {day_long(due, lang)}.", f"Last day: {day_long(due, lang)}.") if due else ""
    return [line for line in count_told(one, lang) if line != last]


def _refused(refusal: Refusal, item: str | None, lang: Lang) -> Iterator[str]:
    """Say why a trigger opened nothing: of a condition that said no, only the lines that did."""
    lines = [line for line in refusal.conditions if line.verdict is False] if refusal.why == "refused" else []
    if refusal.why == "not_in_force":
        spans = tuple(span for span in refusal.in_force if not _never(span))
        never = said(lang, "Regeln gällde inte den dagen.", "The rule was not in force that day.")
        yield refusal_told(replace(refusal, in_force=spans), lang) if spans else never
    elif not lines:
        yield refusal_told(refusal, lang)
    for line in lines:
        yield from _condition(line, item, lang)


def _condition(line: ConditionLine, item: str | None, lang: Lang) -> Iterator[str]:
    told = condition_told(line, item, lang)
    yield f"{' '.join(text for _, text in told)}."


def _ending(ending: Ending | None, lang: Lang) -> str:
    if ending is None:
        return said(lang, "inget har avslutat det.", "nothing has closed it.")
    if ending.by is not None:
        by = ended_by_told(ending.by, lang)
        return said(lang, f"föll bort eftersom {by}.", f"ended as {by}.")
    event = event_told(ending.event, lang) if ending.event is not None else ""
    if ending.outcome == "ended":
        return said(lang, f"föll bort med {event}.", f"ended with {event}.")
    return said(lang, f"blev klart med {event}.", f"done with {event}.")
