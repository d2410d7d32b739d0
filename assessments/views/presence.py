"""Who else has a part open: a line of text that the page asks for again and again."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from assessments.actions import presence as actions
from assessments.actions.presence import EVERYWHERE
from assessments.forms.parts.table import FULL_PARTS


def shown(names: list[str]) -> str:
    """What tells two answers apart; sent back by the page."""
    return "\n".join(names)


def editing_now(request: HttpRequest, pk: int, part: str) -> dict:
    """What ``components/presence.html`` needs."""
    names = actions.others_at(pk, part, request.user)
    return {"present": names, "present_shown": shown(names), "present_part": part}


@csrf_exempt
@require_POST
def presence(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Note that I am here and tell who else is; says nothing where nothing has changed.

    A page whose session has ended goes on asking and is answered with nothing: the next save tells
    the person. Another site cannot ask, since the session's cookie does not go along with its POST.
    """
    if not request.user.is_authenticated:
        return HttpResponse(status=204)
    if part not in FULL_PARTS and part != EVERYWHERE:
        raise Http404(part)
    if not actions.mark_present(assessment_id=pk, part=part, by=request.user):
        raise Http404(part)
    context = editing_now(request, pk, part)
    if request.POST.get("shown", "") == context["present_shown"]:
        return HttpResponse(status=204)
    return render(request, "components/presence_names.html", context)
