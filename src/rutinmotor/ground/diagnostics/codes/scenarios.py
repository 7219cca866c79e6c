"""RM7xx: scenarios, the rules' own tests; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

_E = Severity.ERROR

_SHAPE: tuple[Code, ...] = (
    Code(
        "RM701",
        _E,
        "Nyckeln ”{key}” finns inte här i ett scenario.[[ Menade du ”{near}”?]]",
        "A scenario has no key '{key}' here.[[ Did you mean '{near}'?]]",
        "Rätta stavningen eller ta bort raden. Nycklar som kan stå här: {known}.",
        "Correct the spelling or remove the line. Keys that can stand here: {known}.",
    ),
    Code(
        "RM702",
        _E,
        "Här saknas nyckeln ”{key}”.",
        "The key '{key}' is missing here.",
        "Lägg till ”{key}:” med sitt värde.",
        "Add '{key}:' with its value.",
    ),
    Code(
        "RM703",
        _E,
        "Här ska det stå nycklar med värden, inte {value}.",
        "This should be keys with values, not {value}.",
        "Skriv ”nyckel: värde”, en på varje rad och indragna lika långt, eller {{nyckel: värde}} på samma rad.",
        "Write 'key: value', one on each line with the same indentation, or {{key: value}} on one line.",
    ),
    Code(
        "RM704",
        _E,
        "Här ska det stå en lista, inte {value}.",
        "This should be a list, not {value}.",
        "Skriv hakparenteser om, också när det bara är ett: [ett], eller ett på varje rad med ”- ” framför.",
        "Put brackets around it, even where there is only one: [one], or one on each line after '- '.",
    ),
    Code(
        "RM705",
        _E,
        "Här ska det stå text, inte {value}.",
        "This should be text, not {value}.",
        "Skriv text. Sätt citattecken om det som ser ut som ett tal, eller som true eller false.",
        "Write text. Put quotes around what looks like a number, or like true or false.",
    ),
    Code(
        "RM706",
        _E,
        "”{value}” är ingen dag.",
        "'{value}' is not a day.",
        "Skriv året, månaden och dagen med siffror, som 2026-03-31, och kontrollera att dagen finns i månaden.",
        "Write year, month and day in digits, as in 2026-03-31, and see that the month has that day.",
    ),
    Code(
        "RM707",
        _E,
        "Här saknas ett värde[[ för ”{key}”]].",
        "A value is missing here[[ for '{key}']].",
        "Skriv ett värde, eller ta bort raden.",
        "Write a value, or remove the line.",
    ),
    Code(
        "RM708",
        _E,
        "Listan under ”{key}” är tom.",
        "The list under '{key}' is empty.",
        "Skriv minst ett värde i listan, eller ta bort raden.",
        "Write at least one value in the list, or remove the line.",
    ),
    Code(
        "RM709",
        _E,
        "”{value}” står två gånger i listan.",
        "'{value}' stands twice in the list.",
        "Ta bort det ena.",
        "Remove one of them.",
    ),
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
        "RM711",
        _E,
        "”{value}” kan inte stå under ”{key}”.[[ Menade du ”{near}”?]]",
        "'{value}' cannot stand under '{key}'.[[ Did you mean '{near}'?]]",
        "Välj ett av orden: {known}.",
        "Choose one of the words: {known}.",
    ),
    Code(
        "RM712",
        _E,
        "”{value}” kan inte vara namnet på en katalog.",
        "'{value}' cannot be the name of a catalogue.",
        "Skriv namnet som står efter ”catalogue:” i regelfilen, till exempel sol. Filens ändelse ska inte vara med.",
        "Write the name that stands after 'catalogue:' in the rule file, such as sol, without the file's ending.",
    ),
    Code(
        "RM713",
        _E,
        "”{value}” kan inte vara en regels fullständiga namn.",
        "'{value}' cannot be a rule's full name.",
        "Skriv katalogen, en punkt och regelns id: sol.plan_slutford.",
        "Write the catalogue, a full stop and the rule's id: sol.plan_slutford.",
    ),
    Code(
        "RM715",
        _E,
        "Samma krav av regeln {rule} väntas två gånger.",
        "The same obligation of the rule {rule} is expected twice.",
        "Ta bort den ena raden. Ska det finnas två krav, så skilj dem åt med ”item” eller ”opened”.",
        "Remove one of the lines. If there should be two, tell them apart by 'item' or 'opened'.",
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
