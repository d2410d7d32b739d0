"""The way back from a page of a matter."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from assessments.models import Assessment


def crumbs(assessment: Assessment, *more: tuple[str, str]) -> list[dict]:
    """My work, the matter, and ``more`` as pairs of label and address."""
    proposal = assessment.proposal
    return [
        {"label": _("My work"), "url": reverse("assessments:work")},
        {
            "label": proposal.shown_title,
            "url": proposal.get_absolute_url(),
            "lang": proposal.shown_language,
        },
        *({"label": label, "url": url} for label, url in more),
    ]
