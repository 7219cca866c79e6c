"""Finished values in, text for people or plain records out: the last rooms before the command line."""
