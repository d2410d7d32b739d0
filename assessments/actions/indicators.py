"""Choosing an indicator of the shipped list as a key figure of one assessment."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404

from assessments.actions.rows import add_row, locked
from assessments.actions.saving import save_value
from assessments.figures import figures
from assessments.models import KeyFigure
from assessments.phases import Extent
from municipalities.indicators import Indicator

KIND = KeyFigure.kind()


@transaction.atomic
def choose_indicator(*, assessment_id: int, indicator: Indicator, by) -> tuple[KeyFigure, bool]:
    """Add the indicator with the newest figures that are known, or return the row that it has.

    Every field is saved like one that a person typed, so that the history can tell and restore it.
    """
    assessment = locked(assessment_id, KIND, by)
    if assessment.extent != Extent.FULL:
        raise Http404(KIND)
    present = KeyFigure.objects.present().filter(assessment=assessment, sotkanet=indicator.id)
    row = present.first()
    if row is not None:
        return row, False
    (figure,) = figures(assessment.municipality, [indicator])
    row = add_row(assessment_id=assessment_id, kind=KIND, by=by)
    KeyFigure.objects.filter(pk=row.pk).update(sotkanet=indicator.id)
    version = row.version
    for name, value in figure.fields(assessment.proposal.language).items():
        if value not in ("", None):
            saved = save_value(
                assessment_id=assessment_id,
                slot=row.slot(name),
                value=value,
                base_version=version,
                by=by,
            )
            version = saved.version
    row.refresh_from_db()
    return row, True
