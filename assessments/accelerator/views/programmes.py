"""Programmes: list, start from the pattern of 2018, page, changes, start and close."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from assessments.accelerator import actions, policies
from assessments.accelerator.forms import (
    MunicipalitiesForm,
    ProgrammeDetailsForm,
    ProgrammeForm,
    language_now,
    meeting_formset,
    planned_initial,
)
from assessments.accelerator.models import Programme
from assessments.accelerator.progress import by_name, own_rows, progress_rows, summarise
from assessments.accelerator.schedule import Group, ProgrammeStatus, day_hint, expand
from assessments.accelerator.views.access import find_programme, require

MEETINGS = "meetings"
SHOWN_ON_TOP = 5


@require_safe
@login_required
def programme_list(request: HttpRequest) -> HttpResponse:
    """The programmes that I run or that my municipality takes part in."""
    programmes = (
        Programme.objects.visible_to(request.user)
        .select_related("region")
        .with_counts()
        .prefetch_related("meetings")
    )
    for programme in programmes:
        programme.held_meetings = [
            each for each in programme.meetings.all() if each.cancelled_at is None
        ]
    context = {
        "programmes": programmes,
        "starting": policies.can_start_programme(request.user),
    }
    return render(request, "accelerator/programme_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def programme_create(request: HttpRequest) -> HttpResponse:
    """Name and first date, then the computed dates to check, then done."""
    require(policies.can_start_programme(request.user))
    form = ProgrammeForm(request.POST if request.method == "POST" else None, user=request.user)
    context = {"form": form}
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "accelerator/programme_form.html", context, status=status)
    region, plan = form.cleaned_data["region"], expand(form.cleaned_data["first_day"])
    if request.POST.get("step") != "create":
        context["formset"] = meeting_formset()(initial=planned_initial(plan), prefix=MEETINGS)
        context["municipalities"] = MunicipalitiesForm(
            region=region,
            initial={
                "municipalities": request.POST.getlist("municipalities"),
                "everyone": bool(request.POST.get("everyone")),
            },
        )
        return render(request, "accelerator/programme_form.html", context | {"plan": plan})
    formset = meeting_formset()(request.POST, initial=planned_initial(plan), prefix=MEETINGS)
    chosen = MunicipalitiesForm(request.POST, region=region)
    # Both are asked, so that every error is shown at once.
    programme = None
    if all([formset.is_valid(), chosen.is_valid()]):
        programme = _created(request, form, formset, chosen)
    if programme is None:
        context |= {"formset": formset, "municipalities": chosen, "plan": plan}
        return render(request, "accelerator/programme_form.html", context, status=422)
    messages.success(request, _("The programme “%(name)s” was created.") % {"name": programme.name})
    return redirect(programme)


def _created(request: HttpRequest, form, formset, chosen) -> Programme | None:
    """The new programme; ``None`` with the error in the form when the days do not fit together."""
    try:
        return actions.create_programme(
            region=form.cleaned_data["region"],
            name=form.cleaned_data["name"],
            goal=form.cleaned_data["goal"],
            language=language_now(),
            first_day=form.cleaned_data["first_day"],
            meetings=formset.values,
            municipalities=chosen.cleaned_data["municipalities"],
            by=request.user,
        )
    except ValidationError as error:
        formset.non_form_errors().extend(error.messages)
        return None


@require_safe
@login_required
def programme_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Timeline, groups and who takes part; for a coordinator also who needs attention."""
    programme = find_programme(request, pk)
    running = policies.can_run(request.user, programme)
    rows = progress_rows(programme) if running else own_rows(programme, request.user)
    for meeting in programme.held_meetings:
        meeting.hint = "" if meeting.is_over else day_hint(meeting.day)
    feed = reverse("accelerator:programme-feed", args=[programme.feed_token])
    context = {
        "programme": programme,
        "running": running,
        "changing": policies.can_change(request.user, programme),
        "rows": rows,
        "urgent": [row for row in rows if row.reasons][:SHOWN_ON_TOP],
        "groups": [
            (group, sorted((row for row in rows if row.group == group), key=by_name))
            for group in Group
        ],
        "summary": summarise(rows) if running else None,
        "feed_url": request.build_absolute_uri(feed),
    }
    return render(request, "accelerator/programme_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def programme_update(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the name, the goal or the follow-up month."""
    programme = find_programme(request, pk)
    require(policies.can_change(request.user, programme))
    form = ProgrammeDetailsForm(
        request.POST if request.method == "POST" else None, instance=programme
    )
    if request.method == "POST" and form.is_valid():
        actions.change_programme(programme=form.save(commit=False), by=request.user)
        messages.success(request, _("The changes were saved."))
        return redirect("accelerator:programme-detail", pk)
    context = {"programme": Programme.objects.get(pk=pk), "form": form}
    status = 422 if form.errors else 200
    return render(request, "accelerator/programme_update.html", context, status=status)


STATUS_WORDS = {
    ProgrammeStatus.RUNNING: {
        "title": gettext_lazy("Start the programme “%(name)s”?"),
        "text": gettext_lazy(
            "Reminders of its meetings are sent to the municipalities' contacts from now on."
        ),
        "submit": gettext_lazy("Start the programme"),
        "done": gettext_lazy("The programme is going on."),
    },
    ProgrammeStatus.CLOSED: {
        "title": gettext_lazy("Close the programme “%(name)s”?"),
        "text": gettext_lazy(
            "No more reminders of its meetings are sent. Nothing is removed, and the programme can "
            "be opened again."
        ),
        "submit": gettext_lazy("Close the programme"),
        "done": gettext_lazy("The programme has been closed."),
    },
}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def programme_status(request: HttpRequest, pk: int, status: str) -> HttpResponse:
    """Start, reopen or close a programme; closing asks with the programme's name."""
    programme = find_programme(request, pk)
    require(policies.can_run(request.user, programme))
    if request.method == "POST":
        actions.set_status(programme=programme, status=ProgrammeStatus(status), by=request.user)
        messages.success(request, STATUS_WORDS[status]["done"])
        return redirect(programme)
    words = STATUS_WORDS[status]
    context = {
        "programme": programme,
        "title": words["title"] % {"name": programme.name},
        "text": words["text"],
        "submit_label": words["submit"],
    }
    return render(request, "accelerator/confirm.html", context)
