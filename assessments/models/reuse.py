"""Where parts of an assessment were taken from."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Reuse(models.Model):
    """One taking over of structure and texts from another assessment, with its source named.

    The names are kept as they were: the source may be in another municipality and may be deleted.
    """

    assessment = models.ForeignKey(
        "assessments.Assessment", models.CASCADE, related_name="reuses", editable=False
    )
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+", editable=False
    )
    source = models.ForeignKey(
        "assessments.Assessment", models.SET_NULL, null=True, related_name="+", editable=False
    )
    source_title = models.CharField(max_length=200)
    source_municipality = models.CharField(max_length=100)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("reuse")
        verbose_name_plural = _("reuses")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.source_title}, {self.source_municipality}"
