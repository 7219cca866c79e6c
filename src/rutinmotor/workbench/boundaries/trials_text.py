"""The trials of a rule in, a row of words for each thing that they show out; every outcome is one that was replayed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from rutinmotor.engine.evaluation import Obligation
from rutinmotor.ground.words import Lang, listed, said, status_word
from rutinmotor.workbench.boundaries.boundary import Boundaries, Trial, TrialKind
from rutinmotor.workbench.boundaries.notes import day_within
from rutinmotor.workbench.telling import Titles, quoted

# What stands as closed or open, whichever status says so.
_CLOSED: Final = frozenset({"fulfilled", "fulfilled_late", "ended"})
_ANY: Final = ("i vilken ordning som helst", "in any order")


def trial_rows(found: Boundaries, titles: Titles, lang: Lang) -> Iterator[tuple[str, str]]:
    """Give a label and a text for each thing that the trials show, in the order of their kinds."""
    told = _Telling(found, titles, lang)
    for kinds, label, write in told.rows:
        trials = [one for one in found.trials if one.kind in kinds]
        if trials:
            yield label, write(trials)


class _Telling:
    """Writes the trials of one rule in one language."""

    def __init__(self, found: Boundaries, titles: Titles, lang: Lang) -> None:
        self._rule = found.version.full_id
        self._titles = titles
        self._lang: Lang = lang
        self._year = found.examples[0].start.year if found.examples else found.year

    @property
    def rows(self) -> tuple[tuple[tuple[TrialKind, ...], str, Callable[[Sequence[Trial]], str]], ...]:
        """The kinds of each row, its label, and what writes it."""
        return (
            (("again",), self._said("Utlöses igen", "Triggered again"), self._again),
            (("done_and_again",), self._said("Klart och utlöst samma dag", "Done, triggered the same day"), self._both),
            (("done_and_awaited",), self._said("Klart samma dag", "Done that day"), self._awaited),
            (
                ("ended", "ended_overdue", "ended_waiting", "begun_and_ended"),
                self._said("Faller bort", "Ends"),
                self._ended,
            ),
            (("period",), self._said("Vilken period", "Which period"), self._period),
            (("answered",), self._said("Sen uppgift", "Late fact"), self._answered),
        )

    def _again(self, trials: Sequence[Trial]) -> str:
        (one,) = trials
        day = self._day(one.day)
        if len(one.found) != 1 or one.untouched is None:
            return f"{day}: {self._fates(one.found)}."
        due, had = one.found[0].due, one.untouched.due
        if due is not None and had is not None and due != had:
            return self._said(
                f"{day}: ny tid, sista dag flyttas från {self._day(had)} till {self._day(due)}.",
                f"{day}: a new time, the last day moves from {self._day(had)} to {self._day(due)}.",
            )
        last = self._said("sista dag är fortfarande", "the last day is still")
        still = f", {last} {self._day(due)}" if due is not None else ""
        return f"{day}: {self._said('ingen till uppstår', 'no other arises')}{still}."

    def _both(self, trials: Sequence[Trial]) -> str:
        words = {
            "first": self._said("först klart, sedan utlöst", "first done, then triggered"),
            "last": self._said("först utlöst, sedan klart", "first triggered, then done"),
        }
        return f"{self._day(trials[0].day)}, {self._by_order(trials, words, self._fates)}."

    def _awaited(self, trials: Sequence[Trial]) -> str:
        event = self._event(trials[0])
        words = {
            "first": self._said("klart före", "done before it"),
            "last": self._said("klart efter", "done after it"),
        }
        told = self._by_order(trials, words, self._fates)
        return self._said(f"Dagen då {event} händer, ", f"On the day of {event}, ") + told + "."

    def _ended(self, trials: Sequence[Trial]) -> str:
        event = self._event(trials[0])
        by_kind = {one.kind: one for one in trials}
        parts: list[str] = []
        first, late = by_kind.get("ended"), by_kind.get("ended_overdue")
        if first is not None:
            told = f"{event} {self._day(first.day)}: {self._fates(first.found)}"
            if late is not None and _pattern(late) == _pattern(first):
                told += self._said(", också om det redan är försenat", ", also if it is overdue already")
            elif late is not None:
                told += self._said("; om det redan är försenat: ", "; if it is overdue already: ")
                told += self._fates(late.found)
            parts.append(told)
        waiting = by_kind.get("ended_waiting")
        if waiting is not None:
            before = self._said(f"{self._day(waiting.day)} skulle det uppstå; dagen före", "")
            parts.append(before)
        begun = [one for one in trials if one.kind == "begun_and_ended"]
        if begun:
            words = {
                "first": self._said("efter utlösningen", "after the trigger"),
                "last": self._said("före utlösningen", "before the trigger"),
            }
            same = self._said("samma dag som det utlöses", "on the day of the trigger")
            parts.append(f"{same}, {self._by_order(begun, words, self._fates)}")
        return ". ".join(f"{part[:1].upper()}{part[1:]}" for part in parts) + "."

    def _period(self, trials: Sequence[Trial]) -> str:
        (one,) = trials
        return self._event(one) + f" {self._day(one.day)}: {self._fates(one.found)}."

    def _answered(self, trials: Sequence[Trial]) -> str:
        (one,) = trials
        fact = quoted(self._titles.fact(self._rule, one.name or ""), self._lang)
        day = self._day(one.day)
        return self._said(f"Blir {fact} känd först {day}: ", f"If {fact} is known only on {day}: ") + (
            self._fates(one.found) + "."
        )

    def _by_order(
        self, trials: Sequence[Trial], words: Mapping[str, str], told: Callable[[Sequence[Obligation]], str]
    ) -> str:
        """Say the outcome of each order, those with the same outcome once."""
        undated = self._said("utan klockslag", "without a clock")
        alike: dict[object, list[Trial]] = {}
        for one in trials:
            alike.setdefault(_pattern(one), []).append(one)
        if len(trials) == 1 or (len(alike) == 1 and len(trials) == len(words) + 1):
            when = undated if len(trials) == 1 else self._said(*_ANY)
            return f"{when}: {told(trials[0].found)}" if len(trials) > 1 else told(trials[0].found)
        either = self._said(" eller ", " or ")
        parts: list[str] = []
        for same in alike.values():
            orders = either.join(words.get(one.order or "", undated) for one in same)
            parts.append(f"{orders}: {told(same[0].found)}")
        return "; ".join(parts)

    def _fates(self, found: Sequence[Obligation]) -> str:
        """Say what has become of each; of one alone that nothing new has arisen goes without saying."""
        if not found:
            return self._said("uppstår inte", "does not arise")
        told = [self._fate(one) for one in found]
        if len(told) == 1:
            return told[0]
        if len(set(told)) == 1:
            return f"{self._said('båda', 'both')} {told[0]}"
        if len(told) == 2:
            return self._said(f"den första {told[0]}, en ny {told[1]}", f"the first {told[0]}, a new one {told[1]}")
        return listed(told, self._lang)

    def _fate(self, one: Obligation) -> str:
        word = status_word(one.status, self._lang)
        if one.due is None or one.status in _CLOSED:
            return word
        return self._said(f"{word} (sista dag {self._day(one.due)})", f"{word} (last day {self._day(one.due)})")

    def _event(self, one: Trial) -> str:
        return quoted(self._titles.event(self._rule, one.name or ""), self._lang)

    def _day(self, day: date) -> str:
        return day_within(day, self._year, self._lang)

    def _said(self, sv: str, en: str) -> str:
        return said(self._lang, sv, en)


def _pattern(one: Trial) -> tuple[tuple[str, date | None], ...]:
    return tuple((each.status, each.due if each.status not in _CLOSED else None) for each in one.found)
