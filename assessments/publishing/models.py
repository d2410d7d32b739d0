"""The frozen thing that the public reads."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.models import Assessment, Report
from assessments.publishing.querysets import PublicationQuerySet


class Publication(models.Model):
    """One version of what the public reads about one assessment, in one language.

    Content and article are written once. Correcting is a new version, withdrawing leaves a
    tombstone with the reason; the only fields that ever change say that (architecture 5.6).
    """

    class Kind(models.TextChoices):
        SUMMARY = "summary", pgettext_lazy("publication", "Impact summary")
        SCREENING = "screening", pgettext_lazy("publication", "Screening")

    CHANGEABLE = frozenset(
        {"is_current", "report", "withdrawn_at", "withdrawn_by", "withdrawn_reason"}
    )

    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="publications")
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="publications"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    # The language in which the assessment was written; shown where the reader's own is missing.
    is_primary = models.BooleanField()
    version = models.PositiveIntegerField(_("version"))
    title = models.CharField(_("title"), max_length=200)
    # The few facts that lists show.
    card = models.JSONField(encoder=DjangoJSONEncoder)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    content_hash = models.CharField(max_length=64)
    html = models.TextField()
    change_note = models.TextField(_("what was corrected"), blank=True, max_length=1000)
    published_at = models.DateTimeField(_("published"), default=timezone.now)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, models.SET_NULL, null=True, related_name="+")
    is_current = models.BooleanField(default=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    withdrawn_reason = models.TextField(_("why it was withdrawn"), blank=True, max_length=1000)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-published_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "kind", "language", "version"],
                name="publication_version_once",
            ),
            models.UniqueConstraint(
                fields=["assessment", "language"],
                condition=models.Q(is_current=True),
                name="publication_one_current",
            ),
            models.CheckConstraint(
                name="publication_withdrawal_whole",
                condition=models.Q(
                    withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_reason=""
                )
                | (
                    models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                    & ~models.Q(withdrawn_reason="")
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["is_current", "-published_at"]),
            models.Index(fields=["municipality", "is_current", "-published_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language}, {self.version})"

    def save(self, *args, **kwargs) -> None:
        """Writes once; afterwards only the fields that say what became of the version."""
        if self.pk and not self._state.adding:
            fields = set(kwargs.get("update_fields") or ())
            if not fields or not fields <= self.CHANGEABLE:
                raise TypeError("A publication is not changed: publish a new version.")
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("publishing:publication-detail", args=[self.assessment_id])

    @property
    def previous(self) -> int:
        """The number of the version before this one; nought before the first."""
        return self.version - 1
