"""Copies of a unit: made, verified, kept by a ladder, and put back."""
