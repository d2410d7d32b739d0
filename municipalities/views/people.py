"""The people of a municipality: list, invitation, end of a membership."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from municipalities import actions, policies
from municipalities.adapters import first_page
from municipalities.collation import sort_key
from municipalities.forms import InvitationForm, NewPersonForm
from municipalities.models import Invitation, Membership, User

PEOPLE_ON_A_PAGE = 50
BACKEND = "municipalities.backends.MembershipBackend"


@login_required
@require_safe
def membership_list(request: HttpRequest) -> HttpResponse:
    """Who works with the assessments of my municipality, and who has been invited."""
    policies.can_see_people(request.user).require()
    memberships = sorted(
        Membership.objects.visible_to(request.user)
        .in_force()
        .select_related("user", "municipality", "region"),
        key=lambda each: (sort_key(each.place.name), sort_key(each.user.name)),
    )
    page = Paginator(memberships, PEOPLE_ON_A_PAGE).get_page(request.GET.get("page"))
    for membership in page:
        membership.ending = policies.can_end_membership(request.user, membership)
    invitations = (
        Invitation.objects.visible_to(request.user)
        .pending()
        .select_related("municipality", "region")
    )[:PEOPLE_ON_A_PAGE]
    for invitation in invitations:
        invitation.revoking = policies.can_revoke_invitation(request.user, invitation)
    return render(
        request,
        "municipalities/membership_list.html",
        {
            "page_obj": page,
            "invitations": invitations,
            "managing": policies.can_manage_people(request.user),
            "may_see_bodies": policies.can_see_bodies(request.user),
        },
    )


@login_required
def membership_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask with the person's name before ending a role."""
    membership = get_object_or_404(
        Membership.objects.visible_to(request.user).select_related(
            "user", "municipality", "region"
        ),
        pk=pk,
    )
    policies.can_end_membership(request.user, membership).require()
    names = {
        "person": membership.user.name,
        "role": membership.get_role_display(),
        "place": membership.place.name,
    }
    if request.method == "POST":
        actions.end_membership(membership=membership, by=request.user)
        messages.success(request, _("The role of %(person)s has ended.") % names)
        return redirect("municipalities:membership-list")
    return render(
        request,
        "municipalities/confirm.html",
        {
            "title": _("End the role of %(person)s") % names,
            "text": _(
                "%(person)s, %(role)s, %(place)s: this person no longer gets at the municipality's "
                "assessments. What the person has done stays under the person's name."
            )
            % names,
            "submit_label": _("End the role"),
            "cancel_url": reverse("municipalities:membership-list"),
        },
    )


@login_required
def invitation_create(request: HttpRequest) -> HttpResponse:
    """Invite a person to a role."""
    policies.can_manage_people(request.user).require()
    form = InvitationForm(request.POST if request.method == "POST" else None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            invitation = actions.invite(by=request.user, **form.offer())
        except ValidationError as error:
            form.add_error("email", error)
        else:
            messages.success(
                request,
                _("An invitation is being sent to %(email)s.") % {"email": invitation.email},
            )
            return redirect("municipalities:membership-list")
    status = 422 if form.errors else 200
    return render(request, "municipalities/invitation_create.html", {"form": form}, status=status)


@login_required
def invitation_revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask with the address before withdrawing an invitation."""
    invitation = get_object_or_404(
        Invitation.objects.visible_to(request.user).select_related("municipality", "region"), pk=pk
    )
    policies.can_revoke_invitation(request.user, invitation).require()
    names = {"email": invitation.email, "role": invitation.get_role_display()}
    if request.method == "POST":
        actions.revoke_invitation(invitation=invitation, by=request.user)
        messages.success(request, _("The invitation to %(email)s was withdrawn.") % names)
        return redirect("municipalities:membership-list")
    return render(
        request,
        "municipalities/confirm.html",
        {
            "title": _("Withdraw the invitation to %(email)s") % names,
            "text": _("%(email)s, %(role)s: the link in the mail stops working.") % names,
            "submit_label": _("Withdraw the invitation"),
            "cancel_url": reverse("municipalities:membership-list"),
        },
    )


@sensitive_post_parameters()
@never_cache
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """Where the link of an invitation leads: with an account or without one."""
    try:
        invitation = actions.find_invitation(token)
        if request.user.is_authenticated:
            return _accept_logged_in(request, token, invitation)
        if User.objects.filter(email=invitation.email).exists():
            return render(
                request,
                "municipalities/invitation_login.html",
                {"invitation": invitation, "here": request.path},
            )
        return _accept_as_new_person(request, token, invitation)
    except actions.InvitationNotUsable as error:
        status = 410 if error.known else 404
        return render(request, "municipalities/invitation_not_usable.html", status=status)


def _accept_logged_in(request: HttpRequest, token: str, invitation: Invitation) -> HttpResponse:
    is_invited = request.user.email.lower() == invitation.email
    if request.method == "POST" and is_invited:
        actions.accept_invitation(token=token, by=request.user)
        return _welcome(request, request.user)
    return render(
        request,
        "municipalities/invitation_confirm.html",
        {"invitation": invitation, "is_invited": is_invited, "here": request.path},
        status=403 if request.method == "POST" else 200,
    )


def _accept_as_new_person(request: HttpRequest, token: str, invitation: Invitation) -> HttpResponse:
    form = NewPersonForm(request.POST if request.method == "POST" else None, invitation=invitation)
    if request.method == "POST" and form.is_valid():
        name, password = form.cleaned_data["name"], form.cleaned_data["password"]
        try:
            membership = actions.accept_invitation(token=token, name=name, password=password)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            login(request, membership.user, backend=BACKEND)
            return _welcome(request, membership.user)
    return render(
        request,
        "municipalities/invitation_accept.html",
        {"form": form, "invitation": invitation},
        status=422 if form.errors else 200,
    )


def _welcome(request: HttpRequest, user: User) -> HttpResponse:
    messages.success(request, _("The invitation has been accepted."))
    return redirect(first_page(user))
