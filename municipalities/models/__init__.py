from municipalities.models.audit import AuditEntry
from municipalities.models.indicators import AreaKind, IndicatorImport, ObservedValue
from municipalities.models.owed import OwedWork
from municipalities.models.people import Invitation, Membership, User
from municipalities.models.register import (
    ChildPopulation,
    DecisionBody,
    Municipality,
    Region,
    WellbeingCounty,
)

__all__ = [
    "AreaKind",
    "AuditEntry",
    "ChildPopulation",
    "DecisionBody",
    "IndicatorImport",
    "ObservedValue",
    "Invitation",
    "Membership",
    "Municipality",
    "OwedWork",
    "Region",
    "User",
    "WellbeingCounty",
]
