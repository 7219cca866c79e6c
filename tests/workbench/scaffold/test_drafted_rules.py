"""A drafted rule in a file of its own, as its author first sees it: every comment says what stands before it."""

from rutinmotor.workbench.scaffold.new_rule import RuleDraft, Word
from rutinmotor.workbench.scaffold.templates import catalogue_text

DRAFT = RuleDraft(
    id="plan",
    title="Planen är klar",
    actor=Word("chef", "Chef"),
    trigger=Word("start", "Start"),
    deadline={"working_days": 3, "calendar": "vardag"},
    fulfilled_by=Word("klar", "Klar"),
    section="3.1",
)
SWEDISH = """\
# Granska filen med: rutinmotor check prov.yaml
catalogue: prov  # början av varje regels namn: prov.plan
title: Rutinens rubrik
owner: Kommunen
source:
  document: Dokumentets namn
  # dated: 2026-01-31  # dokumentets datum, om det har något
# in_force: {from: 2026-02-01}  # när reglerna gäller

calendars:
  vardag:
    weekdays: [mon, tue, wed, thu, fri]
    holidays: SE  # helgdagar är lediga
    eves_free: true  # midsommarafton, julafton och nyårsafton också

actors:
  chef: {title: Chef}

events:
  start: {title: Start}
  klar: {title: Klar}

rules:
  - id: plan                                      # regelns namn: a–z, siffror och understreck
    title: Planen är klar                         # vad som ska vara gjort
    actor: chef                                   # vem som ska göra det
    trigger: start                                # händelsen som utlöser regeln
    deadline: {working_days: 3, calendar: vardag}  # tiden, räknad från utlösaren
    fulfilled_by: klar                            # händelsen som visar att det är gjort
    source: {section: "3.1"}                      # var kravet står i dokumentet
    # Mer som en regel kan ha (ta bort # och ändra):
    # only_if: {uppgift: värde}                                   # villkor som ska gälla den dag regeln utlöses
    # ends_with: händelse                                         # det som gör att det inte längre ska göras
    # repeat: {every: {years: 1}, from: fulfilment}               # om det ska göras om och om igen
    # interpretation: text                                        # vad ni bygger på där dokumentet lämnar något öppet
    # escalation: [{after: {days: 1}, to: aktör, action: text}]   # om det blir försenat
    # help: text                                                  # en förklaring till den som ska göra det
"""
ENGLISH = """\
# Check the file with: rutinmotor check prov.yaml
catalogue: prov  # the beginning of each rule’s name: prov.plan
title: The title of the routine
owner: The municipality
source:
  document: The name of the document
  # dated: 2026-01-31  # its date, if it bears one
# in_force: {from: 2026-02-01}  # when the rules are in force

calendars:
  vardag:
    weekdays: [mon, tue, wed, thu, fri]
    holidays: SE  # public holidays are free
    eves_free: true  # the eves too

actors:
  chef: {title: Chef}

events:
  start: {title: Start}
  klar: {title: Klar}

rules:
  - id: plan                                      # the rule's name: a–z, figures and underscores
    title: Planen är klar                         # what is to be done
    actor: chef                                   # who is to do it
    trigger: start                                # the event that triggers it
    deadline: {working_days: 3, calendar: vardag}  # the time, counted from the trigger
    fulfilled_by: klar                            # the event that shows that it is done
    source: {section: "3.1"}                      # where the document says so
    # More that a rule may have (take away # and change):
    # only_if: {uppgift: värde}                                   # what must hold on that day
    # ends_with: händelse                                         # what ends it without being done
    # repeat: {every: {years: 1}, from: fulfilment}               # if it comes again
    # interpretation: text                                        # your reading of an open point
    # escalation: [{after: {days: 1}, to: aktör, action: text}]   # if it is overdue
    # help: text                                                  # an explanation for who is to do it
"""


def test_a_new_file_says_what_each_line_is_for() -> None:
    assert catalogue_text("prov", "prov.yaml", DRAFT, "sv").rstrip() == SWEDISH.rstrip()
    assert catalogue_text("prov", "prov.yaml", DRAFT, "en").rstrip() == ENGLISH.rstrip()
