"""A file that a command does not write to in, that it is left alone and why out; for what writes in folders."""

from __future__ import annotations

import sys

from rutinmotor.faces.cli.screen import look_for, show
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.ground.words import Piece, printable, said, wrapped


def show_left(name: str, why_sv: str, why_en: str, lang: Lang) -> None:
    """Say that a file is left alone; the reason is a clause that follows its name."""
    pieces = [
        Piece(f"{said(lang, 'Lämnad', 'Left alone')}: "),
        Piece(printable(name), "strong"),
        Piece(f", {said(lang, why_sv, why_en)}"),
    ]
    show(wrapped(pieces, look_for(sys.stdout, lang).width, hanging=2), sys.stdout)


def show_link_left(name: str, lang: Lang) -> None:
    """Say that a link met in a folder is left alone, as it may lead anywhere."""
    show_left(
        name,
        "som är en länk. Ange den själv om filen som den leder till ska ändras.",
        "which is a link. Name it itself if the file that it leads to is to be changed.",
        lang,
    )
