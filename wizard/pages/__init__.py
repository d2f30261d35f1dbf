"""One module a page of the wizard."""
