"""A review that has been given: what the reviewer answered, kept as it was."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.questions.choices import choices


class Review(models.Model):
    """One round of the quality review (domain 2.15), frozen when the reviewer took her step.

    ``answers`` holds the values of ``qa.*`` by key, comments too. The next round begins with the
    same answers, and this row keeps what was said in this one.
    """

    assessment = models.ForeignKey(
        "assessments.Assessment", models.CASCADE, related_name="reviews", editable=False
    )
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+", editable=False
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    verdict = models.CharField(
        _("verdict"), max_length=10, choices=choices("qa.verdict"), blank=True
    )
    answers = models.JSONField(default=dict)
    note = models.TextField(blank=True, max_length=2000)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.assessment_id} {self.verdict}"
