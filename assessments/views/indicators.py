"""Choosing key figures from the indicators that the product knows."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments import policies
from assessments.actions import indicators as actions
from assessments.figures import figures
from assessments.forms.indicators import IndicatorSearch, offered
from assessments.forms.parts.table import PARTS
from assessments.models import Assessment, KeyFigure
from assessments.phases import Extent
from assessments.views.crumbs import crumbs
from municipalities.indicators import found, indicators
from municipalities.models import IndicatorImport


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def indicator_choose(request: HttpRequest, pk: int) -> HttpResponse:
    """The shipped indicators with the municipality's own figures; a press adds one key figure."""
    seen = Assessment.objects.visible_to(request.user).filter(extent=Extent.FULL)
    related = seen.select_related("proposal", "municipality__region")
    assessment = get_object_or_404(related, pk=pk)
    policies.can_write(request.user, assessment, KeyFigure.kind()).require()
    search = IndicatorSearch(request.GET)
    if request.method == "POST":
        return _chosen(request, assessment, search.asked)
    known = figures(assessment.municipality, found())
    fitting = {each.id for each in found(search.asked.get("q", ""), search.asked.get("group", ""))}
    shown = [each for each in known if each.indicator.id in fitting]
    rows = KeyFigure.objects.present().filter(assessment=assessment, sotkanet__isnull=False)
    back = _part(pk)
    context = {
        "assessment": assessment,
        "search": search,
        "narrowed": bool(search.asked),
        "groups": list(offered(shown, dict(rows.values_list("sotkanet", "pk")), get_language())),
        "number": len(shown),
        "fetched": max((each.own.fetched_at for each in known if each.own), default=None),
        "last_fetch": IndicatorImport.objects.first(),
        "back": back,
        "crumbs": crumbs(assessment, (PARTS["dat"].title, back)),
    }
    return render(request, "assessments/indicator_choose.html", context)


def _part(pk: int) -> str:
    return reverse("assessments:assessment-part", args=[pk, "dat"])


def _chosen(request: HttpRequest, assessment: Assessment, asked: dict[str, str]) -> HttpResponse:
    """Add what was pressed and stay: usually several indicators are chosen."""
    number = request.POST.get("indicator", "")
    known = indicators()
    indicator = known.get(int(number)) if number.isdecimal() and len(number) < 9 else None
    if indicator is None:
        raise Http404(number)
    here = f"{request.path}?{urlencode(asked)}" if asked else request.path
    try:
        row, is_new = actions.choose_indicator(
            assessment_id=assessment.pk, indicator=indicator, by=request.user
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(here)
    _tell(request, row, is_new)
    return redirect(f"{here}#indicator-{indicator.id}")


def _tell(request: HttpRequest, row: KeyFigure, is_new: bool) -> None:
    if not is_new:
        text = _("This indicator is among the key figures already: “%(name)s”.")
    elif row.value:
        text = _("Added to the key figures: “%(name)s”.")
    else:
        text = _(
            "Added to the key figures without a value: “%(name)s”. No figure of the municipality is"
            " known here; write it yourself."
        )
    messages.success(
        request,
        format_html(
            '{} <a href="{}">{}</a>',
            text % {"name": row},
            f"{_part(row.assessment_id)}?open=keyfigure-{row.pk}#keyfigure-{row.pk}",
            _("Open it"),
        ),
    )
