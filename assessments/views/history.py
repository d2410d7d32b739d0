"""The history of an assessment: every saved value can be read, compared and brought back."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from assessments import policies
from assessments.actions.proposals import people_of
from assessments.actions.saving import Conflict, Slot, restore
from assessments.forms.parts.fields import Offered, field_for, in_words
from assessments.forms.parts.section import title_of
from assessments.forms.parts.table import PART_OF
from assessments.models import ROWS, Assessment, Revision, StatusChange
from assessments.views.crumbs import crumbs
from municipalities.roles import Permission

PAGE_SIZE = 30
# A word with the space before it: were spaces words of their own, each would match every other.
WORDS = re.compile(r"\s*\S+|\s+")
PARAGRAPHS = re.compile(r"[^\n]*\n|[^\n]+")
# The work of a comparison grows with the pairs of equal words, not with the length of the texts.
MOST_PAIRS = 60_000


@dataclass
class Entry:
    """One saved value in words."""

    revision: Revision
    label: str
    words: str
    is_present: bool = False
    can_restore: bool = False


class Reader:
    """Puts slots and values into words, reading each kind of row once for a whole page."""

    def __init__(self, assessment: Assessment, slots: set[str]) -> None:
        self.offered = Offered(assessment)
        self.rows: dict[tuple[str, int], object] = {}
        wanted: dict[str, set[int]] = {}
        for slot in slots:
            kind, _colon, rest = slot.partition(":")
            number = rest.partition(":")[0]
            if kind in ROWS and number.isdecimal():
                wanted.setdefault(kind, set()).add(int(number))
        for kind, numbers in wanted.items():
            rows = ROWS[kind].objects.filter(assessment=assessment, pk__in=numbers)
            if kind == "impact":
                rows = rows.select_related("alternative")
            self.rows |= {(kind, row.pk): row for row in rows}

    def field(self, slot: str):
        try:
            return field_for(Slot.parse(slot), self.offered)
        except Http404:
            return None

    def label(self, slot: str) -> str:
        """The question, and for a row which row it is."""
        kind, _colon, rest = slot.partition(":")
        made = self.field(slot)
        text = str(made.label) if made else ""
        if kind == "answer":
            return text or rest
        if kind == "proposal":
            return text
        number, _colon, name = rest.partition(":")
        row = self.rows.get((kind, int(number)))
        owner = self._owner(row) if row is not None else ""
        return " – ".join(filter(None, [owner, text]))

    def _owner(self, row) -> str:
        if row.kind() == "impact":
            parts = [row.alternative.code, row.get_dimension_display()]
            if row.child_group != "all":
                parts.append(row.get_child_group_display())
            return ", ".join(parts)
        kind = str(row._meta.verbose_name).capitalize()
        title = title_of(row)
        return kind if title == kind else f"{kind}: {title}"

    def words(self, revision: Revision) -> str:
        if revision.slot.endswith(":removed_at"):
            moment = parse_datetime(revision.value) if isinstance(revision.value, str) else None
            if moment:
                return _("Removed")
            return _("Added") if revision.version == 1 else _("Brought back")
        made = self.field(revision.slot)
        return in_words(made, revision.value) if made else str(revision.value or "")


def _assessment(request: HttpRequest, pk: int) -> Assessment:
    found = Assessment.objects.visible_to(request.user).select_related("proposal", "municipality")
    assessment = get_object_or_404(found, pk=pk)
    decision = policies.can_read_history(request.user, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    return assessment


@require_safe
@login_required
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """All saved values, newest first; one field alone, and two of its versions compared."""
    assessment = _assessment(request, pk)
    revisions = Revision.objects.filter(assessment=assessment)
    slots = list(revisions.order_by("slot").values_list("slot", flat=True).distinct())
    chosen = request.GET.get("field", "")
    if chosen not in slots:
        chosen = ""
    shown = revisions.filter(slot=chosen) if chosen else revisions
    page = Paginator(shown.select_related("by"), PAGE_SIZE).get_page(request.GET.get("page"))
    reader = Reader(assessment, set(slots))
    newest = _newest(assessment, {each.slot for each in page})
    entries = [_entry(request, assessment, reader, each, newest) for each in page]
    context = {
        "assessment": assessment,
        "page_obj": page,
        "entries": entries,
        "fields": sorted((reader.label(slot), slot) for slot in slots if reader.label(slot)),
        "chosen": chosen,
        "chosen_label": reader.label(chosen) if chosen else "",
        "changes": _changes(assessment) if not chosen and page.number == 1 else [],
        "may_read_drafts": True,
        "comparison": _comparison(request, shown, reader) if chosen else None,
        "crumbs": crumbs(assessment),
    }
    return render(request, "assessments/history.html", context)


def _changes(assessment: Assessment) -> list[StatusChange]:
    return list(assessment.status_changes.select_related("by").order_by("-pk"))


def _newest(assessment: Assessment, slots: set[str]) -> set[int]:
    """The latest revision of each slot: what stands in the assessment now."""
    found: dict[str, int] = {}
    rows = Revision.objects.filter(assessment=assessment, slot__in=slots).order_by("pk")
    for slot, pk in rows.values_list("slot", "pk"):
        found[slot] = pk
    return set(found.values())


def _entry(request, assessment, reader: Reader, revision: Revision, newest: set[int]) -> Entry:
    present = revision.pk in newest
    made = reader.field(revision.slot)
    restorable = made is not None and not present and _is_there(reader, revision.slot)
    if restorable:
        slot = Slot.parse(revision.slot)
        restorable = bool(policies.can_write(request.user, assessment, slot.part, slot.field))
    return Entry(revision, reader.label(revision.slot), reader.words(revision), present, restorable)


def _is_there(reader: Reader, slot: str) -> bool:
    kind, _colon, rest = slot.partition(":")
    if kind not in ROWS:
        return True
    row = reader.rows.get((kind, int(rest.partition(":")[0])))
    return row is not None and row.removed_at is None


def _comparison(request: HttpRequest, revisions, reader: Reader) -> dict | None:
    """Two versions of one field side by side, word by word."""
    numbers = [request.GET.get(name, "") for name in ("old", "new")]
    if not all(each.isdecimal() and len(each) < 18 for each in numbers):
        return None
    found = {each.pk: each for each in revisions.filter(pk__in=numbers).select_related("by")}
    pair = [found.get(int(each)) for each in numbers]
    if None in pair or pair[0].pk == pair[1].pk:
        return None
    old, new = sorted(pair, key=lambda each: each.pk)
    return {
        "old": old,
        "new": new,
        "pieces": diff(reader.words(old), reader.words(new)),
    }


def diff(old: str, new: str) -> list[tuple[str, str]]:
    """Pieces ``("same" | "removed" | "added", text)`` that turn ``old`` into ``new``, by words.

    Long texts of few different words are compared by paragraphs, so that no page waits for them.
    """
    for unit in (WORDS, PARAGRAPHS):
        before, after = unit.findall(old), unit.findall(new)
        if _pairs(before, after) <= MOST_PAIRS:
            return _pieces(before, after)
    return [("removed", old), ("added", new)]


def _pairs(before: list[str], after: list[str]) -> int:
    """How many pairs of equal units the comparison has to look at; a unit that is always new
    counts as one, for it is looked at too."""
    here = Counter(after)
    return sum(number * max(here[unit], 1) for unit, number in Counter(before).items())


def _pieces(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    pieces = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, from_a, to_a, from_b, to_b in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(("same", "".join(before[from_a:to_a])))
            continue
        if to_a > from_a:
            pieces.append(("removed", "".join(before[from_a:to_a])))
        if to_b > from_b:
            pieces.append(("added", "".join(after[from_b:to_b])))
    return pieces


@require_POST
@login_required
def revision_restore(request: HttpRequest, pk: int, revision: int) -> HttpResponse:
    """An earlier value becomes the present one, as a new save."""
    assessment = _assessment(request, pk)
    found = get_object_or_404(Revision, assessment=assessment, pk=revision)
    refusal = _refusal(request, assessment, found)
    if refusal:
        messages.error(request, refusal)
    base = reverse("assessments:revision-list", args=[pk])
    slot = found.slot
    kind, _colon, rest = slot.partition(":")
    if (rest.partition(".")[0] if kind == "answer" else kind) in PART_OF:
        return redirect(f"{base}?field={slot}")
    return redirect(base)


PEOPLE = ("preparer", "presenter")


def _refusal(request: HttpRequest, assessment: Assessment, revision: Revision) -> str:
    """Why the earlier value cannot come back; nothing when it is in use again."""
    target = Slot.parse(revision.slot)
    may_write = policies.can_write(request.user, assessment, target.part, target.field)
    if not may_write:
        raise PermissionDenied(may_write.reason)
    if target.part == "proposal" and target.field in PEOPLE and revision.value:
        people = people_of(assessment.municipality, Permission.EDIT)
        if revision.value not in {each.pk for each in people}:
            return _("This person no longer prepares matters in the municipality.")
    try:
        outcome = restore(assessment_id=assessment.pk, revision_id=revision.pk, by=request.user)
    except IntegrityError:
        return _("This value does not fit with the others.")
    if isinstance(outcome, Conflict):
        return _("Somebody changed this at the same moment. Look at it again.")
    messages.success(request, _("The earlier text is in use again."))
    return ""
