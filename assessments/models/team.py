"""Who makes the assessment together, and who writes which part of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.versioned import VersionedRow
from assessments.questions.choices import column_choices


class TeamMember(VersionedRow):
    """One person of the team (``case.team``), whether or not he or she uses the service.

    ``parts`` are keys of the parts assigned. Who has the role of a member of the working group or
    of a facilitator may write those parts and nothing else.
    """

    SLOTS = ("name", "role", "sector", "task", "user", "parts")

    name = models.CharField(_("name"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=120, blank=True)
    sector = models.CharField(
        _("sector"), max_length=20, choices=column_choices("case.team", "sector"), blank=True
    )
    task = models.CharField(_("task"), max_length=300, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("person in this service"),
    )
    parts = models.JSONField(_("assigned parts"), default=list, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("team member")
        verbose_name_plural = _("team members")
        indexes = [models.Index(fields=["user", "assessment"])]

    def __str__(self) -> str:
        return self.name.strip() or (str(self.user) if self.user_id else "")
