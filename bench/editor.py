"""A number of rules in, a table of milliseconds out: how long an editor waits for the language server's answers.

One catalogue of a thousand rules, a server as a process of its own, and an editor that types and asks over its pipes.
Printed beside what one reading of the file costs the server: that is the least that a changed text can cost.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from generator import ROUTINES, RULE_IDS, named_apart
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from rutinmotor.faces.lsp.server import REST
from rutinmotor.language.lints.linting import review
from rutinmotor.language.loading import load_catalogues

RULES = 1_000
ROUNDS = 9
_SECTION = re.compile(r"^(\w+):\n((?:[ #].*\n|\n)*)", re.MULTILINE)
# Of a rule whose name is an event's too, the name has been changed already.
_RULE_NAME = re.compile(rf"((?:id|overdue|fulfilled|ahead_of): (?:{'|'.join(RULE_IDS)}))(?=[,}}\s])")


def catalogue_of(rules: int) -> str:
    """Write one catalogue of so many rules: the sixty, and copies of them with events, facts and names of their own."""
    sections: dict[str, str] = {}
    for number in range(-(-rules // len(RULE_IDS))):
        text = _RULE_NAME.sub(rf"\g<1>_{number}", named_apart(ROUTINES, number)) if number else ROUTINES
        for name, body in _SECTION.findall(text):
            if not number or name in ("events", "facts", "states", "rules"):
                sections[name] = sections.get(name, "") + body
    head = ROUTINES[: ROUTINES.index("\ncalendars:")]
    return head + "".join(f"\n{name}:\n{body.rstrip()}\n" for name, body in sections.items())


class Bench:
    """An editor with one file open."""

    def __init__(self, path: Path) -> None:
        self.uri = path.as_uri()
        self.text = path.read_text(encoding="utf-8")
        self.version = 1
        self.client: Any = LanguageClient("bench", "1")
        self.published = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(_: types.PublishDiagnosticsParams) -> None:
            self.published.set()

    async def start(self) -> None:
        await self.client.start_io(sys.executable, "-m", "rutinmotor", "lsp")
        await self.client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
        self.client.initialized(types.InitializedParams())

    async def opened(self) -> None:
        document = types.TextDocumentItem(self.uri, "yaml", 1, self.text)
        self.published.clear()
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        await self.published.wait()

    async def typed(self) -> None:
        """Misspell a name in the middle of the file, or mend it, until the findings are there."""
        line, text = self._middle()
        column = text.index("trigger: ") + len("trigger: ")
        wrong = text[column] == "x"
        end = types.Position(line, column + (1 if wrong else 0))
        new = "" if wrong else "x"
        self._edit(types.Range(types.Position(line, column), end), new)
        lines = self.text.split("\n")
        lines[line] = text[:column] + new + text[end.character :]
        self.text = "\n".join(lines)
        self.published.clear()
        await self.published.wait()

    def commented(self) -> None:
        """Change the text so that all of it must be read again."""
        self._edit(types.Range(types.Position(0, 0), types.Position(0, 0)), "#\n")
        self.text = f"#\n{self.text}"

    def _edit(self, where: types.Range, new: str) -> None:
        self.version += 1
        document = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        change = types.TextDocumentContentChangePartial(where, new)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def at(self, mark: str, word: str) -> tuple[types.TextDocumentIdentifier, types.Position]:
        """Give a point within the word after a mark, in the middle of the file."""
        lines = self.text.split("\n")
        line = next(number for number in range(len(lines) // 2, len(lines)) if f"{mark}{word}" in lines[number])
        column = lines[line].index(f"{mark}{word}") + len(mark) + 2
        return types.TextDocumentIdentifier(self.uri), types.Position(line, column)

    def _middle(self) -> tuple[int, str]:
        _, where = self.at("trigger: ", "")
        return where.line, self.text.split("\n")[where.line]


async def milliseconds(action: Callable[[], Awaitable[Any]], rounds: int = ROUNDS) -> list[float]:
    """Time an action so many times."""
    taken: list[float] = []
    for _ in range(rounds):
        start = perf_counter()
        await action()
        taken.append((perf_counter() - start) * 1e3)
    return taken


async def measured(path: Path) -> dict[str, list[float]]:
    """Ask everything of a server, and give the times by what was asked."""
    bench = Bench(path)
    client = bench.client
    start = perf_counter()
    await bench.start()
    found = {"start": [(perf_counter() - start) * 1e3]}
    found["open, until findings"] = await milliseconds(bench.opened, 1)
    rule, event = bench.at("id: ", ""), bench.at("fulfilled_by: ", "")
    found["hover on a rule, the first"] = await milliseconds(
        lambda: client.text_document_hover_async(types.HoverParams(*rule)), 1
    )
    found["hover on a rule"] = await milliseconds(lambda: client.text_document_hover_async(types.HoverParams(*rule)))
    found["hover on an event"] = await milliseconds(lambda: client.text_document_hover_async(types.HoverParams(*event)))
    found["definition"] = await milliseconds(
        lambda: client.text_document_definition_async(types.DefinitionParams(*event))
    )
    found["references"] = await milliseconds(
        lambda: client.text_document_references_async(types.ReferenceParams(types.ReferenceContext(True), *event))
    )
    found["completion of an event"] = await milliseconds(
        lambda: client.text_document_completion_async(types.CompletionParams(*event))
    )
    found["outline"] = await milliseconds(
        lambda: client.text_document_document_symbol_async(types.DocumentSymbolParams(event[0]))
    )
    found["rename"] = await milliseconds(
        lambda: client.text_document_rename_async(types.RenameParams(*event, "nytt_namn"))
    )
    found["a letter typed, until findings"] = await milliseconds(bench.typed)
    bench.commented()
    event = bench.at("fulfilled_by: ", "")
    found["definition, right after a change"] = await milliseconds(
        lambda: client.text_document_definition_async(types.DefinitionParams(*event)), 1
    )
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return found


def main() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "arende.yaml"
        path.write_text(catalogue_of(RULES), encoding="utf-8")
        load_catalogues([path])
        start = perf_counter()
        reading = load_catalogues([path])
        read = (perf_counter() - start) * 1e3
        start = perf_counter()
        review(reading)
        reviewed = (perf_counter() - start) * 1e3
        rules = sum(len(one.text.rules) for one in reading.catalogues)
        print(f"One catalogue of {rules} rules; typing rests {REST * 1e3:.0f} ms before the text is looked at.")
        print(f"{'':<34} {'median ms':>10} {'most':>8}   × one reading")
        print(f"{'one reading of the file':<34} {read:10.1f}")
        print(f"{'one review of what was read':<34} {reviewed:10.1f} {'':>8}   {reviewed / read:6.2f}")
        for name, taken in asyncio.run(measured(path)).items():
            print(f"{name:<34} {median(taken):10.1f} {max(taken):8.1f}   {median(taken) / read:6.2f}")


if __name__ == "__main__":
    main()
