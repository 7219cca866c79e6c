"""Each kind of change, in the words for it: of one obligation, of one and two in all, at the head of a column."""

from datetime import date
from typing import NamedTuple

import pytest

from rutinmotor.ground.words import Lang, Look
from rutinmotor.ground.words.layout import plain
from rutinmotor.workbench.impact.counts import KINDS, Counts, Kind
from rutinmotor.workbench.impact.counts_text import Span, count_lines, summary_lines
from rutinmotor.workbench.impact.reasons import reasons_of
from rutinmotor.workbench.impact.text import ListedCase, impact_lines
from rutinmotor.workbench.telling.titles import titles_of
from tests.workbench.impact.rules import OLD, ask, case

SHORT = OLD.replace("weeks: 6", "weeks: 4")
NEVER = OLD.replace("trigger: start", "trigger: borta")
# The facts of the case say neither.
ASKING = OLD.replace("    deadline:", "    only_if: {iub: true}\n    deadline:")
HERE = OLD.replace("    deadline:", "    only_if: {regi: enskild}\n    deadline:")
START = "start 2025-10-01"


class Told(NamedTuple):
    """The rules before and now, what has happened by when, and what is read in Swedish and in English."""

    old: str
    new: str
    at: str
    events: tuple[str, ...]
    sv: tuple[str, str, str, str]
    en: tuple[str, str, str, str]


WAITING, DONE = (START,), (START, "klar 2025-11-05")
TOLD: dict[Kind, Told] = {
    "overdue": Told(
        OLD,
        SHORT,
        "2025-11-05",
        WAITING,
        ("1 krav blir försenat", "2 krav blir försenade", "försenas", "blir försenat"),
        ("1 obligation becomes overdue", "2 obligations become overdue", "overdue", "now overdue"),
    ),
    "not_overdue": Told(
        SHORT,
        OLD,
        "2025-11-05",
        WAITING,
        ("1 krav är inte längre försenat", "2 krav är inte längre försenade", "ej sena", "inte försenat"),
        ("1 obligation is no longer overdue", "2 obligations are no longer overdue", "in time", "not overdue"),
    ),
    "late": Told(
        OLD,
        SHORT,
        "2025-11-10",
        DONE,
        ("1 krav blir klart för sent", "2 krav blir klara för sent", "för sent", "klart för sent"),
        ("1 obligation is now done late", "2 obligations are now done late", "late", "done late"),
    ),
    "not_late": Told(
        SHORT,
        OLD,
        "2025-11-10",
        DONE,
        ("1 krav är inte längre för sent", "2 krav är inte längre för sena", "ej för sent", "klart i tid"),
        ("1 obligation is no longer done late", "2 obligations are no longer done late", "not late", "not done late"),
    ),
    "vanished": Told(
        OLD,
        NEVER,
        "2025-10-05",
        WAITING,
        ("1 krav försvinner", "2 krav försvinner", "borta", "försvinner"),
        ("1 obligation vanishes", "2 obligations vanish", "gone", "gone"),
    ),
    "appeared": Told(
        NEVER,
        OLD,
        "2025-10-05",
        WAITING,
        ("1 krav tillkommer", "2 krav tillkommer", "nya", "nytt krav"),
        ("1 obligation appears", "2 obligations appear", "new", "new"),
    ),
    "earlier": Told(
        OLD,
        SHORT,
        "2025-10-05",
        WAITING,
        ("1 krav får en tidigare sista dag", "2 krav får en tidigare sista dag", "tidigare", "tidigare dag"),
        ("1 obligation gets an earlier last day", "2 obligations get an earlier last day", "earlier", "earlier day"),
    ),
    "later": Told(
        SHORT,
        OLD,
        "2025-10-05",
        WAITING,
        ("1 krav får en senare sista dag", "2 krav får en senare sista dag", "senare", "senare dag"),
        ("1 obligation gets a later last day", "2 obligations get a later last day", "later", "later day"),
    ),
    "status": Told(
        OLD,
        OLD.replace("{weeks: 6}", "continuous"),
        "2025-10-05",
        WAITING,
        ("1 krav får ett annat läge", "2 krav får ett annat läge", "läge", "annat läge"),
        ("1 obligation gets another status", "2 obligations get another status", "status", "other status"),
    ),
    "actor": Told(
        OLD,
        OLD.replace("actor: utforare", "actor: chef"),
        "2025-10-05",
        WAITING,
        ("1 krav får en annan aktör", "2 krav får en annan aktör", "aktör", "annan aktör"),
        ("1 obligation gets another actor", "2 obligations get another actor", "actor", "other actor"),
    ),
    "light": Told(
        OLD,
        OLD.replace("    fulfilled_by", "    warn: {weeks: 6}\n    fulfilled_by"),
        "2025-10-05",
        WAITING,
        ("1 krav får ett annat ljus", "2 krav får ett annat ljus", "ljus", "annat ljus"),
        ("1 obligation gets another light", "2 obligations get another light", "light", "other light"),
    ),
    "other": Told(
        OLD,
        OLD.replace("    fulfilled_by", "    not_before: {weeks: 6}\n    fulfilled_by"),
        "2025-11-10",
        DONE,
        (
            "1 krav ändras på annat sätt, redan avslutat",
            "2 krav ändras på annat sätt, redan avslutade",
            "annat",
            "annat",
        ),
        (
            "1 obligation changes in another way, closed already",
            "2 obligations change in another way, closed already",
            "other",
            "other",
        ),
    ),
    "undetermined": Told(
        HERE,
        ASKING,
        "2025-10-05",
        WAITING,
        ("1 gång går en regel inte att bedöma", "2 gånger går en regel inte att bedöma", "oklara", "oklart"),
        ("1 time a rule cannot be judged", "2 times a rule cannot be judged", "unclear", "unclear"),
    ),
    "determined": Told(
        ASKING,
        HERE,
        "2025-10-05",
        WAITING,
        ("1 gång är en regel inte längre oklar", "2 gånger är en regel inte längre oklar", "klarnar", "inte oklart"),
        ("1 time a rule is no longer unclear", "2 times a rule is no longer unclear", "clear", "no longer so"),
    ),
}


def counts_of(told: Told, *names: str) -> tuple[ListedCase, Counts]:
    """What changes in so many cases, which are alike, and how it is listed of one of them."""
    asked, counts = ask(told.old, told.new, told.at), Counts()
    cases = [case(*told.events, facts="{regi: egen}", name=name) for name in names]
    impacts = [asked.of(one) for one in cases]
    for impact in impacts:
        counts.add(impact)
    return ListedCase(impacts[0], reasons_of(asked, cases[0], impacts[0])), counts


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_kind_of_change_is_told(kind: Kind, lang: Lang) -> None:
    told = TOLD[kind]
    (listed, one), (_, two) = counts_of(told, "1"), counts_of(told, "1", "2")
    assert +one.kinds == {kind: 1}
    titles, look, span = titles_of(()), Look(lang, 100), Span(date.fromisoformat(told.at), None, None)
    of_one, of_two, head, word = told.sv if lang == "sv" else told.en
    assert plain(summary_lines(one, span, look)[-1]).strip() == of_one
    assert plain(summary_lines(two, span, look)[-1]).strip() == of_two
    assert plain(count_lines(one, titles, look)[1]).endswith(f"  {head}")
    assert plain(impact_lines(listed, titles, look)[1]).startswith(f"  {word} ")


@pytest.mark.parametrize(
    ("kind", "names", "sv", "en"),
    [
        ("undetermined", ("1",), "1 går inte att bedöma", "1 cannot be judged"),
        ("undetermined", ("1", "2"), "2 går inte att bedöma", "2 cannot be judged"),
        ("determined", ("1",), "1 är inte längre oklar", "1 is no longer unclear"),
        ("determined", ("1", "2"), "2 är inte längre oklara", "2 are no longer unclear"),
    ],
)
def test_what_cannot_be_judged_is_told_where_no_column_has_room(
    kind: Kind, names: tuple[str, ...], sv: str, en: str
) -> None:
    _, counts = counts_of(TOLD[kind], *names)
    wordings: dict[Lang, str] = {"sv": sv, "en": en}
    for lang, expected in wordings.items():
        assert plain(count_lines(counts, titles_of(()), Look(lang, 30))[-1]).strip().replace("\xa0", " ") == expected
