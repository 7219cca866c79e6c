"""The forms of a command that is several in, one command with the options of all of them out; made by `running`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from typing import Any

from rutinmotor.faces.cli.misuse import Misuse


def joined(name: str, chooser: Any, forms: Mapping[str, Any]) -> Any:
    """Join parsed commands into one: its first argument is the chooser's, whose value names the form that is run.

    The parameters stand in the order of the forms, each once. The chooser gives the name of a form for what was
    written. An option of another form than the one chosen is a Misuse.
    """
    whole = copy(chooser)
    whole.params = [*chooser.params, *_merged([form.params for form in forms.values()])]

    def invoke(context: Any) -> Any:
        kind = chooser.callback(**{one.name: context.params[one.name] for one in chooser.params})
        own = [one.name for one in forms[kind].params]
        for one in whole.params[len(chooser.params) :]:
            if one.name not in own and _is_given(context, one.name):
                option = one.opts[0]
                raise Misuse(f"{option} hör inte till {name} {kind}.", f"{option} does not belong to {name} {kind}.")
        return forms[kind].callback(**{one: context.params[one] for one in own})

    whole.invoke = invoke
    return whole


def _merged(lists: Sequence[Sequence[Any]]) -> list[Any]:
    """Merge lists of parameters by name, so that each list's order is kept."""
    merged: list[Any] = list(lists[0])
    for params in lists[1:]:
        for number, one in enumerate(params):
            names = [other.name for other in merged]
            if one.name not in names:
                # What only this form has stands right before what it shares next, else last.
                later = [names.index(other.name) for other in params[number:] if other.name in names]
                merged.insert(min(later, default=len(merged)), one)
    return merged


def _is_given(context: Any, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"
