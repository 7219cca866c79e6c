"""What could not be judged when it was asked in, what became of it out: sentences for an explanation."""

from __future__ import annotations

from collections.abc import Iterable

from rutinmotor.engine.explanation import AskedQuestion, ExplainedObligation, Named, Refusal
from rutinmotor.ground.words import Lang, day_long, listed, said
from rutinmotor.workbench.telling.terms import event_told, quoted


def answered_told(one: ExplainedObligation, lang: Lang) -> str:
    """Say that an obligation could be judged only when a fact became known, and since when its time had run then."""
    answer = one.obligation.answered
    if answer is None or one.question is None:
        return ""
    of = {fact.name: fact.title for fact in one.question.given}
    facts = listed([quoted(of.get(fact, fact), lang) for fact in answer.facts], lang)
    day = day_long(answer.day, lang)
    if one.arose >= answer.day:
        return said(
            lang,
            f"Gick att bedöma först {day}, när {facts} blev känt.",
            f"Could be judged only on {day}, when {facts} became known.",
        )
    arose = day_long(one.arose, lang)
    return said(
        lang,
        f"Gick att bedöma först {day}, när {facts} blev känt. Då hade tiden gått sedan {arose}.",
        f"Could be judged only on {day}, when {facts} became known. By then its time had run since {arose}.",
    )


def question_told(refusal: Refusal, question: AskedQuestion, lang: Lang) -> str:
    """Say what cannot be judged, for want of what, and of what could not what has become of that."""
    why = _why(refusal, question, lang)
    return why if question.became == "open" else f"{why} {_became(question, lang)}"


def _why(refusal: Refusal, question: AskedQuestion, lang: Lang) -> str:
    facts = _titles(refusal.missing, lang)
    if question.became == "open":
        if refusal.missing_in == "deadline":
            return said(
                lang,
                f"Tiden går inte att räkna, eftersom uppgifter saknas: {facts}.",
                f"The time cannot be counted, as facts are missing: {facts}.",
            )
        return said(
            lang,
            f"Det går inte att avgöra, eftersom uppgifter saknas: {facts}.",
            f"It cannot be judged, as facts are missing: {facts}.",
        )
    if refusal.missing_in == "deadline":
        return said(
            lang,
            f"Tiden gick inte att räkna då, eftersom uppgifter saknades: {facts}.",
            f"The time could not be counted then, as facts were missing: {facts}.",
        )
    return said(
        lang,
        f"Det gick inte att avgöra då, eftersom uppgifter saknades: {facts}.",
        f"It could not be judged then, as facts were missing: {facts}.",
    )


def _became(question: AskedQuestion, lang: Lang) -> str:
    day = day_long(question.closed, lang) if question.closed is not None else ""
    again = said(lang, f"Prövades igen {day}", f"Asked again on {day}")
    match question.became:
        case "no":
            return said(lang, f"{again}: villkoret var inte uppfyllt.", f"{again}: the condition was not met.")
        case "opened":
            return said(lang, f"{again}: villkoret var uppfyllt.", f"{again}: the condition was met.")
        case "kept":
            if question.restarts:
                what = said(
                    lang,
                    "tiden började om för det krav som redan var öppet",
                    "the time began again of what was open already",
                )
            else:
                what = said(
                    lang,
                    "villkoret var uppfyllt, men ett krav var redan öppet, och det ändras inte",
                    "the condition was met, but one was open already, which does not change",
                )
            return f"{again}: {what}."
        case "ended":
            by = event_told(question.by, lang) if question.by is not None else day
            return said(
                lang,
                f"Frågan föll bort med det som avslutar regeln: {by}.",
                f"The question was closed by what ends the rule: {by}.",
            )
        case _:
            return _overtaken(question, day, lang)


def asked_again_told(question: AskedQuestion, lang: Lang) -> str:
    """Say of an open one that it is asked again when what is missing is given, or that no later value answers."""
    forward = _titles(question.only_forward, lang)
    if not question.only_forward:
        one = len(question.missing) == 1
        return said(
            lang,
            f"Det prövas igen när {'uppgiften' if one else 'någon av dem'} anges.",
            f"It is asked again when {'it' if one else 'one of them'} is given.",
        )
    holds = said(
        lang,
        f"{forward} gäller bara från den dag då det anges: det som anges senare svarar inte på frågan.",
        f"{forward} holds only from the day that it is given: what is given later is no answer.",
    )
    others = [one for one in question.missing if one not in question.only_forward]
    if not others:
        return holds
    again = said(
        lang,
        f"Det prövas igen när {_titles(others, lang)} anges.",
        f"It is asked again when {_titles(others, lang)} is given.",
    )
    return f"{holds} {again}"


def _overtaken(question: AskedQuestion, day: str, lang: Lang) -> str:
    by = question.by
    if by is None:
        return said(
            lang,
            f"Frågan ersattes {day}, när regeln prövades för en senare utlösare.",
            f"The question was replaced on {day}, when the rule was judged for a later trigger.",
        )
    told = event_told(by, lang)
    if any(fact.given is not None and fact.given.event == by for fact in question.given):
        return said(
            lang,
            f"Frågan ersattes: {told}, gav svaret och utlöste själv regeln, och då prövas bara den.",
            f"The question was replaced: {told}, gave the answer and triggered the rule itself; then only it counts.",
        )
    return said(
        lang,
        f"Frågan ersattes när regeln prövades för en senare utlösare: {told}.",
        f"The question was replaced when the rule was judged for a later trigger: {told}.",
    )


def _titles(facts: Iterable[Named], lang: Lang) -> str:
    return listed([quoted(one.title, lang) for one in facts], lang)
