"""The way into a unit: logging in, the recovery code, and setting a unit up."""
