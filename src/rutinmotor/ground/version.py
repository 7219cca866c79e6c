"""The version of the program; what answers name, and what the package is called by."""

VERSION = "0.1.0"
