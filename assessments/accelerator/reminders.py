"""What a programme reminds of (domain 4.4), as a table of rules. Days are local days in Finland.

Only programmes that are going on remind: a planned one still changes, a closed one is history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta

from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

from assessments.accelerator.models import Meeting, Participation, Programme
from assessments.accelerator.schedule import MeetingKind, ProgrammeStatus, local
from assessments.phases import Status
from assessments.reminders import Due, Rule
from municipalities.models import Membership
from municipalities.roles import Permission, roles_with

MIDNIGHT = time(0)
THURSDAY, ONE_WEEK = 3, 7
EIGHT, NINE = time(8), time(9)
BEFORE_MEETING = (7, 1)
BEFORE_DRAFTS = (5, 3)
# A pilot that is no longer a draft is not asked for one.
DRAFTED = (Status.DRAFT, Status.PREPARING)


def _meetings_on(days: Iterable[date], **lookups) -> Iterator[Meeting]:
    """Meetings of running programmes whose local day is one of ``days``."""
    for day in days:
        yield from (
            Meeting.objects.held()
            .filter(
                programme__status=ProgrammeStatus.RUNNING,
                starts_at__gte=local(day, MIDNIGHT),
                starts_at__lt=local(day + timedelta(days=1), MIDNIGHT),
                **lookups,
            )
            .select_related("programme")
        )


def _contacts(programme: Programme) -> dict[int, int]:
    """The contacts that have an account, each with the municipality."""
    present = programme.participations.present().filter(contact__is_active=True)
    return dict(present.values_list("contact", "municipality"))


def _preparers(programme: Programme, statuses: Iterable[Status] = tuple(Status)) -> dict[int, int]:
    """The preparers of the pilots that stand in one of ``statuses``, each with the municipality."""
    return dict(
        Participation.objects.present()
        .filter(
            programme=programme,
            pilots__assessment__status__in=statuses,
            pilots__preparer__is_active=True,
        )
        .values_list("pilots__preparer", "municipality")
    )


def _coordinators(programme: Programme) -> dict[int, None]:
    """The people who run the programmes of the region now."""
    rows = Membership.objects.in_force().filter(
        region=programme.region_id,
        role__in=roles_with(Permission.RUN_PROGRAMME),
        user__is_active=True,
    )
    return dict.fromkeys(rows.values_list("user", flat=True))


def _remind(target, programme: Programme, people: dict, today: date, **context) -> Iterator[Due]:
    for recipient_id, municipality_id in people.items():
        yield Due(
            target=target,
            recipient_id=recipient_id,
            due=today,
            path=reverse("accelerator:programme-detail", args=[programme.pk]),
            municipality_id=municipality_id,
            context={"title": programme.name, **context},
        )


def _when(meeting: Meeting) -> dict[str, str]:
    starts = timezone.localtime(meeting.starts_at)
    return {
        "date": starts.date().isoformat(),
        "time": formats.time_format(starts.time(), "G.i"),
    }


def event_coming(today: date) -> Iterator[Due]:
    """Seven days and one day before a meeting: the contacts and the coordinators."""
    days = [today + timedelta(days=ahead) for ahead in BEFORE_MEETING]
    for meeting in _meetings_on(days):
        if meeting.is_help:
            continue
        programme = meeting.programme
        people = _coordinators(programme) | _contacts(programme)
        yield from _remind(meeting, programme, people, today, **_when(meeting))


def _help_hours(today: date) -> Iterator[Meeting]:
    """The help hours of a week, asked for on its Monday."""
    if today.weekday() == 0:
        week = [today + timedelta(days=ahead) for ahead in range(ONE_WEEK)]
        yield from _meetings_on(week, kind=MeetingKind.HELP)


def _is_usual(meeting: Meeting) -> bool:
    """Whether a help hour is on Thursday from eight to nine, as the pattern of 2018 has it."""
    starts, ends = (timezone.localtime(each) for each in (meeting.starts_at, meeting.ends_at))
    return starts.weekday() == THURSDAY and (starts.time(), ends.time()) == (EIGHT, NINE)


def _help(today: date, usual: bool) -> Iterator[Due]:
    for meeting in _help_hours(today):
        if _is_usual(meeting) is usual:
            programme = meeting.programme
            people = _preparers(programme) | _contacts(programme)
            yield from _remind(meeting, programme, people, today, **_when(meeting))


def help_open(today: date) -> Iterator[Due]:
    """On the Monday of a help week: contacts and the pilots' preparers."""
    return _help(today, usual=True)


def help_open_moved(today: date) -> Iterator[Due]:
    """The same for a help hour that has been moved from its usual day or hour."""
    return _help(today, usual=False)


def draft_due(today: date) -> Iterator[Due]:
    """Five and three days before the preparation meeting: preparers of unfinished pilots."""
    days = [today + timedelta(days=ahead) for ahead in BEFORE_DRAFTS]
    for meeting in _meetings_on(days, kind=MeetingKind.PREPARATION):
        programme = meeting.programme
        people = _preparers(programme, DRAFTED)
        yield from _remind(meeting, programme, people, today, **_when(meeting))


def followup_month(today: date) -> Iterator[Due]:
    """On the first day of the follow-up month: contacts and the coordinators."""
    for programme in Programme.objects.filter(
        status=ProgrammeStatus.RUNNING, followup_starts_on=today
    ):
        people = _coordinators(programme) | _contacts(programme)
        until = programme.ends_on.isoformat()
        yield from _remind(programme, programme, people, today, date=until)


RULES: tuple[Rule, ...] = (
    Rule("event_coming", _("Meeting on %(date)s at %(time)s"), event_coming),
    Rule("help_open", _("LAVA help on Thursday 8-9: book a time"), help_open),
    Rule("help_open_moved", _("LAVA help on %(date)s at %(time)s: book a time"), help_open_moved),
    Rule("draft_due", _("Draft for the group work by %(date)s"), draft_due),
    Rule("followup_month", _("Follow-up plans are made by %(date)s"), followup_month),
)
