"""RM7xx: scenarios, the rules' own tests; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_E = Severity.ERROR

_SHAPE: tuple[Code, ...] = (
    Code(
        "RM710",
        _E,
        "Scenariot påstår ingenting: det säger inte vad svaret ska bli.",
        "The scenario asserts nothing: it does not say what the answer should be.",
        "Lägg till ”expect” med de krav som ska finnas, ”absent” med regler som inte ska ha gett något, "
        "eller ”undetermined” med regler som inte ska kunna bedömas.",
        "Add 'expect' with the obligations that there should be, 'absent' with rules that should have given none, "
        "or 'undetermined' with rules that cannot be judged.",
    ),
    Code(
        "RM716",
        _E,
        "Regeln {rule} står både under ”{first}” och under ”{second}”.",
        "The rule {rule} stands both under '{first}' and under '{second}'.",
        "Behåll bara det som ska gälla. Gäller det olika delar av ärendet, så skriv {{rule: {rule}, item: delen}} "
        "under ”{second}” och ”item” på den andra raden.",
        "Keep only what should hold. If they are about different items, write {{rule: {rule}, item: the item}} "
        "under '{second}', and 'item' on the other line.",
    ),
    Code(
        "RM717",
        _E,
        "Regeln {rule} står under ”only”, men ingen rad under ”expect” gäller den.",
        "The rule {rule} stands under 'only', but no line under 'expect' is about it.",
        "Lägg till de krav som ska finnas under ”expect”. Ska regeln inte ha gett något alls, så flytta den till "
        "”absent”.",
        "Add the obligations that there should be under 'expect'. If the rule should have given nothing at all, move "
        "it to 'absent'.",
    ),
)

_NAMES: tuple[Code, ...] = (
    Code(
        "RM720",
        _E,
        "Katalogen ”{name}” finns inte i {where}.[[ Menade du ”{near}”?]]",
        "There is no catalogue '{name}' in {where}.[[ Did you mean '{near}'?]]",
        "Rätta namnet under ”rules”, lägg scenariot i mappen ”tests” bredvid regelfilerna, "
        "eller säg med --rules var reglerna finns.",
        "Correct the name under 'rules', put the scenario in the folder 'tests' beside the rule files, "
        "or say with --rules where the rules are.",
    ),
    Code(
        "RM721",
        _E,
        "Scenariot kan inte prövas, för reglerna i katalogen ”{name}” har fel.",
        "The scenario cannot be tried, as the rules of the catalogue '{name}' have errors.",
        "Rätta reglerna först; rutinmotor check visar alla fel i dem.",
        "Mend the rules first; rutinmotor check shows all their errors.",
    ),
    Code(
        "RM722",
        _E,
        "Regeln {rule} finns inte i scenariots kataloger.[[ Menade du ”{near}”?]]",
        "There is no rule {rule} in the scenario's catalogues.[[ Did you mean '{near}'?]]",
        "Rätta regelns namn[[, eller lägg till katalogen ”{catalogue}” under ”rules”]].",
        "Correct the rule's name[[, or add the catalogue '{catalogue}' under 'rules']].",
    ),
    Code(
        "RM723",
        _E,
        "Ärendet har ingen del som heter ”{item}”.[[ Menade du ”{near}”?]]",
        "The case has no item '{item}'.[[ Did you mean '{near}'?]]",
        "Rätta namnet, eller lägg till delen under ”items” i ärendet.",
        "Correct the name, or add the item under 'items' in the case.",
    ),
    Code(
        "RM724",
        _E,
        "Aktören ”{actor}” finns inte bland katalogernas aktörer.[[ Menade du ”{near}”?]]",
        "The actor '{actor}' is not among the catalogues' actors.[[ Did you mean '{near}'?]]",
        "Rätta aktörens namn, eller lägg till aktören under ”actors” i katalogen.",
        "Correct the actor's name, or add the actor under 'actors' in the catalogue.",
    ),
)

CODES: tuple[Code, ...] = (*_SHAPE, *_NAMES)
