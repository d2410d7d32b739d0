"""The notice that a matter is pending: when it is needed, how long it runs and what it says.

Source: Administrative Procedure Act (434/2003), section 41; domain 2.22 and part 8. Whoever the
matter may considerably affect is told of it and can state views before it is decided. Closing a
school is such a matter. The times are the product's own proposal, in calendar days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments.workdays import from_working_day

USUAL_DAYS = 21
LEAST_DAYS = 14
WEIGHING_DAYS = 3
"""Left between the last day for views and the agenda deadline, where there is time."""

OPEN_CHANNELS = frozenset({"web", "paper", "board"})
"""Channels that reach others than guardians and staff: telling these alone is not enough."""


def closing_reason(proposal_type: str, answers: Mapping[str, object]) -> str:
    """Why the notice is needed without asking anybody; empty where a person judges it."""
    if proposal_type == "school_network":
        return _("The matter changes the school network.")
    if answers.get("scr.network") == "yes":
        return _("According to the screening a place used by children is closed, merged or moved.")
    return ""


def is_needed(proposal_type: str, answers: Mapping[str, object]) -> bool:
    """Whether the matter must not be decided without a notice."""
    return bool(closing_reason(proposal_type, answers)) or answers.get("ntc.needed") == "yes"


def suggested_end(published: date) -> date:
    """Until when views can usually be stated."""
    return published + timedelta(days=USUAL_DAYS)


def earliest_end(published: date) -> date:
    """The shortest time that people are given."""
    return published + timedelta(days=LEAST_DAYS)


def proposed_end(published: date, meeting: date, deadline: date) -> date | None:
    """Until when to take views: the usual time, or less so that they can be weighed by the agenda
    deadline; None where even the shortest time does not end before the meeting."""
    weighing = deadline - timedelta(days=WEIGHING_DAYS)
    end = max(min(suggested_end(published), weighing), earliest_end(published))
    return end if end < meeting else None


def conflict(published: date | None, until: date | None, meeting: date) -> str:
    """Why the views come too late for the meeting, and what to do; empty where they do not."""
    if published and earliest_end(published) >= meeting:
        earliest = from_working_day(earliest_end(published) + timedelta(days=1))
        return _(
            "The shortest time for views, %(days)d days, does not end before the meeting on"
            " %(meeting)s. Move the meeting: it can be held on %(earliest)s at the earliest."
        ) % {
            "days": LEAST_DAYS,
            "meeting": date_format(meeting),
            "earliest": date_format(earliest),
        }
    if until and until >= meeting:
        return too_late(until, meeting)
    return ""


def too_late(until: date, meeting: date) -> str:
    return _("The time for views ends on %(until)s, but the meeting is on %(meeting)s.") % {
        "until": date_format(until),
        "meeting": date_format(meeting),
    }


def reaches_all(channels: Iterable[str]) -> bool:
    """Whether anybody beside guardians and staff has been told."""
    return not OPEN_CHANNELS.isdisjoint(channels)


def ready_text(proposal, until: date | None, contact: str, language: str) -> str:
    """A text to begin with, in ``language``: what is prepared, who decides, how to be heard.

    Without ``until`` the last day is left open.
    """
    with translation.override(language):
        values = {
            "title": proposal.title_in(language),
            "municipality": proposal.municipality.name,
            "description": proposal.description.strip()
            if language == proposal.language
            else _("[Describe the matter here.]"),
            "body": proposal.body.name,
            "meeting": date_format(proposal.meeting_date),
            "until": date_format(until) if until else _("[last day for views]"),
            "contact": contact,
        }
        diary = (
            _("The diary number of the matter is %(number)s.")
            % {"number": proposal.diary_number.strip()}
            if proposal.diary_number.strip()
            else ""
        )
        parts = (
            _("Notice of a pending matter: %(title)s") % values,
            _("%(municipality)s is preparing the following matter. %(description)s") % values,
            _(
                "The matter is planned to be decided on %(meeting)s: %(body)s. Its effects on"
                " children are assessed before the decision."
            )
            % values,
            _(
                "Everybody whom the matter concerns can state views on it, children and young"
                " people too. Views can be stated until %(until)s: %(contact)s."
            )
            % values,
            diary,
        )
        return "\n\n".join(part for part in parts if part)
