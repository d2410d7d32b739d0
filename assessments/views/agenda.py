"""The text for the agenda item: to copy, or to take along as a Word file."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessments import agenda, docx, policies
from assessments.content import freeze_in, line
from assessments.gates import Missing
from assessments.models import Assessment
from assessments.phases import Status

ANNEX_LENGTH = 10
PLACES = {
    "scr": "assessments:screening-update",
    "review": "assessments:assessment-review",
    "publication": "publishing:publication-create",
}
"""Where a gap is filled that is not a part of the assessment."""


@require_safe
@login_required
@never_cache
def agenda_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The text in each language of the municipality, and what it lacks as links."""
    assessment = _assessment(request, pk)
    annex = _annex(request)
    texts = [text for text, _content in _texts(assessment, _languages(assessment), annex)]
    keys = dict.fromkeys(key for text in texts for key in text.gaps)
    return render(
        request,
        "assessments/agenda_text.html",
        {
            "assessment": assessment,
            "proposal": assessment.proposal,
            "texts": texts,
            "missing": [_missing(assessment, key, request.user) for key in keys],
            "annex": annex,
            "annex_length": ANNEX_LENGTH,
            "query": f"?{urlencode({'annex': annex})}" if annex else "",
            "is_individual": _is_individual(assessment),
        },
    )


@require_safe
@login_required
@never_cache
def agenda_document(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """The same text with summary, matrix and hearing as a Word file in one language."""
    assessment = _assessment(request, pk)
    if language not in _languages(assessment) or _is_individual(assessment):
        raise Http404(language)
    [(text, content)] = _texts(assessment, [language], _annex(request))
    response = HttpResponse(docx.render(content, text), content_type=docx.CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{file_name(content)}"'
    return response


def file_name(content: dict) -> str:
    """``LAVA-123-2026-fi.docx``: plain letters and digits alone, named as the PDF is."""
    number = slugify(content["diary_number"].replace("/", "-"))[:60] or content["number"]
    return f"LAVA-{number}-{content['language']}.docx"


def _assessment(request: HttpRequest, pk: int) -> Assessment:
    assessment = get_object_or_404(
        Assessment.objects.visible_to(request.user)
        .select_related("proposal__body", "municipality")
        .prefetch_related("answers"),
        pk=pk,
    )
    decision = policies.can_read_history(request.user, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    return assessment


def _languages(assessment: Assessment) -> list[str]:
    """The municipality's languages, that of the assessment itself among them."""
    return list(dict.fromkeys([*assessment.municipality.languages, assessment.proposal.language]))


def _is_individual(assessment: Assessment) -> bool:
    """The matter of one child or family is never written about (domain 2.3)."""
    return assessment.answer("scr.individual") == "yes"


def _annex(request: HttpRequest) -> str:
    return line(request.GET.get("annex", ""))[:ANNEX_LENGTH]


def _texts(assessment: Assessment, languages: list[str], annex: str) -> list[tuple]:
    if _is_individual(assessment):
        return []
    contents = freeze_in(languages, assessment)
    addresses = _addresses(assessment, languages)
    return [
        (agenda.compose(content, address=addresses.get(language, ""), annex=annex), content)
        for language, content in contents.items()
    ]


def _addresses(assessment: Assessment, languages: list[str]) -> dict[str, str]:
    """Where the public reads the assessment, in the languages in which it has been published."""
    if assessment.status in (Status.DRAFT, Status.PREPARING, Status.IN_REVIEW):
        return {}
    published = assessment.publications.filter(is_current=True).values_list("language", flat=True)
    found = {}
    for language in set(published).intersection(languages):
        with translation.override(language):
            path = reverse("publishing:publication-detail", args=[assessment.pk])
        found[language] = settings.SITE_URL.rstrip("/") + path
    return found


def _missing(assessment: Assessment, key: str, user) -> Missing:
    gap = agenda.GAPS[key]
    if gap.part == "publication" and not policies.can_publish(user, assessment):
        return Missing(gap.part, str(gap.text), "")
    name = PLACES.get(gap.part)
    try:
        url = (
            reverse(name, args=[assessment.pk])
            if name
            else reverse("assessments:assessment-part", args=[assessment.pk, gap.part])
        )
    except NoReverseMatch:
        url = ""
    return Missing(gap.part, str(gap.text), f"{url}#{gap.anchor}" if url and gap.anchor else url)
