"""An Explanation in, text for a case officer out: why there is an obligation or none, and how its time was counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rutinmotor.engine.explanation import (
    ConditionLine,
    Ending,
    ExplainedBreach,
    ExplainedObligation,
    ExplainedStep,
    Explanation,
    OnEvent,
    Refusal,
)
from rutinmotor.ground.arguments import require, require_lang
from rutinmotor.ground.words import (
    DAY,
    Lang,
    Piece,
    counted,
    day_long,
    days_left,
    listed,
    plain,
    printable,
    said,
    status_word,
    wrapped,
)
from rutinmotor.workbench.telling import (
    absent_told,
    answered_told,
    asked_again_told,
    clock_told,
    condition_told,
    count_told,
    ended_by_told,
    ending_told,
    event_told,
    length_told,
    not_counted_told,
    quoted,
    refusal_told,
    spares_told,
    trigger_told,
)

# How deep a line stands, and its text.
_Indented = tuple[int, str]


def explained_text(explanation: Explanation, lang: Lang = "sv", width: int | None = None) -> str:
    """Write an explanation in Swedish or English, a line a reason; with `width`, in cells, long lines are broken.

    Raises:
        TypeError, ValueError: what is no Explanation, another language, a width that is no whole number.
    """
    require(explanation, Explanation, "explanation", "an Explanation, which explain gives")
    require_lang(lang)
    require(width, (int, type(None)), "width", "a number of cells or None")
    lines = [(0, ""), *_head(explanation, lang)]
    for one in explanation.obligations:
        lines += [(0, ""), *_obligation(one, lang)]
    if explanation.refusals:
        lines += [
            (0, ""),
            (0, said(lang, "Utlösare som inte öppnade något krav:", "Triggers that opened no obligation:")),
        ]
        for refusal in explanation.refusals:
            lines += _refusal(refusal, lang)
    if explanation.absent_triggers and not explanation.obligations:
        lines += [(0, ""), (0, said(lang, "Utlösare som aldrig kom:", "Triggers that never came:"))]
        lines += [(1, absent_told(one, lang)) for one in explanation.absent_triggers]
    return "\n".join(part for depth, text in lines[1:] for part in _laid_out(depth, printable(text), width))


def _laid_out(depth: int, text: str, width: int | None) -> list[str]:
    indent = "  " * depth
    if width is None or not text:
        return [f"{indent}{text}".rstrip()]
    room = max(width - len(indent), 20)
    return [f"{indent}{plain(line)}" for line in wrapped([Piece(text)], room, hanging=2)]


def _head(explanation: Explanation, lang: Lang) -> Iterator[_Indented]:
    day = day_long(explanation.at, lang)
    about = f" · {explanation.item}" if explanation.item is not None else ""
    case = said(lang, "Ärende", "Case")
    yield 0, f"{case} {explanation.case}{about} · {day}"
    if explanation.known is not None:
        known = day_long(explanation.known, lang)
        yield 0, said(lang, f"Som det var känt {known}.", f"As it was known on {known}.")
    if not explanation.item_named:
        yield (
            0,
            said(
                lang,
                f"Ärendet har ingen del som heter {explanation.item}.",
                f"The case has no item called {explanation.item}.",
            ),
        )
    if not explanation.obligations:
        rule = f"{quoted(explanation.title, lang)} ({explanation.rule})"
        yield 0, said(lang, f"Regeln {rule} har inte gett något krav.", f"The rule {rule} has given no obligation.")


def _obligation(one: ExplainedObligation, lang: Lang) -> Iterator[_Indented]:
    obligation = one.obligation
    about = f" · {obligation.item}" if obligation.item is not None else ""
    yield 0, f"{obligation.title} ({obligation.rule}){about} — {_standing(one, lang)}"
    actors = said(lang, " eller ", " or ").join(actor.title for actor in one.actors)
    yield 1, f"{said(lang, 'Den som ska göra det', 'To be done by')}: {actors}."
    yield 1, f"{said(lang, 'Utlöstes av', 'Triggered by')}: {trigger_told(one.trigger, lang)}."
    if answered := answered_told(one, lang):
        yield 1, answered
    yield from _series(one, lang)
    for restart in one.restarts:
        yield 1, f"{said(lang, 'Tiden började om genom', 'Time began again through')}: {trigger_told(restart, lang)}."
    if one.conditions:
        yield 1, f"{said(lang, 'Villkor', 'Conditions')}, {day_long(one.arose, lang)}:"
        yield from _conditions(one.conditions, obligation.item, lang)
    yield 1, said(lang, "Så räknades tiden:", "How the time was counted:")
    yield from ((2, line) for line in count_told(one, lang))
    yield from _ways_out(one, lang)
    passed = not_counted_told(one, lang)
    if passed:
        yield 1, said(lang, "Räknades inte:", "Did not count:")
        yield from ((2, line) for line in passed)
    yield from (_breach(breach, lang) for breach in one.breaches)
    if one.escalation:
        yield 1, said(lang, "Eskalering:", "Escalation:")
        yield from (_step(step, lang) for step in one.escalation)
    yield from _sources(one, lang)


def _standing(one: ExplainedObligation, lang: Lang) -> str:
    """Say how an obligation stands, with its last day and how far off it is."""
    obligation = one.obligation
    word = status_word(obligation.status, lang)
    if one.ending is not None:
        late = f" ({counted(one.ending.days_late, DAY, lang)})" if one.ending.days_late else ""
        closed = one.ending.day if one.ending.event is None else one.ending.event.day
        return f"{word} {day_long(closed, lang)}{late}"
    if obligation.due is None or obligation.days_left is None:
        return word
    overdue = obligation.status == "overdue"
    step = one.steps[-1] if one.steps else None
    if overdue and not obligation.days_left and isinstance(step, OnEvent):
        first = quoted(step.event.title, lang)
        clock = f" {clock_told(step.event.clock, lang)}" if step.event.clock is not None else ""
        return (
            f"{word}: {said(lang, f'skulle ha gjorts innan {first} idag', f'to be done before {first} today')}{clock}"
        )
    left = days_left(obligation.days_left, lang, overdue=overdue)
    return f"{word}: {left}, {said(lang, 'sista dag', 'last day')} {day_long(obligation.due, lang)}"


def _series(one: ExplainedObligation, lang: Lang) -> Iterator[_Indented]:
    series = one.series
    if series is None:
        return
    text = said(
        lang,
        f"Nummer {series.number} i en serie krav som återkommer",
        f"Number {series.number} of a series that comes again",
    )
    if series.first is not None and series.last is not None:
        first, last = day_long(series.first, lang), day_long(series.last, lang)
        text += said(lang, f"; det gäller {first} till {last}", f"; for {first} to {last}")
    yield 1, f"{text}."


def _conditions(lines: Iterable[ConditionLine], item: str | None, lang: Lang) -> Iterator[_Indented]:
    for line in lines:
        whole = said(lang, " (gäller hela katalogen)", " (for the whole catalogue)") if line.of == "scope" else ""
        for depth, text in condition_told(line, item, lang):
            yield depth + 2, f"{text}{whole if not depth else ''}"


def _ways_out(one: ExplainedObligation, lang: Lang) -> Iterator[_Indented]:
    """Say how it was closed, or what would close it."""
    if one.ending is not None:
        yield 1, _ending(one.ending, lang)
        return
    way = said(lang, " eller ", " or ")
    if one.fulfilled_by:
        events = way.join(quoted(event.title, lang) for event in one.fulfilled_by)
        yield 1, f"{said(lang, 'Klart med', 'Done with')}: {events}."
    ends = [quoted(event.title, lang) for event in one.ends_with]
    ends += [ending_told(other.kind, quoted(other.name.title, lang), lang) for other in one.ends_also]
    if ends:
        yield 1, f"{said(lang, 'Faller bort med', 'Ends with')}: {way.join(ends)}."
    if one.spares:
        yield 1, spares_told(one.spares, lang)


def _ending(ending: Ending, lang: Lang) -> str:
    if ending.ahead_of is not None:
        other = quoted(ending.ahead_of.title, lang)
        what = ended_by_told(ending.by, lang) if ending.by is not None else ""
        what = event_told(ending.event, lang) if ending.event is not None else what
        ended = said(lang, "blev klart", "was done") if ending.other_done else said(lang, "föll bort", "ended")
        return said(
            lang,
            f"Föll bort när kravet {other}, som det skulle göras inför, {ended}: {what}.",
            f"Ended when the obligation {other}, ahead of which it was to be done, {ended}: {what}.",
        )
    if ending.by is not None:
        by = ended_by_told(ending.by, lang)
        return said(lang, f"Föll bort eftersom {by}.", f"Ended as {by}.")
    event = event_told(ending.event, lang) if ending.event is not None else ""
    if ending.outcome == "ended":
        return said(lang, f"Föll bort med: {event}.", f"Ended with: {event}.")
    text = said(lang, f"Blev klart med: {event}", f"Done with: {event}")
    if ending.before_opening:
        text += said(
            lang, "; det som gjordes innan kravet uppstod räknas här", "; what was done before it arose counts here"
        )
    text += _period_served(ending, lang)
    if ending.days_late:
        late = counted(ending.days_late, DAY, lang)
        return said(lang, f"{text}, {late} för sent.", f"{text}, {late} late.")
    if ending.after is not None:
        first = quoted(ending.after.title, lang)
        clock = f" {clock_told(ending.after.clock, lang)}" if ending.after.clock is not None else ""
        return said(lang, f"{text}, efter att {first} hände{clock}.", f"{text}, after {first} happened{clock}.")
    return f"{text}."


def _period_served(ending: Ending, lang: Lang) -> str:
    """Say why the event counted for this period and no other."""
    match ending.period:
        case "named":
            fact = quoted(ending.period_of.title, lang) if ending.period_of else ""
            return said(lang, f"; den gäller perioden enligt {fact}", f"; it is for the period by {fact}")
        case "ended":
            return said(
                lang,
                "; den räknas för den senaste avslutade perioden som var öppen",
                "; it counts for the latest ended period that was open",
            )
        case "running":
            return said(lang, "; den räknas för perioden som pågick", "; it counts for the period that ran")
        case "oldest":
            return said(
                lang,
                "; den räknas för den äldsta perioden som var öppen",
                "; it counts for the oldest period that was open",
            )
        case None:
            return ""


def _breach(breach: ExplainedBreach, lang: Lang) -> _Indented:
    event = event_told(breach.event, lang)
    limit = day_long(breach.limit, lang) if breach.limit else ""
    match breach.kind:
        case "too_early":
            why = said(
                lang,
                f"gjordes för tidigt, tidigast tillåtna dag var {limit}",
                f"done too early, the first day allowed was {limit}",
            )
        case "backdated":
            why = said(lang, f"daterades bakåt, till {limit}", f"backdated, to {limit}")
        case "not_done_ahead":
            why = said(
                lang,
                "det här var inte gjort när det som det skulle föregå blev klart",
                "this was not done when what it was to precede was done",
            )
        case _:
            why = said(
                lang,
                "förlängde inget: den kom efter sista dagen, eller en gång för mycket",
                "extended nothing: it came after the last day, or once too often",
            )
    return 1, f"{said(lang, 'Avvikelse', 'Breach')}: {event}: {why}."


def _step(step: ExplainedStep, lang: Lang) -> _Indented:
    side = said(lang, "före", "before") if step.before else said(lang, "efter", "after")
    last = said(lang, "en tidigare sista dag", "an earlier last day") if step.earlier else None
    last = last or said(lang, "sista dagen", "the last day")
    when = f"{length_told(step.length, lang)} {side} {last}"
    if step.day is not None:
        when += f", {day_long(step.day, lang)}"
    reached = said(lang, "nått", "reached") if step.reached else said(lang, "inte nått", "not reached")
    return 2, f"{when}: {step.to.title}, {step.action} – {reached}"


def _sources(one: ExplainedObligation, lang: Lang) -> Iterator[_Indented]:
    obligation = one.obligation
    if obligation.interpretation:
        yield 1, f"{said(lang, 'Tolkning', 'Interpretation')}: {obligation.interpretation}"
    if obligation.section or obligation.duties:
        duties = f" ({listed(list(obligation.duties), lang)})" if obligation.duties else ""
        yield 1, f"{said(lang, 'Källa', 'Source')}: {obligation.section or ''}{duties}"


def _refusal(refusal: Refusal, lang: Lang) -> Iterator[_Indented]:
    about = f"{refusal.item}: " if refusal.item is not None else ""
    if refusal.later or refusal.trigger is None:
        day = day_long(refusal.day, lang)
        what = said(lang, f"nästa i serien, {day}", f"the next of the series, {day}")
    else:
        what = trigger_told(refusal.trigger, lang)
    yield 1, f"{about}{what}."
    yield 2, refusal_told(refusal, lang)
    if refusal.question is not None and refusal.question.became == "open":
        yield 2, asked_again_told(refusal.question, lang)
    yield from ((depth + 1, text) for depth, text in _conditions(refusal.conditions, refusal.item, lang))
