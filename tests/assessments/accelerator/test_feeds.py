"""The calendar is read back by a calendar library: local hours, stable names, no meeting links."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation
from icalendar import Calendar

from assessments.accelerator import actions, feeds
from assessments.accelerator.forms import meeting_initial
from assessments.accelerator.schedule import MeetingKind
from tests.factories import accelerator

pytestmark = pytest.mark.django_db
LINK = "https://meeting.example.org/secret-room"


def _events(programme, with_links=False):
    raw = feeds.calendar(programme, with_links=with_links)
    return raw, {str(each["UID"]): each for each in Calendar.from_ical(raw).walk("VEVENT")}


@pytest.fixture
def programme():
    return accelerator.programme(accelerator.FIRST_DAY_2018)


def test_local_hours_survive_the_change_to_summer_time(programme):
    _raw, events = _events(programme)
    starts = sorted(each.start for each in events.values() if isinstance(each.start, datetime))
    assert [(each.day, each.month, each.hour) for each in starts] == [
        (13, 3, 15),
        (15, 3, 8),
        (22, 3, 8),
        (29, 3, 8),
        (5, 4, 8),
        (10, 4, 15),
        (9, 5, 15),
    ]
    assert starts[2].astimezone(UTC) == datetime(2018, 3, 22, 6, tzinfo=UTC)
    assert starts[3].astimezone(UTC) == datetime(2018, 3, 29, 5, tzinfo=UTC)


def test_local_hours_survive_the_change_to_winter_time():
    _raw, events = _events(accelerator.programme(date(2026, 10, 13)))
    helps = sorted(
        each.start
        for each in events.values()
        if isinstance(each.start, datetime) and each.start.hour == 8
    )
    assert [each.astimezone(UTC).hour for each in helps] == [5, 5, 6, 6]


def test_the_time_zone_is_described_in_the_file(programme):
    raw, _events_by_uid = _events(programme)
    (zone,) = Calendar.from_ical(raw).walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Helsinki"
    assert b"DTSTART;TZID=Europe/Helsinki:20180313T150000" in raw


def test_the_follow_up_month_is_a_whole_day_event(programme):
    _raw, events = _events(programme)
    month = events[f"programme-{programme.pk}-follow-up@digi-lava"]
    assert (month.start, month.end) == (date(2018, 9, 1), date(2018, 10, 1))


def test_lines_end_in_crlf_and_are_folded_at_75_octets(programme):
    programme.name = "Lapsivaikutusten arvioinnin kiihdyttämö äö " * 3
    raw, events = _events(programme)
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    assert any(programme.name in str(each["SUMMARY"]) for each in events.values())


def test_text_with_commas_and_newlines_is_read_back_as_written(programme):
    place = "Kirjasto, 2. krs; sali A\\B"
    programme.meetings.update(place=place)
    _raw, events = _events(programme)
    assert place in {str(each.get("LOCATION")) for each in events.values()}


def test_a_changed_meeting_keeps_its_name_and_gets_a_higher_sequence(programme):
    programme.meetings.update(updated_at=datetime(2018, 3, 1, tzinfo=UTC))
    meeting = programme.meetings.first()
    _raw, before = _events(programme)
    values = actions.MeetingValues(
        pk=meeting.pk,
        kind=meeting.kind,
        starts_at=meeting.starts_at + timedelta(hours=1),
        ends_at=meeting.ends_at,
        mode=meeting.mode,
    )
    actions.save_meetings(programme=programme, meetings=[values], by=programme.created_by)
    _raw, after = _events(programme)
    uid = f"{meeting.uid}@digi-lava"
    assert set(before) == set(after)
    assert (before[uid]["SEQUENCE"], after[uid]["SEQUENCE"]) == (0, 1)
    assert after[uid].LAST_MODIFIED > before[uid].LAST_MODIFIED


def test_a_cancelled_meeting_stays_as_cancelled(programme):
    meeting = programme.meetings.first()
    starts = meeting_initial(meeting)
    assert starts["starts"].hour == 15
    values = actions.MeetingValues(
        pk=meeting.pk,
        kind=meeting.kind,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at,
        mode=meeting.mode,
        cancelled=True,
    )
    actions.save_meetings(programme=programme, meetings=[values], by=programme.created_by)
    _raw, events = _events(programme)
    assert events[f"{meeting.uid}@digi-lava"]["STATUS"] == "CANCELLED"
    assert meeting not in programme.held_meetings


def test_nobody_is_mailed_on_import(programme):
    raw, _by_uid = _events(programme, with_links=True)
    assert b"ORGANIZER" not in raw
    assert b"ATTENDEE" not in raw


def test_the_public_feed_needs_no_login_and_hides_the_online_meetings(client, programme):
    programme.meetings.filter(kind=MeetingKind.HELP).update(link=LINK)
    response = client.get(f"/programmes/feeds/{programme.feed_token}.ics")
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert LINK.encode() not in response.content
    assert not response.cookies
    again = client.get(
        f"/programmes/feeds/{programme.feed_token}.ics", headers={"If-None-Match": response["ETag"]}
    )
    assert again.status_code == 304


def test_a_guessed_feed_is_not_found(client, programme):
    assert client.get("/programmes/feeds/guess.ics").status_code == 404
    assert client.get(f"/programmes/feeds/{programme.pk}.ics").status_code == 404


def test_the_logged_in_calendar_has_the_links(log_in, programme):
    programme.meetings.filter(kind=MeetingKind.HELP).update(link=LINK)
    response = log_in(programme.created_by).get(f"/programmes/{programme.pk}/calendar.ics")
    unfolded = response.content.replace(b"\r\n ", b"")
    assert LINK.encode() in unfolded


def test_an_unchanged_feed_is_the_same_byte_for_byte(programme):
    with translation.override("fi"):
        first = feeds.calendar(programme, with_links=False)
        assert feeds.calendar(programme, with_links=False) == first
