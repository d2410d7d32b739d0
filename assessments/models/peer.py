"""A reviewer from another municipality, invited to one assessment until a day."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.querysets import PeerReviewQuerySet


class PeerReview(models.Model):
    """Access of one guest to one assessment while it is in review.

    Holds together with the membership ``peer_reviewer`` in the municipality, which the person
    has at once or gets by accepting ``invitation``. The last day counts as a whole, in local time.
    """

    assessment = models.ForeignKey(
        "assessments.Assessment", models.CASCADE, related_name="peer_reviews"
    )
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.PROTECT, related_name="+"
    )
    email = models.EmailField(_("e-mail address"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # For who had no account when invited: the person is whoever accepted it.
    invitation = models.ForeignKey(
        "municipalities.Invitation", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ends_on = models.DateField(_("last day"))
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PeerReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("peer review")
        verbose_name_plural = _("peer reviews")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "email"],
                condition=models.Q(revoked_at__isnull=True),
                name="peer_review_once_per_address",
            )
        ]

    def __str__(self) -> str:
        return f"{self.email} {self.ends_on}"

    @property
    def person(self):
        """Who reviews, or nobody while the invitation has not been accepted."""
        return self.user or (self.invitation.accepted_by if self.invitation else None)
