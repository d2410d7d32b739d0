"""Taking structure and chosen texts over from another assessment."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from assessments import policies
from assessments.actions.rows import add_row
from assessments.actions.saving import save_value
from assessments.loading import load_parts
from assessments.models import Assessment, Reuse
from assessments.reuse import ROW_FIELDS, items
from municipalities.models import AuditEntry


@transaction.atomic
def take_over(*, assessment: Assessment, source: Assessment, keys: Iterable[str], by) -> Reuse:
    """Take the chosen things over; what is written here already stays as it is.

    Rows are added, answers are given where there is none yet. Each is a save like any other, so
    the history knows it. Taking the same thing twice from the same source adds it once.
    """
    locked = Assessment.objects.select_for_update(of=("self",), no_key=True).get(pk=assessment.pk)
    decision = policies.can_reuse(by, locked)
    if not decision:
        raise PermissionDenied(decision.reason)
    load_parts([source], ("alternative", *ROW_FIELDS))
    offered = {item.key: item for item in items(source)}
    chosen = [offered[key] for key in dict.fromkeys(keys) if key in offered]
    if not chosen:
        raise ValidationError(_("Choose at least one thing to take over."))
    answered = set(locked.answers.exclude(value__in=["", []]).values_list("key", flat=True))
    for item in chosen:
        kind, _colon, rest = item.key.partition(":")
        if kind != "answer":
            _add(locked, kind, f"reuse-{source.pk}-{rest}", item.values, by)
        elif rest not in answered:
            answer = locked.answers.filter(key=rest).first()
            _save(locked, item.key, item.values["value"], answer.version if answer else 0, by)
    made = Reuse.objects.create(
        assessment=locked,
        municipality_id=locked.municipality_id,
        source=source,
        source_title=source.proposal.title,
        source_municipality=source.municipality.name,
        by=by,
    )
    AuditEntry.record(
        action="reuse", target=locked, by=by, municipality=locked.municipality, note=str(made)
    )
    return made


def _add(assessment: Assessment, kind: str, client_key: str, values: dict, by) -> None:
    row = add_row(assessment_id=assessment.pk, kind=kind, by=by, client_key=client_key)
    version = row.version
    if version > 1:
        return
    for name, value in values.items():
        if value not in ("", None):
            saved = _save(assessment, row.slot(name), value, version, by)
            version = saved.version


def _save(assessment: Assessment, slot: str, value, version: int, by):
    return save_value(
        assessment_id=assessment.pk, slot=slot, value=value, base_version=version, by=by
    )
