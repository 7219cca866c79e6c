"""An argument that names rules in, checked catalogues out; where two sets of rules are compared."""

from __future__ import annotations

from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.language.checks import check_reading
from rutinmotor.language.revisions import PREFIX, NoRevision, read_rules, standing_rules


def catalogues_at(argument: str, beside: str | None = None) -> tuple[Catalogue, ...]:
    """Read the rules at a file, a folder or `git:REV[:PATH]`; without a path that of `beside`, the other argument.

    Raises:
        Misuse: they cannot be read, or have errors.
    """
    try:
        reading = read_rules(argument, beside)
    except NoRevision as error:
        raise Misuse(error.sv, error.en) from None
    wrong = [one for one in check_reading(reading) if one.is_error]
    if wrong:
        raise Misuse(f"Reglerna i {argument} går inte att använda.", f"The rules in {argument} cannot be used.", wrong)
    return reading.catalogues


def standing_at(old: str) -> str:
    """Give the path of the rules that `old` is compared with where nothing else is named; raises as `catalogues_at`."""
    try:
        return standing_rules(old if old.startswith(PREFIX) else None)
    except NoRevision as error:
        raise Misuse(error.sv, error.en) from None
