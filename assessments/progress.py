"""How far an assessment is and what comes next, in words: the task list and "My work" read this.

Pure reading of an assessment whose parts have been loaded (``assessments.loading``): no query here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from assessments import gates, plan, policies
from assessments.following import late_points
from assessments.loading import feedback_day
from assessments.models import Assessment, WorkTask
from assessments.phases import DECISION_STATUSES, TRANSITIONS, WRITABLE, Extent, Phase, Status
from assessments.questioning import answer_due
from assessments.questions import FULL_PAGES, page
from municipalities.roles import Permission, roles_with

# --- Parts ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Part:
    """One part of the work, its state (the words of ``status_word``) and where it is done."""

    key: str
    name: str
    state: str
    url: str = ""
    hint: str = ""
    # The people of the team who write it.
    assigned: str = ""
    open_comments: int = 0

    @property
    def is_ready(self) -> bool:
        return self.state == "ready"


def _answered(assessment: Assessment, group: str) -> bool:
    return any(
        value not in ("", None, []) and key.startswith(f"{group}.")
        for key, value in assessment.answer_values.items()
    )


Begun = Callable[[Assessment], bool]

# The parts of the light preparation in the order of its screen (domain 2.20): what shows that a
# person has begun with it.
PREPARATION_PARTS: dict[str, Begun] = {
    "grp": lambda each: _answered(each, "grp"),
    "alt": lambda each: any(row.number or row.description for row in each.alternatives.all()),
    "imp": lambda each: any(row.direction for row in each.impacts.all()),
    "dat": lambda each: bool(each.evidences.all() or each.knowledgegaps.all()),
    "hre": lambda each: bool(each.hearings.all()) or _answered(each, "hre"),
    "mit": lambda each: (
        bool(each.mitigations.all())
        or any(row.no_mitigation_reason.strip() for row in each.impacts.all())
    ),
    "rec": lambda each: _answered(each, "rec"),
    "fup": lambda each: bool(each.followuppoints.all()) or _answered(each, "fup"),
}

# The pages that the full assessment has beside them (domain 2.24), and what it asks more of.
_OWN_PAGES: dict[str, Begun] = {
    "matter": lambda each: _answered(each, "case") or bool(each.pathsteps.all()),
    "sco": lambda each: _answered(each, "sco"),
    "dat": lambda each: PREPARATION_PARTS["dat"](each) or _answered(each, "dat"),
    "hpl": lambda each: _answered(each, "hpl") or bool(each.plannedhearings.all()),
    "crc": lambda each: _answered(each, "crc"),
    "cmp": lambda each: _answered(each, "cmp"),
}
FULL_PREPARATION_PARTS: dict[str, Begun] = {
    key: (PREPARATION_PARTS | _OWN_PAGES)[key] for key in FULL_PAGES
}


def _preparation_parts(assessment: Assessment) -> dict[str, Begun]:
    return FULL_PREPARATION_PARTS if assessment.extent == Extent.FULL else PREPARATION_PARTS


NAMES = {
    "statements": page("statements").title,
    "publication": page("publication").title,
    "qst": gettext_lazy("Questions of the council members"),
    "feedback": gettext_lazy("Feedback to the children"),
    "team": pgettext_lazy("part", "Team"),
    "review": pgettext_lazy("part", "Review by another person"),
    "agenda": pgettext_lazy("part", "On the agenda"),
    "dec": pgettext_lazy("part", "Decision and how it relates to the recommendation"),
    "fup": pgettext_lazy("part", "Follow-up plan"),
    "out": pgettext_lazy("part", "Recorded follow-up points"),
}


def _url(assessment: Assessment, key: str) -> str:
    pk = assessment.proposal_id
    if key == "case":
        return reverse("assessments:proposal-update", args=[pk])
    if key == "scr":
        return reverse("assessments:screening-update", args=[pk])
    if key == "review":
        return reverse("assessments:assessment-review", args=[pk])
    if key == "agenda":
        return reverse("assessments:step-take", args=[pk, "put_on_agenda"])
    return reverse("assessments:assessment-part", args=[pk, key])


def _light_url(assessment: Assessment, key: str) -> str:
    """The light screen with one part written out at once."""
    url = reverse("assessments:assessment-light", args=[assessment.proposal_id])
    return f"{url}?part={key}#part-{key}"


def _state(begun: bool, missing: bool) -> str:
    if missing:
        return "in_progress" if begun else "not_started"
    return "ready"


def part_state(assessment: Assessment, key: str, missing: set[str]) -> str:
    """One part of the preparation in one word: the task list and the light screen say the same.

    ``missing`` names the parts in which the gate of the preparation misses something.
    """
    begun = _preparation_parts(assessment)[key](assessment)
    if key == "mit" and key not in missing and not begun:
        # Nothing to reduce: either no harm was found, or nobody has looked yet.
        return "not_needed" if PREPARATION_PARTS["imp"](assessment) else "not_started"
    return _state(begun, key in missing)


def parts_of(assessment: Assessment, phase: Phase) -> list[Part]:
    """The parts of one phase with a state each, in the order in which they are usually done."""
    return PARTS[phase](assessment)


def _initial_survey(assessment: Assessment) -> list[Part]:
    missing = gates.missing_in("screening", assessment)
    settled = assessment.status != Status.DRAFT
    waits = _waits_for_confirmation(assessment)
    state = "waiting" if waits else _state(_answered(assessment, "scr"), not settled and missing)
    hint = _("The extent waits for confirmation by another person.") if waits else ""
    return [
        Part("case", page("case").title, "ready", _url(assessment, "case")),
        Part("scr", page("scr").title, state, _url(assessment, "scr"), hint),
        *_team(assessment),
    ]


def _team(assessment: Assessment) -> list[Part]:
    """A full assessment is made by a team; a light one may be (``case.team``)."""
    if assessment.extent != Extent.FULL and not assessment.team:
        return []
    missing = assessment.extent == Extent.FULL and gates.missing_in("team", assessment)
    state = _state(bool(assessment.team), missing)
    return [Part("team", NAMES["team"], state, _url(assessment, "team"))]


def _preparation(assessment: Assessment) -> list[Part]:
    status = Status(assessment.status)
    if status in (Status.DRAFT, Status.SCREENED_OUT):
        state = "not_needed" if status == Status.SCREENED_OUT else "not_started"
        keys = (*_preparation_parts(assessment), "qa")
        return [Part(key, page(key).title, state) for key in keys]
    missing = {each.part for each in gates.missing_in("preparation", assessment)}
    parts = []
    for key in _preparation_parts(assessment):
        state = part_state(assessment, key, missing)
        names = ", ".join(assessment.assigned_to(key))
        parts.append(Part(key, page(key).title, state, _url(assessment, key), assigned=names))
    review = {Status.PREPARING: "not_started", Status.IN_REVIEW: "waiting"}.get(status, "ready")
    if status == Status.PREPARING and is_returned(assessment):
        review = "returned"
    parts.append(Part("review", NAMES["review"], review, _url(assessment, "review")))
    return parts


def _decision(assessment: Assessment) -> list[Part]:
    status = Status(assessment.status)
    before = status.phase in (Phase.INITIAL_SURVEY, Phase.PREPARATION)
    decided = status.phase == Phase.FOLLOW_UP
    agenda = "ready" if status == Status.ON_AGENDA or decided else "not_started"
    begun = bool(assessment.handlings.all()) or _answered(assessment, "dec")
    missing = before or gates.missing_in("decision", assessment)
    return [
        _statements(assessment),
        *_questions(assessment),
        Part(
            "agenda",
            NAMES["agenda"],
            agenda,
            _url(assessment, "agenda") if status == Status.FINAL else "",
        ),
        Part(
            "dec",
            NAMES["dec"],
            _state(begun, not decided and missing),
            "" if before else _url(assessment, "dec"),
        ),
        *_feedback(assessment),
        _publication(assessment),
    ]


def _publication(assessment: Assessment) -> Part:
    """What is published and the summary for children; in a light assessment when needed."""
    key, status = "publication", Status(assessment.status)
    if status not in WRITABLE["pub"][0] | {Status.CLOSED}:
        return Part(key, NAMES[key], "not_started")
    begun = _answered(assessment, "pub") or _answered(assessment, "cfs")
    missing = gates.missing_in("publication", assessment)
    if not begun and not missing:
        return Part(key, NAMES[key], "not_needed", _url(assessment, key))
    hint = missing[0].text if begun and missing else ""
    return Part(key, NAMES[key], _state(begun, bool(missing)), _url(assessment, key), hint)


def _statements(assessment: Assessment) -> Part:
    """The notice and the statements: from the preparation on, whatever of them the matter needs."""
    key, status = "statements", Status(assessment.status)
    if status in (Status.DRAFT, Status.SCREENED_OUT):
        return Part(key, NAMES[key], "not_started")
    lacking = [each for each in gates.missing_in("agenda", assessment) if each.part == key]
    begun = bool(assessment.notices.all() or assessment.statements.all())
    judged = assessment.extent != Extent.FULL or assessment.answer("ntc.needed") != ""
    if lacking or begun:
        state = _state(begun, bool(lacking))
    else:
        state = "not_needed" if judged else "not_started"
    hint = lacking[0].text if lacking else ""
    return Part(key, NAMES[key], state, _url(assessment, key), hint)


def _questions(assessment: Assessment) -> list[Part]:
    """Shown when somebody has asked."""
    rows = assessment.councillorquestions.all()
    if not rows:
        return []
    answered = sum(row.is_answered for row in rows)
    hint = _("%(done)d of %(all)d answered") % {"done": answered, "all": len(rows)}
    state = _state(answered > 0, answered < len(rows))
    return [Part("qst", NAMES["qst"], state, _url(assessment, "qst"), hint)]


def _feedback(assessment: Assessment) -> list[Part]:
    """Whether every group of children that was heard knows what came of it."""
    told = [row for row in assessment.hearings.all() if row.is_told]
    if not told:
        return []
    given = [row for row in told if row.feedback_given]
    hint = _("%(done)d of %(all)d told") % {"done": len(given), "all": len(told)}
    state = _state(bool(given), len(given) < len(told))
    return [Part("feedback", NAMES["feedback"], state, _url(assessment, "feedback"), hint)]


def _follow_up(assessment: Assessment) -> list[Part]:
    before = Status(assessment.status).phase != Phase.FOLLOW_UP
    planned = PREPARATION_PARTS["fup"](assessment)
    missing = before or gates.missing_in("follow_up", assessment)
    recorded = [row for row in assessment.outcomes.all() if row.is_recorded]
    points = assessment.followuppoints.all()
    out = "not_started" if not recorded else "in_progress"
    if recorded and len(recorded) >= len(points):
        out = "ready"
    elif not before and late_points(assessment):
        out = "late"
    hint = ""
    if points:
        hint = _("%(done)d of %(all)d recorded") % {"done": len(recorded), "all": len(points)}
    return [
        Part(
            "fup",
            NAMES["fup"],
            _state(planned, missing),
            "" if before else _url(assessment, "fup"),
        ),
        Part("out", NAMES["out"], out, "" if before else _url(assessment, "out"), hint),
    ]


PARTS: dict[Phase, Callable[[Assessment], list[Part]]] = {
    Phase.INITIAL_SURVEY: _initial_survey,
    Phase.PREPARATION: _preparation,
    Phase.DECISION: _decision,
    Phase.FOLLOW_UP: _follow_up,
}


def parts_shown(assessment: Assessment, phase: Phase, user) -> list[Part]:
    """The parts of one phase that ``user`` may open."""
    asks = policies.can_read_questions(user, assessment)
    return [part for part in parts_of(assessment, phase) if asks or part.key != "qst"]


def progress_words(assessment: Assessment, user) -> str:
    """ "6 of 9 parts ready": of the present phase, what ``user`` is shown and what is needed."""
    shown = parts_shown(assessment, Status(assessment.status).phase, user)
    parts = [part for part in shown if part.state != "not_needed"]
    ready = sum(part.is_ready for part in parts)
    return ngettext(
        "%(ready)d of %(all)d part ready", "%(ready)d of %(all)d parts ready", len(parts)
    ) % {"ready": ready, "all": len(parts)}


def phase_steps(assessment: Assessment) -> list[dict]:
    """The four phases for the stepper, in words."""
    status = Status(assessment.status)
    order = list(Phase)
    here = order.index(status.phase)
    ended = status in (Status.CLOSED, Status.SCREENED_OUT, Status.WITHDRAWN)
    return [
        {
            "name": phase.label,
            "state": "done" if n < here or (ended and n == here) else _ahead(n, here),
            "note": status.label if n == here else "",
        }
        for n, phase in enumerate(order)
    ]


def _ahead(position: int, here: int) -> str:
    return "current" if position == here else "coming"


def is_returned(assessment: Assessment) -> bool:
    """Whether the assessment came back to its preparer by its last step (``last_transition``)."""
    back = ("return_for_changes", "return_to_preparation")
    last = getattr(assessment, "last_transition", "")
    return assessment.status == Status.PREPARING and last in back


# --- Next action ------------------------------------------------------------------------------


@dataclass(frozen=True)
class NextAction:
    """The one thing to do next: a link straight to where it is done, or whom it waits for."""

    text: str
    url: str = ""
    more: str = ""
    waits_for: str = ""
    # What is missing first, where the link leads to more than that.
    hint: str = ""
    # Whether the reader can do it: "My work" shows these first.
    is_mine: bool = True


TASK_AHEAD = timedelta(days=7)
"""How early a task of the work plan is shown beside the next action."""
MOST_TASKS = 3
TOLD_FROM = frozenset({Status.ON_AGENDA, Status.DECIDED, Status.FOLLOWING})
"""When children can be told what came of their views, at the latest."""


@dataclass(frozen=True)
class Also:
    """Something else that waits, beside the one next action."""

    text: str
    url: str
    is_late: bool = False


def also_to_do(assessment: Assessment, user) -> list[Also]:
    """The summary to publish, open questions, tasks that fall due, children not told yet."""
    unpublished = _unpublished(assessment, user)
    if not policies.can_read_drafts(user, assessment):
        return unpublished
    return [
        *unpublished,
        *_unanswered(assessment),
        *_tasks_due(assessment),
        *_not_told(assessment),
    ]


def _unpublished(assessment: Assessment, user) -> list[Also]:
    """Residents read the summary before the decision, no later than the agenda (``is_public``)."""
    waits = (
        Status(assessment.status) in DECISION_STATUSES
        and assessment.answer("scr.individual") != "yes"
        and not getattr(assessment, "is_public", True)
    )
    if not waits or not policies.can_publish(user, assessment):
        return []
    url = reverse("publishing:publication-create", args=[assessment.proposal_id])
    is_late = assessment.proposal.agenda_deadline < timezone.localdate()
    return [Also(_("Publish the summary"), url, is_late)]


def _unanswered(assessment: Assessment) -> list[Also]:
    waiting = [row for row in assessment.councillorquestions.all() if not row.is_answered]
    if not waiting or Status(assessment.status) not in DECISION_STATUSES:
        return []
    due = answer_due(assessment.proposal.meeting_date)
    text = ngettext(
        "Answer %(n)d question of the council members by %(day)s",
        "Answer %(n)d questions of the council members by %(day)s",
        len(waiting),
    ) % {"n": len(waiting), "day": date_format(due)}
    url = f"{_url(assessment, 'qst')}#councillorquestion-{waiting[0].pk}"
    return [Also(text, url, due < timezone.localdate())]


def _tasks_due(assessment: Assessment) -> list[Also]:
    if Status(assessment.status) not in WRITABLE["worktask"][0]:
        return []
    today = timezone.localdate()
    due = [
        row
        for row in assessment.worktasks.all()
        if row.is_open and row.due and row.due <= today + TASK_AHEAD
    ]
    settled = _settled(assessment) if due else set()
    due = [row for row in due if not _is_done_by_parts(row, assessment.extent, settled)]
    return [
        Also(
            _("Work plan: %(task)s, by %(day)s") % {"task": row.task, "day": date_format(row.due)},
            f"{_url(assessment, 'plan')}?open=worktask-{row.pk}#worktask-{row.pk}",
            row.due < today,
        )
        for row in due[:MOST_TASKS]
    ]


def _settled(assessment: Assessment) -> set[str]:
    """The parts of the preparation and its procedure that wait for nobody."""
    parts = [*parts_of(assessment, Phase.PREPARATION), _statements(assessment)]
    return {part.key for part in parts if part.state in ("ready", "not_needed")}


def _is_done_by_parts(row: WorkTask, extent: str, settled: set[str]) -> bool:
    """A part that is ready says so itself: nobody has to tick its task as well."""
    parts = plan.done_with(row.template, extent)
    return bool(parts) and settled.issuperset(parts)


def _not_told(assessment: Assessment) -> list[Also]:
    """Those who were heard and not told yet; the plan's own day brings it forward."""
    untold = any(row.is_told and not row.feedback_given for row in assessment.hearings.all())
    if not untold:
        return []
    day, today = feedback_day(assessment), timezone.localdate()
    url = _url(assessment, "feedback")
    if day and day <= today + TASK_AHEAD:
        text = _("Tell the children by %(day)s what came of their views")
        return [Also(text % {"day": date_format(day)}, url, day < today)]
    if Status(assessment.status) not in TOLD_FROM:
        return []
    return [Also(_("Tell the children what came of their views"), url)]


def warnings_next(assessment: Assessment) -> list[gates.Missing]:
    """What is worth a look before the next gate."""
    names = NEXT_GATES.get(Status(assessment.status), ())
    return [each for name in names for each in gates.warnings_in(name, assessment)]


NEXT_STEPS: dict[Status, str] = {
    Status.DRAFT: "start",
    Status.PREPARING: "submit_for_review",
    Status.IN_REVIEW: "approve",
    Status.FINAL: "put_on_agenda",
    Status.ON_AGENDA: "record_decision",
    Status.DECIDED: "start_following",
    Status.FOLLOWING: "close",
}

# What the next step itself asks; which step follows the screening is decided in it.
NEXT_GATES: dict[Status, tuple[str, ...]] = {
    status: TRANSITIONS[step].requirements for status, step in NEXT_STEPS.items()
} | {Status.DRAFT: ("screening",)}


def missing_next(assessment: Assessment) -> list[gates.Missing]:
    """What is missing before the next gate."""
    names = NEXT_GATES.get(Status(assessment.status), ())
    return [each for name in names for each in gates.missing_in(name, assessment)]


def next_action(assessment: Assessment, user) -> NextAction | None:
    """What ``user`` or somebody else has to do next; nothing where the work has ended."""
    status = Status(assessment.status)
    if status not in NEXT_GATES:
        return None
    if status == Status.DRAFT and (action := _confirmation(assessment, user)):
        return action
    if status == Status.IN_REVIEW:
        return _review(assessment, user)
    if status == Status.ON_AGENDA and timezone.localdate() < assessment.proposal.meeting_date:
        day = date_format(assessment.proposal.meeting_date)
        return NextAction(
            _("Record the decision after the meeting"),
            _url(assessment, "dec"),
            waits_for=_("the meeting of %(day)s") % {"day": day},
            is_mine=False,
        )
    if status == Status.FOLLOWING and (action := _next_point(assessment)):
        return action
    missing = missing_next(assessment)
    if (action := _of_team(assessment, user, missing)) is not None:
        return action
    known = _preparation_parts(assessment)
    if status == Status.PREPARING and missing and missing[0].part in known:
        first = missing[0]
        is_full = assessment.extent == Extent.FULL
        url = first.url if is_full else _light_url(assessment, first.part)
        return NextAction(_("Continue the assessment"), url, hint=first.text)
    if missing:
        rest = len(missing) - 1
        more = ngettext("and %(rest)d more point", "and %(rest)d more points", rest)
        text = missing[0].text.removesuffix(".") if rest else missing[0].text
        return NextAction(text, missing[0].url, more % {"rest": rest} if rest else "")
    step = TRANSITIONS[NEXT_STEPS[status]]
    return NextAction(
        str(step.label),
        reverse("assessments:step-take", args=[assessment.proposal_id, step.name]),
    )


def _of_team(assessment: Assessment, user, missing: list[gates.Missing]) -> NextAction | None:
    """What is next for who writes only some parts: in them, or nothing for now."""
    if user.has_permission_in(Permission.EDIT, assessment.municipality):
        return None
    if not policies.is_of_team(user, assessment):
        return None
    own = {part for row in assessment.team_rows_of(user) for part in row.parts}
    for each in missing if assessment.status == Status.PREPARING else ():
        if each.part in own:
            title = {"part": page(each.part).title}
            return NextAction(_("Write your part: %(part)s") % title, each.url, hint=each.text)
    return NextAction(
        _("Nothing is missing in your parts"), assessment.get_absolute_url(), is_mine=False
    )


def _waits_for_confirmation(assessment: Assessment) -> bool:
    screening = getattr(assessment, "screening", None)
    return bool(
        assessment.status == Status.DRAFT
        and screening
        and not screening.confirmed_at
        and not screening.declined_note
    )


def _confirmation(assessment: Assessment, user) -> NextAction | None:
    screening = getattr(assessment, "screening", None)
    url = reverse("assessments:screening-update", args=[assessment.proposal_id])
    if screening is not None and screening.declined_note and not screening.confirmed_at:
        return NextAction(_("The extent was not confirmed: choose it again"), f"{url}#extent")
    if not _waits_for_confirmation(assessment):
        return None
    if policies.can_confirm_extent(user, screening):
        return NextAction(_("Confirm the extent"), f"{url}#confirmation")
    return NextAction(
        _("Waits for confirmation of the extent"),
        f"{url}#confirmation",
        waits_for=role_names(Permission.CONFIRM_EXTENT),
        is_mine=False,
    )


def _review(assessment: Assessment, user) -> NextAction:
    url = reverse("assessments:assessment-review", args=[assessment.proposal_id])
    if policies.can_take(user, assessment, "approve"):
        return NextAction(_("Review the assessment"), url)
    if policies.is_guest(user, assessment):
        return NextAction(_("Answer the review questions"), _url(assessment, "qa"))
    return NextAction(
        _("Waits for review"), url, waits_for=role_names(Permission.REVIEW), is_mine=False
    )


def _next_point(assessment: Assessment) -> NextAction | None:
    """The earliest follow-up point that has not been recorded yet."""
    recorded = {row.point_id for row in assessment.outcomes.all() if row.is_recorded}
    points = [row for row in assessment.followuppoints.all() if row.due and row.pk not in recorded]
    if not points:
        return None
    point, url = points[0], _url(assessment, "out")
    if point.due <= timezone.localdate():
        return NextAction(
            _("Record the follow-up point: %(what)s")
            % {"what": point.what or date_format(point.due)},
            url,
        )
    return NextAction(
        _("Record the next follow-up point"),
        url,
        waits_for=_("the day %(day)s") % {"day": date_format(point.due)},
        is_mine=False,
    )


def role_names(permission: Permission) -> str:
    """The roles that carry a right, for "waits for"."""
    return ", ".join(str(role.label) for role in roles_with(permission))


# --- Deadlines --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Lead:
    """A suggestion how long before the agenda deadline something should be done."""

    days: dict[str, int]
    name: str
    done_from: Status


# Counted back from the agenda deadline: two weeks for a light, ten for a full one (domain 1.5).
CHAIN = (
    Lead({"light": 14, "full": 70}, gettext_lazy("Start the preparation"), Status.PREPARING),
    Lead({"light": 10, "full": 42}, gettext_lazy("Hear the children"), Status.IN_REVIEW),
    Lead({"light": 4, "full": 14}, gettext_lazy("Submit for review"), Status.IN_REVIEW),
    Lead({"light": 0, "full": 0}, gettext_lazy("Ready for the agenda"), Status.FINAL),
)


def deadline_chain(assessment: Assessment) -> list[dict]:
    """The days to keep, counted back from the decision meeting; the first open one is next."""
    proposal, order = assessment.proposal, list(Status)
    here = order.index(Status(assessment.status))
    extent = assessment.extent if assessment.extent == Extent.FULL else Extent.LIGHT
    days: list[tuple[date, str, bool]] = []
    if assessment.extent != Extent.NONE:
        for lead in CHAIN:
            day = proposal.agenda_deadline - timedelta(days=lead.days[extent])
            days.append((day, str(lead.name), here >= order.index(lead.done_from)))
    if hearing := next((row for row in assessment.hearings.all() if row.said.strip()), None):
        days = [
            (hearing.date or day, name, True) if name == str(CHAIN[1].name) else (day, name, done)
            for day, name, done in days
        ]
    if told := feedback_day(assessment):
        rows = [row for row in assessment.hearings.all() if row.is_told]
        given = bool(rows) and all(row.feedback_given for row in rows)
        days.append((told, str(NAMES["feedback"]), given))
    meeting = _("Decision meeting: %(body)s") % {"body": proposal.body.name}
    days.append((proposal.meeting_date, meeting, here >= order.index(Status.DECIDED)))
    today, steps, found_next = timezone.localdate(), [], False
    for day, name, done in sorted(days, key=lambda step: step[0]):
        state = "done" if done else "late" if day < today else "coming"
        if state == "coming" and not found_next:
            state, found_next = "next", True
        steps.append({"date": day, "name": name, "state": state, "note": ""})
    return steps
