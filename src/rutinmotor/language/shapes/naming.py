"""A text in, whether it can be a name of the rule language out; the one pattern of an id, for readers and schemas."""

import re

_ID = "[a-z][a-z0-9_]*"
ID_PATTERN = f"^{_ID}$"
# A rule's full name: its catalogue's, a full stop, its own.
RULE_PATTERN = rf"^{_ID}\.{_ID}$"
# A rule of the same catalogue by its own name, of another by its full one.
REFERENCE_PATTERN = rf"^{_ID}(\.{_ID})?$"

_AN_ID, _A_RULE, _A_REFERENCE = (re.compile(one) for one in (ID_PATTERN, RULE_PATTERN, REFERENCE_PATTERN))


def is_id(text: str) -> bool:
    """Whether a text can name an event, a fact, a rule in its catalogue and the like."""
    return _AN_ID.fullmatch(text) is not None


def is_rule(text: str) -> bool:
    """Whether a text can be a rule's full name."""
    return _A_RULE.fullmatch(text) is not None


def is_reference(text: str) -> bool:
    """Whether a text can name a rule within a catalogue: by its own name, or by its full one."""
    return _A_REFERENCE.fullmatch(text) is not None
