"""A rule as a sentence: every form of trigger, time and condition, in a case officer's words, in both languages."""

from datetime import date

import pytest

from rutinmotor import load
from rutinmotor.engine.explanation import ConditionLine, FactRef, Wanted
from rutinmotor.engine.explanation.terms import Named
from rutinmotor.ground.diagnostics.diagnostic import Lang
from rutinmotor.ground.words import day_long
from rutinmotor.language.catalogue.names import versions_of
from rutinmotor.language.catalogue.reading import read_texts
from rutinmotor.workbench.telling.reasons import condition_told
from rutinmotor.workbench.telling.rules import demand_told, further_told
from rutinmotor.workbench.telling.titles import titles_of

WORDS = """\
catalogue: prov
calendars: {vardag: {weekdays: [mon, tue, wed, thu, fri]}}
actors: {chef: {title: Chef}, vik: {title: Vikarie}}
events: {start: {title: Start}, slut: {title: Slut}, mer: {title: Mer tid}}
facts:
  regi: {title: Regi, one_of: [egen, annan]}
  iub: {title: IUB, type: bool}
  antal: {title: Antal, type: int}
  ensam: {title: Den enskilde bor ensam, type: bool}
  fodd: {title: Född, type: date}
states: {pagar: {title: Pågår, begins: start, ends: slut}}
rules:
  - {id: annan, title: Annan, actor: chef, trigger: start, deadline: none}
"""


def told(rule: str, lang: Lang) -> tuple[str, list[str]]:
    reading = read_texts([("prov.yaml", f"{WORDS}  - {{id: a, title: Gjort, {rule}}}\n".encode())])
    assert reading.diagnostics == ()
    [version] = versions_of(reading.catalogues)["prov.a"]
    titles = titles_of(reading.catalogues)
    return demand_told(version, titles, lang), further_told(version, titles, lang)


# What stands before and after the sentence's own part is the same in all.
TIMES = [
    ("{days: 3}", "inom 3 dagar", "within 3 days"),
    ("{weeks: 1}", "inom 1 vecka", "within 1 week"),
    ("{days: 0}", "samma dag", "on the same day"),
    (
        "{working_days: 2, calendar: vardag}",
        "inom 2 arbetsdagar (kalendern vardag)",
        "within 2 working days (calendar vardag)",
    ),
    ("{months: antal}", "inom så många månader som ”Antal” anger", "within as many months as “Antal” gives"),
    ("{day_of_month: 5}", "senast den 5 samma månad", "by day 5 of the same month"),
    ("{day_of_month: 5, months_ahead: 1}", "senast den 5 nästa månad", "by day 5 of the next month"),
    ("{day_of_month: 5, months_ahead: 2}", "senast den 5 2 månader framåt", "by day 5 of the month 2 months on"),
    ("{days: antal}", "inom så många dagar som ”Antal” anger", "within as many days as “Antal” gives"),
    ("{weeks: antal}", "inom så många veckor som ”Antal” anger", "within as many weeks as “Antal” gives"),
    ("{years: antal}", "inom så många år som ”Antal” anger", "within as many years as “Antal” gives"),
    ("{end_of: week}", "senast sista dagen i veckan", "by the last day of the week"),
    ("{end_of: month}", "senast sista dagen i månaden", "by the last day of the month"),
    ("{end_of: quarter}", "senast sista dagen i kvartalet", "by the last day of the quarter"),
    ("{end_of: year}", "senast sista dagen i året", "by the last day of the year"),
    ("{end_of: half_year}", "senast sista dagen i halvåret", "by the last day of the half-year"),
    ("{date: fodd}", "senast dagen i ”Född”", "by the day in “Född”"),
    ("{date: fodd, minus: {days: 3}}", "senast 3 dagar före dagen i ”Född”", "by 3 days before the day in “Född”"),
    ("{before: slut}", "innan ”Slut”", "before “Slut”"),
    ("{urgency: snarast}", "snarast", "as soon as possible"),
    (
        "{urgency: snarast, at_latest: {days: 3}}",
        "snarast, dock inom 3 dagar,",
        "as soon as possible, but within 3 days,",
    ),
    ("continuous", "hela tiden", "all the time"),
    (
        "{days: 14, roll: next_working_day, calendar: vardag}",
        "inom 14 dagar (från en ledig dag till nästa arbetsdag, kalendern vardag)",
        "within 14 days (from a free day to the next working day, calendar vardag)",
    ),
]


@pytest.mark.parametrize(("time", "sv", "en"), TIMES, ids=[time for time, _, _ in TIMES])
def test_every_kind_of_time(time: str, sv: str, en: str) -> None:
    rule = f"actor: chef, trigger: start, deadline: {time}"
    assert told(rule, "sv") == (f"När ”Start” ska Chef {sv} se till: Gjort.", [])
    assert told(rule, "en") == (f"When “Start”, Chef must {en} see to: Gjort.", [])


TRIGGERS = [
    ("start", "När ”Start”", "When “Start”,"),
    (
        "[start, {overdue: annan}]",
        "När ”Start” eller när kravet ”Annan” blir försenat",
        "When “Start” or when the obligation “Annan” becomes overdue,",
    ),
    ("{fulfilled: annan}", "När kravet ”Annan” blir klart", "When the obligation “Annan” is done,"),
    ("{state: pagar}", "När ”Pågår” börjar gälla", "When “Pågår” begins to hold,"),
    ("{state: pagar, longer_than: {days: 30}}", "När ”Pågår” varar i 30 dagar", "When “Pågår” lasts 30 days,"),
    (
        "{missing: slut, since: start, for: {months: 1}}",
        "När ”Slut” inte händer inom 1 månad från ”Start”",
        "When “Slut” does not happen within 1 month of “Start”,",
    ),
    ("{date: fodd}", "På dagen i ”Född”", "On the day in “Född”,"),
    ("{date: fodd, plus: {years: 65}}", "65 år efter dagen i ”Född”", "65 years after the day in “Född”,"),
    (
        "{date: fodd, plus: {years: 65}, if_past: open}",
        "65 år efter dagen i ”Född”, eller genast om den har passerat",
        "65 years after the day in “Född”, or at once if that is past,",
    ),
    ("{date: fodd, if_past: pass}", "På dagen i ”Född”", "On the day in “Född”,"),
]


@pytest.mark.parametrize(("trigger", "sv", "en"), TRIGGERS, ids=[trigger for trigger, _, _ in TRIGGERS])
def test_every_kind_of_trigger(trigger: str, sv: str, en: str) -> None:
    rule = f"actor: [chef, vik], trigger: {trigger}, deadline: {{days: 3}}"
    assert told(rule, "sv")[0] == f"{sv} ska Chef eller Vikarie inom 3 dagar se till: Gjort."
    assert told(rule, "en")[0] == f"{en} Chef or Vikarie must within 3 days see to: Gjort."


def test_ahead_of_another() -> None:
    rule = "actor: chef, trigger: {ahead_of: annan, by: {months: 1}}"
    assert told(rule, "sv")[0] == "1 månad före sista dagen för kravet ”Annan” ska Chef se till: Gjort."


CONDITIONS = [
    ("{regi: egen}", "Regi är egen", "Regi is egen"),
    (
        "{regi: [egen, annan], iub: false}",
        "Regi är egen eller annan och IUB är nej",
        "Regi is egen or annan and IUB is no",
    ),
    ("{regi: {not: egen}}", "Regi inte är egen", "Regi is not egen"),
    ("{antal: {at_least: 1, under: 7}}", "Antal är mindre än 7 och minst 1", "Antal is less than 7 and at least 1"),
    ("{antal: {over: 3}}", "Antal är mer än 3", "Antal is more than 3"),
    ("{antal: {at_most: 3}}", "Antal är högst 3", "Antal is at most 3"),
    ("{fodd: {over: 2025-03-04}}", "Född är senare än tisdag 4 mars 2025", "Född is later than Tuesday 4 March 2025"),
    (
        "{fodd: {under: 2025-03-04}}",
        "Född är tidigare än tisdag 4 mars 2025",
        "Född is earlier than Tuesday 4 March 2025",
    ),
    (
        "{fodd: {at_least: 2025-03-04}}",
        "Född är tidigast tisdag 4 mars 2025",
        "Född is no earlier than Tuesday 4 March 2025",
    ),
    (
        "{fodd: {at_most: 2025-03-04}}",
        "Född är senast tisdag 4 mars 2025",
        "Född is no later than Tuesday 4 March 2025",
    ),
    ("{fodd: {known: false}}", "Född inte är angiven", "Född is not given"),
    ("{ensam: true}", "”Den enskilde bor ensam” är ja", "“Den enskilde bor ensam” is yes"),
    ("{state: {pagar: false}}", "”Pågår” inte gäller", "“Pågår” does not hold"),
    ("{no_other_in: pagar}", "ingen annan del är i ”Pågår”", "no other item is in “Pågår”"),
    ("{any: [{iub: true}, {antal: 3}]}", "(IUB är ja eller Antal är 3)", "(IUB is yes or Antal is 3)"),
]


@pytest.mark.parametrize(("condition", "sv", "en"), CONDITIONS, ids=[condition for condition, _, _ in CONDITIONS])
def test_every_kind_of_condition(condition: str, sv: str, en: str) -> None:
    rule = f"actor: chef, trigger: start, only_if: {condition}, deadline: {{days: 3}}"
    assert told(rule, "sv")[0] == f"När ”Start” ska Chef inom 3 dagar se till: Gjort, om {sv}."
    assert told(rule, "en")[0] == f"When “Start”, Chef must within 3 days see to: Gjort, if {en}."


def test_without_a_due_date() -> None:
    rule = "actor: chef, trigger: start, deadline: none"
    assert told(rule, "sv")[0] == "När ”Start” ska Chef, utan någon sista dag, se till: Gjort."
    assert told(rule, "en")[0] == "When “Start”, Chef must, without any last day, see to: Gjort."


AGAIN = [
    (
        "repeat: {every: {years: 1}, from: fulfilment}",
        "inom 1 år, och därefter inom 1 år från förra gången,",
        "within 1 year, and then again within 1 year of the last time,",
    ),
    (
        "deadline: {weeks: 6}, repeat: {every: {years: 1}, from: fulfilment}",
        "inom 6 veckor, och därefter inom 1 år från förra gången,",
        "within 6 weeks, and then again within 1 year of the last time,",
    ),
    (
        "deadline: {urgency: skyndsamt}, repeat: {every: {months: 6}, from: fulfilment}",
        "skyndsamt, och därefter inom 6 månader från förra gången,",
        "promptly, and then again within 6 months of the last time,",
    ),
    (
        "repeat: {every: {years: 1}, from: trigger}",
        "inom 1 år, och därefter med 1 år mellan gångerna,",
        "within 1 year, and then again with 1 year from one to the next,",
    ),
    ("repeat: {each: month}", "en gång varje månad", "once each month"),
    (
        "repeat: {each: quarter, first: whole}",
        "en gång varje kvartal som inte redan har börjat",
        "once each quarter that has not begun already",
    ),
    (
        "deadline: {days: 3}, repeat: {each: year, first: whole}",
        "en gång varje år som inte redan har börjat, inom 3 dagar, räknat från årets sista dag,",
        "once each year that has not begun already, within 3 days, counted from the last day of the year,",
    ),
    (
        "deadline: {urgency: skyndsamt}, repeat: {each: month}",
        "skyndsamt en gång varje månad",
        "promptly once each month",
    ),
    (
        "deadline: {days: 3}, repeat: {each: half_year}",
        "en gång varje halvår, inom 3 dagar, räknat från halvårets sista dag,",
        "once each half-year, within 3 days, counted from the last day of the half-year,",
    ),
    (
        "deadline: {urgency: snarast, at_latest: {days: 3}}, repeat: {each: month}",
        "en gång varje månad, snarast, dock inom 3 dagar, räknat från månadens sista dag,",
        "once each month, as soon as possible, but within 3 days, counted from the last day of the month,",
    ),
]


@pytest.mark.parametrize(("again", "sv", "en"), AGAIN, ids=[again for again, _, _ in AGAIN])
def test_what_comes_again(again: str, sv: str, en: str) -> None:
    rule = f"actor: chef, trigger: start, {again}"
    assert told(rule, "sv")[0] == f"När ”Start” ska Chef {sv} se till: Gjort."
    assert told(rule, "en")[0] == f"When “Start”, Chef must {en} see to: Gjort."


def test_what_else_there_is() -> None:
    rule = (
        "actor: chef, trigger: start, deadline: {days: 3}, fulfilled_by: [slut, mer], ends_with: slut, "
        "counts_from: mer, counts_within: {months: 2}, not_before: {days: 2}, paused_while: pagar, "
        "extended_by: {event: mer, by: {weeks: 1}}, "
        "escalation: [{after: {days: 1}, to: vik, action: Ring.}]"
    )
    assert told(rule, "sv")[1] == [
        "Klart med ”Slut” eller ”Mer tid”.",
        "Räknas tidigast 2 månader före sista dagen. Det som görs tidigare hör till något annat.",
        "Räknas också om det redan är gjort, tidigast samma dag som ”Mer tid”.",
        "Faller bort med ”Slut”.",
        "Tiden står stilla medan ”Pågår” gäller, och sista dagen flyttas lika långt.",
        "Kan förlängas: ”Mer tid” flyttar sista dagen 1 vecka framåt, högst 1 gång.",
        "Får göras tidigast efter 2 dagar. Det som görs förr räknas, men som gjort för tidigt.",
        "1 dag efter sista dagen: Vikarie – Ring.",
    ]
    assert told(rule, "en")[1][-1] == "1 day after the last day: Vikarie – Ring."


def test_what_ends_it_and_what_stays() -> None:
    rule = (
        "actor: chef, trigger: {missing: slut, since: start, for: {days: 3}, survives: true}, "
        "repeat: {each: month}, fulfilled_by: slut, spares: [overdue, running], "
        "ends_with: [mer, {event: start, of: any_item}, {overdue: a}, {date: fodd}]"
    )
    demand, further = told(rule, "sv")
    assert demand.startswith(
        "När ”Slut” inte händer inom 3 dagar från ”Start” (även om det faller bort under tiden) ska Chef"
    )
    assert further[1:] == [
        "Faller bort med ”Mer tid” eller ”Start” (vilken del av ärendet den än gäller) eller att kravet ”Gjort” blir "
        "försenat eller att dagen i ”Född” är slut.",
        "Ska ändå göras när det faller bort: det som är försenat och det vars period har börjat.",
    ]
    demand, further = told(rule, "en")
    assert demand.startswith("When “Slut” does not happen within 3 days of “Start” (even if it ends meanwhile), Chef")
    assert further[1:] == [
        "Ends with “Mer tid” or “Start” (whichever item of the case it is about) or the obligation “Gjort” being "
        "overdue or the end of the day in “Född”.",
        "Still to be done when it ends: what is overdue and that of a begun period.",
    ]


def test_every_shipped_rule_can_be_said() -> None:
    engine = load()
    titles = titles_of(engine.catalogues)
    for versions in versions_of(engine.catalogues).values():
        for version in versions:
            for lang in ("sv", "en"):
                sentence = demand_told(version, titles, lang)
                assert sentence[0].isupper() or sentence[0].isdigit()
                assert sentence.endswith(".")
                assert "  " not in sentence
                assert "None" not in sentence


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_one_condition_is_said_in_one_way(lang: Lang) -> None:
    """What a rule demands of a fact, and how it then stood, are told by different sentences in the same words."""
    for bound in ("over", "under", "at_least", "at_most"):
        for fact, value, shown in (("antal", 5, "5"), ("fodd", "2025-01-01", day_long(date(2025, 1, 1), lang))):
            demanded = told(
                f"actor: chef, trigger: start, only_if: {{{fact}: {{{bound}: {value}}}}}, deadline: none", lang
            )
            words = demanded[0].removesuffix(f" {shown}.").partition({"sv": " är ", "en": " is "}[lang])[2]
            wanted = Wanted(bound, (date.fromisoformat(str(value)) if fact == "fodd" else value,))
            line = ConditionLine("rule", "fact", True, Named(fact, fact), (wanted,), FactRef(fact, fact, None, None))
            ((_, stood),) = condition_told(line, None, lang)
            assert f" {words} {shown}: " in stood
