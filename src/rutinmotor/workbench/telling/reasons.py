"""Triggers, conditions and refusals of an explanation in, the sentences for them out."""

from __future__ import annotations

from datetime import date

from rutinmotor.engine.explanation import AbsentTrigger, ConditionLine, EndedBy, Refusal, Trigger, TriggerLine, Wanted
from rutinmotor.ground.words import Lang, bound_words, day_long, listed, said, urgency_word
from rutinmotor.language.constructs import TRIGGERS, LineWords
from rutinmotor.workbench.telling.endings import ended_by_told
from rutinmotor.workbench.telling.questions import question_told
from rutinmotor.workbench.telling.terms import (
    changed_told,
    clock_told,
    event_told,
    fact_told,
    length_told,
    quoted,
    value_told,
)


def trigger_told(trigger: Trigger, lang: Lang) -> str:
    """Say what set a rule off, and when."""
    line, event, day = trigger.line, trigger.event, day_long(trigger.day, lang)
    if TRIGGERS[line.kind].as_is and event is not None:
        return event_told(event, lang)
    what = line_told(line, lang, came=True)
    if trigger.value is not None:
        what += f" ({day_long(trigger.value, lang)})"
    elif event is not None:
        what += f" ({event_told(event, lang)})"
    return f"{what}, {day}" if event is None or event.day != trigger.day else what


def line_told(line: TriggerLine, lang: Lang, *, came: bool) -> str:
    """Say what a line of a rule's `trigger` waits for, or, where it came, what happened."""
    return TRIGGERS[line.kind].line(parts_told(line, lang), lang, came=came)


def parts_told(line: TriggerLine, lang: Lang) -> LineWords:
    """Put the parts of a line of a rule's `trigger` into words."""
    return LineWords(
        quoted(line.name.title, lang),
        length_told(line.length, lang) if line.length else "",
        quoted(line.since.title, lang) if line.since else "",
        line.back,
        urgency_word(line.urgency, lang) if line.urgency else "",
    )


def absent_told(absent: AbsentTrigger, lang: Lang) -> str:
    """Say of one line of a rule's `trigger` that it never came, and why."""
    line = absent.line
    day = day_long(absent.day, lang) if absent.day else ""
    if absent.why == "not_yet":
        why = said(lang, f"det kommer {day} om inget mer händer", f"it will come on {day} if nothing more happens")
    elif absent.by is not None:
        why = _called_off(absent.by, lang)
    else:
        why = TRIGGERS[line.kind].absent(absent.why, parts_told(line, lang), day, lang)
    return f"{_capital(line_told(line, lang, came=False))}: {why}."


def condition_told(line: ConditionLine, item: str | None, lang: Lang, depth: int = 0) -> list[tuple[int, str]]:
    """Say one line of a condition, how it stood, and whether it held; each part with how deep it stands."""
    verdict = {
        True: said(lang, "uppfyllt", "met"),
        False: said(lang, "inte uppfyllt", "not met"),
        None: said(lang, "går inte att avgöra", "cannot be judged"),
    }[line.verdict]
    if line.kind in ("all", "any"):
        head = (
            said(lang, "Minst ett av detta", "At least one of these")
            if line.kind == "any"
            else said(lang, "Allt detta", "All of these")
        )
        below = [told for part in line.parts for told in condition_told(part, item, lang, depth + 1)]
        return [(depth, f"{head} – {verdict}:"), *below]
    told = [(depth, f"{_one_line(line, item, lang)} – {verdict}")]
    if line.fact is not None and (changed := changed_told(line.fact, lang)):
        told.append((depth + 1, changed))
    return told


def _one_line(line: ConditionLine, item: str | None, lang: Lang) -> str:
    title = line.name.title if line.name else ""
    if line.kind == "fact" and line.fact is not None:
        return f"{title} {_wanted(line.wanted, lang)}: {fact_told(line.fact, item, lang, line.as_of)}"
    name, at = quoted(title, lang), "" if line.as_of is None else f" {clock_told(line.as_of, lang)}"
    if line.kind == "no_other_in":
        who = said(lang, "ingen annan", "none other") if line.verdict else said(lang, "en annan", "another")
        stands = f"{who} {said(lang, 'gjorde', 'did') if at else said(lang, 'gör', 'does')}{said(lang, ' det', '')}{at}"
        return said(
            lang,
            f"{name} får inte gälla någon annan del av ärendet: {stands}",
            f"{name} must hold for no other item of the case: {stands}",
        )
    wanted = line.wanted[0].values[0] is True
    holds = wanted == line.verdict
    demand = said(lang, "ska gälla", "must hold") if wanted else said(lang, "får inte gälla", "must not hold")
    if at:
        stood = said(lang, "gällde", "held") if holds else said(lang, "gällde inte", "did not hold")
        return f"{name} {demand}: {stood}{at}"
    return f"{name} {demand}: {said(lang, 'gäller', 'holds') if holds else said(lang, 'gäller inte', 'does not hold')}"


def _wanted(wanted: tuple[Wanted, ...], lang: Lang) -> str:
    """Say what is demanded of a fact: one thing, or two for a range."""
    operator, values = wanted[0].operator, wanted[0].values
    told = said(lang, " eller ", " or ").join(value_told(value, lang) for value in values)
    if operator == "is":
        return said(lang, f"ska vara {told}", f"must be {told}")
    if operator == "not":
        return said(lang, f"får inte vara {told}", f"must not be {told}")
    if operator == "known":
        given = values[0] is True
        return said(
            lang,
            "ska vara angiven" if given else "ska inte vara angiven",
            "must be given" if given else "must not be given",
        )
    bounds = [f"{_bound(one, lang)} {value_told(one.values[0], lang)}" for one in wanted]
    return f"{said(lang, 'ska vara', 'must be')} {listed(bounds, lang)}"


def _bound(wanted: Wanted, lang: Lang) -> str:
    words = bound_words(wanted.operator)
    return (words.day if isinstance(wanted.values[0], date) else words.number).in_(lang)


def refusal_told(refusal: Refusal, lang: Lang) -> str:
    """Say why a trigger that came opened nothing."""
    match refusal.why:
        case "undetermined" | "refused" if refusal.question is not None:
            return question_told(refusal, refusal.question, lang)
        case "refused":
            return said(lang, "Villkoret var inte uppfyllt.", "The condition was not met.")
        case "not_in_force":
            spans = listed([in_force_told(*span, lang) for span in refusal.in_force], lang)
            return said(
                lang,
                f"Regeln gällde inte den dagen; den gäller {spans}.",
                f"The rule was not in force that day; it is in force {spans}.",
            )
        case "kept":
            return _kept(refusal, lang)
        case "called_off" if refusal.by is not None:
            return f"{_capital(_called_off(refusal.by, lang))}."
        case "waits":
            first = day_long(refusal.first, lang) if refusal.first else ""
            return said(
                lang,
                f"Perioden hade redan börjat, och bara hela perioder räknas. Det första kravet uppstår {first}.",
                f"The period had begun already, and only whole ones count. The first obligation arises on {first}.",
            )
        case _:
            return said(
                lang,
                "Regeln gäller varje del av ärendet, men ärendet hade ingen del.",
                "The rule is for each item of the case, but the case had none.",
            )


def _called_off(by: EndedBy, lang: Lang) -> str:
    what = ended_by_told(by, lang)
    return said(lang, f"väntan avbröts av det som avslutar regeln: {what}", f"called off by what ends the rule: {what}")


def _kept(refusal: Refusal, lang: Lang) -> str:
    one = refusal.open
    if one is None or one.series:
        return said(
            lang,
            "Kravet återkom redan, och en utlösare till ändrar inget.",
            "The obligation was recurring already, and another trigger changes nothing.",
        )
    day = day_long(one.opened, lang)
    return said(
        lang,
        f"Ett krav var redan öppet sedan {day}, och en utlösare till ändrar inget.",
        f"One was open already since {day}, and another trigger changes nothing.",
    )


def in_force_told(first: date | None, last: date | None, lang: Lang) -> str:
    """Say from when to when a rule is in force, both days included; nothing where it has no bounds."""
    parts: list[str] = []
    if first is not None:
        parts.append(f"{said(lang, 'från och med', 'from')} {day_long(first, lang)}")
    if last is not None:
        parts.append(f"{said(lang, 'till och med', 'through')} {day_long(last, lang)}")
    return " ".join(parts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
