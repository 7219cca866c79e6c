"""A text and what shall be different in, the new text out, its author's hand kept; for commands that write."""

from rutinmotor.editing.changes import REMOVED, Change, NotEdited, Removed, value_at
from rutinmotor.editing.layout import formatted
from rutinmotor.editing.replacing import replaced

__all__ = ["REMOVED", "Change", "NotEdited", "Removed", "formatted", "replaced", "value_at"]
