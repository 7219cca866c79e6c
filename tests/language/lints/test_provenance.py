"""RM520 to RM525: what of a document the rules rest on, and what of it stands nowhere."""

import pytest

from rutinmotor.language.lints import lost_duties, provenance, readings, undefined_urgency
from tests.language.lints.linting import catalogue, linted

DOCUMENT = "source: {document: Rutin}\n"


def sourced(*sources: str, head: str = DOCUMENT, name: str = "prov") -> str:
    rows = [
        f"- {{id: r{number}, trigger: ansokan, deadline: {{days: 3}}, fulfilled_by: klar"
        + (f", source: {source}" if source else "")
        + "}"
        for number, source in enumerate(sources)
    ]
    return catalogue("\n".join(rows), head, name)


def test_a_section_is_asked_for_where_the_document_is_named() -> None:
    text = sourced("{section: Plan}", "", "{duties: [S01]}", "{section: Slut, duties: [S02]}")
    assert linted(provenance.find, text) == [
        "RM522 ”r0” säger inte vilket krav i dokumentet den svarar mot, fast andra regler i katalogen gör det.",
        "RM520 ”r1” säger inte var i dokumentet kravet står.",
        "RM522 ”r1” säger inte vilket krav i dokumentet den svarar mot, fast andra regler i katalogen gör det.",
        "RM520 ”r2” säger inte var i dokumentet kravet står.",
    ]


def test_a_catalogue_without_a_document_is_told_once() -> None:
    assert linted(provenance.find, sourced("", "", head="")) == [
        "RM521 Katalogen ”prov” säger inte vilket dokument dess regler bygger på."
    ]


def test_who_keeps_no_register_of_duties_is_not_asked_for_one() -> None:
    assert linted(provenance.find, sourced("{section: A}", "{section: B}")) == []


def test_words_without_rules_rest_on_no_document() -> None:
    assert linted(provenance.find, "catalogue: ord\nactors: {chef: {title: Chef}}\n") == []


@pytest.mark.parametrize(
    ("rest", "key"),
    [
        ("repeat: {every: {years: 1}, from: fulfilment}", "repeat"),
        ("repeat: {every: {years: 1}, from: trigger}", "repeat"),
        ("repeat: {each: half_year}", "repeat"),
        ("repeat: {each: month}, deadline: {days: 5}", "repeat"),
        ("deadline: {days: 3}, on_repeat: restart", "on_repeat"),
        ("deadline: {days: 3}, on_repeat: keep", None),
        ("deadline: {days: 3}", None),
    ],
)
def test_a_choice_that_is_not_explained(rest: str, key: str | None) -> None:
    rule = f"- {{id: plan, trigger: ansokan, fulfilled_by: klar, {rest}}}"
    said = [f"RM523 ”plan” har valt ett sätt att räkna, med ”{key}”, men säger inte varför."] if key else []
    assert linted(readings.find, catalogue(rule)) == said
    assert linted(readings.find, catalogue(f"{rule[:-1]}, interpretation: Så läser vi det.}}")) == []


URGENT = """
- {id: a, trigger: ansokan, fulfilled_by: klar, deadline: {urgency: omgaende}}
- {id: b, trigger: ansokan, fulfilled_by: klar, deadline: {urgency: omgaende}}
- {id: c, trigger: ansokan, fulfilled_by: klar, deadline: {urgency: snarast, at_latest: {days: 3}}}
- {id: d, trigger: {ahead_of: c, by: {urgency: i_god_tid}}, fulfilled_by: klar}
- {id: e, trigger: ansokan, fulfilled_by: klar, deadline: {urgency: skyndsamt}, repeat: {each: month}}
- {id: f, trigger: ansokan, fulfilled_by: klar, deadline: {urgency: genast}}
"""


def test_words_of_urgency_that_nobody_has_defined_once_each() -> None:
    assert linted(undefined_urgency.find, catalogue(URGENT, "urgency: {genast: {days: 1}}\n")) == [
        "RM524 Ingen har bestämt vad ”omgaende” betyder här, så ordet ger ingen bestämd tid. Det står på 2 ställen.",
        "RM524 Ingen har bestämt vad ”i_god_tid” betyder här, så ordet ger ingen bestämd tid.",
    ]


def duties(*named: str, left_out: str = "") -> str:
    text = sourced(*(f"{{section: A, duties: [{one}]}}" for one in named))
    return f"{text}not_encoded: [{{duties: [{left_out}], reason: Nej.}}]\n" if left_out else text


@pytest.mark.parametrize(
    ("named", "left_out", "lost"),
    [
        (("S01", "S02", "S04"), "", "S03"),
        (("S01", "S02", "S04"), "S03", None),
        (("S04", "S02, S01"), "", "S03"),
        (("S08", "S09", "S11"), "", "S10"),
        (("S8", "S9", "S11"), "", "S10"),
        (("'1'", "'2'", "'4'"), "", "3"),
        (("'3.1'", "'3.2'", "'3.4'"), "", "3.3"),
        (("S01", "S03", "S05", "S06"), "", "S02 och S04"),
        (("S01", "L02", "S03"), "", "S02"),
        (("S01", "S02", "L07"), "", None),
        (("S01", "S90"), "", None),
        (("S01", "S01"), "", None),
        (("a", "b"), "", None),
        (("S999999999999", "S1"), "", None),
        ((", ".join(f"S{number:02}" for number in range(1, 21) if number % 3), "S30"), "", None),
    ],
    ids=str,
)
def test_numbers_left_out(named: tuple[str, ...], left_out: str, lost: str | None) -> None:
    said = [f"RM525 I numreringen av kraven saknas {lost}."] if lost else []
    assert linted(lost_duties.find, duties(*named, left_out=left_out)) == said


def test_many_left_out_are_counted() -> None:
    numbers = [*range(1, 12), *range(20, 30)]
    (said,) = linted(lost_duties.find, duties(", ".join(f"S{number:02}" for number in numbers)))
    assert said == "RM525 I numreringen av kraven saknas S12, S13, S14, S15 och 4 till."


def test_a_series_may_stand_in_two_files() -> None:
    one = sourced("{section: A, duties: [S01, S03]}")
    other = sourced("{section: A, duties: [S02, S04]}", name="annan")
    assert linted(lost_duties.find, one, other) == []
    assert linted(lost_duties.find, one) == ["RM525 I numreringen av kraven saknas S02."]
