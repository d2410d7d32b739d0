"""A council member asks the preparer about a finished assessment."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments import policies
from assessments.models import Assessment, CouncillorQuestion, Revision
from municipalities.models import AuditEntry

LIMIT = 200


@transaction.atomic
def ask(*, assessment_id: int, text: str, by, client_key: str = "") -> CouncillorQuestion:
    """Write the question down once. A repeated ``client_key`` returns the one it wrote first."""
    assessment = (
        Assessment.objects.visible_to(by)
        .select_related("municipality")
        .select_for_update(of=("self",), no_key=True)
        .filter(pk=assessment_id)
        .first()
    )
    if assessment is None:
        raise Http404
    decision = policies.can_ask(by, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    if not client_key.isprintable():
        client_key = ""
    if client_key and (asked := _asked_with(client_key, assessment, by)) is not None:
        return asked
    if assessment.councillorquestions.present().count() >= LIMIT:
        raise ValidationError(_("There can be at most %(limit)d of these.") % {"limit": LIMIT})
    question = CouncillorQuestion.objects.create(
        assessment=assessment,
        municipality_id=assessment.municipality_id,
        text=text,
        asked_by=by,
        asked_on=timezone.localdate(),
    )
    Revision.objects.create(
        assessment=assessment,
        municipality_id=assessment.municipality_id,
        slot=question.slot("removed_at"),
        version=question.version,
        value=None,
        by=by,
        client_key=client_key,
    )
    AuditEntry.record(action="ask", target=question, by=by, municipality=assessment.municipality)
    return question


def _asked_with(client_key: str, assessment: Assessment, by) -> CouncillorQuestion | None:
    done = Revision.objects.filter(
        assessment=assessment, client_key=client_key, by=by, slot__startswith="councillorquestion:"
    ).first()
    if done is None:
        return None
    return CouncillorQuestion.objects.get(pk=int(done.slot.split(":")[1]))
