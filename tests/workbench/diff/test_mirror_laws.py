"""Laws of any two sets of rules: nothing differs from itself, and the other way round is the mirror image."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.workbench.diff.comparison import compare
from tests.workbench.diff.mirrors import keyed, mirrored
from tests.workbench.diff.mutations import MUTATIONS
from tests.workbench.diff.rulebooks import OTHER, book, read, sentences

# Rules as the mutations write them, once each, under an id and a title that are drawn.
POOL = list(
    {json.dumps(one): one for side in MUTATIONS for text in (side.old, side.new) for one in text["rules"][:1]}.values()
)
USABLE = [one for one in POOL if not {"tredje", "fjarde"} & set(json.dumps(one).split('"'))]


@st.composite
def books(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True, max_size=3))
    rules: list[dict[str, Any]] = []
    for name in names:
        # What names itself does so by the name that it is given here.
        one = json.loads(json.dumps(draw(st.sampled_from(USABLE))).replace('"plan"', f'"{name}"')) | {"id": name}
        # A title of its own, or one that others bear as well.
        one["title"] = draw(st.sampled_from([name.upper(), "Planen"]))
        rules.append(one)
    scope = draw(st.sampled_from([None, {"iub": True}, {"regi": ["egen", "privat"]}]))
    warn = draw(st.sampled_from([None, {"days": 7}]))
    return book(*rules, OTHER, **({"scope": scope} if scope else {}), **({"warn": warn} if warn else {}))


@given(books(), books())
@settings(max_examples=150)
def test_the_other_way_round_is_the_mirror_image(one: dict[str, Any], other: dict[str, Any]) -> None:
    old, new = read(one), read(other)
    there, back = compare(old, new), compare(new, old)
    assert mirrored(back) == keyed(there)
    assert len(sentences(there)) == len(sentences(back, "en"))
    assert compare(old, read(one)).changes == ()
    # The heaviest first.
    assert [change.weight for change in there.changes] == sorted(change.weight for change in there.changes)
