"""Where a point stands in a half-written file: the keys above it, by indentation and brackets."""

import pytest

from rutinmotor.faces.lsp.contexts import context_at

# The mark is where the point is.
CASES = [
    ("actor: ¤", ("actor",), False),
    ("¤", (), True),
    ("rules:\n  - ¤", ("rules",), False),
    ("rules:\n  - id: a\n    ¤", ("rules",), True),
    ("rules:\n- id: a\n  actor: ¤", ("rules", "actor"), False),
    ("rules:\n  - id: a\n    fulfilled_by:\n      - ett\n      - ¤", ("rules", "fulfilled_by"), False),
    ("rules:\n  - id: a\n    fulfilled_by:\n    - ett\n    - ¤", ("rules", "fulfilled_by"), False),
    ("rules:\n  - fulfilled_by:\n      - ¤", ("rules", "fulfilled_by"), False),
    ("rules:\n  - id: a\n    fulfilled_by: [ett, tv¤", ("rules", "fulfilled_by"), False),
    ("rules:\n  - id: a\n    trigger: {overdue: ¤", ("rules", "trigger", "overdue"), False),
    ("rules:\n  - id: a\n    trigger: [x, {missing: a, since: ¤}]", ("rules", "trigger", "since"), False),
    ("rules:\n  - id: a\n    only_if: {¤", ("rules", "only_if"), True),
    ("rules:\n  - id: a\n    only_if: {regi: egen, ¤", ("rules", "only_if"), True),
    ("rules:\n  - id: a\n    only_if:\n      regi: egen\n      ¤", ("rules", "only_if"), True),
    ("rules:\n  - id: a\n    only_if:\n      any:\n        - {regi: ¤", ("rules", "only_if", "any", "regi"), False),
    ("rules:\n  - id: a\n\n    # kommentar: här\n    actor: ¤", ("rules", "actor"), False),
    ('rules:\n  - id: a\n    title: "b: {c"\n    actor: ¤', ("rules", "actor"), False),
    ("rules:\n  - {id: a, title: 'x, y: z', actor: ¤", ("rules", "actor"), False),
    ("case:\n  items:\n    hemtjanst-1: {insats: ¤", ("case", "items", "hemtjanst-1", "insats"), False),
    ("expect:\n  - rule: ¤", ("expect", "rule"), False),
    ("absent: [a]\n¤", (), True),
]


@pytest.mark.parametrize(("text", "keys", "is_key"), CASES, ids=[case[0] for case in CASES])
def test_the_context_of_a_point(text: str, keys: tuple[str, ...], is_key: bool) -> None:
    before, _, after = text.partition("¤")
    lines = (before + after).split("\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    found = context_at(lines, line, column)
    assert found.keys == keys
    assert found.is_key == is_key
