"""Two sets of catalogues in, what changed in meaning between them out; above the engine, said by the views."""

from rutinmotor.comparing.comparison import compare, rules_called
from rutinmotor.comparing.values import Change, Comparison, Weight

__all__ = ["Change", "Comparison", "Weight", "compare", "rules_called"]
