"""Writing the record of one assessment."""

from __future__ import annotations

import json
import zipfile
from typing import IO

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from assessments.models import ROWS, Assessment, VersionedRow
from assessments.questions.base import OWN
from assessments.questions.letters import LETTER_KEY
from assessments.record.schema import schema
from assessments.record.shape import (
    ANSWERS_NAMING,
    FORMAT,
    PROPOSAL_FIELDS,
    REFERENCES,
    SCREENING_FIELDS,
    VERSION,
    fields_of,
    hash_of,
    order,
    target_of,
)

Numbers = dict[str, dict[int, int]]
"""For each kind of row its number in the record by its number in this installation."""


def write(assessment: Assessment, target: IO[bytes]) -> dict:
    """Write the ZIP into ``target``: ``record.json``, ``schema.json`` and the attachments.

    Returns the record. What was removed and the history of values stay behind.
    """
    made = record(assessment)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("record.json", _json(made))
        archive.writestr("schema.json", _json(schema()))
        for attachment in assessment.attachments.present():
            with (
                attachment.file.open("rb") as source,
                archive.open(_place(attachment), "w") as copy,
            ):
                for chunk in source.chunks():
                    copy.write(chunk)
    return made


def _json(value: dict) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder)


def record(assessment: Assessment) -> dict:
    """The record as a dictionary that ``schema`` describes."""
    content = json.loads(_json(content_of(assessment)))
    municipality = assessment.municipality
    return {
        "format": FORMAT,
        "version": VERSION,
        "written_at": timezone.now().isoformat(),
        "from": {"code": municipality.code, "name": municipality.name_fi},
        "people": {
            "preparer": str(assessment.proposal.preparer),
            "presenter": str(assessment.proposal.presenter or ""),
        },
        "history": [
            {
                "transition": each.transition,
                "source": each.source,
                "target": each.target,
                "by": str(each.by),
                "at": each.at.isoformat(),
                "note": each.note,
            }
            for each in assessment.status_changes.select_related("by")
        ],
        "files": [
            {
                "identity": each.identity,
                "path": _place(each),
                "sha256": each.sha256,
                "size": each.size,
            }
            for each in assessment.attachments.present()
        ],
        "content_hash": hash_of(content),
        "content": content,
    }


def content_of(assessment: Assessment) -> dict:
    """What the record says: the part whose hash is the same in every installation."""
    rows, numbers = _rows(assessment)
    proposal = assessment.proposal
    own = {each.key: each for each in assessment.municipality.extra_questions.all()}
    # A letter is named by a number of this installation, and belongs to the case file.
    answers = [
        each for each in assessment.answers.order_by("key") if not LETTER_KEY.fullmatch(each.key)
    ]
    asked = [own[each.key] for each in answers if each.key in own]
    places = {each.key: f"{OWN}.{number}" for number, each in enumerate(asked, start=1)}
    screening = getattr(assessment, "screening", None)
    return {
        "uid": str(assessment.uid),
        "proposal": {name: getattr(proposal, name) for name in PROPOSAL_FIELDS},
        "body": _body(proposal.body),
        "is_demo": proposal.is_demo,
        "extent": assessment.extent,
        "status": str(assessment.status),
        "catalogue": assessment.catalogue_version,
        "screening": screening and {name: getattr(screening, name) for name in SCREENING_FIELDS},
        "own_questions": [
            {
                "page": each.page,
                "text_fi": each.text_fi,
                "text_sv": each.text_sv,
                "help_fi": each.help_fi,
                "help_sv": each.help_sv,
            }
            for each in asked
        ],
        "answers": [
            {"key": places.get(each.key, each.key), "value": _answer(each, numbers)}
            for each in answers
        ],
        "rows": rows,
        "attachments": [
            {
                "identity": each.identity,
                "part": each.part,
                "row": _reference(each.row, numbers) or "",
                "title": each.title,
                "name": each.name,
                "is_public": each.is_public,
            }
            for each in assessment.attachments.present()
        ],
    }


def _body(body) -> dict | None:
    return body and {"kind": body.kind, "name_fi": body.name_fi, "name_sv": body.name_sv}


def _place(attachment) -> str:
    return f"attachments/{attachment.pk}"


def _rows(assessment: Assessment) -> tuple[dict[str, list[dict]], Numbers]:
    """The rows that are there, each kind numbered from one, in the order in which they were made.

    A row whose owner has been removed is removed with it.
    """
    found: dict[str, list[dict]] = {}
    numbers: Numbers = {}
    for kind in order():
        model = ROWS[kind]
        numbers[kind], found[kind] = {}, []
        present = model._default_manager.present().filter(assessment=assessment).order_by("pk")
        for row in present.select_related(*_bodies(model)):
            values = _values(row, numbers)
            if values is not None:
                numbers[kind][row.pk] = len(found[kind]) + 1
                found[kind].append(values)
    for kind, names in REFERENCES.items():
        for values in found[kind]:
            for name in names:
                known = (_reference(each, numbers) for each in values[name])
                values[name] = [each for each in known if each]
    return {kind: rows for kind, rows in sorted(found.items()) if rows}, numbers


def _bodies(model: type[VersionedRow]) -> list[str]:
    return [each.name for each in fields_of(model) if each.is_relation and not target_of(each)]


def _values(row: VersionedRow, numbers: Numbers) -> dict | None:
    values = {}
    for field in fields_of(type(row)):
        value = getattr(row, field.attname)
        if kind := target_of(field):
            value = numbers[kind].get(value)
            if value is None and not field.null:
                return None
        elif isinstance(field, models.ForeignKey):
            value = _body(getattr(row, field.name))
        values[field.name] = value
    return values


def _reference(text: str, numbers: Numbers) -> str | None:
    """ "evidence:12" as the record counts it, or nothing where the row is not in the record."""
    kind, _colon, pk = str(text).partition(":")
    number = numbers.get(kind, {}).get(int(pk)) if pk.isdecimal() else None
    return f"{kind}:{number}" if number else None


def _answer(answer, numbers: Numbers) -> object:
    kind = ANSWERS_NAMING.get(answer.key)
    if kind is None or not isinstance(answer.value, list):
        return answer.value
    known = (numbers[kind].get(int(each)) for each in answer.value if str(each).isdecimal())
    return [str(each) for each in known if each]
