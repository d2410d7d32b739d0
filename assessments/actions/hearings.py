"""A planned hearing becomes a held one; a proposal of children an alternative or a measure."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.actions.rows import (
    add_row,
    check_limit,
    fill_in,
    locked,
    remember,
    restore_row,
)
from assessments.models import Alternative, Hearing, PlannedHearing, VersionedRow

NAME_LENGTH = 60


@transaction.atomic
def hold(*, assessment_id: int, planned_id: int, by) -> Hearing:
    """Record that a planned hearing has been held: a hearing with what the plan told of it.

    Pressed twice it is the same hearing; one that has been removed meanwhile comes back.
    """
    assessment = locked(assessment_id, "hearing", by)
    planned = (
        PlannedHearing.objects.present()
        .select_for_update(of=("self",))
        .filter(assessment=assessment, pk=planned_id)
        .first()
    )
    if planned is None:
        raise Http404("plannedhearing")
    if planned.held_as_id:
        return restore_row(
            assessment_id=assessment_id, kind="hearing", row_id=planned.held_as_id, by=by
        )
    if planned.date and planned.date > timezone.localdate():
        raise ValidationError(_("The hearing is recorded after it has been held."))
    check_limit(assessment, "hearing")
    row = Hearing.objects.create(assessment=assessment, municipality_id=assessment.municipality_id)
    remember(row, by)
    fill_in(
        row,
        by,
        group=planned.group,
        method=planned.method,
        date=planned.date,
        facilitator=planned.facilitator,
        groups=[planned.age] if planned.age else [],
    )
    planned.held_as = row
    planned.save(update_fields=["held_as"])
    return row


@transaction.atomic
def make_alternative(
    *, assessment_id: int, hearing_id: int, text: str, by, client_key: str = ""
) -> Alternative:
    """Make what children proposed into an alternative of its own, with them as its origin."""
    _hearing(assessment_id, hearing_id, "alternative", by)
    row = add_row(assessment_id=assessment_id, kind="alternative", by=by, client_key=client_key)
    if not row.description:
        name = _first_words(text, NAME_LENGTH)
        fill_in(row, by, name=name, description=text, origin="children")
    return row


@transaction.atomic
def make_measure(
    *, assessment_id: int, hearing_id: int, impact_id: int, text: str, by, client_key: str = ""
) -> VersionedRow:
    """Make what children proposed into a measure against one harm."""
    _hearing(assessment_id, hearing_id, "mitigation", by)
    row = add_row(
        assessment_id=assessment_id,
        kind="mitigation",
        by=by,
        client_key=client_key,
        parent=impact_id,
    )
    if not row.measure:
        fill_in(row, by, measure=text)
    return row


def _hearing(assessment_id: int, hearing_id: int, kind: str, by) -> None:
    assessment = locked(assessment_id, kind, by)
    if not Hearing.objects.present().filter(assessment=assessment, pk=hearing_id).exists():
        raise Http404("hearing")


def _first_words(text: str, length: int) -> str:
    """The first line, cut between words."""
    line = text.strip().split("\n")[0]
    return line if len(line) <= length else line[: length + 1].rsplit(" ", 1)[0][:length]
