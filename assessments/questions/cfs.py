"""Summary for children (domain 2.17).

In a bilingual municipality each text is asked in both languages: ``cfs.why`` in the assessment's
own, ``cfs.why_alt`` in the other.
"""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.base import Column, Kind, Option, Question, Requirement

_ASKED = (
    Question(
        "cfs.title",
        pgettext_lazy("cfs.title", "What is being decided? (for children)"),
        Kind.TEXT,
        Requirement.LIGHT,
        help=_("At most 60 characters."),
        max_length=60,
        page="publication",
    ),
    Question(
        "cfs.why",
        _("Why is this being decided?"),
        Kind.TEXT,
        Requirement.LIGHT,
        help=_("At most 200 characters."),
        max_length=200,
        page="publication",
    ),
    Question(
        "cfs.options",
        pgettext_lazy("cfs.options", "What were the options?"),
        Kind.TABLE,
        Requirement.LIGHT,
        columns=(
            Column("name", pgettext_lazy("column", "Name")),
            Column("sentence", pgettext_lazy("column", "One sentence")),
            Column("sentence_alt", _("One sentence in the other language")),
        ),
        page="publication",
    ),
    Question(
        "cfs.you_said",
        pgettext_lazy("cfs.you_said", "What did you tell us?"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_("Give three points."),
        max_length=600,
        page="publication",
    ),
    Question(
        "cfs.decided",
        _("What was decided and why?"),
        Kind.LONG,
        Requirement.CONDITIONAL,
        help=_("Fill this in after the decision."),
        max_length=600,
        page="publication",
    ),
    Question(
        "cfs.changed",
        _("What did your thoughts change?"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_("Be honest also when the effect was small."),
        max_length=600,
        page="publication",
    ),
    Question(
        "cfs.next",
        pgettext_lazy("cfs.next", "What happens next?"),
        Kind.TEXT,
        Requirement.LIGHT,
        help=_("Give a date."),
        max_length=200,
        page="publication",
    ),
    Question(
        "cfs.ask",
        pgettext_lazy("cfs.ask", "Whom can I ask for more?"),
        Kind.TEXT,
        Requirement.LIGHT,
        max_length=200,
        page="publication",
    ),
    Question(
        "cfs.format",
        pgettext_lazy("cfs.format", "How is it told?"),
        Kind.MULTI,
        Requirement.OPTIONAL,
        options=(
            Option("web", pgettext_lazy("way of informing", "Web page")),
            Option("slides", pgettext_lazy("way of informing", "Slides")),
            Option("letter", pgettext_lazy("way of informing", "Letter")),
            Option("video", pgettext_lazy("way of informing", "Video")),
            Option("visit", pgettext_lazy("way of informing", "Visit")),
            Option("social_media", pgettext_lazy("way of informing", "Social media")),
        ),
        page="publication",
    ),
    Question(
        "cfs.level",
        pgettext_lazy("cfs.level", "Target age"),
        Kind.CHOICE,
        Requirement.LIGHT,
        help=_("Use short sentences and avoid long compound words."),
        options=(
            Option("5-8", pgettext_lazy("cfs.level", "Ages 5–8")),
            Option("9-12", pgettext_lazy("cfs.level", "Ages 9–12")),
            Option("13-17", pgettext_lazy("cfs.level", "Ages 13–17")),
        ),
        page="publication",
    ),
)

TEXTS = ("title", "why", "you_said", "decided", "changed", "next", "ask")
"""The texts that children read, by the ends of their keys, in the order of their page."""
AFTER_DECISION = "decided"
"""The text that can be told only when it has been decided."""


def _in_other_language(asked: Question) -> Question:
    return Question(
        f"{asked.key}_alt",
        format_lazy(_("{question} (in the other language)"), question=asked.text),
        asked.kind,
        Requirement.CONDITIONAL,
        help=asked.help,
        max_length=asked.max_length,
        page=asked.page,
    )


QUESTIONS = (
    *_ASKED,
    *(_in_other_language(asked) for asked in _ASKED if asked.field in TEXTS),
)
ALTERNATE = frozenset(asked.key for asked in QUESTIONS if asked.field.endswith("_alt"))
"""The questions of the other language: asked in bilingual municipalities only."""
