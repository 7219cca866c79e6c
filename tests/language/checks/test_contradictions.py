"""RM127, RM208, RM301 and RM501 to RM506: versions at once, and whatever else says two things."""

import pytest

from tests.language.checks.texts import VOCABULARY, catalogue, faults, rule, said


def codes(*texts: str) -> list[str]:
    return [fault.code for fault in faults(*texts)]


def version(in_force: str | None) -> str:
    return rule(in_force=in_force)


@pytest.mark.parametrize(
    ("one", "other", "first", "last"),
    [
        (None, None, "", ""),
        ("{from: 2025-07-01}", "{to: 2025-07-01}", "2025-07-01", "2025-07-01"),
        ("{from: 2025-01-01, to: 2025-12-31}", "{from: 2025-03-01, to: 2025-04-01}", "2025-03-01", "2025-04-01"),
        ("{from: 2025-01-01}", "{from: 2025-03-01}", "2025-03-01", ""),
        ("{to: 2025-01-01}", "{to: 2025-03-01}", "", "2025-01-01"),
    ],
)
def test_versions_that_share_a_day(one: str | None, other: str | None, first: str, last: str) -> None:
    text = catalogue(version(one), version(other))
    (fault,) = faults(text)
    values = dict(fault.values)
    assert (said(fault, text), values["first"], values["last"]) == (("RM501", "beslut"), first, last)
    assert [place.line for place in fault.further] < [fault.place.line if fault.place else 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("{to: 2025-06-30}", "{from: 2025-07-01}"),
        ("{from: 2025-01-01, to: 2025-01-01}", "{from: 2025-01-02, to: 2025-01-02}"),
    ],
)
def test_versions_that_do_not(one: str, other: str) -> None:
    assert codes(catalogue(version(one), version(other))) == []
    assert codes(catalogue(version(other), version(one))) == []


def test_a_version_without_days_of_its_own_has_its_catalogues() -> None:
    top = "in_force: {from: 2025-07-01}\n"
    assert codes(catalogue(version(None), version("{to: 2025-06-30}"), top=top)) == []
    assert codes(catalogue(version(None), version("{to: 2025-07-01}"), top=top)) == ["RM501"]


def test_a_long_version_is_seen_past_a_short_one() -> None:
    years = ["{from: 2020-01-01}", "{from: 2021-01-01, to: 2021-02-01}", "{from: 2022-01-01, to: 2022-02-01}"]
    assert codes(catalogue(*map(version, years))) == ["RM501", "RM501"]


def test_one_id_in_two_catalogues_is_two_rules() -> None:
    assert codes(catalogue(rule()), catalogue(rule(), name="lss")) == []


def test_two_catalogues_of_one_name() -> None:
    (fault,) = faults(catalogue(vocabulary=""), catalogue(vocabulary=""))
    assert (str(fault.place), fault.code) == ("b.yaml:1:12", "RM502")
    assert [str(place) for place in fault.further] == ["a.yaml:1:12"]


FACT = "facts: {{regi: {}}}\n"
STATE = "events: {{a: {{}}, b: {{}}, c: {{}}}}\nstates: {{pagar: {{title: {}, begins: {}, ends: {}}}}}\n"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (FACT.format("{one_of: [a, b]}"), FACT.format("{one_of: [b, a], title: Regi}"), []),
        (FACT.format("{one_of: [a, b]}"), FACT.format("{one_of: [a, b, c]}"), ["RM503"]),
        (FACT.format("{type: bool}"), FACT.format("{type: bool}"), []),
        (FACT.format("{type: bool}"), FACT.format("{type: int}"), ["RM503"]),
        (STATE.format("Ett", "[a, b]", "c"), STATE.format("Två", "[b, a]", "[c]"), []),
        (STATE.format("Ett", "[a, b]", "c"), STATE.format("Ett", "a", "c"), ["RM503"]),
        (STATE.format("Ett", "a", "b"), STATE.format("Ett", "a", "c"), ["RM503"]),
    ],
)
def test_a_word_in_two_catalogues(one: str, other: str, expected: list[str]) -> None:
    assert codes(catalogue(vocabulary=one), catalogue(vocabulary=other, name="lss")) == expected


CALENDAR = "calendars: {{vardag: {{weekdays: [{}]}}}}\n"


@pytest.mark.parametrize(
    ("uses", "days", "expected"),
    [("", "mon", []), ("uses: sol\n", "mon", ["RM503"]), ("uses: sol\n", "tue, mon", [])],
)
def test_a_calendar_in_two_catalogues_matters_where_both_are_seen(uses: str, days: str, expected: list[str]) -> None:
    one = catalogue(vocabulary=CALENDAR.format("mon, tue"))
    assert codes(one, catalogue(vocabulary=CALENDAR.format(days), name="lss", top=uses)) == expected


def test_the_place_of_a_contradiction_is_the_word_itself() -> None:
    one, other = (
        catalogue(name=name, vocabulary=FACT.format(kind))
        for name, kind in (("sol", "{type: bool}"), ("lss", "{type: int}"))
    )
    (fault,) = faults(one, other)
    assert said(fault, other) == ("RM503", "regi")
    assert [str(place) for place in fault.further] == ["a.yaml:2:9"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", []),
        ("", "timezone: Europe/Stockholm\n", []),
        ("", "timezone: Europe/Helsinki\n", ["RM504"]),
        ("timezone: Europa/Visby\n", "", ["RM505"]),
        ("timezone: ../Stockholm\n", "timezone: /etc/localtime\n", ["RM505", "RM505"]),
    ],
)
def test_time_zones(one: str, other: str, expected: list[str]) -> None:
    assert codes(catalogue(top=one, vocabulary=""), catalogue(top=other, vocabulary="", name="lss")) == expected


@pytest.mark.parametrize("word", ["omgaende", "snarast", "skyndsamt", "i_god_tid", "inom_kort", "akut"])
def test_words_of_urgency_that_are_what_they_are(word: str) -> None:
    assert codes(catalogue(rule(deadline=f"{{urgency: {word}}}"))) == []


@pytest.mark.parametrize(
    ("word", "near"),
    [("omgaend", "omgaende"), ("snarats", "snarast"), ("skyndsam", "skyndsamt"), ("i_godtid", "i_god_tid")],
)
def test_words_of_urgency_that_look_like_another(word: str, near: str) -> None:
    text = catalogue(rule(trigger=f"{{ahead_of: annan, by: {{urgency: {word}}}}}"), rule(id="annan"))
    (fault,) = faults(text)
    assert (said(fault, text), dict(fault.values)["near"]) == (("RM208", word), near)
    assert not fault.is_error


def test_a_word_that_the_catalogue_defines_is_told_where_it_is_defined() -> None:
    text = catalogue(rule(deadline="{urgency: snarats}"), top="urgency: {snarats: {days: 1}}\n")
    assert [fault.place.line for fault in faults(text) if fault.place] == [2]


def test_a_duty_in_a_rule_and_not_encoded() -> None:
    text = catalogue(rule(source="{duties: [S01, S02]}")) + "not_encoded: [{duties: [S03, S02], reason: Följs inte}]\n"
    (fault,) = faults(text)
    assert (said(fault, text), fault.is_error) == (("RM506", "S02"), False)


def test_before_is_refused_beside_each_also_as_the_latest_day() -> None:
    latest = "{urgency: snarast, at_latest: {before: arende_avslutat}}"
    for deadline in ("{before: arende_avslutat}", latest):
        assert codes(catalogue(rule(deadline=deadline, repeat="{each: month}"))) == ["RM127"]
    assert codes(catalogue(rule(deadline=latest, repeat="{every: {days: 30}, from: fulfilment}"))) == []


@pytest.mark.parametrize(
    ("day", "expected"), [("1952-12-31", ["RM301"]), ("1953-01-01", []), ("2100-12-31", []), ("2101-01-01", ["RM301"])]
)
@pytest.mark.parametrize("key", ["extra_free", "extra_working"])
def test_an_extra_day_outside_the_calendars_years(key: str, day: str, expected: list[str]) -> None:
    text = catalogue(rule(), vocabulary=VOCABULARY.replace("eves_free: true", f"eves_free: true, {key}: [{day}]"))
    assert codes(text) == expected
    assert [said(fault, text) for fault in faults(text)] == [("RM301", day)] * len(expected)
