"""The SQL of each migration, never edited after its release."""
