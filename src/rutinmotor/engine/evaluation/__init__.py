"""What replay found and the day asked in, an Evaluation of judged obligations out; the answer that callers hold."""

from rutinmotor.engine.evaluation.evaluation import Evaluation, PassedOver, Undetermined, UnknownEvents
from rutinmotor.engine.evaluation.looking_ahead import first_change
from rutinmotor.engine.evaluation.obligation import (
    STATUSES,
    BreachRecord,
    EscalationStep,
    Obligation,
    Status,
    TriggerRecord,
)
from rutinmotor.engine.evaluation.status import dated_steps, judge

__all__ = [
    "STATUSES",
    "BreachRecord",
    "EscalationStep",
    "Evaluation",
    "Obligation",
    "PassedOver",
    "Status",
    "TriggerRecord",
    "Undetermined",
    "UnknownEvents",
    "dated_steps",
    "first_change",
    "judge",
]
