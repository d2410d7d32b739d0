"""Municipalities in a programme: add several, look at one, change it, log support, leave."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from assessments.accelerator import actions, milestones, policies
from assessments.accelerator.forms import MunicipalitiesForm, ParticipationForm, SupportNoteForm
from assessments.accelerator.models import Participation
from assessments.accelerator.progress import pilot_content, progress_row
from assessments.accelerator.views.access import find_participation, find_programme, require
from assessments.models import Proposal

PAGE_METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(PAGE_METHODS)
@login_required
def participation_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose municipalities of the region, several at once."""
    programme = find_programme(request, pk)
    require(policies.can_change(request.user, programme))
    form = MunicipalitiesForm(
        request.POST if request.method == "POST" else None,
        region=programme.region,
        programme=programme,
    )
    if request.method == "POST" and form.is_valid():
        added = actions.add_municipalities(
            programme=programme,
            municipalities=form.cleaned_data["municipalities"],
            by=request.user,
        )
        text = ngettext(
            "%(number)d municipality was added.",
            "%(number)d municipalities were added.",
            len(added),
        )
        messages.success(request, text % {"number": len(added)})
        return redirect(programme)
    context = {"programme": programme, "form": form}
    status = 422 if form.errors else 200
    return render(request, "accelerator/participation_add.html", context, status=status)


@require_http_methods(PAGE_METHODS)
@login_required
def participation_detail(request: HttpRequest, pk: int, participation: int) -> HttpResponse:
    """One municipality: its pilots, milestones, contact and the log of support given."""
    taking_part = find_participation(request, pk, participation)
    changing = policies.can_change(request.user, taking_part.programme)
    form = None
    if changing:
        form = SupportNoteForm(
            request.POST if request.method == "POST" else None, initial={"on": timezone.localdate()}
        )
    elif request.method == "POST":
        require(changing)
    if request.method == "POST" and form.is_valid():
        actions.record_support(participation=taking_part, by=request.user, **form.cleaned_data)
        messages.success(request, _("The support was written into the log."))
        return redirect(taking_part)
    return render(
        request,
        "accelerator/participation_detail.html",
        _detail(request, taking_part) | {"changing": changing, "form": form},
        status=422 if form and form.errors else 200,
    )


def _detail(request: HttpRequest, taking_part: Participation) -> dict:
    row = progress_row(taking_part)
    readable = Proposal.objects.visible_to(request.user).filter(
        pk__in=[pilot.pk for pilot in row.situation.pilots]
    )
    return {
        "programme": taking_part.programme,
        "participation": taking_part,
        "municipality": taking_part.municipality,
        "row": row,
        "running": policies.can_run(request.user, taking_part.programme),
        "readable": set(readable.values_list("pk", flat=True)),
        "milestones": list(milestones.chain(row.situation, pilot_content(taking_part))),
        "support_notes": taking_part.support_notes.select_related("by"),
    }


@require_http_methods(PAGE_METHODS)
@login_required
def participation_update(request: HttpRequest, pk: int, participation: int) -> HttpResponse:
    """Name the contact, choose the pilots, move to the other group."""
    taking_part = find_participation(request, pk, participation)
    require(policies.can_change(request.user, taking_part.programme))
    form = ParticipationForm(
        request.POST if request.method == "POST" else None, instance=taking_part
    )
    if request.method == "POST" and form.is_valid():
        actions.change_participation(
            participation=form.save(commit=False),
            pilots=form.cleaned_data["pilots"],
            by=request.user,
        )
        messages.success(request, _("The changes were saved."))
        return redirect(taking_part)
    context = {
        "programme": taking_part.programme,
        "participation": taking_part,
        "municipality": taking_part.municipality,
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "accelerator/participation_form.html", context, status=status)


@require_http_methods(PAGE_METHODS)
@login_required
def participation_leave(request: HttpRequest, pk: int, participation: int) -> HttpResponse:
    """Ask with the municipality's name before it leaves the programme."""
    taking_part = find_participation(request, pk, participation)
    require(policies.can_change(request.user, taking_part.programme))
    names = {"name": taking_part.municipality.name}
    if request.method == "POST":
        actions.leave(participation=taking_part, by=request.user)
        messages.success(request, _("%(name)s no longer takes part.") % names)
        return redirect(taking_part.programme)
    context = {
        "programme": taking_part.programme,
        "title": _("%(name)s leaves the programme?") % names,
        "text": _(
            "Its assessments stay with the municipality. If it is added again, its contact, pilots "
            "and the log of support come back."
        ),
        "submit_label": _("Take out of the programme"),
        "cancel_url": reverse("accelerator:participation-detail", args=[pk, participation]),
    }
    return render(request, "accelerator/confirm.html", context)
