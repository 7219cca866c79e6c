"""What people write in the place of a scenario's keys and words; data only, asked where one is not known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from rutinmotor.ground.diagnostics import KEYWORDS

_MEANT: Final[Mapping[str, str]] = {
    "scenario": "namn titel rubrik title name",
    "rules": "katalog kataloger regel regelfil regelfiler catalogue catalogues",
    "case": "fall",
    "at": "dag dagen bedoms bedomd bedomningsdag idag asof",
    "known": "kantdagen kantden registreratsenast",
    "expect": "vantat vantas svar krav svaret obligations",
    "only": "bara endast enbart ingetmer ingetannat inteannat intefler exakt just nothingelse",
    "absent": "ingetkrav inte ejkrav gallerinte not none",
    "undetermined": "obedomd obedomda obedomt kanintebedomas oklart oklara okant saknaruppgift unknown undecided",
    "item": "delar",
    "opened": "oppnat oppnades uppstod uppkom startade borjade",
    "status": "tillstand state",
    "light": "ljus farg lampa colour color",
    "due": "sistadag sistadagen senastdag klarsenast",
    "fulfilled_on": "gjort gjordes klart klardag utfort fulfilled done",
    "ended_on": "avslutat avslutades bortfallet upphorde foll ended",
    "escalated_to": "eskalering eskalerat eskalerad fordvidare fortsvidare escalation escalated",
    "breaches": "avsteg brott brister overtradelser breach",
    "overdue": "forsenat forsenad forsenade sent sen forfallet forfallen late",
    "standing": "lopande gallertillsvidare tillsvidare fortlopande continuous",
    "paused": "pausat pausad vilande pause",
    "fulfilled": "klart klar gjort gjord fullgjort fullgjord uppfyllt uppfylld done",
    "fulfilled_late": "klartforsent klarforsent gjortforsent forsent donelate",
    "ended": "avslutat avslutad bortfallet bortfallen upphort",
    "green": "gron gront",
    "yellow": "gul gult",
    "red": "rod rott",
    "too_early": "fortidigt tidigt early",
    "backdated": "bakdaterat bakdaterad bakat backdating",
    "not_done_ahead": "integjortinnan ejgjortinnan undone",
    "bad_extension": "felaktigforlangning ogiltigforlangning forlangning extension",
}
# `due` as a status, and as the day: the same word of the language, so the words for the status stand apart.
_DUE_STATUS: Final = "attgora oppet oppen pagar pagaende todo open"


def _synonyms() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, words in (*_MEANT.items(), ("due", _DUE_STATUS)):
        for word in words.split():
            found[word] = (*found.get(word, ()), key)
    return {**KEYWORDS, **{word: (*keys, *KEYWORDS.get(word, ())) for word, keys in found.items()}}


SYNONYMS: Final = _synonyms()
