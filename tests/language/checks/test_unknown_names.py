"""RM201 to RM207: each name that nothing bears, wherever it stands, is told at the very word."""

import pytest

from tests.language.checks.texts import VOCABULARY, catalogue, faults, rule, said

# What a rule's line says, and the unknown word in it with its code.
LINES = [
    ("actor", "[handlaggare, okand]", "RM202"),
    ("trigger", "okand", "RM201"),
    ("trigger", "[ansokan_mottagen, okand]", "RM201"),
    ("trigger", "{overdue: okand}", "RM206"),
    ("trigger", "[beslut_fattat, {fulfilled: okand}]", "RM206"),
    ("trigger", "{ahead_of: okand, by: {days: 1}}", "RM206"),
    ("trigger", "{ahead_of: annan, by: {working_days: 1, calendar: okand}}", "RM205"),
    ("trigger", "{state: okand}", "RM204"),
    ("trigger", "{state: pagar, longer_than: {working_days: 1, calendar: okand}}", "RM205"),
    ("trigger", "{missing: okand, since: beslut_fattat, for: {days: 1}}", "RM201"),
    ("trigger", "{missing: beslut_fattat, since: okand, for: {days: 1}}", "RM201"),
    ("trigger", "{missing: beslut_fattat, since: arende_avslutat, for: {working_days: 1, calendar: okand}}", "RM205"),
    ("trigger", "{date: okand}", "RM203"),
    ("trigger", "{date: slutdatum, plus: {working_days: 1, calendar: okand}}", "RM205"),
    ("trigger", "{date: slutdatum, minus: {working_days: 1, calendar: okand}}", "RM205"),
    ("only_if", "{okand: true}", "RM203"),
    ("only_if", "{state: {okand: true}}", "RM204"),
    ("only_if", "{no_other_in: okand}", "RM204"),
    ("only_if", "{any: [{iub: true}, {all: [{okand: egen}]}]}", "RM203"),
    ("deadline", "{days: okand}", "RM203"),
    ("deadline", "{working_days: 1, calendar: okand}", "RM205"),
    ("deadline", "{days: 1, roll: next_working_day, calendar: okand}", "RM205"),
    ("deadline", "{date: okand}", "RM203"),
    ("deadline", "{date: slutdatum, plus: {working_days: 1, calendar: okand}}", "RM205"),
    ("deadline", "{before: okand}", "RM201"),
    ("deadline", "{urgency: snarast, at_latest: {working_days: 1, calendar: okand}}", "RM205"),
    ("deadline", "{urgency: snarast, at_latest: {date: okand}}", "RM203"),
    ("fulfilled_by", "okand", "RM201"),
    ("fulfilled_by", "[beslut_fattat, okand]", "RM201"),
    ("ends_with", "okand", "RM201"),
    ("counts_from", "okand", "RM201"),
    ("not_before", "{working_days: 1, calendar: okand}", "RM205"),
    ("backdating", "okand", "RM203"),
    ("paused_while", "okand", "RM204"),
    ("extended_by", "{event: okand, by: {days: 1}}", "RM201"),
    ("extended_by", "{event: arende_avslutat, by: {working_days: 1, calendar: okand}}", "RM205"),
    ("warn", "{working_days: 1, calendar: okand}", "RM205"),
    ("repeat", "{every: {working_days: 1, calendar: okand}, from: fulfilment}", "RM205"),
    ("escalation", "[{after: {days: 1}, to: okand, action: Påminn}]", "RM202"),
    ("escalation", "[{before: {working_days: 1, calendar: okand}, to: handlaggare, action: Påminn}]", "RM205"),
]


@pytest.mark.parametrize(("key", "line", "code"), LINES)
def test_in_a_rule(key: str, line: str, code: str) -> None:
    text = catalogue(rule(**{key: line}), rule(id="annan"))
    assert [said(fault, text) for fault in faults(text)] == [(code, "okand")]


@pytest.mark.parametrize(
    ("top", "code"),
    [
        ("uses: okand\n", "RM207"),
        ("uses: [sol, okand]\n", "RM207"),
        ("scope: {okand: true}\n", "RM203"),
        ("warn: {working_days: 1, calendar: okand}\n", "RM205"),
        ("urgency: {snarast: {working_days: 1, calendar: okand}}\n", "RM205"),
    ],
)
def test_at_the_top(top: str, code: str) -> None:
    text = catalogue(top=top)
    assert [said(fault, text) for fault in faults(text)] == [(code, "okand")]


@pytest.mark.parametrize("states", ["begins: okand, ends: arende_avslutat", "begins: [beslut_fattat], ends: [okand]"])
def test_in_a_state(states: str) -> None:
    text = catalogue(vocabulary=VOCABULARY.replace("begins: beslut_fattat, ends: arende_avslutat", states))
    assert [said(fault, text) for fault in faults(text)] == [("RM201", "okand")]


def test_the_nearest_name_is_offered() -> None:
    (fault,) = faults(catalogue(rule(trigger="ansokan_motagen")))
    assert fault.sentence("sv") == "Händelsen ”ansokan_motagen” finns inte. Menade du ”ansokan_mottagen”?"


def test_the_nearest_rule_is_offered_as_it_would_be_written_there() -> None:
    own, other = faults(catalogue(rule(), rule(id="a", trigger="[{overdue: beslutt}, {overdue: sol.beslutt}]")))
    assert [dict(fault.values)["near"] for fault in (own, other)] == ["beslut", "sol.beslut"]


def test_a_catalogue_sees_what_it_uses_also_through_another_and_in_a_circle() -> None:
    words = catalogue(name="ord", top="uses: sol\n")
    between = "catalogue: mellan\nuses: ord\n"
    assert faults(catalogue(rule(), top="uses: mellan\n", vocabulary=""), between, words) == ()


def test_what_is_loaded_but_not_used_is_not_seen() -> None:
    text = catalogue(rule(), vocabulary="")
    assert [said(fault, text) for fault in faults(text, catalogue(name="ord"))] == [
        ("RM202", "handlaggare"),
        ("RM201", "ansokan_mottagen"),
        ("RM201", "beslut_fattat"),
    ]


def test_a_rule_of_another_catalogue_needs_no_uses() -> None:
    other = catalogue(rule(id="plan", trigger="{overdue: sol.beslut}"), name="lss")
    assert faults(catalogue(rule()), other) == ()


def test_a_rule_of_another_catalogue_is_not_an_own_one() -> None:
    other = catalogue(rule(id="plan", trigger="{overdue: beslut}"), name="lss")
    assert [said(fault, other) for fault in faults(catalogue(rule()), other)] == [("RM206", "beslut")]
