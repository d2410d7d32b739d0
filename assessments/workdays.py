"""Working days in Finland: no weekends, no public holidays, no Midsummer or Christmas Eve."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays
from django.utils.translation import get_language

# The package's own names of the languages that its Finnish table is written in.
LANGUAGES = {"fi": "fi", "sv": "sv_FI", "en": "en_US"}
SATURDAY = 5


@lru_cache(maxsize=8)
def _calendar(language: str) -> holidays.HolidayBase:
    return holidays.country_holidays("FI", language=language)


def holiday_name(day: date) -> str:
    """The name of the holiday or eve on ``day`` in the active language; empty on other days."""
    language = LANGUAGES.get((get_language() or "fi")[:2], "fi")
    return _calendar(language).get(day) or ""


def is_working_day(day: date) -> bool:
    """Whether offices are open on ``day``."""
    return day.weekday() < SATURDAY and not holiday_name(day)


def on_working_day(day: date) -> date:
    """The same day, or the last working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def from_working_day(day: date) -> date:
    """The same day, or the first working day after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def working_days_before(day: date, number: int) -> date:
    """The working day that lies ``number`` working days before ``day``."""
    for _step in range(number):
        day = on_working_day(day - timedelta(days=1))
    return day
