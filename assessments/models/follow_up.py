"""The forecast against what came true (domain 2.18, 2.19)."""

from __future__ import annotations

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from assessments.models.impact import Impact
from assessments.models.versioned import VersionedRow
from assessments.querysets import FollowUpPointQuerySet
from assessments.questions.choices import column_choices


class FollowUpIndicator(VersionedRow):
    """What is measured to see whether a forecast impact comes true (domain 2.19).

    Baseline and target are numbers in ``unit``, so that forecast and reality can be drawn.
    """

    SLOTS = ("impact", "indicator", "unit", "baseline", "target", "source", "interval")

    impact = models.ForeignKey(
        Impact,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="indicators",
        verbose_name=_("impact"),
    )
    indicator = models.CharField(_("indicator"), max_length=200, blank=True)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    baseline = models.FloatField(_("baseline"), null=True, blank=True)
    target = models.FloatField(_("target"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)
    interval = models.CharField(_("how often"), max_length=120, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("follow-up indicator")
        verbose_name_plural = _("follow-up indicators")

    def __str__(self) -> str:
        return self.indicator


class FollowUpPoint(VersionedRow):
    """A day on which it is looked at what came true, and who looks."""

    SLOTS = ("due", "what", "who")

    due = models.DateField(_("date"), null=True, blank=True)
    what = models.CharField(_("what is looked at"), max_length=300, blank=True)
    who = models.CharField(_("who is responsible"), max_length=120, blank=True)

    objects = FollowUpPointQuerySet.as_manager()

    class Meta(VersionedRow.Meta):
        verbose_name = _("follow-up point")
        verbose_name_plural = _("follow-up points")
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return f"{self.due} {self.what}"


class Outcome(VersionedRow):
    """What was found at one follow-up point: the forecast against reality."""

    SLOTS = ("date", "realised", "text", "unforeseen", "children", "lesson")

    point = models.OneToOneField(
        FollowUpPoint, models.CASCADE, related_name="outcome", editable=False
    )
    date = models.DateField(_("date"), null=True, blank=True)
    realised = models.CharField(
        _("did the forecast come true"),
        max_length=8,
        choices=column_choices("out.realised", "realised"),
        blank=True,
    )
    text = models.TextField(_("what was found"), max_length=2000, blank=True)
    unforeseen = models.TextField(_("what was unforeseen"), max_length=2000, blank=True)
    children = models.TextField(_("what the children say now"), max_length=2000, blank=True)
    lesson = models.TextField(_("what was learnt"), max_length=2000, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")

    def __str__(self) -> str:
        return f"{self.date} {self.realised}"

    @property
    def is_recorded(self) -> bool:
        """Whether the point counts as recorded; ``FollowUpPoint.objects.unrecorded`` in SQL."""
        return bool(self.date and self.realised and self.removed_at is None)


class IndicatorValue(VersionedRow):
    """What one indicator was at one follow-up point (domain 2.19, ``out.values``)."""

    SLOTS = ("indicator", "value", "comment")

    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="values", editable=False)
    indicator = models.ForeignKey(
        FollowUpIndicator,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="values",
        verbose_name=_("indicator"),
    )
    value = models.FloatField(_("value"), null=True, blank=True)
    comment = models.CharField(_("comment"), max_length=300, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("value of an indicator")
        verbose_name_plural = _("values of the indicators")

    def __str__(self) -> str:
        return ""


class RealisedImpact(VersionedRow):
    """Whether one forecast impact came true, seen at one follow-up point (``out.realised``)."""

    SLOTS = ("impact", "realised", "text")

    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="impacts", editable=False)
    impact = models.ForeignKey(
        Impact,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="realised",
        verbose_name=_("impact"),
    )
    realised = models.CharField(
        _("did it come true"),
        max_length=8,
        choices=column_choices("out.realised", "realised"),
        blank=True,
    )
    text = models.TextField(_("what was found"), max_length=2000, blank=True)

    class Meta(VersionedRow.Meta):
        verbose_name = _("realised impact")
        verbose_name_plural = _("realised impacts")

    def __str__(self) -> str:
        return ""


class CorrectiveAction(VersionedRow):
    """What is corrected after a follow-up point: who and by when (``out.action``)."""

    SLOTS = ("action", "owner", "due", "status")

    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="actions", editable=False)
    action = models.TextField(_("what is corrected"), max_length=1000, blank=True)
    owner = models.CharField(_("who is responsible"), max_length=120, blank=True)
    due = models.DateField(_("by when"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=10, choices=column_choices("sco.tasks", "status"), blank=True
    )

    class Meta(VersionedRow.Meta):
        verbose_name = _("corrective action")
        verbose_name_plural = _("corrective actions")
        ordering = ["due", "pk"]

    def __str__(self) -> str:
        return Truncator(self.action).chars(60)
