"""Why a municipality needs the coordinator's attention: a table of pure rules, each in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.accelerator.situation import FOLLOWED, UNDECIDED, Pilot, Situation
from assessments.phases import Status

STILL_DAYS = 14
AGENDA_DAYS = timedelta(days=14)
MOVING = frozenset({Status.DRAFT, Status.PREPARING, Status.IN_REVIEW, Status.FINAL})


def _day(day: date) -> str:
    return formats.date_format(day, "SHORT_DATE_FORMAT")


def no_contact(situation: Situation) -> str:
    return "" if situation.contact else _("No contact has been named.")


def no_pilot(situation: Situation) -> str:
    return "" if situation.pilots else _("No pilot has been chosen.")


def pilot_dropped(situation: Situation) -> str:
    if situation.pilots and not situation.live_pilots:
        return _("The pilot has lapsed or was screened out: choose another.")
    return ""


def screening_late(situation: Situation) -> str:
    meeting = situation.calendar.preparation
    if not meeting or situation.today < meeting:
        return ""
    late = [each for each in situation.live_pilots if each.status is Status.DRAFT]
    if not late:
        return ""
    return _("Still in screening after the preparation meeting: %(title)s.") % {
        "title": late[0].title
    }


def agenda_near(situation: Situation) -> str:
    near = _first(
        situation,
        lambda each: (
            each.status in (Status.DRAFT, Status.PREPARING)
            and situation.today <= each.agenda_deadline <= situation.today + AGENDA_DAYS
        ),
    )
    if not near:
        return ""
    return _("The agenda deadline is %(day)s and the assessment is not in review: %(title)s.") % {
        "day": _day(near.agenda_deadline),
        "title": near.title,
    }


def agenda_passed(situation: Situation) -> str:
    passed = _first(
        situation,
        lambda each: (
            each.status in (Status.DRAFT, Status.PREPARING, Status.IN_REVIEW)
            and each.agenda_deadline < situation.today
        ),
    )
    if not passed:
        return ""
    return _("The agenda deadline %(day)s passed and the assessment is not ready: %(title)s.") % {
        "day": _day(passed.agenda_deadline),
        "title": passed.title,
    }


def decision_missing(situation: Situation) -> str:
    passed = _first(
        situation,
        lambda each: (
            each.status in UNDECIDED - {Status.DRAFT, Status.PREPARING, Status.IN_REVIEW}
            and each.meeting_date < situation.today
        ),
    )
    if not passed:
        return ""
    return _("The decision of %(day)s has not been recorded: %(title)s.") % {
        "day": _day(passed.meeting_date),
        "title": passed.title,
    }


def followup_late(situation: Situation) -> str:
    late = _first(
        situation,
        lambda each: (
            each.status in FOLLOWED and each.followup_due and each.followup_due < situation.today
        ),
    )
    if not late:
        return ""
    return _("The follow-up point of %(day)s is late: %(title)s.") % {
        "day": _day(late.followup_due),
        "title": late.title,
    }


def standing_still(situation: Situation) -> str:
    moving = [each for each in situation.live_pilots if each.status in MOVING]
    if not moving or situation.days_still < STILL_DAYS:
        return ""
    days = situation.days_still
    return ngettext(
        "Nothing has moved for %(days)d day.", "Nothing has moved for %(days)d days.", days
    ) % {"days": days}


def _first(situation: Situation, test: Callable[[Pilot], object]) -> Pilot | None:
    return next((each for each in situation.live_pilots if test(each)), None)


@dataclass(frozen=True)
class Rule:
    """``reason`` answers in words, or with an empty text when all is well."""

    key: str
    reason: Callable[[Situation], str]


# The most pressing first: the first reason is the one that a row begins with.
RULES = (
    Rule("agenda_passed", agenda_passed),
    Rule("agenda_near", agenda_near),
    Rule("decision_missing", decision_missing),
    Rule("followup_late", followup_late),
    Rule("no_contact", no_contact),
    Rule("no_pilot", no_pilot),
    Rule("pilot_dropped", pilot_dropped),
    Rule("screening_late", screening_late),
    Rule("standing_still", standing_still),
)


@dataclass(frozen=True)
class Reason:
    """One reason to act, by its rule's key and in words."""

    key: str
    text: str


def reasons(situation: Situation) -> Iterator[Reason]:
    """Every reason why this municipality needs attention, the most pressing first."""
    for rule in RULES:
        if text := rule.reason(situation):
            yield Reason(rule.key, text)
