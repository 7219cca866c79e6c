"""A version and a view in, yes, no or a question out: 2.4 to 2.7, whenever something is triggered or comes next."""

from datetime import date

from tests.engine.second.bearing import effective_deadline, facts_needed
from tests.engine.second.calendar import first_of_period
from tests.engine.second.catalogues import Rulebook, Version
from tests.engine.second.conditions import Verdict, View, asked
from tests.engine.second.facts import World
from tests.engine.second.obligation import Cause, Obligation, Origin, Question, Series


class Judging:
    """What every part of the walk knows, and what a condition or a deadline says of it."""

    def __init__(self, book: Rulebook, world: World, alone: bool = False) -> None:
        self.book = book
        self.world = world
        self.alone = alone  # 2.6: lives days again, for one of a rule alone
        self.until: date | None = None  # then, the day of the answer: what is known by then is known
        self.obligations: list[Obligation] = []
        self.live: list[Obligation] = []  # open, or closed today
        self.series: list[Series] = []
        self.questions: list[Question] = []  # those that are open
        self.asked_so_far: int = 0
        self.set_off: list[Cause] = []  # 2.6: what days lived again have set off
        self.without_items: list[tuple[Version, Cause]] = []  # 6.2
        self.begun: int = 0  # what was opened or started again, counted
        self.new: list[Obligation] = []  # opened today, and not yet served
        self.new_series: list[Series] = []  # begun today without anything open (5.4), and not yet served

    def verdict(self, version: Version, view: View) -> Verdict:
        """2.4, 2.5: scope and only_if, both."""
        return asked(view, {"all": [version.scope, version.body.get("only_if") or {}]})

    def missing_for(self, version: Version, view: View) -> set[str]:
        """2.5: the facts that the deadline needs and that are missing then."""
        if version.series == "each":
            word_alone = version.urgent_word is not None and not version.deadline.get("at_latest")
            if word_alone or self.begins_later(version, view.seen_from.day):
                return set()
        return view.missing(facts_needed(effective_deadline(version)))

    def ask(
        self,
        kind: str,
        version: Version,
        cause: Cause,
        view: View,
        missing: set[str],
        series: Series | None = None,
        origin: Origin | None = None,
        found: list[Obligation] | None = None,
    ) -> None:
        """2.5: a question, put on the day of the trigger's moment."""
        self.asked_so_far += 1
        place, origin = self.asked_so_far, origin or cause.origin
        question = Question(
            kind, place, version, view.item, cause, origin, view.seen_from.day, view, missing, series, found or []
        )
        question.listed |= missing
        self.questions.append(question)
        if series is not None:
            series.waits = True

    def judged(self, version: Version, item: str | None, before: Question | None = None) -> None:
        """2.7: unless the rule adds, a later trigger that can be judged closes the questions of earlier ones."""
        if version.on_repeat == "add":
            return
        self.questions = [
            one
            for one in self.questions
            if one.key != (version.id, item)
            or one.series is not None
            or (before is not None and one.order >= before.order)
        ]

    @staticmethod
    def begins_later(version: Version, day: date) -> bool:
        """5.4 `first: whole`: a period that had begun before the trigger's day does not count."""
        repeat = version.repeat
        return repeat.get("first") == "whole" and first_of_period(day, repeat["each"]) < day
