"""Questions that a municipality asks beside those of the method."""

from __future__ import annotations

from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from assessments.questions import PAGES
from assessments.questions.base import LONG_LENGTH, OWN, Kind, Question, Requirement

OWN_PAGES = ("sco", "grp", "alt", "dat", "hpl", "hre", "crc", "cmp", "rec", "fup")
"""The pages on which a municipality may ask; some of them only the full assessment has."""
MOST = 10


class ExtraQuestion(models.Model):
    """A question of a municipality's own: a text in its languages, answered in a paragraph.

    Once somebody has answered it, its words stay: otherwise old answers would answer something
    that was never asked. It is taken out of use instead, and its answers remain.
    """

    municipality = models.ForeignKey(
        "municipalities.Municipality", models.CASCADE, related_name="extra_questions"
    )
    page = models.CharField(
        _("page"), max_length=4, choices=[(key, PAGES[key].title) for key in OWN_PAGES]
    )
    text_fi = models.CharField(_("question in Finnish"), max_length=200, blank=True)
    text_sv = models.CharField(_("question in Swedish"), max_length=200, blank=True)
    help_fi = models.CharField(_("help in Finnish"), max_length=300, blank=True)
    help_sv = models.CharField(_("help in Swedish"), max_length=300, blank=True)
    is_active = models.BooleanField(
        pgettext_lazy("question", "in use"), default=True, editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("question of the municipality")
        verbose_name_plural = _("questions of the municipality")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    def _in_language(self, name: str) -> str:
        other = {"fi": "sv", "sv": "fi"}
        language = "sv" if (get_language() or "").startswith("sv") else "fi"
        return getattr(self, f"{name}_{language}") or getattr(self, f"{name}_{other[language]}")

    @property
    def text(self) -> str:
        """In the reader's language, or in the one that there is."""
        return self._in_language("text")

    @property
    def key(self) -> str:
        """``own.12``: the key of its answers."""
        return f"{OWN}.{self.pk}"

    @property
    def question(self) -> Question:
        return Question(
            self.key,
            self.text,
            Kind.LONG,
            Requirement.OPTIONAL,
            help=self._in_language("help"),
            max_length=LONG_LENGTH,
            page=self.page,
        )
