"""Old rules, new rules, cases and a day in, what the new rules change out: the command `impact`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

import typer

from rutinmotor.engine.engine import Engine
from rutinmotor.faces.cli.cases import Given, given_cases
from rutinmotor.faces.cli.entry import DONE, FINDINGS
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.impact_writers import FORMATS, ImpactWriter, Question, writer_of
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.options import At, Cases, Known, day_of, today, unknown_events_of
from rutinmotor.faces.cli.progress import Progress
from rutinmotor.faces.cli.revisions import catalogues_at
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.workbench.diff import rules_called
from rutinmotor.workbench.impact import Asked, Counts, Inseparable, Unjudged
from rutinmotor.workbench.impact import asked as asked_of

_RULES = (
    "en regelfil, en mapp, eller en revision som git:HEAD~1 eller git:HEAD~1:rules/sol.yaml",
    "a rule file, a folder, or a revision such as git:HEAD~1 or git:HEAD~1:rules/sol.yaml",
)


def run(
    context: typer.Context,
    old: Annotated[
        str,
        typer.Argument(
            metavar=both("GAMLA", "OLD"), help=both(f"De gamla reglerna: {_RULES[0]}.", f"The old rules: {_RULES[1]}.")
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(
            metavar=both("NYA", "NEW"),
            help=both("De nya reglerna, på samma sätt.", "The new rules, in the same way."),
        ),
    ],
    cases: Cases,
    at: At = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar=both("DAG", "DAY"),
            help=both(
                "De nya reglerna gäller bara det som utlöses från den här dagen; annars som om de alltid gällt.",
                "The new rules hold only for what is triggered from this day; else as if they always had.",
            ),
        ),
    ] = None,
    known: Known = None,
    form: Annotated[str, FORMATS.option()] = "text",
    limit: Annotated[
        str | None,
        typer.Option(
            "--limit",
            metavar=both("ANTAL", "NUMBER"),
            help=both(
                "Räkna upp högst så många ärenden: i text de tyngsta (annars 20), i övriga format de första (annars "
                "alla). Alla räknas ändå.",
                "List so many cases at most: in text the weightiest (20 without it), in the others the first (all "
                "without it). All are counted anyhow.",
            ),
        ),
    ] = None,
    unknown_events: Annotated[
        str,
        typer.Option(
            "--unknown-events",
            metavar="error|list\nerror|list",
            help=both(
                "Händelser som varken de gamla eller de nya reglerna känner: ett fel (error) eller förbigå (list).",
                "Events that neither the old nor the new rules know: an error, or passed over (list).",
            ),
        ),
    ] = "error",
) -> int:
    """Say what new rules would change for real cases."""
    lang: Lang = context.obj
    chosen = FORMATS.read(form)
    policy = unknown_events_of(unknown_events)
    day, cut, begins = day_of(at, "--at"), day_of(known, "--known"), day_of(since, "--from")
    most = _number(limit)
    before, after = catalogues_at(old, new), catalogues_at(new, old)
    try:
        asked = asked_of(before, after, day or today(Engine(after)), cut, begins, policy, _other_names(before, after))
    except Inseparable as reason:
        raise _inseparable(reason, begins) from None
    given = given_cases(cases)
    question = Question(asked, before, after, begins, most, lang)
    counts = _answer_all(given, asked, writer_of(question, chosen), lang)
    return FINDINGS if counts.errors else DONE


def _other_names(before: Sequence[Catalogue], after: Sequence[Catalogue]) -> dict[str, str]:
    """Give the new full id of each rule that has another name under the new rules."""
    return {name: now for name, now in rules_called(before, after).items() if name != now}


def _answer_all(given: Iterable[Given], asked: Asked, writer: ImpactWriter, lang: Lang) -> Counts:
    """Compare case by case; one that cannot be read or judged stops no other."""
    counts = Counts()
    progress = Progress(lang, alone=writer.at_the_end)
    for file, read in given:
        if read.case is None:
            counts.add_error()
            writer.error(read.id, file, (), read.diagnostics)
        else:
            try:
                impact = asked.of(read.case)
                counts.add(impact)
                if impact:
                    writer.change(read.case, impact)
            except Unjudged as error:
                counts.add_error()
                writer.error(read.id, file, error.under, error.diagnostics)
        progress.at(counts.cases)
    progress.end()
    writer.end(counts)
    return counts


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    if text.isascii() and text.isdecimal() and len(text) < 10:
        return int(text)
    raise Misuse(f"--limit är ett antal som 20, inte ”{text}”.", f"--limit is a number such as 20, not '{text}'.")


def _inseparable(reason: Inseparable, since: date | None) -> Misuse:
    """Say why the two rule sets cannot hold one after the other, and what can be done."""
    sv, en = f"--from {since} går inte här: ", f"--from {since} is not possible here: "
    if reason.what == "timezone":
        return Misuse(f"{sv}tidszonen är ändrad till {reason.name}.", f"{en}the time zone has become {reason.name}.")
    if reason.what == "event":
        return Misuse(
            f"{sv}händelsen {reason.name} tar bort andra uppgifter i de nya reglerna än i de gamla, och den sker bara "
            "en gång. Jämför utan --from.",
            f"{en}the event {reason.name} takes away other facts in the new rules than in the old, and it happens only "
            "once. Compare without --from.",
        )
    return Misuse(
        f"{sv}uppgiften {reason.name} är av olika slag i de gamla och de nya reglerna, och ett ärende har bara en. "
        "Ge den nya ett eget namn, eller jämför utan --from.",
        f"{en}the fact {reason.name} is of one kind in the old rules and of another in the new, and a case has only "
        "one. Give the new one a name of its own, or compare without --from.",
    )
