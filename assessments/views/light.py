"""The light assessment as one screen (domain 2.20)."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessments import gates, policies
from assessments.forms.parts.section import Section
from assessments.forms.parts.table import LIGHT_PARTS, PART_OF, PARTS, Part
from assessments.models import Assessment
from assessments.phases import Extent, Status
from assessments.policies import Decision
from assessments.progress import part_state
from assessments.views import stash
from assessments.views.crumbs import crumbs
from assessments.views.presence import EVERYWHERE, editing_now
from assessments.views.sections import builder_for, form_context, with_rows

LIGHT_KINDS = tuple(
    dict.fromkeys(
        ["teammember", "pathstep", "plannedhearing", "hearingfinding", "hearingview"]
        + [kind for key in LIGHT_PARTS for kind in PARTS[key].kinds]
    )
)


@dataclass
class Place:
    """One part on the light screen: with its form, or fetched when somebody comes to it."""

    part: Part
    url: str
    state: str
    section: Section | None = None
    assigned: str = ""
    comments: int = 0


@require_safe
@stash.keeps_typed
def light_screen(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that a light assessment asks, one part under the other (domain 2.20).

    Only the part to go on with is written out at once; ``?all=1`` writes out every part.
    """
    assessment = with_rows(request, pk, *LIGHT_KINDS)
    if assessment.extent not in (Extent.LIGHT, Extent.FULL) or assessment.status == Status.DRAFT:
        return _to_screening(request, assessment)
    missing = gates.missing_in("preparation", assessment)
    unready = {each.part for each in missing}
    states = {key: part_state(assessment, key, unready) for key in LIGHT_PARTS}
    decisions = {
        key: policies.can_write(request.user, assessment, PARTS[key].right) for key in LIGHT_PARTS
    }
    reasons = _reasons(decisions)
    # A text that is only read is shown as a whole.
    shown = LIGHT_PARTS if "all" in request.GET or reasons else _shown_at_once(request, states)
    builder = builder_for(request, assessment, light=True, opened=request.GET.getlist("open"))
    places = [
        Place(
            PARTS[key],
            reverse("assessments:assessment-part", args=[pk, key]),
            states[key],
            builder.section(key, decisions[key]) if key in shown else None,
            ", ".join(assessment.assigned_to(key)),
        )
        for key in LIGHT_PARTS
    ]
    context = {
        "assessment": assessment,
        "places": places,
        "is_whole": all(place.section for place in places),
        "missing": missing,
        "ready": sum(state == "ready" for state in states.values()),
        "needed": sum(state != "not_needed" for state in states.values()),
        "is_light": True,
        "is_full": assessment.extent == Extent.FULL,
        "can_submit": policies.can_take(request.user, assessment, "submit_for_review"),
        "reasons": reasons,
        "may_read_history": policies.can_read_history(request.user, assessment),
        "crumbs": crumbs(assessment),
        **form_context(request),
    }
    if policies.can_read_drafts(request.user, assessment):
        context["may_be_present"] = not reasons
        context |= editing_now(request, pk, EVERYWHERE)
        context["talks"] = True
        counts = assessment.comments.open_counts()
        for place in places:
            place.comments = sum(
                number for (key, _anchor), number in counts.items() if key == place.part.key
            )
    return render(request, "assessments/light.html", context)


def _to_screening(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Nothing can be assessed before the extent has been confirmed: lead to where that is done."""
    messages.info(request, _("The assessment begins when its extent has been confirmed."))
    if policies.can_read_drafts(request.user, assessment):
        return redirect("assessments:screening-update", assessment.pk)
    return redirect(assessment)


READY = ("ready", "not_needed")


def _shown_at_once(request: HttpRequest, states: dict[str, str]) -> set[str]:
    """The first part that is not ready, and those that the address names."""
    named = {PART_OF.get(each.partition("-")[0], "") for each in request.GET.getlist("open")}
    unfinished = [key for key, state in states.items() if state not in READY]
    return {*named, *request.GET.getlist("part"), *unfinished[:1]}


def _reasons(decisions: dict[str, Decision]) -> list[str]:
    """Why the screen cannot be written, once, when none of its parts can."""
    refused = [decision.reason for decision in decisions.values() if not decision]
    return sorted(set(refused)) if len(refused) == len(decisions) else []
