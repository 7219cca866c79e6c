"""The servers that the tests talk to: our own, and the YAML language server that editors bring along."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faces.lsp.talking import Editor

HERE = Path(__file__).parent
YAML_SERVER = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
DAY = "2026-03-02"
_YAML_SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "yamlVersion": "1.2",
        "schemaStore": {"enable": False},
    }
}


@pytest.fixture(scope="module")
def editor() -> Iterator[Callable[..., Editor]]:
    """Start our own server, the same for all who ask for nothing special, each with a folder of its own.

    They are ended after the tests, and have then had no error.
    """
    started: dict[str, Editor] = {}

    def start(**kwargs: Any) -> Editor:
        if str(kwargs) not in started:
            command = [sys.executable, "-m", "rutinmotor", "lsp", "--at", DAY]
            started[str(kwargs)] = Editor(command, **kwargs)
        return started[str(kwargs)]

    yield start
    for one in started.values():
        one.leave()
        assert one.log == []


@pytest.fixture(scope="module")
def yaml_editor() -> Iterator[Editor]:
    """Start the YAML language server; where RUTINMOTOR_NODE is `required` its absence is a failure."""
    node = shutil.which("node")
    missing = "node is not there" if node is None else "" if YAML_SERVER.exists() else "run `make editor` first"
    if missing and os.environ.get("RUTINMOTOR_NODE") == "required":
        pytest.fail(f"the tests of the schema in an editor are required here: {missing}")
    if missing:
        pytest.skip(f"the tests of the schema in an editor need node and its package: {missing}")
    one = Editor([node or "", str(YAML_SERVER), "--stdio"], settings=_YAML_SETTINGS)
    yield one
    one.leave()
    assert one.log == []
