"""Telling a story of the past: what happens inside ``at`` happens at that moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils import timezone

HELSINKI = ZoneInfo("Europe/Helsinki")


def moment(day: date, clock: str = "10.00") -> datetime:
    """A day and a wall clock time in Finland, written as people write it: 15.00."""
    hours, minutes = clock.split(".")
    return datetime.combine(day, time(int(hours), int(minutes)), HELSINKI)


@contextmanager
def at(day: date, clock: str = "10.00") -> Iterator[None]:
    """Set the one clock of the product to another moment, in this process and for this block"
    " only."""
    told = moment(day, clock)
    real = timezone.now
    timezone.now = lambda: told
    try:
        yield
    finally:
        timezone.now = real
