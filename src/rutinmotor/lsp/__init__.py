"""An editor's questions about rule files in, answers with places out; the command `lsp` starts it."""
