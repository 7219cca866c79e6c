"""Laws of recording over drawn rules and cases: what is written is a scenario that holds, also laid out by `fmt`."""

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import Phase, assume, given, settings

from rutinmotor import Case, CaseError, Engine, load, read_case
from rutinmotor.text.editing import formatted
from rutinmotor.workbench.scaffold.record import Recorded, recorded
from rutinmotor.workbench.scaffold.recording_text import file_notes
from rutinmotor.workbench.scaffold.text import draft_text
from rutinmotor.workbench.scenario.rulebook import Rulebook
from rutinmotor.workbench.scenario.running import try_file
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from rutinmotor.workbench.scenario.verdict import Verdict
from tests.drawing import EVERY_CHECK
from tests.engine.second.drawing import questions

Question = tuple[list[dict[str, Any]], dict[str, Any], date, date | None]

drawn = settings(max_examples=60, phases=[Phase.generate], suppress_health_check=EVERY_CHECK, deadline=None)


def written(catalogues: list[dict[str, Any]], folder: Path) -> Engine:
    for one in catalogues:
        (folder / f"{one['catalogue']}.yaml").write_text(json.dumps(one, ensure_ascii=False), encoding="utf-8")
    return load(folder)


def recorded_of(engine: Engine, case: Case, at: date, known: date | None) -> Recorded:
    """The drawn case recorded where it stands: whether another year would give the same answer is not asked here."""
    try:
        found = recorded(engine, case, at, known, weeks=0)
    except CaseError:
        assume(False)
        raise
    # Not drawn so often that it is worth a law: what has to be left out changes the answer, or there is none.
    assume(found.draft is not None and (found.draft.expect or found.draft.undetermined))
    return found


def verdict_of(data: bytes, folder: Path) -> Verdict:
    name = str(folder / "tests" / "inspelat.yaml")
    return try_file(name, read_scenario(name, data), Rulebook([folder]))


@drawn
@given(questions())
def test_what_is_recorded_holds_as_it_is_written_and_as_it_is_laid_out(question: Question) -> None:
    catalogues, case, at, known = question
    with TemporaryDirectory() as name:
        folder = Path(name)
        found = recorded_of(written(catalogues, folder), read_case(case), at, known)
        assert found.draft is not None
        text = draft_text(found.draft, "Ett ärende", file_notes("sv"), "sv").encode()
        for data in (text, formatted("inspelat.yaml", text)):
            verdict = verdict_of(data, folder)
            assert verdict.diagnostics == ()
            assert [(one.assertion.rule, one.why, one.differences) for one in verdict.failures] == []
            assert len(verdict.results) == len(found.draft.expect) + len(found.draft.undetermined)
