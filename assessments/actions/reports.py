"""Asking for a PDF report."""

from __future__ import annotations

from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import transaction

from assessments import policies
from assessments.content import content_hash, freeze
from assessments.models import Assessment, Report
from assessments.tasks.reports import render_report


def request_report(*, assessment: Assessment, language: str, by) -> Report:
    """The report of the assessment as it stands now: the finished one, or one that is now owed."""
    decision = policies.can_request_report(by, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    return owe_report(assessment=assessment, content=freeze(assessment, language), by=by)


@transaction.atomic
def owe_report(*, assessment: Assessment, content: dict, by) -> Report:
    """A report of frozen ``content``: the same content is made once, whoever asks for it."""
    digest = content_hash(content)
    if found := _made_or_owed(assessment.pk, content["language"], digest):
        return found
    report = Report.objects.create(
        assessment=assessment,
        municipality_id=assessment.municipality_id,
        language=content["language"],
        content=content,
        content_hash=digest,
        requested_by=by,
    )
    transaction.on_commit(partial(render_report.delay, report.pk), robust=True)
    return report


@transaction.atomic
def retry_report(*, report: Report, by) -> Report:
    """Start over with a report that could not be made.

    Where the same content has been made or asked for since, that report is the answer.
    """
    decision = policies.can_read_report(by, report)
    if not decision:
        raise PermissionDenied(decision.reason)
    if found := _made_or_owed(report.assessment_id, report.language, report.content_hash):
        return found
    report.owe_again()
    transaction.on_commit(partial(render_report.delay, report.pk), robust=True)
    report.refresh_from_db()
    return report


def _made_or_owed(assessment: int, language: str, digest: str) -> Report | None:
    """The report of this content that has not failed; two people who ask at once get one."""
    Assessment.objects.select_for_update(of=("self",)).get(pk=assessment)
    return (
        Report.objects.filter(assessment=assessment, language=language, content_hash=digest)
        .exclude(state=Report.State.FAILED)
        .first()
    )
