"""Writing a comment: what it is about, the text, whom it mentions."""

from __future__ import annotations

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from assessments.forms.parts.fields import Offered, answer_field
from assessments.forms.parts.section import title_of
from assessments.forms.parts.table import ROW_KINDS, Part
from assessments.forms.text import ParagraphField
from assessments.models import Assessment, Comment
from assessments.questions import question
from assessments.questions.dimensions import DIMENSIONS


class Anchors:
    """What of a part can be commented on, in words: questions, rows, cells of the matrix."""

    def __init__(self, assessment: Assessment, part: Part | None) -> None:
        self.assessment = assessment
        self.part = part

    @cached_property
    def words(self) -> dict[str, str]:
        found = {"": pgettext("comment", "The whole part")}
        if self.part is None:
            return found
        offered = Offered(self.assessment)
        for key in (*self.part.questions, *self.part.more):
            found[f"answer:{key}"] = str(answer_field(question(key), offered).label)
        for kind in self.part.rows:
            if kind in ROW_KINDS:
                for row in getattr(self.assessment, f"{kind}s").all():
                    found[f"{kind}:{row.pk}"] = f"{row._meta.verbose_name}: {title_of(row)}"
        if self.part.key == "imp":
            found |= self._cells()
        return found

    def _cells(self) -> dict[str, str]:
        """Relevant dimensions by alternative; groups beside all children where something stands."""
        relevant = [
            row.dimension for row in self.assessment.dimensionscopes.all() if row.is_relevant
        ]
        found = {}
        for alternative in self.assessment.alternatives.all():
            for dimension in relevant:
                words = f"{alternative.code}, {DIMENSIONS[dimension].label}"
                found[f"cell:{alternative.pk}:{dimension}:all"] = words
        codes = {row.pk: row.code for row in self.assessment.alternatives.all()}
        for impact in self.assessment.impacts.all():
            if impact.child_group != "all" and impact.alternative_id in codes:
                words = (
                    f"{codes[impact.alternative_id]}, {impact.get_dimension_display()},"
                    f" {impact.get_child_group_display()}"
                )
                key = f"cell:{impact.alternative_id}:{impact.dimension}:{impact.child_group}"
                found[key] = words
        return found

    def label(self, anchor: str) -> str:
        """What a comment is about; it may have been removed since."""
        return self.words.get(anchor) or _("Something that is no longer here")


class CommentForm(forms.Form):
    """A new thread, or with ``thread`` a reply in it."""

    anchor = forms.ChoiceField(
        label=gettext_lazy("What the comment is about"), required=False, initial=""
    )
    text = ParagraphField(
        label=gettext_lazy("Comment"),
        max_length=Comment._meta.get_field("text").max_length,
        error_messages={"required": gettext_lazy("Write the comment.")},
        help_text=gettext_lazy(
            "Comments are read by those who read the draft and are never published. A comment"
            " cannot be changed after it was sent."
        ),
    )
    mentions = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Mention"),
        help_text=gettext_lazy("Who is mentioned gets a reminder here and by e-mail."),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": gettext_lazy("Mention only people who can see this assessment.")
        },
    )

    def __init__(
        self, *args, anchors: Anchors, people: list, thread: Comment | None = None, **kwargs
    ) -> None:
        super().__init__(*args, auto_id=f"id_{thread.pk if thread else 'new'}_%s", **kwargs)
        self.thread = thread
        self.fields["mentions"].choices = [(person.pk, str(person)) for person in people]
        if not people:
            del self.fields["mentions"]
        if thread is not None:
            del self.fields["anchor"]
            self.fields["text"].label = _("Reply")
            self.fields["text"].help_text = ""
        elif len(anchors.words) > 1:
            self.fields["anchor"].choices = list(anchors.words.items())
        else:
            del self.fields["anchor"]
