"""RM270 to RM273: facts of events asked for where no event stands, declared amiss, taken away or waited for."""

import pytest

from tests.language.checks.texts import VOCABULARY, catalogue, faults, rule, said

WORDS = (
    VOCABULARY.replace("timmar: {type: int}", "timmar: {type: int, of: event}")
    .replace("slutdatum: {type: date}", "slutdatum: {type: date, of: event}\n  fodd: {type: date}")
    .replace("orsak: {type: text}", "orsak: {type: text, of: event}")
)
ASKING = {"only_if": "{any: [{iub: true}, {orsak: {known: true}}]}"}
DATE = "{date: fodd, plus: {years: 1}}"


def found(*rules: str, vocabulary: str = WORDS, top: str = "") -> list[tuple[str, str]]:
    text = catalogue(*rules, vocabulary=vocabulary, top=top)
    return [said(one, text) for one in faults(text)]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ({**ASKING}, []),
        ({"only_if": "{iub: true}", "trigger": DATE}, []),
        ({**ASKING, "trigger": DATE}, [("RM270", "date")]),
        ({"deadline": "{days: timmar}", "trigger": DATE}, [("RM270", "date")]),
        ({"deadline": "{date: slutdatum}", "trigger": DATE}, [("RM270", "date")]),
        ({"deadline": "{urgency: snarast, at_latest: {days: timmar}}", "trigger": DATE}, [("RM270", "date")]),
        ({**ASKING, "trigger": f"[ansokan_mottagen, {DATE}]"}, [("RM270", "date")]),
        ({**ASKING, "trigger": "{state: pagar, longer_than: {days: 2}}"}, []),
        ({**ASKING, "trigger": "{missing: beslut_fattat, since: ansokan_mottagen, for: {days: 2}}"}, []),
        ({**ASKING, "trigger": "{overdue: annan}"}, []),
        ({**ASKING, "trigger": "{ahead_of: annan, by: {days: 1}}"}, [("RM270", "ahead_of")]),
        ({**ASKING, "repeat": "{each: year}", "ends_with": "arende_avslutat"}, [("RM270", "repeat")]),
        ({"trigger": "{date: slutdatum}"}, [("RM273", "slutdatum")]),
        ({**ASKING, "trigger": "{date: slutdatum}"}, [("RM273", "slutdatum")]),
        # What is read from the very event that fulfils is no fact looked up.
        ({"backdating": "slutdatum", "trigger": DATE}, []),
    ],
)
def test_a_rule_that_asks_for_a_fact_of_an_event(lines: dict[str, str], told: list[tuple[str, str]]) -> None:
    assert found(rule(**lines), rule(id="annan", deadline="{days: 3}")) == told


def test_a_scope_asks_for_every_rule() -> None:
    top = "scope: {orsak: {known: true}}\n"
    assert found(rule(), rule(id="annan", trigger=DATE), top=top) == [("RM270", "date")]
    (one,) = faults(catalogue(rule(trigger=DATE), vocabulary=WORDS, top=top))
    assert [place.line for place in one.further] == [2]
    assert one.sentence("sv") == (
        "Regeln ”beslut” frågar efter ”orsak”, som hör till en händelse, men bakom ”date” står ingen händelse."
    )


def test_a_fact_of_another_catalogue_belongs_to_its_events_too() -> None:
    words = catalogue(name="ord", vocabulary=WORDS)
    text = catalogue(rule(**ASKING, trigger=DATE), vocabulary="", top="uses: ord\n")
    assert [said(one, text) for one in faults(words, text)] == [("RM270", "date")]


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ("{type: text, of: event}", []),
        ("{type: text, only_forward: true}", []),
        ("{type: text, of: event, only_forward: false}", []),
        ("{type: text, of: event, only_forward: true}", [("RM271", "only_forward")]),
        ("{type: text, of: item}", [("RM108", "item")]),
        ("{type: text, only_forward: 1}", [("RM105", "1")]),
    ],
)
def test_how_a_fact_is_declared(declared: str, told: list[tuple[str, str]]) -> None:
    assert found(vocabulary=VOCABULARY.replace("orsak: {type: text}", f"orsak: {declared}")) == told


@pytest.mark.parametrize(
    ("resets", "told"),
    [
        ("iub", []),
        ("[iub, regi]", []),
        ("[iub, orsak]", [("RM272", "orsak")]),
        ("orsak", [("RM272", "orsak")]),
        ("[iub, iub]", [("RM115", "iub")]),
        ("[]", [("RM114", "[")]),
        ("uib", [("RM203", "uib")]),
    ],
)
def test_what_an_event_takes_away(resets: str, told: list[tuple[str, str]]) -> None:
    words = WORDS.replace("title: Beslutet är fattat", f"title: Beslutet är fattat, resets: {resets}")
    assert found(vocabulary=words) == told


def test_two_catalogues_that_say_otherwise_of_one_word() -> None:
    plain = catalogue(name="a", vocabulary="events: {x: {}}\nfacts: {f: {type: date}, g: {type: int}}\n")
    for other, told in (
        ("events: {x: {title: X}}\nfacts: {f: {type: date}}\n", []),
        ("events: {x: {resets: f}}\nfacts: {f: {type: date}}\n", [("RM503", "x")]),
        ("facts: {f: {type: date, of: event}}\n", [("RM503", "f")]),
        ("facts: {f: {type: date, only_forward: true}}\n", [("RM503", "f")]),
    ):
        text = catalogue(name="b", vocabulary=other)
        assert [said(one, text) for one in faults(plain, text)] == told
