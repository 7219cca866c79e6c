"""An editor at the other end of standard input in, its language server out, until it leaves; the glue to pygls."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

import rutinmotor
from rutinmotor.faces.lsp import messages
from rutinmotor.faces.lsp.positions import changed
from rutinmotor.faces.lsp.renaming import NoRename
from rutinmotor.faces.lsp.session import Found, Session, Spot
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.ground.words import said

# So long the typing must rest before what is written is looked at, in seconds.
REST = 0.2
# What the protocol calls a request that was understood but could not be done.
_REQUEST_FAILED = -32803
_WATCHED = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*.{yaml,yml}")])


class _Protocol(LanguageServerProtocol):
    """Positions are counted in UTF-16, which every editor can, whatever else it offers."""

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(self, params: types.InitializeParams) -> Generator[Any, Any, types.InitializeResult]:
        if params.capabilities.general is not None:
            params.capabilities.general.position_encodings = [types.PositionEncodingKind.Utf16]
        return (yield from super().lsp_initialize(params))


class Server(LanguageServer):
    """The server and its session: what is published, and what waits to be."""

    def __init__(self, today: Callable[[], date], lang: Lang) -> None:
        super().__init__("rutinmotor", rutinmotor.__version__, protocol_cls=_Protocol)  # pyright: ignore[reportUnknownMemberType]
        self.session = Session(today, lang)
        # 0, or 1 where the editor has told it to exit without a shutdown before.
        self.status = 0
        self.is_shut_down = False
        self._uris: dict[str, str] = {}
        self._published: dict[str, list[types.Diagnostic]] = {}
        self._waiting: dict[Path, asyncio.Task[None]] = {}

    def opened(self, uri: str, text: str) -> None:
        """Take an open text, as a whole."""
        if (source := messages.source_of(uri)) is not None:
            self._uris[source] = uri
            self.session.overlay.put(source, text.removeprefix("\ufeff"))
            self.look(source, 0)

    def closed(self, uri: str) -> None:
        """Let a file be what is on disk again."""
        if (source := messages.source_of(uri)) is not None:
            folder = self.session.folder(source)
            self.session.overlay.drop(source)
            self._publish(source, [])
            self._uris.pop(source, None)
            self._later(folder, 0)

    def edited(self, uri: str, changes: list[types.TextDocumentContentChangeEvent]) -> None:
        """Change an open text."""
        source = messages.source_of(uri)
        sheet = self.session.overlay.sheet(source) if source is not None else None
        if source is None or sheet is None:
            return
        text, before = sheet.text, self.session.folder(source)
        for one in changes:
            where = one.range if isinstance(one, types.TextDocumentContentChangePartial) else None
            text = changed(text, messages.range_from(where) if where else None, one.text)
        self.session.overlay.put(source, text)
        self._later(before, REST)
        self.look(source, REST)

    def look(self, source: str, rest: float) -> None:
        """Look at a file, and those beside it, as soon as nothing has changed for so many seconds.

        What stands beside a file that is nothing of ours is looked at only if it has been asked about.
        """
        if self.session.overlay.kind(source) is not None or self.session.knows(source):
            self._later(self.session.folder(source), rest)

    def _later(self, folder: Path, rest: float) -> None:
        if (task := self._waiting.get(folder)) is not None:
            task.cancel()
        self._waiting[folder] = asyncio.ensure_future(self._look(folder, rest))

    async def _look(self, folder: Path, rest: float) -> None:
        await asyncio.sleep(rest)
        try:
            found = await self.session.review(folder)
            for source, some in found.items():
                self._publish(source, self._written(some, found))
            # What is gone, or has become something else than rules, has no findings of ours any more.
            for source in [one for one in self._published if one not in found]:
                if self._published[source] and self.session.folder(source) == folder:
                    self._publish(source, [])
            await self.session.prepare(folder)
        except Exception as error:
            # Whatever is written, the next look may do better; what was published stays meanwhile.
            message = f"{type(error).__name__}: {error}"
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def _written(self, some: Found, found: Mapping[str, Found]) -> list[types.Diagnostic]:
        def sheet_of(source: str) -> Any:
            return found[source].sheet if source in found else None

        return [messages.diagnostic_to(one, some.sheet, sheet_of, self.session.lang) for one in some.findings]

    def _publish(self, source: str, diagnostics: list[types.Diagnostic]) -> None:
        # Of a file that is open it is said that it has no findings; of others only that they have none any more.
        if self._published.get(source, None if source in self._uris else []) == diagnostics:
            return
        self._published[source] = diagnostics
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(self.uri_for(source), diagnostics))

    def uri_for(self, source: str) -> str:
        """Give a file's address as the editor writes it."""
        return self._uris.get(source) or messages.uri_of(source)

    def locations(self, spots: list[Spot]) -> list[types.Location]:
        """Write where names stand."""
        return [types.Location(self.uri_for(one.source), messages.range_to(one.range)) for one in spots]


def make_server(today: Callable[[], date], lang: Lang) -> Server:
    """Make a server; `today` is the day from which due dates are shown."""
    server = Server(today, lang)
    _listen(server)
    _point(server)
    _change(server)
    return server


def _listen(server: Server) -> None:
    """Follow what the editor opens, changes and closes, and how it leaves."""

    @server.feature(types.INITIALIZE)
    def _(params: types.InitializeParams) -> None:
        options: Any = params.initialization_options
        lang = options.get("lang") if isinstance(options, dict) else getattr(options, "lang", None)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        if lang in ("sv", "en"):
            server.session.lang = lang

    @server.feature(types.INITIALIZED)
    async def _(params: types.InitializedParams) -> None:
        workspace = server.client_capabilities.workspace
        watched = workspace.did_change_watched_files if workspace else None
        if watched and watched.dynamic_registration:
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration("rutinmotor-files", method, _WATCHED)
            await server.client_register_capability_async(types.RegistrationParams([registration]))

    @server.feature(types.SHUTDOWN)
    def _(_: None) -> None:
        server.is_shut_down = True

    @server.feature(types.EXIT)
    def _(_: None) -> None:
        server.status = 0 if server.is_shut_down else 1

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _(params: types.DidOpenTextDocumentParams) -> None:
        server.opened(params.text_document.uri, params.text_document.text)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def _(params: types.DidChangeTextDocumentParams) -> None:
        server.edited(params.text_document.uri, list(params.content_changes))

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def _(params: types.DidSaveTextDocumentParams) -> None:
        if (source := messages.source_of(params.text_document.uri)) is not None:
            server.look(source, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _(params: types.DidCloseTextDocumentParams) -> None:
        server.closed(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _(params: types.DidChangeWatchedFilesParams) -> None:
        for one in params.changes:
            source = messages.source_of(one.uri)
            # Of folders that nobody has asked about, nothing is said.
            if source is not None and server.session.knows(source):
                server.look(source, REST)


def _point(server: Server) -> None:
    """Answer what is asked of a point."""
    session = server.session

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def _(params: types.HoverParams) -> types.Hover | None:
        source = messages.source_of(params.text_document.uri)
        found = await session.hover(source, messages.point_of(params.position)) if source else None
        if found is None:
            return None
        text, where = found
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), messages.range_to(where))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def _(params: types.DefinitionParams) -> list[types.Location]:
        source = messages.source_of(params.text_document.uri)
        found = await session.definitions(source, messages.point_of(params.position)) if source else []
        return server.locations(found)

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def _(params: types.ReferenceParams) -> list[types.Location]:
        source, point = messages.source_of(params.text_document.uri), messages.point_of(params.position)
        whole = params.context.include_declaration
        return server.locations(await session.uses(source, point, with_definitions=whole) if source else [])

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def _(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        source = messages.source_of(params.text_document.uri)
        found = await session.outline(source) if source else None
        if found is None:
            return []
        entries, sheet, line_map = found
        return [messages.symbol_to(one, sheet, line_map.now) for one in entries]

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", ":", "[", "{"]))
    async def _(params: types.CompletionParams) -> types.CompletionList:
        source = messages.source_of(params.text_document.uri)
        if source is None:
            return types.CompletionList(is_incomplete=False, items=[])
        found, written = await session.offers(source, messages.point_of(params.position))
        return types.CompletionList(is_incomplete=False, items=messages.completion_to(found, written))


def _change(server: Server) -> None:
    """Answer what changes the text: another name everywhere, or the word that was meant."""
    session = server.session

    def refused(answer: NoRename) -> JsonRpcException:
        return JsonRpcException(answer.said(session.lang), _REQUEST_FAILED)

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def _(params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        source = messages.source_of(params.text_document.uri)
        if source is None:
            return None
        try:
            name, where = await session.renamable(source, messages.point_of(params.position))
        except NoRename as answer:
            raise refused(answer) from None
        return types.PrepareRenamePlaceholder(messages.range_to(where), name)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def _(params: types.RenameParams) -> types.WorkspaceEdit | None:
        source = messages.source_of(params.text_document.uri)
        if source is None:
            return None
        try:
            edits = await session.renamed(source, messages.point_of(params.position), params.new_name)
        except NoRename as answer:
            raise refused(answer) from None
        return messages.workspace_edit(edits, server.uri_for)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    async def _(params: types.CodeActionParams) -> list[types.CodeAction]:
        source = messages.source_of(params.text_document.uri)
        if source is None:
            return []
        actions: list[types.CodeAction] = []
        # An editor that asks on its own, at each move of the cursor, gets what is known; it asks again after each look.
        fresh = params.context.trigger_kind is not types.CodeActionTriggerKind.Automatic
        for one, fix in await session.fixes(source, messages.range_from(params.range), fresh=fresh):
            title = said(session.lang, f"Skriv ”{fix.text}” i stället", f"Write '{fix.text}' instead")
            edit = types.TextEdit(messages.range_to(fix.range), fix.text)
            same = [given for given in params.context.diagnostics if given.code == one.code]
            changes = types.WorkspaceEdit({params.text_document.uri: [edit]})
            actions.append(
                types.CodeAction(title, types.CodeActionKind.QuickFix, same or None, is_preferred=True, edit=changes)
            )
        return actions
