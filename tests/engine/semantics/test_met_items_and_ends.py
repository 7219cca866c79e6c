"""Parts of a case and their ends that a whole life meets: what is owed for which item, and what stops it."""

from tests.engine.semantics.asking import ask, told


def event(kind: str, at: str, item: str = "", more: str = "") -> str:
    return f"- {{type: {kind}, at: '{at}'{f', item: {item}' * bool(item)}{more}}}\n"


NAMED = "items: {hem: {}, larm: {}}\nevents:\n"


def of_case(*events: str) -> str:
    """A case that starts with two items."""
    return NAMED + "".join(f"  {one}" for one in events)


THREE_YEARS = "- {id: plan, trigger: beslut, repeat: {every: {years: 3}, from: fulfilment}, on_repeat: restart%s}"


def test_3_3_one_decision_on_two_insatser_is_followed_up_for_each_where_the_rule_says_so() -> None:
    """Else the first that is followed up fulfils what was the case's, and the other is not looked at."""
    followed = of_case(event("beslut", "2022-03-01"), event("klar", "2025-02-20", "hem"))
    of_the_case = THREE_YEARS % ", fulfilled_by: klar"
    assert told(of_the_case, followed, "2025-03-05", "item status due") == [
        "- due 2028-02-20",
        "- fulfilled 2025-03-01",
    ]
    of_each = THREE_YEARS % ", fulfilled_by: klar, per: item"
    assert told(of_each, followed, "2025-03-05", "item status due") == [
        "larm overdue 2025-03-01",
        "hem due 2028-02-20",
        "hem fulfilled 2025-03-01",
    ]


def test_3_4_a_decision_on_a_third_insats_starts_only_that() -> None:
    more = of_case(event("beslut", "2022-03-01"), event("beslut", "2024-06-03", "ledsagning"))
    of_each = THREE_YEARS % ", fulfilled_by: klar, per: item"
    # The third is an item of the case from its first event on, and is not owed before its own decision.
    assert told(of_each, more, "2025-04-01", "item opened due") == [
        "hem 2022-03-01 2025-03-01",
        "larm 2022-03-01 2025-03-01",
        "ledsagning 2024-06-03 2027-06-03",
    ]


def test_3_3_what_is_the_persons_is_one_whatever_it_was_asked_about() -> None:
    """A consent given for all, followed up at a visit for one: the next is one, of the case."""
    rule = THREE_YEARS.replace("plan", "samtycke") % ", fulfilled_by: klar, per: case"
    given = of_case(event("beslut", "2022-03-07"), event("klar", "2025-03-20", "hem"))
    assert told(rule, given, "2025-04-01", "item status due") == ["- due 2028-03-20", "- fulfilled_late 2025-03-07"]


MONTHLY = (
    "- {id: rapport, trigger: start, repeat: {each: month}, deadline: {day_of_month: 5, months_ahead: 1},"
    " fulfilled_by: klar, ends_with: slut%s}"
)
BEGUN = event("start", "2025-01-13", "hem") + event("slut", "2025-03-31", "hem")


def test_5_2_reports_that_are_owed_when_it_ends_are_owed_still() -> None:
    """January's and February's are late, March's is due on 5 April; without `spares` nothing is."""
    assert told(MONTHLY % "", BEGUN, "2025-04-30", "status ended_on") == ["ended 2025-03-31"] * 3
    spared = MONTHLY % ", spares: [overdue, running]"
    assert told(spared, BEGUN, "2025-04-01", "status due") == [
        "overdue 2025-02-05",
        "overdue 2025-03-05",
        "due 2025-04-05",
    ]
    reported = BEGUN + event("klar", "2025-04-04", "hem")
    # What comes after the ending is of the latest ended period.
    assert told(spared, reported, "2025-04-30", "status due") == [
        "overdue 2025-02-05",
        "overdue 2025-03-05",
        "fulfilled 2025-04-05",
    ]


def test_6_2_a_case_closed_as_a_whole_tells_which_insatser_it_ended() -> None:
    """One had its own ending; the other runs on in earnest, and its reports stop."""
    closed = BEGUN + event("start", "2025-01-13", "kontakt") + event("slut", "2025-04-02")
    found = ask(MONTHLY % "", closed, "2025-04-30")
    assert {one.status for one in found.obligations} == {"ended"}
    assert [(one.rule, one.item, one.type, str(one.day)) for one in found.ended_with_case] == [
        ("sol.rapport", "kontakt", "slut", "2025-04-02")
    ]


JOURNAL = (
    "- {id: journal, trigger: slut, only_if: {no_other_in: pagaende}, deadline: {days: 30}, fulfilled_by: klar,"
    " ends_with: {event: start, of: any_item}}"
)


def test_5_2_a_journal_is_not_closed_where_something_else_begins() -> None:
    ended = event("start", "2025-01-13", "dag") + event("slut", "2025-06-30", "dag")
    assert told(JOURNAL, ended, "2025-07-31", "item status due") == ["dag overdue 2025-07-30"]
    begun = ended + event("start", "2025-07-10", "kontakt")
    assert told(JOURNAL, begun, "2025-08-01", "status ended_on") == ["ended 2025-07-10"]
    of_that_item = JOURNAL.replace("{event: start, of: any_item}", "start")
    assert told(of_that_item, begun, "2025-08-01", "status") == ["overdue"]


def test_2_4_another_insats_that_runs_keeps_the_journal_open() -> None:
    other = event("start", "2025-01-13", "hem")
    ended = event("start", "2025-01-13", "dag") + event("slut", "2025-06-30", "dag")
    assert told(JOURNAL, ended + other, "2025-12-31") == []
    # The day's order is open: it began on the very day, and so it was there.
    assert told(JOURNAL, ended + event("start", "2025-06-30", "hem"), "2025-12-31") == []


def test_3_4_thirty_visits_are_one_duty_where_the_rule_keeps() -> None:
    """Performed time is to be registered by the 5th of the next month."""
    rule = (
        "- {id: tid, trigger: besked, deadline: {day_of_month: 5, months_ahead: 1}, fulfilled_by: klar, on_repeat: %s}"
    )
    visits = "".join(event("besked", f"2025-06-{day:02}", "hem") for day in range(1, 31))
    assert told(rule % "keep", visits, "2025-06-30", "opened due") == ["2025-06-01 2025-07-05"]
    assert told(rule % "add", visits, "2025-06-30", "due") == ["2025-07-05"] * 30
    registered = visits + event("klar", "2025-07-04", "hem")
    assert told(rule % "add", registered, "2025-07-04", "status") == ["fulfilled"] * 30


def test_3_4_an_assignment_that_is_never_accepted_is_late_from_when_it_was_sent() -> None:
    """Sent or received, whichever comes first; with `restart` the time begins anew when it is received."""
    rule = "- {id: borjad, trigger: [fraga, besked], deadline: {days: 3}, fulfilled_by: start, on_repeat: %s}"
    sent, received = event("fraga", "2025-01-13", "hem"), event("besked", "2025-01-15", "hem")
    assert told(rule % "keep", sent, "2025-06-15", "status due") == ["overdue 2025-01-16"]
    assert told(rule % "keep", sent + received, "2025-01-15", "due") == ["2025-01-16"]
    assert told(rule % "restart", sent + received, "2025-01-15", "due") == ["2025-01-18"]


NOT_BEGUN = "- {id: rapport, trigger: {missing: start, since: beslut, for: {months: 3}}, deadline: none, %s}"


def test_3_2_a_decision_renewed_meanwhile_is_one_delay_where_the_rule_keeps() -> None:
    """Each decision has its three months; what the first has opened is still open when the second's are over."""
    renewed = event("beslut", "2025-01-15", "bostad") + event("beslut", "2025-03-03", "bostad")
    assert told(NOT_BEGUN % "fulfilled_by: klar", renewed, "2025-07-01", "opened") == ["2025-04-16", "2025-06-04"]
    assert told(NOT_BEGUN % "fulfilled_by: klar, on_repeat: keep", renewed, "2025-07-01", "opened") == ["2025-04-16"]
    # A new decision that ends the rule takes away the wait for the old one, and not its own.
    assert told(NOT_BEGUN % "fulfilled_by: klar, ends_with: beslut", renewed, "2025-07-01", "opened") == ["2025-06-04"]


LIMITED = """
- {id: galler, trigger: {state: beviljad}, deadline: continuous}
- {id: arlig, trigger: beslut, repeat: {every: {years: 1}, from: fulfilment}, fulfilled_by: klar,
   ends_with: {date: dag}}
- {id: halvar, trigger: beslut, repeat: {each: half_year}, fulfilled_by: klar, ends_with: {date: dag}}
"""
GRANTED = "# \n  beviljad: {title: Beviljad, begins: beslut, ends: {date: dag}}\n"


def test_2_3_a_decision_of_four_weeks_that_runs_out_leaves_nothing_behind() -> None:
    log = event("beslut", "2025-01-13", "hem", ", data: {dag: 2025-02-09}")
    assert sorted(told(LIMITED, log, "2025-02-08", "rule status", head=GRANTED)) == [
        "arlig due",
        "galler standing",
        "halvar due",
    ]
    # What hangs on the state holds through the day; what the date ends, ends with it.
    assert told(LIMITED, log, "2025-02-09", "rule status", head=GRANTED) == [
        "arlig ended",
        "galler standing",
        "halvar ended",
    ]
    assert told(LIMITED, log, "2026-01-15", "rule status ended_on", head=GRANTED) == [
        "arlig ended 2025-02-09",
        "galler ended 2025-02-10",
        "halvar ended 2025-02-09",
    ]


LAPSES = """
- {id: understalld, trigger: beslut, deadline: {weeks: 1}, fulfilled_by: besked}
- {id: ansokan, trigger: beslut, deadline: {weeks: 4}, fulfilled_by: klar, ends_with: {overdue: understalld}}
"""


def test_5_2_what_lapses_with_a_missed_day_is_demanded_no_more() -> None:
    """A week from 1 April is the 8th; nothing is applied for of what has lapsed on the 9th."""
    decided = event("beslut", "2025-04-01")
    assert told(LAPSES, decided, "2025-05-02", "rule status ended_on") == [
        "understalld overdue -",
        "ansokan ended 2025-04-09",
    ]
    in_time = decided + event("besked", "2025-04-08")
    assert told(LAPSES, in_time, "2025-05-02", "rule status") == ["ansokan overdue", "understalld fulfilled"]


TWO_ABSENCES = "# \n  sjukhus: {title: På sjukhus, begins: fraga, ends: besked}\n"


def test_2_3_home_from_hospital_is_not_home_from_a_journey() -> None:
    """Away from 3 March, in hospital from the 10th to the 15th and still away: more than thirty days on 2 April.

    With one state for both, the end of the one is the end of the other.
    """
    away = event("borta", "2025-03-03", "hem")
    stay = away + event("borta", "2025-03-10", "hem") + event("hemma", "2025-03-15", "hem")
    rule = "- {id: lang, trigger: %s, deadline: {days: 3}, fulfilled_by: klar, on_repeat: keep}"
    one = "{state: franvaro, longer_than: {days: 30}}"
    assert told(rule % one, stay, "2025-05-15") == []
    both = f"[{one}, {one.replace('franvaro', 'sjukhus')}]"
    told_apart = away + event("fraga", "2025-03-10", "hem") + event("besked", "2025-03-15", "hem")
    assert told(rule % both, told_apart, "2025-05-15", "opened", head=TWO_ABSENCES) == ["2025-04-02"]


def test_3_1_a_place_that_is_free_before_the_queue_is_offered_where_either_comes_last() -> None:
    """A condition is asked once, when the rule is triggered (2.4): so the rule waits for the queue too."""
    rule = "- {id: erbjuden, trigger: %s, only_if: {state: {pagaende: true}}, deadline: {days: 1}, fulfilled_by: klar}"
    log = event("besked", "2025-02-03", "dag") + event("start", "2025-02-05", "dag")
    assert told(rule % "besked", log, "2025-02-20") == []
    assert told(rule % "[besked, {state: pagaende}]", log, "2025-02-20", "opened") == ["2025-02-05"]


def test_4_8_an_order_that_was_dated_back_is_done_and_is_a_breach() -> None:
    rule = "- {id: skriftlig, trigger: fraga, deadline: {days: 14}, fulfilled_by: klar, backdating: dag}"
    asked = event("fraga", "2025-02-06", "hem")
    written = "- {id: e2, type: klar, at: 2025-02-17, item: hem, data: {dag: %s}}"
    assert told(rule, asked + written % "2025-02-06", "2025-02-20", "status breaches") == ["fulfilled backdated:e2"]
    assert told(rule, asked + written % "2025-02-17", "2025-02-20", "status breaches") == ["fulfilled -"]


def test_6_4_an_urgent_word_without_a_day_stands_among_those_without_one() -> None:
    """By rule; and before them what has a due date, however far away."""
    rules = """
    - {id: arkiv, trigger: start, deadline: none, fulfilled_by: klar}
    - {id: bekrafta, trigger: start, deadline: {urgency: snarast}, fulfilled_by: klar}
    - {id: sedan, trigger: start, deadline: {years: 3}, fulfilled_by: klar}
    """
    assert told(rules, event("start", "2025-03-03"), "2025-03-04", "rule light") == [
        "sedan green",
        "arkiv green",
        "bekrafta yellow",
    ]
