"""Many papers as one file, with their tags."""
