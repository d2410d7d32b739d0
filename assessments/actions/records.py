"""Taking over the record of an assessment that was written in another installation."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, models, transaction
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from assessments import policies
from assessments.actions.attachments import STORAGE
from assessments.models import (
    ATTACHABLE,
    ROWS,
    Answer,
    Assessment,
    Attachment,
    ExtraQuestion,
    Proposal,
    Screening,
    StatusChange,
)
from assessments.questions import CATALOGUE, Question
from assessments.questions.base import OWN
from assessments.record.reading import Opened
from assessments.record.shape import (
    ANSWERS_NAMING,
    REFERENCES,
    fields_of,
    order,
    people_of,
    target_of,
)
from municipalities.models import AuditEntry, DecisionBody, Municipality, User

Made = dict[str, list]
"""For each kind the rows that were made, in the order of the record."""


def _refuse(text: str) -> ValidationError:
    return ValidationError({"file": text})


def import_record(*, opened: Opened, municipality: Municipality, by: User) -> Assessment:
    """Make the assessment of the record in ``municipality``, as it was, with its files.

    The person who takes it over becomes its preparer. The same record is taken over once. Raises
    ``ValidationError`` for the field ``file``; then nothing of it is here.
    """
    decision = policies.can_create_proposal(by, municipality)
    if not decision:
        raise PermissionDenied(decision.reason)
    places: list[str] = []
    try:
        with transaction.atomic():
            return _Importing(opened, municipality, by, places).whole()
    except BaseException as error:
        for place in places:
            STORAGE.delete(place)
        if isinstance(error, IntegrityError):
            raise _refuse(_("Values in the record do not fit together.")) from error
        raise


class _Importing:
    """One record being taken over, inside one transaction."""

    def __init__(self, opened: Opened, municipality: Municipality, by: User, places: list[str]):
        self.opened, self.content = opened, opened.content
        self.municipality, self.by, self.places = municipality, by, places
        self.rows: Made = {}

    def whole(self) -> Assessment:
        content = self.content
        if Assessment.objects.filter(uid=content["uid"]).exists():
            raise _refuse(_("This assessment is in this installation already."))
        proposal = Proposal(
            municipality=self.municipality,
            body=self._body(content["body"]),
            preparer=self.by,
            is_demo=content["is_demo"],
            **content["proposal"],
        )
        proposal.full_clean()
        proposal.save()
        self.assessment = Assessment.objects.create(
            uid=content["uid"],
            proposal=proposal,
            municipality=self.municipality,
            extent=content["extent"],
            status=content["status"],
            catalogue_version=content["catalogue"],
        )
        self.owner = {"assessment": self.assessment, "municipality": self.municipality}
        self._screening()
        self._rows()
        self._answers()
        self._files()
        self._history()
        AuditEntry.record(
            action="import_record",
            target=self.assessment,
            by=self.by,
            municipality=self.municipality,
            note=f"{self.opened.record['from']['name']} {self.opened.record['content_hash']}",
        )
        return self.assessment

    def _body(self, described: dict) -> DecisionBody:
        """The body of that name here; one that is not known is added out of use."""
        body, _created = DecisionBody.objects.get_or_create(
            municipality=self.municipality,
            name_fi=described["name_fi"],
            defaults={**described, "is_active": False},
        )
        return body

    def _screening(self) -> None:
        told = self.content["screening"]
        if told:
            screening = Screening(chosen_by=self.by, **told, **self.owner)
            if self.content["status"] != "draft":
                screening.confirmed_by, screening.confirmed_at = self.by, self.assessment.created_at
            screening.clean_fields()
            screening.save()

    def _rows(self) -> None:
        for kind in order():
            model = ROWS[kind]
            self.rows[kind] = [
                self._row(model, values) for values in self.content["rows"].get(kind, ())
            ]
        self._tie_references()
        zero = [row for row in self.rows["alternative"] if row.is_zero]
        if len(zero) != 1:
            raise _refuse(_("The record has no present state among its alternatives."))

    def _row(self, model: type[models.Model], values: dict) -> models.Model:
        values = dict(values)
        for field in fields_of(model):
            value = values[field.name]
            if kind := target_of(field):
                values[field.name] = value and self._named(kind, value)
            elif isinstance(field, models.ForeignKey):
                values[field.name] = value and self._body(value)
        people = {
            name: self.by for name in people_of(model) if not model._meta.get_field(name).null
        }
        row = model(**values, **people, **self.owner)
        row.clean_fields()
        row.save()
        return row

    def _tie_references(self) -> None:
        """What an impact rests on may have been made after it."""
        for kind, names in REFERENCES.items():
            for row in self.rows[kind]:
                for name in names:
                    setattr(row, name, [self._reference(each) for each in getattr(row, name)])
                row.save(update_fields=names)

    def _named(self, kind: str, number: int) -> models.Model:
        try:
            return self.rows[kind][number - 1]
        except (KeyError, IndexError):
            raise _refuse(_("The record refers to something that is not in it.")) from None

    def _reference(self, text: object) -> str:
        """ "evidence:2" of the record as it is counted here."""
        kind, _colon, number = str(text).partition(":")
        if not number.isdecimal() or number == "0":
            raise _refuse(_("The record refers to something that is not in it."))
        return f"{kind}:{self._named(kind, int(number)).pk}"

    def _answers(self) -> None:
        own = [self._own(each).key for each in self.content["own_questions"]]
        for told in self.content["answers"]:
            key, value = told["key"], told["value"]
            group, _dot, number = key.partition(".")
            if group == OWN and number.isdecimal() and 0 < int(number) <= len(own):
                key = own[int(number) - 1]
            elif key not in CATALOGUE or not _fits(CATALOGUE[key], value):
                raise _refuse(_("The record has an answer that no question takes: %s.") % key)
            if kind := ANSWERS_NAMING.get(key):
                value = [str(self._named(kind, int(each)).pk) for each in value]
            Answer.objects.create(key=key, value=value, **self.owner)

    def _own(self, told: dict) -> ExtraQuestion:
        """The question in these words here; one that is not known is added out of use."""
        known = ExtraQuestion.objects.filter(municipality=self.municipality, **told).first()
        return known or ExtraQuestion.objects.create(
            municipality=self.municipality, is_active=False, **told
        )

    def _files(self) -> None:
        for told in self.content["attachments"]:
            received = self.opened.files[told["identity"]]
            part = ATTACHABLE.get(told["part"])
            row = told["row"] and self._reference(told["row"])
            if part is None or (row and row.partition(":")[0] not in part.rows):
                raise _refuse(_("The record refers to something that is not in it."))
            place = STORAGE.save(
                Attachment.new_place(self.municipality.pk), ContentFile(received.content)
            )
            self.places.append(place)
            Attachment.objects.create(
                part=told["part"],
                row=row,
                title=told["title"],
                name=received.name,
                is_public=told["is_public"],
                file=place,
                kind_key=received.kind.key,
                size=received.size,
                sha256=received.sha256,
                known_as="" if received.sha256 == told["identity"] else told["identity"],
                uploaded_by=self.by,
                **self.owner,
            )

    def _history(self) -> None:
        """The steps so far. Who took them is told in the note: they may not be known here."""
        for told in self.opened.record["history"]:
            note = f"({told['by']}) {told['note']}".strip()
            change = StatusChange.objects.create(
                transition=told["transition"],
                source=told["source"],
                target=told["target"],
                by=self.by,
                note=note[:2000],
                **self.owner,
            )
            if at := parse_datetime(told["at"]):
                StatusChange.objects.filter(pk=change.pk).update(at=at)


def _fits(question: Question, value: object) -> bool:
    """Whether an answer is one that the question could have been given."""
    known = {each.value for each in question.options}
    values = value if isinstance(value, list) else [value]
    if known and not question.source:
        return all(each in known or each in ("", None) for each in values)
    if isinstance(value, str):
        return len(value) <= (question.max_length or 20_000)
    return True
