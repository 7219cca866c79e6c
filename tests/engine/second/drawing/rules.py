"""Hypothesis's draw in, whole rules and catalogues out: before the case that they are asked of."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.engine.second.drawing.times import (
    Sketch,
    dated_deadline,
    deadline,
    escalations,
    events_of,
    forward_roll,
    gives_due,
    has_bare_time,
    repeats,
    triggers,
)
from tests.engine.second.drawing.words import (
    EVENTS,
    WORDS,
    Draw,
    Mapping,
    as_list,
    chance,
    condition,
    one_or_list,
    pick,
    short,
    some,
    span,
    vocabulary,
)
from tests.parsed import is_list, is_mapping


def timing(draw: Draw, body: Mapping, lines: list[Any], sketch: Sketch, taken: set[str]) -> None:
    """The deadline, where the rule has or needs one, and what goes with it."""
    repeat = body.get("repeat")
    kind = None if repeat is None else ("each" if "each" in repeat else repeat["from"])
    ahead_alone = len(lines) == 1 and is_mapping(lines[0]) and "ahead_of" in lines[0]
    body.pop("deadline", None)
    if (
        kind != "trigger"
        and not (ahead_alone and kind is None and chance(draw, 60))
        and (kind is None or ahead_alone or chance(draw, 60))
    ):
        body["deadline"] = deadline(draw, taken, kind)
    if kind == "trigger" and ahead_alone:
        body.pop("repeat")
        body["deadline"] = dated_deadline(draw)


def rule(draw: Draw, sketch: Sketch, name: str, vocab: Mapping, body: Mapping | None = None) -> Mapping:
    """One rule, or with `body` another version of that rule."""
    body = {} if body is None else dict(body)
    fresh = not body
    if fresh:
        body |= {"id": name, "title": f"Regel {name}", "actor": one_or_list(draw, some(draw, vocab["actors"], 1, 2))}
        repeat = repeats(draw)
        if repeat is not None:
            body["repeat"] = repeat
        choices = (
            ["keep", "restart"]
            if repeat and "each" not in repeat
            else ["keep"]
            if repeat
            else ["add", "keep", "restart"]
        )
        if chance(draw, 60):
            body["on_repeat"] = pick(draw, choices)
    bounded = body.get("on_repeat") in ("keep", "restart") or "repeat" in body
    if fresh or chance(draw, 30):
        body["trigger"] = one_or_list(draw, triggers(draw, sketch, name, bounded))
    lines = body["trigger"] if is_list(body["trigger"]) else [body["trigger"]]
    triggering = events_of(lines, vocab)
    if fresh:
        others = [event for event in EVENTS if event not in triggering or chance(draw, 10)]
        body["fulfilled_by"] = one_or_list(draw, some(draw, others or EVENTS, 1, 2))
        chained = [line["fulfilled"] for line in lines if is_mapping(line) and "fulfilled" in line]
        if chained and chance(draw, 50):  # one event could fulfil both links of a chain (1.10)
            body["fulfilled_by"] = sketch.fulfilled_by[chained[0]]
        both = chance(draw, 10)  # 5.2: one event may fulfil and end
        enders = [event for event in EVENTS if both or event not in as_list(body["fulfilled_by"])]
        if chance(draw, 35):
            body["ends_with"] = one_or_list(draw, some(draw, enders, 1, 2))
    taken = triggering | set(as_list(body["fulfilled_by"])) | set(as_list(body.get("ends_with", [])))
    timing(draw, body, lines, sketch, taken)
    if body.get("deadline") == "continuous" and "ends_with" not in body:
        body["ends_with"] = pick(draw, [one for one in EVENTS if one not in as_list(body["fulfilled_by"])])
    extras(draw, body, sketch, fresh)
    return body


def extras(draw: Draw, body: Mapping, sketch: Sketch, fresh: bool) -> None:
    """The rest of a rule."""
    found = body.get("deadline")
    due = gives_due(found, sketch)
    for key in ("paused_while", "extended_by", "escalation", "warn", "only_if", "not_before"):
        body.pop(key, None)
    if not has_bare_time(found):
        if chance(draw, 35):
            body["paused_while"] = pick(draw, ("franvaro", "franvaro", "pagaende"))
            forward_roll(body.get("deadline"))
        if chance(draw, 25):
            body["extended_by"] = {"event": pick(draw, EVENTS), "by": span(draw, least=1)}
            if chance(draw, 40):
                body["extended_by"]["at_most"] = 2
    if due and chance(draw, 35):
        body["escalation"] = escalations(draw)
    if due and chance(draw, 30):
        body["warn"] = short(draw)
    if chance(draw, 35):
        body["only_if"] = condition(draw)
    if chance(draw, 20):
        body["not_before"] = short(draw, least=1)
    if fresh:
        if chance(draw, 20):
            body["backdating"] = "slut"
        if chance(draw, 20):
            free = [event for event in EVENTS if event not in as_list(body["fulfilled_by"])]
            body["counts_from"] = pick(draw, free)
        if chance(draw, 20):
            body["per"] = pick(draw, ("case", "item"))
        body["source"] = {"section": "Avsnitt"} | ({"duties": ["S1"]} if chance(draw, 10) else {})
        if chance(draw, 10):
            body["norm"] = pick(draw, ("statute", "guideline", "routine"))
        if chance(draw, 10):
            body["interpretation"] = "Så läser vi det."


def versions(draw: Draw, sketch: Sketch, first: Mapping, vocab: Mapping, anchor: date) -> list[Mapping]:
    """3.5: mostly one version, sometimes two that do not overlap, sometimes one that begins or ends within the case."""
    if not chance(draw, 20):
        return [first]
    turn = anchor + timedelta(days=draw(st.integers(-5, 40)))
    later = (turn + timedelta(days=pick(draw, (1, 1, 5)))).isoformat()
    if chance(draw, 40):
        return [first | {"in_force": pick(draw, ({"from": turn.isoformat()}, {"to": turn.isoformat()}))}]
    second = rule(draw, sketch, first["id"], vocab, first)
    return [first | {"in_force": {"to": turn.isoformat()}}, second | {"in_force": {"from": later}}]


def catalogue(draw: Draw, name: str, vocab: Mapping, anchor: date, most: int) -> Mapping:
    """The rules of one catalogue, without its vocabulary."""
    words = some(draw, WORDS, 0, 2)
    urgency: Mapping = {word: short(draw) for word in words}
    sketch = Sketch(urgency)
    names = draw(st.permutations([f"krav_{letter}" for letter in "abcdefghij"]))
    rules: list[Mapping] = []
    for rule_id in names[: pick(draw, range(most, 1, -1))]:
        first = rule(draw, sketch, rule_id, vocab)
        drawn = versions(draw, sketch, first, vocab, anchor)
        rules += drawn
        sketch.ids.append(rule_id)
        sketch.fulfilled_by[rule_id] = first["fulfilled_by"]
        if all(gives_due(one.get("deadline"), sketch) for one in drawn):
            sketch.can_be_overdue.add(rule_id)
        if all(not isinstance(one.get("deadline"), str) for one in drawn):
            sketch.due_or_urgent.add(rule_id)
    found: Mapping = {"catalogue": name, "title": f"Rutin {name}", "owner": "Kommunen", "source": {"document": "Rutin"}}
    if urgency:
        found["urgency"] = urgency
    if chance(draw, 15):
        found["scope"] = condition(draw)
    if chance(draw, 20):
        found["warn"] = short(draw)
    if chance(draw, 10):
        found["in_force"] = {"from": (anchor + timedelta(days=draw(st.integers(-10, 10)))).isoformat()}
    found["rules"] = rules
    return found


@st.composite
def catalogues_at(draw: Draw, anchor: date) -> list[Mapping]:
    """One catalogue with its own vocabulary, or one or two that use a shared one."""
    vocab = vocabulary(draw)
    shape = pick(draw, ("alone", "alone", "shared", "two"))
    if shape == "alone":
        return [catalogue(draw, "sol", vocab, anchor, 10) | vocab]
    shared = {
        "catalogue": "gemensamt",
        "title": "Gemensamt",
        "owner": "Kommunen",
        "source": {"document": "Rutin"},
    } | vocab
    names = ("sol",) if shape == "shared" else ("sol", "lss")
    return [shared, *(catalogue(draw, name, vocab, anchor, 5) | {"uses": ["gemensamt"]} for name in names)]
