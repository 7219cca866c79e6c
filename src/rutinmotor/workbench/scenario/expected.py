"""One failed assertion in, what was expected beside what was answered out; `verdicts` puts it with the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from rutinmotor.engine.evaluation import Obligation
from rutinmotor.ground.words import (
    OBLIGATION,
    Column,
    Lang,
    Line,
    Look,
    Piece,
    Style,
    beside,
    counted,
    day_short,
    light_word,
    line,
    listed,
    printable,
    said,
    status_word,
    wrapped,
)
from rutinmotor.workbench.scenario.verdict import Difference, Expected, Result, Value
from rutinmotor.workbench.telling import Titles

# Of many obligations, how many are told one by one.
_TOLD = 5
_KEY_WIDTH = 32
_GAP = 2
# Of the keys that can differ; those that say which obligation is meant are told in a sentence.
_KEYS: Mapping[str, tuple[str, str]] = {
    "status": ("läge", "status"),
    "light": ("ljus", "light"),
    "due": ("sista dag", "last day"),
    "fulfilled_on": ("gjort", "done"),
    "ended_on": ("bortföll", "ended"),
    "escalated_to": ("fört vidare till", "escalated to"),
    "breaches": ("avvikelser", "breaches"),
}


def answers_told(result: Result, titles: Titles, lang: Lang) -> list[str]:
    """Say in sentences what was answered instead, or why nothing could be."""
    others = _others(result.others, lang)
    match result.why:
        case "differs":
            return _differs(result, lang)
        case "none":
            return [said(lang, "Väntat: ett krav. Svaret: inget krav.", "Expected: an obligation. The answer: none.")]
        case "taken":
            return [_too_many(result, lang), *others]
        case "not_that_one":
            return [_not_that_one(result, lang), *others]
        case "present":
            number, whose = counted(len(result.others), OBLIGATION, lang), _whose(result, lang)
            text = said(lang, f"Väntat: inget krav{whose}. Svaret: ", f"Expected: none{whose}. The answer: ")
            return [f"{text}{number}:", *others]
        case "surplus":
            number = counted(len(result.others), OBLIGATION, lang)
            return [
                said(
                    lang,
                    f"Väntat: bara det som står under expect. Svaret: {number} till:",
                    f"Expected: only what stands under expect. The answer: {number} more:",
                ),
                *others,
            ]
        case "undetermined":
            return _undetermined(result, titles, lang)
        case "judged":
            whose = _whose(result, lang)
            text = said(
                lang,
                f"Väntat: går inte att bedöma{whose}. Svaret: det går",
                f"Expected: cannot be judged{whose}. The answer: it can be",
            )
            return [
                f"{text}{':' if others else said(lang, ', och det blir inget krav.', ', and there is no obligation.')}",
                *others,
            ]
        case _:
            return []


def _others(others: Sequence[Obligation], lang: Lang) -> list[str]:
    told = [obligation_told(one, lang) for one in others[:_TOLD]]
    return [*told, said(lang, "och fler", "and more")] if len(others) > _TOLD else told


def _differs(result: Result, lang: Lang) -> list[str]:
    """Say that it differs; where the line could be about several, which of them the table is about, and the rest."""
    if result.answer is None or not result.others:
        return [said(lang, "Kravet finns, men det är inte som väntat:", "It is there, but not as expected:")]
    rest = [one for one in result.others if one is not result.answer]
    number, others = counted(len(result.others), OBLIGATION, lang), _others(rest, lang)
    head = said(
        lang,
        f"Raden kan gälla {number}, men inget är som väntat. Utöver det i tabellen:",
        f"The line could be about {number}, but none is as expected. Beside that of the table:",
    )
    item = value_told("item", result.answer.item, lang)
    opened = day_short(result.answer.opened, lang)
    about = said(lang, f"Tabellen gäller {item}, uppstod {opened}:", f"The table is about {item}, opened {opened}:")
    return [head, *others, about]


def _whose(result: Result, lang: Lang) -> str:
    """Say which item a listed rule is about, if the line names one."""
    said_of = result.assertion.said
    if isinstance(result.assertion, Expected) or "item" not in said_of:
        return ""
    return said(lang, " för ", " for ") + value_told("item", said_of["item"], lang)


def obligation_told(one: Obligation, lang: Lang) -> str:
    """Say an obligation in a line: how it stands, its last day, its item, when it arose."""
    parts = [status_word(one.status, lang)]
    if one.due is not None:
        parts[0] += f", {said(lang, 'sista dag', 'last day')} {day_short(one.due, lang)}"
    if one.item is not None:
        parts.append(printable(one.item))
    parts.append(f"{said(lang, 'uppstod', 'opened')} {day_short(one.opened, lang)}")
    return f"– {' · '.join(parts)}"


def table_lines(result: Result, look: Look) -> list[Line]:
    """Write the keys of an expectation beside the answer's values, where it has been held against one obligation."""
    if result.why != "differs" or result.answer is None or not isinstance(result.assertion, Expected):
        return []
    lang = look.lang
    width = max((look.width - 4 - _KEY_WIDTH - 2 * _GAP) // 2, 16)
    head = [
        line("", "faint"),
        line(said(lang, "Väntat", "Expected"), "faint"),
        line(said(lang, "Svaret", "The answer"), "faint"),
    ]
    rows = [_row(head, width)]
    for one in result.differences:
        rows.append(_row([_key(one.key, lang), *_values(one, lang)], width))
    return [part for row in rows for part in row]


def _row(cells: Sequence[Line], width: int) -> list[Line]:
    key, *values = cells
    columns = [Column([key], _KEY_WIDTH), *(Column(wrapped(value, width, 2), width) for value in values)]
    return beside(columns, gap=_GAP)


def _key(key: str, lang: Lang) -> Line:
    told = said(lang, *_KEYS[key])
    return (Piece(told),) if told == key else (Piece(f"{told} "), Piece(f"({key})", "faint"))


def _values(one: Difference, lang: Lang) -> list[Line]:
    told: list[tuple[str, Style]] = [
        (value_told(one.key, one.expected, lang), "plain"),
        (value_told(one.key, one.answer, lang), "red"),
    ]
    return [line(text, style) for text, style in told]


def value_told(key: str, value: Value, lang: Lang) -> str:
    """Say a value of an expectation's key as people read it, and as it is written where that differs."""
    if isinstance(value, date):
        return f"{day_short(value, lang)}"
    if isinstance(value, tuple):
        return (
            printable(", ".join(value)) if value else said(lang, "ingen" if key == "escalated_to" else "inga", "none")
        )
    if value is None:
        return _nothing(key, lang)
    if key == "status":
        return _both(status_word(value, lang), value)
    if key == "light":
        return _both(light_word(value, lang), value)
    return printable(value)


def _both(told: str, written: str) -> str:
    return told if told == written else f"{told} ({written})"


def _nothing(key: str, lang: Lang) -> str:
    match key:
        case "item":
            return said(lang, "hela ärendet", "the whole case")
        case "light":
            return said(lang, "inget ljus", "no light")
        case "due":
            return said(lang, "ingen sista dag", "no last day")
        case "fulfilled_on":
            return said(lang, "inte gjort", "not done")
        case _:
            return said(lang, "inte bortfallet", "not ended")


def _too_many(result: Result, lang: Lang) -> str:
    """Say how many the lines expect, and how many there are."""
    assert result.wanted is not None
    wanted = counted(result.wanted, OBLIGATION, lang)
    number = counted(len(result.others), OBLIGATION, lang)
    return said(
        lang,
        f"Väntat: {wanted}, med den här raden. Svaret: bara {number}:",
        f"Expected: {wanted}, with this line. The answer: only {number}:",
    )


def _not_that_one(result: Result, lang: Lang) -> str:
    assert isinstance(result.assertion, Expected)
    told = {
        "item": said(lang, "gäller {}", "is about {}"),
        "opened": said(lang, "uppstod {}", "opened {}"),
    }
    parts = [told[key].format(value_told(key, value, lang)) for key, value in result.assertion.identity.items()]
    return said(
        lang,
        f"Väntat: ett krav som {listed(parts, lang)}. Svaret: bara andra krav av regeln:",
        f"Expected: an obligation that {listed(parts, lang)}. The answer: only others of the rule:",
    )


def _undetermined(result: Result, titles: Titles, lang: Lang) -> list[str]:
    if isinstance(result.assertion, Expected):
        expected = said(lang, "ett krav", "an obligation")
    elif result.assertion.key == "only":
        expected = said(lang, "bara det som står under expect", "only what stands under expect")
    else:
        expected = said(lang, "inget krav", "none") + _whose(result, lang)
    head = said(
        lang,
        f"Väntat: {expected}. Svaret: kan inte bedömas, för uppgifter saknas:",
        f"Expected: {expected}. The answer: it cannot be judged, as facts are missing:",
    )
    lines: list[str] = []
    for gap in result.gaps[:_TOLD]:
        facts = listed([f"{titles.fact(gap.rule, fact)} ({fact})" for fact in gap.missing], lang)
        whose = f" · {printable(gap.item)}" if gap.item is not None else ""
        lines.append(f"– {facts}{whose} · {day_short(gap.day, lang)}")
    if result.others:
        lines += [said(lang, "Andra krav av regeln:", "Others of the rule:"), *_others(result.others, lang)]
    return [head, *lines]
