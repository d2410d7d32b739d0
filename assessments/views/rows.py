"""Rows of an assessment: added, removed softly with an undo, brought back."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from assessments import policies
from assessments.actions import rows as row_actions
from assessments.forms.parts.section import title_of
from assessments.forms.parts.table import PART_OF, ROW_KINDS
from assessments.models import ROWS, Alternative, Assessment, VersionedRow


def _assessment(request: HttpRequest, pk: int, kind: str) -> Assessment:
    if kind not in ROW_KINDS:
        raise Http404(kind)
    found = Assessment.objects.visible_to(request.user).select_related("proposal", "municipality")
    return get_object_or_404(found, pk=pk)


def _part_url(pk: int, kind: str) -> str:
    return reverse("assessments:assessment-part", args=[pk, PART_OF[kind]])


def _back(request: HttpRequest, pk: int, kind: str) -> str:
    """The light screen or the part's own page; never an address from the request."""
    if request.POST.get("back") == "light" or request.GET.get("back") == "light":
        light = reverse("assessments:assessment-light", args=[pk])
        return f"{light}?part={PART_OF[kind]}#part-{PART_OF[kind]}"
    return _part_url(pk, kind)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 18 else None


@require_POST
@login_required
def row_add(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """Add one empty row; pressing twice adds one."""
    _assessment(request, pk, kind)
    try:
        row = row_actions.add_row(
            assessment_id=pk,
            kind=kind,
            by=request.user,
            client_key=request.POST.get("row_key", "")[:64],
            parent=_number(request.POST.get("parent", "")),
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(_back(request, pk, kind))
    page = urlsplit(_back(request, pk, kind)).path
    return redirect(f"{page}?open={kind}-{row.pk}#{kind}-{row.pk}")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def row_remove(request: HttpRequest, pk: int, kind: str, row: int) -> HttpResponse:
    """Asks with the name of the row; removing can be undone."""
    assessment = _assessment(request, pk, kind)
    found = get_object_or_404(ROWS[kind].objects.present(), assessment=assessment, pk=row)
    back = _back(request, pk, kind)
    decision = policies.can_write(request.user, assessment, kind)
    if not decision:
        raise PermissionDenied(decision.reason)
    if request.method == "POST":
        confirmed = "confirmed" in request.GET
        return remove_with_undo(request, assessment, kind, found.pk, back, confirmed=confirmed)
    return _ask(request, found, back)


def remove_with_undo(
    request: HttpRequest,
    assessment: Assessment,
    kind: str,
    row_id: int,
    back: str,
    *,
    confirmed: bool = False,
) -> HttpResponse:
    """Remove at once, unless other things hang on the row: then its name is asked first."""
    row = get_object_or_404(ROWS[kind], assessment=assessment, pk=row_id)
    if isinstance(row, Alternative) and not confirmed and _impacts_of(row):
        return redirect(_remove_url(row, back))
    row_actions.remove_row(assessment_id=assessment.pk, kind=kind, row_id=row.pk, by=request.user)
    undo = reverse("assessments:row-restore", args=[assessment.pk, kind, row.pk])
    messages.success(
        request,
        format_html(
            '{} <a href="{}">{}</a>',
            _("Removed: %(name)s.") % {"name": title_of(row)},
            undo + _query(back),
            _("Undo"),
        ),
    )
    return redirect(back)


def _query(back: str) -> str:
    return "?back=light" if "/light/" in back else ""


def _remove_url(row: VersionedRow, back: str) -> str:
    url = reverse("assessments:row-remove", args=[row.assessment_id, row.kind(), row.pk])
    return url + _query(back)


def _impacts_of(row: VersionedRow) -> int:
    if not isinstance(row, Alternative):
        return 0
    return row.impacts.present().exclude(direction="").count()


def _ask(request: HttpRequest, row: VersionedRow, back: str) -> HttpResponse:
    name = title_of(row)
    impacts = _impacts_of(row)
    text = _("What was written in it stays in the history, and the removal can be undone.")
    if impacts:
        hanging = ngettext(
            "%(n)d assessed impact disappears from the matrix with it.",
            "%(n)d assessed impacts disappear from the matrix with it.",
            impacts,
        ) % {"n": impacts}
        text = f"{hanging} {text}"
    query = _query(back)
    context = {
        "title": _("Remove “%(name)s”?") % {"name": name},
        "text": text,
        "action": f"{request.path}{query}{'&' if query else '?'}confirmed=1",
        "submit_label": _("Remove"),
        "cancel_url": back,
        "assessment": row.assessment,
        "back": back,
    }
    return render(request, "assessments/row_confirm.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def row_restore(request: HttpRequest, pk: int, kind: str, row: int) -> HttpResponse:
    """Bring a removed row back; the link of the message leads to one button."""
    assessment = _assessment(request, pk, kind)
    found = get_object_or_404(ROWS[kind], assessment=assessment, pk=row)
    back = _back(request, pk, kind)
    if request.method == "POST":
        try:
            row_actions.restore_row(assessment_id=pk, kind=kind, row_id=found.pk, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(back)
        messages.success(request, _("Back again: %(name)s.") % {"name": title_of(found)})
        url, _hash, _anchor = back.partition("#")
        return redirect(f"{url}#{kind}-{found.pk}")
    decision = policies.can_write(request.user, assessment, kind)
    if not decision:
        raise PermissionDenied(decision.reason)
    context = {
        "title": _("Bring back “%(name)s”?") % {"name": title_of(found)},
        "text": _("It returns to its place with everything that was written in it."),
        "action": request.get_full_path(),
        "submit_label": _("Bring back"),
        "cancel_url": back,
        "assessment": assessment,
        "back": back,
    }
    return render(request, "assessments/row_confirm.html", context)
