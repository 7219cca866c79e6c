"""Lines of a trigger as they are written, or in words, in; what is said, asked and refused of them out."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from rutinmotor.language.constructs import TRIGGERS, LineWords, Trigger
from rutinmotor.language.constructs.triggers import Rank, together

NAMED = LineWords("”Plan”", "", "", back=False, urgency="")
LONG = LineWords("”Plan”", "14 dagar", "”Start”", back=False, urgency="")
BACK = LONG._replace(back=True)
SOON = NAMED._replace(urgency="snarast")

# A kind, the parts of its line in words; as it is awaited and as it came, in Swedish and in English.
SAID: list[tuple[str, LineWords, tuple[str, str], tuple[str, str]]] = [
    ("event", NAMED, ("”Plan”", "”Plan”"), ("”Plan”", "”Plan”")),
    (
        "overdue",
        NAMED,
        ("kravet ”Plan” blir försenat", "kravet ”Plan” blev försenat"),
        ("the obligation ”Plan” becomes overdue", "the obligation ”Plan” became overdue"),
    ),
    (
        "fulfilled",
        NAMED,
        ("kravet ”Plan” blir klart", "kravet ”Plan” blev klart"),
        ("the obligation ”Plan” is done", "the obligation ”Plan” was done"),
    ),
    (
        "state",
        NAMED,
        ("”Plan” börjar gälla", "”Plan” började gälla"),
        ("”Plan” begins to hold", "”Plan” began to hold"),
    ),
    (
        "state",
        LONG,
        ("”Plan” varar i 14 dagar", "”Plan” har varat i 14 dagar"),
        ("”Plan” lasts 14 dagar", "”Plan” has lasted 14 dagar"),
    ),
    (
        "missing",
        LONG,
        ("”Plan” händer inte inom 14 dagar från ”Start”", "”Plan” har inte hänt inom 14 dagar från ”Start”"),
        ("”Plan” does not happen within 14 dagar of ”Start”", "”Plan” has not happened within 14 dagar of ”Start”"),
    ),
    ("date", NAMED, ("dagen i ”Plan”", "dagen i ”Plan”"), ("the day in ”Plan”", "the day in ”Plan”")),
    (
        "date",
        LONG,
        ("14 dagar efter dagen i ”Plan”", "14 dagar efter dagen i ”Plan”"),
        ("14 dagar after the day in ”Plan”", "14 dagar after the day in ”Plan”"),
    ),
    (
        "date",
        BACK,
        ("14 dagar före dagen i ”Plan”", "14 dagar före dagen i ”Plan”"),
        ("14 dagar before the day in ”Plan”", "14 dagar before the day in ”Plan”"),
    ),
    (
        "ahead_of",
        LONG,
        ("14 dagar före sista dagen för kravet ”Plan”", "14 dagar före sista dagen för kravet ”Plan”"),
        (
            "14 dagar before the last day of the obligation ”Plan”",
            "14 dagar before the last day of the obligation ”Plan”",
        ),
    ),
    (
        "ahead_of",
        SOON,
        ("snarast före sista dagen för kravet ”Plan”", "snarast före sista dagen för kravet ”Plan”"),
        (
            "snarast before the last day of the obligation ”Plan”",
            "snarast before the last day of the obligation ”Plan”",
        ),
    ),
]


@pytest.mark.parametrize(("kind", "told", "sv", "en"), SAID)
def test_what_a_line_waits_for_and_what_came(
    kind: str, told: LineWords, sv: tuple[str, str], en: tuple[str, str]
) -> None:
    say = TRIGGERS[kind].line
    assert (say(told, "sv", came=False), say(told, "sv", came=True)) == sv
    assert (say(told, "en", came=False), say(told, "en", came=True)) == en


@pytest.mark.parametrize(
    ("kind", "sv", "en"),
    [
        ("event", "Plan", "Plan"),
        ("overdue", "Försenat: Plan", "Overdue: Plan"),
        ("fulfilled", "Klart: Plan", "Done: Plan"),
        ("state", "Plan", "Plan"),
        ("missing", "Har inte hänt: Plan", "Has not happened: Plan"),
        ("date", "Plan", "Plan"),
        ("ahead_of", "Inför: Plan", "Ahead of: Plan"),
    ],
)
def test_the_heading_of_what_opened_an_obligation(kind: str, sv: str, en: str) -> None:
    assert TRIGGERS[kind].heading("Plan", "sv") == sv
    assert TRIGGERS[kind].heading("Plan", "en") == en


@pytest.mark.parametrize(
    ("line", "length", "since", "back", "urgency"),
    [
        ({"overdue": "plan"}, None, None, False, None),
        ({"fulfilled": "plan"}, None, None, False, None),
        ({"state": "paus"}, None, None, False, None),
        ({"state": "paus", "longer_than": {"days": 3}}, ("days", 3), None, False, None),
        ({"missing": "plan", "since": "start", "for": {"weeks": 2}}, ("weeks", 2), "start", False, None),
        ({"date": "slut"}, None, None, False, None),
        ({"date": "slut", "plus": {"months": 1}}, ("months", 1), None, False, None),
        ({"date": "slut", "minus": {"days": 5}}, ("days", 5), None, True, None),
        ({"ahead_of": "plan", "by": {"days": 2}}, ("days", 2), None, False, None),
        ({"ahead_of": "plan", "by": {"urgency": "snart"}}, None, None, False, "snart"),
    ],
)
def test_the_parts_of_a_line(
    line: dict[str, Any], length: tuple[str, int] | None, since: str | None, back: bool, urgency: str | None
) -> None:
    found = Trigger.model_validate(line).parts
    assert (found.since, found.back, found.urgency) == (since, back, urgency)
    assert (found.length and (found.length.unit, found.length.number)) == length


@pytest.mark.parametrize(
    ("line", "code", "path", "values"),
    [
        ({}, "RM140", (), {}),
        ({"overdue": "a", "state": "b"}, "RM121", ("state",), {"first": "overdue", "second": "state"}),
        ({"state": "a", "since": "b"}, "RM125", ("since",), {"key": "since", "other": "missing"}),
        ({"state": "a", "for": {"days": 1}}, "RM125", ("for",), {"key": "for", "other": "missing"}),
        ({"missing": "a", "since": "b"}, "RM102", (), {"key": "for"}),
        ({"missing": "a", "for": {"days": 1}}, "RM102", (), {"key": "since"}),
        ({"missing": "a", "since": "a", "for": {"days": 1}}, "RM141", ("since",), {}),
        (
            {"date": "a", "plus": {"days": 1}, "minus": {"days": 2}},
            "RM121",
            ("minus",),
            {"first": "plus", "second": "minus"},
        ),
    ],
)
def test_what_does_not_stand_together_is_refused(
    line: dict[str, Any], code: str, path: tuple[str, ...], values: dict[str, str]
) -> None:
    with pytest.raises(ValidationError) as refused:
        Trigger.model_validate(line)
    [error] = refused.value.errors()
    found = error.get("ctx", {})["fault"]
    assert (found.code, found.path, found.values) == (code, path, values)


def test_what_stands_beside_a_kinds_own_key_as_a_schema_asks_it() -> None:
    assert together() == {
        "dependentRequired": {
            "longer_than": ["state"],
            "missing": ["since", "for"],
            "since": ["missing"],
            "for": ["missing"],
            "plus": ["date"],
            "minus": ["date"],
            "if_past": ["date"],
            "ahead_of": ["by"],
            "by": ["ahead_of"],
        },
        # Only a line that waits for a day has anything to survive.
        "dependentSchemas": {
            "survives": {
                "anyOf": [
                    {"required": ["longer_than"]},
                    {"required": ["missing"]},
                    {"required": ["date"]},
                    {"required": ["ahead_of"]},
                ]
            }
        },
        "not": {"required": ["plus", "minus"]},
    }


def test_the_order_of_a_day() -> None:
    """Semantics 1.12: what is past due first, and what runs ahead of a due date after all else."""
    assert [one.name for one in sorted(Rank)] == ["PAST_DUE", "AFTER_EVENT", "IN_STATE", "BY_FACT", "NEXT", "AHEAD"]
    ranks = sorted(TRIGGERS, key=lambda name: TRIGGERS[name].rank)
    assert [name for name in ranks if name not in ("event", "fulfilled")] == [
        "overdue",
        "missing",
        "state",
        "date",
        "ahead_of",
    ]


def test_what_can_be_put_on_the_very_day_and_what_is_warned_of_that_never_comes() -> None:
    assert [name for name, kind in TRIGGERS.items() if kind.at_once] == ["event", "date"]
    assert {name: kind.code_if_dead for name, kind in TRIGGERS.items()} == {
        "event": "",
        "overdue": "RM230",
        "fulfilled": "RM231",
        "state": "",
        "missing": "",
        "date": "",
        "ahead_of": "RM232",
    }


def test_an_event_alone_is_no_key_of_a_line() -> None:
    line = Trigger.model_validate({"event": "start"})
    assert (line.kind, line.name, line.model_dump(exclude_defaults=True)) == ("event", "start", {})
