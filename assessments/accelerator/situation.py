"""Where one municipality stands in a programme: what is planned against what is real.

Pure functions over plain facts; ``progress`` reads the facts, the pages and the file show them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import pgettext_lazy

from assessments.accelerator.schedule import Group, PhaseCalendar, group_of
from assessments.phases import Phase, Status
from assessments.questions.decision_types import decision_type

DROPPED = frozenset({Status.WITHDRAWN, Status.SCREENED_OUT})
UNDECIDED = frozenset(
    {Status.DRAFT, Status.PREPARING, Status.IN_REVIEW, Status.FINAL, Status.ON_AGENDA}
)
UNFINISHED = frozenset({Status.DRAFT, Status.PREPARING, Status.IN_REVIEW})
FOLLOWED = frozenset({Status.DECIDED, Status.FOLLOWING})
ORDER = list(Phase)


class Pace(models.TextChoices):
    """The real phase beside the planned one, in a word."""

    AHEAD = "ahead", pgettext_lazy("pace", "Ahead")
    ON_TIME = "on_time", pgettext_lazy("pace", "On time")
    LATE = "late", pgettext_lazy("pace", "Late")


class NextKind(models.TextChoices):
    """What the next date of a municipality is."""

    AGENDA = "agenda", pgettext_lazy("next date", "deadline for the agenda")
    DECISION = "decision", pgettext_lazy("next date", "decision meeting")
    FOLLOW_UP = "followup", pgettext_lazy("next date", "follow-up point")


@dataclass(frozen=True, slots=True)
class Pilot:
    """What a coordinator may know of a pilot: title, type, status and dates, never its text."""

    pk: int
    title: str
    language: str
    type: str
    status: Status
    agenda_deadline: date
    meeting_date: date
    moved_on: date
    followup_due: date | None = None

    @property
    def type_label(self) -> str:
        return decision_type(self.type).label

    @property
    def is_dropped(self) -> bool:
        """Lapsed, or screened out: no longer a pilot that can reach the end."""
        return self.status in DROPPED

    def coming_dates(self) -> list[tuple[date, NextKind]]:
        """The dates that still bind this pilot in its present status."""
        dates = []
        if self.status in UNFINISHED:
            dates.append((self.agenda_deadline, NextKind.AGENDA))
        if self.status in UNDECIDED:
            dates.append((self.meeting_date, NextKind.DECISION))
        if self.status in FOLLOWED and self.followup_due:
            dates.append((self.followup_due, NextKind.FOLLOW_UP))
        return dates


@dataclass(frozen=True, slots=True)
class Situation:
    """One municipality on one day."""

    today: date
    calendar: PhaseCalendar
    contact: str
    pilots: tuple[Pilot, ...]
    joined_on: date
    chosen_group: str = ""

    @property
    def live_pilots(self) -> list[Pilot]:
        return [each for each in self.pilots if not each.is_dropped]

    @property
    def planned(self) -> Phase:
        return self.calendar.planned(self.today)

    @property
    def real(self) -> Phase | None:
        """The furthest phase that a pilot has reached; ``None`` while there is no pilot."""
        reached = [each.status.phase for each in self.live_pilots]
        return max(reached, key=ORDER.index) if reached else None

    @property
    def pace(self) -> Pace:
        """Whether the municipality is ahead, on time or late against the programme.

        An assessment that missed its agenda is late in whatever phase it is.
        """
        if any(
            each.status in UNFINISHED and each.agenda_deadline < self.today
            for each in self.live_pilots
        ):
            return Pace.LATE
        real = ORDER.index(self.real) if self.real else 0
        planned = ORDER.index(self.planned)
        if real > planned:
            return Pace.AHEAD
        return Pace.LATE if real < planned else Pace.ON_TIME

    @property
    def next_date(self) -> tuple[date, NextKind] | None:
        """The nearest date, from today on, that binds one of the pilots."""
        coming = [
            pair
            for each in self.live_pilots
            for pair in each.coming_dates()
            if pair[0] >= self.today
        ]
        return min(coming, default=None)

    @property
    def last_moved_on(self) -> date:
        """The last day on which a pilot changed, or the day of joining."""
        return max((each.moved_on for each in self.pilots), default=self.joined_on)

    @property
    def days_still(self) -> int:
        return max((self.today - self.last_moved_on).days, 0)

    @property
    def group(self) -> Group:
        """The group chosen by hand, or the one that the pilots' types give."""
        if self.chosen_group:
            return Group(self.chosen_group)
        return group_of([each.type for each in self.live_pilots])
