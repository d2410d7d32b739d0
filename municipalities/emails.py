"""Mails about people's access, each in the language of the person who gets it."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from municipalities.models import Invitation


def send_invitation(invitation: Invitation) -> None:
    """Send the link that accepts an invitation, in the language of the invitee."""
    with override(invitation.language):
        path = reverse("municipalities:invitation-accept", args=[invitation.token])
        context = {"invitation": invitation, "url": settings.SITE_URL.rstrip("/") + path}
        subject = render_to_string("municipalities/email/invitation_subject.txt", context)
        body = render_to_string("municipalities/email/invitation_body.txt", context)
    EmailMessage(" ".join(subject.split()), body, to=[invitation.email]).send()
