"""The lowest versions that `make lowest` installs: those that are declared, one of each library."""

import sys
import tomllib
from importlib.metadata import version

import pytest
from packaging.requirements import Requirement

from tests.lowest import PROJECT, lowest, needed

DECLARED = needed(tomllib.loads(PROJECT.read_text(encoding="utf-8")))


def test_each_library_has_one_lowest_version_and_may_have_it() -> None:
    constraints = {one.name: one for one in map(Requirement, lowest(DECLARED))}
    assert len(lowest(DECLARED)) == len(constraints)
    assert {"hatchling", "pydantic", "pygls", "pytest"} <= set(constraints)
    assert set(constraints) == {Requirement(line).name for line in DECLARED}
    for one in map(Requirement, DECLARED):
        pinned = next(iter(constraints[one.name].specifier)).version
        assert one.specifier.contains(pinned)
        assert str(constraints[one.name].marker) == str(one.marker)


def test_a_library_without_a_lowest_version_is_told_of() -> None:
    with pytest.raises(ValueError, match="no lowest version in 'rich'"):
        lowest(["rich"])


@pytest.mark.skipif(".venv-lowest" not in sys.prefix, reason="only in the place that `make lowest` makes")
def test_the_lowest_versions_are_those_in_use() -> None:
    # What builds it is there only while it is built.
    wanted = [
        one
        for one in map(Requirement, lowest(DECLARED))
        if one.name != "hatchling" and (one.marker is None or one.marker.evaluate())
    ]
    assert [str(one) for one in wanted if not one.specifier.contains(version(one.name))] == []
