"""The page on editors: what it tells people to write is right, and what it says is done is."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from rutinmotor.faces.cli.commands import COMMANDS
from rutinmotor.faces.cli.entry import front

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "editor.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^ *```{kind}\n(.*?)^ *```$", PAGE, re.MULTILINE | re.DOTALL)


def schemas_of(path: Path, settings: dict[str, str | list[str]]) -> Iterator[str]:
    for schema, patterns in settings.items():
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            if path.match(pattern.replace("**/", "*/")):
                yield schema


def test_the_settings_can_be_read() -> None:
    schemas, client, kate = (json.loads(one) for one in blocks("json"))
    assert schemas["yaml.schemas"].keys() == {f"./{name}" for name in re.findall(r"> (\S+\.json)$", PAGE, re.MULTILINE)}
    for path in [*ROOT.glob("rules/*.yaml"), *ROOT.glob("rules/tests/*/*.yaml")]:
        assert len(list(schemas_of(path.relative_to(ROOT), schemas["yaml.schemas"]))) <= 1, path
    assert [client["glspc.server.command"], *client["glspc.server.commandArguments"]] == ["rutinmotor", "lsp"]
    assert kate["servers"]["yaml"]["command"] == ["rutinmotor", "lsp"]
    [helix] = (tomllib.loads(one) for one in blocks("toml"))
    assert helix["language"][0]["language-servers"] == list(helix["language-server"])


def test_the_commands_do_what_is_said() -> None:
    names = {command.name for command in COMMANDS}
    lines = [line.strip() for one in blocks("text") for line in one.splitlines() if line.startswith("rutinmotor ")]
    inline = re.findall(r"`(rutinmotor [^`]*)`", PAGE)
    assert len(lines) == 4
    for line in (*lines, *inline):
        assert line.split()[1] in names, line
    for line in lines[:3]:
        args = [str(ROOT / word) if word.startswith("rules") else word for word in line.partition(" >")[0].split()[1:]]
        assert front(args, {}) == 0


def test_the_extra_is_the_one_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "rutinmotor[lsp]" in PAGE
    assert project["optional-dependencies"]["lsp"][0] in project["optional-dependencies"]["dev"]
