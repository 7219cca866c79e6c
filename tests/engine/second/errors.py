"""What the second evaluator raises: one error for everything that must be one, whatever it is about."""


class SecondError(Exception):
    """The case, or a date that a rule asks for, is an error."""
