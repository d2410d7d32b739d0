"""Alternatives (domain 2.9)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import YES_PARTLY_NO
from assessments.questions.base import Column, Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "alt.code", pgettext_lazy("alt.code", "Code"), Kind.CALC, Requirement.LIGHT, page="alt"
    ),
    Question(
        "alt.name",
        pgettext_lazy("alt.name", "Name of the alternative"),
        Kind.TEXT,
        Requirement.LIGHT,
        help=_("A neutral name of at most 60 characters."),
        max_length=60,
        page="alt",
        core=True,
    ),
    Question(
        "alt.description",
        _("What happens in the alternative?"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_("For the zero alternative, tell what happens if nothing is changed."),
        why=_("The comparison is fair only if every alternative is described with the same care."),
        max_length=3000,
        page="alt",
        core=True,
    ),
    Question(
        "alt.day",
        _("How would a child's day change?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("Describe the day from waking up to bedtime."),
        max_length=3000,
        page="alt",
    ),
    Question(
        "alt.origin",
        _("Who has proposed the alternative?"),
        Kind.CHOICE,
        Requirement.FULL,
        options=(
            Option("preparer", pgettext_lazy("alt.origin", "Preparer")),
            Option("councillors", pgettext_lazy("alt.origin", "Councillors")),
            Option("residents", pgettext_lazy("alt.origin", "Residents")),
            Option("children", pgettext_lazy("alt.origin", "Children")),
            Option("consultant", pgettext_lazy("alt.origin", "Consultant")),
        ),
        page="alt",
    ),
    Question(
        "alt.cost_once",
        pgettext_lazy("alt.cost_once", "One-off cost (€)"),
        Kind.NUMBER,
        Requirement.OPTIONAL,
        page="alt",
    ),
    Question(
        "alt.cost_year",
        pgettext_lazy("alt.cost_year", "Yearly cost or saving (€/year)"),
        Kind.NUMBER,
        Requirement.FULL,
        help=_("Include transport and the costs of the transition."),
        page="alt",
    ),
    Question(
        "alt.child_money",
        pgettext_lazy("alt.child_money", "Of which directed to children (€)"),
        Kind.NUMBER,
        Requirement.OPTIONAL,
        help=_("The share that child budgeting would show."),
        page="alt",
    ),
    Question(
        "alt.start",
        pgettext_lazy("alt.start", "Timetable for carrying it out"),
        Kind.DATE,
        Requirement.LIGHT,
        page="alt",
    ),
    Question(
        "alt.feasible",
        _("Is the alternative feasible (law, premises, staff)?"),
        Kind.CHOICE,
        Requirement.FULL,
        options=YES_PARTLY_NO,
        columns=(Column("text", pgettext_lazy("column", "Reasons"), Kind.LONG),),
        page="alt",
    ),
    Question(
        "alt.rejected",
        pgettext_lazy("alt.rejected", "Rejected alternatives and the reason"),
        Kind.TABLE,
        Requirement.OPTIONAL,
        help=_("Tell which alternatives were considered and why they were left out."),
        why=_("Elected officials need to see that more than one real alternative was considered."),
        columns=(
            Column("alternative", pgettext_lazy("column", "Alternative")),
            Column("reason", pgettext_lazy("column", "Reason"), Kind.LONG),
        ),
        page="alt",
    ),
)
