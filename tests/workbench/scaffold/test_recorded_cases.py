"""A recorded case says the same of nobody: the answer is kept, and what could point someone out is not."""

import json
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rutinmotor
from rutinmotor import Case, CaseError, Engine, Event
from rutinmotor.ground.words import Lang
from rutinmotor.ground.words.layout import Look, plain
from rutinmotor.workbench.scaffold.disguise import even_clocks
from rutinmotor.workbench.scaffold.record import Recorded, recorded
from rutinmotor.workbench.scaffold.recording_text import recorded_lines, refused_lines
from rutinmotor.workbench.scaffold.text import draft_text
from rutinmotor.workbench.scenario.running import try_scenario
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from rutinmotor.workbench.telling.titles import titles_of
from tests.engine.semantics.asking import case, engine

PLAN = "- {id: plan, trigger: start, deadline: {days: 10}, fulfilled_by: klar, ends_with: slut}"
LOG = """
items: {anna-hemtjanst: {regi: egen, orsak: Anna bröt lårbenet}}
facts: {orsak: Annas syster ringde}
events:
  - {id: h-17, type: start, at: 2026-03-02T08:30:00+01:00, item: anna-hemtjanst, recorded: 2026-03-03}
  - {id: h-18, type: besked, at: 2026-03-04, item: anna-hemtjanst, data: {orsak: Anna bröt lårbenet}}
  - {id: h-19, replaces: h-18, type: besked, at: 2026-03-05, item: anna-hemtjanst, recorded: 2026-03-06}
"""
AT = date(2026, 3, 9)


def whole(log: str) -> Case:
    return case(log)


def text_of(found: Recorded) -> str:
    assert found.draft is not None
    return draft_text(found.draft, "Ett ärende", [], "sv")


def holds(found: Recorded, rules: Engine) -> bool:
    read = read_scenario("inspelat.yaml", text_of(found).encode())
    assert read.scenario is not None, read
    return try_scenario(read.scenario, rules).holds


def test_names_texts_and_days_are_other_than_they_were() -> None:
    rules = engine(PLAN)
    found = recorded(rules, whole(LOG), AT)
    text = text_of(found)
    for secret in ("Anna", "anna", "h-1", "2025-0117", "2026-03-02", "lårben", "syster"):
        assert secret not in text
    assert found.disguise.texts == 2
    assert "orsak: text 1" in text
    assert "orsak: text 2" in text
    assert holds(found, rules)


def test_weekdays_gaps_and_the_answer_are_as_they_were() -> None:
    rules = engine(PLAN)
    found = recorded(rules, whole(LOG), AT)
    assert found.draft is not None
    by = timedelta(weeks=found.weeks)
    assert found.weeks
    assert abs(found.weeks) >= 2
    assert [event.at for event in found.draft.case.events] == [
        datetime(2026, 3, 2, 8) + by,
        date(2026, 3, 4) + by,
        date(2026, 3, 5) + by,
    ]
    assert [event.replaces for event in found.draft.case.events] == [None, None, "e2"]
    (before,) = rules.evaluate(whole(LOG), AT).obligations
    (after,) = rules.evaluate(found.draft.case, found.draft.at).obligations
    assert (after.status, after.days_left, after.light) == (before.status, before.days_left, before.light)


def test_it_is_no_matter_of_chance_and_another_case_moves_otherwise() -> None:
    rules = engine(PLAN)
    assert recorded(rules, whole(LOG), AT) == recorded(rules, whole(LOG), AT)
    moves = {recorded(rules, whole(LOG.replace("2026-03-04", f"2026-03-{day:02}")), AT).weeks for day in range(4, 8)}
    assert len(moves) > 1


def test_working_days_over_easter_are_moved_to_where_they_count_the_same() -> None:
    """From Maundy Thursday 2026, three working days: 9 April. Only where free days lie alike is the answer kept."""
    rules = engine("- {id: plan, trigger: start, deadline: {working_days: 3, calendar: vardag}, fulfilled_by: klar}")
    found = recorded(rules, whole("- {type: start, at: 2026-04-02}"), date(2026, 4, 7))
    assert found.draft is not None
    assert holds(found, rules)
    (row,) = found.draft.expect
    assert row["due"] == date(2026, 4, 9) + timedelta(weeks=found.weeks)
    lost = recorded(rules, whole("- {type: start, at: 2026-04-02}"), date(2026, 4, 7), weeks=3)
    assert lost.draft is None
    assert [one.rule for one in lost.differences] == ["sol.plan"]


def test_no_move_will_do_where_a_rule_was_in_force_for_a_few_days_only() -> None:
    rules = engine(f"{PLAN[:-1]}, in_force: {{from: 2026-03-01, to: 2026-03-08}}}}")
    found = recorded(rules, whole(LOG), AT)
    assert found.draft is None
    assert found.differences
    for lang in ("sv", "en"):
        lines = [plain(one) for one in refused_lines(found, titles_of(rules.catalogues), Look(lang, 80), asked=False)]
        assert any("sol.plan" in one for one in lines)
        assert max(len(one) for one in lines) <= 80


def test_a_date_of_birth_keeps_its_year_or_its_day_where_a_rule_needs_it() -> None:
    log = """
    facts: {dag: 1961-03-14}
    events:
      - {type: start, at: 2026-03-02, item: a}
    """
    idle = recorded(engine(PLAN), whole(log), AT)
    assert idle.draft is not None
    assert idle.coarsened == (("dag", "year"),)
    born = idle.draft.case.facts["dag"]
    assert isinstance(born, date)
    assert (born.month, born.day) == (1, 1)
    rules = engine("- {id: plan, trigger: {date: dag, plus: {years: 65}}, deadline: {days: 5}, fulfilled_by: klar}")
    needed = recorded(rules, whole(log), date(2026, 3, 16))
    assert needed.coarsened == (("dag", "day"),)
    assert holds(needed, rules)


@pytest.mark.parametrize(
    ("asks", "sv", "en"),
    [
        ("trigger: start, only_if: {iub: true}", "bara året är kvar av ”Dag”", "only the year is left of “Dag”"),
        (
            "trigger: start, only_if: {dag: {at_least: 1961-03-01}}",
            "bara månaden och året är kvar av ”Dag”",
            "only the month and year are left of “Dag”",
        ),
        (
            "trigger: {date: dag, plus: {years: 65}}",
            "”Dag” står kvar till dagen, flyttad, för att en regel räknar från den",
            "“Dag” is kept to the day, moved, as a rule counts from it",
        ),
    ],
)
def test_what_is_left_of_a_date_is_told(asks: str, sv: str, en: str) -> None:
    rules = engine(f"- {{id: plan, {asks}, deadline: {{days: 5}}, fulfilled_by: klar}}")
    log = "facts: {dag: 1961-03-14, iub: true}\nevents:\n  - {type: start, at: 2026-03-02, item: a}"
    wordings: dict[Lang, str] = {"sv": sv, "en": en}
    for lang, expected in wordings.items():
        assert expected in told(recorded(rules, whole(log), date(2026, 3, 16)), rules, lang)


@pytest.mark.parametrize(
    ("facts", "events", "sv", "en"),
    [
        (
            "{orsak: Fall, skonummer: 43}",
            ["fest"],
            "1 fri text är utbytt; 1 uppgift som ingen regel frågar efter är borttagen; "
            "1 händelse som ingen katalog känner är borttagen.",
            "1 free text is replaced; 1 fact that no rule asks for is taken away; "
            "1 event that no catalogue knows is taken away.",
        ),
        (
            "{orsak: Fall, skonummer: 43, langd: 170}",
            ["fest", "bal"],
            "1 fri text är utbytt; 2 uppgifter som ingen regel frågar efter är borttagna; "
            "2 händelser som ingen katalog känner är borttagna.",
            "1 free text is replaced; 2 facts that no rule asks for are taken away; "
            "2 events that no catalogue knows are taken away.",
        ),
    ],
)
def test_what_was_taken_out_is_told(facts: str, events: list[str], sv: str, en: str) -> None:
    rows = "".join(f"\n  - {{type: {one}, at: 2026-03-03, item: a}}" for one in events)
    log = f"facts: {facts}\nevents:\n  - {{type: start, at: 2026-03-02, item: a}}{rows}"
    rules = engine(PLAN)
    wordings: dict[Lang, str] = {"sv": sv, "en": en}
    for lang, expected in wordings.items():
        assert expected in told(recorded(rules, whole(log), AT), rules, lang)


def test_free_texts_are_told_together() -> None:
    rules = engine(PLAN)
    found = recorded(rules, whole(LOG), AT)
    assert "2 fria texter är utbytta" in told(found, rules, "sv")
    assert "2 free texts are replaced" in told(found, rules, "en")


def told(found: Recorded, rules: Engine, lang: Lang) -> str:
    return " ".join(plain(one) for one in recorded_lines(found, titles_of(rules.catalogues), Look(lang, 200)))


def test_what_no_catalogue_knows_is_dropped() -> None:
    log = """
    facts: {skonummer: 43}
    events:
      - {id: a, type: start, at: 2026-03-02, item: x, data: {rum: B12}}
      - {id: b, type: fest, at: 2026-03-03, item: x}
      - {id: c, replaces: b, type: klar, at: 2026-03-04, item: x, recorded: 2026-03-05}
    """
    rules = engine(PLAN)
    found = recorded(rules, whole(log), AT)
    assert (found.disguise.dropped_facts, found.disguise.dropped_events) == (2, 1)
    assert holds(found, rules)
    told = " ".join(plain(one) for one in recorded_lines(found, titles_of(rules.catalogues), Look("sv", 100)))
    assert "2 uppgifter som ingen regel frågar efter är borttagna" in told
    assert "1 händelse som ingen katalog känner är borttagen" in told


def test_a_value_that_cannot_be_read_is_dropped_where_it_does_not_count() -> None:
    later = LOG + "  - {type: besked, at: 2026-03-20, item: anna-hemtjanst, data: {iub: Anna säger nej, antal: 1}}\n"
    rules = engine(PLAN)
    found = recorded(rules, whole(later), AT)
    assert (found.disguise.unread_facts, found.disguise.dropped_facts) == (1, 1)
    assert "Anna" not in text_of(found)
    assert holds(found, rules)
    assert "1 uppgift som inte går att läsa är borttagen" in told(found, rules, "sv")
    assert "1 fact that cannot be read is taken away" in told(found, rules, "en")


def test_equal_obligations_are_recorded_as_equal_lines() -> None:
    rules = engine("- {id: plan, trigger: start, deadline: {days: 30}, fulfilled_by: klar}")
    log = "- {type: start, at: 2025-01-01T09:00}\n- {type: start, at: 2025-01-01T10:00}"
    found = recorded(rules, whole(log), date(2025, 1, 10))
    assert found.draft is not None
    first, second = found.draft.expect
    assert first == second
    assert holds(found, rules)


def test_what_cannot_be_judged_is_recorded_of_the_items_without_an_obligation() -> None:
    rules = engine("- {id: plan, trigger: start, only_if: {iub: true}, deadline: {days: 30}, fulfilled_by: klar}")
    log = """
    items: {a: {iub: true}, b: {}, c: {}}
    events:
      - {type: start, at: 2026-03-02, item: a}
      - {type: start, at: 2026-03-02, item: b}
      - {type: start, at: 2026-03-02, item: c}
      - {type: start, at: 2026-03-04, item: c, data: {iub: true}}
      - {type: start, at: 2026-03-02}
    """
    found = recorded(rules, whole(log), AT)
    assert found.draft is not None
    assert [row["item"] for row in found.draft.expect] == ["del-1", "del-3"]
    assert found.draft.undetermined == ({"rule": "sol.plan", "item": None}, {"rule": "sol.plan", "item": "del-2"})
    assert "undetermined: [{rule: sol.plan, item: null}, {rule: sol.plan, item: del-2}]" in text_of(found)
    assert holds(found, rules)
    # A rule that has given nothing at all is said not to be judged, whatever the item.
    none = recorded(rules, whole(log.replace("iub: true", "")), AT)
    assert none.draft is not None
    assert none.draft.undetermined == ("sol.plan",)
    assert holds(none, rules)


CORRECTED = [
    # What stands in the place of an unknown event counts, and goes on to do so.
    ("{id: b, type: fest, at: 2026-03-03}, {id: c, replaces: b, type: klar, at: 2026-03-04}", "fulfilled"),
    ("{id: b, type: klar, at: 2026-03-03}, {id: c, replaces: b, type: fest, at: 2026-03-04}", "due"),
    (
        "{id: b, type: klar, at: 2026-03-03}, {id: c, replaces: b, type: fest, at: 2026-03-04}, "
        "{id: d, retracts: c, recorded: 2026-03-05}",
        "fulfilled",
    ),
    (
        "{id: b, type: fest, at: 2026-03-03}, {id: c, retracts: b, recorded: 2026-03-04}, "
        "{id: d, retracts: c, recorded: 2026-03-05}, {type: klar, at: 2026-03-05}",
        "fulfilled",
    ),
    (
        "{id: b, type: fest, at: 2026-03-03}, {id: c, replaces: b, type: bal, at: 2026-03-04}, "
        "{id: d, replaces: c, type: klar, at: 2026-03-05}",
        "fulfilled",
    ),
]


@pytest.mark.parametrize(("events", "status"), CORRECTED)
def test_corrections_of_and_by_unknown_events_keep_what_they_did(events: str, status: str) -> None:
    rules = engine(PLAN)
    found = recorded(rules, whole(f"events: [{{id: a, type: start, at: 2026-03-02}}, {events}]"), AT)
    assert found.draft is not None
    assert [row["status"] for row in found.draft.expect] == [status]
    assert "fest" not in text_of(found)
    assert holds(found, rules)


TOLD_OF = "- {id: plan, trigger: start, only_if: {andring: storre}, deadline: {days: 3}, fulfilled_by: klar}"


def test_what_an_event_tells_of_another_is_told_of_that_one_still() -> None:
    log = """
    - {id: forsta, type: start, at: 2026-03-02}
    - {id: andra, type: start, at: 2026-03-03}
    - {id: svar, type: besked, at: 2026-03-04, about: forsta, data: {andring: storre}}
    """
    rules = engine(TOLD_OF)
    found = recorded(rules, whole(log), AT)
    assert found.draft is not None
    assert [event.about for event in found.draft.case.events] == [None, None, "e1"]
    assert "about: e1, data" in text_of(found)
    assert [row["status"] for row in found.draft.expect] == ["overdue"]
    assert holds(found, rules)


def test_what_was_told_of_an_unknown_event_is_told_of_no_other() -> None:
    log = """
    - {id: a, type: start, at: 2026-03-02}
    - {id: b, type: fest, at: 2026-03-03}
    - {id: c, type: besked, at: 2026-03-04, about: b, data: {andring: storre, sort: 3, antal: 4}}
    """
    rules = engine(f"{TOLD_OF}\n- {{id: annan, trigger: fraga, deadline: {{days: antal}}, fulfilled_by: klar}}")
    found = recorded(rules, whole(log), AT)
    assert found.draft is not None
    assert [dict(event.data) for event in found.draft.case.events] == [{}, {"antal": 4}]
    assert (found.draft.undetermined, found.draft.expect) == (("sol.plan",), ())
    assert holds(found, rules)


def test_an_answer_that_rests_on_what_is_left_out_is_refused() -> None:
    """Of two that replace one event the later recorded stands: without that event both would."""
    log = """
    - {id: a, type: start, at: 2026-03-02}
    - {id: b, type: fest, at: 2026-03-03}
    - {id: c, replaces: b, type: klar, at: 2026-03-04, recorded: 2026-03-05}
    - {id: d, replaces: b, type: besked, at: 2026-03-04, recorded: 2026-03-06}
    """
    rules = engine(PLAN)
    found = recorded(rules, whole(log), AT)
    assert found.draft is None
    assert [one.rule for one in found.differences] == ["sol.plan"]
    told = " ".join(
        plain(one) for one in refused_lines(found, titles_of(rules.catalogues), Look("sv", 100), asked=False)
    )
    assert "utan händelserna som ingen katalog känner blir svaret ett annat" in told


def test_no_clock_and_no_number_that_points_someone_out_is_left() -> None:
    log = """
    facts: {antal: 194103021234, dag: 2024-05-17}
    events:
      - {id: a, type: start, at: 2026-03-02T13:07:41, item: x, recorded: 2026-03-02T13:09:12}
      - {id: b, type: besked, at: 2026-03-02T09:31:05, item: x}
      - {id: c, type: besked, at: 2026-03-02T00:00, item: x}
      - {id: d, type: klar, at: 2026-03-02, item: x}
    """
    rules = engine(PLAN)
    found = recorded(rules, whole(log), AT)
    assert found.draft is not None
    assert "antal" not in text_of(found)
    by = timedelta(weeks=found.weeks)
    clocks = [(one.type, one.at - by, one.recorded and one.recorded - by) for one in found.draft.case.events if one.at]
    assert clocks == [
        ("besked", datetime(2026, 3, 2), None),
        ("klar", date(2026, 3, 2), None),
        ("besked", datetime(2026, 3, 2, 8), None),
        ("start", datetime(2026, 3, 2, 9), datetime(2026, 3, 2, 10)),
    ]
    # The day of birth of a child, not ten years back, which no rule asks for.
    assert found.coarsened == (("dag", "year"),)
    assert holds(found, rules)


@given(st.lists(st.datetimes(datetime(2026, 3, 1), datetime(2026, 3, 3)), max_size=60))
def test_clocks_keep_their_order_and_their_days(moments: list[datetime]) -> None:
    found = even_clocks(moments)
    moved = [found.get(one, one) for one in moments]
    for one, other in zip(moments, moved, strict=True):
        assert one.date() == other.date()
        assert (one == other) or (other.time() != time(0))
    for (one, other), (at, then) in zip(pairwise(moments), pairwise(moved), strict=True):
        assert (one < other, one == other) == (at < then, at == then)


def test_a_catalogues_own_words_are_not_taken_for_free_text() -> None:
    rules = engine("- {id: plan, trigger: start, only_if: {orsak: sjuk}, deadline: {days: 10}, fulfilled_by: klar}")
    found = recorded(rules, whole("facts: {orsak: sjuk}\nevents:\n  - {type: start, at: 2026-03-02}"), AT)
    assert found.draft is not None
    assert found.draft.case.facts == {"orsak": "sjuk"}
    assert found.disguise.texts == 0


def test_events_of_one_day_keep_their_order() -> None:
    """Ids decide the order of what came at the same time: twelve ids out of order become twelve in order."""
    events = "\n".join(f"- {{id: z{n}, type: besked, at: 2026-03-02, item: a}}" for n in range(12))
    found = recorded(engine(PLAN), whole(f"{events}\n- {{id: a0, type: start, at: 2026-03-02, item: a}}"), AT)
    assert found.draft is not None
    ids = [event.id for event in found.draft.case.events]
    assert ids == sorted(ids, key=str) == [f"e{n:02}" for n in range(1, 14)]
    assert found.draft.case.events[0].type == "start"


def test_the_zone_of_a_clock_is_taken_off_before_the_day_is_moved() -> None:
    """Half past midnight in summer time would be the day before, in winter time."""
    late = datetime(2026, 6, 1, 22, 30, tzinfo=UTC)
    found = recorded(engine(PLAN), Case("1", (Event("start", late, item="a"),)), date(2026, 6, 5))
    assert found.draft is not None
    (event,) = found.draft.case.events
    assert event.at == datetime(2026, 6, 2, 8) + timedelta(weeks=found.weeks)


def test_a_case_with_faults_is_refused_with_its_places() -> None:
    with pytest.raises(CaseError) as caught:
        recorded(engine(PLAN), whole("- {type: start, at: 2026-03-02, data: {iub: kanske}}"), AT)
    assert [one.place is not None for one in caught.value.diagnostics] == [True]


@pytest.mark.parametrize("known", [None, date(2026, 3, 5)])
def test_what_was_known_is_kept(known: date | None) -> None:
    rules = engine(PLAN)
    found = recorded(rules, whole(LOG), AT, known)
    assert found.draft is not None
    assert (found.draft.known is None) == (known is None)
    assert holds(found, rules)


def test_the_catalogues_named_are_those_that_the_case_needs() -> None:
    shipped = rutinmotor.load()
    read = rutinmotor.read_case(
        {
            "case": "1",
            "items": {"a": {"lagrum": "sol", "insats": "trygghetslarm"}},
            "events": [{"type": "larm_bestallt", "at": "2026-03-02", "item": "a"}],
        }
    )
    found = recorded(shipped, read, date(2026, 3, 3))
    assert found.draft is not None
    assert "sol" in found.draft.rules
    assert "lss" not in found.draft.rules
    assert json.dumps(found.draft.rules) == json.dumps(sorted(found.draft.rules))
