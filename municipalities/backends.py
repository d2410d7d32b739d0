"""Log-in by e-mail; a person comes out of the database together with the memberships in force."""

from allauth.account.auth_backends import AuthenticationBackend

from municipalities.models import Membership, User


class MembershipBackend(AuthenticationBackend):
    """Every page asks for the rights of the person at hand, so both are read in one query."""

    def get_user(self, user_id) -> User | None:
        memberships = list(
            Membership.objects.in_force()
            .filter(user_id=user_id)
            .select_related("user", "municipality", "region")
            .order_by("pk")
        )
        if not memberships:
            return super().get_user(user_id)
        user = memberships[0].user
        if not self.user_can_authenticate(user):
            return None
        for membership in memberships:
            membership.user = user
        user.active_memberships = memberships
        return user
