"""Nothing in, every check of Hypothesis out, for laws that turn them off: whole cases are slow and large to draw."""

from hypothesis import HealthCheck

# The library types what its own kind of enumeration walks through as the kind, not as its members.
EVERY_CHECK = [check for check in HealthCheck if isinstance(check, HealthCheck)]
