"""Texts in, plain data with places out, and edits back into texts; knows nothing of rules."""
