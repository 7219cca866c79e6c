"""What an event tells of (semantics 1.5, 2.9): the event that stands in the place of the one that `about` names."""

from datetime import date
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest

from rutinmotor.engine.eventlog import counting_events
from rutinmotor.ground.diagnostics import CaseError
from rutinmotor.language.case import Case
from tests.engine.semantics.asking import case

ZONE = ZoneInfo("Europe/Stockholm")
FIRST = "- {id: a, type: fraga, at: 2026-01-05}"
TOLD = "- {id: b, type: besked, at: 2026-01-07, about: a, data: {orsak: flytt}}"


def told_in(log: Case, at: str = "2026-02-01", known: str | None = None) -> dict[str | None, str | None]:
    """What each event tells of, by id, and by type where there is none; events that tell of nothing are left out."""
    cut = date.fromisoformat(known).toordinal() if known else None
    events = counting_events(log, date.fromisoformat(at).toordinal(), cut, ZONE).events
    by_identity = {id(event) for event in events}
    assert all(event.tells_of is None or id(event.tells_of) in by_identity for event in events)
    return {
        event.id or event.type: event.tells_of and (event.tells_of.id or event.tells_of.type)
        for event in events
        if event.about is not None
    }


def told(*lines: str, at: str = "2026-02-01", known: str | None = None) -> dict[str | None, str | None]:
    """The same of a log as it is written, in whatever order."""
    every = [told_in(case("\n".join(order)), at, known) for order in permutations(lines)]
    assert all(one == every[0] for one in every)
    return every[0]


def test_the_event_of_that_id() -> None:
    assert told(FIRST, TOLD) == {"b": "a"}
    assert told(FIRST.replace("01-05", "01-09"), TOLD) == {"b": "a"}
    assert told(FIRST, "- {type: besked, at: 2026-01-07}") == {}


@pytest.mark.parametrize(
    ("corrections", "meant"),
    [
        (["- {id: c, replaces: a, type: ansokan, at: 2026-01-06}"], "c"),
        # What stands there may have no id of its own.
        (["- {replaces: a, type: ansokan, at: 2026-01-06}"], "ansokan"),
        (["- {id: c, retracts: a, recorded: 2026-01-06}"], None),
        (["- {id: c, retracts: a, recorded: 2026-01-06}", "- {retracts: c, recorded: 2026-01-08}"], "a"),
        (
            [
                "- {id: c, replaces: a, type: ansokan, at: 2026-01-06}",
                "- {id: d, replaces: c, type: beslut, at: 2026-01-06}",
            ],
            "d",
        ),
        # Retracting what is replaced already changes nothing.
        (
            [
                "- {id: c, replaces: a, type: ansokan, at: 2026-01-06}",
                "- {id: d, retracts: a, recorded: 2026-01-08}",
            ],
            "c",
        ),
        (
            [
                "- {id: c, replaces: a, type: ansokan, at: 2026-01-06, recorded: 2026-01-08}",
                "- {id: d, replaces: a, type: beslut, at: 2026-01-06, recorded: 2026-01-09}",
            ],
            "d",
        ),
    ],
)
def test_of_what_was_corrected_what_stands_in_its_place(corrections: list[str], meant: str | None) -> None:
    assert told(FIRST, TOLD, *corrections) == {"b": meant}


def test_of_a_correction_what_stands_where_it_stands() -> None:
    changed = "- {id: c, replaces: a, type: ansokan, at: 2026-01-06, recorded: 2026-01-08}"
    of_it = TOLD.replace("about: a", "about: c")
    assert told(FIRST, of_it, changed) == {"b": "c"}
    # Another took the same place later.
    later = "- {id: d, replaces: a, type: beslut, at: 2026-01-06, recorded: 2026-01-09}"
    assert told(FIRST, of_it, changed, later) == {"b": "d"}
    # What was said of a correction that is taken back is not said of what it corrected.
    assert told(FIRST, of_it, changed, "- {retracts: c, recorded: 2026-01-09}") == {"b": None}
    assert told(FIRST, of_it, "- {id: c, retracts: a, recorded: 2026-01-08}") == {"b": None}


def test_what_tells_may_be_corrected_too() -> None:
    mended = "- {id: c, replaces: b, type: besked, at: 2026-01-07, about: a}"
    assert told(FIRST, TOLD, mended) == {"c": "a"}
    assert told(FIRST, TOLD, mended.replace(", about: a", "")) == {}
    other = "- {id: d, type: fraga, at: 2026-01-05}"
    assert told(FIRST, other, TOLD, mended.replace("about: a", "about: d")) == {"c": "d"}


def test_two_that_tell_of_each_other() -> None:
    assert told(FIRST.replace("at:", "about: b, at:"), TOLD) == {"a": "b", "b": "a"}


def test_what_does_not_count_yet_is_told_of_in_vain() -> None:
    late = FIRST.replace("01-05", "01-20")
    assert told(late, TOLD, at="2026-01-19") == {"b": None}
    assert told(late, TOLD, at="2026-01-20") == {"b": "a"}
    assert told(FIRST.replace("}", ", recorded: 2026-01-20}"), TOLD, known="2026-01-19") == {"b": None}
    assert told(FIRST.replace("}", ", recorded: 2026-01-20}"), TOLD, known="2026-01-20") == {"b": "a"}
    mended = "- {id: c, replaces: a, type: ansokan, at: 2026-01-06, recorded: 2026-01-20}"
    assert told(FIRST, TOLD, mended, known="2026-01-19") == {"b": "a"}
    assert told(FIRST, TOLD, mended, known="2026-01-20") == {"b": "c"}


def test_clocks_stay_as_they_are() -> None:
    # The second time of the hour that comes twice.
    second = "- {id: a, type: fraga, at: 2025-10-26T02:30+01:00, about: b}"
    log = case("\n".join((second, "- {id: b, type: besked, at: 2025-10-26T02:45+02:00, about: a}")))
    events = counting_events(log, date(2025, 11, 1).toordinal(), None, ZONE).events
    assert [event.id for event in events] == ["b", "a"]
    assert [event.tells_of and event.tells_of.id for event in events] == ["a", "b"]
    assert [event.clock // 60_000_000 for event in events] == [165, 210]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{id: e2, type: besked, at: 2026-01-07, about: e11}", "”about” pekar på händelsen ”e11”, som inte finns i"),
        ("{id: e2, type: besked, at: 2026-01-07, about: e2}", "”about” pekar på händelsen ”e2”, som är händelsen sj"),
        ("{type: besked, at: 2026-01-07, about: x}", "”about” pekar på händelsen ”x”, som inte finns i ärendet. Hä"),
    ],
)
def test_what_is_told_of_nothing_is_a_fault(line: str, sentence: str) -> None:
    log = case(f"- {{id: e1, type: fraga, at: 2026-01-05}}\n- {line}")
    with pytest.raises(CaseError) as caught:
        told_in(log, at="2026-01-01")
    (fault,) = caught.value.diagnostics
    assert fault.code == "RM635"
    assert fault.sentence("sv").startswith(sentence)
    assert fault.place is not None
    assert fault.place.line == 4


def test_one_id_near_to_it_is_named() -> None:
    log = case("- {id: beslut-1, type: fraga, at: 2026-01-05}\n- {id: b, type: besked, at: 2026-01-07, about: beslut1}")
    with pytest.raises(CaseError, match=r"Did you mean .beslut-1."):
        told_in(log)


def test_content_with_another_about_is_other_content() -> None:
    lines = [FIRST, "- {id: c, type: fraga, at: 2026-01-05}", TOLD]
    assert told_in(case("\n".join([*lines, TOLD]))) == {"b": "a"}
    with pytest.raises(CaseError, match="RM604"):
        told_in(case("\n".join([*lines, TOLD.replace("about: a", "about: c")])))
