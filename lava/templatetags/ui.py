"""Small template helpers that every page shares: links that follow the page, words for states."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms, template
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from assessments import charts
from assessments.content import views

register = template.Library()

# Each language is called by its own name, whatever the page's language is.
LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}

# (label, URL name, property of the user that must hold). A name that no app serves is left out.
NAVIGATION = (
    (_("My work"), "assessments:work", "is_active"),
    (_("Proposals"), "assessments:proposal-list", "is_active"),
    (_("To review"), "assessments:review-queue", "reviews"),
    (_("Programmes"), "accelerator:programme-list", "sees_programmes"),
    (_("People"), "municipalities:membership-list", "sees_people"),
    (_("Reminders"), "assessments:reminder-list", "is_active"),
    (_("Public summaries"), "publishing:publication-list", "is_active"),
)
PUBLIC_NAVIGATION = (
    (_("Impact summaries"), "publishing:publication-list"),
    (_("Municipalities"), "publishing:municipality-list"),
    (_("What is LAVA"), "about"),
)
FOOTER = (
    (_("About the service"), "about"),
    (_("Accessibility statement"), "accessibility-statement"),
    (_("Privacy notice"), "privacy"),
    (_("Terms of use"), "terms"),
    (_("Feedback"), "feedback"),
)

# State of a part of the work: word, tone, heroicons name. Colour never stands alone.
STATES = {
    "not_started": (pgettext_lazy("state of a part", "Not started"), "", "minus-circle"),
    "in_progress": (pgettext_lazy("state of a part", "In progress"), "now", "pencil-square"),
    "ready": (pgettext_lazy("state of a part", "Ready"), "good", "check-circle"),
    "returned": (pgettext_lazy("state of a part", "Returned"), "warn", "arrow-uturn-left"),
    "not_needed": (pgettext_lazy("state of a part", "Not needed"), "", "minus"),
    "waiting": (pgettext_lazy("state of a part", "Waiting"), "", "clock"),
    "missing": (pgettext_lazy("state of a part", "Missing"), "warn", "exclamation-circle"),
    "late": (pgettext_lazy("state of a part", "Late"), "bad", "exclamation-triangle"),
    "failed": (pgettext_lazy("state of a part", "Failed"), "bad", "x-circle"),
}

# Direction of an impact: symbol and sign of its step (domain 2.11, display rules).
DIRECTIONS = {
    "pos": ("+", 1),
    "neg": ("\N{MINUS SIGN}", -1),
    "mixed": ("\N{PLUS-MINUS SIGN}", 0),
    "none": ("0", 0),
    "unknown": ("?", 0),
}
LARGE = 3


def _url(name: str, *args: Any) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def _current(path: str, urls: list[str]) -> str:
    """The item that the page belongs to: the longest address that the page's begins with."""
    if path in urls:
        return path
    front = ("/", "/sv/", "/en/")
    above = [url for url in urls if url not in front and path.startswith(url)]
    return max(above, key=len, default="")


def _items(context: template.Context, rows: tuple, counts: dict[str, Any]) -> list[dict]:
    request = context.get("request")
    path = request.path if request else ""
    served = [(label, name, url) for label, name in rows if (url := _url(name))]
    current = _current(path, [url for _label, _name, url in served])
    return [
        {
            "label": label,
            "url": url,
            "current": ("page" if url == path else "true") if url == current else "",
            "count": counts.get(name, 0),
            "count_label": pgettext("reminders", "open"),
        }
        for label, name, url in served
    ]


@register.filter
def titled(proposal) -> SafeString:
    """The title of a matter for the reader of the page, marked with its own language."""
    return format_html('<bdi lang="{}">{}</bdi>', proposal.shown_language, proposal.shown_title)


@register.simple_tag
def url_or_root(name: str) -> str:
    """The address of a named page, or the front page where the name is not served."""
    return _url(name) or "/"


@register.simple_tag
def url_or_none(name: str, *args: Any) -> str:
    return _url(name, *args)


@register.simple_tag(takes_context=True)
def navigation(context: template.Context) -> list[dict]:
    """The main navigation of a logged-in official; empty for others, who get a plain header."""
    user = context.get("user")
    if not (user and user.is_authenticated):
        return _items(context, PUBLIC_NAVIGATION, {})
    rows = tuple((label, name) for label, name, test in NAVIGATION if getattr(user, test, False))
    counts = {
        "assessments:reminder-list": context.get("notice_count", 0),
        "assessments:review-queue": context.get("review_count", 0),
    }
    return _items(context, rows, counts)


@register.simple_tag(takes_context=True)
def public_navigation(context: template.Context) -> list[dict]:
    """The navigation of a page for everybody: the request's path is all it looks at."""
    return _items(context, PUBLIC_NAVIGATION, {})


@register.simple_tag(takes_context=True)
def footer_links(context: template.Context) -> list[dict]:
    return _items(context, FOOTER, {})


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> list[dict]:
    """This page in each language; its front page where the page has no address of its own."""
    request = context.get("request")
    here = request.get_full_path() if request else "/"
    current = get_language()
    links = []
    for code, name in LANGUAGE_NAMES.items():
        url = here
        if code != current:
            url = translate_url(here, code)
            if url == here:
                with override(code):
                    url = url_or_root("publishing:publication-list")
        links.append({"code": code, "name": name, "url": url, "current": code == current})
    return links


@register.filter
def moment(value: datetime | None) -> str:
    """A date and a time as one phrase: 13.3.2018 klo 15.00, 13.3.2018 kl. 15.00."""
    if not value:
        return ""
    return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")


@register.filter
def time_of_day(value: datetime | None) -> str:
    if not value:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return formats.time_format(local, "TIME_FORMAT")


@register.filter
def number(value: float | int | None, decimals: int | None = None) -> str:
    """A number for reading, with a narrow space between thousands: 1 234,5."""
    if value is None or value == "":
        return ""
    return formats.number_format(value, decimals, use_l10n=True, force_grouping=True)


@register.inclusion_tag("components/status_word.html")
def status_word(state: str, word: str = "") -> dict:
    """A state as symbol and word; ``word`` says it in the page's own terms."""
    own_word, kind, icon = STATES.get(state, (state, "", ""))
    return {"word": word or own_word, "kind": kind, "icon": icon}


@register.simple_tag
def impact_mark(direction: str, magnitude: int | None) -> dict:
    """Symbol, signed step and tone of an impact: a large one doubles its symbol (domain 2.11)."""
    symbol, sign = DIRECTIONS.get(direction, ("", 0))
    step = sign * int(magnitude or 0)
    if abs(step) >= LARGE:
        symbol = f"{symbol} {symbol}"
    number = f"{symbol[0]}{abs(step)}" if step else ""
    return {"symbol": symbol, "number": number, "kind": direction or "empty"}


@register.simple_tag
def forecast_chart(indicator: dict, days: list[dict]) -> charts.Chart | None:
    """The drawing of forecast and reality for ``components/forecast_chart.html``."""
    return charts.forecast_chart(indicator, days)


@register.simple_tag
def impact_reasons(content: dict) -> list[dict]:
    """The reasons of every judgement by dimension, from frozen content."""
    return views.reasons(content)


@register.simple_tag
def harms_by_alternative(content: dict) -> list[dict]:
    """The harms of each alternative with the measures against them, from frozen content."""
    return views.harms_by_alternative(content)


@register.simple_tag
def hearing_texts(hearing: dict) -> list[dict]:
    """What was told of one frozen hearing, with labels."""
    return views.hearing_texts(hearing)


@register.filter
def has_any(rows: list[dict], key: str) -> bool:
    """Whether any of the rows tells ``key``."""
    return any(row.get(key) for row in rows)


@register.simple_tag
def group_matrices(content: dict) -> list[dict]:
    """The impacts on each group that differs from the others, from frozen content."""
    return views.group_matrices(content)


@register.simple_tag
def parts_told(content: dict) -> dict[str, bool]:
    """Which sections the report of this frozen content has."""
    return views.parts_told(content)


@register.simple_tag
def children_sections(content: dict) -> list[dict]:
    """The questions of the page for children with their frozen answers."""
    return views.children_sections(content)


@register.filter
def control_id(field: forms.BoundField) -> str:
    """The id of a field's first control, where an error link should lead."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.simple_tag
def error_links(form: forms.BaseForm | None, errors: list[dict] | None = None) -> list[dict]:
    """Every error of a form with the control it belongs to, for the summary on top of the page."""
    links = []
    if form:
        links += [{"id": "", "text": text} for text in form.non_field_errors()]
        for field in form:
            label = f"{field.label}:".replace("?:", "?") if field.label else ""
            links += [
                {"id": control_id(field), "text": f"{label} {text}" if label else text}
                for text in field.errors
            ]
    return links + list(errors or [])
