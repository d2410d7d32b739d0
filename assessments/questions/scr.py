"""The screening (domain 2.3)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.answers import EXTENTS, YES_NO, YES_PARTLY_NO, YES_PARTLY_NO_UNKNOWN
from assessments.questions.base import Kind, Option, Question, Requirement

QUESTIONS = (
    Question(
        "scr.individual",
        _("Does the matter concern only one named child or family?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        options=YES_NO,
        help=_(
            "If yes, this is not a matter for a child impact assessment. The child's "
            "best interests are assessed in that case file, outside this service."
        ),
        page="scr",
        core=True,
    ),
    Question(
        "scr.affects",
        _("Does the matter affect under-18s directly or indirectly?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_("Indirect means through parents, staff, money or the environment. Think broadly."),
        options=(
            Option("direct", pgettext_lazy("answer", "Directly")),
            Option("indirect", pgettext_lazy("answer", "Indirectly")),
            Option("no", pgettext_lazy("answer", "No")),
            Option("unknown", pgettext_lazy("answer", "Unknown")),
        ),
        page="scr",
        core=True,
    ),
    Question(
        "scr.count",
        _("Roughly how many children's daily life does the matter affect?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_("A rough estimate is enough. Count the children whose everyday life would change."),
        options=(
            Option("<10", pgettext_lazy("answer", "Under 10")),
            Option("10-49", pgettext_lazy("answer", "10–49")),
            Option("50-249", pgettext_lazy("answer", "50–249")),
            Option("250+", pgettext_lazy("answer", "250 or more")),
            Option("unknown", pgettext_lazy("answer", "Unknown")),
        ),
        page="scr",
        core=True,
    ),
    Question(
        "scr.type_trigger",
        _("What does the type of the decision mean here?"),
        Kind.CHOICE,
        Requirement.CONDITIONAL,
        help=_(
            "The answer tells whether the type of the decision alone calls for a full assessment."
        ),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.share",
        _("Is a large share of an age group or an area affected?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_("Over about 10 per cent of the group."),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.network",
        _("Is a place used by children closed, merged or moved?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_(
            "For example a school, a daycare centre, a club, a youth centre, a library "
            "or a playground."
        ),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.access",
        _("Do the availability, criteria, hours or price of a service change?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_("Think also of waiting times and of who is entitled to the service."),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.journey",
        _("Do children's journeys to school, daycare or hobbies, or their safety, change?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_("Think of length, waiting, traffic and whether the child can travel alone."),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.environment",
        _("Do children's yards, indoor spaces, nearby nature or surroundings change?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_("Think of indoor air, noise, green areas and places where children spend time."),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.money",
        _("Does the money used for children decrease or increase, or do families' costs change?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_(
            "Child budgeting, if the municipality uses it, shows the money directed to children."
        ),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.vulnerable",
        _("Could the matter treat children in vulnerable situations worse than others?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_(
            "Think of children with disabilities, in low-income families, in language "
            "minorities or far from services."
        ),
        why=_(
            "The same change can be small for most children and large for those with the "
            "least support."
        ),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.unequal",
        _("Does the matter affect areas, language groups or income groups differently?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_(
            "Compare villages and districts, Finnish and Swedish speakers, and families "
            "with different incomes."
        ),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.permanent",
        _("Is the change long-lasting or hard to reverse?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_("Longer than one council term, or for example a building that is sold."),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.contested",
        _("Have children, guardians or staff voiced concern?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_("Initiatives, petitions, feedback or writings in the press."),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.strategic",
        _("Will the decision steer other decisions on children for years?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_("A strategy, a network plan or a budget frame, for example."),
        options=YES_PARTLY_NO_UNKNOWN,
        page="scr",
        core=True,
    ),
    Question(
        "scr.previous",
        _("Is there already an up-to-date LAVA or EVA of the same matter?"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_("If there is one, add a link. A light update may then be enough."),
        options=YES_PARTLY_NO,
        page="scr",
        core=True,
    ),
    Question(
        "scr.previous_link",
        pgettext_lazy("scr.previous_link", "Link to the earlier assessment"),
        Kind.URL,
        Requirement.CONDITIONAL,
        help=_(
            "The full assessment is replaced by a light update only with this link and "
            "the confirmation of the LAVA contact person."
        ),
        page="scr",
        core=True,
    ),
    Question(
        "scr.level_auto",
        pgettext_lazy("scr.level_auto", "Suggested extent of the assessment"),
        Kind.CALC,
        Requirement.ALWAYS,
        help=_("The suggestion is always shown with its reasons."),
        page="scr",
        core=True,
    ),
    Question(
        "scr.level_final",
        pgettext_lazy("scr.level_final", "Confirmed extent"),
        Kind.CHOICE,
        Requirement.ALWAYS,
        help=_(
            "Raising the extent is always allowed. Lowering it needs a reason and the "
            "confirmation of another person."
        ),
        options=EXTENTS,
        page="scr",
        core=True,
    ),
    Question(
        "scr.reason",
        pgettext_lazy("scr.reason", "Give reasons for the extent"),
        Kind.LONG,
        Requirement.ALWAYS,
        help=_("Write at least one full sentence. The reasons are public."),
        why=_("A decision not to assess must be as open as the assessment itself."),
        max_length=2000,
        page="scr",
        core=True,
    ),
    Question(
        "scr.decided_by",
        pgettext_lazy("scr.decided_by", "Confirmed by"),
        Kind.USER,
        Requirement.ALWAYS,
        help=_(
            "If the extent is lower than suggested, another person than the preparer confirms it."
        ),
        page="scr",
        core=True,
    ),
    Question(
        "scr.decided_at",
        pgettext_lazy("scr.decided_at", "Confirmed on"),
        Kind.DATE,
        Requirement.ALWAYS,
        page="scr",
        core=True,
    ),
)
