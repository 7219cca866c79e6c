"""RM510 to RM512: the days on which versions of a rule are in force; data only."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "RM510",
        Severity.WARNING,
        "Från {first} till {last} gäller ingen version av ”{rule}”.",
        "From {first} through {last} no version of '{rule}' is in force.",
        "Låt den ena versionen gälla till dagen innan nästa börjar. Ska regeln inte gälla däremellan, ge versionerna "
        "olika id.",
        "Let one version be in force until the day before the next begins. If the rule is not to be in force between, "
        "give the versions different ids.",
    ),
    Code(
        "RM511",
        Severity.WARNING,
        "”{rule}” gäller [[till och med {last}, ]]längre än sin katalog, som slutar gälla efter {whole}.",
        "'{rule}' is in force [[through {last}, ]]longer than its catalogue, which ends after {whole}.",
        "Rätta dagen, eller ta bort regelns ”in_force” om den ska gälla som katalogen.",
        "Correct the day, or remove the rule's 'in_force' if it is to be in force as the catalogue is.",
    ),
    Code(
        "RM512",
        Severity.INFO,
        "”{rule}” gäller [[från {first}, ]]tidigare än sin katalog, som börjar gälla {whole}.",
        "'{rule}' is in force [[from {first}, ]]earlier than its catalogue, which begins on {whole}.",
        "Kontrollera dagen. Är det en äldre version av regeln, lägg till den som gäller nu.",
        "Check the day. If it is an older version of the rule, add the one that is in force now.",
    ),
)
