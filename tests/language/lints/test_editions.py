"""RM510 to RM512: the days of versions, beside each other and beside their catalogue's."""

import pytest

from rutinmotor.language.lints.editions import find
from tests.language.lints.linting import catalogue, linted

FOREVER = "in_force: {from: 2024-01-01}\n"
WHILE = "in_force: {from: 2024-01-01, to: 2025-12-31}\n"


def versions(*spells: str) -> str:
    return "\n".join(
        f"- {{id: plan, trigger: ansokan, deadline: {{days: 3}}, fulfilled_by: klar, in_force: {spell}}}"
        for spell in spells
    )


@pytest.mark.parametrize(
    ("spells", "days"),
    [
        (("{to: 2025-05-31}", "{from: 2025-07-01}"), ["Från 2025-06-01 till 2025-06-30"]),
        (("{to: 2025-06-29}", "{from: 2025-07-01}"), ["Från 2025-06-30 till 2025-06-30"]),
        (("{from: 2025-07-01}", "{to: 2025-06-29}"), ["Från 2025-06-30 till 2025-06-30"]),
        (("{to: 2025-06-30}", "{from: 2025-07-01}"), []),
        (("{to: 2024-02-28}", "{from: 2024-03-01}"), ["Från 2024-02-29 till 2024-02-29"]),
        (("{to: 2025-02-28}", "{from: 2025-03-01}"), []),
        (
            ("{to: 2020-12-31}", "{from: 2022-01-01, to: 2022-12-31}", "{from: 2024-01-01}"),
            ["Från 2021-01-01 till 2021-12-31", "Från 2023-01-01 till 2023-12-31"],
        ),
        (("{to: 9999-12-31}",), []),
    ],
    ids=str,
)
def test_days_between_versions(spells: tuple[str, ...], days: list[str]) -> None:
    told = linted(find, catalogue(versions(*spells)))
    assert sorted(told) == [f"RM510 {one} gäller ingen version av ”plan”." for one in days]


@pytest.mark.parametrize(
    ("spell", "head", "codes"),
    [
        ("{from: 2024-01-01}", WHILE, ["RM511"]),
        ("{from: 2024-01-01, to: 2026-01-01}", WHILE, ["RM511"]),
        ("{from: 2024-01-01, to: 2025-12-31}", WHILE, []),
        ("{from: 2023-12-31, to: 2025-12-31}", WHILE, ["RM512"]),
        ("{to: 2025-12-31}", WHILE, ["RM512"]),
        ("{to: 2026-12-31}", WHILE, ["RM511", "RM512"]),
        ("{from: 2024-05-01}", FOREVER, []),
        ("{from: 2023-05-01}", FOREVER, ["RM512"]),
        ("{from: 2023-05-01}", "", []),
    ],
)
def test_days_beside_the_catalogues(spell: str, head: str, codes: list[str]) -> None:
    assert sorted(said.split()[0] for said in linted(find, catalogue(versions(spell), head))) == codes


def test_an_older_version_may_go_back_before_the_catalogue() -> None:
    assert linted(find, catalogue(versions("{from: 2014-01-01, to: 2024-05-31}", "{from: 2024-06-01}"), FOREVER)) == []


def test_what_is_told() -> None:
    assert linted(find, catalogue(versions("{from: 2024-01-01, to: 2026-06-30}"), WHILE)) == [
        "RM511 ”plan” gäller till och med 2026-06-30, längre än sin katalog, som slutar gälla efter 2025-12-31."
    ]
    assert linted(find, catalogue(versions("{from: 2024-01-01}"), WHILE)) == [
        "RM511 ”plan” gäller längre än sin katalog, som slutar gälla efter 2025-12-31."
    ]
    assert linted(find, catalogue(versions("{from: 2014-01-01}"), FOREVER)) == [
        "RM512 ”plan” gäller från 2014-01-01, tidigare än sin katalog, som börjar gälla 2024-01-01."
    ]
