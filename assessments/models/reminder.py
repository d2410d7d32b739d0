"""The ledger of reminders and the daily mail made from it (domain 4.4)."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from municipalities.models.owed import OwedQuerySet, OwedWork


class Digest(OwedWork):
    """One day's mail to one person: titles and links, never contents."""

    LEASE = timedelta(minutes=2)

    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="digests")
    day = models.DateField(_("day"))

    objects = OwedQuerySet.as_manager()

    class Meta:
        verbose_name = _("daily mail")
        verbose_name_plural = _("daily mails")
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "day"], name="digest_once_per_day")
        ]

    def __str__(self) -> str:
        return f"{self.recipient} {self.day}"


class ReminderDay(models.Model):
    """A local day whose rules have been asked: a day that is missing here is caught up on."""

    day = models.DateField(_("day"), primary_key=True)

    class Meta:
        verbose_name = _("day of reminders")
        verbose_name_plural = _("days of reminders")

    def __str__(self) -> str:
        return self.day.isoformat()


class Reminder(models.Model):
    """One reminder to one person. The unique key makes it exactly once, whoever ticks."""

    rule = models.CharField(max_length=40)
    # What it is about, as "label.model:pk".
    target = models.CharField(max_length=80)
    due = models.DateField(_("due"))
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="reminders"
    )
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.CASCADE, null=True, related_name="+"
    )
    # The values of the subject's placeholders; the words are chosen in the reader's language.
    context = models.JSONField(encoder=DjangoJSONEncoder, default=dict)
    path = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    digest = models.ForeignKey(
        Digest, models.SET_NULL, null=True, blank=True, related_name="reminders"
    )
    dismissed_at = models.DateTimeField(null=True, blank=True)
    dismissed_reason = models.CharField(_("why it is not relevant"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "target", "recipient", "due"], name="reminder_once"
            )
        ]
        indexes = [models.Index(fields=["recipient", "dismissed_at"])]

    def __str__(self) -> str:
        return f"{self.rule} {self.target} {self.due}"

    @property
    def title(self) -> str:
        """The title of the matter or programme, for the reader of the page where there is one."""
        return self.context.get(f"title_{get_language()}") or self.context.get("title", "")

    @property
    def title_language(self) -> str:
        """The language of the title, where it is known."""
        translated = self.context.get(f"title_{get_language()}")
        return get_language() if translated else self.context.get("language", "")
