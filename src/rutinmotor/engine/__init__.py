"""Catalogues, a case and a day in, an Evaluation or an Explanation out; pure: no clock, no files."""
