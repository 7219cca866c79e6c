"""A command of several forms: one help for all, each option once, and none that belongs to another form."""

from typing import NamedTuple

import pytest

from rutinmotor.faces.cli.forms import _merged  # pyright: ignore[reportPrivateUsage]  # its laws are its own
from rutinmotor.faces.cli.new import FORMS
from tests.faces.cli.calls import Call


class Param(NamedTuple):
    name: str


def merged(*lists: str) -> str:
    return "".join(one.name for one in _merged([[Param(name) for name in names] for names in lists]))


@pytest.mark.parametrize(
    ("lists", "whole"),
    [
        (("abc",), "abc"),
        (("abc", "abc"), "abc"),
        (("abc", "xby"), "axbcy"),
        (("abc", "xabc"), "xabc"),
        (("ab", "xy"), "abxy"),
        (("abc", "axyc"), "abxyc"),
        (("ac", "bc", "abd"), "abcd"),
    ],
)
def test_parameters_are_merged_in_the_order_of_each_form(lists: tuple[str, ...], whole: str) -> None:
    assert merged(*lists) == whole


def test_each_option_of_new_stands_in_its_help_once(call: Call) -> None:
    page = call("new", "--help").out
    for option in ("--in", "--title", "--actor", "--status", "--day", "--fact", "--rules", "--out", "--force"):
        assert page.count(f"\n  {option}") == 1, option


@pytest.mark.parametrize(
    ("kind", "option"),
    [
        ("rule", "--status due"),
        ("rule", "--force"),
        ("rule", "--fact a=1"),
        ("scenario", "--in x"),
        ("scenario", "--actor a"),
    ],
)
def test_an_option_of_the_other_form_is_refused(call: Call, kind: str, option: str) -> None:
    answer = call("new", kind, "sol.plan_slutford", *option.split(), "--lang", "en")
    assert answer.status == 2
    assert answer.err == f"rutinmotor: {option.split()[0]} does not belong to new {kind}.\n"


def test_the_form_may_stand_after_its_options(call: Call) -> None:
    assert call("new", "--title", "T", "scenario", "sol.plan_slutford", "--day", "2026-03-02").status == 0
    assert sorted(FORMS) == ["rule", "scenario"]
