"""The catalogues that are shipped: they load without a remark, and no duty in them is lost for want of a way in."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import pytest

import rutinmotor
from rutinmotor import Engine, Obligation
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.language.catalogue.names import Version, versions_of
from rutinmotor.language.constructs import Trigger
from rutinmotor.text.sources import rule_files, shipped_rules
from rutinmotor.workbench.witness.setting import ITEM
from rutinmotor.workbench.witness.witness import Witness, witness_for
from tests.engine.semantics.asking import VOCABULARY

BEGINNING = date(2025, 10, 6)  # a Monday on which every catalogue is in force
LATE = date(2031, 10, 6)  # after every deadline and period of theirs


@cache
def shipped() -> Engine:
    return rutinmotor.load()


def versions() -> list[Version]:
    return [version for found in versions_of(shipped().catalogues).values() for version in found]


def ways_in() -> list[tuple[Version, Trigger]]:
    return [(version, line) for version in versions() for line in version.rule.trigger]


def named(value: object) -> str | None:
    if isinstance(value, Version):
        return value.full_id
    return value.kind if isinstance(value, Trigger) else None


@cache
def story_of(full_id: str, line: int) -> Witness | None:
    """A case in which the rule opens by that line; no shipped rule has two versions in force that day."""
    return witness_for(shipped(), full_id, BEGINNING, line=line)


def stories(version: Version) -> list[Witness]:
    found = (story_of(version.full_id, line) for line in range(len(version.rule.trigger)))
    return [story for story in found if story is not None]


def test_the_six_catalogues_load_without_a_remark() -> None:
    assert sorted(one.id for one in shipped().catalogues) == [
        "bistand_hv",
        "boendestod",
        "gemensamt",
        "lss",
        "sol",
        "uppfoljning",
    ]
    assert shipped().warnings == ()


@pytest.mark.parametrize("path", rule_files(shipped_rules())[0], ids=lambda path: path.stem)
def test_each_loads_alone_with_what_it_uses(path: str) -> None:
    assert rutinmotor.load(path).warnings == ()


def test_there_are_rules_to_be_tested() -> None:
    assert len(versions()) > 200
    assert {version.owner.id for version in versions()} == {"bistand_hv", "boendestod", "lss", "sol", "uppfoljning"}


@pytest.mark.parametrize(("version", "line"), ways_in(), ids=named)
def test_every_line_of_every_trigger_opens_its_rule(version: Version, line: Trigger) -> None:
    """A rule that nothing can open is a duty lost."""
    story = story_of(version.full_id, version.rule.trigger.index(line))
    assert story is not None, f"no case opens {version.full_id} by {line.kind}"


def outcomes(version: Version, kind: str, days: int) -> Iterator[tuple[Obligation, str | None]]:
    """What each story's obligations became after one more event so many days on, each beside that event's id."""
    for story in stories(version):
        given = story.obligation
        case = story.then(kind, given.opened + timedelta(days=days))
        for one in shipped().evaluate(case, LATE).obligations:
            if (one.rule, one.opened, one.trigger) == (given.rule, given.opened, given.trigger):
                yield one, case.events[-1].id


@pytest.mark.parametrize(
    ("version", "kind"),
    [(version, kind) for version in versions() for kind in version.rule.fulfilled_by],
    ids=lambda value: named(value) or str(value),
)
def test_every_fulfilling_event_fulfils_its_rule(version: Version, kind: str) -> None:
    """On the very day that it opened."""
    found = list(outcomes(version, kind, days=0))
    assert any(one.status == "fulfilled" and one.fulfilled_on == one.opened for one, _ in found), found
    assert any(one.fulfilled_by == last for one, last in found), found


@pytest.mark.parametrize(
    ("version", "kind"),
    [(version, kind) for version in versions() for kind in version.rule.ending_events],
    ids=lambda value: named(value) or str(value),
)
def test_every_ending_event_ends_its_rule(version: Version, kind: str) -> None:
    """On the day after it opened."""
    found = list(outcomes(version, kind, days=1))
    assert any(one.status == "ended" and one.ended_on == one.opened + timedelta(days=1) for one, _ in found), found


def test_no_rule_can_only_stand_open_for_ever() -> None:
    """Whatever is opened is fulfilled, ended, or stands until its state ends."""
    for version in versions():
        rule = version.rule
        stands = rule.deadline is not None and rule.deadline.kind == "continuous"
        state = any(line.state for line in rule.trigger)
        assert rule.fulfilled_by or rule.ends_with or (stands and state), version.full_id


def test_a_rule_that_nothing_can_open_would_be_found() -> None:
    """What ends a state cannot find it holding at the end of that day."""
    rule = "{id: plan, actor: utforare, trigger: slut, only_if: {state: {pagaende: true}}, deadline: none}"
    lost = engine_from_texts({"sol.yaml": f"catalogue: sol\n{VOCABULARY}rules:\n  - {rule}\n"})
    assert witness_for(lost, "sol.plan", BEGINNING) is None


def test_a_story_is_made_of_one_item() -> None:
    assert all(event.item == ITEM for story in stories(versions()[0]) for event in story.case.events)
