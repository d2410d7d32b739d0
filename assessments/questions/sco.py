"""Scope and plan (domain 2.4)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import TASK_STATUS
from assessments.questions.base import Column, Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "sco.questions",
        _("Which questions must the assessment answer?"),
        Kind.TABLE,
        Requirement.FULL,
        help=_("Three to six questions that decision makers really need answered."),
        columns=(Column("text", pgettext_lazy("column", "Question")),),
        page="sco",
    ),
    Question(
        "sco.horizon",
        _("Over which time spans are the impacts examined?"),
        Kind.MULTI,
        Requirement.LIGHT,
        help=_("Under one year, one council term, and longer."),
        options=(
            Option("short", pgettext_lazy("sco.horizon", "Under one year")),
            Option("medium", pgettext_lazy("sco.horizon", "A council term")),
            Option("long", pgettext_lazy("sco.horizon", "Longer")),
        ),
        page="sco",
    ),
    Question(
        "sco.limits",
        _("What is left out of the assessment and why?"),
        Kind.LONG,
        Requirement.FULL,
        page="sco",
    ),
    Question(
        "sco.laws",
        _("Which laws and rights of the child does the matter concern?"),
        Kind.MULTI,
        Requirement.LIGHT,
        help=_(
            "Suggested from the type of the decision. Articles 2, 3, 6 and 12 always "
            "belong to the assessment."
        ),
        source="laws",
        columns=(
            Column("articles", pgettext_lazy("column", "Articles"), Kind.MULTI, source="articles"),
        ),
        page="sco",
    ),
    Question(
        "sco.stakeholders",
        _("Whose knowledge and views are needed?"),
        Kind.MULTI,
        Requirement.FULL,
        options=(
            Option("children", pgettext_lazy("sco.stakeholders", "Children")),
            Option("guardians", pgettext_lazy("sco.stakeholders", "Guardians")),
            Option("staff", pgettext_lazy("sco.stakeholders", "Staff")),
            Option(
                "wellbeing_county", pgettext_lazy("sco.stakeholders", "Wellbeing services county")
            ),
            Option("ngos", pgettext_lazy("sco.stakeholders", "Associations")),
            Option("parish", pgettext_lazy("sco.stakeholders", "Parish")),
            Option("sports_clubs", pgettext_lazy("sco.stakeholders", "Sports clubs")),
            Option("neighbours", pgettext_lazy("sco.stakeholders", "Neighbouring municipality")),
        ),
        page="sco",
    ),
    Question(
        "sco.hours",
        _("How much working time is reserved (h)?"),
        Kind.NUMBER,
        Requirement.FULL,
        help=_("The figure is used later to follow how much work assessments take."),
        page="sco",
    ),
    Question(
        "sco.tasks",
        pgettext_lazy("sco.tasks", "Timetable, tasks and responsibilities"),
        Kind.TABLE,
        Requirement.LIGHT,
        help=_("A template is offered by extent, counted back from the agenda deadline."),
        columns=(
            Column("task", pgettext_lazy("column", "Task")),
            Column("who", pgettext_lazy("column", "Who")),
            Column("start", pgettext_lazy("column", "Start"), Kind.DATE),
            Column("due", pgettext_lazy("column", "Due"), Kind.DATE),
            Column("status", pgettext_lazy("column", "Status"), Kind.CHOICE, options=TASK_STATUS),
        ),
        page="sco",
    ),
    Question(
        "sco.impartial",
        _("How is impartiality ensured?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("For example a reviewer from another sector or another municipality."),
        why=_("Residents often doubt an assessment made only by those who propose the change."),
        page="sco",
    ),
)
