"""The screening: its questions, the suggested extent and why, the choice and its confirmation."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessments import policies
from assessments.actions import screening as actions
from assessments.forms.parts.section import SlotForm
from assessments.forms.screening import answers_in, questions_in, screening_form
from assessments.forms.steps import NoteForm
from assessments.models import Assessment, Proposal
from assessments.phases import Extent, Status
from assessments.questions import question
from assessments.screening import Suggestion, one_liner, unanswered
from assessments.views.proposals import visible_proposal
from assessments.views.stash import keeps_typed, owner_token, take
from assessments.views.submitted import Submitted, put_back


def _screened(request: HttpRequest, pk: int) -> Proposal:
    """The matter with its answers, for those who may read its drafts."""
    proposal = visible_proposal(request, pk)
    decision = policies.can_read_drafts(request.user, proposal.assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    prefetch_related_objects([proposal.assessment], "answers")
    return proposal


def _require_write(request: HttpRequest, assessment: Assessment) -> None:
    decision = policies.can_write(request.user, assessment, "scr")
    if not decision:
        raise PermissionDenied(decision.reason)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_typed
def screening_update(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer the questions. Each answer saves itself; without JavaScript the button saves all."""
    proposal = _screened(request, pk)
    if request.method != "POST":
        if proposal.assessment.status != Status.DRAFT:
            return _settled_page(request, proposal)
        form = screening_form(proposal.assessment)
        if typed := take(request):
            put_back(form, typed)
        return _page(request, proposal, form)
    if request.htmx and proposal.assessment.status != Status.DRAFT:
        # Asked by a page whose extent was chosen meanwhile: it is on its way to the next page.
        return HttpResponse(status=204)
    _require_write(request, proposal.assessment)
    if request.htmx:
        return _live(request, proposal)
    refused = _save_answers(request, proposal)
    if refused is not None:
        return refused
    messages.success(request, _("The answers were saved."))
    return redirect(f"{request.path}#suggestion")


def _save_answers(request: HttpRequest, proposal: Proposal) -> HttpResponse | None:
    """Save the posted answers; the page again when something is refused or in conflict."""
    submitted = Submitted(request.POST, proposal.assessment, request.user)
    submitted.save(screening_form(proposal.assessment))
    _read_again(proposal)
    if submitted.is_clean:
        return None
    form = screening_form(proposal.assessment)
    submitted.show(form)
    return _page(
        request,
        proposal,
        form,
        errors=submitted.links(form),
        conflicts=list(submitted.conflicts.values()),
        status=submitted.status,
    )


def _read_again(proposal: Proposal) -> None:
    fresh = Assessment.objects.select_related("screening").get(pk=proposal.pk)
    fresh.proposal, fresh.municipality = proposal, proposal.municipality
    proposal.assessment = fresh
    prefetch_related_objects([fresh], "answers")


def _live(request: HttpRequest, proposal: Proposal) -> HttpResponse:
    """The suggestion for the answers as they stand in the browser, saved or not."""
    answers = answers_in(screening_form(proposal.assessment), request.POST)
    context = _suggestion_context(proposal, answers)
    return render(request, "assessments/screening_suggestion.html", context)


def _suggestion_context(proposal: Proposal, answers: dict) -> dict:
    open_keys = unanswered(answers, proposal.type)
    suggestion = None
    if answers.get("scr.affects") or answers.get("scr.individual") == "yes":
        suggestion = actions.suggestion_for(proposal.assessment, answers)
    return {
        "proposal": proposal,
        "suggestion": suggestion,
        "extent_label": _extent_words(suggestion) if suggestion else "",
        "reasons": [_reason(each) for each in suggestion.reasons] if suggestion else [],
        "warnings": [
            {"text": each.text, "url": f"#id_{each.questions[0]}" if each.questions else ""}
            for each in (suggestion.warnings if suggestion else ())
        ],
        "open": [{"text": question(key).text, "url": f"#id_{key}"} for key in open_keys],
    }


def _reason(reason) -> dict:
    in_form = reason.question.startswith("scr.")
    return {
        "text": reason.text,
        "url": f"#id_{reason.question}" if in_form else "",
        "points": reason.points,
    }


def _extent_words(suggestion: Suggestion) -> str:
    if suggestion.out:
        return _("Not a matter for a child impact assessment")
    if suggestion.choices:
        return " / ".join(str(choice.extent.label) for choice in suggestion.choices)
    if suggestion.update:
        return _("Light update of the earlier assessment")
    return str(suggestion.extent.label)


def _page(
    request: HttpRequest,
    proposal: Proposal,
    form: SlotForm,
    *,
    errors: Sequence[dict] = (),
    conflicts: Sequence[dict] = (),
    status: int = 200,
) -> HttpResponse:
    assessment = proposal.assessment
    screening = getattr(assessment, "screening", None)
    waiting = bool(screening and not screening.confirmed_at and not screening.declined_note)
    # What was refused is shown in its field but not counted.
    shown = {
        name: form.stored[name] if name in form.errors else field.initial
        for name, field in form.fields.items()
        if field.initial
    }
    context = _suggestion_context(proposal, shown) | {
        "assessment": assessment,
        "form": form,
        "questions": questions_in(form),
        "extent_field": form["scr.level_final"],
        "reason_field": form["scr.reason"],
        "errors": list(errors),
        "conflicts": list(conflicts),
        "owner": owner_token(request.user),
        "screening": screening,
        "waiting": waiting,
        "can_confirm": policies.can_confirm_extent(request.user, screening) if waiting else None,
        "note_form": NoteForm(needs_note=True, label=_("Why the extent is not confirmed")),
        "may_write": policies.can_write(request.user, assessment, "scr"),
    }
    return render(request, "assessments/screening_form.html", context, status=status)


def _settled_page(request: HttpRequest, proposal: Proposal) -> HttpResponse:
    """The screening as it was confirmed, for reading; the one-liner where it ended there."""
    assessment = proposal.assessment
    screening = getattr(assessment, "screening", None)
    form = screening_form(assessment)
    rows = [
        {"label": field.label, "value": form.words(field.name)}
        for field in questions_in(form)
        if form.stored[field.name]
    ]
    ended = assessment.status == Status.SCREENED_OUT
    individual = assessment.answer("scr.individual") == "yes"
    context = {
        "proposal": proposal,
        "assessment": assessment,
        "screening": screening,
        "rows": rows,
        "ended": ended,
        "individual": individual,
        "one_liners": _one_liners(proposal) if ended and not individual else [],
        "may_publish": policies.can_publish(request.user, assessment) if ended else None,
        "may_raise": policies.can_take(request.user, assessment, "raise_extent"),
        "may_reopen": policies.can_take(request.user, assessment, "reopen_screening"),
    }
    return render(request, "assessments/screening_detail.html", context)


def _one_liners(proposal: Proposal) -> list[dict]:
    """The line for the agenda in each language of the municipality (domain 2.3)."""
    screening = getattr(proposal.assessment, "screening", None)
    if screening is None or screening.confirmed_at is None:
        return []
    day, lines = timezone.localdate(screening.confirmed_at), []
    for language in proposal.municipality.languages:
        with translation.override(language):
            text = str(one_liner(Extent.NONE, day))
        lines.append({"language": language, "text": text})
    return lines


@login_required
@require_POST
def extent_choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the answers that came along and choose the extent with its reason."""
    proposal = _screened(request, pk)
    _require_write(request, proposal.assessment)
    refused = _save_answers(request, proposal)
    if refused is not None:
        return refused
    try:
        assessment = actions.choose_extent(
            assessment=proposal.assessment,
            extent=request.POST.get("scr.level_final", ""),
            reason=request.POST.get("scr.reason", ""),
            by=request.user,
        )
    except ValidationError as error:
        return _refused_choice(request, proposal, error)
    return _after_choice(request, proposal, assessment)


FIELD_OF = {"extent": "scr.level_final", "reason": "scr.reason"}


def _refused_choice(
    request: HttpRequest, proposal: Proposal, error: ValidationError
) -> HttpResponse:
    """The page again with the message next to its field; what was typed has been saved already."""
    form = screening_form(proposal.assessment)
    links = []
    found = error.error_dict if hasattr(error, "error_dict") else {"": [error]}
    for name, each in found.items():
        texts = [text for one in each for text in one.messages]
        field = FIELD_OF.get(name)
        if field:
            form.errors[field] = form.error_class(texts)
        links += [{"id": f"id_{field}" if field else "suggestion", "text": text} for text in texts]
    return _page(request, proposal, form, errors=links, status=422)


def _after_choice(request: HttpRequest, proposal: Proposal, assessment: Assessment) -> HttpResponse:
    if assessment.status == Status.PREPARING:
        messages.success(request, _("The extent was confirmed. The preparation can begin."))
        return redirect(proposal)
    if assessment.status == Status.SCREENED_OUT:
        messages.success(request, _("The screening ended: no assessment is made."))
        return redirect("assessments:screening-update", proposal.pk)
    messages.info(
        request,
        _("The extent is less than suggested. It now waits for confirmation by another person."),
    )
    url = reverse("assessments:screening-update", args=[proposal.pk])
    return redirect(f"{url}#confirmation")


@login_required
@require_POST
def extent_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """A second person confirms the lowered extent, or declines with the reason."""
    proposal = _screened(request, pk)
    if "decline" not in request.POST:
        assessment = actions.confirm_extent(assessment=proposal.assessment, by=request.user)
        return _after_choice(request, proposal, assessment)
    form = NoteForm(request.POST, needs_note=True, label=_("Why the extent is not confirmed"))
    if form.is_valid():
        actions.decline_extent(
            assessment=proposal.assessment, by=request.user, note=form.cleaned_data["note"]
        )
        messages.success(request, _("The extent was not confirmed. The preparer chooses again."))
        return redirect(proposal)
    context = {
        "proposal": proposal,
        "form": form,
        "title": _("Do not confirm the extent"),
        "text": _("The preparer sees your reason and chooses the extent again."),
        "label": _("Do not confirm"),
        "button": "decline",
    }
    return render(request, "assessments/step_confirm.html", context, status=422)
