"""Lints that an author lets stand: by rule and by file, with what is stale, misspelt or an error."""

from textwrap import dedent

from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.ground.diagnostics.diagnostic import Diagnostic
from rutinmotor.language.catalogue.reading import read_texts
from rutinmotor.language.checks.allowed import sift
from rutinmotor.language.checks.checking import check_reading, found_in
from rutinmotor.language.lints.linting import review
from tests.language.lints.linting import reviewed
from tests.steps import steps

HEAD = """\
catalogue: prov
title: Prov
actors: {utforare: {title: Utförare}}
events:
  ansokan: {title: Ansökan har kommit in}
  klar: {title: Det är gjort}
"""
# Each rule gives two warnings: RM208 in its deadline (told on loading too), and RM315 in its warn.
FIRST = """\
  - id: ett
    title: Ett
    actor: utforare
    trigger: ansokan
    deadline: {urgency: snarats}
    warn: {days: 2}
    fulfilled_by: klar
    source: {section: Ett}
"""
SECOND = FIRST.replace("ett", "tva").replace("Ett", "Två").replace("trigger: ansokan", "trigger: {fulfilled: ett}")


def allow(*codes: str, indent: int = 0) -> str:
    rows = "".join(f"\n{' ' * indent}  - {{code: {code}, reason: Det är avsikten.}}" for code in codes)
    return f"{' ' * indent}allow:{rows}\n"


def graver(found: list[Diagnostic]) -> list[tuple[str, int]]:
    """The codes and lines of what is no remark."""
    return [(one.code, one.place.line if one.place else 0) for one in found if one.severity != "info"]


def text(first: str = "", second: str = "", head: str = "", tail: str = "") -> str:
    return f"{HEAD}{head}rules:\n{FIRST}{first}{SECOND}{second}{tail}"


def told(*parts: str) -> list[tuple[str, int]]:
    return graver(reviewed(text(*parts)))


def test_without_exceptions_each_is_told() -> None:
    assert [code for code, _ in told()] == ["RM208", "RM315", "RM208", "RM315"]


def test_a_rule_allows_its_own_and_no_others() -> None:
    rule = allow("RM208", "RM315", indent=4)
    assert told(rule) == [("RM208", 23), ("RM315", 24)]
    assert [line for _, line in told("", rule)] == [12, 13]


def test_a_file_allows_in_each_rule() -> None:
    assert [code for code, _ in told("", "", allow("RM208"))] == ["RM315", "RM315"]
    assert [code for code, _ in told("", "", "", allow("RM315"))] == ["RM208", "RM208"]


def test_what_the_rule_allows_leaves_the_files_exception_idle() -> None:
    both = allow("RM208", "RM315", indent=4)
    found = told(both, both, allow("RM208"))
    assert [code for code, _ in found] == ["RM533"]


def test_the_second_of_two_alike_is_stale() -> None:
    [stale] = told(allow("RM208", "RM208", "RM315", indent=4), allow("RM208", "RM315", indent=4))
    assert stale == ("RM533", 18)


def test_a_stale_exception_is_told_by_a_review_only() -> None:
    source = text("", allow("RM310", indent=4)).encode()
    reading = read_texts([("a.yaml", source)])
    assert ("RM533", 25) in graver(list(review(reading)))
    assert [one.code for one in check_reading(reading)] == ["RM208", "RM208"]


def test_nothing_silences_a_stale_exception() -> None:
    assert [
        code for code, _ in told(allow("RM533", "RM208", "RM315", indent=4), allow("RM208", "RM315", indent=4))
    ] == ["RM533"]


def test_loading_leaves_out_what_is_allowed() -> None:
    engine = engine_from_texts({"a.yaml": text(allow("RM208", indent=4))})
    assert [(one.code, one.place.line if one.place else 0) for one in engine.warnings] == [("RM208", 22)]


def test_an_error_cannot_be_allowed() -> None:
    source = text(allow("RM201", indent=4)).replace("trigger: ansokan", "trigger: ansokna", 1)
    found = reviewed(source)
    assert [one.code for one in found if one.is_error] == ["RM201", "RM531"]


def test_a_code_that_does_not_exist_is_told_with_the_nearest() -> None:
    [found] = [one for one in reviewed(text(allow("RM209", indent=4))) if one.is_error]
    assert found.code == "RM532"
    assert found.sentence() == "Koden ”RM209” finns inte. Menade du ”RM208”?"


def test_doubts_wait_until_nothing_is_wrong() -> None:
    source = text().replace("trigger: ansokan", "trigger: ansokna", 1)
    assert [code for code, _ in graver(reviewed(source))] == ["RM201", "RM208", "RM208"]


def test_rules_in_one_line_are_told_apart() -> None:
    rule = (
        "{id: %s, title: R, actor: utforare, trigger: ansokan, deadline: none, warn: {days: 2}, fulfilled_by: klar%s}"
    )
    silent = ", allow: [{code: RM315, reason: Det är avsikten.}]"
    source = f"{HEAD}rules: [{rule % ('ett', silent)}, {rule % ('tva', '')}]\nwarn: {{days: 3}}\n"
    found = [one for one in reviewed(source) if one.code == "RM315"]
    assert [dict(one.values)["rule"] for one in found] == ["tva"]


def test_what_stands_after_the_rules_is_in_no_rule() -> None:
    source = text(tail="urgency: {snarastt: {days: 3}}\n", second=allow("RM208", "RM315", indent=4))
    assert ("RM208", 27) in graver(reviewed(source))


def test_words_that_none_here_uses_have_no_stale_exceptions() -> None:
    words = dedent("""\
        catalogue: ord
        title: Ord
        events: {ansokan: {title: Ansökan har kommit in}}
        allow: [{code: RM260, reason: Händelserna används i andra kataloger.}]
        """)
    assert graver(reviewed(words)) == []


def test_four_times_the_exceptions_are_sifted_in_four_times_the_steps() -> None:
    def of_size(number: int) -> int:
        rules = "".join(FIRST.replace("ett", f"r{n}") + allow("RM208", "RM315", indent=4) for n in range(number))
        reading = read_texts([("a.yaml", f"{HEAD}rules:\n{rules}".encode())])
        found, kept = found_in(reading), list[Diagnostic]()
        taken = steps(lambda: kept.extend(sift(found, reading.catalogues).kept))
        assert [one.code for one in found].count("RM208") == number
        assert [one for one in kept if one.code == "RM208"] == []
        return taken

    of_size(2)
    assert of_size(200) <= 4.6 * of_size(50)
