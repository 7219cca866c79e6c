"""Days, diagnostics and words: the ground that every other wing stands on; knows nothing of rules."""
