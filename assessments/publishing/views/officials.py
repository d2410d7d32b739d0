"""Where officials preview, publish, correct and withdraw."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessments import policies
from assessments.models import Assessment
from assessments.publishing import actions, article, checks
from assessments.publishing.forms import PublishForm, WithdrawForm
from assessments.publishing.models import Publication
from municipalities.roles import Permission


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def publication_create(request: HttpRequest, pk: int) -> HttpResponse:
    """The page as the public will see it, what hinders it, and the button that publishes it."""
    assessment = _assessment(request, pk, Assessment.objects.visible_to(request.user))
    published = list(
        Publication.objects.filter(assessment=assessment, is_current=True).defer("html", "content")
    )
    missing, warnings = checks.look(assessment)
    form = PublishForm(
        request.POST if request.method == "POST" else None,
        is_correction=bool(published),
        has_warnings=bool(warnings),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.publish(assessment=assessment, by=request.user, **form.cleaned_data)
        except actions.Hindered as hindered:
            missing = hindered.missing
        except ValidationError as error:
            _add_errors(form, error)
        else:
            messages.success(request, _("The summary has been published."))
            return redirect("publishing:publication-create", pk=pk)
    return render(
        request,
        "publishing/publication_create.html",
        {
            "assessment": assessment,
            "missing": missing,
            "warnings": warnings,
            "form": form,
            "published": published,
            "is_shown": any(row.withdrawn_at is None for row in published),
            **_preview(request, assessment, published),
        },
        status=422 if request.method == "POST" else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def publication_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for the reason by the name of the thing, then takes the page away."""
    assessment = _assessment(request, pk, _published_or_visible(request.user))
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(assessment=assessment, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            _add_errors(form, error)
        else:
            messages.success(request, _("The summary has been withdrawn."))
            return redirect(_way_back(request.user, pk))
    return render(
        request,
        "publishing/publication_withdraw.html",
        {
            "name": _public_name(assessment),
            "form": form,
            "cancel_url": _way_back(request.user, pk),
        },
        status=422 if request.method == "POST" else 200,
    )


def _published_or_visible(user) -> QuerySet[Assessment]:
    """What this person may know of, and what is public of a matter that is a draft again."""
    return Assessment.objects.filter(
        Q(pk__in=Assessment.objects.visible_to(user).values("pk"))
        | Q(
            pk__in=Publication.objects.filter(
                municipality__in=user.municipality_ids_with(Permission.PUBLISH)
            ).values("assessment")
        )
    )


def _way_back(user, pk: int) -> str:
    if Assessment.objects.visible_to(user).filter(pk=pk).exists():
        return reverse("publishing:publication-create", args=[pk])
    return reverse("assessments:proposal-list")


def _public_name(assessment: Assessment) -> str:
    """The title as published: the matter's own may have become a draft again."""
    rows = Publication.objects.filter(assessment=assessment, is_current=True)
    titles = dict(rows.values_list("language", "title"))
    return (
        titles.get(get_language())
        or titles.get(assessment.proposal.language)
        or assessment.proposal.shown_title
    )


def _add_errors(form: Form, error: ValidationError) -> None:
    """Errors stand at their fields; those of no field that the form shows on top."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, found in error.error_dict.items():
        form.add_error(name if name in form.fields else None, found)


def _assessment(request: HttpRequest, pk: int, found: QuerySet[Assessment]) -> Assessment:
    assessment = get_object_or_404(
        found.select_related("proposal", "municipality", "screening"), pk=pk
    )
    decision = policies.can_publish(request.user, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    return assessment


def _preview(request: HttpRequest, assessment: Assessment, published: list) -> dict:
    languages = assessment.publication_languages
    wanted = request.GET.get("language", "")
    language = wanted if wanted in languages else languages[0]
    version = max((row.version for row in published), default=0) + 1
    content = actions.frozen(assessment, language, version=version)
    told = checks.for_children(assessment)
    return {
        "for_children": told,
        "preview_for_children": article.render_for_children(content),
        "languages": languages,
        "preview_language": language,
        "preview_version": version,
        "preview": article.render(content, is_preview=True),
    }
