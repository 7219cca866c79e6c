"""What replay found and the day asked in, an Evaluation of judged obligations out; the answer that callers hold."""

from rutinmotor.engine.evaluation.beside import (
    BESIDE,
    CatalogueOrigin,
    EndedWithCase,
    Later,
    MetNoItem,
    Origin,
    PassedOver,
    Undetermined,
    UnknownEvents,
    UnknownFact,
    UnknownFacts,
    ended_with_case_in,
    later_in,
    met_no_item_in,
    passed_over_in,
    plain,
    undetermined_in,
    unknown_facts_in,
)
from rutinmotor.engine.evaluation.evaluation import Evaluation
from rutinmotor.engine.evaluation.keys import Keys
from rutinmotor.engine.evaluation.looking_ahead import first_change
from rutinmotor.engine.evaluation.obligation import (
    STATUSES,
    BreachRecord,
    EscalationStep,
    Light,
    Obligation,
    Status,
    TriggerRecord,
)
from rutinmotor.engine.evaluation.status import dated_steps, judge

__all__ = [
    "BESIDE",
    "STATUSES",
    "BreachRecord",
    "CatalogueOrigin",
    "EndedWithCase",
    "EscalationStep",
    "Evaluation",
    "Keys",
    "Later",
    "Light",
    "MetNoItem",
    "Obligation",
    "Origin",
    "PassedOver",
    "Status",
    "TriggerRecord",
    "Undetermined",
    "UnknownEvents",
    "UnknownFact",
    "UnknownFacts",
    "dated_steps",
    "ended_with_case_in",
    "first_change",
    "judge",
    "later_in",
    "met_no_item_in",
    "passed_over_in",
    "plain",
    "undetermined_in",
    "unknown_facts_in",
]
