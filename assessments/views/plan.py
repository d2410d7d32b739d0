"""The work plan: making it from the template, and moving its dates when the meeting moves."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from assessments import plan, policies
from assessments.actions import plan as actions
from assessments.models import Assessment
from assessments.views.submitted import version_of


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def work_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """What the plan would be, or which dates would move; one button does it."""
    found = Assessment.objects.visible_to(request.user).select_related("proposal", "municipality")
    assessment = get_object_or_404(found, pk=pk)
    policies.can_write(request.user, assessment, "worktask").require()
    if request.method == "POST":
        return _posted(request, assessment)
    tasks = list(assessment.worktasks.present())
    planned = any(row.template for row in tasks)
    deadline, today = assessment.proposal.agenda_deadline, timezone.localdate()
    proposed = [
        (task.name, plan.counted(task, deadline)) for task in plan.template(assessment.extent)
    ]
    moves = actions.moves(assessment, tasks)
    dues = [move.due for move in moves] if planned else [dates.due for _name, dates in proposed]
    context = {
        "assessment": assessment,
        "proposal": assessment.proposal,
        "planned": planned,
        "moves": moves,
        "proposed": [] if planned else proposed,
        "squeeze": plan.squeeze(dues, deadline, today),
        "today": today,
    }
    return render(request, "assessments/work_plan.html", context)


def _posted(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    if request.POST.get("do") == "move":
        versions = {
            int(name.removeprefix("version-")): version_of(value)
            for name, value in request.POST.items()
            if name.startswith("version-") and name.removeprefix("version-").isdecimal()
        }
        chosen = [pk for pk in versions if str(pk) in request.POST.getlist("move")]
        moved, changed = actions.move_dates(
            assessment_id=assessment.pk, chosen=chosen, versions=versions, by=request.user
        )
        for row in changed:
            text = _("Somebody changed this task meanwhile, so it was left as it is: %(task)s")
            messages.warning(request, text % {"task": row.task})
        if changed:
            return redirect("assessments:work-plan", assessment.pk)
        text = ngettext("%(n)d task was moved.", "%(n)d tasks were moved.", moved)
        messages.success(request, text % {"n": moved})
    else:
        made = actions.make_plan(assessment_id=assessment.pk, by=request.user)
        text = ngettext(
            "The work plan got %(n)d task.", "The work plan got %(n)d tasks.", len(made)
        )
        messages.success(request, text % {"n": len(made)})
    return redirect("assessments:assessment-part", assessment.pk, "plan")
