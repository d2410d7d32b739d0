"""What officials are reminded of about their assessments (domain 4.4), as a table of rules.

A rule finds what is due on a local day; the ledger makes it exactly once for each recipient.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, Max, OuterRef, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from assessments.loading import FEEDBACK_DAY
from assessments.models import (
    Answer,
    Assessment,
    CorrectiveAction,
    CouncillorQuestion,
    FollowUpPoint,
    Hearing,
    WorkTask,
)
from assessments.phases import DECISION_STATUSES, FOLLOW_UP_STATUSES, WRITABLE, Status
from assessments.questioning import answer_due
from municipalities.models import Membership
from municipalities.roles import Role


@dataclass(frozen=True)
class Due:
    """One thing that one person is reminded of. ``due`` is the day that makes it unique."""

    target: models.Model
    recipient_id: int
    due: date
    path: str
    municipality_id: int | None = None
    # Values of the subject's placeholders; dates as ISO text, shown in the reader's habit.
    context: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """``subject`` has ``%(name)s`` placeholders; ``find`` answers for one local day."""

    key: str
    subject: str | Promise
    find: Callable[[date], Iterable[Due]]


UNFINISHED = (Status.DRAFT, Status.PREPARING, Status.IN_REVIEW)


def _contacts(municipality_ids: Iterable[int]) -> dict[int, list[int]]:
    """The LAVA contact persons of each municipality, by primary key."""
    contacts: dict[int, list[int]] = {}
    rows = Membership.objects.in_force().filter(
        role=Role.LAVA_CONTACT, municipality__in=set(municipality_ids), user__is_active=True
    )
    for municipality_id, user_id in rows.values_list("municipality_id", "user_id"):
        contacts.setdefault(municipality_id, []).append(user_id)
    return contacts


def _remind(assessment: Assessment, recipients: Iterable[int | None], due: date) -> Iterator[Due]:
    proposal = assessment.proposal
    for recipient_id in dict.fromkeys(each for each in recipients if each):
        yield Due(
            target=assessment,
            recipient_id=recipient_id,
            due=due,
            path=reverse("assessments:proposal-detail", args=[assessment.pk]),
            municipality_id=assessment.municipality_id,
            context={
                **proposal.titles,
                "deadline": proposal.agenda_deadline.isoformat(),
                "meeting": proposal.meeting_date.isoformat(),
            },
        )


def agenda_deadline(today: date) -> Iterator[Due]:
    """28, 14 and 3 days before the assessment must be ready: preparer and presenter."""
    days = [today + timedelta(days=ahead) for ahead in (28, 14, 3)]
    found = Assessment.objects.filter(
        status__in=UNFINISHED, proposal__agenda_deadline__in=days
    ).select_related("proposal")
    for assessment in found:
        people = (assessment.proposal.preparer_id, assessment.proposal.presenter_id)
        yield from _remind(assessment, people, today)


def no_hearing(today: date) -> Iterator[Due]:
    """21 days before the agenda deadline, when no hearing of children has been recorded."""
    found = (
        Assessment.objects.filter(
            status=Status.PREPARING, proposal__agenda_deadline=today + timedelta(days=21)
        )
        .exclude(hearings__in=_recorded_hearings())
        .select_related("proposal")
    )
    contacts = _contacts(each.municipality_id for each in found)
    for assessment in found:
        people = [assessment.proposal.preparer_id, *contacts.get(assessment.municipality_id, [])]
        yield from _remind(assessment, people, today)


def _recorded_hearings() -> models.QuerySet:
    return Hearing.objects.present().filter(number__isnull=False)


def stale(today: date) -> Iterator[Due]:
    """Fourteen days without a change in preparation: the preparer."""
    found = (
        Assessment.objects.filter(status=Status.PREPARING)
        .annotate(changed=Max("revisions__at"))
        .filter(
            Q(changed__date=today - timedelta(days=14))
            | Q(changed__isnull=True, status_since__date=today - timedelta(days=14))
        )
        .select_related("proposal")
    )
    for assessment in found:
        yield from _remind(assessment, [assessment.proposal.preparer_id], today)


def review_wait(today: date) -> Iterator[Due]:
    """Five days in review: those who may review, other than the preparer."""
    found = Assessment.objects.filter(
        status=Status.IN_REVIEW, status_since__date=today - timedelta(days=5)
    ).select_related("proposal")
    contacts = _contacts(each.municipality_id for each in found)
    for assessment in found:
        proposal = assessment.proposal
        readers = [*contacts.get(assessment.municipality_id, []), proposal.presenter_id]
        yield from _remind(
            assessment, [each for each in readers if each != proposal.preparer_id], today
        )


def record_decision(today: date) -> Iterator[Due]:
    """The day after the meeting, when no decision has been recorded: presenter and preparer."""
    found = Assessment.objects.filter(
        status__in=(Status.FINAL, Status.ON_AGENDA),
        proposal__meeting_date=today - timedelta(days=1),
    ).select_related("proposal")
    for assessment in found:
        people = (assessment.proposal.presenter_id, assessment.proposal.preparer_id)
        yield from _remind(assessment, people, today)


def followup_point(today: date) -> Iterator[Due]:
    """30 and 7 days before a follow-up point, 14 days after it: preparer, late also contact."""
    days = [today + timedelta(days=ahead) for ahead in (30, 7, -14)]
    found = (
        FollowUpPoint.objects.unrecorded()
        .filter(due__in=days, assessment__status__in=FOLLOW_UP_STATUSES)
        .select_related("assessment__proposal")
    )
    contacts = _contacts(each.municipality_id for each in found)
    for point in found:
        people = [point.assessment.proposal.preparer_id]
        if point.due < today:
            people += contacts.get(point.municipality_id, [])
        for reminder in _remind(point.assessment, people, today):
            yield Due(
                target=point,
                recipient_id=reminder.recipient_id,
                due=today,
                path=reminder.path,
                municipality_id=point.municipality_id,
                context={**reminder.context, "point": point.due.isoformat()},
            )


def corrective_action(today: date) -> Iterator[Due]:
    """7 days before a corrective action is due, on the day and 14 days late, while it is not done:
    the preparer and, where the plan names a person of the municipality, who owns the follow-up."""
    days = [today + timedelta(days=ahead) for ahead in (7, 0, -14)]
    found = (
        CorrectiveAction.objects.present()
        .filter(
            due__in=days,
            outcome__removed_at__isnull=True,
            assessment__status__in=FOLLOW_UP_STATUSES,
        )
        .exclude(status="done")
        .exclude(action="")
        .select_related("assessment__proposal")
    )
    owners = _owners(each.assessment_id for each in found)
    for action in found:
        people = [action.assessment.proposal.preparer_id, *owners.get(action.assessment_id, [])]
        for reminder in _remind(action.assessment, people, today):
            yield Due(
                target=action,
                recipient_id=reminder.recipient_id,
                due=today,
                path=reverse("assessments:assessment-part", args=[action.assessment_id, "out"]),
                municipality_id=action.municipality_id,
                context={**reminder.context, "day": action.due.isoformat()},
            )


def _owners(assessment_ids: Iterable[int]) -> dict[int, list[int]]:
    """Members of the municipality whom the plan names as responsible for the follow-up."""
    answers = Answer.objects.filter(assessment__in=set(assessment_ids), key="fup.owner")
    owners: dict[int, list[int]] = {}
    for answer in answers:
        named = Membership.objects.in_force().filter(
            municipality=answer.municipality_id,
            user__is_active=True,
            user__name__iexact=str(answer.value).strip(),
        )
        owners[answer.assessment_id] = list(named.values_list("user", flat=True).distinct())
    return owners


def task_due(today: date) -> Iterator[Due]:
    """A task of the work plan is due in three days, or was due yesterday: the preparer.

    Whoever does the task is a name or a role, to which no mail can be sent.
    """
    found = (
        WorkTask.objects.present()
        .filter(
            due__in=(today + timedelta(days=3), today - timedelta(days=1)),
            assessment__status__in=WRITABLE["worktask"][0],
        )
        .exclude(status="done")
        .select_related("assessment__proposal")
    )
    for task in found:
        for reminder in _remind(task.assessment, [task.assessment.proposal.preparer_id], today):
            yield replace(
                reminder,
                target=task,
                context={**reminder.context, "task": task.task, "day": task.due.isoformat()},
            )


# A week before the day, on the day, and then every second week for half a year.
FEEDBACK_DAYS = (7, 0, *(-14 * again for again in range(1, 14)))


def hearing_feedback(today: date) -> Iterator[Due]:
    """The day on which children are told what came of their views, until it has been recorded.

    The day is the plan's own (``hpl.feedback.date``). The preparer; from the day after it on also
    the contact persons. Where nobody has been heard there is nothing to tell.
    """
    days = {(today + timedelta(days=ahead)).isoformat() for ahead in FEEDBACK_DAYS}
    waiting = (
        Hearing.objects.present().filter(number__gt=0, feedback_given=None).exclude(said="")
    ).filter(assessment=OuterRef("assessment"))
    found = (
        Answer.objects.filter(
            Exists(waiting),
            key=FEEDBACK_DAY,
            value__in=days,
            assessment__status__in=WRITABLE["hearing.feedback_given"][0],
        )
        .select_related("assessment__proposal")
        .order_by("pk")
    )
    contacts = _contacts(each.municipality_id for each in found)
    for answer in found:
        people = [answer.assessment.proposal.preparer_id]
        if date.fromisoformat(answer.value) < today:
            people += contacts.get(answer.municipality_id, [])
        for reminder in _remind(answer.assessment, people, today):
            path = reverse("assessments:assessment-part", args=[answer.assessment_id, "feedback"])
            yield replace(reminder, path=path, context={**reminder.context, "day": answer.value})


def councillor_question(today: date) -> Iterator[Due]:
    """A council member asks, or the last day for the answer has come: the preparer.

    A question of yesterday evening is found too; its day makes it the same reminder.
    """
    found = (
        CouncillorQuestion.objects.present()
        .filter(answer="", assessment__status__in=DECISION_STATUSES)
        .select_related("assessment__proposal")
    )
    for question in found:
        proposal = question.assessment.proposal
        due = answer_due(proposal.meeting_date)
        days = {question.asked_on} if today - question.asked_on <= timedelta(days=1) else set()
        days |= {due} if due == today else set()
        for day in days:
            for reminder in _remind(question.assessment, [proposal.preparer_id], day):
                path = reverse("assessments:assessment-part", args=[proposal.pk, "qst"])
                context = {**reminder.context, "day": due.isoformat()}
                yield replace(reminder, target=question, path=path, context=context)


def _at_once(today: date) -> Iterator[Due]:
    """Nothing falls due on a day: the act itself writes into the ledger."""
    yield from ()


RULES: tuple[Rule, ...] = (
    Rule("agenda_deadline", _("The assessment must be ready by %(deadline)s"), agenda_deadline),
    Rule("no_hearing", _("No hearing of children has been recorded"), no_hearing),
    Rule("stale", _("The assessment has stood still for two weeks"), stale),
    Rule("review_wait", _("An assessment waits for its reviewer"), review_wait),
    Rule("record_decision", _("Record the decision"), record_decision),
    Rule("followup_point", _("Follow-up point %(point)s"), followup_point),
    Rule("corrective_action", _("A corrective action is due on %(day)s"), corrective_action),
    Rule("task_due", _("Task of the work plan: %(task)s, by %(day)s"), task_due),
    Rule(
        "hearing_feedback",
        _("Tell the children by %(day)s what came of their views"),
        hearing_feedback,
    ),
    Rule(
        "councillor_question",
        _("Answer a council member's question by %(day)s"),
        councillor_question,
    ),
    Rule("mention", _("%(by)s mentioned you in a comment"), _at_once),
    Rule("peer_review", _("You are asked to review an assessment by %(until)s"), _at_once),
)


def all_rules() -> dict[str, Rule]:
    """Every rule of every table that the settings name, by key."""
    return {rule.key: rule for path in settings.REMINDER_TABLES for rule in import_string(path)}
