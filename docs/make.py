"""The project in, every page with what is made, or run in it out; `make docs` writes them, the tests compare."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from pathlib import Path

from making.codes import codes_page
from making.commands import commands_page
from making.counts import with_counts
from making.examples import filled
from making.inventory import with_rules
from making.language import language_page
from making.wings import with_wings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
# Pages written by hand, whose examples are run and whose answers are written in.
WITH_EXAMPLES = ("README.md", "docs/guide.md", "docs/handbok.md", "docs/python.md", "docs/house.md")


def made_pages() -> dict[Path, str]:
    """Give every page that is made, or partly made, as it should stand; hand-written text is taken as it is."""
    pages = {
        DOCS / "language.md": language_page(),
        DOCS / "codes" / "README.md": codes_page(DOCS / "codes"),
        DOCS / "inventarium.md": with_rules((DOCS / "inventarium.md").read_text(encoding="utf-8")),
    }
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in WITH_EXAMPLES]
    # Most of the time goes to programs that are started, one after the other within a page.
    # Files are named from the root.
    with chdir(ROOT), ThreadPoolExecutor(2) as pool:
        commands = pool.submit(commands_page)
        for name, text in zip(WITH_EXAMPLES, pool.map(filled, texts), strict=True):
            pages[ROOT / name] = with_counts(with_wings(text))
        pages[DOCS / "command-line.md"] = commands.result()
    return pages


def main() -> int:
    """Write the pages that differ, and say which."""
    for path, text in made_pages().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
