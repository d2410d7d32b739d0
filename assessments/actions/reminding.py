"""Filling the ledger of reminders and owing the day's mails.

Whoever ticks, however often and at the same moment: the unique keys of ``Reminder`` and ``Digest``
make each exactly once.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.models import Digest, Reminder, ReminderDay
from assessments.reminders import all_rules
from assessments.tasks.mail import send_digest
from assessments.workdays import is_working_day
from municipalities.models import Membership

DIGEST_HOUR = time(8, 0)
# A tick that was missed (a server down over the weekend) still finds what fell due meanwhile.
CATCH_UP_DAYS = 7


def remind(today: date | None = None) -> None:
    """Write what is due into the ledger, days on which nobody ticked included."""
    today = today or timezone.localdate()
    asked = ReminderDay.objects.filter(day__gte=today - timedelta(days=CATCH_UP_DAYS))
    done = set(asked.values_list("day", flat=True))
    first = min(done, default=today)
    missed = [first + timedelta(days=after) for after in range((today - first).days)]
    people = _people()
    for day in [*(each for each in missed if each not in done), today]:
        for rule in all_rules().values():
            _write(rule, day, people)
        ReminderDay.objects.get_or_create(day=day)


def _people() -> set[tuple[int, int]]:
    """Who works in which municipality today: who has left is reminded of nothing."""
    in_force = Membership.objects.in_force().filter(user__is_active=True)
    return {
        *in_force.filter(municipality__isnull=False).values_list("user", "municipality"),
        *in_force.filter(region__isnull=False).values_list("user", "region__municipalities"),
    }


def _write(rule, day: date, people: set[tuple[int, int]]) -> None:
    Reminder.objects.bulk_create(
        [
            Reminder(
                rule=rule.key,
                target=f"{each.target._meta.label_lower}:{each.target.pk}",
                due=each.due,
                recipient_id=each.recipient_id,
                municipality_id=each.municipality_id,
                context=each.context,
                path=each.path,
            )
            for each in rule.find(day)
            if each.municipality_id is None or (each.recipient_id, each.municipality_id) in people
        ],
        ignore_conflicts=True,
    )


def owe_digests(now: datetime | None = None) -> int:
    """Owe one mail to everybody with unsent reminders, from eight o'clock on working days."""
    local = timezone.localtime(now)
    if local.time() < DIGEST_HOUR or not is_working_day(local.date()):
        return 0
    waiting = (
        Reminder.objects.filter(
            digest__isnull=True, dismissed_at__isnull=True, recipient__is_active=True
        )
        .values_list("recipient", flat=True)
        .order_by("recipient")
        .distinct()
    )
    return sum(_owe_digest(recipient_id, local.date()) for recipient_id in list(waiting))


@transaction.atomic
def _owe_digest(recipient_id: int, day: date) -> bool:
    """The mail's row and the reminders in it are tied together in one transaction."""
    digest, created = Digest.objects.get_or_create(recipient_id=recipient_id, day=day)
    if not created:
        return False
    Reminder.objects.filter(
        recipient_id=recipient_id, digest__isnull=True, dismissed_at__isnull=True
    ).update(digest=digest)
    transaction.on_commit(partial(send_digest.delay, digest.pk), robust=True)
    return True


def dismiss(*, reminder: Reminder, by, reason: str = "") -> None:
    """Put one's own reminder aside as not relevant; it is not sent again."""
    if reminder.recipient_id != by.pk:
        raise PermissionDenied(_("This reminder is somebody else's."))
    Reminder.objects.filter(pk=reminder.pk, dismissed_at__isnull=True).update(
        dismissed_at=timezone.now(), dismissed_reason=reason[:200]
    )
