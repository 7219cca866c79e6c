"""A name changed everywhere in the shipped catalogues and their scenarios: afterwards everything means the same."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from rutinmotor.faces.lsp.index import Index
from rutinmotor.faces.lsp.occurrences import Occurrence
from rutinmotor.faces.lsp.overlay import Overlay
from rutinmotor.faces.lsp.positions import changed
from rutinmotor.faces.lsp.renaming import RENAMED, Edit, NoRename, renamed
from rutinmotor.language.constructs import Kind, named_in

RULES = Path(__file__).parents[3] / "rules"
DRAWN = 24


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("regler") / "rules"
    shutil.copytree(RULES, folder)
    return folder


def names(index: Index) -> list[Occurrence]:
    defined = {one.key: one for some in index.by_key.values() for one in some if one.is_definition}
    return [one for key, one in sorted(defined.items()) if key[0] in RENAMED]


def apply(overlay: Overlay, texts: dict[str, str], edits: Iterable[Edit]) -> None:
    for one in sorted(edits, key=lambda edit: (edit.source, edit.range), reverse=True):
        texts[one.source] = changed(texts[one.source], one.range, one.text)
        overlay.put(one.source, texts[one.source])


def told(index: Index) -> list[tuple[object, ...]]:
    return [
        (Path(source).name, one.code, one.place and (one.place.line, one.place.column))
        for source, some in sorted(index.findings.items())
        for one in some
    ]


def test_every_name_of_the_catalogues_is_seen(folder: Path) -> None:
    index = Overlay().index(folder)
    assert len(names(index)) > 400
    for page in index.pages.values():
        assert page.catalogue is not None
        mentioned = [one for one in named_in(page.catalogue.text) if one.kind is not Kind.URGENCY_DEFINED]
        assert len([one for one in page.occurrences if not one.is_definition]) == len(mentioned)
        for one in page.occurrences:
            assert page.sheet.line(one.line)[one.column - 1 :][: one.length].endswith(one.name.rpartition(".")[2])


def test_a_new_name_changes_nothing_but_the_name(folder: Path) -> None:
    random = Random(2026)
    overlay = Overlay()
    before = overlay.index(folder)
    sound = [(code, name) for name, code, _ in told(before)]
    trials = list(overlay.trials_beside(folder))
    for one in random.sample(names(before), DRAWN):
        new = "helt_nytt_namn"
        edits = renamed(one, new, before, trials)
        sheets = [page.sheet for page in before.pages.values()] + [trial.sheet for trial in trials]
        sources = [*before.pages, *(trial.source for trial in trials)]
        texts = {source: sheet.text for source, sheet in zip(sources, sheets, strict=True)}
        apply(overlay, texts, edits)
        after = overlay.index(folder)
        key = (one.kind, f"{one.name.partition('.')[0]}.{new}" if one.kind is Kind.RULE else new)
        assert len(after.by_key[key]) == len(before.by_key[one.key])
        assert one.key not in after.by_key
        assert [(code, name) for name, code, _ in told(after)] == sound
        # And back again, letter by letter.
        apply(
            overlay,
            texts,
            renamed(after.by_key[key][0], one.name.rpartition(".")[2], after, list(overlay.trials_beside(folder))),
        )
        assert all(
            overlay.index(folder).pages[source].sheet.text == page.sheet.text for source, page in before.pages.items()
        )
        for source in sources:
            overlay.drop(source)


def test_a_name_written_in_a_roundabout_way_is_not_changed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "catalogue: a\nevents: {start: {title: Början}}\nactors: {chef: {title: Chef}}\n"
        'rules:\n  - {id: b, actor: "che\\u0066", trigger: start, deadline: none}\n',
        encoding="utf-8",
    )
    index = Overlay().index(tmp_path)
    [chef] = [one for one in names(index) if one.name == "chef"]
    with pytest.raises(NoRename, match="line 5"):
        renamed(chef, "ledare", index, [])
    [start] = [one for one in names(index) if one.name == "start"]
    assert len(renamed(start, "borjan", index, [])) == 2


def test_the_names_of_the_scenarios_are_seen(folder: Path) -> None:
    overlay = Overlay()
    known = overlay.index(folder).by_key
    for trial in overlay.trials_beside(folder):
        if trial.read.scenario is None:
            continue
        for one in trial.occurrences:
            assert one.key in known, f"{trial.source}:{one.line}: {one.name}"
        rules = re.findall(r"\brule: ", trial.sheet.text)
        assert sum(one.kind is Kind.RULE for one in trial.occurrences) >= len(rules)
