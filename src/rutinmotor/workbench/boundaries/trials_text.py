"""The trials of a rule in, a row of words for each thing that they show out; every outcome is one that was replayed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from rutinmotor.engine.evaluation import Obligation
from rutinmotor.ground.words import Lang, listed, said, status_word, statuses_word
from rutinmotor.workbench.boundaries.boundary import Boundaries, Trial, TrialKind
from rutinmotor.workbench.boundaries.notes import day_within
from rutinmotor.workbench.telling import Titles, quoted

_CLOSED: Final = frozenset({"fulfilled", "fulfilled_late", "ended"})
_Write = Callable[[Sequence[Trial]], Iterator[str]]


def trial_rows(found: Boundaries, titles: Titles, lang: Lang) -> Iterator[tuple[str, str]]:
    """Give a label and a text for each thing that the trials show, in the order of their kinds."""
    told = _Telling(found, titles, lang)
    for kinds, label, write in told.rows:
        trials = [one for one in found.trials if one.kind in kinds]
        if trials:
            sentences = (f"{text[:1].upper()}{text[1:]}." for text in write(trials))
            yield label, " ".join(sentences)


class _Telling:
    """Writes the trials of one rule in one language."""

    def __init__(self, found: Boundaries, titles: Titles, lang: Lang) -> None:
        self._rule = found.version.full_id
        self._titles = titles
        self._lang: Lang = lang
        self._year = found.examples[0].start.year if found.examples else found.year
        self._first_due = found.examples[0].due if found.examples else None
        # Due dates that the row at hand need not tell again.
        self._known: set[date | None] = set()

    @property
    def rows(self) -> tuple[tuple[tuple[TrialKind, ...], str, _Write], ...]:
        """The kinds of each row, its label, and what writes its sentences."""
        return (
            (("again", "done_and_again"), self._said("Utlöses igen", "Triggered again"), self._again),
            (("done_and_awaited",), self._said("Klart samma dag", "Done that day"), self._awaited),
            (
                ("ended", "ended_overdue", "ended_waiting", "begun_and_ended"),
                self._said("Faller bort", "Ends"),
                self._ended,
            ),
            (("period",), self._said("Vilken gång", "Which time"), self._period),
            (("answered",), self._said("Sen uppgift", "Late fact"), self._answered),
        )

    def _again(self, trials: Sequence[Trial]) -> Iterator[str]:
        self._known = set()
        first, *done = trials
        yield f"{self._day(first.day)}: {self._second(first)}"
        if done:
            self._known |= {one.due for one in first.found}
            words = {
                "first": self._said("före utlösningen", "before the trigger"),
                "last": self._said("efter", "after it"),
            }
            yield self._said("klart samma dag", "done the same day") + self._by_order(done, words)

    def _second(self, first: Trial) -> str:
        """Say what a second trigger does: to the one that is open, or that another arises."""
        had_been = first.untouched
        if len(first.found) == 2 and had_been is not None and first.found[0].status == had_been.status:
            return self._arising(self._said("ett till uppstår", "one more arises"), first.found[1])
        if len(first.found) != 1 or had_been is None:
            return self._fates(first.found)
        due, had = first.found[0].due, had_been.due
        if due is not None and had is not None and due != had:
            return self._said(
                f"ny tid, sista dag flyttas från {self._day(had)} till {self._day(due)}",
                f"a new time, the last day moves from {self._day(had)} to {self._day(due)}",
            )
        none = self._said("inget nytt uppstår", "no new one arises")
        if due is None:
            return none
        return none + self._said(
            f", sista dag är fortfarande {self._day(due)}", f", the last day is still {self._day(due)}"
        )

    def _awaited(self, trials: Sequence[Trial]) -> Iterator[str]:
        self._known = {trials[0].day}
        event = self._event(trials[0])
        words = {"first": self._said("före", "before it"), "last": self._said("efter", "after it")}
        yield self._said(f"samma dag som {event}", f"on the day of {event}") + self._by_order(trials, words)

    def _ended(self, trials: Sequence[Trial]) -> Iterator[str]:
        self._known = {self._first_due}
        by_kind = {one.kind: one for one in trials}
        if (first := by_kind.get("ended")) is not None:
            told = f"{self._event(first)} {self._day(first.day)}: {self._fates(first.found)}"
            yield told + self._if_late(first, by_kind.get("ended_overdue"))
        if (waiting := by_kind.get("ended_waiting")) is not None:
            when = self._said("dagen innan det skulle uppstå", "the day before it would arise")
            yield f"{when}: {self._fates(waiting.found)}"
        begun = [one for one in trials if one.kind == "begun_and_ended"]
        if begun:
            words = {"first": self._said("efter", "after it"), "last": self._said("före", "before it")}
            yield self._said("samma dag som utlösningen", "on the day of the trigger") + self._by_order(begun, words)

    def _if_late(self, first: Trial, late: Trial | None) -> str:
        """Say what the ending does to what is overdue, beside what it does to what is open."""
        if late is None:
            return ""
        if {one.status for one in late.found} == {one.status for one in first.found}:
            return self._said(", också om det är försenat", ", also if it is overdue")
        return self._said("; om det är försenat: ", "; if it is overdue: ") + self._fates(late.found)

    def _period(self, trials: Sequence[Trial]) -> Iterator[str]:
        self._known = set()
        (one,) = trials
        each = [
            self._said("det från ", "that from ") + f"{self._day(own.opened)} {self._fate(own)}" for own in one.found
        ]
        yield f"{self._event(one)} {self._day(one.day)}: {listed(each, self._lang)}"

    def _answered(self, trials: Sequence[Trial]) -> Iterator[str]:
        self._known = set()
        (one,) = trials
        fact = quoted(self._titles.fact(self._rule, one.name or ""), self._lang)
        day = self._day(one.day)
        when = self._said(f"ges {fact} först {day}: ", f"if {fact} is given only on {day}: ")
        if len(one.found) == 1:
            yield when + self._arising(self._said("uppstår då", "it arises then"), one.found[0])
        else:
            yield when + self._fates(one.found)

    def _arising(self, arises: str, one: Obligation) -> str:
        """Say that one arises and how it stands, where that is more than that it is to be done."""
        return arises if one.status == "due" and one.due is None else f"{arises}, {self._fate(one)}"

    def _by_order(self, trials: Sequence[Trial], words: Mapping[str, str]) -> str:
        """Say the outcome of each order, those with the same outcome once; of one alone no order."""
        alike: dict[object, list[Trial]] = {}
        for one in trials:
            alike.setdefault(_pattern(one), []).append(one)
        if len(trials) == 1:
            return f": {self._fates(trials[0].found)}"
        if len(alike) == 1:
            return f", {self._said('i vilken ordning som helst', 'in any order')}: {self._fates(trials[0].found)}"
        undated, either = self._said("utan klockslag", "without clocks"), self._said(" eller ", " or ")
        parts = [
            f"{either.join(words.get(one.order or '', undated) for one in same)}: {self._fates(same[0].found)}"
            for same in alike.values()
        ]
        return f", {'; '.join(parts)}"

    def _fates(self, found: Sequence[Obligation]) -> str:
        """Say what has become of each, in order of opening."""
        if not found:
            return self._said("uppstår inte", "does not arise")
        told = [self._fate(one) for one in found]
        if len(told) == 1:
            return told[0]
        if len(told) == 2 and len(set(told)) == 1:
            return f"{self._said('båda', 'both')} {statuses_word(found[0].status, self._lang)}"
        if len(told) == 2:
            return self._said(f"det första {told[0]}, ett nytt {told[1]}", f"the first {told[0]}, a new one {told[1]}")
        alike = {fate: [one for one, own in zip(found, told, strict=True) if own == fate] for fate in told}
        return listed([self._counted(fate, same) for fate, same in alike.items()], self._lang)

    def _counted(self, fate: str, same: Sequence[Obligation]) -> str:
        """Say how several stand, of which there is one or more with the same fate."""
        if len(same) == 1:
            return f"{self._said('ett', 'one')} {fate}"
        return f"{len(same)} {statuses_word(same[0].status, self._lang)}"

    def _fate(self, one: Obligation) -> str:
        """Say how one stands, with the due date of what is open unless the row has told it."""
        word = status_word(one.status, self._lang)
        if one.due is None or one.due in self._known or one.status in _CLOSED:
            return word
        day = self._day(one.due)
        if one.status == "due":
            return self._said(f"{word} senast {day}", f"{word} by {day}")
        return self._said(f"{word} (sista dag {day})", f"{word} (last day {day})")

    def _event(self, one: Trial) -> str:
        return quoted(self._titles.event(self._rule, one.name or ""), self._lang)

    def _day(self, day: date) -> str:
        return day_within(day, self._year, self._lang)

    def _said(self, sv: str, en: str) -> str:
        return said(self._lang, sv, en)


def _pattern(one: Trial) -> tuple[tuple[str, date | None], ...]:
    """What tells outcomes apart: how each stands, and the due date of what is open."""
    return tuple((each.status, None if each.status in _CLOSED else each.due) for each in one.found)
