"""What waits for review, and guests from other municipalities who help with it."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments import policies
from assessments.actions import peers as actions
from assessments.forms.review import PeerForm
from assessments.models import Answer, Assessment, PeerReview, StatusChange
from assessments.questions import one_value_questions
from assessments.views.crumbs import crumbs
from assessments.views.stash import keeps_typed, owner_token, take
from municipalities.roles import Permission

PER_PAGE = 25


@require_safe
@login_required
def review_queue(request: HttpRequest) -> HttpResponse:
    """Assessments in review that wait for me, the one that has waited longest on top."""
    if not request.user.reviews:
        raise PermissionDenied(
            _("Reviews are for presenting officials, LAVA contact persons and invited reviewers.")
        )
    submissions = StatusChange.objects.filter(
        assessment=OuterRef("pk"), transition="submit_for_review"
    ).order_by("-pk")
    waiting = (
        Assessment.objects.to_review_by(request.user)
        .select_related("proposal__body", "municipality")
        .annotate(
            submitter_id=Subquery(submissions.values("by_id")[:1]),
            submitter_name=Subquery(submissions.values("by__name")[:1]),
        )
        .order_by("status_since", "pk")
    )
    page_obj = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    found = list(page_obj.object_list)
    done = _answered(found)
    today = timezone.localdate()
    rows = [
        {
            "assessment": each,
            "proposal": each.proposal,
            "days": (today - timezone.localdate(each.status_since)).days,
            "late": each.proposal.agenda_deadline < today,
            "answered": done[each.pk],
            "questions": len(review_questions(each)),
            "approve": policies.can_take(request.user, each, "approve"),
            "as_guest": not request.user.has_permission_in(Permission.REVIEW, each.municipality),
        }
        for each in found
    ]
    return render(request, "assessments/review_queue.html", {"page_obj": page_obj, "rows": rows})


def review_questions(assessment: Assessment) -> set[str]:
    """The questions of the quality review that an assessment of this extent asks."""
    asked = one_value_questions("qa", assessment.extent)
    return {each.key for each in asked if each.group == "qa" and each.options}


def _answered(assessments: list[Assessment]) -> Counter:
    """How many questions of the quality review have an answer, by assessment."""
    asked = {each.pk: review_questions(each) for each in assessments}
    answers = Answer.objects.filter(assessment__in=asked, key__startswith="qa.")
    return Counter(
        pk
        for pk, key, value in answers.values_list("assessment", "key", "value")
        if value not in ("", None, []) and key in asked[pk]
    )


# --- Guests -----------------------------------------------------------------------------------


def _assessment(request: HttpRequest, pk: int) -> Assessment:
    found = Assessment.objects.visible_to(request.user).select_related("proposal", "municipality")
    return get_object_or_404(found, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_typed
def peer_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite a reviewer from another municipality to this assessment alone."""
    assessment = _assessment(request, pk)
    policies.can_invite_peer(request.user, assessment).require()
    typed = take(request) if request.method != "POST" else None
    form = PeerForm(
        request.POST if request.method == "POST" else None,
        initial={name: typed.get(name, "") for name in PeerForm.base_fields} if typed else None,
    )
    if request.method == "POST" and form.is_valid():
        try:
            review = actions.invite_peer(
                assessment=assessment, by=request.user, **form.cleaned_data
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            if review.user_id:
                text = _("%(email)s can review this assessment until %(day)s.")
            else:
                text = _("An invitation is being sent to %(email)s. The review ends %(day)s.")
            day = date_format(review.ends_on)
            messages.success(request, text % {"email": review.email, "day": day})
            return redirect("assessments:peer-create", pk)
    context = {
        "form": form,
        "assessment": assessment,
        "proposal": assessment.proposal,
        "owner": owner_token(request.user),
        "guests": assessment.peer_reviews.in_force().select_related(
            "user", "invitation__accepted_by"
        ),
        "crumbs": crumbs(
            assessment, (_("Review"), reverse("assessments:assessment-review", args=[pk]))
        ),
    }
    status = 422 if form.errors else 200
    return render(request, "assessments/peer_form.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def peer_revoke(request: HttpRequest, pk: int, peer: int) -> HttpResponse:
    """Ask with the address before a guest's access ends."""
    assessment = _assessment(request, pk)
    review = get_object_or_404(PeerReview, assessment=assessment, pk=peer, revoked_at=None)
    policies.can_revoke_peer(request.user, review).require()
    back = reverse("assessments:assessment-review", args=[pk])
    names = {"email": review.email}
    if request.method == "POST":
        actions.revoke_peer(review=review, by=request.user)
        messages.success(request, _("The peer review of %(email)s has ended.") % names)
        return redirect(back)
    context = {
        "title": _("End the peer review of %(email)s") % names,
        "text": _("This person no longer sees the assessment. Answers and comments stay."),
        "submit_label": _("End the peer review"),
        "cancel_url": back,
    }
    return render(request, "assessments/row_confirm.html", context)
