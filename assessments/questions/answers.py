"""Options that several questions share (domain 2.3, 2.7 and 2.12)."""

from collections.abc import Iterable

from django.utils.translation import pgettext_lazy

from assessments.questions.base import Option
from assessments.questions.dimensions import Scale

YES_PARTLY_NO_UNKNOWN = (
    Option("yes", pgettext_lazy("answer", "Yes")),
    Option("partly", pgettext_lazy("answer", "Partly")),
    Option("no", pgettext_lazy("answer", "No")),
    Option("unknown", pgettext_lazy("answer", "Unknown")),
)
YES_PARTLY_NO = (
    Option("yes", pgettext_lazy("answer", "Yes")),
    Option("partly", pgettext_lazy("answer", "Partly")),
    Option("no", pgettext_lazy("answer", "No")),
)
YES_NO = (
    Option("yes", pgettext_lazy("answer", "Yes")),
    Option("no", pgettext_lazy("answer", "No")),
)
YES_NO_UNKNOWN = (
    Option("yes", pgettext_lazy("answer", "Yes")),
    Option("no", pgettext_lazy("answer", "No")),
    Option("unknown", pgettext_lazy("answer", "Unknown")),
)
IMPORTANCE = (
    Option("1", pgettext_lazy("importance", "Small")),
    Option("2", pgettext_lazy("importance", "Moderate")),
    Option("3", pgettext_lazy("importance", "Large")),
)
LANGUAGES = (
    Option("fi", pgettext_lazy("language", "Finnish")),
    Option("sv", pgettext_lazy("language", "Swedish")),
    Option("en", pgettext_lazy("language", "English")),
)
TASK_STATUS = (
    Option("open", pgettext_lazy("task status", "Not started")),
    Option("under_way", pgettext_lazy("task status", "Under way")),
    Option("done", pgettext_lazy("task status", "Done")),
)
MEASURE_STATUS = (
    *TASK_STATUS,
    Option("not_done", pgettext_lazy("task status", "Will not be done")),
)
METHODS = (
    Option("play", pgettext_lazy("hearing method", "Play and observation")),
    Option("storycraft", pgettext_lazy("hearing method", "Storycrafting")),
    Option("draw", pgettext_lazy("hearing method", "Drawing, picture cards")),
    Option("walk", pgettext_lazy("hearing method", "Photo or walking tour")),
    Option("group", pgettext_lazy("hearing method", "Group discussion")),
    Option("class", pgettext_lazy("hearing method", "Class form filled with teacher")),
    Option("workshop", pgettext_lazy("hearing method", "Participation workshop")),
    Option("survey", pgettext_lazy("hearing method", "Survey")),
    Option("map", pgettext_lazy("hearing method", "Map survey")),
    Option("interview", pgettext_lazy("hearing method", "Interview")),
    Option("parliament", pgettext_lazy("hearing method", "Children's parliament")),
    Option("pupilboard", pgettext_lazy("hearing method", "Pupil council")),
    Option("youthcouncil", pgettext_lazy("hearing method", "Youth council")),
    Option("chat", pgettext_lazy("hearing method", "Chat, social media")),
    Option("existing", pgettext_lazy("hearing method", "Earlier collected views")),
)
EXTENTS = (
    Option("none", pgettext_lazy("extent", "No assessment")),
    Option("light", pgettext_lazy("extent", "Light assessment")),
    Option("full", pgettext_lazy("extent", "Full assessment")),
)

METHOD_AGES = {
    "play": (0, 6),
    "storycraft": (3, 10),
    "draw": (3, 12),
    "walk": (5, 17),
    "group": (6, 17),
    "class": (6, 12),
    "workshop": (8, 17),
    "survey": (9, 17),
    "map": (9, 17),
    "interview": (0, 17),
    "parliament": (7, 12),
    "pupilboard": (7, 17),
    "youthcouncil": (13, 17),
    "chat": (13, 17),
    "existing": (0, 17),
}
"""Ages a hearing method suits, from and to. A guide, not a rule."""


def scale_options(scale: Iterable[Scale]) -> tuple[Option, ...]:
    """The steps of a scale as the options of a question."""
    return tuple(Option(step.value, step.label) for step in scale)
