"""Who is at a part right now."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from assessments.models import Assessment, Presence

STAYS = timedelta(seconds=60)
# The screen of the light assessment holds all parts at once.
EVERYWHERE = "light"


def others_at(assessment_id: int, part: str, reader) -> list[str]:
    """The names of the others who had this part open within the last minute."""
    since = timezone.now() - STAYS
    found = Presence.objects.filter(assessment=assessment_id, seen_at__gt=since)
    if part != EVERYWHERE:
        found = found.filter(part__in=(part, EVERYWHERE))
    names = found.exclude(user=reader).order_by("user__name").values_list("user__name", flat=True)
    return list(dict.fromkeys(names))


def mark_present(*, assessment_id: int, part: str, by) -> bool:
    """Note that this person has the part open; says whether he or she may read it at all.

    One statement as long as the person stays, which asks for the right itself.
    """
    readable = Assessment.objects.drafts_for(by).filter(pk=assessment_id)
    mine = Presence.objects.filter(part=part, user=by, assessment__in=readable)
    if mine.update(seen_at=timezone.now()):
        return True
    assessment = readable.only("municipality_id").first()
    if assessment is None:
        return False
    Presence.objects.update_or_create(
        assessment=assessment,
        part=part,
        user=by,
        defaults={"seen_at": timezone.now(), "municipality_id": assessment.municipality_id},
    )
    return True


def forget_the_gone() -> None:
    """Nobody needs to know who was where an hour ago."""
    Presence.objects.filter(seen_at__lt=timezone.now() - timedelta(hours=1)).delete()
