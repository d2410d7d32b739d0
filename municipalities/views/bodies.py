"""The decision bodies of a municipality, kept by its LAVA contact person."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from municipalities import actions, policies
from municipalities.forms import DecisionBodyForm
from municipalities.models import DecisionBody, Municipality
from municipalities.roles import Permission


def _municipalities(request: HttpRequest):
    own = request.user.municipality_ids_with(Permission.READ_DRAFTS)
    municipalities = Municipality.objects.in_order()
    if request.user.is_superuser:
        return municipalities.filter(decision_bodies__isnull=False).distinct()
    return municipalities.filter(pk__in=own)


@login_required
@require_safe
def decisionbody_list(request: HttpRequest) -> HttpResponse:
    """The bodies of my municipalities in their own order."""
    policies.can_see_bodies(request.user).require()
    bodies = Prefetch("decision_bodies", DecisionBody.objects.in_order())
    municipalities = list(_municipalities(request).prefetch_related(bodies))
    for municipality in municipalities:
        municipality.managing = policies.can_manage_bodies(request.user, municipality)
    return render(
        request, "municipalities/decisionbody_list.html", {"municipalities": municipalities}
    )


@login_required
def decisionbody_create(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a body to one of my municipalities."""
    own = request.user.municipality_ids_with(Permission.READ_DRAFTS)
    everything = Municipality.objects.all()
    places = everything if request.user.is_superuser else everything.filter(pk__in=own)
    municipality = get_object_or_404(places, pk=pk)
    policies.can_manage_bodies(request.user, municipality).require()
    form = DecisionBodyForm(
        request.POST if request.method == "POST" else None,
        instance=DecisionBody(municipality=municipality),
    )
    if request.method == "POST" and form.is_valid():
        body = actions.add_body(body=form.save(commit=False), by=request.user)
        messages.success(request, _("%(body)s was added.") % {"body": body.name})
        return redirect("municipalities:decisionbody-list")
    return _form_page(request, form, _("Add a decision body"))


@login_required
def decisionbody_update(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a body's names or kind."""
    body = _body(request, pk)
    form = DecisionBodyForm(request.POST if request.method == "POST" else None, instance=body)
    if request.method == "POST" and form.is_valid():
        actions.change_body(body=form.save(commit=False), by=request.user)
        messages.success(request, _("%(body)s was changed.") % {"body": body.name})
        return redirect("municipalities:decisionbody-list")
    return _form_page(request, form, _("Change a decision body"))


@login_required
@require_POST
def decisionbody_retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a body out of use; it can be taken back at once."""
    body = _body(request, pk)
    actions.retire_body(body=body, by=request.user)
    messages.success(request, _("%(body)s is no longer in use.") % {"body": body.name})
    return redirect("municipalities:decisionbody-list")


@login_required
@require_POST
def decisionbody_restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a retired body back into use."""
    body = _body(request, pk)
    actions.restore_body(body=body, by=request.user)
    messages.success(request, _("%(body)s is in use again.") % {"body": body.name})
    return redirect("municipalities:decisionbody-list")


def _body(request: HttpRequest, pk: int) -> DecisionBody:
    bodies = DecisionBody.objects.visible_to(request.user).select_related("municipality")
    body = get_object_or_404(bodies, pk=pk)
    policies.can_edit_body(request.user, body).require()
    return body


def _form_page(request: HttpRequest, form: DecisionBodyForm, title: str) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "municipality": form.instance.municipality,
        "back": {"url": reverse("municipalities:decisionbody-list"), "label": _("Decision bodies")},
    }
    status = 422 if form.errors else 200
    return render(request, "municipalities/setting_form.html", context, status=status)
