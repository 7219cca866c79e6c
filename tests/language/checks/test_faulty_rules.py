"""Rules with faults of shape: what is sound of them, and of the rules beside them, is checked in the same run."""

from tests.language.checks.texts import catalogue, faults, rule, said


def test_a_misspelled_key_does_not_hide_a_misspelled_word() -> None:
    text = catalogue(
        rule(actor="handläggare", trigger="ansokan_motagen", deadline=None, dedline="{days: 3}"),
        rule(id="b", only_if="{regi: egn}", fulfilled_by="beslut_fatat"),
    )
    assert [said(fault, text) for fault in faults(text)] == [
        ("RM110", "handläggare"),
        ("RM201", "ansokan_motagen"),
        ("RM101", "dedline"),
        ("RM201", "beslut_fatat"),
        ("RM210", "egn"),
    ]


def test_a_key_that_is_missing_hides_nothing_of_its_rule() -> None:
    text = catalogue(rule(trigger="okand_handelse", deadline=None), rule(id="b", actor=None, fulfilled_by="okand"))
    assert [fault.code for fault in faults(text)] == ["RM144", "RM201", "RM102", "RM201"]


def test_each_finding_stands_at_its_own_rule_when_others_are_left_out() -> None:
    text = catalogue("  - 1\n", rule(id="Fel"), rule(id="tredje", trigger="okand"))
    assert [said(fault, text) for fault in faults(text)] == [
        ("RM107", "1"),
        ("RM110", "Fel"),
        ("RM201", "okand"),
    ]


def test_a_rule_that_cannot_be_read_is_not_called_unknown() -> None:
    text = catalogue("  - {id: [], actor: handlaggare}\n", rule(id="b", trigger="{overdue: kan_finnas}"))
    assert "RM206" not in [fault.code for fault in faults(text)]
    lost = catalogue("  - {id: plan, trigger: {event: x}, per: all, only_if: 1, actor: {}}\n", rule(trigger="x"))
    other = catalogue(rule(trigger="{overdue: sol.plan}"), name="annan")
    assert [
        fault.code for fault in faults(sol=lost, annan=other) if fault.place and fault.place.source == "annan"
    ] == []


def test_a_rule_that_nobody_wrote_is_unknown_also_beside_faults() -> None:
    text = catalogue(rule(per="alla"), rule(id="b", trigger="{overdue: besult}"))
    assert [said(fault, text) for fault in faults(text)] == [("RM108", "alla"), ("RM206", "besult")]


def test_faults_outside_the_rules_say_nothing_of_names() -> None:
    text = catalogue(rule(trigger="okand")).replace("events:", "event:")
    assert [fault.code for fault in faults(text)] == ["RM101"]
