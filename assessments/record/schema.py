"""The JSON Schema of a record, made from the models so that it cannot fall behind them."""

from __future__ import annotations

from functools import cache

from django.db import models

from assessments.models import ROWS, ExtraQuestion, Proposal, Screening
from assessments.phases import Extent, Status
from assessments.record.shape import (
    FORMAT,
    PROPOSAL_FIELDS,
    SCREENING_FIELDS,
    VERSION,
    fields_of,
    target_of,
)
from municipalities.models import DecisionBody

MOST_ROWS = 1000
MOST_ANSWERS = 1000
LONGEST = 20_000
NAME = {"type": "string", "maxLength": 300}
REFERENCE = {"type": "integer", "minimum": 1, "maximum": MOST_ROWS}
SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}


def _object(properties: dict, *, nullable: bool = False) -> dict:
    return {
        "type": ["object", "null"] if nullable else "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


def _list(items: dict, most: int) -> dict:
    return {"type": "array", "items": items, "maxItems": most}


def _field(field: models.Field) -> dict:
    """One column in the words of JSON Schema."""
    match field:
        case models.BooleanField():
            made = {"type": "boolean"}
        case models.DateField():
            made = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"}
        case models.FloatField():
            made = {"type": "number"}
        case models.IntegerField():
            made = {"type": "integer"}
        case models.JSONField():
            made = _list({"type": ["string", "integer"], "maxLength": 100}, 200)
        case _:
            made = {"type": "string", "maxLength": field.max_length or LONGEST}
    if field.choices and made["type"] != "array":
        values = [key for key, _label in field.flatchoices if key != ""]
        made["enum"] = [*values, *([""] if field.blank and made["type"] == "string" else [])]
    if field.null:
        made["type"] = [made["type"], "null"]
        if "enum" in made:
            made["enum"].append(None)
    return made


def _column(field: models.Field) -> dict:
    if target_of(field):
        return {"type": ["integer", "null"]} | {
            key: value for key, value in REFERENCE.items() if key != "type"
        }
    if isinstance(field, models.ForeignKey):
        return _body(nullable=True)
    return _field(field)


def _columns(model: type[models.Model], names: tuple[str, ...]) -> dict:
    return {name: _field(model._meta.get_field(name)) for name in names}


def _body(*, nullable: bool = False) -> dict:
    return _object(_columns(DecisionBody, ("kind", "name_fi", "name_sv")), nullable=nullable)


@cache
def schema() -> dict:
    """The schema of ``record.json`` (JSON Schema 2020-12)."""
    value = {
        "anyOf": [
            {"type": "string", "maxLength": LONGEST},
            {"type": ["number", "boolean", "null"]},
            _list({"type": ["string", "integer"], "maxLength": 100}, 200),
        ]
    }
    rows = {
        kind: _list(_object({field.name: _column(field) for field in fields_of(model)}), MOST_ROWS)
        for kind, model in sorted(ROWS.items())
    }
    content = {
        "uid": {"type": "string", "pattern": "^[0-9a-f-]{36}$"},
        "proposal": _object(_columns(Proposal, PROPOSAL_FIELDS)),
        "body": _body(),
        "is_demo": {"type": "boolean"},
        "extent": {"enum": ["", *Extent.values]},
        "status": {"enum": Status.values},
        "catalogue": {"type": "string", "maxLength": 20},
        "screening": _object(_columns(Screening, SCREENING_FIELDS), nullable=True),
        "own_questions": _list(
            _object(_columns(ExtraQuestion, ("page", "text_fi", "text_sv", "help_fi", "help_sv"))),
            100,
        ),
        "answers": _list(
            _object({"key": {"type": "string", "maxLength": 60}, "value": value}), MOST_ANSWERS
        ),
        "rows": {"type": "object", "properties": rows, "additionalProperties": False},
        "attachments": _list(
            _object(
                {
                    "identity": SHA256,
                    "part": {"type": "string", "maxLength": 20},
                    "row": {"type": "string", "maxLength": 40},
                    "title": {"type": "string", "maxLength": 200},
                    "name": {"type": "string", "maxLength": 150},
                    "is_public": {"type": "boolean"},
                }
            ),
            200,
        ),
    }
    change = {
        "transition": {"type": "string", "maxLength": 30},
        "source": {"enum": Status.values},
        "target": {"enum": Status.values},
        "by": NAME,
        "at": {"type": "string", "maxLength": 40},
        "note": {"type": "string", "maxLength": 2000},
    }
    file = {
        "identity": SHA256,
        "path": {"type": "string", "pattern": r"^attachments/\d{1,18}$"},
        "sha256": SHA256,
        "size": {"type": "integer", "minimum": 1},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Record of a child impact assessment",
    } | _object(
        {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "written_at": {"type": "string", "maxLength": 40},
            "from": _object({"code": NAME, "name": NAME}),
            "people": _object({"preparer": NAME, "presenter": NAME}),
            "history": _list(_object(change), 1000),
            "files": _list(_object(file), 200),
            "content_hash": SHA256,
            "content": _object(content),
        }
    )
