"""Scenarios, the rules' own tests: texts and engines in, verdicts and coverage out; what `test` runs."""

from rutinmotor.workbench.scenario.checking import unknown_names
from rutinmotor.workbench.scenario.coverage import SHOWN, Coverage, coverage_of
from rutinmotor.workbench.scenario.coverage_text import below_line, coverage_lines, share_line, uncovered_lines
from rutinmotor.workbench.scenario.junit import junit_report
from rutinmotor.workbench.scenario.kinds import FileKind, kind_of, kind_to_write
from rutinmotor.workbench.scenario.mending import Mended, mended
from rutinmotor.workbench.scenario.records import test_record
from rutinmotor.workbench.scenario.rulebook import Rulebook, rules_folder
from rutinmotor.workbench.scenario.running import try_file
from rutinmotor.workbench.scenario.scenario_files import ScenarioRead, read_scenario
from rutinmotor.workbench.scenario.schema_of_scenario import scenario_schema
from rutinmotor.workbench.scenario.text import closing_lines, folder_lines, verdict_lines
from rutinmotor.workbench.scenario.trying import try_scenario_file
from rutinmotor.workbench.scenario.verdict import Reason, Verdict

__all__ = [
    "SHOWN",
    "Coverage",
    "FileKind",
    "Mended",
    "Reason",
    "Rulebook",
    "ScenarioRead",
    "Verdict",
    "below_line",
    "closing_lines",
    "coverage_lines",
    "coverage_of",
    "folder_lines",
    "junit_report",
    "kind_of",
    "kind_to_write",
    "mended",
    "read_scenario",
    "rules_folder",
    "scenario_schema",
    "share_line",
    "test_record",
    "try_file",
    "try_scenario_file",
    "uncovered_lines",
    "unknown_names",
    "verdict_lines",
]
