"""What hinders a publication, each thing as a link to where it is mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from assessments import privacy
from assessments.content import KINDS, line
from assessments.forms.parts.table import PART_OF, parts_for
from assessments.gates import Missing, is_told_to_children, missing_in, publication_choices
from assessments.loading import load_parts
from assessments.models import ROWS, Assessment
from assessments.phases import FINISHED_STATUSES, Status
from assessments.publishing.models import Publication
from assessments.questions.assigning import PART_OF_FIELDS

TITLES = ("title", "title_alt", "description", "area")


def kind_of(assessment: Assessment) -> str | None:
    """What can be published of an assessment in this status, if anything (domain 1.9)."""
    if assessment.status == Status.SCREENED_OUT:
        return Publication.Kind.SCREENING
    if assessment.status in FINISHED_STATUSES:
        return Publication.Kind.SUMMARY
    return None


def look(assessment: Assessment) -> tuple[list[Missing], list[Missing]]:
    """What must be mended before publishing, and what a person must look at first.

    Telephone numbers, addresses and names only warn: a person looks at each, then may publish.
    """
    load_parts([assessment], KINDS)
    private = list(_private(assessment))
    missing = [
        *_status(assessment),
        *_languages(assessment),
        *_choices(assessment),
        *(found for kind, found in private if kind == privacy.IDENTITY),
    ]
    marked = [found for kind, found in private if kind != privacy.IDENTITY]
    return missing, [*_secret(assessment), *marked]


@dataclass(frozen=True)
class ForChildren:
    """Whether the summary for children is published with the next version, and if not, why."""

    state: str
    missing: tuple[Missing, ...] = ()

    @property
    def is_published(self) -> bool:
        return self.state == "ready"


def for_children(assessment: Assessment) -> ForChildren:
    """Only a whole one is published, in every language of the municipality. It never hinders the
    summary itself. What is not chosen to be published stays out. For an assessment whose parts have
    been read (``look``)."""
    chosen = assessment.answer("pub.what", []) or []
    if kind_of(assessment) != Publication.Kind.SUMMARY or not is_told_to_children(assessment):
        return ForChildren("none")
    if chosen and "child" not in chosen:
        return ForChildren("left_out")
    missing = tuple(missing_in("for_children", assessment))
    return ForChildren("missing" if missing else "ready", missing)


def identity_numbers(text: str) -> list[str]:
    """Personal identity numbers in ``text``: they are never shown to the public."""
    return [found.text for found in privacy.scan(text, frozenset({privacy.IDENTITY}))]


def _status(assessment: Assessment) -> Iterator[Missing]:
    if kind_of(assessment) is None:
        yield Missing(
            "case",
            _("The assessment is not ready to be published. Its status is: %(status)s.")
            % {"status": assessment.get_status_display()},
            reverse("assessments:proposal-detail", args=[assessment.pk]),
        )
    if assessment.answer("scr.individual") == "yes":
        yield Missing(
            "scr",
            _("The matter concerns one child or family: it is never published."),
            reverse("assessments:screening-update", args=[assessment.pk]),
        )


def _secret(assessment: Assessment) -> Iterator[Missing]:
    """Where the material is said to hold secrets, a person looks before it is shown."""
    if assessment.answer("pub.secret") is True:
        yield Missing(
            "publication",
            _("The material contains confidential information: see that nothing of it is shown."),
            _part(assessment, "publication", "id_pub.secret"),
        )


def _languages(assessment: Assessment) -> Iterator[Missing]:
    if not assessment.municipality.is_bilingual:
        return
    if not assessment.proposal.title_alt.strip():
        yield Missing(
            "case",
            _("The title is missing in the other language."),
            _matter(assessment, "title_alt"),
        )
    summary = assessment.answer("rec.summary_alt")
    if kind_of(assessment) == Publication.Kind.SUMMARY and not line(summary):
        yield Missing(
            "rec",
            _("The summary is missing in the other language."),
            _part(assessment, "rec", "id_rec.summary_alt"),
        )


def _choices(assessment: Assessment) -> Iterator[Missing]:
    """The choices are made on a page that a screening without an assessment does not have."""
    if kind_of(assessment) == Publication.Kind.SUMMARY:
        yield from publication_choices(assessment)


def _matter(assessment: Assessment, field: str) -> str:
    return f"{reverse('assessments:proposal-update', args=[assessment.pk])}#id_{field}"


def _part(assessment: Assessment, part: str, anchor: str) -> str:
    if part == "scr":
        return f"{reverse('assessments:screening-update', args=[assessment.pk])}#{anchor}"
    return f"{reverse('assessments:assessment-part', args=[assessment.pk, part])}#{anchor}"


def _page_of(assessment: Assessment, group: str) -> str:
    """The page on which a group of questions is answered: some have none of their own."""
    parts = parts_for(assessment.extent)
    return group if group in parts else PART_OF.get(group, group)


def _private(assessment: Assessment) -> Iterator[tuple[str, Missing]]:
    for part, url, slot, text in _texts(assessment):
        for found in privacy.scan(text, privacy.looked_for(slot)):
            yield found.kind, Missing(part, f"{found.words} “{found.place}”", url)


def _texts(assessment: Assessment) -> Iterator[tuple[str, str, str, str]]:
    """Every text that people wrote: its part, the address of its field, its slot, the text."""
    for field in TITLES:
        slot = f"proposal:{assessment.pk}:{field}"
        yield "case", _matter(assessment, field), slot, getattr(assessment.proposal, field)
    screening = getattr(assessment, "screening", None)
    if screening:
        url = _part(assessment, "scr", "id_scr.reason")
        yield "scr", url, f"screening:{screening.pk}:reason", screening.reason
    for answer in assessment.answers.all():
        if isinstance(answer.value, str):
            part = _page_of(assessment, answer.key.partition(".")[0])
            url = _part(assessment, part, f"id_{answer.key}")
            yield part, url, answer.slot, answer.value
    for kind in KINDS:
        for row in getattr(assessment, f"{kind}s").all():
            for field in ROWS[kind].SLOTS:
                # The column, so that a row of another table is not fetched for every key.
                value = getattr(row, row._meta.get_field(field).attname)
                if isinstance(value, str):
                    part = PART_OF_FIELDS.get(f"{kind}.{field}", PART_OF[kind])
                    url = _part(assessment, part, f"id_{kind}-{row.pk}-{field}")
                    yield part, url, row.slot(field), value
