"""Catalogues that hold together in, lints of their meaning out; only `check` and the editor ask for it."""

from rutinmotor.language.lints.linting import review

__all__ = ["review"]
