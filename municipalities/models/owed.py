"""Owed work is a row: a promise that outlives the broker, the worker and a restart.

The row is written in the transaction that owes it. Celery only wakes a worker up; who works is
decided by ``claim``, and a sweep claims again what a dead worker left behind.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

MAX_ATTEMPTS = 5


class OwedQuerySet(models.QuerySet):
    def claimable(self) -> OwedQuerySet:
        """Rows that wait for a worker: queued and due, or claimed by a worker that has vanished."""
        now = timezone.now()
        return self.filter(
            Q(state=OwedWork.State.QUEUED, not_before__lte=now)
            | Q(state=OwedWork.State.CLAIMED, lease_until__lt=now)
        )

    def claim(self, pk: int) -> OwedWork | None:
        """Take one row for this worker, or ``None`` when another has it or nothing is owed."""
        row = self.claimable().filter(pk=pk).first()
        if row is None:
            return None
        if row.attempts >= MAX_ATTEMPTS:
            # Whoever tried last died on it without a word: the next one would too.
            self.filter(pk=pk, attempts=row.attempts).update(
                state=OwedWork.State.FAILED,
                lease_until=None,
                error="The work was broken off again and again.",
            )
            return None
        taken = (
            self.claimable()
            .filter(pk=pk, attempts=row.attempts)
            .update(
                state=OwedWork.State.CLAIMED,
                attempts=F("attempts") + 1,
                lease_until=timezone.now() + self.model.LEASE,
            )
        )
        return self.get(pk=pk) if taken else None


class OwedWork(models.Model):
    """State of one owed job. A claim is fenced by ``attempts``: a late worker changes nothing."""

    class State(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("job", "queued")
        CLAIMED = "claimed", pgettext_lazy("job", "being made")
        DONE = "done", pgettext_lazy("job", "ready")
        FAILED = "failed", pgettext_lazy("job", "failed")

    # Longer than the job's own hard time limit.
    LEASE = timedelta(minutes=5)

    state = models.CharField(max_length=8, choices=State, default=State.QUEUED, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    owed_at = models.DateTimeField(default=timezone.now, editable=False)
    not_before = models.DateTimeField(default=timezone.now, editable=False)
    lease_until = models.DateTimeField(null=True, editable=False)
    done_at = models.DateTimeField(null=True, editable=False)
    error = models.TextField(blank=True, editable=False)

    class Meta:
        abstract = True

    def _mine(self) -> models.QuerySet:
        return type(self)._default_manager.filter(
            pk=self.pk, state=self.State.CLAIMED, attempts=self.attempts
        )

    def finish(self, **fields) -> bool:
        """Record that the work is done. ``False`` when the claim was lost to another worker."""
        return bool(
            self._mine().update(
                state=self.State.DONE, done_at=timezone.now(), lease_until=None, error="", **fields
            )
        )

    def fail(self, error: str) -> None:
        """Give the work back for a later attempt, or give up after ``MAX_ATTEMPTS``."""
        gave_up = self.attempts >= MAX_ATTEMPTS
        self._mine().update(
            state=self.State.FAILED if gave_up else self.State.QUEUED,
            not_before=timezone.now() + timedelta(seconds=15 * 4**self.attempts),
            lease_until=None,
            error=error[:2000],
        )

    def owe_again(self) -> None:
        """Start over after a failure, at a person's wish."""
        type(self)._default_manager.filter(pk=self.pk, state=self.State.FAILED).update(
            state=self.State.QUEUED, attempts=0, not_before=timezone.now(), error=""
        )
