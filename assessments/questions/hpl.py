"""Hearing plan (domain 2.7)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import METHODS, YES_NO
from assessments.questions.base import Column, Kind, Option, Question, Requirement
from assessments.questions.dimensions import AGE_GROUPS, CHILD_GROUPS

QUESTIONS = (
    Question(
        "hpl.aim",
        _("What do you want to learn from the children, and what can they still influence?"),
        Kind.LONG,
        Requirement.FULL,
        help=_(
            "If nothing can be influenced any more, say so. Asking only how to cope with "
            "a decision already made is not hearing."
        ),
        page="hpl",
    ),
    Question(
        "hpl.who",
        pgettext_lazy("hpl.who", "Who will be heard?"),
        Kind.MULTI,
        Requirement.LIGHT,
        help=_(
            "The children concerned come first, for example in both the school that "
            "moves and the school that receives."
        ),
        options=CHILD_GROUPS,
        page="hpl",
    ),
    Question(
        "hpl.missed",
        _("Whose voice is easily missed and how will they be reached?"),
        Kind.LONG,
        Requirement.FULL,
        help=_(
            "For example special classes, small children, pupils who are often absent "
            "and language groups."
        ),
        why=_("Those who are heard least are often those who are affected most."),
        page="hpl",
    ),
    Question(
        "hpl.events",
        pgettext_lazy("hpl.events", "Hearings"),
        Kind.TABLE,
        Requirement.LIGHT,
        columns=(
            Column("group", pgettext_lazy("column", "Group")),
            Column("age", pgettext_lazy("column", "Age"), Kind.CHOICE, options=AGE_GROUPS),
            Column("method", pgettext_lazy("column", "Method"), Kind.CHOICE, options=METHODS),
            Column("place", pgettext_lazy("column", "Place")),
            Column("date", pgettext_lazy("column", "Date"), Kind.DATE),
            Column("time", pgettext_lazy("column", "Time of day")),
            Column("facilitator", pgettext_lazy("column", "Facilitator (role)")),
            Column("target", pgettext_lazy("column", "Target number"), Kind.NUMBER),
        ),
        page="hpl",
    ),
    Question(
        "hpl.method",
        pgettext_lazy("hpl.method", "Method"),
        Kind.MULTI,
        Requirement.LIGHT,
        help=_("Choose a method that suits the children's age."),
        options=METHODS,
        page="hpl",
    ),
    Question(
        "hpl.pilot",
        _("Were the questions tested with children?"),
        Kind.BOOL,
        Requirement.FULL,
        page="hpl",
    ),
    Question(
        "hpl.info",
        _("How are the children informed beforehand?"),
        Kind.MULTI,
        Requirement.LIGHT,
        help=_("Illustrated slides, a letter, a short video, a talk or social media."),
        options=(
            Option("slides", pgettext_lazy("way of informing", "Illustrated slides")),
            Option("letter", pgettext_lazy("way of informing", "Letter")),
            Option("video", pgettext_lazy("way of informing", "Short video")),
            Option("talk", pgettext_lazy("way of informing", "Talk")),
            Option("social_media", pgettext_lazy("way of informing", "Social media")),
        ),
        columns=(Column("text", pgettext_lazy("column", "How in practice"), Kind.LONG),),
        page="hpl",
    ),
    Question(
        "hpl.guardians",
        _("How are guardians informed and heard?"),
        Kind.LONG,
        Requirement.LIGHT,
        page="hpl",
    ),
    Question(
        "hpl.staff",
        pgettext_lazy("hpl.staff", "How are the staff heard?"),
        Kind.LONG,
        Requirement.FULL,
        page="hpl",
    ),
    Question(
        "hpl.youth_council",
        _("Is a statement requested from the youth council?"),
        Kind.CHOICE,
        Requirement.LIGHT,
        help=_(
            "The statement is necessary but does not alone count as hearing the children concerned."
        ),
        options=YES_NO,
        columns=(
            Column("date", pgettext_lazy("column", "The statement is asked for by"), Kind.DATE),
        ),
        page="hpl",
    ),
    Question(
        "hpl.privacy",
        _("How is it ensured that no individual child can be identified?"),
        Kind.LONG,
        Requirement.FULL,
        help=_("Anonymous answers, no names in free text, small groups merged."),
        page="hpl",
    ),
    Question(
        "hpl.consent",
        _("Is a guardian's consent or information to guardians needed?"),
        Kind.CHOICE,
        Requirement.FULL,
        options=(
            Option("consent", pgettext_lazy("hpl.consent", "Consent is needed")),
            Option("inform", pgettext_lazy("hpl.consent", "It is enough to inform")),
            Option("no", pgettext_lazy("hpl.consent", "Neither is needed")),
        ),
        page="hpl",
    ),
    Question(
        "hpl.language",
        _("In which languages and how accessibly are children heard?"),
        Kind.MULTI,
        Requirement.FULL,
        help=_(
            "Picture support, an interpreter and plain language help many children to take part."
        ),
        options=(
            Option("fi", pgettext_lazy("language", "Finnish")),
            Option("sv", pgettext_lazy("language", "Swedish")),
            Option("other", pgettext_lazy("language", "Other language")),
            Option("pictures", pgettext_lazy("language", "Picture support")),
            Option("interpreter", pgettext_lazy("language", "Interpreter")),
            Option("plain", pgettext_lazy("language", "Plain language")),
        ),
        columns=(Column("text", pgettext_lazy("column", "Further needs")),),
        page="hpl",
    ),
    Question(
        "hpl.feedback",
        _("How and when will children hear what their views led to?"),
        Kind.LONG,
        Requirement.LIGHT,
        help=_("Children ask for this again and again."),
        columns=(Column("date", pgettext_lazy("column", "The children are told by"), Kind.DATE),),
        page="hpl",
    ),
)
