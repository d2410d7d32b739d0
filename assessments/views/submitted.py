"""A form posted as a whole: what has changed is saved value by value, the rest is left alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from assessments.actions.saving import Conflict, save_value
from assessments.forms.parts.fields import (
    clean_one,
    in_words,
    is_same,
    is_text,
    sent_values,
    slot_of,
)
from assessments.forms.parts.section import SlotForm
from assessments.models import Assessment, Revision

LARGEST_VERSION = 2_000_000_000


def version_of(text: object) -> int:
    """A version as sent by a browser; nonsense counts as "never seen"."""
    try:
        number = int(str(text)[:12])
    except ValueError:
        return 0
    return number if 0 <= number <= LARGEST_VERSION else 0


def versions_in(data: QueryDict) -> dict[str, int]:
    """What each value on the posted page was based on."""
    try:
        sent = json.loads(data.get("versions", "{}"))
    except (ValueError, RecursionError):
        return {}
    return (
        {str(slot): version_of(each) for slot, each in sent.items()}
        if isinstance(sent, dict)
        else {}
    )


def conflict_panel(form_field: forms.Field, name: str, slot: str, found: Conflict, reader) -> dict:
    """The context of ``components/conflict.html``, every value in words."""
    return {
        "slot": slot,
        "label": form_field.label,
        "name": name,
        "base": in_words(form_field, found.base),
        "theirs": in_words(form_field, found.theirs),
        "mine": in_words(form_field, found.mine),
        "theirs_values": sent_values(form_field, found.theirs),
        "choices_only": not is_text(form_field),
        "version": found.version,
        "theirs_by": found.their_name,
        "theirs_at": found.at,
        "own_window": found.their_pk == reader.pk,
    }


@dataclass
class Submitted:
    """One posted form and what became of each of its values."""

    data: QueryDict
    assessment: Assessment
    by: object
    saved: int = 0
    errors: dict[str, list[str]] = field(default_factory=dict)
    conflicts: dict[str, dict] = field(default_factory=dict)
    # Texts typed into rows that no longer exist: shown so that they can be copied.
    strays: list[dict] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.versions = versions_in(self.data)

    @property
    def is_clean(self) -> bool:
        return not (self.errors or self.conflicts or self.strays)

    @property
    def status(self) -> int:
        if self.conflicts or self.strays:
            return 409
        return 422 if self.errors else 200

    def save(self, form: SlotForm, real: Callable[[str], str] = str) -> None:
        """Save every value that differs from what its page was based on.

        ``real`` turns the name of a value whose row did not exist yet into its slot.
        """
        self.real = real
        sent = {
            name: slot
            for name, slot in form.slots.items()
            if name in self.data or slot in self.versions or f"conflict-{slot}" in self.data
        }
        before = self._before(form, sent)
        for name, slot in sent.items():
            self._save_one(form, name, slot, before.get(slot, form.stored[name]))
        self._find_strays(form)

    def _save_one(self, form: SlotForm, name: str, slot: str, base_value: object) -> None:
        made = form.fields[name]
        chosen = self.data.get(f"conflict-{slot}", "")
        base = self.versions.get(slot, 0)
        values = self.data.getlist(name)
        if chosen == "theirs":
            return
        if chosen in ("mine", "merge"):
            base = version_of(self.data.get(f"conflict-{slot}-version"))
            if chosen == "merge" and is_text(made):
                values = [self.data.get(f"conflict-{slot}-text", "")]
        try:
            value = clean_one(made, values)
        except ValidationError as error:
            self.errors[name] = error.messages
            return
        untouched = not chosen and is_same(made, value, base_value)
        if untouched or is_same(made, value, form.stored[name]):
            return
        self._store(form, name, slot, value, base)

    def _store(self, form: SlotForm, name: str, slot: str, value: object, base: int) -> None:
        try:
            outcome = save_value(
                assessment_id=self.assessment.pk,
                slot=self.real(slot),
                value=value,
                base_version=base,
                by=self.by,
            )
        except ValidationError as error:
            self.errors[name] = error.messages
        except IntegrityError:
            self.errors[name] = [_("This value does not fit with the others.")]
        except Http404:
            self.errors[name] = [_("This has been removed meanwhile.")]
        else:
            if isinstance(outcome, Conflict):
                self.conflicts[name] = conflict_panel(
                    form.fields[name], name, slot, outcome, self.by
                )
            else:
                self.saved += 1

    def _before(self, form: SlotForm, sent: dict[str, str]) -> dict[str, object]:
        """The values that stale slots had when the page was made; read only where there are any."""
        stale = {
            slot: self.versions.get(slot, 0)
            for slot in sent.values()
            if self.versions.get(slot, 0) != form.versions[slot]
        }
        if not stale:
            return {}
        found: dict[str, object] = {}
        changed: set[str] = set()
        rows = Revision.objects.filter(assessment=self.assessment, slot__in=stale).order_by("pk")
        for slot, version, value in rows.values_list("slot", "version", "value"):
            if version <= stale[slot]:
                found[slot] = value
            else:
                changed.add(slot)
        # Changed by others before anything was remembered: it was empty.
        new = {slot for slot in stale if slot.startswith("cell:")}
        return dict.fromkeys(changed | new, "") | found

    def _find_strays(self, form: SlotForm) -> None:
        for name, values in self.data.lists():
            slot = slot_of(name)
            text = "\n".join(values).strip()
            if slot and name not in form.fields and text:
                self.strays.append({"text": text[:10_000]})

    def show(self, form: SlotForm) -> None:
        """Put what was not saved back into a freshly built form, with its message beside it."""
        for name in {**self.errors, **self.conflicts}:
            if name in form.fields:
                overlay(form, name, self.data.getlist(name), self.versions.get(form.slots[name], 0))
        for name, messages in self.errors.items():
            if name in form.fields:
                form.errors[name] = form.error_class(messages)
        for name, panel in self.conflicts.items():
            if name in form.fields:
                form[name].conflict = panel

    def links(self, form: SlotForm) -> list[dict]:
        """Every problem with the control that it belongs to, for the summary on top."""
        found = []
        for name, messages in self.errors.items():
            label = f"{form.fields[name].label if name in form.fields else ''}:".replace("?:", "?")
            found += [{"id": anchor_of(form, name), "text": f"{label} {each}"} for each in messages]
        for name, panel in self.conflicts.items():
            text = (
                _("You changed the same field in another window: %(field)s")
                if panel["own_window"]
                else _("Somebody else changed the same field: %(field)s")
            ) % {"field": panel["label"]}
            found.append({"id": f"conflict-{name}-title", "text": text})
        return found


def anchor_of(form: SlotForm, name: str) -> str:
    return f"id_{name}" if name in form.fields else ""


def overlay(form: SlotForm, name: str, values: list[str], version: int) -> None:
    """Show what was typed instead of what is stored, still based on the version of its page."""
    made = form.fields[name]
    if isinstance(made, forms.MultipleChoiceField):
        made.initial = values
    elif isinstance(made, forms.BooleanField):
        made.initial = bool(values)
    else:
        made.initial = values[0] if values else ""
    made.widget.attrs["data-version"] = version
    form.versions[form.slots[name]] = version


def put_back(form: SlotForm, typed: QueryDict) -> int:
    """Put text that was kept over a log-in back into its fields; returns how many differ."""
    versions = versions_in(typed)
    count = 0
    for name, slot in form.slots.items():
        if name not in typed and slot not in versions:
            continue
        values = typed.getlist(name)
        try:
            cleaned = clean_one(form.fields[name], values)
            same = is_same(form.fields[name], cleaned, form.stored[name])
        except ValidationError:
            same = False
        if not same:
            overlay(form, name, values, versions.get(slot, 0))
            count += 1
    return count
