"""Attachments: at the foot of a part, all of an assessment, given out, removed, brought back."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from assessments import policies
from assessments.actions import attachments as actions
from assessments.forms.attachment import AttachmentForm
from assessments.forms.parts.section import title_of
from assessments.forms.parts.table import Part, parts_for
from assessments.loading import load_parts
from assessments.models import ATTACHABLE, Assessment, Attachment
from assessments.policies import Decision
from assessments.views import stash
from assessments.views.crumbs import crumbs

# A file is for the disk of the reader: nothing in it runs, whatever a browser takes it for.
HARMLESS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@dataclass
class Files:
    """The attachments of one part as its page shows them."""

    assessment: Assessment
    part: Part
    decision: Decision
    attachments: list[Attachment] = field(default_factory=list)
    form: AttachmentForm | None = None

    @property
    def url(self) -> str:
        """Where a new file of this part is sent."""
        return reverse("assessments:attachment-add", args=[self.assessment.pk, self.part.key])

    @property
    def anchor(self) -> str:
        return f"attachments-{self.part.key}"


def files_of(request: HttpRequest, assessment: Assessment, key: str) -> Files | None:
    """What the foot of a part's page shows; its rows have been read. ``None``: it takes none."""
    if key not in _parts_of(assessment):
        return None
    return _files(request, assessment, key)


def _parts_of(assessment: Assessment) -> dict[str, Part]:
    """The parts of this assessment that take attachments, in their order."""
    return {key: part for key, part in parts_for(assessment.extent).items() if key in ATTACHABLE}


def _form(assessment: Assessment, key: str, *args, **kwargs) -> AttachmentForm:
    return AttachmentForm(*args, rows=_rows(assessment, key), **kwargs)


def _rows(assessment: Assessment, key: str) -> list[tuple[str, str]]:
    return [
        (f"{row.kind()}:{row.pk}", title_of(row))
        for kind in ATTACHABLE[key].rows
        for row in getattr(assessment, f"{kind}s").all()
    ]


def _files(request, assessment: Assessment, key: str, form: AttachmentForm | None = None) -> Files:
    return Files(
        assessment,
        parts_for(assessment.extent)[key],
        policies.can_attach(request.user, assessment, key),
        _told(request, assessment, [key]),
        form,
    )


def _told(request: HttpRequest, assessment: Assessment, keys) -> list[Attachment]:
    """The attachments of these parts that this person may read, each with the name of its row."""
    names = {row: name for key in keys for row, name in _rows(assessment, key)}
    told = []
    found = assessment.attachments.present().filter(part__in=keys)
    for attachment in found.select_related("uploaded_by"):
        attachment.assessment = assessment
        if policies.can_read_attachment(request.user, attachment):
            attachment.may_share = policies.can_share_attachment(request.user, attachment)
            attachment.row_name = names.get(attachment.row, "")
            told.append(attachment)
    return told


def _assessment(request: HttpRequest, pk: int) -> Assessment:
    found = Assessment.objects.visible_to(request.user).select_related("proposal", "municipality")
    assessment = get_object_or_404(found, pk=pk)
    load_parts([assessment], [kind for each in ATTACHABLE.values() for kind in each.rows])
    return assessment


@require_safe
@login_required
def attachment_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Every attachment of one assessment, part by part."""
    assessment = _assessment(request, pk)
    told = _told(request, assessment, list(_parts_of(assessment)))
    parts = [
        Files(
            assessment,
            part,
            policies.can_attach(request.user, assessment, key),
            [each for each in told if each.part == key],
        )
        for key, part in _parts_of(assessment).items()
    ]
    context = {"assessment": assessment, "parts": parts, "crumbs": crumbs(assessment)}
    return render(request, "assessments/attachment_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@stash.keeps_typed
def attachment_add(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Attach a file to a part; a refused one is told beside its field, the rest stays typed."""
    assessment = _assessment(request, pk)
    if part not in _parts_of(assessment):
        raise Http404(part)
    decision = policies.can_attach(request.user, assessment, part)
    if not decision:
        raise PermissionDenied(decision.reason)
    if request.method == "POST":
        form = _form(assessment, part, request.POST, request.FILES)
        # Known only after the request has been read.
        form.is_too_large = getattr(request, "too_large", "") == "file"
        if form.is_valid() and _attached(request, assessment, part, form):
            return redirect(_part_url(pk, part))
        return _add_page(request, assessment, part, form, status=422)
    typed = stash.take(request)
    if typed is not None:
        messages.info(request, _("What you wrote is back in its fields. Choose the file again."))
    initial = {name: typed.get(name, "") for name in ("title", "row")} if typed else None
    form = _form(assessment, part, initial=initial)
    if "inside" in request.GET and request.htmx:
        form.fields["title"].widget.attrs["autofocus"] = True
        context = _add_context(request, assessment, part, form)
        return render(request, "assessments/attachment_form.html", context)
    return _add_page(request, assessment, part, form)


def _attached(request, assessment: Assessment, part: str, form: AttachmentForm) -> bool:
    data = form.cleaned_data
    try:
        made = actions.attach(
            assessment=assessment,
            part=part,
            title=data["title"],
            received=data["file"],
            row=data.get("row", ""),
            client_key=data["client_key"],
            by=request.user,
        )
    except ValidationError as error:
        form.add_error(None if hasattr(error, "error_dict") else "file", error)
        return False
    messages.success(request, _("Attached: %(title)s.") % {"title": made.title})
    return True


def _add_page(request, assessment: Assessment, part: str, form, status: int = 200) -> HttpResponse:
    context = _add_context(request, assessment, part, form)
    return render(request, "assessments/attachment_add.html", context, status=status)


def _add_context(request, assessment: Assessment, part: str, form: AttachmentForm) -> dict:
    files = _files(request, assessment, part, form)
    return {
        "assessment": assessment,
        "files": files,
        "owner": stash.owner_token(request.user),
        "crumbs": crumbs(assessment, (files.part.title, _part_url(assessment.pk, part))),
    }


def _part_url(pk: int, part: str) -> str:
    return f"{reverse('assessments:assessment-part', args=[pk, part])}#attachments-{part}"


def _attachment(request: HttpRequest, pk: int, attachment: int, found=None) -> Attachment:
    found = (Attachment.objects if found is None else found).visible_to(request.user)
    return get_object_or_404(found, assessment=pk, pk=attachment)


@require_safe
@login_required
def attachment_file(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """The file itself. Rights are looked at now, whenever the link was made."""
    row = _attachment(request, pk, attachment, Attachment.objects.present())
    decision = policies.can_read_attachment(request.user, row)
    if not decision:
        raise PermissionDenied(decision.reason)
    return FileResponse(
        row.file.open("rb"),
        as_attachment=True,
        filename=row.name,
        content_type=row.kind.served_as,
        headers=HARMLESS,
    )


SHARING = {
    True: (
        gettext_lazy("Make “%(name)s” public?"),
        gettext_lazy(
            "Everybody who reads the finished assessment can then open the file. Read it through"
            " first: no names, nothing that tells who a child is."
        ),
        gettext_lazy("Make public"),
    ),
    False: (
        gettext_lazy("Make “%(name)s” not public?"),
        gettext_lazy("Only your own municipality can open the file after this."),
        gettext_lazy("Make not public"),
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def attachment_remove(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """Asks with the title of the file; removing can be undone."""
    row = _attachment(request, pk, attachment, Attachment.objects.present())
    if request.method != "POST":
        text = _("It is kept until the matter is deleted, and the removal can be undone.")
        return _ask(request, row, _("Remove “%(name)s”?"), text, _("Remove"))
    actions.remove(attachment=row, by=request.user)
    undo = reverse("assessments:attachment-restore", args=[pk, row.pk])
    removed = _("Removed: %(name)s.") % {"name": row.title}
    messages.success(request, format_html('{} <a href="{}">{}</a>', removed, undo, _("Undo")))
    return redirect(_part_url(pk, row.part))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def attachment_restore(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """Bring a removed file back; the link of the message leads to one button."""
    row = _attachment(request, pk, attachment)
    if request.method != "POST":
        text = _("It returns to its place as it was.")
        return _ask(request, row, _("Bring back “%(name)s”?"), text, _("Bring back"))
    try:
        actions.restore(attachment=row, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Back again: %(name)s.") % {"name": row.title})
    return redirect(_part_url(pk, row.part))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def attachment_share(
    request: HttpRequest, pk: int, attachment: int, *, is_public: bool
) -> HttpResponse:
    """Asks with the title of the file before it is made public, or not public any more."""
    row = _attachment(request, pk, attachment, Attachment.objects.present())
    if request.method != "POST":
        decision = policies.can_share_attachment(request.user, row)
        title, text, label = SHARING[is_public]
        return _ask(request, row, str(title), str(text), str(label), decision)
    actions.share(attachment=row, by=request.user, is_public=is_public)
    done = _("Public now: %(name)s.") if is_public else _("Not public any more: %(name)s.")
    messages.success(request, done % {"name": row.title})
    return redirect(f"{reverse('assessments:attachment-list', args=[pk])}#attachments-{row.part}")


def _ask(
    request, row: Attachment, title: str, text: str, label: str, decision: Decision | None = None
) -> HttpResponse:
    if decision is None:
        decision = policies.can_attach(request.user, row.assessment, row.part)
    if not decision:
        raise PermissionDenied(decision.reason)
    context = {
        "title": title % {"name": row.title},
        "text": text,
        "submit_label": label,
        "cancel_url": _part_url(row.assessment_id, row.part),
    }
    return render(request, "assessments/row_confirm.html", context)
