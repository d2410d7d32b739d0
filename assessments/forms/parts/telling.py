"""The page of the publication: what is published, and what children are told in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.models import Assessment, VersionedRow
from assessments.questions.cfs import TEXTS
from assessments.readability import Remark, remarks

IN_LANGUAGE = {
    "fi": gettext_lazy("Summary for children, in Finnish"),
    "sv": gettext_lazy("Summary for children, in Swedish"),
}
FIRST = ("title", "why")
"""The texts before the alternatives; the others follow them, as on the children's page."""


@dataclass
class Block:
    """Some fields of the page under a heading of their own."""

    key: str
    title: str
    lead: str
    fields: list[BoundField] = field(default_factory=list)
    # How easy it is to read, where children read it.
    ending: str | None = None
    remarks: list[Remark] = field(default_factory=list)


def endings_of(assessment: Assessment) -> tuple[str, ...]:
    """A bilingual municipality tells its children in both languages."""
    return ("", "_alt") if assessment.municipality.is_bilingual else ("",)


def blocks_of(
    assessment: Assessment, answers: Mapping[str, BoundField], sentences: Mapping[str, list]
) -> list[Block]:
    """The fields of the page, whose answers are given by their keys and the sentences of the
    alternatives by the ending of their language."""
    own = [bound for key, bound in answers.items() if key.startswith("pub.")]
    about = [answers[key] for key in ("cfs.level", "cfs.format") if key in answers]
    found = [
        Block("pub", _("Publication"), _("What is shown to everybody, when and by whom."), own),
        Block(
            "about",
            _("Summary for children"),
            _(
                "Children read it on a page of its own. It is published with the summary when it"
                " is whole in each language of the municipality."
            ),
            about,
        ),
    ]
    for ending in endings_of(assessment):
        first = [answers[f"cfs.{name}{ending}"] for name in FIRST]
        rest = [answers[f"cfs.{name}{ending}"] for name in TEXTS if name not in FIRST]
        found.append(
            Block(
                f"cfs{ending}",
                _title(assessment, ending),
                "",
                [*first, *sentences.get(ending, []), *rest],
                ending,
                remarks(texts_of(assessment, ending), str(assessment.answer("cfs.level"))),
            )
        )
    return found


def _title(assessment: Assessment, ending: str) -> str:
    if not assessment.municipality.is_bilingual:
        return _("What the children are told")
    proposal = assessment.proposal
    return str(IN_LANGUAGE[proposal.other_language if ending else proposal.language])


def texts_of(assessment: Assessment, ending: str) -> list[str]:
    """What children read in one language, as it is stored."""
    return [
        *(str(assessment.answer(f"cfs.{name}{ending}")) for name in TEXTS),
        *(sentence_of(row, ending) for row in assessment.alternatives.all()),
    ]


def sentence_of(row: VersionedRow, ending: str) -> str:
    return getattr(row, f"child_sentence{ending}")


def typed_texts(typed: Mapping[str, str], ending: str) -> list[str]:
    """The same, as it stands in the fields of a page that has not been saved yet."""
    names = {f"cfs.{name}{ending}" for name in TEXTS}
    sentence = f"-child_sentence{ending}"
    return [
        str(typed[name])
        for name in typed
        if name in names or (name.startswith("alternative-") and name.endswith(sentence))
    ]
