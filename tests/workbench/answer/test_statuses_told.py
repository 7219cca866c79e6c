"""A case in which every status and every breach occurs, as a case officer reads it in Swedish and in English."""

from collections.abc import Sequence
from datetime import date

import pytest

from rutinmotor.engine.evaluation import STATUSES, Evaluation
from rutinmotor.ground.words import Lang, Look
from rutinmotor.ground.words.layout import plain
from rutinmotor.workbench.answer.selection import Selection, Tally
from rutinmotor.workbench.answer.table import case_lines, summary_lines
from rutinmotor.workbench.telling.titles import titles_of
from tests.engine.semantics.asking import ask, engine

RULES = """
- {id: forsenat, trigger: start, deadline: {days: 1}, fulfilled_by: klar}
- {id: gult, trigger: start, deadline: {urgency: i_god_tid}, fulfilled_by: besked}
- {id: vilar, trigger: start, deadline: {days: 30}, fulfilled_by: besked, paused_while: franvaro}
- {id: star, trigger: start, deadline: continuous, ends_with: hemma}
- {id: klart, trigger: start, deadline: {days: 30}, fulfilled_by: beslut}
- {id: sent, trigger: start, deadline: {days: 0}, fulfilled_by: beslut}
- {id: bort, trigger: start, deadline: {days: 30}, fulfilled_by: klar, ends_with: beslut}
"""
BREACHED = """
- {id: tidigt, trigger: start, deadline: {days: 30}, not_before: {days: 20}, fulfilled_by: beslut}
- {id: bakat, trigger: start, deadline: {days: 30}, backdating: dag, fulfilled_by: beslut}
- {id: forlangt, trigger: start, deadline: {days: 30}, extended_by: {event: fraga, by: {days: 5}}, fulfilled_by: klar}
"""
# Monday 2 March 2026 for each part of the case, which is asked about on Thursday.
LOG = """
- {type: start, at: 2026-03-02, item: ITEM}
- {type: borta, at: 2026-03-03, item: ITEM}
- {type: fraga, at: 2026-03-03, item: ITEM}
- {type: fraga, at: 2026-03-04, item: ITEM}
- {type: beslut, at: 2026-03-04, item: ITEM, data: {dag: 2026-03-01}}
"""
AT = date(2026, 3, 5)


def answer(rules: str, *items: str) -> Evaluation:
    return ask(rules, "".join(LOG.replace("ITEM", item) for item in items), AT.isoformat())


def read(rules: str, found: Evaluation, lang: Lang, statuses: Sequence[str] = ()) -> list[str]:
    titles = titles_of(engine(rules).catalogues)
    lines = case_lines(found, Selection(frozenset(statuses)), None, titles, Look(lang, 120))
    return [plain(line).replace("\xa0", " ").rstrip() for line in lines]


FIRST_LINES: dict[Lang, list[str]] = {
    "sv": [
        "  ● försenat        tis 3 mars 2026     sol.forsenat",
        "  ● att göra        i god tid           sol.gult",
        "  ○ bortfallet      ons 1 apr 2026      sol.bort",
        "  ○ klart           ons 1 apr 2026      sol.klart",
        "  ○ klart för sent  mån 2 mars 2026     sol.sent",
        "  ● löpande         tills vidare        sol.star",
        "  ● pausat          tiden står stilla   sol.vilar",
    ],
    "en": [
        "  ● overdue         Tue 3 Mar 2026      sol.forsenat",
        "  ● to be done      in good time        sol.gult",
        "  ○ ended           Wed 1 Apr 2026      sol.bort",
        "  ○ done            Wed 1 Apr 2026      sol.klart",
        "  ○ done late       Mon 2 Mar 2026      sol.sent",
        "  ● standing        until further notice  sol.star",
        "  ● paused          time stands still   sol.vilar",
    ],
}


@pytest.mark.parametrize("lang", FIRST_LINES)
def test_one_obligation_of_each_status(lang: Lang) -> None:
    lines = read(RULES, answer(RULES, "a"), lang, STATUSES)
    assert [line for line in lines if line.startswith(("  ●", "  ○"))] == FIRST_LINES[lang]


@pytest.mark.parametrize(
    ("items", "sv", "en"),
    [
        (
            ("a",),
            (
                "1 försenat, 1 att göra, 1 pausat och 1 löpande.",
                "Visas inte: 1 klart, 1 klart för sent och 1 bortfallet",
            ),
            ("1 overdue, 1 to be done, 1 paused and 1 standing.", "Not shown: 1 done, 1 done late and 1 ended"),
        ),
        (
            ("a", "b"),
            (
                "2 försenade, 2 att göra, 2 pausade och 2 löpande.",
                "Visas inte: 2 klara, 2 klara för sent och 2 bortfallna",
            ),
            ("2 overdue, 2 to be done, 2 paused and 2 standing.", "Not shown: 2 done, 2 done late and 2 ended"),
        ),
    ],
)
def test_so_many_of_each_status(items: tuple[str, ...], sv: tuple[str, str], en: tuple[str, str]) -> None:
    found, tally = answer(RULES, *items), Tally()
    tally.add(found, Selection())
    wordings: dict[Lang, tuple[str, str]] = {"sv": sv, "en": en}
    for lang, (counts, closed) in wordings.items():
        (summary,) = summary_lines(tally, AT, None, Look(lang, 120))
        assert plain(summary).endswith(f"2026: {counts}")
        assert any(line.startswith(f"  {closed} (") for line in read(RULES, found, lang))


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "sv",
            [
                "! Avvikelse: förlängdes fastän det inte gick, ons 4 mars 2026",
                "! Avvikelse: daterades bakåt, ons 4 mars 2026",
                "! Avvikelse: gjordes för tidigt, ons 4 mars 2026",
            ],
        ),
        (
            "en",
            [
                "! Breach: extended although it could not be, Wed 4 Mar 2026",
                "! Breach: backdated, Wed 4 Mar 2026",
                "! Breach: done too early, Wed 4 Mar 2026",
            ],
        ),
    ],
)
def test_each_breach(lang: Lang, told: list[str]) -> None:
    lines = read(BREACHED, answer(BREACHED, "a"), lang, STATUSES)
    assert [line.strip() for line in lines if "!" in line] == told


@pytest.mark.parametrize(
    ("word", "sv", "en"),
    [
        ("omgaende", "omgående", "at once"),
        ("snarast", "snarast", "as soon as possible"),
        ("skyndsamt", "skyndsamt", "promptly"),
        ("i_god_tid", "i god tid", "in good time"),
        ("utan_drojsmal", "utan drojsmal", "utan drojsmal"),
    ],
)
def test_each_word_of_urgency(word: str, sv: str, en: str) -> None:
    rules = f"- {{id: a, trigger: start, deadline: {{urgency: {word}, at_latest: {{days: 9}}}}, fulfilled_by: klar}}"
    found = answer(rules, "a")
    assert read(rules, found, "sv")[-2].strip() == f"Ska göras {sv}"
    assert read(rules, found, "en")[-2].strip() == f"To be done {en}"


ASKING = (
    "- {id: a, trigger: [start, beslut], on_repeat: keep, only_if: {regi: egen}, deadline: none, fulfilled_by: klar}"
)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("sv", "Gick att bedöma först ons 4 mars 2026, när ”Regi” blev känt"),
        ("en", "Could be judged only on Wed 4 Mar 2026, when “Regi” became known"),
    ],
)
def test_a_fact_that_came_late_stands_in_quotation_marks(lang: Lang, told: str) -> None:
    log = "- {type: start, at: 2026-03-02}\n- {type: besked, at: 2026-03-04, data: {regi: egen}}"
    assert told in [line.strip() for line in read(ASKING, ask(ASKING, log, AT.isoformat()), lang)]


def test_a_rule_that_two_triggers_ask_of_is_counted_once() -> None:
    found = ask(ASKING, "- {type: start, at: 2026-03-02}\n- {type: beslut, at: 2026-03-03}", AT.isoformat())
    tally = Tally()
    tally.add(found, Selection())
    assert len(found.undetermined) == 2
    [line] = summary_lines(tally, AT, None, Look("sv", 120))
    assert "; 1 regel kan inte bedömas" in plain(line)
