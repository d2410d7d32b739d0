"""Test data with sensible defaults, so that a test says only what matters to it."""

from tests.factories.assessments import (
    answer_the_rest,
    assessment,
    attachment,
    full_assessment,
    full_light_assessment,
    indicator,
    proposal,
    set_answers,
    tell_children,
)
from tests.factories.municipalities import body, municipality, region, user

__all__ = [
    "answer_the_rest",
    "assessment",
    "attachment",
    "body",
    "full_assessment",
    "full_light_assessment",
    "indicator",
    "municipality",
    "proposal",
    "region",
    "set_answers",
    "tell_children",
    "user",
]
