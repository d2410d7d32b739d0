"""The one place that writes mails about assessments: titles and links, never contents."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import formats, translation
from django.utils.translation import ngettext

from assessments.models import Digest, Reminder


def subject_of(reminder: Reminder, rules: dict) -> str:
    """The reminder in words, in the active language."""
    values = {key: _in_words(value) for key, value in reminder.context.items()}
    rule = rules.get(reminder.rule)
    return str(rule.subject) % values if rule else reminder.title or reminder.rule


def _in_words(value: str) -> str:
    try:
        return formats.date_format(date.fromisoformat(value), "SHORT_DATE_FORMAT")
    except ValueError:
        return value


def localised_path(path: str, language: str) -> str:
    """The same page under the address of ``language``; Finnish carries no prefix."""
    return path if language == settings.LANGUAGE_CODE else f"/{language}{path}"


def digest_message(digest: Digest, rules: dict) -> EmailMessage | None:
    """The mail of one day to one person, or ``None`` when everything in it was put aside."""
    language = digest.recipient.language
    with translation.override(language):
        items = [
            {
                "subject": subject_of(reminder, rules),
                "title": reminder.title,
                "url": settings.SITE_URL + localised_path(reminder.path, language),
            }
            for reminder in digest.reminders.filter(dismissed_at__isnull=True).order_by("pk")
        ]
        if not items:
            return None
        context = {
            "name": digest.recipient.name,
            "items": items,
            "day": digest.day,
            "list_url": settings.SITE_URL + localised_path("/reminders/", language),
        }
        return EmailMessage(
            subject=ngettext(
                "Digi-LAVA: %(count)d reminder", "Digi-LAVA: %(count)d reminders", len(items)
            )
            % {"count": len(items)},
            body=render_to_string("assessments/email/digest.txt", context),
            to=[digest.recipient.email],
            # The same mail keeps its name if it has to be sent a second time.
            headers={
                "Message-ID": f"<digest-{digest.pk}-{digest.day}@digi-lava>",
                "Auto-Submitted": "auto-generated",
                "Content-Language": language,
            },
        )
