"""Who may do what: the second person, and a reason for every refusal."""

import pytest

from assessments import policies
from assessments.models import Screening
from assessments.phases import WRITABLE, Status
from municipalities.roles import PERMISSIONS, Permission, Role
from tests import factories

pytestmark = pytest.mark.django_db


def waiting(place, **people) -> Screening:
    made = factories.assessment(
        status=Status.DRAFT,
        municipality=place,
        **{k: v for k, v in people.items() if k == "preparer"},
    )
    return Screening.objects.create(
        assessment=made,
        municipality=place,
        suggested="full",
        chosen="light",
        reason="Vaikutus rajoittuu yhteen ryhmään.",
        chosen_by=people.get("chosen_by") or made.proposal.preparer,
    )


@pytest.mark.parametrize("role", Role)
def test_a_lowered_extent_is_confirmed_by_those_who_hold_the_right(role):
    place = factories.municipality()
    screening = waiting(place)
    person = factories.user(role, place.region if role.is_regional else place)
    decision = policies.can_confirm_extent(person, screening)
    assert bool(decision) == (Permission.CONFIRM_EXTENT in PERMISSIONS[role])
    assert bool(decision) or decision.reason


def test_neither_the_preparer_nor_who_chose_confirms_a_lowered_extent():
    place = factories.municipality()
    preparer = factories.user(Role.PRESENTER, place)
    contact = factories.user(Role.LAVA_CONTACT, place)
    screening = waiting(place, preparer=preparer, chosen_by=contact)
    assert not policies.can_confirm_extent(preparer, screening)
    assert not policies.can_confirm_extent(contact, screening)
    assert policies.can_confirm_extent(factories.user(Role.PRESENTER, place), screening)


@pytest.mark.parametrize("status", Status)
def test_each_part_is_written_in_its_statuses_and_by_its_right_only(status):
    made = factories.assessment(status=status)
    people = {
        role: factories.user(
            role, made.municipality.region if role.is_regional else made.municipality
        )
        for role in Role
    }
    stranger = factories.user(Role.LAVA_CONTACT, factories.municipality())
    for part, (statuses, permission) in WRITABLE.items():
        assert not policies.can_write(stranger, made, part)
        for role, person in people.items():
            decision = policies.can_write(person, made, part)
            assert bool(decision) == (status in statuses and permission in PERMISSIONS[role])
            assert bool(decision) or decision.reason


def test_a_person_with_several_roles_holds_the_rights_of_all_of_them():
    place = factories.municipality()
    person = factories.user(Role.COUNCILLOR, place)
    made = factories.assessment(status=Status.PREPARING, municipality=place)
    assert not policies.can_write(person, made, "rec")
    person.memberships.create(role=Role.PREPARER, municipality=place)
    person.__dict__.pop("active_memberships")
    assert policies.can_write(person, made, "rec")


def test_an_ended_membership_and_a_closed_account_carry_no_rights():
    made = factories.assessment(status=Status.PREPARING)
    person = factories.user(Role.LAVA_CONTACT, made.municipality)
    assert policies.can_write(person, made, "rec")
    person.memberships.update(ended_at=made.created_at)
    person.__dict__.pop("active_memberships")
    assert not policies.can_write(person, made, "rec")
    closed = factories.user(Role.LAVA_CONTACT, made.municipality, is_active=False)
    assert not policies.can_write(closed, made, "rec")
