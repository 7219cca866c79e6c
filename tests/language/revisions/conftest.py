"""The repository of rules that the tests of diff use too."""

from tests.workbench.diff.conftest import repository

__all__ = ["repository"]
