"""The hearing register beside its forms: letters about a hearing, proposals made into rows."""

from __future__ import annotations

import json
import uuid

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessments import docx, policies
from assessments.actions import hearings as actions
from assessments.forms.hearings import ALTERNATIVE, UseProposalForm
from assessments.forms.parts.fields import Offered
from assessments.forms.parts.section import SlotForm, harms_of
from assessments.forms.parts.table import parts_for
from assessments.gates import Missing
from assessments.letters import GAP_ANCHORS, GAPS, Letter, letter
from assessments.loading import load_parts
from assessments.models import Assessment, Hearing, PlannedHearing
from assessments.phases import Extent
from assessments.questions import page
from assessments.questions.dimensions import cell_word
from assessments.questions.letters import AUDIENCES, LANGUAGES, LETTER_LENGTH
from assessments.views.crumbs import crumbs
from assessments.views.stash import keeps_typed, owner_token, take
from assessments.views.submitted import Submitted, overlay, versions_in

FILES = {"docx": docx.CONTENT_TYPE, "txt": "text/plain; charset=utf-8"}


def _assessment(request: HttpRequest, pk: int) -> Assessment:
    found = Assessment.objects.visible_to(request.user).select_related(
        "proposal__preparer", "municipality"
    )
    return get_object_or_404(found, pk=pk)


def _crumbs(assessment: Assessment, part: str) -> list[dict]:
    """The way back; a light assessment has no page for the plan of hearings."""
    parts = [part] if part in parts_for(assessment.extent) else []
    return crumbs(assessment, *((page(key).title, _part_url(assessment, key)) for key in parts))


def _part_url(assessment: Assessment, part: str) -> str:
    return reverse("assessments:assessment-part", args=[assessment.pk, part])


# --- Letters ------------------------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@keeps_typed
def hearing_letter(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """The letters about one planned hearing in every language, to change, copy or download."""
    assessment, planned = _planned(request, pk, row)
    if request.method != "POST":
        return _letters_page(request, assessment, planned, typed=take(request))
    policies.can_write(request.user, assessment, "hpl").require()
    form = _letters_form(assessment, _letters(assessment, planned))
    submitted = Submitted(request.POST, assessment, request.user)
    if (ready := request.POST.get("ready", "")) in form.fields:
        submitted.data = submitted.data.copy()
        submitted.data[ready] = ""
    submitted.save(form)
    if submitted.is_clean:
        if submitted.saved:
            messages.success(request, _("The ready text is back.") if ready else _("Saved."))
        return redirect(request.path)
    assessment, planned = _planned(request, pk, row)
    return _letters_page(request, assessment, planned, submitted)


def _letters(assessment: Assessment, planned: PlannedHearing) -> dict[str, list[Letter]]:
    """The letters by language, the assessment's own first."""
    own = assessment.proposal.language
    languages = sorted(LANGUAGES, key=lambda each: each != own)
    return {
        language: [letter(assessment, planned, audience, language) for audience in AUDIENCES]
        for language in languages
    }


def _letters_form(assessment: Assessment, letters: dict[str, list[Letter]]) -> SlotForm:
    """Every letter as a slot: what is shown is what a change is compared with."""
    form = SlotForm(Offered(assessment))
    versions = {each.key: each.version for each in assessment.answers.all()}
    for each in (each for some in letters.values() for each in some):
        bound = form.add(f"answer:{each.key}", each.text, versions.get(each.key, 0))
        bound.field.widget.attrs |= {"rows": 16, "lang": each.language, "autocomplete": "off"}
    return form


def _letters_page(
    request: HttpRequest,
    assessment: Assessment,
    planned: PlannedHearing,
    submitted: Submitted | None = None,
    typed: QueryDict | None = None,
) -> HttpResponse:
    letters = _letters(assessment, planned)
    form = _letters_form(assessment, letters)
    if submitted:
        submitted.show(form)
    if typed:
        versions = versions_in(typed)
        for name in set(typed) & set(form.fields):
            slot = form.slots[name]
            overlay(form, name, typed.getlist(name), versions.get(slot, form.versions[slot]))
    decision = policies.can_write(request.user, assessment, "hpl")
    used = set(assessment.municipality.languages) | {assessment.proposal.language}
    gaps = dict.fromkeys(
        (key, language) for language in used for each in letters[language] for key in each.gaps
    )
    context = {
        "assessment": assessment,
        "proposal": assessment.proposal,
        "planned": planned,
        "decision": decision,
        "owner": owner_token(request.user),
        "languages": [
            {
                "code": language,
                "label": LANGUAGES[language],
                "letters": [_shown(form, each, decision) for each in some],
                "is_used": language in used,
            }
            for language, some in letters.items()
        ],
        "missing": [_missing(request, assessment, planned, *gap) for gap in gaps],
        "error_list": submitted.links(form) if submitted else [],
        "crumbs": _crumbs(assessment, "hpl"),
    }
    status = submitted.status if submitted else 200
    return render(request, "assessments/hearing_letter.html", context, status=status)


def _shown(form: SlotForm, each: Letter, decision: policies.Decision) -> dict:
    """A letter with its control, which saves by itself only where it may be saved."""
    bound = form[each.key]
    if not decision:
        bound.field.widget.attrs.pop("data-slot")
    slot = f"answer:{each.key}"
    return {
        "letter": each,
        "field": bound,
        "versions": json.dumps({slot: form.versions[slot]}),
    }


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def hearing_letter_file(
    request: HttpRequest, pk: int, row: int, audience: str, language: str, form: str
) -> HttpResponse:
    """One letter as Word or plain text, as it stands on the page."""
    assessment, planned = _planned(request, pk, row)
    if audience not in AUDIENCES or language not in LANGUAGES or form not in FILES:
        raise Http404(form)
    written = letter(assessment, planned, audience, language)
    text = request.POST.get(written.key, written.text)[:LETTER_LENGTH].replace("\r\n", "\n")
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


def _missing(
    request: HttpRequest, assessment: Assessment, planned: PlannedHearing, key: str, language: str
) -> Missing:
    part, anchor = GAP_ANCHORS[key]
    url = ""
    if part == "case":
        if policies.can_write(request.user, assessment, "proposal", "title_alt"):
            url = f"{reverse('assessments:proposal-update', args=[assessment.pk])}#{anchor}"
    elif part in parts_for(assessment.extent):
        card = f"{planned.kind()}-{planned.pk}"
        url = f"{_part_url(assessment, part)}?open={card}#{anchor or card}"
    words = f"{GAPS[key]}"
    if key in ("title", "aim"):
        words = f"{LANGUAGES[language]}: {words}"
    return Missing(part, words, url)


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
