"""Child groups (domain 2.5)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.base import Column, Kind, Question, Requirement
from assessments.questions.dimensions import AGE_GROUPS, VULNERABLE_GROUPS

QUESTIONS = (
    Question(
        "grp.age",
        _("Which age groups are concerned?"),
        Kind.MULTI,
        Requirement.LIGHT,
        options=AGE_GROUPS,
        page="grp",
        core=True,
    ),
    Question(
        "grp.vulnerable",
        _("Which groups in vulnerable situations need separate assessment?"),
        Kind.MULTI,
        Requirement.LIGHT,
        help=_("If no group is identified, give the reason."),
        options=VULNERABLE_GROUPS,
        page="grp",
        core=True,
    ),
    Question(
        "grp.none_reason",
        _("Why was no group in a vulnerable situation identified?"),
        Kind.LONG,
        Requirement.CONDITIONAL,
        max_length=1000,
        page="grp",
        core=True,
    ),
    Question(
        "grp.table",
        pgettext_lazy("grp.table", "Size of the group and source of the number"),
        Kind.TABLE,
        Requirement.FULL,
        help=_('Numbers under five are shown as "< 5".'),
        columns=(
            Column("group", pgettext_lazy("column", "Group"), Kind.CHOICE, source="groups"),
            Column("number", pgettext_lazy("column", "Number"), Kind.NUMBER),
            Column("year", pgettext_lazy("column", "Year"), Kind.NUMBER),
            Column("source", pgettext_lazy("column", "Source")),
            Column("note", pgettext_lazy("column", "Note")),
        ),
        page="grp",
    ),
    Question(
        "grp.who_wins", _("Which children benefit most?"), Kind.LONG, Requirement.FULL, page="grp"
    ),
    Question(
        "grp.who_loses",
        _("Which children are hit hardest?"),
        Kind.LONG,
        Requirement.FULL,
        page="grp",
    ),
    Question(
        "grp.others",
        _("Are parents, siblings or students over 18 affected too?"),
        Kind.LONG,
        Requirement.OPTIONAL,
        help=_("The assessment may also cover people over 18 where that is natural."),
        page="grp",
    ),
)
