"""One cell of the impact matrix: a page of its own, or a panel opened in the matrix."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments import counts, policies
from assessments.forms.parts.fields import ArticlesField, Offered
from assessments.forms.parts.matrix import (
    ALL,
    DIFFERENCE,
    CellMaker,
    Matrix,
    View,
    children_said,
    groups_to_show,
    step_of,
)
from assessments.forms.parts.section import SlotForm
from assessments.forms.parts.table import PARTS
from assessments.forms.parts.weighing import calculations, steps_of
from assessments.models import Assessment, Impact
from assessments.phases import Extent, Status
from assessments.questions.articles import preselected
from assessments.questions.dimensions import DIMENSIONS, GROUP_LABELS, MAGNITUDES
from assessments.views import stash
from assessments.views.crumbs import crumbs
from assessments.views.saving import cell_impact
from assessments.views.sections import builder_for, form_context, light_url, section_for, with_rows
from assessments.views.submitted import Submitted, put_back

IMPACT_FIELDS = ("direction", "magnitude", "text")
FULL_IMPACT_FIELDS = (
    "direction",
    "magnitude",
    "likelihood",
    "duration",
    "text",
    "evidence",
    "certainty",
    "reversible",
    "kinds",
)
FULL_IMPACT_MORE = ("count", "articles")


@dataclass
class Group:
    """One child group that the cell can be filled in for."""

    key: str
    label: str
    url: str
    word: str
    is_current: bool


@require_http_methods(["GET", "HEAD", "POST"])
@stash.keeps_typed
def impact(
    request: HttpRequest, pk: int, alternative: int, dimension: str, group: str
) -> HttpResponse:
    """What one alternative does in one dimension to one group: a page, or a panel in the matrix."""
    if dimension not in DIMENSIONS or group not in GROUP_LABELS:
        raise Http404(dimension)
    kinds, said = ["alternative", "dimensionscope", "impact"], ()
    if "cell" in request.GET:
        kinds.append("mitigation")
        said = ("evidence", "hearing")
    assessment = with_rows(request, pk, *kinds, full=said)
    chosen = [row for row in assessment.alternatives.all() if row.pk == alternative]
    if not chosen:
        raise Http404(str(alternative))
    cell = Cell(request, assessment, chosen[0], dimension, group)
    if "cell" in request.GET:
        return cell.fragment()
    if request.method == "POST":
        return cell.posted()
    typed = stash.take(request)
    form = cell.form(typed)
    if typed is not None and put_back(form, typed):
        messages.info(request, _("What you wrote is back in its fields. Check it and save."))
    return cell.page(form)


class Cell:
    """One opened cell: which row it is, its form and its pages."""

    def __init__(self, request, assessment: Assessment, alternative, dimension: str, group: str):
        self.request = request
        self.assessment = assessment
        self.alternative = alternative
        self.dimension = dimension
        self.group = group
        self.decision = policies.can_write(request.user, assessment, "impact")
        self.impacts = {
            (row.alternative_id, row.dimension, row.child_group): row
            for row in assessment.impacts.all()
        }
        self.impact = self.impacts.get((alternative.pk, dimension, group))
        self.is_full = assessment.extent == Extent.FULL

    @property
    def anchor(self) -> str:
        return f"cell-{self.alternative.pk}-{self.dimension}"

    def url(self, group: str, place: tuple[int, str] | None = None) -> str:
        where = place or (self.alternative.pk, self.dimension)
        return reverse("assessments:impact-update", args=[self.assessment.pk, *where, group])

    @property
    def following(self) -> str:
        """The cell to go on with: the next that nobody has assessed, else the next of all.

        Cells are read line by line; impacts.js finds the same one in the table.
        """
        scopes = self.assessment.dimensionscopes.all()
        places = [
            (row.pk, scope.dimension)
            for scope in scopes
            if scope.is_relevant
            for row in self.assessment.alternatives.all()
        ]
        own = (self.alternative.pk, self.dimension)
        here = places.index(own) if own in places else -1
        later = places[here + 1 :]
        found = [place for place in (*later, *places[: max(here, 0)]) if self._is_open(place)]
        return self.url(self.group, (found or later)[0]) if found or later else ""

    def _is_open(self, place: tuple[int, str]) -> bool:
        impact = self.impacts.get((*place, self.group))
        return impact is None or not impact.direction

    def form(self, data=None) -> SlotForm:
        """Fields of the stored row, or of the row that the first save will make."""
        offered = Offered(self.assessment)
        form = SlotForm(offered)
        was_new = data is not None and any(name.startswith("cell-") for name in data)
        row = self.impact or Impact(pk=0, version=0)
        for name in (*FULL_IMPACT_FIELDS, *FULL_IMPACT_MORE) if self.is_full else IMPACT_FIELDS:
            wire = ""
            if self.impact is None or was_new:
                wire = f"cell:{self.alternative.pk}:{self.dimension}:{self.group}:{name}"
            form.add(row.slot(name), getattr(row, name), row.version, wire=wire)
        sizes = [(int(size.value), f"{size.label}: {size.meaning}") for size in MAGNITUDES]
        (magnitude,) = [name for name in form.fields if name.endswith("magnitude")]
        form.fields[magnitude].choices = sizes
        if self.is_full:
            self._suggest(form, row, offered)
        return form

    def _suggest(self, form: SlotForm, row: Impact, offered: Offered) -> None:
        """Ticks that the dimension brings along; removed sources only where they are linked."""
        for made in form.fields.values():
            if isinstance(made, ArticlesField):
                bilingual = self.assessment.municipality.is_bilingual
                made.suggest(preselected(self.dimension, bilingual=bilingual))
                if row.articles is None:
                    made.initial = made.suggested
        (links,) = [name for name in form.fields if name.endswith("evidence")]
        gone = offered.removed - set(row.evidence)
        form.fields[links].choices = [
            each for each in form.fields[links].choices if each[0] not in gone
        ]

    def page(self, form: SlotForm, status: int = 200, **rest) -> HttpResponse:
        names = list(form.fields)
        first = names[: len(FULL_IMPACT_FIELDS)]
        more = [form[name] for name in names[len(first) :]]
        impact = self.impact
        context = {
            "assessment": self.assessment,
            "alternative": self.alternative,
            "dimension": DIMENSIONS[self.dimension],
            "decision": self.decision,
            "impact": self.impact,
            "form": form,
            "fields": [form[name] for name in first],
            "more": more,
            "more_open": any(each.errors or hasattr(each, "conflict") for each in more),
            "calculation": steps_of(impact) if self.is_full and impact else (),
            "said": self.is_full and impact and form.offered.is_said_by_children(impact.evidence),
            "facts": [(form.fields[name].label, self.words(form, name)) for name in names],
            "groups": self.groups(),
            "group": self.group,
            "group_label": GROUP_LABELS[self.group],
            "columns": len(self.assessment.alternatives.all()) + 1,
            "url": self.url(self.group),
            "cell_id": self.anchor,
            "talks": bool(policies.can_read_drafts(self.request.user, self.assessment)),
            "back": self.back(),
            "following": self.following,
            "crumbs": crumbs(self.assessment, (PARTS["imp"].title, self.back())),
            **form_context(self.request),
            **rest,
        }
        template = "impact_row" if self.request.htmx else "impact"
        return render(self.request, f"assessments/{template}.html", context, status=status)

    def words(self, form: SlotForm, name: str) -> str:
        """A value in words; the number of children so that no small one is told to readers."""
        number = self.impact.count if self.impact else None
        if number is None or not name.endswith("-count"):
            return form.words(name)
        if policies.can_read_history(self.request.user, self.assessment):
            return form.words(name)
        same = [
            (group, row.count)
            for (alternative, dimension, group), row in self.impacts.items()
            if (alternative, dimension) == (self.alternative.pk, self.dimension)
        ]
        shown = counts.sizes(same, ALL)
        return shown[[group for group, _number in same].index(self.group)]

    def back(self) -> str:
        if self.assessment.extent == Extent.LIGHT and self.assessment.status == Status.PREPARING:
            base = light_url(self.assessment.pk, "imp")
        else:
            base = reverse("assessments:assessment-part", args=[self.assessment.pk, "imp"])
        view = View(self.group).query.replace("?", "&" if "?" in base else "?")
        return f"{base}{view}#{self.anchor}"

    def groups(self) -> list[Group]:
        """All children, the groups chosen for the matter, and groups that are filled in already."""
        filled = [
            key
            for alternative, dimension, key in self.impacts
            if (alternative, dimension) == (self.alternative.pk, self.dimension)
        ]
        keys = groups_to_show(self.assessment, filled, self.group)
        return [self._group(key) for key in keys]

    def _group(self, key: str) -> Group:
        row = self.impacts.get((self.alternative.pk, self.dimension, key))
        step = step_of(row)
        word = row.get_direction_display() if row and row.direction else ""
        if step:
            word = f"{word} {abs(step)}"
        return Group(key, GROUP_LABELS[key], self.url(key), word, key == self.group)

    def posted(self) -> HttpResponse:
        """The form posted as a whole: the row is made when there is something to save."""
        data = self.request.POST
        form = self.form(data)
        if not self.decision:
            texts = [
                {"text": "\n".join(data.getlist(name))} for name in form.fields if data.get(name)
            ]
            return self.page(form, 403, strays=texts)
        submitted = Submitted(data, self.assessment, self.request.user)
        self._save(form, submitted)
        if submitted.is_clean:
            if submitted.saved:
                messages.success(self.request, _("Saved."))
            goes_on = self.request.POST.get("do") == "next"
            return redirect((goes_on and self.following) or self.back())
        assessment = with_rows(
            self.request, self.assessment.pk, "alternative", "dimensionscope", "impact"
        )
        again = Cell(self.request, assessment, self.alternative, self.dimension, self.group)
        form = again.form(data)
        submitted.show(form)
        return again.page(
            form, submitted.status, error_list=submitted.links(form), saved=submitted.saved
        )

    def _save(self, form: SlotForm, submitted: Submitted) -> None:
        """Saves under the row's own slots, whatever the page called them."""
        wires = [slot for slot in form.slots.values() if slot.startswith("cell:")]
        has_text = any(
            value.strip() for name in form.fields for value in self.request.POST.getlist(name)
        )
        if not wires:
            submitted.save(form)
            return
        if not has_text and self.impact is None:
            return
        submitted.save(form, real=self._real)

    def _real(self, wire: str) -> str:
        row, _base = cell_impact(wire, self.assessment.pk, 0, self.request.user)
        return row.slot(wire.rpartition(":")[2])

    def fragment(self) -> HttpResponse:
        """The cell alone, to be shown in the table again after it has been edited.

        What the table says of the whole column and of all alternatives comes along.
        """
        alternatives, impacts = self.assessment.alternatives.all(), self.assessment.impacts.all()
        scopes = self.assessment.dimensionscopes.all()
        said = children_said(self.assessment) if self.is_full else frozenset()
        view = View(self.group, self.request.GET.get("view") == DIFFERENCE)
        matrix = Matrix.of(self.assessment, alternatives, scopes, impacts, said, view)
        maker = CellMaker(self.assessment, alternatives, impacts, said, view)
        cell = maker.cell(self.alternative, self.dimension)
        talks = self.assessment.comments.filter(part="imp").open_counts()
        cell.count_comments({anchor: number for (_part, anchor), number in talks.items()})
        context = {
            "cell": cell,
            "matrix": matrix,
            "is_update": True,
            "shown": self.request.GET.getlist("shown"),
        }
        if "calculation-table" in context["shown"]:
            relevant = {row.dimension for row in scopes if row.is_relevant}
            context["calculation"] = calculations(alternatives, relevant, impacts)
        # The pages of the full assessment show their harms on a page of their own.
        if "harms" in context["shown"] and self.impact and self.impact.is_harm_to_mitigate:
            section = section_for(
                self.request, builder_for(self.request, self.assessment, light=True), "mit"
            )
            known = set(self.request.GET.getlist("known"))
            harms = [harm for harm in section.harms if harm.id not in known]
            context |= {"harms": harms, "section": section, **form_context(self.request)}
        return render(self.request, "assessments/impact_cell_fragment.html", context)
