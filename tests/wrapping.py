"""What a command has written in, whether it says a sentence out: where its lines end depends on the length of paths."""


def unwrapped(text: str) -> str:
    """Take out every blank and line end: a path that is longer than a line is broken within a word."""
    return "".join(text.split())


def says(written: str, sentence: str) -> bool:
    """Say whether the sentence, or the path, stands somewhere in what was written, wherever its lines end."""
    return unwrapped(sentence) in unwrapped(written)
