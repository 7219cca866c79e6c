"""The types of answers in, one JSON Schema of all that commands write as JSON out; what `schema --of answer` prints."""

from rutinmotor.workbench.answer_schema.commands import ANSWER_VERSION, answer_schema

__all__ = ["ANSWER_VERSION", "answer_schema"]
