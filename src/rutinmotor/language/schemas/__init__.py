"""A kind of file, a language and perhaps a vocabulary in, its JSON Schema out; what `schema` prints, editors read."""

from rutinmotor.language.schemas.forking import forked
from rutinmotor.language.schemas.naming import CASE, SCENARIO, named
from rutinmotor.language.schemas.telling import told
from rutinmotor.language.schemas.vocabulary import vocabulary_at

__all__ = ["CASE", "SCENARIO", "forked", "named", "told", "vocabulary_at"]
