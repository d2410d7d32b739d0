"""One's own details."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from municipalities import actions
from municipalities.forms import LanguageForm, NameForm
from municipalities.models import User


@login_required
def user_update(request: HttpRequest) -> HttpResponse:
    """My name, my language and my roles."""
    form = NameForm(
        request.POST if request.method == "POST" else None, instance=_fresh(request.user)
    )
    if request.method == "POST" and form.is_valid():
        actions.change_name(by=request.user, name=form.cleaned_data["name"])
        messages.success(request, _("Your name was changed."))
        return redirect("municipalities:user-update")
    return _page(request, name_form=form)


@login_required
@require_POST
def user_language(request: HttpRequest) -> HttpResponse:
    """Choose the language of my pages and mails; the answer is already in it."""
    form = LanguageForm(request.POST, instance=_fresh(request.user))
    if not form.is_valid():
        return _page(request, language_form=form)
    language = form.cleaned_data["language"]
    actions.change_language(by=request.user, language=language)
    with override(language):
        messages.success(request, _("Your language was changed."))
        return redirect(reverse("municipalities:user-update"))


def _fresh(user: User) -> User:
    """A copy for the form, so that a refused name does not show in the page's header."""
    return User.objects.get(pk=user.pk)


def _page(request: HttpRequest, **forms) -> HttpResponse:
    context = {
        "name_form": NameForm(instance=request.user),
        "language_form": LanguageForm(instance=request.user),
        "memberships": request.user.active_memberships,
    }
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "municipalities/user_update.html", context | forms, status=status)
