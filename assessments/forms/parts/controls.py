"""The HTML of single controls, written directly: a template each would be half of a page's time."""

from __future__ import annotations

from collections.abc import Callable

from django.forms.renderers import TemplatesSetting
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join


def _input(widget: dict) -> str:
    own = {"type": widget["type"], "name": widget["name"], "value": widget["value"]}
    return format_html("<input{}>", flatatt(own | widget["attrs"]))


def _textarea(widget: dict) -> str:
    own = {"name": widget["name"]} | widget["attrs"]
    return format_html("<textarea{}>\n{}</textarea>", flatatt(own), widget["value"] or "")


def _select(widget: dict) -> str:
    own = {"name": widget["name"]} | widget["attrs"]
    options = format_html_join(
        "",
        "<option{}>{}</option>",
        (
            (flatatt({"value": str(each["value"])} | each["attrs"]), each["label"])
            for _group, options, _place in widget["optgroups"]
            for each in options
        ),
    )
    return format_html("<select{}>{}</select>", flatatt(own), options)


INPUTS = ("text", "number", "url", "date", "email", "checkbox")
WRITERS: dict[str, Callable[[dict], str]] = {
    **{f"django/forms/widgets/{kind}.html": _input for kind in INPUTS},
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
}


class Controls(TemplatesSetting):
    """Renders the controls of the parts; whatever it does not know, Django's templates render."""

    def render(self, template_name, context, request=None) -> str:
        write = WRITERS.get(template_name)
        if write is None:
            return super().render(template_name, context, request)
        return write(context["widget"])
