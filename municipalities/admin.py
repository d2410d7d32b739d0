"""Reference data, people and the log, for the main user."""

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.utils.translation import gettext_lazy as _

from municipalities.models import (
    AuditEntry,
    ChildPopulation,
    DecisionBody,
    IndicatorImport,
    Invitation,
    Membership,
    Municipality,
    ObservedValue,
    Region,
    User,
    WellbeingCounty,
)


class ReadOnly(admin.ModelAdmin):
    """Shown, never written: other code is its only writer."""

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


class Kept(admin.ModelAdmin):
    """Changed here, never deleted: decisions hang on it."""

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Region)
class RegionAdmin(Kept):
    list_display = ["code", "name_fi", "name_sv", "name_en"]


@admin.register(WellbeingCounty)
class WellbeingCountyAdmin(Kept):
    list_display = ["code", "name_fi", "name_sv", "kind"]


@admin.register(Municipality)
class MunicipalityAdmin(Kept):
    """What ``load_register`` brings is overwritten by the next load; the rest stays."""

    list_display = ["code", "name_fi", "name_sv", "region", "language_status", "merged_into"]
    list_filter = ["region", "language_status", "is_demo"]
    list_select_related = ["region", "merged_into"]
    search_fields = ["code", "name_fi", "name_sv"]
    fieldsets = [
        (None, {"fields": ["code", "name_fi", "name_sv", "region", "wellbeing_county"]}),
        (_("Languages"), {"fields": ["language_status", "sami_homeland"]}),
        (
            _("Figures"),
            {
                "fields": [
                    "municipality_group",
                    ("population", "population_year"),
                    ("children", "children_year", "children_share"),
                    "sotkanet_region_id",
                    ("sort_fi", "sort_sv"),
                ]
            },
        ),
        (
            _("Screening and schedule"),
            {
                "fields": [
                    "screening_full_from",
                    "screening_direct_full_from",
                    "screening_unknown_limit",
                    "agenda_lead_days",
                ]
            },
        ),
        (_("Other details"), {"fields": ["accent_colour", "merged_into", "merged_on", "is_demo"]}),
    ]


@admin.register(ChildPopulation)
class ChildPopulationAdmin(ReadOnly):
    list_display = ["municipality", "year", "source", "quality", "age_0_17", "population"]
    list_filter = ["year", "quality"]
    list_select_related = ["municipality"]
    search_fields = ["municipality__code", "municipality__name_fi"]


@admin.register(DecisionBody)
class DecisionBodyAdmin(Kept):
    list_display = ["name_fi", "name_sv", "municipality", "kind", "is_active", "position"]
    list_filter = ["kind", "is_active"]
    list_select_related = ["municipality"]
    search_fields = ["name_fi", "name_sv", "municipality__name_fi"]
    autocomplete_fields = ["municipality"]


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0
    autocomplete_fields = ["municipality"]


class LowerCaseEmail:
    """Addresses are stored in lower case, so that one address is one person."""

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class UserForm(LowerCaseEmail, UserChangeForm):
    pass


class NewUserForm(LowerCaseEmail, AdminUserCreationForm):
    class Meta(AdminUserCreationForm.Meta):
        model = User
        fields = ["email", "name", "language"]
        field_classes: dict[str, type[forms.Field]] = {}


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    form = UserForm
    add_form = NewUserForm
    list_display = ["email", "name", "language", "is_active", "is_staff"]
    list_filter = ["is_active", "is_staff", "language"]
    search_fields = ["email", "name"]
    ordering = ["name"]
    inlines = [MembershipInline]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["email", "password", "name", "language"]}),
        (_("Rights"), {"fields": ["is_active", "is_staff", "is_superuser"]}),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (
            None,
            {
                "classes": ["wide"],
                "fields": [
                    "email",
                    "name",
                    "language",
                    "usable_password",
                    "password1",
                    "password2",
                ],
            },
        )
    ]

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Membership)
class MembershipAdmin(Kept):
    list_display = ["user", "role", "municipality", "region", "started_at", "ended_at"]
    list_filter = ["role", "region"]
    list_select_related = ["user", "municipality", "region"]
    search_fields = ["user__name", "user__email", "municipality__name_fi"]
    autocomplete_fields = ["user", "municipality"]


@admin.register(Invitation)
class InvitationAdmin(ReadOnly):
    list_display = ["email", "role", "municipality", "region", "mailed_at", "accepted_at"]
    list_select_related = ["municipality", "region"]


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnly):
    list_display = ["at", "by", "municipality", "action", "target", "note"]
    list_filter = ["action"]
    list_select_related = ["by", "municipality"]
    search_fields = ["by__name", "by__email", "target", "note"]
    date_hierarchy = "at"


@admin.register(IndicatorImport)
class IndicatorImportAdmin(ReadOnly):
    """How the last fetches of figures went, in words."""

    list_display = ["begun", "source", "outcome", "problem", "indicators", "note"]
    list_filter = ["problem"]

    @admin.display(description=_("when"), ordering="owed_at")
    def begun(self, row: IndicatorImport):
        return row.owed_at

    @admin.display(description=_("status"))
    def outcome(self, row: IndicatorImport) -> str:
        return row.get_state_display()


@admin.register(ObservedValue)
class ObservedValueAdmin(ReadOnly):
    list_display = ["indicator", "area", "code", "year", "value", "fetched_at", "source"]
    list_filter = ["area", "year"]
    search_fields = ["=indicator", "=code"]
