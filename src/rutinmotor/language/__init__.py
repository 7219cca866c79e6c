"""Plain data in, cases and catalogues of rules out, and all that can be said of them without a case."""
