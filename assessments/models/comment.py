"""Talk about an assessment among those who read its draft. Never frozen, never published."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from assessments.querysets import CommentQuerySet


class Comment(models.Model):
    """One comment on a part, or on one thing in it; with ``parent`` a reply in its thread.

    ``anchor`` names what it is about: a question (``answer:rec.summary``), a row (``hearing:3``),
    a cell of the matrix (``cell:2:safety:all``); empty for the part as a whole. A comment is not
    changed after it was sent. Who takes it back leaves a trace: the text goes, the row stays.
    """

    assessment = models.ForeignKey(
        "assessments.Assessment", models.CASCADE, related_name="comments"
    )
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+"
    )
    part = models.CharField(max_length=12)
    anchor = models.CharField(max_length=100, blank=True)
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="replies"
    )
    text = models.TextField(_("comment"), max_length=4000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", blank=True)
    # The page's own name for the comment: pressing twice writes one.
    client_key = models.CharField(max_length=64, blank=True, editable=False)
    # Of the thread, so of its first comment alone: settled or taken up again, by whom and when.
    is_resolved = models.BooleanField(default=False, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, editable=False)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    removed_at = models.DateTimeField(null=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "client_key"],
                condition=~models.Q(client_key=""),
                name="comment_once_per_client_key",
            ),
            models.CheckConstraint(
                name="comment_removed_without_text",
                condition=models.Q(removed_at__isnull=True) | models.Q(text=""),
            ),
        ]
        indexes = [models.Index(fields=["assessment", "part"])]

    def __str__(self) -> str:
        return Truncator(self.text).chars(60)


class Presence(models.Model):
    """That somebody had a part open for writing a moment ago. Told only to who reads drafts."""

    assessment = models.ForeignKey(
        "assessments.Assessment", models.CASCADE, related_name="presences"
    )
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+"
    )
    part = models.CharField(max_length=12)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "part", "user"], name="presence_once_per_part"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.part}"
