"""What stands around a person's plans: tabs, visit plans, journal, assignments, what is left."""
