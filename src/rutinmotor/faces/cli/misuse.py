"""What a caller did wrong in, one sentence in her language out; raised by every command, said by `front`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rutinmotor.ground.diagnostics import Diagnostic, Lang


class Misuse(Exception):
    """Something that makes a command impossible: exit status 2. What is wrong in files stands in `diagnostics`."""

    def __init__(self, sv: str, en: str, diagnostics: Sequence[Diagnostic] = ()) -> None:
        super().__init__(en)
        self.sv = sv
        self.en = en
        self.diagnostics = tuple(diagnostics)

    def said(self, lang: Lang) -> str:
        """Say it in Swedish or English."""
        return self.sv if lang == "sv" else self.en


def unknown(what_sv: str, what_en: str, value: str, near: Sequence[str], known: Sequence[str] = ()) -> Misuse:
    """Make the misuse of a name that is not known, with those that may be meant, else with those that there are."""
    sv, en = f"{what_sv} ”{value}” finns inte.", f"There is no {what_en} '{value}'."
    if near:
        meant_sv, meant_en = "” eller ”".join(near), "' or '".join(near)
        return Misuse(f"{sv} Menade du ”{meant_sv}”?", f"{en} Did you mean '{meant_en}'?")
    if known:
        return Misuse(f"{sv} De som finns: {', '.join(known)}.", f"{en} There are: {', '.join(known)}.")
    return Misuse(sv, en)
