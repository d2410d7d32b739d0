"""What of each row belongs into a record, and which values point at other rows."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from django.conf import settings
from django.db import models

from assessments.models import ROWS, Proposal, VersionedRow

FORMAT = "digi-lava-record"
VERSION = 1
PROPOSAL_FIELDS = tuple(
    name for name in Proposal.SLOTS if name not in ("body", "preparer", "presenter")
)
SCREENING_FIELDS = ("suggested", "chosen", "reason", "declined_note")
# Lists of "kind:number", and answers that name rows by their numbers alone.
REFERENCES = {"impact": ("evidence",)}
ANSWERS_NAMING = {"dec.mitigations": "mitigation"}
LEFT_OUT = frozenset({"id", "assessment", "municipality", "version", "created_at", "removed_at"})


@cache
def fields_of(model: type[VersionedRow]) -> tuple[models.Field, ...]:
    """The columns that a record holds: what people wrote and the rows it refers to. No people."""
    return tuple(
        field
        for field in model._meta.concrete_fields
        if field.name not in LEFT_OUT and not _is_person(field)
    )


@cache
def people_of(model: type[VersionedRow]) -> tuple[str, ...]:
    """The columns that name a person of this installation."""
    return tuple(each.name for each in model._meta.concrete_fields if _is_person(each))


def _is_person(field: models.Field) -> bool:
    return field.is_relation and field.related_model._meta.label == settings.AUTH_USER_MODEL


def target_of(field: models.Field) -> str:
    """The kind of row that a column refers to; empty for a column that refers to none."""
    kinds = {model: kind for kind, model in ROWS.items()}
    return kinds.get(field.related_model, "") if field.is_relation else ""


@cache
def order() -> tuple[str, ...]:
    """The kinds of rows, each after those that it refers to."""
    left, done = dict(ROWS), []
    while left:
        for kind, model in list(left.items()):
            wanted = {target_of(field) for field in fields_of(model)} - {"", kind}
            if wanted.isdisjoint(left):
                done.append(kind)
                del left[kind]
    return tuple(done)


def hash_of(content: dict) -> str:
    """The same for the same content, whatever order its keys were written in."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
