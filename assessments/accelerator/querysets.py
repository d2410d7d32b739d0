"""Who sees which programmes and participating municipalities."""

from __future__ import annotations

from django.db import models
from django.db.models import Count, Q

from municipalities.roles import Permission


class ProgrammeQuerySet(models.QuerySet):
    def visible_to(self, user) -> ProgrammeQuerySet:
        """A coordinator's own region, and for officials the programmes they take part in."""
        own = user.municipality_ids_with(Permission.READ_DRAFTS)
        joined = self.model.objects.filter(
            participations__municipality__in=own, participations__left_at__isnull=True
        )
        return self.filter(
            Q(region__in=user.region_ids_with(Permission.RUN_PROGRAMME))
            | Q(pk__in=joined.values("pk"))
        )

    def with_counts(self) -> ProgrammeQuerySet:
        """``municipality_count``: how many municipalities take part now."""
        present = Q(participations__left_at__isnull=True)
        return self.annotate(municipality_count=Count("participations", filter=present))


class MeetingQuerySet(models.QuerySet):
    def held(self) -> MeetingQuerySet:
        """Meetings that have not been cancelled."""
        return self.filter(cancelled_at__isnull=True)


class ParticipationQuerySet(models.QuerySet):
    def present(self) -> ParticipationQuerySet:
        """Municipalities that have not left the programme."""
        return self.filter(left_at__isnull=True)

    def visible_to(self, user) -> ParticipationQuerySet:
        """A coordinator sees every municipality of the region's programmes, officials their own."""
        return self.filter(
            Q(programme__region__in=user.region_ids_with(Permission.RUN_PROGRAMME))
            | Q(municipality__in=user.municipality_ids_with(Permission.READ_DRAFTS))
        )
