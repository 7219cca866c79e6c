"""Tests of the engine by the numbered lines of `docs/semantics.md`: documents in, verdicts out."""
