"""One part of an assessment: its page, and where every form of a part is posted to."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from assessments import cumulative, gates, notices, plan, policies, quality
from assessments.actions import follow_up
from assessments.actions import hearings as hearing_actions
from assessments.actions import rows as row_actions
from assessments.actions.plan import moves
from assessments.actions.saving import Conflict, save_value
from assessments.forms.asking import QuestionForm
from assessments.forms.parts.comparing import FIELDS as COMPARED_FIELDS
from assessments.forms.parts.comparing import PIECES, composed
from assessments.forms.parts.fields import answer_field, in_words, name_of
from assessments.forms.parts.matrix import View
from assessments.forms.parts.section import Section
from assessments.forms.parts.table import FULL_PARTS, LIGHT_PARTS, PART_OF, ROW_KINDS, parts_for
from assessments.forms.parts.telling import typed_texts
from assessments.loading import load_parts
from assessments.models import Assessment, Proposal
from assessments.phases import DECISION_STATUSES, FOLLOW_UP_STATUSES, Extent, Status
from assessments.questioning import answer_due
from assessments.questions import FULL_PAGES, question
from assessments.readability import remarks
from assessments.views import stash
from assessments.views.attachments import files_of
from assessments.views.crumbs import crumbs
from assessments.views.presence import editing_now
from assessments.views.rows import remove_with_undo
from assessments.views.sections import (
    builder_for,
    find,
    form_context,
    light_url,
    section_for,
    with_part,
)
from assessments.views.submitted import Submitted, put_back
from municipalities.roles import Permission

OWN_GATES = {"dec": "decision", "out": "closing"}
# What colleagues say to each other about the work is not part of the finished study.
FOR_DRAFT_READERS = frozenset({"qa"})


@require_http_methods(["GET", "HEAD", "POST"])
@stash.keeps_typed
def part(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """One part alone: the same form as on the light screen, and where every form is posted to."""
    if part not in FULL_PARTS:
        raise Http404(part)
    if part == "publication" and request.htmx and request.GET.get("inside") in READ_BY_CHILDREN:
        return _readability(request, pk, READ_BY_CHILDREN[request.GET["inside"]])
    if request.method == "POST":
        return _part_posted(request, pk, part)
    if part == "cmp" and request.htmx and request.GET.get("inside") in PIECES:
        return _piece(request, pk, request.GET["inside"])
    is_inside = "inside" in request.GET and request.htmx and part in LIGHT_PARTS
    typed = None if is_inside else stash.take(request)
    is_whole = typed is not None or "all" in request.GET
    without = FETCHED_KINDS if part == "cmp" and not is_whole else ()
    assessment = with_part(request, pk, part, without=without)
    if part in FOR_DRAFT_READERS and not (
        decision := policies.can_read_drafts(request.user, assessment)
    ):
        raise PermissionDenied(decision.reason)
    if is_inside:
        section = section_for(request, builder_for(request, assessment, light=True), part)
        context = {"section": section, "is_light": True, **form_context(request)}
        return render(request, "assessments/part_inside.html", context)
    opened = request.GET.getlist("open")
    builder = builder_for(
        request,
        assessment,
        data=typed,
        opened=opened,
        view=View.of(request.GET),
        pieces=PIECES if is_whole else (),
    )
    section = section_for(request, builder, part)
    from_light = typed is not None and part in LIGHT_PARTS and typed.get("back") == "light"
    if typed is not None:
        if put_back(section.form, typed):
            messages.info(request, _("What you wrote is back in its fields. Check it and save."))
        elif from_light:
            return redirect(f"{light_url(pk, part)}#part-{part}")
    row = request.GET.get("row")
    if row is not None:
        return _one_row(request, section, row)
    context = _part_context(request, section) | {"from_light": from_light}
    return render(request, "assessments/part.html", context)


READ_BY_CHILDREN = {"cfs": "", "cfs_alt": "_alt"}
"""The blocks of the publication's page that are measured while they are written."""


def _readability(request: HttpRequest, pk: int, ending: str) -> HttpResponse:
    """How easy the summary for children is to read, as it stands in its fields just now."""
    find(request, pk)
    found = remarks(typed_texts(request.POST, ending), request.POST.get("cfs.level", ""))
    return render(request, "assessments/part_readability.html", {"remarks": found})


# Rows that only the pieces show which the comparison fetches.
FETCHED_KINDS = ("hearingfinding", "hearingview", "groupsize")


def _piece(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One piece of the comparison, fetched when the page is there."""
    assessment = find(request, pk)
    if assessment.extent != Extent.FULL:
        raise Http404(name)
    load_parts([assessment], PIECES[name])
    builder = builder_for(request, assessment, pieces=[name])
    section = builder.piece(policies.can_write(request.user, assessment, "cmp"))
    context = {"assessment": assessment, "section": section, **form_context(request)}
    if name == "facts":
        context["others"] = cumulative.others(assessment, request.user)
    return render(request, f"assessments/part_compared_{name}.html", context)


def _part_context(request: HttpRequest, section: Section) -> dict:
    key = section.part.key
    context = {
        "assessment": section.assessment,
        "section": section,
        "light_url": "",
        "files": files_of(request, section.assessment, key),
        **form_context(request),
        **_talk(request, section, key),
    }
    if key == "qa":
        _show_signs(section)
    if own := OWN_CONTEXT.get(key):
        context |= own(request, section)
    if section.facts_beside:
        context["others"] = cumulative.others(section.assessment, request.user)
    more = []
    is_full = section.assessment.extent == Extent.FULL
    order = _order(section.assessment, key)
    if key in order:
        parts = parts_for(section.assessment.extent)
        place = order.index(key)
        context["earlier"] = parts[order[place - 1]] if place else None
        context["later"] = parts[order[place + 1]] if place + 1 < len(order) else None
        if not is_full and key in LIGHT_PARTS:
            light_url = reverse("assessments:assessment-light", args=[section.assessment.pk])
            context["light_url"] = light_url
            more = [(_("Light assessment"), light_url)]
    context["may_read_history"] = policies.can_read_history(request.user, section.assessment)
    context["crumbs"] = crumbs(section.assessment, *more)
    return context


def _show_signs(section: Section) -> None:
    """What can be seen from outside stands below each question of the review."""
    for sign in quality.signs(section.assessment):
        bound = section.form[sign.key]
        bound.field.help_text = bound.help_text = sign.text


PROCEDURE = ("statements", "dec", "feedback")
"""The pages around the decision, in the order in which they are usually written."""


FULL_ORDER = (*FULL_PAGES[:2], "plan", *FULL_PAGES[2:], "statements")
"""The pages of a full preparation: after the scope the plan of the work, last the procedure."""


def _order(assessment: Assessment, key: str) -> tuple[str, ...]:
    """The pages that follow each other; the notice and the statements end a full preparation."""
    if Status(assessment.status) in DECISION_STATUSES | FOLLOW_UP_STATUSES and key in PROCEDURE:
        return PROCEDURE
    return FULL_ORDER if assessment.extent == Extent.FULL else LIGHT_PARTS


def _decision_context(request: HttpRequest, section: Section) -> dict:
    """What to read before the decision is recorded, and the way back for a returned matter."""
    step = "return_to_preparation"
    returned = ""
    if gates.was_returned(section.assessment) and policies.can_take(
        request.user, section.assessment, step
    ):
        returned = reverse("assessments:step-take", args=[section.assessment.pk, step])
    return {"recommendation": _recommendation(section), "returned": returned}


def _notice_context(request: HttpRequest, section: Section) -> dict:
    """Until the decision a text to begin the notice with, in each language of the municipality."""
    assessment = section.assessment
    if not section.decision or assessment.status in FOLLOW_UP_STATUSES:
        return {}
    proposal = Proposal.objects.select_related("municipality", "body", "preparer").get(
        pk=assessment.pk
    )
    meeting = proposal.meeting_date
    latest = next(reversed(assessment.notices.all()), None)
    published = (latest and latest.published) or timezone.localdate()
    until = latest and latest.until
    warning = notices.conflict(published, until, meeting)
    until = until or notices.proposed_end(published, meeting, proposal.agenda_deadline)
    contact = str(assessment.answer("pub.contact")).strip()
    contact = contact or f"{proposal.preparer}, {proposal.preparer.email}"
    return {
        "notice_warning": warning,
        "notice_opened": warning and notices.is_needed(proposal.type, assessment.answer_values),
        "notice_texts": [
            {
                "language": language,
                "name": LANGUAGE_NAMES[language],
                "text": notices.ready_text(proposal, None if warning else until, contact, language),
            }
            for language in proposal.municipality.languages
        ],
    }


def _asking_context(request: HttpRequest, section: Section) -> dict:
    assessment = section.assessment
    asks = request.user.has_permission_in(Permission.ASK, assessment.municipality)
    return {
        # Nothing is said of asking to those who answer.
        "ask": policies.can_ask(request.user, assessment) if asks else None,
        "ask_form": QuestionForm(),
        "answer_due": answer_due(assessment.proposal.meeting_date),
        # Whoever asks need not be told that others answer.
        "reasons": ["-"],
    }


def _plan_context(request: HttpRequest, section: Section) -> dict:
    """What can be done with the work plan from its own page."""
    assessment = section.assessment
    if not policies.can_write(request.user, assessment, "worktask"):
        return {}
    tasks = assessment.worktasks.all()
    context = {
        "plan": "move" if moves(assessment, tasks) else "",
        "plan_empty": not any(row.template for row in tasks),
    }
    if assessment.status == Status.PREPARING:
        dues = [row.due for row in tasks if row.is_open]
        deadline = assessment.proposal.agenda_deadline
        context["squeeze"] = plan.squeeze(dues, deadline, timezone.localdate())
    return context


OWN_CONTEXT: dict[str, Callable[[HttpRequest, Section], dict]] = {
    "dec": _decision_context,
    "statements": _notice_context,
    "qst": _asking_context,
    "plan": _plan_context,
}


LANGUAGE_NAMES = {"fi": gettext_lazy("In Finnish"), "sv": gettext_lazy("In Swedish")}


def _talk(request: HttpRequest, section: Section, key: str) -> dict:
    """Open comments, beside the heading and where they belong, and who else is here."""
    if not policies.can_read_drafts(request.user, section.assessment):
        return {}
    counts = section.assessment.comments.filter(part=key).open_counts()
    section.show_comments({anchor: number for (_part, anchor), number in counts.items()})
    return {
        "talks": True,
        "comments": sum(counts.values()),
        "may_be_present": bool(section.decision),
        **editing_now(request, section.assessment.pk, key),
    }


def _recommendation(section: Section) -> list[tuple[str, str]]:
    """What the assessment recommends and why, to be read before the decision is recorded."""
    offered, found = section.form.offered, []
    for key in ("rec.best", "rec.reason", "rec.conditions"):
        field = answer_field(question(key), offered)
        if words := in_words(field, section.assessment.answer(key)):
            found.append((field.label, words))
    return found


def _one_row(request: HttpRequest, section: Section, row: str) -> HttpResponse:
    """One card with its fields, put in the place of its summary by the light screen."""
    for card in section.cards:
        if card.id == row and card.is_open:
            context = {"card": card, "section": section, "focus": card.id}
            return render(request, "assessments/row.html", context)
    raise Http404(row)


def _part_posted(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    assessment = with_part(request, pk, key)
    section = section_for(request, builder_for(request, assessment, data=request.POST), key)
    if not section.decision:
        return _refused(request, section)
    submitted = Submitted(request.POST, assessment, request.user)
    submitted.save(section.form)
    if submitted.is_clean:
        return _next_page(request, section, submitted)
    assessment = with_part(request, pk, key)
    section = section_for(request, builder_for(request, assessment, data=request.POST), key)
    submitted.show(section.form)
    context = _part_context(request, section) | {
        "error_list": submitted.links(section.form),
        "strays": submitted.strays,
        "saved": submitted.saved,
    }
    return render(request, "assessments/part.html", context, status=submitted.status)


def _refused(request: HttpRequest, section: Section) -> HttpResponse:
    """The part may not be written any more: its text is shown, so that it can be copied."""
    texts = [
        {"text": text}
        for name, values in request.POST.lists()
        if name in section.form.fields and (text := "\n".join(values).strip())
    ]
    context = _part_context(request, section) | {"strays": texts}
    return render(request, "assessments/part.html", context, status=403)


def _next_page(request: HttpRequest, section: Section, submitted: Submitted) -> HttpResponse:
    """After a save: the row that was added, the row that is removed, or the part again."""
    pk, key = section.assessment.pk, section.part.key
    on_light = request.POST.get("back") == "light"
    back = f"{light_url(pk, key) if on_light else section.url}#part-{key}"
    act, _dash, rest = request.POST.get("do", "").partition("-")
    kind, _dash, number = rest.partition("-")
    target = int(number) if number.isdecimal() and len(number) < 18 else None
    if act == "compose" and kind in COMPARED_FIELDS and target:
        return _composed(request, section, kind, target)
    if act in ("add", "remove") and kind in ROW_KINDS and PART_OF[kind] == key:
        if act == "add":
            return _added(request, section, kind, target, back)
        return remove_with_undo(request, section.assessment, kind, target or 0, back)
    if act == "hold" and kind == "plannedhearing" and PART_OF[kind] == key:
        return _held(request, section, target or 0, back)
    if act == "usual" and kind == "followuppoint" and PART_OF[kind] == key:
        return _usual_points(request, section, back)
    if submitted.saved:
        messages.success(request, _("Saved."))
    return redirect(back if on_light else section.url)


def _held(request: HttpRequest, section: Section, planned: int, back: str) -> HttpResponse:
    """The planned hearing as a held one, open to be told about."""
    pk = section.assessment.pk
    try:
        row = hearing_actions.hold(assessment_id=pk, planned_id=planned, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(back)
    messages.success(request, _("The hearing is recorded as held. Tell what the children said."))
    card = f"hearing-{row.pk}"
    return redirect(
        f"{reverse('assessments:assessment-part', args=[pk, 'hre'])}?open={card}#{card}"
    )


def _composed(request: HttpRequest, section: Section, name: str, target: int) -> HttpResponse:
    """The composed text, put into the field of an alternative that nobody has written yet."""
    place = f"id_{name_of(f'alternative:{target}:{name}')}"
    for each in section.compared:
        row = each.alternative
        typed = request.POST.get(name_of(row.slot(name)), "")
        if row.pk != target or typed.strip() or getattr(row, name).strip():
            continue
        (column,) = [column for column in each.columns if column.name == name]
        outcome = save_value(
            assessment_id=section.assessment.pk,
            slot=row.slot(name),
            value=composed(column.points),
            base_version=row.version,
            by=request.user,
        )
        if isinstance(outcome, Conflict):
            messages.warning(request, _("Somebody else has written this text meanwhile."))
        else:
            messages.success(request, _("The composed text is in its field. Change it freely."))
    return redirect(f"{section.url}?all=1#{place}")


def _added(request, section: Section, kind: str, parent: int | None, back: str) -> HttpResponse:
    try:
        row = row_actions.add_row(
            assessment_id=section.assessment.pk,
            kind=kind,
            by=request.user,
            client_key=request.POST.get("row_key", "")[:64],
            parent=parent,
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(back)
    page = urlsplit(back).path
    return redirect(f"{page}?open={kind}-{row.pk}#{kind}-{row.pk}")


def _usual_points(request: HttpRequest, section: Section, back: str) -> HttpResponse:
    """3 and 12 months after the change and the end of the council term, by one button."""
    try:
        made = follow_up.add_usual_points(assessment_id=section.assessment.pk, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(f"{urlsplit(back).path}?part=fup#div_id_fup.start")
    if made:
        days = ", ".join(date_format(point.due) for point in made)
        messages.success(request, _("Added: %(days)s.") % {"days": days})
    else:
        messages.info(request, _("The usual points are there already."))
    return redirect(back)
