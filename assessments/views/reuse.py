"""Starting from another assessment of the same type: choose it, then what to take over."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments import policies, reuse
from assessments.actions.reusing import take_over
from assessments.loading import load_parts
from assessments.models import Assessment
from assessments.views.proposals import visible_proposal

MOST = 50


def _target(request: HttpRequest, pk: int) -> Assessment:
    proposal = visible_proposal(request, pk)
    decision = policies.can_reuse(request.user, proposal.assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    return proposal.assessment


def _sources(request: HttpRequest, assessment: Assessment):
    return (
        Assessment.objects.reusable_by(request.user)
        .filter(proposal__type=assessment.proposal.type)
        .exclude(pk=assessment.pk)
        .select_related("proposal", "municipality")
        .order_by("-status_since", "-pk")
    )


@require_safe
@login_required
def reuse_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Own assessments and published ones of the same type, the newest first."""
    assessment = _target(request, pk)
    context = {
        "proposal": assessment.proposal,
        "sources": list(_sources(request, assessment)[:MOST]),
        "earlier": assessment.reuses.select_related("by"),
    }
    return render(request, "assessments/reuse_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def reuse_take(request: HttpRequest, pk: int, source: int) -> HttpResponse:
    """What the chosen assessment offers, each thing to be ticked."""
    assessment = _target(request, pk)
    found = get_object_or_404(_sources(request, assessment), pk=source)
    load_parts([found], ("alternative", *reuse.ROW_FIELDS))
    error, status = "", 200
    if request.method == "POST":
        try:
            take_over(
                assessment=assessment,
                source=found,
                keys=request.POST.getlist("item"),
                by=request.user,
            )
        except ValidationError as refused:
            error, status = " ".join(refused.messages), 422
        else:
            messages.success(
                request, _("Taken over. Go through the texts: they tell of elsewhere.")
            )
            return redirect(assessment)
    context = {
        "proposal": assessment.proposal,
        "source": found,
        "items": list(reuse.items(found)),
        "error": error,
        "chosen": request.POST.getlist("item"),
    }
    return render(request, "assessments/reuse_take.html", context, status=status)
