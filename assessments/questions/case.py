"""Basic data of the matter (domain 2.1)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.base import Column, Kind, Option, Question, Requirement
from assessments.questions.decision_types import DECISION_TYPE_OPTIONS

SECTORS = (
    Option("education", pgettext_lazy("case.sector", "Education")),
    Option("ecec", pgettext_lazy("case.sector", "Early childhood education")),
    Option("wellbeing", pgettext_lazy("case.sector", "Wellbeing and leisure")),
    Option("technical", pgettext_lazy("case.sector", "Technical and environment")),
    Option("planning", pgettext_lazy("case.sector", "Land-use planning")),
    Option("central", pgettext_lazy("case.sector", "Central administration")),
    Option("finance", pgettext_lazy("case.sector", "Finance")),
    Option("other", pgettext_lazy("case.sector", "Other")),
)

QUESTIONS = (
    Question(
        "case.title",
        _("What matter is being prepared?"),
        Kind.TEXT,
        Requirement.ALWAYS,
        help=_("Use the same title as on the agenda. Plain words, no abbreviations."),
        page="case",
        core=True,
    ),
    Question(
        "case.title_alt",
        pgettext_lazy("case.title_alt", "Title in the other language"),
        Kind.TEXT,
        Requirement.CONDITIONAL,
        help=_(
            "A bilingual municipality needs the title in both languages before anything "
            "is published."
        ),
        page="case",
    ),
    Question(
        "case.type",
        _("What kind of decision is it?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_(
            "The type decides which laws and dimensions are suggested and what the screening asks."
        ),
        options=DECISION_TYPE_OPTIONS,
        page="case",
        core=True,
    ),
    Question(
        "case.sector",
        _("Which sector prepares it?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        options=SECTORS,
        page="case",
        core=True,
    ),
    Question(
        "case.programme_group",
        _("Which accelerator group does the project belong to?"),
        Kind.CHOICE,
        Requirement.OPTIONAL,
        help=_("Choose a group only if the matter is part of the accelerator."),
        options=(
            Option("school", pgettext_lazy("case.programme_group", "School projects")),
            Option("other", pgettext_lazy("case.programme_group", "Other projects")),
            Option("none", pgettext_lazy("case.programme_group", "Not in the accelerator")),
        ),
        page="case",
    ),
    Question(
        "case.description",
        _("Describe the matter briefly: what would change?"),
        Kind.LONG,
        Requirement.ALWAYS,
        help=_("Write so that a 12-year-old could follow."),
        page="case",
        core=True,
    ),
    Question(
        "case.objective",
        _("What is the decision meant to achieve?"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_("Name savings targets openly as well."),
        page="matter",
    ),
    Question(
        "case.background",
        _("Why is the matter topical now?"),
        Kind.LONG,
        Requirement.OPTIONAL,
        page="matter",
    ),
    Question(
        "case.area",
        _("Which area does it concern?"),
        Kind.TEXT,
        Requirement.LIGHT,
        help=_("A village, a school district or the whole municipality."),
        page="case",
    ),
    Question(
        "case.diary_no",
        pgettext_lazy("case.diary_no", "Diary number"),
        Kind.TEXT,
        Requirement.OPTIONAL,
        help=_("Write the number as it stands in your own case management system."),
        max_length=60,
        page="case",
    ),
    Question(
        "case.body",
        _("Which body makes the decision?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_(
            "Check in the administrative regulations which body is competent. Each "
            "municipality keeps its own list of bodies."
        ),
        source="bodies",
        page="case",
        core=True,
    ),
    Question(
        "case.path",
        _("In which bodies is the matter handled?"),
        Kind.TABLE,
        Requirement.LIGHT,
        help=_("List every body that prepares, gives a statement or decides."),
        columns=(
            Column("body", pgettext_lazy("column", "Body")),
            Column(
                "role",
                pgettext_lazy("column", "Role"),
                Kind.CHOICE,
                options=(
                    Option("prepares", pgettext_lazy("handling role", "Prepares")),
                    Option("statement", pgettext_lazy("handling role", "Gives a statement")),
                    Option("decides", pgettext_lazy("handling role", "Decides")),
                ),
            ),
            Column("date", pgettext_lazy("column", "Date"), Kind.DATE),
        ),
        page="matter",
    ),
    Question(
        "case.meeting_date",
        pgettext_lazy("case.meeting_date", "Planned decision meeting"),
        Kind.DATE,
        Requirement.ALWAYS,
        help=_("All reminders are counted from this date."),
        page="case",
        core=True,
    ),
    Question(
        "case.agenda_deadline",
        _("By when must the assessment be ready for the agenda?"),
        Kind.DATE,
        Requirement.ALWAYS,
        help=_("Unless you choose another day, this is 14 days before the meeting."),
        why=_(
            "The assessment can influence the matter only if it is ready before the proposal is."
        ),
        page="case",
    ),
    Question(
        "case.preparer",
        pgettext_lazy("case.preparer", "Preparer"),
        Kind.USER,
        Requirement.ALWAYS,
        page="case",
    ),
    Question(
        "case.presenter",
        pgettext_lazy("case.presenter", "Presenting official"),
        Kind.USER,
        Requirement.LIGHT,
        source="people",
        page="case",
    ),
    Question(
        "case.team",
        _("Who carries out the assessment?"),
        Kind.TABLE,
        Requirement.FULL,
        help=_(
            "Name people from at least two sectors. One person alone should never make "
            "the assessment."
        ),
        columns=(
            Column("name", pgettext_lazy("column", "Name")),
            Column("role", pgettext_lazy("column", "Role")),
            Column("sector", pgettext_lazy("column", "Sector"), Kind.CHOICE, SECTORS),
            Column("task", pgettext_lazy("column", "Task")),
            # Of the service: who in it this is, and what is given to this person to write.
            Column("user", _("Person in this service"), Kind.USER, source="people"),
            Column("parts", _("Parts assigned to this person"), Kind.MULTI, source="parts"),
        ),
        page="case",
    ),
    Question(
        "case.links",
        _("Which other processes is the matter linked to?"),
        Kind.MULTI,
        Requirement.OPTIONAL,
        options=(
            Option("eva", pgettext_lazy("case.links", "Wider EVA")),
            Option("budget", pgettext_lazy("case.links", "Budget")),
            Option("child_budget", pgettext_lazy("case.links", "Child budgeting")),
            Option("strategy", pgettext_lazy("case.links", "Municipal strategy")),
            Option("welfare_report", pgettext_lazy("case.links", "Welfare report")),
            Option(
                "child_plan", pgettext_lazy("case.links", "Welfare plan for children and youth")
            ),
            Option("equality", pgettext_lazy("case.links", "Equality plan")),
            Option("landuse", pgettext_lazy("case.links", "Planning process")),
            Option("cfc", pgettext_lazy("case.links", "Child-friendly municipality work")),
        ),
        columns=(Column("text", pgettext_lazy("column", "More about the links")),),
        page="matter",
    ),
    Question(
        "case.language",
        pgettext_lazy("case.language", "Language of the assessment"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        options=(
            Option("fi", pgettext_lazy("language", "Finnish")),
            Option("sv", pgettext_lazy("language", "Swedish")),
            Option("both", pgettext_lazy("language", "Both languages")),
        ),
        page="case",
    ),
)
