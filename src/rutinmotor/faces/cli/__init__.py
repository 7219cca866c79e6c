"""Arguments in, answers on the terminal or in a pipe out: one file for each command; the end of the trip."""

from rutinmotor.faces.cli.entry import front

__all__ = ["front"]
