"""RM210 to RM217: what a fact is compared with, and what it is to give, must be of its kind."""

import pytest

from tests.language.checks.texts import catalogue, faults, rule, said

GOOD = [
    "{regi: egen}",
    "{regi: [egen, enskild]}",
    "{regi: {not: enskild}}",
    "{regi: {known: true}}",
    "{iub: true}",
    "{iub: [true, false]}",
    "{iub: {not: false}}",
    "{timmar: 7}",
    "{timmar: -7}",
    "{timmar: {over: 1, at_most: 9}}",
    "{slutdatum: 2025-02-28}",
    '{slutdatum: {over: "2024-02-29", under: 2025-01-01}}',
    "{orsak: vad_som_helst}",
    '{orsak: "7"}',
    "{orsak: ja}",
]
WRONG = [
    ("{regi: privat}", "RM210", "privat"),
    ("{regi: [egen, privat]}", "RM210", "privat"),
    ("{regi: {not: privat}}", "RM210", "privat"),
    ("{regi: {not: [egen, privat]}}", "RM210", "privat"),
    ("{any: [{regi: privat}, {iub: true}]}", "RM210", "privat"),
    ("{regi: 1}", "RM210", "1"),
    ("{regi: true}", "RM210", "true"),
    ("{iub: ja}", "RM211", "ja"),
    ("{iub: 1}", "RM211", "1"),
    ('{iub: "true"}', "RM211", '"true"'),
    ('{timmar: "7"}', "RM212", '"7"'),
    ("{timmar: {under: sju}}", "RM212", "sju"),
    ("{timmar: true}", "RM212", "true"),
    ("{timmar: [1, true]}", "RM212", "true"),
    ("{slutdatum: 2025-02-29}", "RM213", "2025-02-29"),
    ("{slutdatum: {over: 20250101}}", "RM213", "20250101"),
    ("{slutdatum: snart}", "RM213", "snart"),
    ("{orsak: 7}", "RM214", "7"),
    ("{orsak: {not: false}}", "RM214", "false"),
    ("{orsak: {over: a}}", "RM215", "over"),
    ("{regi: {at_most: egen}}", "RM215", "at_most"),
    ("{iub: {under: 1}}", "RM215", "under"),
]


@pytest.mark.parametrize("condition", GOOD)
def test_good(condition: str) -> None:
    assert faults(catalogue(rule(only_if=condition), top=f"scope: {condition}\n")) == ()


@pytest.mark.parametrize(("condition", "code", "word"), WRONG)
def test_wrong(condition: str, code: str, word: str) -> None:
    text = catalogue(rule(only_if=condition))
    assert [said(fault, text) for fault in faults(text)] == [(code, word)]


def test_the_scope_is_asked_too() -> None:
    text = catalogue(top="scope: {regi: engen}\n")
    (fault,) = faults(text)
    assert (said(fault, text), dict(fault.values)["near"]) == (("RM210", "engen"), "egen")


@pytest.mark.parametrize("fact", ["regi", "iub", "slutdatum", "orsak"])
@pytest.mark.parametrize("unit", ["days", "weeks", "months", "years", "working_days"])
def test_a_number_of_units_must_be_a_whole_number(unit: str, fact: str) -> None:
    calendar = ", calendar: vardag" if unit == "working_days" else ""
    text = catalogue(rule(deadline=f"{{{unit}: {fact}{calendar}}}"))
    assert [said(fault, text) for fault in faults(text)] == [("RM216", fact)]
    assert faults(text.replace(f"{unit}: {fact}", f"{unit}: timmar")) == ()


@pytest.mark.parametrize("fact", ["regi", "iub", "timmar", "orsak"])
@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("deadline", "{date: FACT}"),
        ("deadline", "{date: FACT, minus: {days: 1}}"),
        ("deadline", "{urgency: snarast, at_latest: {date: FACT}}"),
        ("trigger", "{date: FACT, plus: {years: 65}}"),
        ("trigger", "[beslut_fattat, {date: FACT}]"),
        ("backdating", "FACT"),
    ],
)
def test_a_day_must_be_a_date(key: str, line: str, fact: str) -> None:
    text = catalogue(rule(**{key: line.replace("FACT", fact)}))
    assert [said(fault, text) for fault in faults(text)] == [("RM217", fact)]
    assert faults(catalogue(rule(**{key: line.replace("FACT", "slutdatum")}))) == ()


def test_the_kind_of_a_fact_is_that_of_the_catalogue_in_use() -> None:
    text = catalogue(rule(only_if="{alder: ung}"), name="lss", top="uses: sol\n", vocabulary="")
    words = catalogue(vocabulary="facts: {alder: {type: int}}\n")
    assert ("RM212", "ung") in [said(fault, text) for fault in faults(a=text, b=words) if fault.code == "RM212"]
