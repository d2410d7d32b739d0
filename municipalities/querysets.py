"""Reading verbs of the register and of the people."""

from __future__ import annotations

from datetime import timedelta

from django.core import signing
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language

from municipalities.roles import Permission, Role

INVITATION_SALT = "invitation"


class PlaceQuerySet(models.QuerySet):
    """Rows that name a role in a municipality or a region: memberships and invitations."""

    def visible_to(self, user) -> PlaceQuerySet:
        """Officials see the people of their own municipality; a coordinator sees the LAVA contact
        persons of the municipalities of the region and the coordinators there."""
        if user.is_superuser:
            return self
        regions = user.region_ids_with(Permission.MANAGE_PEOPLE)
        return self.filter(
            models.Q(
                municipality__in=user.municipality_ids_with(
                    Permission.READ_DRAFTS, Permission.MANAGE_PEOPLE
                )
            )
            | models.Q(role=Role.LAVA_CONTACT, municipality__region__in=regions)
            | models.Q(region__in=regions)
        )


class MembershipQuerySet(PlaceQuerySet):
    def in_force(self) -> MembershipQuerySet:
        """Memberships that have not been ended."""
        return self.filter(ended_at__isnull=True)


class InvitationQuerySet(PlaceQuerySet):
    def pending(self) -> InvitationQuerySet:
        """Invitations that can still be accepted."""
        return self.filter(
            accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=timezone.now()
        )

    def unmailed(self) -> InvitationQuerySet:
        """Pending invitations whose mail is owed and that nobody is sending right now."""
        free = models.Q(mail_lease_until__isnull=True) | models.Q(
            mail_lease_until__lte=timezone.now()
        )
        return self.pending().filter(free, mailed_at__isnull=True)

    def with_token(self, token: str) -> InvitationQuerySet:
        """The invitation that a link belongs to; empty for a link that nobody here has made."""
        try:
            return self.filter(pk=signing.loads(token, salt=INVITATION_SALT))
        except signing.BadSignature:
            return self.none()

    def claim_mail(self, pk: int):
        """Take an owed mail for sending, or None when another worker has it or it is sent.

        The lease doubles as the pause before the next try: 5, 10, 20, 40, then 60 minutes.
        """
        invitation = (
            self.unmailed()
            .filter(pk=pk)
            .select_related("municipality", "region", "invited_by")
            .first()
        )
        if invitation is None:
            return None
        pause = timedelta(minutes=min(5 * 2 ** min(invitation.mail_attempts, 4), 60))
        claimed = (
            self.unmailed()
            .filter(pk=pk, mail_attempts=invitation.mail_attempts)
            .update(
                mail_lease_until=timezone.now() + pause,
                mail_attempts=models.F("mail_attempts") + 1,
            )
        )
        return invitation if claimed else None


class MunicipalityQuerySet(models.QuerySet):
    def current(self) -> MunicipalityQuerySet:
        """Municipalities that exist today: not merged into another."""
        return self.filter(merged_into__isnull=True)

    def in_order(self) -> MunicipalityQuerySet:
        """Alphabetically by the collation of the active language (å ä ö last)."""
        return self.order_by("sort_sv" if get_language() == "sv" else "sort_fi", "code")


class DecisionBodyQuerySet(models.QuerySet):
    def active(self) -> DecisionBodyQuerySet:
        """Bodies that can still receive a matter; retired ones stay for old decisions."""
        return self.filter(is_active=True)

    def in_order(self) -> DecisionBodyQuerySet:
        """The municipality's own order: council, board, committees."""
        return self.order_by("position", "name_fi", "pk")

    def visible_to(self, user) -> DecisionBodyQuerySet:
        """Bodies of the municipalities where the person works."""
        if user.is_superuser:
            return self
        return self.filter(municipality__in=user.municipality_ids_with(Permission.READ_DRAFTS))


class ObservedValueQuerySet(models.QuerySet):
    def newest_beside(self, municipality) -> dict[int, dict]:
        """By indicator the newest figure of the municipality, of its region and of the country.

        The region and the country are of the municipality's own year where that year is known.
        """
        areas = (
            models.Q(area="municipality", code=municipality.code)
            | models.Q(area="region", code=municipality.region.code)
            | models.Q(area="country")
        )
        found: dict[int, dict] = {}
        by_own_first = sorted(
            self.filter(areas, gender="total").order_by("-year"),
            key=lambda each: each.area != "municipality",
        )
        for each in by_own_first:
            figures = found.setdefault(each.indicator, {})
            own = figures.get("municipality")
            if each.area not in figures or (own and each.year == own.year):
                figures[each.area] = each
        return found
