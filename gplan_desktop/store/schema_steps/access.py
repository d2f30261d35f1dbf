"""Who may see which persons, and what was read by whom."""

SCRIPTS: tuple[str, ...] = ()
