"""Council members' questions: asking them. They are answered on the part's own page."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from assessments import policies
from assessments.actions.asking import ask
from assessments.forms.asking import QuestionForm
from assessments.models import Assessment
from assessments.questioning import answer_due

KEY_LENGTH = 64


@require_POST
@login_required
def question_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a question to the preparer; what was typed stays when it is refused."""
    found = Assessment.objects.visible_to(request.user).select_related("proposal", "municipality")
    assessment = get_object_or_404(found, pk=pk)
    decision = policies.can_ask(request.user, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    form = QuestionForm(request.POST)
    key = request.POST.get("key", "")[:KEY_LENGTH]
    if form.is_valid():
        try:
            question = ask(
                assessment_id=pk, text=form.cleaned_data["text"], by=request.user, client_key=key
            )
        except ValidationError as error:
            form.add_error("text", error.messages)
        else:
            messages.success(request, _("The question was sent to the preparer."))
            url = reverse("assessments:assessment-part", args=[pk, "qst"])
            return redirect(f"{url}#councillorquestion-{question.pk}")
    context = {
        "assessment": assessment,
        "proposal": assessment.proposal,
        "ask": decision,
        "ask_form": form,
        "answer_due": answer_due(assessment.proposal.meeting_date),
        "row_key": key,
    }
    return render(request, "assessments/question_form.html", context, status=422)
