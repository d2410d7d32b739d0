"""Recommendation and summary (domain 2.14)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.base import Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "rec.best",
        _("Which alternative is best for children?"),
        Kind.CHOICE,
        Requirement.LIGHT,
        help=_(
            "The recommendation is made from the viewpoint of children. The body weighs "
            "it against other interests."
        ),
        options=(
            Option("equal", pgettext_lazy("rec.best", "The alternatives are equally good")),
            Option("depends", pgettext_lazy("rec.best", "Depends on the conditions")),
        ),
        source="alternatives",
        page="rec",
        core=True,
    ),
    Question(
        "rec.reason",
        pgettext_lazy("rec.reason", "Reasons for the recommendation"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_("Refer to the rights of the child, the hearings and the evidence."),
        page="rec",
        core=True,
    ),
    Question(
        "rec.conditions",
        pgettext_lazy("rec.conditions", "On what conditions?"),
        Kind.LONG,
        Requirement.OPTIONAL,
        page="rec",
    ),
    Question(
        "rec.worst",
        _("Which alternative is not recommended for children and why?"),
        Kind.LONG,
        Requirement.FULL,
        page="rec",
    ),
    Question(
        "rec.children_said",
        pgettext_lazy("rec.children_said", "What the children said, in short"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_("At most 600 characters. The text goes to the agenda."),
        max_length=600,
        page="rec",
        core=True,
    ),
    Question(
        "rec.changed",
        _("What was changed during the assessment?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("This shows what the assessment was good for."),
        page="rec",
    ),
    Question(
        "rec.standpoint",
        _("From whose standpoint was the assessment written?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("Who wrote it, what they stand for and what they could not judge."),
        why=_("Emphases also reflect their author. Told openly, they can be weighed."),
        max_length=2000,
        page="rec",
        since="2026.2",
    ),
    Question(
        "rec.summary",
        pgettext_lazy("rec.summary", "Summary for decision makers (one page at most)"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_("Plain language, no jargon."),
        why=_("Most readers read only this page."),
        max_length=3500,
        page="rec",
        core=True,
    ),
    Question(
        "rec.summary_alt",
        pgettext_lazy("rec.summary_alt", "Summary in the other language"),
        Kind.LONG,
        Requirement.CONDITIONAL,
        help=_("Needed in a bilingual municipality."),
        max_length=3500,
        page="rec",
    ),
)
