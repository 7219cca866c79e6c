"""Which events might have closed an obligation and did not, and why: rules and a log in, the lines out."""

from typing import Any, cast

import pytest

from rutinmotor.ground.diagnostics.diagnostic import Lang
from tests.engine.explanation.asking import after, engine_of, event, lines, rule, why

DAY = "2025-01-01"
SOON = {"days": 3}
PLAN = rule(deadline=SOON, ends_with="slut")
CLOSED_BY = ("Avvikelse", "Breach", "Plan (sol.plan)", "Eskalering", "Källa")


def passed(found: list[str], lang: Lang = "sv") -> list[str]:
    """The lines below every heading of events that did not count."""
    heading = "Räknades inte:" if lang == "sv" else "Did not count:"
    told: list[str] = []
    while heading in found:
        told += after(found, heading, CLOSED_BY)
        found = found[found.index(heading) + 1 :]
    return told


def told(rules: Any, log: list[dict[str, Any]], at: str = "2025-02-03", lang: Lang = "sv", **rest: Any) -> list[str]:
    several = cast("list[dict[str, Any]]", rules if isinstance(rules, list) else [rules])
    return passed(lines(why(engine_of(*several), log, at, **rest), lang), lang)


BEFORE = [event("slut", f"{DAY}T00:00"), event("start", f"{DAY}T01:06")]
TRIGGERS = [event("klar", DAY), event("klar", f"{DAY}T10:00", id="k2")]
OLDER = [event("start", DAY), event("klar", "2025-01-02"), event("start", "2025-01-02T09:00")]
SERIES = [event("start", DAY), event("klar", "2025-01-02"), event("klar", "2025-01-02T15:00", id="k2")]
CHAIN = [
    rule("annan", deadline=SOON, fulfilled_by=["besked", "klar"]),
    rule(deadline=SOON, trigger={"fulfilled": "annan"}),
]
CHAINED = [event("start", DAY), event("besked", "2025-01-02T09:00"), event("klar", "2025-01-02T09:00")]
COUNTS = rule(deadline=SOON, counts_from="besked", ends_with="slut")
ABSENCE = rule(trigger={"state": "franvaro"}, deadline="continuous", fulfilled_by="besked")

CASES: list[tuple[str, Any, list[dict[str, Any]], list[str], list[str]]] = [
    (
        "earlier that day",
        PLAN,
        BEFORE,
        ["Insatsen är slut, onsdag 1 januari 2025 kl. 00.00: det var innan kravet uppstod kl. 01.06."],
        ["Insatsen är slut, Wednesday 1 January 2025 at 00:00: that was before the obligation arose at 01:06."],
    ),
    (
        "the end of the state that a standing one hangs on",
        ABSENCE,
        [event("hemma", f"{DAY}T00:00"), event("borta", f"{DAY}T01:06")],
        ["Frånvaron är slut, onsdag 1 januari 2025 kl. 00.00: det var innan kravet uppstod kl. 01.06."],
        ["Frånvaron är slut, Wednesday 1 January 2025 at 00:00: that was before the obligation arose at 01:06."],
    ),
    (
        "its own doing, and of a type that triggers",
        rule(deadline=SOON, trigger="klar", on_repeat="restart"),
        [event("klar", DAY, id="k1"), event("klar", DAY, id="k2")],
        [
            "Planen är klar (k1), onsdag 1 januari 2025: kravet uppstod genom den.",
            "Planen är klar (k2), onsdag 1 januari 2025: den utlöser också kravet, och det framgår inte att den kom"
            " efter att kravet uppstod.",
        ],
        [
            "Planen är klar (k1), Wednesday 1 January 2025: the obligation arose through it.",
            "Planen är klar (k2), Wednesday 1 January 2025: it triggers the obligation too, and nothing shows that it"
            " came after that arose.",
        ],
    ),
    (
        "it served an older one",
        rule(deadline=SOON, on_repeat="keep"),
        OLDER,
        ["Planen är klar, torsdag 2 januari 2025: den räknades för ett äldre krav (från onsdag 1 januari 2025)."],
        ["Planen är klar, Thursday 2 January 2025: it counted for an older one (of Wednesday 1 January 2025)."],
    ),
    (
        "an older one was there, which another closed",
        rule(deadline=SOON, on_repeat="keep", ends_with="slut"),
        [event("start", DAY), event("klar", "2025-01-02"), event("slut", "2025-01-02"), event("start", "2025-01-02")],
        [
            "Planen är klar, torsdag 2 januari 2025: den räknades för ett äldre krav (från onsdag 1 januari 2025).",
            "Insatsen är slut, torsdag 2 januari 2025: det fanns ett äldre krav (från onsdag 1 januari 2025), och det"
            " går före när det inte framgår vad som kom först.",
        ],
        [
            "Planen är klar, Thursday 2 January 2025: it counted for an older one (of Wednesday 1 January 2025).",
            "Insatsen är slut, Thursday 2 January 2025: there was an older one (of Wednesday 1 January 2025), which"
            " goes before where nothing shows which came first.",
        ],
    ),
    (
        "the next of a series waits for a later day",
        rule(repeat={"every": {"days": 9}, "from": "fulfilment"}),
        SERIES,
        [
            "Planen är klar (k2), torsdag 2 januari 2025 kl. 15.00: det förra kravet blev klart samma dag, och nästa"
            " kan bli klart först dagen efter."
        ],
        [
            "Planen är klar (k2), Thursday 2 January 2025 at 15:00: the one before was done the same day, and the next"
            " can be done on the day after at the earliest."
        ],
    ),
    (
        "not surely after the fulfilment that opened it",
        CHAIN,
        CHAINED,
        [
            "Planen är klar, torsdag 2 januari 2025 kl. 09.00: kravet uppstod när ett annat krav blev klart kl. 09.00,"
            " och det framgår inte att händelsen kom efter det."
        ],
        [
            "Planen är klar, Thursday 2 January 2025 at 09:00: the obligation arose when another was done at 09:00, and"
            " nothing shows that the event came after that."
        ],
    ),
    (
        "the latest before the day, and since when such counts",
        COUNTS,
        [
            event("slut", "2024-10-01"),
            event("slut", "2024-11-03"),
            event("klar", "2024-12-03"),
            event("besked", "2024-12-24"),
            event("start", DAY),
        ],
        [
            "Insatsen är slut, söndag 3 november 2024: det var innan kravet uppstod.",
            "Planen är klar, tisdag 3 december 2024: det var innan kravet uppstod, och sådant räknas bara från"
            " och med dagen för ”Besked har lämnats”.",
        ],
        [
            "Insatsen är slut, Sunday 3 November 2024: that was before the obligation arose.",
            "Planen är klar, Tuesday 3 December 2024: that was before the obligation arose, and such counts only from"
            " the day of “Besked har lämnats” on.",
        ],
    ),
    (
        "about another item",
        PLAN,
        [event("start", DAY), event("klar", "2025-01-02", "i2"), event("slut", "2025-01-03", "i3")],
        [
            "Planen är klar, torsdag 2 januari 2025: den gällde i2, inte i1.",
            "Insatsen är slut, fredag 3 januari 2025: den gällde i3, inte i1.",
        ],
        [
            "Planen är klar, Thursday 2 January 2025: it was about i2, not i1.",
            "Insatsen är slut, Friday 3 January 2025: it was about i3, not i1.",
        ],
    ),
    (
        "one event for each of a series, the oldest first",
        rule(repeat={"each": "month"}),
        [event("start", "2025-01-10"), event("klar", "2025-02-01")],
        ["Planen är klar, lördag 1 februari 2025: den räknades för ett äldre krav (från fredag 10 januari 2025)."],
        ["Planen är klar, Saturday 1 February 2025: it counted for an older one (of Friday 10 January 2025)."],
    ),
]


@pytest.mark.parametrize(("rules", "log", "sv", "en"), [one[1:] for one in CASES], ids=[one[0] for one in CASES])
def test_what_did_not_count(rules: Any, log: list[dict[str, Any]], sv: list[str], en: list[str]) -> None:
    assert told(rules, log) == sv
    assert told(rules, log, lang="en") == en


def test_an_event_that_serves_is_not_among_them() -> None:
    log = [event("start", f"{DAY}T08:00"), event("klar", DAY), event("slut", f"{DAY}T09:00")]
    assert told(PLAN, log) == []


def test_what_was_fulfilled_in_time_tells_only_of_its_first_day() -> None:
    earlier, start, other = event("klar", "2024-12-03"), event("start", f"{DAY}T08:00"), event("klar", DAY, "i2")
    early, done = event("klar", f"{DAY}T07:00", id="k"), event("klar", "2025-01-02")
    assert told(PLAN, [earlier, early, start, other, done]) == [
        "Planen är klar (k), onsdag 1 januari 2025 kl. 07.00: det var innan kravet uppstod kl. 08.00."
    ]


def test_what_closed_one_before_is_no_riddle() -> None:
    log = [event("start", "2024-12-01"), event("klar", "2024-12-02"), event("start", DAY)]
    assert told(PLAN, log) == []


def test_of_many_a_few_are_told_and_the_rest_counted() -> None:
    others = [event("klar", f"2025-01-{day:02}", "i2") for day in range(2, 9)]
    log = [*BEFORE, *others]
    found = told(PLAN, log, item="i1")
    assert len(found) == 5
    assert found[0].startswith("Insatsen är slut, onsdag 1 januari")
    assert found[-1] == "… och 4 till."
    assert told(PLAN, log, lang="en", item="i1")[-1] == "… and 4 more."


def test_what_comes_after_the_end_about_another_item_is_left_out() -> None:
    log = [event("start", DAY), event("slut", "2025-01-02"), event("klar", "2025-01-03", "i2")]
    assert told(PLAN, log) == []


def test_it_stands_in_the_record() -> None:
    one = why(engine_of(PLAN), BEFORE, "2025-01-25").to_dict()["obligations"][0]
    assert (one["opened_clock"], one["not_counted_more"]) == ("01:06", 0)
    assert [(passed["would"], passed["why"], passed["event"]["clock"]) for passed in one["not_counted"]] == [
        ("end", "before", "00:00")
    ]
    older = why(engine_of(rule(deadline=SOON, on_repeat="keep")), OLDER, "2025-01-25").to_dict()["obligations"][1]
    assert older["not_counted"][0]["older"] == {"day": DAY, "clock": None}
