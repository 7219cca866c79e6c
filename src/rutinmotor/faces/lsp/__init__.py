"""An editor's questions about rule files in, answers with places out; the command `lsp` starts it."""

from rutinmotor.faces.lsp.server import make_server

__all__ = ["make_server"]
