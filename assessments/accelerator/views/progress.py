"""The coordinator's table: where every municipality stands, on the page and as a file."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from assessments.accelerator import policies
from assessments.accelerator.forms import ProgressFilterForm
from assessments.accelerator.models import Programme
from assessments.accelerator.progress import progress_rows, select, summarise
from assessments.accelerator.tables import progress_csv
from assessments.accelerator.views.access import find_programme, require


def _programme(request: HttpRequest, pk: int) -> Programme:
    programme = find_programme(request, pk)
    require(policies.can_run(request.user, programme))
    return programme


@require_safe
@login_required
def programme_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """One row for each municipality, those that need attention on top."""
    programme = _programme(request, pk)
    form = ProgressFilterForm(request.GET)
    chosen = form.chosen()
    everyone = progress_rows(programme)
    rows = select(everyone, **chosen)
    context = {
        "programme": programme,
        "form": form,
        "rows": rows,
        "summary": summarise(everyone),
        "is_filtered": len(rows) != len(everyone),
        "planned": programme.calendar,
        "query": urlencode({name: value for name, value in chosen.items() if value}),
    }
    return render(request, "accelerator/programme_progress.html", context)


@require_safe
@login_required
def programme_export(request: HttpRequest, pk: int) -> HttpResponse:
    """The same rows as a file for a spreadsheet."""
    programme = _programme(request, pk)
    rows = select(progress_rows(programme), **ProgressFilterForm(request.GET).chosen())
    response = HttpResponse(progress_csv(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="progress-{programme.pk}.csv"'
    return response
