"""Scenarios, the rules' own tests: texts and engines in, verdicts and coverage out; above the engine, below views."""
