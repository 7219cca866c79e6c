"""A kind of file, a language and perhaps a vocabulary in, its JSON Schema out; what `schema` prints, editors read."""
