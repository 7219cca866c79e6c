"""A wish for something new in, a draft of a rule or a scenario out: the command `new`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from rutinmotor.faces.cli.chosen_rule import Facts
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.new_rule import Answers, new_rule
from rutinmotor.faces.cli.new_scenario import Wanted, new_scenario
from rutinmotor.faces.cli.options import Rules, word_of

_WORDS = {"regel": "rule", "scenarie": "scenario", "exempel": "scenario", "test": "scenario", "catalogue": "rule"}

Name: TypeAlias = Annotated[
    str | None,
    typer.Argument(
        metavar=both("REGEL", "RULE"),
        help=both(
            "Den nya regelns namn, som plan_reviderad; för ett scenario regeln som det ska visa.",
            "The new rule's name, such as plan_reviderad; for a scenario the rule that it is to show.",
        ),
    ),
]
Title: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--title",
        metavar=both("TEXT", "TEXT"),
        help=both(
            "rule: vad som ska vara gjort. scenario: vad det visar.",
            "rule: what is to be done. scenario: what it shows.",
        ),
    ),
]


def run(
    what: Annotated[
        str,
        typer.Argument(
            metavar=both("VAD", "WHAT"),
            help=both("rule för en ny regel, scenario för ett nytt scenario.", "rule or scenario."),
        ),
    ],
) -> str:
    """Say which of the FORMS is meant."""
    return word_of(what, both("VAD", "WHAT").partition("\n")[0], tuple(FORMS), _WORDS)


def rule(
    context: typer.Context,
    name: Name = None,
    into: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar=both("FIL", "FILE"),
            help=both(
                "rule: regelfilen som regeln skrivs sist i; finns den inte skapas den. Annars visas utkastet bara.",
                "rule: the rule file that it is put last in; made if it is not there. Without it the draft is shown.",
            ),
        ),
    ] = None,
    title: Title = None,
    actor: Annotated[
        str | None,
        typer.Option(
            "--actor",
            metavar=both("AKTÖR", "ACTOR"),
            help=both("rule: vem som ska göra det.", "rule: who is to do it."),
        ),
    ] = None,
    trigger: Annotated[
        str | None,
        typer.Option(
            "--trigger",
            metavar=both("HÄNDELSE", "EVENT"),
            help=both("rule: händelsen som utlöser regeln.", "rule: the event that triggers it."),
        ),
    ] = None,
    deadline: Annotated[
        str | None,
        typer.Option(
            "--deadline",
            metavar=both("TID", "TIME"),
            help=both(
                "rule: tiden i ord, som ”3 arbetsdagar”, ”6 veckor”, ”ingen” eller ”snarast”.",
                "rule: the time in words, such as '3 working days', '6 weeks', 'none' or 'snarast'.",
            ),
        ),
    ] = None,
    fulfilled_by: Annotated[
        str | None,
        typer.Option(
            "--fulfilled-by",
            metavar=both("HÄNDELSE", "EVENT"),
            help=both("rule: händelsen som visar att det är gjort.", "rule: the event that shows that it is done."),
        ),
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(
            "--section",
            metavar=both("TEXT", "TEXT"),
            help=both("rule: avsnittet i dokumentet.", "rule: the section of the document."),
        ),
    ] = None,
    rules: Rules = None,
) -> int:
    """Draft a rule."""
    answers = Answers(name, title, actor, trigger, deadline, fulfilled_by, section)
    return new_rule(answers, into, rules, context.obj)


def scenario(
    context: typer.Context,
    name: Name = None,
    title: Title = None,
    status: Annotated[
        str | None,
        typer.Option(
            "--status",
            metavar="STATUS\nSTATUS",
            help=both(
                "scenario: vad regeln ska ha blivit: due (annars), overdue, fulfilled, fulfilled_late, ended, paused, "
                "standing, absent eller undetermined.",
                "scenario: what is to become of the rule: due (without it), overdue, fulfilled, fulfilled_late, ended, "
                "paused, standing, absent or undetermined.",
            ),
        ),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option(
            "--day",
            metavar=both("DAG", "DAY"),
            help=both(
                "scenario: dagen som kravet uppstår, som 2026-03-02. Annars idag, om regeln gäller då.",
                "scenario: the day that the obligation arises, such as 2026-03-02. Today without it, if in force.",
            ),
        ),
    ] = None,
    fact: Facts = None,
    rules: Rules = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            metavar=both("FIL", "FILE"),
            help=both(
                "scenario: filen att skriva. Annars visas utkastet bara.",
                "scenario: the file to write. Without it the draft is shown.",
            ),
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force",
            help=both(
                "scenario: skriv över ett scenario som finns där.", "scenario: write over a scenario that is there."
            ),
        ),
    ] = False,
) -> int:
    """Draft a scenario."""
    if name is None:
        raise Misuse(
            "REGEL saknas: regeln som scenariot ska visa. Se rutinmotor new --help.",
            "RULE is missing: the rule that the scenario is to show. See rutinmotor new --help.",
        )
    return new_scenario(Wanted(name, title, status, day, tuple(fact or ()), out, force), rules, context.obj)


FORMS = {"rule": rule, "scenario": scenario}
