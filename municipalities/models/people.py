"""People, their roles in municipalities and regions, and invitations."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.core import signing
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from municipalities.querysets import INVITATION_SALT, InvitationQuerySet, MembershipQuerySet
from municipalities.roles import PERMISSIONS, Permission, Role


class UserManager(BaseUserManager):
    """People are known by their e-mail address, compared without regard to case."""

    def create_user(self, email: str, password: str | None = None, **fields) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> User:
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str) -> User:
        return self.get(email=email.lower())


class User(AbstractUser):
    """A person who logs in: an official, a coordinator, a council member."""

    username = None
    first_name = None
    last_name = None
    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        error_messages={"unique": _("This e-mail address is already in use.")},
    )
    name = models.CharField(_("name"), max_length=120)
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    is_demo = models.BooleanField(_("demonstration"), default=False, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @cached_property
    def active_memberships(self) -> list[Membership]:
        """Every membership in force, with its municipality or region, read once per request."""
        if not self.is_active:
            return []
        return list(self.memberships.in_force().select_related("municipality", "region"))

    def roles_in(self, municipality) -> set[Role]:
        """The roles in one municipality, a coordinator's region included."""
        return {
            Role(membership.role)
            for membership in self.active_memberships
            if membership.covers(municipality)
        }

    def has_permission_in(self, permission: Permission, municipality) -> bool:
        """Whether some role of this person in ``municipality`` carries ``permission``."""
        return any(permission in PERMISSIONS[role] for role in self.roles_in(municipality))

    def municipality_ids_with(self, *permissions: Permission) -> list[int]:
        """Primary keys of the municipalities where this person holds any of ``permissions``.

        Regional memberships are not expanded here: see ``region_ids_with``.
        """
        return [
            membership.municipality_id
            for membership in self.active_memberships
            if membership.municipality_id and membership.grants(*permissions)
        ]

    def region_ids_with(self, *permissions: Permission) -> list[int]:
        """Primary keys of the regions where this person holds any of ``permissions``."""
        return [
            membership.region_id
            for membership in self.active_memberships
            if membership.region_id and membership.grants(*permissions)
        ]

    @property
    def is_coordinator(self) -> bool:
        """Whether this person runs accelerator programmes in some region."""
        return bool(self.region_ids_with(Permission.RUN_PROGRAMME))

    @property
    def reviews(self) -> bool:
        """Whether assessments wait for this person's review, here or as a guest elsewhere."""
        return bool(self.municipality_ids_with(Permission.REVIEW, Permission.PEER_REVIEW))

    @property
    def prepares(self) -> bool:
        """Officials who prepare matters somewhere."""
        return bool(self.municipality_ids_with(Permission.READ_DRAFTS))

    @property
    def sees_people(self) -> bool:
        """Officials and coordinators know who works with the assessments."""
        rights = Permission.READ_DRAFTS, Permission.MANAGE_PEOPLE
        return self.is_superuser or any(each.grants(*rights) for each in self.active_memberships)

    @property
    def sees_programmes(self) -> bool:
        """Coordinators run programmes; officials of a municipality take part in them."""
        rights = Permission.RUN_PROGRAMME, Permission.READ_DRAFTS
        return any(membership.grants(*rights) for membership in self.active_memberships)


class Membership(models.Model):
    """One role of one person in one municipality, or in one region for a coordinator."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    municipality = models.ForeignKey(
        "municipalities.Municipality",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("municipality"),
    )
    region = models.ForeignKey(
        "municipalities.Region",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("region"),
    )
    started_at = models.DateTimeField(_("since"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.CheckConstraint(
                name="membership_place_fits_role",
                condition=models.Q(
                    role=Role.COORDINATOR, region__isnull=False, municipality__isnull=True
                )
                | (
                    ~models.Q(role=Role.COORDINATOR)
                    & models.Q(region__isnull=True, municipality__isnull=False)
                ),
            ),
            models.UniqueConstraint(
                fields=["user", "role", "municipality"],
                condition=models.Q(ended_at__isnull=True, municipality__isnull=False),
                name="membership_once_per_municipality",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "region"],
                condition=models.Q(ended_at__isnull=True, region__isnull=False),
                name="membership_once_per_region",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.place}"

    @property
    def place(self):
        """The municipality or the region that the role is held in."""
        return self.municipality or self.region

    def covers(self, municipality) -> bool:
        """Whether the role reaches ``municipality``."""
        if self.municipality_id:
            return self.municipality_id == municipality.pk
        return self.region_id == municipality.region_id

    def grants(self, *permissions: Permission) -> bool:
        """Whether the role carries any of ``permissions``."""
        return not PERMISSIONS[Role(self.role)].isdisjoint(permissions)


class Invitation(models.Model):
    """An offer of one role to one e-mail address.

    The link in the mail is this row's primary key signed with the installation's secret
    (``token``), so a job can write the mail at any time and the database holds nothing to steal.
    """

    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=20, choices=Role)
    municipality = models.ForeignKey(
        "municipalities.Municipality", models.CASCADE, null=True, blank=True, related_name="+"
    )
    region = models.ForeignKey(
        "municipalities.Region", models.CASCADE, null=True, blank=True, related_name="+"
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    mailed_at = models.DateTimeField(null=True, blank=True)
    mail_lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    mail_attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.email}: {self.get_role_display()}"

    @property
    def token(self) -> str:
        """The part of the link that proves the invitation was received."""
        return signing.dumps(self.pk, salt=INVITATION_SALT)

    @property
    def place(self):
        return self.municipality or self.region
