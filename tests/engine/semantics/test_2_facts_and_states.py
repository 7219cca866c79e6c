"""Section 2 of the semantics: facts and states. Rules and cases in, verdicts out; 3 March 2025 is a Monday."""

import pytest

from rutinmotor import RulesError
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from tests.engine.semantics.asking import ask, engine, gaps, told

COUNTED = "- {id: plan, trigger: start, deadline: {days: antal}, fulfilled_by: klar}"


def if_(condition: str, more: str = "") -> str:
    """A rule with this condition."""
    return f"- {{id: plan, trigger: start, only_if: {condition}, deadline: {{days: 7}}, fulfilled_by: klar{more}}}"


def opens(condition: str, facts: str, *events: str) -> bool:
    """Whether a start on Monday 3 March opens a rule with the condition, given these facts; undetermined is no."""
    log = "\n".join(f"  - {{{one}}}" for one in ("type: start, at: 2025-03-03", *events))
    return bool(told(if_(condition), f"facts: {facts}\nevents:\n{log}", "2025-03-31"))


@pytest.mark.parametrize(
    ("fact", "holds", "fails", "wrong"),
    [
        ("regi", "egen", "enskild", "kommunal"),
        ("iub", "true", "false", "'true'"),
        ("antal", "3", "4", "3.0"),
        ("dag", "2025-03-03", "2025-03-04", "2025-02-29"),
        ("orsak", "fall", "oro", "3"),
    ],
)
def test_2_1_each_fact_has_a_type(fact: str, holds: str, fails: str, wrong: str) -> None:
    condition = f"{{{fact}: {holds}}}"
    assert opens(condition, f"{{{fact}: {holds}}}")
    assert not opens(condition, f"{{{fact}: {fails}}}")
    with pytest.raises(CaseError):
        opens(condition, f"{{{fact}: {wrong}}}")


@pytest.mark.parametrize(
    ("fact", "wrong", "expected"),
    [
        ("regi", "kommunal", "It should be egen | enskild."),
        ("iub", "'true'", "It should be true | false."),
        ("antal", "tre", "It should be 1, 2, 3 …."),
        ("dag", "2025-02-29", "It should be 2026-03-31."),
        ("orsak", "3", "It should be ”…”."),
    ],
)
def test_2_1_a_value_of_the_wrong_type_is_told_with_what_it_should_be(fact: str, wrong: str, expected: str) -> None:
    with pytest.raises(CaseError) as caught:
        ask(COUNTED, f"facts: {{{fact}: {wrong}}}\nevents: []", "2025-03-03")
    assert [one.code for one in caught.value.diagnostics] == ["RM602"]
    assert caught.value.diagnostics[0].sentence("en").endswith(expected)


@pytest.mark.parametrize(("fact", "wrong"), [("antal", "true"), ("iub", "1"), ("iub", "0"), ("regi", "true")])
def test_2_1_true_is_not_the_number_one(fact: str, wrong: str) -> None:
    with pytest.raises(CaseError, match=fact):
        ask(COUNTED, f"facts: {{{fact}: {wrong}}}\nevents: []", "2025-03-03")


def test_2_2_a_fact_is_looked_up_on_the_item_and_then_on_the_case() -> None:
    log = """
    facts: {antal: 9}
    items: {h1: {antal: 4}}
    events:
      - {type: start, at: 2025-03-03, item: h1}
      - {type: start, at: 2025-03-03, item: h2}
      - {type: start, at: 2025-03-03}
    """
    assert told(COUNTED, log, "2025-03-03", "item due") == ["h1 2025-03-07", "- 2025-03-12", "h2 2025-03-12"]


def test_2_2_an_events_data_give_the_value_from_its_day_on() -> None:
    log = """
    facts: {antal: 9}
    events:
      - {type: start, at: 2025-03-04}
      - {type: besked, at: 2025-03-05T16:00:00, data: {antal: 2}}
      - {type: start, at: 2025-03-05T08:00:00}
      - {type: start, at: 2025-03-06}
    """
    assert told(COUNTED, log, "2025-03-06", "opened due") == [
        "2025-03-06 2025-03-08",
        "2025-03-04 2025-03-13",
        "2025-03-05 2025-03-14",
    ]


def test_2_2_data_set_the_fact_on_the_events_item_or_else_on_the_case() -> None:
    log = """
    facts: {antal: 9}
    events:
      - {type: besked, at: 2025-03-03, item: h1, data: {antal: 2}}
      - {type: besked, at: 2025-03-03, data: {antal: 5}}
      - {type: start, at: 2025-03-03, item: h1}
      - {type: start, at: 2025-03-03, item: h2}
    """
    assert told(COUNTED, log, "2025-03-03", "item due") == ["h1 2025-03-05", "h2 2025-03-08"]


def test_2_2_a_key_that_is_no_declared_fact_is_left_alone() -> None:
    log = "facts: {antal: 9}\nevents: [{type: start, at: 2025-03-03, data: {anteckning: ringde, antal: 2}}]"
    assert told(COUNTED, log, "2025-03-03", "due") == ["2025-03-05"]


def test_2_2_a_value_of_the_wrong_type_is_an_error_that_names_the_event() -> None:
    log = "- {type: besked, at: 2025-03-03, id: e7, data: {antal: tre}}"
    with pytest.raises(CaseError) as caught:
        ask(COUNTED, log, "2025-03-03")
    assert "e7" in caught.value.diagnostics[0].sentence("sv")


def test_2_2_null_takes_the_value_away() -> None:
    """Reading 2.2: on an item the case's value is seen again, on the case the fact is not given."""
    log = """
    facts: {antal: 9}
    items: {h1: {antal: 4}}
    events:
      - {type: besked, at: 2025-03-03, item: h1, data: {antal: null}}
      - {type: start, at: 2025-03-03, item: h1}
    """
    assert told(COUNTED, log, "2025-03-03", "due") == ["2025-03-12"]
    log += "  - {type: besked, at: 2025-03-03, data: {antal: null}}"
    assert gaps(COUNTED, log, "2025-03-03") == ["plan h1 2025-03-03 antal"]


def away(*events: str, item: str = ", item: h1") -> bool:
    """Whether the absence holds for h1 at the end of Wednesday 5 March."""
    log = "\n".join(f"- {{{one}}}" for one in (*events, f"type: start, at: 2025-03-05{item}"))
    return bool(told(if_("{state: {franvaro: true}}"), log, "2025-03-05"))


def test_2_3_a_state_holds_from_what_begins_it_to_what_ends_it() -> None:
    assert not away()
    assert away("type: borta, at: 2025-03-03, item: h1")
    assert away("type: borta, at: 2025-03-05, item: h1")
    assert not away("type: borta, at: 2025-03-06, item: h1")
    assert not away("type: borta, at: 2025-03-03, item: h1", "type: hemma, at: 2025-03-05, item: h1")
    assert away("type: hemma, at: 2025-03-03, item: h1", "type: borta, at: 2025-03-04, item: h1")


def test_2_3_what_holds_for_the_case_holds_for_each_item_but_not_the_other_way() -> None:
    assert away("type: borta, at: 2025-03-03")
    assert not away("type: borta, at: 2025-03-03, item: h2")
    assert not away("type: borta, at: 2025-03-03, item: h1", item="")


def test_2_3_an_end_without_an_item_ends_it_for_the_case_and_every_item() -> None:
    begun = ("type: borta, at: 2025-03-03, item: h1", "type: borta, at: 2025-03-03")
    assert not away(*begun, "type: hemma, at: 2025-03-04")
    assert away(*begun, "type: hemma, at: 2025-03-04, item: h1")  # it still holds for the case


def test_2_3_the_last_in_order_decides_the_day() -> None:
    assert not away("type: borta, at: '2025-03-05T08:00:00'", "type: hemma, at: '2025-03-05T09:00:00'")
    assert away("type: borta, at: '2025-03-05T09:00:00'", "type: hemma, at: '2025-03-05T08:00:00'")


LONG = "- {id: plan, trigger: {state: franvaro, longer_than: {days: 5}}, deadline: none, fulfilled_by: klar}"


def test_2_3_beginning_what_already_holds_changes_nothing() -> None:
    log = "[{type: borta, at: 2025-03-03, item: h1}, {type: borta, at: 2025-03-06, item: h1}]"
    assert told(LONG, f"events: {log}", "2025-03-31", "item opened") == ["h1 2025-03-08"]


def test_2_3_the_case_and_each_item_have_a_flag_of_their_own() -> None:
    """Reading 2.3: a begin on the item is a run of its own beside the case's, and each may last."""
    log = "[{type: borta, at: 2025-03-03}, {type: borta, at: 2025-03-06, item: h1}]"
    assert told(LONG, f"events: {log}", "2025-03-31", "item opened") == ["- 2025-03-08", "h1 2025-03-11"]


def test_2_3_ended_and_begun_again_on_one_day_is_two_runs() -> None:
    """Reading 2.3: the days are counted from the second beginning."""
    log = """
    - {type: borta, at: 2025-03-03, item: h1}
    - {type: hemma, at: 2025-03-06T08:00:00, item: h1}
    - {type: borta, at: 2025-03-06T09:00:00, item: h1}
    """
    assert told(LONG, log, "2025-03-31", "item opened") == ["h1 2025-03-11"]


@pytest.mark.parametrize(("regi", "iub", "found"), [("egen", True, 1), ("egen", False, 0), ("enskild", True, 0)])
def test_2_4_scope_and_only_if_must_both_hold(regi: str, iub: bool, found: int) -> None:
    log = f"facts: {{regi: {regi}, iub: {str(iub).lower()}}}\nevents: [{{type: start, at: 2025-03-03}}]"
    assert len(told(if_("{iub: true}"), log, "2025-03-03", head="scope: {regi: egen}")) == found


def test_2_4_the_condition_is_asked_on_the_day_of_the_trigger() -> None:
    assert opens("{iub: true}", "{iub: true}", "type: besked, at: 2025-03-04, data: {iub: false}")
    assert not opens("{iub: true}", "{iub: false}", "type: besked, at: 2025-03-04, data: {iub: true}")


def test_2_4_it_is_asked_again_for_each_later_one_of_a_series() -> None:
    monthly = "- {id: rapport, trigger: start, only_if: {iub: true}, repeat: {each: month}, fulfilled_by: klar}"
    log = """
    facts: {iub: true}
    events:
      - {type: start, at: 2025-01-20}
      - {type: besked, at: 2025-01-31, data: {iub: false}}
      - {type: besked, at: 2025-02-02, data: {iub: true}}
    """
    # on 1 February it is false, so that month's is left out; on 1 March it is true again
    assert told(monthly, log, "2025-03-01", "opened due") == ["2025-01-20 2025-01-31", "2025-03-01 2025-03-31"]


def test_2_4_after_from_fulfilment_false_means_that_the_series_is_over() -> None:
    yearly = if_("{iub: true}", ", repeat: {every: {days: 10}, from: fulfilment}")
    log = """
    facts: {iub: true}
    events:
      - {type: start, at: 2025-03-03}
      - {type: besked, at: 2025-03-05, data: {iub: false}}
      - {type: klar, at: 2025-03-05}
      - {type: besked, at: 2025-03-06, data: {iub: true}}
    """
    assert told(yearly, log, "2025-06-30", "opened status") == ["2025-03-03 fulfilled"]


def test_2_4_it_is_asked_of_the_obligations_item_and_not_of_the_triggers() -> None:
    log = """
    facts: {iub: false}
    items: {h1: {iub: true}}
    events: [{type: start, at: 2025-03-03, item: h1}]
    """
    assert told(if_("{iub: true}"), log, "2025-03-03", "item") == ["h1"]
    assert told(if_("{iub: true}", ", per: case"), log, "2025-03-03", "item") == []
    assert told(if_("{iub: false}", ", per: case"), log, "2025-03-03", "item") == ["-"]


@pytest.mark.parametrize(
    ("borta", "item", "found"),
    [
        ("item: h1", "h1", True),  # its own
        ("item: h2", "h1", False),
        ("", "h1", False),  # what holds for the case holds for h2
        ("item: h2", None, False),  # for an obligation of the case every item is another
        ("", None, False),
    ],
)
def test_2_4_no_other_in_counts_the_other_items_named_so_far(borta: str, item: str | None, found: bool) -> None:
    """Reading 2.4: an item that nobody has named yet is no other."""
    began = f"{{type: borta, at: 2025-03-03{', ' + borta if borta else ''}}}"
    start = f"{{type: start, at: 2025-03-05{', item: ' + item if item else ''}}}"
    log = f"items: {{h1: {{}}, h2: {{}}}}\nevents: [{began}, {start}]"
    assert bool(told(if_("{no_other_in: franvaro}"), log, "2025-03-05")) == found
    if not borta and item:
        assert told(if_("{no_other_in: franvaro}"), f"events: [{began}, {start}]", "2025-03-05", "item") == ["h1"]


def test_2_4_no_other_in_names_one_state() -> None:
    """Reading 2.4, added while building."""
    with pytest.raises(RulesError):
        engine(if_("{no_other_in: [franvaro, pagaende]}"))


@pytest.mark.parametrize(
    ("condition", "missing"),
    [
        ("{regi: egen}", "regi"),
        ("{regi: egen, iub: true}", ""),  # iub is false: that decides
        ("{regi: egen, antal: {over: 3}, iub: false}", "antal regi"),
        ("{any: [{regi: egen}, {iub: true}]}", "regi"),
        ("{any: [{regi: egen}, {iub: false}]}", None),  # iub is false: that decides
        ("{all: [{iub: false}, {any: [{orsak: x}, {iub: true}]}]}", "orsak"),
        ("{regi: {known: false}}", None),  # given or not is never unknown
        ("{regi: {known: true}}", ""),
        ("{regi: {not: [egen, enskild]}}", "regi"),
        ("{iub: {not: true}}", None),
    ],
)
def test_2_5_unknown_is_never_taken_for_no(condition: str, missing: str | None) -> None:
    log = "facts: {iub: false}\nevents: [{type: start, at: 2025-03-03}]"
    assert bool(told(if_(condition), log, "2025-03-04")) == (missing is None)
    assert gaps(if_(condition), log, "2025-03-04") == ([f"plan - 2025-03-03 {missing}"] if missing else [])


@pytest.mark.parametrize(
    ("test", "numbers"),
    [
        ("{over: 3}", [4, 5, 6]),
        ("{at_least: 4, under: 6}", [4, 5]),
        ("{over: 3, at_most: 4}", [4]),
        ("[3, 6]", [3, 6]),
        ("{not: 5}", [3, 4, 6]),
        ("5", [5]),
    ],
)
def test_2_5_a_known_number_decides(test: str, numbers: list[int]) -> None:
    assert [number for number in range(3, 7) if opens(f"{{antal: {test}}}", f"{{antal: {number}}}")] == numbers


def test_2_5_a_true_condition_and_a_deadline_without_its_fact_is_undetermined() -> None:
    log = "- {type: start, at: 2025-03-03, item: h1}"
    assert told(COUNTED, log, "2025-03-04") == []
    assert gaps(COUNTED, log, "2025-03-04") == ["plan h1 2025-03-03 antal"]


def test_2_5_facts_are_read_once_and_later_values_move_no_due_date() -> None:
    log = """
    facts: {antal: 7}
    events:
      - {type: start, at: 2025-03-03}
      - {type: besked, at: 2025-03-04, data: {antal: 20}}
    """
    assert told(COUNTED, log, "2025-03-04", "due") == ["2025-03-10"]
    unknown = "events: [{type: start, at: 2025-03-03}, {type: besked, at: 2025-03-04, data: {antal: 20}}, %s]"
    again = unknown % "{type: besked, at: 2025-03-05, data: {antal: 30}}"
    assert told(COUNTED, again, "2025-03-05", "due") == ["2025-03-23"]


def test_2_5_one_entry_for_each_rule_item_and_day() -> None:
    """Reading 2.5 Kleene's three values: the missing facts are those of the undecided parts, sorted, each once."""
    condition = "{regi: egen, any: [{regi: enskild}, {antal: 3}, {iub: true}], iub: false}"
    log = """
    facts: {iub: false}
    events:
      - {type: start, at: 2025-03-03}
      - {type: start, at: 2025-03-03}
      - {type: start, at: 2025-03-03, item: h1}
      - {type: start, at: 2025-03-04}
    """
    assert gaps(if_(condition), log, "2025-03-04") == [
        "plan - 2025-03-03 antal regi",
        "plan h1 2025-03-03 antal regi",
        "plan - 2025-03-04 antal regi",
    ]


def test_2_5_an_unknown_condition_in_a_series_from_fulfilment_is_listed_and_waits() -> None:
    """Reading 2.5: what is done on the day of the answer is done then, and the series goes on."""
    rule = if_("{iub: true}", ", repeat: {every: {days: 10}, from: fulfilment}")
    log = """
    facts: {iub: true}
    events:
      - {type: start, at: 2025-03-03}
      - {type: klar, at: 2025-03-05, data: {iub: null}}
      - {type: klar, at: 2025-03-07, data: {iub: true}}
    """
    assert gaps(rule, log, "2025-03-06") == ["plan - 2025-03-05 iub"]
    assert told(rule, log, "2025-03-07", "opened status due") == [
        "2025-03-07 due 2025-03-17",
        "2025-03-03 fulfilled 2025-03-10",
        "2025-03-07 fulfilled 2025-03-15",
    ]
    assert gaps(rule, log, "2025-06-30") == []


def test_2_5_the_fact_that_the_deadline_needs_is_named() -> None:
    """Reading 2.5: at `at_latest` too, and again for a later one of a series that finds it gone."""
    latest = "{urgency: snarast, at_latest: {date: dag, plus: {days: 3}}}"
    rule = f"- {{id: plan, trigger: start, deadline: {latest}, fulfilled_by: klar}}"
    assert gaps(rule, "- {type: start, at: 2025-03-03}", "2025-03-03") == ["plan - 2025-03-03 dag"]
    series = "- {id: plan, trigger: start, deadline: {days: antal}, repeat: {each: month}, fulfilled_by: klar}"
    log = """
    facts: {antal: 3}
    events:
      - {type: start, at: 2025-03-03}
      - {type: besked, at: 2025-04-01, data: {antal: null}}
      - {type: besked, at: 2025-04-15, data: {antal: 5}}
    """
    # March's is counted from Monday the 31st with 3 days, April's has no number until the 15th, May's is counted with 5
    assert told(series, log, "2025-04-14", "opened due") == ["2025-03-03 2025-04-03"]
    assert told(series, log, "2025-05-01", "opened due") == [
        "2025-03-03 2025-04-03",
        "2025-04-15 2025-05-05",
        "2025-05-01 2025-06-05",
    ]
    assert gaps(series, log, "2025-04-14") == ["plan - 2025-04-01 antal"]


@pytest.mark.parametrize(
    "repeat", ["{each: month}", "{every: {days: 9}, from: trigger}", "{every: {days: 9}, from: fulfilment}"]
)
def test_2_5_undetermined_at_its_trigger_a_series_starts_with_the_answer(repeat: str) -> None:
    """Reading 2.5, added: as of the trigger."""
    rule = if_("{iub: true}").replace("deadline: {days: 7}", f"repeat: {repeat}")
    log = "- {type: start, at: 2025-03-03}\n- {type: besked, at: 2025-03-04, data: {iub: true}}"
    due = {"{each: month}": "2025-03-31"}.get(repeat, "2025-03-12")
    assert told(rule, log, "2025-03-04", "status opened due") == [f"due 2025-03-04 {due}"]
    assert gaps(rule, log, "2025-12-31") == []


def test_2_5_a_fact_below_zero_is_an_error_that_names_rule_and_case() -> None:
    """Reading 2.5: like a deadline out of the calendar."""
    with pytest.raises(CaseError) as caught:
        ask(COUNTED, "facts: {antal: -1}\nevents: [{type: start, at: 2025-03-03}]", "2025-03-03")
    assert "sol.plan" in str(caught.value)
    assert "2025-0117" in str(caught.value)
