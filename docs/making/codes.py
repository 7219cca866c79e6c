"""The register of codes in, the list of them out, each with its sentence and a link to its page."""

from __future__ import annotations

import re
from pathlib import Path

from rutinmotor.ground.diagnostics.codes.code import Code, Severity
from rutinmotor.ground.diagnostics.codes.register import FAMILIES, RETIRED

_HEAD = """\
# Koder

Allt som programmet har att säga om en regelfil eller ett ärende har en kod. Koden ändras aldrig och används aldrig
till något annat. Listan är gjord av registret (`make docs`). Sidan bakom länken visar hur det blir fel och hur det blir
rätt.

Ett **fel** hindrar reglerna från att laddas eller ärendet från att bedömas. En **varning** är något som är tillåtet,
men som troligen inte är vad du har tänkt. En **upplysning** är något att känna till; den ändrar aldrig slutstatus.

*In English: every code has an English sentence too; `rutinmotor check --lang en` says it.*
"""
_RETIRED = """\
## Koder som inte längre ges

Numren används aldrig till något annat.
"""
_FAMILIES = {
    "RM0": "Filer och text",
    "RM1": "Form: det som är fel inom en regel",
    "RM2": "Samband: namn, värden och cirklar",
    "RM3": "Tider",
    "RM4": "Eskalering",
    "RM5": "Källor och versioner",
    "RM6": "Ärenden",
    "RM7": "Scenarier",
}
_SEVERITIES = {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.INFO: "upplysning"}


def codes_page(folder: Path) -> str:
    """Give the list of all codes by family; a code is a link if it has a page in the folder."""
    parts = [_HEAD]
    for prefix, codes in FAMILIES.items():
        if codes:
            rows = "".join(_row(code, folder) for code in sorted(codes))
            parts.append(f"## {prefix}xx · {_FAMILIES[prefix]}\n\n| Kod | | Vad den säger |\n|---|---|---|\n{rows}")
    rows = "".join(f"| [{old}]({old}.md) | {_now(now)} |\n" for old, now in RETIRED.items())
    parts.append(f"{_RETIRED}\n| Kod | Heter nu |\n|---|---|\n{rows}")
    return "\n".join(parts)


def _now(code: str | None) -> str:
    return "Det är inget fel längre." if code is None else f"[{code}]({code}.md)"


def _row(code: Code, folder: Path) -> str:
    name = f"[{code.id}]({code.id}.md)" if (folder / f"{code.id}.md").is_file() else code.id
    return f"| {name} | {_SEVERITIES[code.severity]} | {_said(code.sv)} |\n"


def _said(template: str) -> str:
    """Give a sentence with its values as words in slanted type, and what may be left out as it stands."""
    text = template.replace("[[", "").replace("]]", "").replace("{{", "\0").replace("}}", "\1")
    text = re.sub(r"\{(\w+)\}", lambda value: f"*‹{value[1]}›*", text)
    return text.replace("\0", "{").replace("\1", "}").replace("|", "\\|").replace("\n", " ")
