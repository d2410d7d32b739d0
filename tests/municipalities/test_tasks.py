import re
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django.utils.translation import override

from municipalities import emails, periodic, tasks
from municipalities.actions import find_invitation
from municipalities.models import Invitation
from tests.factories.municipalities import InvitationFactory, MunicipalityFactory

pytestmark = pytest.mark.django_db


def token_in(message) -> str:
    return re.search(r"/invitation/([\w:-]+)/", message.body).group(1)


def test_mail_carries_a_link_that_works():
    invitation = InvitationFactory()

    tasks.mail_invitation(invitation.pk)

    (message,) = mail.outbox
    assert message.to == [invitation.email]
    assert find_invitation(token_in(message)) == invitation
    invitation.refresh_from_db()
    assert invitation.mailed_at


@pytest.mark.parametrize(
    ("language", "prefix", "place"), [("fi", "/", "Vaasa"), ("sv", "/sv/", "Vasa")]
)
def test_mail_is_in_the_language_of_the_invitee(language, prefix, place):
    municipality = MunicipalityFactory(name_fi="Vaasa", name_sv="Vasa")
    invitation = InvitationFactory(language=language, municipality=municipality)

    with override("en"):
        tasks.mail_invitation(invitation.pk)

    (message,) = mail.outbox
    assert f"http://testserver{prefix}people/invitation/" in message.body
    assert message.subject.endswith(f": {place}")


def test_second_worker_sends_nothing(monkeypatch):
    invitation = InvitationFactory()

    def send_while_another_tries(invitation):
        tasks.mail_invitation(invitation.pk)
        mail.EmailMessage("once", "", to=[invitation.email]).send()

    monkeypatch.setattr(emails, "send_invitation", send_while_another_tries)
    tasks.mail_invitation(invitation.pk)
    tasks.mail_invitation(invitation.pk)

    assert len(mail.outbox) == 1


def test_refused_mail_stays_owed_and_is_tried_again_after_a_pause(monkeypatch):
    invitation = InvitationFactory()

    def refuse(*arguments):
        raise smtplib.SMTPServerDisconnected

    with monkeypatch.context() as patch:
        patch.setattr(emails, "send_invitation", refuse)
        with pytest.raises(smtplib.SMTPServerDisconnected):
            tasks.mail_invitation(invitation.pk)
    assert not Invitation.objects.unmailed().exists()

    Invitation.objects.update(mail_lease_until=timezone.now() - timedelta(seconds=1))
    assert Invitation.objects.unmailed().exists()
    tasks.mail_invitation(invitation.pk)

    assert len(mail.outbox) == 1
    assert find_invitation(token_in(mail.outbox[0])) == invitation


def test_sweep_wakes_up_what_was_forgotten_and_nothing_else(monkeypatch):
    now = timezone.now()
    owed = InvitationFactory()
    InvitationFactory(mailed_at=now)
    InvitationFactory(revoked_at=now)
    InvitationFactory(accepted_at=now)
    InvitationFactory(expires_at=now)
    InvitationFactory(mail_lease_until=now + timedelta(minutes=5))
    woken = []
    monkeypatch.setattr(tasks.mail_invitation, "delay", woken.append)

    periodic.sweep()

    assert woken == [owed.pk]
