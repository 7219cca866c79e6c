"""Catalogues that hold together in, doubts about their meaning out; only `check` and the editor ask for it."""

from rutinmotor.language.lints.linting import doubt, review

__all__ = ["doubt", "review"]
