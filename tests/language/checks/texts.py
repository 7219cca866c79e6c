"""Small rule texts for the tests of checks."""

from collections.abc import Mapping

from rutinmotor.ground.diagnostics.diagnostic import Diagnostic
from rutinmotor.language.checks.checking import check_texts

VOCABULARY = """\
actors: {handlaggare: {title: Handläggare}}
events:
  ansokan_mottagen: {title: Ansökan har kommit in}
  beslut_fattat: {title: Beslutet är fattat}
  arende_avslutat: {title: Ärendet är avslutat}
facts:
  regi: {one_of: [egen, enskild]}
  iub: {type: bool}
  timmar: {type: int}
  slutdatum: {type: date}
  orsak: {type: text}
states:
  pagar: {begins: beslut_fattat, ends: arende_avslutat}
calendars:
  vardag: {weekdays: [mon, tue, wed, thu, fri], holidays: SE, eves_free: true}
"""
RULE = {
    "id": "beslut",
    "actor": "handlaggare",
    "trigger": "ansokan_mottagen",
    "deadline": "{months: 4}",
    "fulfilled_by": "beslut_fattat",
}


def rule(**lines: str | None) -> str:
    """A rule's YAML: the usual one, with these lines instead; None leaves a line out."""
    kept = {key: value for key, value in {**RULE, **lines}.items() if value is not None}
    return "".join(f"  {'-' if key == 'id' else ' '} {key}: {value}\n" for key, value in kept.items())


def catalogue(*rules: str, name: str = "sol", top: str = "", vocabulary: str = VOCABULARY) -> str:
    """A catalogue's YAML; `top` is put after its first line."""
    rows = f"rules:\n{''.join(rules)}" if rules else ""
    return f"catalogue: {name}\n{top}{vocabulary}{rows}"


def faults(*texts: str, **named: str) -> tuple[Diagnostic, ...]:
    """What the checks say of texts that stand side by side, as `a.yaml`, `b.yaml`, ..., or by their names."""
    sources: Mapping[str, str] = {**dict(zip("abcdefgh", texts, strict=False)), **named}
    return check_texts([(f"{source}.yaml", text.encode()) for source, text in sources.items()])


def said(diagnostic: Diagnostic, text: str) -> tuple[str, str]:
    """A diagnostic's code, and what stands in the text at its place up to the end of the word."""
    place = diagnostic.place
    assert place is not None
    rest = text.split("\n")[place.line - 1][place.column - 1 :]
    end = next((index for index, char in enumerate(rest) if char in " ,:]}"), len(rest))
    return diagnostic.code, rest[:end]
