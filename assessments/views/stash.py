"""What was typed survives the end of a session: kept aside, given back to the same person only.

A form that keeps its text carries ``owner_token(user)`` as the hidden field ``owner``. When it is
posted after the session has ended (or with the mark of an older session), the text is put into the
new session; after the same person has logged in, ``take`` hands it to the page. Nobody else sees
it, and logging out clears it together with the session.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

KEY = "typed_text"
SALT = "assessments.typed-text"
OWNER = "owner"
MAX_AGE = 14 * 24 * 60 * 60
MAX_CHARACTERS = 500_000
NOT_KEPT = frozenset({"csrfmiddlewaretoken", OWNER, "do"})


def owner_token(user) -> str:
    """Says in the form, signed, whose text it is."""
    return signing.dumps(user.pk, salt=SALT)


def _owner(request: HttpRequest) -> int | None:
    try:
        return signing.loads(request.POST.get(OWNER, ""), salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return None


def _refusal(request: HttpRequest) -> HttpResponse | None:
    """What the protection against forged requests answers, or ``None`` when it lets it through."""
    check = CsrfViewMiddleware(lambda _request: HttpResponse())
    check.process_request(request)
    return check.process_view(request, _refusal, (), {})


def is_genuine(request: HttpRequest) -> bool:
    """Whether a request comes from a page of this very session."""
    return _refusal(request) is None


def _keep(request: HttpRequest, owner: int) -> bool:
    fields = {name: values for name, values in request.POST.lists() if name not in NOT_KEPT}
    if sum(len(text) for values in fields.values() for text in values) > MAX_CHARACTERS:
        return False
    request.session[KEY] = {"owner": owner, "path": request.path, "fields": fields}
    return True


def take(request: HttpRequest) -> QueryDict | None:
    """The text kept for this page, once, if it belongs to the person who is logged in."""
    kept = request.session.get(KEY)
    if kept is None:
        return None
    mine = kept["owner"] == request.user.pk
    if mine and kept["path"] != request.path:
        return None
    del request.session[KEY]
    if not mine:
        return None
    typed = QueryDict(mutable=True)
    for name, values in kept["fields"].items():
        typed.setlist(name, values)
    return typed


def keeps_typed(view: Callable) -> Callable:
    """Decorator of a page with a form: asks for a login without losing what was posted."""

    @wraps(view)
    def kept(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        known = request.user.is_authenticated
        if request.method != "POST":
            return (
                view(request, *args, **kwargs)
                if known
                else redirect_to_login(request.get_full_path())
            )
        refusal = _refusal(request) if known else None
        if known and refusal is None:
            return view(request, *args, **kwargs)
        owner = _owner(request)
        if owner is None or (known and owner != request.user.pk):
            return refusal or redirect_to_login(request.path)
        if _keep(request, owner) and not known:
            messages.warning(
                request,
                _("Your session had ended. Log in again: what you wrote is put back on its page."),
            )
        return redirect(request.path) if known else redirect_to_login(request.path)

    return csrf_exempt(kept)
