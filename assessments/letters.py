"""Letters about a planned hearing, ready to send: to the children and to their guardians.

Own wording after domain 2.18 and part 8. A letter promises nothing: what the children can still
influence is told in the words of ``hpl.aim`` alone, in the language in which it was written, and
that adults decide is always said. What an official has changed in a letter is an answer
(``questions.letters``) and stands in the place of the ready text.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import formats, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.loading import feedback_day
from assessments.models import Assessment, PlannedHearing
from assessments.questions.letters import AUDIENCES, CHILDREN, letter_key
from municipalities.roles import Role

GAPS = {
    "title": gettext_lazy("The title of the matter has not been translated."),
    "aim": gettext_lazy(
        "It is not told in this language what the children can still influence. Add it in simple"
        " words, and promise no more than is true."
    ),
    "feedback": gettext_lazy("The day on which the children are told what came of it."),
    "date": gettext_lazy("The day of the hearing."),
    "place": gettext_lazy("The place of the hearing."),
}
"""What a letter lacks, in the words of the official who sends it."""
GAP_ANCHORS = {
    "title": ("case", "id_title_alt"),
    "aim": ("hpl", "id_hpl.aim"),
    "feedback": ("hpl", "id_hpl.feedback.date"),
    "date": ("hpl", ""),
    "place": ("hpl", ""),
}


@dataclass(frozen=True)
class Letter:
    """One letter in one language: paragraphs, and the keys of ``GAPS`` for what it lacks."""

    audience: str
    language: str
    title: str
    paragraphs: tuple[str, ...]
    gaps: tuple[str, ...]
    key: str
    # The letter as an official has changed it; empty while it is the ready text.
    changed: str = ""

    @property
    def text(self) -> str:
        return self.changed or "\n\n".join(self.paragraphs)


def letter(assessment: Assessment, planned: PlannedHearing, audience: str, language: str) -> Letter:
    """The letter about one planned hearing. The answers of the assessment have been read."""
    with translation.override(language):
        return _Writing(assessment, planned, language).letter(audience)


class _Writing:
    """One letter being written. Runs with its language active."""

    def __init__(self, assessment: Assessment, planned: PlannedHearing, language: str) -> None:
        self.assessment = assessment
        self.planned = planned
        self.language = language
        self.gaps: list[str] = []

    def letter(self, audience: str) -> Letter:
        write = self.to_children if audience == CHILDREN else self.to_guardians
        paragraphs = tuple(each for each in write() if each)
        title = str(AUDIENCES[audience])
        key = letter_key(self.planned.pk, audience, self.language)
        changed = str(self.assessment.answer(key))
        # What the ready text lacks, the official has put right in words of her own.
        gaps = () if changed else tuple(self.gaps)
        return Letter(audience, self.language, title, paragraphs, gaps, key, changed)

    # --- Pieces -----------------------------------------------------------------------------

    def known(self, key: str, value: object) -> str:
        words = str(value or "").strip()
        if not words and key not in self.gaps:
            self.gaps.append(key)
        return words

    def matter(self, *, is_plain: bool = False) -> str:
        """The title of the matter, in this language where it has been translated.

        ``is_plain``: as children are told of it, where that has been written and tells no decision.
        """
        proposal = self.assessment.proposal
        ending = "_alt" if self.language == proposal.other_language else ""
        plain = self.assessment.answer(f"cfs.title{ending}") if self.language != "en" else ""
        if is_plain and plain and not self.assessment.answer("dec.alt"):
            return _("“%(title)s”") % {"title": str(plain).strip().removesuffix(".")}
        if ending:
            self.known("title", proposal.title_alt)
        return _("“%(title)s”") % {"title": proposal.title_in(self.language)}

    def sender(self) -> str:
        """Who writes: the official who prepares the matter, and the municipality."""
        name = self.assessment.proposal.preparer.get_full_name()
        role = str(Role.PREPARER.label).lower()
        signed = f"{name}, {role}" if name else str(Role.PREPARER.label)
        return "\n".join([_("Kind regards,"), signed, self.assessment.municipality.name])

    def aim(self) -> str:
        """What the children can still influence, in the official's own words."""
        written_here = self.language == self.assessment.proposal.language
        return self.known("aim", self.assessment.answer("hpl.aim") if written_here else "")

    def feedback(self) -> str:
        day = feedback_day(self.assessment)
        return self.known("feedback", formats.date_format(day, "DATE_FORMAT") if day else "")

    def when(self) -> str:
        """The day and the time of the hearing, as far as they are known."""
        day = self.planned.date
        words = self.known("date", formats.date_format(day, "DATE_FORMAT") if day else "")
        return " ".join(filter(None, [words, self.planned.time.strip()]))

    def where(self) -> str:
        return self.known("place", self.planned.place)

    # --- Letters ----------------------------------------------------------------------------

    def to_children(self) -> list[str]:
        when, where = self.when(), self.where()
        meeting = []
        if when:
            meeting.append(_("When: %(when)s.") % {"when": when})
        if where:
            meeting.append(_("Where: %(where)s.") % {"where": where})
        feedback = self.feedback()
        return [
            _("Hi!"),
            _("The municipality is thinking about this matter: %(matter)s.")
            % {"matter": self.matter(is_plain=True)}
            + " "
            + _("We want to hear what you think."),
            self.aim(),
            "\n".join(meeting),
            _("Answering is voluntary and we do not ask your name.")
            + " "
            + _("You may stop whenever you want."),
            _("Adults collect the thoughts and tell them to the people who decide.")
            + " "
            + _("Adults make the decision, and it may be another one than you wish for."),
            _("On %(day)s we will tell you what was decided and why.") % {"day": feedback}
            if feedback
            else "",
            _("If you want to ask something, ask the adult who gave you this letter."),
            self.contact(),
            self.sender(),
        ]

    def to_guardians(self) -> list[str]:
        group = self.planned.group.strip()
        when, where = self.when(), self.where()
        feedback = self.feedback()
        facilitator = self.planned.facilitator.strip()
        about = _(
            "The municipality is preparing this matter: %(matter)s. Its effects on children are"
            " assessed before the decision, and children are heard."
        ) % {"matter": self.matter()}
        facts = [
            _("Who is heard: %(group)s.") % {"group": group} if group else "",
            _("When: %(when)s.") % {"when": when} if when else "",
            _("Where: %(where)s.") % {"where": where} if where else "",
            _("How: %(method)s.") % {"method": self.planned.get_method_display()}
            if self.planned.method
            else "",
            _("Carried out by: %(role)s.") % {"role": facilitator} if facilitator else "",
        ]
        return [
            _("Dear guardians,"),
            about,
            "\n".join(each for each in facts if each),
            self.aim(),
            _(
                "Taking part is voluntary. A child can stay away or stop at any time, and nothing"
                " follows from it."
            ),
            _(
                "We do not ask for names or other personal data. Only numbers and summaries are"
                " kept, and groups of fewer than five children are not shown in numbers."
            ),
            self.consent(),
            _(
                "The views are told to those who decide. They are one part of the assessment and do"
                " not alone settle the decision."
            ),
            _("The children are told on %(day)s what was decided and why.") % {"day": feedback}
            if feedback
            else "",
            _("You can tell us your views too.")
            + " "
            + _("Please leave out names and other personal data. Your views may become public."),
            self.contact(),
            self.sender(),
        ]

    def consent(self) -> str:
        """What the guardian has to do, by the plan; nothing where neither is needed."""
        match self.assessment.answer("hpl.consent"):
            case "consent":
                return _(
                    "Your consent is needed: the child takes part if you have answered that they"
                    " may."
                )
            case "inform":
                return _("This letter is for your information. You need not do anything.")
        return ""

    def contact(self) -> str:
        told = str(self.assessment.answer("pub.contact") or "").strip()
        return _("More information: %(contact)s") % {"contact": told} if told else ""
