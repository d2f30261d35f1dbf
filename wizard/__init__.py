"""The wizard that leads through the plan page by page."""
