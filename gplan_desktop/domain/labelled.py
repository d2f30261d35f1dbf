"""Choices that are stored under one word and shown under another."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A choice with its stored value and the Swedish words on screen and paper."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """Make the choice *value* that is shown as *label*."""
        choice = str.__new__(cls, value)
        choice._value_ = value
        choice.label = label
        return choice
