"""Hypothesis strategies for catalogues, cases and days, for laws and comparison; what other tests draw with."""

from tests.engine.second.drawing.cases import describe, questions
from tests.engine.second.drawing.rules import catalogues_at
from tests.engine.second.drawing.words import ANCHORS, Draw

__all__ = ["ANCHORS", "Draw", "catalogues_at", "describe", "questions"]
