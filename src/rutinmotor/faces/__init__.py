"""The doors of the house: the command line and the language server."""
