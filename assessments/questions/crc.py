"""Rights check (domain 2.21)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.base import Column, Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "crc.art2",
        _(
            "Does the solution treat any group of children worse than others, and how is "
            "that prevented?"
        ),
        Kind.LONG,
        Requirement.FULL,
        help=_(
            "Article 2 of the Convention on the Rights of the Child. Go through the "
            "groups of children chosen earlier."
        ),
        page="crc",
    ),
    Question(
        "crc.art3",
        _(
            "How have the child's best interests been found out and how do they weigh in "
            "the solution?"
        ),
        Kind.LONG,
        Requirement.FULL,
        help=_(
            "Article 3 of the Convention on the Rights of the Child. The child's best "
            "interests are a primary consideration, not the only one."
        ),
        page="crc",
    ),
    Question(
        "crc.art6",
        _("Does the solution support children's development also in the long run?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("Article 6 of the Convention on the Rights of the Child."),
        page="crc",
    ),
    Question(
        "crc.art12",
        _("How have children's views been found out and taken into account?"),
        Kind.LONG,
        Requirement.FULL,
        help=_(
            "Article 12 of the Convention on the Rights of the Child. The text begins "
            "from what the hearings changed."
        ),
        page="crc",
    ),
    Question(
        "crc.short",
        _(
            "Are all children treated alike, how have their best interests been weighed, "
            "and how have their views been taken into account?"
        ),
        Kind.LONG,
        Requirement.OPTIONAL,
        help=_("Articles 2, 3 and 12 of the Convention on the Rights of the Child in one answer."),
        page="crc",
        light_only=True,
    ),
    Question(
        "crc.others",
        _("Which other articles concern the matter?"),
        Kind.TABLE,
        Requirement.FULL,
        help=_("Suggested from the impacts."),
        columns=(
            Column("article", pgettext_lazy("column", "Article"), Kind.CHOICE, source="articles"),
            Column(
                "effect",
                pgettext_lazy("column", "Effect"),
                Kind.CHOICE,
                options=(
                    Option("promotes", pgettext_lazy("effect on a right", "Promotes")),
                    Option("weakens", pgettext_lazy("effect on a right", "Weakens")),
                    Option("neutral", pgettext_lazy("effect on a right", "Neutral")),
                ),
            ),
            Column("text", pgettext_lazy("column", "Description"), Kind.LONG),
        ),
        page="crc",
    ),
    Question(
        "crc.resources",
        _("Are the resources directed so that rights are realised as well as possible?"),
        Kind.LONG,
        Requirement.OPTIONAL,
        help=_(
            "Article 4 of the Convention on the Rights of the Child. Answer always when "
            "the matter concerns the budget or fees."
        ),
        page="crc",
        full_only=True,
    ),
)
