"""Plans that are corrected or annulled after they were established."""

SCRIPTS: tuple[str, ...] = ()
