"""The form of one entry in the register of codes; data only, read wherever a diagnostic is made or said."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How grave: an error stops loading, a warning is a likely mistake, an info is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Code(NamedTuple):
    """One code: its sentence and the next step, in both languages, as templates over the diagnostic's values.

    `{name}` is a value. What stands in `[[...]]` is left out where a value in it is missing or empty.
    A literal brace is doubled.
    """

    id: str
    severity: Severity
    sv: str
    en: str
    step_sv: str
    step_en: str
