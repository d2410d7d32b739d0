"""Getting a programme or a municipality in it: not visible is 404, no right is 403 with reason."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from assessments.accelerator.models import Participation, Programme
from assessments.policies import Decision


def require(decision: Decision) -> None:
    """Raise ``PermissionDenied`` with the policy's reason unless allowed."""
    if not decision:
        raise PermissionDenied(str(decision.reason))


def find_programme(request: HttpRequest, pk: int) -> Programme:
    """A programme that the reader may know of; of another region or round there is none."""
    programmes = Programme.objects.visible_to(request.user).select_related("region")
    return get_object_or_404(programmes, pk=pk)


def find_participation(request: HttpRequest, pk: int, participation: int) -> Participation:
    """A municipality in a programme: any for the coordinator, the own one for its officials."""
    programme = find_programme(request, pk)
    visible = Participation.objects.visible_to(request.user).present()
    found = get_object_or_404(
        visible.filter(programme=programme).select_related("municipality", "contact"),
        pk=participation,
    )
    found.programme = programme
    return found
