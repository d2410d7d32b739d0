"""The hearing register beside its forms: letters about a hearing, proposals made into rows."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessments import docx, policies
from assessments.actions import hearings as actions
from assessments.forms.hearings import ALTERNATIVE, UseProposalForm
from assessments.forms.parts.section import harms_of
from assessments.gates import Missing
from assessments.letters import AUDIENCES, GAP_ANCHORS, GAPS, LANGUAGES, Letter, letter
from assessments.loading import load_parts
from assessments.models import Assessment, Hearing, PlannedHearing
from assessments.phases import Extent
from assessments.questions import page
from assessments.questions.dimensions import cell_word

TEXT_LENGTH = 10_000
FILES = {"docx": docx.CONTENT_TYPE, "txt": "text/plain; charset=utf-8"}
IN_LANGUAGE = {
    "fi": pgettext_lazy("letter", "In Finnish"),
    "sv": pgettext_lazy("letter", "In Swedish"),
    "en": pgettext_lazy("letter", "In English"),
}


def _assessment(request: HttpRequest, pk: int) -> Assessment:
    found = Assessment.objects.visible_to(request.user).select_related("proposal", "municipality")
    return get_object_or_404(found, pk=pk)


def _crumbs(assessment: Assessment, part: str) -> list[dict]:
    return [
        {"label": _("My work"), "url": reverse("assessments:work")},
        {"label": assessment.proposal.title, "url": assessment.get_absolute_url()},
        {"label": page(part).title, "url": _part_url(assessment, part)},
    ]


def _part_url(assessment: Assessment, part: str) -> str:
    return reverse("assessments:assessment-part", args=[assessment.pk, part])


# --- Letters ------------------------------------------------------------------------------------


@require_safe
@login_required
@never_cache
def hearing_letter(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """The letters about one planned hearing in every language, to copy or to download."""
    assessment, planned = _planned(request, pk, row)
    own = assessment.proposal.language
    languages = sorted(LANGUAGES, key=lambda each: each != own)
    letters = {
        language: [letter(assessment, planned, audience, language) for audience in AUDIENCES]
        for language in languages
    }
    used = set(assessment.municipality.languages) | {own}
    gaps = dict.fromkeys(
        (key, language) for language in used for each in letters[language] for key in each.gaps
    )
    context = {
        "assessment": assessment,
        "proposal": assessment.proposal,
        "planned": planned,
        "languages": [
            {
                "code": language,
                "label": IN_LANGUAGE[language],
                "letters": each,
                "is_used": language in used,
            }
            for language, each in letters.items()
        ],
        "missing": [_missing(assessment, planned, *gap) for gap in gaps],
        "crumbs": _crumbs(assessment, "hpl"),
    }
    return render(request, "assessments/hearing_letter.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def hearing_letter_file(
    request: HttpRequest, pk: int, row: int, audience: str, language: str, form: str
) -> HttpResponse:
    """One letter as Word or plain text, with the changes made on the page. Nothing is stored."""
    assessment, planned = _planned(request, pk, row)
    if audience not in AUDIENCES or language not in LANGUAGES or form not in FILES:
        raise Http404(form)
    written = letter(assessment, planned, audience, language)
    text = request.POST.get("text", written.text)[:TEXT_LENGTH].replace("\r\n", "\n")
    response = HttpResponse(_file(assessment, written, text, form), content_type=FILES[form])
    name = f"LAVA-{assessment.pk}-{row}-{audience}-{language}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _file(assessment: Assessment, written: Letter, text: str, form: str) -> bytes:
    if form == "txt":
        return text.encode()
    return docx.render_letter(written, text, assessment.municipality.name)


def _planned(request: HttpRequest, pk: int, row: int) -> tuple[Assessment, PlannedHearing]:
    assessment = _assessment(request, pk)
    decision = policies.can_read_drafts(request.user, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    planned = get_object_or_404(PlannedHearing.objects.present(), assessment=assessment, pk=row)
    load_parts([assessment], ())
    return assessment, planned


def _missing(assessment: Assessment, planned: PlannedHearing, key: str, language: str) -> Missing:
    part, anchor = GAP_ANCHORS[key]
    if part == "case":
        url = reverse("assessments:proposal-update", args=[assessment.pk])
    else:
        card = f"{planned.kind()}-{planned.pk}"
        url = f"{_part_url(assessment, part)}?open={card}"
        anchor = anchor or card
    words = f"{GAPS[key]}"
    if key in ("title", "aim"):
        words = f"{IN_LANGUAGE[language]}: {words}"
    return Missing(part, words, f"{url}#{anchor}")


# --- What children proposed ---------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def proposal_use(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Make what children proposed in a hearing into an alternative or a measure against a harm."""
    assessment = _assessment(request, pk)
    decision = policies.can_write(request.user, assessment, "alternative")
    if not decision:
        raise PermissionDenied(decision.reason)
    hearing = get_object_or_404(Hearing.objects.present(), assessment=assessment, pk=row)
    load_parts([assessment], ("alternative", "dimensionscope", "impact", "mitigation"))
    form = UseProposalForm(
        request.POST or None, harms=_harms(assessment), initial={"text": hearing.proposals[:1000]}
    )
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                return _used(request, assessment, hearing, form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error)
        status = 422
    context = {
        "proposal": assessment.proposal,
        "form": form,
        "row_key": request.POST.get("row_key", uuid.uuid4().hex)[:64],
        "back": f"{_part_url(assessment, 'hre')}#hearing-{hearing.pk}",
        "crumbs": _crumbs(assessment, "hre"),
    }
    return render(request, "assessments/proposal_use.html", context, status=status)


def _harms(assessment: Assessment) -> list[tuple[str, str]]:
    """Each harm that wants a measure, in the words of the matrix."""
    return [
        (
            str(impact.pk),
            _("A measure against: %(harm)s")
            % {
                "harm": f"{alternative.code}, {impact.get_dimension_display()}"
                f" ({cell_word(impact.direction, impact.magnitude).word})"
            },
        )
        for impact, alternative in harms_of(assessment)
    ]


def _used(request: HttpRequest, assessment: Assessment, hearing: Hearing, chosen) -> HttpResponse:
    given = {
        "assessment_id": assessment.pk,
        "hearing_id": hearing.pk,
        "text": chosen["text"],
        "by": request.user,
        "client_key": request.POST.get("row_key", "")[:64],
    }
    if chosen["into"] == ALTERNATIVE:
        row = actions.make_alternative(**given)
        part, words = "alt", _("The proposal of the children is an alternative now.")
    else:
        row = actions.make_measure(impact_id=int(chosen["into"]), **given)
        part, words = "mit", _("The proposal of the children is a measure now.")
    messages.success(request, words)
    card = f"{row.kind()}-{row.pk}"
    if assessment.extent == Extent.LIGHT:
        light = reverse("assessments:assessment-light", args=[assessment.pk])
        return redirect(f"{light}?part={part}&open={card}#{card}")
    return redirect(f"{_part_url(assessment, part)}?open={card}#{card}")
