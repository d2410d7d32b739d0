"""The light assessment as one screen, each part as a page of its own, and a cell of the matrix."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from assessments import counts, cumulative, gates, notices, plan, policies, quality
from assessments.actions import follow_up
from assessments.actions import hearings as hearing_actions
from assessments.actions import rows as row_actions
from assessments.actions.plan import moves
from assessments.actions.saving import Conflict, save_value
from assessments.forms.asking import QuestionForm
from assessments.forms.parts.comparing import FIELDS as COMPARED_FIELDS
from assessments.forms.parts.comparing import PIECES, composed
from assessments.forms.parts.fields import (
    ArticlesField,
    Offered,
    answer_field,
    in_words,
    name_of,
)
from assessments.forms.parts.matrix import (
    ALL,
    DIFFERENCE,
    CellMaker,
    Matrix,
    View,
    children_said,
    groups_to_show,
    step_of,
)
from assessments.forms.parts.section import Builder, Section, SlotForm
from assessments.forms.parts.table import (
    FULL_PARTS,
    LIGHT_PARTS,
    PART_OF,
    PARTS,
    ROW_KINDS,
    Part,
    parts_for,
)
from assessments.forms.parts.telling import typed_texts
from assessments.forms.parts.weighing import calculations, steps_of
from assessments.loading import load_parts
from assessments.models import Assessment, Impact, Proposal
from assessments.phases import DECISION_STATUSES, FOLLOW_UP_STATUSES, Extent, Status
from assessments.policies import Decision
from assessments.progress import part_state
from assessments.questioning import answer_due
from assessments.questions import FULL_PAGES, question
from assessments.questions.articles import preselected
from assessments.questions.dimensions import DIMENSIONS, GROUP_LABELS, MAGNITUDES
from assessments.readability import remarks
from assessments.views import stash
from assessments.views.attachments import files_of
from assessments.views.crumbs import crumbs
from assessments.views.presence import EVERYWHERE, editing_now
from assessments.views.rows import remove_with_undo
from assessments.views.saving import cell_impact
from assessments.views.submitted import Submitted, put_back
from municipalities.roles import Permission

OWN_GATES = {"dec": "decision", "out": "closing"}
# What colleagues say to each other about the work is not part of the finished study.
FOR_DRAFT_READERS = frozenset({"qa"})
IMPACT_FIELDS = ("direction", "magnitude", "text")
FULL_IMPACT_FIELDS = (
    "direction",
    "magnitude",
    "likelihood",
    "duration",
    "text",
    "evidence",
    "certainty",
    "reversible",
    "kinds",
)
FULL_IMPACT_MORE = ("count", "articles")


def _found(request: HttpRequest, pk: int) -> Assessment:
    found = Assessment.objects.visible_to(request.user).select_related("proposal", "municipality")
    return get_object_or_404(found, pk=pk)


def _assessment(request: HttpRequest, pk: int, *kinds: str, full: tuple = ()) -> Assessment:
    """The assessment with these kinds of rows; ``full`` are those that only a full one needs."""
    assessment = _found(request, pk)
    load_parts([assessment], (*kinds, *full) if assessment.extent == Extent.FULL else kinds)
    return assessment


def _with_part(
    request: HttpRequest, pk: int, key: str, without: tuple[str, ...] = ()
) -> Assessment:
    """The assessment with what one of its parts shows; the extent says which parts it has."""
    assessment = _found(request, pk)
    parts = parts_for(assessment.extent)
    if key not in parts:
        raise Http404(key)
    if key == "qst":
        policies.can_read_questions(request.user, assessment).require()
    kinds = [kind for kind in parts[key].kinds if kind not in without]
    load_parts([assessment], dict.fromkeys([*kinds, "teammember"]))
    return assessment


def _builder(request: HttpRequest, assessment: Assessment, **how) -> Builder:
    """Small counts of children are hidden from those who only read."""
    masks = not policies.can_read_history(request.user, assessment)
    return Builder(assessment, masks=masks, **how)


def _section(request: HttpRequest, builder: Builder, key: str) -> Section:
    right = parts_for(builder.extent)[key].right
    return builder.section(key, policies.can_write(request.user, builder.assessment, right))


def _form_context(request: HttpRequest) -> dict:
    """What every form of a part carries: whose text it is and a name for the rows it adds."""
    return {"owner": stash.owner_token(request.user), "row_key": uuid.uuid4().hex}


# --- The light screen -------------------------------------------------------------------------

LIGHT_KINDS = tuple(
    dict.fromkeys(
        ["teammember", "pathstep", "plannedhearing", "hearingfinding", "hearingview"]
        + [kind for key in LIGHT_PARTS for kind in PARTS[key].kinds]
    )
)


@dataclass
class Place:
    """One part on the light screen: with its form, or fetched when somebody comes to it."""

    part: Part
    url: str
    state: str
    section: Section | None = None
    assigned: str = ""
    comments: int = 0


@require_safe
@stash.keeps_typed
def light(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that a light assessment asks, one part under the other (domain 2.20).

    Only the part to go on with is written out at once; ``?all=1`` writes out every part.
    """
    assessment = _assessment(request, pk, *LIGHT_KINDS)
    if assessment.extent not in (Extent.LIGHT, Extent.FULL) or assessment.status == Status.DRAFT:
        return _to_screening(request, assessment)
    missing = gates.missing_in("preparation", assessment)
    unready = {each.part for each in missing}
    states = {key: part_state(assessment, key, unready) for key in LIGHT_PARTS}
    decisions = {
        key: policies.can_write(request.user, assessment, PARTS[key].right) for key in LIGHT_PARTS
    }
    reasons = _reasons(decisions)
    # A text that is only read is shown as a whole.
    shown = LIGHT_PARTS if "all" in request.GET or reasons else _shown_at_once(request, states)
    builder = _builder(request, assessment, light=True, opened=request.GET.getlist("open"))
    places = [
        Place(
            PARTS[key],
            reverse("assessments:assessment-part", args=[pk, key]),
            states[key],
            builder.section(key, decisions[key]) if key in shown else None,
            ", ".join(assessment.assigned_to(key)),
        )
        for key in LIGHT_PARTS
    ]
    context = {
        "assessment": assessment,
        "places": places,
        "is_whole": all(place.section for place in places),
        "missing": missing,
        "ready": sum(state == "ready" for state in states.values()),
        "needed": sum(state != "not_needed" for state in states.values()),
        "is_light": True,
        "is_full": assessment.extent == Extent.FULL,
        "can_submit": policies.can_take(request.user, assessment, "submit_for_review"),
        "reasons": reasons,
        "may_read_history": policies.can_read_history(request.user, assessment),
        "crumbs": crumbs(assessment),
        **_form_context(request),
    }
    if policies.can_read_drafts(request.user, assessment):
        context["may_be_present"] = not reasons
        context |= editing_now(request, pk, EVERYWHERE)
        context["talks"] = True
        counts = assessment.comments.open_counts()
        for place in places:
            place.comments = sum(
                number for (key, _anchor), number in counts.items() if key == place.part.key
            )
    return render(request, "assessments/light.html", context)


def _to_screening(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Nothing can be assessed before the extent has been confirmed: lead to where that is done."""
    messages.info(request, _("The assessment begins when its extent has been confirmed."))
    if policies.can_read_drafts(request.user, assessment):
        return redirect("assessments:screening-update", assessment.pk)
    return redirect(assessment)


READY = ("ready", "not_needed")


def _shown_at_once(request: HttpRequest, states: dict[str, str]) -> set[str]:
    """The first part that is not ready, and those that the address names."""
    named = {PART_OF.get(each.partition("-")[0], "") for each in request.GET.getlist("open")}
    unfinished = [key for key, state in states.items() if state not in READY]
    return {*named, *request.GET.getlist("part"), *unfinished[:1]}


def light_url(pk: int, key: str) -> str:
    """The light screen with this part written out at once."""
    return f"{reverse('assessments:assessment-light', args=[pk])}?part={key}"


def _reasons(decisions: dict[str, Decision]) -> list[str]:
    """Why the screen cannot be written, once, when none of its parts can."""
    refused = [decision.reason for decision in decisions.values() if not decision]
    return sorted(set(refused)) if len(refused) == len(decisions) else []


# --- One part ---------------------------------------------------------------------------------


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
    assessment = _with_part(request, pk, part, without=without)
    if part in FOR_DRAFT_READERS and not (
        decision := policies.can_read_drafts(request.user, assessment)
    ):
        raise PermissionDenied(decision.reason)
    if is_inside:
        section = _section(request, _builder(request, assessment, light=True), part)
        context = {"section": section, "is_light": True, **_form_context(request)}
        return render(request, "assessments/part_inside.html", context)
    opened = request.GET.getlist("open")
    builder = _builder(
        request,
        assessment,
        data=typed,
        opened=opened,
        view=View.of(request.GET),
        pieces=PIECES if is_whole else (),
    )
    section = _section(request, builder, part)
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
    _found(request, pk)
    found = remarks(typed_texts(request.POST, ending), request.POST.get("cfs.level", ""))
    return render(request, "assessments/part_readability.html", {"remarks": found})


# Rows that only the pieces show which the comparison fetches.
FETCHED_KINDS = ("hearingfinding", "hearingview", "groupsize")


def _piece(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One piece of the comparison, fetched when the page is there."""
    assessment = _found(request, pk)
    if assessment.extent != Extent.FULL:
        raise Http404(name)
    load_parts([assessment], PIECES[name])
    builder = _builder(request, assessment, pieces=[name])
    section = builder.piece(policies.can_write(request.user, assessment, "cmp"))
    context = {"assessment": assessment, "section": section, **_form_context(request)}
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
        **_form_context(request),
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
    """A text to begin the notice with, in each language of the municipality."""
    if not section.decision:
        return {}
    assessment = section.assessment
    proposal = Proposal.objects.select_related("municipality", "body", "preparer").get(
        pk=assessment.pk
    )
    ends = [row.until for row in assessment.notices.all() if row.until]
    until = ends[-1] if ends else notices.suggested_end(timezone.localdate())
    contact = str(assessment.answer("pub.contact")).strip()
    contact = contact or f"{proposal.preparer}, {proposal.preparer.email}"
    return {
        "notice_texts": [
            {
                "language": language,
                "name": LANGUAGE_NAMES[language],
                "text": notices.ready_text(proposal, until, contact, language),
            }
            for language in proposal.municipality.languages
        ]
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
    assessment = _with_part(request, pk, key)
    section = _section(request, _builder(request, assessment, data=request.POST), key)
    if not section.decision:
        return _refused(request, section)
    submitted = Submitted(request.POST, assessment, request.user)
    submitted.save(section.form)
    if submitted.is_clean:
        return _next_page(request, section, submitted)
    assessment = _with_part(request, pk, key)
    section = _section(request, _builder(request, assessment, data=request.POST), key)
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


# --- One cell of the matrix -------------------------------------------------------------------


@dataclass
class Group:
    """One child group that the cell can be filled in for."""

    key: str
    label: str
    url: str
    word: str
    is_current: bool


@require_http_methods(["GET", "HEAD", "POST"])
@stash.keeps_typed
def impact(
    request: HttpRequest, pk: int, alternative: int, dimension: str, group: str
) -> HttpResponse:
    """What one alternative does in one dimension to one group: a page, or a panel in the matrix."""
    if dimension not in DIMENSIONS or group not in GROUP_LABELS:
        raise Http404(dimension)
    kinds, said = ["alternative", "dimensionscope", "impact"], ()
    if "cell" in request.GET:
        kinds.append("mitigation")
        said = ("evidence", "hearing")
    assessment = _assessment(request, pk, *kinds, full=said)
    chosen = [row for row in assessment.alternatives.all() if row.pk == alternative]
    if not chosen:
        raise Http404(str(alternative))
    cell = Cell(request, assessment, chosen[0], dimension, group)
    if "cell" in request.GET:
        return cell.fragment()
    if request.method == "POST":
        return cell.posted()
    typed = stash.take(request)
    form = cell.form(typed)
    if typed is not None and put_back(form, typed):
        messages.info(request, _("What you wrote is back in its fields. Check it and save."))
    return cell.page(form)


class Cell:
    """One opened cell: which row it is, its form and its pages."""

    def __init__(self, request, assessment: Assessment, alternative, dimension: str, group: str):
        self.request = request
        self.assessment = assessment
        self.alternative = alternative
        self.dimension = dimension
        self.group = group
        self.decision = policies.can_write(request.user, assessment, "impact")
        self.impacts = {
            (row.alternative_id, row.dimension, row.child_group): row
            for row in assessment.impacts.all()
        }
        self.impact = self.impacts.get((alternative.pk, dimension, group))
        self.is_full = assessment.extent == Extent.FULL

    @property
    def anchor(self) -> str:
        return f"cell-{self.alternative.pk}-{self.dimension}"

    def url(self, group: str, place: tuple[int, str] | None = None) -> str:
        where = place or (self.alternative.pk, self.dimension)
        return reverse("assessments:impact-update", args=[self.assessment.pk, *where, group])

    @property
    def following(self) -> str:
        """The cell to go on with: the next that nobody has assessed, else the next of all.

        Cells are read line by line; impacts.js finds the same one in the table.
        """
        scopes = self.assessment.dimensionscopes.all()
        places = [
            (row.pk, scope.dimension)
            for scope in scopes
            if scope.is_relevant
            for row in self.assessment.alternatives.all()
        ]
        own = (self.alternative.pk, self.dimension)
        here = places.index(own) if own in places else -1
        later = places[here + 1 :]
        found = [place for place in (*later, *places[: max(here, 0)]) if self._is_open(place)]
        return self.url(self.group, (found or later)[0]) if found or later else ""

    def _is_open(self, place: tuple[int, str]) -> bool:
        impact = self.impacts.get((*place, self.group))
        return impact is None or not impact.direction

    def form(self, data=None) -> SlotForm:
        """Fields of the stored row, or of the row that the first save will make."""
        offered = Offered(self.assessment)
        form = SlotForm(offered)
        was_new = data is not None and any(name.startswith("cell-") for name in data)
        row = self.impact or Impact(pk=0, version=0)
        for name in (*FULL_IMPACT_FIELDS, *FULL_IMPACT_MORE) if self.is_full else IMPACT_FIELDS:
            wire = ""
            if self.impact is None or was_new:
                wire = f"cell:{self.alternative.pk}:{self.dimension}:{self.group}:{name}"
            form.add(row.slot(name), getattr(row, name), row.version, wire=wire)
        sizes = [(int(size.value), f"{size.label}: {size.meaning}") for size in MAGNITUDES]
        (magnitude,) = [name for name in form.fields if name.endswith("magnitude")]
        form.fields[magnitude].choices = sizes
        if self.is_full:
            self._suggest(form, row, offered)
        return form

    def _suggest(self, form: SlotForm, row: Impact, offered: Offered) -> None:
        """Ticks that the dimension brings along; removed sources only where they are linked."""
        for made in form.fields.values():
            if isinstance(made, ArticlesField):
                bilingual = self.assessment.municipality.is_bilingual
                made.suggest(preselected(self.dimension, bilingual=bilingual))
                if row.articles is None:
                    made.initial = made.suggested
        (links,) = [name for name in form.fields if name.endswith("evidence")]
        gone = offered.removed - set(row.evidence)
        form.fields[links].choices = [
            each for each in form.fields[links].choices if each[0] not in gone
        ]

    def page(self, form: SlotForm, status: int = 200, **rest) -> HttpResponse:
        names = list(form.fields)
        first = names[: len(FULL_IMPACT_FIELDS)]
        more = [form[name] for name in names[len(first) :]]
        impact = self.impact
        context = {
            "assessment": self.assessment,
            "alternative": self.alternative,
            "dimension": DIMENSIONS[self.dimension],
            "decision": self.decision,
            "impact": self.impact,
            "form": form,
            "fields": [form[name] for name in first],
            "more": more,
            "more_open": any(each.errors or hasattr(each, "conflict") for each in more),
            "calculation": steps_of(impact) if self.is_full and impact else (),
            "said": self.is_full and impact and form.offered.is_said_by_children(impact.evidence),
            "facts": [(form.fields[name].label, self.words(form, name)) for name in names],
            "groups": self.groups(),
            "group": self.group,
            "group_label": GROUP_LABELS[self.group],
            "columns": len(self.assessment.alternatives.all()) + 1,
            "url": self.url(self.group),
            "cell_id": self.anchor,
            "talks": bool(policies.can_read_drafts(self.request.user, self.assessment)),
            "back": self.back(),
            "following": self.following,
            "crumbs": crumbs(self.assessment, (PARTS["imp"].title, self.back())),
            **_form_context(self.request),
            **rest,
        }
        template = "impact_row" if self.request.htmx else "impact"
        return render(self.request, f"assessments/{template}.html", context, status=status)

    def words(self, form: SlotForm, name: str) -> str:
        """A value in words; the number of children so that no small one is told to readers."""
        number = self.impact.count if self.impact else None
        if number is None or not name.endswith("-count"):
            return form.words(name)
        if policies.can_read_history(self.request.user, self.assessment):
            return form.words(name)
        same = [
            (group, row.count)
            for (alternative, dimension, group), row in self.impacts.items()
            if (alternative, dimension) == (self.alternative.pk, self.dimension)
        ]
        shown = counts.sizes(same, ALL)
        return shown[[group for group, _number in same].index(self.group)]

    def back(self) -> str:
        if self.assessment.extent == Extent.LIGHT and self.assessment.status == Status.PREPARING:
            base = light_url(self.assessment.pk, "imp")
        else:
            base = reverse("assessments:assessment-part", args=[self.assessment.pk, "imp"])
        view = View(self.group).query.replace("?", "&" if "?" in base else "?")
        return f"{base}{view}#{self.anchor}"

    def groups(self) -> list[Group]:
        """All children, the groups chosen for the matter, and groups that are filled in already."""
        filled = [
            key
            for alternative, dimension, key in self.impacts
            if (alternative, dimension) == (self.alternative.pk, self.dimension)
        ]
        keys = groups_to_show(self.assessment, filled, self.group)
        return [self._group(key) for key in keys]

    def _group(self, key: str) -> Group:
        row = self.impacts.get((self.alternative.pk, self.dimension, key))
        step = step_of(row)
        word = row.get_direction_display() if row and row.direction else ""
        if step:
            word = f"{word} {abs(step)}"
        return Group(key, GROUP_LABELS[key], self.url(key), word, key == self.group)

    def posted(self) -> HttpResponse:
        """The form posted as a whole: the row is made when there is something to save."""
        data = self.request.POST
        form = self.form(data)
        if not self.decision:
            texts = [
                {"text": "\n".join(data.getlist(name))} for name in form.fields if data.get(name)
            ]
            return self.page(form, 403, strays=texts)
        submitted = Submitted(data, self.assessment, self.request.user)
        self._save(form, submitted)
        if submitted.is_clean:
            if submitted.saved:
                messages.success(self.request, _("Saved."))
            goes_on = self.request.POST.get("do") == "next"
            return redirect((goes_on and self.following) or self.back())
        assessment = _assessment(
            self.request, self.assessment.pk, "alternative", "dimensionscope", "impact"
        )
        again = Cell(self.request, assessment, self.alternative, self.dimension, self.group)
        form = again.form(data)
        submitted.show(form)
        return again.page(
            form, submitted.status, error_list=submitted.links(form), saved=submitted.saved
        )

    def _save(self, form: SlotForm, submitted: Submitted) -> None:
        """Saves under the row's own slots, whatever the page called them."""
        wires = [slot for slot in form.slots.values() if slot.startswith("cell:")]
        has_text = any(
            value.strip() for name in form.fields for value in self.request.POST.getlist(name)
        )
        if not wires:
            submitted.save(form)
            return
        if not has_text and self.impact is None:
            return
        submitted.save(form, real=self._real)

    def _real(self, wire: str) -> str:
        row, _base = cell_impact(wire, self.assessment.pk, 0, self.request.user)
        return row.slot(wire.rpartition(":")[2])

    def fragment(self) -> HttpResponse:
        """The cell alone, to be shown in the table again after it has been edited.

        What the table says of the whole column and of all alternatives comes along.
        """
        alternatives, impacts = self.assessment.alternatives.all(), self.assessment.impacts.all()
        scopes = self.assessment.dimensionscopes.all()
        said = children_said(self.assessment) if self.is_full else frozenset()
        view = View(self.group, self.request.GET.get("view") == DIFFERENCE)
        matrix = Matrix.of(self.assessment, alternatives, scopes, impacts, said, view)
        maker = CellMaker(self.assessment, alternatives, impacts, said, view)
        cell = maker.cell(self.alternative, self.dimension)
        talks = self.assessment.comments.filter(part="imp").open_counts()
        cell.count_comments({anchor: number for (_part, anchor), number in talks.items()})
        context = {
            "cell": cell,
            "matrix": matrix,
            "is_update": True,
            "shown": self.request.GET.getlist("shown"),
        }
        if "calculation-table" in context["shown"]:
            relevant = {row.dimension for row in scopes if row.is_relevant}
            context["calculation"] = calculations(alternatives, relevant, impacts)
        # The pages of the full assessment show their harms on a page of their own.
        if "harms" in context["shown"] and self.impact and self.impact.is_harm_to_mitigate:
            section = _section(
                self.request, _builder(self.request, self.assessment, light=True), "mit"
            )
            known = set(self.request.GET.getlist("known"))
            harms = [harm for harm in section.harms if harm.id not in known]
            context |= {"harms": harms, "section": section, **_form_context(self.request)}
        return render(self.request, "assessments/impact_cell_fragment.html", context)
