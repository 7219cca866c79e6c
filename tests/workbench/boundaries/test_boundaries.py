"""The examples of a rule: known days of 2026 and the leap year 2028, told with their weekdays."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.ground.words import Lang
from rutinmotor.ground.words.layout import Look, plain
from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue.names import versions_of
from rutinmotor.workbench.boundaries.boundary import Boundaries, Example, Kind
from rutinmotor.workbench.boundaries.examples import boundaries_of
from rutinmotor.workbench.boundaries.notes import kind_told, shown_by
from rutinmotor.workbench.boundaries.occasions import FEASTS, feast, is_free, leap_year
from rutinmotor.workbench.boundaries.records import boundary_record, boundary_scenarios
from rutinmotor.workbench.boundaries.text import boundary_lines
from rutinmotor.workbench.scaffold.text import draft_text
from rutinmotor.workbench.telling.titles import titles_of
from tests.engine.explanation.recounting import recount
from tests.engine.semantics.asking import engine
from tests.parsed import is_list
from tests.workbench.boundaries.shipped import SHIPPED, of_2026


def boundaries(deadline: str, year: int = 2026, more: str = "fulfilled_by: klar", **facts: FactValue) -> Boundaries:
    rules = engine(f"- {{id: plan, trigger: start, {deadline}, {more}}}")
    found = boundaries_of(rules, "sol.plan", year, facts)
    assert found is not None
    return found


def told(found: Boundaries) -> dict[str, str]:
    """Each example: the weekday and day it begins, the weekday and day it is due."""
    return {
        kind: f"{one.start:%a %Y-%m-%d} -> {one.due:%a %Y-%m-%d}" if one.due else f"{one.start:%a %Y-%m-%d} -> none"
        for one in found.examples
        for kind in one.kinds
    }


def stepped(one: Example) -> list[str]:
    """The days of the example that its count stepped over, by name or weekday."""
    return [day.name or day.weekday for step in one.explained.steps for day in getattr(step, "free", ())]


def shown(found: Boundaries, kind: str) -> Example:
    return next(one for one in found.examples if kind in one.kinds)


def lines(found: Boundaries, width: int = 100) -> list[str]:
    titles = titles_of(engine("- {id: plan, trigger: start, deadline: none}").catalogues)
    return [plain(line).replace("\xa0", " ") for line in boundary_lines(found, titles, Look("sv", width))]


def test_three_working_days_over_every_feast_of_2026() -> None:
    """Good Friday is 3 April, Midsummer Eve 19 June; Christmas Eve a Thursday; 29 February 2028 a Tuesday."""
    found = boundaries("deadline: {working_days: 3, calendar: vardag}")
    assert told(found) == {
        "ordinary": "Mon 2026-02-02 -> Thu 2026-02-05",
        "weekend": "Fri 2026-02-06 -> Wed 2026-02-11",
        "easter": "Thu 2026-04-02 -> Thu 2026-04-09",
        "midsummer": "Thu 2026-06-18 -> Wed 2026-06-24",
        "christmas": "Wed 2026-12-23 -> Wed 2026-12-30",
        "new_year": "Wed 2026-12-30 -> Thu 2027-01-07",
        "month_end": "Sat 2026-01-31 -> Wed 2026-02-04",
        "leap_day": "Mon 2028-02-28 -> Thu 2028-03-02",
    }
    assert stepped(shown(found, "easter")) == ["långfredagen", "sat", "påskdagen", "annandag påsk"]
    assert stepped(shown(found, "midsummer")) == ["midsommarafton", "midsommardagen", "sun"]
    assert stepped(shown(found, "christmas")) == ["julafton", "juldagen", "annandag jul", "sun"]
    assert stepped(shown(found, "new_year")) == ["nyårsafton", "nyårsdagen", "sat", "sun", "trettondedag jul"]
    assert found.unshown == ()


def test_calendar_days_end_on_the_feasts_themselves() -> None:
    found = boundaries("deadline: {days: 3}")
    assert told(found) == {
        "ordinary": "Mon 2026-02-02 -> Thu 2026-02-05",
        "weekend": "Wed 2026-02-04 -> Sat 2026-02-07",
        "easter": "Tue 2026-03-31 -> Fri 2026-04-03",
        "midsummer": "Tue 2026-06-16 -> Fri 2026-06-19",
        "christmas": "Tue 2026-12-22 -> Fri 2026-12-25",
        "new_year": "Mon 2026-12-28 -> Thu 2026-12-31",
        "month_end": "Sat 2026-01-31 -> Tue 2026-02-03",
        "leap_day": "Mon 2028-02-28 -> Thu 2028-03-02",
    }
    assert [one.special for one in found.examples][2:6] == [
        "långfredagen",
        "midsommarafton",
        "juldagen",
        "nyårsafton",
    ]


def test_months_end_on_the_last_day_of_a_shorter_month() -> None:
    found = boundaries("deadline: {months: 1}")
    assert told(found)["month_end"] == "Sat 2026-01-31 -> Sat 2026-02-28"
    assert told(found)["leap_month"] == "Mon 2028-01-31 -> Tue 2028-02-29"
    assert told(found)["leap_day"] == "Tue 2028-02-29 -> Wed 2028-03-29"
    assert told(found)["easter"] == "Tue 2026-03-03 -> Fri 2026-04-03"
    # A month from 30 November ends on 30 December: New Year's Eve is not reached, New Year's Day is.
    assert told(found)["new_year"] == "Tue 2026-12-01 -> Fri 2027-01-01"


def test_a_year_from_a_leap_day_ends_on_the_28th() -> None:
    assert told(boundaries("deadline: {years: 1}"))["leap_day"] == "Tue 2028-02-29 -> Wed 2029-02-28"
    assert told(boundaries("deadline: {years: 4}"))["leap_day"] == "Tue 2028-02-29 -> Sun 2032-02-29"


def test_a_day_that_is_moved_to_the_next_working_day() -> None:
    found = boundaries("deadline: {days: 14, roll: next_working_day, calendar: vardag}")
    assert told(found)["weekend"] == "Sat 2026-02-07 -> Mon 2026-02-23"
    assert told(found)["easter"] == "Fri 2026-03-20 -> Tue 2026-04-07"
    assert stepped(shown(found, "easter")) == ["långfredagen", "sat", "påskdagen", "annandag påsk"]


def test_the_ends_of_months_and_periods() -> None:
    fifth = told(boundaries("deadline: {day_of_month: 5, months_ahead: 1}"))
    assert fifth["period_end"] == "Sat 2026-02-28 -> Thu 2026-03-05"
    assert fifth["period_start"] == "Sun 2026-03-01 -> Sun 2026-04-05"
    quarter = told(boundaries("deadline: {end_of: quarter}"))
    assert quarter["period_end"] == "Tue 2026-03-31 -> Tue 2026-03-31"
    assert quarter["period_start"] == "Wed 2026-04-01 -> Tue 2026-06-30"


def test_the_days_around_the_last_one() -> None:
    one = boundaries("deadline: {days: 3}, warn: {days: 1}").examples[0]
    assert [(day.which, f"{day.day}", day.obligation.status, day.obligation.light) for day in one.days] == [
        ("before", "2026-02-04", "due", "yellow"),
        ("due", "2026-02-05", "due", "yellow"),
        ("after", "2026-02-06", "overdue", "red"),
    ]
    same_day = boundaries("deadline: {days: 0}").examples[0]
    assert [day.which for day in same_day.days] == ["due", "after"]


def test_a_fact_that_counts_the_time() -> None:
    assert told(boundaries("deadline: {days: antal}"))["ordinary"] == "Mon 2026-02-02 -> Mon 2026-02-09"
    assert told(boundaries("deadline: {days: antal}", antal=30))["ordinary"] == "Mon 2026-02-02 -> Wed 2026-03-04"


@pytest.mark.parametrize(
    ("deadline", "timing", "status"),
    [
        ("deadline: none", "open", "due"),
        ("deadline: {urgency: snarast}", "open", "due"),
        ("deadline: continuous", "standing", "standing"),
    ],
)
def test_what_has_no_last_day_is_shown_once(deadline: str, timing: str, status: str) -> None:
    found = boundaries(deadline)
    assert (found.timing, len(found.examples), found.examples[0].due) == (timing, 1, None)
    assert found.examples[0].explained.obligation.status == status


def test_before_an_event_is_shown_with_that_event() -> None:
    found = boundaries("deadline: {before: slut}")
    (one,) = found.examples
    assert (found.timing, f"{one.start}", f"{one.due}") == ("before", "2026-03-02", "2026-03-09")
    assert [day.obligation.status for day in one.days] == ["due", "due", "overdue"]


def test_the_first_of_a_series() -> None:
    yearly = boundaries("deadline: {months: 1}, repeat: {every: {years: 1}, from: fulfilment}")
    assert yearly.waits
    assert [(turn.number, f"{turn.opened}", f"{turn.due}") for turn in yearly.turns] == [
        (1, "2026-02-02", "2026-03-02"),
        (2, "2026-03-02", "2027-03-02"),
        (3, "2027-03-02", "2028-03-02"),
        (4, "2028-03-02", "2029-03-02"),
    ]
    quarters = boundaries("repeat: {each: quarter}")
    assert not quarters.waits
    assert [(f"{turn.opened}", f"{turn.due}") for turn in quarters.turns] == [
        ("2026-02-02", "2026-03-31"),
        ("2026-04-01", "2026-06-30"),
        ("2026-07-01", "2026-09-30"),
        ("2026-10-01", "2026-12-31"),
    ]
    half_years = boundaries("repeat: {each: half_year, first: whole}")
    assert [(f"{turn.opened}", f"{turn.due}") for turn in half_years.turns[:2]] == [
        ("2026-07-01", "2026-12-31"),
        ("2027-01-01", "2027-06-30"),
    ]
    monthly = boundaries("repeat: {every: {months: 1}, from: trigger}")
    assert [f"{turn.due}" for turn in monthly.turns] == ["2026-03-02", "2026-04-02", "2026-05-02", "2026-06-02"]


def test_a_series_whose_first_has_no_last_day() -> None:
    found = boundaries("deadline: {urgency: skyndsamt}, repeat: {every: {months: 6}, from: fulfilment}")
    assert [(turn.number, f"{turn.opened}", turn.due and f"{turn.due}") for turn in found.turns] == [
        (1, "2026-03-02", None),
        (2, "2026-03-03", "2026-09-03"),
        (3, "2026-09-03", "2027-03-03"),
        (4, "2027-03-03", "2027-09-03"),
    ]
    told = "\n".join(lines(found))
    assert "Därefter finns en sista dag varje gång." in told
    assert "gång 1            mån 2 mars 2026   klart tis 3 mars 2026" in told


def test_a_rule_that_comes_into_force_late_in_the_year_is_shown_from_then_on() -> None:
    found = boundaries("deadline: {weeks: 2}, in_force: {from: 2026-09-15}")
    assert told(found)["ordinary"] == "Tue 2026-09-15 -> Tue 2026-09-29"
    assert told(found)["month_end"] == "Wed 2026-09-30 -> Wed 2026-10-14"
    assert told(found)["christmas"] == "Fri 2026-12-11 -> Fri 2026-12-25"
    assert found.unshown == ("easter", "midsummer")
    assert "  Regeln gäller från och med tisdag 15 september 2026." in lines(found)
    assert lines(found)[-1] == "  Utan exempel 2026: påsk och midsommar."


def test_no_example_is_of_another_version_than_the_one_told() -> None:
    rules = engine(
        "- {id: plan, trigger: start, deadline: {weeks: 6}, fulfilled_by: klar, in_force: {to: 2026-06-30}}\n"
        "- {id: plan, trigger: start, deadline: {weeks: 4}, fulfilled_by: klar, in_force: {from: 2026-07-01}}"
    )
    found = boundaries_of(rules, "sol.plan", 2026)
    assert found is not None
    assert found.unshown == ("christmas", "new_year", "leap_day")
    assert {(one.due - one.start).days for one in found.examples if one.due} == {42}


def test_what_may_move_the_last_day_is_said() -> None:
    found = boundaries(
        "deadline: {months: 4}, not_before: {days: 14}, paused_while: franvaro, "
        "extended_by: {event: besked, by: {days: 42}, at_most: 2}"
    )
    assert lines(found)[3:9] == [
        "  Tiden står stilla medan ”Frånvaro” gäller, och sista dagen flyttas lika långt.",
        "  Kan förlängas: ”Ett besked har kommit” flyttar sista dagen 42 dagar framåt, högst 2 gånger.",
        "  Får göras tidigast efter 14 dagar. Det som görs förr räknas, men som gjort för tidigt.",
        "  I exemplen har tiden inte stått stilla eller förlängts.",
        "",
        "                    Uppstår           Sista dag         Att lägga märke till",
    ]


def test_what_never_falls_away_is_not_said_to() -> None:
    standing = " ".join(lines(boundaries("deadline: continuous")))
    assert "det gäller från den dag det uppstår och tills vidare." in standing
    ended = " ".join(lines(boundaries("deadline: continuous", more="ends_with: slut")))
    assert "det gäller från den dag det uppstår tills det faller bort." in ended
    state = engine("- {id: plan, trigger: {state: franvaro}, deadline: continuous}")
    found = boundaries_of(state, "sol.plan", 2026)
    assert found is not None
    assert "från den dag det uppstår tills ”Frånvaro” inte längre gäller." in " ".join(lines(found))


def test_the_leap_day_where_the_time_is_none_or_ends_on_it() -> None:
    assert told(boundaries("deadline: {days: 0}"))["leap_day"] == "Tue 2028-02-29 -> Tue 2028-02-29"
    next_day = boundaries("deadline: {working_days: 1, calendar: vardag}")
    assert told(next_day)["leap_day"] == "Mon 2028-02-28 -> Tue 2028-02-29"
    assert "  Skottår           mån 28 feb 2028   tis 29 feb 2028   Sista dagen är skottdagen" in lines(next_day)


@pytest.mark.parametrize(
    ("period", "sv", "en"),
    [
        ("week", "Veckans", "Week’s"),
        ("month", "Månadens", "Month’s"),
        ("quarter", "Kvartalets", "Quarter’s"),
        ("half_year", "Halvårets", "Half-year’s"),
        ("year", "Årets", "Year’s"),
    ],
)
def test_each_period_has_its_name_in_both_languages(period: str, sv: str, en: str) -> None:
    found = boundaries(f"deadline: {{end_of: {period}}}")
    last, first = shown(found, "period_end"), shown(found, "period_start")
    assert f"{sv} slut" in shown_by(last, "sv")
    assert f"{sv} början" in shown_by(first, "sv")
    assert f"{en} end" in shown_by(last, "en")
    assert f"{en} start" in shown_by(first, "en")


@pytest.mark.parametrize(
    ("kind", "sv", "en"),
    [
        ("ordinary", "En vanlig dag", "Ordinary day"),
        ("weekend", "Helg", "Weekend"),
        ("easter", "Påsk", "Easter"),
        ("midsummer", "Midsommar", "Midsummer"),
        ("christmas", "Jul", "Christmas"),
        ("new_year", "Nyår", "New Year"),
        ("month_end", "Månadsskifte", "Month’s end"),
        ("period_end", "Periodens slut", "Period’s end"),
        ("period_start", "Periodens början", "Period’s start"),
        ("leap_month", "Till skottdagen", "To the leap day"),
        ("leap_day", "Skottår", "Leap year"),
    ],
)
def test_each_kind_of_example_has_its_name_in_both_languages(kind: Kind, sv: str, en: str) -> None:
    assert (kind_told(kind, "sv"), kind_told(kind, "en")) == (sv, en)


def test_a_narrow_column_breaks_between_words_and_keeps_each_date_whole() -> None:
    for deadline in ("working_days: 3, calendar: vardag", "working_days: 10, calendar: vardag"):
        text = lines(boundaries(f"deadline: {{{deadline}}}"), 80)
        notes = [line[56:].strip() for line in text if line.startswith(" " * 56)]
        assert not any(line[:1].isdigit() or line in ("ni,", "7, lör") for line in notes)
        assert "fre 19 juni," in notes
        assert not any("december" in line for line in text)


def test_a_moved_day_is_told_from_the_day_it_left() -> None:
    back = boundaries("deadline: {day_of_month: 31, months_ahead: 1, roll: previous_working_day, calendar: vardag}")
    assert "Flyttas från sön 31 maj till arbetsdagen före, förbi lör 30 maj" in " ".join(lines(back, 120))
    on = " ".join(lines(boundaries("deadline: {days: 14, roll: next_working_day, calendar: vardag}"), 120))
    assert "Flyttas från lör 21 feb till nästa arbetsdag, förbi sön 22 feb" in on


def test_a_rule_that_nothing_opens_has_no_examples() -> None:
    rules = engine("- {id: plan, trigger: start, only_if: {antal: {over: 5, under: 6}}, deadline: none}")
    assert boundaries_of(rules, "sol.plan", 2026) is None
    with pytest.raises(ValueError, match=r"sol\.annan"):
        boundaries_of(rules, "sol.annan", 2026)


@pytest.mark.parametrize("year", [1, 1900, 9998, 9999])
def test_years_that_no_calendar_covers(year: int) -> None:
    rules = engine("- {id: plan, trigger: start, deadline: {days: 3}, fulfilled_by: klar}")
    found = boundaries_of(rules, "sol.plan", year)
    assert found is None or all(one.start.year in (year, leap_year(year), year - 1) for one in found.examples)


def test_the_feasts_of_a_year() -> None:
    assert [feast(kind, 2026) for kind in FEASTS] == [
        (date(2026, 4, 3), (date(2026, 4, 3), date(2026, 4, 6))),
        (date(2026, 6, 19), (date(2026, 6, 19), date(2026, 6, 20))),
        (date(2026, 12, 24), (date(2026, 12, 25), date(2026, 12, 24), date(2026, 12, 26))),
        (date(2026, 12, 31), (date(2026, 12, 31), date(2026, 1, 1))),
    ]
    assert feast("ordinary", 2026) is None
    assert feast("easter", 9000) is None
    assert (leap_year(2026), leap_year(2028), leap_year(2097), leap_year(9997)) == (2028, 2028, 2104, None)
    assert is_free(date(2026, 4, 3))
    assert not is_free(date(2026, 4, 7))


@pytest.mark.parametrize("rule", sorted(versions_of(SHIPPED.catalogues)))
def test_every_shipped_rule_has_examples_that_can_be_counted_again(rule: str) -> None:
    """Each due date is the one that the steps of its own explanation lead to, and fits every width."""
    found = of_2026(rule)
    assert found is not None
    for one in found.examples:
        if found.timing == "counted":
            assert recount(one.explained) == one.due
        for day in one.days:
            wanted = "overdue" if day.which == "after" else "due"
            assert day.obligation.status == wanted
    record = boundary_record(found)
    assert is_list(record["examples"])
    assert len(record["examples"]) == len(found.examples)
    titles = titles_of(SHIPPED.catalogues)
    for lang in ("sv", "en"):
        for width in (80, 100):
            assert max(len(plain(line)) for line in boundary_lines(found, titles, Look(lang, width))) <= width


@settings(max_examples=25)
@given(
    st.sampled_from(["days", "weeks", "months", "years", "working_days"]),
    st.integers(0, 40),
    st.integers(2000, 2040),
)
def test_any_length_in_any_year(unit: str, number: int, year: int) -> None:
    """What each kind of example promises holds of it."""
    calendar = ", calendar: vardag" if unit == "working_days" else ""
    found = boundaries(f"deadline: {{{unit}: {number}{calendar}}}", year)
    names = {
        "easter": ("långfredagen", "annandag påsk"),
        "midsummer": ("midsommarafton", "midsommardagen"),
        "christmas": ("julafton", "juldagen", "annandag jul"),
        "new_year": ("nyårsafton", "nyårsdagen"),
    }
    for one in found.examples:
        assert recount(one.explained) == one.due
        for kind in one.kinds:
            if kind in names and unit == "working_days" and number:
                assert names[kind][0] in stepped(one)
            elif kind in names and unit != "working_days":
                assert one.special in names[kind]
            elif kind == "leap_day" and unit in ("months", "years"):
                assert (one.start.month, one.start.day) == (2, 29)
            elif kind == "weekend" and unit == "working_days":
                assert {"sat", "sun"} & set(stepped(one))


def test_scenarios_are_called_by_what_they_show() -> None:
    found = of_2026("sol.larm_installerat")
    assert found is not None
    written = list(boundary_scenarios(found, titles_of(SHIPPED.catalogues), "sv"))
    assert [one.file for one in written][:4] == [
        "larm_installerat_vanlig_dag_sista_dagen.yaml",
        "larm_installerat_vanlig_dag.yaml",
        "larm_installerat_helg.yaml",
        "larm_installerat_pask.yaml",
    ]
    assert len({one.file for one in written}) == len(written)
    easter = draft_text(written[3].draft, written[3].title, [], "sv")
    assert easter == (
        'scenario: "Larmet är installerat – påsk: dagen efter sista dagen är fredag 10 april 2026"\n'
        "rules: [sol]\n"
        "case:\n"
        '  case: "exempel"\n'
        "  items:\n"
        "    insats-1: {insats: trygghetslarm, lagrum: sol}\n"
        "  events:\n"
        "    - {id: e1, type: larm_bestallt, at: 2026-04-02, item: insats-1}  # torsdag\n"
        "at: 2026-04-10  # fredag\n"
        "expect:\n"
        "  - {rule: sol.larm_installerat, item: insats-1, status: overdue, due: 2026-04-09}"
        "  # sista dagen är en torsdag\n"
    )


def test_the_days_around_the_last_one_are_named_in_both_languages() -> None:
    found = boundaries("deadline: {days: 3}, warn: {days: 1}")
    titles = titles_of(engine("- {id: plan, trigger: start, deadline: none}").catalogues)
    around: dict[Lang, list[str]] = {
        "sv": [
            "dagen före        ons 4 feb 2026    att göra (gult)",
            "sista dagen       tor 5 feb 2026    att göra (gult)",
            "dagen efter       fre 6 feb 2026    försenat (rött)",
        ],
        "en": [
            "the day before    Wed 4 Feb 2026    to be done (yellow)",
            "the last day      Thu 5 Feb 2026    to be done (yellow)",
            "the day after     Fri 6 Feb 2026    overdue (red)",
        ],
    }
    for lang, rows in around.items():
        read = [plain(line).strip() for line in boundary_lines(found, titles, Look(lang, 100))]
        first = read.index(rows[0])
        assert read[first : first + 3] == rows
