"""My work, the list of matters, one matter as a task list, and its basic data."""

from __future__ import annotations

import json
import re
import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import reduce
from operator import or_

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from assessments import policies, progress
from assessments.actions import proposals as actions
from assessments.actions.plan import moves
from assessments.actions.saving import Conflict
from assessments.forms.proposal import QUESTIONS, ProposalFilterForm, ProposalForm, proposal_values
from assessments.forms.versions import settled, with_merged
from assessments.loading import load_parts
from assessments.models import (
    Assessment,
    Comment,
    FollowUpPoint,
    PeerReview,
    Proposal,
    StatusChange,
    TeamMember,
)
from assessments.phases import (
    DECISION_STATUSES,
    FINISHED_STATUSES,
    TRANSITIONS,
    Extent,
    Phase,
    Status,
)
from assessments.views.reports import report_list
from assessments.views.stash import keeps_typed, owner_token, take
from assessments.views.submitted import conflict_panel, versions_in
from assessments.workdays import holiday_name, is_working_day
from municipalities.models import Municipality
from municipalities.policies import ALLOWED, Decision
from municipalities.roles import Permission

PER_PAGE = 25
BEFORE_AGENDA = (Status.DRAFT, Status.PREPARING, Status.IN_REVIEW)
LAST_CHANGES = 5
KEY_LENGTH = 64


def visible_proposal(request: HttpRequest, pk: int) -> Proposal:
    """The matter with its assessment and people in one query, or 404 for who may not know of it."""
    found = Proposal.objects.visible_to(request.user).select_related(
        "municipality",
        "body",
        "preparer",
        "presenter",
        "assessment__screening__chosen_by",
        "assessment__screening__confirmed_by",
    )
    talk = Comment.objects.open_threads().filter(assessment=OuterRef("pk"))
    found = found.annotate(has_comments=Exists(talk), is_public=_is_public())
    proposal = get_object_or_404(found, pk=pk)
    proposal.assessment.municipality = proposal.municipality
    proposal.assessment.is_public = proposal.is_public
    return proposal


def _is_public() -> Exists:
    """Whether the public reads something of the assessment; its key is that of its matter."""
    shown = Q(publications__is_current=True, publications__withdrawn_at=None)
    return Exists(Assessment.objects.filter(shown, pk=OuterRef("pk")))


# --- My work ----------------------------------------------------------------------------------


@login_required
@require_safe
def work(request: HttpRequest) -> HttpResponse:
    """My matters and what waits for me, each with one next action; overdue first."""
    everybody = request.GET.get("whose") == "all"
    rows = _open_work(request.user)
    if not everybody:
        rows = rows.filter(_concerns(request.user))
    page_obj = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    found = list(page_obj.object_list)
    load_parts(found)
    return render(
        request,
        "assessments/work.html",
        {
            "page_obj": page_obj,
            "rows": [_work_row(each, request.user) for each in found],
            "everybody": everybody,
            "may_create": bool(_places_for_new(request.user)),
        },
    )


def _open_work(user) -> QuerySet[Assessment]:
    """Unfinished matters of my municipalities, the one that is due first on top."""
    next_point = (
        FollowUpPoint.objects.unrecorded()
        .filter(assessment=OuterRef("pk"), due__isnull=False)
        .order_by("due")
        .values("due")[:1]
    )
    due = Case(
        When(status__in=BEFORE_AGENDA, then=F("proposal__agenda_deadline")),
        When(status__in=DECISION_STATUSES, then=F("proposal__meeting_date")),
        default=Subquery(next_point),
        output_field=DateField(),
    )
    return (
        Assessment.objects.open()
        .drafts_for(user)
        .select_related("proposal__preparer", "proposal__body", "municipality", "screening")
        .annotate(
            due=due,
            is_public=_is_public(),
            last_transition=_last_change("transition", ~Q(source=F("target"))),
            submitter_id=_last_change("by_id", Q(transition="submit_for_review")),
        )
        .order_by(F("due").asc(nulls_last=True), "pk")
    )


def _last_change(column: str, condition: Q) -> Subquery:
    """One column of the latest status change that meets the condition."""
    changes = StatusChange.objects.filter(condition, assessment=OuterRef("pk"))
    return Subquery(changes.order_by("-pk").values(column)[:1])


def _concerns(user) -> Q:
    """Mine to prepare or present, or waiting for my review, confirmation or publishing."""
    mine = Q(proposal__preparer=user) | Q(proposal__presenter=user)
    reviews = Q(
        status=Status.IN_REVIEW,
        municipality__in=user.municipality_ids_with(Permission.REVIEW),
    )
    confirms = Q(
        status=Status.DRAFT,
        screening__confirmed_at__isnull=True,
        screening__declined_note="",
        municipality__in=user.municipality_ids_with(Permission.CONFIRM_EXTENT),
    ) & ~Q(screening__chosen_by=user)
    team = Q(pk__in=TeamMember.objects.present().filter(user=user).values("assessment"))
    guest = Q(pk__in=PeerReview.objects.of(user).in_force().values("assessment"))
    publishes = Q(
        status__in=DECISION_STATUSES,
        is_public=False,
        municipality__in=user.municipality_ids_with(Permission.PUBLISH),
    )
    return mine | reviews | confirms | publishes | team | guest


def _work_row(assessment: Assessment, user) -> dict:
    status = Status(assessment.status)
    days = (assessment.due - timezone.localdate()).days if assessment.due else None
    return {
        "assessment": assessment,
        "proposal": assessment.proposal,
        "status": status,
        "action": progress.next_action(assessment, user),
        "also": progress.also_to_do(assessment, user),
        "progress": progress.progress_words(assessment, user),
        "returned": progress.is_returned(assessment),
        "due": assessment.due,
        "due_word": _due_word(status, days),
        "overdue": days is not None and days < 0,
    }


def _due_word(status: Status, days: int | None) -> str:
    """Days to what is due, in words: the agenda, the meeting or the next follow-up point."""
    if days is None:
        return _("No day has been set")
    if days == 0:
        when = _("today")
    elif days > 0:
        when = _("in %(days)d days") % {"days": days}
    else:
        when = _("%(days)d days ago") % {"days": -days}
    if status in BEFORE_AGENDA:
        return _("Agenda deadline %(when)s") % {"when": when}
    if status in DECISION_STATUSES:
        return _("Meeting %(when)s") % {"when": when}
    return _("Follow-up %(when)s") % {"when": when}


# --- The list ---------------------------------------------------------------------------------


@login_required
@require_safe
def proposal_list(request: HttpRequest) -> HttpResponse:
    """Every matter that I may know of, newest meeting first, narrowed by words, phase and state."""
    form = ProposalFilterForm(request.GET)
    form.is_valid()
    rows = (
        Proposal.objects.visible_to(request.user)
        .select_related("municipality", "body", "preparer", "assessment")
        .order_by("-meeting_date", "-pk")
    )
    rows = _narrowed(rows, form.cleaned_data)
    page_obj = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    for proposal in page_obj.object_list:
        proposal.status = Status(proposal.assessment.status)
    return render(
        request,
        "assessments/proposal_list.html",
        {
            "page_obj": page_obj,
            "form": form,
            "narrowed": any(form.cleaned_data.values()),
            "may_create": bool(_places_for_new(request.user)),
            "several": len({p.municipality_id for p in page_obj.object_list}) > 1,
        },
    )


def _narrowed(rows: QuerySet[Proposal], wanted: dict) -> QuerySet[Proposal]:
    if words := wanted.get("q", "").replace("\x00", ""):
        # A regular expression is compared without regard to case on SQLite too, ä and å included.
        fields = ("title", "title_alt", "description", "diary_number")
        pattern = re.escape(words)
        rows = rows.filter(reduce(or_, (Q(**{f"{name}__iregex": pattern}) for name in fields)))
    if phase := wanted.get("phase"):
        statuses = [each for each in Status if each.phase == Phase(phase)]
        rows = rows.filter(assessment__status__in=statuses)
    if status := wanted.get("status"):
        rows = rows.filter(assessment__status=status)
    return rows


# --- One matter -------------------------------------------------------------------------------


@login_required
@require_safe
def proposal_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The matter as a task list: where it stands, what is missing, who waits for whom."""
    proposal = visible_proposal(request, pk)
    assessment = proposal.assessment
    changes = list(assessment.status_changes.select_related("by").order_by("-pk")[:LAST_CHANGES])
    moves = [each for each in changes if each.source != each.target]
    assessment.last_transition = moves[0].transition if moves else ""
    submissions = [each.by_id for each in changes if each.transition == "submit_for_review"]
    assessment.submitter_id = submissions[0] if submissions else None
    load_parts([assessment])
    status, phase = Status(assessment.status), Status(assessment.status).phase
    may_read_drafts = policies.can_read_drafts(request.user, assessment)
    may_read_history = policies.can_read_history(request.user, assessment)
    missing = progress.missing_next(assessment) if may_read_drafts else []
    talks = may_read_drafts and proposal.has_comments
    comments = _open_comments(assessment) if talks else {}
    return render(
        request,
        "assessments/proposal_detail.html",
        {
            "proposal": proposal,
            "assessment": assessment,
            "status": status,
            "phase": phase,
            "may_read_drafts": may_read_drafts,
            "may_read_history": may_read_history,
            "steps": progress.phase_steps(assessment),
            "parts": _for_reader(assessment, request.user, phase, comments),
            "other_parts": [
                (each, _for_reader(assessment, request.user, each, comments))
                for each in Phase
                if each != phase
            ],
            "open_comments": sum(comments.values()),
            "action": progress.next_action(assessment, request.user) if may_read_drafts else None,
            "progress": progress.progress_words(assessment, request.user),
            "also": progress.also_to_do(assessment, request.user),
            "gate_title": _gate_title(status),
            "missing": missing,
            "warnings": progress.warnings_next(assessment) if may_read_drafts else [],
            "asking": _asking(assessment, request.user),
            "plan": _plan(assessment, request.user, status),
            "chain": [] if status in ENDED else progress.deadline_chain(assessment),
            "hints": [] if status in ENDED else _hints(proposal),
            "changes": changes,
            "returned": moves[0] if progress.is_returned(assessment) else None,
            "transitions": _transitions(assessment, request.user, missing),
            "reviewers": _reviewers(proposal),
            **report_list(assessment, request.user),
            "may_write": policies.can_write(request.user, assessment, "proposal", "diary_number"),
            "may_reuse": policies.can_reuse(request.user, assessment),
            "may_upgrade": policies.can_upgrade_catalogue(request.user, assessment),
            "may_publish": _may_publish(request.user, assessment),
            "is_outdated": _is_outdated(request.user, assessment),
            "show_agenda": may_read_history and status in FROM_REVIEW_ON,
            "show_light": assessment.extent != Extent.FULL
            and (
                status.phase == Phase.PREPARATION
                or (status in FINISHED_STATUSES and may_read_drafts)
            ),
        },
    )


def _asking(assessment: Assessment, user) -> str:
    """What a council member can do with questions: ask, read, or nothing."""
    if policies.can_read_drafts(user, assessment):
        # Officials find the questions among the parts.
        return ""
    if policies.can_ask(user, assessment):
        return "ask"
    asked = assessment.councillorquestions.all()
    return "read" if asked and policies.can_read_questions(user, assessment) else ""


def _plan(assessment: Assessment, user, status: Status) -> str:
    """What can be done with the work plan: made, moved or opened; nothing where it is not used."""
    if assessment.extent == Extent.NONE or not policies.can_write(user, assessment, "worktask"):
        return ""
    tasks = assessment.worktasks.all()
    if not any(row.template for row in tasks):
        return "make" if status == Status.PREPARING else ""
    return "move" if moves(assessment, tasks) else "open"


def _open_comments(assessment: Assessment) -> Counter:
    """The number of open threads by part."""
    found = Counter()
    for (part, _anchor), number in assessment.comments.open_counts().items():
        found[part] += number
    return found


# Parts whose page is not open to everybody who may see the matter.
OPENED_BY: dict[str, Callable[..., Decision]] = {
    "case": lambda user, each: policies.can_write(user, each, "proposal", "diary_number"),
    "scr": policies.can_read_drafts,
    "review": policies.can_read_drafts,
    "agenda": lambda user, each: policies.can_take(user, each, "put_on_agenda"),
}


def _for_reader(
    assessment: Assessment, user, phase: Phase, comments: Mapping[str, int]
) -> list[progress.Part]:
    """The parts of one phase; what this person may not open is no link, and officials read why."""
    reads_drafts = policies.can_read_drafts(user, assessment)
    parts = []
    for part in progress.parts_shown(assessment, phase, user):
        may_open = OPENED_BY[part.key](user, assessment) if part.key in OPENED_BY else ALLOWED
        if part.url and not may_open:
            hint = part.hint or (may_open.reason if reads_drafts else "")
            part = replace(part, url="", hint=hint)
        parts.append(replace(part, open_comments=comments.get(part.key, 0)))
    return parts


FROM_REVIEW_ON = FINISHED_STATUSES | {Status.IN_REVIEW, Status.SCREENED_OUT}
ENDED = (Status.SCREENED_OUT, Status.CLOSED, Status.WITHDRAWN)

# Steps that the choice of the extent takes by itself.
BY_THEMSELVES = ("start", "screen_out")


def _gate_title(status: Status) -> str:
    return {
        Status.DRAFT: _("Before the preparation starts"),
        Status.PREPARING: _("Before the review"),
        Status.IN_REVIEW: _("Before the approval"),
        Status.FINAL: _("Before the agenda"),
        Status.ON_AGENDA: _("Before the decision is recorded"),
        Status.DECIDED: _("Before the follow-up starts"),
        Status.FOLLOWING: _("Before closing"),
    }.get(status, "")


def _transitions(assessment: Assessment, user, missing: list) -> list[dict]:
    """The steps out of the present status: a link, or the reason why not beside the button."""
    forward = progress.NEXT_STEPS.get(Status(assessment.status))
    rows = []
    for name, row in TRANSITIONS.items():
        if Status(assessment.status) not in row.sources or name in BY_THEMSELVES:
            continue
        if row.extent and assessment.extent != row.extent:
            continue
        decision = policies.can_take(user, assessment, name)
        reason = decision.reason
        if decision and name == forward and missing:
            reason = _("Something is still missing: see the list.")
        rows.append({"name": name, "label": row.label, "reason": reason, "main": name == forward})
    return sorted(rows, key=lambda each: not each["main"])


def _reviewers(proposal: Proposal) -> list[str]:
    people = actions.people_of(proposal.municipality, Permission.REVIEW)
    return [str(each) for each in people if each.pk != proposal.preparer_id]


def _may_publish(user, assessment: Assessment):
    """Publishing is offered when there is something finished to publish.

    A matter of one child or family is never published. What is public already can always be
    withdrawn, however the matter stands.
    """
    decision = policies.can_publish(user, assessment)
    finished = assessment.status in FINISHED_STATUSES | {Status.SCREENED_OUT}
    if finished and assessment.answer("scr.individual") != "yes":
        return decision
    is_public = decision and assessment.publications.filter(withdrawn_at=None).exists()
    return decision if is_public else None


def _is_outdated(user, assessment: Assessment) -> bool:
    """Whether residents read a version from before the decision, or from before the closing."""
    newer = (Status.DECIDED, Status.CLOSED)
    if assessment.status not in (*newer, Status.FOLLOWING):
        return False
    if not policies.can_publish(user, assessment):
        return False
    changed = assessment.status_changes.filter(target__in=newer).order_by("-pk").values("at")[:1]
    public = assessment.publications.filter(is_current=True, withdrawn_at=None)
    return public.filter(published_at__lt=Subquery(changed)).exists()


def _hints(proposal: Proposal) -> list[str]:
    """What is worth a second look in the days of the matter; nothing is moved."""
    hints = []
    names = {
        proposal.agenda_deadline: _("The agenda deadline %(day)s is not a working day: %(why)s."),
        proposal.meeting_date: _("The meeting day %(day)s is not a working day: %(why)s."),
    }
    for day, text in names.items():
        if not is_working_day(day):
            why = holiday_name(day) or date_format(day, "l")
            hints.append(text % {"day": date_format(day), "why": why})
    today = timezone.localdate()
    if proposal.assessment.status in BEFORE_AGENDA and proposal.meeting_date < today:
        hints.append(_("The meeting day has passed. Check the year, or change the day."))
    elif proposal.assessment.status in BEFORE_AGENDA and proposal.agenda_deadline < today:
        hints.append(_("The agenda deadline has passed. Agree on a later meeting, or hurry."))
    return hints


# --- Basic data -------------------------------------------------------------------------------


def _places_for_new(user) -> list[Municipality]:
    """Municipalities where this person may open a matter, once each."""
    places = {
        each.municipality_id: each.municipality
        for each in user.active_memberships
        if each.municipality_id and each.grants(Permission.EDIT)
    }
    return list(places.values())


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_typed
def proposal_create(request: HttpRequest) -> HttpResponse:
    """Open a new matter. Who works in several municipalities chooses one first."""
    places = _places_for_new(request.user)
    if not places:
        raise PermissionDenied(
            _("Matters are opened by preparers, presenting officials and LAVA contact persons.")
        )
    asked = request.POST.get("municipality") or request.GET.get("municipality")
    chosen = [each for each in places if str(each.pk) == asked]
    unknown = bool(asked) and not chosen
    typed = take(request) if request.method != "POST" else None
    if typed is not None and not asked:
        chosen = [each for each in places if str(each.pk) == typed.get("municipality")]
    if len(places) == 1 and not unknown:
        chosen = places
    if not chosen and len(places) > 1:
        errors = [{"id": "places", "text": _("Choose one of your municipalities.")}]
        context = {"places": places, "errors": errors if unknown else []}
        status = 422 if unknown else 200
        return render(request, "assessments/proposal_place.html", context, status=status)
    municipality = chosen[0] if chosen else places[0]
    form = _form(request, municipality, typed=typed)
    if request.method == "POST":
        if unknown:
            form.add_error(None, _("Choose one of your municipalities."))
        if form.is_valid() and (proposal := _created(form, request.user, _key(request.POST))):
            messages.success(request, _("The matter was opened. Next comes the screening."))
            return redirect("assessments:screening-update", proposal.pk)
    context = {
        "form": form,
        "municipality": municipality,
        "several": len(places) > 1,
        "owner": owner_token(request.user),
        "key": _key(request.POST or typed or {}) or uuid.uuid4().hex,
    }
    status = 422 if form.errors else 200
    return render(request, "assessments/proposal_form.html", context, status=status)


def _form(
    request: HttpRequest,
    municipality: Municipality,
    proposal: Proposal | None = None,
    *,
    data: QueryDict | None = None,
    typed: QueryDict | None = None,
) -> ProposalForm:
    """``data`` is what was posted; ``typed`` what was kept over the end of a session."""
    if proposal is not None:
        initial = proposal_values(proposal)
    else:
        own = request.LANGUAGE_CODE
        language = own if own in municipality.languages else municipality.languages[0]
        initial = {"preparer": request.user.pk, "language": language}
    if typed is not None:
        initial |= {name: typed[name] for name in QUESTIONS if name in typed}
    return ProposalForm(
        data if data is not None or request.method != "POST" else request.POST,
        municipality=municipality,
        people=actions.people_of(municipality, Permission.EDIT),
        proposal=proposal,
        initial=initial,
    )


def _key(sent: Mapping[str, str]) -> str:
    """The page's own name for what it opens: pressing twice opens one matter."""
    key = sent.get("key", "")
    return key if key.isprintable() and len(key) <= KEY_LENGTH else ""


def _created(form: ProposalForm, by, key: str) -> Proposal | None:
    try:
        return actions.create_proposal(
            by=by, municipality=form.municipality, client_key=key, **form.cleaned_data
        )
    except ValidationError as error:
        _add_errors(form, error)
        return None


def _add_errors(form: ProposalForm, error: ValidationError) -> None:
    """Errors of the rules stand next to their fields; those of no field of the form on top."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, found in error.error_dict.items():
        form.add_error(name if name in form.fields else None, found)


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_typed
def proposal_update(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the basic data; what somebody else changed meanwhile is shown side by side."""
    proposal = visible_proposal(request, pk)
    rights = {
        name: policies.can_write(request.user, proposal.assessment, "proposal", name)
        for name in QUESTIONS
    }
    if not any(rights.values()):
        raise PermissionDenied(rights["diary_number"].reason)
    slots = {proposal.slot(name): name for name in QUESTIONS}
    if request.method != "POST":
        typed = take(request)
        form = _form(request, proposal.municipality, proposal, typed=typed)
        form.close(rights)
        versions = versions_in(typed) if typed else dict.fromkeys(slots, proposal.version)
        return _update_page(request, proposal, form, versions)
    data = with_merged(request.POST, slots, ProposalForm)
    form = _form(request, proposal.municipality, proposal, data=data)
    form.close(rights)
    versions = versions_in(request.POST)
    if not form.is_valid():
        return _update_page(request, proposal, form, versions, status=422)
    choices, decided = settled(request.POST, slots)
    values = {
        name: value
        for name, value in form.cleaned_data.items()
        if rights[name] and choices.get(proposal.slot(name)) != "theirs"
    }
    try:
        update = actions.update_proposal(
            proposal=proposal, values=values, versions=versions, decided=decided, by=request.user
        )
    except ValidationError as error:
        _add_errors(form, error)
        return _update_page(request, proposal, form, versions, status=422)
    if update.conflicts:
        versions |= {slot: saved.version for slot, saved in update.saved.items()}
        return _update_page(
            request, proposal, form, versions, conflicts=update.conflicts, status=409
        )
    messages.success(request, _("The basic data were saved."))
    if update.moved_deadline:
        messages.info(
            request,
            _("The agenda deadline moved along with the meeting: %(day)s.")
            % {"day": date_format(update.moved_deadline)},
        )
    if update.changed & {"agenda_deadline", "meeting_date"} and _plan_moves(proposal):
        messages.info(request, _("The dates of the work plan were counted from the earlier days."))
        return redirect("assessments:work-plan", proposal.pk)
    return redirect(proposal)


def _plan_moves(proposal: Proposal) -> bool:
    """Whether the meeting moved away from dates that were counted back from it."""
    proposal.refresh_from_db(fields=["agenda_deadline", "meeting_date"])
    return bool(moves(proposal.assessment, proposal.assessment.worktasks.present()))


def _update_page(
    request: HttpRequest,
    proposal: Proposal,
    form: ProposalForm,
    versions: dict[str, int],
    conflicts: dict[str, Conflict] | None = None,
    status: int = 200,
) -> HttpResponse:
    panels = []
    for slot, conflict in (conflicts or {}).items():
        name = slot.rpartition(":")[2]
        panels.append(conflict_panel(form.fields[name], name, slot, conflict, request.user))
    context = {
        "proposal": proposal,
        "municipality": proposal.municipality,
        "form": form,
        "versions": json.dumps(versions),
        "conflicts": panels,
        "owner": owner_token(request.user),
    }
    return render(request, "assessments/proposal_form.html", context, status=status)
