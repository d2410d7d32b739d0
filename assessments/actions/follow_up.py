"""Planning the follow-up."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from assessments.actions.rows import check_limit, locked, remember
from assessments.following import usual_points
from assessments.models import Answer, FollowUpPoint


@transaction.atomic
def add_usual_points(*, assessment_id: int, by) -> list[FollowUpPoint]:
    """Add the points at which it is usual to look, except on days that have one already.

    They are counted from the day on which the change takes effect; ``ValidationError`` without it.
    The words are in the language of the assessment, because they belong to its content.
    """
    assessment = locked(assessment_id, "followuppoint", by)
    keys = ("fup.start", "fup.owner")
    answers = dict(
        Answer.objects.filter(assessment=assessment, key__in=keys).values_list("key", "value")
    )
    start = parse_date(str(answers.get("fup.start") or ""))
    if start is None:
        raise ValidationError(
            _("Tell first when the change takes effect: the points are counted from that day.")
        )
    taken = set(
        FollowUpPoint.objects.present().filter(assessment=assessment).values_list("due", flat=True)
    )
    made = []
    with translation.override(assessment.proposal.language):
        usual = usual_points(start)
    for point in usual:
        if point.due in taken:
            continue
        check_limit(assessment, "followuppoint")
        row = FollowUpPoint.objects.create(
            assessment=assessment,
            municipality_id=assessment.municipality_id,
            due=point.due,
            what=point.what,
            who=str(answers.get("fup.owner") or "")[:120],
        )
        remember(row, by)
        made.append(row)
        taken.add(point.due)
    return made
