"""Rules and cases in, what helps to write, try, compare and read them out: each tool with its own view beside it."""
