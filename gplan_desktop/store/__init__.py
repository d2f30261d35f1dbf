"""The encrypted database of a unit."""
