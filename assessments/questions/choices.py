"""The catalogue's options in the shape that model fields and form fields take."""

from collections.abc import Iterable

from assessments.questions import question
from assessments.questions.dimensions import DIMENSIONS, MAGNITUDES


def pairs(options: Iterable) -> list[tuple[str, object]]:
    """Options or steps of a scale as stored value and label."""
    return [(option.value, option.label) for option in options]


def choices(key: str) -> list[tuple[str, object]]:
    """The options of one question."""
    return pairs(question(key).options)


def column_choices(key: str, column: str) -> list[tuple[str, object]]:
    """The options of one column of a question that is a table."""
    (found,) = [each for each in question(key).columns if each.key == column]
    return pairs(found.options)


DIMENSION_CHOICES = [(key, dimension.label) for key, dimension in DIMENSIONS.items()]
MAGNITUDE_CHOICES = [(int(step.value), step.label) for step in MAGNITUDES]
