"""States that end by a date, a span or another rule in, how long they hold out (semantics 2.3)."""

from datetime import date

import pytest

from rutinmotor import RulesError
from rutinmotor.engine.explanation import explain
from rutinmotor.workbench.explained import explained_text
from tests.engine.semantics.asking import case, engine, next_change, told

# 3 March 2025 is a Monday.
GRANTED = "- {id: giltigt, trigger: {state: beviljad}, deadline: continuous}\n"
ASKED = "- {id: plan, trigger: fraga, only_if: {state: {beviljad: true}}, deadline: {days: 3}, fulfilled_by: klar}\n"


def state(ends: str) -> str:
    """One more state for the vocabulary, of which the states stand last."""
    return f"# \n  beviljad: {{title: Beviljad, begins: beslut, ends: {ends}}}\n"


BY_DATE = state("[slut, {date: dag}]")
DECIDED = "- {type: beslut, at: 2025-03-03, item: h1, data: {dag: 2025-03-10}}\n"
# The date moved on, and then back.
MOVED = (("08", "2025-03-20"), ("15", "2025-03-18"))


def lines(rules: str, log: str, at: str, columns: str = "rule status", ends: str = BY_DATE) -> list[str]:
    return told(rules, log, at, columns, head=ends)


def test_2_3_a_state_runs_out_the_day_after_its_date_and_what_hangs_on_it_ends() -> None:
    assert lines(GRANTED, DECIDED, "2025-03-10") == ["giltigt standing"]
    assert lines(GRANTED, DECIDED, "2025-03-31", "rule status ended_on") == ["giltigt ended 2025-03-11"]
    for day, opened in (("2025-03-10", ["plan due"]), ("2025-03-11", [])):
        assert lines(ASKED, DECIDED + f"- {{type: fraga, at: {day}, item: h1}}", day) == opened


def test_2_3_a_date_moved_before_it_comes_is_the_one_that_counts() -> None:
    moved = DECIDED + "- {type: besked, at: %s, item: h1, data: {dag: %s}}"
    assert lines(GRANTED, moved % ("2025-03-10", "2025-03-20"), "2025-03-20") == ["giltigt standing"]
    later = moved % ("2025-03-10", "2025-03-20")
    assert lines(GRANTED, later, "2025-03-21", "status ended_on") == ["ended 2025-03-21"]
    sooner = moved % ("2025-03-05", "2025-03-06")
    assert lines(GRANTED, sooner, "2025-03-21", "status ended_on") == ["ended 2025-03-07"]
    too_late = moved % ("2025-03-11", "2025-03-20")
    assert lines(GRANTED, too_late, "2025-03-21", "status ended_on") == ["ended 2025-03-11"]
    past = moved % ("2025-03-08", "2025-03-05")
    assert lines(GRANTED, past, "2025-03-21", "status ended_on") == ["ended 2025-03-08"]
    taken_away = DECIDED + "- {type: besked, at: 2025-03-05, item: h1, data: {dag: null}}"
    assert lines(GRANTED, taken_away, "2025-12-31") == ["giltigt standing"]


def test_2_3_what_begins_anew_after_a_stale_date_is_not_ended_by_it() -> None:
    anew = DECIDED + "- {type: beslut, at: 2025-04-01, item: h1}\n"
    found = ["ended 2025-03-03 2025-03-11", "standing 2025-04-01 -"]
    assert lines(GRANTED, anew, "2025-12-31", "status opened ended_on") == found
    # Nor by that date given again.
    again = anew + "- {type: besked, at: 2025-04-05, item: h1, data: {dag: 2025-03-10}}"
    assert lines(GRANTED, again, "2025-12-31", "status opened ended_on") == found
    on_the_day = DECIDED + "- {type: beslut, at: 2025-03-11, item: h1}"
    assert lines(GRANTED, on_the_day, "2025-12-31", "status opened ended_on") == [
        "ended 2025-03-03 2025-03-11",
        "standing 2025-03-11 -",
    ]


def test_2_3_a_date_of_the_beginning_itself_holds_that_day() -> None:
    log = "- {type: beslut, at: 2025-03-03, item: h1, data: {dag: %s}}\n"
    assert lines(GRANTED, log % "2025-03-03", "2025-03-31", "status ended_on") == ["ended 2025-03-04"]
    assert lines(GRANTED, log % "2025-03-02", "2025-03-31", "status ended_on") == ["standing -"]


def test_2_3_the_date_of_the_case_counts_for_items_without_their_own() -> None:
    begun = "".join(f"- {{type: beslut, at: 2025-03-03, item: {item}}}\n" for item in ("h1", "h2"))
    own = "- {type: besked, at: 2025-03-04, item: h2, data: {dag: 2025-03-20}}\n"
    of_case = "- {type: besked, at: %s, data: {dag: 2025-03-10}}\n"
    for given in ("2025-03-01", "2025-03-05"):
        log = begun + own + of_case % given
        assert lines(GRANTED, log, "2025-12-31", "item ended_on") == ["h1 2025-03-11", "h2 2025-03-21"]
    late = begun + own + of_case % "2025-03-15"
    assert lines(GRANTED, late, "2025-12-31", "item ended_on") == ["h1 2025-03-15", "h2 2025-03-21"]


def test_2_3_a_state_may_last_so_long() -> None:
    span = state("{after: {weeks: 1}}")
    log = "- {type: beslut, at: 2025-03-03}\n"
    assert lines(GRANTED, log, "2025-03-09", ends=span) == ["giltigt standing"]
    assert lines(GRANTED, log, "2025-03-10", "status ended_on", ends=span) == ["ended 2025-03-10"]
    longer = "- {id: lange, trigger: {state: beviljad, longer_than: {days: %d}}, deadline: none}\n"
    assert lines(longer % 6, log, "2025-12-31", "opened", ends=span) == ["2025-03-09"]
    assert lines(longer % 7, log, "2025-12-31", "opened", ends=span) == []
    # One that is begun again meanwhile goes on as it was.
    again = log + "- {type: beslut, at: 2025-03-06}"
    assert lines(GRANTED, again, "2025-12-31", "opened ended_on", ends=span) == ["2025-03-03 2025-03-10"]


def test_2_3_a_state_may_end_when_a_rule_is_overdue() -> None:
    ends = state("{overdue: sol.svar}")
    rules = GRANTED + "- {id: svar, trigger: start, deadline: {days: 2}, fulfilled_by: klar}\n"
    begun = "".join(f"- {{type: beslut, at: 2025-03-03, item: {item}}}\n" for item in ("h1", "h2"))
    of_item = begun + "- {type: start, at: 2025-03-04, item: h1}\n"
    assert lines(rules, of_item, "2025-03-06", "rule item status", ends=ends) == [
        "svar h1 due",
        "giltigt h1 standing",
        "giltigt h2 standing",
    ]
    assert lines(rules, of_item, "2025-03-07", "rule item status ended_on", ends=ends) == [
        "svar h1 overdue -",
        "giltigt h1 ended 2025-03-07",
        "giltigt h2 standing -",
    ]
    done = of_item + "- {type: klar, at: 2025-03-06, item: h1}"
    assert lines(rules, done, "2025-03-31", "status", ends=ends).count("standing") == 2
    of_case = begun + "- {type: start, at: 2025-03-04}\n"
    assert lines(rules, of_case, "2025-03-07", "status", ends=ends) == ["overdue", "ended", "ended"]


def test_2_3_a_paused_duty_goes_on_the_day_after_the_date() -> None:
    """Reading 2.3: the pause holds from the 5th through the 10th, and moves the due date six days on."""
    rule = "- {id: plan, trigger: fraga, deadline: {days: 5}, paused_while: beviljad, fulfilled_by: klar}\n"
    log = (
        "- {type: fraga, at: 2025-03-04, item: h1}\n- {type: beslut, at: 2025-03-05, item: h1, data: {dag: 2025-03-10}}"
    )
    assert lines(rule, log, "2025-03-10", "status due") == ["paused -"]
    assert lines(rule, log, "2025-03-11", "status due") == ["due 2025-03-15"]
    assert next_change(rule, log, "2025-03-06", head=BY_DATE) == date(2025, 3, 11)


def test_2_3_an_end_the_day_after_the_date_finds_nothing_and_one_before_it_ends() -> None:
    ended = DECIDED + "- {type: slut, at: 2025-03-%s, item: h1}"
    for day, by in (("10", "Föll bort med: Insatsen har upphört"), ("11", "Föll bort eftersom ”Beviljad” upphörde")):
        assert lines(GRANTED, ended % day, "2025-03-31", "status ended_on") == [f"ended 2025-03-{day}"]
        # On the 11th the day is the same by the one as by the other.
        found = explain(engine(GRANTED, BY_DATE), case(ended % day), "sol.giltigt", date(2025, 3, 31))
        assert by in explained_text(found, "sv")


def test_2_4_no_other_is_in_a_state_that_has_run_out() -> None:
    rule = "- {id: plan, trigger: fraga, only_if: {no_other_in: beviljad}, deadline: none}\n"
    asked = DECIDED + "- {type: fraga, at: %s, item: h2}"
    assert lines(rule, asked % "2025-03-10", "2025-03-31") == []
    assert lines(rule, asked % "2025-03-11", "2025-03-31") == ["plan due"]
    # So it is at every clock of the day.
    assert lines(rule, asked % "2025-03-11T08:00", "2025-03-31") == ["plan due"]


def test_6_2_a_day_on_which_a_state_runs_out_is_a_change_if_the_answer_differs() -> None:
    assert next_change(GRANTED, DECIDED, "2025-03-04", head=BY_DATE) == date(2025, 3, 11)
    assert next_change("- {id: annan, trigger: fraga, deadline: none}", DECIDED, "2025-03-04", head=BY_DATE) is None
    # A series that a state holds back goes on when that has run out.
    series = (
        "- {id: annan, trigger: start, only_if: {state: {beviljad: false}}, repeat: {each: month}, ends_with: klar}\n"
    )
    log = "- {type: start, at: 2025-01-07, item: h1}\n" + DECIDED
    assert next_change(series, log, "2025-03-15", head=state("[slut, {date: dag}]")) == date(2025, 4, 1)
    long = log.replace("03-10", "05-10")
    assert lines(series, long, "2025-04-30", "due") == ["2025-01-31", "2025-02-28", "2025-03-31"]
    assert next_change(series, long, "2025-04-15", head=BY_DATE) == date(2025, 6, 1)


def test_2_6_a_life_lived_anew_sees_when_a_state_had_run_out() -> None:
    """The answer comes on the 20th; the pause lasted from the 5th through the 10th, as it did for who knew at once."""
    rule = (
        "- {id: plan, trigger: fraga, only_if: {iub: true}, deadline: {days: 5}, paused_while: beviljad,"
        " fulfilled_by: klar}\n"
    )
    log = "- {type: fraga, at: 2025-03-04, item: h1%s}\n" + DECIDED.replace("03-03", "03-05")
    known = log % ", data: {iub: true}"
    late = log % "" + "- {type: besked, at: %s, item: h1, data: {iub: true}}"
    assert lines(rule, known, "2025-03-20", "status opened due") == ["overdue 2025-03-04 2025-03-15"]
    assert lines(rule, late % "2025-03-20", "2025-03-20", "status opened due") == ["overdue 2025-03-20 2025-03-15"]
    assert lines(rule, late % "2025-03-11", "2025-03-11", "status due") == ["due 2025-03-15"]
    assert lines(rule, late % "2025-03-10", "2025-03-10", "status due") == ["paused -"]
    assert lines(rule, late % "2025-03-10", "2025-03-11", "status due") == ["due 2025-03-15"]


def test_6_6_event_by_event_and_at_once_are_the_same() -> None:
    first, second = (f"- {{type: besked, at: 2025-03-{at}, item: h1, data: {{dag: {dag}}}}}\n" for at, dag in MOVED)
    for day in range(3, 32):
        known = DECIDED + first * (day >= 8) + second * (day >= 15)
        columns = "status opened ended_on"
        found = lines(GRANTED, DECIDED + first + second, f"2025-03-{day:02}", columns)
        assert found == lines(GRANTED, known, f"2025-03-{day:02}", columns)
        assert found == ["ended 2025-03-03 2025-03-19" if day >= 19 else "standing 2025-03-03 -"]


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        (BY_DATE, "dagen i ”Dag” tog slut"),
        (state("{after: {days: 8}}"), "tiden för tillståndet var slut"),
        (state("{overdue: sol.svar}"), "kravet ”Svar” blev försenat"),
    ],
)
def test_6_3_what_hangs_on_a_state_says_why_that_ended(ends: str, said: str) -> None:
    rules = GRANTED + "- {id: svar, title: Svar, trigger: beslut, deadline: {days: 7}, fulfilled_by: klar}\n"
    found = explain(engine(rules, ends), case(DECIDED), "sol.giltigt", date(2025, 3, 31))
    text = " ".join(explained_text(found, "sv").split())
    assert f"Föll bort eftersom ”Beviljad” upphörde: {said}, tisdag 11 mars 2025." in text


def test_2_3_a_rule_and_a_state_that_wait_for_each_other_are_refused() -> None:
    paused = "- {id: svar, trigger: start, deadline: {days: 2}, paused_while: beviljad, fulfilled_by: klar}"
    with pytest.raises(RulesError) as refused:
        engine(paused, state("[slut, {overdue: svar}]"))
    assert [one.code for one in refused.value.diagnostics] == ["RM163"]
    engine(paused, state("[slut, {after: {days: 9}}]"))


@pytest.mark.parametrize(
    ("ends", "code"),
    [
        ("{}", "RM161"),
        ("[{date: dag, after: {days: 1}}]", "RM121"),
        ("[{date: dag}, {date: dag}]", "RM162"),
        ("{date: okand}", "RM203"),
        ("{date: regi}", "RM217"),
        ("{overdue: okand}", "RM206"),
        ("{after: {days: 0}}", "RM112"),
        ("[beslut, {date: dag}]", "RM152"),
    ],
)
def test_2_3_what_cannot_end_a_state_is_refused(ends: str, code: str) -> None:
    with pytest.raises(RulesError) as refused:
        engine(GRANTED, state(ends))
    assert code in [one.code for one in refused.value.diagnostics]
