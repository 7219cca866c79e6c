"""x."""


def case_schema():
    return {}
