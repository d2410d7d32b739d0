"""Sending the day's mails."""

import smtplib

from celery import shared_task

from assessments import emails
from assessments.models import Digest
from assessments.reminders import all_rules


@shared_task(name="assessments.tasks.send_digest")
def send_digest(pk: int) -> None:
    """Send one owed mail; a mail server that refuses or is away is tried again later."""
    digest = Digest.objects.claim(pk)
    if digest is None:
        return
    message = emails.digest_message(digest, all_rules())
    try:
        if message is not None:
            message.send()
    except (OSError, smtplib.SMTPException) as error:
        digest.fail(f"{type(error).__name__}: {error}")
    else:
        digest.finish()
