"""Saving a whole form that came as one ordinary request, value by value under the same contract.

Only what the person changed is saved: a value that still equals what they were shown is left alone,
so two people with the same page open do not overwrite each other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from assessments.actions.saving import Conflict, Saved, save_value, storable
from assessments.models import Revision


@dataclass
class Outcome:
    """What became of a whole form: what was saved and what somebody else changed meanwhile."""

    saved: dict[str, Saved] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)

    @property
    def changed(self) -> set[str]:
        """The last word of every slot that was saved: the fields of a row."""
        return {slot.rpartition(":")[2] for slot in self.saved}


def as_json(value: object) -> object:
    """A value as the history holds it; everything empty is the same nothing."""
    plain = json.loads(json.dumps(storable(value), cls=DjangoJSONEncoder))
    return None if plain in ("", []) else plain


def shown_values(
    *, assessment_id: int, slots: Mapping[str, object], versions: Mapping[str, int]
) -> dict[str, object]:
    """What each slot held in the version that the person was shown, as the history holds it."""
    shown: dict[str, object] = dict.fromkeys(slots)
    history = Revision.objects.filter(assessment_id=assessment_id, slot__in=list(slots))
    for slot, version, value in history.order_by("pk").values_list("slot", "version", "value"):
        if version <= versions.get(slot, 0):
            shown[slot] = as_json(value)
    return shown


@transaction.atomic
def save_changes(
    *,
    assessment_id: int,
    values: Mapping[str, object],
    versions: Mapping[str, int],
    by,
    decided: Mapping[str, int] | None = None,
) -> Outcome:
    """Save those ``values`` (by slot) that differ from what was shown, each against its version.

    ``decided`` holds the slots whose conflict the person has settled, with the version that was
    settled against; they are saved even where they equal what was shown at first.
    """
    decided = decided or {}
    versions = {**versions, **decided}
    shown = shown_values(assessment_id=assessment_id, slots=values, versions=versions)
    outcome = Outcome()
    for slot, value in values.items():
        if as_json(value) == shown[slot]:
            continue
        result = save_value(
            assessment_id=assessment_id,
            slot=slot,
            value=value,
            base_version=versions.get(slot, 0),
            by=by,
        )
        kept = outcome.saved if isinstance(result, Saved) else outcome.conflicts
        kept[slot] = result
    return outcome
