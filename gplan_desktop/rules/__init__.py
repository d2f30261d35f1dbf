"""Pure functions over a plan: steps, checks, deadlines, journal sentences."""
