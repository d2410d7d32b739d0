"""The only writer of ``Assessment.status``."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments import gates, policies
from assessments.models import Assessment, StatusChange
from assessments.phases import TRANSITIONS, Status
from municipalities.models import AuditEntry


class GateClosed(Exception):
    """A step whose requirements are not met. ``missing`` lists what, with links to where."""

    def __init__(self, missing: list[gates.Missing]):
        super().__init__("; ".join(str(each.text) for each in missing))
        self.missing = missing


@transaction.atomic
def take(*, assessment: Assessment, transition: str, by, note: str = "") -> Assessment:
    """Take one step of the table: checks source, right, note and gates, then appends the change.

    Raises ``PermissionDenied`` with the policy's reason, ``ValidationError`` when a note is needed
    and ``GateClosed`` with what is missing. The row is locked, so of two people only one succeeds.
    """
    row = TRANSITIONS[transition]
    locked = Assessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    source = Status(locked.status)
    decision = policies.can_take(by, locked, transition)
    if not decision:
        raise PermissionDenied(decision.reason)
    if row.needs_note and not note.strip():
        raise ValidationError({"note": _("Write the reason.")})
    missing = [each for gate in row.requirements for each in gates.missing(gate, locked)]
    if missing:
        raise GateClosed(missing)
    if row.target != source:
        locked.status = row.target
        locked.status_since = timezone.now()
        locked.save(update_fields=["status", "status_since"])
    StatusChange.objects.create(
        assessment=locked,
        municipality_id=locked.municipality_id,
        transition=transition,
        source=source,
        target=row.target,
        by=by,
        note=note.strip(),
    )
    AuditEntry.record(
        action=transition, target=locked, by=by, municipality=locked.municipality, note=note.strip()
    )
    return locked
