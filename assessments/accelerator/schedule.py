"""The pattern of 2018 as a table, and a programme's dates computed from it (domain 4.1 and 4.2).

Every date is counted from the first meeting in local time, so a series that crosses a clock change
keeps its hour on the wall. Dates move from weekends to weekdays; holidays are hinted, never moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.easter import easter
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from assessments.phases import Phase
from assessments.workdays import holiday_name

HELSINKI = ZoneInfo("Europe/Helsinki")
SATURDAY, DAYS_IN_WEEK = 5, 7
# Maundy Thursday is no public holiday, but offices close early (domain 4.2, rule 3).
FROM_MAUNDY_THURSDAY_TO_EASTER = timedelta(days=3)


class ProgrammeStatus(models.TextChoices):
    """Whether a programme is being set up, going on or over."""

    PLANNED = "planned", pgettext_lazy("programme", "Being planned")
    RUNNING = "running", pgettext_lazy("programme", "Going on")
    CLOSED = "closed", pgettext_lazy("programme", "Closed")


class MeetingKind(models.TextChoices):
    """What a meeting is for. The first three and the help hours come from the pattern of 2018."""

    SURVEY = "survey", pgettext_lazy("meeting", "Initial survey meeting")
    PREPARATION = "preparation", pgettext_lazy("meeting", "Preparation meeting")
    DECISION = "decision", pgettext_lazy("meeting", "Decision-making meeting")
    FOLLOW_UP = "followup", pgettext_lazy("meeting", "Follow-up meeting")
    TRAINING = "training", pgettext_lazy("meeting", "Training")
    HELP = "help", pgettext_lazy("meeting", "LAVA help hour")


class Mode(models.TextChoices):
    """How people come together."""

    ONSITE = "onsite", pgettext_lazy("mode of a meeting", "On site")
    ONLINE = "online", pgettext_lazy("mode of a meeting", "Online")
    HYBRID = "hybrid", pgettext_lazy("mode of a meeting", "On site and online")


class Group(models.TextChoices):
    """The two working groups of the preparation meeting."""

    SCHOOL = "school", pgettext_lazy("group", "School projects")
    OTHER = "other", pgettext_lazy("group", "Other projects")


# Types of matter that belong to the school group; all others belong to the other (domain 4.2, 3).
SCHOOL_TYPES = frozenset({"school_network", "build"})


def group_of(types: list[str]) -> Group:
    """The group that pilots of these types belong to."""
    return Group.SCHOOL if SCHOOL_TYPES.intersection(types) else Group.OTHER


@dataclass(frozen=True)
class Step:
    """One meeting of a pattern, ``offset`` days after the first."""

    kind: MeetingKind
    offset: int
    starts: time
    ends: time
    mode: Mode


_AFTERNOON = (time(15), time(18), Mode.ONSITE)
_HELP_HOUR = (time(8), time(9), Mode.ONLINE)

PATTERN_2018 = (
    Step(MeetingKind.SURVEY, 0, *_AFTERNOON),
    Step(MeetingKind.HELP, 2, *_HELP_HOUR),
    Step(MeetingKind.HELP, 9, *_HELP_HOUR),
    Step(MeetingKind.HELP, 16, *_HELP_HOUR),
    Step(MeetingKind.HELP, 23, *_HELP_HOUR),
    Step(MeetingKind.PREPARATION, 28, *_AFTERNOON),
    Step(MeetingKind.DECISION, 57, *_AFTERNOON),
)
FOLLOW_UP_2018 = (172, 201)


@dataclass(frozen=True)
class PlannedMeeting:
    """One meeting with its computed times; ``moved_from`` is the weekend day it came from."""

    kind: MeetingKind
    starts_at: datetime
    ends_at: datetime
    mode: Mode
    moved_from: date | None = None


@dataclass(frozen=True)
class Plan:
    """A whole programme computed from its first day."""

    meetings: tuple[PlannedMeeting, ...]
    followup_starts_on: date
    followup_ends_on: date


def on_weekday(day: date) -> date:
    """``day`` itself, or the Monday after when it falls on a weekend."""
    if day.weekday() < SATURDAY:
        return day
    return day + timedelta(days=DAYS_IN_WEEK - day.weekday())


def exists(day: date, clock: time) -> bool:
    """Whether the wall clock shows this time on that day; an hour is skipped in spring."""
    moment = datetime.combine(day, clock, HELSINKI)
    return moment.astimezone(UTC).astimezone(HELSINKI).time() == clock


def local(day: date, clock: time) -> datetime:
    """The moment at which the wall clock in Finland shows ``clock`` on ``day``.

    A time that the spring change skips is taken an hour later; of a time that the autumn change
    repeats, the first is meant.
    """
    return datetime.combine(day, clock, HELSINKI).astimezone(UTC).astimezone(HELSINKI)


def expand(first_day: date) -> Plan:
    """The dates of a new programme after the pattern of 2018, counted from its first meeting."""
    first = on_weekday(first_day)
    meetings = []
    for step in PATTERN_2018:
        wanted = first + timedelta(days=step.offset)
        day = on_weekday(wanted)
        came_from = first_day if step.offset == 0 else wanted
        meetings.append(
            PlannedMeeting(
                step.kind,
                local(day, step.starts),
                local(day, step.ends),
                step.mode,
                came_from if came_from != day else None,
            )
        )
    starts, ends = (first + timedelta(days=offset) for offset in FOLLOW_UP_2018)
    return Plan(tuple(meetings), starts, ends)


def day_hint(day: date) -> str:
    """What the coordinator should know of a day: a holiday, its eve, a weekend; else empty."""
    if name := holiday_name(day):
        return _("Holiday: %(name)s") % {"name": name}
    if day.weekday() >= SATURDAY:
        return _("This is a weekend day.")
    if _is_maundy_thursday(day):
        return _("Maundy Thursday: offices close early and many are on leave.")
    if name := holiday_name(day + timedelta(days=1)):
        return _("The next day is a holiday: %(name)s") % {"name": name}
    return ""


def _is_maundy_thursday(day: date) -> bool:
    return day + FROM_MAUNDY_THURSDAY_TO_EASTER == easter(day.year)


@dataclass(frozen=True)
class PhaseCalendar:
    """The days on which a programme's phases begin; a day that is missing begins no phase."""

    preparation: date | None
    decision: date | None
    follow_up: date | None
    survey: date | None = None

    def planned(self, today: date) -> Phase:
        """The phase that the programme's calendar has reached on ``today``."""
        begins = (
            (Phase.FOLLOW_UP, self.follow_up),
            (Phase.DECISION, self.decision),
            (Phase.PREPARATION, self.preparation),
        )
        reached = (phase for phase, day in begins if day and today >= day)
        return next(reached, Phase.INITIAL_SURVEY)
