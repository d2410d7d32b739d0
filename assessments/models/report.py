"""The PDF report as an owed job with its frozen content."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.proposal import Assessment
from municipalities.models.owed import OwedQuerySet, OwedWork


class Report(OwedWork):
    """One PDF of one assessment in one language, made from ``content`` as it stood when asked for.

    The same content is rendered once: ``content_hash`` finds the finished file again.
    """

    LEASE = timedelta(minutes=3)

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="reports")
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+"
    )
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    content_hash = models.CharField(max_length=64, db_index=True)
    file = models.FileField(_("file"), upload_to="reports/", blank=True)
    pages = models.PositiveSmallIntegerField(null=True)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # When the publication that the report belongs to was withdrawn.
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)

    objects = OwedQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.assessment_id} {self.language} {self.content_hash[:8]}"
