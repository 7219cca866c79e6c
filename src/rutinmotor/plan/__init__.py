"""Checked catalogues in, a Plan out: names bound, rules found by what sets them off; made once for each engine."""

from rutinmotor.plan.plan import Plan, make_plan

__all__ = ["Plan", "make_plan"]
