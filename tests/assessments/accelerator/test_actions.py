"""What a coordinator does: start a programme, change its dates, add municipalities, log support."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from assessments.accelerator import actions
from assessments.accelerator.actions import MeetingValues, planned_values
from assessments.accelerator.models import Meeting, Participation
from assessments.accelerator.schedule import MeetingKind, Mode, ProgrammeStatus, expand
from municipalities.models import AuditEntry
from tests import factories
from tests.factories import accelerator

pytestmark = pytest.mark.django_db
FIRST_DAY = accelerator.FIRST_DAY_2018


def _create(by, **fields):
    region = fields.pop("region", None) or factories.region()
    return actions.create_programme(
        region=region, name="LAVA", first_day=FIRST_DAY, by=by, **fields
    )


def _values(meeting, **changes):
    names = ("pk", "sequence", *actions.MEETING_FIELDS)
    return MeetingValues(**{**{name: getattr(meeting, name) for name in names}, **changes})


def test_a_programme_is_started_from_the_pattern_of_2018():
    coordinator = accelerator.coordinator()
    places = [factories.municipality(), factories.municipality()]
    programme = _create(coordinator, municipalities=places)
    assert programme.meetings.count() == 7
    assert programme.starts_on == FIRST_DAY
    assert programme.ends_on == date(2018, 9, 30)
    assert programme.status == ProgrammeStatus.PLANNED
    assert {each.municipality for each in programme.participations.all()} == set(places)
    assert AuditEntry.objects.filter(action="create_programme", by=coordinator).exists()


def test_edited_dates_are_saved_instead_of_the_computed_ones():
    values = planned_values(expand(FIRST_DAY))[:2]
    programme = _create(accelerator.coordinator(), meetings=values)
    assert programme.meetings.count() == 2


def test_only_the_regions_coordinator_may_start_a_programme():
    elsewhere = factories.region(code="01")
    contact = factories.user("lava_contact", factories.municipality())
    for stranger in (accelerator.coordinator(elsewhere), contact):
        with pytest.raises(PermissionDenied, match=r"\w+"):
            _create(stranger)


def test_municipalities_of_another_region_are_refused():
    programme = accelerator.programme()
    stranger = factories.municipality(region=factories.region(code="01"))
    with pytest.raises(ValidationError, match=stranger.name_fi):
        actions.add_municipalities(
            programme=programme, municipalities=[stranger], by=programme.created_by
        )


def test_the_lava_contact_becomes_the_contact():
    programme = accelerator.programme()
    place = factories.municipality()
    contact = factories.user("lava_contact", place)
    (added,) = actions.add_municipalities(
        programme=programme, municipalities=[place], by=programme.created_by
    )
    assert added.contact == contact


def test_adding_twice_adds_once_and_a_municipality_that_left_comes_back():
    programme = accelerator.programme()
    place = factories.municipality()
    coordinator = programme.created_by

    def add():
        return actions.add_municipalities(
            programme=programme, municipalities=[place], by=coordinator
        )

    (added,) = add()
    assert add() == []
    added.note = "Kept"
    added.save()
    actions.leave(participation=added, by=coordinator)
    (back,) = add()
    assert (back.pk, back.note, back.left_at) == (added.pk, "Kept", None)


def test_a_pilot_must_be_the_municipalitys_own_matter():
    programme = accelerator.programme()
    taking_part = accelerator.participation(programme)
    strangers = factories.assessment().proposal
    with pytest.raises(ValidationError):
        actions.change_participation(
            participation=taking_part, pilots=[strangers], by=programme.created_by
        )


def test_a_changed_date_moves_the_programmes_first_day():
    programme = accelerator.programme(FIRST_DAY)
    first = programme.meetings.first()
    week = timedelta(days=7)
    values = _values(first, starts_at=first.starts_at - week, ends_at=first.ends_at - week)
    changed = actions.save_meetings(programme=programme, meetings=[values], by=programme.created_by)
    assert [each.sequence for each in changed] == [1]
    assert programme.starts_on == date(2018, 3, 6)


def test_unchanged_meetings_keep_their_sequence():
    programme = accelerator.programme()
    values = [_values(each) for each in programme.meetings.all()]
    assert (
        actions.save_meetings(programme=programme, meetings=values, by=programme.created_by) == []
    )


def test_a_meeting_that_somebody_else_changed_meanwhile_is_not_overwritten():
    programme = accelerator.programme()
    first = programme.meetings.first()
    for place, refused in (("Library", False), ("Town hall", True)):
        values = _values(first, place=place)
        if refused:
            with pytest.raises(ValidationError):
                actions.save_meetings(
                    programme=programme, meetings=[values], by=programme.created_by
                )
        else:
            actions.save_meetings(programme=programme, meetings=[values], by=programme.created_by)
    assert programme.meetings.first().place == "Library"


def test_a_meeting_can_be_added():
    programme = accelerator.programme(FIRST_DAY)
    model = programme.meetings.last()
    later = timedelta(days=30)
    values = MeetingValues(
        kind=MeetingKind.TRAINING,
        title="Training for councillors",
        starts_at=model.starts_at + later,
        ends_at=model.ends_at + later,
        mode=Mode.HYBRID,
    )
    actions.save_meetings(programme=programme, meetings=[values], by=programme.created_by)
    assert Meeting.objects.get(kind=MeetingKind.TRAINING).name == "Training for councillors"


def test_a_closed_programme_is_not_changed_until_it_is_opened_again():
    programme = accelerator.programme()
    coordinator = programme.created_by
    actions.set_status(programme=programme, status=ProgrammeStatus.CLOSED, by=coordinator)
    with pytest.raises(PermissionDenied):
        actions.add_municipalities(
            programme=programme, municipalities=[factories.municipality()], by=coordinator
        )
    actions.set_status(programme=programme, status=ProgrammeStatus.RUNNING, by=coordinator)
    actions.add_municipalities(
        programme=programme, municipalities=[factories.municipality()], by=coordinator
    )
    assert Participation.objects.count() == 1


def test_support_is_appended_to_the_log():
    programme = accelerator.programme()
    taking_part = accelerator.participation(programme)
    note = actions.record_support(
        participation=taking_part,
        on=date(2018, 3, 20),
        kind="visit",
        text="Management team",
        by=programme.created_by,
    )
    assert note.municipality == taking_part.municipality
    assert AuditEntry.objects.filter(action="record_support").exists()
