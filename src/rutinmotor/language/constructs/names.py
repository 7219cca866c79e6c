"""Names of the rule language, each a type that says what it is the name of; what the models' keys are made of."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from rutinmotor.language.constructs.keys import Kind, NameOf, NewName
from rutinmotor.language.constructs.scalars import Id, Ids, NumberOrFact, RuleRef

ActorName: TypeAlias = Annotated[Id, NameOf(Kind.ACTOR)]
CalendarName: TypeAlias = Annotated[Id, NameOf(Kind.CALENDAR)]
DateFactName: TypeAlias = Annotated[Id, NameOf(Kind.DATE_FACT)]
EventName: TypeAlias = Annotated[Id, NameOf(Kind.EVENT)]
FactName: TypeAlias = Annotated[Id, NameOf(Kind.FACT)]
RuleName: TypeAlias = Annotated[RuleRef, NameOf(Kind.RULE)]
StateName: TypeAlias = Annotated[Id, NameOf(Kind.STATE)]
UrgencyWord: TypeAlias = Annotated[Id, NameOf(Kind.URGENCY)]
NumberOrFactName: TypeAlias = Annotated[NumberOrFact, NameOf(Kind.NUMBER_FACT)]

# One, or a list of which any will do.
ActorNames: TypeAlias = Annotated[Ids, NameOf(Kind.ACTOR)]
CatalogueNames: TypeAlias = Annotated[Ids, NameOf(Kind.CATALOGUE)]
EventNames: TypeAlias = Annotated[Ids, NameOf(Kind.EVENT)]
FactNames: TypeAlias = Annotated[Ids, NameOf(Kind.FACT)]

# What an author gives a name to; `OwnName` is her own word for something that nothing else names by its kind.
OwnName: TypeAlias = Annotated[Id, NewName()]
NewActor: TypeAlias = Annotated[Id, NewName(Kind.ACTOR)]
NewCalendar: TypeAlias = Annotated[Id, NewName(Kind.CALENDAR)]
NewCatalogue: TypeAlias = Annotated[Id, NewName(Kind.CATALOGUE)]
NewEvent: TypeAlias = Annotated[Id, NewName(Kind.EVENT)]
NewFact: TypeAlias = Annotated[Id, NewName(Kind.FACT)]
NewRule: TypeAlias = Annotated[Id, NewName(Kind.RULE)]
NewState: TypeAlias = Annotated[Id, NewName(Kind.STATE)]
# A word of urgency may also be used where it has no meaning given, so that giving it one is a mention of its own.
NewUrgencyWord: TypeAlias = Annotated[Id, NameOf(Kind.URGENCY_DEFINED)]
