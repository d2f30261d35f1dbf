"""Drafts that are kept: earlier versions, versions put together, and those taken away."""
