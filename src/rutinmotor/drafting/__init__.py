"""Rules and cases in, drafts of scenarios and of rules out, for people to go on with; above the engine, below views."""
