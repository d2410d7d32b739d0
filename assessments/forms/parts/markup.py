"""One field of a part as HTML: label, help, error, control and counter.

Written here like the controls: as a template, the fields are most of what a page costs.
"""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

COUNTED_FROM = 200
"""From this length on a text shows how much of it is left."""
EMPTY = SafeString("")


def field_html(bound: BoundField) -> SafeString:
    """The field in the order in which a person reads it. A conflict stands after it, not in it."""
    name = bound.auto_id
    errors = bound.form.errors.get(bound.name, ())
    is_tick = isinstance(bound.field.widget, forms.CheckboxInput)
    head = _fieldset_head(bound) if bound.use_fieldset else _label(bound, is_tick)
    if bound.use_fieldset:
        control = format_html('<div class="choices">{}</div></fieldset>', bound.options_html())
    else:
        control = EMPTY if is_tick else format_html("{}{}", bound.as_widget(), _counter(bound))
    return format_html(
        '<div id="div_{}" class="field{}">\n{}{}{}{}{}{}\n</div>',
        name,
        " field-invalid" if errors else "",
        head,
        _help(bound),
        _warning(bound),
        _errors(bound, errors),
        _marked(bound),
        control,
    )


def _label(bound: BoundField, is_tick: bool) -> SafeString:
    label = format_html('<label for="{}">{}</label>', bound.auto_id, bound.label)
    return (
        format_html('<div class="choice">{}{}</div>', bound.as_widget(), label)
        if is_tick
        else label
    )


def _fieldset_head(bound: BoundField) -> SafeString:
    described = bound.aria_describedby
    return format_html(
        '<span id="{}" class="anchor" tabindex="-1"></span><fieldset{}><legend>{}</legend>',
        bound.auto_id,
        format_html(' aria-describedby="{}"', described) if described else EMPTY,
        bound.label,
    )


def _help(bound: BoundField) -> SafeString:
    text = (
        format_html('<div id="{}_helptext" class="form-text">{}</div>', bound.auto_id, line)
        if (line := bound.help_text)
        else EMPTY
    )
    extra = getattr(bound.field, "extra_help", None)
    if not extra:
        return text
    more = render_to_string("components/field_help.html", {**extra, "about": bound.label})
    return format_html("{}{}", text, more)


def _warning(bound: BoundField) -> SafeString:
    """What is not enough in the value, although it may be saved."""
    warning = getattr(bound, "warning", "")
    return format_html('<p class="notice notice-warning">{}</p>', warning) if warning else EMPTY


def _errors(bound: BoundField, errors: Iterable[str]) -> SafeString:
    """The place of the errors is always there: an autosave writes into it."""
    return format_html(
        '<div id="{}_error" class="field-error" data-error-for="{}"{}>{}</div>',
        bound.auto_id,
        bound.html_name,
        EMPTY if errors else SafeString(" hidden"),
        format_html_join("", "<p>{}</p>", ((each,) for each in errors)),
    )


def _marked(bound: BoundField) -> SafeString:
    """Where something in the text looks like personal data, or what does not fit together."""
    marked = getattr(bound, "marked", ())
    if not marked:
        return EMPTY
    lines = (
        (
            each.words,
            format_html(" {}<mark>{}</mark>{}", each.before, each.text, each.after)
            if each.text
            else EMPTY,
        )
        for each in marked
    )
    return format_html(
        '<div class="field-marked" data-marked-for="{}">{}</div>',
        bound.html_name,
        format_html_join("", "<p>{}{}</p>", lines),
    )


def _counter(bound: BoundField) -> SafeString:
    most = getattr(bound.field, "max_length", None) or 0
    if most < COUNTED_FROM:
        return EMPTY
    texts = {"used": "{used}", "max": "{max}"}
    return format_html(
        '<div class="field-foot"><span data-counter-for="{}" data-counter-max="{}"'
        ' data-counter-text="{}">{}</span></div>',
        bound.auto_id,
        most,
        _("%(used)s / %(max)s characters") % texts,
        _("At most %(max)s characters") % {"max": most},
    )
