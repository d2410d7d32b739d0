"""The milestones of a municipality with the distances of 2018 (domain 4.3): computed, never ticked.

A milestone is done when the municipality's own work shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext_lazy

from assessments.accelerator.schedule import PhaseCalendar
from assessments.accelerator.situation import Situation
from assessments.phases import Status

AFTER_SCREENING = frozenset(Status) - {Status.DRAFT, Status.WITHDRAWN}
IN_REVIEW_OR_LATER = AFTER_SCREENING - {Status.SCREENED_OUT, Status.PREPARING}
READY = IN_REVIEW_OR_LATER - {Status.IN_REVIEW}
DECIDED = frozenset({Status.DECIDED, Status.FOLLOWING, Status.CLOSED})


@dataclass(frozen=True)
class Content:
    """Counts from the pilot that has most of each: numbers only, no text."""

    hearings: int = 0
    alternatives: int = 0
    followup_points: int = 0


@dataclass(frozen=True)
class Milestone:
    """``anchor`` names a day of the phase calendar, ``days`` the distance from it."""

    key: str
    label: str
    anchor: str
    days: int
    done: Callable[[Situation, Content], bool]


def _any_in(statuses: frozenset[Status]) -> Callable[[Situation, Content], bool]:
    return lambda situation, _content: any(
        each.status in statuses for each in situation.live_pilots
    )


MILESTONES = (
    Milestone(
        "contact",
        gettext_lazy("Contact named"),
        "survey",
        -7,
        lambda situation, _content: bool(situation.contact),
    ),
    Milestone(
        "pilot",
        gettext_lazy("Pilot chosen"),
        "survey",
        0,
        lambda situation, _content: bool(situation.live_pilots),
    ),
    Milestone("screened", gettext_lazy("Screening done"), "survey", 0, _any_in(AFTER_SCREENING)),
    Milestone(
        "hearings",
        gettext_lazy("Children heard, alternatives described"),
        "preparation",
        -4,
        # The zero alternative exists from birth, so two means one of the municipality's own.
        lambda _situation, content: content.hearings > 0 and content.alternatives > 1,
    ),
    Milestone(
        "review",
        gettext_lazy("Impacts and comparison submitted for review"),
        "decision",
        -14,
        _any_in(IN_REVIEW_OR_LATER),
    ),
    Milestone("ready", gettext_lazy("Assessment ready"), "decision", -5, _any_in(READY)),
    Milestone("decided", gettext_lazy("Decision recorded"), "", 0, _any_in(DECIDED)),
    Milestone(
        "followup",
        gettext_lazy("Follow-up planned"),
        "follow_up",
        27,
        lambda _situation, content: content.followup_points > 0,
    ),
)


def due_day(milestone: Milestone, calendar: PhaseCalendar, situation: Situation) -> date | None:
    """The planned day; the decision has the day of the municipality's own meeting."""
    if not milestone.anchor:
        return min((each.meeting_date for each in situation.live_pilots), default=None)
    anchor = getattr(calendar, milestone.anchor)
    return anchor + timedelta(days=milestone.days) if anchor else None


def chain(situation: Situation, content: Content) -> Iterator[dict]:
    """The milestones as steps of the deadline chain.

    ``next`` is the first open one that is not late.
    """
    nothing_next = True
    for milestone in MILESTONES:
        due = due_day(milestone, situation.calendar, situation)
        state = "done"
        if not milestone.done(situation, content):
            is_late = due is not None and due < situation.today
            state = "late" if is_late else "next" if nothing_next else "coming"
            nothing_next = nothing_next and is_late
        yield {"date": due, "name": milestone.label, "state": state}
