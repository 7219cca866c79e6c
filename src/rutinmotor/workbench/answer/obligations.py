"""An obligation and the titles in, its lines in the table out; `table` puts them together, case by case."""

from __future__ import annotations

from rutinmotor.engine.evaluation import AnswerRecord, BreachRecord, EscalationStep, Obligation, TriggerRecord
from rutinmotor.ground.words import (
    DAY,
    Column,
    Lang,
    Line,
    Look,
    Piece,
    Style,
    beside,
    breach_words,
    counted,
    day_short,
    days_left,
    indented,
    line,
    listed,
    printable,
    said,
    status_word,
    unbroken,
    urgency_word,
    wrapped,
)
from rutinmotor.language.constructs import TRIGGERS, Kind
from rutinmotor.workbench.telling import Titles, quoted

_STATUS_WIDTH = 16
_DUE_WIDTH = 18
_INDENT = 2
_GAP = 2
# With less room than this for its text an obligation is written with its lines below one another.
_LEAST = 24


def obligation_lines(one: Obligation, titles: Titles, look: Look) -> list[Line]:
    """Write one obligation: light and status, due date, and beside them what it is and why."""
    room = look.width - _INDENT - _STATUS_WIDTH - _DUE_WIDTH - 2 * _GAP
    status, due = _status(one, look.lang), _due(one, look.lang)
    if room >= _LEAST:
        columns = (
            Column(status, _STATUS_WIDTH),
            Column(due, _DUE_WIDTH),
            Column(_what(one, titles, look.lang, room), room),
        )
        return beside(columns, indent=_INDENT, gap=_GAP)
    head = [piece for part in (*status, *due) for piece in (*part, Piece("  "))]
    below = indented(_what(one, titles, look.lang, max(look.width - 2 * _INDENT, 1)), _INDENT)
    return indented([*wrapped(head, look.width - _INDENT), *below], _INDENT)


def _status(one: Obligation, lang: Lang) -> list[Line]:
    light = one.light
    style: Style = light or "faint"
    found: list[Line] = [(Piece("●" if light else "○", style), Piece(f" {status_word(one.status, lang)}", style))]
    # Red is told by the status; what is yellow must be told also without colours.
    if light == "yellow":
        found.append(line(f"  {said(lang, 'gult ljus', 'yellow light')}", style))
    return found


def _due(one: Obligation, lang: Lang) -> list[Line]:
    if one.due is not None:
        when = line(day_short(one.due, lang))
        if one.light is None or one.days_left is None:
            return [when]
        overdue = one.status == "overdue"
        return [when, line(days_left(one.days_left, lang, overdue=overdue), "red" if overdue else "plain")]
    if one.light is None:
        return [line("–", "faint")]
    if one.status == "paused":
        return [line(said(lang, "tiden står stilla", "time stands still"), "faint")]
    if one.status == "standing":
        return [line(said(lang, "tills vidare", "until further notice"), "faint")]
    if one.urgency is not None:
        return wrapped([Piece(urgency_word(one.urgency, lang), "yellow")], _DUE_WIDTH)
    return [line(said(lang, "ingen sista dag", "no last day"), "faint")]


def _what(one: Obligation, titles: Titles, lang: Lang, width: int) -> list[Line]:
    actors = said(lang, " eller ", " or ").join(titles.actor(one.rule, actor) for actor in one.actor)
    about = [printable(one.item)] if one.item is not None else []
    texts = [
        Piece(printable(one.title), "strong" if one.light else "plain"),
        Piece(" · ".join([actors, *about, one.rule]), "faint"),
        Piece(f"← {cause(one.trigger, one.rule, titles, lang)}", "faint"),
    ]
    if one.answered is not None:
        texts.append(Piece(_answered(one.answered, one.rule, titles, lang), "faint"))
    if one.light is None:
        texts.append(Piece(_closed(one, lang)))
    elif one.urgency is not None and one.due is not None:
        texts.append(Piece(f"{said(lang, 'Ska göras', 'To be done')} {urgency_word(one.urgency, lang)}"))
    texts += [Piece(_step(step, one.rule, titles, lang), "yellow") for step in one.escalation if step.reached]
    texts += [Piece(_breach(breach, lang), "yellow") for breach in one.breaches]
    return [part for text in texts for part in wrapped([text], width, hanging=2)]


def cause(trigger: TriggerRecord, rule: str, titles: Titles, lang: Lang) -> str:
    """Say in words what opened an obligation, and on what day."""
    how = TRIGGERS[trigger.kind]
    what = how.heading(titles.of(how.names, rule, trigger.type), lang)
    return f"{what}, {unbroken(day_short(trigger.day, lang))}"


def _answered(answer: AnswerRecord, rule: str, titles: Titles, lang: Lang) -> str:
    """Say which facts came late: until then it could not be judged whether the obligation was there."""
    facts = listed([quoted(printable(titles.of(Kind.FACT, rule, fact)), lang) for fact in answer.facts], lang)
    day = unbroken(day_short(answer.day, lang))
    return said(
        lang,
        f"Gick att bedöma först {day}, när {facts} blev känt",
        f"Could be judged only on {day}, when {facts} became known",
    )


def _closed(one: Obligation, lang: Lang) -> str:
    if one.ended_on is not None:
        return f"{said(lang, 'Föll bort', 'Ended')} {unbroken(day_short(one.ended_on, lang))}"
    if one.fulfilled_on is None:
        return ""
    text = f"{said(lang, 'Gjordes', 'Done')} {unbroken(day_short(one.fulfilled_on, lang))}"
    if one.fulfilled_by:
        text += f" ({printable(one.fulfilled_by)})"
    if one.status == "fulfilled_late" and one.due is not None:
        days = (one.fulfilled_on - one.due).days
        late = counted(days, DAY, lang) if days else said(lang, "samma dag men", "the same day but")
        text += f", {late} {said(lang, 'för sent', 'late')}"
    return text


def _step(step: EscalationStep, rule: str, titles: Titles, lang: Lang) -> str:
    since = f" ({said(lang, 'från', 'from')} {unbroken(day_short(step.day, lang))})" if step.day else ""
    return f"→ {titles.actor(rule, step.to)}: {printable(step.action)}{since}"


def _breach(breach: BreachRecord, lang: Lang) -> str:
    event = f" ({printable(breach.event)})" if breach.event else ""
    what = f"{breach_words(breach.kind).in_(lang)}, {unbroken(day_short(breach.day, lang))}{event}"
    return f"! {said(lang, 'Avvikelse', 'Breach')}: {what}"
