"""Notice that the matter is pending, and procedure check (domain 2.22)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import YES_NO_UNKNOWN
from assessments.questions.base import Column, Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "ntc.needed",
        _("Can the solution considerably affect the conditions of others than the parties?"),
        Kind.CHOICE,
        Requirement.CONDITIONAL,
        help=_("Always yes when a school or another unit is closed."),
        options=YES_NO_UNKNOWN,
        page="statements",
    ),
    Question(
        "ntc.text",
        pgettext_lazy("ntc.text", "Notice that the matter is pending"),
        Kind.LONG,
        Requirement.CONDITIONAL,
        help=_("Tell the starting points and goals, and how and until when views can be stated."),
        page="statements",
    ),
    Question(
        "ntc.channels",
        _("In which channels was the notice given?"),
        Kind.MULTI,
        Requirement.CONDITIONAL,
        help=_("Telling only guardians and staff is not enough."),
        options=(
            Option("web", pgettext_lazy("channel", "Web")),
            Option("paper", pgettext_lazy("channel", "Newspaper")),
            Option("board", pgettext_lazy("channel", "Notice board")),
            Option("letter", pgettext_lazy("channel", "Letter")),
            Option("wilma", pgettext_lazy("channel", "Wilma")),
            Option("event", pgettext_lazy("channel", "Residents' meeting")),
        ),
        page="statements",
    ),
    Question(
        "ntc.published",
        pgettext_lazy("ntc.published", "Date and link of the notice"),
        Kind.DATE,
        Requirement.CONDITIONAL,
        columns=(Column("url", pgettext_lazy("column", "Link"), Kind.URL),),
        page="statements",
    ),
    Question(
        "ntc.until",
        _("Until when can views be stated?"),
        Kind.DATE,
        Requirement.CONDITIONAL,
        help=_("Usually 21 days, at least 14."),
        page="statements",
    ),
    Question(
        "ntc.summary",
        _("How have the views been taken into account?"),
        Kind.LONG,
        Requirement.CONDITIONAL,
        page="statements",
    ),
    Question(
        "proc.material",
        pgettext_lazy("proc.material", "The members got the material with the agenda"),
        Kind.BOOL,
        Requirement.FULL,
        columns=(Column("date", pgettext_lazy("column", "The material was sent on"), Kind.DATE),),
        page="statements",
    ),
    Question(
        "proc.statements",
        pgettext_lazy("proc.statements", "The statements have been received and attached"),
        Kind.TABLE,
        Requirement.FULL,
        help=_("For example the youth council, the disability council and the pupil council."),
        columns=(
            Column("from", pgettext_lazy("column", "Statement by")),
            Column("date", pgettext_lazy("column", "Date"), Kind.DATE),
            Column("file", pgettext_lazy("column", "Attachment"), Kind.FILE),
        ),
        page="statements",
    ),
    Question(
        "proc.jav",
        pgettext_lazy("proc.jav", "Disqualifications have been checked"),
        Kind.BOOL,
        Requirement.OPTIONAL,
        page="statements",
    ),
    Question(
        "proc.body_ok",
        pgettext_lazy(
            "proc.body_ok", "The competent body has been checked in the administrative regulations"
        ),
        Kind.BOOL,
        Requirement.LIGHT,
        page="statements",
    ),
)
