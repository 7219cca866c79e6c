"""Cases and a day in, what is due and what is overdue out: the command `evaluate`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from rutinmotor.engine.evaluation import STATUSES
from rutinmotor.faces.cli.cases import Given, given_cases
from rutinmotor.faces.cli.entry import DONE, FINDINGS
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.options import (
    At,
    Cases,
    Known,
    Rules,
    actors_of,
    day_of,
    engine_of,
    statuses_of,
    today,
    unknown_events_of,
    unknown_facts_of,
    word_of,
)
from rutinmotor.faces.cli.progress import Progress
from rutinmotor.faces.cli.writers import FORMATS, Question, Writer, writer_of
from rutinmotor.ground.diagnostics import CaseError, Lang
from rutinmotor.workbench.answer import Selection, Tally


def run(
    context: typer.Context,
    cases: Cases,
    rules: Rules = None,
    at: At = None,
    known: Known = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar=both("LÄGE", "STATUS"),
            help=both(
                f"Bara krav med det här läget; kan anges flera gånger: {', '.join(STATUSES)}.",
                f"Only obligations of this status; may be repeated: {', '.join(STATUSES)}.",
            ),
        ),
    ] = None,
    actor: Annotated[
        list[str] | None,
        typer.Option(
            "--actor",
            metavar=both("AKTÖR", "ACTOR"),
            help=both(
                "Bara krav på den här aktören, som utforare; kan anges flera gånger.",
                "Only obligations of this actor, such as utforare; may be repeated.",
            ),
        ),
    ] = None,
    form: Annotated[str, FORMATS.option()] = "table",
    unknown_events: Annotated[
        str,
        typer.Option(
            "--unknown-events",
            metavar="error|list\nerror|list",
            help=both(
                "Händelser som ingen katalog känner: ett fel (error) eller förbigå och räkna upp (list).",
                "Events that no catalogue knows: an error, or passed over and listed (list).",
            ),
        ),
    ] = "error",
    unknown_facts: Annotated[
        str | None,
        typer.Option(
            "--unknown-facts",
            metavar="error|list\nerror|list",
            help=both(
                "Uppgifter som ingen katalog känner: ett fel (error) eller räkna upp (list). Utan valet är de ett fel "
                "bara om ärendet börjar med dem och okända händelser är ett fel.",
                "Facts that no catalogue knows: an error, or listed (list). Without it they are an error only where "
                "the case starts with them and unknown events are an error.",
            ),
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="overdue\noverdue",
            help=both(
                "Ge slutstatus 1 om något krav är försenat, även om --status utelämnar det.",
                "Exit with 1 if any obligation is overdue, even if --status leaves it out.",
            ),
        ),
    ] = None,
) -> int:
    """Judge cases at the end of a day."""
    lang: Lang = context.obj
    chosen_format = FORMATS.read(form)
    chosen = Selection(statuses_of(status or (), STATUSES))
    policy = unknown_events_of(unknown_events)
    facts = unknown_facts_of(unknown_facts)
    if fail_on is not None:
        word_of(fail_on, "--fail-on", ("overdue",))
    day, cut = day_of(at, "--at"), day_of(known, "--known")
    engine = engine_of(rules)
    chosen = Selection(chosen.statuses, actors_of(actor or (), engine))
    given = given_cases(cases)
    question = Question(engine, day or today(engine), cut, chosen, lang, policy, facts)
    tally = _answer_all(given, question, writer_of(question, chosen_format))
    return FINDINGS if tally.errors or (fail_on and tally.statuses["overdue"]) else DONE


def _answer_all(given: Iterable[Given], question: Question, writer: Writer) -> Tally:
    """Answer case by case; one that cannot be read or judged stops no other."""
    tally = Tally()
    progress = Progress(question.lang)
    for file, read in given:
        try:
            if read.case is None:
                raise CaseError(read.diagnostics)
            evaluation = question.answer(read.case)
            tally.add(evaluation, question.selection)
            writer.answer(read.case, evaluation)
        except CaseError as error:
            tally.add_error()
            writer.error(read.id, file, error.diagnostics)
        progress.at(tally.cases)
    progress.end()
    writer.end(tally)
    return tally
