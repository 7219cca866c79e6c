"""A page with examples in, the page with what they give out: rules are loaded, commands and programs are run.

In a page's own folder lie the project's `rules` and `examples`. Its blocks are, by what stands on their first line:

- `yaml NAME.yaml`: a file by that name, in a folder if the name has one; `rutin.yaml` is the base for what follows.
- `yaml ord`: further words, added to the base; `yaml regel`: rules, which stand together until the next heading.
- `yaml rules/sol.yaml#plan_slutford`: written here from the file, as it then stands.
- `yaml =NAME.yaml`: all of a file, written here as it then stands.
- `console`: a command line after `$`; what it prints is written below it.
- `python`: run with what ran before it on the page; what it prints is written into a `text` block right after it.
- anything else is left alone.

`<!-- kopia: A B -->` copies a file or a folder, which the reader is told to do in words.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from making.running import printed
from making.written import loaded
from rutinmotor.language.checks.checking import check_texts

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(r"^```([a-z]+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COPY = re.compile(r"^<!-- kopia: (\S+) (\S+) -->$", re.MULTILINE)
_HEADING = re.compile(r"^#+ ", re.MULTILINE)
_BASE = "rutin.yaml"
# What a program prints is caught for the whole process, so one page at a time.
_PRINTING = threading.Lock()


def filled(page: str) -> str:
    """Run a page's examples in order, and write in what they give.

    Raises:
        RuntimeError: rules with faults, or a program that breaks down.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for shared in ("rules", "examples"):
            os.symlink(ROOT / shared, folder / shared, target_is_directory=True)
        return "".join(_Page(page, folder).parts())


class _Page:
    """One page under way: its folder, its base of words and rules, and its program's names."""

    def __init__(self, text: str, folder: Path) -> None:
        self.text = text
        self.folder = folder
        self.base: dict[str, Any] = {}
        self.names: dict[str, Any] = {"__name__": "page"}
        self.said: str | None = None

    def parts(self) -> Iterator[str]:
        """Yield the page's text piece by piece, blocks with what they gave."""
        end = 0
        for block in _BLOCK.finditer(self.text):
            between = self.text[end : block.start()]
            if _HEADING.search(between) and self.base:
                self.base["rules"] = []
            if between.strip():
                self.said = None
            for copy in _COPY.finditer(between):
                self._copy(copy[1], copy[2])
            yield between
            kind, what, body = block[1], block[2] or "", block[3]
            yield f"```{kind}{' ' + what if what else ''}\n{self._given(kind, what, body)}```"
            end = block.end()
        yield self.text[end:]

    def _given(self, kind: str, what: str, body: str) -> str:
        """Run one block, and give its text as it should stand."""
        if kind == "console":
            return self._console(body)
        if kind == "python":
            self.said = self._python(body)
            return body
        if kind == "text" and self.said is not None:
            said, self.said = self.said, None
            return said
        if kind == "yaml" and "#" in what:
            return self._excerpt(*what.split("#"))
        if kind == "yaml" and what.startswith("="):
            return (self.folder / what[1:]).read_text(encoding="utf-8")
        if kind == "yaml" and what:
            self._yaml(what, body)
        return body

    def _console(self, body: str) -> str:
        command = body.splitlines()[0]
        if not command.startswith("$ "):
            raise RuntimeError(f"a command stands after a dollar sign, not as {command!r}")
        return f"{command}\n{printed(command[2:], self.folder)}"

    def _python(self, body: str) -> str:
        said = io.StringIO()
        with _PRINTING, redirect_stdout(said):
            exec(compile(body, "page", "exec"), self.names)
        return said.getvalue()

    def _yaml(self, what: str, body: str) -> None:
        data: Any = loaded(body)
        if what == "ord":
            for section, words in data.items():
                self.base[section] = {**self.base.get(section, {}), **words}
        elif what == "regel":
            self.base["rules"] = [*self.base.get("rules", ()), *data]
        elif what == _BASE:
            self.base = data
        else:
            (self.folder / what).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / what).write_text(body, encoding="utf-8")
            return
        # JSON is YAML; dates become the same text that stood on the page.
        text = body if what == _BASE else json.dumps(self.base, ensure_ascii=False, default=str, indent=1)
        (self.folder / _BASE).write_text(text, encoding="utf-8")
        faults = check_texts([(_BASE, text.encode())])
        if faults and what != "ord":
            told = "\n".join(fault.sentence() for fault in faults)
            raise RuntimeError(f"rules with faults:\n{body}\n{told}")

    def _excerpt(self, file: str, rule: str) -> str:
        """Give the lines of one rule in a file, as they stand there."""
        text = (self.folder / file).read_text(encoding="utf-8")
        found = re.search(rf"^  - id: {rule}\n(?:    .*\n)*", text, re.MULTILINE)
        if found is None:
            raise RuntimeError(f"{file} has no rule {rule}")
        return found[0]

    def _copy(self, source: str, target: str) -> None:
        if (self.folder / source).is_dir():
            shutil.copytree(self.folder / source, self.folder / target)
        else:
            shutil.copyfile(self.folder / source, self.folder / target)
