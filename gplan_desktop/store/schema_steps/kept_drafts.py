"""Drafts that were taken away and are kept a while, and who is writing in a plan now."""

SCRIPTS: tuple[str, ...] = ()
