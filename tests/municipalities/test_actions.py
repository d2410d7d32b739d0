from datetime import timedelta

import pytest
from django.core import mail, signing
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import override

from municipalities import actions, tasks
from municipalities.models import AuditEntry, Invitation, Membership, User
from municipalities.roles import Role
from tests.factories.municipalities import (
    InvitationFactory,
    MembershipFactory,
    MunicipalityFactory,
    RegionFactory,
    UserFactory,
    body,
    user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact() -> User:
    return user(Role.LAVA_CONTACT)


@pytest.fixture
def own(contact):
    return contact.memberships.get().municipality


def test_invitation_is_a_logged_row_that_owes_a_mail(contact, own):
    invitation = actions.invite(
        by=contact,
        email=" Maija@Example.ORG ",
        role=Role.PREPARER,
        municipality=own,
        language="sv",
    )

    assert (invitation.email, invitation.language) == ("maija@example.org", "sv")
    assert invitation.mailed_at is None
    assert timedelta(days=13) < invitation.expires_at - timezone.now() <= timedelta(days=14)
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.by, entry.municipality) == ("invite", contact, own)


def test_mail_is_asked_for_after_the_commit_only(
    contact, own, monkeypatch, django_capture_on_commit_callbacks
):
    woken = []
    monkeypatch.setattr(tasks.mail_invitation, "delay", woken.append)

    with django_capture_on_commit_callbacks(execute=True):
        invitation = actions.invite(
            by=contact, email="a@example.org", role="preparer", municipality=own, language="fi"
        )
        assert woken == []

    assert woken == [invitation.pk]


def test_broker_that_is_away_does_not_fail_the_invitation(
    contact, own, monkeypatch, django_capture_on_commit_callbacks
):
    def refuse(pk):
        raise ConnectionError("no broker")

    monkeypatch.setattr(tasks.mail_invitation, "delay", refuse)

    with django_capture_on_commit_callbacks(execute=True):
        invitation = actions.invite(
            by=contact, email="a@example.org", role="preparer", municipality=own, language="fi"
        )

    assert list(Invitation.objects.unmailed()) == [invitation]


def test_contact_person_invites_to_no_other_municipality(contact):
    with pytest.raises(PermissionDenied):
        actions.invite(
            by=contact,
            email="a@example.org",
            role=Role.PREPARER,
            municipality=MunicipalityFactory(),
            language="fi",
        )

    assert not Invitation.objects.exists() and not AuditEntry.objects.exists()


def test_coordinator_invites_contact_persons_of_the_own_region_only(own):
    coordinator = user(Role.COORDINATOR)
    elsewhere = MunicipalityFactory(region=RegionFactory(code="10", name_fi="Etelä-Savo"))
    offer = {"by": coordinator, "email": "a@example.org", "language": "fi"}

    assert actions.invite(**offer, role=Role.LAVA_CONTACT, municipality=own)
    for role, place in ((Role.PREPARER, own), (Role.LAVA_CONTACT, elsewhere)):
        with pytest.raises(PermissionDenied):
            actions.invite(**offer, role=role, municipality=place)


def test_only_the_main_user_invites_coordinators(contact):
    region = contact.memberships.get().municipality.region
    offer = {"email": "k@example.org", "role": Role.COORDINATOR, "region": region, "language": "fi"}

    with pytest.raises(PermissionDenied):
        actions.invite(by=contact, **offer)
    with pytest.raises(PermissionDenied):
        actions.invite(by=user(Role.COORDINATOR), **offer)
    assert actions.invite(by=UserFactory(is_superuser=True), **offer).region == region


def test_role_and_place_must_fit_together(contact, own):
    with pytest.raises(ValidationError):
        actions.invite(
            by=contact,
            email="a@example.org",
            role=Role.COORDINATOR,
            municipality=own,
            language="fi",
        )


def test_same_invitation_is_not_made_twice(contact, own):
    offer = {"by": contact, "role": Role.PREPARER, "municipality": own, "language": "fi"}
    actions.invite(**offer, email="a@example.org")
    colleague = MembershipFactory(municipality=own, role=Role.PREPARER).user

    for email in ("A@example.org", colleague.email):
        with pytest.raises(ValidationError):
            actions.invite(**offer, email=email)


def test_person_with_an_account_is_invited_in_the_own_language(contact, own):
    known = UserFactory(email="sven@example.org", language="sv")

    invitation = actions.invite(
        by=contact, email=known.email, role=Role.PRESENTER, municipality=own, language="fi"
    )

    assert invitation.language == "sv"


def test_new_person_accepts_with_name_and_password(own):
    invitation = InvitationFactory(municipality=own, language="sv")

    membership = actions.accept_invitation(
        token=invitation.token, name="Sven Sundqvist", password="sininen-ovi-42"
    )

    person = membership.user
    assert (person.email, person.name, person.language) == (
        invitation.email,
        "Sven Sundqvist",
        "sv",
    )
    assert person.check_password("sininen-ovi-42")
    assert person.roles_in(own) == {Role.PREPARER}
    invitation.refresh_from_db()
    assert invitation.accepted_by == person
    assert AuditEntry.objects.get().action == "accept_invitation"


def test_invitation_is_accepted_once():
    invitation = InvitationFactory()
    actions.accept_invitation(token=invitation.token, name="A", password="sininen-ovi-42")

    with pytest.raises(actions.InvitationNotUsable):
        actions.accept_invitation(token=invitation.token, name="B", password="sininen-ovi-42")

    assert Membership.objects.count() == 1


@pytest.mark.parametrize(
    "state",
    [
        {"expires_at": timezone.now() - timedelta(seconds=1)},
        {"revoked_at": timezone.now()},
        {"accepted_at": timezone.now()},
    ],
    ids=["expired", "revoked", "used"],
)
def test_dead_invitation_is_refused(state):
    invitation = InvitationFactory(**state)

    for act in (actions.find_invitation, lambda token: actions.accept_invitation(token=token)):
        with pytest.raises(actions.InvitationNotUsable) as error:
            act(invitation.token)
        assert error.value.known


def test_forged_token_is_unknown():
    invitation = InvitationFactory()
    forged = signing.dumps(invitation.pk, salt="another purpose")

    for token in ("other", "", str(invitation.pk), "a:b:c", invitation.token + "x", forged):
        with pytest.raises(actions.InvitationNotUsable) as error:
            actions.accept_invitation(token=token, name="A", password="sininen-ovi-42")
        assert not error.value.known


def test_existing_account_must_be_logged_in_to_accept(own):
    known = UserFactory(email="sven@example.org")
    invitation = InvitationFactory(email=known.email, municipality=own)

    with pytest.raises(ValidationError):
        actions.accept_invitation(token=invitation.token, name="Thief", password="sininen-ovi-42")
    with pytest.raises(ValidationError):
        actions.accept_invitation(token=invitation.token, by=UserFactory())

    assert actions.accept_invitation(token=invitation.token, by=known).user == known


def test_person_may_belong_to_several_municipalities(contact, own):
    elsewhere = MunicipalityFactory()
    invitation = InvitationFactory(email=contact.email, municipality=elsewhere, role="presenter")

    actions.accept_invitation(token=invitation.token, by=contact)

    again = User.objects.get(pk=contact.pk)
    assert again.roles_in(own) == {Role.LAVA_CONTACT}
    assert again.roles_in(elsewhere) == {Role.PRESENTER}


def test_revoked_invitation_is_logged_and_dead(contact, own):
    invitation = InvitationFactory(municipality=own)

    actions.revoke_invitation(invitation=invitation, by=contact)

    with pytest.raises(actions.InvitationNotUsable):
        actions.find_invitation(invitation.token)
    with pytest.raises(PermissionDenied):
        actions.revoke_invitation(invitation=invitation, by=contact)
    assert AuditEntry.objects.get().action == "revoke_invitation"


def test_ended_membership_gives_nothing_and_keeps_its_row(contact, own):
    membership = MembershipFactory(municipality=own)

    actions.end_membership(membership=membership, by=contact)

    assert membership.user.roles_in(own) == set()
    assert Membership.objects.get(pk=membership.pk).ended_at
    with override("en"), pytest.raises(PermissionDenied, match="already ended"):
        actions.end_membership(membership=membership, by=contact)


def test_ended_role_can_be_given_again(contact, own):
    membership = MembershipFactory(municipality=own, role=Role.PREPARER)
    actions.end_membership(membership=membership, by=contact)
    invitation = InvitationFactory(email=membership.user.email, municipality=own)

    actions.accept_invitation(token=invitation.token, by=membership.user)

    assert Membership.objects.in_force().filter(user=membership.user).count() == 1


def test_nobody_ends_the_own_membership(contact):
    with pytest.raises(PermissionDenied):
        actions.end_membership(membership=contact.memberships.get(), by=contact)


def test_preparer_ends_nobody(own):
    with pytest.raises(PermissionDenied):
        actions.end_membership(
            membership=MembershipFactory(municipality=own), by=user(Role.PREPARER, own)
        )


def test_language_is_one_of_ours(contact):
    actions.change_language(by=contact, language="sv")

    assert User.objects.get(pk=contact.pk).language == "sv"
    assert AuditEntry.objects.get().note == "sv"
    with pytest.raises(ValidationError):
        actions.change_language(by=contact, language="se")


def test_only_the_contact_person_keeps_the_bodies(contact, own):
    committee = body(own)

    actions.retire_body(body=committee, by=contact)
    assert not own.decision_bodies.active().exists()
    actions.restore_body(body=committee, by=contact)
    assert own.decision_bodies.active().exists()
    with pytest.raises(PermissionDenied):
        actions.retire_body(body=committee, by=user(Role.PRESENTER, own))
    with pytest.raises(PermissionDenied):
        actions.retire_body(body=committee, by=user(Role.COORDINATOR))


def test_no_action_sends_a_mail_by_itself(contact, own):
    actions.invite(
        by=contact, email="a@example.org", role="preparer", municipality=own, language="fi"
    )

    assert mail.outbox == []


def test_nobody_invites_themselves(contact, own):
    with pytest.raises(ValidationError):
        actions.invite(
            by=contact,
            email=contact.email.upper(),
            role=Role.PREPARER,
            language="fi",
            municipality=own,
        )
