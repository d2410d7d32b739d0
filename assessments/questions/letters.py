"""The letters about a planned hearing, as far as an official has changed them.

Each changed letter is an answer: saved, versioned, compared and restored like any other.
"""

from __future__ import annotations

import re

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.base import Kind, Question, Requirement

CHILDREN, GUARDIANS = "children", "guardians"
AUDIENCES = {
    CHILDREN: _("Letter to the children"),
    GUARDIANS: _("Letter to the guardians"),
}
LANGUAGES = {
    "fi": pgettext_lazy("letter", "In Finnish"),
    "sv": pgettext_lazy("letter", "In Swedish"),
    "en": pgettext_lazy("letter", "In English"),
}
LETTER_LENGTH = 10_000
LETTER_KEY = re.compile(
    rf"hpl\.letter\.[0-9]{{1,18}}\.({'|'.join(AUDIENCES)})\.({'|'.join(LANGUAGES)})", re.ASCII
)


def letter_key(planned: int, audience: str, language: str) -> str:
    """The key of one letter about the planned hearing of this number."""
    return f"hpl.letter.{planned}.{audience}.{language}"


def letter_question(key: str) -> Question:
    """The letter as a question whose answer is its text."""
    audience, language = LETTER_KEY.fullmatch(key).groups()
    return Question(
        key,
        format_lazy("{}: {}", LANGUAGES[language], AUDIENCES[audience]),
        Kind.LONG,
        Requirement.OPTIONAL,
        max_length=LETTER_LENGTH,
        page="hpl",
    )
