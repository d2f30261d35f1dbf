"""Inputs and other small widgets, one a module."""
