"""Who is reminded of what and when: days are counted in local time."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from assessments.accelerator import reminders
from assessments.accelerator.schedule import MeetingKind, ProgrammeStatus, local
from assessments.actions import reminding
from assessments.emails import subject_of
from assessments.models import Reminder
from assessments.phases import Status
from assessments.reminders import all_rules
from tests import factories
from tests.factories import accelerator

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return accelerator.programme(accelerator.FIRST_DAY_2018)


@pytest.fixture
def people(programme):
    """A contact and a preparer of one municipality, and the coordinator."""
    place = factories.municipality(region=programme.region)
    contact = factories.user("lava_contact", place)
    made = factories.assessment(status=Status.PREPARING, municipality=place)
    accelerator.participation(programme, place, [made.proposal], contact=contact)
    return {
        "contact": contact,
        "preparer": made.proposal.preparer,
        "coordinator": programme.created_by,
        "assessment": made,
    }


def _due(find, today):
    return list(find(today))


def _names(found, people):
    by_id = {person.pk: name for name, person in people.items() if name != "assessment"}
    return {by_id[each.recipient_id] for each in found}


@pytest.mark.parametrize("ahead", [7, 1])
@pytest.mark.parametrize("meeting", [date(2018, 3, 13), date(2018, 4, 10), date(2018, 5, 9)])
def test_a_coming_meeting_reminds_contacts_and_coordinator(people, meeting, ahead):
    found = _due(reminders.event_coming, meeting - timedelta(days=ahead))
    assert _names(found, people) == {"contact", "coordinator"}
    assert {each.context["date"] for each in found} == {meeting.isoformat()}
    assert {each.context["time"] for each in found} == {"15.00"}


@pytest.mark.parametrize("ahead", [8, 6, 2, 0])
def test_no_other_day_reminds_of_a_meeting(people, ahead):
    assert _due(reminders.event_coming, date(2018, 3, 13) - timedelta(days=ahead)) == []


def test_help_hours_are_not_reminded_of_as_meetings(people):
    assert _due(reminders.event_coming, date(2018, 3, 21)) == []


@pytest.mark.parametrize(
    "monday", [date(2018, 3, 12), date(2018, 3, 19), date(2018, 3, 26), date(2018, 4, 2)]
)
def test_the_monday_of_a_help_week_reminds_contacts_and_preparers(people, monday):
    found = _due(reminders.help_open, monday)
    assert _names(found, people) == {"contact", "preparer"}
    assert _due(reminders.help_open_moved, monday) == []


def test_no_other_day_reminds_of_help(people):
    assert _due(reminders.help_open, date(2018, 3, 13)) == []
    assert _due(reminders.help_open, date(2018, 4, 9)) == []


def test_a_moved_help_hour_is_announced_with_its_own_day(programme, people):
    moved = programme.meetings.filter(kind=MeetingKind.HELP).first()
    moved.starts_at += timedelta(days=1)
    moved.ends_at += timedelta(days=1)
    moved.save()
    assert _due(reminders.help_open, date(2018, 3, 12)) == []
    (first, *_rest) = _due(reminders.help_open_moved, date(2018, 3, 12))
    assert (first.context["date"], first.context["time"]) == ("2018-03-16", "8.00")


@pytest.mark.parametrize("ahead", [5, 3])
def test_drafts_are_asked_for_before_the_preparation_meeting(people, ahead):
    found = _due(reminders.draft_due, date(2018, 4, 10) - timedelta(days=ahead))
    assert _names(found, people) == {"preparer"}


def test_a_pilot_in_review_is_not_asked_for_a_draft(people):
    made = people["assessment"]
    type(made).objects.update(status=Status.IN_REVIEW)
    assert _due(reminders.draft_due, date(2018, 4, 5)) == []


def test_the_follow_up_month_begins_with_a_reminder(people):
    found = _due(reminders.followup_month, date(2018, 9, 1))
    assert _names(found, people) == {"contact", "coordinator"}
    assert {each.context["date"] for each in found} == {"2018-09-30"}
    assert _due(reminders.followup_month, date(2018, 9, 2)) == []


@pytest.mark.parametrize("status", [ProgrammeStatus.PLANNED, ProgrammeStatus.CLOSED])
def test_only_a_programme_that_goes_on_reminds(programme, people, status):
    programme.status = status
    programme.save()
    assert _due(reminders.event_coming, date(2018, 3, 12)) == []
    assert _due(reminders.followup_month, date(2018, 9, 1)) == []


def test_cancelled_meetings_and_municipalities_that_left_are_left_alone(programme, people):
    programme.participations.update(left_at=local(date(2018, 3, 1), reminders.MIDNIGHT))
    assert _names(_due(reminders.event_coming, date(2018, 3, 12)), people) == {"coordinator"}
    programme.meetings.update(cancelled_at=local(date(2018, 3, 1), reminders.MIDNIGHT))
    assert _due(reminders.event_coming, date(2018, 3, 12)) == []


def test_days_are_local_days_late_in_the_evening(programme, people):
    """23:30 in Helsinki is still the same local day, though the next one is hours away in UTC."""
    meeting = programme.meetings.first()
    meeting.starts_at = local(date(2018, 3, 14), reminders.MIDNIGHT)
    meeting.ends_at = meeting.starts_at + timedelta(hours=1)
    meeting.save()
    assert _due(reminders.event_coming, date(2018, 3, 12)) == []
    assert _due(reminders.event_coming, date(2018, 3, 13)) != []


def test_the_rules_are_in_the_table_that_the_tick_asks():
    assert {rule.key for rule in reminders.RULES} <= set(all_rules())
    assert {rule.key for rule in reminders.RULES} == {
        "event_coming",
        "help_open",
        "help_open_moved",
        "draft_due",
        "followup_month",
    }


def test_two_ticks_write_each_reminder_once(people):
    day = date(2018, 3, 6)
    for _tick in range(2):
        reminding.remind(day)
    rows = Reminder.objects.filter(rule="event_coming")
    assert {each.recipient_id for each in rows} == {
        people["contact"].pk,
        people["coordinator"].pk,
    }
    assert rows.count() == 2
    with translation.override("en"):
        subject = subject_of(rows.first(), all_rules())
    assert "2018" in subject
    assert "15.00" in subject
