"""Every fault in one run: within a file, between files, and beside a file that could not be read."""

from hashlib import sha256

from rutinmotor.language.catalogue import read_texts
from rutinmotor.language.catalogue.names import names_of, versions_of
from tests.language.checks.texts import VOCABULARY, catalogue, faults, rule, said

TWELVE = """\
catalogue: Prov
titel: Tolv fel
warn: {days: -1}
calendars:
  vardag: {weekdays: [mon, tis]}
facts:
  iub: {title: Utan slag}
states:
  pagar: {begins: a, ends: a}
rules:
  - {id: a, actor: b, trigger: c}
  - {id: b, actor: [], trigger: c, deadline: {}}
  - {id: c, actor: d, trigger: {event: e}, deadline: 3 dagar}
  - {id: d, actor: d, trigger: e, deadline: {working_days: 3}, in_force: {from: 2025-02-30}}
"""


def test_twelve_faults_of_shape() -> None:
    assert [said(fault, TWELVE) for fault in faults(TWELVE)] == [
        ("RM110", "Prov"),
        ("RM101", "titel"),
        ("RM112", "-1"),
        ("RM108", "tis"),
        ("RM151", "{title"),
        ("RM152", "ends"),
        ("RM144", "{id"),
        ("RM114", "["),
        ("RM124", "{"),
        ("RM142", "event"),
        ("RM132", "3"),
        ("RM122", "working_days"),
        ("RM109", "2025-02-30"),
    ]


def test_twelve_faults_of_reference() -> None:
    text = catalogue(
        rule(actor="x", trigger="y", only_if="{z: 1, regi: w, iub: 0}", deadline="{days: iub}"),
        rule(id="v", trigger="{overdue: u}", deadline="{working_days: 1, calendar: t}", paused_while="s"),
        rule(id="r", trigger="{fulfilled: r}", backdating="regi"),
        top="uses: q\ntimezone: p\n",
    )
    assert [said(fault, text) for fault in faults(text)] == [
        ("RM207", "q"),
        ("RM505", "p"),
        ("RM202", "x"),
        ("RM201", "y"),
        ("RM216", "iub"),
        ("RM203", "z"),
        ("RM210", "w"),
        ("RM211", "0"),
        ("RM206", "u"),
        ("RM205", "t"),
        ("RM204", "s"),
        ("RM220", "r"),
        ("RM217", "regi"),
    ]


def test_one_bad_file_does_not_hide_the_faults_of_another() -> None:
    found = faults(
        a="catalogue: a\nrules: 1\n", b="catalogue: b\nfacts: {x: 1}\n", c="catalogue: c\nscope: {x: 1}\n", d="\t"
    )
    assert [fault.code for fault in found][:3] == ["RM106", "RM107", "RM203"]
    assert {fault.place.source for fault in found if fault.place} == {"a.yaml", "b.yaml", "c.yaml", "d.yaml"}


def test_what_an_unread_catalogue_may_define_is_not_called_unknown() -> None:
    text = catalogue(rule(trigger="[{overdue: ord.plan}, {overdue: okand}]"), top="uses: mellan\n", vocabulary="")
    between = "catalogue: mellan\nuses: [ord, borta]\n"
    # By its name where it has one, else by that of its file.
    for unread in ("catalogue: ord\nrules: 1\n", "[", "events: 1\n"):
        found = [fault for fault in faults(sol=text, mellan=between, ord=unread) if fault.place]
        assert [fault.code for fault in found if fault.place and fault.place.source != "ord.yaml"] == ["RM207"]


def test_other_checks_are_made_beside_an_unread_catalogue() -> None:
    text = catalogue(rule(), rule(), top="uses: ord\n", vocabulary="")
    assert "RM501" in [fault.code for fault in faults(sol=text, ord="[")]


def test_who_does_not_use_the_unread_catalogue_is_told_of_unknown_names() -> None:
    found = faults(sol=catalogue(rule(trigger="okand")), ord="[")
    assert "RM201" in [fault.code for fault in found]


def test_names_are_the_own_ones_first_and_then_those_of_uses() -> None:
    own = catalogue(name="sol", top="uses: [ord]\n", vocabulary="actors: {a: {title: Egen}}\n")
    words = catalogue(name="ord", vocabulary="actors: {a: {title: Lånad}, b: {}}\n" + VOCABULARY.split("\n", 1)[1])
    catalogues, found, *_ = read_texts([("sol.yaml", own.encode()), ("ord.yaml", words.encode())])
    names = names_of(catalogues)["sol"]
    assert found == ()
    assert {name: owner.id for name, (owner, _) in names.actors.items()} == {"a": "sol", "b": "ord"}
    assert names.actors["a"].text.title == "Egen"
    assert names.calendars["vardag"].owner.id == "ord"
    assert (names.rule("plan"), names.rule("ord.plan")) == ("sol.plan", "ord.plan")


def test_versions_of_a_rule_stand_together_with_their_days() -> None:
    text = catalogue(rule(in_force="{to: 2024-12-31}"), rule(id="annan"), rule(), top="in_force: {from: 2025-01-01}\n")
    catalogues = read_texts([("sol.yaml", text.encode())]).catalogues
    versions = versions_of(catalogues)["sol.beslut"]
    assert [version.row for version in versions] == [0, 2]
    ends = [(version.in_force.from_, version.in_force.to) for version in versions if version.in_force]
    assert [(str(first), str(last)) for first, last in ends] == [("None", "2024-12-31"), ("2025-01-01", "None")]


def test_the_digest_is_that_of_the_bytes() -> None:
    data = b"catalogue: a\n"
    (one,) = read_texts([("a.yaml", data)]).catalogues
    assert one.digest == f"sha256:{sha256(data).hexdigest()}"


def test_five_thousand_rules() -> None:
    rules = [rule(id=f"r{number}") for number in range(5000)]
    assert faults(catalogue(*rules)) == ()
    assert [fault.code for fault in faults(catalogue(*rules, rules[7]))] == ["RM501"]
