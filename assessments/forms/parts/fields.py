"""One form field for each slot, made from the catalogue and the models; values back into words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format, number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from assessments import notices
from assessments.actions.saving import OWN_KEY, Slot, plain
from assessments.following import forecasts, impact_words, whole
from assessments.forms.parts.table import FULL_FIELDS, OWN_LABELS, WORDS
from assessments.forms.text import DayField, LineField, ParagraphField
from assessments.models import (
    ROWS,
    Alternative,
    Assessment,
    Evidence,
    ExtraQuestion,
    FollowUpIndicator,
    Handling,
    Hearing,
    Impact,
    Mitigation,
    Notice,
    PathStep,
    Proposal,
    TeamMember,
)
from assessments.phases import Extent
from assessments.questions import CATALOGUE, Kind, Question, page
from assessments.questions.articles import ARTICLES, GENERAL_PRINCIPLES
from assessments.questions.assigning import ASSIGNABLE, assignable_parts
from assessments.questions.decision_types import DECISION_TYPES
from assessments.questions.letters import LETTER_KEY, letter_question
from municipalities.collation import sort_key
from municipalities.models import DecisionBody, Membership, User
from municipalities.roles import Permission, roles_with

FEW = 6
LINES = frozenset({("realisedimpact", "realised"), ("mitigation", "status")})
# The rights of those who can be of a team.
WORKING = (Permission.READ_DRAFTS, *ASSIGNABLE)
ROW_NAME = re.compile(r"([a-z]{3,20})-([0-9]{1,18})-([a-z_]{2,30})", re.ASCII)
NUMBER_MAX = 32_767
DECIMAL_MAX = 1_000_000_000_000


def name_of(slot: str) -> str:
    """The HTML name of a slot: ``rec.summary``, ``alternative-12-name``."""
    kind, _colon, rest = slot.partition(":")
    return rest if kind == "answer" else slot.replace(":", "-")


def slot_of(name: str) -> str | None:
    """The slot behind an HTML name, or ``None`` when it is none."""
    if name in CATALOGUE or OWN_KEY.fullmatch(name) or LETTER_KEY.fullmatch(name):
        return f"answer:{name}"
    found = ROW_NAME.fullmatch(name)
    if found and found[1] in ROWS and found[3] in ROWS[found[1]].SLOTS:
        return ":".join(found.groups())
    return None


class Offered:
    """What is offered for choice beside fixed options, read only when a field asks for it."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment

    def _present(self, kind: str, model: type[models.Model]) -> list:
        """Rows that have been read already, or a query for them."""
        if f"{kind}s" in getattr(self.assessment, "_prefetched_objects_cache", {}):
            return list(getattr(self.assessment, f"{kind}s").all())
        return list(model.objects.present().filter(assessment_id=self.assessment.pk))

    @cached_property
    def own(self) -> dict[str, ExtraQuestion]:
        """The questions of the matter's own municipality, those out of use too, by key."""
        place = {"municipality__assessments": self.assessment.pk}
        if self.assessment.municipality_id:
            place = {"municipality": self.assessment.municipality_id}
        return {each.key: each for each in ExtraQuestion.objects.filter(**place)}

    def question(self, key: str) -> Question:
        """A question of the catalogue or of the municipality, or a letter. ``Http404`` for any
        other."""
        if key in CATALOGUE:
            return CATALOGUE[key]
        if LETTER_KEY.fullmatch(key):
            return letter_question(key)
        if key not in self.own:
            raise Http404(key)
        return self.own[key].question

    @cached_property
    def alternatives(self) -> list[tuple[str, str]]:
        return [(str(row.number), str(row)) for row in self._present("alternative", Alternative)]

    @cached_property
    def alternative_rows(self) -> list[tuple[int, str]]:
        return [(row.pk, str(row)) for row in self._present("alternative", Alternative)]

    @cached_property
    def impact_rows(self) -> list[tuple[int, str]]:
        """The assessed impacts, by alternative and dimension, in words.

        A page offers those that can come true and those that are followed already; what is sent
        for one field may be any of them.
        """
        codes = {row.pk: row.code for row in self._present("alternative", Alternative)}
        impacts = [row for row in self._present("impact", Impact) if row.direction]
        if "followupindicators" in self.assessment.__dict__.get("_prefetched_objects_cache", {}):
            named = {row.pk for row in forecasts(self.assessment)}
            for kind in ("followupindicator", "realisedimpact"):
                rows = self.assessment.__dict__["_prefetched_objects_cache"].get(f"{kind}s", ())
                named |= {row.impact_id for row in rows}
            impacts = [row for row in impacts if row.pk in named]
        return [
            (row.pk, impact_words(row, codes)) for row in impacts if row.alternative_id in codes
        ]

    @cached_property
    def indicator_rows(self) -> list[tuple[int, str]]:
        return [
            (row.pk, row.indicator or _("An indicator without a name"))
            for row in self._present("followupindicator", FollowUpIndicator)
        ]

    @cached_property
    def mitigations(self) -> list[tuple[str, str]]:
        return [(str(row.pk), str(row)) for row in self._present("mitigation", Mitigation)]

    @cached_property
    def evidence(self) -> list[tuple[str, str]]:
        """Hearings and sources that an impact can rest on, the removed ones too.

        A link to what has been removed stays until somebody takes it away.
        """
        owner = {"assessment_id": self.assessment.pk}
        rows = [*Hearing.objects.filter(**owner), *Evidence.objects.filter(**owner)]
        self.removed = {reference(row) for row in rows if row.removed_at}
        self.said = {reference(row) for row in rows if _is_said(row) and not row.removed_at}
        return [(reference(row), _source_words(row)) for row in rows]

    def is_said_by_children(self, references: list[str]) -> bool:
        """Whether any of these links leads to children's own words."""
        return bool(self.evidence) and not self.said.isdisjoint(references)

    @cached_property
    def articles(self) -> list[tuple[int, str]]:
        return [
            (each.number, _("Article %(number)d: %(title)s") % vars_of(each))
            for each in ARTICLES.values()
        ]

    @cached_property
    def laws(self) -> list[tuple[str, str]]:
        """The laws of every type of matter, those of this matter's type first."""
        own = self.assessment.proposal.type if self._knows_matter else ""
        keys = sorted(DECISION_TYPES, key=lambda key: key != own)
        found: dict[str, str] = {}
        for key in keys:
            for number, law in enumerate(DECISION_TYPES[key].laws, 1):
                found.setdefault(f"{key}-{number}", str(law))
        return list(found.items())

    def suggested(self, key: str) -> list[str]:
        """What the type of the matter answers until somebody does."""
        return self.assessment.suggested_answers.get(key, []) if self._knows_matter else []

    @property
    def _knows_matter(self) -> bool:
        return "proposal" in self.assessment._state.fields_cache

    @cached_property
    def people(self) -> list[tuple[int, str]]:
        """Who can be of the team: the people of the matter's own municipality who work on
        assessments, and those whom the team names already."""
        pk = self.assessment.pk
        at_work = Membership.objects.in_force().filter(
            municipality__assessments=pk,
            role__in=[
                *roles_with(Permission.READ_DRAFTS),
                *(role for right in ASSIGNABLE for role in roles_with(right)),
            ],
            user__is_active=True,
        )
        named = TeamMember.objects.filter(assessment_id=pk, user__isnull=False)
        found = User.objects.filter(
            models.Q(pk__in=at_work.values("user")) | models.Q(pk__in=named.values("user"))
        )
        people = sorted(found, key=lambda person: (sort_key(person.name), person.pk))
        return [(person.pk, str(person)) for person in people]

    @cached_property
    def parts(self) -> list[tuple[str, str]]:
        """The parts that can be assigned. A single value is saved without knowing the extent."""
        extent = self.assessment.extent or Extent.FULL
        return [(key, page(key).title) for key in assignable_parts(extent)]

    @cached_property
    def bodies(self) -> list[tuple[int, str]]:
        """The bodies of the matter's own municipality: those in use, and a retired one that this
        matter already names, so that saving another field does not clear it."""
        pk = self.assessment.pk
        own = DecisionBody.objects.filter(municipality__assessments=pk)
        handling = Handling.objects.filter(assessment_id=pk).values("body_id")
        steps = PathStep.objects.filter(assessment_id=pk).values("body_id")
        named = models.Q(pk__in=handling) | models.Q(pk__in=steps) | models.Q(proposals=pk)
        found = own.filter(models.Q(is_active=True) | models.Q(pk__in=own.filter(named)))
        return [(body.pk, body.name) for body in found.in_order()]


# The rows that a row can be about, by what it refers to.
ROWS_OFFERED: dict[type[models.Model], str] = {
    Alternative: "alternative_rows",
    Impact: "impact_rows",
    FollowUpIndicator: "indicator_rows",
}


def reference(row: models.Model) -> str:
    """How an impact refers to what it rests on: ``hearing:3``, ``evidence:12``."""
    return f"{row.kind()}:{row.pk}"


def _is_said(row: models.Model) -> bool:
    return isinstance(row, Hearing) or row.type == "children"


def vars_of(article) -> dict[str, object]:
    return {"number": article.number, "title": article.title}


def _source_words(row: Hearing | Evidence) -> str:
    if isinstance(row, Evidence):
        words = " – ".join(filter(None, [row.get_type_display() if row.type else "", row.title]))
        return words or _("A source without a title")
    day = date_format(row.date) if row.date else ""
    return _("Hearing: %(what)s") % {"what": " ".join(filter(None, [day, row.group]))}


class TicksField(forms.MultipleChoiceField):
    """Several choices; "none" excludes the others.

    ``suggested`` is what the type of the matter brings along: it holds until somebody changes it.
    """

    widget = forms.CheckboxSelectMultiple
    suggested: list[str] = []

    def clean(self, value):
        cleaned = super().clean(value)
        if "none" in cleaned and len(cleaned) > 1:
            raise ValidationError(_("Choose either groups or “none identified”, not both."))
        return cleaned


class ArticlesField(forms.TypedMultipleChoiceField):
    """Articles of the Convention. The general principles always belong and cannot be left out.

    ``suggested`` is what the dimension brings along: it holds until somebody changes it.
    """

    widget = forms.CheckboxSelectMultiple
    fixed = frozenset(GENERAL_PRINCIPLES)
    suggested: tuple[int, ...] = ()

    def __init__(self, **kwargs) -> None:
        super().__init__(coerce=int, **kwargs)

    def clean(self, value):
        return sorted({*super().clean(value), *self.fixed})

    def suggest(self, articles) -> None:
        self.suggested = tuple(sorted({*articles, *self.fixed}))


class NumberField(forms.IntegerField):
    default_error_messages = {"invalid": gettext_lazy("Write a whole number.")}

    def __init__(self, *, min_value: int = 0, **kwargs) -> None:
        attrs = {"class": "short"}
        if min_value >= 0:
            # The numeric keyboard of a phone has no minus sign.
            attrs["inputmode"] = "numeric"
        super().__init__(min_value=min_value, widget=forms.NumberInput(attrs=attrs), **kwargs)


class DecimalField(forms.FloatField):
    """A number with decimals, written as the reader's language writes it."""

    default_error_messages = {"invalid": gettext_lazy("Write a number, for example 12.5.")}

    def __init__(self, **kwargs) -> None:
        widget = forms.TextInput(attrs={"class": "short", "inputmode": "decimal"})
        limits = {"min_value": -DECIMAL_MAX, "max_value": DECIMAL_MAX}
        super().__init__(widget=widget, localize=True, **limits, **kwargs)


class LinkField(LineField, forms.URLField):
    """A web address. Only http and https can be followed from a page."""

    default_error_messages = {
        "invalid": gettext_lazy("Write a web address, for example https://www.example.fi/page.")
    }

    def __init__(self, **kwargs) -> None:
        super().__init__(assume_scheme="https", **kwargs)

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned and not cleaned.startswith(("https://", "http://")):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return cleaned


def _yes_or_no() -> list[tuple[str, str]]:
    return [("true", pgettext("answer", "Yes")), ("false", pgettext("answer", "No"))]


def _choice(options, *, coerce=str, empty="", radio=None, **kwargs) -> forms.TypedChoiceField:
    options = list(options)
    if radio if radio is not None else len(options) <= FEW:
        widget = forms.RadioSelect
        choices = options
    else:
        widget = forms.Select
        choices = [("", "–"), *options]
    return forms.TypedChoiceField(
        choices=choices, coerce=coerce, empty_value=empty, widget=widget, **kwargs
    )


def _paragraph(*, rows: int = 4, **kwargs) -> ParagraphField:
    return ParagraphField(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


def answer_field(question: Question, offered: Offered) -> forms.Field:
    """The control of one question of the catalogue. ``Http404`` for a kind of several values."""
    words = {"label": question.text, "help_text": question.help, "required": False}
    options = [(option.value, option.label) for option in question.options]
    if question.source in ("alternatives", "mitigations", "laws", "articles"):
        options = [*getattr(offered, question.source), *options]
    length = question.max_length
    match question.kind:
        case Kind.LONG:
            field = _paragraph(max_length=length, rows=6 if (length or 0) > 3000 else 3, **words)
        case Kind.TEXT:
            field = LineField(max_length=length, **words)
        case Kind.USER:
            field = LineField(max_length=120, **words)
        case Kind.CHOICE | Kind.SCALE:
            field = _choice(options, **words)
        case Kind.MULTI:
            field = TicksField(choices=options, **words)
            field.suggested = offered.suggested(question.key)
        case Kind.BOOL:
            field = _choice(_yes_or_no(), coerce=lambda value: value == "true", radio=True, **words)
        case Kind.NUMBER:
            field = NumberField(max_value=2_000_000_000, **words)
        case Kind.DATE:
            field = DayField(**words)
        case Kind.URL:
            field = LinkField(max_length=length, **words)
        case _:
            raise Http404(question.key)
    if question.why:
        field.extra_help = {"why": question.why}
    return field


def _has_been_held(day: date) -> None:
    if day > timezone.localdate():
        raise ValidationError(_("The hearing is recorded after it has been held."))


def _has_been_given(day: date) -> None:
    if day > timezone.localdate():
        raise ValidationError(_("The feedback is recorded after it has been given."))


def _runs_long_enough(slot: Slot, offered: Offered, until: date) -> None:
    """People are given at least two weeks from the day on which the notice was published."""
    stored = Notice.objects.filter(pk=slot.pk, assessment_id=offered.assessment.pk)
    published = stored.values_list("published", flat=True).first()
    if published and until < notices.earliest_end(published):
        raise ValidationError(
            _("Views can be stated for at least %(days)d days: no earlier than %(day)s.")
            % {
                "days": notices.LEAST_DAYS,
                "day": date_format(notices.earliest_end(published)),
            }
        )


# What a value of one row is checked against beside its own shape.
AGAINST_ROW: dict[tuple[str, str], Callable[[Slot, Offered, date], None]] = {
    ("notice", "until"): _runs_long_enough,
}
DAY_CHECKS = {
    ("hearing", "date"): [_has_been_held],
    ("hearing", "feedback_given"): [_has_been_given],
}


def _words_of(kind: str, name: str) -> tuple[str, str, int | None]:
    """Label, help and the catalogue's own length limit of a row's field."""
    key, _slash, column = WORDS[kind][name].partition("/")
    question = CATALOGUE[key]
    if column:
        (found,) = [each for each in question.columns if each.key == column]
        return found.label, "", None
    return OWN_LABELS.get((kind, name), question.text), question.help, question.max_length


def _ticks(kind: str, name: str, offered: Offered, words: dict) -> forms.Field:
    """Several choices: the question's own options, or rows and articles that are offered."""
    key, _slash, column = WORDS[kind][name].partition("/")
    question = CATALOGUE[key]
    if column:
        (question,) = [each for each in question.columns if each.key == column]
    if question.source == "articles":
        return ArticlesField(choices=offered.articles, **words)
    if question.source:
        return TicksField(choices=getattr(offered, question.source), **words)
    return TicksField(
        choices=[(option.value, option.label) for option in question.options], **words
    )


def row_field(kind: str, name: str, offered: Offered) -> forms.Field:
    """The control of one field of a row, with the limits of its column."""
    field = _row_field(kind, name, offered)
    key, _slash, _column = WORDS[kind][name].partition("/")
    if name in FULL_FIELDS.get(kind, ()) and CATALOGUE[key].why:
        field.extra_help = {"why": CATALOGUE[key].why}
    return field


def _row_field(kind: str, name: str, offered: Offered) -> forms.Field:
    column = (Proposal if kind == "proposal" else ROWS[kind])._meta.get_field(name)
    label, help_text, length = _words_of(kind, name)
    needed = kind == "proposal" and not column.blank
    words = {"label": label, "help_text": help_text, "required": needed}
    limit = min(filter(None, (length, column.max_length)), default=None)
    match column:
        case models.JSONField():
            return _ticks(kind, name, offered, words)
        case models.ForeignKey() if column.related_model is DecisionBody:
            return _choice(offered.bodies, coerce=int, empty=None, radio=False, **words)
        case models.ForeignKey() if column.related_model in ROWS_OFFERED:
            rows = getattr(offered, ROWS_OFFERED[column.related_model])
            return _choice(rows, coerce=int, empty=None, radio=False, **words)
        case models.ForeignKey() if kind == "teammember":
            return _choice(offered.people, coerce=int, empty=None, radio=False, **words)
        case models.ForeignKey():
            raise Http404(name)
        case models.FloatField():
            return DecimalField(**words)
        case models.BooleanField():
            return forms.BooleanField(**words)
        case models.DateField():
            return DayField(validators=DAY_CHECKS.get((kind, name), []), **words)
        case models.IntegerField() if column.choices:
            return _choice(column.choices, coerce=int, empty=None, **words)
        case models.IntegerField():
            limits = [getattr(each, "limit_value", NUMBER_MAX) for each in column.validators]
            return NumberField(
                min_value=min(0, *limits) if type(column) is models.IntegerField else 0,
                max_value=max(NUMBER_MAX, *limits) if name != "year" else 2100,
                **words,
            )
        case models.URLField():
            return LinkField(max_length=limit, **words)
        case models.TextField():
            return _paragraph(max_length=limit, rows=3, **words)
        case _ if column.choices:
            # Lines of a table are many: a list that opens takes less room than a row of buttons.
            return _choice(column.choices, radio=False if (kind, name) in LINES else None, **words)
        case _:
            least = 3 if (kind, name) == ("proposal", "title") else None
            return LineField(max_length=limit, min_length=least, **words)


def field_for(slot: Slot, offered: Offered) -> forms.Field:
    """The field that the form of a slot uses; the same for the page and for one autosaved value."""
    if slot.pk is None:
        field = answer_field(offered.question(slot.field), offered)
    else:
        field = row_field(slot.part, slot.field, offered)
        if check := AGAINST_ROW.get((slot.part, slot.field)):
            field.validators = [*field.validators, partial(check, slot, offered)]
    field.autosaved = True
    return field


def clean_one(field: forms.Field, values: list[str]) -> object:
    """The cleaned value of what one control sent. Raises ``ValidationError``."""
    if isinstance(field, forms.MultipleChoiceField):
        return field.clean(values)
    value = values[0] if values else ""
    if isinstance(field, forms.BooleanField):
        return value in ("on", "true", "1")
    return field.clean(value)


def is_same(field: forms.Field, one: object, other: object) -> bool:
    """Whether two values of a field are the same to a reader; no choice is the empty choice.

    What is suggested is the same as no answer: nobody has chosen otherwise.
    """
    empty = ("", list(getattr(field, "suggested", ())))
    one, other = plain(one), plain(other)
    return one == other or (one in empty and other in empty)


def initial_of(field: forms.Field, value: object) -> object:
    """A stored value as a form takes it."""
    if isinstance(value, bool) and isinstance(field, forms.ChoiceField):
        return "true" if value else "false"
    return whole(value) if isinstance(value, float) else value


def is_text(field: forms.Field) -> bool:
    """Whether two values of the field can be merged by hand."""
    return isinstance(field, forms.CharField)


def sent_values(field: forms.Field, value: object) -> list[str]:
    """A stored value as the field's controls send it."""
    if isinstance(field, forms.BooleanField):
        return ["on"] if value else []
    if isinstance(value, list):
        return [str(each) for each in value]
    if isinstance(value, bool):
        return ["true" if value else "false"]
    return [str(plain(value))]


def in_words(field: forms.Field, value: object) -> str:
    """A stored value as people read it: labels for choices, a local date, yes or no."""
    if value in (None, "", []):
        return ""
    if isinstance(value, list):
        return ", ".join(in_words(field, each) for each in value)
    if isinstance(value, bool):
        return pgettext("answer", "Yes") if value else pgettext("answer", "No")
    if isinstance(value, float):
        return number_format(whole(value), use_l10n=True)
    if isinstance(field, DayField):
        day = value if isinstance(value, date) else parse_date(str(value))
        return date_format(day) if day else str(value)
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): label for key, label in field.choices}
        return str(labels.get(str(value), value))
    return str(value)
