"""Days, numbers and statuses in, the words for them in Swedish or English out; all that is told to people asks here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rutinmotor.ground.diagnostics import Lang
from rutinmotor.ground.words.tables import DAY, Noun, status_word, statuses_word

WEEKDAYS: Mapping[Lang, tuple[str, ...]] = {
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
WEEKDAYS_SHORT: Mapping[Lang, tuple[str, ...]] = {
    "sv": ("mån", "tis", "ons", "tor", "fre", "lör", "sön"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS: Mapping[Lang, tuple[str, ...]] = {
    "sv": (
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
MONTHS_SHORT: Mapping[Lang, tuple[str, ...]] = {
    "sv": ("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}

# Urgency words are ids; those of which the spelling is known are shown as they are spelled.
_URGENCY: Mapping[Lang, Mapping[str, str]] = {
    "sv": {"omgaende": "omgående", "snarast": "snarast", "skyndsamt": "skyndsamt", "i_god_tid": "i god tid"},
    "en": {
        "omgaende": "at once",
        "snarast": "as soon as possible",
        "skyndsamt": "promptly",
        "i_god_tid": "in good time",
    },
}

# The Swedish names as `days.calendars` gives them; English has no names of its own for some of them.
_HOLIDAYS_EN: Mapping[str, str] = {
    "nyårsdagen": "New Year's Day",
    "trettondedag jul": "Epiphany",
    "Marie bebådelsedag": "Annunciation Day",
    "långfredagen": "Good Friday",
    "påskdagen": "Easter Sunday",
    "annandag påsk": "Easter Monday",
    "första maj": "May Day",
    "Kristi himmelsfärdsdag": "Ascension Day",
    "pingstdagen": "Whit Sunday",
    "annandag pingst": "Whit Monday",
    "nationaldagen": "National Day",
    "midsommarafton": "Midsummer Eve",
    "midsommardagen": "Midsummer Day",
    "alla helgons dag": "All Saints' Day",
    "julafton": "Christmas Eve",
    "juldagen": "Christmas Day",
    "annandag jul": "Boxing Day",
    "nyårsafton": "New Year's Eve",
}


TIME = Noun("gång", "gånger", "time", "times")
OBLIGATION = Noun("krav", "krav", "obligation", "obligations")
CASE = Noun("ärende", "ärenden", "case", "cases")
SCENARIO = Noun("scenario", "scenarier", "scenario", "scenarios")
CHANGE = Noun("ändring", "ändringar", "change", "changes")
EVENT = Noun("händelse", "händelser", "event", "events")
RULE = Noun("regel", "regler", "rule", "rules")
FILE = Noun("fil", "filer", "file", "files")
ERROR = Noun("fel", "fel", "error", "errors")
WARNING = Noun("varning", "varningar", "warning", "warnings")
REMARK = Noun("upplysning", "upplysningar", "remark", "remarks")


def said(lang: Lang, sv: str, en: str) -> str:
    """Choose between a Swedish and an English wording."""
    return sv if lang == "sv" else en


def counted(number: int, noun: Noun, lang: Lang) -> str:
    """Give a number with its noun, thousands set apart: `1 dag`, `12 000 ärenden`."""
    one, many = (noun.sv_one, noun.sv_many) if lang == "sv" else (noun.en_one, noun.en_many)
    return f"{grouped(number)} {one if number == 1 else many}"


def grouped(number: int) -> str:
    """Give a whole number with its thousands set apart by a space, from 10 000 on."""
    return f"{number:,}".replace(",", " ") if abs(number) >= 10_000 else str(number)


def day_short(day: date, lang: Lang) -> str:
    """Give a day as in a table: `ons 12 nov 2025`."""
    return f"{WEEKDAYS_SHORT[lang][day.weekday()]} {day.day} {MONTHS_SHORT[lang][day.month - 1]} {day.year}"


def day_long(day: date, lang: Lang) -> str:
    """Give a day as in a sentence: `onsdag 12 november 2025`."""
    return f"{WEEKDAYS[lang][day.weekday()]} {day.day} {MONTHS[lang][day.month - 1]} {day.year}"


def days_left(days: int, lang: Lang, *, overdue: bool = False) -> str:
    """Say how far it is to a due date in calendar days, negative when it is over: `3 dagar kvar`, `1 dag för sent`.

    What is `overdue` on its last day was to be done before something that has happened that day.
    """
    if days == 0 and overdue:
        return said(lang, "för sent idag", "late today")
    if days == 0:
        return said(lang, "sista dagen idag", "due today")
    if days < 0:
        return f"{counted(-days, DAY, lang)} {said(lang, 'för sent', 'late')}"
    return f"{counted(days, DAY, lang)} {said(lang, 'kvar', 'left')}"


def status_count(number: int, status: str, lang: Lang) -> str:
    """Give a number of obligations of one status: `1 försenat`, `2 försenade`."""
    return f"{grouped(number)} {status_word(status, lang) if number == 1 else statuses_word(status, lang)}"


def urgency_word(word: str, lang: Lang) -> str:
    """Give an urgency word as people spell it; one that is not known stands as it is written."""
    return _URGENCY[lang].get(word, word.replace("_", " "))


def holiday_name(name: str, lang: Lang) -> str:
    """Give a free day's name, from its Swedish one."""
    return name if lang == "sv" else _HOLIDAYS_EN.get(name, name)


def listed(words: list[str], lang: Lang) -> str:
    """Join words as a sentence lists them: `a, b och c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {said(lang, 'och', 'and')} {words[-1]}"


def sentence(text: str) -> str:
    """End a text with a full stop, unless it ends with a sentence already, its own or one that it quotes."""
    return text if text.rstrip("”\"'").endswith((".", "!", "?")) else f"{text}."


def printable(text: str) -> str:
    """Make visible what would steer a terminal or hide from the eye: a name may come from a hostile file."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
