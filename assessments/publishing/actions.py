"""Publishing, correcting, withdrawing."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from assessments import policies
from assessments.actions.reports import owe_report
from assessments.content import content_hash, day, freeze, line
from assessments.models import Assessment, Report
from assessments.publishing import article, checks
from assessments.publishing.models import Publication
from municipalities.models import AuditEntry


class Hindered(Exception):
    """Something must be mended first. ``missing`` lists what, with links to where."""

    def __init__(self, missing: list):
        super().__init__("; ".join(str(each.text) for each in missing))
        self.missing = missing


@transaction.atomic
def publish(
    *, assessment: Assessment, by, change_note: str = "", is_privacy_checked: bool = False
) -> list[Publication]:
    """Freeze the assessment in every language of its municipality and owe the PDFs.

    From the second version on a note tells what was corrected. Raises ``PermissionDenied``,
    ``ValidationError`` and ``Hindered``.
    """
    locked = _lock(assessment, by)
    missing, warnings = checks.look(locked)
    if missing:
        raise Hindered(missing)
    earlier = Publication.objects.filter(assessment=locked)
    version = (earlier.aggregate(Max("version"))["version__max"] or 0) + 1
    note = line(change_note)
    if version > 1 and not note:
        raise ValidationError({"change_note": _("Write what was corrected or added.")})
    _refuse_identity_numbers("change_note", note)
    if not is_privacy_checked and warnings:
        raise ValidationError(
            {"is_privacy_checked": _("Look at each marked place and confirm that it may be shown.")}
        )
    earlier.filter(is_current=True).update(is_current=False)
    made = [
        _freeze_in(language, assessment=locked, version=version, note=note, by=by)
        for language in locked.publication_languages
    ]
    AuditEntry.record(
        action="publish" if version == 1 else "correct_publication",
        target=locked,
        by=by,
        municipality=locked.municipality,
        note=note,
    )
    return made


def frozen(assessment: Assessment, language: str, *, version: int, note: str = "", at=None) -> dict:
    """The content that the public gets, with its place in the row of versions."""
    content = freeze(assessment, language)
    if not checks.for_children(assessment).is_published:
        content["for_children"] = None
    at = at or timezone.now()
    earlier = Publication.objects.filter(assessment=assessment, language=language)
    with translation.override(language):
        content["publication"] = {
            "kind": str(checks.kind_of(assessment) or Publication.Kind.SUMMARY),
            "version": version,
            "day": day(at),
            "versions": [
                {"version": version, "day": day(at), "note": note},
                *(
                    {"version": row.version, "day": day(row.published_at), "note": row.change_note}
                    for row in earlier.filter(withdrawn_at=None).order_by("-version")
                ),
            ],
        }
    return content


def _freeze_in(
    language: str, *, assessment: Assessment, version: int, note: str, by
) -> Publication:
    at = timezone.now()
    content = frozen(assessment, language, version=version, note=note, at=at)
    is_summary = content["publication"]["kind"] == Publication.Kind.SUMMARY
    return Publication.objects.create(
        assessment=assessment,
        municipality=assessment.municipality,
        kind=content["publication"]["kind"],
        language=language,
        is_primary=language == assessment.proposal.language,
        version=version,
        title=content["title"],
        card=article.card(content),
        content=content,
        content_hash=content_hash(content),
        html=article.render(content),
        change_note=note,
        published_at=at,
        published_by=by,
        report=owe_report(assessment=assessment, content=content, by=by) if is_summary else None,
    )


@transaction.atomic
def withdraw(*, assessment: Assessment, by, reason: str) -> None:
    """Take every version away and leave the reason in its place.

    The PDFs stay with those who prepare and review: nobody else reads them any longer.
    """
    locked = _lock(assessment, by)
    reason = line(reason)
    if not reason:
        raise ValidationError({"reason": _("Write the reason; it is shown in place of the page.")})
    _refuse_identity_numbers("reason", reason)
    shown = Publication.objects.filter(assessment=locked, withdrawn_at=None)
    reports = list(shown.exclude(report=None).values_list("report", flat=True))
    at = timezone.now()
    if not shown.update(withdrawn_at=at, withdrawn_by=by, withdrawn_reason=reason[:1000]):
        raise ValidationError(_("Nothing of this assessment is published."))
    Report.objects.filter(pk__in=reports).update(withdrawn_at=at)
    AuditEntry.record(
        action="withdraw_publication",
        target=locked,
        by=by,
        municipality=locked.municipality,
        note=reason,
    )


def _refuse_identity_numbers(field: str, text: str) -> None:
    """Notes and reasons are shown to everybody as they are written."""
    if found := checks.identity_numbers(text):
        raise ValidationError(
            {field: _("Remove the personal identity number: %(text)s") % {"text": ", ".join(found)}}
        )


def _lock(assessment: Assessment, by) -> Assessment:
    locked = (
        Assessment.objects.select_for_update(of=("self",))
        .select_related("proposal", "municipality")
        .get(pk=assessment.pk)
    )
    decision = policies.can_publish(by, locked)
    if not decision:
        raise PermissionDenied(decision.reason)
    return locked
