"""Tests of the catalogues that are shipped."""
