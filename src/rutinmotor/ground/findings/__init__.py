"""Diagnostics in, text for people or SARIF out; for every command that finds something in a text."""

from rutinmotor.ground.findings.sarif import sarif_log
from rutinmotor.ground.findings.text import (
    SourceLines,
    closing_lines,
    excerpt,
    finding_lines,
    finding_records,
    github_line,
)

__all__ = ["SourceLines", "closing_lines", "excerpt", "finding_lines", "finding_records", "github_line", "sarif_log"]
