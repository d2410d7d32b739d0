"""When a council member's question is answered and when it came late (domain 2.23)."""

from __future__ import annotations

from datetime import date

from assessments.models import CouncillorQuestion
from assessments.workdays import working_days_before

WORKING_DAYS = 2


def answer_due(meeting: date) -> date:
    """Answers are read before the meeting: the last day for them."""
    return working_days_before(meeting, WORKING_DAYS)


def is_late(question: CouncillorQuestion, meeting: date) -> bool:
    """Whether it was asked after the last day for answers; it is accepted all the same."""
    return question.asked_on > answer_due(meeting)
