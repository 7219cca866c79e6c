"""Diagnostics: what they say, how they stand in order, and the register behind them."""

import pickle
import re
from string import Formatter

import pytest

from rutinmotor.ground.diagnostics.codes.code import Severity
from rutinmotor.ground.diagnostics.codes.register import CODES, FAMILIES
from rutinmotor.ground.diagnostics.diagnostic import CaseError, Diagnostic, RulesError, diagnose, in_order
from rutinmotor.ground.diagnostics.place import Place

PLACE = Place("rules/sol.yaml", 14, 5)
OPTIONAL = re.compile(r"\[\[.*?\]\]")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_a_place_is_written_as_editors_write_it() -> None:
    assert str(PLACE) == "rules/sol.yaml:14:5"


def test_places_stand_by_source_line_and_column() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 20), Place("a", 9, 3)]
    assert [str(place) for place in sorted(places)] == ["a:9:3", "a:9:20", "a:10:1", "b:1:1"]


def test_a_diagnostic_says_itself_in_both_languages() -> None:
    fault = diagnose("RM038", PLACE, key="title", first=2)
    assert fault.sentence("sv") == fault.sentence() == "Nyckeln ”title” står redan på rad 2."
    assert fault.sentence("en") == "The key 'title' already stands on line 2."
    assert fault.step("sv").startswith("Behåll en av dem")
    assert str(fault) == "rules/sol.yaml:14:5: RM038 The key 'title' already stands on line 2."
    assert fault.severity is Severity.ERROR


@pytest.mark.parametrize("fault", [diagnose("RM006", PLACE), diagnose("RM006", PLACE, encoding="")])
def test_what_stands_in_double_brackets_is_left_out_without_its_value(fault: Diagnostic) -> None:
    assert fault.sentence("sv") == "Filen är inte sparad som UTF-8."
    assert diagnose("RM006", PLACE, encoding="UTF-16").sentence("sv").endswith("; den ser ut att vara UTF-16.")


def test_values_are_not_templates_and_cannot_steer_a_terminal() -> None:
    fault = diagnose("RM035", PLACE, key="{first} [[x]] \x1b[31m\u202e\n")
    assert fault.sentence("en") == "The key '{first} [[x]] \\u001b[31m\\u202e\\u000a' is not text."


def test_a_diagnostic_is_a_value() -> None:
    one, other = diagnose("RM038", PLACE, key="a", first=2), diagnose("RM038", PLACE, first=2, key="a")
    assert one == other
    assert len({one, other}) == 1
    assert one != diagnose("RM038", PLACE, key="a", first=3)
    assert pickle.loads(pickle.dumps(one)) == one


def test_as_plain_data() -> None:
    fault = diagnose("RM038", PLACE, further=(Place("rules/sol.yaml", 2, 1),), key="title", first=2)
    assert fault.as_dict() == {
        "code": "RM038",
        "severity": "error",
        "place": {"source": "rules/sol.yaml", "line": 14, "column": 5},
        "further": [{"source": "rules/sol.yaml", "line": 2, "column": 1}],
        "sentence": {"sv": fault.sentence("sv"), "en": fault.sentence("en")},
        "step": {"sv": fault.step("sv"), "en": fault.step("en")},
        "values": {"first": 2, "key": "title"},
    }
    assert diagnose("RM010", None).as_dict()["place"] is None


def test_diagnostics_stand_by_source_line_column_and_code() -> None:
    faults = [
        diagnose("RM010", Place("b", 1, 1)),
        diagnose("RM036", Place("a", 10, 1)),
        diagnose("RM036", Place("a", 2, 1)),
        diagnose("RM010", Place("a", 2, 1)),
        diagnose("RM010", None),
    ]
    assert in_order(faults) == tuple(reversed(faults))


def test_an_unknown_code_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        diagnose("RM999", PLACE)


@pytest.mark.parametrize("kind", [RulesError, CaseError])
def test_errors_carry_their_diagnostics(kind: type[RulesError] | type[CaseError]) -> None:
    faults = [diagnose("RM010", Place("a", 1, 1)), diagnose("RM036", Place("b", 2, 3))]
    error = kind(faults)
    assert error.diagnostics == tuple(faults)
    assert str(error).split("\n") == [str(fault) for fault in faults]
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert again.diagnostics == tuple(faults)


def test_an_error_of_rules_is_none_of_a_case() -> None:
    assert not issubclass(RulesError, CaseError)
    assert not issubclass(CaseError, RulesError)


@pytest.mark.parametrize("code", CODES.values(), ids=list(CODES))
def test_a_code_in_the_register(code: tuple[str, ...]) -> None:
    ident, _, swedish, english, step, english_step = code
    assert re.fullmatch(r"RM[0-7][0-9]{2}", ident)
    for template in (swedish, english, step, english_step):
        assert template[0] == template[0].upper()
        assert OPTIONAL.sub("", template).rstrip(" ]").endswith((".", "?"))
        assert all(name.isidentifier() for name in fields(template))
    # The English may add a reason that a program gives in English only.
    assert fields(swedish) <= fields(english)
    assert fields(step) == fields(english_step)


def test_the_register_is_its_families_in_order() -> None:
    assert list(CODES) == sorted(code.id for family in FAMILIES.values() for code in family)
    assert all(code.id.startswith(prefix) for prefix, family in FAMILIES.items() for code in family)


def test_missing_values_are_noticed() -> None:
    with pytest.raises(KeyError):
        Diagnostic("RM038", PLACE).sentence("sv")
