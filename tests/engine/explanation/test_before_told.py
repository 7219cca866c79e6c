"""What was to be done before an event, in words: whether that had happened, when it counts, and what came after it."""

from typing import Any

import pytest

from tests.engine.explanation.asking import after, engine_of, event, lines, rule, why

DAY = "2025-01-01"
BEFORE = rule(deadline={"before": "besked"})
SINCE = rule(deadline={"before": "besked", "since": "borta"})
START = event("start", f"{DAY}T09:00")


def counted(plan: dict[str, Any], log: list[dict[str, Any]], at: str = "2025-01-05", lang: Any = "sv") -> list[str]:
    heading, until = {
        "sv": ("Så räknades tiden:", ("Klart med", "Blev klart")),
        "en": ("How the time was counted:", "Done with"),
    }[lang]
    return after(lines(why(engine_of(plan), log, at), lang), heading, until)


@pytest.mark.parametrize(
    ("plan", "log", "sv", "en"),
    [
        (
            BEFORE,
            [START, event("klar", "2025-01-02"), event("besked", "2025-01-03")],
            "Skulle vara gjort innan ”Besked har lämnats”. Det hade inte hänt än, så det fanns ingen sista dag.",
            "It was to be done before “Besked har lämnats”. That had not happened yet, so there was no last day.",
        ),
        (
            BEFORE,
            [event("besked", f"{DAY}T08:00"), START],
            "Ska vara gjort innan ”Besked har lämnats”. Det hade redan hänt onsdag 1 januari 2025 kl. 08.00, innan"
            " kravet uppstod kl. 09.00, och räknas först när det händer igen. Därför finns ingen sista dag.",
            "To be done before “Besked har lämnats”. That had already happened on Wednesday 1 January 2025 at 08:00,"
            " before the obligation arose at 09:00, and counts only when it happens again. So there is no last day.",
        ),
        (
            BEFORE,
            [event("besked", "2024-12-20"), event("besked", "2024-12-24"), START],
            "Ska vara gjort innan ”Besked har lämnats”. Det hade redan hänt tisdag 24 december 2024, innan kravet"
            " uppstod, och räknas först när det händer igen. Därför finns ingen sista dag.",
            "To be done before “Besked har lämnats”. That had already happened on Tuesday 24 December 2024, before the"
            " obligation arose, and counts only when it happens again. So there is no last day.",
        ),
        (
            SINCE,
            [event("besked", "2024-12-24"), event("borta", "2024-12-25"), START],
            "Ska vara gjort innan ”Besked har lämnats”. Det hade redan hänt tisdag 24 december 2024, men inte sedan"
            " ”Frånvaron har börjat”, och räknas först när det händer igen. Därför finns ingen sista dag.",
            "To be done before “Besked har lämnats”. That had already happened on Tuesday 24 December 2024, but not"
            " since “Frånvaron har börjat”, and counts only when it happens again. So there is no last day.",
        ),
        (
            rule(deadline={"before": "besked"}, on_repeat="restart"),
            [START, event("besked", "2025-01-03T09:00"), event("start", "2025-01-03T10:00")],
            "Ska vara gjort innan ”Besked har lämnats”. Det hade redan hänt fredag 3 januari 2025 kl. 09.00, innan"
            " tiden började om, och räknas först när det händer igen. Därför finns ingen sista dag.",
            "To be done before “Besked har lämnats”. That had already happened on Friday 3 January 2025 at 09:00,"
            " before time began again, and counts only when it happens again. So there is no last day.",
        ),
    ],
)
def test_no_last_day(plan: dict[str, Any], log: list[dict[str, Any]], sv: str, en: str) -> None:
    assert counted(plan, log) == [sv]
    assert counted(plan, log, lang="en") == [en]


def test_what_had_happened_on_the_first_day_and_did_so_again() -> None:
    log = [event("besked", f"{DAY}T08:00"), START, event("besked", "2025-01-03")]
    assert counted(BEFORE, log) == [
        "”Besked har lämnats” hade redan hänt onsdag 1 januari 2025 kl. 08.00, innan kravet uppstod kl. 09.00, och"
        " räknades först när det hände igen.",
        "Skulle vara gjort innan detta hände: Besked har lämnats, fredag 3 januari 2025.",
        "Sista dag: fredag 3 januari 2025.",
    ]
    again = [event("besked", f"{DAY}T08:00"), START, event("besked", f"{DAY}T12:00")]
    assert counted(BEFORE, again, lang="en")[:2] == [
        "“Besked har lämnats” had already happened on Wednesday 1 January 2025 at 08:00, before the obligation arose at"
        " 09:00, and counted only when it happened again.",
        "It was to be done before this happened: Besked har lämnats, Wednesday 1 January 2025 at 12:00.",
    ]


def test_late_from_the_first_day() -> None:
    log = [event("borta", "2024-12-01"), event("besked", "2024-12-24"), event("besked", "2024-12-30"), START]
    assert counted(SINCE, log) == [
        "Skulle vara gjort innan detta hände: Besked har lämnats, tisdag 24 december 2024. Det hade redan hänt när"
        " tiden började: försenat från första dagen.",
        "Sista dag: tisdag 24 december 2024.",
    ]
    assert counted(SINCE, log, lang="en")[0] == (
        "It was to be done before this happened: Besked har lämnats, Tuesday 24 December 2024. That had already"
        " happened when time began: late from the first day."
    )


@pytest.mark.parametrize(
    ("plan", "log", "sv", "en"),
    [
        (
            BEFORE,
            [START, event("besked", "2025-01-03"), event("besked", "2025-01-03T09:00")],
            "Planen är klar, fredag 3 januari 2025 kl. 15.00, efter att ”Besked har lämnats” hände kl. 09.00.",
            "Planen är klar, Friday 3 January 2025 at 15:00, after “Besked har lämnats” happened at 09:00.",
        ),
        (
            SINCE,
            [event("borta", "2025-01-02"), event("besked", "2025-01-03T08:00"), event("start", "2025-01-03T09:00")],
            "Planen är klar, fredag 3 januari 2025 kl. 15.00, efter att ”Besked har lämnats” hände kl. 08.00.",
            "Planen är klar, Friday 3 January 2025 at 15:00, after “Besked har lämnats” happened at 08:00.",
        ),
    ],
)
def test_done_late_on_the_very_day(plan: dict[str, Any], log: list[dict[str, Any]], sv: str, en: str) -> None:
    found = why(engine_of(plan), [*log, event("klar", "2025-01-03T15:00")], "2025-01-05")
    assert lines(found)[1] == "Plan (sol.plan) · i1 — klart för sent fredag 3 januari 2025"
    assert f"Blev klart med: {sv}" in lines(found)
    assert f"Done with: {en}" in lines(found, "en")


def test_undone_when_the_day_ends() -> None:
    found = why(engine_of(BEFORE), [START, event("besked", "2025-01-03T09:00")], "2025-01-03")
    assert lines(found)[1] == (
        "Plan (sol.plan) · i1 — försenat: skulle ha gjorts innan ”Besked har lämnats” idag kl. 09.00"
    )
    assert lines(found, "en")[1] == (
        "Plan (sol.plan) · i1 — overdue: to be done before “Besked har lämnats” today at 09:00"
    )


def test_what_counts_from_earlier_that_day_was_before_it_arose() -> None:
    plan = rule(deadline={"days": 3}, counts_from="besked")
    found = why(engine_of(plan), [event("besked", "2024-12-30"), event("klar", f"{DAY}T08:00"), START], "2025-01-05")
    assert found.obligations[0].ending is not None
    assert found.obligations[0].ending.before_opening


def test_it_stands_in_the_record() -> None:
    log = [event("besked", "2024-12-24"), event("borta", "2024-12-25"), START]
    one = why(engine_of(SINCE), log, "2025-01-05").to_dict()["obligations"][0]
    assert one["awaited_since"] == {"name": "borta", "title": "Frånvaron har börjat"}
    assert one["had_happened"]["day"] == "2024-12-24"
    late = [START, event("besked", "2025-01-03T09:00"), event("klar", "2025-01-03T15:00")]
    assert why(engine_of(BEFORE), late, "2025-01-05").to_dict()["obligations"][0]["ending"]["after"]["clock"] == "09:00"
