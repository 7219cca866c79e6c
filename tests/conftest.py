"""Options for the whole test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--examples", type=int, default=2000, help="examples drawn where both evaluators are compared")
    parser.addoption("--draw-seed", type=int, default=0, help="the seed of what is drawn there")
    parser.addoption(
        "--every-mutant", type=int, default=5, help="1 breaks the shipped rules in every way, 5 in a fifth"
    )
