"""Every key whose value is a name, found in the models themselves: a name that nothing bears is told there."""

import pytest

from tests.language.checks.texts import faults, said
from tests.naming import NO_NAMES, SHARED, TABLE, naming_keys, text_with


def test_every_key_of_the_models_that_holds_a_name_is_tried() -> None:
    assert set(TABLE) == naming_keys() - NO_NAMES


@pytest.mark.parametrize("key", TABLE)
def test_a_name_that_is_known_is_right_and_one_that_is_not_is_told(key: str) -> None:
    named, _ = TABLE[key]
    known, _ = text_with(key, named.name)
    assert [said(fault, known) for fault in faults(known, SHARED) if fault.is_error] == []
    unknown, before = text_with(key, "okand")
    found = [fault for fault in faults(unknown, SHARED) if fault.code == named.code]
    assert [said(fault, unknown) for fault in found] == ([(named.code, "okand")] if named.code else [])
    row, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    assert {(fault.place.line, fault.place.column) for fault in found if fault.place} <= {(row, column)}
