"""The programme's calendar as iCalendar (RFC 5545), in the language of the address."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from assessments.accelerator.models import Meeting, Programme
from assessments.accelerator.schedule import HELSINKI

HOST = "digi-lava"


def calendar(programme: Programme, *, with_links: bool) -> bytes:
    """Every meeting, cancelled ones as cancelled, and the follow-up month.

    No ORGANIZER is written: calendars would mail the organiser on import. ``with_links`` is for
    people who log in; the public feed never tells the address of an online meeting.
    """
    feed = Calendar()
    feed.add("prodid", "-//Digi-LAVA//Accelerator//FI")
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("name", programme.name)
    feed.add("x-wr-calname", programme.name)
    feed.add("x-wr-timezone", HELSINKI.key)
    meetings = list(programme.meetings.all())
    for meeting in meetings:
        feed.add_component(_event(programme, meeting, with_links))
    feed.add_component(_follow_up(programme))
    years = [each.starts_at.year for each in meetings] or [programme.starts_on.year]
    feed.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(years) + 1, 12, 31))
    return feed.to_ical()


def _event(programme: Programme, meeting: Meeting, with_links: bool) -> Event:
    event = Event()
    event.add("uid", f"{meeting.uid}@{HOST}")
    # Without METHOD this is the time of the last revision, so an unchanged feed stays unchanged.
    event.add("dtstamp", meeting.updated_at)
    event.add("last-modified", meeting.updated_at)
    event.add("sequence", meeting.sequence)
    event.add("status", "CANCELLED" if meeting.cancelled_at else "CONFIRMED")
    event.add("dtstart", meeting.starts_at.astimezone(HELSINKI))
    event.add("dtend", meeting.ends_at.astimezone(HELSINKI))
    event.add("summary", f"{meeting.name}: {programme.name}", {"language": get_language()})
    event.add("location", meeting.place or str(meeting.get_mode_display()))
    if with_links:
        event.add("description", _description(programme, meeting))
        event.add("url", meeting.link or settings.SITE_URL + programme.get_absolute_url())
    return event


def _description(programme: Programme, meeting: Meeting) -> str:
    lines = [_("Online meeting: %(link)s") % {"link": meeting.link}] if meeting.link else []
    page = settings.SITE_URL + programme.get_absolute_url()
    return "\n".join([*lines, _("Programme page: %(link)s") % {"link": page}])


def _follow_up(programme: Programme) -> Event:
    event = Event()
    event.add("uid", f"programme-{programme.pk}-follow-up@{HOST}")
    event.add("dtstamp", programme.updated_at)
    event.add("last-modified", programme.updated_at)
    event.add("dtstart", programme.followup_starts_on)
    # The end of a whole-day event is the day after its last.
    event.add("dtend", programme.ends_on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    title = pgettext("calendar", "Follow-up plans due")
    event.add("summary", f"{title}: {programme.name}", {"language": get_language()})
    return event
