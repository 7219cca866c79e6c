"""Licences: the project's own text is whole, and all that is installed for running is permissive."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PERMISSIVE = re.compile(r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation)\b")


def runtime() -> dict[str, str]:
    """The licence of each distribution that running needs on this machine, extras included, as it says itself."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *project["optional-dependencies"]["lsp"]]
    waiting = [Requirement(line) for line in lines]
    found: dict[str, str] = {}
    while waiting:
        one = waiting.pop()
        name = re.sub(r"[-_.]+", "-", one.name).lower()
        if name in found or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        said = metadata(one.name)
        marks = [mark for mark in said.get_all("Classifier") or () if mark.startswith("License")]
        texts = [text[:200] for text in said.get_all("License") or ()]
        found[name] = " ".join([*(said.get_all("License-Expression") or ()), *texts, *marks])
        waiting += [Requirement(line) for line in requires(one.name) or ()]
    return found


def test_every_library_is_permissive() -> None:
    licences = runtime()
    assert {"pydantic", "ruamel-yaml", "holidays", "typer", "rich", "pygls"} <= set(licences)
    assert {name: said for name, said in licences.items() if not PERMISSIVE.search(said)} == {}


def test_the_decision_names_every_dependency() -> None:
    page = (ROOT / "docs" / "decisions" / "0003-dependencies.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {Requirement(line).name for line in project["dependencies"]} - {"ruamel.yaml.clib"}
    assert set(re.findall(r"^\| ([a-z.]+)", page, re.MULTILINE)) == named


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.splitlines()[0].strip() == "EUROPEAN UNION PUBLIC LICENCE v. 1.2"
    assert re.findall(r"^(\d+)\. ", text, re.MULTILINE) == [str(number) for number in range(1, 16)]
    assert re.search(r"^Appendix$", text, re.MULTILINE)
    assert text.rstrip().endswith("EUPL version.")
    assert "Licensed under the EUPL-1.2" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("args", [["-c", "import rutinmotor"], ["-m", "rutinmotor", "--help"]], ids=["import", "help"])
def test_what_costs_time_is_not_imported_at_once(args: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-X", "importtime", *args], capture_output=True, encoding="utf-8", errors="replace", check=True
    )
    imported = {line.split("|")[-1].strip().split(".")[0] for line in run.stderr.splitlines()}
    assert "rutinmotor" in imported
    assert imported.isdisjoint({"holidays", "pydantic", "rich", "ruamel", "typer"})
