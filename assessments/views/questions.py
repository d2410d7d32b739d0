"""A municipality's own questions, and the guided way to a newer catalogue of questions."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments import policies
from assessments.actions import questions as actions
from assessments.forms.questions import ExtraQuestionForm
from assessments.models import ExtraQuestion
from assessments.models.extra import MOST
from assessments.questions import CATALOGUE_VERSION, changes_since
from assessments.views.proposals import visible_proposal
from municipalities.models import Municipality
from municipalities.roles import Permission


def _places(request: HttpRequest):
    own = request.user.municipality_ids_with(Permission.READ_DRAFTS)
    return Municipality.objects.in_order().filter(pk__in=own)


@login_required
@require_safe
def question_list(request: HttpRequest) -> HttpResponse:
    """The own questions of my municipalities, those out of use too."""
    places = list(_places(request).prefetch_related("extra_questions"))
    if not places:
        raise PermissionDenied(_("You do not prepare matters in any municipality."))
    for place in places:
        place.keeping = policies.can_keep_questions(request.user, place)
        place.in_use = sum(each.is_active for each in place.extra_questions.all())
    context = {"municipalities": places, "most": MOST}
    return render(request, "assessments/extraquestion_list.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def question_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a question to one of my municipalities."""
    place = get_object_or_404(_places(request), pk=pk)
    return _form_page(request, ExtraQuestion(municipality=place), _("Add a question"))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def question_update(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a question that nobody has answered yet."""
    return _form_page(request, _asked(request, pk), _("Change the question"))


@login_required
@require_POST
def question_use(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a question out of use, or back into it."""
    asked = _asked(request, pk)
    try:
        actions.set_in_use(asked=asked, in_use=not asked.is_active, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        words = _("The question is in use.") if asked.is_active else _("The question is not asked.")
        messages.success(request, words)
    return redirect("assessments:extraquestion-list")


def _asked(request: HttpRequest, pk: int) -> ExtraQuestion:
    found = ExtraQuestion.objects.filter(municipality__in=_places(request))
    return get_object_or_404(found.select_related("municipality"), pk=pk)


def _form_page(request: HttpRequest, asked: ExtraQuestion, title: str) -> HttpResponse:
    decision = policies.can_keep_questions(request.user, asked.municipality)
    if not decision:
        raise PermissionDenied(decision.reason)
    form = ExtraQuestionForm(request.POST if request.method == "POST" else None, instance=asked)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.save_question(asked=form.save(commit=False), by=request.user)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, _("The question was saved."))
                return redirect("assessments:extraquestion-list")
    context = {
        "form": form,
        "title": title,
        "municipality": asked.municipality,
        "back": {
            "url": reverse("assessments:extraquestion-list"),
            "label": _("Questions of the municipality"),
        },
    }
    return render(request, "municipalities/setting_form.html", context, status=status)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def catalogue_upgrade(request: HttpRequest, pk: int) -> HttpResponse:
    """What a newer catalogue asks more and what it no longer asks, and one button to take it."""
    proposal = visible_proposal(request, pk)
    assessment = proposal.assessment
    decision = policies.can_read_drafts(request.user, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    if request.method == "POST":
        actions.upgrade_catalogue(assessment=assessment, by=request.user)
        messages.success(request, _("The assessment now asks the questions of the new catalogue."))
        return redirect(proposal)
    added, dropped = changes_since(assessment.catalogue_version, assessment.extent)
    context = {
        "proposal": proposal,
        "assessment": assessment,
        "version": CATALOGUE_VERSION,
        "added": added,
        "dropped": dropped,
        "may": policies.can_upgrade_catalogue(request.user, assessment),
    }
    return render(request, "assessments/catalogue_upgrade.html", context)
