"""Hypothesis strategies for catalogues, cases and days, dense in what may collide, for laws and comparison."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.parsed import is_list, is_mapping

Draw = Callable[[st.SearchStrategy[Any]], Any]
Mapping = dict[str, Any]

EVENTS = ("ansokan", "beslut", "start", "klar", "borta", "hemma")
ITEMS = ("i1", "i2", "i3")
WORDS = ("omgaende", "snarast", "skyndsamt", "i_god_tid")
FACTS: dict[str, Mapping] = {
    "dagar": {"title": "Dagar", "type": "int"},
    "insats": {"title": "Insats", "one_of": ["hemtjanst", "boendestod", "ledsagning"]},
    "iub": {"title": "Utan prövning", "type": "bool"},
    "orsak": {"title": "Orsak", "type": "text"},
    "slut": {"title": "Slutdatum", "type": "date"},
}
VALUES: dict[str, list[Any]] = {
    "dagar": [3, 0, 1, 5, 8, 20],
    "insats": ["hemtjanst", "boendestod", "ledsagning"],
    "iub": [False, True],
    "orsak": ["fall", "oro"],
}
ANCHORS = (
    date(2025, 4, 10),  # Easter on the 20th
    date(2025, 6, 10),  # midsommarafton on the 20th
    date(2025, 12, 15),
    date(2026, 1, 26),
    date(2024, 2, 22),  # the leap day
    date(2025, 3, 24),  # the clocks go forward on the 30th
    date(2025, 10, 20),  # and back on the 26th
    date(2026, 6, 24),
)


def chance(draw: Draw, percent: int) -> bool:
    """True in so many cases of a hundred; shrinks to False."""
    return bool(draw(st.integers(0, 99)) >= 100 - percent)


def pick(draw: Draw, options: Any) -> Any:
    return draw(st.sampled_from(list(options)))


def some(draw: Draw, options: Any, least: int, most: int) -> list[Any]:
    options = list(options)
    return list(draw(st.lists(st.sampled_from(options), min_size=least, max_size=min(most, len(options)), unique=True)))


def one_or_list(draw: Draw, chosen: list[Any]) -> Any:
    return chosen[0] if len(chosen) == 1 and not chance(draw, 20) else chosen


# Spans


def span(draw: Draw, least: int = 0) -> Mapping:
    unit = pick(draw, ("days", "days", "days", "working_days", "working_days", "weeks", "months", "years"))
    most = {"days": 9, "working_days": 6, "weeks": 2, "months": 2, "years": 1}[unit]
    found: Mapping = {unit: draw(st.integers(least, most))}
    if unit == "working_days":
        found["calendar"] = pick(draw, CALENDARS)
    return found


def short(draw: Draw, least: int = 0) -> Mapping:
    """A span in days or working days, so that much happens within a case."""
    if chance(draw, 25):
        return {"working_days": draw(st.integers(least, 5)), "calendar": pick(draw, CALENDARS)}
    return {"days": draw(st.integers(least, 9))}


# Vocabulary

CALENDARS = ("vardag", "arbetsdag", "butik")


def calendars(draw: Draw) -> Mapping:
    five = ["mon", "tue", "wed", "thu", "fri"]
    return {
        "vardag": {"weekdays": five, "holidays": "SE", "eves_free": True, "extra_free": ["2025-05-30", "2026-01-05"]},
        "arbetsdag": {
            "weekdays": five,
            "holidays": "SE",
            "eves_free": chance(draw, 50),
            "extra_free": [],
            "extra_working": ["2025-12-27", "2025-04-19", "2024-02-25"],
        },
        "butik": {"weekdays": [*five, "sat"]},
    }


def states(draw: Draw) -> Mapping:
    away: Mapping = {"title": "Frånvaro", "begins": ["borta"], "ends": "hemma"}
    ongoing: Mapping = {"title": "Pågående", "begins": pick(draw, ("start", ["start", "beslut"])), "ends": "klar"}
    if chance(draw, 20):
        ongoing["ends"] = ["klar", "hemma"]
    return {"franvaro": away, "pagaende": ongoing}


def vocabulary(draw: Draw) -> Mapping:
    return {
        "calendars": calendars(draw),
        "actors": {name: {"title": name.capitalize()} for name in ("utforare", "handlaggare", "enhetschef")},
        "events": {name: {"title": name.capitalize()} for name in EVENTS},
        "facts": FACTS,
        "states": states(draw),
    }


# Conditions


def fact_test(draw: Draw, depth: int) -> Mapping:
    kind = pick(
        draw,
        ("insats", "insats", "iub", "orsak", "dagar", "dagar", "known", "state", "state", "no_other_in", "any", "all"),
    )
    if kind in ("any", "all"):
        if depth > 1:
            return {"iub": False}
        return {kind: [condition(draw, depth + 1) for _ in range(draw(st.integers(1, 3)))]}
    if kind == "known":
        return {pick(draw, FACTS): {"known": chance(draw, 60)}}
    if kind == "state":
        return {"state": {pick(draw, ("franvaro", "pagaende")): chance(draw, 40)}}
    if kind == "no_other_in":
        return {"no_other_in": pick(draw, ("franvaro", "pagaende"))}
    if kind == "dagar" and chance(draw, 70):
        low = draw(st.integers(0, 6))
        return {
            "dagar": pick(
                draw,
                ({"under": low}, {"over": low}, {"at_least": low}, {"at_most": low}, {"over": low, "at_most": low + 5}),
            )
        }
    values = VALUES[kind]
    chosen = some(draw, values, 1, 2)
    test = one_or_list(draw, chosen)
    return {kind: {"not": test} if chance(draw, 30) else test}


def condition(draw: Draw, depth: int = 0) -> Mapping:
    found: Mapping = {}
    for _ in range(pick(draw, (1, 1, 1, 2))):
        found |= fact_test(draw, depth)
    return found


# Rules


class Sketch:
    """What the rules drawn so far allow the next one to refer to."""

    def __init__(self, urgency: Mapping) -> None:
        self.urgency = urgency
        self.ids: list[str] = []
        self.fulfilled_by: dict[str, Any] = {}
        self.can_be_overdue: set[str] = set()
        self.due_or_urgent: set[str] = set()


def trigger_line(draw: Draw, sketch: Sketch, own: str, bounded: bool) -> Any:
    """One line; `bounded` is a rule that opens at most one at a time, which may refer to itself becoming overdue."""
    kind = pick(
        draw,
        ("event",) * 6
        + ("overdue", "fulfilled", "state", "longer", "missing", "date", "ahead_of", "overdue", "fulfilled"),
    )
    overdue = [one for one in sketch.ids if one in sketch.can_be_overdue]
    ahead = [one for one in sketch.ids if one in sketch.due_or_urgent]
    if kind == "overdue" and (overdue or bounded):
        return {"overdue": pick(draw, [*overdue, own] if bounded else overdue)}
    if kind == "fulfilled" and sketch.ids:
        return {"fulfilled": pick(draw, sketch.ids)}
    if kind == "state":
        return {"state": pick(draw, ("franvaro", "pagaende"))}
    if kind == "longer":
        return {"state": pick(draw, ("franvaro", "pagaende")), "longer_than": short(draw)}
    if kind == "missing":
        awaited, since = pick(draw, EVENTS), pick(draw, EVENTS)
        if awaited != since:
            return {"missing": awaited, "since": since, "for": short(draw)}
    if kind == "date":
        return {"date": "slut"} | pick(draw, ({}, {"plus": short(draw)}, {"minus": short(draw)}))
    if kind == "ahead_of" and ahead:
        by = {"urgency": pick(draw, WORDS)} if chance(draw, 25) else short(draw)
        return {"ahead_of": pick(draw, ahead), "by": by}
    return pick(draw, EVENTS)


def same_sort(one: Any, other: Any) -> bool:
    """Two lines of one list that one happening could match at once for the same reason."""
    if not is_mapping(one) or not is_mapping(other):
        return bool(one == other)
    kinds = ("overdue", "fulfilled", "missing", "date", "ahead_of")
    if any(kind in one and one.get(kind) == other.get(kind) for kind in kinds):
        return True
    return "state" in one and one["state"] == other.get("state") and ("longer_than" in one) == ("longer_than" in other)


def triggers(draw: Draw, sketch: Sketch, own: str, bounded: bool) -> list[Any]:
    lines: list[Any] = []
    for _ in range(pick(draw, (1, 1, 1, 2, 2, 3))):
        line = trigger_line(draw, sketch, own, bounded)
        if not any(same_sort(line, other) for other in lines):
            lines.append(line)
    return lines


def rolled(draw: Draw, deadline: Mapping) -> Mapping:
    if chance(draw, 35):
        deadline["roll"] = pick(draw, ("next_working_day", "next_working_day", "previous_working_day"))
        deadline.setdefault("calendar", pick(draw, CALENDARS))
    return deadline


def forward_roll(deadline: Any) -> None:
    """A pause and a roll backwards are refused together (0001 on 4.9)."""
    if is_mapping(deadline):
        if deadline.get("roll") == "previous_working_day":
            deadline["roll"] = "next_working_day"
        forward_roll(deadline.get("at_latest"))


def dated_deadline(draw: Draw) -> Mapping:
    """A deadline that gives a due date (4.1 to 4.4), with or without a roll."""
    kind = pick(draw, ("span", "span", "span", "span", "month", "end", "fact", "number"))
    if kind == "month":
        found: Mapping = {"day_of_month": pick(draw, (5, 1, 28, 30, 31)), "months_ahead": draw(st.integers(0, 2))}
    elif kind == "end":
        found = {"end_of": pick(draw, ("week", "month", "quarter", "half_year", "year"))}
    elif kind == "fact":
        found = {"date": "slut"} | pick(draw, ({}, {"plus": short(draw)}, {"minus": short(draw)}))
    elif kind == "number":
        unit = pick(draw, ("days", "days", "weeks", "working_days", "months", "years"))
        found = {unit: "dagar"} | ({"calendar": pick(draw, CALENDARS)} if unit == "working_days" else {})
    else:
        found = span(draw)
    return rolled(draw, found)


def before_event(draw: Draw, taken: set[str]) -> Mapping | None:
    free = [event for event in EVENTS if event not in taken]
    if not free:
        return None
    found: Mapping = {"before": pick(draw, free)}
    if chance(draw, 40):
        found["since"] = pick(draw, [event for event in EVENTS if event != found["before"]])
    return found


def deadline(draw: Draw, taken: set[str], repeat: str | None) -> Any:
    """Any form that the rule may have (language.md and the readings)."""
    kinds = ["dated"] * 6 + ["word", "word", "word_at_latest", "word_at_latest"]
    if repeat is None:
        kinds += ["before", "before", "before", "none", "continuous", "continuous"]
    kind = pick(draw, kinds)
    if kind == "before":
        return before_event(draw, taken) or dated_deadline(draw)
    if kind in ("none", "continuous"):
        return kind
    if kind == "word":
        return {"urgency": pick(draw, WORDS)}
    if kind == "word_at_latest":
        at_latest = before_event(draw, taken) if repeat is None and chance(draw, 15) else None
        return {"urgency": pick(draw, WORDS), "at_latest": at_latest or dated_deadline(draw)}
    return dated_deadline(draw)


def escalations(draw: Draw) -> list[Mapping]:
    found: list[Mapping] = []
    for _ in range(draw(st.integers(1, 2))):
        side = pick(draw, ("after", "before"))
        found.append({side: short(draw), "to": pick(draw, ("enhetschef", "handlaggare")), "action": "Påminn"})
    return found


def events_of(lines: list[Any], vocab: Mapping) -> set[str]:
    """The event types that these triggers may be set off by."""
    found: set[str] = set()
    for line in lines:
        if isinstance(line, str):
            found.add(line)
        elif "state" in line:
            begins = vocab["states"][line["state"]]["begins"]
            found |= {begins} if isinstance(begins, str) else set(begins)
        elif "missing" in line:
            found |= {line["missing"], line["since"]}
    return found


def repeats(draw: Draw) -> Mapping | None:
    kind = pick(draw, (None,) * 6 + ("fulfilment", "fulfilment", "trigger", "trigger", "each"))
    if kind is None:
        return None
    if kind == "each":
        return {"each": pick(draw, ("month", "month", "quarter", "half_year", "year"))}
    return {"every": span(draw, least=1), "from": kind}


def has_bare_time(found: Any) -> bool:
    """none, continuous or before: no roll, pause or extension."""
    if is_mapping(found) and "urgency" in found:
        found = found.get("at_latest")
    return isinstance(found, str) or (is_mapping(found) and "before" in found)


def gives_due(found: Any, sketch: Sketch) -> bool:
    if is_mapping(found) and "urgency" in found:
        return "at_latest" in found or found["urgency"] in sketch.urgency
    return not isinstance(found, str)


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


def as_list(value: Any) -> list[Any]:
    return value if is_list(value) else [value]


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


# Cases


def fact_value(draw: Draw, fact: str, anchor: date) -> Any:
    if fact == "slut":
        return (anchor + timedelta(days=draw(st.integers(-10, 40)))).isoformat()
    return pick(draw, VALUES[fact])


def fact_values(draw: Draw, anchor: date, percent: int, nulls: bool) -> Mapping:
    found: Mapping = {}
    for fact in FACTS:
        if chance(draw, percent):
            found[fact] = None if nulls and chance(draw, 12) else fact_value(draw, fact, anchor)
    return found


SORTS = ("mixed", "mixed", "dates", "clocks")
CLOCKS = ("08:00:00", "08:00:00", "12:30:00", "15:00:00", "02:10:00", "02:50:00", "00:00:00", "23:30:00")
# Where local clocks show 02:00 to 03:00 twice, or not at all.
AT_THE_CHANGE = {
    date(2025, 10, 26): ("02:10:00", "02:50:00", "02:10:00+01:00", "02:50:00+02:00", "00:30:00Z", "01:10:00Z"),
    date(2025, 3, 30): ("02:10:00", "02:50:00", "03:20:00", "01:50:00", "00:30:00Z", "01:10:00Z"),
}


def moment(draw: Draw, day: date, sort: str = "mixed") -> str:
    """A date, or a date-time without or with its offset; the same few clocks again and again."""
    if sort == "dates" or (sort == "mixed" and chance(draw, 40)):
        return day.isoformat()
    if day in AT_THE_CHANGE and chance(draw, 70):
        return f"{day.isoformat()}T{pick(draw, AT_THE_CHANGE[day])}"
    offset = pick(draw, ("+01:00", "+02:00", "+00:00")) if chance(draw, 30) else ""
    return f"{day.isoformat()}T{pick(draw, CLOCKS)}{offset}"


class LogSketch:
    """What the events of one log have in common: their days, sort, types and items."""

    def __init__(self, draw: Draw, anchor: date, items: tuple[str, ...]) -> None:
        self.anchor = anchor
        self.items = items
        self.sort = pick(draw, SORTS)
        self.spread = pick(draw, (12, 4, 30, 60, 110))
        self.types = EVENTS
        self.crowded: list[date] = []
        if chance(draw, 50):  # many events on few days, of few types and items
            changes = [day for day in AT_THE_CHANGE if 0 <= (day - anchor).days <= 12]
            free = [anchor + timedelta(days=draw(st.integers(0, 12))) for _ in range(pick(draw, (2, 1, 3)))]
            self.crowded = changes + free
            self.types = tuple(some(draw, EVENTS, 2, 4)) if chance(draw, 50) else EVENTS
            self.items = items[:1] if chance(draw, 50) else items

    def day(self, draw: Draw) -> date:
        if self.crowded and chance(draw, 75):
            return pick(draw, self.crowded)
        return self.anchor + timedelta(days=draw(st.integers(0, self.spread)))


def event(draw: Draw, number: int, sketch: LogSketch) -> Mapping:
    day = sketch.day(draw)
    kind = "okand" if chance(draw, 1) else pick(draw, sketch.types)
    found: Mapping = {"type": kind, "at": moment(draw, day, sketch.sort)}
    if chance(draw, 92):
        found["id"] = f"e{number}"
    if sketch.items and chance(draw, 75):
        found["item"] = pick(draw, sketch.items)
    if chance(draw, 25):
        found["recorded"] = moment(draw, day + timedelta(days=draw(st.integers(0, 12))))
    if chance(draw, 35):
        data = fact_values(draw, sketch.anchor, 35, nulls=True)
        if chance(draw, 2):
            data |= pick(draw, ({"iub": "nej"}, {"dagar": True}, {"slut": "i morgon"}, {"insats": "annat"}))
        if chance(draw, 2):
            data["dagar"] = -1
        if chance(draw, 5):
            data["anteckning"] = "utan mening"
        if data:
            found["data"] = data
    return found


def registered_again(draw: Draw, written: Mapping, number: int, sort: str) -> Mapping:
    """The same type and item on the same day, under another id, at the same moment or another."""
    found = {key: value for key, value in written.items() if key != "recorded"} | {"id": f"e{number}"}
    if chance(draw, 50):
        found["at"] = moment(draw, date.fromisoformat(written["at"][:10]), sort)
    return found


def correction(draw: Draw, written: list[Mapping], number: int, sketch: LogSketch) -> Mapping | None:
    """Of any event or correction that has an id."""
    ids = [one["id"] for one in written if "id" in one]
    if not ids:
        return None
    target = "saknas" if chance(draw, 1) else pick(draw, ids)
    recorded = moment(draw, sketch.anchor + timedelta(days=draw(st.integers(0, sketch.spread + 10))))
    if chance(draw, 40):
        found: Mapping = {"retracts": target, "recorded": recorded}
        if chance(draw, 90):
            found["id"] = f"e{number}"
        return found
    return event(draw, number, sketch) | {"replaces": target, "recorded": recorded}


def log(draw: Draw, anchor: date, items: tuple[str, ...], corrections: bool) -> list[Mapping]:
    sketch = LogSketch(draw, anchor, items)
    count = pick(draw, (8, 3, 6, 10, 12, 14, 11, 9, 7, 5, 2, 1, 0))
    written = [event(draw, number, sketch) for number in range(count)]
    if written and chance(draw, 25):
        for extra in range(draw(st.integers(1, 2))):
            written.append(registered_again(draw, pick(draw, written), 50 + extra, sketch.sort))
    if corrections and written and chance(draw, 35):
        for extra in range(draw(st.integers(1, 4))):
            more = correction(draw, written, count + extra, sketch)
            if more is not None:
                written.append(more)
    if corrections and written and chance(draw, 10):
        written.append(dict(pick(draw, written)))
    if corrections and written and chance(draw, 1):
        written.append(dict(pick(draw, written)) | {"item": "i9"})
    return written


@st.composite
def cases_at(draw: Draw, anchor: date, corrections: bool = True) -> Mapping:
    """A case's file: starting facts, items and a log."""
    items = ITEMS[: pick(draw, (1, 2, 2, 3, 0))]
    found: Mapping = {"case": "2025-0117", "facts": fact_values(draw, anchor, 55, nulls=False)}
    if items and chance(draw, 80):
        named = items if chance(draw, 70) else items[:1]
        found["items"] = {item: fact_values(draw, anchor, 40, nulls=True) for item in named}
    found["events"] = log(draw, anchor, items, corrections)
    return found


@st.composite
def questions(draw: Draw, corrections: bool = True) -> tuple[list[Mapping], Mapping, date, date | None]:
    """Catalogues, a case, the day asked and the day known."""
    anchor = pick(draw, ANCHORS)
    catalogues = draw(catalogues_at(anchor))
    case = draw(cases_at(anchor, corrections))
    at = anchor + timedelta(days=draw(st.integers(0, 130)) if chance(draw, 40) else draw(st.integers(5, 45)))
    known = anchor + timedelta(days=draw(st.integers(-2, 60))) if chance(draw, 25) else None
    return catalogues, case, at, known


def describe(catalogues: list[Mapping], case: Mapping, at: date, known: date | None) -> str:
    """All of a question as text that can be pasted into a test: one line for each rule and each event."""

    def lines(many: list[Any]) -> str:
        return "".join(f"\n    {json.dumps(one, ensure_ascii=False)}" for one in many)

    parts: list[str] = []
    for one in catalogues:
        head = {key: value for key, value in one.items() if key != "rules"}
        parts.append(f"catalogue {json.dumps(head, ensure_ascii=False)}{lines(one.get('rules') or [])}")
    head = {key: value for key, value in case.items() if key != "events"}
    parts.append(f"case {json.dumps(head, ensure_ascii=False)}{lines(case['events'])}")
    parts.append(f"at {at} known {known}")
    return "\n".join(parts)
