"""Taking a step of the assessment's life, and the review by another person."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments import content, gates, policies, quality
from assessments.actions import proposals as actions
from assessments.forms.steps import NOTE_LENGTH, NoteForm
from assessments.loading import load_parts
from assessments.models import Proposal
from assessments.phases import TRANSITIONS, Status, Transition
from assessments.questions import question
from assessments.views.proposals import visible_proposal
from assessments.workflow import GateClosed

EXPLANATIONS = {
    "reopen_screening": gettext_lazy("The screening is opened again and the extent chosen anew."),
    "raise_extent": gettext_lazy(
        "Everything written stays. The pages of the full assessment are added to the parts of"
        " the preparation."
    ),
    "submit_for_review": gettext_lazy(
        "Another person reads the whole and approves it or returns it. Nothing can be changed"
        " meanwhile; you can take it back."
    ),
    "take_back": gettext_lazy("The assessment comes back to preparation and can be changed."),
    "return_for_changes": gettext_lazy("The preparer sees your note and can change everything."),
    "approve": gettext_lazy(
        "The assessment becomes ready for the agenda and can be published. It is not changed after"
        " this unless it is returned to preparation."
    ),
    "return_to_preparation": gettext_lazy(
        "The matter goes back to preparation, for example because the body returned it."
    ),
    "put_on_agenda": gettext_lazy("The assessment goes along to the meeting as an appendix."),
    "record_decision": gettext_lazy(
        "The decision and how it relates to the recommendation become part of the assessment."
    ),
    "start_following": gettext_lazy("From now on what comes true is recorded at the points."),
    "close": gettext_lazy("The assessment ends. It can still be read, but no longer changed."),
    "withdraw": gettext_lazy(
        "The matter is no longer prepared. What was written stays to be read; nobody can change it."
    ),
}
NOTE_LABELS = {
    "submit_for_review": gettext_lazy("Note to the reviewer"),
    "return_for_changes": gettext_lazy("What should be changed, and why"),
    "approve": gettext_lazy("Note"),
    "reopen_screening": gettext_lazy("Why the screening is opened again"),
    "return_to_preparation": gettext_lazy("Why the matter returns to preparation"),
    "raise_extent": gettext_lazy("Why a full assessment is made"),
    "withdraw": gettext_lazy("Why the matter has lapsed"),
}
DONE = {
    "submit_for_review": gettext_lazy("The assessment was submitted for review."),
    "raise_extent": gettext_lazy("This is now a full assessment. Everything written stays."),
    "take_back": gettext_lazy("The assessment is in preparation again."),
    "return_for_changes": gettext_lazy("The assessment was returned to the preparer."),
    "approve": gettext_lazy("The assessment was approved. It is ready for the agenda."),
    "return_to_preparation": gettext_lazy("The matter is in preparation again."),
    "reopen_screening": gettext_lazy("The screening is open again."),
    "put_on_agenda": gettext_lazy("The assessment is on the agenda."),
    "record_decision": gettext_lazy("The decision was recorded."),
    "start_following": gettext_lazy("The follow-up began."),
    "close": gettext_lazy("The assessment was closed."),
    "withdraw": gettext_lazy("The matter was recorded as lapsed."),
}


SIGN_STATES = {"good": "ready", "partly": "in_progress", "missing": "missing"}
SIGN_WORDS = {
    "good": gettext_lazy("Looks good"),
    "partly": gettext_lazy("Look again"),
    "missing": gettext_lazy("Missing"),
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def step_take(request: HttpRequest, pk: int, transition: str) -> HttpResponse:
    """Say what the step does and what is still missing, ask for the note, and take the step."""
    if transition not in TRANSITIONS:
        raise Http404
    row = TRANSITIONS[transition]
    proposal = visible_proposal(request, pk)
    decision = policies.can_take(request.user, proposal.assessment, transition)
    if not decision:
        return _done_already(request, proposal, row, decision.reason)
    label = str(NOTE_LABELS.get(transition, _("Note")))
    data = request.POST if request.method == "POST" else None
    form = NoteForm(data, needs_note=row.needs_note, label=label)
    if request.method != "POST":
        missing, warnings = _missing(proposal, row)
        return _step_page(request, proposal, row, form, missing, warnings=warnings)
    if not form.is_valid():
        return _step_page(request, proposal, row, form, [], status=422)
    try:
        actions.take_step(
            assessment=proposal.assessment,
            transition=transition,
            by=request.user,
            note=form.cleaned_data["note"],
        )
    except PermissionDenied as refusal:
        # Somebody took the step between the look and the act.
        proposal.assessment.refresh_from_db(fields=["status"])
        return _done_already(request, proposal, row, str(refusal))
    except GateClosed as closed:
        return _step_page(request, proposal, row, form, closed.missing, status=422)
    except ValidationError as error:
        form.add_error("note", error.messages)
        return _step_page(request, proposal, row, form, [], status=422)
    messages.success(request, DONE.get(transition, _("Done.")))
    return redirect(proposal)


def _done_already(
    request: HttpRequest, proposal: Proposal, row: Transition, reason: str
) -> HttpResponse:
    """A step that was taken before leads back to the matter; any other refusal is told as such."""
    assessment = proposal.assessment
    may = request.user.has_permission_in(row.permission, proposal.municipality)
    changes = assessment.status_changes.filter(transition=row.name)
    if not may or Status(assessment.status) in row.sources or not changes.exists():
        raise PermissionDenied(reason)
    messages.info(request, _("This has been done already."))
    return redirect(proposal)


def _missing(
    proposal: Proposal, row: Transition
) -> tuple[list[gates.Missing], list[gates.Missing]]:
    """What hinders the step, and what is worth a look before it."""
    if not row.requirements:
        return [], []
    load_parts([proposal.assessment])
    missing, warnings = [], []
    for gate in row.requirements:
        missing += gates.missing_in(gate, proposal.assessment)
        warnings += gates.warnings_in(gate, proposal.assessment)
    return missing, warnings


def _step_page(
    request: HttpRequest,
    proposal: Proposal,
    row: Transition,
    form: NoteForm,
    missing: list[gates.Missing],
    status: int = 200,
    warnings: Iterable[gates.Missing] = (),
) -> HttpResponse:
    context = {
        "proposal": proposal,
        "form": form,
        "title": row.label,
        "text": EXPLANATIONS.get(row.name, ""),
        "label": row.label,
        "missing": missing,
        "warnings": warnings,
        "gate_title": _("This is still missing") if missing else _("Before you go on"),
        "danger": row.name == "withdraw",
    }
    return render(request, "assessments/step_confirm.html", context, status=status)


@login_required
@require_safe
def quality_meter(request: HttpRequest, pk: int) -> HttpResponse:
    """What a reviewer will ask and what can be seen of it now, while the text is being written."""
    proposal = visible_proposal(request, pk)
    assessment = proposal.assessment
    decision = policies.can_read_drafts(request.user, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    load_parts([assessment])
    signs = quality.signs(assessment)
    tasks = [
        {
            "name": sign.question,
            "url": sign.url,
            "hint": sign.text,
            "state": SIGN_STATES[sign.state],
            "word": SIGN_WORDS[sign.state],
        }
        for sign in signs
    ]
    context = {
        "proposal": proposal,
        "tasks": tasks,
        "good": sum(sign.is_good for sign in signs),
        "number": len(signs),
    }
    return render(request, "assessments/quality.html", context)


@login_required
@require_safe
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole content for reading, the notes so far, and the reviewer's two ways on."""
    proposal = visible_proposal(request, pk)
    assessment = proposal.assessment
    decision = policies.can_read_drafts(request.user, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    load_parts([assessment])
    changes = list(assessment.status_changes.select_related("by"))
    submitted = [each.by_id for each in changes if each.transition == "submit_for_review"]
    assessment.submitter_id = submitted[-1] if submitted else None
    notes = [change for change in changes if change.note]
    language = (get_language() or "fi")[:2]
    approve = policies.can_take(request.user, assessment, "approve")
    answers = {
        each.key: each.value for each in assessment.answers.all() if each.key.startswith("qa.")
    }
    wanting = "\n".join(quality.shortcomings(answers))
    context = {
        "proposal": proposal,
        "assessment": assessment,
        "can_answer": policies.can_write(request.user, assessment, "qa"),
        "verdict": question("qa.verdict").label_of(str(answers.get("qa.verdict", ""))),
        "reviews": [
            (each, list(quality.shortcomings(each.answers)))
            for each in assessment.reviews.select_related("by")
        ],
        "in_review": assessment.status == Status.IN_REVIEW,
        "missing": [
            each
            for gate in TRANSITIONS["approve"].requirements
            for each in gates.missing_in(gate, assessment)
        ],
        "content": content.freeze(assessment, language),
        "authored": proposal.language if proposal.language != language else "",
        "notes": notes,
        "approve": approve,
        "form": NoteForm(label=_("Note to the preparer"), initial={"note": wanting[:NOTE_LENGTH]}),
        "may_invite": policies.can_invite_peer(request.user, assessment),
    }
    return render(request, "assessments/assessment_review.html", context)
