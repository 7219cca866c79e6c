"""A text and what shall be different in, the new text out, its author's hand kept; for commands that write."""

from rutinmotor.text.editing.data_changes import REMOVED, Change, NotEdited, Removed, value_at
from rutinmotor.text.editing.formatting import formatted
from rutinmotor.text.editing.replacing import replaced
from rutinmotor.text.editing.said import Edit, edit_lines

__all__ = ["REMOVED", "Change", "Edit", "NotEdited", "Removed", "edit_lines", "formatted", "replaced", "value_at"]
