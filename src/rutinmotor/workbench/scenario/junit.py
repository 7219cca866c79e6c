"""Verdicts of scenarios in, a report in JUnit's XML out, for build servers: a suite to each folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from rutinmotor.ground.findings import SourceLines
from rutinmotor.ground.words import Lang, Look, plain, said
from rutinmotor.workbench.scenario.text import verdict_lines
from rutinmotor.workbench.scenario.verdict import Verdict
from rutinmotor.workbench.telling import Titles

_WIDTH = 100
# What XML 1.0 cannot hold, however it is written.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit_report(verdicts: Sequence[Verdict], titles: Titles, source_lines: SourceLines, lang: Lang) -> str:
    """Write the report; what does not hold is a failure, what could not be tried an error."""
    suites: dict[str, list[Verdict]] = {}
    for one in verdicts:
        suites.setdefault(PurePath(one.source).parent.as_posix(), []).append(one)
    root = Element("testsuites", {"name": "rutinmotor", **_counts(verdicts)})
    for folder, found in suites.items():
        suite = SubElement(root, "testsuite", {"name": _clean(folder), **_counts(found)})
        for one in found:
            _case(suite, one, titles, source_lines, lang)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _counts(verdicts: Sequence[Verdict]) -> dict[str, str]:
    errors = sum(bool(one.diagnostics) for one in verdicts)
    failures = sum(not one.holds for one in verdicts) - errors
    return {"tests": str(len(verdicts)), "failures": str(failures), "errors": str(errors), "skipped": "0"}


def _case(suite: Element, one: Verdict, titles: Titles, source_lines: SourceLines, lang: Lang) -> None:
    path = PurePath(one.source)
    names = {"name": _clean(one.title or path.name), "classname": _clean(path.with_suffix("").as_posix())}
    case = SubElement(suite, "testcase", {**names, "file": _clean(one.source)})
    if one.holds:
        return
    kind = "error" if one.diagnostics else "failure"
    text = "\n".join(plain(part) for part in verdict_lines(one, titles, source_lines, Look(lang, _WIDTH)))
    SubElement(case, kind, {"message": _clean(_message(one, lang)), "type": _type(one)}).text = _clean(text)


def _message(one: Verdict, lang: Lang) -> str:
    if one.diagnostics:
        return one.diagnostics[0].sentence(lang)
    rules = ", ".join(dict.fromkeys(result.assertion.rule for result in one.failures))
    return said(lang, f"Svaret är inte som väntat: {rules}", f"The answer is not as expected: {rules}")


def _type(one: Verdict) -> str:
    """Name the first code, or the first reason, for tools that group by it."""
    return one.diagnostics[0].code if one.diagnostics else str(one.failures[0].why)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
