"""Comments on the parts of an assessment: threads, all open ones, settling, removing."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments import policies
from assessments.actions import comments as actions
from assessments.forms.comments import Anchors, CommentForm
from assessments.forms.parts.table import parts_for
from assessments.loading import load_parts
from assessments.models import Assessment, Comment
from assessments.questions import page
from assessments.views import stash
from assessments.views.crumbs import crumbs

PER_PAGE = 30
# Parts that are pages of their own kind.
OTHER_PARTS = {
    "case": "assessments:proposal-update",
    "scr": "assessments:screening-update",
}
KEY_LENGTH = 64


@dataclass
class Thread:
    """One thread as its page shows it."""

    first: Comment
    about: str
    comments: list[Comment] = field(default_factory=list)
    form: CommentForm | None = None


def _assessment(request: HttpRequest, pk: int) -> Assessment:
    found = Assessment.objects.visible_to(request.user).select_related("proposal", "municipality")
    assessment = get_object_or_404(found, pk=pk)
    decision = policies.can_read_drafts(request.user, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    return assessment


def part_title(assessment: Assessment, key: str) -> str:
    part = parts_for(assessment.extent).get(key)
    return str(part.title if part else page(key).title)


def part_url(assessment: Assessment, key: str) -> str:
    if key in OTHER_PARTS:
        return reverse(OTHER_PARTS[key], args=[assessment.pk])
    return reverse("assessments:assessment-part", args=[assessment.pk, key])


# --- The threads of one part ------------------------------------------------------------------


@require_http_methods(["GET", "HEAD", "POST"])
@stash.keeps_typed
def comment_part(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Everything that has been said about one part, and the form to say more."""
    assessment = _assessment(request, pk)
    known = parts_for(assessment.extent).get(part)
    if known is None and part not in OTHER_PARTS:
        raise Http404(part)
    load_parts([assessment], dict.fromkeys([*(known.kinds if known else ()), "teammember"]))
    talk = Talk(request, assessment, part, Anchors(assessment, known))
    if request.method == "POST":
        return talk.posted()
    return talk.page(typed=stash.take(request))


class Talk:
    """The page of one part's comments, fresh or with what somebody has typed."""

    def __init__(self, request, assessment: Assessment, part: str, anchors: Anchors) -> None:
        self.request, self.assessment = request, assessment
        self.part, self.anchors = part, anchors
        self.decision = policies.can_comment(request.user, assessment)
        self.people = [each for each in actions.readers(assessment) if each != request.user]

    def form(self, thread: Comment | None = None, data=None, **kwargs) -> CommentForm:
        return CommentForm(data, anchors=self.anchors, people=self.people, thread=thread, **kwargs)

    def posted(self) -> HttpResponse:
        data = self.request.POST
        if not self.decision:
            return self.page(refused=data.get("text", ""), status=403)
        thread = self.thread_in(data)
        form = self.form(thread, data)
        if not form.is_valid():
            return self.page(form=form, status=422)
        key = data.get("key", "")
        try:
            comment = actions.add_comment(
                assessment_id=self.assessment.pk,
                part=self.part,
                text=form.cleaned_data["text"],
                anchor=form.cleaned_data.get("anchor", ""),
                parent_id=thread.pk if thread else None,
                mentions=form.cleaned_data.get("mentions", ()),
                client_key=key if key.isprintable() and len(key) <= KEY_LENGTH else "",
                by=self.request.user,
            )
        except ValidationError as error:
            form.add_error(None, error)
            return self.page(form=form, status=422)
        messages.success(self.request, _("The comment was sent."))
        return redirect(f"{self.request.path}#comment-{comment.pk}")

    def thread_in(self, data) -> Comment | None:
        """The thread that a reply belongs to."""
        number = data.get("thread", "")
        if not number:
            return None
        threads = Comment.objects.filter(assessment=self.assessment, part=self.part, parent=None)
        return get_object_or_404(
            threads, pk=number if number.isdecimal() and len(number) < 18 else 0
        )

    def page(self, *, form=None, typed=None, refused: str = "", status: int = 200) -> HttpResponse:
        if typed is not None:
            form = self.typed_form(typed)
            messages.info(
                self.request, _("What you wrote is back in its fields. Check it and save.")
            )
        own = form.thread.pk if form and form.thread else None
        new = form if form and own is None else self.form(initial=self._initial())
        threads = self.threads(form if own else None)
        context = {
            "assessment": self.assessment,
            "part": self.part,
            "title": part_title(self.assessment, self.part),
            "part_url": part_url(self.assessment, self.part),
            "decision": self.decision,
            "open_threads": [each for each in threads if not each.first.is_resolved],
            "resolved_threads": [each for each in threads if each.first.is_resolved],
            "form": new if self.decision else None,
            "failed": form if form and form.is_bound and form.errors else None,
            "strays": [{"text": refused}] if refused.strip() else [],
            "owner": stash.owner_token(self.request.user),
            "key": uuid.uuid4().hex,
            "crumbs": crumbs(self.assessment),
        }
        return render(self.request, "assessments/comment_part.html", context, status=status)

    def _initial(self) -> dict:
        anchor = self.request.GET.get("about", "")
        return {"anchor": anchor} if anchor in self.anchors.words else {}

    def typed_form(self, typed) -> CommentForm:
        """A form that holds what was typed before the session ended."""
        values = {
            "text": typed.get("text", ""),
            "anchor": typed.get("anchor", ""),
            "mentions": typed.getlist("mentions"),
        }
        return self.form(self.thread_in(typed), initial=values)

    def threads(self, form: CommentForm | None) -> list[Thread]:
        """Threads with their comments in the order of writing; ``form`` is in its thread."""
        rows = (
            Comment.objects.filter(assessment=self.assessment, part=self.part)
            .select_related("by", "settled_by", "removed_by")
            .prefetch_related("mentions")
        )
        found: dict[int, Thread] = {}
        for row in rows:
            row.may_remove = row.removed_at is None and policies.can_remove_comment(
                self.request.user, row, self.assessment
            )
            if row.parent_id is None:
                found[row.pk] = Thread(row, self.anchors.label(row.anchor))
            found[row.parent_id or row.pk].comments.append(row)
        for thread in found.values():
            if self.decision:
                mine = form is not None and form.thread.pk == thread.first.pk
                thread.form = form if mine else self.form(thread.first)
        return list(found.values())


# --- All open comments ------------------------------------------------------------------------


@require_safe
@login_required
def comment_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Every open thread of an assessment; with ``?show=all`` the resolved ones too."""
    assessment = _assessment(request, pk)
    show_all = request.GET.get("show") == "all"
    threads = Comment.objects.filter(assessment=assessment, parent=None)
    if not show_all:
        threads = threads.open_threads().distinct()
    threads = threads.select_related("by").prefetch_related("replies").order_by("part", "pk")
    page_obj = Paginator(threads, PER_PAGE).get_page(request.GET.get("page"))
    load_parts([assessment])
    parts = parts_for(assessment.extent)
    anchors: dict[str, Anchors] = {}
    for thread in page_obj:
        known = anchors.setdefault(thread.part, Anchors(assessment, parts.get(thread.part)))
        thread.title = part_title(assessment, thread.part)
        thread.about = known.label(thread.anchor) if thread.anchor else ""
    context = {
        "assessment": assessment,
        "page_obj": page_obj,
        "show_all": show_all,
        "decision": policies.can_comment(request.user, assessment),
        "crumbs": crumbs(assessment),
    }
    return render(request, "assessments/comment_list.html", context)


# --- Settling and removing --------------------------------------------------------------------


def _back(comment: Comment) -> str:
    page_url = reverse("assessments:comment-part", args=[comment.assessment_id, comment.part])
    return f"{page_url}#comment-{comment.pk}"


@require_POST
@login_required
def comment_settle(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    """Resolve a thread, or take it up again."""
    is_resolved = request.POST.get("do") != "reopen"
    thread = actions.settle_thread(
        assessment_id=pk, comment_id=comment, is_resolved=is_resolved, by=request.user
    )
    if is_resolved:
        messages.success(request, _("The thread was marked as resolved."))
    else:
        messages.success(request, _("The thread was taken up again."))
    return redirect(_back(thread))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def comment_remove(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    """Ask before a comment's text is removed for good."""
    assessment = _assessment(request, pk)
    found = get_object_or_404(Comment, assessment=assessment, pk=comment)
    decision = policies.can_remove_comment(request.user, found, assessment)
    if not decision:
        raise PermissionDenied(decision.reason)
    if request.method == "POST":
        actions.remove_comment(assessment_id=pk, comment_id=found.pk, by=request.user)
        messages.success(request, _("The comment was removed."))
        return redirect(_back(found))
    context = {
        "title": _("Remove the comment?"),
        "text": _(
            "Its text is deleted for good. The thread still shows that there was a comment, and"
            " who removed it."
        ),
        "submit_label": _("Remove the comment"),
        "cancel_url": _back(found),
    }
    return render(request, "assessments/row_confirm.html", context)
