"""What a metodstöd says of who may do and see what: in force only when a unit has accepted it."""

from dataclasses import dataclass

from gplan_desktop.domain.user import ProviderAccess
from gplan_desktop.method.model import AccessRules, Method


@dataclass(frozen=True)
class RoleData:
    """The roles with what is unusual (F64), and what external providers are shown (S131)."""

    access: AccessRules
    provider: ProviderAccess


def role_data(method: Method) -> RoleData:
    """Return what *method* says of who may do and see what."""
    return RoleData(method.access, method.provider)
