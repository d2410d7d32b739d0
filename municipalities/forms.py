"""Forms about people, bodies and the account pages."""

from __future__ import annotations

from allauth.account.fields import EmailField, PasswordField, SetPasswordField
from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from django import forms
from django.conf import settings
from django.contrib.auth import password_validation
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from municipalities.collation import sort_key
from municipalities.models import DecisionBody, Invitation, Municipality, Region, User
from municipalities.policies import can_manage_role
from municipalities.roles import Permission, Role

PASSWORD_HELP = _("At least 8 characters that others cannot guess, not only digits.")
NAME_HELP = _("Your first name and last name, as your colleagues know you.")

# --- People -----------------------------------------------------------------------------------


class InvitationForm(forms.Form):
    """A role offered to an e-mail address, in a place that the inviting person manages."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_("Role"))
    place = forms.ChoiceField(label=_("Municipality or region"))
    language = forms.ChoiceField(
        label=_("Language of the invitation"),
        choices=settings.LANGUAGES,
        help_text=_("A person who already has an account gets it in the account's language."),
    )

    def __init__(self, *args, user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.places = _places_managed_by(user)
        self.fields["place"].choices = [(key, place.name) for key, place in self.places.items()]
        self.fields["role"].choices = [
            (role.value, role.label)
            for role in Role
            # A peer reviewer is invited from the assessment that is to be reviewed.
            if role != Role.PEER_REVIEWER
            and any(
                role.is_regional == isinstance(place, Region) and can_manage_role(user, role, place)
                for place in self.places.values()
            )
        ]
        self.fields["language"].initial = get_language()
        if len(self.places) == 1:
            self.fields["place"].initial = next(iter(self.places))

    def clean(self) -> dict:
        data = super().clean()
        place = self.places.get(data.get("place", ""))
        role = data.get("role")
        if not (place and role):
            return data
        is_region = isinstance(place, Region)
        if is_region != Role(role).is_regional:
            self.add_error(
                "place", _("A coordinator is invited to a region, others to a municipality.")
            )
        elif not (decision := can_manage_role(self.user, role, place)):
            self.add_error("role", decision.reason)
        data["region" if is_region else "municipality"] = place
        return data

    def offer(self) -> dict:
        """The checked values as ``actions.invite`` takes them."""
        names = ("email", "role", "language", "municipality", "region")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


def _places_managed_by(user: User) -> dict[str, Municipality | Region]:
    """The places whose people a person manages, by the key that the form uses."""
    municipalities = Municipality.objects.in_order()
    regions = Region.objects.none()
    if user.is_superuser:
        regions = Region.objects.all()
    else:
        own = user.municipality_ids_with(Permission.MANAGE_PEOPLE)
        in_regions = user.region_ids_with(Permission.MANAGE_PEOPLE)
        municipalities = municipalities.filter(pk__in=own) | municipalities.filter(
            region__in=in_regions
        )
    places = {f"municipality-{each.pk}": each for each in municipalities}
    regions = sorted(regions, key=lambda each: sort_key(each.name))
    return places | {f"region-{each.pk}": each for each in regions}


class NewPersonForm(forms.Form):
    """A new person's name and password, on the page that the invitation leads to."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=NAME_HELP,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=128,
        help_text=PASSWORD_HELP,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password_again = forms.CharField(
        label=_("Password again"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, invitation: Invitation, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation

    def clean(self) -> dict:
        data = super().clean()
        password = data.get("password")
        if password and data.get("password_again") and password != data["password_again"]:
            self.add_error("password_again", _("The two passwords are not the same."))
        elif password:
            person = User(email=self.invitation.email, name=data.get("name", ""))
            try:
                password_validation.validate_password(password, person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return data


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name"]
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}
        help_texts = {"name": NAME_HELP}


class LanguageForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["language"]
        help_texts = {
            "language": _("Pages open in this language after you log in, and mails come in it.")
        }


# --- Bodies -----------------------------------------------------------------------------------


class DecisionBodyForm(forms.ModelForm):
    """A body under its own names, in the languages of its municipality."""

    class Meta:
        model = DecisionBody
        fields = ["kind", "name_fi", "name_sv"]

    def clean_name_fi(self) -> str:
        name = self.cleaned_data["name_fi"]
        others = self.instance.municipality.decision_bodies.exclude(pk=self.instance.pk)
        if others.filter(name_fi=name).exists():
            raise forms.ValidationError(_("The municipality already has a body of this name."))
        return name

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.municipality.is_bilingual:
            self.fields["name_sv"].required = True


# --- Account pages: the fields of django-allauth under our own plain labels -------------------


class _WithoutPlaceholders:
    """A placeholder repeats the label and vanishes while one writes."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for each in self.fields.values():
            each.widget.attrs.pop("placeholder", None)


class EmailLoginForm(_WithoutPlaceholders, LoginForm):
    password = PasswordField(label=_("Password"), autocomplete="current-password")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail address")
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ForgottenPasswordForm(_WithoutPlaceholders, ResetPasswordForm):
    email = EmailField(label=_("E-mail address"))


class NewPasswordForm(_WithoutPlaceholders, ResetPasswordKeyForm):
    password1 = SetPasswordField(label=_("New password"), help_text=PASSWORD_HELP)
    password2 = PasswordField(label=_("New password again"), autocomplete="new-password")


class PasswordChangeForm(_WithoutPlaceholders, ChangePasswordForm):
    oldpassword = PasswordField(label=_("Current password"), autocomplete="current-password")
    password1 = SetPasswordField(label=_("New password"), help_text=PASSWORD_HELP)
    password2 = PasswordField(label=_("New password again"), autocomplete="new-password")
