"""A folder, a file or `git:REV[:PATH]` in, a Reading out; where rules as they stood before are asked for."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from rutinmotor.language.catalogue import Reading, read_texts
from rutinmotor.language.loading import load_catalogues, read_together
from rutinmotor.text.document import LIMIT
from rutinmotor.text.sources import RULE_ENDINGS, shipped_rules

PREFIX = "git:"
# A colon parts revision and path, but not within braces, where a time may stand: `HEAD@{12:00}`.
_ARGUMENT = re.compile(r"git:(?P<revision>(?:[^:{]|\{[^}]*\}|\{)*)(?::(?P<path>.*))?\Z", re.DOTALL)
# What git tells the programs it starts would otherwise be taken for the repository that is asked about.
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class NoRevision(Exception):
    """Rules that cannot be fetched from git: no git, no repository, no such revision, no rules in it."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(en)
        self.sv = sv
        self.en = en


class Revision(NamedTuple):
    """An argument of the form `git:REV[:PATH]`, taken apart; `path` is relative to the current folder."""

    name: str
    path: str | None


def revision_in(argument: str) -> Revision | None:
    """Take a `git:` argument apart; None for a path.

    Raises:
        NoRevision: nothing, or what git would take for an option, stands for the revision.
    """
    if not argument.startswith(PREFIX):
        return None
    parts = _ARGUMENT.match(argument)
    name = parts["revision"].strip() if parts else ""
    if not name or not name.isprintable():
        raise NoRevision(
            f"Efter {PREFIX} ska en revision stå, som {PREFIX}HEAD~1.",
            f"After {PREFIX} comes a revision, such as {PREFIX}HEAD~1.",
        )
    if name.startswith("-"):
        raise NoRevision(
            f"En revision kan inte börja med bindestreck, som ”{name}”.",
            f"A revision cannot begin with a hyphen, as '{name}' does.",
        )
    return Revision(name, (parts["path"] if parts else None) or None)


def read_rules(argument: str, beside: str | None = None) -> Reading:
    """Read the rules at a path, or as they stood in a revision, and those beside them that they use, with every fault.

    Where a revision has no path, it is that of `beside`, the argument that it is compared with; without one, `rules` in
    the current folder, or the rules that are shipped.

    Raises:
        NoRevision: git cannot give them.
    """
    revision = revision_in(argument)
    if revision is None:
        return load_catalogues([argument])
    path = Path(revision.path or standing_rules(beside)).resolve()
    return _read(_tree(path, revision.name))


def standing_rules(beside: str | None = None) -> str:
    """Give the path that is meant where none is named: that of the other argument, if it has one.

    Else it is the folder `rules` in the current folder, or that of the rules that are shipped. Raises as `read_rules`.
    """
    revision = revision_in(beside) if beside is not None else None
    named = revision.path if revision is not None else beside
    return named or ("rules" if Path("rules").is_dir() else str(shipped_rules()))


@dataclass(frozen=True, slots=True)
class _Tree:
    """A path within a repository, as it stood in one commit; `asked` is the revision as it was written."""

    folder: Path
    commit: str
    asked: str
    path: str


def _read(tree: _Tree) -> Reading:
    """Read the rule files of a folder, or one file and those beside it that it uses."""
    kind = _git(tree.folder, "cat-file", "-t", f"{tree.commit}:{tree.path}")
    folder = tree.path if kind == b"tree\n" else _plain(PurePosixPath(tree.path).parent)
    names = _names(tree, folder) if kind else []
    asked = names if kind == b"tree\n" else [PurePosixPath(tree.path).name] if kind else []
    if not asked:
        raise NoRevision(
            f"I revisionen {tree.asked} finns inga regelfiler i {tree.path or 'den översta mappen'}.",
            f"There are no rule files in {tree.path or 'the top folder'} in the revision {tree.asked}.",
        )

    def read(name: str) -> Reading:
        path = f"{folder}/{name}" if folder else name
        return read_texts([(f"{tree.asked}:{path}", _content(tree, path))])

    return read_together(asked, read, lambda _, name: name if name in names else None)


def _names(tree: _Tree, folder: str) -> list[str]:
    """Name a folder's YAML files, as `sources.rule_files` would have found them."""
    listing = _git(tree.folder, "ls-tree", "--full-tree", "-z", f"{tree.commit}:{folder}") or b""
    found: list[str] = []
    for entry in listing.split(b"\0"):
        kind, _, name = entry.partition(b"\t")
        text = os.fsdecode(name)
        if b" blob " in kind and PurePosixPath(text).suffix.lower() in RULE_ENDINGS and not text.startswith("."):
            found.append(text)
    return sorted(found)


def _content(tree: _Tree, path: str) -> bytes:
    """Give a file's bytes, of a longer one than the reader takes only so much that it can tell; links are followed."""
    command = ["git", "-C", str(tree.folder), "cat-file", "--batch", "--follow-symlinks"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()
    ) as git:
        assert git.stdin is not None
        assert git.stdout is not None
        git.stdin.write(f"{tree.commit}:{path}\n".encode("utf-8", "surrogateescape"))
        git.stdin.close()
        answer = git.stdout.readline().split()
        if len(answer) != 3 or answer[1] != b"blob":
            raise NoRevision(
                f"{path} i revisionen {tree.asked} går inte att läsa.",
                f"{path} in the revision {tree.asked} cannot be read.",
            )
        data = git.stdout.read(min(int(answer[2]), LIMIT + 1))
        git.stdout.close()
    return data


def _tree(path: Path, revision: str) -> _Tree:
    """Find the repository that a path lies in, and the revision's commit in it; the path need no longer be there."""
    folder = next(one for one in (path, *path.parents) if one.is_dir())
    prefix = _git(folder, "rev-parse", "--show-prefix")
    if prefix is None:
        raise NoRevision(
            f"{folder.as_posix()} ligger inte i något git-förråd, så där finns ingen revision {revision}.",
            f"{folder.as_posix()} lies in no git repository, so there is no revision {revision} there.",
        )
    commit = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        raise NoRevision(
            f"Revisionen ”{revision}” finns inte i git. De som finns visas av: git log --oneline",
            f"There is no revision '{revision}' in git. Those that there are: git log --oneline",
        )
    within = PurePosixPath(os.fsdecode(prefix.rstrip(b"\n")), path.relative_to(folder).as_posix())
    return _Tree(folder, commit.decode("ascii").strip(), revision, _plain(within))


def _plain(path: PurePosixPath) -> str:
    """Give a path as git names it, in which the repository's own folder is nothing."""
    return "" if path == PurePosixPath(".") else path.as_posix()


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Give what git answers, or None where it refuses.

    Raises:
        NoRevision: there is no git.
    """
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=_environment(),
            check=False,
        )
    except (OSError, ValueError):
        raise NoRevision(
            "Programmet git behövs för att läsa en revision, och det går inte att starta.",
            "The program git is needed to read a revision, and it cannot be started.",
        ) from None
    return done.stdout if done.returncode == 0 else None


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
