"""How the language server ends: its exit status is what the protocol asks for, and no traceback is left behind."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SERVER = [sys.executable, "-m", "rutinmotor", "lsp"]
TEXT = (Path(__file__).parents[3] / "rules" / "sol.yaml").read_text(encoding="utf-8")


def message(method: str, params: Any = None, number: int | None = None) -> bytes:
    record = {"jsonrpc": "2.0", "method": method, "params": params}
    body = json.dumps(record if number is None else {**record, "id": number}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


INITIALIZE = message("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
INITIALIZED = message("initialized", {})
OPEN = message(
    "textDocument/didOpen",
    {"textDocument": {"uri": "file:///finns/inte/sol.yaml", "languageId": "yaml", "version": 1, "text": TEXT}},
)
JUNK = b"Content-Length: 3\r\n\r\nabc"
SHUTDOWN = message("shutdown", None, 2)
EXIT = message("exit")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        pytest.param((INITIALIZE, INITIALIZED, SHUTDOWN, EXIT), 0, id="an ordinary session"),
        pytest.param((INITIALIZE, INITIALIZED, OPEN, SHUTDOWN, EXIT), 0, id="while a file is looked at"),
        pytest.param((INITIALIZE, JUNK, SHUTDOWN, EXIT), 0, id="after what is no message"),
        pytest.param((INITIALIZE, INITIALIZED, EXIT), 1, id="exit without shutdown"),
        pytest.param((INITIALIZE, INITIALIZED, OPEN, EXIT), 1, id="exit while a file is looked at"),
        pytest.param((EXIT,), 1, id="exit and nothing else"),
        pytest.param((INITIALIZE, INITIALIZED, SHUTDOWN), 0, id="end of input after shutdown"),
        pytest.param((INITIALIZE, INITIALIZED), 0, id="end of input"),
    ],
)
def test_the_status_says_how_the_editor_left(said: tuple[bytes, ...], status: int) -> None:
    done = subprocess.run(SERVER, input=b"".join(said), capture_output=True, timeout=60)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == (1 if JUNK in said else 0)


def test_an_editor_that_is_gone_leaves_no_traceback() -> None:
    with subprocess.Popen(SERVER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert server.stderr is not None
        server.stdout.close()
        server.stdin.write(INITIALIZE + INITIALIZED + SHUTDOWN + EXIT)
        server.stdin.close()
        assert server.wait(60) == 0
        assert server.stderr.read() == b""
