"""Rows that several people edit at once, and the history of every accepted value."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.querysets import RowQuerySet


class VersionedRow(models.Model):
    """A row of one assessment whose fields are saved one by one, each against a version.

    ``SLOTS`` names the fields that people write. Rows are removed softly, so that a removal can be
    undone and the history keeps its meaning.
    """

    SLOTS: tuple[str, ...] = ()

    assessment = models.ForeignKey(
        "assessments.Assessment", models.CASCADE, related_name="%(class)ss", editable=False
    )
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+", editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = RowQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["pk"]

    @classmethod
    def kind(cls) -> str:
        """The first word of this row's slots."""
        return cls._meta.model_name

    def slot(self, field: str) -> str:
        """The name under which the value of ``field`` is saved and remembered."""
        return f"{self.kind()}:{self.pk}:{field}"


class Answer(models.Model):
    """The answer to one question of the catalogue: text, a choice, several choices, a number."""

    assessment = models.ForeignKey(
        "assessments.Assessment", models.CASCADE, related_name="answers", editable=False
    )
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+", editable=False
    )
    key = models.CharField(max_length=60)
    value = models.JSONField(encoder=DjangoJSONEncoder)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.UniqueConstraint(fields=["assessment", "key"], name="answer_once_per_question")
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def slot(self) -> str:
        return f"answer:{self.key}"


class Revision(models.Model):
    """One accepted value of one slot. Appended only: read, compared and restored, never changed."""

    assessment = models.ForeignKey(
        "assessments.Assessment", models.CASCADE, related_name="revisions"
    )
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+"
    )
    slot = models.CharField(max_length=100)
    version = models.PositiveIntegerField()
    value = models.JSONField(encoder=DjangoJSONEncoder, null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    # The browser's own name for the save: a repeated request is recognised, not done twice.
    client_key = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("history")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "slot", "version"], name="revision_once_per_version"
            ),
            models.UniqueConstraint(
                fields=["assessment", "slot", "client_key"],
                condition=~models.Q(client_key=""),
                name="revision_once_per_client_key",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slot} v{self.version}"
