"""Every key whose value is a name, found in the models themselves: an editor offers what may stand there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faces.lsp.talking import Editor
from tests.naming import SHARED, TABLE, text_with


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the catalogue that the others use."""
    folder = tmp_path_factory.mktemp("regler")
    (folder / "ord.yaml").write_text(SHARED, encoding="utf-8")
    # Words of urgency are offered where some rule has one.
    urgent, _ = text_with("rules.deadline.urgency", "genast")
    (folder / "bradskande.yaml").write_text(
        urgent.replace("catalogue: prov", "catalogue: bradskande"), encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("key", TABLE)
def test_the_names_that_may_stand_there_are_offered(key: str, editor: Callable[..., Editor], words: Path) -> None:
    named, _ = TABLE[key]
    text, before = text_with(key, named.name)
    one = editor()
    uri = one.open(words / "prov.yaml", text)
    offered = {this.label for this in one.completion(uri, before + named.name[:1])}
    assert named.name in offered
    assert "denna" not in offered or named.code == "RM206"
