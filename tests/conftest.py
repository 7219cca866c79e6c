"""Options for the whole test run, and one environment and one way of drawing for every test."""

import os
import time

import pytest
from hypothesis import HealthCheck, settings

# What the machine or its user may say of language, colours, widths, git and Python; the tests say it themselves.
_OUTSIDE = ("LANG", "LANGUAGE", "LC_", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "GIT_", "XDG_", "PYTHON", "COLORTERM")
_KEPT = ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
_ENVIRONMENT = {
    "COLUMNS": "100",
    "LINES": "24",
    "TERM": "dumb",
    "TZ": "Europe/Stockholm",
    "HOME": "/nowhere",
    "GIT_CONFIG_NOSYSTEM": "1",
}

# Every run draws the same, on every machine; with --draw-anew each run draws other examples.
# How fast a machine draws is no fault.
_EVERY = settings(deadline=None, database=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", _EVERY, derandomize=True)
settings.register_profile("anew", _EVERY, derandomize=False)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--examples", type=int, default=2000, help="examples drawn where both evaluators are compared")
    parser.addoption("--draw-seed", type=int, default=0, help="the seed of what is drawn there")
    parser.addoption("--draw-anew", action="store_true", help="draw other examples at each run, for all other laws")
    parser.addoption(
        "--every-mutant", type=int, default=5, help="1 breaks the shipped rules in every way, 5 in a fifth"
    )


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("anew" if config.getoption("--draw-anew") else "same")
    # Before anything is collected, so that servers which many tests share have it too.
    for name in [name for name in os.environ if name.startswith(_OUTSIDE) and name not in _KEPT]:
        del os.environ[name]
    os.environ.update(_ENVIRONMENT)
    time.tzset()
    os.umask(0o022)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is liable to depend on where it runs: what asks a command, or starts one, about files of its own.

    What takes long begins first, so that no processor is left with it when the others are done, and is shared: xdist
    deals out a quarter of the tests to begin with, a block in a row to each worker.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    long = [item for item in items if item.get_closest_marker("long")]
    items.sort(key=lambda item: item in long)
    del items[len(items) - len(long) :]
    block = (len(items) + len(long)) // workers // 4
    for number, item in enumerate(long):
        items.insert(number % workers * block, item)
    for item in items:
        names: set[str] = set(getattr(item, "fixturenames", ()))
        globals_ = vars(getattr(item, "module", object))
        asks = names & {"call", "process", "capsys"} or any(
            getattr(one, "__module__", getattr(one, "__name__", "")) == "subprocess" for one in globals_.values()
        )
        apart = "yaml_editor" in names or item.get_closest_marker("long") or item.get_closest_marker("more")
        if asks and "tmp_path" in names and not apart:
            item.add_marker("liable")
