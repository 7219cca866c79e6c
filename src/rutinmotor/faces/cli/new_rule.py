"""What a new rule is to say in, a draft of it shown, or put into a rule file, out; the part of `new` for rules."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rutinmotor.faces.cli.entry import DONE, FINDINGS
from rutinmotor.faces.cli.misuse import Misuse, unknown
from rutinmotor.faces.cli.newfiles import write_new
from rutinmotor.faces.cli.screen import show_findings, speak_utf8
from rutinmotor.faces.cli.writing import write_over
from rutinmotor.ground.diagnostics import Lang, Refusal, folded, nearest
from rutinmotor.ground.words import said
from rutinmotor.language.catalogue import Catalogue, Declared, Names, Titled, by_name, names_in
from rutinmotor.language.checks import check_texts
from rutinmotor.language.loading import load_catalogues
from rutinmotor.language.shapes import is_id
from rutinmotor.text.document import Plain
from rutinmotor.text.editing import NotEdited
from rutinmotor.text.sources import RULE_ENDINGS, read_source
from rutinmotor.workbench.scaffold import (
    NoCalendar,
    RuleDraft,
    Word,
    catalogue_text,
    deadline_of,
    id_from,
    rule_hints,
    rule_text,
    with_rule,
)

_NEEDED = ("--title", "--actor", "--trigger", "--deadline", "--fulfilled-by")


class Answers(NamedTuple):
    """What was said of the rule, as it was written; None where nothing was."""

    name: str | None
    title: str | None
    actor: str | None
    trigger: str | None
    deadline: str | None
    fulfilled_by: str | None
    section: str | None


def new_rule(answers: Answers, into: str | None, rules: Sequence[str] | None, lang: Lang) -> int:
    """Show a rule, or put it last in a rule file, which is made if it is not there.

    Raises:
        Misuse: something is missing or cannot be read; nothing is then written.
    """
    if rules:
        raise Misuse(
            "--rules hör inte till new rule; filen anges med --in.",
            "--rules does not belong to new rule; the file is named with --in.",
        )
    if into is None:
        speak_utf8()
        print(rule_text(_draft(answers, None, lang), lang), end="")
        return DONE
    path = Path(into)
    return _into_file(answers, path, lang) if path.exists() else _new_file(answers, path, lang)


def _new_file(answers: Answers, path: Path, lang: Lang) -> int:
    if path.suffix not in RULE_ENDINGS or not is_id(path.stem):
        raise Misuse(
            f"En regelfil heter som katalogen, till exempel min_rutin.yaml: små bokstäver a–z, siffror och "
            f"understreck, inte ”{path.name}”.",
            f"A rule file is called as its catalogue is, such as min_rutin.yaml: letters a–z, figures and "
            f"underscores, not '{path.name}'.",
        )
    draft = _draft(answers, None, lang)
    text = catalogue_text(path.stem, str(path), draft, lang)
    if _refused([(str(path), text.encode())], lang):
        return FINDINGS
    write_new(path, text, force=False)
    rule = f"{path.stem}.{draft.id}"
    sv = f"Skrev {path}, en ny katalog med regeln {rule}. {_next(path, 'sv')}"
    print(said(lang, sv, f"Wrote {path}, a new catalogue with the rule {rule}. {_next(path, 'en')}"))
    return DONE


def _into_file(answers: Answers, path: Path, lang: Lang) -> int:
    source, faults = read_source(path)
    reading = load_catalogues([path])
    errors = [one for one in (*faults, *reading.diagnostics) if one.is_error]
    catalogue = next((one for one in reading.catalogues if Path(one.document.source) == path), None)
    if source is None or errors or catalogue is None:
        raise Misuse(f"Filen {path} går inte att lägga till i.", f"The file {path} cannot be added to.", errors)
    missing = [option for option, value in zip(_NEEDED, answers[1:6], strict=True) if not value]
    if missing:
        raise Misuse(
            f"För att skriva i {path} behövs också {', '.join(missing)}. Utan --in visas ett utkast att fylla i.",
            f"To write into {path}, {', '.join(missing)} must be given too. Without --in a draft is shown to fill in.",
        )
    draft = _draft(answers, names_in(catalogue, by_name(reading.catalogues)), lang)
    if any(rule.id == draft.id for rule in catalogue.text.rules):
        raise Misuse(
            f"Regeln {catalogue.id}.{draft.id} finns redan i {path}.",
            f"The rule {catalogue.id}.{draft.id} is in {path} already.",
        )
    try:
        data = with_rule(source.name, source.data, draft, len(catalogue.text.rules), rule_hints(lang))
    except (Refusal, NotEdited):
        raise Misuse(
            f"Regeln går inte att skriva in i {path} utan att röra annan text. Kör utan --in och klistra in den.",
            f"The rule cannot be put into {path} without touching other text. Run without --in and paste it.",
        ) from None
    beside = [one for one in reading.catalogues if one is not catalogue]
    if _refused([(source.name, data), *_texts(beside)], lang):
        return FINDINGS
    write_over(path, data, source.data)
    _tell(catalogue, draft, path, lang)
    return DONE


def _texts(catalogues: Sequence[Catalogue]) -> list[tuple[str, bytes]]:
    read = (read_source(one.document.source)[0] for one in catalogues)
    return [(source.name, source.data) for source in read if source is not None]


def _refused(texts: Sequence[tuple[str, bytes]], lang: Lang) -> bool:
    """Show what would be wrong in the file; True if anything is."""
    errors = [one for one in check_texts(texts) if one.is_error]
    if errors:
        show_findings(errors, lang, sys.stdout)
        print(said(lang, "Därför skrevs ingenting.", "So nothing was written."))
    return bool(errors)


def _tell(catalogue: Catalogue, draft: RuleDraft, path: Path, lang: Lang) -> None:
    rule = f"{catalogue.id}.{draft.id}"
    print(said(lang, f"Skrev regeln {rule} sist i {path}.", f"Wrote the rule {rule} last in {path}."))
    words = [word.id for word in (draft.actor, *draft.events) if word.title]
    if words:
        listed = ", ".join(words)
        print(said(lang, f"Nya ord i filen: {listed}.", f"New words in the file: {listed}."))
    print(_next(path, lang))


def _next(path: Path, lang: Lang) -> str:
    command = shlex.join(["rutinmotor", "check", str(path)])
    return said(lang, f"Granska den: {command}", f"Check it: {command}")


def _draft(answers: Answers, names: Names | None, lang: Lang) -> RuleDraft:
    """Fill in what was not said with words that show what is meant."""
    title = answers.title or said(lang, "Det som ska vara gjort är gjort", "What is to be done has been done")
    name = answers.name or id_from(answers.title or said(lang, "ny regel", "new rule"))
    if not is_id(name):
        near = id_from(name)
        hint_sv, hint_en = (f" Till exempel {near}.", f" For example {near}.") if near else ("", "")
        raise Misuse(
            f"En regels namn skrivs med små bokstäver a–z, siffror och understreck, inte ”{name}”.{hint_sv}",
            f"A rule's name is written with letters a–z, figures and underscores, not '{name}'.{hint_en}",
        )
    actors: Mapping[str, Declared[Titled]] = names.actors if names else {}
    events: Mapping[str, Declared[Titled]] = names.events if names else {}
    calendars = list(names.calendars) if names else ["vardag"]
    trigger = answers.trigger or said(lang, "Det som utlöser regeln har hänt", "What sets the rule off has happened")
    done = answers.fulfilled_by or said(lang, "Det är gjort", "It is done")
    return RuleDraft(
        id=name,
        title=title,
        actor=_word(answers.actor or said(lang, "Handläggare", "Case officer"), actors, "Aktören", "actor"),
        trigger=_word(trigger, events, "Händelsen", "event"),
        deadline=_deadline(answers.deadline or said(lang, "14 dagar", "14 days"), calendars),
        fulfilled_by=_word(done, events, "Händelsen", "event"),
        section=answers.section or _section(names, lang),
    )


def _section(names: Names | None, lang: Lang) -> str | None:
    """Show where the section goes; among rules that are in use a made-up one would be worse than none."""
    return None if names else said(lang, "Avsnittets rubrik", "The heading of the section")


def _word(text: str, declared: Mapping[str, Declared[Titled]], sv: str, en: str) -> Word:
    """Find the word that is meant by its id or title; one that no vocabulary has is new (`id=Title` says which)."""
    name, equals, title = (part.strip() for part in text.partition("="))
    if equals and is_id(name) and title and name not in declared:
        return Word(name, title)
    titled = {folded(one.text.title): (word,) for word, one in declared.items() if one.text.title}
    exact = {folded(word): word for word in declared}
    if folded(text) in exact or folded(text) in titled:
        return Word(exact.get(folded(text)) or titled[folded(text)][0])
    near = nearest(text, declared, titled)
    if near is not None:
        refusal = unknown(sv, en, text, [near])
        raise Misuse(
            f"{refusal.sv} Är det en ny, skriv namn=Rubrik.", f"{refusal.said('en')} If it is new, write name=Title."
        )
    new = id_from(text)
    if not new:
        raise Misuse(f"{sv} ”{text}” kan inte bli ett namn.", f"The {en} '{text}' cannot become a name.")
    return Word(new, text if text != new else new.replace("_", " ").capitalize())


def _deadline(text: str, calendars: Collection[str]) -> Plain:
    try:
        return deadline_of(text, calendars)
    except NoCalendar:
        raise _without_a_calendar(text, list(calendars)) from None
    except ValueError:
        raise Misuse(
            f"Tiden ”{text}” går inte att läsa. Skriv den som ”3 arbetsdagar”, ”6 veckor”, ”2 månader”, ”samma dag”, "
            "”den 5 nästa månad”, ”ingen”, ”löpande”, ”snarast” eller ”snarast, senast 3 dagar”.",
            f"The time '{text}' cannot be read. Write it as '3 working days', '6 weeks', '2 months', 'same day', "
            "'the 5th of next month', 'none', 'continuous', 'snarast' or 'snarast, 3 days'.",
        ) from None


def _without_a_calendar(text: str, calendars: Sequence[str]) -> Misuse:
    sv, en = f"Tiden ”{text}” räknas i en kalender. ", f"The time '{text}' is counted by a calendar. "
    if calendars:
        known = ", ".join(calendars)
        sv += f"Här finns {known}: skriv vilken, som ”3 {calendars[0]}”."
        return Misuse(sv, f"{en}There are {known}: write which, such as '3 {calendars[0]}'.")
    sv += "Här finns ingen. Lägg först till en under ”calendars”, eller räkna i dagar eller veckor."
    return Misuse(sv, f"{en}There is none. Add one under 'calendars' first, or count in days or weeks.")
