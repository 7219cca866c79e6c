"""What holds and what fails: each line against the answer, and why it fails, with what was answered instead."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutinmotor.workbench.scenario.verdict import Difference
from tests.workbench.scenario.trying import RULES, SCENARIO, codes, engine_of, tried, whys, with_expected

EXPECT = "expect:"
SVAR = "rule: prov.svar, item: del-1"


def at(day: str, *more: str, text: str = SCENARIO) -> str:
    """The scenario on another day, with further events."""
    lines = [line for line in text.splitlines() if not line.startswith("at: ")]
    row = next(number for number, line in enumerate(lines) if line.startswith("    - {id: e1"))
    lines[row + 1 : row + 1] = [f"    - {event}" for event in more]
    return "\n".join([*lines[: lines.index(EXPECT)], f"at: {day}", *lines[lines.index(EXPECT) :]]) + "\n"


def done(day: str) -> str:
    return f"{{id: e2, type: svarat, at: {day}, item: del-1}}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (at("2026-03-07"), "status: due, light: green, due: 2026-03-07, fulfilled_on: null, ended_on: null"),
        (at("2026-03-08"), "status: overdue, light: red, opened: 2026-03-02, escalated_to: [chef]"),
        (at("2026-03-07"), "escalated_to: [], breaches: []"),
        (at("2026-03-17"), "escalated_to: [handlaggare, chef]"),
        (at("2026-03-08", done("2026-03-06")), "status: fulfilled, light: null, fulfilled_on: 2026-03-06"),
        (at("2026-03-09", done("2026-03-08")), "status: fulfilled_late, due: 2026-03-07, fulfilled_on: 2026-03-08"),
        (at("2026-03-08", done("2026-03-03")), "status: fulfilled, breaches: [too_early]"),
        (
            at("2026-03-09", "{type: forlangt, at: 2026-03-08, item: del-1}", done("2026-03-03")),
            "status: fulfilled, breaches: [too_early]",
        ),
        (
            at("2026-03-09", "{type: avslutat, at: 2026-03-05}"),
            "status: ended, ended_on: 2026-03-05, fulfilled_on: null, light: null",
        ),
        (at("2026-03-08"), ""),
    ],
)
def test_what_holds(text: str, line: str) -> None:
    keys = f"{SVAR}, {line}" if line else SVAR
    assert whys(tried(with_expected(EXPECT, f"  - {{{keys}}}", text=text))) == [None]


@pytest.mark.parametrize(
    ("line", "differs"),
    [
        ("status: due, due: 2026-03-07", [("status", "due", "overdue")]),
        ("due: null", [("due", None, date(2026, 3, 7))]),
        ("due: 2026-03-09, light: null", [("light", None, "red"), ("due", date(2026, 3, 9), date(2026, 3, 7))]),
        ("fulfilled_on: 2026-03-06", [("fulfilled_on", date(2026, 3, 6), None)]),
        ("ended_on: 2026-03-06", [("ended_on", date(2026, 3, 6), None)]),
        ("escalated_to: []", [("escalated_to", (), ("chef",))]),
        ("escalated_to: [handlaggare, chef]", [("escalated_to", ("handlaggare", "chef"), ("chef",))]),
        ("breaches: [backdated]", [("breaches", ("backdated",), ())]),
    ],
)
def test_what_differs_is_told_key_by_key(line: str, differs: list[tuple[str, Any, Any]]) -> None:
    verdict = tried(with_expected(EXPECT, f"  - {{{SVAR}, {line}}}"))
    assert whys(verdict) == ["differs"]
    [result] = verdict.failures
    assert list(result.differences) == [Difference(*one) for one in differs]
    assert result.answer is not None
    assert result.answer.status == "overdue"
    assert result.explanation is not None
    assert result.explanation.item == "del-1"


def test_what_fails_is_explained_and_what_holds_is_not() -> None:
    verdict = tried(
        with_expected(EXPECT, f"  - {{{SVAR}, status: overdue}}", "absent: [prov.svar]".replace("svar", "egen"))
    )
    assert whys(verdict) == [None, None]
    assert [one.explanation for one in verdict.results] == [None, None]


def test_an_obligation_that_is_not_there() -> None:
    text = with_expected(
        EXPECT,
        "  - {rule: prov.egen}",
        "  - {rule: prov.svar, item: del-2}",
        "  - {rule: prov.svar, opened: 2026-03-01}",
        "  - {rule: prov.svar, item: null}",
    )
    verdict = tried(text)
    assert whys(verdict) == ["none", "not_that_one", "not_that_one", "not_that_one"]
    explanation = verdict.results[1].explanation
    assert explanation is not None
    assert explanation.item == "del-2"
    assert explanation.obligations == ()


UNKNOWN = SCENARIO.replace("  facts: {egen: false}\n", "").replace("del-2: {}", "del-2: {egen: true}")


def test_unknown_is_never_no() -> None:
    assert whys(tried(with_expected("absent: [prov.egen]"))) == [None]
    assert whys(tried(with_expected("absent: [prov.egen]", text=UNKNOWN))) == ["undetermined"]
    assert whys(tried(with_expected("undetermined: [prov.egen]", text=UNKNOWN))) == [None]
    assert whys(tried(with_expected("undetermined: [prov.egen]"))) == ["judged"]
    assert whys(tried(with_expected("undetermined: [prov.svar]"))) == ["judged"]
    assert whys(tried(with_expected("absent: [prov.svar]"))) == ["present"]


def test_what_is_expected_and_cannot_be_judged() -> None:
    verdict = tried(with_expected(EXPECT, "  - {rule: prov.egen, item: del-1, status: due}", text=UNKNOWN))
    assert whys(verdict) == ["undetermined"]
    assert [(gap.item, gap.missing) for gap in verdict.results[0].gaps] == [("del-1", ("egen",))]
    # Of another part of the case it can be judged.
    more = at("2026-03-08", "{type: mottaget, at: 2026-03-03, item: del-2}", text=UNKNOWN)
    lines = (
        EXPECT,
        "  - {rule: prov.egen, item: del-2, status: due}",
        "undetermined: [prov.svar]".replace("svar", "egen"),
    )
    verdict = tried(with_expected(lines[0], lines[1], text=more))
    assert whys(verdict) == [None]
    verdict = tried(with_expected(EXPECT, "  - {rule: prov.egen, item: del-1}", lines[1], text=more))
    assert whys(verdict) == ["undetermined", None]


TWO = at("2026-03-08", "{id: e2, type: mottaget, at: 2026-03-04, item: del-1}")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["status: overdue", "status: due"], [None, None]),
        (["status: due", "status: overdue"], [None, None]),
        (["due: 2026-03-09", "opened: 2026-03-02"], [None, None]),
        # The first could take either; the second only one of them.
        (["light: null", "status: overdue"], ["differs", None]),
        (["item: del-1", "status: overdue"], [None, None]),
        (["item: del-1", "status: due"], [None, None]),
        (["opened: 2026-03-02", "opened: 2026-03-02, status: overdue"], [None, "taken"]),
        (["item: del-1", "status: due", "status: overdue"], ["taken", None, None]),
        (["status: overdue", "status: overdue, light: red"], [None, "differs"]),
    ],
)
def test_each_line_claims_an_obligation_of_its_own(lines: list[str], found: list[str | None]) -> None:
    text = with_expected(EXPECT, *(f"  - {{rule: prov.svar, {line}}}" for line in lines), text=TWO)
    assert sorted(whys(tried(text)), key=str) == sorted(found, key=str)
    assert sum(why is None for why in whys(tried(text))) == found.count(None)


TWICE = at("2026-03-08", "{id: e2, type: mottaget, at: 2026-03-02T10:00, item: del-1}")
THRICE = at(
    "2026-03-08",
    "{id: e2, type: mottaget, at: 2026-03-02T10:00, item: del-1}",
    "{id: e3, type: mottaget, at: 2026-03-04, item: del-1}",
)
SAME = "item: del-1, status: overdue, due: 2026-03-07"
LATER = "item: del-1, status: due, due: 2026-03-09"


@pytest.mark.parametrize(
    ("text", "lines", "found"),
    [
        # Two that are equal, and as many lines, too few or too many.
        (TWICE, [SAME, SAME], [None, None]),
        (TWICE, [SAME], [None]),
        (TWICE, [SAME, SAME, SAME], [None, None, "taken"]),
        (SCENARIO, [SAME, SAME], [None, "taken"]),
        # And one that differs.
        (THRICE, [SAME, LATER, SAME], [None, None, None]),
        (THRICE, [SAME, SAME, SAME], [None, None, "differs"]),
        (THRICE, [LATER, SAME, LATER], [None, None, "differs"]),
        (THRICE, [LATER, SAME], [None, None]),
        # A line that says less takes what is left.
        (THRICE, ["item: del-1", SAME, LATER], [None, None, None]),
        (SCENARIO, ["item: del-1", SAME], ["taken", None]),
        (SCENARIO, [SAME, "item: del-1"], [None, "taken"]),
    ],
)
def test_equal_obligations_are_expected_as_often_as_they_are(
    text: str, lines: list[str], found: list[str | None]
) -> None:
    verdict = tried(with_expected(EXPECT, *(f"  - {{rule: prov.svar, {line}}}" for line in lines), text=text))
    assert whys(verdict) == found
    claimed = [id(one.answer) for one in verdict.results if one.answer is not None]
    assert len(claimed) == len(set(claimed))


def test_of_equal_obligations_only_says_how_many_are_too_many() -> None:
    line, only = f"  - {{rule: prov.svar, {SAME}}}", "only: [prov.svar]"
    verdict = tried(with_expected(EXPECT, line, only, text=TWICE))
    assert whys(verdict) == [None, "surplus"]
    assert len(verdict.results[1].others) == 1
    assert whys(tried(with_expected(EXPECT, line, line, only, text=TWICE))) == [None, None, None]


@pytest.mark.parametrize(
    ("text", "lines", "wanted"),
    [
        (SCENARIO, [SAME, SAME], [(2, 1)]),
        (SCENARIO, [SAME, SAME, SAME], [(3, 1), (3, 1)]),
        (TWICE, [SAME, SAME, SAME], [(3, 2)]),
        # A line about another obligation does not count; one that could be about either counts for what is too many.
        (TWO, ["opened: 2026-03-02, status: overdue"] * 2 + ["status: due"], [(2, 1)]),
        (TWO, ["opened: 2026-03-02, status: overdue"] * 2 + ["opened: 2026-03-04"] + ["status: due"], [(2, 1), (4, 2)]),
        # One that differs is about it all the same.
        (SCENARIO, ["item: del-1, status: due"] * 2, [(2, 1)]),
    ],
)
def test_a_line_too_many_says_how_many_are_expected(text: str, lines: list[str], wanted: list[tuple[int, int]]) -> None:
    verdict = tried(with_expected(EXPECT, *(f"  - {{rule: prov.svar, {line}}}" for line in lines), text=text))
    assert [(one.wanted, len(one.others)) for one in verdict.failures if one.why == "taken"] == wanted


def test_what_fails_is_held_against_what_it_means_though_a_line_that_says_less_comes_first() -> None:
    """The first line could be about either, and leaves the earlier one to the second line, which means that one."""
    text = with_expected(
        EXPECT, "  - {rule: prov.svar}", "  - {rule: prov.svar, opened: 2026-03-02, status: due}", text=TWO
    )
    verdict = tried(text)
    assert whys(verdict) == [None, "differs"]
    assert [one.answer.opened.day for one in verdict.results if one.answer] == [4, 2]


KINDS = [SAME, LATER, "item: del-1", "opened: 2026-03-04", "opened: 2026-03-02", "status: paused", "status: due"]


@given(
    st.sampled_from([SCENARIO, TWO, TWICE, THRICE]), st.lists(st.sampled_from(KINDS), max_size=5, min_size=1), st.data()
)
def test_the_order_of_the_lines_decides_nothing(text: str, lines: list[str], data: st.DataObject) -> None:
    """The same lines hold, each with the same obligation, and the others fail for the same reason."""

    def found(order: list[str]) -> list[tuple[object, ...]]:
        verdict = tried(with_expected(EXPECT, *(f"  - {{rule: prov.svar, {line}}}" for line in order), text=text))
        told = [
            (line, one.why or "", one.answer.to_dict() if one.answer else "", one.wanted or 0, len(one.others))
            for line, one in zip(order, verdict.results, strict=True)
        ]
        return sorted(told, key=str)

    assert found(lines) == found(data.draw(st.permutations(lines)))


def test_two_lines_that_differ_are_held_against_one_each() -> None:
    text = with_expected(EXPECT, *(f"  - {{rule: prov.svar, due: 2026-04-0{day}}}" for day in (1, 2)), text=TWO)
    verdict = tried(text)
    assert whys(verdict) == ["differs", "differs"]
    first, second = verdict.results
    assert {first.answer, second.answer} == set(first.others)
    assert second.others == ()


def test_a_line_that_could_be_about_several_has_them_all() -> None:
    [result] = tried(with_expected(EXPECT, "  - {rule: prov.svar, status: due, due: 2026-04-01}", text=TWO)).results
    assert [one.opened.day for one in result.others] == [2, 4]
    assert result.answer == result.others[1]
    [result] = tried(with_expected(EXPECT, "  - {rule: prov.svar, opened: 2026-03-02, due: null}", text=TWO)).results
    assert (result.why, result.others) == ("differs", ())


def test_only_what_is_expected() -> None:
    one, both = "  - {rule: prov.svar, status: overdue}", "  - {rule: prov.svar, status: due}"
    only = "only: [prov.svar]"
    assert whys(tried(with_expected(EXPECT, one, only))) == [None, None]
    verdict = tried(with_expected(EXPECT, one, only, text=TWO))
    assert whys(verdict) == [None, "surplus"]
    result = verdict.results[1]
    assert [other.opened.day for other in result.others] == [4]
    assert result.explanation is not None
    assert whys(tried(with_expected(EXPECT, one, both, only, text=TWO))) == [None, None, None]
    # What a failed line is held against is told of there.
    assert whys(tried(with_expected(EXPECT, one, "  - {rule: prov.svar, due: null}", only, text=TWO))) == [
        None,
        "differs",
        None,
    ]
    # One on another item is noticed.
    other = TWO.replace("at: 2026-03-04, item: del-1", "at: 2026-03-04, item: del-2")
    assert whys(tried(with_expected(EXPECT, f"  - {{{SVAR}}}", only, text=other))) == [None, "surplus"]


def test_only_what_is_expected_and_nothing_that_cannot_be_judged() -> None:
    text = at("2026-03-08", "{type: mottaget, at: 2026-03-03, item: del-2}", text=UNKNOWN)
    line, only = "  - {rule: prov.egen, item: del-2, status: due}", "only: [prov.egen]"
    verdict = tried(with_expected(EXPECT, line, only, text=text))
    assert whys(verdict) == [None, "undetermined"]
    assert [gap.item for gap in verdict.results[1].gaps] == ["del-1"]
    said = "undetermined: [{rule: prov.egen, item: del-1}]"
    assert whys(tried(with_expected(EXPECT, line, only, said, text=text))) == [None, None, None]
    # Said once is enough.
    wrong = line.replace("del-2", "del-1")
    assert whys(tried(with_expected(EXPECT, wrong, line, only, text=text))) == ["undetermined", None, None]


def test_a_rule_is_absent_or_undetermined_for_one_item() -> None:
    line = f"  - {{{SVAR}}}"
    for item, found in (("del-2", None), ("null", None), ("del-1", "present")):
        text = with_expected(f"absent: [{{rule: prov.svar, item: {item}}}]")
        assert whys(tried(text)) == [found]
    assert whys(tried(with_expected(EXPECT, line, "absent: [{rule: prov.svar, item: del-2}]"))) == [None, None]
    text = at("2026-03-08", "{type: mottaget, at: 2026-03-03, item: del-2}", text=UNKNOWN)
    for item, absent, unjudged in (("del-1", "undetermined", None), ("del-2", "present", "judged")):
        listed = f"[{{rule: prov.egen, item: {item}}}]"
        assert whys(tried(with_expected(f"absent: {listed}", text=text))) == [absent]
        assert whys(tried(with_expected(f"undetermined: {listed}", text=text))) == [unjudged]
    # Nor can the case as a whole be judged otherwise than its items: nothing happened to it.
    assert whys(tried(with_expected("absent: [{rule: prov.egen, item: null}]", text=text))) == [None]
    both = ("absent: [{rule: prov.egen, item: null}]", "undetermined: [{rule: prov.egen, item: del-1}]")
    assert whys(tried(with_expected(*both, text=text))) == [None, None]


def test_the_answer_is_that_of_evaluate_with_what_was_known() -> None:
    late = "{id: e2, type: svarat, at: 2026-03-05, item: del-1, recorded: 2026-03-09}"
    text = at("2026-03-10", late)
    assert whys(tried(with_expected(EXPECT, f"  - {{{SVAR}, status: fulfilled}}", text=text))) == [None]
    text = text.replace("at: 2026-03-10\n", "at: 2026-03-10\nknown: 2026-03-08\n")
    assert whys(tried(with_expected(EXPECT, f"  - {{{SVAR}, status: overdue}}", text=text))) == [None]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("type: mottaget", "type: motaget", [("RM601", 8, "motaget")]),
        ("egen: false", "egn: false", [("RM603", 5, "egn: false")]),
        ("del-2: {}", "del-2: {egn: true}", [("RM603", 6, "egn: true")]),
        ("item: del-1}\nat", "item: del-1, data: {egn: true}}\nat", [("RM603", 8, "egn: true")]),
        ("egen: false", "egen: nej", [("RM602", 5, "nej")]),
        ("del-2: {}", "del-2: {egen: 1}", [("RM602", 6, "1")]),
        ("rule: prov.svar", "rule: prov.svaret", [("RM722", 11, "prov.svaret")]),
        ("rule: prov.svar", "rule: sol.svar", [("RM722", 11, "sol.svar")]),
        ("item: del-1, status", "item: del-3, status", [("RM723", 11, "del-3")]),
        ("due: 2026-03-07}", "escalated_to: [chef, chefen]}", [("RM724", 11, "chefen")]),
        ("expect:", "absent: [prov.egenn]\nexpect:", [("RM722", 10, "prov.egenn")]),
        ("expect:", "absent: [{rule: prov.egenn, item: del-2}]\nexpect:", [("RM722", 10, "prov.egenn")]),
        ("expect:", "undetermined: [{rule: prov.egen, item: del-9}]\nexpect:", [("RM723", 10, "del-9")]),
        # After the day asked it does not count, but it is a mistake all the same.
        (
            "at: 2026-03-02, item: del-1}",
            "at: 2026-03-02, item: del-1}\n    - {type: svara, at: 2027-01-01}",
            [("RM601", 9, "svara")],
        ),
        (
            "item: del-1}\nat",
            "item: del-1}\n    - {id: e2, retracts: e9, recorded: 2026-03-03}\nat",
            [("RM605", 9, "{")],
        ),
        ("item: del-1}\nat", "item: del-1}\n    - {id: e1, type: svarat, at: 2026-03-03}\nat", [("RM604", 9, "{")]),
    ],
)
def test_unknown_names_are_faults(old: str, new: str, found: list[tuple[str, int, str]]) -> None:
    assert old in SCENARIO
    text = SCENARIO.replace(old, new, 1)
    assert codes(tried(text), text) == found


def test_the_nearest_name_is_told() -> None:
    [fault] = tried(SCENARIO.replace("rule: prov.svar", "rule: prov.svarr")).diagnostics
    assert dict(fault.values) == {"rule": "prov.svarr", "near": "prov.svar", "catalogue": ""}
    [fault] = tried(SCENARIO.replace("rule: prov.svar", "rule: lss.boendeplan")).diagnostics
    assert "lägg till katalogen ”lss”" in fault.step("sv")


def test_the_same_text_gives_the_same_verdict() -> None:
    assert tried(SCENARIO) == tried(SCENARIO)
    assert tried(SCENARIO, RULES).scenario == tried(f"# En kommentar\n{SCENARIO}").scenario
    assert engine_of().catalogues
