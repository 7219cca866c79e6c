"""The loop by hand that the engine is measured against: it must say the same, or the ratio means nothing."""

import pytest
from floors import by_engine, by_hand
from generator import RULE_IDS, Drawn, cases, engine_of, long_case

from rutinmotor import Engine
from rutinmotor.engine.engine import plan_of


@pytest.fixture(scope="module")
def engine() -> Engine:
    return engine_of(60)


@pytest.fixture(scope="module")
def drawn() -> list[Drawn]:
    return cases(300)


def test_the_loop_by_hand_says_what_the_engine_says(engine: Engine, drawn: list[Drawn]) -> None:
    for one in drawn:
        assert sorted(by_hand(one.facts, one.rows, one.day)) == by_engine(engine.evaluate(one.case, one.at))


def test_and_so_on_every_day_of_a_case(engine: Engine, drawn: list[Drawn]) -> None:
    for one in drawn[:3]:
        for day in range(one.rows[0][0], one.day, 7):
            at = type(one.at).fromordinal(day)
            assert sorted(by_hand(one.facts, one.rows, day)) == by_engine(engine.evaluate(one.case, at)), (
                one.case.id,
                at,
            )


def test_and_so_where_many_things_happen_on_each_day(engine: Engine) -> None:
    one = long_case(2_000, years=5)
    assert sorted(by_hand(one.facts, one.rows, one.day)) == by_engine(engine.evaluate(one.case, one.at))


def test_a_larger_catalogue_of_other_words_changes_nothing(engine: Engine, drawn: list[Drawn]) -> None:
    larger = engine_of(180)
    assert len(plan_of(larger).rules) == 180
    for one in drawn[:50]:
        among_more, alone = larger.evaluate(one.case, one.at), engine.evaluate(one.case, one.at)
        # The answer names the catalogues that it was made by, which are more.
        assert among_more.origin.catalogues[0] == alone.origin.catalogues[0]
        assert {**among_more.to_dict(), "origin": None} == {**alone.to_dict(), "origin": None}


def test_the_cases_are_of_the_size_that_the_figures_speak_of(engine: Engine, drawn: list[Drawn]) -> None:
    opened = [{one.rule for one in engine.evaluate(case.case, case.at).obligations} for case in drawn]
    assert len(RULE_IDS) == 60
    assert 18 < sum(len(case.rows) for case in drawn) / len(drawn) < 24
    assert 26 < sum(len(rules) for rules in opened) / len(drawn) < 34
    assert len(set[str]().union(*opened)) >= 59
    assert {len(case.facts) for case in drawn} == {1, 2, 3}


def test_the_same_seed_draws_the_same_cases(drawn: list[Drawn]) -> None:
    assert cases(20) == drawn[:20]
    assert cases(20, seed=1) != drawn[:20]
