"""An event that might have closed an obligation in, why it did not out: one sentence each."""

from __future__ import annotations

from rutinmotor.engine.explanation import ExplainedObligation, Moment, NotCounted
from rutinmotor.ground.words import Lang, day_long, said
from rutinmotor.workbench.telling.terms import clock_told, event_told, quoted


def not_counted_told(one: ExplainedObligation, lang: Lang) -> list[str]:
    """Say of each event that did not count why, and how many more there were."""
    lines = [f"{event_told(passed.event, lang)}: {_why(passed, one, lang)}." for passed in one.not_counted]
    if one.not_counted_more:
        lines.append(said(lang, f"… och {one.not_counted_more} till.", f"… and {one.not_counted_more} more."))
    return lines


def _why(passed: NotCounted, one: ExplainedObligation, lang: Lang) -> str:
    same_day = passed.event.day == one.arose
    at = f" {clock_told(one.opened_clock, lang)}" if one.opened_clock is not None and same_day else ""
    match passed.why:
        case "before":
            return said(lang, f"det var innan kravet uppstod{at}", f"that was before the obligation arose{at}")
        case "not_since":
            since = quoted(passed.since.title, lang) if passed.since else ""
            return said(
                lang,
                f"det var innan kravet uppstod{at}, och sådant räknas bara från och med dagen för {since}",
                f"that was before the obligation arose{at}, and such counts only from the day of {since} on",
            )
        case "too_soon":
            first = "" if passed.first is None else day_long(passed.first, lang)
            return said(lang, f"det räknas tidigast {first}", f"it counts on {first} at the earliest")
        case "own":
            return said(lang, "kravet uppstod genom den", "the obligation arose through it")
        case "triggers":
            return said(
                lang,
                "den utlöser också kravet, och det framgår inte att den kom efter att kravet uppstod",
                "it triggers the obligation too, and nothing shows that it came after that arose",
            )
        case "fulfilment":
            return said(
                lang,
                f"kravet uppstod när ett annat krav blev klart{at}, och det framgår inte att händelsen kom efter det",
                f"the obligation arose when another was done{at}, and nothing shows that the event came after that",
            )
        case "next_in_series":
            return said(
                lang,
                "det förra kravet blev klart samma dag, och nästa kan bli klart först dagen efter",
                "the one before was done the same day, and the next can be done on the day after at the earliest",
            )
        case "served":
            older = _moment(passed.older, lang)
            return said(lang, f"den räknades för ett äldre krav{older}", f"it counted for an older one{older}")
        case "older":
            older = _moment(passed.older, lang)
            return said(
                lang,
                f"det fanns ett äldre krav{older}, och det går före när det inte framgår vad som kom först",
                f"there was an older one{older}, which goes before where nothing shows which came first",
            )
        case "names_period":
            fact, period = quoted(passed.period_of.title, lang) if passed.period_of else "", _period(passed, lang)
            return said(lang, f"enligt {fact} gällde den {period}", f"by {fact} it was for {period}")
        case "other_period":
            period = _period(passed, lang)
            return said(lang, f"den räknades för {period}", f"it counted for {period}")
        case "other_item":
            item, own = passed.event.item or "", one.obligation.item or ""
            return said(lang, f"den gällde {item}, inte {own}", f"it was about {item}, not {own}")
        case "spared":
            return said(
                lang,
                "regeln avslutades, men lämnade kvar det här kravet",
                "the rule ended, but spared this obligation",
            )


def _period(passed: NotCounted, lang: Lang) -> str:
    if passed.first is None or passed.last is None:
        return ""
    return f"{day_long(passed.first, lang)} {said(lang, 'till', 'to')} {day_long(passed.last, lang)}"


def _moment(moment: Moment | None, lang: Lang) -> str:
    if moment is None:
        return ""
    clock = "" if moment.clock is None else f" {clock_told(moment.clock, lang)}"
    return f" ({said(lang, 'från ', 'of ')}{day_long(moment.day, lang)}{clock})"
