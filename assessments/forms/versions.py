"""How a person settled the conflicts that a page showed side by side."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.http import QueryDict

from assessments.forms.text import PlainText


def settled(data: QueryDict, slots: Mapping[str, str]) -> tuple[dict[str, str], dict[str, int]]:
    """The conflicts that the person has settled on the page before.

    ``slots`` maps each slot to the name of its field. Returns the choice ("theirs", "mine" or
    "merge") and the version that it was made against, by slot.
    """
    choices, against = {}, {}
    for slot in slots:
        choice = data.get(f"conflict-{slot}")
        version = data.get(f"conflict-{slot}-version", "")
        if choice in ("theirs", "mine", "merge") and version.isdecimal() and len(version) < 10:
            choices[slot], against[slot] = choice, int(version)
    return choices, against


def with_merged(
    data: QueryDict, slots: Mapping[str, str], form_class: type[forms.Form]
) -> QueryDict:
    """The posted data with each hand-merged text put in the place of its field.

    Only text can be merged; of a date, a choice or a person, the person's own is meant.
    """
    merged = data.copy()
    for slot, choice in settled(data, slots)[0].items():
        text = data.get(f"conflict-{slot}-text")
        is_text = isinstance(form_class.base_fields.get(slots[slot]), PlainText)
        if choice == "merge" and text is not None and is_text:
            merged[slots[slot]] = text
    return merged
