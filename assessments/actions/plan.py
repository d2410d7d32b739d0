"""Making the work plan and moving its dates when the meeting moves; nothing moves by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.utils import translation

from assessments import plan, policies
from assessments.actions.saving import Conflict, save_value
from assessments.actions.whole import as_json
from assessments.models import Assessment, Revision, WorkTask
from municipalities.models import AuditEntry

PRESENCE = "removed_at"


@dataclass(frozen=True)
class Move:
    """The dates of one open task before and after the agenda deadline moved."""

    row: WorkTask
    start: date | None
    due: date | None
    # Whether a person has set its dates: these are left alone unless somebody asks.
    by_hand: bool
    # A holiday that was avoided, or July.
    hint: str = ""


def moves(assessment: Assessment, tasks: Iterable[WorkTask]) -> list[Move]:
    """Every open task whose dates were counted from another deadline than today's."""
    deadline, tasks = assessment.proposal.agenda_deadline, list(tasks)
    known = [row.planned_for for row in tasks if row.planned_for]
    if not known:
        return []
    found = []
    for row in tasks:
        anchor = row.planned_for or max(known)
        if not row.is_open or anchor == deadline or not (row.start or row.due):
            continue
        then = plan.counted_for(row.template, assessment.extent, anchor)
        by_hand = then is None or (row.start, row.due) != (then.start, then.due)
        if by_hand:
            start, due = (plan.shifted(day, deadline - anchor) for day in (row.start, row.due))
            now = plan.Dates(start, due, plan.hint(due))
        else:
            now = plan.counted_for(row.template, assessment.extent, deadline)
        if (now.start, now.due) != (row.start, row.due):
            found.append(Move(row, now.start, now.due, by_hand, now.hint))
    return found


def _locked(assessment_id: int, by) -> Assessment:
    assessment = (
        Assessment.objects.visible_to(by)
        .select_related("municipality", "proposal")
        .select_for_update(of=("self",), no_key=True)
        .filter(pk=assessment_id)
        .first()
    )
    if assessment is None:
        raise Http404
    decision = policies.can_write(by, assessment, "worktask")
    if not decision:
        raise PermissionDenied(decision.reason)
    return assessment


@transaction.atomic
def make_plan(*, assessment_id: int, by) -> list[WorkTask]:
    """Add the tasks of the template with their dates. A plan that is there already stays."""
    assessment = _locked(assessment_id, by)
    present = assessment.worktasks.present()
    known = set(present.exclude(template="").values_list("template", flat=True))
    deadline = assessment.proposal.agenda_deadline
    with translation.override(assessment.proposal.language):
        rows = [
            _row(assessment, task, deadline)
            for task in plan.template(assessment.extent)
            if task.key not in known
        ]
    WorkTask.objects.bulk_create(rows)
    Revision.objects.bulk_create(
        Revision(
            assessment=assessment,
            municipality_id=assessment.municipality_id,
            slot=row.slot(name),
            version=row.version,
            value=as_json(getattr(row, name)),
            by=by,
        )
        for row in rows
        for name in (PRESENCE, *WorkTask.SLOTS)
    )
    if rows:
        AuditEntry.record(
            action="make_plan", target=assessment, by=by, municipality=assessment.municipality
        )
    return rows


def _row(assessment: Assessment, task: plan.Task, deadline: date) -> WorkTask:
    dates = plan.counted(task, deadline)
    return WorkTask(
        assessment=assessment,
        municipality_id=assessment.municipality_id,
        task=str(task.name),
        start=dates.start,
        due=dates.due,
        status="open",
        template=task.key,
        planned_for=deadline,
    )


@transaction.atomic
def move_dates(
    *, assessment_id: int, chosen: Iterable[int], versions: Mapping[int, int], by
) -> tuple[int, list[WorkTask]]:
    """Move the chosen tasks to the present deadline; the others are counted from it from now on.

    ``versions`` tells what each task looked like to the person who decides. Returns how many were
    moved, and the tasks that somebody changed meanwhile: these are left as they are.
    """
    assessment = _locked(assessment_id, by)
    deadline, chosen = assessment.proposal.agenda_deadline, set(chosen)
    tasks = list(assessment.worktasks.present().select_for_update(of=("self",)))
    moved, changed = 0, []
    for move in moves(assessment, tasks):
        row = move.row
        if row.pk not in chosen:
            continue
        if row.version != versions.get(row.pk):
            changed.append(row)
            continue
        for name in ("start", "due"):
            if getattr(move, name) != getattr(row, name):
                saved = save_value(
                    assessment_id=assessment.pk,
                    slot=row.slot(name),
                    value=getattr(move, name),
                    base_version=row.version,
                    by=by,
                )
                if isinstance(saved, Conflict):  # pragma: no cover - the row is locked
                    raise RuntimeError(saved.slot)
                row.version = saved.version
        moved += 1
    left = {row.pk for row in changed}
    settled = [row.pk for row in tasks if row.is_open and row.pk not in left]
    WorkTask.objects.filter(pk__in=settled).update(planned_for=deadline)
    AuditEntry.record(
        action="move_plan",
        target=assessment,
        by=by,
        municipality=assessment.municipality,
        note=str(moved),
    )
    return moved, changed
