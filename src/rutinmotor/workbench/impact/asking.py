"""Two rule sets, a day and a case in, the impact on the case out; the whole trip of `impact` but the reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from rutinmotor.engine.engine import Engine
from rutinmotor.engine.evaluation import Evaluation, UnknownEvents
from rutinmotor.ground.diagnostics import CaseError, Diagnostic
from rutinmotor.language.case import Case
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.workbench.impact.changes import CaseImpact, compare
from rutinmotor.workbench.impact.shared_vocabulary import sharing_words
from rutinmotor.workbench.impact.succession import succeeding

Under: TypeAlias = Literal["old", "new"]


class Unjudged(Exception):
    """A case that cannot be judged `under` one or both of the rule sets; `diagnostics` say why, each once."""

    def __init__(self, under: Sequence[Under], diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(under, diagnostics)
        self.under = tuple(under)
        self.diagnostics = tuple(dict.fromkeys(diagnostics))


@dataclass(frozen=True, slots=True)
class Asked:
    """Old rules and new ones, and how every case is asked of both: at the end of `at`, by what was `known`.

    `called` gives the new full id of each rule that has another name under the new rules.
    """

    old: Engine
    new: Engine
    at: date
    known: date | None = None
    unknown_events: UnknownEvents = "error"
    called: Mapping[str, str] = field(default_factory=dict[str, str])

    def of(self, case: Case) -> CaseImpact:
        """Evaluate a case under both, and say what differs.

        Raises:
            Unjudged: the case has errors that the old rules, the new rules, or both cannot pass over.
        """
        answers: list[Evaluation] = []
        under: list[Under] = []
        diagnostics: list[Diagnostic] = []
        for side, engine in self.sides:
            try:
                answers.append(engine.evaluate(case, self.at, self.known, self.unknown_events))
            except CaseError as error:
                under.append(side)
                diagnostics += error.diagnostics
        if under:
            raise Unjudged(under, diagnostics)
        return compare(answers[0], answers[1], self.called)

    @property
    def sides(self) -> tuple[tuple[Under, Engine], tuple[Under, Engine]]:
        """The two engines by name."""
        return ("old", self.old), ("new", self.new)


def asked(
    old: Sequence[Catalogue],
    new: Sequence[Catalogue],
    at: date,
    known: date | None = None,
    since: date | None = None,
    unknown_events: UnknownEvents = "error",
    called: Mapping[str, str] | None = None,
) -> Asked:
    """Make both rule sets ready; with `since` the new one holds only for what is triggered on that day or later.

    Each knows the words of both, so that an event or a fact is an error only where neither has it. Of a rule that is
    `called` otherwise now, what it opens is compared all the same; by its days in force (semantics 3.5) it is another.

    Raises:
        Inseparable: with `since`, two rule sets that cannot hold one after the other.
    """
    then = new if since is None else succeeding(old, new, since)
    return Asked(*sharing_words(old, then), at, known, unknown_events, called or {})
