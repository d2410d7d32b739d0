"""An assessment as a page of it needs it: found for this person, with its rows, in sections."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from assessments import policies
from assessments.forms.parts.section import Builder, Section
from assessments.forms.parts.table import parts_for
from assessments.loading import load_parts
from assessments.models import Assessment
from assessments.phases import Extent
from assessments.views import stash


def find(request: HttpRequest, pk: int) -> Assessment:
    found = Assessment.objects.visible_to(request.user).select_related("proposal", "municipality")
    return get_object_or_404(found, pk=pk)


def with_rows(request: HttpRequest, pk: int, *kinds: str, full: tuple = ()) -> Assessment:
    """The assessment with these kinds of rows; ``full`` are those that only a full one needs."""
    assessment = find(request, pk)
    load_parts([assessment], (*kinds, *full) if assessment.extent == Extent.FULL else kinds)
    return assessment


def with_part(request: HttpRequest, pk: int, key: str, without: tuple[str, ...] = ()) -> Assessment:
    """The assessment with what one of its parts shows; the extent says which parts it has."""
    assessment = find(request, pk)
    parts = parts_for(assessment.extent)
    if key not in parts:
        raise Http404(key)
    if key == "qst":
        policies.can_read_questions(request.user, assessment).require()
    kinds = [kind for kind in parts[key].kinds if kind not in without]
    load_parts([assessment], dict.fromkeys([*kinds, "teammember"]))
    return assessment


def builder_for(request: HttpRequest, assessment: Assessment, **how) -> Builder:
    """Small counts of children are hidden from those who only read."""
    masks = not policies.can_read_history(request.user, assessment)
    return Builder(assessment, masks=masks, **how)


def section_for(request: HttpRequest, builder: Builder, key: str) -> Section:
    right = parts_for(builder.extent)[key].right
    return builder.section(key, policies.can_write(request.user, builder.assessment, right))


def form_context(request: HttpRequest) -> dict:
    """What every form of a part carries: whose text it is and a name for the rows it adds."""
    return {"owner": stash.owner_token(request.user), "row_key": uuid.uuid4().hex}


def light_url(pk: int, key: str) -> str:
    """The light screen with this part written out at once."""
    return f"{reverse('assessments:assessment-light', args=[pk])}?part={key}"
