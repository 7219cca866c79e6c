"""Drafts of scenarios: each holds when it is read back and tried, whatever status was wished for."""

from collections import Counter
from datetime import date, datetime
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rutinmotor
from rutinmotor import Case, Engine, Event
from rutinmotor.language.catalogue.names import versions_of
from rutinmotor.workbench.scaffold.draft import Draft, rows_of
from rutinmotor.workbench.scaffold.text import draft_text, wish_title
from rutinmotor.workbench.scaffold.wishes import WISHES, Wish, possible_wishes, wished
from rutinmotor.workbench.scenario.running import try_scenario
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from tests.engine.semantics.asking import engine

DAY = date(2026, 3, 2)  # a Monday
SHIPPED = rutinmotor.load()


def holds(draft: Draft, rules: Engine, title: str = "Ett utkast") -> bool:
    """Write the draft down, read it as any scenario is read, and try it."""
    text = draft_text(draft, title, ["En kommentar"], "sv")
    read = read_scenario("utkast.yaml", text.encode())
    assert read.scenario is not None, (text, read)
    return try_scenario(read.scenario, rules).holds


@pytest.mark.parametrize("rule", sorted(versions_of(SHIPPED.catalogues)))
def test_every_status_that_a_shipped_rule_can_have_makes_a_scenario_that_holds(rule: str) -> None:
    for wish in possible_wishes(SHIPPED, rule, DAY):
        draft = wished(SHIPPED, rule, DAY, wish)
        assert draft is not None
        assert holds(draft, SHIPPED), (rule, wish)


def test_every_shipped_rule_can_be_shown_and_some_as_overdue() -> None:
    rules = versions_of(SHIPPED.catalogues)
    found = Counter(
        wish for rule in rules for wish in ("due", "standing", "overdue") if wished(SHIPPED, rule, DAY, wish)
    )
    assert found["due"] + found["standing"] == len(rules)
    assert found["overdue"] > 50


RULES = """
- {id: plan, trigger: start, only_if: {iub: false}, deadline: {days: 3}, fulfilled_by: klar, ends_with: slut,
   paused_while: franvaro}
- {id: fore, trigger: start, deadline: {before: slut}, fulfilled_by: klar}
- {id: alltid, trigger: {state: pagaende}, deadline: continuous}
- {id: utan, trigger: start, deadline: none, fulfilled_by: klar}
- {id: samma_dag, trigger: start, deadline: {days: 0}, fulfilled_by: klar}
- {id: andrad, trigger: fraga, only_if: {andring: storre}, deadline: {days: 3}, fulfilled_by: klar}
- {id: uppsagd, trigger: start, deadline: {days: 30}, not_before: {days: 14}, fulfilled_by: klar}
"""


@pytest.mark.parametrize(
    ("rule", "wishes"),
    [
        ("plan", ("due", "overdue", "fulfilled", "fulfilled_late", "ended", "paused", "absent", "undetermined")),
        ("fore", ("due", "overdue", "fulfilled", "fulfilled_late")),
        ("alltid", ("ended", "standing")),
        ("utan", ("due", "fulfilled")),
        ("samma_dag", ("due", "overdue", "fulfilled", "fulfilled_late")),
        ("andrad", ("due", "overdue", "fulfilled", "fulfilled_late", "absent", "undetermined")),
        ("uppsagd", ("due", "overdue", "fulfilled", "fulfilled_late")),
    ],
)
def test_only_what_a_rule_can_be_is_granted(rule: str, wishes: tuple[str, ...]) -> None:
    rules = engine(RULES)
    assert possible_wishes(rules, f"sol.{rule}", DAY) == wishes
    for wish in WISHES:
        draft = wished(rules, f"sol.{rule}", DAY, wish)
        assert (draft is not None) == (wish in wishes)
        assert draft is None or holds(draft, rules)


def log(draft: Draft | None) -> list[str]:
    assert draft is not None
    return [f"{event.type} {event.at}" for event in draft.case.events]


def test_what_a_draft_tells() -> None:
    rules = engine(RULES)
    assert log(wished(rules, "sol.plan", DAY, "fulfilled_late")) == ["start 2026-03-02", "klar 2026-03-06"]
    assert log(wished(rules, "sol.fore", DAY, "overdue")) == ["start 2026-03-02", "slut 2026-03-09"]
    assert log(wished(rules, "sol.alltid", DAY, "ended")) == ["start 2026-03-02", "slut 2026-03-03"]
    # Fulfilled on the last day, not before the fourteenth: an example without a breach.
    assert log(wished(rules, "sol.uppsagd", DAY, "fulfilled")) == ["start 2026-03-02", "klar 2026-04-01"]
    absent = wished(rules, "sol.plan", DAY, "absent")
    assert absent is not None
    assert (absent.absent, absent.case.items) == (("sol.plan",), {"insats-1": {"iub": True}})
    unknown = wished(rules, "sol.plan", DAY, "undetermined")
    assert unknown is not None
    assert (unknown.undetermined, unknown.case.items) == (("sol.plan",), {"insats-1": {}})
    # Of what belongs to an event it is the event that tells otherwise, or nothing.
    telling: tuple[tuple[Wish, str | None], ...] = (("due", "storre"), ("absent", "mindre"), ("undetermined", None))
    for wish, data in telling:
        draft = wished(rules, "sol.andrad", DAY, wish)
        assert draft is not None
        assert dict(draft.case.events[0].data) == ({"andring": data} if data else {})
        assert draft.case.items == {"insats-1": {}}


def test_two_obligations_of_one_rule_are_told_apart_by_the_day_they_opened() -> None:
    rules = engine("- {id: plan, trigger: start, deadline: {days: 3}, fulfilled_by: klar}")
    case = Case("1", (Event("start", date(2026, 3, 2), item="a"), Event("start", date(2026, 3, 9), item="a")))
    rows = rows_of(rules.evaluate(case, date(2026, 3, 9)).obligations)
    assert [row.get("opened") for row in rows] == [date(2026, 3, 2), date(2026, 3, 9)]
    assert holds(Draft(("sol",), case, date(2026, 3, 9), expect=rows), rules)


NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1, max_size=20)


@settings(max_examples=150)
@given(NAMES.filter(str.strip), NAMES.filter(str.strip), NAMES)
def test_any_name_is_written_so_that_it_reads_back(item: str, case_id: str, reason: str) -> None:
    """Quotes, colons, hashes, brackets, words that YAML means something by: all are read as what they were."""
    rules = engine("- {id: plan, trigger: start, deadline: {days: 3}, fulfilled_by: klar}")
    # Every text is read as its composed form (NFC), in whatever form it is written.
    item, case_id, reason = (normalize("NFC", text) for text in (item.strip(), case_id.strip(), reason))
    case = Case(case_id, (Event("start", datetime(2026, 3, 2, 8, 30), item=item),), {"orsak": reason}, {item: {}})
    try:
        evaluation = rules.evaluate(case, DAY)
    except rutinmotor.CaseError:
        return
    draft = Draft(("sol",), case, DAY, expect=rows_of(evaluation.obligations))
    text = draft_text(draft, item, [], "sv")
    read = read_scenario("utkast.yaml", text.encode())
    if read.scenario is None:
        # What is refused in any text, such as a letter that hides, is refused here too; nothing is misread.
        return
    assert read.scenario.case == case
    assert read.scenario.title == item


TITLES = {
    "due": ("Planen: att göra, i tid", "Planen: to be done, in time"),
    "overdue": ("Planen: försenat", "Planen: overdue"),
    "fulfilled": ("Planen: klart i tid", "Planen: done in time"),
    "fulfilled_late": ("Planen: klart för sent", "Planen: done late"),
    "ended": ("Planen: faller bort", "Planen: ends without being done"),
    "paused": ("Planen: pausat", "Planen: paused"),
    "standing": ("Planen: löpande", "Planen: standing"),
    "absent": ("Planen: gäller inte", "Planen: does not apply"),
    "undetermined": ("Planen: kan inte bedömas", "Planen: cannot be judged"),
}


@pytest.mark.parametrize("wish", WISHES)
def test_a_title_for_each_wish_in_both_languages(wish: str) -> None:
    assert (wish_title("Planen", wish, "sv"), wish_title("Planen", wish, "en")) == TITLES[wish]
