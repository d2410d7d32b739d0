"""One value saved by the script of a page: the JSON side of the saving contract."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from assessments import privacy
from assessments.actions.rows import open_cell, save_cell
from assessments.actions.saving import Conflict, Slot, save_value
from assessments.forms.parts.fields import Offered, clean_one, field_for, is_text, name_of
from assessments.forms.parts.hearings import saved_remark
from assessments.models import Assessment, Impact
from assessments.views.stash import is_genuine
from assessments.views.submitted import conflict_panel, version_of

KEY_LENGTH = 64


def _page(request: HttpRequest, pk: int) -> str:
    """The page that the save came from, to return to after logging in."""
    referer = request.headers.get("referer", "")
    if url_has_allowed_host_and_scheme(
        referer, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        parts = urlsplit(referer)
        if parts.netloc:
            return f"{parts.path}?{parts.query}" if parts.query else parts.path
    return reverse("assessments:assessment-light", args=[pk])


def _errors(status: int, *texts: str) -> JsonResponse:
    return JsonResponse({"errors": list(texts)}, status=status)


@csrf_exempt
@require_POST
def value_save(request: HttpRequest, pk: int) -> HttpResponse:
    """Save one value; answers 200, 401, 403, 404, 409 or 422, always as JSON.

    A session that has ended is told as such. A page of an older session must be opened again: its
    text is still on the device of the writer.
    """
    if not request.user.is_authenticated:
        return JsonResponse({"login": redirect_to_login(_page(request, pk)).url}, status=401)
    if not is_genuine(request):
        return JsonResponse({"login": _page(request, pk)}, status=401)
    try:
        return _save(request, pk)
    except Http404:
        return _errors(404, _("This is no longer here. Your text stays in the field: copy it."))
    except PermissionDenied as refusal:
        return _errors(403, str(refusal))
    except ValidationError as error:
        # Nothing about an assessment that this person may not know of.
        get_object_or_404(Assessment.objects.visible_to(request.user), pk=pk)
        return _errors(422, *error.messages)
    except IntegrityError:
        return _errors(422, _("This value does not fit with the others."))


def _save(request: HttpRequest, pk: int) -> HttpResponse:
    wire = request.POST.get("slot", "")
    slot = cell_slot(wire) if wire.startswith("cell:") else Slot.parse(wire)
    field = field_for(slot, Offered(Assessment(proposal_id=pk)))
    value = clean_one(field, request.POST.getlist("value"))
    base = version_of(request.POST.get("base"))
    key = request.POST.get("key", "")
    if len(key) > KEY_LENGTH or not key.isprintable():
        raise ValidationError(_("This save cannot be recognised. Reload the page."))
    save = _saved_cell(wire) if wire.startswith("cell:") else partial(save_value, slot=slot.name)
    outcome = save(
        assessment_id=pk, value=value, base_version=base, client_key=key, by=request.user
    )
    if isinstance(outcome, Conflict):
        panel = conflict_panel(field, name_of(wire), wire, outcome, request.user)
        html = render_to_string("components/conflict.html", panel, request)
        return JsonResponse({"version": outcome.version, "html": html}, status=409)
    at = time_format(timezone.localtime(outcome.at), "TIME_FORMAT")
    answer = {"version": outcome.version, "saved_at": at}
    if is_text(field):
        answer["marked"] = [each.as_json() for each in privacy.warnings(outcome.slot, value)]
    elif told := saved_remark(slot.part, slot.field, slot.pk):
        # Said beside one of the fields that belong together, whichever of them was saved.
        answer["marked_field"], remarks = told
        answer["marked"] = [each.as_json() for each in remarks]
    return JsonResponse(answer)


def cell_slot(wire: str) -> Slot:
    """``cell:12:health:all:text`` names a value of an impact that may not exist yet."""
    parts = wire.split(":")
    known = len(parts) == 5 and parts[1].isdecimal() and len(parts[1]) < 18
    if not known or parts[4] not in Impact.SLOTS:
        raise Http404(wire)
    return Slot(wire, "impact", 0, parts[4])


def _saved_cell(wire: str) -> Callable:
    """The save of a value of an impact that may not exist yet."""
    _cell, alternative, dimension, group, field = wire.split(":")
    return partial(
        save_cell,
        alternative_id=int(alternative),
        dimension=dimension,
        group=group,
        field=field,
    )


def cell_impact(wire: str, pk: int, base: int, by) -> tuple[Impact, int]:
    """The impact behind such a name, made on the first save, and what the save is based on."""
    _cell, alternative, dimension, group, _field = wire.split(":")
    impact, created = open_cell(
        assessment_id=pk, alternative_id=int(alternative), dimension=dimension, group=group, by=by
    )
    return impact, impact.version if created else base
