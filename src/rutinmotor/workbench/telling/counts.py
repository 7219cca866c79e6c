"""An explained obligation in, how its due date was counted out, one sentence for each step."""

from __future__ import annotations

from itertools import zip_longest

from rutinmotor.engine.explanation import (
    Counted,
    EventRef,
    ExplainedObligation,
    FactRef,
    GivenDay,
    Inherited,
    OnEvent,
    Paused,
    Rolled,
    Start,
    Step,
)
from rutinmotor.ground.words import (
    DAY,
    TIME,
    WORKING_DAY,
    Lang,
    counted,
    day_long,
    listed,
    said,
    urgency_word,
)
from rutinmotor.language.constructs import OwnStep, clipped_told
from rutinmotor.workbench.telling.terms import (
    changed_told,
    clock_told,
    event_told,
    fact_told,
    free_told,
    id_told,
    length_told,
    moment_told,
    quoted,
)


def count_told(one: ExplainedObligation, lang: Lang) -> list[str]:
    """Say how the due date was counted, or why there is none."""
    lines = [_step(step, after, one.obligation.item, lang) for step, after in zip_longest(one.steps, one.steps[1:])]
    if one.had_happened is not None and one.steps and one.had_happened.day == one.arose:
        lines.insert(0, _again(one, one.had_happened, lang))
    word = one.obligation.urgency
    if word is not None:
        lines.insert(0, _urgency(one, word, lang))
    if one.paused_by is not None:
        lines.append(_stopped(quoted(one.paused_by.title, lang), lang, closed=one.ending is not None))
    elif one.obligation.due is not None:
        day = day_long(one.obligation.due, lang)
        lines.append(said(lang, f"Sista dag: {day}.", f"Last day: {day}."))
    else:
        lines += _undated(one, lang)
    return lines


def _stopped(state: str, lang: Lang, *, closed: bool) -> str:
    if closed:
        return said(
            lang,
            f"Tiden stod stilla när det avslutades, eftersom {state} gällde. Därför finns ingen sista dag.",
            f"Time stood still when it was closed, as {state} held. So there is no last day.",
        )
    return said(
        lang,
        f"Tiden står stilla så länge {state} gäller. Därför finns ingen sista dag.",
        f"Time stands still as long as {state} holds. So there is no last day.",
    )


def _urgency(one: ExplainedObligation, word: str, lang: Lang) -> str:
    told = urgency_word(word, lang)
    if one.urgency_defined and one.timing == "counted":
        return said(
            lang,
            f"Ska göras {told}; vad det betyder här är bestämt i katalogen.",
            f"To be done {told}; the catalogue says what that means here.",
        )
    return said(lang, f"Ska göras {told}.", f"To be done {told}.")


def _undated(one: ExplainedObligation, lang: Lang) -> list[str]:
    match one.timing:
        case "standing":
            return [said(lang, "Gäller tills vidare.", "Holds until further notice.")]
        case "before" if one.awaited is not None:
            return [_not_yet(one, quoted(one.awaited.title, lang), lang)]
        case "open":
            return [
                said(
                    lang,
                    "Det finns ingen sista dag, och det blir aldrig försenat.",
                    "There is no last day, and it never becomes overdue.",
                )
            ]
        case _:
            return []


def _not_yet(one: ExplainedObligation, event: str, lang: Lang) -> str:
    """Say that what it is to be done before has not happened, or that it had already and must happen again."""
    closed, had = one.ending is not None, one.had_happened
    to_do = said(lang, "Skulle", "It was to be") if closed else said(lang, "Ska", "To be")
    text = said(lang, f"{to_do} vara gjort innan {event}", f"{to_do} done before {event}")
    if had is not None:
        why = _had(one, lang)
        counts = said(lang, "räknas först när det händer igen", "counts only when it happens again")
        none = said(lang, "Därför finns ingen sista dag.", "So there is no last day.")
        already = said(lang, "Det hade redan hänt", "That had already happened")
        when = said(lang, "", "on ") + moment_told(had, lang)
        return f"{text}. {already} {when}, {why}, {said(lang, 'och', 'and')} {counts}. {none}"
    if closed:
        return said(
            lang,
            f"{text}. Det hade inte hänt än, så det fanns ingen sista dag.",
            f"{text}. That had not happened yet, so there was no last day.",
        )
    return said(
        lang,
        f"{text}. Det har inte hänt, så det finns ingen sista dag.",
        f"{text}. That has not happened, so there is no last day.",
    )


def _again(one: ExplainedObligation, had: EventRef, lang: Lang) -> str:
    """Say that what it was to be done before had happened when time began, and counted first when it did so again."""
    event, when, why = quoted(had.title, lang), moment_told(had, lang), _had(one, lang)
    return said(
        lang,
        f"{event} hade redan hänt {when}, {why}, och räknades först när det hände igen.",
        f"{event} had already happened on {when}, {why}, and counted only when it happened again.",
    )


def _had(one: ExplainedObligation, lang: Lang) -> str:
    """Say why what had happened when the time began does not count."""
    if one.awaited_since is not None:
        since = quoted(one.awaited_since.title, lang)
        return said(lang, f"men inte sedan {since}", f"but not since {since}")
    at = one.opened_clock if one.had_happened is not None and one.had_happened.day == one.arose else None
    clock = f" {clock_told(at, lang)}" if at is not None else ""
    if one.restarts:
        return said(lang, "innan tiden började om", "before time began again")
    return said(lang, f"innan kravet uppstod{clock}", f"before the obligation arose{clock}")


def _step(step: Step, after: Step | None, item: str | None, lang: Lang) -> str:
    match step:
        case Start():
            return _start(step, lang, counts=isinstance(after, Counted))
        case Counted():
            return _counted(step, item, lang)
        case OwnStep():
            return step.told(lang)
        case GivenDay():
            return f"{quoted(step.fact.title, lang)} {fact_told(step.fact, item, lang)}.{_changed(step.fact, lang)}"
        case Paused():
            return _paused(step, lang)
        case Rolled():
            return _rolled(step, lang)
        case OnEvent():
            told = event_told(step.event, lang)
            if step.had:
                return said(
                    lang,
                    f"Skulle vara gjort innan detta hände: {told}. Det hade redan hänt när tiden började: försenat från"
                    " första dagen.",
                    f"It was to be done before this happened: {told}. That had already happened when time began: late"
                    " from the first day.",
                )
            return said(
                lang,
                f"Skulle vara gjort innan detta hände: {told}.",
                f"It was to be done before this happened: {told}.",
            )
        case Inherited():
            return _inherited(step, lang)


def _start(step: Start, lang: Lang, *, counts: bool) -> str:
    """Say when a time begins; where lengths are counted from that day, that it is not one of them."""
    day = day_long(step.end, lang)
    match step.reason:
        case "opened":
            text = said(lang, f"Tiden börjar {day}", f"Time begins on {day}")
        case "restarted":
            text = said(lang, f"Tiden började om {day}", f"Time began again on {day}")
        case "fulfilled":
            text = said(
                lang,
                f"Tiden börjar när det förra kravet blev klart, {day}",
                f"Time begins when the one before was done, on {day}",
            )
        case _:
            text = said(lang, f"Alla gånger räknas från {day}", f"Every time is counted from {day}")
    return f"{text}{said(lang, ', som inte räknas med', ', which is not counted')}." if counts else f"{text}."


def _counted(step: Counted, item: str | None, lang: Lang) -> str:
    length, end = length_told(step.length, lang), day_long(step.end, lang)
    text = f"{counted(step.times, TIME, lang)} {length}" if step.times > 1 else length
    if step.fact is not None:
        told = f"{quoted(step.fact.title, lang)} {fact_told(step.fact, item, lang)}"
        text += said(lang, f", där {told},", f", as {told},")
    if step.purpose == "extension":
        events = listed([f"{event.title}{id_told(event)}, {day_long(event.day, lang)}," for event in step.events], lang)
        text = said(
            lang, f"Genom {events} förlängs tiden {text}: {end}", f"By {events} time is extended by {text}: {end}"
        )
    elif step.back:
        text = said(lang, f"{text} bakåt: {end}", f"{text} back: {end}")
    else:
        text = said(lang, f"{text} framåt: {end}", f"{text} on: {end}")
    if step.clipped:
        text += clipped_told(lang)
    if step.free:
        days = free_told(step.free, step.start.year, lang)
        text += said(lang, f". Hoppar över {days}", f". Steps over {days}")
    return f"{text}.{_changed(step.fact, lang)}"


def _changed(fact: FactRef | None, lang: Lang) -> str:
    """Say that a fact that a time was counted with stands otherwise now, which moves no due date (semantics 2.5)."""
    changed = changed_told(fact, lang) if fact is not None else ""
    return f" {changed} {said(lang, 'Det ändrar inte tiden.', 'That does not change the time.')}" if changed else ""


def _paused(step: Paused, lang: Lang) -> str:
    text = _pause(step, lang)
    if not step.counted:
        return said(lang, f"{text}; inga av de dagarna räknas.", f"{text}; none of those days counts.")
    number = counted(step.counted, WORKING_DAY if step.calendar else DAY, lang)
    if step.ongoing:
        return f"{text}; {number}."
    end = day_long(step.end, lang)
    text = said(
        lang, f"{text}; sista dagen flyttas {number}, till {end}", f"{text}; the last day moves by {number}, to {end}"
    )
    if step.free:
        days = free_told(step.free, step.start.year, lang)
        text += said(lang, f". Hoppar över {days}", f". Steps over {days}")
    return f"{text}."


def _pause(step: Paused, lang: Lang) -> str:
    state, first, last = quoted(step.state.title, lang), day_long(step.first, lang), day_long(step.last, lang)
    if step.ongoing:
        return said(lang, f"Paus för {state} sedan {first}", f"Paused for {state} since {first}")
    if step.first == step.last:
        return said(lang, f"Paus för {state} {first}", f"Paused for {state} on {first}")
    return said(
        lang,
        f"Paus för {state} från och med {first} till och med {last}",
        f"Paused for {state} from {first} through {last}",
    )


def _rolled(step: Rolled, lang: Lang) -> str:
    days = free_told(step.free, step.start.year, lang)
    day = day_long(step.end, lang)
    if step.direction == "next":
        return said(
            lang,
            f"Flyttas från ledig dag ({days}) till nästa arbetsdag: {day}.",
            f"Moved from a free day ({days}) to the next working day: {day}.",
        )
    return said(
        lang,
        f"Flyttas från ledig dag ({days}) till arbetsdagen före: {day}.",
        f"Moved from a free day ({days}) to the working day before: {day}.",
    )


def _inherited(step: Inherited, lang: Lang) -> str:
    other = quoted(step.rule.title, lang)
    if step.end is None:
        return said(lang, f"Kravet {other} har ingen sista dag.", f"The obligation {other} has no last day.")
    day = day_long(step.end, lang)
    return said(lang, f"Samma sista dag som {other}: {day}.", f"The same last day as {other}: {day}.")
