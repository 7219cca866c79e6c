"""`calendar`: a year in words and numbers; the counts are those of the calendar's own table."""

import json
from pathlib import Path

import pytest

from rutinmotor.ground.days.calendars import make_calendar
from rutinmotor.ground.diagnostics.diagnostic import Lang
from rutinmotor.ground.words.layout import Look, plain
from rutinmotor.workbench.year import months_of, year_lines
from tests.faces.cli.calls import Call
from tests.wrapping import says


def test_a_year_in_words(call: Call) -> None:
    status, out, err = call("calendar", "vardag", "2026")
    assert (status, err) == (0, "")
    assert "januari       20 arbetsdagar  2, 5, 7–9, 12–16, 19–23, 26–30  tor 1 nyårsdagen,\n" in out
    assert says(out, "fre 19 midsommarafton")
    assert "hela året    251 arbetsdagar" in out
    assert max(len(line) for line in out.splitlines()) <= 100
    assert says(call("calendar", "vardag", "2026", "--lang", "en").out, "Fri 19 Midsummer Eve")


@pytest.mark.parametrize("width", [60, 79, 80, 91, 92, 100, 120])
def test_a_year_fits_the_terminal_and_breaks_no_name(width: int) -> None:
    calendar = make_calendar(("mon", "tue", "wed", "thu", "fri"), "SE", eves_free=True)
    names: dict[Lang, str] = {"sv": "Kristi himmelsfärdsdag", "en": "Ascension Day"}
    for lang, name in names.items():
        found = year_lines("vardag", 2026, calendar, months_of(calendar, 2026), Look(lang, width))
        lines = [plain(one) for one in found]
        assert max(len(one) for one in lines) <= width
        assert any(f"14 {name}," in one for one in lines)


def test_a_year_as_json(call: Call) -> None:
    year = json.loads(call("calendar", "vardag", "2025", "--format", "json").out)
    assert (year["calendar"], year["year"], year["working_days"]) == ("vardag", 2025, 249)
    assert [month["month"] for month in year["months"]] == list(range(1, 13))
    assert all(month["working_days"] == len(month["working"]) for month in year["months"])
    assert sum(month["working_days"] for month in year["months"]) == 249
    june = year["months"][5]
    assert {"day": "2025-06-20", "weekday": "fri", "name": "midsommarafton", "working": False} in june["named"]
    assert "2025-06-20" not in june["working"]
    assert "2025-06-19" in june["working"]


def test_own_days_and_unlike_calendars(call: Call, tmp_path: Path) -> None:
    days = "weekdays: [mon, tue], extra_free: [2025-01-06], extra_working: [{}]"
    own = f"catalogue: {{}}\ncalendars: {{{{arbete: {{{{{days}}}}}}}}}\n"
    (tmp_path / "a.yaml").write_text(own.format("a", "2025-01-08"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(own.format("b", "2025-01-09"), encoding="utf-8")
    status, _, err = call("calendar", "arbete", "2025", "--rules", tmp_path)
    assert status == 2
    assert says(err, "Skriv en av: a.arbete, b.arbete.")
    out = call("calendar", "a.arbete", "2025", "--rules", tmp_path).out
    assert says(out, "mån 6 egen ledig dag,")
    assert says(out, "ons 8 egen arbetsdag")
    assert says(out, "7–8, 13–14")
    same = call("calendar", "arbete", "2025", "--rules", tmp_path / "a.yaml")
    assert same.status == 0


def test_unknown_names_and_years(call: Call) -> None:
    assert says(call("calendar", "verdag", "2026").err, "Kalendern ”verdag” finns inte. Menade du ”vardag”?")
    assert says(call("calendar", "xxxxxxxxxxx", "2026").err, "De som finns: arbetsdag, vardag.")
    for year in ("1952", "2101", "9999", "1"):
        status, out, err = call("calendar", "vardag", year)
        assert (status, out) == (2, "")
        assert says(err, f"Kalendern vardag omfattar åren 1953–2100, inte {int(year)}.")
    for year in ("0", "-5", "20266", "¹"):
        assert call("calendar", "vardag", year).status == 2
