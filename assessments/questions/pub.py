"""Publication (domain 2.17)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import LANGUAGES
from assessments.questions.base import Column, Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "pub.notice",
        pgettext_lazy("pub.notice", "Notice: the assessment has started"),
        Kind.LONG,
        Requirement.FULL,
        help=_(
            "Tell who is making the assessment, what it concerns, how and until when to "
            "take part, and whom to contact."
        ),
        page="publication",
    ),
    Question(
        "pub.what",
        pgettext_lazy("pub.what", "What is published?"),
        Kind.MULTI,
        Requirement.LIGHT,
        options=(
            Option("screening", pgettext_lazy("publication part", "Screening")),
            Option("notice", pgettext_lazy("publication part", "Notice")),
            Option("report", pgettext_lazy("publication part", "Report")),
            Option("summary", pgettext_lazy("publication part", "Summary")),
            Option("child", pgettext_lazy("publication part", "Summary for children")),
            Option("followup", pgettext_lazy("publication part", "Follow-up")),
        ),
        page="publication",
    ),
    Question(
        "pub.date",
        pgettext_lazy("pub.date", "Publication date"),
        Kind.DATE,
        Requirement.LIGHT,
        help=_("The report is published no later than the agenda."),
        page="publication",
    ),
    Question(
        "pub.langs",
        pgettext_lazy("pub.langs", "Languages of publication"),
        Kind.MULTI,
        Requirement.LIGHT,
        options=LANGUAGES,
        page="publication",
    ),
    Question(
        "pub.secret",
        _("Does the material contain confidential information?"),
        Kind.BOOL,
        Requirement.LIGHT,
        help=_("Never write confidential information in fields that are published."),
        columns=(Column("ground", pgettext_lazy("column", "Legal ground")),),
        page="publication",
    ),
    Question(
        "pub.contact",
        pgettext_lazy("pub.contact", "Contact person and channel for feedback"),
        Kind.TEXT,
        Requirement.LIGHT,
        page="publication",
    ),
    Question(
        "pub.feedback_until",
        pgettext_lazy("pub.feedback_until", "Last day for feedback"),
        Kind.DATE,
        Requirement.OPTIONAL,
        page="publication",
    ),
)
