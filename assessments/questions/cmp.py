"""Comparison and weighing (domain 2.12)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import IMPORTANCE
from assessments.questions.base import Column, Kind, Question, Requirement

QUESTIONS = (
    Question(
        "cmp.matrix",
        pgettext_lazy("cmp.matrix", "Comparison of the alternatives"),
        Kind.CALC,
        Requirement.LIGHT,
        help=_(
            "Rows are dimensions and columns are alternatives. The table can be limited "
            "to one group of children."
        ),
        page="cmp",
    ),
    Question(
        "cmp.pros",
        pgettext_lazy("cmp.pros", "Strengths of the alternative for children"),
        Kind.TABLE,
        Requirement.LIGHT,
        columns=(
            Column(
                "alternative",
                pgettext_lazy("column", "Alternative"),
                Kind.CHOICE,
                source="alternatives",
            ),
            Column("text", pgettext_lazy("column", "Strength"), Kind.LONG),
        ),
        page="cmp",
    ),
    Question(
        "cmp.cons",
        pgettext_lazy("cmp.cons", "Weaknesses of the alternative for children"),
        Kind.TABLE,
        Requirement.LIGHT,
        columns=(
            Column(
                "alternative",
                pgettext_lazy("column", "Alternative"),
                Kind.CHOICE,
                source="alternatives",
            ),
            Column("text", pgettext_lazy("column", "Weakness"), Kind.LONG),
        ),
        page="cmp",
    ),
    Question(
        "cmp.conflict_children",
        _("Do the interests of different children conflict?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("For example those who move and those who stay."),
        page="cmp",
    ),
    Question(
        "cmp.conflict_other",
        _("What other interests are there and how do they relate to children's interests?"),
        Kind.TABLE,
        Requirement.FULL,
        help=_("The economy, staff, the environment and other residents."),
        columns=(
            Column("interest", pgettext_lazy("column", "Interest")),
            Column(
                "strength",
                pgettext_lazy("column", "Strength of the interest"),
                Kind.CHOICE,
                options=IMPORTANCE,
            ),
            Column(
                "relation", pgettext_lazy("column", "Relation to children's interests"), Kind.LONG
            ),
        ),
        page="cmp",
    ),
    Question(
        "cmp.cumulative",
        _("Do the impacts accumulate with other decisions made at the same time?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("Look at other open matters that concern the same children."),
        page="cmp",
    ),
    Question(
        "cmp.uncertainty",
        _("What is most uncertain in the assessment?"),
        Kind.LONG,
        Requirement.LIGHT,
        page="cmp",
    ),
)
