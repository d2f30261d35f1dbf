"""Rätt plats-rådgivaren on screen: where a sentence belongs, and how it gets there (F19)."""
