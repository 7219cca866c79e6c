"""A scenario's path and perhaps rules in, its Verdict out; for callers that try one file."""

from __future__ import annotations

from os import PathLike, fspath

from rutinmotor.ground.arguments import require_path
from rutinmotor.text.document import LIMIT
from rutinmotor.text.sources import read_source
from rutinmotor.workbench.scenario.rulebook import Rulebook
from rutinmotor.workbench.scenario.running import try_file
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from rutinmotor.workbench.scenario.verdict import Verdict


def try_scenario_file(file: str | PathLike[str], *rules: str | PathLike[str]) -> Verdict:
    """Try a scenario file with rules, by default those in the folder that it belongs to, as the command `test` does.

    The Verdict `holds`, or says in `results` which lines do not; what is wrong with the file or its rules stands in
    its `diagnostics`, also that a file cannot be read.

    Raises:
        TypeError: a path that is none.
    """
    require_path(file, "file")
    for path in rules:
        require_path(path, "a path of rules")
    source, faults = read_source(fspath(file), LIMIT)
    if source is None:
        return Verdict(fspath(file), None, None, (), faults)
    book = Rulebook(rules or None)
    verdict = try_file(source.name, read_scenario(source.name, source.data), book)
    if verdict.diagnostics and book.errors:
        return Verdict(verdict.source, verdict.title, verdict.scenario, (), (*verdict.diagnostics, *book.errors))
    return verdict
