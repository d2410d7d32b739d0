"""Attaching a file to a part of an assessment, removing it softly and bringing it back."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments import policies
from assessments.files.receiving import Received
from assessments.files.words import megabytes
from assessments.models import ATTACHABLE, ROWS, Assessment, Attachment
from municipalities.models import AuditEntry

STORAGE = Attachment._meta.get_field("file").storage


def attach(
    *,
    assessment: Assessment,
    part: str,
    title: str,
    received: Received,
    by,
    row: str = "",
    client_key: str = "",
) -> Attachment:
    """Keep a file that has been looked at. A repeated request returns what it made the first time.

    The bytes are written first, outside the transaction, and taken away again when it fails: a row
    without its bytes never exists, and bytes without a row do not stay.
    """
    place = Attachment.new_place(assessment.municipality_id)
    place = STORAGE.save(place, ContentFile(received.content))
    try:
        with transaction.atomic():
            made = _attached(assessment.pk, part, title, received, by, row, client_key, place)
    except BaseException:
        STORAGE.delete(place)
        raise
    if made.file.name != place:
        STORAGE.delete(place)
    return made


def _attached(
    assessment_id: int, part: str, title: str, received: Received, by, row, client_key, place
) -> Attachment:
    assessment = _locked(assessment_id, part, by)
    _check_row(assessment, part, row)
    files = assessment.attachments.all()
    if client_key and (
        earlier := files.filter(
            client_key=client_key, sha256=received.sha256, uploaded_by=by
        ).first()
    ):
        return earlier
    _check_number(files)
    if files.size() + received.size > settings.ATTACHMENT_BYTES_PER_ASSESSMENT:
        raise ValidationError(
            _(
                "The attachments of one assessment can take up at most %(limit)s MB together, the"
                " removed ones included."
            )
            % {"limit": megabytes(settings.ATTACHMENT_BYTES_PER_ASSESSMENT)}
        )
    made = Attachment.objects.create(
        assessment=assessment,
        municipality_id=assessment.municipality_id,
        part=part,
        row=row,
        title=title,
        name=received.name,
        file=place,
        kind_key=received.kind.key,
        size=received.size,
        sha256=received.sha256,
        client_key=client_key,
        uploaded_by=by,
    )
    _record("attach", made, by)
    return made


def remove(*, attachment: Attachment, by) -> Attachment:
    """Take a file out of sight; its bytes are kept so that it can be brought back."""
    return _move(attachment, by, removed=True)


def restore(*, attachment: Attachment, by) -> Attachment:
    """Bring a removed file back."""
    return _move(attachment, by, removed=False)


@transaction.atomic
def _move(attachment: Attachment, by, *, removed: bool) -> Attachment:
    assessment = _locked(attachment.assessment_id, attachment.part, by)
    row = assessment.attachments.select_for_update(of=("self",)).get(pk=attachment.pk)
    if (row.removed_at is not None) == removed:
        return row
    if not removed:
        _check_number(assessment.attachments.all())
    row.removed_at, row.removed_by = (timezone.now(), by) if removed else (None, None)
    row.save(update_fields=["removed_at", "removed_by"])
    _record("remove_attachment" if removed else "restore_attachment", row, by)
    return row


@transaction.atomic
def share(*, attachment: Attachment, by, is_public: bool) -> Attachment:
    """Make a file public, or not public any more."""
    decision = policies.can_share_attachment(by, attachment)
    if not decision:
        raise PermissionDenied(decision.reason)
    row = Attachment.objects.select_for_update(of=("self",)).get(pk=attachment.pk)
    if row.is_public != is_public:
        row.is_public = is_public
        row.save(update_fields=["is_public"])
        _record("share_attachment" if is_public else "unshare_attachment", row, by)
    return row


def _locked(assessment_id: int, part: str, by) -> Assessment:
    """The assessment, locked, so that the limits hold when two people attach at once."""
    assessment = (
        Assessment.objects.visible_to(by)
        .select_related("municipality")
        .select_for_update(of=("self",), no_key=True)
        .filter(pk=assessment_id)
        .first()
    )
    if assessment is None or part not in ATTACHABLE:
        raise Http404(part)
    decision = policies.can_attach(by, assessment, part)
    if not decision:
        raise PermissionDenied(decision.reason)
    return assessment


def _check_row(assessment: Assessment, part: str, row: str) -> None:
    """A file belongs to a row of the same part of the same assessment, or to none."""
    if not row:
        return
    kind, _colon, number = row.partition(":")
    known = kind in ATTACHABLE[part].rows and number.isdecimal() and len(number) < 18
    if (
        not known
        or not ROWS[kind].objects.present().filter(assessment=assessment, pk=int(number)).exists()
    ):
        raise ValidationError({"row": _("This has been removed meanwhile.")})


def _check_number(files) -> None:
    limit = settings.ATTACHMENTS_PER_ASSESSMENT
    if files.present().count() >= limit:
        raise ValidationError(
            _("There can be at most %(limit)d attachments in one assessment.") % {"limit": limit}
        )


def _record(action: str, attachment: Attachment, by) -> None:
    AuditEntry.record(
        action=action, target=attachment, by=by, municipality=attachment.assessment.municipality
    )
