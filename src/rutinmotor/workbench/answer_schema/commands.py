"""Pieces in, one JSON Schema with a definition for what each command writes as JSON out; the promise of the answers."""

from __future__ import annotations

from typing import Final, get_args, get_type_hints

from rutinmotor.engine.evaluation import BESIDE, Evaluation, Light, Obligation, Origin, Status
from rutinmotor.engine.explanation import Explanation
from rutinmotor.ground.days import WEEKDAYS
from rutinmotor.language.catalogue import DIALECT
from rutinmotor.language.constructs import FreeDay, Weight
from rutinmotor.workbench.answer_schema.pieces import (
    BOTH,
    DAY,
    NUMBER,
    TEXT,
    YES_OR_NO,
    Node,
    Pieces,
    listing,
    mapping,
    or_null,
    record,
    word,
)
from rutinmotor.workbench.boundaries import KINDS as SHOWN_BY_EXAMPLES
from rutinmotor.workbench.boundaries import Order, Timing, TrialKind, Which
from rutinmotor.workbench.diff import Between, Effect, Subject
from rutinmotor.workbench.diff import Kind as DiffKind
from rutinmotor.workbench.impact import ASPECTS, CHANGE_KINDS, GAP_KINDS, Under
from rutinmotor.workbench.impact import KINDS as IMPACT_KINDS
from rutinmotor.workbench.scenario import SHOWN, Reason

# Raised when a key goes away or means something else; what is added raises nothing.
ANSWER_VERSION: Final = 1
_NAME: Final = "urn:rutinmotor:answer"


def answer_schema() -> Node:
    """Describe what `evaluate`, `explain`, `diff`, `impact`, `test` and `boundaries` write as JSON (draft 2020-12).

    Each has a definition of its own name; `evaluate_line` and `impact_line` are those of a line of JSON Lines. It says
    which keys there always are. More may come, so it forbids none.
    """
    pieces = Pieces()
    commands = {
        "evaluate": record(**_asked(), catalogues=listing(_CATALOGUE), cases=listing(_evaluated(pieces))),
        "evaluate_line": _evaluated(pieces),
        "explain": {"anyOf": [pieces.of(Explanation), _unexplained()]},
        "diff": _diff(),
        "impact": _impact(pieces),
        "impact_line": _changed(pieces),
        "test": _test(pieces),
        "boundaries": _boundaries(pieces),
    }
    return {
        "$schema": DIALECT,
        "$id": f"{_NAME}:{ANSWER_VERSION}",
        "title": "Answers",
        "description": "What the commands write as JSON. Refer to a command's own answer as #/$defs/<command>.",
        "version": ANSWER_VERSION,
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in commands],
        "$defs": {**commands, "diagnostic": _DIAGNOSTIC, **pieces.defs},
    }


_CATALOGUE = record(catalogue=TEXT, dated=or_null(DAY), digest=TEXT)
_PLACE = record(source=TEXT, line=NUMBER, column=NUMBER)
_DIAGNOSTIC = record(
    code=TEXT,
    severity=word("error", "warning", "info"),
    place=or_null(_PLACE),
    further=listing(_PLACE),
    sentence=BOTH,
    step=BOTH,
    values=mapping({"type": ["string", "integer"]}),
)
_DIAGNOSTICS = listing({"$ref": "#/$defs/diagnostic"})


def _asked() -> dict[str, Node]:
    return {"at": DAY, "known": or_null(DAY)}


def _error(**more: Node) -> Node:
    return record(file=TEXT, **more, diagnostics=_DIAGNOSTICS)


def _evaluated(pieces: Pieces) -> Node:
    """Describe one element of `cases`; what could not be judged has an error, and nothing else to tell."""
    return pieces.named(
        "evaluated_case",
        lambda: record(
            case=or_null(TEXT),
            origin=pieces.of(Origin),
            obligations=listing(pieces.of(Obligation)),
            **{name: pieces.of(get_type_hints(Evaluation)[name]) for name in BESIDE},
            next_change=or_null(DAY),
            error=or_null(_error()),
        ),
    )


def _unexplained() -> Node:
    """Describe why there is no explanation: no such case or item, or a case that cannot be judged."""
    missing = {**record(reason=word("no_such_case", "no_such_item")), "not": {"required": ["diagnostics"]}}
    missing["properties"] = {**missing["properties"], "item": TEXT}
    return record(case=or_null(TEXT), error={"anyOf": [missing, _error()]})


def _diff() -> Node:
    side = record(rules=TEXT, catalogues=listing(_CATALOGUE))
    change = record(
        kind=word(*get_args(DiffKind)),
        subject=word(*get_args(Subject)),
        name=TEXT,
        former=or_null(TEXT),
        aspect=TEXT,
        weight=word(*(one.name.lower() for one in Weight)),
        effect=or_null(word(*get_args(Effect))),
        by=or_null(mapping(NUMBER)),
        version=or_null(record(**{"kind": word(*get_args(get_args(Between)[0])), "from": or_null(DAY)})),
        old={},
        new={},
        touches=listing(TEXT),
        sentence=BOTH,
    )
    return record(old=side, new=side, changes=listing(change))


def _impact(pieces: Pieces) -> Node:
    numbers = {"type": "object", "propertyNames": word(*IMPACT_KINDS), "additionalProperties": NUMBER}
    counts = record(
        cases=NUMBER,
        changed=NUMBER,
        errors=NUMBER,
        kinds=numbers,
        closed=numbers,
        rules=mapping(numbers),
        actors=mapping(numbers),
    )
    catalogues = listing(_CATALOGUE)
    return record(
        **_asked(),
        **{"from": or_null(DAY)},
        old=catalogues,
        new=catalogues,
        renamed=mapping(TEXT),
        cases=listing(_changed(pieces)),
        counts=counts,
    )


def _changed(pieces: Pieces) -> Node:
    under = word(*get_args(Under))
    side = or_null(pieces.of(Obligation))
    change = record(
        change=word(*CHANGE_KINDS),
        rule=TEXT,
        title=TEXT,
        item=or_null(TEXT),
        aspects=listing(word(*ASPECTS)),
        old=side,
        new=side,
        reasons=listing(record(kind=TEXT, under=or_null(under))),
        because=record(sv=listing(TEXT), en=listing(TEXT)),
    )
    gap = or_null(record(day=DAY, missing=listing(TEXT)))
    return pieces.named(
        "changed_case",
        lambda: record(
            case=or_null(TEXT),
            changes=listing(change),
            undetermined=listing(record(change=word(*GAP_KINDS), rule=TEXT, item=or_null(TEXT), old=gap, new=gap)),
            error=or_null(_error(under=listing(under))),
        ),
    )


def _test(pieces: Pieces) -> Node:
    said: Node = {"anyOf": [TEXT, listing(TEXT), {"type": "null"}]}
    obligation = pieces.of(Obligation)
    assertion = record(
        key=word("expect", "only", "absent", "undetermined"),
        rule=TEXT,
        place=_PLACE,
        expected=mapping(said),
        holds=YES_OR_NO,
        reason=or_null(word(*get_args(Reason))),
        answer=or_null(obligation),
        differences=listing(record(key=TEXT, expected=said, answer=said)),
        obligations=listing(obligation),
        wanted=or_null(NUMBER),
        undetermined=listing(record(item=or_null(TEXT), day=DAY, missing=listing(TEXT))),
        explanation=or_null(pieces.of(Explanation)),
    )
    scenario = record(
        scenario=or_null(TEXT),
        file=TEXT,
        holds=YES_OR_NO,
        rules=or_null(listing(TEXT)),
        case=or_null(TEXT),
        at=or_null(DAY),
        known=or_null(DAY),
        findings=_DIAGNOSTICS,
        assertions=listing(assertion),
    )
    shown = listing(word(*SHOWN))
    rule = record(rule=TEXT, covered=YES_OR_NO, shown=shown, possible=shown, missing=listing(TEXT))
    coverage = record(
        rules=NUMBER,
        covered=NUMBER,
        percent={"type": "number"},
        catalogues=listing(record(catalogue=TEXT, title=TEXT, rules=listing(rule))),
    )
    return record(
        scenarios=listing(scenario),
        tried=NUMBER,
        held=NUMBER,
        failed=NUMBER,
        faulty=NUMBER,
        rule_findings=_DIAGNOSTICS,
        coverage=coverage,
    )


def _boundaries(pieces: Pieces) -> Node:
    weekday = word(*WEEKDAYS)
    kinds = listing(word(*SHOWN_BY_EXAMPLES))
    day = record(
        which=word(*get_args(Which)),
        day=DAY,
        weekday=weekday,
        status=word(*get_args(Status)),
        light=or_null(word(*get_args(Light))),
    )
    case = {**record(case=TEXT, events=listing({"type": "object"})), "description": "In the shape of a case file."}
    example = record(
        shows=kinds,
        start=DAY,
        start_weekday=weekday,
        due=or_null(DAY),
        due_weekday=or_null(weekday),
        due_name=or_null(TEXT),
        stepped_over=listing(pieces.of(FreeDay)),
        moved_from=or_null(DAY),
        clipped=YES_OR_NO,
        days=listing(day),
        case=case,
    )
    turn = record(number=NUMBER, opened=DAY, due=or_null(DAY), fulfilled_on=or_null(DAY))
    stood = record(opened=DAY, status=word(*get_args(Status)), due=or_null(DAY), fulfilled_on=or_null(DAY))
    trial = record(
        shows={
            **word(*get_args(TrialKind)),
            "description": "What happens to the first example: triggered again; done on that day too; done on the "
            "day of what it is to come before; ended while open, overdue, before it arose, or on its first day; done "
            "while two periods are open; a fact given late.",
        },
        order={
            **or_null(word(*get_args(Order))),
            "description": "Of two things on a day, whether what is named first has the earlier clock, the later, or "
            "neither has one.",
        },
        name={**or_null(TEXT), "description": "The event type or fact that it is put to."},
        day=DAY,
        weekday=weekday,
        case=case,
        obligations=listing(stood),
    )
    return record(
        rule=TEXT,
        title=TEXT,
        year=NUMBER,
        timing=word(*get_args(Timing)),
        examples=listing(example),
        unshown=kinds,
        series=listing(turn),
        trials=listing(trial),
    )
