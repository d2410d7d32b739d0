"""Taking the record of an assessment out of this installation, and one from another into it."""

from __future__ import annotations

import tempfile

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments import policies
from assessments.actions.records import import_record
from assessments.forms.records import RecordForm
from assessments.models import Assessment
from assessments.record.reading import open_record
from assessments.record.writing import write


@require_safe
@login_required
def record_export(request: HttpRequest, pk: int) -> HttpResponse:
    """The record as a ZIP, for those who may read the work itself."""
    found = Assessment.objects.visible_to(request.user).with_matter()
    assessment = get_object_or_404(found, pk=pk)
    decision = policies.can_read_history(request.user, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    write(assessment, file)
    file.seek(0)
    name = f"lava-{assessment.pk}-{timezone.localdate():%Y-%m-%d}.zip"
    answer = FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def record_import(request: HttpRequest) -> HttpResponse:
    """Choose a record and the municipality that it is taken into."""
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = RecordForm(data, files, user=request.user)
    if not form.fields["municipality"].queryset:
        raise PermissionDenied(_("You do not prepare matters in any municipality."))
    if request.method == "POST" and form.is_valid():
        try:
            assessment = import_record(
                opened=open_record(form.cleaned_data["file"]),
                municipality=form.cleaned_data["municipality"],
                by=request.user,
            )
        except ValidationError as error:
            for text in error.messages:
                form.add_error("file", text)
        else:
            messages.success(request, _("The assessment was taken over."))
            return redirect(assessment)
    status = 422 if request.method == "POST" else 200
    return render(request, "assessments/record_import.html", {"form": form}, status=status)
