"""An editor for the tests: it starts a language server as a process of its own, and speaks with it over its pipes."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.uris import from_fs_path, to_fs_path

T = TypeVar("T")
Heard = TypeVar("Heard", bound=Callable[..., Any])
PATIENCE = 30


class Editor:
    """One server, and the texts that are open in it."""

    def __init__(
        self,
        command: Sequence[str],
        options: dict[str, Any] | None = None,
        settings: dict[str, Any] | None = None,
        encodings: list[types.PositionEncodingKind | str] | None = None,
    ) -> None:
        self._loop = asyncio.new_event_loop()
        self._client = LanguageClient("prov", "1")
        self._texts: dict[str, str] = {}
        self._versions: dict[str, int] = {}
        self.published: dict[str, list[types.Diagnostic]] = {}
        self.log: list[str] = []
        self._news = asyncio.Event()
        self._listen(settings or {})
        self.answer = self._do(self._start(command, options, encodings))

    def _on(self, method: str) -> Callable[[Heard], Heard]:
        return self._client.feature(method)  # pyright: ignore[reportUnknownVariableType]  # it gives back what it is given

    def _listen(self, settings: dict[str, Any]) -> None:
        @self._on(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(params: types.PublishDiagnosticsParams) -> None:
            self.published[params.uri] = list(params.diagnostics)
            self._news.set()

        @self._on(types.WORKSPACE_CONFIGURATION)
        def _(params: types.ConfigurationParams) -> list[Any]:
            return [settings.get(item.section or "", {}) for item in params.items]

        @self._on(types.WINDOW_LOG_MESSAGE)
        def _(params: types.LogMessageParams) -> None:
            if params.type is types.MessageType.Error:
                self.log.append(params.message)

        @self._on(types.WINDOW_SHOW_MESSAGE)
        def _(params: types.ShowMessageParams) -> None:
            self.log.append(params.message)

        @self._on(types.CLIENT_REGISTER_CAPABILITY)
        def _(params: types.RegistrationParams) -> None:
            pass

    async def _start(
        self,
        command: Sequence[str],
        options: dict[str, Any] | None,
        encodings: list[types.PositionEncodingKind | str] | None,
    ) -> types.InitializeResult:
        environ = {**os.environ, "LANG": "sv_SE.UTF-8"}
        await self._client.start_io(*command, env=environ)  # pyright: ignore[reportUnknownMemberType]  # of any words
        markdown = [types.MarkupKind.Markdown]
        text = types.TextDocumentClientCapabilities(
            completion=types.CompletionClientCapabilities(
                completion_item=types.ClientCompletionItemOptions(documentation_format=markdown, snippet_support=True)
            ),
            hover=types.HoverClientCapabilities(content_format=markdown),
        )
        general = types.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
        workspace = types.WorkspaceClientCapabilities(
            configuration=True,
            workspace_folders=True,
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
        )
        capabilities = types.ClientCapabilities(workspace=workspace, text_document=text, general=general)
        answer = await self._client.initialize_async(
            types.InitializeParams(capabilities=capabilities, initialization_options=options)
        )
        self._client.initialized(types.InitializedParams())
        return answer

    def _do(self, action: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(asyncio.wait_for(action, PATIENCE))

    def leave(self) -> None:
        async def gone() -> None:
            await self._client.shutdown_async(None)
            self._client.exit(None)
            await self._client.stop()

        self._do(gone())
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        self._loop.close()

    def open(self, path: Path, text: str | None = None) -> str:
        """Open a file, with another text than the one on disk if one is given."""
        uri = from_fs_path(str(path)) or ""
        self._texts[uri] = path.read_text(encoding="utf-8") if text is None else text
        self._versions[uri] = 1
        document = types.TextDocumentItem(uri, "yaml", 1, self._texts[uri])
        self._tell(lambda: self._client.text_document_did_open(types.DidOpenTextDocumentParams(document)))
        return uri

    def close(self, uri: str) -> None:
        params = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        self._tell(lambda: self._client.text_document_did_close(params))

    def type(self, uri: str, old: str, new: str) -> None:
        """Put a text in place of the first that reads `old`, as an editor does: with the range alone."""
        text = self._texts[uri]
        start = text.index(old)
        where = types.Range(position(text, start), position(text, start + len(old)))
        self._texts[uri] = text[:start] + new + text[start + len(old) :]
        self._versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self._versions[uri], uri)
        change = types.TextDocumentContentChangePartial(where, new)
        params = types.DidChangeTextDocumentParams(document, [change])
        self._tell(lambda: self._client.text_document_did_change(params))

    def written_elsewhere(self, path: Path) -> None:
        kind = types.FileChangeType.Changed if path.exists() else types.FileChangeType.Deleted
        event = types.FileEvent(from_fs_path(str(path)) or "", kind)
        params = types.DidChangeWatchedFilesParams([event])
        self._tell(lambda: self._client.workspace_did_change_watched_files(params))

    def _tell(self, notice: Callable[[], None]) -> None:
        async def told() -> None:
            notice()

        self._do(told())

    def text(self, uri: str) -> str:
        return self._texts[uri]

    def findings(
        self, uri: str, until: Callable[[list[types.Diagnostic]], bool] = lambda found: True
    ) -> list[types.Diagnostic]:
        """Wait until what is published about a file is as expected."""

        async def waited() -> list[types.Diagnostic]:
            while uri not in self.published or not until(self.published[uri]):
                self._news.clear()
                await self._news.wait()
            return self.published[uri]

        return self._do(waited())

    def codes(self, uri: str, *codes: str | int | None) -> list[types.Diagnostic]:
        """Wait until these are the codes of what is found in a file, in the order of its text."""
        return self.findings(uri, lambda found: [one.code for one in found] == list(codes))

    def hover(self, uri: str, mark: str) -> str:
        """What is said at the end of a mark in the text."""
        found = self._do(self._client.text_document_hover_async(types.HoverParams(*self._at(uri, mark))))
        return found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""

    def hover_range(self, uri: str, mark: str) -> str:
        """The text that is spoken of at the end of a mark."""
        found = self._do(self._client.text_document_hover_async(types.HoverParams(*self._at(uri, mark))))
        assert found is not None
        assert found.range is not None
        return self.within(uri, found.range)

    def completion(self, uri: str, mark: str) -> list[types.CompletionItem]:
        found = self._do(self._client.text_document_completion_async(types.CompletionParams(*self._at(uri, mark))))
        return list(found.items if isinstance(found, types.CompletionList) else found or [])

    def definitions(self, uri: str, mark: str) -> list[tuple[str, str, int]]:
        """File, text and line (from 1) of each."""
        found = self._do(self._client.text_document_definition_async(types.DefinitionParams(*self._at(uri, mark))))
        assert found is None or isinstance(found, Sequence)
        return self._places([one for one in found or [] if isinstance(one, types.Location)])

    def references(self, uri: str, mark: str, *, declared: bool = True) -> list[tuple[str, str, int]]:
        document, where = self._at(uri, mark)
        params = types.ReferenceParams(types.ReferenceContext(declared), document, where)
        return self._places(self._do(self._client.text_document_references_async(params)))

    def _places(self, found: Sequence[types.Location] | None) -> list[tuple[str, str, int]]:
        return [
            (Path(to_fs_path(one.uri) or "").name, self.within(one.uri, one.range), one.range.start.line + 1)
            for one in found or []
        ]

    def symbols(self, uri: str) -> list[types.DocumentSymbol]:
        params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
        found = self._do(self._client.text_document_document_symbol_async(params)) or []
        return [one for one in found if isinstance(one, types.DocumentSymbol)]

    def prepare_rename(self, uri: str, mark: str) -> str:
        document, where = self._at(uri, mark)
        found = self._do(self._client.text_document_prepare_rename_async(types.PrepareRenameParams(document, where)))
        assert isinstance(found, types.PrepareRenamePlaceholder)
        assert self.within(uri, found.range) == found.placeholder
        return found.placeholder

    def rename(self, uri: str, mark: str, new: str) -> dict[str, str]:
        """The texts that a new name makes, by file name; nothing is written."""
        document, where = self._at(uri, mark)
        found = self._do(self._client.text_document_rename_async(types.RenameParams(document, where, new)))
        assert found is not None
        return {
            Path(to_fs_path(one) or "").name: self.edited(one, edits) for one, edits in (found.changes or {}).items()
        }

    def fixes(self, uri: str, mark: str, trigger: types.CodeActionTriggerKind | None = None) -> dict[str, str]:
        """The text that each quick fix makes, by its title."""
        document, where = self._at(uri, mark)
        context = types.CodeActionContext([], trigger_kind=trigger)
        params = types.CodeActionParams(document, types.Range(where, where), context)
        found = self._do(self._client.text_document_code_action_async(params))
        return {
            one.title: self.edited(uri, one.edit.changes[uri])
            for one in found or []
            if isinstance(one, types.CodeAction) and one.edit and one.edit.changes
        }

    def edited(self, uri: str, edits: Sequence[types.TextEdit]) -> str:
        text = self._known(uri)
        for one in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
            text = text[: offset(text, one.range.start)] + one.new_text + text[offset(text, one.range.end) :]
        return text

    def within(self, uri: str, where: types.Range) -> str:
        text = self._known(uri)
        return text[offset(text, where.start) : offset(text, where.end)]

    def _known(self, uri: str) -> str:
        return self._texts[uri] if uri in self._texts else Path(to_fs_path(uri) or "").read_text(encoding="utf-8")

    def _at(self, uri: str, mark: str) -> tuple[types.TextDocumentIdentifier, types.Position]:
        text = self._texts[uri]
        return types.TextDocumentIdentifier(uri), position(text, text.index(mark) + len(mark))


def position(text: str, index: int) -> types.Position:
    """Count as editors do: in UTF-16, by encoding it."""
    before = text[:index]
    line = before.count("\n")
    return types.Position(line, len(before.rpartition("\n")[2].encode("utf-16-le")) // 2)


def offset(text: str, where: types.Position) -> int:
    lines = text.split("\n")
    line = lines[where.line].encode("utf-16-le")[: where.character * 2].decode("utf-16-le")
    return sum(len(one) + 1 for one in lines[: where.line]) + len(line)
