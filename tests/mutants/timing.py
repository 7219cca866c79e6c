"""A plugin of pytest: the tests that run in, how long each takes and which fail out; while the reach is measured."""

import json
import os
import signal
import sys
from collections.abc import Generator
from pathlib import Path
from types import FrameType

import pytest

# Some tests walk through every day of all years. What they reach they reach at once, and being watched is slow.
_WATCHED = 0.4
# Those that take longer than this, by the processor, are not asked at all.
_LONGEST = 0.8
_SECONDS: dict[str, float] = {}
_LEFT: set[str] = set()
_FAILED: list[str] = []
_BEGAN: list[float] = [0.0]


class _TooLong(BaseException):
    pass


def _spent() -> float:
    """Give the seconds of the processor so far, also those of processes that were started; a busy machine adds none."""
    return sum(os.times()[:4])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    watching = sys.gettrace()
    rung = 0

    def ring(number: int, frame: FrameType | None) -> None:
        nonlocal rung
        rung += 1
        sys.settrace(None)
        if rung == 2:
            raise _TooLong

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, _WATCHED, _LONGEST - _WATCHED)
    try:
        return (yield)
    except BaseException:
        # Whatever it is, it was not let to its end.
        if rung > 1:
            pytest.skip("it takes too long")
        raise
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        sys.settrace(watching)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    _BEGAN[0] = _spent()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item) -> None:
    item.user_properties.append(("spent", _spent() - _BEGAN[0]))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.failed and report.nodeid not in _LEFT:
        _FAILED.append(report.nodeid)
    if report.skipped or report.nodeid in _LEFT:
        _LEFT.add(report.nodeid)
        _SECONDS.pop(report.nodeid, None)
        return
    _SECONDS[report.nodeid] = max(float(str(spent)) for name, spent in report.user_properties if name == "spent")


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.failed:
        _FAILED.append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    # With several processes the one that asks them hears of every test.
    if not hasattr(session.config, "workerinput"):
        told = {"seconds": _SECONDS, "failed": _FAILED}
        Path(os.environ["MUTANTS_TIMES"]).write_text(json.dumps(told), encoding="utf-8")
