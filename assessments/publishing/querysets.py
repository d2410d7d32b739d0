"""Reading verbs of the public pages."""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection, models
from django.db.models import Exists, OuterRef, Q


class PublicationQuerySet(models.QuerySet):
    def current(self) -> PublicationQuerySet:
        """What the public reads now: the newest versions that have not been withdrawn."""
        return self.filter(is_current=True, withdrawn_at__isnull=True)

    def preferring(self, language: str) -> PublicationQuerySet:
        """One row for each assessment: in ``language``, or as written where that is missing."""
        same = self.model._default_manager.current().filter(
            assessment=OuterRef("assessment"), language=language
        )
        return self.filter(Q(language=language) | Q(Q(is_primary=True), ~Exists(same)))


class Standing(NamedTuple):
    """What became of one version: all that a page needs to know before it is shown again."""

    pk: int
    content_hash: str
    language: str
    is_primary: bool
    is_current: bool
    is_withdrawn: bool


# Written out, since building these two through the ORM costs more than all else on a public page.
_STANDING = (
    "SELECT id, content_hash, language, is_primary, is_current, withdrawn_at IS NOT NULL"
    " FROM publishing_publication WHERE assessment_id = %s AND "
)
NEWEST = f"{_STANDING} is_current"
OF_VERSION = f"{_STANDING} version = %s"


def standing(language: str, assessment: int, version: int | None = None) -> Standing | None:
    """The newest or the given version of one page, in ``language`` where it has been published."""
    with connection.cursor() as cursor:
        if version is None:
            cursor.execute(NEWEST, [assessment])
        else:
            cursor.execute(OF_VERSION, [assessment, version])
        rows = [Standing(*row) for row in cursor.fetchall()]
    return max(rows, key=lambda row: (row.language == language, row.is_primary), default=None)
