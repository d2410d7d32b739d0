"""Who did what and when: the log that Act 906/2019 section 17 asks of an authority's system."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """One act of one person. Written by actions only, never changed."""

    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("who")
    )
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, null=True, related_name="+"
    )
    action = models.CharField(_("what"), max_length=60)
    target = models.CharField(_("object"), max_length=120)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.target}"

    @classmethod
    def record(
        cls, *, action: str, target, by=None, municipality=None, note: str = ""
    ) -> AuditEntry:
        """Append one entry; ``target`` is a saved model instance."""
        return cls.objects.create(
            action=action,
            target=f"{target._meta.label_lower}:{target.pk}",
            by=by,
            municipality=municipality,
            note=note,
        )
