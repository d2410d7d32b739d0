"""The PDF report: asking for it, watching it being made, reading it."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessments import policies
from assessments.actions import reports as actions
from assessments.models import Assessment, Report
from assessments.phases import Status

STOP_POLLING = 286
SHOWN = 6
SHOWN_OPEN = 2


def report_list(assessment: Assessment, user) -> dict:
    """What ``assessments/_reports.html`` shows: the latest reports and the languages on offer."""
    rows = (
        assessment.reports.select_related("assessment__proposal", "assessment__municipality")
        .order_by("-pk")
        .all()[: SHOWN * 2]
    )
    reports = [_told(row) for row in rows if policies.can_read_report(user, row)][:SHOWN]
    languages = dict.fromkeys([assessment.proposal.language, *assessment.municipality.languages])
    return {
        "assessment": assessment,
        "reports": reports[:SHOWN_OPEN],
        "older_reports": reports[SHOWN_OPEN:],
        "report_languages": list(languages),
        "may_request_report": policies.can_request_report(user, assessment),
    }


@require_POST
@login_required
def report_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for the report in one language."""
    assessment = _assessment(request, pk)
    language = request.POST.get("language", "")
    if language not in report_list(assessment, request.user)["report_languages"]:
        raise Http404(language)
    report = actions.request_report(assessment=assessment, language=language, by=request.user)
    return redirect("assessments:report-detail", pk=pk, report=report.pk)


@require_safe
@login_required
@never_cache
def report_detail(request: HttpRequest, pk: int, report: int) -> HttpResponse:
    """Where the report stands; asked again every two seconds until it is ready or has failed."""
    row = _report(request, pk, report)
    if request.htmx:
        return render(
            request,
            "assessments/_report.html",
            {"report": row},
            status=200 if is_pending(row) else STOP_POLLING,
        )
    return render(request, "assessments/report_detail.html", {"report": _told(row)})


@require_safe
@login_required
@never_cache
def report_file(request: HttpRequest, pk: int, report: int) -> HttpResponse:
    """The finished PDF, to be opened or, with ``?download``, saved."""
    row = _report(request, pk, report)
    if row.state != Report.State.DONE:
        raise Http404("not ready")
    return FileResponse(
        row.file.open("rb"),
        as_attachment="download" in request.GET,
        filename=file_name(row),
        content_type="application/pdf",
    )


@require_POST
@login_required
def report_retry(request: HttpRequest, pk: int, report: int) -> HttpResponse:
    """Start over with a report that could not be made."""
    row = actions.retry_report(report=_report(request, pk, report), by=request.user)
    return redirect("assessments:report-detail", pk=pk, report=row.pk)


def _told(report: Report) -> Report:
    """What the report was made of, in the language of the page and not of the report."""
    report.status_label = Status(report.content["status"]["key"]).label
    report.as_of = parse_date(report.content["made"]["as_of"]["iso"])
    return report


def is_pending(report: Report) -> bool:
    return report.state in (Report.State.QUEUED, Report.State.CLAIMED)


def file_name(report: Report) -> str:
    """``LAVA-123-2026-fi.pdf``: the diary number tells the registry where it belongs."""
    number = slugify(report.content["diary_number"].replace("/", "-")) or report.assessment_id
    return f"LAVA-{number}-{report.language}.pdf"


def _assessment(request: HttpRequest, pk: int) -> Assessment:
    return get_object_or_404(
        Assessment.objects.visible_to(request.user).select_related("proposal", "municipality"),
        pk=pk,
    )


def _report(request: HttpRequest, pk: int, report: int) -> Report:
    assessment = _assessment(request, pk)
    row = get_object_or_404(assessment.reports.all(), pk=report)
    row.assessment = assessment
    decision = policies.can_read_report(request.user, row)
    if not decision:
        raise PermissionDenied(decision.reason)
    return row
