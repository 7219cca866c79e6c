"""Paths of rules, or their texts, in, all that is wrong or doubtful in them out; for callers that load nothing."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike

from rutinmotor.ground.arguments import require_path, require_texts
from rutinmotor.ground.diagnostics import Diagnostic
from rutinmotor.language.catalogue import read_texts
from rutinmotor.language.lints import review
from rutinmotor.language.loading import load_catalogues
from rutinmotor.text.sources import shipped_rules


def check(*paths: str | PathLike[str], texts: Mapping[str, str] | None = None) -> tuple[Diagnostic, ...]:
    """Say everything that is wrong, doubtful or worth a remark in rules, as the command `check` does; sorted by place.

    `paths` are rule files and folders of them (without any, the catalogues that are shipped); what they use beside them
    is read too. `texts` are checked instead, by name, such as `{"sol.yaml": "catalogue: sol ..."}`, together and with
    nothing from the disk. Rules can be loaded where no diagnostic `is_error`; lints are told only then. A file that
    cannot be read is a diagnostic like the others.

    Raises:
        TypeError: a path that is none, or texts that are no texts.
        ValueError: both paths and texts.
    """
    if texts is None:
        for path in paths:
            require_path(path, "a path of rules")
        return review(load_catalogues(paths or (shipped_rules(),)))
    if paths:
        raise ValueError("check takes paths or texts, not both")
    require_texts(texts, "texts")
    return review(read_texts([(name, text.encode("utf-8", "surrogatepass")) for name, text in texts.items()]))
