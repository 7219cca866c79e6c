"""Line 2.9 of the semantics: facts of a happening. 3 March 2025 is a Monday."""

from tests.engine.semantics.asking import gaps, told

RULE = "- {id: plan, trigger: start, only_if: {andring: storre}, deadline: {days: 7}, fulfilled_by: klar}"


def start(day: str, more: str = "") -> str:
    """A change of need on a day of March."""
    return f"- {{id: s{day.replace(':', '')}, type: start, at: 2025-03-{day}{more}}}\n"


def tells(day: str, value: str, more: str = "") -> str:
    """An event of a type that no trigger waits for, telling what the change was."""
    return f"- {{type: besked, at: 2025-03-{day}{more}, data: {{andring: {value}}}}}\n"


def test_2_9_the_second_change_is_not_judged_by_what_was_said_of_the_first() -> None:
    log = start("03", ", data: {andring: storre}") + start("10")
    assert told(RULE, log, "2025-03-31", "opened") == ["2025-03-03"]
    assert gaps(RULE, log, "2025-03-31") == ["plan - 2025-03-10 andring"]
    assert told(RULE, log + tells("12", "mindre"), "2025-03-31", "opened") == ["2025-03-03"]
    assert gaps(RULE, log + tells("12", "mindre"), "2025-03-31") == []


def test_2_9_what_is_told_later_answers() -> None:
    log = start("03") + tells("05", "storre")
    assert told(RULE, log, "2025-03-05", "opened due") == ["2025-03-05 2025-03-10"]


def test_2_9_it_is_told_of_the_latest_that_lacks_it() -> None:
    log = start("03") + start("05") + tells("06", "storre")
    assert gaps(RULE, log, "2025-03-06") == ["plan - 2025-03-03 andring"]
    assert told(RULE, log + tells("07", "storre"), "2025-03-07", "due") == ["2025-03-10", "2025-03-12"]


def test_2_9_of_that_very_item_only() -> None:
    log = start("03", ", item: h1") + start("04", ", item: h2") + tells("05", "storre", ", item: h1")
    assert gaps(RULE, log, "2025-03-05") == ["plan h2 2025-03-04 andring"]
    assert gaps(RULE, log + tells("06", "storre"), "2025-03-06") == ["plan h2 2025-03-04 andring"]


def test_2_9_about_names_the_event() -> None:
    log = start("03") + start("05") + tells("06", "storre", ", about: s03")
    assert told(RULE, log, "2025-03-06", "due") == ["2025-03-10"]
    assert gaps(RULE, log, "2025-03-06") == ["plan - 2025-03-05 andring"]


def test_2_9_about_may_name_what_is_yet_to_come() -> None:
    """Reading 2.9."""
    assert told(RULE, tells("01", "storre", ", about: s03") + start("03"), "2025-03-03", "due") == ["2025-03-10"]


def test_2_9_what_comes_after_is_not_told_of() -> None:
    log = tells("03T08:00", "storre") + start("03T09:00")
    assert gaps(RULE, log, "2025-03-03") == ["plan - 2025-03-03 andring"]
    assert told(RULE, tells("03", "storre") + start("03T09:00"), "2025-03-03", "due answered") == ["2025-03-10 -"]


def test_2_9_an_event_that_bears_it_tells_of_itself() -> None:
    log = start("03") + start("05", ", data: {andring: storre}")
    assert told(RULE, log, "2025-03-05", "due") == ["2025-03-12"]
    assert gaps(RULE, log, "2025-03-05") == ["plan - 2025-03-03 andring"]
    of_the_first = start("03") + start("05", ", about: s03, data: {andring: storre}")
    assert told(RULE, of_the_first, "2025-03-05", "due") == ["2025-03-10"]
    assert gaps(RULE, of_the_first, "2025-03-05") == ["plan - 2025-03-05 andring"]


def test_2_9_a_deadline_reads_it_too() -> None:
    rule = "- {id: plan, trigger: start, deadline: {days: sort}, fulfilled_by: klar}"
    log = start("03", ", data: {sort: 3}") + start("05", ", data: {sort: 5}") + start("07")
    assert told(rule, log, "2025-03-07", "due") == ["2025-03-06", "2025-03-10"]
    assert gaps(rule, log, "2025-03-07") == ["plan - 2025-03-07 sort"]


def test_2_9_behind_a_state_a_fulfilment_what_is_missing_and_what_is_overdue() -> None:
    asks = "only_if: {andring: storre}, deadline: {days: 7}"
    by_state = f"- {{id: plan, trigger: {{state: pagaende}}, {asks}}}"
    missing = f"- {{id: plan, trigger: {{missing: besked, since: start, for: {{days: 2}}}}, {asks}}}"
    for rule, day in ((by_state, "03"), (missing, "06")):
        assert told(rule, start("03", ", data: {andring: storre}"), "2025-03-06", "rule") == ["plan"]
        assert gaps(rule, start("03"), "2025-03-06") == [f"plan - 2025-03-{day} andring"]
    other = "- {id: forst, trigger: start, deadline: {days: 2}, fulfilled_by: klar}\n"
    overdue = f"{other}- {{id: plan, trigger: {{overdue: forst}}, {asks}}}"
    assert told(overdue, start("03", ", data: {andring: storre}"), "2025-03-06", "rule opened") == [
        "forst 2025-03-03",
        "plan 2025-03-06",
    ]
    done = f"{other}- {{id: plan, trigger: {{fulfilled: forst}}, {asks}}}"
    log = start("03", ", data: {andring: mindre}") + "- {type: klar, at: 2025-03-04, data: {andring: storre}}\n"
    assert told(done, log, "2025-03-04", "rule") == ["plan", "forst"]


def test_2_9_it_belongs_to_no_item_and_no_case() -> None:
    rule = "- {id: plan, trigger: fraga, only_if: {andring: storre}, deadline: {days: 7}, fulfilled_by: klar}"
    log = start("03", ", data: {andring: storre}") + "- {type: fraga, at: 2025-03-04}\n"
    assert gaps(rule, log, "2025-03-04") == ["plan - 2025-03-04 andring"]


def test_2_9_what_was_said_of_an_event_is_said_of_what_stands_in_its_place() -> None:
    log = start("03") + tells("06", "storre", ", about: s03")
    replaced = log + "- {replaces: s03, type: start, at: 2025-03-04}\n"
    assert told(RULE, replaced, "2025-03-31", "due") == ["2025-03-11"]
    retracted = log + "- {retracts: s03, recorded: 2025-03-07}\n"
    assert told(RULE, retracted + start("05"), "2025-03-31", "due") == []
    assert gaps(RULE, retracted + start("05"), "2025-03-31") == ["plan - 2025-03-05 andring"]
