"""Files that belong to a part of an assessment: the summary of a hearing, a statement, a source."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from assessments.files.kinds import KINDS, Kind
from assessments.models.proposal import Assessment
from assessments.querysets import AttachmentQuerySet


@dataclass(frozen=True)
class Attachable:
    """How one part takes attachments."""

    # What the right to attach hangs on, a key of ``assessments.phases.WRITABLE``.
    right: str
    # The kinds of its rows that a file may belong to.
    rows: tuple[str, ...] = ()


ATTACHABLE: dict[str, Attachable] = {
    "sco": Attachable("sco"),
    "dat": Attachable("dat", ("evidence",)),
    "hpl": Attachable("hpl"),
    "hre": Attachable("hre", ("hearing",)),
    "statements": Attachable("statement", ("statement",)),
}
"""The parts that take attachments, by the names of their pages."""


class Attachment(models.Model):
    """One file. It does not change: another version is another file, and a removal is soft.

    The bytes are kept under a random name until the assessment is deleted. The name that the file
    came with is only shown.
    """

    assessment = models.ForeignKey(Assessment, models.CASCADE, related_name="attachments")
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+"
    )
    part = models.CharField(max_length=20)
    # The row that it belongs to, as in "hearing:12"; empty where it belongs to the whole part.
    row = models.CharField(max_length=40, blank=True)
    title = models.CharField(_("title"), max_length=200)
    name = models.CharField(_("name of the file"), max_length=150)
    file = models.FileField(_("file"), max_length=100)
    kind_key = models.CharField(max_length=10, choices=[(key, key) for key in KINDS])
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    # How records know it, where taking it over wrote the bytes anew.
    known_as = models.CharField(max_length=64, blank=True, editable=False)
    # The browser's own name for the upload: a repeated request is recognised, not done twice.
    client_key = models.CharField(max_length=64, blank=True)
    # Only what is public may be linked from a published page.
    is_public = models.BooleanField(_("public"), default=False)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    removed_at = models.DateTimeField(null=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "uploaded_by", "client_key", "sha256"],
                condition=~Q(client_key=""),
                name="attachment_once_per_client_key",
            ),
            models.CheckConstraint(
                name="attachment_removal_whole",
                condition=Q(removed_at__isnull=True, removed_by__isnull=True)
                | Q(removed_at__isnull=False, removed_by__isnull=False),
            ),
            models.CheckConstraint(name="attachment_not_empty", condition=Q(size__gt=0)),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def kind(self) -> Kind:
        """What sort of file it is, found by its content."""
        return KINDS[self.kind_key]

    @property
    def identity(self) -> str:
        """By which a record names the file: the same in every installation."""
        return self.known_as or self.sha256

    @staticmethod
    def new_place(municipality_id: int) -> str:
        """Where the bytes of a new file are kept; nothing tells what they are."""
        return f"attachments/{municipality_id}/{uuid.uuid4().hex}"


@receiver(post_delete, sender=Attachment)
def _forget_bytes(instance: Attachment, **kwargs) -> None:
    """The bytes go with the row, once it is certain that the row is gone."""
    transaction.on_commit(lambda: instance.file.delete(save=False))
