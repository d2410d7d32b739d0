"""Opening a record from somewhere else: nothing in it is believed before it is checked."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass, field
from typing import IO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from jsonschema import Draft202012Validator

from assessments.files.receiving import Received, receive
from assessments.record.schema import schema
from assessments.record.shape import hash_of

LARGEST_RECORD = 20 * 1024 * 1024
"""Bytes of ``record.json``; an assessment with 400 impacts takes less than one million."""


@dataclass
class Opened:
    """A record that agrees with its schema and its own hash, and its files, looked at."""

    record: dict
    files: dict[str, Received] = field(default_factory=dict)

    @property
    def content(self) -> dict:
        return self.record["content"]


def _refuse(text: str) -> ValidationError:
    return ValidationError({"file": text})


def open_record(source: IO[bytes]) -> Opened:
    """Raises ``ValidationError`` for the field ``file`` in words that say what is wrong."""
    try:
        with zipfile.ZipFile(source) as archive:
            record = _record(archive)
            return Opened(record, dict(_files(archive, record)))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, OSError):
        raise _refuse(_("This is not a record of an assessment: a ZIP file is expected.")) from None


def _record(archive: zipfile.ZipFile) -> dict:
    try:
        text = _bytes(archive, "record.json", LARGEST_RECORD)
        record = json.loads(text)
    except KeyError:
        raise _refuse(_("There is no record of an assessment in this file.")) from None
    except (ValueError, RecursionError):
        raise _refuse(_("The record in this file cannot be read.")) from None
    wrong = next(Draft202012Validator(schema()).iter_errors(record), None)
    if wrong is not None:
        place = "/".join(str(each) for each in wrong.absolute_path) or "record.json"
        raise _refuse(
            _("The record does not look as it should, at: %(place)s.") % {"place": place[:200]}
        )
    if hash_of(record["content"]) != record["content_hash"]:
        raise _refuse(_("The record has been changed since it was written."))
    return record


def _bytes(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """One entry, read no further than its limit, whatever size it claims to have."""
    with archive.open(name) as entry:
        data = entry.read(most + 1)
    if len(data) > most:
        raise _refuse(_("The file is too large."))
    return data


def _files(archive: zipfile.ZipFile, record: dict):
    """Every attachment goes the way of an upload: its content is looked at and written anew."""
    titles = {each["identity"]: each["name"] for each in record["content"]["attachments"]}
    places = {each["identity"]: each for each in record["files"]}
    if titles.keys() != places.keys():
        raise _refuse(_("The attachments of the record are not complete."))
    if sum(each["size"] for each in places.values()) > settings.ATTACHMENT_BYTES_PER_ASSESSMENT:
        raise _refuse(_("The file is too large."))
    for identity, each in places.items():
        try:
            data = _bytes(archive, each["path"], each["size"])
        except KeyError:
            raise _refuse(_("The attachments of the record are not complete.")) from None
        if hashlib.sha256(data).hexdigest() != each["sha256"]:
            raise _refuse(_("An attachment has been changed since the record was written."))
        try:
            yield identity, receive(SimpleUploadedFile(titles[identity], data))
        except ValidationError as refused:
            raise _refuse(f"{titles[identity]}: {' '.join(refused.messages)}") from None
