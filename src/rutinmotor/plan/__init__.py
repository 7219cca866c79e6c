"""Checked catalogues in, a Plan out: every name bound, every rule found by what sets it off; made once for each engine."""

from rutinmotor.plan.plan import Plan, make_plan

__all__ = ["Plan", "make_plan"]
