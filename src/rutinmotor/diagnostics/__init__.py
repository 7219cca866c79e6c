"""Faults and places in, sentences out: what every room says about a text; ground, used through the whole trip."""
