"""Who can open a unit: key slots of users, the recovery code, and this computer."""
