"""What each mapping of the language is called in Swedish, with an example; data only, read by the language page."""

from __future__ import annotations

from typing import NamedTuple


class Mapped(NamedTuple):
    """One mapping: its schema's kind and shape ("" for the whole), its heading, an example; `word` is used in links."""

    kind: str
    shape: str
    title: str
    about: str
    example: str
    word: str = ""


CATALOGUE = (
    Mapped(
        "catalogue",
        "",
        "Hela filen",
        "En fil är en katalog: orden som reglerna använder, och reglerna. Namnen under `actors`, `events`, `facts`, "
        "`states`, `calendars` och `urgency` väljer du själv.",
        "catalogue: hemtjanst\ntitle: Rutiner för hemtjänsten\nuses: gemensamt\nscope: {lagrum: sol}\nwarn: {days: 7}\n"
        "events:\n  larm_testat: {title: Larmet har testats}\n",
    ),
    Mapped(
        "catalogue",
        "CatalogueSource",
        "Katalogens källa",
        "Dokumentet som reglerna kommer från (`source` överst i filen).",
        "document: Rutiner för hemtjänsten\ndated: 2025-09-17\n",
    ),
    Mapped(
        "catalogue",
        "Titled",
        "Aktör",
        "Under `actors`. Namnet står i reglerna, rubriken är det som människor läser.",
        "title: Enhetschefen\n",
        "aktör",
    ),
    Mapped(
        "catalogue",
        "EventType",
        "Händelsetyp",
        "Under `events`. Namnet står i reglerna och ärendena, rubriken är det som människor läser. `resets` är för det "
        "som inte gäller längre när händelsen kommer: ett nytt beslut utan slutdatum gäller tills vidare, även om det "
        "förra hade ett.",
        "title: Beslut har fattats\nresets: [slutdatum]\n",
        "händelsetyp",
    ),
    Mapped(
        "catalogue",
        "Fact",
        "Uppgift",
        "Under `facts`: något som man vet eller inte vet, och som villkor och tider bygger på.",
        "title: Regi\none_of: [egen, enskild]\n",
    ),
    Mapped(
        "catalogue",
        "State",
        "Tillstånd",
        "Under `states`: något som gäller från en händelse till en annan.",
        "title: Den enskilde är frånvarande\nbegins: [franvaro_borjade, sjukhusvistelse_borjade]\n"
        "ends: franvaro_slutade\n",
    ),
    Mapped(
        "catalogue",
        "StateEnd",
        "Vad som avslutar ett tillstånd",
        "Under `ends`. Oftast räcker namnet på en händelse. De här formerna finns för annat, och i en lista får "
        "formerna blandas.",
        "date: slutdatum\n",
    ),
    Mapped(
        "catalogue",
        "CalendarText",
        "Kalender",
        "Under `calendars`: vilka dagar som är arbetsdagar.",
        "weekdays: [mon, tue, wed, thu, fri]\nholidays: SE\neves_free: true\nextra_free: [2025-05-30]\n",
    ),
    Mapped(
        "catalogue",
        "Rule",
        "Regel",
        "Vem som ska göra vad, efter vilken händelse och inom vilken tid. Varje regel har `deadline`, utom där "
        "`repeat` eller `ahead_of` ger den dess tid. Utan `on_repeat` blir det ett krav till, men en regel som "
        "upprepas behåller det den har. Utan `per` hör kravet till samma del av ärendet som utlösaren.",
        "id: plan_slutford\ntitle: Genomförandeplanen är slutförd\nactor: utforare\ntrigger: insats_verkstalld\n"
        "only_if: {iub: false}\ndeadline: {weeks: 6}\nfulfilled_by: plan_slutford\nends_with: insats_avslutad\n"
        "source: {section: Genomförandeplan}\n",
    ),
    Mapped(
        "catalogue",
        "Trigger",
        "Utlösare",
        "Under `trigger`. Oftast räcker namnet på en händelse. De här formerna finns för annat, och i en lista får "
        "formerna blandas.",
        "missing: insats_verkstalld\nsince: uppdrag_mottaget\nfor: {months: 1}\n",
    ),
    Mapped(
        "catalogue",
        "EndingLine",
        "Det som avslutar",
        "Under `ends_with`. Oftast räcker namnet på en händelse. De här formerna finns för annat, och i en lista får "
        "formerna blandas.",
        "event: uppdrag_atertaget\nof: any_item\n",
        "det som avslutar",
    ),
    Mapped(
        "catalogue",
        "Condition",
        "Villkor",
        "Under `only_if` och `scope`. Alla rader ska gälla. De flesta rader är namnet på en uppgift och ett "
        "[prov](#prov); de här nycklarna finns därtill.",
        "regi: egen\ntimmar: {under: 7}\nstate: {franvaro: false}\n"
        "any:\n  - {slutdatum: {known: false}}\n  - {form: ny}\n",
    ),
    Mapped(
        "catalogue",
        "Test",
        "Prov",
        "Vad en uppgift ska vara: ett värde, något av värdena i en lista, eller en av nycklarna här. För ett intervall "
        "får `over` eller `at_least` stå ihop med `under` eller `at_most`.",
        "at_least: 7\nunder: 20\n",
    ),
    Mapped(
        "catalogue",
        "Deadline",
        "Tid att göra det på",
        "Under `deadline`. Två ord kan stå i stället: `none` (ska göras, men har ingen sista dag) och `continuous` "
        "(gäller hela tiden).",
        "urgency: snarast\nat_latest: {working_days: 3, calendar: vardag}\n",
        "tid att göra det på",
    ),
    Mapped(
        "catalogue",
        "Duration",
        "Tid",
        "En längd i en enhet.",
        "working_days: 3\ncalendar: vardag\n",
    ),
    Mapped(
        "catalogue",
        "LongDuration",
        "Tid som inte är noll",
        "Som [tid](#tid), för sådant som kommer igen.",
        "years: 1\n",
    ),
    Mapped(
        "catalogue",
        "Lead",
        "Tid i förväg",
        "Under `by` i utlösaren `ahead_of`: en tid, eller ett skyndsamhetsord.",
        "urgency: i_god_tid\n",
    ),
    Mapped(
        "catalogue",
        "Repeat",
        "Upprepning",
        "Under `repeat`: att något ska göras om och om igen.",
        "every: {years: 1}\nfrom: fulfilment\n",
    ),
    Mapped(
        "catalogue",
        "ExtendedBy",
        "Förlängning",
        "Under `extended_by`: en händelse som ger mer tid.",
        "event: beslut_om_forlangning\nby: {days: 42}\nat_most: 1\n",
    ),
    Mapped(
        "catalogue",
        "Step",
        "Steg i en eskalering",
        "I listan under `escalation`.",
        "after: {days: 1}\nto: enhetschef\naction: Påminn utföraren\n",
    ),
    Mapped(
        "catalogue",
        "Source",
        "Regelns källa",
        "Under `source` i en regel.",
        "section: Genomförandeplan\nduties: [S28]\n",
    ),
    Mapped(
        "catalogue",
        "InForce",
        "När den gäller",
        "Under `in_force`. Båda dagarna räknas in. Två regler får ha samma `id`, om de inte gäller samtidigt: då är de "
        "versioner av en regel.",
        "from: 2018-12-01\nto: 2025-09-16\n",
    ),
    Mapped(
        "catalogue",
        "NotEncoded",
        "Krav som inte är regler",
        "I listan under `not_encoded`.",
        "duties: [S61]\nreason: Ingen händelse visar om den har brutits.\n",
    ),
    Mapped(
        "catalogue",
        "Allow",
        "Undantag",
        "I listan under `allow`, i en regel eller överst i filen: en varning eller upplysning som du har tänkt igenom "
        "och låter stå kvar. I en regel gäller undantaget bara den, överst gäller det hela filen. `rutinmotor check` "
        "säger till när ett undantag inte behövs längre. Ett fel går inte att undanta.",
        "code: RM315\nreason: Kommunen bestämmer under våren vad skyndsamt betyder.\n",
    ),
)
CASES = (
    Mapped(
        "case",
        "case",
        "Ärende",
        "En fil (YAML eller JSON) har ett ärende eller en lista med ärenden. I JSON Lines står ett på varje rad.",
        'case: "2025-0117"\nfacts: {fodelsedatum: 1941-03-02}\nitems:\n  hemtjanst-1: {insats: hemtjanst, regi: egen}\n'
        "events:\n  - {id: e1, type: beslut_fattat, at: 2025-09-22, item: hemtjanst-1}\n",
    ),
    Mapped(
        "case",
        "event",
        "Händelse",
        "I listan under `events`. Rätta genom att lägga till, aldrig genom att sudda: en ny händelse med `replaces` "
        "ersätter, en med `retracts` tar bort. En händelse som inte tar bort en annan måste ha `type` och `at`.",
        "id: e2\ntype: insats_verkstalld\nat: 2025-10-01T08:30\nitem: hemtjanst-1\nrecorded: 2025-10-02\n",
    ),
    Mapped(
        "case",
        "facts",
        "Uppgifternas värden",
        "Under `facts`, och för varje del under `items`: uppgiftens namn och dess värde.",
        "regi: egen\niub: false\n",
    ),
)
SCENARIO = (
    Mapped(
        "scenario",
        "",
        "Scenario",
        "Ett prov på en regel: ett ärende, en dag och vad som ska stå i svaret. Minst en av `expect`, `absent` och "
        "`undetermined` måste finnas. En regel under `only` ska också stå på minst en rad under `expect`.",
        "scenario: Planen blir klar en dag för sent\nrules: [sol]\ncase:\n  case: prov-1\n  events: []\n"
        "at: 2025-11-13\nexpect:\n  - {rule: sol.plan_slutford, status: overdue, due: 2025-11-12}\n"
        "only: [sol.plan_slutford]\n",
    ),
    Mapped(
        "scenario",
        "expected",
        "Väntat krav",
        "I listan under `expect`. `item` och `opened` säger vilket av regelns krav som menas, resten jämförs med "
        "svaret. Det som inte står jämförs inte. Varje rad gäller ett krav för sig, och två lika rader väntar två lika "
        "krav.",
        "rule: sol.plan_slutford\nitem: hemtjanst-1\nstatus: overdue\ndue: 2025-11-12\nescalated_to: [enhetschef]\n",
    ),
    Mapped(
        "scenario",
        "listed",
        "Regel för en del av ärendet",
        "I listorna under `absent` och `undetermined`, när det gäller en del av ärendet och inte alla. "
        "En regel kan då stå där för en del och under `expect` för en annan.",
        "rule: sol.plan_slutford\nitem: hemtjanst-2\n",
    ),
)
